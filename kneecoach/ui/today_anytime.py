"""Anytime: standing on one leg between the sessions."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kneecoach.domain.catalogue import Side
from kneecoach.domain.plan import ANYTIME_A_DAY
from kneecoach.domain.today import TodayView
from kneecoach.ui.kit.buttons import SoftButton
from kneecoach.ui.kit.card import Card
from kneecoach.ui.kit.labels import Heading, TextLabel
from kneecoach.ui.kit.shapes import smooth
from kneecoach.ui.look import Look
from kneecoach.ui.pictures import Picture, Pictures
from kneecoach.ui.today_slots import thumbnail_scene
from kneecoach.ui.words import (
    translate,
)


class AnytimeBox(Card):
    """Standing on one leg at any time of the day: how often today, and its own Start."""

    started = Signal()

    def __init__(self, look: Look, pictures: Pictures) -> None:
        super().__init__(look, radius=18)
        self._picture = Picture(look, pictures, "")
        self._picture.setFixedSize(56, 56)
        self._title = Heading(look, px=17)
        self._line = TextLabel(look, px=15.5, role="ink2")
        self._dots = Dots(look)
        self.start = SoftButton(look, self.tr("Start"), icon="play", height=44)
        self.start.setAccessibleName(self.tr("Start standing on one leg"))
        self.start.clicked.connect(self.started)
        row = self.row(12)
        row.setContentsMargins(12, 6, 8, 6)
        row.addWidget(self._picture)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._title)
        words.addWidget(self._line)
        row.addLayout(words, 1)
        row.addWidget(self._dots)
        row.addWidget(self.start)

    def show_view(self, view: TodayView, *, may_start: bool) -> None:
        """Show how often it was done today."""
        item = view.anytime.items[0]
        self._title.setText(_anytime_title(item.sides))
        self._line.setText(self.tr("While you brush your teeth or wait for the kettle."))
        self._dots.set_count(view.anytime_done)
        self._picture.show_scene(thumbnail_scene(item.exercise, item.sides[0]))
        self.start.setVisible(may_start)


def _anytime_title(sides: tuple[Side, ...]) -> str:
    if len(sides) > 1:
        return translate("AnytimeBox", "Anytime: stand on one leg")
    if sides[0] is Side.LEFT:
        return translate("AnytimeBox", "Anytime: stand on your left leg")
    return translate("AnytimeBox", "Anytime: stand on your right leg")


class Dots(QWidget):
    """A dot for each moment of the day, filled where it was done; more than planned are told."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._count = 0
        self.setFixedSize(ANYTIME_A_DAY * 22, 16)
        look.changed.connect(self.update)

    def set_count(self, count: int) -> None:
        """Show that many moments as done."""
        self._count = count
        words = translate("Dots", "{count} of {planned} moments today")
        self.setAccessibleName(words.format(count=count, planned=ANYTIME_A_DAY))
        self.setToolTip(self.accessibleName())
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._look.theme
        painter = smooth(QPainter(self))
        for number in range(ANYTIME_A_DAY):
            done = number < self._count
            box = QRectF(number * 22 + 4, 1.5, 13, 13)
            painter.setPen(Qt.PenStyle.NoPen if done else QPen(QColor(theme.line2), 2))
            painter.setBrush(QColor(theme.primary) if done else Qt.BrushStyle.NoBrush)
            painter.drawEllipse(box)
        painter.end()
