"""A program that writes repetitions until it is killed: `killed_writer.py FOLDER [late]`.

It writes a byte to stdout when a repetition is acknowledged. "late" is the control: it commits
nothing before an end that never comes.
"""

from __future__ import annotations

import itertools
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kneecoach.clock import SystemClock
from kneecoach.domain.history import RepetitionDone
from kneecoach.store.history import HistoryFile
from tests.store.sample import start


class LateHistory(HistoryFile):
    @contextmanager
    def _writing(self) -> Iterator[None]:
        if not self._connection.in_transaction:
            self._connection.execute("BEGIN IMMEDIATE")
        yield


def write(folder: Path, kind: type[HistoryFile]) -> None:
    history = kind(folder / "history.sqlite3", SystemClock())
    name = history.begin(start())
    for number in itertools.count(1):
        history.repetition(name, RepetitionDone(0, 1, number, 6000, 6000 * number))
        os.write(1, b".")


if __name__ == "__main__":
    write(Path(sys.argv[1]), LateHistory if sys.argv[2:] == ["late"] else HistoryFile)
