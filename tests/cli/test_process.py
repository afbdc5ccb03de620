"""The program as a process: what it loads, its streams, and the way to the window."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

import kneecoach
from kneecoach.cli import main
from tests.store.sample import StandingClock, filled

ROOT = Path(__file__).parents[2]
LOADED = """
import sys
from kneecoach.cli import main
status = main(sys.argv[1:])
qt = sorted(name for name in sys.modules if name.startswith(("PySide6", "shiboken6")))
sys.stderr.write(f"{status} {qt}")
"""


def _python(*words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *words], cwd=ROOT, capture_output=True, text=True, check=False, timeout=60
    )


@pytest.mark.parametrize(
    "words",
    [
        ["--version"],
        ["--help"],
        ["history", "--format", "json"],
        ["history", "--format", "csv"],
        ["history"],
        ["check"],
    ],
    ids=" ".join,
)
def test_no_qt_is_loaded(tmp_path: Path, words: list[str]) -> None:
    filled(tmp_path)
    assert _python("-c", LOADED, "--data-dir", str(tmp_path), *words).stderr == "0 []"


def test_no_qt_is_loaded_for_the_demonstration(tmp_path: Path) -> None:
    done = _python("-c", LOADED, "--data-dir", str(tmp_path), "demo", "--days", "120")
    assert done.stderr == "0 []"


def test_the_look_for_qt_finds_it() -> None:
    """The control of the tests above."""
    assert "PySide6" in _python("-c", f"import PySide6.QtCore\n{LOADED}", "--version").stderr


def test_the_module_can_be_run() -> None:
    done = _python("-m", "kneecoach", "--version")
    assert (done.returncode, done.stdout) == (0, f"kneecoach {kneecoach.__version__}\n")
    assert _python("-m", "kneecoach", "dance").returncode == 2


def _shell(line: str, folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["sh", "-c", line],
        cwd=ROOT,
        env=os.environ | {"K": f"{sys.executable} -m kneecoach --data-dir {folder}"},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


def test_a_reader_that_leaves_early_is_no_trouble(tmp_path: Path) -> None:
    filled(tmp_path, sessions=400)  # more than a pipe holds
    done = _shell("($K history --format json; echo $? >&2) | head -c 1", tmp_path)
    assert (done.stdout, done.stderr) == ("{", "0\n")


def test_streams_that_are_closed_are_no_trouble(tmp_path: Path) -> None:
    filled(tmp_path)
    done = _shell("$K history >&- 2>&-; echo $?; $K history --from x >&- 2>&-; echo $?", tmp_path)
    assert (done.stdout, done.stderr) == ("0\n2\n", "")


def test_an_output_without_room_is_told(tmp_path: Path) -> None:
    filled(tmp_path)
    done = _shell("$K history > /dev/full; echo $?", tmp_path)
    assert done.stdout == "1\n"
    assert done.stderr.startswith("The output could not be written")
    assert done.stderr.count("\n") == 1


def test_a_terminal_without_utf_8_is_no_trouble(tmp_path: Path) -> None:
    filled(tmp_path)
    done = _shell("PYTHONIOENCODING=ascii $K history; echo $?", tmp_path)
    assert done.stdout.endswith("0\n")
    assert done.stderr == ""
    csv = _shell("PYTHONIOENCODING=ascii $K history --format csv | tail -c 1 | od -An -c", tmp_path)
    assert csv.stdout.strip() == r"\n"


def _window_that_notes(calls: list[object]) -> ModuleType:
    window = ModuleType("kneecoach.app")

    def note(name: str, status: int) -> object:
        def call(*words: object, **named: object) -> int:
            calls.append((name, words, named))
            return status

        return call

    vars(window).update(
        run_window=note("run_window", 0),
        self_test=note("self_test", 1),
        shoot_screens=note("shoot_screens", 0),
    )
    return window


@pytest.fixture
def calls(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    noted: list[object] = []
    window = _window_that_notes(noted)
    monkeypatch.setitem(sys.modules, "kneecoach.app", window)
    monkeypatch.setattr(kneecoach, "app", window, raising=False)
    monkeypatch.setenv("QT_SCALE_FACTOR", "1")
    return noted


def test_without_a_command_the_window_opens(tmp_path: Path, calls: list[object]) -> None:
    words = ["--data-dir", str(tmp_path / "knee"), "--language", "pseudo", "--exit-after-paint"]
    assert main(words, StandingClock()) == 0
    named = {"language": "pseudo", "exit_after_paint": True}
    assert calls == [("run_window", (tmp_path / "knee",), named)]


def test_the_self_test_gives_its_status(calls: list[object]) -> None:
    assert main(["--self-test"]) == 1
    assert calls == [("self_test", (), {})]


def test_screens_are_shot_in_the_size_scale_and_theme_asked_for(
    tmp_path: Path, calls: list[object]
) -> None:
    words = ["--screens", str(tmp_path), "--size", "1280x800", "--scale", "1.5", "--theme", "dark"]
    assert main(words) == 0
    assert calls == [("shoot_screens", (tmp_path, (1280, 800), "dark", "en"), {})]
    assert os.environ["QT_SCALE_FACTOR"] == "1.5"


def test_a_window_that_cannot_be_loaded_is_one_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delattr(kneecoach, "app", raising=False)
    monkeypatch.setitem(sys.modules, "kneecoach.app", None)
    assert main([]) == 1
    told = capsys.readouterr().err
    assert told.startswith("The window cannot open")
    assert told.count("\n") == 1


def test_without_a_screen_there_is_a_sentence_instead_of_an_abort(
    tmp_path: Path,
    calls: list[object],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    for name in ("QT_QPA_PLATFORM", "WAYLAND_DISPLAY", "WAYLAND_SOCKET", "DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    words = ["--data-dir", str(tmp_path / "knee")]
    assert main(words) == 1
    assert capsys.readouterr().err.startswith("There is no screen")
    assert main(["--self-test"]) == 1
    assert calls == [("self_test", (), {})]
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    assert main(words) == 0
