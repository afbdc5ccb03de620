"""The commands that need no window, called as the console calls them."""

from __future__ import annotations

import csv
import io
import json
import sqlite3
from datetime import date
from pathlib import Path

import pytest

from kneecoach import __version__
from kneecoach.cli import main
from kneecoach.domain.history import RepetitionDone
from tests.store.sample import NOON, StandingClock, filled, history_in, ordinary_person, start

Captured = pytest.CaptureFixture[str]


def run(folder: Path, *words: str) -> int:
    return main(["--data-dir", str(folder), *words], StandingClock())


def sentence(capsys: Captured) -> str:
    """The one line on stderr, and nothing on stdout."""
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.count("\n") == 1
    assert captured.err.endswith(".\n") or "--help" in captured.err
    assert "Traceback" not in captured.err
    return captured.err


def test_the_version_is_told(capsys: Captured) -> None:
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"kneecoach {__version__}\n"


@pytest.mark.parametrize("words", [["--help"], ["-h"], ["history", "--help"], ["demo", "-h"]])
def test_help_names_every_command(capsys: Captured, words: list[str]) -> None:
    assert main(words) == 0
    told = capsys.readouterr().out
    for word in ("history", "check", "demo", "--self-test", "--version", "--data-dir", "--from"):
        assert word in told


@pytest.mark.parametrize("shape", ["table", "json", "csv"])
def test_without_a_history_there_is_nothing_yet_and_nothing_is_made(
    tmp_path: Path, capsys: Captured, shape: str
) -> None:
    folder = tmp_path / "knee"
    assert run(folder, "history", "--format", shape) == 0
    told = capsys.readouterr().out
    if shape == "table":
        assert told == "Nothing here yet.\n"
    elif shape == "json":
        assert json.loads(told) == {"format": "kneecoach.history/1", "sessions": []}
    else:
        assert len(told.splitlines()) == 1
    assert run(folder, "check") == 0
    assert not folder.exists()


def test_the_demonstration_fills_an_empty_folder_only(tmp_path: Path, capsys: Captured) -> None:
    folder = tmp_path / "knee"
    assert run(folder, "demo", "--days", "40") == 0
    assert "40 days" in capsys.readouterr().out
    content = (folder / "history.sqlite3").read_bytes()
    assert run(folder, "demo", "--days", "40") == 1
    assert "already" in sentence(capsys)
    assert (folder / "history.sqlite3").read_bytes() == content
    assert run(folder, "check") == 0
    assert "in order" in capsys.readouterr().out


def test_the_demonstration_refuses_a_folder_with_a_draft(tmp_path: Path, capsys: Captured) -> None:
    with history_in(tmp_path) as history:
        history.begin(start())
    assert run(tmp_path, "demo", "--days", "3") == 1
    assert "already" in sentence(capsys)


def test_the_history_is_told_in_three_shapes(tmp_path: Path, capsys: Captured) -> None:
    run(tmp_path, "demo", "--days", "30")
    capsys.readouterr()
    assert run(tmp_path, "history", "--format", "json") == 0
    tree = json.loads(capsys.readouterr().out)
    assert run(tmp_path, "history", "--format", "csv") == 0
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out, newline="")))
    assert run(tmp_path, "history") == 0
    lines = capsys.readouterr().out.splitlines()
    sets = [one for s in tree["sessions"] for e in s["exercises"] for one in e["done"]]
    assert len(rows) == len(sets) > 100
    assert {row["session"] for row in rows} == {s["id"] for s in tree["sessions"]}
    assert sum(line.startswith("2026-") for line in lines) == len(tree["sessions"])
    assert max(len(line) for line in lines) <= 80


def test_some_days_are_told_with_both_ends(tmp_path: Path, capsys: Captured) -> None:
    run(tmp_path, "demo", "--days", "30")
    capsys.readouterr()

    def days(*words: str) -> list[str]:
        assert run(tmp_path, "history", "--format", "json", *words) == 0
        return [s["day"] for s in json.loads(capsys.readouterr().out)["sessions"]]

    every = days()
    first, last = "2026-03-10", "2026-03-20"
    assert days("--from", first) == [day for day in every if day >= first]
    assert days("--to", last) == [day for day in every if day <= last]
    assert days("--from", first, "--to", last) == [d for d in every if first <= d <= last]
    assert run(tmp_path, "history", "--from", "2030-01-01") == 0
    assert capsys.readouterr().out == "Nothing was done on those days.\n"


def test_a_killed_session_is_told_with_what_was_done(tmp_path: Path, capsys: Captured) -> None:
    with history_in(tmp_path) as history:
        name = history.begin(start())
        history.repetition(name, RepetitionDone(0, 1, 1, 6000, 9000))
    assert run(tmp_path, "history", "--format", "json") == 0
    (session,) = json.loads(capsys.readouterr().out)["sessions"]
    assert (session["id"], session["started"], session["seconds"]) == (name, NOON, 9)
    assert session["exercises"][0]["done"] == [{"set": 1, "reps": 1}]


