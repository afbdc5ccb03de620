"""The structures as painter paths in the drawing's box, made once and used at every size."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainterPath, QPainterPathStroker

from kneecoach.domain.anatomy import Cord, Muscle, Outline, Point, Structure, Tendon, sampled

HIT_MARGIN = 4.0  # what a structure is larger to the pointer than to the eye (look 9.5)
_CASING = 4.0  # what a vessel or nerve is wider than its own colour
_CORD_MARGIN = 3.0  # what it is larger to the pointer at each side, beside the margin of all
_TAIL = (0.86, 1.0)  # where the far end of a muscle with tendon at both ends turns into it
_AROUND = ((1, 0), (0.7, 0.7), (0, 1), (-0.7, 0.7), (-1, 0), (-0.7, -0.7), (0, -1), (0.7, -0.7))
# Shade from the edges to the middle: from and to across the muscle, and how strong (look 9.3).
_DARK_BANDS = ((0.0, 0.10, 0.30), (0.10, 0.20, 0.13), (0.82, 1.0, 0.34), (0.70, 0.82, 0.15))
_RIDGES = ((0.28, 0.46, 0.10), (0.33, 0.41, 0.10))


class Shape:
    """A structure ready to be painted; `whole` is its outline, for the pointer and for what it
    covers."""

    def __init__(self, structure: Structure, whole: QPainterPath) -> None:
        self.id = structure.id
        self.whole = whole
        self.bounds: QRectF = whole.boundingRect()
        self.margin = HIT_MARGIN

    def has(self, x: float, y: float, *, near: bool = False) -> bool:
        """True when the point, in the drawing's box, lies on it or, where asked, near to it."""
        margin = self.margin if near else 0.0
        if not self.bounds.adjusted(-margin, -margin, margin, margin).contains(x, y):
            return False
        if self.whole.contains(QPointF(x, y)):
            return True
        around = (QPointF(x + dx * margin, y + dy * margin) for dx, dy in _AROUND)
        return near and any(self.whole.contains(point) for point in around)


class OutlineShape(Shape):
    """A bone, cartilage, the capsule, the cyst or what lies deep in the calf."""

    def __init__(self, structure: Structure, form: Outline) -> None:
        whole = QPainterPath()
        whole.setFillRule(Qt.FillRule.WindingFill)
        for part in form.parts:
            whole.addPath(spline(part, closed=True))
        super().__init__(structure, whole)
        self.material = form.material


@dataclass(frozen=True, slots=True)
class Ramp:
    """A stretch of tendon that turns from clear to solid between two points, or back."""

    path: QPainterPath
    start: QPointF
    end: QPointF
    fades_out: bool


