"""Answers of a card as tiles: a key, a verb and a line on what happens then (look 6.2)."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kneecoach.ui.kit.card import PressCard, see_through
from kneecoach.ui.kit.labels import TextLabel
from kneecoach.ui.kit.pill import Icon
from kneecoach.ui.kit.shapes import focus_ring, inner, key_cap, key_cap_width, rounded, smooth
from kneecoach.ui.look import Look

_RADIUS = 16
_EDGE = 16  # px between the edge and what stands on a tile
_KEY = 22  # px, the height of the key cap


class Tile(PressCard):
    """One answer; `main` sets the one apart that is usually right."""

    def __init__(self, look: Look, text: str, line: str, key: str, *, main: bool = False) -> None:
        super().__init__(look, text, radius=_RADIUS)
        self._key = key
        self._main = main
        self._words = TextLabel(look, text, px=17, weight=700)
        self._line = TextLabel(look, line, px=14.5, role="ink2")
        column = self.column(_EDGE - 2, 2)
        column.addSpacing(_KEY + 4)
        column.addWidget(see_through(self._words))
        column.addWidget(see_through(self._line))
        column.addStretch(1)
        self.set_line(line)

    def set_line(self, line: str) -> None:
        """Say that about the answer from now on."""
        self._line.setText(line)
        self.setAccessibleDescription(line)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.EnabledChange:
            self._words.set_role("ink" if self.isEnabled() else "ink3")
            self._line.set_role("ink2" if self.isEnabled() else "ink3")

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._look.theme
        painter = smooth(QPainter(self))
        box, on = inner(QRectF(self.rect())), self.isEnabled()
        fill = theme.primary_soft if on and (self._main or self.underMouse()) else None
        rounded(painter, box, _RADIUS, fill if on else theme.sunken)
        rounded(painter, box, _RADIUS, None, theme.line2 if on else theme.line, 1.6)
        left, top = box.left() + _EDGE - 2, box.top() + _EDGE - 2
        cap = QRectF(left, top, key_cap_width(self._key, 13), _KEY)
        key_cap(painter, cap, self._key, QColor(theme.ink2 if on else theme.ink3))
        if self.shows_ring:
            focus_ring(painter, box, _RADIUS, theme)
        painter.end()


class _Cap(QWidget):
    """A key cap by itself."""

    def __init__(self, look: Look, key: str, role: str) -> None:
        super().__init__()
        self._look = look
        self._key = key
        self._role = role
        self.setFixedSize(round(key_cap_width(key, 13)), _KEY)
        look.changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = smooth(QPainter(self))
        key_cap(painter, QRectF(self.rect()), self._key, getattr(self._look.theme, self._role))
        painter.end()


class DangerStrip(PressCard):
    """Signs that need help now, and the way to the page that tells them all, with its key."""

    def __init__(self, look: Look, signs: tuple[str, ...], action: str, key: str = "") -> None:
        super().__init__(look, " ".join((*signs, action)), "danger_soft", radius=_RADIUS)
        row = self.row(12, 14)
        words = QVBoxLayout()
        words.setSpacing(0)
        for text in (*signs, action):
            weight = 500 if text is action else 700
            label = TextLabel(look, text, weight=weight, role="danger_ink")
            words.addWidget(see_through(label))
        row.addWidget(see_through(Icon(look, "warn", role="danger_ink", size=26)))
        row.addLayout(words, 1)
        if key:
            row.addWidget(see_through(_Cap(look, key, "danger_ink")))
        row.addWidget(see_through(Icon(look, "chevron", role="danger_ink", size=22)))
