"""One picture of a pair "so / not so": the still, and the marks that say what to look at."""

from __future__ import annotations

import math
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPen, QPixmap, QTransform

from kneecoach.domain.front_movements import FrontMovement, front_still
from kneecoach.domain.movements import Movement, still_of
from kneecoach.domain.pairs import Pair, PairSide, Stroke
from kneecoach.ui.figure.brush import stroke
from kneecoach.ui.figure.colours import StageColours, Tint, faded
from kneecoach.ui.figure.front_glow import hollow
from kneecoach.ui.figure.front_painter import seen_body
from kneecoach.ui.figure.front_scene import FrontLayers
from kneecoach.ui.figure.layers import Fitting, Layers
from kneecoach.ui.figure.room import paint_room

_FLOOR = 0.14  # share of the height, as in the small pictures (look 8.6)
_HATCH = 5.0  # px between two lines of the hollow


@dataclass(frozen=True, slots=True)
class MarkColours:
    """Colours of lines, of what sets them off, and of faults, as "#RRGGBB"."""

    line: str
    casing: str
    fault: str


def pair_picture(
    pair: Pair,
    side: PairSide,
    size: QSize,
    dpr: float,
    colours: StageColours,
    marks: MarkColours,
    *,
    glows: bool,
    tint: Tint | None = None,
    mirrored: bool = False,
) -> QPixmap:
    """Paint a side of a pair, the whole of it filled; `size` in px, `dpr` device pixels per px.

    The right leg works; `mirrored` makes it the left one: the same picture flipped.
    """
    image = QImage(size * dpr, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(dpr)
    width, height = float(size.width()), float(size.height())
    room = QRectF(0, 0, width, height)
    floor = height * _FLOOR
    fitting = Fitting(QRectF(width * 0.02, 0, width * 0.96, height - floor * 0.45), pair.crop, dpr)
    layers = _layers(pair.movement, side, colours, glows, tint)
    with QPainter(image) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_room(painter, room, height - floor, colours.room, tint, light=False)
        painter.save()
        fitting.apply(painter)
        layers.paint(painter)
        painter.restore()
        _Marks(painter, fitting, marks).paint(side, layers)
    flat = image.flipped(Qt.Orientation.Horizontal) if mirrored else image
    return QPixmap.fromImage(flat)


def _layers(
    movement: Movement | FrontMovement,
    side: PairSide,
    colours: StageColours,
    glows: bool,
    tint: Tint | None,
) -> Layers | FrontLayers:
    if isinstance(movement, FrontMovement):
        body, glow = front_still(movement, side.key)
        return FrontLayers(movement, body, colours, glow if glows else 0.0, tint=tint)
    skeleton, strength = still_of(movement, side.key)
    return Layers(movement, skeleton, colours, strength if glows else 0.0, tint=tint)


class _Marks:
    """Paints the marks over a picture, in px, so that lines are as wide in every picture."""

    def __init__(self, painter: QPainter, fitting: Fitting, colours: MarkColours) -> None:
        self._painter = painter
        self._fitting = fitting
        self._colours = colours

    def paint(self, side: PairSide, layers: Layers | FrontLayers) -> None:
        """Paint all marks of one side of a pair."""
        if side.hollow and isinstance(layers, FrontLayers):
            self._hatch(layers)
        for line in side.lines:
            self._line(line)
        for arrow in side.arrows:
            self._arrow(arrow)

    def _line(self, line: Stroke) -> None:
        path = QPainterPath(self._fitting.place(line.start))
        path.lineTo(self._fitting.place(line.end))
        stroke(self._painter, path, QPen(faded(self._colours.casing, 0.8), 4.6))
        pen = QPen(QColor(self._colours.line), 2)
        pen.setDashPattern([2.2, 2.6])
        stroke(self._painter, path, pen)

    def _arrow(self, arrow: Stroke) -> None:
        start, end = self._fitting.place(arrow.start), self._fitting.place(arrow.end)
        angle = math.atan2(end.y() - start.y(), end.x() - start.x())
        shaft = QPainterPath(start)
        shaft.lineTo(_away(end, angle, 7))
        head = QPainterPath(end)
        head.lineTo(_away(end, angle - 0.5, 12.5))
        head.lineTo(_away(end, angle + 0.5, 12.5))
        head.closeSubpath()
        casing, fault = QColor(self._colours.casing), QColor(self._colours.fault)
        for colour, wide, rim in ((casing, 8.0, 5.0), (fault, 4.0, 1.4)):
            stroke(self._painter, shaft, QPen(colour, wide))
            pen = QPen(colour, rim)
            pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
            self._painter.setPen(pen)
            self._painter.setBrush(colour)
            self._painter.drawPath(head)
        self._painter.setPen(Qt.PenStyle.NoPen)

    def _hatch(self, layers: FrontLayers) -> None:
        """The hollow of the knee as the place to leave alone (look-front 7)."""
        p, fault = self._painter, QColor(self._colours.fault)
        leg = seen_body(layers.body, layers.movement.facing).right_leg
        floor, scale = self._fitting.place((0, 0)), self._fitting.scale
        shape = QTransform(scale, 0, 0, scale, floor.x(), floor.y()).map(hollow(leg))
        box = shape.boundingRect()
        p.save()
        p.setClipPath(shape, Qt.ClipOperation.IntersectClip)
        p.fillRect(box, faded(self._colours.casing, 0.82))
        p.setPen(QPen(fault, 1.6))
        x = box.left() - box.height()
        while x < box.right():
            p.drawLine(QPointF(x, box.bottom()), QPointF(x + box.height(), box.top()))
            x += _HATCH
        p.restore()
        stroke(p, shape, QPen(QColor(self._colours.casing), 4.4))
        stroke(p, shape, QPen(fault, 2.2))


def _away(point: QPointF, angle: float, distance: float) -> QPointF:
    """The point so far back along a direction in radians."""
    back = QPointF(math.cos(angle), math.sin(angle)) * distance
    return point - back
