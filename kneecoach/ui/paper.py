"""Drawing on paper: 150 dots to the inch, black on white, words that are never cut off."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from kneecoach.ui.fonts import font
from kneecoach.ui.icons import draw_icon
from kneecoach.ui.kit.shapes import rounded, smooth
from kneecoach.ui.theme import LIGHT

DPI = 150
MARGIN = 90.0  # px, 15 mm
LEAST_PX = 17  # 8.2 pt, the smallest words on paper (look-pages 11)


@dataclass(frozen=True, slots=True)
class Style:
    """How words look: px, weight (400 to 800), a colour role of the light palette."""

    px: float
    weight: int = 500
    role: str = "ink"

    @property
    def font(self) -> QFont:
        """The typeface at that size and weight; digits as they are, so that a reader finds them."""
        return font(self.px, self.weight)


@dataclass(frozen=True, slots=True)
class Placed:
    """Words and the box they fill, in px from the sheet's upper left corner."""

    box: QRectF
    words: str
    px: float


class Paper:
    """One sheet of paper under a painter that is scaled to it; `placed` has what was written."""

    def __init__(self, painter: QPainter, width: float, height: float) -> None:
        self.painter = smooth(painter)
        self.width = width
        self.height = height
        self.placed: list[Placed] = []

    @property
    def inner_width(self) -> float:
        """The width between the margins."""
        return self.width - 2 * MARGIN

    def write(self, words: str, x: float, y: float, width: float, style: Style) -> float:
        """Write the words from that corner on, in as many lines as they need; their height."""
        lines, metrics = lines_of(words, width, style), metrics_of(style)
        self.painter.setFont(style.font)
        self.painter.setPen(colour(style.role))
        for number, line in enumerate(lines):
            base = y + number * metrics.lineSpacing() + metrics.ascent()
            self.painter.drawText(QPointF(x, base), line)
        height = len(lines) * metrics.lineSpacing()
        longest = max(metrics.horizontalAdvance(line) for line in lines)
        self.placed.append(Placed(QRectF(x, y, longest, height), words, style.px))
        return height

    def write_right(self, words: str, y: float, style: Style) -> None:
        """Write one line that ends at the right margin."""
        width = width_of(words, style)
        self.write(words, self.width - MARGIN - width, y, width + 1, style)

    def box(
        self, box: QRectF, radius: float, *, fill: str = "", border: str = "", pen: float = 2.4
    ) -> None:
        """A rounded box; `fill` and `border` are roles, "" for none."""
        rounded(
            self.painter,
            box,
            radius,
            colour(fill) if fill else None,
            colour(border) if border else None,
            pen,
        )

    def icon(self, name: str, x: float, y: float, size: float, role: str, pen: float = 2.0) -> None:
        """An icon from that corner on."""
        draw_icon(self.painter, name, QRectF(x, y, size, size), colour(role), pen)

    def rule(self, x: float, y: float, width: float, role: str = "line2") -> None:
        """A line across."""
        self.painter.setPen(QPen(colour(role), 1.6))
        self.painter.drawLine(QPointF(x, y), QPointF(x + width, y))


def colour(role: str) -> QColor:
    """A role's colour in the light palette: paper is white."""
    return QColor(getattr(LIGHT, role))


def metrics_of(style: Style) -> QFontMetricsF:
    """How wide and high the letters of that style are."""
    return QFontMetricsF(style.font)


@lru_cache(maxsize=2048)  # each way to lay a note out asks for all words of all its signs
def width_of(words: str, style: Style) -> float:
    """The width in px of the words in one line."""
    return metrics_of(style).horizontalAdvance(words)


def lines_of(words: str, width: float, style: Style) -> list[str]:
    """The words in lines of at most that width; a word that is longer has one to itself."""
    blank = width_of(" ", style)
    lines: list[str] = []
    filled = width
    for word in words.split(" "):
        wide = width_of(word, style)
        if lines and filled + blank + wide <= width:
            lines[-1] = f"{lines[-1]} {word}"
            filled += blank + wide
        else:
            lines.append(word)
            filled = wide
    return lines


def height_of(words: str, width: float, style: Style) -> float:
    """The height in px of the words, broken into lines of that width."""
    return len(lines_of(words, width, style)) * metrics_of(style).lineSpacing()


def largest(words: str, width: float, height: float, sizes: Sequence[float], weight: int) -> float:
    """The largest of the sizes in px at which the words fit that room, or the smallest."""
    for px in sizes:
        style = Style(px, weight)
        longest = max(width_of(word, style) for word in words.split())
        if height_of(words, width, style) <= height and longest <= width:
            return px
    return sizes[-1]
