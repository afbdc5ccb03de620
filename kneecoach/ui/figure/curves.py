"""Outlines from points: smooth curves, limbs along a bone, and parts joined into one shape.

Points are in mH with y up, as the domain has them; paths have y down, as Qt paints. Every closed
path runs clockwise on the screen, so that a winding fill of several is their union (look 7.5).
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainterPath

from kneecoach.domain.bones import Point

Frame = Callable[[float, float], Point]
Profile = tuple[Point, ...]  # (t in lengths of the bone, half width in mH)


def at(point: Point) -> QPointF:
    """A point of the model for Qt."""
    return QPointF(point[0], -point[1])


def bone_frame(origin: Point, angle: float) -> Frame:
    """Coordinates along a limb: u from the joint along the bone, v to the front.

    The angle is the limb's world angle from straight down, in degrees.
    """
    s, c = math.sin(math.radians(angle)), math.cos(math.radians(angle))
    x0, y0 = origin

    def place(u: float, v: float) -> Point:
        return x0 + s * u + c * v, y0 - c * u + s * v

    return place


def trunk_frame(origin: Point, angle: float) -> Frame:
    """Coordinates along the trunk: u from the joint downwards, v to the front.

    The angle is the part's world angle from straight up, in degrees.
    """
    return bone_frame(origin, -angle)


def smooth(points: Sequence[Point]) -> QPainterPath:
    """A closed smooth curve through the points (Catmull-Rom, look 7.4)."""
    ring = points if _clockwise(points) else points[::-1]
    n = len(ring)
    path = QPainterPath(at(ring[0]))
    for i in range(n):
        _piece(path, ring[i - 1], ring[i], ring[(i + 1) % n], ring[(i + 2) % n])
    path.closeSubpath()
    return path


def line(points: Sequence[Point]) -> QPainterPath:
    """An open smooth curve through the points."""
    path = QPainterPath(at(points[0]))
    _run(path, points)
    return path


def outline(*runs: Sequence[Point]) -> QPainterPath:
    """A closed shape of smooth runs that meet in corners; each run ends where the next begins."""
    ordered = list(runs)
    if not _clockwise([p for run in runs for p in run]):
        ordered = [run[::-1] for run in reversed(runs)]
    path = QPainterPath(at(ordered[0][0]))
    for run in ordered:
        _run(path, run)
    path.closeSubpath()
    return path


def drawn(frame: Frame, start: Point, *curves: tuple[float, ...]) -> QPainterPath:
    """A closed shape of cubic curves, each given as two controls and an end in a frame."""
    points = [frame(*start)]
    for c in curves:
        points += [frame(c[0], c[1]), frame(c[2], c[3]), frame(c[4], c[5])]
    if not _clockwise(points):
        points.reverse()
    path = QPainterPath(at(points[0]))
    for i in range(1, len(points), 3):
        path.cubicTo(at(points[i]), at(points[i + 1]), at(points[i + 2]))
    path.closeSubpath()
    return path


def disc(middle: Point, radius: float) -> QPainterPath:
    """A circle."""
    path = QPainterPath()
    path.addEllipse(at(middle), radius, radius)
    return path


def joined(paths: Iterable[QPainterPath]) -> QPainterPath:
    """Several closed shapes as one, painted as their union."""
    whole = QPainterPath()
    whole.setFillRule(Qt.FillRule.WindingFill)
    for path in paths:
        whole.addPath(path)
    return whole


def limb(frame: Frame, length: float, front: Profile, back: Profile) -> QPainterPath:
    """A limb's outline: down its front and up its back."""
    return smooth(
        [frame(t * length, w) for t, w in front]
        + [frame(t * length, -w) for t, w in reversed(back)]
    )


def width_at(profile: Profile, t: float) -> float:
    """The half width of a profile at t, straight between its points and constant beyond."""
    if t <= profile[0][0]:
        return profile[0][1]
    for (t0, w0), (t1, w1) in pairwise(profile):
        if t <= t1:
            return w0 + (w1 - w0) * (t - t0) / (t1 - t0)
    return profile[-1][1]


def between(a: Point, b: Point, share: float) -> Point:
    """The point a share of the way from a to b."""
    return a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share


def _run(path: QPainterPath, points: Sequence[Point]) -> None:
    last = len(points) - 1
    for i in range(last):
        before, after = points[max(0, i - 1)], points[min(last, i + 2)]
        _piece(path, before, points[i], points[i + 1], after)


def _piece(path: QPainterPath, p0: Point, p1: Point, p2: Point, p3: Point) -> None:
    path.cubicTo(
        p1[0] + (p2[0] - p0[0]) / 6,
        -p1[1] - (p2[1] - p0[1]) / 6,
        p2[0] - (p3[0] - p1[0]) / 6,
        -p2[1] + (p3[1] - p1[1]) / 6,
        p2[0],
        -p2[1],
    )


def _clockwise(points: Sequence[Point]) -> bool:
    """True when the points run clockwise as seen on the screen."""
    twice = 0.0
    x0, y0 = points[-1]
    for x1, y1 in points:
        twice += x0 * y1 - x1 * y0
        x0, y0 = x1, y1
    return twice < 0
