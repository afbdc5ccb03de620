"""Rounded boxes, the focus ring, key caps and the soft shadow (look 3.7)."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QPen, QPixmap, QPolygonF

from kneecoach.ui.fonts import font
from kneecoach.ui.theme import Theme, faded

RING = 4  # px a focusable widget keeps around what it paints, for the focus ring
_RING_PEN = 3.0
_SHADOW_STEPS = 10


def smooth(painter: QPainter) -> QPainter:
    """Switch antialiasing on and give the painter back."""
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    return painter


def rounded(
    painter: QPainter,
    box: QRectF,
    radius: float,
    fill: str | QColor | None = None,
    border: str | QColor | None = None,
    width: float = 1.4,
) -> None:
    """A rounded box; its border lies inside the box."""
    inset = width / 2 if border is not None else 0.0
    painter.setBrush(QColor(fill) if fill is not None else Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(border), width) if border is not None else Qt.PenStyle.NoPen)
    corner = max(0.0, min(radius, box.height() / 2, box.width() / 2) - inset)
    painter.drawRoundedRect(box.adjusted(inset, inset, -inset, -inset), corner, corner)


def within_corners(painter: QPainter, box: QRectF, radius: float) -> None:
    """Keep all that is painted from now on within the box and its round corners."""
    shape = QPainterPath()
    shape.addRoundedRect(box, radius, radius)
    painter.setClipPath(shape)


def paint_picture(
    painter: QPainter, box: QRectF, radius: float, picture: QPixmap | None, wall: str
) -> None:
    """A picture with round corners, or the wall's colour while it is still being painted.

    What is painted after it stays within the corners as well.
    """
    within_corners(painter, box, radius)
    if picture is None:
        painter.fillRect(box, QColor(wall))
    else:
        painter.drawPixmap(box.topLeft(), picture)


def focus_ring(painter: QPainter, box: QRectF, radius: float, theme: Theme) -> None:
    """Two tones around the box: 1 px of canvas, then 3 px of focus colour (look 3.7, 12)."""
    outer = box.adjusted(-RING, -RING, RING, RING)
    gap = box.adjusted(-0.5, -0.5, 0.5, 0.5)
    corner = min(radius, box.height() / 2)
    rounded(painter, gap, corner + 0.5, None, theme.canvas, 1.0)
    rounded(painter, outer, corner + RING, None, theme.focus, _RING_PEN)


def inner(box: QRectF) -> QRectF:
    """The part of a focusable widget's area that it paints, the ring's margin left free."""
    return box.adjusted(RING, RING, -RING, -RING)


def key_cap_width(text: str, px: float) -> float:
    """The width of a key cap whose text has that pixel size."""
    return max(px * 1.5, QFontMetricsF(font(px, 600)).horizontalAdvance(text) + px * 0.86)


def key_cap(painter: QPainter, box: QRectF, text: str, ink: str | QColor) -> None:
    """A key cap inside a button: the button's own ink, thinned."""
    ground = QColor(ink)
    ground.setAlphaF(0.15)
    rounded(painter, box, 5, ground)
    painter.setFont(font(box.height() * 0.6, 600))
    painter.setPen(QColor(ink))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)


def shadow(painter: QPainter, box: QRectF, radius: float, theme: Theme) -> None:
    """The soft shadow under a floating card: ten stacked boxes, 5 px down (look 3.7)."""
    colour = faded("#000000", 0.03) if theme.dark else faded("#0F2E2E", 0.010)
    for step in range(_SHADOW_STEPS):
        grow = 1.6 * step
        rounded(painter, box.adjusted(-grow, 5 - grow, grow, 5 + grow), radius + grow, colour)


def marker(painter: QPainter, tip: QPointF, size: float, colour: str) -> None:
    """A small triangle that points down at the tip."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    left, right = tip + QPointF(-size, -size * 1.3), tip + QPointF(size, -size * 1.3)
    painter.drawPolygon(QPolygonF([left, right, tip]))
