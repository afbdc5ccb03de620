"""The arc that shows how high the leg is and is to be (look 8.5)."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from kneecoach.domain.bones import Point, Skeleton
from kneecoach.domain.movements import Arc
from kneecoach.ui.figure.colours import RoomColours, faded
from kneecoach.ui.figure.layers import Fitting
from kneecoach.ui.fonts import font

_TRACK, _RUN, _DOT, _LETTER = 5.0, 7.0, 10.0, 38.0  # mH


def paint_arc(
    p: QPainter, arc: Arc, body: Skeleton, fitting: Fitting, mirrored: bool, colours: RoomColours
) -> None:
    """Paint the whole arc pale, the part the leg has gone full, and the degrees to reach."""
    hip, reached = body.trunk.hip, min(arc.degrees, max(0.0, body.near_leg.thigh_angle - 90))
    middle, radius = fitting.place(hip, mirrored), arc.radius * fitting.scale
    box = QRectF(middle.x() - radius, middle.y() - radius, 2 * radius, 2 * radius)
    p.save()
    p.setRenderHint(QPainter.RenderHint.Antialiasing)
    p.setBrush(Qt.BrushStyle.NoBrush)
    for degrees, width, alpha in ((arc.degrees, _TRACK, 0.28), (reached, _RUN, 0.95)):
        pen = QPen(faded(colours.guide, alpha), width * fitting.scale)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        p.setPen(pen)
        span = round(degrees * 16)
        p.drawArc(box, 180 * 16 if mirrored else 0, -span if mirrored else span)
    p.setPen(Qt.PenStyle.NoPen)
    p.setBrush(QColor(colours.guide))
    dot = fitting.place(_on(hip, arc.radius, reached), mirrored)
    p.drawEllipse(dot, _DOT * fitting.scale, _DOT * fitting.scale)
    _paint_degrees(
        p,
        arc,
        fitting.place(_on(hip, arc.radius + 32, arc.degrees), mirrored),
        fitting,
        mirrored,
        colours,
    )
    p.restore()


def reach_of(arc: Arc, body: Skeleton) -> QRectF:
    """A part of the world in mH that holds the arc, from its lower left corner."""
    x, y = body.trunk.hip
    return QRectF(x, y - 20, arc.radius + 120, arc.radius)


def _on(hip: Point, radius: float, degrees: float) -> Point:
    a = math.radians(degrees)
    return hip[0] + radius * math.cos(a), hip[1] + radius * math.sin(a)


def _paint_degrees(
    p: QPainter, arc: Arc, at: QPointF, fitting: Fitting, mirrored: bool, colours: RoomColours
) -> None:
    """The degrees, upright on both sides."""
    size = _LETTER * fitting.scale
    p.setFont(font(size, 700))
    p.setPen(QColor(colours.guide))
    side = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
    box = QRectF(at.x() - (4 * size if mirrored else 0), at.y() - size, 4 * size, 2 * size)
    p.drawText(box, side | Qt.AlignmentFlag.AlignVCenter, f"{arc.degrees:.0f}°")
