"""Rows told as records: corrections applied, deleted and empty sessions left out."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import date

from kneecoach.domain.catalogue import Dose, Side
from kneecoach.domain.history import DoneExercise, DoneSet, SessionRecord
from kneecoach.domain.plan import Slot
from kneecoach.store.answers import Told, read_told

_KEPT = (
    " FROM session s {join}"
    " WHERE s.day BETWEEN ? AND ? AND s.id NOT IN (SELECT session FROM deletion)"
)
_SESSIONS = (
    "SELECT s.row, s.id, s.day, s.started, s.offset_minutes, s.slot, s.finished IS NOT NULL"
    + _KEPT.format(join="")
    + " ORDER BY s.started, s.id"
)
_PARTS = (
    "SELECT p.session, p.number, p.exercise, p.side, p.sets, p.reps, p.hold_s, p.rest_s, p.ms"
    + _KEPT.format(join="JOIN part p ON p.session = s.row")
    + " ORDER BY p.session, p.number"
)
_SETS = (
    "SELECT r.session, r.part, r.set_number, count(*), sum(r.ms)"
    + _KEPT.format(join="JOIN repetition r ON r.session = s.row")
    + " GROUP BY r.session, r.part, r.set_number"
)
_CORRECTIONS = (
    "SELECT c.session, c.part, c.set_number, c.value"
    + _KEPT.format(join="JOIN correction c ON c.session = s.row")
    + " ORDER BY c.number, c.id"
)
_RATINGS = (
    "SELECT r.session, r.kind, r.value"
    + _KEPT.format(join="JOIN rating r ON r.session = s.row")
    + " ORDER BY r.number, r.id"
)

_Row = tuple[int, ...]
_Sets = dict[tuple[int, int], dict[int, tuple[int | None, int | None]]]


class OddValueError(Exception):
    """A row holds something no version of the program writes."""


@contextmanager
def reading(connection: sqlite3.Connection) -> Iterator[None]:
    """Everything read inside belongs to one moment."""
    connection.execute("BEGIN")
    try:
        yield
    finally:
        with suppress(sqlite3.Error):
            connection.execute("ROLLBACK")


def read_sessions(
    connection: sqlite3.Connection, first: date | None, last: date | None
) -> tuple[SessionRecord, ...]:
    """The sessions of those days, oldest first; OddValueError where a row can't be one of ours."""
    days = ((first or date.min).isoformat(), (last or date.max).isoformat())
    try:
        with reading(connection):
            return tuple(_read_records(connection, days))
    except (ValueError, TypeError, AttributeError) as error:
        raise OddValueError from error


def _read_records(connection: sqlite3.Connection, days: tuple[str, str]) -> Iterator[SessionRecord]:
    told = read_told(connection, days)
    exercises = _read_exercises(connection, days, _read_sets(connection, days), told)
    pains = _read_pains(connection, days)
    for row in connection.execute(_SESSIONS, days).fetchall():
        if any(exercise.done for exercise in exercises[row[0]]) or told[row[0]].hurts:
            yield _record(row, pains[row[0]], tuple(exercises[row[0]]), told[row[0]])


def _read_sets(connection: sqlite3.Connection, days: tuple[str, str]) -> _Sets:
    """Count and milliseconds of each set, then what the person put right over it."""
    sets: _Sets = defaultdict(dict)
    for session, part, number, count, ms in connection.execute(_SETS, days):
        sets[session, part][number] = (count, ms // 1000)  # whole seconds held, as the player says
    for session, part, number, value in connection.execute(_CORRECTIONS, days):
        sets[session, part][number] = (value, value)
    return sets


def _read_exercises(
    connection: sqlite3.Connection, days: tuple[str, str], sets: _Sets, told: dict[int, Told]
) -> dict[int, list[DoneExercise]]:
    exercises: dict[int, list[DoneExercise]] = defaultdict(list)
    for session, part, name, side, count, reps, hold_s, rest_s, ms in connection.execute(
        _PARTS, days
    ):
        done = sets.get((session, part), {})
        dose, answered = Dose(count, reps, hold_s, rest_s), told[session]
        instead_of = answered.instead_of.get(part, ())
        two_more = dict(answered.answers.two_more).get(name)
        counts = _done_sets(done, dose)
        exercises[session].append(
            DoneExercise(name, Side(side), dose, counts, seconds(ms), instead_of, two_more)
        )
    return exercises


def _done_sets(done: dict[int, tuple[int | None, int | None]], dose: Dose) -> tuple[DoneSet, ...]:
    """The sets in order; one that was put right to nothing was not done."""
    counts_repetitions = dose.reps is not None
    return tuple(
        DoneSet(number, count if counts_repetitions else None, None if counts_repetitions else held)
        for number, (count, held) in sorted(done.items())
        if count
    )


def _read_pains(connection: sqlite3.Connection, days: tuple[str, str]) -> dict[int, dict[str, int]]:
    pains: dict[int, dict[str, int]] = defaultdict(dict)
    for session, kind, value in connection.execute(_RATINGS, days):
        pains[session][kind] = value
    return pains


def _record(
    row: tuple[int, bytes, str, int, int, str, int],
    pains: dict[str, int],
    exercises: tuple[DoneExercise, ...],
    told: Told,
) -> SessionRecord:
    _, identity, day, started, offset_minutes, slot, finished = row
    return SessionRecord(
        id=identity.hex(),
        day=date.fromisoformat(day),
        started=started,
        offset_minutes=offset_minutes,
        seconds=sum(exercise.seconds for exercise in exercises),
        slot=slot_of(slot),
        finished=bool(finished),
        pain_before=pains.get("before"),
        pain_worst=pains.get("worst"),
        pain_after=pains.get("after"),
        exercises=exercises,
        answers=told.answers,
        hurts=tuple(told.hurts),
    )


def slot_of(name: str) -> Slot:
    """The slot, EXTRA for one that only a newer program knows."""
    return Slot(name) if name in Slot._value2member_map_ else Slot.EXTRA


def seconds(ms: int) -> int:
    """Milliseconds as whole seconds, the nearest."""
    return (ms + 500) // 1000
