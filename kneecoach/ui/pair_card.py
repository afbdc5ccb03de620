"""So and not so: how an exercise is done and how not, as pictures and as words (look-pages 1)."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPixmap
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from kneecoach.domain.content import Content
from kneecoach.domain.pairs import Pair, PairError, parse_pairs
from kneecoach.domain.texts import ExerciseText
from kneecoach.domain.wall import Wall
from kneecoach.ui.icons import draw_icon
from kneecoach.ui.kit.card import Card
from kneecoach.ui.kit.labels import Heading, TextLabel
from kneecoach.ui.kit.pill import Icon
from kneecoach.ui.kit.shapes import rounded, smooth
from kneecoach.ui.look import Look
from kneecoach.ui.pictures import Pictures
from kneecoach.ui.words import translate

_HIGH = 156  # px of a picture
_RADIUS = 12
_BADGE = QRectF(8, 8, 30, 30)


def pairs_of(exercise: str, content: Content) -> tuple[Pair, ...]:
    """The pairs of an exercise; none where its file is missing or broken."""
    try:
        return parse_pairs(exercise, content.pairs.get(exercise), content.poses, content.front)
    except PairError:
        return ()


@dataclass(frozen=True, slots=True)
class PairDrawing:
    """One picture of a pair; nothing glows in a wrong one, and its wall is grey."""

    exercise: str
    number: int
    pair: Pair
    so: bool
    mirrored: bool
    size: QSize

    @property
    def key(self) -> Hashable:
        """All of it; the size as numbers, the pair by its exercise and number."""
        return (
            *("pair", self.exercise, self.number, self.so, self.mirrored),
            *(self.size.width(), self.size.height()),
        )

    def paint(self, dpr: float, look: Look, _pictures: Pictures) -> QPixmap:
        """Paint it; `dpr` device pixels per px."""
        from kneecoach.ui.figure import Tint
        from kneecoach.ui.figure.pair_picture import MarkColours, pair_picture
        from kneecoach.ui.stage_colours import colours_of

        theme = look.theme
        tint = None if self.so else theme.tints.get(Wall.PAUSED)
        return pair_picture(
            self.pair,
            self.pair.so if self.so else self.pair.not_so,
            self.size,
            dpr,
            colours_of(look),
            MarkColours(theme.ink, theme.surface, theme.danger),
            glows=self.so,
            tint=Tint(*tint) if tint else None,
            mirrored=self.mirrored,
        )


class PairPicture(QWidget):
    """One picture of a pair with its check or its cross; its words stand beside it."""

    def __init__(
        self, look: Look, pictures: Pictures, exercise: str, number: int, pair: Pair, so: bool
    ) -> None:
        super().__init__()
        self._look = look
        self._pictures = pictures
        self._drawing = PairDrawing(exercise, number, pair, so, False, QSize(1, 1))
        self.setFixedHeight(_HIGH)
        self.setMinimumWidth(96)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.update)
        pictures.painted.connect(self.update)

    @property
    def drawing(self) -> PairDrawing:
        """What is shown now."""
        d = self._drawing
        return PairDrawing(d.exercise, d.number, d.pair, d.so, d.mirrored, self.size())

    def show_side(self, mirrored: bool) -> None:
        """Show the left leg (mirrored) or the right one."""
        d = self._drawing
        self._drawing = PairDrawing(d.exercise, d.number, d.pair, d.so, mirrored, d.size)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = smooth(QPainter(self))
        shape = QPainterPath()
        shape.addRoundedRect(QRectF(self.rect()), _RADIUS, _RADIUS)
        painter.save()
        painter.setClipPath(shape)
        picture = self._pictures.get(self.drawing, self.devicePixelRatioF())
        if picture is None:
            wall = Wall.READY if self._drawing.so else Wall.PAUSED
            painter.fillRect(self.rect(), self._look.theme.wall_of(wall))
        else:
            painter.drawPixmap(0, 0, picture)
        painter.restore()
        self._paint_badge(painter)
        painter.end()

    def _paint_badge(self, painter: QPainter) -> None:
        """A check in a full disc, or a cross in a ring: two shapes, not only two colours."""
        theme, box = self._look.theme, _BADGE.adjusted(6, 6, -6, -6)
        if self._drawing.so:
            rounded(painter, _BADGE, 15, theme.primary)
            draw_icon(painter, "check", box, theme.on_primary, 3)
        else:
            rounded(painter, _BADGE, 15, theme.surface, theme.danger, 2)
            draw_icon(painter, "x", box, theme.danger, 3)


class PairCard(Card):
    """Both halves side by side: the pictures, under them the words."""

    def __init__(
        self, look: Look, pictures: Pictures, exercise: str, words: ExerciseText, content: Content
    ) -> None:
        super().__init__(look)
        self._pairs = pairs_of(exercise, content)
        self.pictures: list[PairPicture] = []
        self._halves = self.row(24, 20)
        self._halves.setContentsMargins(24, 20, 24, 20)
        for so in (True, False):
            self._halves.addLayout(self._half(pictures, exercise, words, so), 1)

    def set_compact(self, compact: bool) -> None:
        """One half under the other where several pictures would be too small, or side by side."""
        down = compact and len(self._pairs) > 1
        directions = QBoxLayout.Direction
        self._halves.setDirection(directions.TopToBottom if down else directions.LeftToRight)

    def show_side(self, mirrored: bool) -> None:
        """Show the left leg (mirrored) or the right one."""
        for picture in self.pictures:
            picture.show_side(mirrored)

    def _half(
        self, pictures: Pictures, exercise: str, words: ExerciseText, so: bool
    ) -> QVBoxLayout:
        half = QVBoxLayout()
        half.setSpacing(2)
        row = QHBoxLayout()
        row.setSpacing(8)
        for number, pair in enumerate(self._pairs):
            picture = PairPicture(self._look, pictures, exercise, number, pair, so)
            self.pictures.append(picture)
            row.addWidget(picture, 1)
        half.addLayout(row)
        half.addSpacing(8 if self._pairs else 0)
        half.addLayout(self._title(so))
        text = words.right if so else words.wrong
        half.addWidget(TextLabel(self._look, text, px=16, role="ink2"))
        half.addStretch(1)
        return half

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
