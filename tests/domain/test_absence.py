"""Gaps between two looks at the clocks, and what becomes of the session then."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kneecoach.domain.absence import interrupted
from kneecoach.domain.progress import Session, State
from kneecoach.domain.readings import Reading, away_ms
from kneecoach.domain.session import Event, advance, time_played
from tests.domain.sample import RAISE, STRETCH, at, item, started

START = Reading(1_000, 1_763_712_000_000, 5_000)
HOUR = 3_600_000


def later(mono: int, wall: int, boot: int | None) -> Reading:
    """The start with so many milliseconds more on each clock."""
    boot_ms = START.boot_ms + boot if boot is not None and START.boot_ms is not None else None
    return Reading(START.monotonic_ms + mono, START.wall_ms + wall, boot_ms)


@pytest.mark.parametrize(
    ("after", "due", "away"),
    [
        pytest.param(later(100, 100, 100), 100, 0, id="in time"),
        pytest.param(later(2_100, 2_100, 2_100), 100, 0, id="2 s late goes on"),
        pytest.param(later(2_101, 2_101, 2_101), 100, 2_001, id="more than 2 s late"),
        pytest.param(later(100, 30_100, 30_100), 100, 30_000, id="slept 30 s"),
        pytest.param(later(0, 8 * HOUR, 8 * HOUR), 100, 8 * HOUR, id="slept 8 h"),
        pytest.param(later(100, 2_000, 2_100), 100, 0, id="slept 2 s goes on"),
        pytest.param(later(30_100, 30_100, 30_100), 100, 30_000, id="slept, all clocks ran on"),
        pytest.param(later(100, HOUR + 100, 100), 100, 0, id="set forward"),
        pytest.param(later(100, 100 - HOUR, 100), 100, 0, id="set back"),
        pytest.param(later(100, 100 - 24 * HOUR, 30_100), 100, 30_000, id="slept and set back"),
        pytest.param(later(100, 30_100, None), 100, 30_000, id="only the wall clock can tell"),
        pytest.param(later(100, 100 - HOUR, None), 100, 0, id="set back, no other clock"),
        pytest.param(later(40, 40, 40), 100, 0, id="looked before it was due"),
    ],
)
def test_how_long_nobody_was_there(after: Reading, due: int, away: int) -> None:
    assert away_ms(START, after, due) == away


def running(ms: int) -> Session:
    """Two sets of three raises of 6 s after a count-in of 5 s, then stretches; so far in."""
    return at(started(item(RAISE), item(STRETCH)), ms)


def test_the_running_repetition_starts_again_and_nothing_of_the_gap_counts() -> None:
    before = running(5_000 + 6_000 + 2_500)
    after = interrupted(before, 13_500, 13_500 + HOUR)
    assert after.state is State.PAUSED
    assert after.records == before.records
    assert after.step.rep == 2
    assert (after.done, after.step.phase) == (0, "lift")
    assert time_played(after, 13_500 + HOUR) == time_played(before, 13_500)
    again = advance(after, Event.RESUME, 13_500 + HOUR)
    done = advance(again, Event.TICK, 13_500 + HOUR + 3_000 + 6_000)
    assert [record.ms for record in done.records] == [record.ms for record in done.records[:1]] * 2


def test_a_rest_goes_on_where_it_was() -> None:
    before = running(5_000 + 3 * 6_000 + 4_000)
    assert before.step.waits
    after = interrupted(before, 27_000, 27_000 + HOUR)
    assert (after.state, after.index, after.done) == (State.PAUSED, before.index, 5_000)


def test_the_count_in_after_a_pause_waits_again() -> None:
    paused = advance(running(12_000), Event.PAUSE, 12_000)
    counting = advance(paused, Event.RESUME, 20_000)
    after = interrupted(counting, 21_000, 21_000 + HOUR)
    assert (after.state, after.index, after.done) == (State.PAUSED, paused.index, paused.done)


@pytest.mark.parametrize("event", [Event.PAUSE, Event.STOP])
def test_a_pause_made_by_hand_stays_a_pause_and_an_end_an_end(
    event: Event,
) -> None:
    session = advance(running(12_000), event, 12_000)
    assert interrupted(session, 12_000, 12_000 + HOUR) == session


@given(played=st.integers(0, 400_000), gap=st.integers(2_001, 9 * HOUR))
def test_whenever_it_comes_a_gap_credits_nothing(played: int, gap: int) -> None:
    before = running(played)
    after = interrupted(before, played, played + gap)
    assert after.records == before.records
    assert sum(time_played(after, played + gap)) == sum(time_played(before, played))
    if not before.over:
        assert after.state is State.PAUSED
        assert advance(after, Event.TICK, played + 2 * gap).records == before.records


def test_without_the_interruption_a_gap_would_be_credited() -> None:
    """The control: the same hour as one late tick."""
    before = running(12_000)
    late = advance(before, Event.TICK, 12_000 + HOUR)
    assert len(late.records) > len(before.records)
    assert sum(time_played(late, 12_000 + HOUR)) > sum(time_played(before, 12_000)) + 30_000
