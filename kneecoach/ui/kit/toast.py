"""One line that comes and goes by itself (look 6.2)."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kneecoach.ui.kit.announce import announce
from kneecoach.ui.kit.durations import TOAST_MS
from kneecoach.ui.kit.labels import TextLabel
from kneecoach.ui.kit.shapes import rounded, smooth
from kneecoach.ui.look import Look


class Toast(QWidget):
    """A line at the foot of its parent that stays 4 s; a new one takes the place of the old."""

    def __init__(self, look: Look, parent: QWidget, *, above: int = 32) -> None:
        """`above` is the distance to the parent's lower edge in px."""
        super().__init__(parent)
        self._look = look
        self._host = parent
        self._above = above
        self._label = TextLabel(look, px=17, weight=600, role="canvas")
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(TOAST_MS)
        self._timer.timeout.connect(self.hide)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(22, 12, 22, 12)
        self._row.addWidget(self._label)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        parent.installEventFilter(self)
        look.changed.connect(self.update)
        self.hide()

    def tell(self, text: str) -> None:
        """Show the line and have it said."""
        self._label.setText(text)
        self._place()
        self.show()
        self.raise_()
        self._timer.start()
        announce(self, text)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = smooth(QPainter(self))
        rounded(painter, QRectF(self.rect()), 16, self._look.theme.ink)
        painter.end()

    def _place(self) -> None:
        host = self._host
        words = self._label.fontMetrics().horizontalAdvance(self._label.text()) + 8
        width = min(words + 44, host.width() - 48)
        height = self._row.totalHeightForWidth(width)
        top = host.height() - self._above - height
        self.setGeometry((host.width() - width) // 2, top, width, height)
