"""Points and directions in space as three numbers; for the figure seen from the front or behind.

X to the figure's left, Y up, Z forwards, in mH (a thousandth of the person's height).
"""

from __future__ import annotations

import math

Vector = tuple[float, float, float]

UP: Vector = (0.0, 1.0, 0.0)


def moved(start: Vector, way: Vector, share: float = 1.0) -> Vector:
    """The point a share of a way from a start."""
    return start[0] + way[0] * share, start[1] + way[1] * share, start[2] + way[2] * share


def from_to(start: Vector, end: Vector) -> Vector:
    """The way from one point to another."""
    return end[0] - start[0], end[1] - start[1], end[2] - start[2]


def dot(a: Vector, b: Vector) -> float:
    """The scalar product."""
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2]


def cross(a: Vector, b: Vector) -> Vector:
    """The direction at right angles to two others."""
    return (
        a[1] * b[2] - a[2] * b[1],
        a[2] * b[0] - a[0] * b[2],
        a[0] * b[1] - a[1] * b[0],
    )


def length(way: Vector) -> float:
    """How long a way is."""
    return math.sqrt(dot(way, way))


def unit(way: Vector) -> Vector:
    """The direction of a way, one long; a way of no length stays as it is."""
    d = length(way) or 1.0
    return way[0] / d, way[1] / d, way[2] / d


def across(way: Vector, axis: Vector) -> Vector:
    """The direction of a way made perpendicular to an axis of length one."""
    return unit(moved(way, axis, -dot(way, axis)))


def bent_between(
    start: Vector, end: Vector, first: float, second: float, pole: Vector
) -> tuple[Vector, Vector]:
    """Where the middle and the end joint of two bones are that lead from a start to an end.

    The middle joint lies towards `pole`, a direction at right angles to the line between. An end
    out of reach is met in its direction, .4 mH short of the full length (look-front 3).
    """
    way = from_to(start, end)
    d = max(abs(first - second) + 1.0, min(length(way), first + second - 0.4))
    u = unit(way)
    along = (first * first - second * second + d * d) / (2 * d)
    out = math.sqrt(max(0.0, first * first - along * along))
    return moved(moved(start, u, along), pole, out), moved(start, u, d)
