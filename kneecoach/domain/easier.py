"""It hurts: the rest of an exercise done in an easier way (look 6.2, guide 4.1)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from kneecoach.domain.catalogue import Catalogue, Dose, Exercise, Side
from kneecoach.domain.plan import Pace, Plan, PlanItem, Slot
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
    within = check.within_session if check else None
    for exercise, dose in _steps_down(present, session.part.dose, catalogue):
        items = _items(session, exercise, dose, painful)
        answer = admit(Plan(tuple(i for i, _ in items), Slot.EXTRA, pace), catalogue, within)
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
    old = taken_over(easier.parts)
    after = tuple(step for step in steps[start:] if step.part not in old)
    counting_in = session.state is State.COUNTING_IN  # not needed: the easier part has its wait
    grown = replace(
        session,
        state=State.RUNNING if counting_in else session.state,
        parts=(*session.parts, *easier.parts),
        played=(*session.played, *(0 for _ in easier.parts)),
        timeline=(*steps[:start], *easier.steps, *after),
    )
    return go_to(grown, start)


def taken_over(parts: Sequence[Part]) -> frozenset[int]:
    """The numbers of the parts whose rest an easier one took over."""
    return frozenset(number for part in parts for number in part.instead_of)


def goes_on_with(parts: Sequence[Part], number: int) -> int:
    """The part that is played now for that one: itself, or the last that took over from it."""
    for later, part in enumerate(parts):
        if number in part.instead_of:
            return goes_on_with(parts, later)
    return number


def with_taken_over(session: Session, instead_of: Sequence[tuple[int, ...]]) -> Session:
    """A fresh session of all its parts by number, each easier one in the place of what it took.

    `instead_of` has for each part the numbers of those it took over, as they were kept.
    """
    order: list[int] = []
    for number, old in enumerate(instead_of):
        places = [order.index(one) for one in old if one in order]
        at = places[0] if places else (order.index(number - 1) + 1 if old else len(order))
        order.insert(at, number)
        order = [one for one in order if one not in old]
    parts = tuple(replace(p, instead_of=i) for p, i in zip(session.parts, instead_of, strict=True))
    steps = tuple(step for number in order for step in session.timeline if step.part == number)
    return replace(session, parts=parts, timeline=steps)


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
    """For each side that is left one item with no more sets than are left or were planned."""
    number, side = session.step.part, session.part.side
    left = {number: _sets_left(session, dose)}
    left.update({other: session.parts[other].dose.sets for other in _other_sides(session)})
    if not exercise.one_sided:  # both legs at once stand for whatever is left of either
        return _item(exercise, dose, (Side.BOTH,), max(left.values()), tuple(left))
    sides = painful if side is Side.BOTH else (side,)
    items = _item(exercise, dose, sides, left.pop(number), (number,))
    for other, sets in left.items():
        old = (other,) if items else (number, other)  # the first stands for the present one, too
        items += _item(exercise, dose, (session.parts[other].side,), sets, old)
    return items


def _item(
    exercise: Exercise, dose: Dose, sides: tuple[Side, ...], sets: int, old: tuple[int, ...]
) -> _Items:
    sets = min(sets, dose.sets)
    return [(PlanItem(exercise.id, replace(dose, sets=sets), sides), old)] if sets else []


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
        parts=parts,
        steps=added_steps(admitted, catalogue, len(session.parts), lead_in),
    )


def _lead_in(session: Session, items: _Items) -> StepKind:
    """What leads to the easier part: a change-over, or a rest where only the dose is another."""
    first, step = items[0][0], session.step
    if first.exercise != session.part.exercise:
        return StepKind.BETWEEN
    if session.part.side not in first.sides:
        return StepKind.SWITCH
    begun = not step.waits or step.kind is StepKind.REST
    return StepKind.REST if begun else step.kind
