"""The outlines of the person's parts, as profiles along the bones (look 7.4)."""

from __future__ import annotations

import math
from dataclasses import dataclass

from PySide6.QtGui import QPainterPath

from kneecoach.domain.bones import (
    ANKLE_HEIGHT,
    LUMBAR,
    PELVIS,
    SHANK,
    SOLE,
    THIGH,
    TRUNK,
    UPPER_ARM,
    Leg,
    Point,
    Trunk,
    along_up,
)
from kneecoach.ui.figure.curves import (
    Frame,
    between,
    bone_frame,
    disc,
    joined,
    limb,
    line,
    outline,
    smooth,
    trunk_frame,
)
from kneecoach.ui.figure.profiles import (
    PELVIS_BACK,
    PELVIS_FRONT,
    SHANK_BACK,
    SHANK_FRONT,
    SHOE_SOLE_TOP,
    SHOE_UPPER,
    SHORTS_BACK,
    SHORTS_FRONT,
    SLEEVE,
    THIGH_BACK,
    THIGH_FRONT,
    TORSO_BACK,
    TORSO_FRONT,
    WAISTBAND,
)


@dataclass(frozen=True, slots=True)
class Spine:
    """The smooth line from the hip to the base of the neck; t runs from 0 to 1 along it."""

    nodes: tuple[tuple[Point, float], ...]

    def place(self, t: float, offset: float) -> Point:
        """The point beside the spine at t, offset to the front in mH; beyond the ends straight."""
        origin, angle = self._at(t * TRUNK)
        a = math.radians(angle)
        return origin[0] + math.cos(a) * offset, origin[1] - math.sin(a) * offset

    def _at(self, length: float) -> tuple[Point, float]:
        marks = (0.0, PELVIS, PELVIS + LUMBAR, TRUNK)
        i = next((i for i in range(3) if length <= marks[i + 1]), 3)
        if i == 3 or length <= 0:
            origin, angle = self.nodes[i]
            return along_up(origin, angle, length - marks[i]), angle
        share = (length - marks[i]) / (marks[i + 1] - marks[i])
        return hermite(self.nodes[i], self.nodes[i + 1], share, marks[i + 1] - marks[i])


def spine_of(trunk: Trunk) -> Spine:
    """The spine of a trunk; where two parts meet it has the mean of their directions."""
    a0, a1, a2 = trunk.pelvis_angle, trunk.lumbar_angle, trunk.thorax_angle
    ends = ((trunk.hip, a0), (trunk.waist, (a0 + a1) / 2), (trunk.t10, (a1 + a2) / 2))
    return Spine((*ends, (trunk.c7, a2)))


def hermite(
    a: tuple[Point, float], b: tuple[Point, float], u: float, length: float
) -> tuple[Point, float]:
    """Place and direction at a share u between two places with directions, `length` apart."""
    (p0, a0), (p1, a1) = a, b
    m0, m1 = along_up((0, 0), a0, length), along_up((0, 0), a1, length)
    h0, h1 = 2 * u**3 - 3 * u * u + 1, 3 * u * u - 2 * u**3
    g0, g1 = u**3 - 2 * u * u + u, u**3 - u * u
    x = h0 * p0[0] + g0 * m0[0] + h1 * p1[0] + g1 * m1[0]
    y = h0 * p0[1] + g0 * m0[1] + h1 * p1[1] + g1 * m1[1]
    return (x, y), a0 + (a1 - a0) * u


def leg_skin(leg: Leg) -> QPainterPath:
    """Thigh, shank, knee and kneecap as one."""
    middle = (leg.thigh_angle + leg.shank_angle) / 2
    cap = bone_frame(leg.knee, middle)(0, 3 + 4 * min(1.0, max(0.0, leg.flexion / 90)))
    return joined(
        (
            limb(bone_frame(leg.hip, leg.thigh_angle), THIGH, THIGH_FRONT, THIGH_BACK),
            limb(bone_frame(leg.knee, leg.shank_angle), SHANK, SHANK_FRONT, SHANK_BACK),
            disc(leg.knee, 33.5),
            disc(cap, 32),
        )
    )


def sock(leg: Leg) -> QPainterPath:
    """The sock, from above the ankle into the shoe."""
    f = bone_frame(leg.ankle, leg.shank_angle)
    front = [f(-34, 21), f(-12, 24), f(14, 20), f(20, 0)]
    return smooth([*front, f(14, -20), f(-12, -22), f(-34, -21), f(-36, 0)])


