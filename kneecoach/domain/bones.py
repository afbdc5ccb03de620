"""The jointed person at one moment: its parts, their lengths and where they are.

Units: mH, a thousandth of the person's height, y up, the floor (or the mat's top) at 0; the person
looks towards +x, so the viewer sees the right side and the near leg is the right one. World angles
in degrees: of trunk parts from straight up, of limb parts from straight down, of feet from the
floor; forward and toes up are positive (look 7.2).
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Literal

Point = tuple[float, float]
HandShape = Literal[
    "relaxed", "reach", "toes", "wall", "floor", "wrap", "stroke", "beside", "tips", "clasp"
]

# Segment lengths as thousandths of stature: Drillis and Contini 1966 as given by Winter (look 7.1).
PELVIS, LUMBAR, THORAX = 96.0, 88.0, 104.0
TRUNK = PELVIS + LUMBAR + THORAX
NECK = 52.0
SHOULDER_BELOW_C7 = 20.0
THIGH, SHANK = 245.0, 246.0
UPPER_ARM, FOREARM, HAND = 180.0, 146.0, 96.0
ANKLE_HEIGHT, BALL = 43.0, 74.0

# The sole seen from the side, in the foot's frame (origin ankle, x to the toes): heel to toe tip.
SOLE: tuple[Point, ...] = (
    (-38, -29), (-41, -37), (-36, -43), (-18, -43), (20, -42), (50, -42.5), (70, -43),
    (96, -43), (113, -42), (120, -36),
)  # fmt: skip
HEEL: tuple[Point, ...] = ((-24, 25), (-31, 12), (-35, -6), (-37, -19), *SOLE[:4])
TOE_HINGE: Point = (70, -35)


@dataclass(frozen=True, slots=True)
class Trunk:
    """Joints of the trunk and head (mH) and the world angles of its parts from straight up."""

    hip: Point
    waist: Point
    t10: Point
    c7: Point
    skull: Point
    shoulder: Point
    pelvis_angle: float
    lumbar_angle: float
    thorax_angle: float
    neck_angle: float
    head_angle: float


@dataclass(frozen=True, slots=True)
class Leg:
    """Joints of a leg and the world angles of thigh and shank from straight down.

    `foot_angle` is measured from the floor, `toes` against the foot.
    """

    hip: Point
    knee: Point
    ankle: Point
    thigh_angle: float
    shank_angle: float
    foot_angle: float
    toes: float

    @property
    def flexion(self) -> float:
        """How far the knee is bent, 0 is straight."""
        return self.thigh_angle - self.shank_angle

    def foot_point(self, x: float, y: float) -> Point:
        """A point of the shoe given in the foot's frame; the part before the ball bends."""
        hinge_x, hinge_y = TOE_HINGE
        if x > hinge_x and self.toes:
            share = min(1.0, (x - hinge_x) / 16)
            bend = self.toes * share * share * (3 - 2 * share)
            dx, dy = turned((x - hinge_x, y - hinge_y), bend)
            x, y = hinge_x + dx, hinge_y + dy
        dx, dy = turned((x, y), self.foot_angle)
        return self.ankle[0] + dx, self.ankle[1] + dy

    def sole(self) -> tuple[Point, ...]:
        """The outline of the sole's underside in the world, from the heel to the tip."""
        return tuple(self.foot_point(x, y) for x, y in SOLE)


@dataclass(frozen=True, slots=True)
class Arm:
    """Joints of an arm, world angles of its parts from straight down, and what the hand does."""

    shoulder: Point
    elbow: Point
    wrist: Point
    tip: Point
    upper_angle: float
    fore_angle: float
    hand_angle: float
    hand: HandShape = "relaxed"


@dataclass(frozen=True, slots=True)
class Skeleton:
    """One moment of the person, ready to be drawn."""

    trunk: Trunk
    near_leg: Leg
    far_leg: Leg
    near_arm: Arm
    far_arm: Arm
    eyes_open: bool = True


def along_up(origin: Point, angle: float, length: float) -> Point:
    """The point `length` away along a trunk direction: 0 is up, positive is forward."""
    a = math.radians(angle)
    return origin[0] + math.sin(a) * length, origin[1] + math.cos(a) * length


def along_down(origin: Point, angle: float, length: float) -> Point:
    """The point `length` away along a limb direction: 0 is down, positive is forward."""
    a = math.radians(angle)
    return origin[0] + math.sin(a) * length, origin[1] - math.cos(a) * length


def turned(point: Point, angle: float) -> Point:
    """A point turned about the origin, counter-clockwise for positive degrees."""
    c, s = math.cos(math.radians(angle)), math.sin(math.radians(angle))
    return c * point[0] - s * point[1], s * point[0] + c * point[1]
