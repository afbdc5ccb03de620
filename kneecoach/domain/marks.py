"""Marks on pictures "so / not so": what to look at, where to press, where not (look-front 7).

A mark is told by its kind, its points in mH as seen and, where it has one, the name of its words.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, get_args

from kneecoach.domain.bones import Point
from kneecoach.domain.pose_tables import PoseTable

__all__ = ["MOST_TAGS", "Beside", "Mark", "MarkKind", "parse_marks"]

MarkKind = Literal[
    "line",  # dashed: plumb line, line along the straight leg
    "level",  # dashed and thinner: floor, mat, the height of the pelvis
    "curve",  # dashed, smooth through its points: the back
    "bar",  # solid with a dot at each end: the pelvis
    "fault",  # arrow to what is wrong
    "wanted",  # arrow in the direction that is wanted
    "tick",  # disc with a check, and a line that leads to its place
    "octagon",  # octagon with a cross, and a line that leads to its place
    "here",  # outline of the muscle to massage
    "not_here",  # the hollow of the knee, hatched
]
Beside = Literal["left", "right", "above", "below"]

MOST_TAGS = 3  # in one picture (look-front 7)

# How many points a kind has at least and at most.
_POINTS: Mapping[MarkKind, tuple[int, int]] = {
    "line": (2, 2),
    "level": (2, 2),
    "curve": (3, 24),
    "bar": (2, 2),
    "fault": (2, 2),
    "wanted": (2, 2),
    "tick": (2, 2),
    "octagon": (2, 2),
    "here": (0, 0),
    "not_here": (0, 0),
}
_TAGGED: tuple[MarkKind, ...] = ("fault", "wanted", "tick", "octagon")
_WORDS = ("kind", "points", "bow", "tag", "beside", "at")


@dataclass(frozen=True, slots=True)
class Mark:
    """One mark of a picture.

    Arrows lead from the first point to the second, `bow` mH beside the straight way (to the right
    of it where positive); a tick and an octagon stand at the first point and belong to the second.
    `tag` names the words ("" for none), which stand on the side `beside` of the first point, or
    of `at` where that is told.
    """

    kind: MarkKind
    points: tuple[Point, ...] = ()
    bow: float = 0.0
    tag: str = ""
    beside: Beside = "right"
    at: Point | None = None


def parse_marks(table: PoseTable) -> tuple[Mark, ...]:
    """The marks told in a table of a pair's file, in the order in which they are painted.

    Raises PoseError naming the mark and what is wrong with it.
    """
    marks = tuple(_mark(one) for one in table.tables("marks"))
    if sum(bool(mark.tag) for mark in marks) > MOST_TAGS:
        raise table.wrong("marks", f"must have at most {MOST_TAGS} tags")
    return marks


def _mark(table: PoseTable) -> Mark:
    table.allow(_WORDS)
    kind: MarkKind = table.word("kind", get_args(MarkKind), "line")
    points = tuple((x, y) for x, y in table.rows("points", 2))
    least, most = _POINTS[kind]
    if not least <= len(points) <= most:
        wanted = f"{least}" if least == most else f"{least} to {most}"
        raise table.wrong("points", f"must be {wanted} points for {kind}")
    tag = table.text("tag")
    if tag and kind not in _TAGGED:
        raise table.wrong("tag", f"must stand at one of {', '.join(_TAGGED)}")
    beside: Beside = table.word("beside", get_args(Beside), _usual_side(points))
    return Mark(kind, points, table.number("bow", 0.0), tag, beside, _at(table))


def _at(table: PoseTable) -> Point | None:
    if "at" not in table.tree:
        return None
    x, y = table.numbers("at", 2)
    return x, y


def _usual_side(points: tuple[Point, ...]) -> Beside:
    """Behind the tail of an arrow, on the far side of what a disc belongs to."""
    if len(points) < 2:
        return "right"
    (x0, y0), (x1, y1) = points[:2]
    if abs(x1 - x0) > abs(y1 - y0):
        return "right" if x0 > x1 else "left"
    return "above" if y0 > y1 else "below"
