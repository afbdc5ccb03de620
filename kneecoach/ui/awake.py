"""Keeps the screen awake while a session runs; whatever ends this process lets it sleep again."""

from __future__ import annotations

import os
import sys
from typing import Protocol

from PySide6.QtCore import QObject, QProcess
from PySide6.QtDBus import QDBusConnection, QDBusMessage

_BUS = "DBUS_SESSION_BUS_ADDRESS"  # without it a bus would be started just for us
_SERVICE, _PATH = "org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver"
_NAME = "kneecoach-awake"  # of a connection of our own
_WHO, _WHY = "KneeCoach", "A session is running"  # nothing personal: others can read it
# SetThreadExecutionState of Windows: until told otherwise, the system and the display are needed.
_CONTINUOUS, _SYSTEM, _DISPLAY = 0x80000000, 0x00000001, 0x00000002


class Keeper(Protocol):
    """One system's way to keep its screen awake; where that can't be done, nothing happens."""

    def hold(self) -> None:
        """Keep the screen awake from now on, without waiting for an answer."""

    def release(self) -> None:
        """Let it sleep when it wants to."""


class Awake:
    """Holds the screen awake while it is told to; telling it twice does nothing more."""

    def __init__(self, keeper: Keeper | None = None) -> None:
        """Without a keeper it takes that of the system it runs on."""
        self._keeper = keeper or keeper_of(sys.platform)
        self._held = False

    def keep(self, wanted: bool) -> None:
        """Keep the screen awake, or let it sleep."""
        if wanted is self._held:
            return
        self._held = wanted
        if wanted:
            self._keeper.hold()
        else:
            self._keeper.release()


class BusKeeper:
    """Linux: the desktop's screen saver, asked over the session's message bus.

    The wish holds as long as the connection it was sent over, so a crash ends it as well. PySide
    can't send the number by which it could be taken back alone.
    """

    def hold(self) -> None:
        """Send the wish over a connection of its own."""
        if not os.environ.get(_BUS):
            return
        bus = QDBusConnection.connectToBus(QDBusConnection.BusType.SessionBus, _NAME)
        if bus.isConnected():
            call = QDBusMessage.createMethodCall(_SERVICE, _PATH, _SERVICE, "Inhibit")
            call.setArguments([_WHO, _WHY])
            bus.asyncCall(call)

    def release(self) -> None:
        """End the connection, and the wish with it."""
        QDBusConnection.disconnectFromBus(_NAME)


class ProcessKeeper(QObject):
    """macOS: its own program for this, which ends with us."""

    def __init__(self) -> None:
        super().__init__()
        self._process = QProcess(self)

    def hold(self) -> None:
        """Start it; it watches this process and ends with it."""
        self._process.start("caffeinate", ["-d", "-w", str(os.getpid())])

    def release(self) -> None:
        """End it."""
        self._process.kill()


class ThreadKeeper:
    """Windows: a flag of this thread, which ends with it."""

    def hold(self) -> None:
        """Set the flag."""
        _set_execution_state(_CONTINUOUS | _SYSTEM | _DISPLAY)

    def release(self) -> None:
        """Take the flag back."""
        _set_execution_state(_CONTINUOUS)


def keeper_of(platform: str) -> Keeper:
    """The keeper for a platform as `sys.platform` names it."""
    if platform == "darwin":
        return ProcessKeeper()
    return ThreadKeeper() if platform == "win32" else BusKeeper()


def _set_execution_state(flags: int) -> None:
    if sys.platform == "win32":
        import ctypes

        ctypes.windll.kernel32.SetThreadExecutionState(flags)
