"""The schema of the history as an append-only list of steps, and the one way to take them."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress

from kneecoach.store.safety_schema import SAFETY_SINCE
from kneecoach.store.safety_schema import STATEMENTS as SAFETY

APPLICATION_ID = 0x4B4E4331  # 'KNC1', at byte 68 of the file

Migration = tuple[int, tuple[str, ...]]

# A version is major × 65536 + minor. A minor step only adds (tables, columns that may be NULL): an
# older program of the same major opens it. Entries are never changed once released.
#
# A finished session's rows stay as they are: the file itself refuses, by triggers. A later step
# that has to rewrite rows drops the triggers it needs out of the way and makes them anew.
MIGRATIONS: tuple[Migration, ...] = (
    (
        65536,
        (
            "PRAGMA application_id = 1263420209",
            """CREATE TABLE session (
  row INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  day TEXT NOT NULL CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  started INTEGER NOT NULL CHECK (started BETWEEN 0 AND 253402300799),
  offset_minutes INTEGER NOT NULL CHECK (offset_minutes BETWEEN -1439 AND 1439),
  slot TEXT NOT NULL,
  finished INTEGER
) STRICT""",
            "CREATE INDEX session_by_day ON session (day)",
            """CREATE TABLE part (
  session INTEGER NOT NULL REFERENCES session (row),
  number INTEGER NOT NULL CHECK (number >= 0),
  exercise TEXT NOT NULL,
  side TEXT NOT NULL CHECK (side IN ('left', 'right', 'both')),
  sets INTEGER NOT NULL CHECK (sets >= 1),
  reps INTEGER CHECK (reps >= 1),
  hold_s INTEGER CHECK (hold_s >= 1),
  rest_s INTEGER NOT NULL CHECK (rest_s >= 0),
  ms INTEGER NOT NULL DEFAULT 0 CHECK (ms >= 0),
  PRIMARY KEY (session, number),
  CHECK ((reps IS NULL) <> (hold_s IS NULL))
) STRICT, WITHOUT ROWID""",
            """CREATE TABLE repetition (
  session INTEGER NOT NULL,
  number INTEGER NOT NULL CHECK (number >= 1),
  part INTEGER NOT NULL,
  set_number INTEGER NOT NULL CHECK (set_number >= 1),
  rep INTEGER NOT NULL CHECK (rep >= 1),
  ms INTEGER NOT NULL CHECK (ms >= 0),
  PRIMARY KEY (session, number),
  FOREIGN KEY (session, part) REFERENCES part (session, number)
) STRICT, WITHOUT ROWID""",
            """CREATE TABLE rating (
  id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
  session INTEGER NOT NULL REFERENCES session (row),
  number INTEGER NOT NULL CHECK (number >= 1),
  kind TEXT NOT NULL,
  value INTEGER NOT NULL CHECK (value BETWEEN 0 AND 10),
  at INTEGER NOT NULL
) STRICT, WITHOUT ROWID""",
            "CREATE INDEX rating_by_session ON rating (session, number)",
            """CREATE TABLE correction (
  id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
  session INTEGER NOT NULL,
  number INTEGER NOT NULL CHECK (number >= 1),
  part INTEGER NOT NULL,
  set_number INTEGER NOT NULL CHECK (set_number >= 1),
  value INTEGER NOT NULL CHECK (value >= 0),
  at INTEGER NOT NULL,
  FOREIGN KEY (session, part) REFERENCES part (session, number)
) STRICT, WITHOUT ROWID""",
            "CREATE INDEX correction_by_session ON correction (session, number)",
            """CREATE TABLE deletion (
  session BLOB NOT NULL PRIMARY KEY CHECK (length(session) = 16),
  at INTEGER NOT NULL
) STRICT, WITHOUT ROWID""",
            """CREATE TRIGGER session_stays BEFORE UPDATE ON session
WHEN OLD.finished IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'a finished session stays as it is'); END""",
            """CREATE TRIGGER session_is_kept BEFORE DELETE ON session
BEGIN SELECT RAISE(ABORT, 'a session is taken back by a row of deletion'); END""",
            """CREATE TRIGGER part_comes_before_the_end BEFORE INSERT ON part
WHEN (SELECT finished FROM session WHERE row = NEW.session) IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'a finished session stays as it is'); END""",
            """CREATE TRIGGER part_stays BEFORE UPDATE ON part
WHEN (SELECT finished FROM session WHERE row = OLD.session) IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'a finished session stays as it is'); END""",
            """CREATE TRIGGER part_is_kept BEFORE DELETE ON part
BEGIN SELECT RAISE(ABORT, 'a session is taken back by a row of deletion'); END""",
            """CREATE TRIGGER repetition_comes_before_the_end BEFORE INSERT ON repetition
WHEN (SELECT finished FROM session WHERE row = NEW.session) IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'a finished session stays as it is'); END""",
            """CREATE TRIGGER repetition_stays BEFORE UPDATE ON repetition
WHEN (SELECT finished FROM session WHERE row = OLD.session) IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'a finished session stays as it is'); END""",
            """CREATE TRIGGER repetition_is_kept BEFORE DELETE ON repetition
BEGIN SELECT RAISE(ABORT, 'a count is put right by a row of correction'); END""",
            """CREATE TRIGGER rating_stays BEFORE UPDATE ON rating
BEGIN SELECT RAISE(ABORT, 'a rating is followed by another one'); END""",
            """CREATE TRIGGER rating_is_kept BEFORE DELETE ON rating
BEGIN SELECT RAISE(ABORT, 'a rating is followed by another one'); END""",
            """CREATE TRIGGER correction_stays BEFORE UPDATE ON correction
