"""The parts of the warning signs that change: the numbers, the way to help, other countries."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kneecoach.domain.content import Content
from kneecoach.domain.guidance import EmergencyNumbers
from kneecoach.domain.texts import Texts
from kneecoach.ui.emergency_words import anywhere_words, digits_of
from kneecoach.ui.kit.buttons import DangerButton
from kneecoach.ui.kit.card import Card
from kneecoach.ui.kit.labels import Heading, TextLabel
from kneecoach.ui.kit.pill import Icon
from kneecoach.ui.look import Look
from kneecoach.ui.words import translate


class NumbersBanner(Card):
    """The numbers of the chosen country on red, or those for anywhere (guide 3.2)."""

    def __init__(self, look: Look, texts: Texts) -> None:
        super().__init__(look, "urgent", radius=26)
        self._texts = texts
        row = self.row(28, 24)
        row.addWidget(Icon(look, "phone", role="on_urgent", size=52, stroke=1.8))
        words = QVBoxLayout()
        words.setSpacing(0)
        self._name = self._label(18, 600)
        self._digits = self._label(42, 800)
        self._sentence = self._label(17, 500)
        for label in (self._name, self._digits, self._sentence):
            words.addWidget(label)
        row.addLayout(words, 1)
        self._urgent = QWidget()
        urgent = QVBoxLayout(self._urgent)
        urgent.setContentsMargins(0, 0, 0, 0)
        urgent.setSpacing(0)
        name = self._label(18, 600)
        name.setText(translate("SignsPage", "Urgent, today"))
        self._urgent_digits = self._label(42, 800)
        urgent.addWidget(name)
        urgent.addWidget(self._urgent_digits)
        row.addWidget(self._urgent, 0, Qt.AlignmentFlag.AlignVCenter)

    def show_numbers(self, numbers: EmergencyNumbers) -> None:
        """Show those numbers; without a country, that there may be others."""
        chosen = bool(numbers.country)
        name = translate("SignsPage", "Emergency")
        if chosen:
            country = self._texts.countries[numbers.country]
            name = translate("SignsPage", "Emergency, {country}").format(country=country)
        self._name.setText(name)
        self._digits.setText(digits_of(numbers))
        self._sentence.setText(anywhere_words(numbers, self._texts))
        self._sentence.setVisible(not chosen)
        self._urgent.setVisible(bool(numbers.urgent))
        self._urgent_digits.setText(numbers.urgent or "")

    def _label(self, px: float, weight: int) -> TextLabel:
        wrap = px < 20
        return TextLabel(
            self._look, px=px, weight=weight, role="on_urgent", wrap=wrap, tabular=True
        )


class HelpWay(Card):
    """What was ticked, and the way to the page that tells what to do about it."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, "surface", border="danger")
        row = self.row(20, 16)
        row.addWidget(Icon(look, "lock", role="danger_ink", size=28))
        words = QVBoxLayout()
        words.setSpacing(1)
        ticked = translate("SignsPage", "From your check")
        words.addWidget(TextLabel(look, ticked, px=15, weight=700, role="danger_ink"))
        self._title = Heading(look, px=19)
        words.addWidget(self._title)
        row.addLayout(words, 1)
        self.button = DangerButton(look, translate("SignsPage", "What to do"), icon="right")
        row.addWidget(self.button)

    def show_title(self, title: str) -> None:
        """Show what was ticked."""
        self._title.setText(title)


class CountriesCard(Card):
    """The numbers of the other countries."""

    def __init__(self, look: Look, content: Content) -> None:
        super().__init__(look)
        self._texts = content.texts
        self._rows: dict[str, QWidget] = {}
        column = self.column(22, 10)
        self._head = Heading(look, px=18)
        column.addWidget(self._head)
        for numbers in content.numbers:
            if numbers.country:
                self._rows[numbers.country] = self._country(numbers)
                column.addWidget(self._rows[numbers.country])

    def leave_out(self, country: str) -> None:
        """Show all countries but that one, whose numbers stand above."""
        chosen = country in self._rows
        others = translate("SignsPage", "Other countries")
        self._head.setText(others if chosen else translate("SignsPage", "Your country"))
        for name, row in self._rows.items():
            row.setVisible(name != country)

    def _country(self, numbers: EmergencyNumbers) -> QWidget:
        country = QWidget()
        column = QVBoxLayout(country)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        row = QHBoxLayout()
        row.addWidget(TextLabel(self._look, self._texts.countries[numbers.country], weight=600), 1)
        digits = TextLabel(
            self._look,
            digits_of(numbers),
            px=22,
            weight=800,
            role="danger_ink",
            wrap=False,
            tabular=True,
        )
        row.addWidget(digits)
        column.addLayout(row)
        if numbers.urgent:
            urgent = translate("SignsPage", "Urgent, today: {number}").format(number=numbers.urgent)
            column.addWidget(TextLabel(self._look, urgent, px=15, role="ink2"))
        return country
