"""Shoes and socks seen from the front, from behind, and their soles (look-front 5).

A shoe is a stack of cross sections in space; each pair of neighbours is the hull of its projected
points, and all hulls are one shape. So it is right at every turn and tilt of the foot.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen, QPolygonF

from kneecoach.domain.bones import Point
from kneecoach.domain.front import projected, towards_viewer
from kneecoach.domain.space import from_to, moved, unit
from kneecoach.ui.figure.brush import paint_form, stroke
from kneecoach.ui.figure.colours import Tone, faded, mixed
from kneecoach.ui.figure.curves import at, joined, line, smooth
from kneecoach.ui.figure.front_profiles import SHOE_SOLE, SHOE_UPPER
from kneecoach.ui.figure.front_view import SeenLeg

_SOLE_SEEN = -0.25  # of the foot's upper side towards the viewer, below which the sole is seen
_SOCK = 21.5  # half width, mH
_TOE_CAP: tuple[Point, ...] = (
    (-37, 14), (-32, 28), (-15, 37), (0, 39.5), (17, 37), (35, 28), (40, 14),
)  # fmt: skip


def paint_shoe(p: QPainter, seen: SeenLeg, shoe: Tone, sole: Tone, seam: str) -> None:
    """Paint a shoe; `seam` is the colour its lines are mixed with."""
    upper_side = towards_viewer(seen.leg.up, seen.facing)
    ahead = towards_viewer(seen.leg.toes, seen.facing)
    upper, under = _upper(seen), _sole(seen)
    if upper_side <= _SOLE_SEEN:
        paint_form(p, upper, shoe, (-3, -5))
        paint_form(p, under, sole, (-2, -3))
        _paint_tread(p, seen, sole)
        return
    paint_form(p, under, sole, (-2, -3))
    paint_form(p, upper, shoe, (-3, -5))
    pen = QPen(mixed(shoe.shade, seam, 0.25), 2.6)
    if ahead > 0 or upper_side > 0.4:
        stroke(p, line([seen.foot(78, w, h) for w, h in _TOE_CAP]), pen)
        _paint_laces(p, seen, pen)
    else:
        _paint_heel(p, seen, sole, pen)


def shoe_outline(seen: SeenLeg) -> QPainterPath:
    """The whole shoe, upper and sole."""
    return joined((_upper(seen), _sole(seen)))


def paint_sock(p: QPainter, seen: SeenLeg, tone: Tone) -> None:
    """Paint the sock, from above the ankle into the shoe."""
    paint_form(p, sock(seen), tone)


def sock(seen: SeenLeg) -> QPainterPath:
    """The sock's outline."""
    leg = seen.leg
    top = projected(moved(leg.ankle, unit(from_to(leg.ankle, leg.knee)), 36), seen.facing)
    low = projected(moved(leg.ankle, leg.up, -14), seen.facing)
    middle = projected(leg.ankle, seen.facing)
    dx, dy = top[0] - middle[0], top[1] - middle[1]
    d = math.hypot(dx, dy) or 1.0
    vx, vy = dy / d * _SOCK, -dx / d * _SOCK
    outline = [
        (top[0] + vx, top[1] + vy), (middle[0] + 22, middle[1]), (low[0] + 22, low[1]),
        (low[0] - 22, low[1]), (middle[0] - 22, middle[1]), (top[0] - vx, top[1] - vy),
        (top[0], top[1] + 1),
    ]  # fmt: skip
    return smooth(outline)


def _upper(seen: SeenLeg) -> QPainterPath:
    return _stacked([_ring(seen, *section) for section in SHOE_UPPER])


def _ring(seen: SeenLeg, x: float, outer: float, inner: float, top: float) -> list[Point]:
    ring = []
    for k in range(9):
        c, s = math.cos(math.pi * k / 8), math.sin(math.pi * k / 8)
        w = (outer if c > 0 else inner) * math.copysign(abs(c) ** 0.62, c)
        ring.append(seen.foot(x, w, 12 + (top - 12) * s**0.8))
    return ring


def _sole(seen: SeenLeg) -> QPainterPath:
    return _stacked(
        [[seen.foot(x, side, y) for side in (w, -w * 0.94) for y in (0, 13)] for x, w in SHOE_SOLE]
    )


def _stacked(rings: Sequence[list[Point]]) -> QPainterPath:
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    for a, b in pairwise(rings):
        corners = _hull(a + b)
        path.addPolygon(QPolygonF([at(corner) for corner in [*corners, corners[0]]]))
    return path


def _hull(points: list[Point]) -> list[Point]:
    """The convex hull, clockwise on the screen."""
    ordered = sorted({(round(x, 3), round(y, 3)) for x, y in points})
    lower, upper = _half(ordered), _half(ordered[::-1])
    return (lower[:-1] + upper[:-1])[::-1]


def _half(points: list[Point]) -> list[Point]:
    chain: list[Point] = []
    for c in points:
        while len(chain) > 1 and _turn(chain[-2], chain[-1], c) <= 0:
            chain.pop()
        chain.append(c)
    return chain


def _turn(a: Point, b: Point, c: Point) -> float:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])


def _paint_laces(p: QPainter, seen: SeenLeg, pen: QPen) -> None:
    pen.setWidthF(3)
    p.setPen(pen)
    for i in range(3):
        x, y = 36 + i * 12, 65 - i * 7.2
        p.drawLine(at(seen.foot(x, i - 13, y)), at(seen.foot(x + 3, 13 - i, y - 1)))
    p.setPen(Qt.PenStyle.NoPen)


def _paint_heel(p: QPainter, seen: SeenLeg, sole: Tone, pen: QPen) -> None:
    tab = [(-35, -8, 58), (-36, 0, 60), (-35, 8, 58), (-40, 7, 40), (-41, 0, 26), (-40, -7, 40)]
    p.setPen(Qt.PenStyle.NoPen)
    p.setBrush(sole.base)
    p.drawPath(smooth([seen.foot(*point) for point in tab]))
    foxing = [(-10, -29, 16), (-37, -17, 17), (-41, 0, 17), (-37, 17, 17), (-10, 29, 16)]
    pen.setWidthF(2.4)
    stroke(p, line([seen.foot(*point) for point in foxing]), pen)


def _paint_tread(p: QPainter, seen: SeenLeg, sole: Tone) -> None:
    pen = QPen(faded(mixed(sole.base, "#FFFFFF", 0.22), 1), 2.6)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    p.setPen(pen)
    for x in (70, 84, 98):
        p.drawLine(_point(seen, x, -22), _point(seen, x, 24))
    p.setPen(Qt.PenStyle.NoPen)


def _point(seen: SeenLeg, x: float, w: float) -> QPointF:
    return at(seen.foot(x, w, 0))
