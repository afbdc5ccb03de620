"""It hurts: the rest of an exercise done in an easier way (look 6.2, guide 4.1)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from kneecoach.domain.catalogue import Catalogue, Dose, Exercise, Side
from kneecoach.domain.plan import Pace, Plan, PlanItem, Slot, sides_of
from kneecoach.domain.progress import Session, State, go_to, leave
from kneecoach.domain.safety import Admitted, CheckOutcome, admit
from kneecoach.domain.timeline import Part, Step, StepKind, added_steps

# A session's items, each with the parts whose rest it takes over.
_Items = list[tuple[PlanItem, tuple[int, ...]]]


@dataclass(frozen=True, slots=True)
class Easier:
    """An event of a session: easier parts take over the rest of the present exercise.

    `exercise` and `dose` are those of the first part; `same` tells that only the dose is another.
    Made by `easier_way` only, from an admitted plan.
    """

    exercise: str
    dose: Dose
    same: bool
    number: int  # of the present part
    replaced: frozenset[int]
    parts: tuple[Part, ...]
    steps: tuple[Step, ...]


def easier_way(
    session: Session,
    catalogue: Catalogue,
    check: CheckOutcome | None,
    painful: tuple[Side, ...],
    pace: Pace,
) -> Easier | None:
    """The easier way to do what is left of the present exercise and of its other side.

    That is the exercise the catalogue names as the easier one, or the same one with its next lower
    dose; None where there is neither, where it is closed, or where nothing is left to do.
    `painful` are the sides that do it where the legs no longer share the work.
    """
    if session.over:
        return None
    present = catalogue.exercise(session.part.exercise)
    for exercise, dose in _steps_down(present, session.part.dose, catalogue):
        items = _items(session, exercise, dose, painful)
        answer = admit(Plan(tuple(i for i, _ in items), Slot.EXTRA, pace), catalogue, check)
        if isinstance(answer, Admitted):
            return _laid_out(session, answer, catalogue, items)
    return None


def take_over(session: Session, easier: Easier, now: int) -> Session:
    """The session with the easier parts next; what was done of the harder ones stays recorded.

    Nothing changes where the session has left the part for which the easier way was made.
    """
    if session.over or session.step.part != easier.number:
        return session
    session = leave(session, now)
    steps = session.timeline
    start = next(i for i, step in enumerate(steps) if step.part == easier.number)
    after = tuple(step for step in steps[start:] if step.part not in easier.replaced)
    counting_in = session.state is State.COUNTING_IN  # not needed: the easier part has its wait
    grown = replace(
        session,
        state=State.RUNNING if counting_in else session.state,
        parts=(*session.parts, *easier.parts),
        played=(*session.played, *(0 for _ in easier.parts)),
        timeline=(*steps[:start], *easier.steps, *after),
    )
    return go_to(grown, start)


def _steps_down(
    present: Exercise, dose: Dose, catalogue: Catalogue
) -> Iterator[tuple[Exercise, Dose]]:
    """The easier exercise with the dose it begins with, but no more than now; a lower dose."""
    if present.easier is not None:
        easier = catalogue.exercise(present.easier)
        yield easier, _at_most(easier.dose, dose)
    lower = [level for level in present.levels if _weight(level) < _weight(dose)]
    if lower:
        yield present, lower[-1]


def _at_most(dose: Dose, present: Dose) -> Dose:
    if dose.reps is not None and present.reps is not None:
        return replace(dose, reps=min(dose.reps, present.reps))
    if dose.hold_s is not None and present.hold_s is not None:
        return replace(dose, hold_s=min(dose.hold_s, present.hold_s))
    return dose


def _weight(dose: Dose) -> tuple[int, int]:
    """How much is asked for at a stretch, then how often: a part may have only some sets left."""
    return (dose.reps or dose.hold_s or 0, dose.sets)


def _items(session: Session, exercise: Exercise, dose: Dose, painful: tuple[Side, ...]) -> _Items:
    number, others = session.step.part, _other_sides(session)
    left = min(_sets_left(session, dose), dose.sets)
    if not exercise.one_sided:  # both legs at once stand for whatever is left of either
        sets = dose.sets if others else left
        both = PlanItem(exercise.id, replace(dose, sets=sets), (Side.BOTH,))
        return [(both, (number, *others))] if sets else []
    side = session.part.side
    sides = painful if side is Side.BOTH else sides_of(exercise, (side,))
    items: _Items = []
    if left:
        items.append((PlanItem(exercise.id, replace(dose, sets=left), sides), (number,)))
    for other in others:
        items.append((PlanItem(exercise.id, dose, (session.parts[other].side,)), (other,)))
    return items


def _other_sides(session: Session) -> tuple[int, ...]:
    """The parts right after the present one that do the same exercise and are not begun."""
    begun = {record.part for record in session.records}
    found: dict[int, None] = {}
    for step in session.timeline[session.index :]:
        if session.parts[step.part].exercise != session.part.exercise:
            break
        if step.part != session.step.part and step.part not in begun:
            found[step.part] = None
    return tuple(found)


def _sets_left(session: Session, dose: Dose) -> int:
    """Sets from the present one on, which counts as done where the easier dose is reached."""
    step = session.step
    mine = [r for r in session.records if (r.part, r.set) == step.place]
    held = sum(record.ms for record in mine) // 1000
    done = len(mine) if dose.reps is not None else held
    enough = done >= (dose.reps or dose.hold_s or 0)
    return session.part.dose.sets - step.set + (0 if enough else 1)


def _laid_out(session: Session, admitted: Admitted, catalogue: Catalogue, items: _Items) -> Easier:
    parts = tuple(
        Part(item.exercise, side, item.dose, instead_of)
        for item, instead_of in items
        for side in item.sides
    )
    lead_in = _lead_in(session, items)
    return Easier(
        exercise=parts[0].exercise,
        dose=parts[0].dose,
        same=parts[0].exercise == session.part.exercise,
        number=session.step.part,
        replaced=frozenset({session.step.part, *(n for _, old in items for n in old)}),
        parts=parts,
        steps=added_steps(admitted, catalogue, len(session.parts), lead_in),
    )


def _lead_in(session: Session, items: _Items) -> StepKind:
    """What leads to the easier part: a change-over, or a rest where only the dose is another."""
    first, instead_of = items[0]
    step = session.step
    if first.exercise != session.part.exercise:
        return StepKind.BETWEEN
    if step.part not in instead_of:
        return StepKind.SWITCH
    begun = not step.waits or step.kind is StepKind.REST
    return StepKind.REST if begun else step.kind
