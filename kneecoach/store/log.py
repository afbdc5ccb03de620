"""A log of the program's own errors: what kind and where, nothing of the person."""

from __future__ import annotations

import os
import traceback
from contextlib import suppress
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path

from kneecoach.clock import Clock
from kneecoach.store.folder import LOGS, OWNER_ONLY_FILE, prepare_folder

LARGEST = 1_048_576  # bytes of one file (reliability R24)
KEPT = 3  # files: kneecoach.log, kneecoach.log.1, kneecoach.log.2


class ErrorLog:
    """Notes unforeseen errors in logs/kneecoach.log of the data folder (0600, at most 3 × 1 MiB).

    A line holds the moment in UTC, the error's type and the places it passed; never its text, which
    may hold what the person entered. Never raises: a log that can't be written is done without.
    """

    def __init__(self, folder: Path, clock: Clock, home: Path | None = None) -> None:
        self.path = folder / LOGS / "kneecoach.log"
        self._clock = clock
        self._home = str(home or Path.home())

    def note(self, error: BaseException) -> None:
        """Add one line about an error."""
        with suppress(Exception):
            self.remark(type(error).__name__, self._places(error))

    def remark(self, kind: str, places: str) -> None:
        """Add one line about something else; both words must hold nothing of the person."""
        with suppress(Exception):
            now = datetime.fromtimestamp(self._clock.wall().utc, UTC)
            line = f"{now:%Y-%m-%dT%H:%M:%SZ} {kind} {places}\n"
            self._append(line.encode("utf-8", "backslashreplace"))

    def _places(self, error: BaseException) -> str:
        """File and line of each step, the outermost first; the home folder is told as ~."""
        steps = traceback.extract_tb(error.__traceback__)
        return " > ".join(f"{self.place(step.filename)}:{step.lineno}" for step in steps)

    def place(self, name: str) -> str:
        """A file as it is told: with ~ for the home folder."""
        inside = name == self._home or name.startswith(self._home + os.sep)
        return "~" + name[len(self._home) :] if inside else name

    def _append(self, line: bytes) -> None:
        prepare_folder(self.path.parent)
        if self.path.exists() and self.path.stat().st_size + len(line) > LARGEST:
            self._move_on()
        handle = os.open(self.path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, OWNER_ONLY_FILE)
        with os.fdopen(handle, "wb") as file:
            file.write(line)

    def _move_on(self) -> None:
        """Give each file the next number; the last one is written over."""
        names = [self.path, *(self.path.with_name(f"{self.path.name}.{n}") for n in range(1, KEPT))]
        for newer, older in reversed(tuple(pairwise(names))):
            if newer.exists():
                newer.replace(older)
