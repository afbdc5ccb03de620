"""A made-up history that looks like one: what months with the program may leave behind.

Everything in here is invented; only the doses and the day plan are the catalogue's.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from random import Random

from kneecoach.domain.catalogue import Catalogue, Dose, Exercise, Ladder, Side
from kneecoach.domain.history import RepetitionDone, SessionEnd, SessionStart, WholeSession
from kneecoach.domain.plan import ANYTIME, DAY_PLAN, DaySlot, Slot, sides_of
from kneecoach.domain.safety import NEEDS_GATE

LONGEST_DAYS = 3650
_COUNT_IN_MS = 3000
_STEP_DAYS = 21  # a dose stays for about three weeks
_STEPS_UP = 2  # from 3 × 10 to 3 × 14

# Slot: usual minute of the day, how far it wanders, how often it is done.
_HABITS = {
    Slot.MORNING: (7 * 60 + 15, 35, 0.90),
    Slot.MIDDAY: (12 * 60 + 40, 30, 0.60),
    Slot.EXTRA: (16 * 60 + 10, 50, 0.45),
    Slot.EVENING: (19 * 60 + 20, 50, 0.78),
}
_DAY = (*DAY_PLAN[:2], DaySlot(Slot.EXTRA, (ANYTIME,)), *DAY_PLAN[2:])
_DAY_OFF = 0.11


@dataclass(frozen=True, slots=True)
class _Part:
    """One exercise on one side with its dose."""

    exercise: Exercise
    side: Side
    dose: Dose


def demo_sessions(
    catalogue: Catalogue,
    days: int,
    now: datetime,
    seed: int = 7,
    painful: tuple[Side, ...] = (Side.LEFT,),
) -> Iterator[WholeSession]:
    """The sessions of the last `days` days (today included, as far as `now`), oldest first.

    `now` is an aware local time; the same arguments give the same sessions. Only exercises that
    are open without a check of warning signs are in them.
    """
    dice = Random(seed)
    for index in range(days):
        day = now.date() - timedelta(days=days - 1 - index)
        yield from _day(catalogue, dice, day, index, now, painful)


def _day(
    catalogue: Catalogue,
    dice: Random,
    day: date,
    index: int,
    now: datetime,
    painful: tuple[Side, ...],
) -> Iterator[WholeSession]:
    """What was done on one day; pain is asked before the first session only."""
    if dice.random() < _DAY_OFF:
        return
    first = True
    for slot in _DAY:
        usual, wander, often = _HABITS[slot.slot]
        minute = usual + dice.randint(-wander, wander)
        parts = _parts(catalogue, slot, index, painful)
        if dice.random() >= often or not parts:
            continue
        begun = datetime.combine(day, time(minute // 60, minute % 60), now.tzinfo)
        whole = _session(dice, parts, slot.slot, begun, index, first)
        if begun + timedelta(milliseconds=sum(whole[2].part_ms)) <= now:
            first = False
            yield whole


def _parts(
    catalogue: Catalogue, slot: DaySlot, index: int, painful: tuple[Side, ...]
) -> tuple[_Part, ...]:
    exercises = (catalogue.exercise(name) for name in slot.exercises)
    return tuple(
        _Part(exercise, side, _dose(exercise, index))
        for exercise in exercises
        if NEEDS_GATE.isdisjoint(exercise.locks)
        for side in sides_of(exercise, painful)
    )


def _dose(exercise: Exercise, index: int) -> Dose:
    """The dose of that day: a step up every three weeks, two steps in all."""
    level = exercise.start + min(_STEPS_UP, index // _STEP_DAYS)
    return exercise.levels[min(level, len(exercise.levels) - 1)]


def _session(
    dice: Random, parts: tuple[_Part, ...], slot: Slot, begun: datetime, index: int, first: bool
) -> WholeSession:
    repetitions: list[RepetitionDone] = []
    part_ms: list[int] = []
    for number, part in enumerate(parts):
        done = _repetitions(dice, number, part, index)
        repetitions.extend(done)
        part_ms.append(done[-1].part_ms)
    pain = _pain(dice, index)
    offset = begun.utcoffset() or timedelta()
    start = SessionStart(
        parts=tuple((part.exercise.id, part.side, part.dose) for part in parts),
        slot=slot,
        started=int(begun.timestamp()),
        offset_minutes=int(offset.total_seconds() // 60),
        day=begun.date(),
        pain_before=pain if first else None,
    )
    worst = min(10, pain + dice.choice((0, 0, 0, 1)))
    after = max(0, pain - dice.choice((0, 0, 1, 1, 2)))
    return start, tuple(repetitions), SessionEnd(worst, min(worst, after), tuple(part_ms))


def _pain(dice: Random, index: int) -> int:
    """Pain 0 to 10 of a day: from about 6 slowly down to about 1, with good and bad days."""
    level = 1.3 + 4.7 * math.exp(-index / 55) + dice.gauss(0, 0.75)
    return min(10, max(0, round(level)))


def _repetitions(dice: Random, number: int, part: _Part, index: int) -> list[RepetitionDone]:
    """All repetitions or holds of a part; the last set is sometimes a little short."""
    done: list[RepetitionDone] = []
    ran = _COUNT_IN_MS
    for which in range(1, part.dose.sets + 1):
        times = _set_ms(dice, part, index, last=which == part.dose.sets)
        for rep, (ms, moving) in enumerate(times, start=1):
            ran += ms + moving
            done.append(RepetitionDone(number, which, rep, ms, ran))
        ran += part.dose.rest_s * 1000
    return done


def _set_ms(dice: Random, part: _Part, index: int, last: bool) -> list[tuple[int, int]]:
    """For each repetition of a set: the time that counts and the time of moving around it, ms."""
    moving = sum(phase.ms for phase in part.exercise.phases)
    if part.dose.hold_s is not None:
        held = part.dose.hold_s
        if part.exercise.ladder is Ladder.BALANCE:
            held = min(held, max(5, round(dice.gauss(13 + 12 * min(1, index / 90), 4))))
        return [(held * 1000, moving)]
    count = part.dose.reps or 1
    if last and dice.random() < 0.12:
        count = max(1, count - dice.randint(1, 3))
    return [(moving, 0)] * count
