"""The person in space, to be seen from the front or from behind: where every joint is.

Units as in `bones`: mH, a thousandth of the person's height; degrees. X to the figure's left, Y up,
Z forwards, the floor at Y = 0. The right leg works. Everything is solved in space and only then
projected, so foreshortening needs no rule of its own (look-front 2, 3).
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from kneecoach.domain.bones import (
    ANKLE_HEIGHT,
    FOREARM,
    HAND,
    LUMBAR,
    NECK,
    PELVIS,
    SHANK,
    THIGH,
    THORAX,
    UPPER_ARM,
    Point,
)
from kneecoach.domain.front_poses import FrontPose, Limbs
from kneecoach.domain.space import (
    UP,
    Vector,
    across,
    bent_between,
    cross,
    dot,
    from_to,
    moved,
    unit,
)

Side = Literal["right", "left"]
Facing = Literal["front", "back"]

HIP, SHOULDER = 47.0, 94.0  # mH of a joint from the middle line
SHOULDER_BELOW_C7 = 33.0
TILT = 0.14  # how much of the depth is seen as height: a slight look from above (look-front 2)
_RISE, _RISE_IN = 14.0, 7.0  # mH a shoulder rises and moves in while its arm goes up
_NECK_LEAN = 0.55  # share of the trunk's lean the neck has
_ELBOW_POLE: Vector = (0.62, -0.78, -0.1)
_HAND_SLOPE = 24.0  # degrees below level of a hand that rests with its fingertips
SIGN = {"right": -1.0, "left": 1.0}  # of the outer side on X


@dataclass(frozen=True, slots=True)
class FrontTrunk:
    """Joints of the trunk and the head, and how far each part leans to the figure's left."""

    root: Vector
    waist: Vector
    t10: Vector
    c7: Vector
    skull: Vector
    pelvis_angle: float
    lumbar_angle: float
    thorax_angle: float
    head_angle: float


@dataclass(frozen=True, slots=True)
class FrontLeg:
    """Joints of a leg; `pole` is where its kneecap points.

    `toes`, `outer` and `up` are the foot's own directions: forwards, outwards and off the sole.
    """

    side: Side
    hip: Vector
    knee: Vector
    ankle: Vector
    pole: Vector
    toes: Vector
    outer: Vector
    up: Vector

    def foot_point(self, x: float, w: float, y: float) -> Vector:
        """A point of the shoe: x mH before the ankle, w outwards, y above the sole."""
        point = moved(self.ankle, self.toes, x)
        return moved(moved(point, self.outer, w), self.up, y - ANKLE_HEIGHT)


@dataclass(frozen=True, slots=True)
class FrontArm:
    """Joints of an arm."""

    side: Side
    shoulder: Vector
    elbow: Vector
    wrist: Vector
    tip: Vector


@dataclass(frozen=True, slots=True)
class FrontBody:
    """One moment of the person in space."""

    trunk: FrontTrunk
    right_leg: FrontLeg
    left_leg: FrontLeg
    right_arm: FrontArm
    left_arm: FrontArm
    eyes_open: bool = True

    @property
    def legs(self) -> tuple[FrontLeg, FrontLeg]:
        """The left leg and the right one, which is painted over it."""
        return self.left_leg, self.right_leg


def front_body(pose: FrontPose, eyes_open: bool = True) -> FrontBody:
    """Where every joint of a pose is."""
    trunk = _trunk(pose)
    return FrontBody(
        trunk,
        _leg(pose, pose.right, "right"),
        _leg(pose, pose.left, "left"),
        _arm(pose, trunk, "right"),
        _arm(pose, trunk, "left"),
        eyes_open,
    )


def projected(point: Vector, facing: Facing) -> Point:
    """Where a point is seen, y up: from the front the right leg is at the left (look-front 2)."""
    if facing == "front":
        return point[0], point[1] - TILT * point[2]
    return -point[0], point[1] + TILT * point[2]


def towards_viewer(way: Vector, facing: Facing) -> float:
    """How much of a direction points at the viewer."""
    return way[2] if facing == "front" else -way[2]


def _leaning(angle: float, lean: float) -> Vector:
    """The direction of a part of the trunk."""
    a, f = math.radians(angle), math.radians(lean)
    return math.sin(a) * math.cos(f), math.cos(a) * math.cos(f), math.sin(f)


def _trunk(pose: FrontPose) -> FrontTrunk:
    lumbar = pose.tilt + pose.lumbar
    thorax = lumbar + pose.thorax
    neck = thorax + pose.neck
    waist = moved(pose.root, _leaning(pose.tilt, pose.lean), PELVIS)
    t10 = moved(waist, _leaning(lumbar, pose.lean), LUMBAR)
    c7 = moved(t10, _leaning(thorax, pose.lean), THORAX)
    skull = moved(c7, _leaning(neck, pose.lean * _NECK_LEAN), NECK)
    return FrontTrunk(pose.root, waist, t10, c7, skull, pose.tilt, lumbar, thorax, neck + pose.head)


