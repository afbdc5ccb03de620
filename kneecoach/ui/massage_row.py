"""One kind of massage: what it looks like, how, how long, and its Start (look-pages 5)."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kneecoach.domain.pillar_texts import PillarItem
from kneecoach.domain.wall import Wall
from kneecoach.ui.kit.buttons import Button, OffButton, SoftButton
from kneecoach.ui.kit.card import Card
from kneecoach.ui.kit.labels import Heading, TextLabel
from kneecoach.ui.kit.shapes import RING
from kneecoach.ui.look import Look
from kneecoach.ui.pictures import Picture, Pictures, Scene
from kneecoach.ui.words import translate

_PICTURE, _SMALL, _CLOSED = QSize(132, 92), QSize(112, 84), QSize(112, 72)  # px


class MassageRow(Card):
    """A card with a Start for each of its exercises, or, while they are closed, one lock.

    `start_wanted` carries an exercise's id; `why_wanted` asks why it is closed.
    """

    start_wanted = Signal(str)
    why_wanted = Signal()

    def __init__(
        self, look: Look, pictures: Pictures, item: PillarItem, shorts: Mapping[str, str]
    ) -> None:
        """`shorts` are the words of its Starts by exercise."""
        super().__init__(look)
        self.item = item
        self.closed = False
        self._picture = Picture(look, pictures, item.exercises[0], room=True, radius=14)
        self.starts = {name: self._start(name, shorts[name]) for name in item.exercises}
        self.off = OffButton(look, translate("Massage", "Closed"), icon="lock", px=17)
        spoken = translate("Massage", "{name}: closed. Press Enter to hear why.")
        self.off.setAccessibleName(spoken.format(name=item.text.title))
        self.off.clicked.connect(self.why_wanted)
        row = self.row(12, 16)
        row.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(self._words(), 1)
        row.addLayout(self._buttons())
        self.set_compact(False)

    def set_compact(self, compact: bool) -> None:
        """A smaller picture in narrow windows."""
        self._compact = compact
        usual = _SMALL if compact else _PICTURE
        self._picture.setFixedSize(_CLOSED if self.closed else usual)

    def show_state(self, *, closed: bool, mirrored: bool) -> None:
        """Show whether it is closed, lower then and without how long, and which leg."""
        self.closed = closed
        self.set_compact(self._compact)
        self._dose.setHidden(closed)
        wall = Wall.PAUSED if closed else Wall.READY
        name = self.item.exercises[0]
        self._picture.show_scene(
            Scene(name, QSize(1, 1), mirrored, wall, room=True, ground=0.15, top=0.03)
        )
        for start in self.starts.values():
            start.setVisible(not closed)
        self.off.setVisible(closed)
        self._head.set_role("ink2" if closed else "ink")

    def take_focus(self) -> None:
        """Its first Start, or the lock, has the focus."""
        wanted = self.off if self.closed else next(iter(self.starts.values()))
        wanted.setFocus(Qt.FocusReason.OtherFocusReason)

    def _start(self, exercise: str, word: str) -> Button:
        several = len(self.item.exercises) > 1
        start = SoftButton(
            self._look,
            word if several else translate("Massage", "Start"),
            icon="play",
            px=16 if several else 17,
            height=44 if several else 52,
        )
        spoken = translate("Massage", "Start {name}")
        name = f"{self.item.text.title}, {word}" if several else self.item.text.title
        start.setAccessibleName(spoken.format(name=name))
        start.clicked.connect(lambda: self.start_wanted.emit(exercise))
        return start

    def _words(self) -> QVBoxLayout:
        """Its name, how it is done, how long and how often."""
        text = self.item.text
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addStretch(1)
        self._head = Heading(self._look, text.title)
        column.addWidget(self._head)
        column.addWidget(TextLabel(self._look, text.lead, px=15.5, role="ink2"))
        self._dose = QWidget()
        dose = QHBoxLayout(self._dose)
        dose.setSpacing(12)
        dose.setContentsMargins(0, 4, 0, 0)
        for number, point in enumerate(text.points):
            weight, role = (500, "ink2") if number else (700, "ink")
            label = TextLabel(self._look, point, px=15.5, weight=weight, role=role)
            dose.addWidget(label, int(number == len(text.points) - 1))
        column.addWidget(self._dose)
        column.addStretch(1)
        return column

    def _buttons(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(8 - 2 * RING)
        column.addStretch(1)
        for button in (*self.starts.values(), self.off):
            column.addWidget(button)
        column.addStretch(1)
        return column
