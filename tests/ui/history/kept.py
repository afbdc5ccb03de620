"""Sessions and a catalogue small enough to read, for the tests of what is drawn from them."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from kneecoach.domain.answers import Hurt
from kneecoach.domain.catalogue import Catalogue, Dose, Exercise, Ladder, Side
from kneecoach.domain.history import (
    AddedPart,
    DoneExercise,
    DoneSet,
    JournalError,
    RepetitionDone,
    SessionEnd,
    SessionRecord,
    SessionStart,
)
from kneecoach.domain.history import CountCorrection as Correction
from kneecoach.domain.plan import Slot

REPS = Dose(3, 10, None, 60)
HOLD = Dose(3, None, 20, 30)
TODAY = date(2026, 11, 22)

_EXERCISES = (
    ("leg_raise", Ladder.STRENGTH, "E1", REPS, True),
    ("squat", Ladder.STRENGTH, "E5", Dose(2, 8, None, 60), False),
    ("lunge", Ladder.STRENGTH, "E6", Dose(2, 8, None, 60), True),
    ("stand_open", Ladder.BALANCE, "E2", HOLD, True),
    ("stand_closed", Ladder.BALANCE, "E2", HOLD, True),
    ("hamstring_bent", Ladder.STRETCH, "E3", HOLD, True),
    ("calf_stretch", Ladder.STRETCH, "E4", HOLD, True),
    ("massage_calf", Ladder.MASSAGE, "M", Dose(1, None, 120, 0), True),
)


def _exercise(name: str, ladder: Ladder, chart: str, dose: Dose, one_sided: bool) -> Exercise:
    return Exercise(
        id=name,
        ladder=ladder,
        chart=chart,
        locks=(),
        one_sided=one_sided,
        needs=(),
        phases=(),
        levels=(dose,),
        start=0,
        easier=None,
        harder=None,
        facts=(),
    )


CATALOGUE = Catalogue({row[0]: _exercise(*row) for row in _EXERCISES})


def done(name: str, counts: Sequence[int], seconds: int, side: Side = Side.LEFT) -> DoneExercise:
    """An exercise with one count a set, repetitions or seconds as its dose says."""
    known = CATALOGUE.exercises.get(name)
    dose = known.dose if known else REPS
    sets = tuple(
        DoneSet(number, count if dose.reps else None, None if dose.reps else count)
        for number, count in enumerate(counts, 1)
    )
    return DoneExercise(name, side, dose, sets, seconds)


def session(
    day: date,
    *exercises: DoneExercise,
    hour: int = 8,
    pain: tuple[int | None, int | None, int | None] = (None, None, None),
    slot: Slot = Slot.MORNING,
    finished: bool = True,
    offset_minutes: int = 60,
) -> SessionRecord:
    """A session that began at a local hour of its day; pain is before, worst and after."""
    local = datetime(day.year, day.month, day.day, hour, tzinfo=UTC)
    started = int(local.timestamp()) - offset_minutes * 60
    return SessionRecord(
        id=f"{started:032x}",
        day=day,
        started=started,
        offset_minutes=offset_minutes,
        seconds=sum(exercise.seconds for exercise in exercises),
        slot=slot,
        finished=finished,
        pain_before=pain[0],
        pain_worst=pain[1],
        pain_after=pain[2],
        exercises=exercises,
    )


def long_history(days: int, today: date = TODAY, seed: int = 7) -> tuple[SessionRecord, ...]:
    """A plausible history up to today: some days off, pain that eases, doses that grow."""
    dice = random.Random(seed)
    found: list[SessionRecord] = []
    for back in range(days - 1, -1, -1):
        if back and dice.random() < 0.12:
            continue
        share = 1 - back / max(days, 2)
        found += _day(today - timedelta(days=back), share, dice)
    return tuple(found)


def _day(day: date, share: float, dice: random.Random) -> list[SessionRecord]:
    slots = ((Slot.MORNING, 8), (Slot.MIDDAY, 13), (Slot.EVENING, 19))
    count = dice.choice((1, 2, 2, 3, 3, 3))
    return [_one(day, slot, hour, share, dice) for slot, hour in slots[:count]]


def _one(day: date, slot: Slot, hour: int, share: float, dice: random.Random) -> SessionRecord:
    reps = 10 + 2 * int(share * 2.4)
    parts = [
        done("hamstring_bent", (20, 20, 20), dice.randint(60, 130)),
        done("calf_stretch", (20, 20, 20), dice.randint(60, 120)),
    ]
    if slot is not Slot.MIDDAY:
        parts.insert(0, done("leg_raise", (reps, reps, reps - dice.choice((0, 0, 2))), 200))
        parts.append(done("stand_open", (30, dice.randint(18, 41)), dice.randint(60, 110)))
    if slot is Slot.EVENING and share > 0.4 and dice.random() < 0.6:
        parts.append(done("squat", (8, 8), dice.randint(90, 150), Side.BOTH))
    if slot is Slot.MORNING:
        parts.append(done("massage_calf", (120,), dice.randint(90, 140)))
    before = max(0, min(10, round(6.6 - 3.6 * share + dice.choice((-1, 0, 0, 1)))))
    after = max(0, before - dice.choice((0, 1, 1, 2)))
    worst = min(10, before + dice.choice((0, 0, 1)))
    asked = before if slot is Slot.MORNING else None
    return session(day, *parts, hour=hour, pain=(asked, worst, after), slot=slot)


@dataclass(slots=True)
class KeptSessions:
    """A journal that holds what it was given; with an error set, reading raises it."""

    records: tuple[SessionRecord, ...] = ()
    error: JournalError | None = None

    def begin(self, start: SessionStart) -> str:
        raise JournalError("read_only", file=start.slot)

    def add_part(self, session_id: str, part: AddedPart) -> None:
        raise JournalError("read_only", file=f"{session_id} {part.number}")

    def hurt(self, session_id: str, hurt: Hurt) -> None:
        raise JournalError("read_only", file=f"{session_id} {hurt.part}")

    def repetition(self, session_id: str, done: RepetitionDone) -> None:
        raise JournalError("read_only", file=f"{session_id} {done.rep}")

    def correct(self, session_id: str, correction: Correction) -> None:
        raise JournalError("read_only", file=f"{session_id} {correction.part}")

    def rate(self, session_id: str, kind: str, value: int) -> None:
        raise JournalError("read_only", file=f"{session_id} {kind} {value}")

    def finish(self, session_id: str, end: SessionEnd) -> None:
        raise JournalError("read_only", file=f"{session_id} {end.pain_after}")

    def discard(self, session_id: str) -> None:
        raise JournalError("read_only", file=session_id)

    def sessions(
        self, first: date | None = None, last: date | None = None
    ) -> Sequence[SessionRecord]:
        if self.error is not None:
            raise self.error
        kept = self.records
        return tuple(
            record
            for record in kept
            if (first is None or record.day >= first) and (last is None or record.day <= last)
        )