@pytest.mark.parametrize(
    "words",
    [
        ["history", "--from", "2026-02-30"],
        ["history", "--from", "20260301"],
        ["history", "--to", "yesterday"],
        ["history", "--from", "2026-03-02", "--to", "2026-03-01"],
        ["history", "--format", "xml"],
        ["history", "--fo", "json"],
        ["demo"],
        ["demo", "--days", "0"],
        ["demo", "--days", "3651"],
        ["demo", "--days", "-1"],
        ["demo", "--days", "ten"],
        ["demo", "--days", "1e3"],
        ["dance"],
        ["--dance"],
        ["check", "now"],
        ["--version", "check"],
        ["--self-test", "history"],
        ["--self-test", "--version"],
        ["history", "--data-dir", "x"],
        ["--screens", "x", "--size", "big"],
        ["--screens", "x", "--scale", "0"],
        ["--theme", "sepia"],
        ["--language", "xx"],
    ],
    ids=" ".join,
)
def test_wrong_use_is_one_sentence_and_status_2(
    tmp_path: Path, capsys: Captured, words: list[str]
) -> None:
    assert run(tmp_path / "knee", *words) == 2
    sentence(capsys)
    assert not (tmp_path / "knee").exists()


def test_an_empty_folder_name_is_wrong_use(capsys: Captured) -> None:
    assert main(["--data-dir", "", "history"]) == 2
    sentence(capsys)


def _newer(path: Path) -> None:
    raw = sqlite3.connect(path)
    raw.execute(f"PRAGMA user_version = {2 * 65536 + 1}")
    raw.close()


def _damaged(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:4096] + b"\xaa" * 60_000)


def _empty(path: Path) -> None:
    path.write_bytes(b"")


@pytest.mark.parametrize("words", [["history"], ["check"], ["demo", "--days", "3"]], ids=" ".join)
@pytest.mark.parametrize(
    ("change", "said"), [(_newer, "2.1"), (_damaged, "damaged"), (_empty, "damaged")]
)
def test_a_file_that_cannot_be_used_is_one_sentence_and_stays(
    tmp_path: Path, capsys: Captured, change: object, said: str, words: list[str]
) -> None:
    path = filled(tmp_path)
    assert callable(change)
    change(path)
    before = path.read_bytes()
    assert run(tmp_path, *words) == 1
    assert said in sentence(capsys)
    assert path.read_bytes() == before
    assert [entry.name for entry in tmp_path.iterdir()] == ["history.sqlite3"]


def test_check_finds_what_is_not_ours(tmp_path: Path, capsys: Captured) -> None:
    path = filled(tmp_path)
    raw = sqlite3.connect(path)
    raw.execute("CREATE TRIGGER sly AFTER INSERT ON rating BEGIN SELECT 1; END")
    raw.close()
    assert run(tmp_path, "check") == 1
    assert "another program" in sentence(capsys)


def test_a_locked_history_is_one_sentence(tmp_path: Path, capsys: Captured) -> None:
    path = filled(tmp_path)
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    assert run(tmp_path, "history") == 1
    other.close()
    assert "holds" in sentence(capsys)


def test_a_read_only_history_is_told_and_not_filled(capsys: Captured) -> None:
    with ordinary_person() as folder:
        filled(folder)
        folder.chmod(0o500)
        assert run(folder, "history", "--format", "json") == 0
        assert len(json.loads(capsys.readouterr().out)["sessions"]) == 3
        assert run(folder, "demo", "--days", "3") == 1
        sentence(capsys)


def test_no_demonstration_is_made_where_nothing_may_be_written(capsys: Captured) -> None:
    with ordinary_person() as folder:
        folder.chmod(0o500)
        assert run(folder / "knee", "demo", "--days", "3") == 1
        assert "may not be written" in sentence(capsys)


def test_the_pseudo_language_leaves_no_word_behind(tmp_path: Path, capsys: Captured) -> None:
    filled(tmp_path)
    assert run(tmp_path, "--language", "pseudo", "history") == 0
    told = capsys.readouterr().out.splitlines()
    assert told[-1].startswith("«")
    assert run(tmp_path, "--language", "pseudo", "history", "--from", "x") == 2
    assert capsys.readouterr().err.startswith("«")


def test_dates_are_days_of_the_session_not_of_the_reader(tmp_path: Path, capsys: Captured) -> None:
    with history_in(tmp_path) as history:
        name = history.begin(start(day=date(2026, 4, 1)))
        history.repetition(name, RepetitionDone(0, 1, 1, 1, 1))
    assert run(tmp_path, "history", "--from", "2026-04-01", "--format", "json") == 0
    assert len(json.loads(capsys.readouterr().out)["sessions"]) == 1