BEGIN SELECT RAISE(ABORT, 'a correction is followed by another one'); END""",
            """CREATE TRIGGER correction_is_kept BEFORE DELETE ON correction
BEGIN SELECT RAISE(ABORT, 'a correction is followed by another one'); END""",
            """CREATE TRIGGER deletion_stays BEFORE UPDATE ON deletion
BEGIN SELECT RAISE(ABORT, 'a deletion stays'); END""",
            """CREATE TRIGGER deletion_is_kept BEFORE DELETE ON deletion
BEGIN SELECT RAISE(ABORT, 'a deletion stays'); END""",
        ),
    ),
    # What a person answers when it hurts and at the end, notes, and parts that take over others.
    (
        65537,
        (
            """CREATE TABLE replacement (
  session INTEGER NOT NULL,
  part INTEGER NOT NULL,
  instead_of INTEGER NOT NULL CHECK (instead_of <> part),
  PRIMARY KEY (session, part, instead_of),
  FOREIGN KEY (session, part) REFERENCES part (session, number),
  FOREIGN KEY (session, instead_of) REFERENCES part (session, number)
) STRICT, WITHOUT ROWID""",
            """CREATE TABLE hurt (
  id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
  session INTEGER NOT NULL,
  number INTEGER NOT NULL CHECK (number >= 1),
  part INTEGER NOT NULL,
  choice TEXT NOT NULL,
  pain INTEGER CHECK (pain BETWEEN 0 AND 10),
  at INTEGER NOT NULL,
  FOREIGN KEY (session, part) REFERENCES part (session, number)
) STRICT, WITHOUT ROWID""",
            "CREATE INDEX hurt_by_session ON hurt (session, number)",
            """CREATE TABLE answer (
  id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
  session INTEGER NOT NULL REFERENCES session (row),
  number INTEGER NOT NULL CHECK (number >= 1),
  question TEXT NOT NULL,
  exercise TEXT,
  value TEXT NOT NULL,
  at INTEGER NOT NULL
) STRICT, WITHOUT ROWID""",
            "CREATE INDEX answer_by_session ON answer (session, number)",
            """CREATE TABLE note (
  id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
  session INTEGER NOT NULL REFERENCES session (row),
  number INTEGER NOT NULL CHECK (number >= 1),
  text TEXT NOT NULL CHECK (length(text) <= 500),
  at INTEGER NOT NULL
) STRICT, WITHOUT ROWID""",
            "CREATE INDEX note_by_session ON note (session, number)",
            """CREATE TRIGGER replacement_comes_before_the_end BEFORE INSERT ON replacement
WHEN (SELECT finished FROM session WHERE row = NEW.session) IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'a finished session stays as it is'); END""",
            """CREATE TRIGGER replacement_stays BEFORE UPDATE ON replacement
BEGIN SELECT RAISE(ABORT, 'a replacement stays'); END""",
            """CREATE TRIGGER replacement_is_kept BEFORE DELETE ON replacement
BEGIN SELECT RAISE(ABORT, 'a replacement stays'); END""",
            """CREATE TRIGGER hurt_stays BEFORE UPDATE ON hurt
BEGIN SELECT RAISE(ABORT, 'what hurt is followed by another one'); END""",
            """CREATE TRIGGER hurt_is_kept BEFORE DELETE ON hurt
BEGIN SELECT RAISE(ABORT, 'what hurt is followed by another one'); END""",
            """CREATE TRIGGER answer_stays BEFORE UPDATE ON answer
BEGIN SELECT RAISE(ABORT, 'an answer is followed by another one'); END""",
            """CREATE TRIGGER answer_is_kept BEFORE DELETE ON answer
BEGIN SELECT RAISE(ABORT, 'an answer is followed by another one'); END""",
            """CREATE TRIGGER note_stays BEFORE UPDATE ON note
BEGIN SELECT RAISE(ABORT, 'a note is followed by another one'); END""",
            """CREATE TRIGGER note_is_kept BEFORE DELETE ON note
BEGIN SELECT RAISE(ABORT, 'a note is followed by another one'); END""",
        ),
    ),
    # The check of warning signs, the questions before a session, clearances and refusals.
    (SAFETY_SINCE, SAFETY),
)

VERSION = MIGRATIONS[-1][0]


def major(version: int) -> int:
    """The part of a version that must not be newer than the program's."""
    return version >> 16


def version_text(version: int) -> str:
    """A version as people read it, such as 1.0."""
    return f"{major(version)}.{version & 0xFFFF}"


def version_of(connection: sqlite3.Connection) -> int:
    """The version the file says it has; 0 where nothing was made yet."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def data_version(connection: sqlite3.Connection) -> int:
    """A number from 1 on that changes when another connection has changed the file."""
    return int(connection.execute("PRAGMA data_version").fetchone()[0])


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """Everything inside is committed at the end, or nothing of it stays."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        # After a full disk SQLite may already have rolled back by itself.
        with suppress(sqlite3.Error):
            if connection.in_transaction:
                connection.execute("ROLLBACK")
        raise


def migrate(connection: sqlite3.Connection, steps: Sequence[Migration] = MIGRATIONS) -> None:
    """Take every step newer than the file in one transaction; nothing changes if one fails."""
    if version_of(connection) >= steps[-1][0]:
        return
    with transaction(connection):
        present = version_of(connection)  # read again: another program may just have done it
        for version, statements in steps:
            if version <= present:
                continue
            for statement in statements:
                connection.execute(statement)
            connection.execute(f"PRAGMA user_version = {version:d}")
