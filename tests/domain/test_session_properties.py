from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from kneecoach.domain.history import CountCorrection
from kneecoach.domain.plan import Pace
from kneecoach.domain.session import Event, advance, counts, time_played
from tests.domain.sample import LEFT, RAISE, RIGHT, STRETCH, item, opened

EVENTS = st.sampled_from([event for event in Event if event is not Event.STOP])
DELAYS = st.integers(0, 40_000)
PLANS = st.sampled_from(
    [
        (item(RAISE),),
        (item(STRETCH, LEFT, RIGHT),),
        (item(RAISE, RIGHT), item(STRETCH, LEFT, RIGHT)),
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
