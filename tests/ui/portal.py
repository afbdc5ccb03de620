"""A settings portal that asks for reduced motion, on a message bus of its own: for one test."""

from __future__ import annotations

import sys

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusVariant, QDBusVirtualObject

from kneecoach.ui.motion_wish import MotionWish

SERVICE, PATH = "org.freedesktop.portal.Desktop", "/org/freedesktop/portal/desktop"
ANSWERS = {"reduced-motion": 1, "enable-animations": True}


class Portal(QDBusVirtualObject):
    """Answers the two questions."""

    def introspect(self, _path: str) -> str:
        return ""

    def handleMessage(self, message: QDBusMessage, bus: QDBusConnection) -> bool:  # noqa: N802
        if message.member() != "ReadOne":
            return False
        bus.send(message.createReply(QDBusVariant(ANSWERS[message.arguments()[1]])))
        return True


def change(bus: QDBusConnection, value: int) -> None:
    """Tell that the setting is another now."""
    signal = QDBusMessage.createSignal(PATH, "org.freedesktop.portal.Settings", "SettingChanged")
    signal.setArguments(["org.freedesktop.appearance", "reduced-motion", QDBusVariant(value)])
    bus.send(signal)


def main() -> int:
    """Ask as the program does, change the setting once, and print what was wished."""
    application = QCoreApplication([])
    own = QDBusConnection.connectToBus(QDBusConnection.BusType.SessionBus, "portal")
    portal = Portal()
    if not own.registerVirtualObject(PATH, portal) or not own.registerService(SERVICE):
        return 2
    heard: list[bool] = []
    wish = MotionWish()

    def hear(calm: bool) -> None:
        heard.append(calm)
        if len(heard) == len(ANSWERS):
            change(own, 0)
        elif len(heard) > len(ANSWERS):
            application.quit()

    wish.wished.connect(hear)
    if not wish.ask():
        return 3
    QTimer.singleShot(10_000, application.quit)
    application.exec()
    sys.stdout.write(" ".join(map(str, heard)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
