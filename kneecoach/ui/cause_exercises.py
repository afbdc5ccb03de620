"""The exercises of a cause: each leads to its page, and starts from here where it is open."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from kneecoach.domain.content import Content
from kneecoach.domain.guidance import Cause
from kneecoach.domain.safety import CheckOutcome, Refusal, refusal_of
from kneecoach.domain.wall import Wall
from kneecoach.ui.kit.buttons import IconButton, LinkButton, Paint
from kneecoach.ui.kit.card import Card, PressCard, see_through
from kneecoach.ui.kit.labels import TextLabel
from kneecoach.ui.kit.pill import Icon
from kneecoach.ui.kit.shapes import RING
from kneecoach.ui.look import Look
from kneecoach.ui.pictures import Picture, Pictures, Scene
from kneecoach.ui.words import translate

_FIRST = 6  # shown at once; the others behind a button
_ACROSS = 2  # at most so many beside each other
_THUMB = 42  # px
# A daily question that is still open is asked on the way, so it closes nothing here.
_STARTABLE = (None, Refusal.GATE_MISSING)


class _StartButton(IconButton):
    """Starts an exercise, on the ground of its chip."""

    paint = Paint("surface", "primary", hover="primary_soft")


class _Closed(QWidget):
    """A lock and the word for it."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.words = translate("KneePage", "Closed")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(5)
        row.addWidget(Icon(look, "lock", size=15, stroke=2.4))
        row.addWidget(TextLabel(look, self.words, px=13.5, weight=700, role="ink2"), 1)


class ExerciseChip(Card):
    """One exercise: picture, name and how it is allowed; `opened` and `started` carry its id."""

    opened = Signal(str)
    started = Signal(str)

    def __init__(
        self, look: Look, content: Content, pictures: Pictures, cause: Cause, exercise: str
    ) -> None:
        super().__init__(look, "sunken", radius=14)
        words = content.texts.exercises[exercise]
        condition = cause.conditions.get(exercise)
        self.exercise = exercise
        self._name = words.name
        self._condition = content.texts.conditions[condition] if condition else ""
        self._picture = Picture(look, pictures, exercise, radius=10)
        self._picture.setFixedSize(QSize(_THUMB, _THUMB))
        self._title = TextLabel(look, words.short, px=15, weight=600)
        self._line = TextLabel(look, self._condition, px=13.5, role="ink2")
        self._closed = _Closed(look)
        self.press = PressCard(look, words.name, "", radius=14)
        start = translate("KneePage", "Start: {exercise}").format(exercise=words.name)
        self.start = _StartButton(look, start, "play")
        self._fill()
        self.press.clicked.connect(lambda: self.opened.emit(exercise))
        self.start.clicked.connect(lambda: self.started.emit(exercise))

    def show_state(self, *, closed: bool) -> None:
        """Offer to start it, or say that it is closed."""
        self._line.setVisible(bool(self._condition))
        self._closed.setVisible(closed)
        self.start.setVisible(not closed)
        self._title.set_role("ink2" if closed else "ink")
        wall = Wall.PAUSED if closed else Wall.READY
        self._picture.show_scene(Scene(self.exercise, QSize(1, 1), mirrored=True, wall=wall))
        said = [self._name, self._condition, self._closed.words if closed else ""]
        self.press.setAccessibleName(". ".join(part for part in said if part))

    def _fill(self) -> None:
        row = self.row(0, 0)
        inside = self.press.row(3, 6)
        inside.addWidget(see_through(self._picture))
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addStretch(1)
        words.addWidget(see_through(self._title))
        words.addWidget(see_through(self._line))
        words.addWidget(see_through(self._closed))
        words.addStretch(1)
        inside.addLayout(words, 1)
        row.addWidget(self.press, 1)
        row.addWidget(self.start, 0, Qt.AlignmentFlag.AlignVCenter)


class ChipGrid(QWidget):
    """Chips beside each other, as many in a row as their words leave room for."""

    def __init__(self, chips: Sequence[QWidget]) -> None:
        super().__init__()
        self._chips = list(chips)
        self._across = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(8)
        self._lay_out(1)

    def add(self, chips: Sequence[QWidget]) -> None:
        """Put these after the others."""
        self._chips += chips
        self._across = 0
        self._fit()

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
        room = (self.width() + self._grid.spacing()) // (least + self._grid.spacing())
        self._lay_out(max(1, min(_ACROSS, len(self._chips), room)))

    def _lay_out(self, across: int) -> None:
        if across == self._across:
            return
        self._across = across
        for chip in self._chips:
            self._grid.removeWidget(chip)
        for place, chip in enumerate(self._chips):
            self._grid.addWidget(chip, place // across, place % across)
        for column in range(_ACROSS):
            self._grid.setColumnStretch(column, int(column < across))


class CauseExercises(QWidget):
    """All exercises of a cause, the foremost at once; `opened` and `started` carry an id."""

    opened = Signal(str)
    started = Signal(str)

    def __init__(self, look: Look, content: Content, pictures: Pictures, cause: Cause) -> None:
        super().__init__()
        self._look = look
        self._content = content
        self._pictures = pictures
        self._cause = cause
        self._check: CheckOutcome | None = None
        self.chips = self._made(cause.exercises[:_FIRST])
        self._grid = ChipGrid(self.chips)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self._grid)
        rest = len(cause.exercises) - _FIRST
        if rest > 0:
            text = translate("KneePage", "%n more exercise(s)", "", rest)
            self._more = LinkButton(look, text, icon="plus", px=15, height=44, radius=12)
            self._more.clicked.connect(self.show_all)
            line = QHBoxLayout()
            line.setContentsMargins(0, 0, RING, 0)
            line.addWidget(self._more)
            line.addStretch(1)
            column.addLayout(line)
        self.refresh(None)

    def refresh(self, check: CheckOutcome | None) -> None:
        """Show which are open now."""
        self._check = check
        for chip in self.chips:
            exercise = self._content.catalogue.exercise(chip.exercise)
            chip.show_state(closed=refusal_of(exercise, check) not in _STARTABLE)

    def show_all(self) -> None:
        """Show the others, too; the first of them has the focus."""
        added = self._made(self._cause.exercises[len(self.chips) :])
        before = self.chips[-1].start
        self.chips += added
        self._grid.add(added)
        self.refresh(self._check)
        for chip in added:
            chip.show()
            QWidget.setTabOrder(before, chip.press)
            QWidget.setTabOrder(chip.press, chip.start)
            before = chip.start
        if added:
            added[0].press.setFocus(Qt.FocusReason.OtherFocusReason)
        self._more.hide()

    def _made(self, exercises: Sequence[str]) -> list[ExerciseChip]:
        return [self._chip(exercise) for exercise in exercises]

    def _chip(self, exercise: str) -> ExerciseChip:
        chip = ExerciseChip(self._look, self._content, self._pictures, self._cause, exercise)
        chip.opened.connect(self.opened)
        chip.started.connect(self.started)
        return chip
