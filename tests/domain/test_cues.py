from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kneecoach.domain.cues import cues, still_due
from kneecoach.domain.session import Event, advance
from tests.domain.sample import RAISE, STRETCH, at, item, opened, started


def heard(session, readings):
    """All cues of a session looked at at these readings, the start included."""
    names, before, before_now = list(cues(opened(item(STRETCH)), 0, session, 0)), session, 0
    for now in readings:
        after = at(before, now)
        names += cues(before, before_now, after, now)
        before, before_now = after, now
    return names


def test_each_phase_has_its_cue():
    names = heard(started(item(RAISE)), range(0, 12_000, 100))
    assert [name for name in names if name != "tick"] == ["rest", "up", "hold", "down", "up"]


def test_the_last_three_seconds_are_ticked_and_the_end_of_a_hold_has_its_own_cue():
    names = heard(started(item(STRETCH)), range(0, 28_500, 50))
    assert names == [
        *("rest", "tick", "tick", "tick", "up", "hold", "tick", "tick", "tick"),
        *("zero", "down"),
    ]


@given(st.sets(st.integers(1, 120_000), max_size=50))
def test_cues_of_steps_are_the_same_however_often_one_looks(readings):
    start, end = started(item(STRETCH)), 120_000
    often = [n for n in heard(start, [*sorted(readings), end]) if n != "tick"]
    assert often == [n for n in heard(start, [end]) if n != "tick"]


def test_a_pause_is_silent_and_so_is_a_stop():
    session = started(item(STRETCH))
    paused = advance(session, Event.PAUSE, 1_200)
    assert cues(session, 1_000, paused, 1_200) == ()
    assert cues(paused, 1_200, advance(paused, Event.STOP, 1_300), 1_300) == ()


def test_a_count_in_is_ticked_and_ends_with_the_cue_of_what_goes_on():
    paused = advance(at(started(item(STRETCH)), 10_000), Event.PAUSE, 10_000)
    resumed = advance(paused, Event.RESUME, 20_000)
    assert cues(paused, 20_000, resumed, 20_000) == ()
    names, before, before_now = [], resumed, 20_000
    for now in range(20_000, 23_101, 50):
        after = at(before, now)
        names += [(now, name) for name in cues(before, before_now, after, now)]
        before, before_now = after, now
    assert names == [(21_000, "tick"), (22_000, "tick"), (23_000, "hold")]


def test_a_jump_in_a_pause_is_silent_and_heard_when_it_goes_on():
    paused = advance(at(started(item(RAISE)), 10_000), Event.PAUSE, 10_000)
    skipped = advance(paused, Event.SKIP, 11_000)
    assert cues(paused, 10_000, skipped, 11_000) == ()
    resumed = advance(skipped, Event.RESUME, 12_000)
    assert cues(resumed, 14_500, at(resumed, 15_000), 15_000) == ("rest",)


def test_a_late_look_plays_what_came_last_with_the_zero_it_comes_with():
    assert still_due(("tick", "tick", "zero", "down")) == ("zero", "down")
    assert still_due(("zero", "down", "rest")) == ("rest",)
    assert still_due(("tick",)) == ("tick",)
    assert still_due(()) == ()


def test_the_end_is_heard_once():
    session = started(item(RAISE))
    finished = at(session, 600_000)
    assert cues(session, 0, finished, 600_000)[-1] == "done"
    assert cues(finished, 600_000, at(finished, 700_000), 700_000) == ()
