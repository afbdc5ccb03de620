"""The rows of a session, written inside a transaction of the caller."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Sequence

from kneecoach.domain.history import CountCorrection, RepetitionDone, SessionEnd, SessionStart
from kneecoach.store.answers import insert_answers

RATINGS = ("before", "during", "worst", "after")


def insert_session(connection: sqlite3.Connection, start: SessionStart) -> tuple[int, str]:
    """Insert an open session with its parts; its row and its id."""
    identity = os.urandom(16)
    row = connection.execute(
        "INSERT INTO session (id, day, started, offset_minutes, slot) VALUES (?, ?, ?, ?, ?)",
        (identity, start.day.isoformat(), start.started, start.offset_minutes, start.slot.value),
    ).lastrowid
    assert row is not None  # an INSERT has one
    connection.executemany(
        "INSERT INTO part (session, number, exercise, side, sets, reps, hold_s, rest_s)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        [
            (row, number, exercise, side.value, dose.sets, dose.reps, dose.hold_s, dose.rest_s)
            for number, (exercise, side, dose) in enumerate(start.parts)
        ],
    )
    if start.pain_before is not None:
        insert_rating(connection, row, "before", start.pain_before, start.started)
    return row, identity.hex()


def session_row(connection: sqlite3.Connection, session_id: str) -> tuple[int, bool]:
    """The row of a session and whether it is finished; LookupError where there is none."""
    found = connection.execute(
        "SELECT row, finished IS NOT NULL FROM session WHERE id = ?", (bytes.fromhex(session_id),)
    ).fetchone()
    if found is None:
        raise LookupError(f"no session {session_id}")
    return int(found[0]), bool(found[1])


def open_row(connection: sqlite3.Connection, session_id: str) -> int:
    """The row of a session that is still open; LookupError for a finished or unknown one."""
    row, finished = session_row(connection, session_id)
    if finished:
        raise LookupError(f"session {session_id} is finished")
    return row


def put_repetition(connection: sqlite3.Connection, row: int, done: RepetitionDone) -> None:
    """Insert a repetition, or keep the longer time of one that was done before."""
    same = connection.execute(
        "SELECT number FROM repetition"
        " WHERE session = ? AND part = ? AND set_number = ? AND rep = ?",
        (row, done.part, done.set, done.rep),
    ).fetchone()
    if same is None:
        connection.execute(
            "INSERT INTO repetition (session, number, part, set_number, rep, ms)"
            " SELECT ?1, coalesce(max(number), 0) + 1, ?2, ?3, ?4, ?5"
            " FROM repetition WHERE session = ?1",
            (row, done.part, done.set, done.rep, done.ms),
        )
    else:
        connection.execute(
            "UPDATE repetition SET ms = max(ms, ?) WHERE session = ? AND number = ?",
            (done.ms, row, same[0]),
        )
    connection.execute(
        "UPDATE part SET ms = max(ms, ?) WHERE session = ? AND number = ?",
        (done.part_ms, row, done.part),
    )


def insert_repetitions(
    connection: sqlite3.Connection, row: int, repetitions: Sequence[RepetitionDone]
) -> None:
    """Insert many different repetitions of one session at once."""
    connection.executemany(
        "INSERT INTO repetition (session, number, part, set_number, rep, ms)"
        " VALUES (?, ?, ?, ?, ?, ?)",
        [
            (row, number, done.part, done.set, done.rep, done.ms)
            for number, done in enumerate(repetitions, start=1)
        ],
    )


def insert_rating(connection: sqlite3.Connection, row: int, kind: str, value: int, at: int) -> None:
    """Insert a rating; the latest number of a kind is the one that counts."""
    if kind not in RATINGS or not 0 <= value <= 10:
        raise ValueError(f"no rating: {kind} {value}")
    connection.execute(
        "INSERT INTO rating (id, session, number, kind, value, at)"
        " SELECT ?1, ?2, coalesce(max(number), 0) + 1, ?3, ?4, ?5"
        " FROM rating WHERE session = ?2",
        (os.urandom(16), row, kind, value, at),
    )


def insert_correction(
    connection: sqlite3.Connection, row: int, correction: CountCorrection, at: int
) -> None:
    """Insert a corrected count; the latest number of a set is the one that counts."""
    connection.execute(
        "INSERT INTO correction (id, session, number, part, set_number, value, at)"
        " SELECT ?1, ?2, coalesce(max(number), 0) + 1, ?3, ?4, ?5, ?6"
        " FROM correction WHERE session = ?2",
        (os.urandom(16), row, correction.part, correction.set, correction.value, at),
    )


def close_session(connection: sqlite3.Connection, row: int, end: SessionEnd, at: int) -> None:
    """Write ratings, answers and times of the end and close the session for good."""
    for kind, value in (("worst", end.pain_worst), ("after", end.pain_after)):
        if value is not None:
            insert_rating(connection, row, kind, value, at)
    insert_answers(connection, row, end.answers, at)
    connection.executemany(
        "UPDATE part SET ms = ? WHERE session = ? AND number = ?",
        [(ms, row, number) for number, ms in enumerate(end.part_ms)],
    )
    connection.execute("UPDATE session SET finished = ? WHERE row = ?", (at, row))


def insert_deletion(connection: sqlite3.Connection, session_id: str, at: int) -> None:
    """Take a session back; once more changes nothing."""
    connection.execute(
        "INSERT INTO deletion (session, at) VALUES (?, ?) ON CONFLICT DO NOTHING",
        (bytes.fromhex(session_id), at),
    )