def shoe_upper(leg: Leg) -> QPainterPath:
    """The shoe above its sole."""
    return smooth([leg.foot_point(x, y) for x, y in SHOE_UPPER])


def shoe_sole(leg: Leg) -> QPainterPath:
    """The sole of the shoe."""
    return smooth([leg.foot_point(x, y) for x, y in (*SOLE, *SHOE_SOLE_TOP)])


def laces(leg: Leg) -> list[tuple[Point, Point]]:
    """The ends of the three laces."""
    y = -ANKLE_HEIGHT
    return [
        (
            leg.foot_point(44 + i * 10, y + 53 - i * 6),
            leg.foot_point(35 + i * 11, y + 45 - i * 6.5),
        )
        for i in range(3)
    ]


def shorts_leg(leg: Leg) -> QPainterPath:
    """One leg of the shorts, with a bowed hem."""
    f = bone_frame(leg.hip, leg.thigh_angle)
    front = [f(t * THIGH, w) for t, w in SHORTS_FRONT]
    back = [f(t * THIGH, -w) for t, w in SHORTS_BACK]
    hem = SHORTS_FRONT[-1][0] * THIGH
    return outline(front, [front[-1], f(hem + 6, 18), f(hem + 7, -16), back[-1]], back[::-1])


def pelvis(spine: Spine) -> QPainterPath:
    """The shorts round the pelvis, up to the waistband."""
    front = [spine.place(t, w) for t, w in PELVIS_FRONT]
    back = [spine.place(t, -w) for t, w in reversed(PELVIS_BACK)]
    top = [
        front[-1],
        spine.place(WAISTBAND - 0.012, 16),
        spine.place(WAISTBAND - 0.006, -20),
        back[0],
    ]
    return outline(front, top, back, [back[-1], spine.place(-0.22, 0), front[0]])


def waistband(spine: Spine) -> QPainterPath:
    """The seam below the edge of the shorts."""
    seam = ((0.165, 58), (0.158, 16), (0.16, -20), (0.165, -58))
    return line([spine.place(t, w) for t, w in seam])


def torso(spine: Spine) -> QPainterPath:
    """The shirt, tucked into the shorts."""
    front = [spine.place(t, w) for t, w in TORSO_FRONT]
    back = [spine.place(t, -w) for t, w in reversed(TORSO_BACK)]
    return smooth([*front, spine.place(0.972, 10), spine.place(0.995, -14), *back])


def neck(trunk: Trunk) -> QPainterPath:
    """The neck: its upper points follow the head, its lower ones the chest."""
    h, t = trunk_frame(trunk.skull, trunk.head_angle), trunk_frame(trunk.c7, trunk.thorax_angle)
    throat = between(h(26, 27), t(-14, 30), 0.55)
    nape = between(h(26, -34), t(-18, -31), 0.5)
    front = [h(-30, 10), h(-4, 34), h(14, 33), throat, t(6, 33), t(30, 40), t(56, 12)]
    return smooth([*front, t(40, -30), t(8, -37), nape, h(2, -36), h(-26, -30)])


def jaw_shadow(trunk: Trunk) -> QPainterPath:
    """What the jaw shades of the neck."""
    h = trunk_frame(trunk.skull, trunk.head_angle)
    return smooth([h(-40, 60), h(20, 56), h(27, 34), h(20, 10), h(2, -14), h(-30, -34)])


def sleeve(shoulder: Point, upper_angle: float) -> QPainterPath:
    """The sleeve, to the middle of the upper arm."""
    f = bone_frame(shoulder, upper_angle)
    front = [f(t * UPPER_ARM, w) for t, w in SLEEVE]
    back = [f(t * UPPER_ARM, -w) for t, w in reversed(SLEEVE)]
    end = SLEEVE[-1][0] * UPPER_ARM + 5
    return outline([*back, *front[1:]], [front[-1], f(end, 14), f(end, -14), back[0]])


def armhole(shoulder: Point, upper_angle: float) -> QPainterPath:
    """The seam at the back of the sleeve."""
    f = bone_frame(shoulder, upper_angle)
    seam = ((-0.10, 30), (-0.02, 35), (0.1, 36.5), (0.3, 36))
    return line([f(t * UPPER_ARM, -w) for t, w in seam])


def thigh_frame(leg: Leg) -> Frame:
    """Coordinates along the thigh."""
    return bone_frame(leg.hip, leg.thigh_angle)


def shank_frame(leg: Leg) -> Frame:
    """Coordinates along the shank."""
    return bone_frame(leg.knee, leg.shank_angle)
