"""The window for real: the person's folder, the computer's clock, sound."""

from __future__ import annotations

import gc
import os
import signal
import sys
from functools import partial
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QSocketNotifier, Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from kneecoach.app.starting import LateCues, Started, services_for, start_qt
from kneecoach.clock import Clock, SystemClock
from kneecoach.domain.content import Content
from kneecoach.domain.history import JournalError
from kneecoach.store.content import load_content
from kneecoach.store.folder import HISTORY, prepare_folder
from kneecoach.store.history import HistoryFile
from kneecoach.store.settings import load_settings
from kneecoach.ui import fonts
from kneecoach.ui.look import Look
from kneecoach.ui.window import MainWindow

STOPPED = 1


def run(folder: Path, language: str, *, exit_after_paint: bool) -> int:
    """Open the window and return its exit status; a history that can't be used is told in it."""
    gc.disable()  # collecting while everything is made costs a tenth of the way to the first paint
    content = load_content(language)
    started = start_qt(language, fonts.FIRST)
    try:
        prepare_folder(folder)
        with HistoryFile(folder / HISTORY, SystemClock()) as journal:
            return _open(folder, content, journal, started, exit_after_paint)
    except JournalError as error:
        return _tell(content.texts.message(error.code, **error.fields), exit_after_paint)


def _open(
    folder: Path, content: Content, journal: HistoryFile, started: Started, exit_after_paint: bool
) -> int:
    """The window on an open history until it is closed; JournalError where it can't be read."""
    clock = SystemClock()
    settings = load_settings(folder)
    cues = LateCues(settings.hearing)
    look = Look(
        settings.theme,
        calm=settings.reduced_motion,
        figure=settings.figure,
        hair=settings.hair,
    )
    services = services_for(
        folder, content, journal, clock, settings, cues, read_only=journal.read_only
    )
    window = MainWindow(services, look)
    _catch_errors(folder, clock, window)
    _leave_on_signals(window)
    after = _stop_at_once if exit_after_paint else partial(_settle, look)
    window.painted.connect(after, Qt.ConnectionType.QueuedConnection)
    window.show()
    status = started.application.exec()
    cues.close()
    return status


def _tell(sentence: str, exit_after_paint: bool) -> int:
    """Say in a window of its own why the program can't go on; also where a terminal listens."""
    from kneecoach.ui.problem_window import ProblemWindow

    if sys.stderr is not None:
        sys.stderr.write(f"{sentence}\n")
    window = ProblemWindow(Look(), sentence)
    window.show()
    if not exit_after_paint:
        start_qt("en").application.exec()
    return STOPPED


def _catch_errors(folder: Path, clock: Clock, window: MainWindow) -> None:
    """An error of ours is noted by type and place, told once in a line, and ends nothing."""

    def caught(
        _kind: type[BaseException], error: BaseException, _trace: TracebackType | None
    ) -> None:
        from kneecoach.store.log import ErrorLog

        ErrorLog(folder, clock).note(error)
        window.tell_error()

    sys.excepthook = caught


def _leave_on_signals(window: MainWindow) -> None:
    """Ctrl+C and a polite kill close the window in order; everything done is saved already.

    Python runs its handlers between two of its own steps: a byte in a pipe makes Qt take one.
    """
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: window.close())
    if sys.platform == "win32":
        return  # pipes can't be watched there
    reading, writing = os.pipe()
    os.set_blocking(writing, False)
    signal.set_wakeup_fd(writing)
    notifier = QSocketNotifier(reading, QSocketNotifier.Type.Read, window)
    notifier.activated.connect(lambda *_: os.read(reading, 1))


def _stop_at_once() -> None:
    """End the process here, so that what is measured is the way to the first paint alone."""
    os._exit(0)


def _settle(look: Look) -> None:
    """What can wait until the window is there."""
    fonts.load(fonts.resource_paths(set(fonts.WEIGHTS) - set(fonts.FIRST)))
    QApplication.setWindowIcon(QIcon(":/icons/kneecoach-256.png"))
    if sys.platform == "linux":
        look.listen()
    gc.freeze()
    gc.enable()
