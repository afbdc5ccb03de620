"""The pages of the pillars by themselves, with a check that stands as a test wants it."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeVar

from PySide6.QtWidgets import QApplication, QWidget

from kneecoach.domain.safety import CheckOutcome
from kneecoach.domain.settings import Settings, ThemeChoice
from kneecoach.ui.choices import Choices
from kneecoach.ui.load_page import LoadPage
from kneecoach.ui.look import Look
from kneecoach.ui.massage_page import MassagePage
from kneecoach.ui.pictures import Pictures
from kneecoach.ui.services import NoChecks, Services
from tests.ui.surroundings import Surroundings

OPEN = CheckOutcome(frozenset())
SIDE_CHOSEN = Settings(side_chosen=True, started=True)
_Page = TypeVar("_Page", LoadPage, MassagePage)


class Standing(NoChecks):
    """A check that stands like that until it is set anew."""

    def __init__(self, outcome: CheckOutcome | None) -> None:
        self.outcome = outcome

    def now(self) -> CheckOutcome | None:
        return self.outcome


class Made:
    """Makes pages and keeps what they are made of alive."""

    def __init__(self, surroundings: Surroundings) -> None:
        self.look = Look(ThemeChoice.LIGHT, calm=True)
        self.checks = Standing(OPEN)
        self.services: Services = replace(surroundings.services, checks=self.checks)
        content, clock = self.services.content, surroundings.clock
        self.pictures = Pictures(content.poses, self.look, clock, content.front)
        self.choices = Choices(SIDE_CHOSEN, lambda _changed: None)
        self._pages: list[QWidget] = []

    def put_away(self) -> None:
        """Close every page that was made, so that none lies over the next test's."""
        for page in self._pages:
            page.hide()
            page.deleteLater()
        QApplication.processEvents()

    def load(self, outcome: CheckOutcome | None = OPEN) -> LoadPage:
        """The page *Take load off*."""
        self.checks.outcome = outcome
        return self._shown(LoadPage(self.services, self.look, self.pictures))

    def massage(
        self, outcome: CheckOutcome | None = OPEN, settings: Settings = SIDE_CHOSEN
    ) -> MassagePage:
        """The page *Massage and roller*."""
        self.checks.outcome = outcome
        self.choices = Choices(settings, lambda _changed: None)
        return self._shown(MassagePage(self.services, self.look, self.pictures, self.choices))

    def _shown(self, page: _Page) -> _Page:
        self._pages.append(page)
        page.resize(1184, 800)
        page.show()
        page.activateWindow()
        QApplication.processEvents()
        page.take_focus()
        return page
