"""A full disk, a locked, read-only or damaged file: one code each, and nothing written is lost."""

from __future__ import annotations

import random
import shutil
import sqlite3
from pathlib import Path

import pytest

from kneecoach.domain.history import JournalError, RepetitionDone, SessionEnd
from kneecoach.store.history import HistoryFile
from tests.store.sample import (
    StandingClock,
    filled,
    history_in,
    ordinary_person,
    raises,
    start,
    whole,
)


def _write_until_full(history: HistoryFile, most: int) -> int:
    """Write sessions until the history says no; how many were acknowledged."""
    for number in range(most):
        try:
            history.add([whole(started=1_700_000_000 + number)])
        except JournalError as error:
            return number if error.code == "full" else -1
    return most


def _repeat_until_full(history: HistoryFile, name: str, most: int) -> int:
    """Write repetitions until the history says no; how many were acknowledged."""
    for number in range(1, most + 1):
        try:
            history.repetition(name, RepetitionDone(0, 1, number, 6000, 6000 * number))
        except JournalError as error:
            return number - 1 if error.code == "full" else -1
    return most


def test_a_full_disk_loses_nothing_and_is_over_when_there_is_room(tmp_path: Path) -> None:
    with history_in(tmp_path) as history:
        raw = history._connection
        pages = raw.execute("PRAGMA page_count").fetchone()[0]
        raw.execute(f"PRAGMA max_page_count = {pages + 2}")  # what a full disk does to SQLite
        written = _write_until_full(history, 500)
        assert 0 < written < 500
        assert len(history.sessions()) == written
        assert history.check() == ()
        raw.execute("PRAGMA max_page_count = 100000")
        history.add([whole()])
        assert len(history.sessions()) == written + 1


def test_with_room_the_same_sessions_are_all_written(tmp_path: Path) -> None:
    """The control of the test above."""
    with history_in(tmp_path) as history:
        assert _write_until_full(history, 500) == 500


def test_a_disk_full_within_a_session_keeps_what_was_done(tmp_path: Path) -> None:
    with history_in(tmp_path) as history:
        name = history.begin(start())
        raw = history._connection
        raw.execute(f"PRAGMA max_page_count = {raw.execute('PRAGMA page_count').fetchone()[0]}")
        done = _repeat_until_full(history, name, 2000)
        assert 0 < done < 2000
        (record,) = history.sessions()
        assert record.exercises[0].done[0].reps == done
        raw.execute("PRAGMA max_page_count = 100000")
        history.repetition(name, RepetitionDone(0, 1, done + 1, 6000, 6000 * done))
        history.finish(name, SessionEnd(None, None, (0, 0)))


def test_a_locked_file_is_told_and_free_again_later(tmp_path: Path) -> None:
    path = filled(tmp_path)
    with history_in(tmp_path) as history:
        other = sqlite3.connect(path, isolation_level=None)
        other.execute("BEGIN EXCLUSIVE")
        for call in (
            lambda: history.begin(start()),
            history.sessions,
            history.check,
            lambda: history_in(tmp_path),
        ):
            with pytest.raises(JournalError) as refused:
                call()
            assert refused.value.code == "locked"
        other.close()
        history.begin(start())
        assert len(history.sessions()) == 3


def test_a_reader_that_stays_does_not_leave_half_a_session(tmp_path: Path) -> None:
    """The commit itself is refused; the next one finds no open transaction."""
    path = filled(tmp_path)
    with history_in(tmp_path) as history:
        other = sqlite3.connect(path, isolation_level=None)
        other.execute("BEGIN")
        other.execute("SELECT * FROM session").fetchone()
        with pytest.raises(JournalError) as refused:
            history.add([whole()])
        assert refused.value.code == "locked"
        other.close()
        history.add([whole()])
        assert len(history.sessions()) == 4


def _assert_readable_only(folder: Path) -> None:
    with history_in(folder) as history:
        assert history.read_only
        assert len(history.sessions()) == 3
        assert history.check() == ()
        for call in (
            lambda: history.begin(start()),
            lambda: history.add([whole()]),
            lambda: history.discard("00" * 16),
        ):
            with pytest.raises(JournalError) as refused:
                call()
            assert refused.value.code == "read_only"


def test_a_read_only_file_is_readable() -> None:
    with ordinary_person() as folder:
        path = filled(folder)
        path.chmod(0o400)
        _assert_readable_only(folder)


def test_a_read_only_folder_is_readable() -> None:
    with ordinary_person() as folder:
        filled(folder)
        folder.chmod(0o500)
        _assert_readable_only(folder)


def test_a_folder_that_may_be_written_is_not_read_only() -> None:
    """The control of the two tests above, as the same person."""
    with ordinary_person() as folder:
        filled(folder)
        with history_in(folder) as history:
            assert not history.read_only
            history.begin(start())


