"""Gaps in the player: told, never counted, and nothing is heard on waking."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt

from kneecoach.clock import HandClock
from kneecoach.domain.plan import Pace
from kneecoach.domain.session import State
from kneecoach.ui.kit.labels import TextLabel
from kneecoach.ui.player.away_card import AwayCard
from tests.ui.player.playing import Playing
from tests.ui.surroundings import Surroundings

HOUR = 3_600_000
COUNT_IN, REPETITION = 5_000, 6_000


def words(playing: Playing) -> str:
    return " ".join(label.text() for label in playing.card.findChildren(TextLabel))


def sleeps(clock: HandClock, ms: int) -> None:
    """As on Linux and macOS: the monotonic clock stands still."""
    clock.sleep(ms)


def stands_still(clock: HandClock, ms: int) -> None:
    """As when the process is stopped, and as sleep is on Windows: all clocks run on."""
    clock.move(ms)


GAPS = pytest.mark.parametrize("gap", [sleeps, stands_still])


@GAPS
@pytest.mark.parametrize("ms", [2_500, 30_000, 8 * HOUR, 30 * 24 * HOUR])
def test_the_session_pauses_and_the_repetition_starts_again(
    playing: Playing, surroundings: Surroundings, gap: Callable[[HandClock, int], None], ms: int
) -> None:
    playing.begin("leg_raise")
    playing.pass_time(COUNT_IN + REPETITION + 2_000)
    heard = len(surroundings.cues.names)
    gap(surroundings.clock, ms)
    playing.player.look()
    assert playing.session.state is State.PAUSED
    assert isinstance(playing.card, AwayCard)
    assert len(surroundings.cues.names) == heard
    assert not surroundings.cues.standing_by
    assert len(playing.session.records) == 1
    playing.press(Qt.Key.Key_Space)
    playing.pass_time(3_000 + REPETITION)
    assert [record.ms for record in playing.session.records] == [5_000, 5_000]


@GAPS
def test_a_gap_of_two_seconds_goes_on_and_is_played(
    playing: Playing, surroundings: Surroundings, gap: Callable[[HandClock, int], None]
) -> None:
    playing.begin("leg_raise")
    playing.pass_time(COUNT_IN)
    gap(surroundings.clock, 2_000)
    playing.player.look()
    assert playing.page.card is None
    assert playing.session.state is State.RUNNING


def test_how_long_it_was_and_what_became_of_it_is_told(
    playing: Playing, surroundings: Surroundings
) -> None:
    playing.begin("leg_raise")
    playing.pass_time(COUNT_IN + 1_000)
    surroundings.clock.sleep(252_000)
    playing.player.look()
    said = words(playing)
    assert "You were away" in said
    assert "4 min 12 s" in said
    assert "That time is not counted" in said


def test_a_pause_made_by_hand_stays_one(playing: Playing, surroundings: Surroundings) -> None:
    playing.begin("leg_raise")
    playing.pass_time(COUNT_IN + 1_000)
    playing.press(Qt.Key.Key_Space)
    before = playing.session
    surroundings.clock.sleep(8 * HOUR)
    playing.player.look()
    assert playing.page.card is None
    assert (playing.session.state, playing.session.done) == (State.PAUSED, before.done)


def test_at_ones_own_pace_a_gap_is_found_as_well(
    playing: Playing, surroundings: Surroundings
) -> None:
    playing.begin("leg_raise", pace=Pace.OWN)
    playing.pass_time(COUNT_IN + 20_000)
    assert playing.page.card is None
    surroundings.clock.move(60_000)
    playing.press(Qt.Key.Key_Space)
    assert isinstance(playing.card, AwayCard)
    assert playing.session.records == ()


@pytest.mark.parametrize("by_ms", [HOUR, -HOUR, -24 * HOUR, -1_763_000_000_000, 2_400_000_000_000])
def test_a_wall_clock_that_is_set_changes_nothing(
    playing: Playing, surroundings: Surroundings, by_ms: int
) -> None:
    playing.begin("leg_raise")
    day = surroundings.clock.wall().day
    playing.pass_time(COUNT_IN + 2 * REPETITION + 1_000)
    surroundings.clock.set_wall(by_ms)
    playing.pass_time(REPETITION)
    assert playing.page.card is None
    assert [record.ms for record in playing.session.records] == [5_000] * 3
    playing.press(Qt.Key.Key_Escape)
    playing.press(Qt.Key.Key_Q)
    assert playing.player.save(2, 2)
    (record,) = surroundings.journal.sessions()
    assert (record.day, record.seconds) == (day, 24)


@pytest.mark.parametrize("offset", [-600, 0, 120, 630])
def test_midnight_and_another_time_zone_leave_the_day_it_began(
    playing: Playing, surroundings: Surroundings, offset: int
) -> None:
    day = surroundings.clock.wall().day
    playing.begin("leg_raise")
    playing.pass_time(COUNT_IN + REPETITION)
    surroundings.clock.travel(offset)
    surroundings.clock.sleep(20 * HOUR)
    playing.player.look()
    playing.press(Qt.Key.Key_Q)
    assert playing.player.save(2, 2)
    (record,) = surroundings.journal.sessions()
    assert (record.day, record.exercises[0].done[0].reps) == (day, 1)


def test_q_ends_and_escape_leaves_it_paused(playing: Playing, surroundings: Surroundings) -> None:
    playing.begin("leg_raise")
    playing.pass_time(COUNT_IN + REPETITION)
    surroundings.clock.sleep(HOUR)
    playing.player.look()
    playing.press(Qt.Key.Key_Escape)
    assert playing.page.card is None
    assert playing.session.state is State.PAUSED
    playing.press(Qt.Key.Key_Space)
    playing.pass_time(4_000)
    surroundings.clock.sleep(HOUR)
    playing.player.look()
    playing.press(Qt.Key.Key_Q)
    assert playing.session.state is State.STOPPED
