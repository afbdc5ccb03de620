"""Rows of what a person answered: when it hurt, at the end, notes, and what took over what.

Their tables are there from version 1.1 on; a file that can only be read may be older.
"""

from __future__ import annotations

import os
import sqlite3
from collections import defaultdict
from dataclasses import dataclass, field, replace

from kneecoach.domain.answers import NO_ANSWERS, NOTE_LENGTH, Answers, Effort, Hurt, PainChoice
from kneecoach.domain.history import AddedPart
from kneecoach.store.migrations import version_of

_SINCE = 65537
_YES, _NO = "yes", "no"

# Every query has the first and the last day as its two values.
_KEPT = (
    " FROM session s JOIN {table} t ON t.session = s.row"
    " WHERE s.day BETWEEN ? AND ? AND s.id NOT IN (SELECT session FROM deletion)"
)
_LATEST_LAST = " ORDER BY t.number, t.id"
_REPLACEMENTS = (
    "SELECT t.session, t.part, t.instead_of"
    + _KEPT.format(table="replacement")
    + " ORDER BY t.session, t.part, t.instead_of"
)
_HURTS = (
    "SELECT t.session, t.part, t.choice, t.pain, t.at" + _KEPT.format(table="hurt") + _LATEST_LAST
)
_ANSWERS = (
    "SELECT t.session, t.question, t.exercise, t.value"
    + _KEPT.format(table="answer")
    + _LATEST_LAST
)
_TAKEN_IN_ONE = "SELECT part, instead_of FROM replacement WHERE session = ? ORDER BY 1, 2"
_HURTS_IN_ONE = "SELECT part, choice, pain, at FROM hurt WHERE session = ? ORDER BY number, id"
_NOTES = "SELECT t.session, t.text" + _KEPT.format(table="note") + _LATEST_LAST


@dataclass(slots=True)
class Told:
    """What was answered in one session; `instead_of` by the index of the part that took over."""

    answers: Answers = NO_ANSWERS
    hurts: list[Hurt] = field(default_factory=list)
    instead_of: dict[int, tuple[int, ...]] = field(default_factory=dict)


def insert_part(connection: sqlite3.Connection, row: int, part: AddedPart) -> None:
    """Insert a part that takes over the rest of others; once more changes nothing."""
    dose = part.dose
    connection.execute(
        "INSERT INTO part (session, number, exercise, side, sets, reps, hold_s, rest_s)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
        (
            *(row, part.number, part.exercise, part.side.value),
            *(dose.sets, dose.reps, dose.hold_s, dose.rest_s),
        ),
    )
    connection.executemany(
        "INSERT INTO replacement (session, part, instead_of) VALUES (?, ?, ?)"
        " ON CONFLICT DO NOTHING",
        [(row, part.number, old) for old in part.instead_of],
    )


def insert_hurt(connection: sqlite3.Connection, row: int, hurt: Hurt) -> None:
    """Insert that it hurt and what was chosen."""
    connection.execute(
        "INSERT INTO hurt (id, session, number, part, choice, pain, at)"
        " SELECT ?1, ?2, coalesce(max(number), 0) + 1, ?3, ?4, ?5, ?6"
        " FROM hurt WHERE session = ?2",
        (os.urandom(16), row, hurt.part, hurt.choice.value, hurt.pain, hurt.at),
    )


def insert_answers(connection: sqlite3.Connection, row: int, answers: Answers, at: int) -> None:
    """Insert what was answered; of one question the latest number is the one that counts.

    Raises ValueError for a note that is too long.
    """
    if len(answers.note) > NOTE_LENGTH:
        raise ValueError("the note is too long")
    told = [(question, None, _YES) for question in _ticks(answers)]
    if answers.effort is not None:
        told.append(("effort", None, answers.effort.value))
    two_more = [("two_more", name, _YES if yes else _NO) for name, yes in answers.two_more]
    connection.executemany(
        "INSERT INTO answer (id, session, number, question, exercise, value, at)"
        " SELECT ?1, ?2, coalesce(max(number), 0) + 1, ?3, ?4, ?5, ?6"
        " FROM answer WHERE session = ?2",
        [(os.urandom(16), row, *one, at) for one in (*told, *two_more)],
    )
    if answers.note:
        _insert_note(connection, row, answers.note, at)


def _ticks(answers: Answers) -> list[str]:
    ticks = (("swelling", answers.swelling), ("tingling", answers.tingling))
    return [name for name, ticked in ticks if ticked]


def _insert_note(connection: sqlite3.Connection, row: int, text: str, at: int) -> None:
    connection.execute(
        "INSERT INTO note (id, session, number, text, at)"
        " SELECT ?1, ?2, coalesce(max(number), 0) + 1, ?3, ?4 FROM note WHERE session = ?2",
        (os.urandom(16), row, text, at),
    )


def read_one(
    connection: sqlite3.Connection, row: int
) -> tuple[dict[int, tuple[int, ...]], tuple[Hurt, ...]]:
    """What took over what in one session, and what was told when it hurt."""
    taken: dict[int, tuple[int, ...]] = {}
    for part, old in connection.execute(_TAKEN_IN_ONE, (row,)):
        taken[part] = (*taken.get(part, ()), old)
    found = connection.execute(_HURTS_IN_ONE, (row,))
    hurts = (_hurt(*one) for one in found if one[1] in PainChoice._value2member_map_)
    return taken, tuple(hurts)


def _hurt(part: int, choice: str, pain: int | None, at: int) -> Hurt:
    return Hurt(part, PainChoice(choice), pain, at)


def read_told(connection: sqlite3.Connection, days: tuple[str, str]) -> dict[int, Told]:
    """What was answered in the sessions of those days, by the row of the session."""
    found: dict[int, Told] = defaultdict(Told)
    if version_of(connection) < _SINCE:
        return found
    for session, part, old in connection.execute(_REPLACEMENTS, days):
        by_part = found[session].instead_of
        by_part[part] = (*by_part.get(part, ()), old)
    for session, part, choice, pain, at in connection.execute(_HURTS, days):
        if choice in PainChoice._value2member_map_:  # others only a newer program knows
            found[session].hurts.append(_hurt(part, choice, pain, at))
    for session, question, exercise, value in connection.execute(_ANSWERS, days):
        found[session].answers = _with(found[session].answers, question, exercise, value)
    for session, text in connection.execute(_NOTES, days):
        found[session].answers = replace(found[session].answers, note=text)
    return found


def _with(answers: Answers, question: str, exercise: str | None, value: str) -> Answers:
    """The answers with one more; a question or value of a newer program is left out."""
    if question == "effort" and value in Effort._value2member_map_:
        return replace(answers, effort=Effort(value))
    if question == "swelling":
        return replace(answers, swelling=value == _YES)
    if question == "tingling":
        return replace(answers, tingling=value == _YES)
    if question == "two_more" and exercise is not None:
        others = tuple(pair for pair in answers.two_more if pair[0] != exercise)
        return replace(answers, two_more=(*others, (exercise, value == _YES)))
    return answers
