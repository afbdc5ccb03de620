"""A killed program loses at most the repetition it was writing (reliability R2, R4)."""

from __future__ import annotations

import os
import random
import select
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.store.sample import history_in

ROOT = Path(__file__).parents[2]


def _kill_while_writing(folder: Path, dice: random.Random, *words: str) -> int:
    """Start the writer, kill it at some moment; the repetitions it had acknowledged."""
    with subprocess.Popen(
        [sys.executable, "-m", "tests.store.killed_writer", str(folder), *words],
        cwd=ROOT,
        stdout=subprocess.PIPE,
    ) as writer:
        assert writer.stdout is not None
        pipe = writer.stdout.fileno()
        seen = len(os.read(pipe, 1))
        wanted = dice.randint(1, 40)
        while seen < wanted:
            seen += len(os.read(pipe, wanted - seen))
        select.select([], [], [], dice.uniform(0, 0.002))  # so that the kill falls anywhere
        os.kill(writer.pid, signal.SIGKILL)
        return seen + len(writer.stdout.read())


def _kept(folder: Path) -> int:
    """The repetitions found after a kill, in a history that is sound."""
    with history_in(folder) as history:
        assert history.check() == ()
        records = history.sessions()
        draft = history.draft()
    assert all(not record.finished for record in records)
    assert [record.id for record in records] == ([draft.id] if draft else [])
    return sum(one.reps or 0 for r in records for part in r.exercises for one in part.done)


def _assert_nothing_lost(acknowledged: int, kept: int) -> None:
    assert acknowledged <= kept <= acknowledged + 1


def _kill_many(folder: Path, times: int) -> None:
    dice = random.Random(5)
    for n in range(times):
        place = folder / str(n)
        acknowledged = _kill_while_writing(place, dice)
        _assert_nothing_lost(acknowledged, _kept(place))


def test_a_kill_loses_at_most_the_running_repetition(tmp_path: Path) -> None:
    _kill_many(tmp_path, 10)


def test_the_judge_sees_a_program_that_commits_too_late(tmp_path: Path) -> None:
    """The control: the same kill, with nothing committed before the end."""
    acknowledged = _kill_while_writing(tmp_path, random.Random(5), "late")
    with pytest.raises(AssertionError):
        _assert_nothing_lost(acknowledged, _kept(tmp_path))


@pytest.mark.long
def test_a_hundred_kills(tmp_path: Path) -> None:
    _kill_many(tmp_path, 100)
