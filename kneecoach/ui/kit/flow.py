"""Widgets side by side, in as many rows as their words need."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget


class _Item(NamedTuple):
    """A widget; `least` is the width in px below which it goes to the next row, 0 for its own."""

    widget: QWidget
    least: int
    grows: bool
    right: bool


class Flow(QWidget):
    """A row that breaks where there is no room; what is left of one goes to those that grow.

    A widget whose policy is to expand downwards is as high as its row; others stand in its middle.
    """

    def __init__(self, *, gap: int = 12, parent: QWidget | None = None) -> None:
        """`gap` is the distance between two widgets and between two rows in px."""
        super().__init__(parent)
        self._gap = gap
        self._items: list[_Item] = []
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def add(
        self, widget: QWidget, *, grows: bool = False, least: int = 0, right: bool = False
    ) -> None:
        """Put a widget after the others; `right` puts it, and what follows, at the right end.

        `least` in px is how narrow one that `grows` may become beside others.
        """
        widget.setParent(self)
        self._items.append(_Item(widget, least, grows, right))
        self.updateGeometry()

    def set_gap(self, gap: int) -> None:
        """Keep that distance between two widgets and between two rows, in px."""
        self._gap = gap
        self.updateGeometry()
        self._place()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        rows = self._rows(width)
        return sum(_height(row) for row in rows) + self._gap * max(0, len(rows) - 1)

    def sizeHint(self) -> QSize:
        widths = [_width(item) for item in self._shown()]
        width = sum(widths) + self._gap * max(0, len(widths) - 1)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        widths = [item.widget.minimumSizeHint().width() for item in self._shown()]
        return QSize(max(widths, default=0), 0)

    def event(self, event: QEvent) -> bool:
        """Ask for new room when a widget comes, goes or says something else."""
        if event.type() is QEvent.Type.LayoutRequest:
            self.updateGeometry()
            self._place()
        return super().event(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.updateGeometry()
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _shown(self) -> list[_Item]:
        return [item for item in self._items if not item.widget.isHidden()]

    def _rows(self, width: int) -> list[list[tuple[_Item, int]]]:
        """The rows at that width, each widget with its own width."""
        rows: list[list[tuple[_Item, int]]] = []
        left = -1
        for item in self._shown():
            wanted = min(_width(item), width)
            if not rows or wanted > left:
                rows.append([])
                left = width
            rows[-1].append((item, wanted))
            left -= wanted + self._gap
        return [self._grown(row, width) for row in rows]

    def _grown(self, row: list[tuple[_Item, int]], width: int) -> list[tuple[_Item, int]]:
        """The row with what is left of the width given to those that grow."""
        left = width - sum(wide for _, wide in row) - self._gap * (len(row) - 1)
        growing = sum(item.grows for item, _ in row)
        share = left // growing if growing else 0
        return [(item, wide + (share if item.grows else 0)) for item, wide in row]

    def _place(self) -> None:
        y = 0
        for row in self._rows(self.width()):
            height = _height(row)
            used = sum(wide for _, wide in row) + self._gap * (len(row) - 1)
            x, left = 0, max(0, self.width() - used)
            for item, wide in row:
                if item.right:
                    x, left = x + left, 0
                fills = item.widget.sizePolicy().verticalPolicy() is QSizePolicy.Policy.Expanding
                tall = height if fills else min(height, _height([(item, wide)]))
                item.widget.setGeometry(x, y + (height - tall) // 2, wide, tall)
                x += wide + self._gap
            y += height + self._gap


def _width(item: _Item) -> int:
    return item.least or max(item.widget.sizeHint().width(), item.widget.minimumWidth())


def _height(row: list[tuple[_Item, int]]) -> int:
    heights = []
    for item, wide in row:
        tall = item.widget.heightForWidth(wide) if item.widget.hasHeightForWidth() else -1
        heights.append(tall if tall >= 0 else item.widget.sizeHint().height())
    return max(heights, default=0)
