"""The working muscle: coral, with fibre lines and a halo (look 7.5).

A muscle is a row of (t, outer, inner): t in lengths of the bone, outer and inner the distances of
its two edges from the bone in mH, on the muscle's side of it.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen

from kneecoach.domain.bones import SHANK, THIGH, Leg, Point
from kneecoach.domain.movements import Muscle
from kneecoach.ui.figure.brush import stroke
from kneecoach.ui.figure.colours import FigureColours, faded
from kneecoach.ui.figure.curves import Profile, between, line, smooth, width_at
from kneecoach.ui.figure.profiles import SHANK_BACK, THIGH_BACK, THIGH_FRONT
from kneecoach.ui.figure.shapes import leg_skin, shank_frame, thigh_frame

_HALO_STROKES = 7
_FIBRES = 4
_FAR = 900.0  # mH: further than any halo reaches


@dataclass(frozen=True, slots=True)
class _Belly:
    """A muscle's inner edge along a bone; its outer edge follows the limb's profile."""

    thigh: bool
    front: bool
    profile: Profile
    inner: Profile


# The "belly" shapes are the part to massage: they end a hand-width (49 mH) from the knee crease
# (guide 4.5), the others run to the knee (look 7.5).
_MUSCLES: dict[Muscle, _Belly] = {
    "quad": _Belly(True, True, THIGH_FRONT, (
        (0.04, 44), (0.14, 22), (0.26, 6), (0.40, -2), (0.54, -5), (0.68, -3), (0.80, 4),
        (0.90, 14), (0.965, 26),
    )),
    "hamstring": _Belly(True, False, THIGH_BACK, (
        (0.03, 46), (0.12, 26), (0.24, 11), (0.38, 3), (0.52, 2), (0.66, 4), (0.80, 9),
        (0.92, 17), (1.02, 27),
    )),
    "hamstring_belly": _Belly(True, False, THIGH_BACK, (
        (0.10, 42), (0.16, 26), (0.26, 11), (0.38, 4), (0.50, 4), (0.62, 9), (0.72, 20),
        (0.79, 32),
    )),
    "calf": _Belly(False, False, SHANK_BACK, (
        (-0.05, 27), (0.03, 18), (0.12, 8), (0.22, 3), (0.32, 2), (0.42, 4), (0.52, 8),
        (0.62, 14), (0.74, 19),
    )),
    "calf_belly": _Belly(False, False, SHANK_BACK, (
        (0.20, 37), (0.25, 22), (0.31, 10), (0.39, 4), (0.47, 5), (0.55, 10), (0.63, 15),
        (0.72, 19),
    )),
}  # fmt: skip

# The hollow of the knee as it lights: t along the shank from the joint, outer and inner edge.
_BACK_OF_KNEE = (
    *((-0.17, 34.0, 30.0), (-0.09, 33.0, 12.0), (0.0, 33.0, 5.0)),
    *((0.09, 36.0, 12.0), (0.19, 41.0, 36.0)),
)


def paint_glow(
    p: QPainter,
    leg: Leg,
    muscle: Muscle,
    clip: QPainterPath,
    colours: FigureColours,
    strength: float,
) -> None:
    """Paint a muscle of a leg at a strength 0 to 1; its body stays inside the clip."""
    outer, inner = _edges(leg, _MUSCLES[muscle])
    p.save()
    if muscle.endswith("_belly"):
        keep_off(p, side_hollow(leg))
    _paint_lit(p, outer, inner, clip, colours, strength)
    p.restore()


def paint_sore_knee(p: QPainter, leg: Leg, colours: FigureColours) -> None:
    """Light the back of a knee, where it hurts, from the thigh to the calf (look-pages 2)."""
    frame = shank_frame(leg)
    outer = [frame(t * SHANK, -a) for t, a, _ in _BACK_OF_KNEE]
    inner = [frame(t * SHANK, -b) for t, _, b in _BACK_OF_KNEE]
    p.save()
    _paint_lit(p, outer, inner, leg_skin(leg), colours, 1.0)
    p.restore()


def _paint_lit(
    p: QPainter,
    outer: list[Point],
    inner: list[Point],
    clip: QPainterPath,
    colours: FigureColours,
    strength: float,
) -> None:
    """A halo, and inside the clip what lies between the edges, with its fibres."""
    shape = smooth([*outer, *reversed(inner)])
    for i in range(_HALO_STROKES):
        halo = faded(colours.halo, 0.09 * strength)
        stroke(p, shape, QPen(halo, 6 + i * 7.2))
    p.setClipPath(clip, Qt.ClipOperation.IntersectClip)
    p.setBrush(faded(colours.glow, 0.95 * strength))
    p.drawPath(shape)
    for i in range(1, _FIBRES + 1):
        share = i / (_FIBRES + 1)
        fibre = [between(a, b, share) for a, b in zip(outer, inner, strict=True)][1:-1]
        stroke(p, line(fibre), QPen(faded(colours.fibre, 0.75 * strength), 2.2))


def keep_off(p: QPainter, hollow: QPainterPath) -> None:
    """Let nothing more be painted in the hollow of the knee, where nobody presses."""
    around = QPainterPath()
    around.addRect(hollow.boundingRect().adjusted(-_FAR, -_FAR, _FAR, _FAR))
    p.setClipPath(around.subtracted(hollow), Qt.ClipOperation.IntersectClip)


def side_hollow(leg: Leg) -> QPainterPath:
    """The hollow of the knee from the side: an ellipse behind the joint (look-front 7)."""
    x, y = leg.knee
    sides = [thigh_frame(leg)(THIGH, -1.0), shank_frame(leg)(0.0, -1.0)]
    back_x, back_y = (sum(side[i] - leg.knee[i] for side in sides) for i in (0, 1))
    length = math.hypot(back_x, back_y) or 1.0
    back_x, back_y = back_x / length, back_y / length
    bent = leg.flexion > 35
    behind, along, across = (27.0, 30.0, 24.0) if bent else (24.0, 47.0, 19.0)
    ring = []
    for step in range(16):
        a, b = along * math.cos(step * math.pi / 8), across * math.sin(step * math.pi / 8) + behind
        ring.append((x - back_y * a + back_x * b, y + back_x * a + back_y * b))
    return smooth(ring)


def shape_of(leg: Leg, muscle: Muscle) -> QPainterPath:
    """The outline of a muscle of a leg."""
    outer, inner = _edges(leg, _MUSCLES[muscle])
    return smooth([*outer, *reversed(inner)])


def _edges(leg: Leg, belly: _Belly) -> tuple[list[Point], list[Point]]:
    """The outer and the inner edge of a muscle in the world."""
    frame, length = (thigh_frame(leg), THIGH) if belly.thigh else (shank_frame(leg), SHANK)
    way = 1 if belly.front else -1
    outer = [
        frame(t * length, way * (width_at(belly.profile, t) - 1.5 + _over_shorts(belly, t)))
        for t, _ in belly.inner
    ]
    return outer, [frame(t * length, way * w) for t, w in belly.inner]


def _over_shorts(belly: _Belly, t: float) -> float:
    """How much further out a thigh muscle lies where the shorts cover the leg."""
    if not belly.thigh:
        return 0.0
    return 5.5 if t < 0.44 else 5.5 * max(0.0, 1 - (t - 0.44) / 0.16)
