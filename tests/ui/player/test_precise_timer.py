from __future__ import annotations

from PySide6.QtCore import QElapsedTimer

from kneecoach.clock import SystemClock
from kneecoach.domain.session import Event, State
from kneecoach.ui.player.away_card import AwayCard
from kneecoach.ui.player.precise_timer import PreciseTimer
from kneecoach.ui.services import Services
from tests.ui.player.playing import Playing


def test_the_real_timer_plays_the_count_in(qtbot, surroundings):
    """The one test with the computer's own clock: three seconds of count-in take three seconds."""
    ticking = SystemClock()
    services = surroundings.services
    surroundings.services = Services(
        services.content,
        services.journal,
        ticking,
        services.cues,
        services.settings,
        services.save_settings,
    )
    playing = Playing(surroundings)
    qtbot.addWidget(playing.page)
    playing.begin("leg_raise")
    passed = QElapsedTimer()
    passed.start()
    playing.player.do(Event.SKIP)

    def went_on() -> bool:
        card = playing.page.card
        if isinstance(card, AwayCard):  # the computer itself stood still for 2 s
            passed.restart()
            card.go_on.emit()
        return playing.session.state is State.RUNNING

    qtbot.waitUntil(went_on, timeout=20_000)
    assert passed.elapsed() >= 2_990  # never early; how late is for the benchmarks
    playing.page.leave_clock()


def test_arming_again_moves_the_moment(qtbot):
    timer = PreciseTimer()
    timer.arm(60_000)
    timer.arm(1)
    with qtbot.waitSignal(timer.due, timeout=1_000):
        pass
    assert timer.armed_ms is None


def test_it_can_be_told_to_sleep():
    timer = PreciseTimer()
    timer.arm(5)
    timer.arm(None)
    assert timer.armed_ms is None


def test_the_player_arms_it_to_the_next_moment_and_lets_it_sleep_in_a_pause(playing):
    playing.begin("leg_raise")
    playing.pass_time(995)
    assert playing.player._timer.armed_ms == 5
    playing.player.toggle()
    assert playing.player._timer.armed_ms is None
