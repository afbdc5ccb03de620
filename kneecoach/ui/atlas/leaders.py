"""The line from a label to its structure, with a dot at its end (look 9.6)."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from kneecoach.ui.theme import Theme, faded

_STUB = 12.0  # px it runs level before it turns
_DOT, _RIM = 4.5, 2.0  # px


def paint_leader(p: QPainter, pill: QRectF, end: QPointF, theme: Theme, lit: bool) -> None:
    """Paint it from the side of the label that faces its structure."""
    ink = (theme.target if theme.dark else theme.target_ink) if lit else theme.ink
    p.setPen(QPen(QColor(ink) if lit else faded(theme.ink, 0.62), 1.5))
    p.setBrush(Qt.BrushStyle.NoBrush)
    p.drawPolyline(QPolygonF(_way(pill, end)))
    p.setPen(QPen(QColor(theme.surface), _RIM))
    p.setBrush(QColor(ink))
    p.drawEllipse(end, _DOT + _RIM / 2, _DOT + _RIM / 2)


def _way(pill: QRectF, end: QPointF) -> list[QPointF]:
    """From the label's side, level at first; straight down or up where it stands above or below."""
    if pill.left() <= end.x() <= pill.right():
        below = end.y() > pill.center().y()
        return [QPointF(end.x(), pill.bottom() if below else pill.top()), end]
    towards = 1 if end.x() > pill.center().x() else -1
    start = QPointF(pill.right() if towards > 0 else pill.left(), pill.center().y())
    turn = start + QPointF(towards * _STUB, 0)
    far = (end.x() - turn.x()) * towards > _STUB
    return [start, turn, end] if far else [start, end]
