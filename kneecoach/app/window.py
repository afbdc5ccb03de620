"""The window for real: the person's folder, the computer's clock, sound."""

from __future__ import annotations

import gc
import os
import sys
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from kneecoach.app.catching import Catcher, caught_by
from kneecoach.app.leaving import leave_on_signals, save_at_session_end
from kneecoach.app.starting import LateAwake, LateCues, Started, services_for, start_qt
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
    leave_on_signals(window)
    save_at_session_end(started.application, window)
    awake = LateAwake()
    window.awake_wanted.connect(awake.keep)
    after = _stop_at_once if exit_after_paint else partial(_settle, look, folder, clock)
    window.painted.connect(after, Qt.ConnectionType.QueuedConnection)
    with caught_by(Catcher(folder, clock, window.interruptions.tell)):
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


def _stop_at_once() -> None:
    """End the process here, so that what is measured is the way to the first paint alone."""
    os._exit(0)


def _settle(look: Look, folder: Path, clock: Clock) -> None:
    """What can wait until the window is there."""
    from kneecoach.store.crashes import watch_crashes
    from kneecoach.store.log import ErrorLog

    watch_crashes(folder, ErrorLog(folder, clock))
    fonts.load(fonts.resource_paths(set(fonts.WEIGHTS) - set(fonts.FIRST)))
    QApplication.setWindowIcon(QIcon(":/icons/kneecoach-256.png"))
    if sys.platform == "linux":
        look.listen()
    gc.freeze()
    gc.enable()