class MuscleShape(Shape):
    """A muscle with its shade, fibres and tendons."""

    def __init__(self, structure: Structure, form: Muscle) -> None:
        self._edges = (sampled(form.edges[0]), sampled(form.edges[1]))
        super().__init__(structure, self._stripe(0, 1))
        self.dark = [(self._stripe(0, 1, low, high), share) for low, high, share in _DARK_BANDS]
        self.ridges = [(self._stripe(0, 1, low, high), share) for low, high, share in _RIDGES]
        self.fibres = [self._fibre(form, number) for number in range(1, form.lines)]
        self.ramps = self._ramps(form)
        at_insertion = form.tendon is Tendon.INSERTION
        self.solid = self._stripe(form.ramp[1] - 0.01, 1) if at_insertion else None
        self.tendon_lines = (
            [_line([self._at(_step(form.ramp[1], 1, n, 20), f) for n in range(21)])
             for f in (0.3, 0.6)]
            if at_insertion
            else []
        )  # fmt: skip

    def _at(self, along: float, across: float) -> Point:
        """The point that far along the muscle, and that far from its first edge to its second."""
        last = len(self._edges[0]) - 1
        place = min(1.0, max(0.0, along)) * last
        low = min(int(place), last - 1)
        first, second = (_between(edge[low], edge[low + 1], place - low) for edge in self._edges)
        return _between(first, second, across)

    def _stripe(
        self, begin: float, end: float, low: float = 0.0, high: float = 1.0
    ) -> QPainterPath:
        count = max(4, round((end - begin) * (len(self._edges[0]) - 1)))
        along = [_step(begin, end, number, count) for number in range(count + 1)]
        there = [self._at(t, low) for t in along]
        back = [self._at(t, high) for t in reversed(along)]
        path = _line([*there, *back])
        path.closeSubpath()
        return path

    def _fibre(self, form: Muscle, number: int) -> QPainterPath:
        """One fibre line; the ends of neighbours do not stand in a row."""
        begin = max(0.0, form.fibres[0] - 0.05) + 0.03 * ((number * 7) % 3)
        end = min(1.0, form.fibres[1] + 0.08) - 0.03 * ((number * 5) % 3)
        across = number / form.lines
        return _line([self._at(_step(begin, end, n, 26), across) for n in range(27)])

    def _ramps(self, form: Muscle) -> list[Ramp]:
        begin, end = form.ramp
        if form.tendon is Tendon.INSERTION:
            return [self._ramp(begin, end, fades_out=False)]
        ramps = [self._ramp(begin, end, fades_out=True)]
        if form.tendon is Tendon.BOTH:
            ramps.append(self._ramp(*_TAIL, fades_out=False))
        return ramps

    def _ramp(self, begin: float, end: float, *, fades_out: bool) -> Ramp:
        start, stop = QPointF(*self._at(begin, 0.5)), QPointF(*self._at(end, 0.5))
        return Ramp(self._stripe(begin, end), start, stop, fades_out)


class CordShape(Shape):
    """A vessel or a nerve; its ends fade between `top` and `bottom`."""

    def __init__(self, structure: Structure, form: Cord) -> None:
        self.line = spline(form.line, closed=False)
        self.width = form.width
        self.material = form.material
        heights = [y for _, y in form.line]
        self.top, self.bottom = min(heights), max(heights)
        stroker = QPainterPathStroker()
        stroker.setWidth(form.width + _CASING)
        stroker.setCapStyle(Qt.PenCapStyle.RoundCap)
        super().__init__(structure, stroker.createStroke(self.line))
        self.margin = HIT_MARGIN + _CORD_MARGIN

    @cached_property
    def shifted(self) -> dict[float, QPainterPath]:
        """The centre line moved aside by shares of the width: light, and the line of a nerve."""
        return {share: self.line.translated(self.width * share, 0) for share in (-0.20, 0.16)}


def shape_of(structure: Structure) -> Shape:
    """The structure as paths."""
    form = structure.form
    if isinstance(form, Muscle):
        return MuscleShape(structure, form)
    if isinstance(form, Cord):
        return CordShape(structure, form)
    return OutlineShape(structure, form)


def spline(points: Sequence[Point], *, closed: bool) -> QPainterPath:
    """The Catmull-Rom spline through the points as cubic curves (look 7.4)."""
    count = len(points)
    ends = (points[-1], *points, points[0], points[1])
    if not closed:
        ends = (points[0], *points, points[-1])
    path = QPainterPath(QPointF(*points[0]))
    for number in range(count if closed else count - 1):
        (ax, ay), (bx, by), (cx, cy), (dx, dy) = ends[number : number + 4]
        path.cubicTo(
            bx + (cx - ax) / 6, by + (cy - ay) / 6, cx - (dx - bx) / 6, cy - (dy - by) / 6, cx, cy
        )
    if closed:
        path.closeSubpath()
    return path


def _line(points: Sequence[Point]) -> QPainterPath:
    path = QPainterPath(QPointF(*points[0]))
    for x, y in points[1:]:
        path.lineTo(x, y)
    return path


def _between(first: Point, second: Point, share: float) -> Point:
    return (
        first[0] + (second[0] - first[0]) * share,
        first[1] + (second[1] - first[1]) * share,
    )


def _step(begin: float, end: float, number: int, count: int) -> float:
    return begin + (end - begin) * number / count
