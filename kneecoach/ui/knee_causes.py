"""One cause in the list of My knee: its line, and all of its words when it is opened."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from kneecoach.domain.guidance import Cause
from kneecoach.domain.texts import CauseText, Texts
from kneecoach.domain.wall import Wall
from kneecoach.ui.kit.buttons import Button, Paint
from kneecoach.ui.kit.card import Card, PressCard, see_through
from kneecoach.ui.kit.labels import Heading, TextLabel
from kneecoach.ui.kit.pill import Icon
from kneecoach.ui.kit.shapes import RING, focus_ring, inner, rounded, smooth
from kneecoach.ui.look import Look
from kneecoach.ui.pictures import Picture, Pictures, Scene
from kneecoach.ui.words import translate

_RADIUS = 18
_CHIPS = 3  # at most so many beside each other


class _HelpButton(Button):
    """The way to the warning signs, on the ground of what is urgent."""

    paint = Paint("on_urgent", "urgent", weight=700)


class _Dot(QWidget):
    """A coral dot: the structure lit in the drawing belongs to this cause; keeps its room."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._on = False
        self.setFixedSize(18, 18)
        look.changed.connect(self.update)

    def set_on(self, on: bool) -> None:
        """Show it or not."""
        if on != self._on:
            self._on = on
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._on:
            painter = smooth(QPainter(self))
            painter.setPen(QPen(QColor(self._look.theme.surface), 2))
            painter.setBrush(QColor(self._look.theme.target))
            painter.drawEllipse(QRectF(self.rect()).adjusted(2, 2, -2, -2))
            painter.end()


