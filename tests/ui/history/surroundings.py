"""Surroundings of the page in tests: real content, a clock that stands, a journal that holds."""

from __future__ import annotations

from datetime import UTC, datetime

from kneecoach.clock import HandClock
from kneecoach.domain.settings import Settings
from kneecoach.store.content import load_content
from kneecoach.ui.history_page import HistoryPage
from kneecoach.ui.look import Look
from kneecoach.ui.services import Services
from tests.ui.history.kept import TODAY, KeptSessions
from tests.ui.surroundings import HeardCues


def clock_of_today() -> HandClock:
    """The afternoon of TODAY."""
    noon = datetime(TODAY.year, TODAY.month, TODAY.day, 14, tzinfo=UTC)
    return HandClock(int(noon.timestamp()), 60)


def surroundings(journal: KeptSessions, language: str = "en") -> Services:
    """Services around that journal."""
    return Services(
        content=load_content(language),
        journal=journal,
        clock=clock_of_today(),
        cues=HeardCues(),
        settings=Settings(),
        save_settings=lambda _settings: None,
    )


def page_of(journal: KeptSessions, look: Look, language: str = "en") -> HistoryPage:
    """The page with what the journal holds, as wide as in a window of 1280 × 800."""
    page = HistoryPage(surroundings(journal, language), look)
    page.resize(1184, 800)
    page.refresh()
    return page
