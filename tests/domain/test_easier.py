"""It hurts: the rest of an exercise done in an easier way, whatever came before."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kneecoach.domain.catalogue import Catalogue, Dose, Side
from kneecoach.domain.draft import Share, go_on, plan_of, shares
from kneecoach.domain.easier import Easier, easier_way
from kneecoach.domain.history import Draft, RepetitionDone, SessionStart
from kneecoach.domain.plan import Pace, Plan, PlanItem, Slot
from kneecoach.domain.safety import Admitted, CheckOutcome, admit
from kneecoach.domain.scene import scene_at
from kneecoach.domain.session import (
    Event,
    Session,
    State,
    advance,
    counts,
    open_session,
    time_played,
)
from kneecoach.domain.timeline import StepKind
from kneecoach.domain.view import view
from tests.content.trees import english

LEFT, RIGHT, BOTH = Side.LEFT, Side.RIGHT, Side.BOTH
OPEN = CheckOutcome(frozenset())


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return english().catalogue


def begun(catalogue: Catalogue, *items: tuple[str, Dose | None, tuple[Side, ...]]) -> Session:
    """A session that was started at reading 0."""
    find = catalogue.exercise
    planned = tuple(PlanItem(name, dose or find(name).dose, sides) for name, dose, sides in items)
    answer = admit(Plan(planned), catalogue, OPEN)
    assert isinstance(answer, Admitted)
    return advance(open_session(answer, catalogue), Event.START, 0)


def way(
    session: Session, catalogue: Catalogue, painful: tuple[Side, ...] = (LEFT,)
) -> Easier | None:
    return easier_way(session, catalogue, OPEN, painful, Pace.GUIDED)


def easier(
    session: Session, catalogue: Catalogue, now: int, painful: tuple[Side, ...] = (LEFT,)
) -> Session:
    """The session paused and made easier at a reading of the clock."""
    session = advance(session, Event.PAUSE, now)
    found = way(session, catalogue, painful)
    assert found is not None
    return advance(session, found, now)


def parts(session: Session) -> list[tuple[str, str, int, int | None, tuple[int, ...]]]:
    return [
        (p.exercise, p.side.value, p.dose.sets, p.dose.reps or p.dose.hold_s, p.instead_of)
        for p in session.parts
    ]


def order(session: Session) -> list[int]:
    """The parts in the order in which they are played."""
    return list(dict.fromkeys(step.part for step in session.timeline))


def play_out(session: Session, now: int) -> Session:
    session = advance(session, Event.RESUME, now)
    return advance(session, Event.TICK, now + 10_000_000)


SECOND_REP = 5_000 + 6_000 + 1_000


def test_fewer_repetitions_where_there_is_no_easier_exercise(catalogue: Catalogue) -> None:
    session = begun(catalogue, ("leg_raise", None, (LEFT,)), ("calf_stretch", None, (LEFT,)))
    session = easier(session, catalogue, SECOND_REP)
    assert parts(session)[2:] == [("leg_raise", "left", 3, 8, (0,))]
    assert order(session) == [2, 1]
    assert (session.state, session.step.kind) == (State.PAUSED, StepKind.REST)
    assert counts(session) == {(0, 1): 1}


def test_what_was_done_of_the_harder_one_stays_under_it_and_the_rest_is_played(
    catalogue: Catalogue,
) -> None:
    session = begun(catalogue, ("leg_raise", None, (LEFT,)), ("calf_stretch", None, (LEFT,)))
    over = play_out(easier(session, catalogue, SECOND_REP), SECOND_REP)
    assert over.state is State.FINISHED
    assert counts(over) == {
        (0, 1): 1,
        **{(2, number): 8 for number in (1, 2, 3)},
        **{(1, number): 20 for number in (1, 2, 3)},
    }
    assert sum(time_played(over, 0)) > 0
    assert len(time_played(over, 0)) == len(over.parts)


def test_the_exercise_the_catalogue_names_comes_first_with_no_more_than_now(
    catalogue: Catalogue,
) -> None:
    shorter = Dose(3, None, 10, 15)
    session = begun(catalogue, ("stand_closed", shorter, (LEFT,)))
    found = way(advance(session, Event.PAUSE, 8_000), catalogue)
    assert found is not None
    assert (found.exercise, found.dose, found.same) == ("stand_open", shorter, False)


def test_the_other_side_is_made_easier_too_while_it_is_not_begun(catalogue: Catalogue) -> None:
    session = begun(catalogue, ("stand_open", None, (RIGHT, LEFT)))
    session = easier(session, catalogue, 10_000)
    assert parts(session)[2:] == [
        ("stand_supported", "right", 3, 30, (0,)),
        ("stand_supported", "left", 3, 30, (1,)),
    ]
    assert order(session) == [2, 3]
    assert [s.kind for s in session.timeline if s.set == 1 and s.waits] == [
        StepKind.BETWEEN,
        StepKind.SWITCH,
    ]


def test_the_side_that_is_done_stays_as_it_was(catalogue: Catalogue) -> None:
    session = begun(catalogue, ("leg_raise", None, (RIGHT, LEFT)))
    session = advance(session, Event.TICK, 5_000 + 3 * 59_000 + 2 * 45_000 + 8_000 + 7_000)
    assert session.part.side is LEFT
    session = easier(session, catalogue, session.since)
    assert parts(session)[2:] == [("leg_raise", "left", 3, 8, (1,))]
    assert counts(session)[0, 3] == 10


def test_only_the_sets_that_are_left(catalogue: Catalogue) -> None:
    session = begun(catalogue, ("leg_raise", None, (LEFT,)))
    in_second_set = 5_000 + 59_000 + 45_000 + 6_000 + 500
    assert parts(easier(session, catalogue, in_second_set))[1:] == [
        ("leg_raise", "left", 2, 8, (0,))
    ]
    enough_of_it = 5_000 + 59_000 + 45_000 + 8 * 6_000 + 500
    assert parts(easier(session, catalogue, enough_of_it))[1:] == [
        ("leg_raise", "left", 1, 8, (0,))
    ]


def test_where_enough_was_done_of_the_last_set_nothing_is_offered(catalogue: Catalogue) -> None:
    session = begun(catalogue, ("leg_raise", Dose(1, 10, None, 0), (LEFT,)))
    assert way(advance(session, Event.PAUSE, 5_000 + 9 * 6_000), catalogue) is None
    assert way(advance(session, Event.PAUSE, 5_000 + 3 * 6_000), catalogue) is not None


def test_legs_that_share_the_work_are_followed_by_the_painful_ones(catalogue: Catalogue) -> None:
    session = begun(catalogue, ("squat", None, (BOTH,)))
    session = easier(session, catalogue, 9_000, (RIGHT, LEFT))
    assert parts(session)[1:] == [
        ("leg_raise", "right", 2, 8, (0,)),
        ("leg_raise", "left", 2, 8, (0,)),
    ]


def test_both_legs_at_once_stand_for_either_side(catalogue: Catalogue) -> None:
    session = begun(catalogue, ("lunge", None, (RIGHT, LEFT)))
    session = easier(session, catalogue, 9_000)
    assert parts(session)[2:] == [("squat", "both", 2, 6, (0, 1))]
    assert order(session) == [2]


@pytest.mark.parametrize("name", ["calf_stretch", "hamstring_bent", "massage_back_of_knee"])
def test_at_the_lowest_step_nothing_is_offered(catalogue: Catalogue, name: str) -> None:
    assert way(begun(catalogue, (name, None, (LEFT,))), catalogue) is None


def test_what_is_closed_is_never_offered(catalogue: Catalogue) -> None:
    session = advance(begun(catalogue, ("squat", None, (BOTH,))), Event.PAUSE, 9_000)
    shut = CheckOutcome(frozenset({"E1"}))
    assert way(session, catalogue) is not None
    assert easier_way(session, catalogue, shut, (LEFT,), Pace.GUIDED) is None


def test_a_lower_dose_takes_the_place_of_a_closed_exercise(catalogue: Catalogue) -> None:
    session = advance(begun(catalogue, ("squat", Dose(3, 10, None, 60), (BOTH,))), Event.PAUSE, 9)
    shut = CheckOutcome(frozenset({"E1"}))
    found = easier_way(session, catalogue, shut, (LEFT,), Pace.GUIDED)
    assert found is not None
    assert (found.exercise, found.dose.reps, found.same) == ("squat", 8, True)


def test_massage_without_a_check_is_never_the_easier_way(catalogue: Catalogue) -> None:
    session = advance(begun(catalogue, ("roller_calf", None, (LEFT,))), Event.PAUSE, 9_000)
    assert way(session, catalogue) is not None
    assert easier_way(session, catalogue, None, (LEFT,), Pace.GUIDED) is None


def test_an_easier_way_that_comes_too_late_changes_nothing(catalogue: Catalogue) -> None:
    session = begun(catalogue, ("leg_raise", None, (LEFT,)), ("calf_stretch", None, (LEFT,)))
    found = way(session, catalogue)
    assert found is not None
    later = advance(session, Event.SKIP_EXERCISE, 9_000)
    assert advance(later, found, 9_000) == later
    stopped = advance(session, Event.STOP, 9_000)
    assert advance(stopped, found, 9_000) == stopped


def test_back_from_the_easier_part_leads_to_the_one_before_not_to_what_hurt(
    catalogue: Catalogue,
) -> None:
    session = begun(catalogue, ("calf_stretch", None, (LEFT,)), ("leg_raise", None, (LEFT,)))
    session = advance(advance(session, Event.SKIP_EXERCISE, 6_000), Event.TICK, 30_000)
    assert session.part.exercise == "leg_raise"
    session = advance(easier(session, catalogue, 30_000), Event.BACK, 30_000)
    assert session.part.exercise == "calf_stretch"


def test_it_can_be_made_easier_more_than_once(catalogue: Catalogue) -> None:
    session = begun(catalogue, ("stand_cushion", None, (LEFT,)))
    for now in (8_000, 9_000, 10_000):
        session = easier(session, catalogue, now)
    assert [p[0] for p in parts(session)] == [
        *("stand_cushion", "stand_closed", "stand_open", "stand_supported"),
    ]
    assert [p[4] for p in parts(session)] == [(), (0,), (1,), (2,)]
    assert order(session) == [3]
    in_second_set = 5_000 + 59_000 + 45_000 + 6_000 + 500
    session = easier(begun(catalogue, ("leg_raise", None, (LEFT,))), catalogue, in_second_set)
    session = easier(session, catalogue, in_second_set)
    assert parts(session)[1:] == [
        ("leg_raise", "left", 2, 8, (0,)),
        ("leg_raise", "left", 2, 6, (1,)),
    ]


def cut_off(session: Session) -> Draft:
    """What the store keeps of a session that is cut off now."""
    found = [(p.exercise, p.side, p.dose) for p in session.parts]
    start = SessionStart(tuple(found), Slot.EXTRA, 0, 0, date(2026, 3, 31), None)
    done = tuple(RepetitionDone(r.part, r.set, r.rep, r.ms, 0) for r in session.records)
    taken = tuple(p.instead_of for p in session.parts)
    return Draft("0" * 32, start, done, session.played, (), taken)


def resumed(session: Session, catalogue: Catalogue) -> Session:
    draft = cut_off(session)
    answer = admit(plan_of(draft, Pace.GUIDED), catalogue, OPEN)
    assert isinstance(answer, Admitted)
    return go_on(answer, catalogue, draft)


def test_a_session_that_is_cut_off_goes_on_with_what_took_over(catalogue: Catalogue) -> None:
    session = begun(
        catalogue,
        *(("leg_raise", None, (LEFT,)), ("stand_open", None, (RIGHT, LEFT))),
        ("calf_stretch", None, (LEFT,)),
    )
    session = easier(session, catalogue, SECOND_REP)
    session = resumed(session, catalogue)
    assert (session.step.kind, session.step.part, session.step.set) == (StepKind.COUNT_IN, 4, 1)
    assert order(session) == [4, 1, 2, 3]
    session = advance(session, Event.START, 0)
    session = advance(advance(session, Event.SKIP_EXERCISE, 9_000), Event.TICK, 30_000)
    session = easier(session, catalogue, 30_000)
    assert order(session) == order(resumed(session, catalogue)) == [4, 5, 6, 3]
    assert shares(cut_off(session))[0] == Share("leg_raise", 1, 25, False)
    over = play_out(session, 30_000)
    assert resumed(over, catalogue).state is State.FINISHED


def test_where_only_the_other_side_is_left_it_takes_over_from_both(catalogue: Catalogue) -> None:
    session = begun(catalogue, ("leg_raise", Dose(1, 10, None, 0), (RIGHT, LEFT)))
    session = easier(session, catalogue, 5_000 + 9 * 6_000)
    assert parts(session)[2:] == [("leg_raise", "left", 1, 8, (0, 1))]
    assert session.step.kind is StepKind.SWITCH
    assert order(session) == order(resumed(session, catalogue)) == [2]


PLANS = st.sampled_from(
    [
        (("leg_raise", None, (LEFT,)), ("calf_stretch", None, (LEFT,))),
        (("stand_cushion", None, (RIGHT, LEFT)), ("leg_raise", None, (RIGHT, LEFT))),
        (("lunge", None, (RIGHT, LEFT)), ("squat", None, (BOTH,)), ("leg_raise", None, (LEFT,))),
    ]
)
EVENTS = st.sampled_from([*(e for e in Event if e is not Event.START), "easier", "easier"])
SCRIPTS = st.lists(st.tuples(EVENTS, st.integers(0, 60_000)), max_size=40)


@given(PLANS, SCRIPTS)
@settings(max_examples=100, deadline=None)
def test_whatever_happens_nothing_done_is_lost_and_no_time_is_made_up(items, script) -> None:
    catalogue = english().catalogue
    session, now = begun(catalogue, *items), 0
    for event, delay in script:
        now += delay
        session = advance(session, Event.TICK, now)
        wanted = way(session, catalogue, (RIGHT, LEFT)) if event == "easier" else event
        if wanted is None:
            continue
        before, session = session, advance(session, wanted, now)
        assert session.parts[: len(before.parts)] == before.parts
        kept = {record.key: record.ms for record in session.records}
        assert all(kept[record.key] >= record.ms for record in before.records)
        assert 0 <= session.index <= len(session.timeline)
        assert len(session.played) == len(session.parts)
        assert 0 <= view(session, now).ring <= 1
        scene_at(session, now, calm=False)
    session = advance(session, Event.STOP, now)
    assert sum(record.ms for record in session.records) <= now
    assert sum(time_played(session, now)) <= now
    gone_on = resumed(session, catalogue)
    assert len(gone_on.timeline) > 0
    assert {s.part for s in gone_on.timeline} == {s.part for s in session.timeline}
    again = advance(session, Event.REOPEN, now)
    assert (again.state, again.records) == (State.PAUSED, session.records)
    done = {(r.part, r.set) for r in session.records}
    assert {session.parts[part].exercise for part, _ in done} <= set(catalogue.exercises)


@given(PLANS, SCRIPTS, st.lists(st.integers(0, 2_000_000), max_size=30))
@settings(max_examples=50, deadline=None)
def test_however_time_is_cut_into_ticks_the_same_is_played(items, script, ticks) -> None:
    catalogue = english().catalogue
    plain = ticked = begun(catalogue, *items)
    now, cuts = 0, sorted(ticks)
    for event, delay in script:
        upto = now + delay
        for cut in [c for c in cuts if now < c <= upto]:
            ticked = advance(ticked, Event.TICK, cut)
        now = upto
        plain, ticked = (advance(s, Event.TICK, now) for s in (plain, ticked))
        wanted = way(plain, catalogue, (RIGHT, LEFT)) if event == "easier" else event
        if wanted is not None:
            plain, ticked = (advance(s, wanted, now) for s in (plain, ticked))
    assert ticked == plain
