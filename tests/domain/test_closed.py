from __future__ import annotations

import pytest

from kneecoach.domain.catalogue import EVERYTHING
from kneecoach.domain.check import Answer, CheckAnswers
from kneecoach.domain.closed import closing
from kneecoach.domain.safety import CheckOutcome, GateDue, Standing, all_closed
from tests.domain.checked import rules

YES, NO, NOT_SURE = Answer.YES, Answer.NO, Answer.NOT_SURE


def answers(age: int = 40, pain: int = 0, **signs: Answer) -> CheckAnswers:
    return CheckAnswers(age, pain, signs)


@pytest.mark.parametrize(
    ("given", "locks", "named"),
    [
        (answers(J1=YES), {"roller"}, ("J1",)),
        (answers(J1=YES), {"E1"}, ()),
        (answers(B1=NOT_SURE), {"E1"}, ("B1",)),
        (answers(J1=YES, J2=NO, J7=YES, H1=YES), {"roller"}, ("J1", "J7")),
        (answers(74), {"E2_cushion"}, ("age",)),
        (answers(74, J4=YES), {"E2_cushion"}, ("J4", "age")),
        (answers(pain=7), {"E1plus"}, ("pain_rest",)),
        (answers(B5=YES, CR6=YES), {"E3"}, ("B5", "CR6")),
        (answers(C6=YES), {"E1"}, ("C6",)),  # C0 was not ticked itself
        (answers(), {"E1"}, ()),
    ],
)
def test_the_answers_that_close_something_are_named(
    given: CheckAnswers, locks: set[str], named: tuple[str, ...]
) -> None:
    assert closing(rules(), given, locks) == named


@pytest.mark.parametrize(
    ("check", "closed"),
    [
        (None, True),
        (CheckOutcome(frozenset()), False),
        (CheckOutcome(frozenset(), gate=GateDue.SEVEN), False),
        (CheckOutcome(frozenset({"E1", "roller"})), False),
        (CheckOutcome(EVERYTHING), True),
        (CheckOutcome(frozenset(), Standing.EXPIRED), True),
    ],
)
def test_everything_is_closed_without_a_valid_check_and_at_the_higher_levels(
    check: CheckOutcome | None, closed: bool
) -> None:
    assert all_closed(check) is closed
