"""The only place that reads a clock: monotonic for how long, aware wall clock for when."""

from __future__ import annotations

import time
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Protocol


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
    """Two readings: one for durations, one for dates."""

    def monotonic_ms(self) -> int:
        """Milliseconds that only ever grow; the zero point means nothing."""

    def wall(self) -> WallTime:
        """The wall clock with the local offset."""


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


class HandClock:
    """A clock that stands still until it is moved by hand: for the self-test and for tests."""

    def __init__(self, utc: int = 1_763_712_000, offset_minutes: int = 60) -> None:
        """Begin at that UTC second (21 November 2025, 08:00 UTC) and reading 0."""
        self._utc = utc
        self._offset_minutes = offset_minutes
        self._ms = 0

    def monotonic_ms(self) -> int:
        """The milliseconds it was moved so far."""
        return self._ms

    def wall(self) -> WallTime:
        """The wall clock, moved along."""
        return WallTime(self._utc + self._ms // 1000, self._offset_minutes)

    def move(self, ms: int) -> None:
        """Let that many milliseconds pass at once."""
        self._ms += ms
