"""The person in space as it is seen: joints and bones projected, with frames along the bones."""

from __future__ import annotations

import math
from dataclasses import dataclass

from kneecoach.domain.bones import ANKLE_HEIGHT, Point
from kneecoach.domain.front import (
    SIGN,
    Facing,
    FrontArm,
    FrontLeg,
    Side,
    projected,
    towards_viewer,
)
from kneecoach.domain.space import Vector, from_to, unit
from kneecoach.ui.figure.curves import Frame, Profile

_STEP, _HIGH = 20.0, 100.0  # mH of a foot above the floor where it begins to look smaller, and more
_SMALLER = 0.16  # share by which a foot lifted behind looks smaller


@dataclass(frozen=True, slots=True)
class SeenBone:
    """A bone as it is seen.

    `frame(t, w)` is the point a share t along it and w mH to its outer side; `depth` -1 to 1 is how
    much of its direction points at the viewer; `length` is what is seen of it.
    """

    start: Point
    end: Point
    length: float
    depth: float
    frame: Frame


@dataclass(frozen=True, slots=True)
class SeenLeg:
    """A leg as it is seen; `outwards` is 1 where its outer side is at the viewer's right."""

    leg: FrontLeg
    facing: Facing
    outwards: float
    thigh: SeenBone
    shank: SeenBone

    def foot(self, x: float, w: float, y: float) -> Point:
        """Where a point of the shoe is seen, see `FrontLeg.foot_point`."""
        size = self.foot_size
        lifted = ANKLE_HEIGHT + (y - ANKLE_HEIGHT) * size
        return projected(self.leg.foot_point(x * size, w * size, lifted), self.facing)

    @property
    def foot_size(self) -> float:
        """1, and less for a foot that is lifted behind: it is further away, and would look large.

        Nothing else is seen in perspective (look 14).
        """
        lifted = (self.leg.ankle[1] - ANKLE_HEIGHT - _STEP) / _HIGH
        behind = -towards_viewer(self.leg.ankle, self.facing) / _HIGH
        return 1 - _SMALLER * max(0.0, min(1.0, lifted, behind))

    @property
    def from_behind(self) -> bool:
        """True when the back of the leg is to be seen."""
        return self.facing == "back"


@dataclass(frozen=True, slots=True)
class SeenArm:
    """An arm as it is seen; `hand_angle` is the hand's direction from straight down, degrees."""

    side: Side
    outwards: float
    upper: SeenBone
    fore: SeenBone
    hand_angle: float


def seen_leg(leg: FrontLeg, facing: Facing) -> SeenLeg:
    """A leg, projected."""
    out = outwards(leg.side, facing)
    return SeenLeg(
        leg,
        facing,
        out,
        _bone(leg.hip, leg.knee, facing, out),
        _bone(leg.knee, leg.ankle, facing, out),
    )


def seen_arm(arm: FrontArm, facing: Facing) -> SeenArm:
    """An arm, projected."""
    out = outwards(arm.side, facing)
    (x0, y0), (x1, y1) = projected(arm.wrist, facing), projected(arm.tip, facing)
    return SeenArm(
        arm.side,
        out,
        _bone(arm.shoulder, arm.elbow, facing, out),
        _bone(arm.elbow, arm.wrist, facing, out),
        math.degrees(math.atan2(x1 - x0, y0 - y1)),
    )


def outwards(side: Side, facing: Facing) -> float:
    """1 where the outer side of a limb is at the viewer's right, else -1."""
    return SIGN[side] * (1 if facing == "front" else -1)


def edge(bone: SeenBone, profile: Profile, way: float = 1.0) -> list[Point]:
    """The points of a profile along a bone, on its outer side or (way -1) its inner one."""
    return [bone.frame(t, way * w) for t, w in profile]


def _bone(start: Vector, end: Vector, facing: Facing, out: float) -> SeenBone:
    a, b = projected(start, facing), projected(end, facing)
    dx, dy = b[0] - a[0], b[1] - a[1]
    length = math.hypot(dx, dy)
    ux, uy = (dx / length, dy / length) if length >= 1 else (0.0, -1.0)

    def frame(t: float, w: float) -> Point:
        along, side = t * length, w * out
        return a[0] + ux * along - uy * side, a[1] + uy * along + ux * side

    depth = towards_viewer(unit(from_to(start, end)), facing)
    return SeenBone(a, b, length, depth, frame)
