"""Ending in order: a polite kill, Ctrl+C, a terminal that is closed, the end of the desktop."""

from __future__ import annotations

import os
import signal
import sys

from PySide6.QtCore import QSocketNotifier, Qt, QTimer
from PySide6.QtGui import QGuiApplication

from kneecoach.ui.window import MainWindow


def leave_on_signals(window: MainWindow) -> None:
    """Close the window when the system asks the program to end; the exit status is 0 then.

    Python runs its handlers between two of its own steps: a byte in a pipe makes Qt take one. The
    window is closed from the event loop, never in the middle of something that is being written.
    """
    for number in _polite_signals():
        if signal.getsignal(number) is not signal.SIG_IGN:  # as under nohup
            signal.signal(number, lambda *_: QTimer.singleShot(0, window, window.leave))
    if sys.platform == "win32":
        return  # pipes can't be watched there
    reading, writing = os.pipe()
    for end in (reading, writing):
        os.set_blocking(end, False)
    signal.set_wakeup_fd(writing, warn_on_full_buffer=False)
    notifier = QSocketNotifier(reading, QSocketNotifier.Type.Read, window)
    notifier.activated.connect(lambda *_: os.read(reading, 64))


def save_at_session_end(application: QGuiApplication, window: MainWindow) -> None:
    """Save when the desktop session ends; it may be called off, so the window is not closed."""
    for request in (application.commitDataRequest, application.saveStateRequest):
        request.connect(
            lambda _manager: window.interruptions.save_now(), Qt.ConnectionType.DirectConnection
        )


def _polite_signals() -> tuple[signal.Signals, ...]:
    names = ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK")  # the last two where there are such
    return tuple(getattr(signal, name) for name in names if hasattr(signal, name))
