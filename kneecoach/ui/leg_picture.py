"""Where massage goes and where it never goes: the leg from behind with its words (look-pages 5)."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass, replace
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QLinearGradient,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from kneecoach.ui.fonts import font
from kneecoach.ui.kit.shapes import smooth
from kneecoach.ui.look import Look
from kneecoach.ui.pictures import Pictures
from kneecoach.ui.theme import Theme, faded
from kneecoach.ui.words import translate

_LEAST, _BEST = QSize(300, 320), QSize(420, 320)  # px
_MOST = 620  # px high
_FADE = 34  # px over which the leg ends above and below
_EDGE = 14  # px between the words and the picture's edge
_PX, _SMALL = 15.5, 14.5
_NEAR = 8  # px between a word and its line
_BRACKET = 26.0  # units of the leg's box beside the widest part of the knee


class Words(NamedTuple):
    """What stands at the picture; each site with a line on it."""

    hamstring: tuple[str, str]
    calf: tuple[str, str]
    hollow: tuple[str, str]
    hand: str


def leg_words() -> Words:
    """The words in the window's language."""
    return Words(
        (translate("Massage", "Hamstring"), translate("Massage", "its soft middle")),
        (translate("Massage", "Calf"), translate("Massage", "both heads")),
        (
            translate("Massage", "The hollow"),
            translate("Massage", "light strokes only, no thumbs, ball or roller"),
        ),
        translate("Massage", "a hand-width"),
    )


class _Site(NamedTuple):
    """Words beside the leg: at which side, level with which point they are about (units)."""

    right: bool
    point: tuple[float, float]
    danger: bool = False


_SITES = (
    _Site(True, (276, 130)),
    _Site(True, (262, 452)),
    _Site(False, (176, 330), danger=True),
)


@dataclass(frozen=True, slots=True)
class LegDrawing:
    """The leg with its words; `left` mirrors the leg, never the words."""

    left: bool
    size: QSize
    words: Words

    @property
    def key(self) -> Hashable:
        """All of it; the size as numbers."""
        return ("leg", self.left, self.size.width(), self.size.height(), self.words)

    def paint(self, dpr: float, look: Look, _pictures: Pictures) -> QPixmap:
        """Paint it; `dpr` device pixels per px."""
        pixmap = QPixmap(self.size * dpr)
        pixmap.setDevicePixelRatio(dpr)
        pixmap.fill(look.theme.surface)
        with QPainter(pixmap) as painter:
            smooth(painter)
            _Painting(painter, self, look.theme).paint()
        return pixmap


