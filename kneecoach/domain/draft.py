"""A session that was cut off, and the one that goes on where it stopped."""

from __future__ import annotations

from dataclasses import dataclass, replace

from kneecoach.domain.catalogue import Catalogue, Motion
from kneecoach.domain.easier import goes_on_with, with_taken_over
from kneecoach.domain.history import Draft
from kneecoach.domain.plan import Pace, Plan, PlanItem
from kneecoach.domain.progress import Record, Session, State
from kneecoach.domain.safety import Admitted
from kneecoach.domain.session import open_session
from kneecoach.domain.timeline import COUNT_IN_MS, Step, StepKind


@dataclass(frozen=True, slots=True)
class Share:
    """What was done of an exercise against what was planned: repetitions, or holds."""

    exercise: str
    done: int
    planned: int
    holds: bool


def plan_of(draft: Draft, pace: Pace) -> Plan:
    """The plan the session was made from; who counts is not kept and has to be told."""
    items = tuple(PlanItem(name, dose, (side,)) for name, side, dose in draft.start.parts)
    return Plan(items, draft.start.slot, pace)


def go_on(admitted: Admitted, catalogue: Catalogue, draft: Draft) -> Session:
    """The session at the first repetition that is missing of the set last worked at.

    Before it there is the count-in of a beginning. With nothing missing the session is finished.
    The repetition that was cut off counts for nothing, and neither does the time since.
    """
    fresh = open_session(admitted, catalogue)
    if any(draft.instead_of):
        fresh = with_taken_over(fresh, draft.instead_of)
    kept = replace(
        fresh,
        played=draft.part_ms,
        records=tuple(Record(one.part, one.set, one.rep, one.ms) for one in draft.done),
        corrections=draft.corrections,
    )
    index = _first_missing(kept)
    if index is None:
        return replace(kept, index=len(kept.timeline), state=State.FINISHED)
    return _with_count_in(kept, index)


def next_step(session: Session) -> Step | None:
    """The first step of the work a session goes on with; None where it is finished."""
    steps = session.timeline[session.index :]
    return next((step for step in steps if not step.waits), None)


def shares(draft: Draft) -> tuple[Share, ...]:
    """What was done of each exercise, both sides together, in the order of the session.

    Of what an easier one took over no more was planned than was done.
    """
    names = dict.fromkeys(name for name, _, _ in draft.start.parts)
    return tuple(share for share in (_share(draft, name) for name in names) if share.planned)


def _share(draft: Draft, name: str) -> Share:
    parts = {n: dose for n, (other, _, dose) in enumerate(draft.start.parts) if other == name}
    done: dict[tuple[int, int], int] = {}
    for one in draft.done:
        done[one.part, one.set] = done.get((one.part, one.set), 0) + 1
    done.update({(one.part, one.set): one.value for one in draft.corrections})
    holds = all(dose.reps is None for dose in parts.values())
    worth = {place: min(value, 1) if holds else value for place, value in done.items()}
    mine = {place: value for place, value in worth.items() if place[0] in parts}
    old = {number for taken in draft.instead_of for number in taken}
    planned = sum(d.sets * (d.reps or 1) for n, d in parts.items() if n not in old)
    planned += sum(value for (part, _), value in mine.items() if part in old)
    return Share(name, sum(mine.values()), planned, holds)


def _first_missing(session: Session) -> int | None:
    """The index of the first step of that repetition; skipped sets before it stay skipped."""
    done = {record.key for record in session.records}
    steps = session.timeline
    for index in range(_last_set(session), len(steps)):
        step = steps[index]
        if not step.waits and (step.part, step.set, step.rep) not in done:
            return index
    return None


def _last_set(session: Session) -> int:
    """The index of the first work step of the set that was worked at last."""
    steps, records = session.timeline, session.records
    place = (records[-1].part, records[-1].set) if records else steps[0].place
    part = goes_on_with(session.parts, place[0])
    place = place if part == place[0] else (part, 1)
    return next((i for i, s in enumerate(steps) if not s.waits and s.place == place), 0)


def _with_count_in(session: Session, index: int) -> Session:
    """The session ready to start at a count-in that takes the place of the wait before the work."""
    steps = session.timeline
    work = steps[index]
    kind = StepKind.COUNT_IN
    lead = Step(kind, work.part, work.set, 0, kind.value, Motion.STILL, COUNT_IN_MS)
    start = index - 1 if index and steps[index - 1].waits else index
    return replace(session, timeline=(*steps[:start], lead, *steps[index:]), index=start)
