"""Rows of checks, gates, clearances and ends of checks, in the order of writing."""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Iterable
from datetime import date
from pathlib import Path

from kneecoach.domain.check import Answer, CheckAnswers
from kneecoach.domain.check_records import (
    CheckEnded,
    ClearanceGiven,
    EndReason,
    GateGiven,
    GateKind,
    Moment,
    SafetyEvent,
    Told,
)
from kneecoach.store.migrations import transaction
from kneecoach.store.reading import OddValueError, reading
from kneecoach.store.seal import Mark, Sealed, new_mark, read_mark, write_mark

HERE, IMPORTED = "here", "import"
# The newest checks that are read, with all that was told since the first of them. More is never
# needed: a clearance is told between two checks and lasts 14 days.
CHECKS_READ = 8

_FROM = (
    "SELECT coalesce(min(number), 0) FROM"
    " (SELECT number FROM safety_event WHERE kind = 'check' ORDER BY number DESC LIMIT ?)"
)
_EVENTS = (
    "SELECT number, id, kind, at, offset_minutes, day, origin, seal FROM safety_event"
    " WHERE number >= ? ORDER BY number"
)
_LAST_SEAL = (
    "SELECT seal FROM safety_event WHERE number < ? AND seal IS NOT NULL"
    " ORDER BY number DESC LIMIT 1"
)
_AFTER_ALL = 1 << 62
_Row = tuple[int, bytes, str, int, int, str, str, bytes | None]


def keep_event(connection: sqlite3.Connection, history: Path, told: Told, when: Moment) -> str:
    """Commit what was told here and seal it; its id. Raises OSError where the mark can't be kept.

    The mark moves on after the commit: one that stays behind by a crash is still found.
    """
    with transaction(connection):
        mark = _present_mark(connection, history)
        identity = os.urandom(16)
        content = _content(identity, when, told)
        seal = mark.seal_of(_seal_before(connection, _AFTER_ALL), content)
        number = _insert(connection, identity, told, when, HERE, seal)
    write_mark(history, Mark(mark.key, number, seal))
    return identity.hex()


def insert_arrived(connection: sqlite3.Connection, events: Iterable[SafetyEvent]) -> None:
    """Insert events from elsewhere inside a transaction; those that are there already stay."""
    for event in events:
        identity = bytes.fromhex(event.id)
        known = connection.execute("SELECT 1 FROM safety_event WHERE id = ?", (identity,))
        if known.fetchone() is None:
            _insert(connection, identity, event.told, event.when, IMPORTED, None)


def read_events(
    connection: sqlite3.Connection, history: Path, checks: int = CHECKS_READ
) -> tuple[SafetyEvent, ...]:
    """The events since that many checks; OddValueError where a row can't be one of ours."""
    with reading(connection):
        first = int(connection.execute(_FROM, (checks,)).fetchone()[0])
        before = _seal_before(connection, first)
        rows, moments, told = read_told(connection, first)
    sealed: list[Sealed] = [
        (row[0], row[7], _content(row[1], when, one))
        for row, when, one in zip(rows, moments, told, strict=True)
    ]
    mark = read_mark(history)
    own = mark.own(sealed, before) if mark else frozenset[int]()
    return tuple(
        SafetyEvent(row[1].hex(), when, one, row[0] in own and row[6] == HERE)
        for row, when, one in zip(rows, moments, told, strict=True)
    )


def read_told(
    connection: sqlite3.Connection, first: int = 0
) -> tuple[list[_Row], list[Moment], list[Told]]:
    """The rows from that number on, their moments and what they tell; raises OddValueError."""
    try:
        rows: list[_Row] = connection.execute(_EVENTS, (first,)).fetchall()
        told = [_told(connection, row[0], row[2]) for row in rows]
        return rows, [Moment(row[3], row[4], date.fromisoformat(row[5])) for row in rows], told
    except (ValueError, TypeError) as error:
        raise OddValueError from error


def _present_mark(connection: sqlite3.Connection, history: Path) -> Mark:
    """The mark to go on with: a new one where the history no longer holds the newest row."""
    mark = read_mark(history)
    if mark is not None and (not mark.number or _holds(connection, mark)):
        return mark
    mark = new_mark()
    write_mark(history, mark)
    return mark


def _holds(connection: sqlite3.Connection, mark: Mark) -> bool:
    found = connection.execute("SELECT seal FROM safety_event WHERE number = ?", (mark.number,))
    row = found.fetchone()
    return row is not None and row[0] == mark.newest


