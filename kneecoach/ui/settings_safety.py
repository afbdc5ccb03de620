"""What Settings has on safety: country with its numbers, since when it hurts, the check."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kneecoach.domain.content import Content
from kneecoach.domain.guidance import numbers_for
from kneecoach.domain.safety import Standing
from kneecoach.ui.help_words import day_words
from kneecoach.ui.kit.announce import announce
from kneecoach.ui.kit.flow import Flow
from kneecoach.ui.look import Look
from kneecoach.ui.numbers_line import NumbersLine
from kneecoach.ui.person_lists import OPEN, SinceLists, country_list
from kneecoach.ui.services import Services
from kneecoach.ui.words import translate

_PX, _HEIGHT = 16, 48
_LEAST_NUMBERS = 240  # px of the numbers beside the country before they go under it


class CountryField(Flow):
    """The country, with its numbers beside it; `chosen` carries its two letters, "" for another."""

    chosen = Signal(str)

    def __init__(self, look: Look, name: str, content: Content) -> None:
        super().__init__()
        self._numbers = content.numbers
        self.list = country_list(look, name, content)
        self.list.set_size(_PX, _HEIGHT)
        self.line = NumbersLine(look, content.texts)
        self.line.set_scale(0.9)
        self.add(self.list)
        self.add(self.line, grows=True, least=_LEAST_NUMBERS)
        self.list.chosen.connect(self._chosen)

    def set_value(self, country: str) -> None:
        """Show that country without telling it."""
        self.list.set_value(country)
        self.line.show_numbers(numbers_for(self._numbers, country))

    def take_focus(self) -> None:
        """Give the focus to the list."""
        self.list.setFocus()

    def _chosen(self, country: str) -> None:
        self.line.show_numbers(numbers_for(self._numbers, country))
        announce(self.list, self.line.accessibleName())
        self.chosen.emit(country)


class SinceField(QWidget):
    """Month and year in which the pain began, or both open; `chosen` carries "2026-10" or ""."""

    chosen = Signal(str)

    def __init__(self, look: Look, name: str, language: str, today: date) -> None:
        super().__init__()
        self._lists = SinceLists(look, f"{name}:", language, today)
        self.month, self.year = self._lists.lists
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for field in self._lists.lists:
            field.set_size(_PX, _HEIGHT)
            field.chosen.connect(self._chosen)
            row.addWidget(field)

    def set_value(self, since: str) -> None:
        """Show that beginning without telling it."""
        self._lists.show(since)

    def _chosen(self, value: str) -> None:
        """Tell what is whole: one left open leaves both open, a month to come is not taken."""
        if value == OPEN:
            self.set_value("")
        since = self._lists.since
        if since is not None:
            self.chosen.emit(since)


def check_words(services: Services) -> str:
    """How long the last check of warning signs holds, or that it has to be answered."""
    check, last = services.check, services.checks.last(whole=True)
    if check is None:
        return translate("SettingsPage", "Not answered yet. Everything is closed until then.")
    if check.standing is not Standing.VALID or last is None:
        return translate("SettingsPage", "It has to be answered anew before anything opens.")
    texts = services.content.texts
    return texts.check.outcome.valid.format(day=day_words(last.until, texts))
