"""One cause in the list of My knee: its line, and all of its words when it is opened."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from kneecoach.domain.content import Content
from kneecoach.domain.guidance import Cause
from kneecoach.domain.parsing import ContentError
from kneecoach.domain.safety import CheckOutcome
from kneecoach.domain.texts import CauseText
from kneecoach.ui.cause_exercises import CauseExercises
from kneecoach.ui.cause_words import Parts, SourcesLine, essential, further, sections
from kneecoach.ui.kit.buttons import Button, Paint
from kneecoach.ui.kit.card import Card, PressCard, see_through
from kneecoach.ui.kit.labels import Heading, TextLabel
from kneecoach.ui.kit.pill import Icon
from kneecoach.ui.kit.shapes import RING, focus_ring, inner, rounded, smooth
from kneecoach.ui.look import Look
from kneecoach.ui.pictures import Pictures
from kneecoach.ui.sources_told import sources_told
from kneecoach.ui.words import translate

_RADIUS = 18


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


class CauseItem(QWidget):
    """A cause: its head, and under it what it is and what helps while it is open.

    What is urgent is never folded away: how it feels, what not to do, when to get help and the way
    to the signs stay. `exercise_wanted` and `start_wanted` carry an exercise's id.
    """

    signs_wanted = Signal()
    exercise_wanted = Signal(str)
    start_wanted = Signal(str)
    about_wanted = Signal()

    def __init__(self, look: Look, cause: Cause, content: Content, pictures: Pictures) -> None:
        super().__init__()
        self.cause = cause
        self.exercises: CauseExercises | None = None  # None before it was opened, or without any
        self._look = look
        self._content = content
        self._pictures = pictures
        self._check: CheckOutcome | None = None
        self._words = content.texts.causes[cause.id]
        self._detail: QWidget | None = None
        self.row = CauseRow(look, self._words, urgent=cause.urgent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.row)
        self._inside = self._column
        self._help = QHBoxLayout()
        if cause.urgent:
            self._fill_urgent()
        look.changed.connect(self.update)

    def set_open(self, opened: bool) -> None:
        """Show the whole cause, or its head alone; of an urgent one what must be known stays."""
        self.row.setChecked(opened)
        if opened and self._detail is None:
            self._detail = self._make_detail()
            self._inside.addWidget(self._detail)
        if self._detail is not None:
            self._detail.setVisible(opened)
        self.update()

    def set_compact(self, compact: bool) -> None:
        """Take the form for narrow windows, or leave it."""
        if self.cause.urgent:
            side = 12 if compact else 16
            self._around.setContentsMargins(side, 0, side, 12)
            self._help.setContentsMargins(side - RING, 0, side, 12)

    def refresh(self, check: CheckOutcome | None) -> None:
        """Show which of its exercises are open now."""
        self._check = check
        if self.exercises is not None:
            self.exercises.refresh(check)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, opened = self._look.theme, self.row.isChecked()
        painter = smooth(QPainter(self))
        fill = theme.urgent if self.cause.urgent else theme.surface
        border = theme.primary if opened and not self.cause.urgent else None
        rounded(painter, inner(QRectF(self.rect())), _RADIUS, fill, border, 2.2)
        painter.end()

    def _fill_urgent(self) -> None:
        """What can't be folded away, on a light ground of its own, then the way to the signs."""
        card = Card(self._look, radius=12)
        self._inside = QVBoxLayout(card)
        self._inside.setContentsMargins(14, 10, 14, 12)
        self._inside.setSpacing(1)
        self._tell(self._inside, essential(self._words))
        self._around = QVBoxLayout()
        self._around.addWidget(card)
        self._column.addLayout(self._around)
        text = translate("KneePage", "Read all warning signs")
        button = _HelpButton(self._look, text, px=16, height=44, radius=12)
        button.clicked.connect(self.signs_wanted)
        self._help.addWidget(button)
        self._help.addStretch(1)
        self._column.addLayout(self._help)
        self.set_compact(False)

    def _make_detail(self) -> QWidget:
        detail = QWidget()
        column = QVBoxLayout(detail)
        side = 0 if self.cause.urgent else 12 + RING
        column.setContentsMargins(side, 0, side, 0 if self.cause.urgent else 10)
        column.setSpacing(1)
        self._tell(column, further(self._words) if self.cause.urgent else sections(self._words))
        if self.cause.exercises:
            column.addWidget(self._make_exercises())
        column.addWidget(self._make_sources())
        return detail

    def _make_sources(self) -> QWidget:
        try:
            told = sources_told(self._content, self.cause.sources)
        except ContentError as error:
            text = translate("KneePage", "The sources can't be shown. {reason}")
            return TextLabel(self._look, text.format(reason=error), px=14, role="ink2")
        sources = SourcesLine(self._look, told)
        sources.clicked.connect(self.about_wanted)
        return sources

    def _make_exercises(self) -> CauseExercises:
        self.exercises = CauseExercises(self._look, self._content, self._pictures, self.cause)
        self.exercises.opened.connect(self.exercise_wanted)
        self.exercises.started.connect(self.start_wanted)
        self.exercises.refresh(self._check)
        return self.exercises

    def _tell(self, column: QVBoxLayout, parts: Parts) -> None:
        role = "danger_ink" if self.cause.urgent else "primary"
        for heading, text in parts:
            column.addWidget(TextLabel(self._look, heading, px=14.5, weight=700, role=role))
            column.addWidget(TextLabel(self._look, text, px=16))
            column.addSpacing(7)
