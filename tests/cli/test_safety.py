"""The check for reviewers as the console calls it, with streams, and as a process."""

from __future__ import annotations

import io
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from kneecoach.cli import main

Captured = pytest.CaptureFixture[str]
ROOT = Path(__file__).parents[2]
CALM = '{"level": "SELF_CARE", "rules": [], "locked": [], "page": null}\n'


def asked(folder: Path, content: bytes, capsys: Captured) -> tuple[int, list[str], list[str]]:
    """Status, lines on stdout and lines on stderr for a file with this content."""
    file = folder / "answers.jsonl"
    file.write_bytes(content)
    status = main(["safety", str(file)])
    told = capsys.readouterr()
    assert "Traceback" not in told.err
    return status, told.out.splitlines(keepends=True), told.err.splitlines()


def test_each_line_is_answered_in_order(tmp_path: Path, capsys: Captured) -> None:
    lines = b'{"age": 54, "signs": {"B1": "yes"}}\n{"age": 35}\n{"age": 17, "pain_rest": 9}\n'
    status, out, err = asked(tmp_path, lines, capsys)
    assert (status, err) == (0, [])
    assert [list(json.loads(line)) for line in out] == 3 * [["level", "rules", "locked", "page"]]
    assert [json.loads(line)["level"] for line in out] == ["SAME_DAY", "SELF_CARE", "SAME_DAY"]
    assert [json.loads(line)["rules"] for line in out] == [["DVT-SIGN"], [], ["SEVERE-PAIN"]]
    assert json.loads(out[0])["page"] == "blood_clot_signs"
    assert json.loads(out[0])["locked"] == [
        *("E1", "E1plus", "E2", "E2_cushion", "E2_eyes_closed", "E3", "E3_straight", "E4", "brace"),
        *("massage_back_of_knee", "massage_calf", "massage_hamstring", "roller", "tests"),
    ]
    assert out[1] == CALM


def test_a_bad_line_is_told_and_the_others_are_answered(tmp_path: Path, capsys: Captured) -> None:
    lines = b'{"age": 35}\n\n{"age": 1.5}\n{"signs": {"B9": "no"}}\r\n \n{"age": 35}\n{"age": 35'
    status, out, err = asked(tmp_path, lines, capsys)
    assert status == 2
    assert out == [CALM, CALM]
    assert [re.findall(r"[Ll]ine (\d+)", line) for line in err] == [["3"], ["4"], ["7"]]
    assert all(line.endswith(".") for line in err)
    assert '"B9"' in err[1]


@pytest.mark.parametrize("content", [b"", b"\n", b"\n \r\n\n"])
def test_an_empty_file_asks_nothing(tmp_path: Path, capsys: Captured, content: bytes) -> None:
    assert asked(tmp_path, content, capsys) == (0, [], [])


def test_marks_and_line_ends_of_other_systems_are_no_trouble(
    tmp_path: Path, capsys: Captured
) -> None:
    lines = b'\xef\xbb\xbf{"age": 35}\r\n{"age": 36}\r\n{"age": 37}'
    assert asked(tmp_path, lines, capsys) == (0, [CALM, CALM, CALM], [])


def test_a_mark_is_taken_at_the_beginning_only(tmp_path: Path, capsys: Captured) -> None:
    status, out, err = asked(tmp_path, b'{"age": 35}\n\xef\xbb\xbf{"age": 35}\n', capsys)
    assert (status, out, len(err)) == (2, [CALM], 1)


@pytest.mark.parametrize("end", [b"\n", b""])
def test_a_line_that_is_too_long_is_told_and_the_next_is_answered(
    tmp_path: Path, capsys: Captured, end: bytes
) -> None:
    for length in (65_537, 65_536 * 2, 65_536 * 2 + 1, 300_000):
        lines = b'{"age": 35}\n{"age": ' + b" " * (length - 9) + b"}" + end
        lines += b'{"age": 35}\n' if end else b""
        status, out, err = asked(tmp_path, lines, capsys)
        assert (status, out, len(err)) == (2, [CALM] * (2 if end else 1), 1)
        assert "64 KB" in err[0]


def test_the_longest_line_is_answered(tmp_path: Path, capsys: Captured) -> None:
    line = b'{"age": 35' + b" " * (65_536 - 12) + b"}\n"
    assert len(line) == 65_536
    assert asked(tmp_path, line * 2, capsys) == (0, [CALM, CALM], [])


