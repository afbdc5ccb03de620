"""A minute of playing with 16 pauses on the real clock: the session credits what was played.

The event loop is kept busy for a quarter of each second, as a computer under load would: counting
timer ticks loses some 20 % then.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from time import perf_counter

from _starting import verdict
from PySide6.QtCore import QCoreApplication, QTimer

from kneecoach.app.starting import Silence
from kneecoach.clock import SystemClock
from kneecoach.domain.catalogue import Dose, Side
from kneecoach.domain.plan import Plan, PlanItem
from kneecoach.domain.safety import Admitted, CheckOutcome, admit
from kneecoach.domain.session import Event, State, time_played
from kneecoach.domain.settings import Settings
from kneecoach.store.content import load_content
from kneecoach.store.history import HistoryFile
from kneecoach.ui.player.player import Player
from kneecoach.ui.services import Services

LIMIT = 20.0  # ms
PLAYED = 60.0  # s
PAUSES = 16
PAUSE = 0.25  # s
RESUMED = 3.0  # s of counting in after a pause: not credited
BUSY = 0.25  # s of each second


class Play:
    """Presses pause and go on at set moments, noting when, and counts the time between."""

    def __init__(self, player: Player) -> None:
        self.player = player
        self.seconds = 0.0  # the timeline has run, by our own watch
        self._moves = self._script()
        self._running_since = 0.0

    def go_on(self) -> None:
        """Make the next move of the script and plan the one after it."""
        wait = next(self._moves, None)
        if wait is None:
            QCoreApplication.quit()
        else:
            QTimer.singleShot(round(wait * 1000), self.go_on)

    def _script(self) -> Iterator[float]:
        """Moves, each yielding the seconds until the next one."""
        stretch = PLAYED / (PAUSES + 1)
        self.player.start()
        self._running_since = perf_counter()
        yield stretch
        for _ in range(PAUSES):
            self._press(Event.PAUSE)
            yield PAUSE
            self._press(Event.RESUME)
            yield RESUMED + stretch
        self._press(Event.PAUSE)

    def _press(self, event: Event) -> None:
        pressed = perf_counter()
        self.player.do(event)
        if event is Event.PAUSE:
            self.seconds += pressed - self._running_since
        else:
            self._running_since = pressed + RESUMED


def hog() -> None:
    """Keep the event loop from doing anything for `BUSY` seconds."""
    end = perf_counter() + BUSY
    while perf_counter() < end:
        pass


def services(journal: HistoryFile) -> Services:
    """What a player needs, with the real clock and a real file."""
    content = load_content()
    return Services(content, journal, SystemClock(), Silence(), Settings(), lambda _: None)


def play(folder: Path) -> tuple[float, float]:
    """Seconds credited and seconds played."""
    with HistoryFile(folder / "history.sqlite3", SystemClock()) as journal:
        given = services(journal)
        item = PlanItem("hamstring_bent", Dose(1, None, 600, 0), (Side.LEFT,))
        admitted = admit(Plan((item,)), given.content.catalogue, CheckOutcome(frozenset()))
        if not isinstance(admitted, Admitted):
            raise RuntimeError(f"the plan was refused: {admitted}")
        playing = Play(Player(given, admitted, None))
        load = QTimer()
        load.timeout.connect(hog)
        load.start(1000)
        QTimer.singleShot(0, playing.go_on)
        QCoreApplication.exec()
        if playing.player.session.state is not State.PAUSED:
            raise RuntimeError(f"the session is {playing.player.session.state}")
        player = playing.player
        return sum(time_played(player.session, player.now)) / 1000, playing.seconds


def main() -> int:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QCoreApplication(sys.argv)
    application.setApplicationName("kneecoach")
    with tempfile.TemporaryDirectory(prefix="kneecoach-bench-") as folder:
        credited, played = play(Path(folder))
    error = abs(credited - played) * 1000
    return verdict("playing", {"error_ms": (error, LIMIT)}, credited=credited, played=played)


if __name__ == "__main__":
    raise SystemExit(main())
