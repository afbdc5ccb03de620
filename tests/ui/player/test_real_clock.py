"""Holds on the real clock, on a computer that is busy and one that stands still (R6)."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from threading import Event

import pytest

from kneecoach.clock import SystemClock
from kneecoach.store.folder import HISTORY
from kneecoach.store.history import HistoryFile

ROOT = Path(__file__).resolve().parents[3]
HOLDS = 5
STOPPED_S = 5.0


@contextmanager
def playing(
    folder: Path, holds: int, more: Mapping[str, str] | None = None
) -> Iterator[subprocess.Popen[str]]:
    """The process that holds, with more in its environment."""
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.ui.player.real_hold", str(folder), str(holds)],
        cwd=ROOT,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"} | dict(more or {}),
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        yield process
    finally:
        process.kill()
        process.communicate()


@contextmanager
def busy() -> Iterator[None]:
    """Three processes on each core that do nothing but run."""
    count = 3 * (os.cpu_count() or 1)
    loops = [subprocess.Popen([sys.executable, "-c", "while True: pass"]) for _ in range(count)]
    try:
        yield
    finally:
        for loop in loops:
            loop.kill()
            loop.wait()


def lines(process: subprocess.Popen[str]) -> Iterator[tuple[str, float]]:
    assert process.stdout is not None
    for line in process.stdout:
        word, value = line.split()
        yield word, float(value)


@pytest.mark.long
@pytest.mark.timeout(300)
def test_a_hold_of_20_s_ends_when_it_should_also_on_a_busy_computer(tmp_path: Path) -> None:
    with busy(), playing(tmp_path, HOLDS) as process:
        seen = list(lines(process))
    errors = [abs(value) for word, value in seen if word == "held"]
    assert len(errors) == HOLDS
    assert median(errors) <= 20
    assert max(errors) <= 50
    assert [value for word, value in seen if word == "credit"] == [20_000] * HOLDS


@pytest.mark.long
@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGSTOP")
def test_a_process_that_stood_still_is_credited_with_nothing_of_it(tmp_path: Path) -> None:
    with playing(tmp_path, 1) as process:
        told = lines(process)
        assert next(told) == ("began", 0)
        Event().wait(3)  # let it hold for a while
        process.send_signal(signal.SIGSTOP)
        Event().wait(STOPPED_S)
        process.send_signal(signal.SIGCONT)
        rest = list(told)
    assert [word for word, _ in rest] == ["away", "credit"]
    assert STOPPED_S * 1000 - 200 <= rest[0][1] <= STOPPED_S * 1000 + 1_000
    assert rest[1][1] == 0


@pytest.mark.long
@pytest.mark.timeout(120)
@pytest.mark.parametrize("offset", ["-1h", "+1h", "-400d"])
def test_a_wall_clock_that_is_set_in_the_middle_of_a_hold_changes_nothing(
    tmp_path: Path, offset: str
) -> None:
    """Set for this one process by libfaketime, which leaves its other clocks alone."""
    today = SystemClock().wall().day
    told_time = tmp_path / "time"
    told_time.write_text("+0\n")
    fake = {
        "LD_PRELOAD": str(fake_time()),
        "FAKETIME_TIMESTAMP_FILE": str(told_time),
        "FAKETIME_DONT_FAKE_MONOTONIC": "1",
        "FAKETIME_NO_CACHE": "1",
    }
    with playing(tmp_path, 1, fake) as process:
        told = lines(process)
        assert next(told) == ("began", 0)
        Event().wait(5)
        told_time.write_text(f"{offset}\n")
        rest = dict(told)
    assert abs(rest["held"]) <= 50
    assert rest["credit"] == 20_000
    with HistoryFile(tmp_path / HISTORY, SystemClock()) as journal:
        (session,) = journal.sessions()
    assert (session.day, session.exercises[0].done[0].seconds) == (today, 20)


def fake_time() -> Path:
    """The library of Debian's package faketime."""
    found = sorted(Path("/usr/lib").glob("*/faketime/libfaketime.so.1"))
    assert found, "the package faketime is missing"
    return found[0]
