"""Looking a history over: its pages, the links between its rows, its values, its shape."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing

from kneecoach.store.migrations import MIGRATIONS, VERSION, migrate, version_of
from kneecoach.store.reading import OddValueError, read_sessions
from kneecoach.store.safety_schema import SAFETY_SINCE

# Each counts rows that no version of the program writes.
_ODD_ROWS = (
    "SELECT count(*) FROM session WHERE date(day) IS NOT day",
    "SELECT count(*) FROM session WHERE NOT EXISTS"
    " (SELECT 1 FROM part WHERE part.session = session.row)",
    "SELECT count(*) FROM repetition GROUP BY session HAVING max(number) <> count(*)",
)
# The same from version 1.2 on.
_ODD_SAFETY_ROWS = (
    "SELECT count(*) FROM safety_event WHERE date(day) IS NOT day",
    "SELECT count(*) FROM refusal WHERE date(day) IS NOT day",
    "SELECT count(*) FROM clearance WHERE date(seen) IS NOT seen",
)


def check_history(connection: sqlite3.Connection) -> tuple[str, ...]:
    """The codes of what is wrong, worst first; empty where all is well.

    damaged_pages, damaged_links, damaged_values, damaged_shape: each names a sentence of the texts.
    """
    if connection.execute("PRAGMA integrity_check(1)").fetchone()[0] != "ok":
        return ("damaged_pages",)
    return tuple(_findings(connection))


def _findings(connection: sqlite3.Connection) -> Iterator[str]:
    if connection.execute("PRAGMA foreign_key_check").fetchone() is not None:
        yield "damaged_links"
    if not _has_our_shape(connection):
        yield "damaged_shape"
    elif _has_odd_values(connection):
        yield "damaged_values"


def _has_odd_values(connection: sqlite3.Connection) -> bool:
    statements: tuple[str, ...] = _ODD_ROWS
    try:
        read_sessions(connection, None, None)
        if version_of(connection) >= SAFETY_SINCE:
            require_safety(connection)
            statements += _ODD_SAFETY_ROWS
    except OddValueError:
        return True
    counts = (connection.execute(statement).fetchone() for statement in statements)
    return any(count is not None and count[0] > 0 for count in counts)


def require_safety(connection: sqlite3.Connection) -> None:
    """Raise OddValueError where a check, a gate or a refusal can't be read."""
    from kneecoach.store.refusals import read_refusals
    from kneecoach.store.safety_events import read_told

    read_told(connection)
    read_refusals(connection)


def _has_our_shape(connection: sqlite3.Connection) -> bool:
    """True where everything this version makes is there as it makes it.

    A newer minor version may have more; a file of this very version may not.
    """
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as fresh:
        migrate(fresh, MIGRATIONS)
        ours = shape(fresh)
    found = shape(connection)
    if version_of(connection) > VERSION:
        return ours.keys() <= found.keys()
    return found == ours


def shape(connection: sqlite3.Connection) -> dict[tuple[str, str], str]:
    """Everything in the schema by kind and name, with its SQL where it has any."""
    return {
        (kind, name): sql or ""
        for kind, name, sql in connection.execute("SELECT type, name, sql FROM sqlite_schema")
    }
