"""Minutes a day, a week or a month as stacked bars."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from kneecoach.domain.charts import Column, axis
from kneecoach.ui.charts.columns import ColumnChart
from kneecoach.ui.charts.fills import draw_pattern, style_of

_GAP = 1.6  # between two parts of a bar (look 6.4)
_CORNER = 5.0
_FILL_OF_STEP = 0.68  # the bar's share of its column


class MinutesChart(ColumnChart):
    """Stacked bars of what was done; colours and patterns of look 3.3."""

    def marks(self) -> tuple[int, ...]:
        """Minutes at four round steps, the highest bar below the last."""
        return axis(max((column.seconds for column in self.columns), default=0) / 60)

    def _bar_width(self, step: float) -> float:
        few = len(self.columns) <= 12
        widest = 44 if few else 10 if self.compact else min(24, max(15, step * 0.45))
        return min(widest, step * _FILL_OF_STEP)

    def draw(self, painter: QPainter, plot: QRectF) -> None:
        """Draw every bar."""
        step = plot.width() / len(self.columns)
        wide = self._bar_width(step)
        scale = plot.height() / (self.axis[-1] * 60)
        for index, column in enumerate(self.columns):
            if column.parts:
                left = plot.left() + step * index + (step - wide) / 2
                self._draw_bar(painter, QRectF(left, plot.bottom(), wide, scale), column)

    def _draw_bar(self, painter: QPainter, foot: QRectF, column: Column) -> None:
        """One bar; `foot` is its lower left corner, its width, and px per second as height."""
        bottom = foot.top()
        last = len(column.parts) - 1
        for number, (key, seconds) in enumerate(column.parts):
            top = bottom - seconds * foot.height()
            gap = _GAP if number else 0.0
            part = QRectF(foot.left(), top, foot.width(), max(0.6, bottom - gap - top))
            self._draw_part(painter, part, key, _CORNER if number == last else 0.0)
            bottom = top

    def _draw_part(self, painter: QPainter, part: QRectF, key: str, corner: float) -> None:
        """One part; the pattern needs no rounded edge, beside the bar it has the card's colour."""
        theme = self.look.theme
        style = style_of(theme, key)
        colour = QColor(style.colour)
        if corner:
            painter.fillPath(_rounded_top(part, corner), colour)
        else:
            painter.fillRect(part, colour)
        draw_pattern(painter, part, style, theme)
        if style.border and part.height() > 2:
            inner = part.adjusted(0.5, 0.5, -0.5, -0.5)
            painter.strokePath(_rounded_top(inner, corner), QPen(QColor(style.border), 1))


def _rounded_top(bar: QRectF, corner: float) -> QPainterPath:
    radius = min(corner, bar.width() / 2, bar.height())
    path = QPainterPath()
    if not radius > 0:
        path.addRect(bar)
        return path
    path.moveTo(bar.bottomLeft())
    path.lineTo(bar.left(), bar.top() + radius)
    path.arcTo(bar.left(), bar.top(), radius * 2, radius * 2, 180, -90)
    path.arcTo(bar.right() - radius * 2, bar.top(), radius * 2, radius * 2, 90, -90)
    path.lineTo(bar.bottomRight())
    path.closeSubpath()
    return path
