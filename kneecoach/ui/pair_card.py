"""So and not so: how an exercise is done and how not, as pictures and as words (look-pages 1)."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout

from kneecoach.domain.content import Content
from kneecoach.domain.texts import ExerciseText
from kneecoach.ui.kit.card import Card
from kneecoach.ui.kit.labels import Heading, TextLabel
from kneecoach.ui.kit.pill import Icon
from kneecoach.ui.look import Look
from kneecoach.ui.pair_drawing import PairDrawing, PairPicture, pairs_of
from kneecoach.ui.pictures import Pictures
from kneecoach.ui.words import translate


class PairCard(Card):
    """Both halves side by side: the pictures, under them the words."""

    def __init__(
        self, look: Look, pictures: Pictures, exercise: str, words: ExerciseText, content: Content
    ) -> None:
        super().__init__(look)
        self._pairs = pairs_of(exercise, content)
        self.pictures: list[PairPicture] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(20, 18, 20, 16)
        self._grid.setHorizontalSpacing(18)
        self._grid.setVerticalSpacing(10)
        for column, so in enumerate((True, False)):
            self._grid.setColumnStretch(column, 1)
            for number, pair in enumerate(self._pairs):
                drawing = PairDrawing(exercise, number, pair, content.texts, so, False, QSize(1, 1))
                picture = PairPicture(look, pictures, drawing)
                self.pictures.append(picture)
                self._grid.addWidget(picture, number, column)
            self._grid.addLayout(self._words(words, so), len(self._pairs), column)

    def set_compact(self, compact: bool) -> None:
        """Less room round the pictures, so that they stay as wide as can be."""
        side = 12 if compact else 20
        self._grid.setContentsMargins(side, side - 2, side, side - 4)
        self._grid.setHorizontalSpacing(12 if compact else 18)

    def show_side(self, mirrored: bool) -> None:
        """Show the left leg (mirrored) or the right one."""
        for picture in self.pictures:
            picture.show_side(mirrored)

    def _words(self, words: ExerciseText, so: bool) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addLayout(self._title(so))
        text = words.right if so else words.wrong
        column.addWidget(TextLabel(self._look, text, px=15.5, role="ink2"))
        column.addStretch(1)
        return column

    def _title(self, so: bool) -> QHBoxLayout:
        """The half's name, with its sign where there is no picture that has it."""
        row = QHBoxLayout()
        row.setSpacing(8)
        if not self._pairs:
            icon, role = ("check", "primary") if so else ("x", "danger")
            row.addWidget(Icon(self._look, icon, role=role, size=22, stroke=2.6))
        name = translate("Exercise", "So") if so else translate("Exercise", "Not so")
        row.addWidget(Heading(self._look, name, px=18), 1)
        return row
