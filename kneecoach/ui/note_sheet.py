"""The note for the doctor on paper: as large as its room allows, and never cut off."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from PySide6.QtCore import QRectF

from kneecoach.domain.note import Note
from kneecoach.ui.paper import LEAST_PX, Paper, Style, height_of, width_of

PAD = 30.0  # px between the edge of a room and its words
_TITLE = Style(28, 700)
_LABEL = Style(20, 500, "ink2")
_ROW = 50.0  # px of a line to write on
_GAP = 40.0  # px between two columns
_BULLET = 22.0  # px
_LEAST = float(LEAST_PX)
# Size in px and columns, in the order tried.
_BESIDE_HELP = ((26.0, 1), (24.0, 1), (22.0, 1), (20.0, 1), (20.0, 2), (18.0, 2), (_LEAST, 2))
_ALONE = ((26.0, 1), (24.0, 1), (22.0, 2), (20.0, 2), (18.0, 2), (_LEAST, 2))


@dataclass(frozen=True, slots=True)
class _Piece:
    """A paragraph: a heading, or a sign under it."""

    words: str
    weight: int = 500
    bullet: bool = False

    def height(self, width: float, px: float) -> float:
        """Its height in a column of that width, with the space below it."""
        inner = width - (_BULLET if self.bullet else 0)
        return height_of(self.words, inner, Style(px, self.weight)) + px * 0.16

    def paint(self, paper: Paper, x: float, y: float, width: float, px: float) -> None:
        """Write it from that corner on."""
        if self.bullet:
            dot = QRectF(x + 5, y + px * 0.48, px * 0.26, px * 0.26)
            paper.box(dot, px, fill="ink")
            x, width = x + _BULLET, width - _BULLET
        paper.write(self.words, x, y, width, Style(px, self.weight))


_Column = tuple[_Piece, ...]


@dataclass(frozen=True, slots=True)
class NotePage:
    """What of a note stands in one room: the sentences, and the signs in columns under them."""

    room: QRectF
    px: float
    title: str
    sentences: _Column
    columns: tuple[_Column, ...]

    def paint(self, paper: Paper) -> None:
        """Paint it on that sheet."""
        x, width = self.room.left() + PAD, self.room.width() - 2 * PAD
        y = self.room.top() + PAD - 8
        y += paper.write(self.title, x, y, width, _TITLE) + 6
        for piece in self.sentences:
            piece.paint(paper, x, y, width, self.px)
            y += piece.height(width, self.px)
        column = _column_width(width, len(self.columns))
        for place, pieces in enumerate(self.columns):
            top = y
            for piece in pieces:
                piece.paint(paper, x + place * (column + _GAP), top, column, self.px)
                top += piece.height(column, self.px)


class NoteSheet:
    """Lays a note out in a room; `to_fill_in` are the heads of lines to write on."""

    def __init__(self, note: Note, to_fill_in: Sequence[str]) -> None:
        self._note = note
        self._to_fill_in = tuple(to_fill_in)
        sentences = (note.pain, note.numbers, note.unfinished)
        self._sentences = tuple(_Piece(words) for words in sentences if words)
        self._lists = tuple(_pieces(note))

    def fits(self, room: QRectF) -> bool:
        """Whether all of it has its place there in letters of 8 pt or more."""
        return len(self._laid_out(self._without_rows(room), _BESIDE_HELP)) == 1

    def paint(self, paper: Paper, room: QRectF, *, continued: str = "") -> None:
        """Paint it in that room; with `continued` the signs stand on sheets of their own."""
        paper.box(room, 20, fill="sunken")
        words = self._without_rows(room)
        if continued:
            sentences = (*self._sentences, _Piece(continued))
            page = NotePage(words, 24.0, self._note.headline, sentences, ())
        else:
            page = self._laid_out(words, _BESIDE_HELP)[0]
        page.paint(paper)
        self._paint_rows(paper, room)

    def pages(self, room: QRectF) -> tuple[NotePage, ...]:
        """The whole note on sheets that have only it, one where it goes."""
        return self._laid_out(room, _ALONE)

    def _laid_out(self, room: QRectF, ways: Sequence[tuple[float, int]]) -> tuple[NotePage, ...]:
        """In the first way in which it fits, or on several pages in the last one."""
        for px, columns in ways:
            pages = tuple(islice(self._flow(room, px, columns), 2))
            if len(pages) == 1:
                return pages
        return tuple(self._flow(room, *ways[-1]))

    def _flow(self, room: QRectF, px: float, columns: int) -> Iterator[NotePage]:
        width = room.width() - 2 * PAD
        top = PAD - 8 + height_of(self._note.headline, width, _TITLE) + 6
        top += sum(piece.height(width, px) for piece in self._sentences)
        height = room.height() - top
        column = _column_width(width, columns)
        left = list(self._lists)
        while True:
            parts = tuple(_taken(left, column, px, height) for _ in range(columns))
            yield NotePage(room, px, self._note.headline, self._sentences, parts)
            if not left:
                return

    def _without_rows(self, room: QRectF) -> QRectF:
        return room.adjusted(0, 0, 0, -self._rows_height())

    def _rows_height(self) -> float:
        return 46 + _ROW * len(self._to_fill_in) + 14

    def _paint_rows(self, paper: Paper, room: QRectF) -> None:
        """The box to tick by hand, and the lines to write on."""
        x = room.left() + PAD
        y = room.bottom() - self._rows_height() + 4
        paper.box(QRectF(x, y + 2, 26, 26), 5, fill="surface", border="ink")
        paper.write(self._note.massage, x + 42, y, room.width() - 2 * PAD - 42, Style(22, 600))
        labels = max(width_of(words, _LABEL) for words in self._to_fill_in) + 24
        for place, words in enumerate(self._to_fill_in, start=1):
            line = y + 32 + place * _ROW - 10
            paper.write(words, x, line - 24, labels, _LABEL)
            paper.rule(x + labels, line, room.width() - 2 * PAD - labels)


def _pieces(note: Note) -> Iterator[_Piece]:
    for head, signs in note.lists:
        yield _Piece(head, 700)
        for sign in signs:
            yield _Piece(sign, bullet=True)


def _column_width(width: float, columns: int) -> float:
    return (width - _GAP * (columns - 1)) / max(1, columns)


def _taken(left: list[_Piece], width: float, px: float, height: float) -> _Column:
    """What goes into one column, taken from what is left; no heading stands last."""
    taken: list[_Piece] = []
    room = height
    while left and left[0].height(width, px) <= room:
        room -= left[0].height(width, px)
        taken.append(left.pop(0))
    if taken and left and not taken[-1].bullet:
        left.insert(0, taken.pop())
    if not taken and left and room == height:
        taken.append(left.pop(0))  # higher than a whole column: it begins one
    return tuple(taken)