def _leg(pose: FrontPose, limbs: Limbs, side: Side) -> FrontLeg:
    sign, tilt = SIGN[side], math.radians(pose.tilt)
    yaw, pitch = math.radians(limbs.yaw), math.radians(limbs.pitch)
    hip = moved(pose.root, (math.cos(tilt), -math.sin(tilt), 0.0), sign * HIP)
    ahead = (sign * math.sin(yaw), 0.0, math.cos(yaw))
    pole = _pole(from_to(hip, limbs.ankle), ahead, sign, limbs.knee)
    knee, ankle = bent_between(hip, limbs.ankle, THIGH, SHANK, pole)
    toes = (ahead[0] * math.cos(pitch), math.sin(pitch), ahead[2] * math.cos(pitch))
    outer = (sign * math.cos(yaw), 0.0, -math.sin(yaw))
    up = cross(toes, outer)
    up = up if dot(up, UP) > 0 else moved((0.0, 0.0, 0.0), up, -1.0)
    return FrontLeg(side, hip, knee, ankle, pole, toes, outer, up)


def _pole(way: Vector, ahead: Vector, sign: float, turn: float) -> Vector:
    """Where the kneecap points: over the foot, turned outwards about the line hip to ankle.

    So a straight leg cannot drift in, and a bent one swings as the hip turns.
    """
    axis, angle = unit(way), math.radians(turn)
    pole = across(ahead, axis)
    lateral = cross(axis, pole)
    side = math.sin(angle) * (1 if lateral[0] * sign > 0 else -1)
    return moved(moved((0.0, 0.0, 0.0), pole, math.cos(angle)), lateral, side)


def _arm(pose: FrontPose, trunk: FrontTrunk, side: Side) -> FrontArm:
    sign = SIGN[side]
    angle = math.radians(trunk.thorax_angle)
    axis = (math.cos(angle), -math.sin(angle), 0.0)
    middle = moved(trunk.t10, from_to(trunk.t10, trunk.c7), (THORAX - SHOULDER_BELOW_C7) / THORAX)
    limbs = pose.right if side == "right" else pose.left
    angles = limbs.arm
    held = pose.hands is not None or limbs.wrist is not None
    rise = 0.0 if held else max(0.0, min(1.0, (angles[0] - 60) / 60))
    shoulder = moved(moved(middle, axis, sign * (SHOULDER - _RISE_IN * rise)), UP, _RISE * rise)
    if pose.hands is not None:
        return _held_arm(shoulder, _hand(middle, axis, sign, pose.hands), side)
    if limbs.wrist is not None:
        return _resting_arm(shoulder, limbs.wrist, side)
    turn = trunk.thorax_angle * 0.6  # the arms follow the chest for the most part
    elbow = moved(shoulder, _arm_way(angles[:2], sign, turn), UPPER_ARM)
    fore = _arm_way(angles[2:], sign, turn)
    wrist = moved(elbow, fore, FOREARM)
    return FrontArm(side, shoulder, elbow, wrist, moved(wrist, fore, HAND))


def _hand(middle: Vector, axis: Vector, sign: float, hands: Vector) -> Vector:
    x, y, z = hands
    return (
        middle[0] + sign * x * axis[0] - y * axis[1],
        middle[1] + sign * x * axis[1] + y * axis[0],
        middle[2] + z,
    )


def _held_arm(shoulder: Vector, hand: Vector, side: Side) -> FrontArm:
    x, y, z = _ELBOW_POLE
    outwards = (SIGN[side] * x, y, z)
    pole = across(outwards, unit(from_to(shoulder, hand)))
    elbow, wrist = bent_between(shoulder, hand, UPPER_ARM, FOREARM, pole)
    return FrontArm(side, shoulder, elbow, wrist, moved(wrist, unit(from_to(elbow, wrist)), HAND))


def _resting_arm(shoulder: Vector, wrist: Vector, side: Side) -> FrontArm:
    """An arm with its fingertips on something: the hand slopes down to them."""
    arm = _held_arm(shoulder, wrist, side)
    slope = math.radians(_HAND_SLOPE)
    way = (SIGN[side] * math.cos(slope), -math.sin(slope), 0.0)
    return replace(arm, tip=moved(arm.wrist, way, HAND))


def _arm_way(angles: Sequence[float], sign: float, turn: float) -> Vector:
    elevation, plane, t = (math.radians(a) for a in (*angles, turn))
    x = sign * math.sin(elevation) * math.cos(plane)
    y = -math.cos(elevation)
    z = math.sin(elevation) * math.sin(plane)
    return x * math.cos(t) + y * math.sin(t), y * math.cos(t) - x * math.sin(t), z
