"""Text that is never cut: it shrinks until it fits its place."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from kneecoach.ui.fonts import font

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
