"""The four lines of a help page: what to do, by when, what not to do, when to call."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFocusEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kneecoach.ui.help_words import HelpWords
from kneecoach.ui.kit.labels import TextLabel
from kneecoach.ui.kit.pill import Icon
from kneecoach.ui.kit.shapes import RING, focus_ring, inner, rounded, smooth
from kneecoach.ui.look import Look

LINE_ICONS = ("phone", "clock", "hand", "warn")  # in the order of the lines (look-pages 3)
_RADIUS = 24


class HelpLine(QWidget):
    """One of the four lines: an icon, a small head and the words."""

    def __init__(self, look: Look, icon: str) -> None:
        super().__init__()
        self._icon = Icon(look, icon, size=34, stroke=2.2)
        self._name = icon
        self.head = TextLabel(look, px=16, weight=700)
        self.words = TextLabel(look, px=23, weight=700)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignVCenter)
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addStretch(1)
        column.addWidget(self.head)
        column.addWidget(self.words)
        column.addStretch(1)
        self._row.addLayout(column, 1)
        self.set_compact(False)

    def set_compact(self, compact: bool) -> None:
        """Smaller in narrow windows (look-pages 3)."""
        self._row.setContentsMargins(*((22, 4, 18, 4) if compact else (30, 8, 28, 8)))
        self._row.setSpacing(20 if compact else 28)
        self._icon.setFixedSize(*((25, 25) if compact else (34, 34)))
        self.head.set_px(13.5 if compact else 16)
        self.words.set_px(17.5 if compact else 23)

    def show_line(self, head: str, words: str, *, called: bool) -> None:
        """Show this; `called` marks the line that tells when to call an ambulance."""
        self.head.setText(head)
        self.words.setText(words)
        self.head.set_role("danger_ink" if called else "primary")
        self.words.set_role("danger_ink" if called else "ink")
        self._icon.set_icon(
            self._name, "danger_ink" if called or self._name == "hand" else "primary"
        )


class HelpLines(QWidget):
    """The four lines on one card. It has the focus first, and a screen reader reads all of it.

    No key does anything on it, so that what led here can't lead away by being pressed twice.
    """

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._call = 0
        self.lines = tuple(HelpLine(look, icon) for icon in LINE_ICONS)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(RING, RING, RING, RING)
        column.setSpacing(0)
        for line in self.lines:
            column.addWidget(line, 1)
        look.changed.connect(self.update)

    def set_compact(self, compact: bool) -> None:
        """Smaller in narrow windows."""
        for line in self.lines:
            line.set_compact(compact)

    def show_words(self, words: HelpWords) -> None:
        """Show these lines."""
        self._call = words.call
        for number, (line, (head, text)) in enumerate(zip(self.lines, words.lines, strict=True)):
            line.show_line(head, text, called=number == words.call)
        self.setAccessibleName(words.spoken)
        self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._look.theme
        painter = smooth(QPainter(self))
        box = inner(QRectF(self.rect()))
        rounded(painter, box, _RADIUS, theme.surface)
        card = QPainterPath()
        card.addRoundedRect(box, _RADIUS, _RADIUS)
        marked = QPainterPath()
        marked.addRect(QRectF(self.lines[self._call].geometry()))
        painter.fillPath(card.intersected(marked), QColor(theme.danger_soft))
        painter.setPen(QPen(QColor(theme.line), 1))
        for number, line in enumerate(self.lines[1:], start=1):
            if self._call not in (number, number - 1):
                top = float(line.y())
                painter.drawLine(QPointF(box.left() + 28, top), QPointF(box.right() - 28, top))
        if self.hasFocus():
            focus_ring(painter, box, _RADIUS, theme)
        painter.end()
