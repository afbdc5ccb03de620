"""The page's surroundings for its tests: real content, a fixed clock, a journal that holds."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from kneecoach.clock import WallTime
from kneecoach.domain.settings import Settings
from kneecoach.store.content import load_content
from kneecoach.ui.services import Services
from tests.ui.history.kept import TODAY, KeptSessions


@dataclass(frozen=True, slots=True)
class FixedClock:
    """Always the afternoon of TODAY."""

    def monotonic_ms(self) -> int:
        return 0

    def wall(self) -> WallTime:
        noon = datetime(TODAY.year, TODAY.month, TODAY.day, 14, tzinfo=UTC)
        return WallTime(int(noon.timestamp()), 60)


class Silence:
    """Cues that nobody hears."""

    def play(self, name: str) -> None:
        """Play nothing."""

    def set_enabled(self, enabled: bool) -> None:
        """Nothing to switch."""


def surroundings(journal: KeptSessions, language: str = "en") -> Services:
    """Services around that journal."""
    content = load_content(language)
    return Services(content, journal, FixedClock(), Silence(), Settings(), lambda _settings: None)
