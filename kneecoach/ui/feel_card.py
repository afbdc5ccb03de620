"""Feel it here: the muscle from near by, and where it is felt, in words (look-pages 1)."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass, replace

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from kneecoach.domain.catalogue import Exercise
from kneecoach.domain.texts import ExerciseText, Texts
from kneecoach.domain.wall import Wall
from kneecoach.ui.kit.card import Card
from kneecoach.ui.kit.labels import Heading, TextLabel
from kneecoach.ui.kit.page import NO_LIMIT
from kneecoach.ui.kit.shapes import paint_picture, smooth
from kneecoach.ui.look import Look
from kneecoach.ui.pictures import Pictures
from kneecoach.ui.words import needs_sentence, translate

_SIDE, _LOW = 118, 110  # px of the picture, beside its words and over them


@dataclass(frozen=True, slots=True)
class _NearBy:
    """The working muscles of an exercise's still picture, from near by."""

    exercise: str
    mirrored: bool
    size: QSize

    @property
    def key(self) -> Hashable:
        """All of it; the size as numbers."""
        return "near by", self.exercise, self.mirrored, self.size.width(), self.size.height()

    def paint(self, dpr: float, look: Look, pictures: Pictures) -> QPixmap:
        """Paint it; `dpr` device pixels per px."""
        from kneecoach.ui.figure.near_by import near_by
        from kneecoach.ui.stage_colours import colours_of

        movement = pictures.movement(self.exercise)
        return near_by(movement, self.size, dpr, colours_of(look), mirrored=self.mirrored)


class NearByPicture(QWidget):
    """The working muscle; what it shows stands beside it in words."""

    def __init__(self, look: Look, pictures: Pictures, exercise: str) -> None:
        super().__init__()
        self._look = look
        self._pictures = pictures
        self._drawing = _NearBy(exercise, False, QSize(1, 1))
        look.changed.connect(self.update)
        pictures.painted.connect(self.update)

    def show_side(self, mirrored: bool) -> None:
        """Show the left leg (mirrored) or the right one."""
        self._drawing = replace(self._drawing, mirrored=mirrored)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = smooth(QPainter(self))
        drawing = replace(self._drawing, size=self.size())
        picture = self._pictures.get(drawing, self.devicePixelRatioF())
        wall = self._look.theme.wall_of(Wall.READY)
        paint_picture(painter, QRectF(self.rect()), 12, picture, wall)
        painter.end()


class FeelCard(Card):
    """Where it is felt, and what is needed; a picture where a muscle works."""

    def __init__(
        self,
        look: Look,
        pictures: Pictures,
        exercise: Exercise,
        words: ExerciseText,
        texts: Texts,
    ) -> None:
        super().__init__(look)
        self._line = self.row(12, 16)
        self.picture: NearByPicture | None = None
        movement = pictures.movement(exercise.id)
        if movement is not None and movement.targets:
            self.picture = NearByPicture(look, pictures, exercise.id)
            self._line.addWidget(self.picture)
        self._line.addLayout(self._words(exercise, words, texts), 1)

    def set_compact(self, compact: bool) -> None:
        """The picture over the words, or beside them."""
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._line.setDirection(down if compact else across)
        if self.picture is not None:
            self.picture.setMinimumSize(0 if compact else _SIDE, _LOW if compact else _SIDE)
            wide = NO_LIMIT if compact else _SIDE
            self.picture.setMaximumSize(wide, _LOW if compact else NO_LIMIT)

    def show_side(self, mirrored: bool) -> None:
        """Show the left leg (mirrored) or the right one."""
        if self.picture is not None:
            self.picture.show_side(mirrored)

    def _words(self, exercise: Exercise, words: ExerciseText, texts: Texts) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(6)
        column.addWidget(Heading(self._look, translate("Exercise", "Feel it here"), px=18))
        column.addWidget(TextLabel(self._look, words.feel, px=16))
        column.addStretch(1)
        needs = needs_sentence(exercise.needs, texts)
        if needs:
            column.addWidget(TextLabel(self._look, needs, px=15.5, weight=700))
        return column
