"""One picture of "so / not so" on a page, painted with the other pictures and kept."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from kneecoach.domain.catalogue import Exercise
from kneecoach.domain.content import Content
from kneecoach.domain.pairs import Pair, PairError, PairSide, parse_pairs, parse_steps
from kneecoach.domain.texts import Texts
from kneecoach.domain.wall import Wall
from kneecoach.ui.kit.shapes import paint_picture, smooth
from kneecoach.ui.look import Look
from kneecoach.ui.pictures import Pictures
from kneecoach.ui.theme import Theme
from kneecoach.ui.words import joined, translate

if TYPE_CHECKING:  # the figure is loaded after the page is there
    from kneecoach.ui.figure.pair_picture import MarkColours

HIGH, LOW = 220, 160  # px a picture is high at most and at least
_NARROWEST = 120  # px
_RADIUS = 12
_BADGE, _BADGE_RADIUS = QPointF(23, 23), 14.0  # px: the middle of the picture's own sign
_HERE, _ZONE_IN_THE_DARK = "#9C3210", "#7A1522"  # look-front 7


def pairs_of(exercise: str, content: Content) -> tuple[Pair, ...]:
    """The pairs of an exercise; none where its file is missing or broken."""
    try:
        return parse_pairs(exercise, content.pairs.get(exercise), content.poses, content.front)
    except PairError:
        return ()


def steps_of(exercise: Exercise, content: Content) -> tuple[str, ...]:
    """The moment each step in the words is about; none where the file is broken."""
    phases = [phase.name for phase in exercise.phases]
    try:
        return parse_steps(exercise.id, content.pairs.get(exercise.id), phases)
    except PairError:
        return ()


def height_of(pair: Pair, width: int) -> int:
    """How high a picture of that width is in px: less for somebody lying down."""
    return round(min(HIGH, max(LOW, width * pair.crop.height / pair.crop.width)))


def mark_colours(theme: Theme) -> MarkColours:
    """The colours of the marks in a palette (look-front 7)."""
    from kneecoach.ui.figure.pair_picture import MarkColours

    return MarkColours(
        line=theme.ink,
        casing=theme.surface,
        border=theme.line2,
        fault=theme.danger if theme.dark else theme.urgent,
        wanted=theme.primary,
        check=theme.on_primary,
        stop=theme.urgent,
        cross=theme.on_urgent,
        zone=_ZONE_IN_THE_DARK if theme.dark else theme.urgent,
        here=_HERE,
    )


@dataclass(frozen=True, slots=True)
class PairDrawing:
    """One picture of a pair; nothing glows in a wrong one, and its wall is grey."""

    exercise: str
    number: int
    pair: Pair
    texts: Texts
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

    @property
    def side(self) -> PairSide:
        """What it shows."""
        return self.pair.so if self.so else self.pair.not_so

    @property
    def spoken(self) -> str:
        """What it shows, in words: so or not so, and what its tags say."""
        name = translate("Exercise", "So") if self.so else translate("Exercise", "Not so")
        tags = [self.texts.tags[tag] for tag in self.side.tags if tag in self.texts.tags]
        if not tags:
            return name
        return translate("Exercise", "{name}: {tags}").format(name=name, tags=joined(tags))

    def paint(self, dpr: float, look: Look, _pictures: Pictures) -> QPixmap:
        """Paint it; `dpr` device pixels per px."""
        from kneecoach.ui.figure import Tint
        from kneecoach.ui.figure.pair_picture import PairView, pair_picture
        from kneecoach.ui.stage_colours import colours_of

        tint = None if self.so else look.theme.tints.get(Wall.PAUSED)
        view = PairView(
            self.size,
            dpr,
            colours_of(look),
            mark_colours(look.theme),
            self.texts.tags,
            glows=self.so,
            tint=Tint(*tint) if tint else None,
            mirrored=self.mirrored,
        )
        return pair_picture(self.pair, self.side, view)


class PairPicture(QWidget):
    """One picture of a pair with its check or its cross; its words stand under it."""

    def __init__(self, look: Look, pictures: Pictures, drawing: PairDrawing) -> None:
        super().__init__()
        self._look = look
        self._pictures = pictures
        self._drawing = drawing
        self.setAccessibleName(drawing.spoken)
        self.setMinimumSize(_NARROWEST, LOW)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        look.changed.connect(self.update)
        pictures.painted.connect(self.update)

    @property
    def drawing(self) -> PairDrawing:
        """What is shown now."""
        return replace(self._drawing, size=self.size())

    def show_side(self, mirrored: bool) -> None:
        """Show the left leg (mirrored) or the right one."""
        self._drawing = replace(self._drawing, mirrored=mirrored)
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return height_of(self._drawing.pair, width)

    def sizeHint(self) -> QSize:
        return QSize(_NARROWEST, self.heightForWidth(self.width()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = smooth(QPainter(self))
        picture = self._pictures.get(self.drawing, self.devicePixelRatioF())
        wall = self._look.theme.wall_of(Wall.READY if self._drawing.so else Wall.PAUSED)
        paint_picture(painter, QRectF(self.rect()), _RADIUS, picture, wall)
        if picture is not None:
            self._paint_badge(painter)
        painter.end()

    def _paint_badge(self, painter: QPainter) -> None:
        """A check on a disc, or a cross on an octagon: two shapes, not only two colours."""
        from kneecoach.ui.figure.tags import paint_octagon, paint_tick

        paint = paint_tick if self._drawing.so else paint_octagon
        paint(painter, _BADGE, _BADGE_RADIUS, mark_colours(self._look.theme))
