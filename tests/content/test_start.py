"""Loading the content at the start of the program stays small."""

from __future__ import annotations

import subprocess
import sys

START = """
import sys
from kneecoach.store.content import load_content
load_content()
print(*(name for name in sys.argv[1:] if name in sys.modules))
"""


def loaded(*names: str) -> list[str]:
    """Which of the modules are there after the content has been loaded in a new process."""
    done = subprocess.run(
        [sys.executable, "-c", START, *names], check=True, capture_output=True, text=True
    )
    return done.stdout.split()


def test_the_start_reads_no_toml_and_computes_no_pose() -> None:
    heavy = (
        *("tomllib", "sqlite3", "PySide6", "kneecoach.domain.pseudo"),
        *("kneecoach.domain.figure", "kneecoach.domain.anatomy"),
    )
    assert loaded("json", *heavy) == ["json"]
