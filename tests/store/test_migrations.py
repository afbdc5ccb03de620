"""Steps of the schema are taken whole or not at all, and old files open."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

import pytest

from kneecoach.domain.history import DoneSet
from kneecoach.store.checking import shape
from kneecoach.store.migrations import (
    APPLICATION_ID,
    MIGRATIONS,
    VERSION,
    Migration,
    migrate,
    version_of,
)
from tests.store.sample import filled, history_in

NEXT: tuple[Migration, ...] = (
    *MIGRATIONS,
    (
        VERSION + 1,
        (
            "ALTER TABLE session ADD COLUMN place TEXT",
            "CREATE TABLE weather (session INTEGER NOT NULL, text TEXT NOT NULL) STRICT",
            "INSERT INTO weather SELECT row, day FROM session",
        ),
    ),
    (VERSION + 2, ("CREATE INDEX weather_by_session ON weather (session)",)),
)
OLD_FILES = sorted(Path(__file__).parent.glob("schema_*.sql"))


def _open(path: Path) -> closing[sqlite3.Connection]:
    return closing(sqlite3.connect(path, isolation_level=None))


def _of_version(folder: Path, text: Path) -> Path:
    """A history as the version wrote it whose kept schema that is."""
    path = folder / "history.sqlite3"
    with _open(path) as raw:
        raw.executescript(text.read_text(encoding="utf-8"))
        raw.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        raw.execute(f"PRAGMA user_version = {int(text.stem.removeprefix('schema_'))}")
    return path


def _state(path: Path) -> tuple[object, ...]:
    with _open(path) as raw:
        return version_of(raw), shape(raw), tuple(raw.iterdump())


def _broken(steps: Sequence[Migration], at: int) -> tuple[Migration, ...]:
    """The steps with the statement of that number, counted over all of them, failing."""
    broken: list[Migration] = []
    for version, statements in steps:
        changed = list(statements)
        if 0 <= at < len(changed):
            changed[at] = "INSERT INTO no_such_table VALUES (1)"
        at -= len(statements)
        broken.append((version, tuple(changed)))
    return tuple(broken)


FIRST = len(MIGRATIONS[0][1])
ADDED = sum(len(statements) for _, statements in NEXT[1:])


@pytest.mark.parametrize("at", range(FIRST))
def test_a_first_step_that_fails_leaves_nothing(tmp_path: Path, at: int) -> None:
    path = tmp_path / "history.sqlite3"
    with _open(path) as raw:
        with pytest.raises(sqlite3.OperationalError):
            migrate(raw, _broken(MIGRATIONS, at))
        assert not raw.in_transaction
    with _open(path) as raw:
        assert (version_of(raw), shape(raw)) == (0, {})
        assert raw.execute("PRAGMA application_id").fetchone() == (0,)


@pytest.mark.parametrize("at", range(FIRST, FIRST + ADDED))
def test_a_later_step_that_fails_leaves_the_old_state(tmp_path: Path, at: int) -> None:
    path = _of_version(tmp_path, OLD_FILES[0])
    before = _state(path)
    with _open(path) as raw, pytest.raises(sqlite3.OperationalError):
        migrate(raw, _broken(NEXT, at))
    assert _state(path) == before


def test_the_unbroken_steps_do_change_it(tmp_path: Path) -> None:
    """The control of the test above."""
    path = _of_version(tmp_path, OLD_FILES[0])
    before = _state(path)
    with _open(path) as raw:
        migrate(raw, NEXT)
        assert version_of(raw) == VERSION + 2
        assert raw.execute("SELECT count(*) FROM weather").fetchone() == (3,)
    assert _state(path) != before


def test_taking_the_steps_again_changes_nothing(tmp_path: Path) -> None:
    path = filled(tmp_path)
    before = path.read_bytes()
    with _open(path) as raw:
        migrate(raw)
    assert path.read_bytes() == before


def test_a_newer_file_is_not_taken_back(tmp_path: Path) -> None:
    path = filled(tmp_path)
    with _open(path) as raw:
        migrate(raw, NEXT)
    after = _state(path)
    with _open(path) as raw:
        migrate(raw)
    assert _state(path) == after


def test_a_schema_is_kept_for_every_version() -> None:
    assert [path.stem for path in OLD_FILES] == [f"schema_{version}" for version, _ in MIGRATIONS]


@pytest.mark.parametrize("text", OLD_FILES, ids=lambda path: path.stem)
def test_a_file_of_every_version_opens_with_all_that_is_in_it(tmp_path: Path, text: Path) -> None:
    path = _of_version(tmp_path, text)
    with history_in(tmp_path) as history:
        assert history.check() == ()
        records = history.sessions()
    assert [record.id[:2] for record in records] == ["a1", "b2"]
    finished, draft = records
    assert [exercise.done for exercise in finished.exercises] == [
        (DoneSet(1, 3, None), DoneSet(2, 9, None)),
        (DoneSet(1, None, 20),),
    ]
    assert (finished.pain_before, finished.pain_worst, finished.pain_after) == (4, 5, 2)
    assert (finished.finished, draft.finished) == (True, False)
    with _open(path) as raw, closing(sqlite3.connect(":memory:", isolation_level=None)) as fresh:
        migrate(fresh)
        assert shape(raw) == shape(fresh)
        assert version_of(raw) == VERSION
