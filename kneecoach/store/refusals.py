"""Rows of what was refused."""

from __future__ import annotations

import os
import sqlite3
from datetime import date

from kneecoach.domain.check_records import Moment, RefusalKept
from kneecoach.domain.safety import Refusal, Refused, Way
from kneecoach.store.reading import OddValueError, reading


def insert_refusal(connection: sqlite3.Connection, refusal: RefusalKept) -> None:
    """Insert a refusal with the exercises it is about, inside a transaction of the caller."""
    when, refused = refusal.when, refusal.refused
    number = connection.execute(
        "INSERT INTO refusal (id, at, offset_minutes, day, way, reason) VALUES (?, ?, ?, ?, ?, ?)",
        (
            *(os.urandom(16), when.at, when.offset_minutes, when.day.isoformat()),
            *(refusal.way.value, refused.reason.value),
        ),
    ).lastrowid
    connection.executemany(
        "INSERT INTO refused_exercise (refusal, number, exercise) VALUES (?, ?, ?)",
        [(number, place, name) for place, name in enumerate(refused.exercises)],
    )


def read_refusals(connection: sqlite3.Connection) -> tuple[RefusalKept, ...]:
    """All refusals in the order of writing; OddValueError where a row can't be one of ours."""
    names: dict[int, list[str]] = {}
    try:
        with reading(connection):
            for number, name in connection.execute(
                "SELECT refusal, exercise FROM refused_exercise ORDER BY refusal, number"
            ):
                names.setdefault(number, []).append(name)
            found = connection.execute(
                "SELECT number, at, offset_minutes, day, way, reason FROM refusal ORDER BY number"
            ).fetchall()
        return tuple(_refusal(row, tuple(names.get(row[0], ()))) for row in found)
    except (ValueError, TypeError) as error:
        raise OddValueError from error


def _refusal(row: tuple[int, int, int, str, str, str], names: tuple[str, ...]) -> RefusalKept:
    _, at, offset_minutes, day, way, reason = row
    when = Moment(at, offset_minutes, date.fromisoformat(day))
    return RefusalKept(when, Way(way), Refused(Refusal(reason), names))
