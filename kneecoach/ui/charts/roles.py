"""What screen readers are told a painted chart is."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget


class Chart(QWidget):
    """A painted widget whose role is chart; its name and description say the rest."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        _tell_roles()


@cache
def _tell_roles() -> None:
    QAccessible.installFactory(_interface)


def _interface(_class_name: str, thing: QObject) -> QAccessibleInterface | None:
    if isinstance(thing, Chart):
        return QAccessibleWidget(thing, QAccessible.Role.Chart)
    return None
