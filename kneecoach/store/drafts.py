"""Sessions that were cut off: found, told, and those nobody will go on with closed."""

from __future__ import annotations

import sqlite3
from datetime import date

from kneecoach.domain.catalogue import Dose, Side
from kneecoach.domain.history import (
    CountCorrection,
    Draft,
    RepetitionDone,
    SessionEnd,
    SessionStart,
)
from kneecoach.store.answers import read_one
from kneecoach.store.migrations import transaction
from kneecoach.store.reading import OddValueError, reading, slot_of
from kneecoach.store.writing import close_session, insert_deletion

_OPEN = (
    "SELECT row, id, day, started, offset_minutes, slot FROM session"
    " WHERE finished IS NULL AND id NOT IN (SELECT session FROM deletion)"
    " ORDER BY started DESC, row DESC"
)
_PARTS = (
    "SELECT exercise, side, sets, reps, hold_s, rest_s, ms FROM part"
    " WHERE session = ? ORDER BY number"
)
_REPETITIONS = "SELECT part, set_number, rep, ms FROM repetition WHERE session = ? ORDER BY number"
_CORRECTIONS = (
    "SELECT part, set_number, value FROM correction WHERE session = ? ORDER BY number, id"
)
_PAIN = (
    "SELECT value FROM rating WHERE session = ? AND kind = 'before'"
    " ORDER BY number DESC, id DESC LIMIT 1"
)

_Open = tuple[int, bytes, str, int, int, str]


def settle_drafts(connection: sqlite3.Connection, now: int) -> Draft | None:
    """The one draft to go on with; all others are closed at `now` or taken back, at once.

    Raises OddValueError where a row can't be one of ours.
    """
    try:
        with reading(connection):
            found = [(row, _draft(connection, row)) for row in connection.execute(_OPEN).fetchall()]
    except (ValueError, TypeError, AttributeError, IndexError) as error:
        raise OddValueError from error
    worth = [(row, draft) for row, draft in found if _holds_something(draft)]
    if len(found) > len(worth[:1]):
        with transaction(connection):
            for _, draft in found:
                if not _holds_something(draft):
                    insert_deletion(connection, draft.id, now)
            for row, draft in worth[1:]:
                close_session(connection, row[0], SessionEnd(None, None, draft.part_ms), now)
    return worth[0][1] if worth else None


def _holds_something(draft: Draft) -> bool:
    corrected = any(correction.value for correction in draft.corrections)
    return bool(draft.done or draft.hurts) or corrected


def _draft(connection: sqlite3.Connection, found: _Open) -> Draft:
    row, identity, day, started, offset_minutes, slot = found
    parts = connection.execute(_PARTS, (row,)).fetchall()
    pain = connection.execute(_PAIN, (row,)).fetchone()
    start = SessionStart(
        parts=tuple((name, Side(side), Dose(*dose)) for name, side, *dose, _ in parts),
        slot=slot_of(slot),
        started=started,
        offset_minutes=offset_minutes,
        day=date.fromisoformat(day),
        pain_before=pain[0] if pain else None,
    )
    part_ms = tuple(part[-1] for part in parts)
    done = tuple(
        RepetitionDone(part, number, rep, ms, part_ms[part])
        for part, number, rep, ms in connection.execute(_REPETITIONS, (row,))
    )
    taken, hurts = read_one(connection, row)
    return Draft(
        id=identity.hex(),
        start=start,
        done=done,
        part_ms=part_ms,
        corrections=_corrections(connection, row),
        instead_of=tuple(taken.get(n, ()) for n in range(len(parts))) if taken else (),
        hurts=hurts,
    )


def _corrections(connection: sqlite3.Connection, row: int) -> tuple[CountCorrection, ...]:
    """The latest one of each set."""
    found = connection.execute(_CORRECTIONS, (row,))
    latest = {(part, number): value for part, number, value in found}
    return tuple(CountCorrection(*place, value) for place, value in latest.items())
