"""Icons drawn from their shapes in any colour and size."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from itertools import takewhile

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from kneecoach.ui.icon_shapes import SHAPES

GRID = 24  # the icons' own unit
_LETTERS = frozenset("MLCZERA")


def draw_icon(
    painter: QPainter, name: str, rect: QRectF, colour: str | QColor, stroke: float = 2.0
) -> None:
    """Draw the icon of that name into the square; `stroke` is its line on a 24 px icon.

    Raises KeyError for an unknown name.
    """
    ink = QColor(colour)
    pen = QPen(ink, stroke)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(rect.topLeft())
    painter.scale(rect.width() / GRID, rect.height() / GRID)
    for path, stroked, filled in paths_of(name):
        painter.setPen(pen if stroked else Qt.PenStyle.NoPen)
        painter.setBrush(ink if filled else Qt.BrushStyle.NoBrush)
        painter.drawPath(path)
    painter.restore()


@cache
def paths_of(name: str) -> tuple[tuple[QPainterPath, bool, bool], ...]:
    """The paths of an icon on its grid, each with whether it is stroked and whether filled."""
    return tuple(
        (path_of(shape.lstrip("+=")), not shape.startswith("="), shape[0] in "+=")
        for shape in SHAPES[name]
    )


def path_of(shape: str) -> QPainterPath:
    """The path a shape string describes (see `icon_shapes`)."""
    path = QPainterPath()
    for letter, numbers in _steps(shape):
        _DRAW[letter](path, numbers)
    return path


def _steps(shape: str) -> Iterator[tuple[str, list[float]]]:
    words = shape.split()
    for index, word in enumerate(words):
        if word in _LETTERS:
            rest = takewhile(lambda part: part not in _LETTERS, words[index + 1 :])
            yield word, [float(part) for part in rest]


def _arc(path: QPainterPath, n: list[float]) -> None:
    box = QRectF(n[0], n[1], n[2], n[3])
    path.arcMoveTo(box, n[4])
    path.arcTo(box, n[4], n[5])


_DRAW: dict[str, Callable[[QPainterPath, list[float]], None]] = {
    "M": lambda path, n: path.moveTo(n[0], n[1]),
    "L": lambda path, n: path.lineTo(n[0], n[1]),
    "C": lambda path, n: path.cubicTo(n[0], n[1], n[2], n[3], n[4], n[5]),
    "Z": lambda path, _n: path.closeSubpath(),
    "E": lambda path, n: path.addEllipse(QPointF(n[0], n[1]), n[2], n[3]),
    "R": lambda path, n: path.addRoundedRect(QRectF(n[0], n[1], n[2], n[3]), n[4], n[4]),
    "A": _arc,
}
