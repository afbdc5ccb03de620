"""What screen readers are told a painted widget is."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget


class Told(QWidget):
    """A widget that says what it is by `role`; its name and description say the rest."""

    role = QAccessible.Role.Client

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        _tell_roles()


class Chart(Told):
    """A painted chart."""

    role = QAccessible.Role.Chart


@cache
def _tell_roles() -> None:
    QAccessible.installFactory(_interface)


def _interface(_class_name: str, thing: QObject) -> QAccessibleInterface | None:
    return QAccessibleWidget(thing, thing.role) if isinstance(thing, Told) else None
