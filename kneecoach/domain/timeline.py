"""A plan laid out before the first second: a flat tuple of steps with their lengths."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from kneecoach.domain.catalogue import Catalogue, Dose, Exercise, Motion, Phase, Side
from kneecoach.domain.plan import Pace, Plan
from kneecoach.domain.safety import Admitted

# Milliseconds, look 8.3 (last row).
COUNT_IN_MS = 5_000
SWITCH_MS = 8_000
BETWEEN_MS = 15_000


class StepKind(StrEnum):
    """What a step is for; only PHASE is exercise, the others lead to the set they name."""

    COUNT_IN = "count_in"
    PHASE = "phase"
    REST = "rest"
    SWITCH = "switch"
    BETWEEN = "between"


# A rest leads in only where an easier dose of the same exercise takes over.
LEAD_IN_MS = {
    StepKind.COUNT_IN: COUNT_IN_MS,
    StepKind.SWITCH: SWITCH_MS,
    StepKind.BETWEEN: BETWEEN_MS,
    StepKind.REST: BETWEEN_MS,
}


@dataclass(frozen=True, slots=True)
class Part:
    """One exercise on one side with its whole dose.

    `instead_of` has the numbers of the parts whose rest it took over because they hurt.
    """

    exercise: str
    side: Side
    dose: Dose
    instead_of: tuple[int, ...] = ()

    @property
    def reps_a_set(self) -> int:
        """Repetitions of a set; a hold counts as one."""
        return self.dose.reps or 1


@dataclass(frozen=True, slots=True)
class Step:
    """One stretch of time of a session.

    `set` and `rep` count from 1; waiting steps name the set they lead to and have rep 0. `ms` is
    None where the person ends the step by counting. `counts` steps add their time to the record,
    an `ends` step finishes a repetition or hold.
    """

    kind: StepKind
    part: int
    set: int
    rep: int
    phase: str
    motion: Motion
    ms: int | None
    counts: bool = False
    ends: bool = False

    @property
    def waits(self) -> bool:
        """True for the steps between the work: count-in, rest, change-over."""
        return self.kind is not StepKind.PHASE

    @property
    def place(self) -> tuple[int, int]:
        """The set the step belongs or leads to: part and set number."""
        return (self.part, self.set)


def parts_of(plan: Plan) -> tuple[Part, ...]:
    """The parts of a plan in order; of two sides each is a part with the whole dose."""
    return tuple(Part(item.exercise, side, item.dose) for item in plan.items for side in item.sides)


def timeline(admitted: Admitted, catalogue: Catalogue) -> tuple[Step, ...]:
    """The steps of an admitted plan."""
    return _steps(admitted.plan, catalogue)


def added_steps(
    admitted: Admitted, catalogue: Catalogue, number: int, lead_in: StepKind
) -> tuple[Step, ...]:
    """The steps of an admitted plan that joins a session; its parts are numbered from `number`."""
    steps = _steps(admitted.plan, catalogue, number)
    return (_wait(lead_in, number, 1, LEAD_IN_MS[lead_in]), *steps[1:])


def plan_seconds(plan: Plan, catalogue: Catalogue) -> int:
    """How long the plan takes in whole seconds, counted with the guide's tempo."""
    guided = Plan(plan.items, plan.slot, Pace.GUIDED)
    return sum(step.ms or 0 for step in _steps(guided, catalogue)) // 1000


def _steps(plan: Plan, catalogue: Catalogue, first: int = 0) -> tuple[Step, ...]:
    steps: list[Step] = []
    before: Part | None = None
    for number, part in enumerate(parts_of(plan), start=first):
        steps.append(_lead_in(number, part, before))
        steps.extend(_sets(number, part, catalogue.exercise(part.exercise), plan.pace))
        before = part
    return tuple(steps)


def _lead_in(number: int, part: Part, before: Part | None) -> Step:
    kind = StepKind.COUNT_IN
    if before is not None:
        same = before.exercise == part.exercise
        kind = StepKind.SWITCH if same else StepKind.BETWEEN
    return _wait(kind, number, 1, LEAD_IN_MS[kind])


def _wait(kind: StepKind, part: int, set_number: int, ms: int) -> Step:
    return Step(kind, part, set_number, 0, kind.value, Motion.STILL, ms)


def _sets(number: int, part: Part, exercise: Exercise, pace: Pace) -> Iterator[Step]:
    for set_number in range(1, part.dose.sets + 1):
        if set_number > 1 and part.dose.rest_s:
            yield _wait(StepKind.REST, number, set_number, part.dose.rest_s * 1000)
        if part.dose.reps is None:
            yield from _hold(number, set_number, exercise, part.dose)
        elif pace is Pace.OWN:
            yield from _own_pace(number, set_number, exercise, part.dose.reps)
        else:
            yield from _repetitions(number, set_number, exercise, part.dose.reps)


def _hold(number: int, set_number: int, exercise: Exercise, dose: Dose) -> Iterator[Step]:
    for phase in exercise.phases:
        held = phase.motion in (Motion.HOLD, Motion.STROKE)
        ms = (dose.hold_s or 0) * 1000 if held else phase.ms
        yield Step(StepKind.PHASE, number, set_number, 1, phase.name, phase.motion, ms, held, held)


def _own_pace(number: int, set_number: int, exercise: Exercise, reps: int) -> Iterator[Step]:
    first = exercise.phases[0]
    for rep in range(1, reps + 1):
        yield Step(
            StepKind.PHASE, number, set_number, rep, first.name, first.motion, None, True, True
        )


def _repetitions(number: int, set_number: int, exercise: Exercise, reps: int) -> Iterator[Step]:
    moving = [phase for phase in exercise.phases if phase.motion is not Motion.STILL]
    for rep in range(1, reps + 1):
        for phase in exercise.phases:
            still = phase.motion is Motion.STILL
            if still and rep == reps:
                continue  # the rest follows at once
            yield _phase_step(number, set_number, rep, phase, ends=phase is moving[-1])


def _phase_step(number: int, set_number: int, rep: int, phase: Phase, *, ends: bool) -> Step:
    counts = phase.motion is not Motion.STILL
    return Step(
        StepKind.PHASE,
        number,
        set_number,
        rep,
        phase.name,
        phase.motion,
        phase.ms,
        counts,
        ends,
    )
