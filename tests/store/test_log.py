"""The log tells what kind of error and where, and nothing of the person."""

from __future__ import annotations

import stat
from pathlib import Path

from kneecoach.store.log import KEPT, LARGEST, ErrorLog
from tests.store.sample import NOON, StandingClock

CANARY = "pain 7.31 CANARY-7f3"


def _error() -> ValueError:
    try:
        raise ValueError(CANARY)
    except ValueError as error:
        return error


def test_a_line_holds_moment_kind_and_place_only(tmp_path: Path) -> None:
    log = ErrorLog(tmp_path, StandingClock(NOON), home=Path(__file__).parents[1])
    log.note(_error())
    (line,) = log.path.read_text().splitlines()
    moment, kind, place = line.split(" ", 2)
    assert (moment, kind) == ("2026-03-31T12:00:00Z", "ValueError")
    assert place.startswith("~/store/test_log.py:")
    assert "CANARY" not in line
    assert str(Path(__file__).parent) not in line


def test_the_log_is_the_owners_alone(tmp_path: Path) -> None:
    log = ErrorLog(tmp_path, StandingClock())
    log.note(_error())
    assert stat.S_IMODE(log.path.stat().st_mode) == 0o600
    assert stat.S_IMODE(log.path.parent.stat().st_mode) == 0o700


def test_the_log_never_grows_beyond_three_files(tmp_path: Path) -> None:
    log = ErrorLog(tmp_path, StandingClock())
    for letter in "abcde":
        log.note(_error())
        log.path.write_bytes(letter.encode() * LARGEST)
    log.note(_error())
    files = sorted(log.path.parent.iterdir())
    assert [path.name for path in files] == ["kneecoach.log", "kneecoach.log.1", "kneecoach.log.2"]
    assert len(files) == KEPT
    assert [path.read_bytes()[:1] for path in files] == [b"2", b"e", b"d"]
    assert all(path.stat().st_size <= LARGEST for path in files)


def test_a_log_that_cannot_be_written_is_done_without(tmp_path: Path) -> None:
    (tmp_path / "logs").write_text("a file in its place")
    ErrorLog(tmp_path, StandingClock()).note(_error())
    assert (tmp_path / "logs").read_text() == "a file in its place"
