"""Text that is never cut: it shrinks until it fits its place."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QResizeEvent

from kneecoach.ui.fonts import font
from kneecoach.ui.kit.labels import TextLabel
from kneecoach.ui.look import Look

LEAST_PX = 13.0  # nothing below this (look 3.6)


def fitted(
    text: str, px: float, width: float, weight: int, *, tabular: bool = False, tracking: float = 0
) -> QFont:
    """The font at `px`, or as much smaller as the text needs to fit the width on one line."""
    while px > LEAST_PX:
        candidate = font(px, weight, tabular=tabular, tracking=tracking)
        if QFontMetricsF(candidate).horizontalAdvance(text) <= width:
            return candidate
        px = max(LEAST_PX, px - max(1.0, px * 0.03))
    return font(LEAST_PX, weight, tabular=tabular, tracking=tracking)


def draw_fitted(
    painter: QPainter,
    box: QRectF,
    text: str,
    px: float,
    weight: int,
    colour: str | QColor,
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter,
) -> None:
    """Draw one line of text inside the box, shrunk to fit."""
    painter.setFont(fitted(text, px, box.width(), weight, tracking=-1 if px >= 28 else 0))
    painter.setPen(QColor(colour))
    painter.drawText(box, align, text)


class FitLabel(TextLabel):
    """One line of text that shrinks rather than being cut."""

    def __init__(self, look: Look, *, weight: int, role: str, align: Qt.AlignmentFlag) -> None:
        super().__init__(look, weight=weight, role=role, wrap=False, align=align)
        self._fit_weight = weight
        self._wanted = 16.0
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def set_wanted(self, px: float) -> None:
        """The size in px where there is room for it."""
        self._wanted = px
        self._fit()

    def show_text(self, text: str) -> None:
        """Show that line."""
        if text != self.text():
            self.setText(text)
            self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)

    def _fit(self) -> None:
        tracking = -1.5 if self._wanted >= 28 else 0
        room = self.width() - 4
        self.setFont(fitted(self.text(), self._wanted, room, self._fit_weight, tracking=tracking))
