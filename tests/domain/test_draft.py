"""A session that was cut off goes on at the first repetition missing of its set."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kneecoach.domain.catalogue import Catalogue, Dose, Side
from kneecoach.domain.content import Content
from kneecoach.domain.draft import Share, go_on, next_step, plan_of, shares
from kneecoach.domain.history import CountCorrection, Draft, RepetitionDone, SessionStart
from kneecoach.domain.plan import Pace, Slot
from kneecoach.domain.safety import Admitted, CheckOutcome, Refusal, Refused, admit
from kneecoach.domain.session import Event, Session, State, advance, counts, time_played
from kneecoach.domain.timeline import COUNT_IN_MS, StepKind
from kneecoach.domain.view import view

RAISE = ("leg_raise", Side.LEFT, Dose(3, 10, None, 45))
CALF = ("calf_stretch", Side.LEFT, Dose(3, None, 20, 10))
OTHER_CALF = ("calf_stretch", Side.RIGHT, Dose(3, None, 20, 10))
PARTS = (RAISE, CALF, OTHER_CALF)


@pytest.fixture
def catalogue(content: Content) -> Catalogue:
    return content.catalogue


def draft_of(*places: tuple[int, int, int], parts=PARTS, corrections=()) -> Draft:
    start = SessionStart(parts, Slot.MIDDAY, 1_763_712_000, 60, date(2025, 11, 21), 4)
    done = tuple(RepetitionDone(*place, 5_000, 60_000) for place in places)
    ms = tuple(60_000 if any(p == n for p, _, _ in places) else 0 for n in range(len(parts)))
    return Draft("0" * 32, start, done, ms, corrections)


def raises(count: int, which: int = 1) -> tuple[tuple[int, int, int], ...]:
    return tuple((0, which, rep) for rep in range(1, count + 1))


def going_on(draft: Draft, catalogue: Catalogue, pace: Pace = Pace.GUIDED) -> Session:
    answer = admit(plan_of(draft, pace), catalogue, CheckOutcome(frozenset()))
    assert isinstance(answer, Admitted)
    return go_on(answer, catalogue, draft)


def leads_to(session: Session) -> tuple[int, int, int] | None:
    step = next_step(session)
    return (step.part, step.set, step.rep) if step else None


@pytest.mark.parametrize(
    ("places", "expected"),
    [
        ((), (0, 1, 1)),
        (raises(3), (0, 1, 4)),
        (raises(10), (0, 2, 1)),
        (raises(4) + raises(2, 2), (0, 2, 3)),  # a set that was skipped stays skipped
        ((*raises(2), (1, 1, 1)), (1, 2, 1)),
        ((*raises(2), (1, 3, 1)), (2, 1, 1)),
        (((1, 2, 1), (0, 1, 1)), (0, 1, 2)),  # went back: the set worked at last
        (((2, 3, 1),), None),
    ],
)
def test_it_goes_on_at_the_first_repetition_missing(places, expected, catalogue):
    session = going_on(draft_of(*places), catalogue)
    assert leads_to(session) == expected
    assert (session.state is State.FINISHED) == (expected is None)


def test_it_begins_with_a_count_in_and_the_time_before(catalogue):
    session = going_on(draft_of(*raises(3)), catalogue)
    assert session.step.kind is StepKind.COUNT_IN
    session = advance(session, Event.START, 9_000_000)  # hours later: nothing of them counts
    assert time_played(session, 9_000_000) == (60_000, 0, 0)
    session = advance(session, Event.TICK, 9_000_000 + COUNT_IN_MS)
    assert (session.step.rep, session.step.kind) == (4, StepKind.PHASE)
    assert time_played(session, 9_000_000 + COUNT_IN_MS)[0] == 60_000 + COUNT_IN_MS
    assert view(session, 9_000_000 + COUNT_IN_MS).reps == 3


def test_what_was_done_and_put_right_comes_along(catalogue):
    draft = draft_of(*raises(3), corrections=(CountCorrection(0, 1, 2),))
    session = going_on(draft, catalogue)
    assert counts(session) == {(0, 1): 2}


def test_at_ones_own_pace_the_person_counts_on(catalogue):
    session = advance(going_on(draft_of(*raises(3)), catalogue, Pace.OWN), Event.START, 0)
    session = advance(session, Event.COUNT, COUNT_IN_MS + 4_000)
    assert session.records[-1].key == (0, 1, 4)


def test_a_locked_exercise_does_not_come_back(content):
    locks = frozenset(content.catalogue.exercise("leg_raise").locks)
    answer = admit(plan_of(draft_of(), Pace.GUIDED), content.catalogue, CheckOutcome(locks))
    assert answer == Refused(Refusal.LOCKED, ("leg_raise",))


def test_what_was_done_of_each_exercise_is_told_with_both_sides_together():
    draft = draft_of(*raises(4), (1, 1, 1), (2, 1, 1), corrections=(CountCorrection(0, 1, 3),))
    assert shares(draft) == (
        Share("leg_raise", 3, 30, False),
        Share("calf_stretch", 2, 6, True),
    )


@given(ms=st.integers(0, 700_000), later=st.integers(0, 10**9))
def test_cut_off_anywhere_and_gone_on_with_everything_is_done_once(content, ms, later):
    """Played to some moment, kept as the player keeps it, gone on with: the counts of the plan."""
    catalogue = content.catalogue
    whole = going_on(draft_of(), catalogue)
    cut = advance(advance(whole, Event.START, 0), Event.TICK, ms)
    kept = draft_of(*(record.key for record in cut.records))
    rest = going_on(kept, catalogue)
    rest = advance(advance(rest, Event.START, later), Event.TICK, later + 1_000_000)
    assert rest.state is State.FINISHED
    assert set(counts(rest)) == {(part, one) for part in range(3) for one in (1, 2, 3)}
    assert [counts(rest)[0, one] for one in (1, 2, 3)] == [10, 10, 10]
    assert len({record.key for record in rest.records}) == len(rest.records) == 36
