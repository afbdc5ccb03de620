from __future__ import annotations

import pytest

from kneecoach.domain.catalogue import EVERYTHING
from kneecoach.domain.check_hint import hint_of, hinted
from kneecoach.domain.safety import CheckOutcome, GateDue, Standing

ENDS = 1_774_958_400


@pytest.mark.parametrize("locks", [(), ("roller",), ("E2_cushion", "E2_eyes_closed")])
def test_a_hint_says_what_is_closed_until_the_check_ends(locks: tuple[str, ...]) -> None:
    hint = hint_of(CheckOutcome(frozenset(locks)), ENDS)
    found = hinted(hint, ENDS - 1)
    assert found is not None
    assert (found.locks, found.standing) == (frozenset(locks), Standing.VALID)
    assert found.gate is GateDue.SEVEN  # opens nothing that waits for questions
    assert hinted(hint, ENDS) is None


@pytest.mark.parametrize(
    "outcome",
    [
        None,
        CheckOutcome(EVERYTHING, page="blood_clot_signs"),
        CheckOutcome(frozenset(), Standing.EXPIRED),
        CheckOutcome(frozenset(), Standing.NEW_SIGN),
    ],
)
def test_what_is_closed_by_more_than_locks_leaves_no_hint(outcome: CheckOutcome | None) -> None:
    assert hint_of(outcome, ENDS) == ""


@pytest.mark.parametrize("hint", ["", "x", "-5", "1.5 E1", f"{ENDS} handstand", "E1", "٣ E1"])
def test_a_hint_that_makes_no_sense_says_nothing(hint: str) -> None:
    assert hinted(hint, 0) is None
