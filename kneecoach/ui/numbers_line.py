"""The emergency numbers of a country in one line, beside the choice of it (look-pages 2)."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from kneecoach.domain.guidance import EmergencyNumbers
from kneecoach.domain.texts import Texts
from kneecoach.ui.emergency_words import anywhere_words, digits_of
from kneecoach.ui.kit.card import Card
from kneecoach.ui.kit.flow import Flow
from kneecoach.ui.kit.labels import TextLabel
from kneecoach.ui.kit.pill import Icon
from kneecoach.ui.kit.shapes import RING
from kneecoach.ui.look import Look

translate = QCoreApplication.translate

_DIGITS, _NAME = 22, 17  # px


class _Number(Flow):
    """A number and what it is for, beside or under it."""

    def __init__(self, look: Look, words: str) -> None:
        super().__init__(gap=6)
        self._scale = 1.0
        self._digits = TextLabel(look, px=_DIGITS, weight=700, wrap=False, tabular=True)
        self._words = TextLabel(look, words, px=15.5, role="ink2", wrap=False)
        self.add(self._digits)
        self.add(self._words)

    def show_number(self, digits: str) -> None:
        """Show that number; a line that has a name instead is written smaller."""
        self._digits.setText(digits)
        self.set_scale(self._scale)
        self.setVisible(bool(digits))

    def set_scale(self, scale: float) -> None:
        """Take that size: 1 is full."""
        self._scale = scale
        named = self._digits.text().isalpha()
        self._digits.set_px((_NAME if named else _DIGITS) * scale)
        self._words.set_px(15.5 * scale)


class NumbersLine(QWidget):
    """Each number with what it is for; without a country those for anywhere (guide 3.2)."""

    def __init__(self, look: Look, texts: Texts) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._texts = texts
        around = QHBoxLayout(self)
        around.setContentsMargins(RING, RING, RING, RING)  # in line with what a control paints
        card = Card(look, "sunken", radius=14)
        around.addWidget(card)
        self._emergency = _Number(look, translate("FirstPage", "emergency"))
        self._urgent = _Number(look, translate("FirstPage", "urgent"))
        self._anywhere = TextLabel(look, weight=600)
        row = card.row(8, 10)
        row.setContentsMargins(16, 6, 12, 6)
        row.addWidget(Icon(look, "phone", role="danger_ink", size=22))
        flow = Flow(gap=10)
        for number in (self._emergency, self._urgent):
            flow.add(number)
        flow.add(self._anywhere, grows=True, least=100)
        row.addWidget(flow, 1, Qt.AlignmentFlag.AlignVCenter)

    def show_numbers(self, numbers: EmergencyNumbers) -> None:
        """Show those numbers; the screen reader is told all of them as the name."""
        chosen = bool(numbers.country)
        anywhere = anywhere_words(numbers, self._texts)
        self._anywhere.setText(anywhere)
        self._anywhere.setVisible(not chosen)
        self._emergency.show_number(digits_of(numbers) if chosen else "")
        self._urgent.show_number(numbers.urgent or "")
        self.setAccessibleName(_spoken(numbers) if chosen else anywhere)

    def set_scale(self, scale: float) -> None:
        """Take that size: 1 is full."""
        self._emergency.set_scale(scale)
        self._urgent.set_scale(scale)
        self._anywhere.set_px(15.5 * scale)


def _spoken(numbers: EmergencyNumbers) -> str:
    emergency = translate("FirstPage", "Emergency: {numbers}").format(
        numbers=", ".join(numbers.emergency)
    )
    if not numbers.urgent:
        return emergency
    urgent = translate("FirstPage", "Urgent: {number}").format(number=numbers.urgent)
    return f"{emergency}. {urgent}"
