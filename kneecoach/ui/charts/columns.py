"""What the painted charts share: columns side by side that pointer and arrow keys move along."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QLocale, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QEnterEvent,
    QFocusEvent,
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from kneecoach.domain.charts import Column, Span
from kneecoach.ui.charts.axes import draw_grid, fitting_dates, gutter
from kneecoach.ui.charts.roles import Chart
from kneecoach.ui.charts.words import column_marks, column_sentence
from kneecoach.ui.fonts import font
from kneecoach.ui.kit.announce import announce
from kneecoach.ui.look import Look
from kneecoach.ui.theme import faded

_TOP = 16.0  # the upper half of the highest value, and the focus ring
_BELOW = 30.0  # the dates under the axis
_RING = 3.0
_KEYBOARD = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)


class ColumnChart(Chart):
    """A chart of columns: Left, Right, Home and End point at one, Enter or a click choose it."""

    pointed = Signal(int)  # the index of the column pointed at, -1 for none
    chosen = Signal(int)

    def __init__(self, look: Look, locale: QLocale, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self.locale_of_words = locale
        self.columns: tuple[Column, ...] = ()
        self.span = Span.MONTH
        self.compact = False
        self.index = -1
        self._ring = False
        self.axis: tuple[int, ...] = self.marks()
        self._picture: QPixmap | None = None  # all but what pointing changes
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        look.changed.connect(self._redraw)

    def sizeHint(self) -> QSize:
        """The smallest size at which the chart still reads well."""
        return QSize(360, 150)

    def minimumSizeHint(self) -> QSize:
        """The smallest size at which the chart can be used."""
        return QSize(240, 96)

    def show_columns(self, columns: tuple[Column, ...], span: Span) -> None:
        """Draw these columns and point at none."""
        self.columns = columns
        self.span = span
        self.index = -1
        self.axis = self.marks()
        self._redraw()

    def set_compact(self, compact: bool) -> None:
        """Draw for a narrow window (look 5)."""
        self.compact = compact
        self._redraw()

    def _redraw(self) -> None:
        self._picture = None
        self.update()

    def resizeEvent(self, _event: QResizeEvent) -> None:
        """Draw anew for the new size."""
        self._picture = None

    def point_at(self, index: int) -> None:
        """Mark the column of that index, or none for -1, without telling anybody."""
        if index != self.index:
            self.index = index
            self.update()

    def marks(self) -> tuple[int, ...]:
        """The marks of the axis from 0 upwards, evenly spaced."""
        raise NotImplementedError

    def draw(self, painter: QPainter, plot: QRectF) -> None:
        """Draw the columns into the plot; `axis` holds the marks."""
        raise NotImplementedError

    # Where things are.

    def plot(self) -> QRectF:
        """The area of the columns, in the widget's coordinates."""
        left = gutter(self.axis, QFontMetricsF(self.axis_font))
        return QRectF(left, _TOP, self.width() - left - 6, self.height() - _TOP - _BELOW)

    def column_rect(self, index: int) -> QRectF:
        """The full height of one column, in the widget's coordinates."""
        plot = self.plot()
        step = plot.width() / max(1, len(self.columns))
        return QRectF(plot.left() + step * index, plot.top(), step, plot.height())

    def column_at(self, x: float) -> int:
        """The index of the column at that x, -1 beside them."""
        plot = self.plot()
        if not self.columns or not plot.left() <= x < plot.right():
            return -1
        return int((x - plot.left()) / plot.width() * len(self.columns))

    @property
    def axis_font(self) -> QFont:
        """The font of axis labels and dates."""
        return font(13 if self.compact else 14, 500, tabular=True)

    # Painting.

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the marked column, over it the chart as it was painted once, and the ring."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._draw_marked(painter)
            ratio = painter.device().devicePixelRatio()
            if self._picture is None or self._picture.devicePixelRatio() != ratio:
                self._picture = self._painted(ratio)
            painter.drawPixmap(0, 0, self._picture)
            if self._ring:
                self._draw_ring(painter)

    def _painted(self, ratio: float) -> QPixmap:
        picture = QPixmap(self.size() * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        with QPainter(picture) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            plot = self.plot()
            painter.setFont(self.axis_font)
            draw_grid(painter, plot, self.axis, self.look.theme)
            if self.columns:
                self._draw_dates(painter, plot)
                self.draw(painter, plot)
            if not any(column.sessions for column in self.columns):
                painter.setPen(QColor(self.look.theme.ink2))
                text = self.tr("No session in this time")
                painter.drawText(plot, Qt.AlignmentFlag.AlignCenter, text)
        return picture

    def _draw_marked(self, painter: QPainter) -> None:
        if 0 <= self.index < len(self.columns):
            rect = self.column_rect(self.index)
            wide = max(rect.width(), 16)
            rect = QRectF(rect.center().x() - wide / 2, rect.top() - 6, wide, rect.height() + 6)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(faded(self.look.theme.primary, 0.16))
            painter.drawRoundedRect(rect, 5, 5)

    def _draw_dates(self, painter: QPainter, plot: QRectF) -> None:
        metrics = QFontMetricsF(self.axis_font)
        marks = column_marks(self.columns, self.span, self.locale_of_words)
        step = plot.width() / len(self.columns)
        painter.setPen(QColor(self.look.theme.ink2))
        for mark in fitting_dates(marks, step, metrics):
            wide = metrics.horizontalAdvance(mark.text)
            x = plot.left() + step * (mark.index + 0.5) - wide / 2
            x = min(max(6.0, x), self.width() - 6 - wide)
            painter.drawText(QPointF(x, plot.bottom() + 20), mark.text)

    def _draw_ring(self, painter: QPainter) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(self.look.theme.focus), _RING))
        half = _RING / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(half, half, -half, -half), 10, 10)

    # Pointer and keys.

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Point at the column under the pointer."""
        self._point(self.column_at(event.position().x()))

    def enterEvent(self, event: QEnterEvent) -> None:
        """Point at the column under the pointer."""
        self._point(self.column_at(event.position().x()))

    def leaveEvent(self, _event: QEvent) -> None:
        """Point at nothing."""
        self._point(-1)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose the column under the pointer."""
        self._choose(self.column_at(event.position().x()))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring and point at the latest column, when the keyboard brought the focus."""
        self._ring = event.reason() in _KEYBOARD
        if self._ring:
            self._go(len(self.columns) - 1)
        self.update()

    def focusOutEvent(self, _event: QFocusEvent) -> None:
        """Point at nothing."""
        self._ring = False
        self._point(-1)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move along the columns; Enter chooses, Escape lets go."""
        last = len(self.columns) - 1
        here = self.index if self.index >= 0 else last + 1
        moves = {
            Qt.Key.Key_Left: max(0, here - 1),
            Qt.Key.Key_Right: min(last, here + 1),
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
        }
        if event.key() in moves:
            self._ring = True
            self._go(moves[Qt.Key(event.key())])
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.index >= 0:
            self._choose(self.index)
        elif event.key() == Qt.Key.Key_Escape and self.index >= 0:
            self._point(-1)
        else:
            super().keyPressEvent(event)

    def _go(self, index: int) -> None:
        """Point at a column and read it aloud."""
        if 0 <= index < len(self.columns):
            self._point(index)
            sentence = column_sentence(self.columns[index], self.locale_of_words)
            announce(self, sentence)

    def _point(self, index: int) -> None:
        if index != self.index:
            self.index = index
            self.update()
            self.pointed.emit(index)

    def _choose(self, index: int) -> None:
        if index >= 0:
            self.chosen.emit(index)
