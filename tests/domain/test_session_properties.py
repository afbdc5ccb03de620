from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from kneecoach.domain.catalogue import Dose
from kneecoach.domain.history import CountCorrection
from kneecoach.domain.plan import Pace, PlanItem
from kneecoach.domain.session import Event, State, advance, counts, next_moment, time_played
from kneecoach.domain.view import view
from tests.domain.sample import BOTH, LEFT, RAISE, RIGHT, STRETCH, item, opened

EVENTS = st.sampled_from([event for event in Event if event is not Event.STOP])
DELAYS = st.integers(0, 40_000)
PLANS = st.sampled_from(
    [
        (item(RAISE),),
        (item(STRETCH, LEFT, RIGHT),),
        (item(RAISE, RIGHT), item(STRETCH, LEFT, RIGHT)),
        (PlanItem(RAISE.id, Dose(1, 1, None, 0), (LEFT, BOTH, RIGHT)),),
        (PlanItem(STRETCH.id, Dose(2, None, 1, 0), (LEFT,)), item(RAISE)),
    ]
)
PACES = st.sampled_from(Pace)
SCRIPTS = st.lists(st.tuples(EVENTS, DELAYS), max_size=40)


def play(session, script):
    """Run (event, delay before it) pairs from reading 0; the last reading comes with it."""
    now = 0
    for event, delay in script:
        now += delay
        session = advance(session, event, now)
    return session, now


@given(PLANS, PACES, SCRIPTS, st.lists(st.integers(0, 1_600_000), max_size=60))
@settings(max_examples=150, deadline=None)
def test_however_time_is_cut_into_ticks_the_same_is_credited(items, pace, script, ticks):
    session = advance(opened(*items, pace=pace), Event.START, 0)
    plain, end = play(session, script)
    ticked, now, cuts = session, 0, sorted(ticks)
    for event, delay in script:
        upto = now + delay
        for cut in [c for c in cuts if now < c <= upto]:
            ticked = advance(ticked, Event.TICK, cut)
        now = upto
        ticked = advance(ticked, event, now)
    assert ticked == plain
    assert time_played(ticked, end) == time_played(plain, end)


@given(PLANS, PACES, SCRIPTS)
@settings(max_examples=150, deadline=None)
def test_nothing_credits_more_time_than_has_passed(items, pace, script):
    session, now = play(advance(opened(*items, pace=pace), Event.START, 0), script)
    session = advance(session, Event.STOP, now)
    assert sum(record.ms for record in session.records) <= now
    assert sum(time_played(session, now)) <= now


@given(PLANS, PACES, SCRIPTS)
@settings(max_examples=150, deadline=None)
def test_no_event_loses_or_doubles_a_record(items, pace, script):
    session, now = advance(opened(*items, pace=pace), Event.START, 0), 0
    for event, delay in script:
        now += delay
        before, session = session, advance(session, event, now)
        kept = {record.key: record.ms for record in session.records}
        assert len(kept) == len(session.records)
        assert all(kept.get(record.key, -1) >= record.ms for record in before.records)


@given(PLANS, PACES, SCRIPTS)
@settings(max_examples=100, deadline=None)
def test_a_count_never_passes_its_target_by_itself(items, pace, script):
    session, _ = play(advance(opened(*items, pace=pace), Event.START, 0), script)
    for (part, _set), value in counts(session).items():
        if (reps := session.parts[part].dose.reps) is not None:
            assert value <= reps


@given(
    PLANS,
    st.lists(
        st.tuples(
            st.one_of(
                st.sampled_from(Event),
                st.builds(CountCorrection, st.just(0), st.just(1), st.integers(0, 30)),
            ),
            st.integers(-10_000, 60_000),
        ),
        max_size=30,
    ),
)
@settings(max_examples=100, deadline=None)
def test_every_event_has_an_answer_in_every_state(items, script):
    session, now = opened(*items), 0
    for event, delay in script:
        now += delay
        session = advance(session, event, now)
        assert 0 <= session.index <= len(session.timeline)
        assert session.done >= 0


@given(PLANS, PACES, SCRIPTS)
@settings(max_examples=150, deadline=None)
def test_every_moment_can_be_shown_and_leads_to_the_next(items, pace, script):
    session, now = opened(*items, pace=pace), 0
    for event, delay in [(Event.TICK, 0), *script, (Event.STOP, 0)]:
        now += delay
        session = advance(session, event, now)
        seen, due = view(session, now), next_moment(session, now)
        assert 0 <= seen.ring <= 1
        assert 0 <= seen.progress <= 1
        assert seen.digits >= 0
        assert seen.reps <= seen.part.reps_a_set
        moves = session.state is State.COUNTING_IN or (
            session.state is State.RUNNING and session.step.ms is not None
        )
        assert (due is not None and due >= 1) if moves else due is None


@given(PLANS, PACES, SCRIPTS)
@settings(max_examples=150, deadline=None)
def test_work_that_was_jumped_to_or_paused_begins_with_a_count_in(items, pace, script):
    session, now = advance(opened(*items, pace=pace), Event.START, 0), 0
    for event, delay in script:
        now += delay
        due, session = advance(session, Event.TICK, now), advance(session, event, now)
        jumps = event in (Event.RESUME, Event.SKIP, Event.SKIP_EXERCISE, Event.BACK)
        if jumps and session != due and not session.step.waits:
            assert session.state is not State.RUNNING
