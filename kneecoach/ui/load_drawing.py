"""The pictures of the page on taking load off: the scale with its weights, the sleeve on a knee."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass, field, replace

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

from kneecoach.domain.wall import Wall
from kneecoach.ui.fonts import font
from kneecoach.ui.kit.shapes import paint_picture, rounded, smooth
from kneecoach.ui.look import Look
from kneecoach.ui.pictures import Pictures, Scene

WALKING, WEIGHING, BRACE = "walking", "weighing", "brace"
_GROUND = 0.17  # share of a picture that is floor
_RADIUS = 16
_BLOCK, _STEP = (40.0, 28.0), 32.0  # px
_PLACES = ((0.47, 0.12), (0.78, 0.19))  # shares of the width: a pile's middle, half its words
_SIZES = (14, 13, 12, 11, 10)  # px of the words, the largest that fits
_PILES = (1, 4)  # kg less, and kg less force for it (K-27)


@dataclass(frozen=True, slots=True)
class LoadDrawing:
    """One picture: WALKING, WEIGHING or BRACE; `words` stand under the two piles of WEIGHING."""

    name: str
    size: QSize = field(default_factory=lambda: QSize(1, 1))
    wall: Wall = Wall.READY
    words: tuple[str, ...] = ()

    @property
    def key(self) -> Hashable:
        """All of it; the size as numbers."""
        return ("load", self.name, self.size.width(), self.size.height(), self.wall, self.words)

    def paint(self, dpr: float, look: Look, pictures: Pictures) -> QPixmap:
        """Paint it; `dpr` device pixels per px."""
        if self.name == BRACE:
            return self._brace(dpr, look, pictures)
        right = 0.40 if self.name == WEIGHING else 0.96
        scene = Scene(
            *(self.name, self.size, False, self.wall),
            room=True,
            ground=_GROUND,
            left=0.04,
            right=right,
        )
        picture = scene.paint(dpr, look, pictures)
        if self.name == WEIGHING:
            with QPainter(picture) as painter:
                self._paint_piles(smooth(painter), look)
        return picture

    def _paint_piles(self, p: QPainter, look: Look) -> None:
        """Blocks: 1 kg less at the left, the 4 kg less force that go with it at the right."""
        width, floor = self.size.width(), self.size.height() * (1 - _GROUND)
        colours = (look.theme.sun, look.theme.primary)
        for (place, _), pile, colour in zip(_PLACES, _PILES, colours, strict=True):
            for number in range(pile):
                top = floor - 10 - _BLOCK[1] - number * _STEP
                rounded(p, QRectF(width * place - _BLOCK[0] / 2, top, *_BLOCK), 8, colour)
        tall = self.size.height() - floor
        rooms = [
            QRectF(width * (place - half), floor - 6, width * 2 * half, tall)
            for place, half in _PLACES
        ]
        self._write(p, rooms, look)

    def _write(self, p: QPainter, rooms: list[QRectF], look: Look) -> None:
        """The words under their piles in one size, smaller where a longer language needs it."""
        flags = Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextWordWrap
        flags |= Qt.AlignmentFlag.AlignTop
        told = list(zip(rooms, self.words, strict=True))
        fits = (px for px in _SIZES if all(_fits(room, word, px) for room, word in told))
        p.setFont(font(next(fits, _SIZES[-1]), 700))
        p.setPen(look.theme.ink)
        for room, word in told:
            p.drawText(room, flags, word)

    def _brace(self, dpr: float, look: Look, pictures: Pictures) -> QPixmap:
        """Both legs close by, a soft sleeve on the nearer knee."""
        from kneecoach.domain.figure import still_of
        from kneecoach.ui.figure import Tint, paint_room
        from kneecoach.ui.figure.knee_sleeve import paint_knee_sleeve
        from kneecoach.ui.figure.layers import Layers
        from kneecoach.ui.figure.pair_picture import fitting_of
        from kneecoach.ui.stage_colours import colours_of

        picture = QPixmap(self.size * dpr)
        picture.setDevicePixelRatio(dpr)
        colours, tint = colours_of(look), look.theme.tints.get(self.wall)
        room, movement = QRectF(0, 0, *self.size.toTuple()), pictures.movement(BRACE)
        with QPainter(picture) as painter:
            tinted = Tint(*tint) if tint else None
            paint_room(painter, room, room.bottom() - 8, colours.room, tinted, pictures.day())
            if movement is not None:
                body = still_of(movement)[0]
                fitting_of(movement.stage, self.size, dpr).apply(smooth(painter))
                Layers(movement, body, colours, 0.0).paint(painter)
                paint_knee_sleeve(painter, body.near_leg, colours.room)
        return picture


def _fits(room: QRectF, word: str, px: int) -> bool:
    needed = QFontMetricsF(font(px, 700)).boundingRect(room, Qt.TextFlag.TextWordWrap, word)
    return needed.height() <= room.height() and needed.width() <= room.width()


class LoadPicture(QWidget):
    """One of the pictures with round corners; `name` is what a screen reader says of it."""

    def __init__(self, look: Look, pictures: Pictures, drawing: LoadDrawing, name: str) -> None:
        super().__init__()
        self._look = look
        self._pictures = pictures
        self._drawing = drawing
        self.setAccessibleName(name)
        look.changed.connect(self.update)
        pictures.painted.connect(self.update)

    @property
    def drawing(self) -> LoadDrawing:
        """What is shown now."""
        return replace(self._drawing, size=self.size())

    def show_wall(self, wall: Wall) -> None:
        """Show the room like that: PAUSED for what is not available now."""
        self._drawing = replace(self._drawing, wall=wall)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = smooth(QPainter(self))
        picture = self._pictures.get(self.drawing, self.devicePixelRatioF())
        wall = self._look.theme.wall_of(self._drawing.wall)
        paint_picture(painter, QRectF(self.rect()), _RADIUS, picture, wall)
        painter.end()
