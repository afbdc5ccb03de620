"""The marks on a picture "so / not so" that may be mirrored: lines, bars, arrows, zones."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QLineF, QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QTransform

from kneecoach.domain.marks import Mark, MarkKind
from kneecoach.ui.figure.brush import stroke
from kneecoach.ui.figure.colours import faded
from kneecoach.ui.figure.layers import Fitting

# px; look-front 7 tells them for pictures three times as high.
_LINE, _LEVEL, _CASING = 2.2, 1.7, 3.2
_DASHES = (2.2, 2.6)
_BAR, _DOT = 3.4, 4.2
_SHAFT, _HEAD, _HEAD_WIDE = 4.0, 12.5, 0.5  # the last in radians on either side
_LEADER = 1.8
_RIM, _RIM_CASING = 2.2, 4.6
_HATCH, _HATCH_STEP = 1.8, 6.0


@dataclass(frozen=True, slots=True)
class MarkColours:
    """Colours of the marks as "#RRGGBB".

    `line` is that of lines and words, `casing` what sets them off, `border` the edge of a tag;
    `fault` and `wanted` are those of arrows, `stop` that of the octagon with `cross` on it, and
    `check` is on a disc in `wanted`; `zone` hatches where not to press, `here` goes round the
    muscle to massage.
    """

    line: str
    casing: str
    border: str
    fault: str
    wanted: str
    check: str
    stop: str
    cross: str
    zone: str
    here: str


class MarkPainter:
    """Paints marks over a picture, in px, so that lines are as wide in every picture."""

    def __init__(self, painter: QPainter, fitting: Fitting, colours: MarkColours) -> None:
        self._painter = painter
        self._fitting = fitting
        self._colours = colours

    def paint(self, mark: Mark) -> None:
        """Paint one mark that has points; of a tick and an octagon only what leads to its place."""
        kinds: Mapping[MarkKind, Callable[[Mark], None]] = {
            "line": self._line,
            "level": self._level,
            "curve": self._curve,
            "bar": self._bar,
            "fault": self._fault,
            "wanted": self._wanted,
            "tick": self._leader,
            "octagon": self._leader,
        }
        if mark.kind in kinds:
            kinds[mark.kind](mark)

    def paint_here(self, path: QPainterPath) -> None:
        """Outline a muscle to massage, given in mH."""
        shape = self._placed(path)
        stroke(self._painter, shape, QPen(QColor(self._colours.cross), _RIM_CASING))
        stroke(self._painter, shape, QPen(QColor(self._colours.here), _RIM))

    def paint_not_here(self, path: QPainterPath) -> None:
        """Hatch a place to leave alone, given in mH."""
        p, shape, zone = self._painter, self._placed(path), QColor(self._colours.zone)
        box = shape.boundingRect()
        p.save()
        p.setClipPath(shape, Qt.ClipOperation.IntersectClip)
        p.fillRect(box, faded(self._colours.cross, 0.82))
        p.setPen(QPen(zone, _HATCH))
        x = box.left() - box.height()
        while x < box.right():
            p.drawLine(QPointF(x, box.bottom()), QPointF(x + box.height(), box.top()))
            x += _HATCH_STEP
        p.restore()
        stroke(p, shape, QPen(QColor(self._colours.cross), _RIM_CASING))
        stroke(p, shape, QPen(zone, _RIM))

    def _placed(self, path: QPainterPath) -> QPainterPath:
        floor, scale = self._fitting.place((0, 0)), self._fitting.scale
        return QTransform(scale, 0, 0, scale, floor.x(), floor.y()).map(path)

    def _line(self, mark: Mark) -> None:
        self._dashed(self._straight(mark), _LINE)

    def _level(self, mark: Mark) -> None:
        self._dashed(self._straight(mark), _LEVEL)

    def _curve(self, mark: Mark) -> None:
        self._dashed(_through([self._fitting.place(point) for point in mark.points]), _LINE)

    def _dashed(self, path: QPainterPath, wide: float) -> None:
        stroke(self._painter, path, QPen(faded(self._colours.casing, 0.8), wide + _CASING))
        pen = QPen(QColor(self._colours.line), wide)
        pen.setDashPattern(_DASHES)
        stroke(self._painter, path, pen)

    def _bar(self, mark: Mark) -> None:
        path = self._straight(mark)
        stroke(self._painter, path, QPen(QColor(self._colours.casing), _BAR + _CASING))
        stroke(self._painter, path, QPen(QColor(self._colours.line), _BAR))
        for point in mark.points:
            self._painter.setPen(QPen(QColor(self._colours.casing), 1.6))
            self._painter.setBrush(QColor(self._colours.line))
            self._painter.drawEllipse(self._fitting.place(point), _DOT, _DOT)
        self._painter.setPen(Qt.PenStyle.NoPen)

    def _leader(self, mark: Mark) -> None:
        path = self._straight(mark)
        stroke(self._painter, path, QPen(faded(self._colours.casing, 0.8), _LEADER + 2.4))
        stroke(self._painter, path, QPen(QColor(self._colours.line), _LEADER))

    def _fault(self, mark: Mark) -> None:
        self._arrow(mark, self._colours.fault)

    def _wanted(self, mark: Mark) -> None:
        self._arrow(mark, self._colours.wanted)

    def _arrow(self, mark: Mark, colour: str) -> None:
        start, end = (self._fitting.place(point) for point in mark.points)
        middle = _beside(start, end, mark.bow * self._fitting.scale)
        angle = math.atan2(end.y() - middle.y(), end.x() - middle.x())
        shaft = QPainterPath(start)
        shaft.quadTo(middle, _back(end, angle, 0.6 * _HEAD))
        head = QPainterPath(end)
        head.lineTo(_back(end, angle - _HEAD_WIDE, _HEAD))
        head.lineTo(_back(end, angle + _HEAD_WIDE, _HEAD))
        head.closeSubpath()
        for fill, wide, rim in ((self._colours.casing, _SHAFT + 4, 5.0), (colour, _SHAFT, 1.4)):
            stroke(self._painter, shaft, QPen(QColor(fill), wide))
            pen = QPen(QColor(fill), rim)
            pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
            self._painter.setPen(pen)
            self._painter.setBrush(QColor(fill))
            self._painter.drawPath(head)
        self._painter.setPen(Qt.PenStyle.NoPen)

    def _straight(self, mark: Mark) -> QPainterPath:
        first, last = (self._fitting.place(point) for point in mark.points)
        path = QPainterPath(first)
        path.lineTo(last)
        return path


def _beside(start: QPointF, end: QPointF, bow: float) -> QPointF:
    """The control point of an arrow's shaft, to the right of the straight way where positive."""
    way = QLineF(start, end)
    if way.isNull() or not bow:
        return way.center()
    across = QPointF(-way.dy(), way.dx()) / way.length()
    return way.center() + across * bow


def _back(point: QPointF, angle: float, distance: float) -> QPointF:
    """The point so far back along a direction in radians."""
    return point - QPointF(math.cos(angle), math.sin(angle)) * distance


def _through(points: list[QPointF]) -> QPainterPath:
    """A smooth open curve through points (Catmull-Rom, look 7.4)."""
    path, last = QPainterPath(points[0]), len(points) - 1
    for i in range(last):
        before, after = points[max(0, i - 1)], points[min(last, i + 2)]
        here, there = points[i], points[i + 1]
        path.cubicTo(here + (there - before) / 6, there - (after - here) / 6, there)
    return path
