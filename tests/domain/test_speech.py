from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from kneecoach.domain.catalogue import Dose, Side
from kneecoach.domain.plan import Pace, PlanItem
from kneecoach.domain.session import Event, State, advance
from kneecoach.domain.speech import Kind, Utterance, gives_way, side_said, speech
from tests.domain.sample import (
    CATALOGUE,
    LEFT,
    RAISE,
    RIGHT,
    STRETCH,
    at,
    item,
    opened,
    started,
)
from tests.domain.test_session_properties import PACES, PLANS, SCRIPTS


def said(session, readings):
    """All that is said of a session looked at at these readings, joined by spaces."""
    found, before, before_now = [], session, 0
    for now in readings:
        after = at(before, now)
        found += speech(before, before_now, after, now, CATALOGUE)
        before, before_now = after, now
    return [" ".join(utterance.clips) for utterance in found]


def said_at(session, event, now):
    """What an event makes said at once, and the session after it."""
    after = advance(session, event, now)
    found = speech(session, now, after, now, CATALOGUE)
    return [" ".join(utterance.clips) for utterance in found], after


def test_the_first_exercise_is_told_before_it_begins():
    words, _ = said_at(opened(item(RAISE, RIGHT)), Event.START, 0)
    assert words == ["exercise-leg_raise side-right"]


def test_what_an_exercise_needs_is_told_with_its_name(content):
    squat = content.catalogue.exercise("squat")
    session = opened(item(RAISE, LEFT))
    parts = tuple(
        type(part)("squat", Side.BOTH, squat.dose) for part in session.parts
    )  # the same timeline, another name
    session = type(session)(parts, session.timeline, played=(0,))
    after = advance(session, Event.START, 0)
    [name] = speech(session, 0, after, 0, content.catalogue)
    assert name == Utterance(Kind.NAME, ("exercise-squat", "side-both", "need-chair"))


def test_each_phase_is_said_as_it_begins_and_each_repetition_as_it_is_done():
    words = said(started(item(RAISE)), range(0, 22_001, 100))
    assert words == [
        *("phase-lift", "phase-hold", "phase-lower", "number-1"),
        *("phase-lift", "phase-hold", "phase-lower", "number-2"),
        *("phase-lift", "phase-hold", "phase-lower"),
        "number-3 word-rest number-45 word-seconds",
    ]


def test_a_hold_says_its_length_and_its_last_seconds():
    words = said(started(item(STRETCH)), range(0, 30_001, 50))
    assert words == [
        *("phase-reach", "phase-hold number-20 word-seconds"),
        *("number-10", "number-3", "number-2", "number-1"),
        *("phase-ease_off", "word-rest number-5 word-seconds"),
    ]


def test_a_minute_is_said_with_its_name_then_half_of_it():
    words = said(started(PlanItem(STRETCH.id, Dose(1, None, 60, 0), (LEFT,))), range(0, 72_000, 50))
    assert words == [
        *("phase-reach", "phase-hold number-60 word-seconds"),
        *("number-30", "number-10", "number-3", "number-2", "number-1"),
        *("phase-ease_off", "word-done"),
    ]


def test_the_other_side_and_the_next_exercise_are_told_before_they_begin():
    session = started(item(RAISE, LEFT, RIGHT), item(STRETCH))
    names = [words for words in said(session, range(0, 172_000, 100)) if "side-" in words]
    assert names == [
        "number-3 word-switch side-right",
        "number-3 word-next exercise-hamstring_bent side-left",
    ]


def test_at_ones_own_pace_a_press_is_answered_with_its_number():
    session = at(started(item(RAISE), pace=Pace.OWN), 5_000)
    words, session = said_at(session, Event.COUNT, 7_000)
    assert words == ["number-1"]
    _, session = said_at(session, Event.COUNT, 9_000)
    words, session = said_at(session, Event.COUNT, 11_000)
    assert words == ["number-3 word-rest number-45 word-seconds"]
    assert said_at(session, Event.SKIP, 12_000)[0] == []
    assert said(advance(session, Event.SKIP, 12_000), [15_000]) == ["phase-lift"]


def test_a_skip_to_work_names_the_exercise_and_says_the_phase_after_the_count_in():
    words, session = said_at(started(item(RAISE)), Event.SKIP, 1_000)
    assert words == ["exercise-leg_raise side-left"]
    assert said(session, range(1_000, 5_000, 100)) == ["phase-lift"]


def test_a_skipped_repetition_is_not_counted_aloud():
    session = at(started(item(RAISE)), 17_500)  # the last of its set
    words, _ = said_at(session, Event.SKIP, 17_600)
    assert words == ["word-rest number-45 word-seconds"]


def test_after_a_pause_the_phase_is_said_again_when_it_goes_on():
    session = at(started(item(STRETCH)), 20_000)
    silent, paused = said_at(session, Event.PAUSE, 20_000)
    resumed, counting = said_at(paused, Event.RESUME, 60_000)
    assert (silent, resumed) == ([], [])
    assert said(counting, [62_999]) == []
    assert said(counting, [62_999, 63_000, 63_100]) == ["phase-hold"]


def test_the_end_is_said_once_and_a_stop_never():
    session = started(item(RAISE))
    finished = at(session, 600_000)
    assert said(session, [600_000])[-1] == "number-3 word-done"
    assert said(finished, [700_000]) == []
    assert said_at(session, Event.STOP, 3_000)[0] == []


@given(st.sets(st.integers(1, 300_000), max_size=50))
def test_however_often_one_looks_each_is_said_once(readings):
    session, end = started(item(STRETCH, LEFT, RIGHT), item(RAISE)), 300_000
    without_seconds = [
        [words for words in said(session, looks) if not words.startswith("number-") or " " in words]
        for looks in ([*sorted(readings), end], [end])
    ]
    assert without_seconds[0] == without_seconds[1]


@given(PLANS, PACES, SCRIPTS, st.lists(st.integers(0, 1_600_000), max_size=30))
@settings(max_examples=100, deadline=None)
def test_looks_in_between_add_nothing_and_a_pause_is_silent(items, pace, script, ticks):
    plain, ticked = [], []
    session = other = advance(opened(*items, pace=pace), Event.START, 0)
    now = 0
    for event, delay in script:
        upto = now + delay
        looked = now
        for cut in sorted(tick for tick in ticks if now < tick <= upto):
            after = advance(other, Event.TICK, cut)
            found = speech(other, looked, after, cut, CATALOGUE)
            assert not (found and other.state is State.PAUSED)
            ticked += found
            other, looked = after, cut
        for state, since, log in ((session, now, plain), (other, looked, ticked)):
            after = advance(state, event, upto)
            found = speech(state, since, after, upto, CATALOGUE)
            assert not (found and after.state is State.PAUSED and state.state is State.PAUSED)
            log += found
        session, other = (advance(state, event, upto) for state in (session, other))
        now = upto
    numbers = Kind.NUMBER  # seconds left are said only by looks that see them
    assert [u for u in plain if u.kind is not numbers] == [
        u for u in ticked if u.kind is not numbers
    ]


def test_a_number_waits_for_no_name_and_everything_else_replaces():
    dropped = {(new, saying) for new in Kind for saying in (*Kind, None) if gives_way(new, saying)}
    assert dropped == {(Kind.NUMBER, Kind.NAME)}


def test_the_side_can_be_asked_for():
    assert side_said(Side.BOTH) == Utterance(Kind.WORD, ("side-both",))
