"""What a file is, is found out before anything may change it."""

from __future__ import annotations

import hashlib
import os
import sqlite3
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from kneecoach.domain.history import JournalError, RepetitionDone
from kneecoach.store.history import existing_history
from kneecoach.store.migrations import APPLICATION_ID, VERSION, version_text
from kneecoach.store.opening import make_new
from tests.store.sample import StandingClock, filled, history_in, ordinary_person, start


def _everything(folder: Path) -> dict[str, tuple[str, int]]:
    """Name, content and time of change of every file."""
    return {
        str(path.relative_to(folder)): (
            hashlib.sha256(path.read_bytes()).hexdigest(),
            path.stat().st_mtime_ns,
        )
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def _pragma(path: Path, statement: str) -> None:
    raw = sqlite3.connect(path)
    raw.execute(statement)
    raw.close()


def _refused(folder: Path) -> JournalError:
    """The error with which the history of a folder is refused, every file left as it was."""
    before = _everything(folder)
    with pytest.raises(JournalError) as refused:
        history_in(folder)
    assert _everything(folder) == before
    return refused.value


def _newer_major(path: Path) -> None:
    _pragma(path, f"PRAGMA user_version = {2 * 65536}")


def _other_program(path: Path) -> None:
    _pragma(path, "PRAGMA application_id = 1")


def _no_version(path: Path) -> None:
    _pragma(path, "PRAGMA user_version = 0")


def _emptied(path: Path) -> None:
    path.write_bytes(b"")


def _cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:60])


def _overwritten(path: Path) -> None:
    path.write_bytes(b"Dear diary, today I " * 500)


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (_newer_major, "newer"),
        (_other_program, "not_ours"),
        (_no_version, "not_ours"),
        (_emptied, "damaged"),
        (_cut, "damaged"),
        (_overwritten, "damaged"),
    ],
)
def test_a_file_that_is_refused_stays_byte_for_byte(
    tmp_path: Path, change: Callable[[Path], None], code: str
) -> None:
    path = filled(tmp_path)
    change(path)
    path.with_name("settings.json").write_text("{}")
    error = _refused(tmp_path)
    assert (error.code, error.fields["path"]) == (code, str(path))


def test_a_newer_file_is_refused_with_both_versions_also_in_wal_mode(tmp_path: Path) -> None:
    path = filled(tmp_path)
    _pragma(path, "PRAGMA journal_mode = WAL")
    _pragma(path, f"PRAGMA user_version = {3 * 65536 + 4}")
    error = _refused(tmp_path)
    assert (error.code, error.fields["found"], error.fields["known"]) == (
        "newer",
        "3.4",
        version_text(VERSION),
    )


def _killed_in_wal_mode(tmp_path: Path, version: int) -> Path:
    """What a program that writes a log and is killed leaves: the version is in the log only."""
    path = filled(tmp_path / "knee", sessions=1)
    killed = tmp_path / "killed"
    killed.mkdir()
    raw = sqlite3.connect(path)
    raw.execute("PRAGMA journal_mode = WAL")
    raw.execute(f"PRAGMA user_version = {version}")
    for name in ("history.sqlite3", "history.sqlite3-wal"):
        (killed / name).write_bytes(path.with_name(name).read_bytes())
    raw.close()
    assert int.from_bytes((killed / "history.sqlite3").read_bytes()[60:64], "big") == VERSION
    return killed


def test_a_newer_version_that_is_only_in_a_log_is_refused(tmp_path: Path) -> None:
    error = _refused(_killed_in_wal_mode(tmp_path, 2 * 65536))
    assert (error.code, error.fields["found"]) == ("newer", "2.0")


def test_a_log_of_a_version_that_may_be_opened_is_taken_over(tmp_path: Path) -> None:
    """The control of the test above."""
    killed = _killed_in_wal_mode(tmp_path, VERSION + 1)
    with history_in(killed) as history:
        assert len(history.sessions()) == 1
    assert [entry.name for entry in killed.iterdir()] == ["history.sqlite3"]


def test_a_newer_major_is_refused_before_its_journal_is_rolled_back(tmp_path: Path) -> None:
    """A newer program that was killed while writing leaves a journal; it is not ours to use."""
    path = filled(tmp_path)
    _newer_major(path)
    path.with_name("history.sqlite3-journal").write_bytes(b"\xd9\xd5\x05\xf9 half a journal")
    assert _refused(tmp_path).code == "newer"


