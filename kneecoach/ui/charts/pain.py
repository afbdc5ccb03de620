"""Pain before and after exercise as two lines with a band between them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from kneecoach.domain.charts import Column
from kneecoach.ui.charts.axes import height_of
from kneecoach.ui.charts.columns import ColumnChart
from kneecoach.ui.theme import faded

_BAND_OPACITY = 0.13  # look 6.4
_BEFORE_WIDTH = 2.2
_AFTER_WIDTH = 3.0


class PainChart(ColumnChart):
    """Two lines from 0 to 10; a day without a rating is left out, not drawn as 0."""

    def marks(self) -> tuple[int, ...]:
        """The ends and the middle of the scale."""
        return (0, 5, 10)

    def draw(self, painter: QPainter, plot: QRectF) -> None:
        """Draw the band, both lines and the dots of the ratings after exercise."""
        theme = self.look.theme
        self._draw_band(painter, plot)
        before = self._points(plot, lambda column: column.before)
        after = self._points(plot, lambda column: column.after)
        _draw_line(painter, before, _pen(theme.ink3, _BEFORE_WIDTH, Qt.PenStyle.DashLine))
        _draw_line(painter, after, _pen(theme.target_ink, _AFTER_WIDTH))
        if len(before) == 1:  # which makes no line
            _draw_dots(painter, before, theme.ink3, theme.ink3)
        _draw_dots(painter, after, theme.target_ink, theme.surface)

    def _points(self, plot: QRectF, value: Callable[[Column], float | None]) -> list[QPointF]:
        step = plot.width() / len(self.columns)
        return [
            QPointF(plot.left() + step * (index + 0.5), height_of(pain, self.axis, plot))
            for index, column in enumerate(self.columns)
            if (pain := value(column)) is not None
        ]

    def _draw_band(self, painter: QPainter, plot: QRectF) -> None:
        told = [c for c in self.columns if c.before is not None and c.after is not None]
        ends = set(told)
        before = self._points(plot, lambda c: c.before if c in ends else None)
        after = self._points(plot, lambda c: c.after if c in ends else None)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(faded(self.look.theme.target, _BAND_OPACITY))
        painter.drawPolygon(QPolygonF([*before, *reversed(after)]))


def _pen(colour: str, width: float, style: Qt.PenStyle = Qt.PenStyle.SolidLine) -> QPen:
    cap, join = Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
    return QPen(QColor(colour), width, style, cap, join)


def _draw_line(painter: QPainter, points: list[QPointF], pen: QPen) -> None:
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolyline(points)


def _draw_dots(painter: QPainter, points: list[QPointF], edge: str, fill: str) -> None:
    painter.setPen(QPen(QColor(edge), 2))
    painter.setBrush(QColor(fill))
    for point in points:
        painter.drawEllipse(point, 3.2, 3.2)
