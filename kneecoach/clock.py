"""The only place that reads a clock: monotonic for how long, aware wall clock for when."""

from __future__ import annotations

import sys
import time
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Protocol

from kneecoach.domain.readings import Reading


@dataclass(frozen=True, slots=True)
class WallTime:
    """A moment as people tell it: UTC seconds, the local offset in minutes, hence the local day."""

    utc: int
    offset_minutes: int

    @property
    def local(self) -> datetime:
        """The moment as an aware local date and time."""
        zone = timezone(timedelta(minutes=self.offset_minutes))
        return datetime.fromtimestamp(self.utc, UTC).astimezone(zone)

    @property
    def day(self) -> date:
        """The local calendar day."""
        return self.local.date()

    @property
    def minute_of_day(self) -> int:
        """Minutes since local midnight, 0 to 1439."""
        return self.local.hour * 60 + self.local.minute


class Clock(Protocol):
    """Readings for durations and for dates, and all clocks at one moment to compare."""

    def monotonic_ms(self) -> int:
        """Milliseconds that only ever grow; the zero point means nothing."""

    def wall(self) -> WallTime:
        """The wall clock with the local offset."""

    def reading(self) -> Reading:
        """All clocks now, to find out by two of them what the computer slept through."""


class SystemClock:
    """The computer's clocks."""

    def monotonic_ms(self) -> int:
        """Milliseconds of the monotonic clock, cut down to whole ones."""
        return time.monotonic_ns() // 1_000_000

    def wall(self) -> WallTime:
        """The wall clock now, in the computer's time zone."""
        now = datetime.now(UTC).astimezone()
        offset = now.utcoffset() or timedelta()
        return WallTime(int(now.timestamp()), int(offset.total_seconds() // 60))

    def reading(self) -> Reading:
        """The monotonic clock, the wall clock, and the one that never sleeps."""
        return Reading(self.monotonic_ms(), time.time_ns() // 1_000_000, _boot_ms())


def _boot_ms() -> int | None:
    """The clock that runs on while the computer sleeps, None where there is none of its own.

    On Windows the monotonic clock itself runs on.
    """
    if sys.platform == "win32":
        return time.monotonic_ns() // 1_000_000
    never_sleeps = time.CLOCK_MONOTONIC if sys.platform == "darwin" else time.CLOCK_BOOTTIME
    return time.clock_gettime_ns(never_sleeps) // 1_000_000


class HandClock:
    """A clock that stands still until it is moved by hand: for the self-test and for tests."""

    def __init__(self, utc: int = 1_763_712_000, offset_minutes: int = 60) -> None:
        """Begin at that UTC second (21 November 2025, 08:00 UTC) and reading 0."""
        self._utc = utc
        self._offset_minutes = offset_minutes
        self._ms = 0
        self._slept_ms = 0
        self._set_ms = 0

    def monotonic_ms(self) -> int:
        """The milliseconds it was moved so far."""
        return self._ms

    def wall(self) -> WallTime:
        """The wall clock, moved along."""
        return WallTime(self._wall_ms() // 1000, self._offset_minutes)

    def reading(self) -> Reading:
        """All clocks, moved along."""
        return Reading(self._ms, self._wall_ms(), self._ms + self._slept_ms)

    def _wall_ms(self) -> int:
        return self._utc * 1000 + self._ms + self._slept_ms + self._set_ms

    def move(self, ms: int) -> None:
        """Let that many milliseconds pass at once."""
        self._ms += ms

    def sleep(self, ms: int) -> None:
        """Let the computer sleep so long: the monotonic clock stands still."""
        self._slept_ms += ms

    def set_wall(self, by_ms: int) -> None:
        """Set the wall clock forward, or back by a negative value."""
        self._set_ms += by_ms

    def travel(self, offset_minutes: int) -> None:
        """Have another offset from UTC from now on."""
        self._offset_minutes = offset_minutes
