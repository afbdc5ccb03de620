"""A pose in angles, and from it where every joint is.

Units as in `bones`. Angles in degrees, with their zero and their positive direction (look 7.2):

- lean: pelvis upright; forward. Lying on the back is -90.
- lumbar, thorax, neck, head: in line with the part below; forward.
- hip: thigh in line with the pelvis; thigh forward. knee: straight; flexed.
- ankle: foot at a right angle to the shank; toes up. toes: in line with the foot; up.
- shoulder: arm along the chest, downwards; forward. elbow: straight; flexed. wrist: to the palm.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass, fields, replace
from typing import Literal

from kneecoach.domain.bones import (
    ANKLE_HEIGHT,
    BALL,
    FOREARM,
    HAND,
    HEEL,
    LUMBAR,
    NECK,
    PELVIS,
    SHANK,
    SHOULDER_BELOW_C7,
    THIGH,
    THORAX,
    UPPER_ARM,
    Arm,
    HandShape,
    Leg,
    Point,
    Skeleton,
    Trunk,
    along_down,
    along_up,
    turned,
)

__all__ = ["Pin", "Pose", "Skeleton", "ankle_of", "skeleton", "with_hands"]

Side = Literal["near", "far"]
Joint = Literal["ankle", "ball", "heel", "wrist"]

STRAIGHTEST = 0.4  # mH a pinned limb stays short of its full length, so that the bend stays defined


@dataclass(frozen=True, slots=True)
class Pose:
    """Where the middle of the hip joints is (mH) and how every joint is bent (degrees).

    The defaults are a neutral stance (look 7.2).
    """

    root_x: float = 0.0
    root_y: float = 533.0
    lean: float = 0.0
    lumbar: float = -4.0
    thorax: float = 6.0
    neck: float = 14.0
    head: float = -14.0
    near_hip: float = 0.0
    near_knee: float = 2.0
    near_ankle: float = 2.0
    near_toes: float = 0.0
    far_hip: float = 0.0
    far_knee: float = 2.0
    far_ankle: float = 2.0
    far_toes: float = 0.0
    near_shoulder: float = -4.0
    near_elbow: float = 14.0
    near_wrist: float = 6.0
    far_shoulder: float = -2.0
    far_elbow: float = 12.0
    far_wrist: float = 6.0

    def numbers(self) -> tuple[float, ...]:
        """All values in the order of the fields, to blend poses with."""
        return tuple(getattr(self, f.name) for f in fields(self))


@dataclass(frozen=True, slots=True)
class Pin:
    """A point of a limb that must stay where it is, whatever the body does (look 7.3).

    `x`, `y` in mH; `angle` is the world angle of the foot or hand. Joints: the ankle itself; the
    ball of the foot, the toes staying flat; the heel, whose lowest point rests at height `y` with
    the ankle above `x`; the wrist.
    """

    side: Side
    joint: Joint
    x: float
    y: float
    angle: float


def ankle_of(pin: Pin) -> Point:
    """Where the ankle has to be for a pinned foot."""
    if pin.joint == "ball":
        dx, dy = turned((BALL, -ANKLE_HEIGHT), pin.angle)
        return pin.x - dx, pin.y - dy
    if pin.joint == "heel":
        return pin.x, pin.y - min(turned(p, pin.angle)[1] for p in HEEL)
    return pin.x, pin.y


def skeleton(pose: Pose, pins: Iterable[Pin] = ()) -> Skeleton:
    """The joints of a pose, every pinned limb bent so that its pin holds (two-bone solution)."""
    held = {(p.side, "arm" if p.joint == "wrist" else "leg"): p for p in pins}
    trunk = _trunk(pose)
    return Skeleton(
        trunk=trunk,
        near_leg=_leg(trunk, _leg_angles(pose, "near"), held.get(("near", "leg"))),
        far_leg=_leg(trunk, _leg_angles(pose, "far"), held.get(("far", "leg"))),
        near_arm=_arm(trunk, _arm_angles(pose, "near"), held.get(("near", "arm"))),
        far_arm=_arm(trunk, _arm_angles(pose, "far"), held.get(("far", "arm"))),
    )


def with_hands(body: Skeleton, near: HandShape, far: HandShape, eyes_open: bool) -> Skeleton:
    """The same moment with other hands and eyes."""
    return replace(
        body,
        near_arm=replace(body.near_arm, hand=near),
        far_arm=replace(body.far_arm, hand=far),
        eyes_open=eyes_open,
    )


def _trunk(pose: Pose) -> Trunk:
    pelvis = pose.lean
    lumbar = pelvis + pose.lumbar
    thorax = lumbar + pose.thorax
    neck = thorax + pose.neck
    hip = (pose.root_x, pose.root_y)
    waist = along_up(hip, pelvis, PELVIS)
    t10 = along_up(waist, lumbar, LUMBAR)
    c7 = along_up(t10, thorax, THORAX)
    skull = along_up(c7, neck, NECK)
    shoulder = along_up(c7, thorax, -SHOULDER_BELOW_C7)
    head = neck + pose.head
    return Trunk(hip, waist, t10, c7, skull, shoulder, pelvis, lumbar, thorax, neck, head)


def _leg_angles(pose: Pose, side: Side) -> tuple[float, float, float, float]:
    if side == "near":
        return pose.near_hip, pose.near_knee, pose.near_ankle, pose.near_toes
    return pose.far_hip, pose.far_knee, pose.far_ankle, pose.far_toes


def _arm_angles(pose: Pose, side: Side) -> tuple[float, float, float]:
    if side == "near":
        return pose.near_shoulder, pose.near_elbow, pose.near_wrist
    return pose.far_shoulder, pose.far_elbow, pose.far_wrist


def _leg(trunk: Trunk, angles: tuple[float, float, float, float], pin: Pin | None) -> Leg:
    hip, knee, ankle, toes = angles
    thigh = hip - trunk.pelvis_angle
    foot = thigh - knee + ankle
    if pin is not None:
        psi, inner, knee = _two_bones(trunk.hip, ankle_of(pin), THIGH, SHANK)
        thigh, foot = psi + inner, pin.angle
        toes = -pin.angle if pin.joint == "ball" else toes
    knee_point = along_down(trunk.hip, thigh, THIGH)
    ankle_point = along_down(knee_point, thigh - knee, SHANK)
    return Leg(trunk.hip, knee_point, ankle_point, thigh, thigh - knee, foot, toes)


def _arm(trunk: Trunk, angles: tuple[float, float, float], pin: Pin | None) -> Arm:
    shoulder, elbow, wrist = angles
    upper = shoulder - trunk.thorax_angle
    hand = upper + elbow + wrist
    if pin is not None:
        psi, inner, elbow = _two_bones(trunk.shoulder, (pin.x, pin.y), UPPER_ARM, FOREARM)
        upper, hand = psi - inner, pin.angle
    elbow_point = along_down(trunk.shoulder, upper, UPPER_ARM)
    wrist_point = along_down(elbow_point, upper + elbow, FOREARM)
    tip = along_down(wrist_point, hand, HAND)
    return Arm(trunk.shoulder, elbow_point, wrist_point, tip, upper, upper + elbow, hand)


def _two_bones(start: Point, end: Point, first: float, second: float) -> tuple[float, float, float]:
    """Direction from start to end, the first bone's angle off it, and the bend between the bones.

    Degrees; an end out of reach is met in its direction (look 7.3).
    """
    dx, dy = end[0] - start[0], end[1] - start[1]
    reach = first + second - STRAIGHTEST
    d = max(abs(first - second) + 1.0, min(math.hypot(dx, dy), reach))
    bend = 180.0 - _corner(first, second, d)
    return math.degrees(math.atan2(dx, -dy)), _corner(first, d, second), bend


def _corner(a: float, b: float, opposite: float) -> float:
    """The angle between the sides a and b of a triangle, in degrees."""
    cosine = (a * a + b * b - opposite * opposite) / (2 * a * b)
    return math.degrees(math.acos(max(-1.0, min(1.0, cosine))))
