"""Looking a history over: its pages, the links between its rows, its values, its shape."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing

from kneecoach.store.migrations import MIGRATIONS, VERSION, migrate, version_of
from kneecoach.store.reading import OddValueError, read_sessions

# Each counts rows that no version of the program writes.
_ODD_ROWS = (
    "SELECT count(*) FROM session WHERE date(day) IS NOT day",
    "SELECT count(*) FROM session WHERE NOT EXISTS"
    " (SELECT 1 FROM part WHERE part.session = session.row)",
    "SELECT count(*) FROM repetition GROUP BY session HAVING max(number) <> count(*)",
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
    try:
        read_sessions(connection, None, None)
    except OddValueError:
        return True
    counts = (connection.execute(statement).fetchone() for statement in _ODD_ROWS)
    return any(count is not None and count[0] > 0 for count in counts)


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
