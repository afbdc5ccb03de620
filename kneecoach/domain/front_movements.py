"""A movement seen from the front or from behind as data, and its pose at any moment."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Literal

from kneecoach.domain.front import Facing, FrontBody, Side, front_body
from kneecoach.domain.front_poses import ArmAngles, FrontPose, pose_of
from kneecoach.domain.idle import NOT_IDLE, Idle
from kneecoach.domain.movements import (
    Chain,
    Crop,
    Muscle,
    Prop,
    key_reached,
    place,
    through,
)

FrontHands = Literal["edge", "wall", "clasp"]  # hanging free, on the wall, joined

# What one sway does in this view (look-front 4): mH of root and free foot, degrees of the rest.
_ROOT, _FREE_FOOT, _LUMBAR, _HEAD, _ARM = 5.0, 6.0, -0.8, 0.6, (5.0, 6.0)


@dataclass(frozen=True, slots=True)
class FrontKey:
    """One pose that has a name; `glow` 0 to 1 is how much the target muscles work in it."""

    name: str
    pose: FrontPose
    eyes_open: bool
    glow: float


@dataclass(frozen=True, slots=True)
class FrontMovement:
    """Everything the figure of one exercise is drawn from in this view.

    `stage` is the part of the world to show, as projected; `targets` are the muscles that glow,
    each with its side. `sway` is how much the body sways in a hold.
    `in_player` says that the player shows this view instead of the one from the side.
    """

    name: str
    facing: Facing
    keys: Mapping[str, FrontKey]
    phases: Mapping[str, Chain]
    still: str
    stage: Crop
    hands: FrontHands
    targets: tuple[tuple[Side, Muscle], ...]
    props: tuple[Prop, ...] = ()
    sway: float = 0.0
    in_player: bool = False


def front_at(
    movement: FrontMovement, phase: str, progress: float, idle: Idle = NOT_IDLE
) -> FrontBody:
    """The person at a moment of a phase, as `movements.pose_at`; raises KeyError as that does."""
    keys, way = place(movement.keys, movement.phases, phase, progress)
    pose = pose_of(through([key.pose.numbers() for key in keys], way), keys[0].pose)
    reached = keys[key_reached(len(keys), way)]
    return front_body(_idling(pose, idle), reached.eyes_open)


def front_glow_at(movement: FrontMovement, phase: str, progress: float) -> float:
    """How strongly the target muscles glow then, 0 to 1. Raises KeyError as above."""
    keys, way = place(movement.keys, movement.phases, phase, progress)
    return through([(key.glow,) for key in keys], way)[0]


def front_still(movement: FrontMovement, key: str = "") -> tuple[FrontBody, float]:
    """A key pose and its glow: that of a name, or the one that stands for the movement."""
    found = movement.keys[key or movement.still]
    return front_body(found.pose, found.eyes_open), found.glow


def _idling(pose: FrontPose, idle: Idle) -> FrontPose:
    """The pose with that breath and sway in it; what stands stays where it is."""
    s = idle.sway
    x, y, z = pose.root
    foot_x, foot_y, foot_z = pose.left.ankle
    return replace(
        pose,
        root=(x + _ROOT * s, y, z),
        lean=pose.lean + idle.breath,
        lumbar=pose.lumbar + _LUMBAR * s,
        head=pose.head + _HEAD * s,
        right=replace(pose.right, arm=_swung(pose.right.arm, s)),
        left=replace(
            pose.left,
            ankle=(foot_x + _FREE_FOOT * s, foot_y, foot_z),
            arm=_swung(pose.left.arm, -s),
        ),
    )


def _swung(arm: ArmAngles, s: float) -> ArmAngles:
    upper, plane, fore, fore_plane = arm
    return upper + _ARM[0] * s, plane, fore + _ARM[1] * s, fore_plane
