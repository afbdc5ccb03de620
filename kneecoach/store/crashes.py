"""Crashes of the program itself: where it was, written by Python's own fault handler."""

from __future__ import annotations

import faulthandler
import os
import re
from contextlib import suppress
from pathlib import Path

from kneecoach.domain.history import JournalError
from kneecoach.store.folder import LOGS, OWNER_ONLY_FILE, prepare_folder
from kneecoach.store.log import ErrorLog

_MOST = 65_536  # bytes of a report that are read
_STEP = re.compile(r'File "([^"]+)", line (\d+)')
_HEAD = re.compile(r"^(?:Fatal Python error|Windows fatal exception): ([\w ]+)", re.MULTILINE)


def watch_crashes(folder: Path, log: ErrorLog) -> None:
    """Move what the last crash left into the log, and have the next one written; never raises.

    The report is logs/crash.txt of the data folder (0600); only kind and places go into the log.
    """
    with suppress(OSError, JournalError):
        path = prepare_folder(folder / LOGS) / "crash.txt"
        handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_APPEND, OWNER_ONLY_FILE)
        report = os.read(handle, _MOST).decode("utf-8", "replace")
        if report:
            log.remark(*_told(report, log))
            os.truncate(handle, 0)
        faulthandler.enable(handle)  # keeps the handle to the end


def _told(report: str, log: ErrorLog) -> tuple[str, str]:
    """Kind and places, those of the thread that crashed, the innermost first."""
    head = _HEAD.search(report)
    own = report.partition("Current thread")[2].partition("\n\n")[0] or report
    steps = (f"{log.place(name)}:{line}" for name, line in _STEP.findall(own))
    return f"Crash ({head.group(1) if head else 'unknown'})", " < ".join(steps)