class _Painting:
    """One painting of the picture."""

    def __init__(self, painter: QPainter, drawing: LegDrawing, theme: Theme) -> None:
        from kneecoach.ui import leg_behind

        self._box = leg_behind
        self._p = painter
        self._drawing = drawing
        self._theme = theme
        self._width, self._height = float(drawing.size.width()), float(drawing.size.height())
        self._scale = self._height / leg_behind.HEIGHT
        self._left = (self._width - leg_behind.WIDTH * self._scale) / 2

    def paint(self) -> None:
        """The leg, how it fades, then the words over it."""
        self._paint_leg()
        self._paint_fade(0, _FADE)
        self._paint_fade(self._height, self._height - _FADE)
        self._paint_crease()
        words = self._drawing.words
        for site, told in zip(_SITES, (words.hamstring, words.calf, words.hollow), strict=True):
            self._paint_site(site, *told)
        for top in (self._box.HIGHEST, self._box.CREASE):
            self._paint_bracket(top, words.hand)

    def _x(self, x: float) -> float:
        return self._left + x * self._scale

    def _y(self, y: float) -> float:
        return y * self._scale

    def _paint_leg(self) -> None:
        p = self._p
        p.save()
        p.translate(self._left, 0)
        p.scale(self._scale, self._scale)
        if self._drawing.left:
            p.translate(self._box.WIDTH, 0)
            p.scale(-1, 1)
        self._box.paint_leg(p, self._theme)
        p.restore()

    def _paint_fade(self, outer: float, inner: float) -> None:
        shade = QLinearGradient(0, outer, 0, inner)
        shade.setColorAt(0, QColor(self._theme.surface))
        shade.setColorAt(1, faded(self._theme.surface, 0))
        top, bottom = sorted((outer, inner))
        self._p.fillRect(QRectF(0, top, self._width, bottom - top), shade)

    def _paint_crease(self) -> None:
        pen = QPen(faded(self._theme.ink2, 0.8), 1.8, Qt.PenStyle.DashLine)
        self._p.setPen(pen)
        y = self._y(self._box.CREASE)
        self._p.drawLine(QPointF(self._x(150), y), QPointF(self._x(272), y))

    def _paint_site(self, site: _Site, name: str, line: str) -> None:
        """Two words beside the leg with a line to what they are about."""
        ink = QColor(self._theme.danger_ink if site.danger else self._theme.primary)
        room, point = self._room(site), QPointF(self._x(site.point[0]), self._y(site.point[1]))
        self._p.setPen(ink)
        head = self._write(room, name, _PX, 700, right=site.right)
        below = room.adjusted(0, head.height() + 1, 0, 0)
        self._write(below, line, _PX, 500, right=site.right)
        start = QPointF(head.left() - _NEAR if site.right else head.right() + _NEAR, point.y())
        self._p.setPen(QPen(ink, 1.5))
        self._p.drawLine(start, point)
        self._p.setPen(QPen(QColor(self._theme.surface), 2))
        self._p.setBrush(ink)
        self._p.drawEllipse(point, 4.5, 4.5)
        self._p.setBrush(Qt.BrushStyle.NoBrush)

    def _room(self, site: _Site) -> QRectF:
        """Where the words of a site may stand beside the leg."""
        top = self._y(site.point[1]) - QFontMetricsF(font(_PX, 700)).height() / 2
        height = self._height - top
        if site.right:
            left = self._x(site.point[0]) + 34
            return QRectF(left, top, self._width - _EDGE - left, height)
        return QRectF(_EDGE, top, self._x(site.point[0]) - 26 - _EDGE, height)

    def _paint_bracket(self, top: float, word: str) -> None:
        """How wide a hand is, above or below the crease."""
        ink = QColor(self._theme.ink2)
        x = self._x(self._box.WIDTH - 150 + _BRACKET * 2)
        first, last = self._y(top) + 3, self._y(top + self._box.HAND) - 3
        self._p.setPen(QPen(ink, 1.8))
        self._p.drawLine(QPointF(x, first), QPointF(x, last))
        for y in (first, last):
            self._p.drawLine(QPointF(x - 6, y), QPointF(x + 6, y))
        room = QRectF(x + 14, first, self._width - _EDGE - x - 14, last - first)
        self._p.setPen(ink)
        self._p.setFont(font(_SMALL, 500))
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap
        self._p.drawText(room, flags, word)

    def _write(self, room: QRectF, words: str, px: float, weight: int, *, right: bool) -> QRectF:
        """Write in the room, from its top, and give the place the words take."""
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        flags = side | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
        used = font(px, weight)
        self._p.setFont(used)
        self._p.drawText(room, flags, words)
        return QFontMetricsF(used).boundingRect(room, flags, words)


class LegPicture(QWidget):
    """The picture in its card; a screen reader hears all of its words."""

    def __init__(self, look: Look, pictures: Pictures) -> None:
        super().__init__()
        self._look = look
        self._pictures = pictures
        self._drawing = LegDrawing(True, QSize(1, 1), leg_words())
        self.setMinimumSize(_LEAST)
        self.setMaximumHeight(_MOST)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        look.changed.connect(self.update)
        pictures.painted.connect(self.update)
        self.show_leg(left=True)

    @property
    def drawing(self) -> LegDrawing:
        """What is shown now."""
        return replace(self._drawing, size=self.size())

    def show_leg(self, *, left: bool) -> None:
        """Show the left leg or the right one."""
        self._drawing = replace(self._drawing, left=left)
        words = self._drawing.words
        spoken = translate(
            "Massage",
            "{leg}. Strokes towards the body on two sites: {hamstring}, {calf}. "
            "Both end {hand} from the crease of the knee. {hollow}.",
        )
        sites = {name: ", ".join(getattr(words, name)) for name in ("hamstring", "calf", "hollow")}
        self.setAccessibleName(spoken.format(leg=leg_title(left=left), hand=words.hand, **sites))
        self.update()

    def sizeHint(self) -> QSize:
        return _BEST

    def paintEvent(self, _event: QPaintEvent) -> None:
        picture = self._pictures.get(self.drawing, self.devicePixelRatioF())
        if picture is not None:
            painter = QPainter(self)
            painter.drawPixmap(0, 0, picture)
            painter.end()


def leg_title(*, left: bool) -> str:
    """Which leg is shown, from where."""
    if left:
        return translate("Massage", "Left leg, from behind")
    return translate("Massage", "Right leg, from behind")
