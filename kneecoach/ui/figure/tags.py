"""Words and discs on a picture "so / not so": they stand upright on both sides (look-front 7)."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QPolygonF

from kneecoach.domain.bones import Point
from kneecoach.domain.marks import Beside, Mark
from kneecoach.ui.figure.layers import Fitting
from kneecoach.ui.figure.mark_painter import MarkColours
from kneecoach.ui.fonts import font

DISC = 10.5  # px, half the width of a tick's disc and of an octagon
BADGE = QRectF(0, 0, 38, 38)  # px; the picture's own sign stands there
_PX, _PAD, _RADIUS = 13, 6.0, 6.0
_GAP, _EDGE = 5.0, 4.0  # px from a tag to its mark, and to the picture's edge
_TIP = 7.0  # px round the tip of an arrow, which no tag covers
_WIDEST = 0.72  # share of the picture's width, beyond which a tag takes a second line
_SHIFTS = (0.0, -0.5, 0.5, -1.0, 1.0, -1.5, 1.5)  # heights of a tag up or down, to find room
_FLAGS = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
_OPPOSITE: Mapping[Beside, Beside] = {
    "left": "right",
    "right": "left",
    "above": "below",
    "below": "above",
}


@dataclass(frozen=True, slots=True)
class Tag:
    """Words on a picture and their place in px."""

    words: str
    box: QRectF


@dataclass(frozen=True, slots=True)
class Spots:
    """Where the marks of a picture are, in px of the picture as it is seen."""

    fitting: Fitting
    size: QSize
    mirrored: bool

    def place(self, point: Point) -> QPointF:
        """A point of the world, in mH."""
        spot = self.fitting.place(point)
        return QPointF(self.size.width() - spot.x(), spot.y()) if self.mirrored else spot

    def beside(self, mark: Mark) -> Beside:
        """The side of a mark its tag stands on."""
        swaps = self.mirrored and mark.beside in ("left", "right")
        return _OPPOSITE[mark.beside] if swaps else mark.beside


def tags_of(marks: Iterable[Mark], words: Mapping[str, str], spots: Spots) -> list[Tag]:
    """The tags of a picture, inside it, off its sign, its discs, its arrows' tips and each other.

    Where there is no such place for one, it stays inside and covers the least.
    """
    marks = tuple(marks)
    taken = [BADGE, *(_box(spots, mark) for mark in marks if mark.kind in ("tick", "octagon"))]
    taken += [_tip(spots, mark) for mark in marks if mark.kind in ("fault", "wanted")]
    tags: list[Tag] = []
    for mark in marks:
        if words.get(mark.tag):
            box = _free(mark, _size(words[mark.tag], spots.size), spots, taken)
            tags.append(Tag(words[mark.tag], box))
            taken.append(box)
    return tags


def paint_tags(p: QPainter, tags: Iterable[Tag], colours: MarkColours) -> None:
    """Paint words on their plates."""
    p.setFont(_font())
    for tag in tags:
        p.setPen(QPen(QColor(colours.border), 1.2))
        p.setBrush(QColor(colours.casing))
        p.drawRoundedRect(tag.box, _RADIUS, _RADIUS)
        p.setPen(QColor(colours.line))
        p.drawText(tag.box, int(_FLAGS), tag.words)
    p.setPen(Qt.PenStyle.NoPen)


def paint_discs(p: QPainter, marks: Iterable[Mark], spots: Spots, colours: MarkColours) -> None:
    """Paint the discs with a check and the octagons with a cross."""
    for mark in marks:
        if mark.kind == "tick":
            paint_tick(p, spots.place(mark.points[0]), DISC, colours)
        elif mark.kind == "octagon":
            paint_octagon(p, spots.place(mark.points[0]), DISC, colours)


def paint_tick(p: QPainter, middle: QPointF, radius: float, colours: MarkColours) -> None:
    """A check on a full disc."""
    p.setPen(QPen(QColor(colours.casing), 1.6))
    p.setBrush(QColor(colours.wanted))
    p.drawEllipse(middle, radius, radius)
    shape = ((-0.46, 0.04), (-0.10, 0.40), (0.50, -0.36))
    p.setPen(_sign_pen(colours.check, radius))
    p.drawPolyline(QPolygonF([middle + QPointF(x, y) * radius for x, y in shape]))
    p.setPen(Qt.PenStyle.NoPen)


def paint_octagon(p: QPainter, middle: QPointF, radius: float, colours: MarkColours) -> None:
    """A cross on an octagon: another shape than the check's, not only another colour."""
    turns = [math.pi / 8 + i * math.pi / 4 for i in range(8)]
    corners = [QPointF(math.cos(a), math.sin(a)) * 1.06 * radius for a in turns]
    p.setPen(QPen(QColor(colours.casing), 1.6))
    p.setBrush(QColor(colours.stop))
    p.drawPolygon(QPolygonF([middle + corner for corner in corners]))
    p.setPen(_sign_pen(colours.cross, radius))
    arm = 0.4 * radius
    for way in (1, -1):
        p.drawLine(middle + QPointF(-arm, -arm * way), middle + QPointF(arm, arm * way))
    p.setPen(Qt.PenStyle.NoPen)


