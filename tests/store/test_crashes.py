"""A crash of the program itself leaves a report that the next start tells in its log."""

from __future__ import annotations

import faulthandler
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from kneecoach.store.crashes import watch_crashes
from kneecoach.store.log import ErrorLog
from tests.store.sample import NOON, StandingClock

CRASH = """
import os, sys
from pathlib import Path
from kneecoach.clock import SystemClock
from kneecoach.store.crashes import watch_crashes
from kneecoach.store.log import ErrorLog
def note_with_CANARY_in_a_name():
    os.abort()
watch_crashes(Path(sys.argv[1]), ErrorLog(Path(sys.argv[1]), SystemClock()))
if len(sys.argv) > 2:
    note_with_CANARY_in_a_name()
"""


@pytest.fixture(autouse=True)
def _own_faulthandler() -> Iterator[None]:
    """The tests' own fault handler takes its place again."""
    yield
    faulthandler.disable()


def run(tmp_path: Path, *words: str) -> int:
    script = tmp_path / "home" / "crashing.py"
    script.parent.mkdir(exist_ok=True)
    script.write_text(CRASH)
    command = [sys.executable, str(script), str(tmp_path / "data"), *words]
    return subprocess.run(command, check=False, timeout=60, capture_output=True).returncode


def log_of(tmp_path: Path) -> ErrorLog:
    return ErrorLog(tmp_path / "data", StandingClock(NOON), home=tmp_path / "home")


def test_a_crash_is_told_by_kind_and_place_in_the_log_of_the_next_start(tmp_path: Path) -> None:
    assert run(tmp_path, "crash") < 0
    log = log_of(tmp_path)
    watch_crashes(tmp_path / "data", log)
    [line] = log.path.read_text().splitlines()
    assert line.startswith(
        "2026-03-31T12:00:00Z Crash (Aborted) ~/crashing.py:8 < ~/crashing.py:11"
    )
    assert str(tmp_path) not in line
    assert "CANARY" not in line
    report = tmp_path / "data" / "logs" / "crash.txt"
    assert report.read_bytes() == b""
    assert stat.S_IMODE(report.stat().st_mode) == 0o600
    watch_crashes(tmp_path / "data", log)
    assert len(log.path.read_text().splitlines()) == 1


def test_an_end_in_order_leaves_no_report(tmp_path: Path) -> None:
    """The control: the same program without the crash."""
    assert run(tmp_path) == 0
    log = log_of(tmp_path)
    watch_crashes(tmp_path / "data", log)
    assert not log.path.exists()


def test_where_no_report_can_be_written_the_program_does_without(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "logs").write_text("a file in its place")
    watch_crashes(tmp_path / "data", log_of(tmp_path))
    assert (tmp_path / "data" / "logs").read_text() == "a file in its place"
