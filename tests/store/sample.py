"""A clock that stands, a session to write, and what a person without rights can do."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from kneecoach.clock import WallTime
from kneecoach.domain.catalogue import Dose, Side
from kneecoach.domain.history import RepetitionDone, SessionEnd, SessionStart, WholeSession
from kneecoach.domain.plan import Slot
from kneecoach.store.history import HistoryFile

NOON = 1_774_958_400  # 2026-03-31 12:00 UTC
DAY = date(2026, 3, 31)
RAISE = ("leg_raise", Side.LEFT, Dose(3, 10, None, 45))
CALF = ("calf_stretch", Side.RIGHT, Dose(3, None, 20, 10))
NOBODY = 65534


class StandingClock:
    """A clock that shows what it was told."""

    def __init__(self, utc: int = NOON, offset_minutes: int = 120) -> None:
        self.now = WallTime(utc, offset_minutes)

    def monotonic_ms(self) -> int:
        return self.now.utc * 1000

    def wall(self) -> WallTime:
        return self.now


def start(day: date = DAY, started: int = NOON, pain_before: int | None = 4) -> SessionStart:
    return SessionStart((RAISE, CALF), Slot.MORNING, started, 120, day, pain_before)


def raises(count: int, part: int = 0, which: int = 1) -> tuple[RepetitionDone, ...]:
    return tuple(RepetitionDone(part, which, n, 6000, 6000 * n) for n in range(1, count + 1))


def whole(day: date = DAY, started: int = NOON, count: int = 10) -> WholeSession:
    return start(day, started), raises(count), SessionEnd(5, 3, (60_000, 0))


def history_in(folder: Path, patience_ms: int = 50) -> HistoryFile:
    return HistoryFile(folder / "history.sqlite3", StandingClock(), patience_ms)


def filled(folder: Path, sessions: int = 3) -> Path:
    """A history with finished sessions, closed again; its path."""
    with history_in(folder) as history:
        history.add([whole(started=NOON + 3600 * n, count=10 - n % 3) for n in range(sessions)])
        return history.path


@contextmanager
def ordinary_person() -> Iterator[Path]:
    """A folder of somebody whom rights bind, and the process being that one until the end."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        is_root = os.geteuid() == 0
        if is_root:
            os.chown(folder, NOBODY, NOBODY)
            os.seteuid(NOBODY)
        try:
            yield folder
        finally:
            if is_root:
                os.seteuid(0)
            for place in (folder, *folder.rglob("*")):
                place.chmod(0o700)
