"""All clocks at one moment, and the gap between two such moments."""

from __future__ import annotations

from typing import NamedTuple

MOST_MS = 2_000  # a gap up to here goes on as if nothing had been (reliability R6)


class Reading(NamedTuple):
    """All clocks at one moment, in whole milliseconds of their own.

    `boot_ms` runs on while the computer sleeps; None where the system has no such clock, or where
    `monotonic_ms` runs on by itself.
    """

    monotonic_ms: int
    wall_ms: int
    boot_ms: int | None


def away_ms(before: Reading, after: Reading, due_ms: int) -> int:
    """How long nobody was there between two looks, 0 when it was too short to matter.

    The second look was due `due_ms` after the first: later than that is a gap, and so is what the
    clock that never sleeps has run more. Without that clock the wall clock has to tell; set forward
    it tells a gap that was none, which costs a pause and nothing else.
    """
    passed = after.monotonic_ms - before.monotonic_ms
    late = max(0, passed - due_ms)
    gap = late + max(0, _asleep(before, after, passed))
    return gap if gap > MOST_MS else 0


def _asleep(before: Reading, after: Reading, passed: int) -> int:
    if before.boot_ms is not None and after.boot_ms is not None:
        return after.boot_ms - before.boot_ms - passed
    return after.wall_ms - before.wall_ms - passed