def _seal_before(connection: sqlite3.Connection, number: int) -> bytes:
    found = connection.execute(_LAST_SEAL, (number,)).fetchone()
    return b"" if found is None else bytes(found[0])


def _content(identity: bytes, when: Moment, told: Told) -> bytes:
    """Everything a row tells, always as the same bytes."""
    kind, head, answers = _facts(told)
    tree = (identity.hex(), kind, when.at, when.offset_minutes, when.day.isoformat(), head, answers)
    return json.dumps(tree, sort_keys=True).encode()


def _facts(told: Told) -> tuple[str, tuple[int | str | None, ...], dict[str, str]]:
    """The kind of what was told, the values of its row, and its answers."""
    match told:
        case CheckAnswers(age, pain, signs):
            return "check", (age, pain), {name: given.value for name, given in signs.items()}
        case GateGiven(kind, answers):
            given = {name: answer.value for name, answer in answers.items()}
            return "gate", (kind.value,), given
        case ClearanceGiven(check, seen):
            return "clearance", (check, seen.isoformat()), {}
        case CheckEnded(check, reason):
            return "end", (check, reason.value), {}


def _insert(
    connection: sqlite3.Connection,
    identity: bytes,
    told: Told,
    when: Moment,
    origin: str,
    seal: bytes | None,
) -> int:
    kind, head, answers = _facts(told)
    number = connection.execute(
        "INSERT INTO safety_event (id, kind, at, offset_minutes, day, origin, seal)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        (identity, kind, when.at, when.offset_minutes, when.day.isoformat(), origin, seal),
    ).lastrowid
    assert number is not None  # an INSERT has one
    connection.execute(_INSERT[kind], (number, *_values(kind, head)))
    if answers:
        rows = [(number, name, given) for name, given in answers.items()]
        connection.executemany(_INSERT_ANSWER[kind], rows)
    return number


def _values(kind: str, head: tuple[int | str | None, ...]) -> tuple[int | str | bytes | None, ...]:
    """The values of a row: the id of another event is kept as its 16 bytes."""
    if kind in ("check", "gate"):
        return head
    return (bytes.fromhex(str(head[0])) or None, *head[1:])


_INSERT = {
    "check": "INSERT INTO sign_check (event, age, pain_rest) VALUES (?, ?, ?)",
    "gate": "INSERT INTO gate (event, kind) VALUES (?, ?)",
    "clearance": "INSERT INTO clearance (event, cleared, seen) VALUES (?, ?, ?)",
    "end": "INSERT INTO check_end (event, ended, reason) VALUES (?, ?, ?)",
}
_INSERT_ANSWER = {
    "check": "INSERT INTO sign_answer (event, sign, answer) VALUES (?, ?, ?)",
    "gate": "INSERT INTO gate_answer (event, question, answer) VALUES (?, ?, ?)",
}
_SELECT = {
    "check": "SELECT age, pain_rest FROM sign_check WHERE event = ?",
    "gate": "SELECT kind, kind FROM gate WHERE event = ?",
    "clearance": "SELECT cleared, seen FROM clearance WHERE event = ?",
    "end": "SELECT ended, reason FROM check_end WHERE event = ?",
}
_SELECT_ANSWERS = {
    "check": "SELECT sign, answer FROM sign_answer WHERE event = ? ORDER BY sign",
    "gate": "SELECT question, answer FROM gate_answer WHERE event = ? ORDER BY question",
}


def _told(connection: sqlite3.Connection, number: int, kind: str) -> Told:
    """What the rows of an event tell; TypeError or ValueError for odd ones.

    A kind that only a newer program knows closes everything until the next check.
    """
    if kind not in _SELECT:
        return CheckEnded("", EndReason.SIGN)
    first, second = connection.execute(_SELECT[kind], (number,)).fetchone()
    answers: dict[str, Answer] = {}
    if kind in _SELECT_ANSWERS:
        found = connection.execute(_SELECT_ANSWERS[kind], (number,))
        answers = {name: Answer(given) for name, given in found}
    match kind:
        case "check":
            return CheckAnswers(first, second, answers)
        case "gate":
            return GateGiven(GateKind(first), answers)
        case "clearance":
            return ClearanceGiven(first.hex(), date.fromisoformat(second))
        case _:
            return CheckEnded((first or b"").hex(), EndReason(second))
