"""Grid lines with their values, and dates below the axis."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from kneecoach.ui.charts.words import Mark
from kneecoach.ui.theme import Theme

_EDGE = 6  # px left of the values, where the focus ring lies
_BESIDE = 10  # px between a value and the plot
_LEAST = 40  # px, so that charts above one another line up
_APART = 12  # px between two dates, at least
_STRIDES = (1, 2, 3, 4, 6, 12, 24, 60, 120)


def gutter(marks: Sequence[int], metrics: QFontMetricsF) -> float:
    """The width the values need left of the plot."""
    widest = max(metrics.horizontalAdvance(str(mark)) for mark in marks)
    return max(_LEAST, _EDGE + widest + _BESIDE)


def height_of(value: float, marks: Sequence[int], plot: QRectF) -> float:
    """The y of a value of the axis."""
    return plot.bottom() - plot.height() * value / marks[-1]


def draw_grid(painter: QPainter, plot: QRectF, marks: Sequence[int], theme: Theme) -> None:
    """A line across the plot for each mark, its value at the left."""
    align = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
    for mark in marks:
        y = height_of(mark, marks, plot)
        painter.setPen(QPen(QColor(theme.line), 1))
        painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y))
        painter.setPen(QColor(theme.ink2))
        painter.drawText(QRectF(0, y - 10, plot.left() - _BESIDE, 20), align, str(mark))


def fitting_dates(marks: Sequence[Mark], step: float, metrics: QFontMetricsF) -> list[Mark]:
    """Every date, or every second, third and so on, so that none touches the next.

    `step` is the width of a column in px.
    """
    for stride in _STRIDES:
        kept = [mark for mark in marks if mark.number % stride == 0]
        if all(_fit(a, b, step, metrics) for a, b in pairwise(kept)):
            return kept
    return list(marks[:1])


def _fit(left: Mark, right: Mark, step: float, metrics: QFontMetricsF) -> bool:
    widths = metrics.horizontalAdvance(left.text) + metrics.horizontalAdvance(right.text)
    return (right.index - left.index) * step > _APART + widths / 2
