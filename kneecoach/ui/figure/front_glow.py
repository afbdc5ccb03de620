"""The working muscles and the places to massage, seen in this view (look-front 5.2)."""

from __future__ import annotations

import math

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen

from kneecoach.domain.bones import Point
from kneecoach.domain.movements import Muscle
from kneecoach.ui.figure.brush import stroke
from kneecoach.ui.figure.colours import FigureColours, faded
from kneecoach.ui.figure.curves import between, joined, line, smooth
from kneecoach.ui.figure.front_profiles import BELLIES, HOLLOW, Belly
from kneecoach.ui.figure.front_view import SeenLeg
from kneecoach.ui.figure.glow import keep_off

_HALO_STROKES = 7

Edges = tuple[list[Point], list[Point]]


def paint_front_glow(
    p: QPainter,
    seen: SeenLeg,
    muscle: Muscle,
    clip: QPainterPath,
    colours: FigureColours,
    strength: float,
) -> None:
    """Paint a muscle of a leg at a strength 0 to 1; its body stays inside the clip."""
    edges = [_edges(seen, belly) for belly in BELLIES[muscle]]
    shapes = shapes_of(seen, muscle)
    p.save()
    if muscle.endswith("_belly"):
        keep_off(p, hollow(seen))
    whole = joined(shapes)
    for i in range(_HALO_STROKES):
        stroke(p, whole, QPen(faded(colours.halo, 0.09 * strength), 6 + i * 7.2))
    p.setClipPath(clip, Qt.ClipOperation.IntersectClip)
    for pair, shape in zip(edges, shapes, strict=True):
        p.setBrush(faded(colours.glow, 0.95 * strength))
        p.drawPath(shape)
        for fibre in _fibres(pair):
            stroke(p, fibre, QPen(faded(colours.fibre, 0.75 * strength), 2.2))
    p.restore()


def shapes_of(seen: SeenLeg, muscle: Muscle) -> list[QPainterPath]:
    """The outlines of a muscle's parts."""
    return [
        smooth([*a, *reversed(b)]) for a, b in (_edges(seen, belly) for belly in BELLIES[muscle])
    ]


def hollow(seen: SeenLeg) -> QPainterPath:
    """The hollow of the knee from behind, where nobody presses."""
    bones = {"thigh": seen.thigh, "shank": seen.shank}
    return smooth([bones[bone].frame(t, w) for bone, t, w in HOLLOW])


def _edges(seen: SeenLeg, belly: Belly) -> Edges:
    frame = (seen.thigh if belly.bone == "thigh" else seen.shank).frame
    return [frame(t, a) for t, a, _ in belly.rows], [frame(t, b) for t, _, b in belly.rows]


def _fibres(edges: Edges) -> list[QPainterPath]:
    """Lines along the muscle, more of them where it is wide."""
    a, b = edges
    width = max(math.dist(x, y) for x, y in zip(a, b, strict=True))
    parts = 5 if width > 44 else 4 if width > 26 else 3
    return [
        line([between(x, y, i / parts) for x, y in zip(a, b, strict=True)][1:-1])
        for i in range(1, parts)
    ]
