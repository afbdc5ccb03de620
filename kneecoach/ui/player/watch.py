"""When the clocks were looked at last, and whether anybody was there since."""

from __future__ import annotations

from kneecoach.clock import Clock
from kneecoach.domain.readings import away_ms


class Watch:
    """Compares all clocks at each look with those of the look before."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._reading = clock.reading()
        self._due_ms = 0

    def expect(self, ms: int) -> None:
        """The next look is due in so many milliseconds."""
        self._due_ms = ms

    def look(self) -> int:
        """Look at the clocks now; milliseconds that nobody was there, 0 when all is as it was."""
        before, self._reading = self._reading, self._clock.reading()
        return away_ms(before, self._reading, self._due_ms)

    @property
    def now_ms(self) -> int:
        """The monotonic clock at the last look."""
        return self._reading.monotonic_ms
