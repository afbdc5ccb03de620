"""After a session was cut off exactly one draft is there to go on with, and nothing is lost."""

from __future__ import annotations

import sqlite3
import stat
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from kneecoach.domain.history import CountCorrection, Draft, RepetitionDone, SessionEnd
from kneecoach.store.history import HistoryFile
from tests.store.sample import DAY, NOON, history_in, ordinary_person, raises, start, whole


def begun(history: HistoryFile, count: int, started: int = NOON) -> str:
    name = history.begin(start(started=started))
    for done in raises(count):
        history.repetition(name, done)
    return name


def rows(folder: Path, sql: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(folder / "history.sqlite3")) as raw:
        return raw.execute(sql).fetchall()


def test_a_draft_comes_back_with_all_that_was_kept(tmp_path: Path) -> None:
    with history_in(tmp_path) as history:
        name = begun(history, 2)
        history.repetition(name, RepetitionDone(1, 2, 1, 20_000, 61_000))
        history.rate(name, "during", 5)
        history.correct(name, CountCorrection(0, 1, 5))
        history.correct(name, CountCorrection(0, 1, 1))
    with history_in(tmp_path) as history:
        draft = history.draft()
    assert draft == Draft(
        name,
        start(),
        (
            RepetitionDone(0, 1, 1, 6000, 12_000),
            RepetitionDone(0, 1, 2, 6000, 12_000),
            RepetitionDone(1, 2, 1, 20_000, 61_000),
        ),
        (12_000, 61_000),
        (CountCorrection(0, 1, 1),),
    )
    assert draft.seconds == 73


def test_nothing_is_offered_where_nothing_was_cut_off(tmp_path: Path) -> None:
    with history_in(tmp_path) as history:
        history.add([whole()])
        history.discard(begun(history, 3))
        assert history.draft() is None
    assert rows(tmp_path, "SELECT count(*) FROM deletion") == [(1,)]


def test_a_draft_in_which_nothing_was_done_is_taken_back(tmp_path: Path) -> None:
    with history_in(tmp_path) as history:
        history.begin(start())
        assert history.draft() is None
        assert history.check() == ()
    assert rows(tmp_path, "SELECT count(*) FROM deletion") == [(1,)]


def test_of_several_the_newest_is_offered_and_the_others_are_kept(tmp_path: Path) -> None:
    with history_in(tmp_path) as history:
        begun(history, 4, NOON)
        history.begin(start(started=NOON + 7200))
        newest = begun(history, 2, NOON + 3600)
    for _ in range(3):  # asked again after every crash: the same, and no more is written
        with history_in(tmp_path) as history:
            draft = history.draft()
            assert draft is not None
            assert draft.id == newest
            older, newer = history.sessions()
        assert (older.finished, older.exercises[0].done[0].reps, older.seconds) == (True, 4, 24)
        assert (newer.id, newer.finished, newer.day) == (newest, False, DAY)
        assert rows(tmp_path, "SELECT count(*) FROM deletion") == [(1,)]


def test_asking_alone_leaves_the_file_as_it_was(tmp_path: Path) -> None:
    with history_in(tmp_path) as history:
        begun(history, 3)
    before = (tmp_path / "history.sqlite3").read_bytes()
    with history_in(tmp_path) as history:
        assert history.draft() is not None
    assert (tmp_path / "history.sqlite3").read_bytes() == before


def test_a_draft_that_is_gone_on_with_ends_as_one_session(tmp_path: Path) -> None:
    with history_in(tmp_path) as history:
        begun(history, 3)
    with history_in(tmp_path) as history:
        draft = history.draft()
        assert draft is not None
        for done in raises(10)[2:]:  # the third once more
            history.repetition(draft.id, done)
        history.finish(draft.id, SessionEnd(5, 3, (60_000, 0)))
        assert history.draft() is None
        (record,) = history.sessions()
    assert (record.finished, record.day, record.seconds) == (True, DAY, 60)
    assert record.exercises[0].done[0].reps == 10


def test_a_history_that_can_only_be_read_offers_nothing() -> None:
    with ordinary_person() as folder:
        with history_in(folder) as history:
            begun(history, 3)
        (folder / "history.sqlite3").chmod(0o400)
        before = sorted(folder.iterdir())
        with history_in(folder) as history:
            assert history.read_only
            assert history.draft() is None
        assert sorted(folder.iterdir()) == before


OTHER = """
import sys
from pathlib import Path
from kneecoach.clock import SystemClock
from kneecoach.store.history import HistoryFile
history = HistoryFile(Path(sys.argv[1]), SystemClock())
print(history.draft() is not None, flush=True)
sys.stdin.read()
"""


def test_the_session_another_window_plays_is_no_draft(tmp_path: Path) -> None:
    with history_in(tmp_path) as history:
        begun(history, 3)
        path = history.path
    with subprocess.Popen(
        [sys.executable, "-c", OTHER, str(path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "True\n"
        with history_in(tmp_path) as history:
            assert history.draft() is None
        other.kill()
    with history_in(tmp_path) as history:
        assert history.draft() is not None  # a killed program has no turn


@pytest.mark.skipif(sys.platform == "win32", reason="rights come from the folder there")
def test_the_file_of_the_turn_is_the_owners_alone(tmp_path: Path) -> None:
    with history_in(tmp_path) as history:
        history.draft()
    file = tmp_path / "history.sqlite3.playing"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
