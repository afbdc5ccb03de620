"""What the colours, patterns and lines of a chart stand for."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from kneecoach.ui.charts.fills import draw_swatch, style_of
from kneecoach.ui.charts.words import chart_name, short_chart_name
from kneecoach.ui.fonts import font
from kneecoach.ui.look import Look
from kneecoach.ui.theme import Theme

_ROW = 24  # px
_GAP = 7  # px between a sign and its words


@dataclass(frozen=True, slots=True)
class Entry:
    """A sign of that width in px, how to draw it, and its words."""

    text: str
    width: float
    draw: Callable[[QPainter, QRectF, Theme], None]


class Legend(QWidget):
    """Signs with their words, in as many rows as the width asks for."""

    def __init__(
        self,
        look: Look,
        entries: Sequence[Entry] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._entries: tuple[Entry, ...] = ()
        self._apart = 16.0
        self._px = 14.0
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.set_entries(entries)
        look.changed.connect(self.update)

    def set_entries(self, entries: Sequence[Entry]) -> None:
        """Show these entries."""
        self._entries = tuple(entries)
        self.setAccessibleName(", ".join(entry.text for entry in entries))
        if self.parentWidget() is not None or not entries:  # else it would be a window
            self.setVisible(bool(entries))
        self.updateGeometry()
        self.update()

    def set_px(self, px: float, *, apart: float) -> None:
        """Use that text size and that room between two entries, in px."""
        self._px = px
        self._apart = apart
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        """True: narrower is higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of all rows at that width."""
        return _ROW * (1 + max((row for row, _, _ in self._places(width)), default=0))

    def sizeHint(self) -> QSize:
        """Everything in one row."""
        width = sum(self._width(entry) + self._apart for entry in self._entries) - self._apart
        return QSize(max(0, round(width + 1)), _ROW)

    def minimumSizeHint(self) -> QSize:
        """The widest entry."""
        widest = max((self._width(entry) for entry in self._entries), default=0.0)
        return QSize(round(widest + 1), _ROW)

    def _width(self, entry: Entry) -> float:
        words = QFontMetricsF(font(self._px)).horizontalAdvance(entry.text)
        return entry.width + _GAP + words

    def _places(self, width: float) -> Iterator[tuple[int, float, Entry]]:
        """The row, the x and the entry, one after the other."""
        row, x = 0, 0.0
        for entry in self._entries:
            wide = self._width(entry)
            if x and x + wide > width:
                row, x = row + 1, 0.0
            yield row, x, entry
            x += wide + self._apart

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw signs and words."""
        theme = self._look.theme
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            for row, x, entry in self._places(self.width() + 1):
                middle = row * _ROW + _ROW / 2
                entry.draw(painter, QRectF(x, middle - 7, entry.width, 14), theme)
                painter.setFont(font(self._px))
                painter.setPen(QColor(theme.ink))
                words = QRectF(x + entry.width + _GAP, row * _ROW, self.width(), _ROW)
                painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, entry.text)


def exercise_entry(key: str, *, short: bool) -> Entry:
    """The entry of a chart key."""

    def draw(painter: QPainter, rect: QRectF, theme: Theme) -> None:
        draw_swatch(painter, rect, style_of(theme, key), theme)

    return Entry(short_chart_name(key) if short else chart_name(key), 14, draw)


def line_entry(text: str, role: str, width: float, style: Qt.PenStyle) -> Entry:
    """The entry of a line in a role's colour."""

    def draw(painter: QPainter, rect: QRectF, theme: Theme) -> None:
        painter.setPen(QPen(QColor(getattr(theme, role)), width, style))
        y = rect.center().y()
        painter.drawLine(QPointF(rect.left(), y), QPointF(rect.right(), y))

    return Entry(text, 26, draw)
