"""A box to tick, with its words and its key."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QWidget

from kneecoach.ui.fonts import font
from kneecoach.ui.icons import draw_icon
from kneecoach.ui.kit.shapes import RING, focus_ring, inner, key_cap, key_cap_width, rounded, smooth
from kneecoach.ui.look import Look

_BOX = 26  # px
_CAP = 22
_GAP = 12
_RADIUS = 12


class Tick(QCheckBox):
    """Something that is so or not; the box, its check and the words tell it together."""

    def __init__(self, look: Look, text: str, key: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._look = look
        self._key = key
        self.setFont(font(17, 600))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        look.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        width = _BOX + _GAP + self._text_width() + _GAP + self._cap_width() + 12
        return QSize(round(width) + 2 * RING, 44 + 2 * RING)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hitButton(self, _pos: QPoint) -> bool:
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def take_key(self, event: QKeyEvent) -> bool:
        """Tick the box, or take the tick back, with its own key; False for any other key."""
        if event.text().upper() != self._key or event.isAutoRepeat():
            return False
        self.click()
        return True

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, on = self._look.theme, self.isChecked()
        painter = smooth(QPainter(self))
        area = inner(QRectF(self.rect()))
        box = QRectF(area.left() + 4, area.center().y() - _BOX / 2, _BOX, _BOX)
        rounded(painter, box, 8, theme.danger if on else None, None if on else theme.line2, 2)
        if on:
            draw_icon(painter, "check", box.adjusted(4, 4, -4, -4), theme.on_danger, 3)
        if self.hasFocus():
            focus_ring(painter, area, _RADIUS, theme)
        words = QRectF(box.right() + _GAP, area.top(), self._text_width() + 2, area.height())
        painter.setFont(self.font())
        painter.setPen(theme.danger_ink if on else theme.ink)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self.text())
        spot = QRectF(words.right() + _GAP - 2, area.center().y() - _CAP / 2, 0, _CAP)
        spot.setWidth(self._cap_width())
        key_cap(painter, spot, self._key, QColor(theme.ink2))
        painter.end()

    def _text_width(self) -> float:
        return QFontMetricsF(self.font()).horizontalAdvance(self.text())

    def _cap_width(self) -> float:
        return key_cap_width(self._key, 13)