def test_the_pseudo_language_tells_bad_lines_too(tmp_path: Path, capsys: Captured) -> None:
    file = tmp_path / "answers.jsonl"
    file.write_text('{"signs": {"B1": "maybe"}}\n', encoding="utf-8")
    assert main(["--language", "pseudo", "safety", str(file)]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.startswith("«")
    assert '"B1"' in told.err


def one_sentence(capsys: Captured) -> str:
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.count("\n") == 1
    return told.err


@pytest.mark.parametrize("make", [None, Path.mkdir], ids=["missing", "a folder"])
def test_a_file_that_cannot_be_read_is_one_sentence(
    tmp_path: Path, capsys: Captured, make: Callable[[Path], None] | None
) -> None:
    path = tmp_path / "answers"
    if make:
        make(path)
    assert main(["safety", str(path)]) == 1
    assert str(path) in one_sentence(capsys)
    for odd in ("a\0b", ""):
        assert main(["safety", odd]) == 1
        one_sentence(capsys)


@pytest.mark.parametrize("words", [[], ["a", "b"], ["--format", "json"], ["", "", ""]])
def test_wrong_use_is_one_sentence(capsys: Captured, words: list[str]) -> None:
    assert main(["safety", *words]) == 2
    one_sentence(capsys)


def test_it_stands_under_for_reviewers_in_the_help(capsys: Captured) -> None:
    assert main(["safety", "--help"]) == 0
    _, reviewers = capsys.readouterr().out.split("For reviewers:\n")
    assert "kneecoach safety FILE|-" in reviewers
    assert '{"age": 54, "pain_rest": 3, "signs": {"B1": "yes", "A7b": "not sure"}}' in reviewers


def test_without_a_standard_input_there_is_a_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    assert main(["safety", "-"]) == 1
    assert "standard input" in one_sentence(capsys)


class Interrupted(io.BytesIO):
    """An input at which somebody presses Ctrl+C."""

    def readline(self, _size: int | None = -1, /) -> bytes:
        raise KeyboardInterrupt


def test_an_interruption_is_quiet(monkeypatch: pytest.MonkeyPatch, capsys: Captured) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(Interrupted()))
    assert main(["safety", "-"]) == 130
    assert capsys.readouterr() == ("", "")


def test_answers_typed_in_are_answered_one_by_one(tmp_path: Path) -> None:
    """Each answer comes before the next question is there, and no Qt is loaded for it."""
    command = [sys.executable, "-m", "kneecoach", "--data-dir", str(tmp_path / "knee")]
    with subprocess.Popen(
        [*command, "safety", "-"],
        cwd=ROOT,
        env=os.environ | {"PYTHONPROFILEIMPORTTIME": "1"},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdin
        assert process.stdout
        assert process.stderr
        for age, level in ((35, "SELF_CARE"), (70, "CAUTION"), (17, "SEE_SOON")):
            process.stdin.write(b'{"age": %d}\n' % age)
            process.stdin.flush()
            assert json.loads(process.stdout.readline())["level"] == level
        process.stdin.write(b'{"age": "\xff"}')
        process.stdin.close()
        loaded = process.stderr.read().decode()
        assert process.wait(timeout=60) == 2
    assert "kneecoach.domain.check" in loaded
    assert "PySide6" not in loaded
    assert loaded.splitlines()[-1].startswith("Line 4 ")
    assert not (tmp_path / "knee").exists()


@pytest.fixture
def program(tmp_path: Path) -> Path:
    """A copy of the program, to damage."""
    ignored = shutil.ignore_patterns("__pycache__", "ui", "app", "resources.rcc")
    shutil.copytree(ROOT / "kneecoach", tmp_path / "kneecoach", ignore=ignored)
    return tmp_path


def _unknown_lock(check: dict[str, Any]) -> None:
    check["rules"]["rule"][-1]["locks"] = ["everything"]


def _lost_rule(check: dict[str, Any]) -> None:
    check["rules"]["rule"] = [r for r in check["rules"]["rule"] if r["name"] != "ALI"]


@pytest.mark.parametrize("damage", [_unknown_lock, _lost_rule, None])
def test_damaged_rules_answer_nothing(
    program: Path, damage: Callable[[dict[str, Any]], None] | None
) -> None:
    path = program / "kneecoach" / "content.json"
    tree = json.loads(path.read_bytes())
    if damage:
        damage(tree["check"])
    path.write_text(json.dumps(tree), encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "kneecoach", "safety", "-"],
        cwd=program,
        input=b'{"age": 35}\n',
        capture_output=True,
        check=False,
        timeout=60,
    )
    if damage is None:  # the control
        assert (done.returncode, done.stdout) == (0, CALM.encode())
        return
    assert (done.returncode, done.stdout) == (1, b"")
    assert done.stderr.count(b"\n") == 1
    assert b"check/" in done.stderr
