"""The real program, ended politely or killed at any moment: nothing finished is lost (R4, R30)."""

from __future__ import annotations

import json
import os
import random
import select
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QElapsedTimer

from kneecoach.clock import SystemClock
from kneecoach.domain.history import Draft
from kneecoach.store.folder import HISTORY
from kneecoach.store.history import HistoryFile
from tests.ui.surroundings import answer_the_check

ROOT = Path(__file__).parents[2]
MOST_MS = 500  # from a signal to the end (R30)
POLITE = [signal.SIGTERM, signal.SIGINT, signal.SIGHUP]


class Left:
    """The program in a process of its own, and what it says it has kept."""

    def __init__(self, folder: Path, *words: str) -> None:
        self.folder = folder
        folder.mkdir(mode=0o700, exist_ok=True)
        settings = {"pace": "own", "sound": False, "side_chosen": True, "started": True}
        (folder / "settings.json").write_text(json.dumps(settings))
        if not (folder / HISTORY).exists():
            answer_the_check(folder)
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tests.ui.left_program", str(folder), *words],
            cwd=ROOT,
            env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
            stdout=subprocess.PIPE,
        )
        assert self.process.stdout is not None
        self._pipe = self.process.stdout
        self.kept = 0

    def play(self, count: int) -> None:
        """Wait until so many repetitions are kept."""
        while self.kept < count:
            read = len(os.read(self._pipe.fileno(), count - self.kept))
            assert read, "the program ended by itself"
            self.kept += read

    def end(self, number: signal.Signals) -> tuple[int, int]:
        """Send the signal; exit status and the milliseconds it took."""
        passed = QElapsedTimer()
        passed.start()
        self.process.send_signal(number)
        self.kept += len(self._pipe.read())
        status = self.process.wait(10)
        took = passed.elapsed()
        self._pipe.close()
        return status, took


def drafts(folder: Path) -> list[Draft]:
    """What the next start offers, in a history that is sound and holds nothing else."""
    with HistoryFile(folder / HISTORY, SystemClock()) as history:
        assert history.check() == ()
        draft = history.draft()
        told = [record.id for record in history.sessions()]
    assert told == ([draft.id] if draft else [])
    return [draft] if draft else []


def assert_kept(folder: Path, kept: int) -> str:
    """One draft with all that was finished, at most one more than was said; its id."""
    [draft] = drafts(folder)
    assert [done.rep for done in draft.done] == list(range(1, len(draft.done) + 1))
    assert kept <= len(draft.done) <= kept + 1
    return draft.id


def end_politely(program: Left, number: signal.Signals, count: int) -> int:
    """Play and end by that signal; the milliseconds it took."""
    program.play(count)
    status, took = program.end(number)
    assert status == 0
    assert_kept(program.folder, program.kept)
    return took


def test_a_polite_signal_ends_in_order_with_everything_saved(tmp_path: Path) -> None:
    programs = {number: Left(tmp_path / number.name) for number in POLITE}  # side by side
    for number, program in programs.items():
        assert end_politely(program, number, 3) < 10 * MOST_MS  # how fast: the long form


@pytest.mark.long
@pytest.mark.timeout(300)
@pytest.mark.parametrize("number", POLITE, ids=lambda number: number.name)
def test_twenty_polite_signals_end_within_half_a_second(
    number: signal.Signals, tmp_path: Path
) -> None:
    took = [end_politely(Left(tmp_path / str(n)), number, 2 + n) for n in range(20)]
    assert max(took) <= MOST_MS


def killed(folder: Path, dice: random.Random, before: int, most: int, *words: str) -> int:
    """Play in the session that is there, kill at some moment; all that is kept by now."""
    program = Left(folder, *words)
    program.play(dice.randint(1, most))
    select.select([], [], [], dice.uniform(0, 0.006))  # so that the kill falls anywhere
    status, _ = program.end(signal.SIGKILL)
    assert status == -signal.SIGKILL
    return before + program.kept


def kill_again_and_again(folder: Path, times: int, most: int) -> None:
    """Each start goes on with the one draft there is, from where the last one was killed."""
    dice, kept, names = random.Random(7), 0, set()
    for _ in range(times):
        kept = killed(folder, dice, kept, most)
        names.add(assert_kept(folder, kept))
        kept = len(drafts(folder)[0].done)
    assert len(names) == 1


def test_a_killed_session_is_offered_and_gone_on_with(tmp_path: Path) -> None:
    kill_again_and_again(tmp_path / "data", 2, 4)


@pytest.mark.long
@pytest.mark.timeout(600)
def test_a_hundred_kills_of_the_window_lose_at_most_the_running_repetition(tmp_path: Path) -> None:
    kill_again_and_again(tmp_path / "data", 100, 12)


def test_the_judge_sees_a_program_that_keeps_too_late(tmp_path: Path) -> None:
    """The control: nothing is written before an end that never comes."""
    kept = killed(tmp_path / "data", random.Random(7), 0, 4, "late")
    with pytest.raises(ValueError, match="not enough values"):
        assert_kept(tmp_path / "data", kept)