def test_a_folder_closed_while_the_window_is_open_is_told() -> None:
    with ordinary_person() as folder:
        filled(folder)
        with history_in(folder) as history:
            folder.chmod(0o500)
            with pytest.raises(JournalError) as refused:
                history.begin(start())
            assert refused.value.code == "read_only"
            folder.chmod(0o700)
            history.begin(start())


def test_no_history_can_be_made_in_a_read_only_folder() -> None:
    with ordinary_person() as folder:
        folder.chmod(0o500)
        with pytest.raises(JournalError) as refused:
            history_in(folder / "knee")
        assert refused.value.code == "read_only"


def test_a_folder_taken_away_is_told(tmp_path: Path) -> None:
    filled(tmp_path / "knee")
    with history_in(tmp_path / "knee") as history:
        shutil.move(tmp_path / "knee", tmp_path / "elsewhere")
        with pytest.raises(JournalError) as refused:
            history.begin(start())
        assert refused.value.code == "missing_folder"
    with history_in(tmp_path / "elsewhere") as history:
        assert len(history.sessions()) == 3


def _damage(content: bytearray, dice: random.Random) -> None:
    """Zero a page, overwrite one, swap two, cut the end or flip a byte."""
    pages = len(content) // 4096
    one, other = (4096 * dice.randrange(pages) for _ in range(2))
    match dice.randrange(5):
        case 0:
            content[one : one + 4096] = bytes(4096)
        case 1:
            content[one : one + 4096] = dice.randbytes(4096)
        case 2:
            swapped = content[one : one + 4096], content[other : other + 4096]
            content[other : other + 4096], content[one : one + 4096] = swapped
        case 3:
            del content[dice.randrange(len(content)) :]
        case _:
            content[dice.randrange(len(content))] ^= 1 << dice.randrange(8)


def _look(folder: Path) -> str:
    """What a damaged history comes to: a code, or "read" where nothing is noticed."""
    try:
        with history_in(folder) as history:
            history.sessions()
            findings = history.check()
    except JournalError as error:
        return error.code
    return findings[0] if findings else "read"


def test_damage_of_any_kind_is_a_code_and_never_another_error(tmp_path: Path) -> None:
    sound = filled(tmp_path / "sound", sessions=40).read_bytes()
    dice = random.Random(11)
    told: list[str] = []
    for number in range(150):
        place = tmp_path / str(number)
        place.mkdir()
        content = bytearray(sound)
        _damage(content, dice)
        (place / "history.sqlite3").write_bytes(content)
        told.append(_look(place) if bytes(content) != sound else "same")
    assert set(told) <= {
        *("read", "same", "damaged", "not_ours", "newer"),
        *("damaged_pages", "damaged_links", "damaged_values", "damaged_shape"),
    }
    assert told.count("damaged") + told.count("damaged_pages") > 75


def test_a_sound_history_passes_the_same_look(tmp_path: Path) -> None:
    """The control of the test above."""
    filled(tmp_path, sessions=40)
    assert _look(tmp_path) == "read"


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ("DELETE FROM part WHERE session = 1", "damaged_links"),
        (
            "INSERT INTO session VALUES (9, randomblob(16), '2026-02-31', 0, 0, 'x', 1)",
            "damaged_values",
        ),
        ("DELETE FROM repetition WHERE number = 2", "damaged_values"),
        ("UPDATE part SET exercise = CAST(x'ff' AS TEXT)", "damaged"),
        ("UPDATE rating SET value = 99", "damaged_pages"),
        ("CREATE TABLE more (x)", "damaged_shape"),
    ],
)
def test_rows_that_are_not_ours_are_found(tmp_path: Path, change: str, code: str) -> None:
    path = filled(tmp_path)
    raw = sqlite3.connect(path, isolation_level=None)
    kept = raw.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").fetchall()
    for name, _ in kept:
        raw.execute(f"DROP TRIGGER {name}")
    raw.execute("PRAGMA ignore_check_constraints = ON")
    raw.execute(change)
    for _, sql in kept:
        raw.execute(sql)
    raw.close()
    assert _look(tmp_path) == code


def test_a_missing_trigger_is_found(tmp_path: Path) -> None:
    path = filled(tmp_path)
    raw = sqlite3.connect(path)
    raw.execute("DROP TRIGGER repetition_stays")
    raw.close()
    assert _look(tmp_path) == "damaged_shape"


def test_the_history_keeps_its_first_repetitions_when_a_later_write_fails(tmp_path: Path) -> None:
    with HistoryFile(tmp_path / "history.sqlite3", StandingClock(), 50) as history:
        name = history.begin(start())
        for done in raises(4):
            history.repetition(name, done)
        with pytest.raises(sqlite3.IntegrityError):
            history.repetition(name, RepetitionDone(9, 1, 1, 1, 1))
        assert history.sessions()[0].exercises[0].done[0].reps == 4
