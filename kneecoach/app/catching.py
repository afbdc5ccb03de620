"""Unforeseen errors: noted by type and place, told once, and they end nothing."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QMessageLogContext,
    QObject,
    Qt,
    QtMsgType,
    Signal,
    qInstallMessageHandler,
)

from kneecoach.clock import Clock

if TYPE_CHECKING:  # loaded with the first error
    from kneecoach.store.log import ErrorLog
    from kneecoach.ui.fault import Fault

AGAIN_MS = 60_000  # the same error is noted and told again after this long
_GRAVE = {
    QtMsgType.QtCriticalMsg: "QtCriticalMsg",
    QtMsgType.QtFatalMsg: "QtFatalMsg",
}

Tell = Callable[["Fault", Callable[[], None]], None]


class Catcher(QObject):
    """Gets every error that nobody caught, from slots, paint events, threads and destructors.

    `tell` is called from the event loop of the thread this was made in, with a function to call
    when the person has answered: until then the same error is noted and told no more.
    """

    _found = Signal(object)  # Fault

    def __init__(self, folder: Path, clock: Clock, tell: Tell) -> None:
        super().__init__()
        self._folder = folder
        self._clock = clock
        self._tell = tell
        self._told: dict[Fault, int] = {}
        self._found.connect(self._pass_on, Qt.ConnectionType.QueuedConnection)

    def take(self, error: BaseException) -> None:
        """Note the error and have it told; never raises, whatever thread it is in.

        The frames it passed let go of what they hold, such as a painter on a widget.
        """
        with suppress(Exception):
            from kneecoach.ui.fault import fault_of

            fault = fault_of(error)
            if self._is_new(fault):
                self._log().note(error)
                self._found.emit(fault)
        with suppress(Exception):
            import traceback

            traceback.clear_frames(error.__traceback__)

    def remark(self, kind: str, place: str) -> None:
        """Note something that is no error of Python's."""
        with suppress(Exception):
            from kneecoach.ui.fault import Fault

            if self._is_new(Fault(kind, place)):
                self._log().remark(kind, place)

    def _is_new(self, fault: Fault) -> bool:
        now = self._clock.monotonic_ms()
        before = self._told.get(fault)
        if before is not None and now - before < AGAIN_MS:
            return False
        self._told[fault] = now
        return True

    def _pass_on(self, fault: Fault) -> None:
        self._tell(fault, self._told.clear)

    def _log(self) -> ErrorLog:
        from kneecoach.store.log import ErrorLog

        return ErrorLog(self._folder, self._clock)


@contextmanager
def caught_by(catcher: Catcher) -> Iterator[None]:
    """Every error nobody caught goes to the catcher until the end."""
    before = (sys.excepthook, threading.excepthook, sys.unraisablehook)
    sys.excepthook = _excepthook(catcher)
    threading.excepthook = lambda args: _take(catcher, args.exc_value)
    sys.unraisablehook = lambda args: _take(catcher, args.exc_value)
    qInstallMessageHandler(_message_handler(catcher))
    try:
        yield
    finally:
        qInstallMessageHandler(None)
        sys.excepthook, threading.excepthook, sys.unraisablehook = before


def _excepthook(
    catcher: Catcher,
) -> Callable[[type[BaseException], BaseException, TracebackType | None], None]:
    def caught(
        _kind: type[BaseException], error: BaseException, _trace: TracebackType | None
    ) -> None:
        _take(catcher, error)

    return caught


def _take(catcher: Catcher, error: BaseException | None) -> None:
    if isinstance(error, Exception):  # no SystemExit, no KeyboardInterrupt
        catcher.take(error)


def _message_handler(
    catcher: Catcher,
) -> Callable[[QtMsgType, QMessageLogContext, str], None]:
    """What Qt has to say goes to the terminal as usual; its grave troubles are noted."""

    def said(kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
        category = context.category or "default"
        with suppress(Exception):
            if sys.stderr is not None:
                sys.stderr.write(f"{text}\n" if category == "default" else f"{category}: {text}\n")
        if kind in _GRAVE:
            catcher.remark(_GRAVE[kind], category)

    return said
