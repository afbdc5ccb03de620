"""A section of the settings: its name, and a card with a row for each choice (look-pages 9)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from kneecoach.ui.kit.card import Card
from kneecoach.ui.kit.labels import Heading, TextLabel
from kneecoach.ui.kit.page import NO_LIMIT
from kneecoach.ui.kit.pill import Icon
from kneecoach.ui.kit.shapes import RING
from kneecoach.ui.look import Look

_NAME_WIDTH = 248


class Row(NamedTuple):
    """One choice: its name, one line of explanation, and its control beside or (wide) under it.

    `words` is a label where what it says changes.
    """

    title: str
    words: str | TextLabel
    control: QWidget
    wide: bool = False


class Line(QWidget):
    """A hairline between two rows."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setFixedHeight(1)
        look.changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect().adjusted(RING, 0, 0, 0), QColor(self._look.theme.line))
        painter.end()


class Section(QWidget):
    """A few rows that belong together, with their name beside them or over them."""

    def __init__(self, look: Look, icon: str, name: str, rows: Sequence[Row]) -> None:
        super().__init__()
        self._look = look
        self._head = self._named(icon, name)
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(0, 0, 0, 0)
        head = QVBoxLayout()
        head.addWidget(self._head)
        head.addStretch(1)
        self._line.addLayout(head)
        self._line.addWidget(self._card(rows), 1)

    def set_compact(self, compact: bool) -> None:
        """The name over the rows, or beside them."""
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._line.setDirection(down if compact else across)
        self._line.setSpacing(4 if compact else 24)
        self._head.setMinimumWidth(0 if compact else _NAME_WIDTH)
        self._head.setMaximumWidth(NO_LIMIT if compact else _NAME_WIDTH)
        self._head.setContentsMargins(0, 4 if compact else 22, 0, 0)

    def _named(self, icon: str, name: str) -> QWidget:
        head = QWidget()
        row = QHBoxLayout(head)
        row.setContentsMargins(4, 0, 0, 0)
        row.setSpacing(14)
        row.addWidget(Icon(self._look, icon, role="primary"))
        row.addWidget(Heading(self._look, name, px=18), 1)
        return head

    def _card(self, rows: Sequence[Row]) -> Card:
        card = Card(self._look)
        column = card.column(8, 0)
        column.setContentsMargins(24 - RING, 8, 20, 8)
        for number, row in enumerate(rows):
            if number:
                column.addWidget(Line(self._look))
            column.addLayout(self._row(row))
        return card

    def _row(self, row: Row) -> QBoxLayout:
        line = QVBoxLayout() if row.wide else QHBoxLayout()
        line.setContentsMargins(0, 10, 0, 10)
        line.setSpacing(12 if row.wide else 20)
        column = QVBoxLayout()
        column.setSpacing(1)
        column.addStretch(1)
        words = row.words
        if isinstance(words, str):
            words = TextLabel(self._look, words, px=15, role="ink2")
        for label in (TextLabel(self._look, row.title, px=17, weight=600), words):
            label.setContentsMargins(RING, 0, 0, 0)  # in line with what a control paints
            column.addWidget(label)
        column.addStretch(1)
        line.addLayout(column, 1)
        line.addWidget(row.control)
        return line
