"""Whether the desktop asks for reduced motion, read from its settings portal on Linux.

The question goes over the session's own message bus and never waits: where there is no bus, no
portal or no answer, nothing is wished and the switch in Settings stays the only word.
"""

from __future__ import annotations

import os
from typing import Any

from PySide6.QtCore import SLOT, QObject, Signal, Slot
from PySide6.QtDBus import (
    QDBusConnection,
    QDBusMessage,
    QDBusPendingCallWatcher,
    QDBusVariant,
)

_BUS = "DBUS_SESSION_BUS_ADDRESS"  # without it a bus would be started just for us
_SERVICE, _PATH = "org.freedesktop.portal.Desktop", "/org/freedesktop/portal/desktop"
_SETTINGS = "org.freedesktop.portal.Settings"
# What tells it, by namespace and key, and the value that asks for less motion.
WISHES: dict[tuple[str, str], object] = {
    ("org.freedesktop.appearance", "reduced-motion"): 1,
    ("org.gnome.desktop.interface", "enable-animations"): False,
}


class MotionWish(QObject):
    """Asks once and then follows; `wished` carries True while less motion is asked for."""

    wished = Signal(bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._asked: dict[tuple[str, str], bool] = {}
        self._waiting: list[QDBusPendingCallWatcher] = []

    def ask(self) -> bool:
        """Send the questions; False where there is nobody to ask."""
        if not os.environ.get(_BUS):
            return False
        bus = QDBusConnection.sessionBus()
        if not bus.isConnected():
            return False
        # The stubs ask for bytes here, which the binding itself refuses.
        changed: Any = SLOT("follow(QString,QString,QDBusVariant)")
        bus.connect(_SERVICE, _PATH, _SETTINGS, "SettingChanged", self, changed)
        for namespace, key in WISHES:
            call = QDBusMessage.createMethodCall(_SERVICE, _PATH, _SETTINGS, "ReadOne")
            call.setArguments([namespace, key])
            watcher = QDBusPendingCallWatcher(bus.asyncCall(call), self)
            watcher.finished.connect(
                lambda done, namespace=namespace, key=key: self._answered(done, namespace, key)
            )
            self._waiting.append(watcher)
        return True

    @Slot(str, str, QDBusVariant)
    def follow(self, namespace: str, key: str, value: object) -> None:
        """Take over a setting the portal told; others are passed over."""
        if (namespace, key) in WISHES:
            wanted = WISHES[namespace, key]
            self._asked[namespace, key] = plain(value) == wanted
            self.wished.emit(any(self._asked.values()))

    def _answered(self, done: QDBusPendingCallWatcher, namespace: str, key: str) -> None:
        if not done.isError():
            for value in done.reply().arguments()[:1]:
                self.follow(namespace, key, value)
        if done in self._waiting:
            self._waiting.remove(done)
        done.deleteLater()


def plain(value: object) -> object:
    """A value without the wrappers the bus puts round it."""
    while isinstance(value, QDBusVariant):
        value = value.variant()
    return value
