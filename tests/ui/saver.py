"""A screen saver that counts who keeps it from starting, on a message bus of its own.

Prints `held`, then `released` when the wish of the other process is gone, however it ended.
"""

from __future__ import annotations

import signal
import subprocess
import sys

from PySide6.QtCore import SLOT, QCoreApplication, QObject, QTimer, Slot
from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusVirtualObject

SERVICE, PATH = "org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver"
PLAYS = """
import sys
from PySide6.QtCore import QCoreApplication, QTimer
from kneecoach.ui.awake import Awake
application = QCoreApplication([])
awake = Awake()
awake.keep(True)
if sys.argv[1] == "release":
    QTimer.singleShot(300, lambda: awake.keep(False))
QTimer.singleShot(20_000, application.quit)
application.exec()
"""


def say(word: str) -> None:
    sys.stdout.write(f"{word}\n")
    sys.stdout.flush()


class Saver(QDBusVirtualObject):
    """Takes wishes and remembers whose they are."""

    def __init__(self, how: str) -> None:
        super().__init__()
        self.holder = ""
        self.how = how
        self.other: subprocess.Popen[bytes] | None = None

    def introspect(self, _path: str) -> str:
        return ""

    def handleMessage(self, message: QDBusMessage, bus: QDBusConnection) -> bool:  # noqa: N802
        if message.member() != "Inhibit":
            return False
        self.holder = message.service()
        say(f"held {' / '.join(map(str, message.arguments()))}")
        bus.send(message.createReply(1))
        if self.how == "kill" and self.other is not None:
            self.other.send_signal(signal.SIGKILL)
        return True


class Watcher(QObject):
    """Ends when whoever held it has left the bus."""

    def __init__(self, saver: Saver) -> None:
        super().__init__()
        self._saver = saver

    @Slot(str, str, str)
    def changed(self, name: str, _old: str, new: str) -> None:
        if name == self._saver.holder and not new:
            say("released")
            QCoreApplication.quit()


def main(how: str) -> int:
    application = QCoreApplication([])
    bus = QDBusConnection.sessionBus()
    saver = Saver(how)
    if not bus.registerVirtualObject(PATH, saver) or not bus.registerService(SERVICE):
        return 2
    watcher = Watcher(saver)
    service = "org.freedesktop.DBus"
    slot = SLOT("changed(QString,QString,QString)")
    bus.connect(service, "/org/freedesktop/DBus", service, "NameOwnerChanged", watcher, slot)
    saver.other = subprocess.Popen([sys.executable, "-c", PLAYS, how])
    QTimer.singleShot(15_000, application.quit)
    application.exec()
    saver.other.kill()
    saver.other.wait()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
