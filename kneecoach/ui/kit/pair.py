"""Two labels that stand side by side, or one under the other where there is no room for that."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget


class Pair(QWidget):
    """The first label at the left and the second at the right end, or under the first."""

    def __init__(self, first: QLabel, second: QLabel, *, gap: int = 10) -> None:
        """`gap` is the least distance between the two in px."""
        super().__init__()
        self._labels = (first, second)
        self._gap = gap
        for label in self._labels:
            label.setParent(self)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        first, second = (_height(label, width) for label in self._labels)
        if self._fits(width):
            return max(label.sizeHint().height() for label in self._labels)
        return first + second

    def sizeHint(self) -> QSize:
        hints = [label.sizeHint() for label in self._labels]
        width = sum(hint.width() for hint in hints) + self._gap
        return QSize(width, max(hint.height() for hint in hints))

    def minimumSizeHint(self) -> QSize:
        hints = [label.minimumSizeHint() for label in self._labels]
        return QSize(max(hint.width() for hint in hints), self.sizeHint().height())

    def event(self, event: QEvent) -> bool:
        """Ask for new room when one of the labels says something else."""
        if event.type() is QEvent.Type.LayoutRequest:
            self.updateGeometry()
            self._place()
        return super().event(event)

    def showEvent(self, event: QShowEvent) -> None:
        """What the labels were told while hidden asks for its room now."""
        super().showEvent(event)
        self.updateGeometry()
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        width = self.width()
        first, second = self._labels
        if self._fits(width):
            right = second.sizeHint().width()
            first.setGeometry(0, 0, width - right - self._gap, self.height())
            second.setGeometry(width - right, 0, right, self.height())
        else:
            height = _height(first, width)
            first.setGeometry(0, 0, width, height)
            second.setGeometry(0, height, width, self.height() - height)

    def _fits(self, width: int) -> bool:
        return self.sizeHint().width() <= width


def _height(label: QLabel, width: int) -> int:
    height = label.heightForWidth(width)
    return height if height >= 0 else label.sizeHint().height()