def _sign_pen(colour: str, radius: float) -> QPen:
    pen = QPen(QColor(colour), 0.24 * radius)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    return pen


def _font() -> QFont:
    return font(_PX, 700)


def _size(words: str, picture: QSize) -> QSizeF:
    """What a tag needs, in one line or more."""
    metrics = QFontMetricsF(_font())
    longest = max(metrics.horizontalAdvance(word) for word in words.split())
    room = QRectF(0, 0, max(longest + 1, picture.width() * _WIDEST), 1000)
    needed = metrics.boundingRect(room, int(_FLAGS), words)
    return QSizeF(math.ceil(needed.width()) + 2 * _PAD, math.ceil(needed.height()) + 4)


def _box(spots: Spots, mark: Mark) -> QRectF:
    """What a mark takes at its first point."""
    reach = DISC if mark.kind in ("tick", "octagon") else 2.0
    return _round(spots.place(mark.points[0]), reach)


def _tip(spots: Spots, mark: Mark) -> QRectF:
    return _round(spots.place(mark.points[1]), _TIP)


def _round(middle: QPointF, reach: float) -> QRectF:
    return QRectF(middle.x() - reach, middle.y() - reach, 2 * reach, 2 * reach)


def _free(mark: Mark, size: QSizeF, spots: Spots, taken: list[QRectF]) -> QRectF:
    whole = QRectF(0, 0, spots.size.width(), spots.size.height())
    bounds = whole.adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE)
    anchor = _box(spots, mark) if mark.at is None else _round(spots.place(mark.at), 0.0)
    places = list(_places(anchor, size, spots.beside(mark), bounds))
    return min(places, key=lambda place: _covered(place, taken))


def _covered(place: QRectF, taken: Iterable[QRectF]) -> float:
    """How much of what is taken a place would cover, in px²."""
    common = [place.intersected(other) for other in taken]
    return sum(max(0.0, box.width()) * max(0.0, box.height()) for box in common)


def _places(at: QRectF, size: QSizeF, beside: Beside, bounds: QRectF) -> Iterator[QRectF]:
    """Places for a tag at a mark: the wanted one, then others, all moved into the bounds."""
    wide, high = size.width(), size.height()
    x, y = at.center().x(), at.center().y()
    sides: Mapping[Beside, QPointF] = {
        "left": QPointF(at.left() - _GAP - wide, y - high / 2),
        "right": QPointF(at.right() + _GAP, y - high / 2),
        "above": QPointF(x - wide / 2, at.top() - _GAP - high),
        "below": QPointF(x - wide / 2, at.bottom() + _GAP),
    }
    others: tuple[Beside, ...] = ("above", "below", "left", "right")
    for side in (beside, *(other for other in others if other != beside)):
        for shift in _SHIFTS:
            yield _inside(QRectF(sides[side] + QPointF(0, shift * high), size), bounds)


def _inside(box: QRectF, bounds: QRectF) -> QRectF:
    """The box moved into the bounds."""
    left = min(max(box.left(), bounds.left()), bounds.right() - box.width())
    top = min(max(box.top(), bounds.top()), bounds.bottom() - box.height())
    return QRectF(QPointF(left, top), box.size())
