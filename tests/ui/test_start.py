"""The start of the window on a history that can't be used, as a program of its own."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.store.sample import filled

# Starts the window, prints the sentence of the one that says why it can't open, and closes it.
START = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from kneecoach.app.window import run
from kneecoach.ui.problem_window import ProblemWindow

application = QApplication([])
def look():
    for window in QApplication.topLevelWidgets():
        if isinstance(window, ProblemWindow) and window.isVisible():
            print(window.sentence.text(), flush=True)
        window.close()
timer = QTimer()
timer.timeout.connect(look)
timer.start(10)
sys.exit(run(Path(sys.argv[1]), "en", exit_after_paint=False))
"""


def _pragma(path: Path, statement: str) -> None:
    raw = sqlite3.connect(path)
    raw.execute(statement)
    raw.close()


def _newer(path: Path) -> None:
    _pragma(path, f"PRAGMA user_version = {2 * 65536}")


def _damaged_inside(path: Path) -> None:
    """Damage that shows only when the sessions are read."""
    _pragma(path, "DROP TABLE rating")


@pytest.mark.parametrize(
    ("change", "said"), [(_newer, "comes from a newer KneeCoach"), (_damaged_inside, "is damaged")]
)
def test_a_window_of_its_own_says_why(
    tmp_path: Path, change: Callable[[Path], None], said: str
) -> None:
    path = filled(tmp_path)
    change(path)
    before = path.read_bytes()
    done = subprocess.run(
        [sys.executable, "-c", START, str(tmp_path)],
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 1
    assert said in done.stdout
    assert done.stdout.count("\n") == 1
    assert "Traceback" not in done.stderr
    assert path.read_bytes() == before


IMPORTS = """
import builtins
import PySide6.QtCore
before = builtins.__import__
from kneecoach.app.own_import import restore
restore()
restore()
print(before is builtins.__orig_import__, builtins.__import__ is builtins.__orig_import__)
"""


def test_python_imports_by_itself_once_qt_is_loaded() -> None:
    """The first value is the control: PySide does put its own import in the place."""
    done = subprocess.run(
        [sys.executable, "-c", IMPORTS], capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stdout == "False True\n"