class CauseRow(PressCard):
    """The head of a cause; checked while the cause is open."""

    def __init__(self, look: Look, words: CauseText, *, urgent: bool) -> None:
        super().__init__(look, words.name, "", radius=_RADIUS)
        self._line = words.line
        self._marked = ""
        self.setAccessibleDescription(words.line)
        self.setCheckable(True)
        ink, quiet = ("on_urgent", "on_urgent") if urgent else ("ink", "ink2")
        self._dot = _Dot(look)
        self._chevron = Icon(look, "chevron", role=quiet)
        row = self.row(12, 10)
        if urgent:
            icon = Icon(look, "warn", role=ink, size=30)
            row.addWidget(see_through(icon), 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(1)
        column.addWidget(see_through(Heading(look, words.name, px=18, role=ink)))
        column.addWidget(see_through(TextLabel(look, words.line, px=15, role=quiet)))
        row.addLayout(column, 1)
        row.addWidget(see_through(self._dot))
        row.addWidget(see_through(self._chevron))
        self.toggled.connect(self._turn)

    def mark(self, structure: str) -> None:
        """Mark that this structure, told by its plain name, belongs to the cause; "" for none."""
        if structure == self._marked:
            return
        self._marked = structure
        self._dot.set_on(bool(structure))
        word = translate("KneePage", "Lit in the drawing: {structure}.")
        marked = word.format(structure=structure) if structure else ""
        self.setAccessibleDescription(f"{self._line}. {marked}" if marked else self._line)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = smooth(QPainter(self))
        box = inner(QRectF(self.rect()))
        if self.underMouse():
            rounded(painter, box, _RADIUS, None, self._look.theme.line2, 1.6)
        if self.shows_ring:
            focus_ring(painter, box, _RADIUS, self._look.theme)
        painter.end()

    def _turn(self, opened: bool) -> None:
        self._chevron.set_icon("chevron_down" if opened else "chevron")


class ChipGrid(QWidget):
    """Chips beside each other, as many in a row as their words leave room for."""

    def __init__(self, chips: Sequence[QWidget]) -> None:
        super().__init__()
        self._chips = list(chips)
        self._across = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(0)
        self._lay_out(1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def event(self, event: QEvent) -> bool:
        """Find room again when the words of a chip are others."""
        if event.type() is QEvent.Type.LayoutRequest:
            self._fit()
        return super().event(event)

    def _fit(self) -> None:
        least = max((chip.minimumSizeHint().width() for chip in self._chips), default=1)
        self.setMinimumWidth(least)
        self._lay_out(max(1, min(_CHIPS, len(self._chips), self.width() // least)))

    def _lay_out(self, across: int) -> None:
        if across == self._across:
            return
        self._across = across
        for chip in self._chips:
            self._grid.removeWidget(chip)
        for place, chip in enumerate(self._chips):
            self._grid.addWidget(chip, place // across, place % across)
        for column in range(_CHIPS):
            self._grid.setColumnStretch(column, int(column < across))


class CauseItem(QWidget):
    """A cause: its head, and under it what it is and what helps while it is open.

    What is urgent is never folded away: its line and the way to the signs stay.
    """

    signs_wanted = Signal()
    exercise_wanted = Signal(str)

    def __init__(self, look: Look, cause: Cause, texts: Texts, pictures: Pictures) -> None:
        super().__init__()
        self.cause = cause
        self._look = look
        self._texts = texts
        self._pictures = pictures
        self._words = texts.causes[cause.id]
        self._detail: QWidget | None = None
        self.row = CauseRow(look, self._words, urgent=cause.urgent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.row)
        self._help = QHBoxLayout()
        if cause.urgent:
            self._column.addLayout(self._help)
            self._fill_help()
        look.changed.connect(self.update)

    def set_open(self, opened: bool) -> None:
        """Show the whole cause, or its head alone."""
        self.row.setChecked(opened)
        if opened and self._detail is None:
            self._detail = self._make_detail()
            self._column.addWidget(self._detail)
        if self._detail is not None:
            self._detail.setVisible(opened)
        self.update()

    def set_compact(self, compact: bool) -> None:
        """Take the form for narrow windows, or leave it."""
        if self.cause.urgent:
            self._help.setContentsMargins(12 if compact else 52, 0, 12, 16)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, opened = self._look.theme, self.row.isChecked()
        painter = smooth(QPainter(self))
        fill = theme.urgent if self.cause.urgent else theme.surface
        border = theme.primary if opened and not self.cause.urgent else None
        rounded(painter, inner(QRectF(self.rect())), _RADIUS, fill, border, 2.2)
        painter.end()

    def _fill_help(self) -> None:
        text = translate("KneePage", "Read all warning signs")
        button = _HelpButton(self._look, text, px=16, height=44, radius=12)
        button.clicked.connect(self.signs_wanted)
        self._help.addWidget(button)
        self._help.addStretch(1)
        self.set_compact(False)

    def _make_detail(self) -> QWidget:
        detail: QWidget = Card(self._look, radius=12) if self.cause.urgent else QWidget()
        column = QVBoxLayout(detail)
        side = 14 if self.cause.urgent else 12 + RING
        column.setContentsMargins(side, 8, side, 14)
        column.setSpacing(1)
        role = "danger_ink" if self.cause.urgent else "primary"
        for heading, text in sections(self._words):
            column.addWidget(TextLabel(self._look, heading, px=14.5, weight=700, role=role))
            column.addWidget(TextLabel(self._look, text, px=16))
            column.addSpacing(7)
        if self.cause.exercises:
            column.addWidget(ChipGrid([self._chip(name) for name in self.cause.exercises]))
        if not self.cause.urgent:
            return detail
        return framed(detail, (16, 0, 16, 16))

    def _chip(self, name: str) -> PressCard:
        words = self._texts.exercises[name]
        card = PressCard(self._look, words.name, "sunken", radius=14)
        row = card.row(6, 8)
        picture = Picture(self._look, self._pictures, name, radius=10)
        picture.setFixedSize(QSize(50, 50))
        picture.show_scene(Scene(name, QSize(1, 1), mirrored=True, wall=Wall.READY))
        row.addWidget(see_through(picture))
        row.addWidget(see_through(TextLabel(self._look, words.short, px=15, weight=600)), 1)
        card.clicked.connect(lambda: self.exercise_wanted.emit(name))
        return card


def sections(words: CauseText) -> tuple[tuple[str, str], ...]:
    """Each part of a cause with its heading, in the order told."""
    return (
        (translate("KneePage", "How it feels"), words.feels),
        (translate("KneePage", "Why"), words.why),
        (translate("KneePage", "What helps"), words.helps),
        (translate("KneePage", "When to see a doctor"), words.see),
    )


def framed(widget: QWidget, margins: tuple[int, int, int, int]) -> QWidget:
    """The widget with that much room around it in px: left, top, right, bottom."""
    frame = QWidget()
    column = QVBoxLayout(frame)
    column.setContentsMargins(*margins)
    column.addWidget(widget)
    return frame
