"""Enter presses the main button of a card, wherever the focus is among its answers."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QPushButton, QRadioButton, QWidget


class EnterPresses(QObject):
    """Lets Enter press that button wherever the focus is among the answers.

    An answer that only has the focus is not given by the key that saves.
    """

    def __init__(self, button: QPushButton) -> None:
        super().__init__(button)
        self._button = button

    def watch(self, root: QWidget) -> None:
        """Watch the answers below a widget; once more changes nothing."""
        for answer in (*root.findChildren(QRadioButton), *root.findChildren(QCheckBox)):
            answer.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Press the button instead of the answer."""
        if event.type() is not QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and not event.isAutoRepeat():
            self._button.click()
        return enter
