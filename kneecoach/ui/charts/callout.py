"""The small card beside a column: its date, what was done and how it hurt."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QLocale, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kneecoach.domain.charts import Column
from kneecoach.ui.charts.fills import draw_swatch, style_of
from kneecoach.ui.charts.words import (
    chart_name,
    minutes_words,
    pain_words,
    period_words,
    total_words,
)
from kneecoach.ui.fonts import font
from kneecoach.ui.kit.shapes import rounded, shadow, smooth
from kneecoach.ui.look import Look

_PAD = 16
_ROW = 24
_EDGE = 16  # px around the card for its shadow
_BESIDE = 10  # px between the card and its column
_LEFT_SHARE = 0.3  # of the width; further right it would hide the calendar
_BETWEEN = 24  # px between a name and its minutes


@dataclass(frozen=True, slots=True)
class _Row:
    text: str
    value: str = ""
    key: str = ""  # of a chart, "" for a row without a swatch
    weight: int = 500
    role: str = "ink"


class Callout(QWidget):
    """Floats over its parent beside the column pointed at; the pointer goes through it."""

    def __init__(self, look: Look, locale: QLocale, parent: QWidget) -> None:
        super().__init__(parent)
        self._host = parent
        self._look = look
        self._locale = locale
        self._rows: tuple[_Row, ...] = ()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def point(self, column: Column, beside: QRect) -> None:
        """Tell the column next to the rectangle, given in the parent's coordinates."""
        self._rows = _rows(column, self._locale)
        self.resize(self._wanted())
        self.move(self._place(beside))
        self.show()
        self.raise_()
        self.update()

    @property
    def lines(self) -> tuple[str, ...]:
        """What is written on the card, line by line."""
        return tuple(f"{row.text} {row.value}".strip() for row in self._rows)

    def _place(self, beside: QRect) -> QPoint:
        """Right of a column at the left, else left of it; never outside the parent."""
        host = self._host.rect()
        if beside.center().x() < host.width() * _LEFT_SHARE:
            x = beside.right() + _BESIDE - _EDGE
        else:
            x = beside.left() - _BESIDE + _EDGE - self.width()
        y = beside.center().y() - self.height() // 2
        return QPoint(
            min(max(x, 0), max(0, host.width() - self.width())),
            min(max(y, 0), max(0, host.height() - self.height())),
        )

    def _wanted(self) -> QSize:
        widest = max(self._row_width(row) for row in self._rows)
        height = _ROW * len(self._rows) + 2 * (_PAD - 4)
        return QSize(round(widest) + 2 * (_PAD + _EDGE), height + 2 * _EDGE)

    def _row_width(self, row: _Row) -> float:
        metrics = QFontMetricsF(font(15, row.weight))
        left = metrics.horizontalAdvance(row.text) + (22 if row.key else 0)
        right = QFontMetricsF(font(15, 600)).horizontalAdvance(row.value)
        return left + (right + _BETWEEN if row.value else 0) + 1

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the card and its rows."""
        theme = self._look.theme
        with QPainter(self) as painter:
            smooth(painter)
            box = QRectF(self.rect()).adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE)
            shadow(painter, box, 14, theme)
            rounded(painter, box, 14, theme.surface, theme.line2, 1.4)
            top = box.top() + _PAD - 4
            for number, row in enumerate(self._rows):
                line = QRectF(box.left() + _PAD, top + _ROW * number, 0, _ROW)
                line.setRight(box.right() - _PAD)
                self._draw_row(painter, line, row)

    def _draw_row(self, painter: QPainter, line: QRectF, row: _Row) -> None:
        theme = self._look.theme
        align = Qt.AlignmentFlag.AlignVCenter
        if row.key:
            swatch = QRectF(line.left(), line.center().y() - 7, 14, 14)
            draw_swatch(painter, swatch, style_of(theme, row.key), theme)
        painter.setPen(QColor(getattr(theme, row.role)))
        painter.setFont(font(15, row.weight))
        words = line.adjusted(22, 0, 0, 0) if row.key else line
        painter.drawText(words, align, row.text)
        painter.setFont(font(15, 600, tabular=True))
        painter.drawText(line, align | Qt.AlignmentFlag.AlignRight, row.value)


def _rows(column: Column, locale: QLocale) -> tuple[_Row, ...]:
    title = _Row(period_words(column, locale), weight=700)
    if not column.sessions:
        return title, _Row(QCoreApplication.translate("Charts", "No session"), role="ink2")
    rows = [title, _Row(total_words(column), role="ink2")]
    rows += [_Row(chart_name(k), minutes_words(s), k) for k, s in reversed(column.parts)]
    pain = pain_words(column, locale)
    return (*rows, _Row(pain, role="target_ink", weight=600)) if pain else tuple(rows)
