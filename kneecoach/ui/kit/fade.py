"""A soft change from one page to the next."""

from __future__ import annotations

from PySide6.QtCore import QAbstractAnimation, QEasingCurve, Qt, QVariantAnimation
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

from kneecoach.ui.kit.durations import FADE_MS


class Fade(QWidget):
    """The old page as a picture over the new one, gone after 220 ms."""

    def __init__(self, over: QWidget, picture: QPixmap) -> None:
        """Cover the whole of `over` with the picture."""
        super().__init__(over)
        self._picture = picture
        self._opacity = 1.0
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setGeometry(over.rect())
        self._run = QVariantAnimation(self)
        self._run.setDuration(FADE_MS)
        self._run.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._run.setStartValue(1.0)
        self._run.setEndValue(0.0)
        self._run.valueChanged.connect(self._set_opacity)
        self._run.finished.connect(self.deleteLater)
        self.show()
        self.raise_()
        self._run.start(QAbstractAnimation.DeletionPolicy.KeepWhenStopped)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setOpacity(self._opacity)
        painter.drawPixmap(0, 0, self._picture)
        painter.end()

    def _set_opacity(self, value: object) -> None:
        if isinstance(value, float):
            self._opacity = value
            self.update()
