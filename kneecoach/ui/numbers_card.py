"""The emergency numbers of the chosen country, large."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from kneecoach.domain.guidance import EmergencyNumbers
from kneecoach.domain.texts import Texts
from kneecoach.ui.emergency_words import anywhere_words, digits_of
from kneecoach.ui.fonts import font
from kneecoach.ui.kit.buttons import LinkButton
from kneecoach.ui.kit.card import Card
from kneecoach.ui.kit.labels import APART, HEAVIEST, Heading, TextLabel
from kneecoach.ui.kit.shapes import RING
from kneecoach.ui.look import Look
from kneecoach.ui.words import translate

_PX = (42, 36, 30, 26, 22)  # of the digits, the largest that fits
_EDGE = 16  # px around the plates
_ACROSS, _DOWN = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom


def widest(digits: str, width: float, sizes: tuple[int, ...] = _PX) -> int:
    """The largest of the sizes in px at which the digits fit the width, or the smallest."""
    return next((px for px in sizes if _width(digits, px) <= width), sizes[-1])


def _width(digits: str, px: int) -> float:
    used = font(px, HEAVIEST, tabular=True, tracking=APART)
    return QFontMetricsF(used).horizontalAdvance(digits)


def drop(widget: QWidget | None) -> None:
    """Take a widget out of sight at once, and delete it when nothing uses it any more."""
    if widget is not None:
        widget.setParent(None)
        widget.deleteLater()


class NumberPlate(Card):
    """One number with what it is for beside it, or under it where there is no room."""

    def __init__(
        self, look: Look, digits: str, name: str, words: str, *, danger: bool, width: int
    ) -> None:
        """`width` is the plate's own in px."""
        super().__init__(look, "danger_soft" if danger else "sunken", radius=16)
        ink = "danger_ink" if danger else "ink"
        room = width - 32
        beside = 14 + QFontMetricsF(font(17, 700)).horizontalAdvance(name)
        whole = _width(digits, _PX[0])
        across = whole + beside <= room
        row = QBoxLayout(_ACROSS if across else _DOWN, self)
        row.setContentsMargins(18, 8, 14, 10)
        row.setSpacing(14 if across else 0)
        row.addWidget(
            TextLabel(
                look,
                digits,
                px=widest(digits, room),
                weight=800,
                role=ink,
                wrap=False,
                tabular=True,
            )
        )
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addStretch(1)
        column.addWidget(TextLabel(look, name, px=17, weight=700, role=ink))
        if words:
            column.addWidget(TextLabel(look, words, px=14.5, role=ink if danger else "ink2"))
        column.addStretch(1)
        row.addLayout(column, 1)


class NumbersCard(Card):
    """Country and numbers; `change_wanted` when another country is to be chosen."""

    change_wanted = Signal()

    def __init__(self, look: Look, texts: Texts, width: int) -> None:
        """`width` is the card's own in px."""
        super().__init__(look)
        self.setFixedWidth(width)
        self._texts = texts
        self._country = Heading(look, px=18)
        self.change = LinkButton(look, "", px=15, height=44)
        self.change.clicked.connect(self.change_wanted)
        self._plates = QWidget()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(_EDGE, 8, _EDGE, _EDGE)
        self._column.setSpacing(2)
        head = QHBoxLayout()
        head.setContentsMargins(8, 0, -RING, 0)
        head.addWidget(self._country, 1)
        head.addWidget(self.change)
        self._column.addLayout(head)
        self._column.addWidget(self._plates)

    def show_numbers(self, numbers: EmergencyNumbers) -> None:
        """Show that country's numbers; without a country those for anywhere (guide 3.2)."""
        chosen = bool(numbers.country)
        name = self._texts.countries[numbers.country]
        self._country.setText(name if chosen else translate("Numbers", "No country chosen"))
        words = translate("Numbers", "Change") if chosen else translate("Numbers", "Choose")
        self.change.setText(words)
        self.change.setAccessibleName(
            translate("Numbers", "Change the country")
            if chosen
            else translate("Numbers", "Choose your country")
        )
        plates = self._new_plates(numbers)
        self._column.replaceWidget(self._plates, plates)
        drop(self._plates)
        self._plates = plates

    def _new_plates(self, numbers: EmergencyNumbers) -> QWidget:
        plates = QWidget()
        column = QVBoxLayout(plates)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        emergency = translate("Numbers", "Emergency")
        ambulance = translate("Numbers", "for an ambulance")
        if not numbers.country:
            ambulance = anywhere_words(numbers, self._texts)
        column.addWidget(self._plate(digits_of(numbers), emergency, ambulance, danger=True))
        if numbers.urgent:
            urgent = translate("Numbers", "Urgent, today")
            column.addWidget(self._plate(numbers.urgent, urgent, "", danger=False))
        return plates

    def _plate(self, digits: str, name: str, words: str, *, danger: bool) -> NumberPlate:
        width = self.width() - 2 * _EDGE
        return NumberPlate(self._look, digits, name, words, danger=danger, width=width)


class SmallPlate(Card):
    """A number as a plate in the head of a help page, where there is no column beside it."""

    def __init__(self, look: Look, digits: str, name: str) -> None:
        super().__init__(look, "on_urgent", radius=14)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 4, 10, 6)
        column.setSpacing(0)
        for words, px, weight in ((digits, 28, 800), (name, 13, 600)):
            size = widest(words, 150, (28, 22, 18)) if px > 20 else px
            label = TextLabel(
                look,
                words,
                px=size,
                weight=weight,
                role="urgent",
                wrap=False,
                tabular=True,
                align=Qt.AlignmentFlag.AlignHCenter,
            )
            column.addWidget(label)
        self.setMinimumSize(78, 66)
