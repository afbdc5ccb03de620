"""An exercise going round by itself, slowly, from the pose of its still picture."""

from __future__ import annotations

import math
from dataclasses import dataclass

from kneecoach.domain.bones import Skeleton
from kneecoach.domain.catalogue import Exercise, Motion
from kneecoach.domain.front import FrontBody
from kneecoach.domain.front_movements import FrontMovement, front_still
from kneecoach.domain.movements import Movement, still_of
from kneecoach.domain.scene import MOVING, STILL_AT, Scene, Stance, cut
from kneecoach.domain.wall import Wall

SLOWER = 2  # half speed (look 6.1)
HOLD_MS = 2_000  # a hold is shown this long
_Joints = tuple[tuple[float, ...], ...]
_STEP_MS = 50  # in which the still pose is looked for


@dataclass(frozen=True, slots=True)
class LoopPhase:
    """A phase of a loop and its length in ms."""

    name: str
    motion: Motion
    ms: int


@dataclass(frozen=True, slots=True)
class Loop:
    """One repetition that goes round; `start_ms` is where it begins and ends."""

    exercise: str
    phases: tuple[LoopPhase, ...]
    start_ms: int

    @property
    def length_ms(self) -> int:
        """One round at the speed of the exercise."""
        return sum(phase.ms for phase in self.phases)

    def phase_at(self, ms: int) -> tuple[LoopPhase, int]:
        """The phase at a moment after the start of the first one, and how long it has run."""
        left = ms % self.length_ms
        for phase in self.phases:
            if left < phase.ms:
                return phase, left
            left -= phase.ms
        return self.phases[-1], self.phases[-1].ms

    def stance(self, ms: int, mirrored: bool) -> Stance:
        """The person at that moment."""
        phase, ran = self.phase_at(ms)
        if phase.motion is Motion.STILL:
            return Stance(self.exercise, mirrored, phase.name)
        return Stance(self.exercise, mirrored, phase.name, phase.motion, ran, phase.ms)

    def shown_ms(self, passed_ms: int) -> int:
        """The moment of the loop on the screen `passed_ms` after it began to play, frame by frame.

        It goes at half speed and begins at the still pose.
        """
        return self.start_ms + cut(passed_ms, MOVING) // SLOWER

    def moment_of(self, name: str) -> int:
        """When a phase is seen best, in ms: where it leads to, or the middle of a hold.

        "ready" is the beginning. Raises KeyError for a phase that is not in the loop.
        """
        begin = 0
        for phase in self.phases:
            if name in (phase.name, "ready"):
                share = STILL_AT.get(phase.motion, 0.0) if name == phase.name else 0.0
                return begin + min(phase.ms - 1, round(phase.ms * share))
            begin += phase.ms
        raise KeyError(name)

    def scene(self, ms: int, mirrored: bool, *, help_shown: bool, glows: bool = True) -> Scene:
        """The picture at a moment of the loop.

        `help_shown` adds the ghost of the end pose and the angle arc.
        """
        return Scene(
            now=self.stance(ms, mirrored),
            before=None,
            share=1.0,
            turns=False,
            wall=Wall.READY,
            wall_before=Wall.READY,
            wall_share=1.0,
            dim=1.0 if glows else 0.0,
            ghost=help_shown,
            arc=help_shown,
        )


def loop_of(exercise: Exercise, movement: Movement | FrontMovement) -> Loop:
    """The loop of an exercise, in the view of the movement."""
    phases = tuple(
        LoopPhase(phase.name, phase.motion, phase.ms or _length_of(phase.name, movement))
        for phase in exercise.phases
    )
    start = Loop(exercise.id, phases, 0)
    wanted = _still_joints(movement)
    moments = range(0, start.length_ms, _STEP_MS)
    nearest = min(moments, key=lambda ms: _apart(_joints_at(start, ms, movement), wanted))
    return Loop(exercise.id, phases, nearest)


def _length_of(phase: str, movement: Movement | FrontMovement) -> int:
    chain = movement.phases.get(phase)
    return chain.cycle_ms if chain is not None and chain.cycle_ms else HOLD_MS


def _still_joints(movement: Movement | FrontMovement) -> _Joints:
    if isinstance(movement, FrontMovement):
        return _front_joints(front_still(movement)[0])
    return _side_joints(still_of(movement)[0])


def _joints_at(loop: Loop, ms: int, movement: Movement | FrontMovement) -> _Joints:
    stance = loop.stance(ms, False)
    if isinstance(movement, FrontMovement):
        return _front_joints(stance.front_body(movement))
    return _side_joints(stance.body(movement))


def _side_joints(body: Skeleton) -> _Joints:
    near, far = body.near_leg, body.far_leg
    return body.trunk.skull, near.ankle, far.ankle, body.near_arm.wrist, near.knee


def _front_joints(body: FrontBody) -> _Joints:
    right, left = body.right_leg, body.left_leg
    return body.trunk.skull, right.ankle, left.ankle, body.right_arm.wrist, right.knee


def _apart(one: _Joints, other: _Joints) -> float:
    """How far the joints of two poses are apart, in mH."""
    return sum(math.dist(a, b) for a, b in zip(one, other, strict=True))
