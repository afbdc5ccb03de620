"""The sessions of the day, each with its exercises."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kneecoach.domain.catalogue import Side
from kneecoach.domain.plan import Slot
from kneecoach.domain.texts import Texts
from kneecoach.domain.today import Row, SlotCard, SlotState
from kneecoach.domain.wall import Wall
from kneecoach.ui.icons import draw_icon
from kneecoach.ui.kit.card import Card
from kneecoach.ui.kit.labels import LineLabel, TextLabel
from kneecoach.ui.kit.pair import Pair
from kneecoach.ui.kit.pill import Icon
from kneecoach.ui.kit.shapes import smooth
from kneecoach.ui.look import Look
from kneecoach.ui.pictures import Picture, Pictures, Scene
from kneecoach.ui.words import (
    dose_words,
    minutes_words,
    slot_words,
    time_words,
)

_SLOT_ICONS = {Slot.MORNING: "sunrise", Slot.MIDDAY: "sun", Slot.EVENING: "moon"}


class Mark(QWidget):
    """Where an exercise stands: done, open or closed, as a sign with a name."""

    def __init__(self, look: Look, state: str, role: str, size: int = 22) -> None:
        super().__init__()
        self._look = look
        self._state = state
        self._role = role
        self.setFixedSize(size, size)
        names = {
            "done": self.tr("done"),
            "open": self.tr("not done yet"),
            "closed": self.tr("closed"),
        }
        self.setAccessibleName(names[state])
        look.changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._look.theme
        painter = smooth(QPainter(self))
        box = QRectF(self.rect())
        colour = getattr(theme, self._role)
        if self._state == "closed":
            draw_icon(painter, "lock", box, colour)
        elif self._state == "done":
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colour))
            painter.drawEllipse(box)
            edge = box.width() * 0.17
            draw_icon(painter, "check", box.adjusted(edge, edge, -edge, -edge), theme.surface, 3)
        else:
            painter.setPen(QPen(QColor(colour), 2))
            painter.drawEllipse(box.adjusted(1, 1, -1, -1))
        painter.end()


class SlotBox(Card):
    """One session of the day with its exercises."""

    def __init__(
        self,
        look: Look,
        pictures: Pictures,
        texts: Texts,
        card: SlotCard,
        *,
        compact: bool,
        closed: bool = False,
    ) -> None:
        """`closed`: everything is, and the hero says why."""
        next_one, done = card.state is SlotState.NEXT, card.state is SlotState.DONE
        super().__init__(
            look,
            "sunken" if done or closed else "surface",
            border="primary" if next_one else "",
            width=2.4,
        )
        self._pictures = pictures
        self._texts = texts
        self._compact = compact
        self._closed = closed
        self._slot = card
        column = self.column(12, 2 if compact else 12)
        column.addLayout(self._head(card))
        for row in card.rows:
            column.addLayout(self._row(row, done))
        column.addStretch(1)

    def _head(self, card: SlotCard) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(2, 0, 2, 2)
        row.setSpacing(6 if self._compact else 8)
        row.addWidget(Icon(self._look, _SLOT_ICONS[card.slot]))
        name = LineLabel(
            self._look, slot_words(card.slot), px=18 if self._compact else 20, weight=700
        )
        row.addWidget(Pair(name, self._when(card)), 1)
        done = card.done_minute
        if done is not None:
            row.addWidget(Mark(self._look, "done", "primary", 24))
        return row

    def _when(self, card: SlotCard) -> LineLabel:
        done = card.done_minute
        strong = card.state is SlotState.NEXT
        return LineLabel(
            self._look,
            self._minutes(card) if done is None else time_words(done),
            px=15,
            weight=600 if strong else 500,
            role="ink" if strong else "ink2",
            tabular=True,
        )

    def _minutes(self, card: SlotCard) -> str:
        return "" if self._closed else minutes_words(card.minutes)

    def _row(self, row: Row, done: bool) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(8 if self._compact else 7)
        state = "closed" if row.closed else ("done" if row.done else "open")
        mark = Mark(self._look, state, self._mark_role(state), 20 if self._compact else 22)
        if self._compact:
            line.addWidget(mark)
        else:
            line.addWidget(self._thumbnail(row, done))
        line.addLayout(self._row_words(row, done), 1)
        if not self._compact:
            line.addWidget(mark)
        return line

    def _mark_role(self, state: str) -> str:
        if state == "closed":
            return "ink2"
        strong = state == "done" or self._slot.state is SlotState.NEXT
        return "primary" if strong else "line2"

    def _thumbnail(self, row: Row, done: bool) -> Picture:
        picture = Picture(self._look, self._pictures, row.exercise)
        picture.setFixedSize(40, 40)
        quiet = done or row.closed
        picture.show_scene(thumbnail_scene(row.exercise, row.sides[0], quiet=quiet))
        return picture

    def _row_words(self, row: Row, done: bool) -> QVBoxLayout:
        words = QVBoxLayout()
        words.setSpacing(0)
        small = self._compact
        quiet = done or row.closed
        name = self._texts.exercises[row.exercise].short
        words.addWidget(
            TextLabel(
                self._look,
                name,
                px=15,
                weight=600,
                role="ink2" if quiet else "ink",
            )
        )
        alone = row.closed and not self._closed  # while all is closed the hero says so
        dose = self.tr("Closed by your check") if alone else dose_words(row.dose)
        px = 13.5 if small or alone else 15
        words.addWidget(TextLabel(self._look, dose, px=px, role="ink2"))
        return words


def thumbnail_scene(exercise: str, side: Side, *, quiet: bool = False) -> Scene:
    """The small picture of an exercise for that side; `quiet` has nothing glow."""
    wall = Wall.PAUSED if quiet else Wall.READY
    return Scene(exercise, QSize(1, 1), mirrored=side is Side.LEFT, wall=wall)
