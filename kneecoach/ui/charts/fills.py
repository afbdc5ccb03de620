"""Colour and pattern of what was done, as drawn in bars and beside names (look 3.3)."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from math import ceil

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from kneecoach.ui.theme import ChartStyle, Pattern, Theme, faded

_PATTERN_OPACITY = 0.55
_PATTERN_WIDTH = 1.6
_DOT = 1.2


def style_of(theme: Theme, key: str) -> ChartStyle:
    """The style of a chart key; one this version does not know is a plain grey."""
    return theme.charts.get(key, ChartStyle(theme.ink3))


def fill(painter: QPainter, rect: QRectF, style: ChartStyle, theme: Theme) -> None:
    """Fill a rectangle with a style's colour and pattern."""
    painter.fillRect(rect, QColor(style.colour))
    draw_pattern(painter, rect, style, theme)


def draw_pattern(painter: QPainter, rect: QRectF, style: ChartStyle, theme: Theme) -> None:
    """Draw a style's pattern inside a rectangle in the surface colour at 55 %."""
    draw = _PATTERNS.get(style.pattern)
    if draw is None or rect.isEmpty():
        return
    painter.save()
    painter.setClipRect(rect, Qt.ClipOperation.IntersectClip)
    draw(painter, rect, style.step, faded(theme.surface, _PATTERN_OPACITY))
    painter.restore()


def _diagonal(painter: QPainter, rect: QRectF, step: int, colour: QColor) -> None:
    high = rect.height()
    count = ceil((rect.width() + high) / step) + 1
    lefts = (rect.left() - high + step * n for n in range(count))
    _lines(painter, colour, (QLineF(x, rect.bottom(), x + high, rect.top()) for x in lefts))


def _horizontal(painter: QPainter, rect: QRectF, step: int, colour: QColor) -> None:
    heights = (rect.top() + 3 + step * n for n in range(ceil(rect.height() / step)))
    _lines(painter, colour, (QLineF(rect.left(), y, rect.right(), y) for y in heights))


def _lines(painter: QPainter, colour: QColor, lines: Iterable[QLineF]) -> None:
    painter.setPen(QPen(colour, _PATTERN_WIDTH))
    painter.drawLines(list(lines))


def _dots(painter: QPainter, rect: QRectF, step: int, colour: QColor) -> None:
    path = QPainterPath()
    for row in range(ceil(rect.height() / step)):
        shift = 3 + (step / 2 if row % 2 else 0)
        for column in range(ceil(rect.width() / step) + 1):
            centre = QPointF(rect.left() + shift + step * column, rect.top() + 3 + step * row)
            path.addEllipse(centre, _DOT, _DOT)
    painter.fillPath(path, colour)


_PATTERNS: dict[Pattern, Callable[[QPainter, QRectF, int, QColor], None]] = {
    Pattern.DIAGONAL: _diagonal,
    Pattern.HORIZONTAL: _horizontal,
    Pattern.DOTS: _dots,
}


def draw_swatch(painter: QPainter, rect: QRectF, style: ChartStyle, theme: Theme) -> None:
    """The small square beside a name: the same colour, pattern and border as in a bar."""
    shape = QPainterPath()
    shape.addRoundedRect(rect, 4, 4)
    painter.save()
    painter.setClipPath(shape, Qt.ClipOperation.IntersectClip)
    fill(painter, rect, style, theme)
    painter.restore()
    if style.border:
        painter.setPen(QPen(QColor(style.border), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 3.5, 3.5)
