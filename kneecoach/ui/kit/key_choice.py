"""A few answers in a row, each with its key, of which one can be taken (look 6.2)."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from kneecoach.ui.fonts import font
from kneecoach.ui.icons import draw_icon
from kneecoach.ui.kit.choice import ChoiceButton, OneOf
from kneecoach.ui.kit.shapes import RING, focus_ring, inner, key_cap, key_cap_width, rounded, smooth
from kneecoach.ui.look import Look

_PX = 18
_HEIGHT = 52  # px, without the ring
_CAP = 22
_GAP = 10
_RADIUS = 16


class _KeyedChoice(ChoiceButton):
    """One answer: the chosen one is filled, has a stronger edge and a check instead of its key."""

    def __init__(self, look: Look, text: str, key: str, parent: QWidget) -> None:
        super().__init__(look, text, parent)
        self.key = key
        self.setFont(font(_PX, 700))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(round(self._width()) + 30 + 2 * RING, _HEIGHT + 2 * RING)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, chosen = self._look.theme, self.isChecked()
        painter = smooth(QPainter(self))
        box = inner(QRectF(self.rect()))
        fill = theme.primary_soft if chosen or self.underMouse() else None
        edge = (theme.primary, 2.4) if chosen else (theme.line2, 1.6)
        rounded(painter, box, _RADIUS, fill, *edge)
        if self.shows_ring:
            focus_ring(painter, box, _RADIUS, theme)
        left = box.center().x() - self._width() / 2
        words = QRectF(left, box.top(), self._text_width() + 2, box.height())
        painter.setFont(self.font())
        painter.setPen(theme.ink)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self.text())
        top = box.center().y() - _CAP / 2
        spot = QRectF(left + self._text_width() + _GAP, top, self._cap_width(), _CAP)
        if chosen:
            draw_icon(painter, "check", QRectF(spot.left(), top, _CAP, _CAP), theme.primary, 2.6)
        elif self.key:
            key_cap(painter, spot, self.key, QColor(theme.ink2))
        painter.end()

    def _text_width(self) -> float:
        return QFontMetricsF(self.font()).horizontalAdvance(self.text())

    def _cap_width(self) -> float:
        return max(float(_CAP), key_cap_width(self.key, 13)) if self.key else float(_CAP)

    def _width(self) -> float:
        return self._text_width() + _GAP + self._cap_width()


class KeyedChoices(OneOf):
    """Answers in a row; `options` are values with their words and keys ("" for none)."""

    def __init__(
        self,
        look: Look,
        name: str,
        options: Sequence[tuple[str, str, str]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(name, parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12 - 2 * RING)
        for value, words, key in options:
            button = _KeyedChoice(look, words, key, self)
            button.setAccessibleName(f"{name} {words}")
            self._join(button, value)
            row.addWidget(button, 1)

    def take_key(self, event: QKeyEvent) -> bool:
        """Take the answer whose key that is; False when it is none of them."""
        for button in self._group.buttons():
            key = button.key if isinstance(button, _KeyedChoice) else ""
            if key and event.text().upper() == key and not event.isAutoRepeat():
                if self._group.checkedButton() is not button and self._has_focus():
                    button.setFocus(Qt.FocusReason.ShortcutFocusReason)
                button.click()
                return True
        return False

    def _has_focus(self) -> bool:
        return any(button.hasFocus() for button in self._group.buttons())
