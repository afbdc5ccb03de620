"""A whole number to type, or to change by steps (look-pages 0.1)."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFontMetricsF,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPalette,
)
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from kneecoach.ui.fonts import font
from kneecoach.ui.kit.buttons import LEAST
from kneecoach.ui.kit.shapes import RING, focus_ring, inner, rounded, smooth
from kneecoach.ui.look import Look

_RADIUS = 16
_PAD = 20  # px
_OWN = (
    *(Qt.Key.Key_Backspace, Qt.Key.Key_Delete, Qt.Key.Key_Left, Qt.Key.Key_Right),
    *(Qt.Key.Key_Home, Qt.Key.Key_End),
)


class NumberField(QLineEdit):
    """Digits with their unit; typing replaces what stands there.

    `digit` carries a digit that was typed, `step` +1 or -1 for Up and Down: who listens says by
    `setText` what stands there then. Letters, Enter and Esc are left to the page.
    """

    digit = Signal(str)
    step = Signal(int)

    def __init__(self, look: Look, name: str, unit: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._unit = unit
        self._px, self._tall = 34.0, 64
        self._fresh = False  # the next digit replaces what stands there
        self.setAccessibleName(name)
        self.setFrame(False)
        self.setMaxLength(3)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_size(self._px, self._tall)
        self._colour()
        look.changed.connect(self._colour)

    def set_size(self, px: float, height: int) -> None:
        """Use that text size and that height without the ring, at least 44 px."""
        self._px, self._tall = px, max(LEAST, height)
        self.setFont(font(px, 700, tabular=True))
        pad = RING + round(_PAD * px / 34)
        self.setTextMargins(pad - 2, 0, round(self._unit_width()) + pad, 0)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        digits = QFontMetricsF(self.font()).horizontalAdvance("000")
        width = digits + 12 + self._unit_width() + 2 * _PAD
        return QSize(round(width) + 2 * RING, self._tall + 2 * RING)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._fresh = True
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}
        key, text = Qt.Key(event.key()), event.text()
        if key in steps:
            self.step.emit(steps[key])
        elif len(text) == 1 and text in "0123456789":
            self._take_digit(text)
        elif key in _OWN:
            self._fresh = False
            super().keyPressEvent(event)
        else:
            event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._look.theme
        painter = smooth(QPainter(self))
        box = inner(QRectF(self.rect()))
        edge = (theme.primary, 2.4) if self.hasFocus() else (theme.line2, 1.6)
        rounded(painter, box, _RADIUS, None, *edge)
        if self.hasFocus():
            focus_ring(painter, box, _RADIUS, theme)
        painter.setFont(font(self._px * 0.53, 500))
        painter.setPen(QColor(theme.ink2))
        words = box.adjusted(0, 0, -_PAD * self._px / 34, 0)
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        painter.drawText(words, int(flags), self._unit)
        painter.end()
        super().paintEvent(event)

    def _take_digit(self, text: str) -> None:
        if self._fresh or self.hasSelectedText():
            self._fresh = False
            self.clear()
        self.digit.emit(text)

    def _unit_width(self) -> float:
        return QFontMetricsF(font(self._px * 0.53, 500)).horizontalAdvance(self._unit)

    def _colour(self) -> None:
        theme = self._look.theme
        palette = QPalette(self.palette())
        palette.setColor(QPalette.ColorRole.Base, QColor(0, 0, 0, 0))
        palette.setColor(QPalette.ColorRole.Text, QColor(theme.ink))
        self.setPalette(palette)
        self.update()
