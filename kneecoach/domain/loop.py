"""An exercise going round by itself, slowly, from the pose of its still picture."""

from __future__ import annotations

import math
from dataclasses import dataclass

from kneecoach.domain.bones import Skeleton
from kneecoach.domain.catalogue import Exercise, Motion
from kneecoach.domain.movements import Movement, still_of
from kneecoach.domain.scene import MOVING, Scene, Stance, cut
from kneecoach.domain.wall import Wall

SLOWER = 2  # half speed (look 6.1)
HOLD_MS = 2_000  # a hold is shown this long
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

    def scene(self, passed_ms: int, mirrored: bool, *, help_shown: bool) -> Scene:
        """The picture then; `help_shown` adds the ghost of the end pose and the angle arc."""
        return Scene(
            now=self.stance(self.shown_ms(passed_ms), mirrored),
            before=None,
            share=1.0,
            turns=False,
            wall=Wall.READY,
            wall_before=Wall.READY,
            wall_share=1.0,
            dim=1.0,
            ghost=help_shown,
            arc=help_shown,
        )


def loop_of(exercise: Exercise, movement: Movement) -> Loop:
    """The loop of an exercise."""
    phases = tuple(
        LoopPhase(phase.name, phase.motion, phase.ms or _length_of(phase.name, movement))
        for phase in exercise.phases
    )
    start = Loop(exercise.id, phases, 0)
    wanted, _ = still_of(movement)
    moments = range(0, start.length_ms, _STEP_MS)
    nearest = min(moments, key=lambda ms: _apart(start.stance(ms, False).body(movement), wanted))
    return Loop(exercise.id, phases, nearest)


def _length_of(phase: str, movement: Movement) -> int:
    chain = movement.phases.get(phase)
    return chain.cycle_ms if chain is not None and chain.cycle_ms else HOLD_MS


def _apart(one: Skeleton, other: Skeleton) -> float:
    """How far the joints of two poses are apart, in mH."""
    pairs = (
        (one.trunk.skull, other.trunk.skull),
        (one.near_leg.ankle, other.near_leg.ankle),
        (one.far_leg.ankle, other.far_leg.ankle),
        (one.near_arm.wrist, other.near_arm.wrist),
        (one.near_leg.knee, other.near_leg.knee),
    )
    return sum(math.dist(a, b) for a, b in pairs)
