"""The parts of About this guidance: titled cards, cards that fold, pairs, lines of sources."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QDate, QLocale, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kneecoach.domain.about_texts import PairText
from kneecoach.domain.sources import Source
from kneecoach.ui.kit.card import Card, PressCard, see_through
from kneecoach.ui.kit.labels import Heading, TextLabel
from kneecoach.ui.kit.pill import Icon, IconPlate, Pill
from kneecoach.ui.kit.shapes import RING
from kneecoach.ui.look import Look
from kneecoach.ui.words import translate

Block = tuple[TextLabel, ...]  # lines that belong together

_EDGE = 20  # px between the edge of a card and its words


class TitledCard(Card):
    """A card with an icon beside its title and what is added under it."""

    def __init__(
        self, look: Look, icon: str, title: str, *, ground: str = "surface", ink: str = "ink"
    ) -> None:
        super().__init__(look, ground)
        self._words = self.column(_EDGE, 10)
        row = QHBoxLayout()
        row.setSpacing(12)
        plate = "primary_soft" if ground == "surface" else "surface"
        row.addWidget(IconPlate(look, icon, ground=plate, ink=ink), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(Heading(look, title, px=19, role=ink), 1)
        self._words.addLayout(row)

    def add(self, widget: QWidget) -> None:
        """Put it under what is there."""
        self._words.addWidget(widget)


class FoldCard(Card):
    """A card of which only the head is there until it is opened; `made` makes its body then."""

    def __init__(self, look: Look, title: str, count: int, made: Callable[[], QWidget]) -> None:
        super().__init__(look, radius=18)
        self._made = made
        self._body: QWidget | None = None
        self.head = PressCard(look, f"{title}, {count}", "", radius=18)
        self.head.setCheckable(True)
        self._chevron = Icon(look, "chevron")
        row = self.head.row(_EDGE - RING, 12)
        row.addWidget(see_through(Heading(look, title, px=18)), 1)
        row.addWidget(see_through(Pill(look, str(count))))
        row.addWidget(see_through(self._chevron))
        self._column = self.column(0, 0)
        self._column.addWidget(self.head)
        self.head.toggled.connect(self._turn)

    def _turn(self, opened: bool) -> None:
        self._chevron.set_icon("chevron_down" if opened else "chevron")
        if opened and self._body is None:
            self._body = self._made()
            self._column.addWidget(self._body)
        if self._body is not None:
            self._body.setVisible(opened)


def column_of(cards: Iterable[QWidget], *, spacing: int) -> QWidget:
    """The cards under each other, with that many px between them."""
    body = QWidget()
    column = QVBoxLayout(body)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(spacing)
    for card in cards:
        column.addWidget(card)
    column.addStretch(1)
    return body


def blocks(parts: Iterable[Block], *, spacing: int) -> QWidget:
    """The inside of a fold: lines close together in blocks, with that many px between blocks.

    All lines are in one layout: a layout in a layout would measure each line many times.
    """
    body = QWidget()
    column = QVBoxLayout(body)
    column.setContentsMargins(_EDGE, 0, _EDGE, _EDGE)
    column.setSpacing(0)
    for part in parts:
        column.addSpacing(spacing if column.count() else 2)
        for line in part:
            column.addWidget(line)
    column.addStretch(1)
    return body


def section(look: Look, title: str, line: str) -> QWidget:
    """The head over some cards, with a line on what they hold."""
    box = QWidget()
    column = QVBoxLayout(box)
    column.setContentsMargins(4, 10, 4, 2)
    column.setSpacing(0)
    column.addWidget(Heading(look, title, px=24))
    column.addWidget(TextLabel(look, line, px=16, role="ink2"))
    return box


def pair(look: Look, words: PairText, basis: str) -> Block:
    """What is told, what holds, and in small letters what that rests on."""
    told, holds = translate("AboutPage", "Often told"), translate("AboutPage", "What holds")
    head = TextLabel(look, holds, px=14, weight=700, role="primary")
    head.setContentsMargins(0, 5, 0, 0)
    return (
        TextLabel(look, told, px=14, weight=700, role="ink2"),
        TextLabel(look, words.told, px=16, role="ink2"),
        head,
        TextLabel(look, words.holds, px=16.5),
        TextLabel(look, basis, px=14, role="ink2"),
    )


def reading(look: Look, words: PairText) -> Block:
    """Where the starting point stays open, and how it is meant here."""
    told = TextLabel(look, words.told, px=16, role="ink2")
    return (told, TextLabel(look, words.holds, px=16.5))


def source_line(look: Look, source: Source, used: str) -> Block:
    """One source: its title, when it was last read, and what rests on it."""
    day = QDate(source.read.year, source.read.month, source.read.day)
    read = translate("AboutPage", "Last read on {day}. For: {used}.")
    told = read.format(day=QLocale().toString(day, "d MMMM yyyy"), used=used)
    return (
        TextLabel(look, source.title, px=16, weight=600),
        TextLabel(look, told, px=14, role="ink2"),
    )


def bullet(look: Look, icon: str, text: str, *, role: str = "primary") -> QWidget:
    """A sentence behind a small icon."""
    box = QWidget()
    row = QHBoxLayout(box)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(12)
    row.addWidget(Icon(look, icon, role=role, size=22), 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(TextLabel(look, text, px=16.5), 1)
    return box