def test_a_newer_minor_is_opened_and_written(tmp_path: Path) -> None:
    path = filled(tmp_path, sessions=2)
    raw = sqlite3.connect(path)
    raw.execute("ALTER TABLE part ADD COLUMN weight_g INTEGER")
    raw.execute("CREATE TABLE weather (session INTEGER, text TEXT) STRICT")
    raw.execute(f"PRAGMA user_version = {VERSION + 1}")
    raw.close()
    with history_in(tmp_path) as history:
        name = history.begin(start())
        history.repetition(name, RepetitionDone(0, 1, 1, 6000, 6000))
        assert len(history.sessions()) == 3
        assert history.check() == ()
    raw = sqlite3.connect(path)
    assert raw.execute("PRAGMA user_version").fetchone() == (VERSION + 1,)
    raw.close()


def test_a_folder_or_pipe_of_that_name_is_not_ours(tmp_path: Path) -> None:
    (tmp_path / "history.sqlite3").mkdir()
    assert _refused(tmp_path).code == "not_ours"
    (tmp_path / "history.sqlite3").rmdir()
    os.mkfifo(tmp_path / "history.sqlite3")
    assert _refused(tmp_path).code == "not_ours"


def test_a_link_into_nothing_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "history.sqlite3").symlink_to(tmp_path / "drive" / "history.sqlite3")
    assert _refused(tmp_path).code == "missing_folder"
    assert not (tmp_path / "drive").exists()


def test_a_file_in_place_of_the_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "knee").write_text("a list")
    for call in (history_in, lambda folder: existing_history(folder, StandingClock())):
        with pytest.raises(JournalError) as refused:
            call(tmp_path / "knee")
        assert refused.value.code == "missing_folder"
        assert refused.value.fields["path"] == str(tmp_path / "knee")


def test_a_new_history_is_marked_as_ours_and_safe(tmp_path: Path) -> None:
    with history_in(tmp_path) as history:
        header = history.path.read_bytes()[:100]
        told = {
            name: history._connection.execute(f"PRAGMA {name}").fetchone()[0]
            for name in (
                *("journal_mode", "synchronous", "foreign_keys", "secure_delete"),
                *("trusted_schema", "cell_size_check"),
            )
        }
    assert int.from_bytes(header[68:72], "big") == APPLICATION_ID == 0x4B4E4331
    assert int.from_bytes(header[60:64], "big") == VERSION
    assert told == {
        "journal_mode": "delete",
        "synchronous": 3,
        "foreign_keys": 1,
        "secure_delete": 1,
        "trusted_schema": 0,
        "cell_size_check": 1,
    }


@pytest.mark.parametrize("mask", [0o000, 0o022, 0o077])
def test_folder_and_files_are_the_owners_alone(tmp_path: Path, mask: int) -> None:
    folder = tmp_path / "a b" / "kneé?#%20"
    old = os.umask(mask)
    try:
        with history_in(folder) as history:
            history.begin(start())
            raw = history._connection
            raw.execute("BEGIN IMMEDIATE")
            raw.execute("INSERT INTO deletion VALUES (zeroblob(16), 0)")
            files = {path.name: stat.S_IMODE(path.stat().st_mode) for path in folder.iterdir()}
            raw.execute("ROLLBACK")
    finally:
        os.umask(old)
    assert files == {"history.sqlite3": 0o600, "history.sqlite3-journal": 0o600}
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert stat.S_IMODE(folder.parent.stat().st_mode) == 0o700


def test_a_wider_file_and_folder_of_ours_are_narrowed(tmp_path: Path) -> None:
    folder = tmp_path / "knee"
    path = filled(folder)
    path.chmod(0o644)
    folder.chmod(0o755)
    with history_in(folder):
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_a_file_made_by_somebody_faster_stays(tmp_path: Path) -> None:
    path = filled(tmp_path)
    before = path.read_bytes()
    make_new(path, 50)
    assert path.read_bytes() == before
    assert [entry.name for entry in tmp_path.iterdir()] == ["history.sqlite3"]


def test_a_stray_journal_is_not_rolled_back_into_a_new_history(tmp_path: Path) -> None:
    (tmp_path / "history.sqlite3-journal").write_bytes(b"left by a file that is gone")
    with history_in(tmp_path) as history:
        history.begin(start())
        assert history.check() == ()
    names = sorted(path.name for path in tmp_path.iterdir())
    assert names[0] == "history.sqlite3"
    assert names[1].startswith("history.sqlite3-journal.stray-")


def test_somebody_elses_folder_is_unreadable_not_empty() -> None:
    with ordinary_person() as folder:
        filled(folder)
        folder.chmod(0o000)
        for call in (history_in, lambda place: existing_history(place, StandingClock())):
            with pytest.raises(JournalError) as refused:
                call(folder)
            assert refused.value.code == "unreadable"
