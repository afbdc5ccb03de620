"""Exercises: the four ladders with a card for each exercise (look-pages 1)."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from kneecoach.domain.catalogue import Exercise, Ladder, Side
from kneecoach.domain.plan import ANYTIME, DAY_PLAN, Plan, Slot, item_of, sides_of
from kneecoach.domain.safety import Refusal, refusal_of
from kneecoach.domain.wall import Wall
from kneecoach.ui.choices import Choices
from kneecoach.ui.kit.card import PressCard, see_through
from kneecoach.ui.kit.choice import Segmented
from kneecoach.ui.kit.labels import Heading, LineLabel, TextLabel
from kneecoach.ui.kit.page import ScrollPage
from kneecoach.ui.kit.pair import Pair
from kneecoach.ui.kit.pill import IconPlate
from kneecoach.ui.kit.shapes import RING
from kneecoach.ui.look import Look
from kneecoach.ui.pictures import Picture, Pictures, Scene
from kneecoach.ui.services import Services
from kneecoach.ui.words import dose_words, ladder_words, translate

_ALL = "all"
_IN_PLAN = {name for day_slot in DAY_PLAN for name in day_slot.exercises} | {ANYTIME}
_PICTURE_HEIGHT = 127  # px (look-pages 1)
_TOP = 0.02  # share of the picture above the stage


class ExerciseCard(PressCard):
    """One exercise: its picture, name, dose and whether it is open.

    `moved` carries the arrow key pressed on it, `start_wanted` tells of S.
    """

    moved = Signal(int)
    start_wanted = Signal()

    def __init__(
        self, look: Look, pictures: Pictures, words: tuple[str, str], exercise: Exercise
    ) -> None:
        """`words` are the exercise's name and its short name."""
        super().__init__(look, words[0])
        self.exercise = exercise
        self._name = words[0]
        self._picture = Picture(look, pictures, exercise.id, room=True, radius=14)
        self._picture.setMinimumHeight(_PICTURE_HEIGHT)
        self._title = Heading(look, words[1], px=18)
        self._dose = LineLabel(look, dose_words(exercise.dose), px=15.5, weight=600)
        self._state = LineLabel(look, px=14.5, role="ink2")
        self._plate: IconPlate | None = None
        column = self.column(8, 4)
        column.addWidget(see_through(self._picture), 1)
        words_column = QVBoxLayout()
        words_column.setContentsMargins(12, 2, 12, 6)
        words_column.setSpacing(0)
        words_column.addWidget(see_through(self._title))
        words_column.addWidget(see_through(Pair(self._dose, self._state)))
        column.addLayout(words_column)

    def show_state(self, *, refusal: Refusal | None, sides: tuple[Side, ...]) -> None:
        """Show whether the exercise is open, and for which leg."""
        closed = refusal is not None
        planned = self.exercise.id in _IN_PLAN and not closed
        state = _state_words(refusal, planned=planned)
        icon = "lock" if closed else ("check" if planned else "play")
        self._state.setText(state)
        self._title.set_role("ink2" if closed else "ink")
        self._set_plate(icon, planned)
        wall = Wall.PAUSED if closed else Wall.READY
        mirrored = sides[0] is Side.LEFT
        self._picture.show_scene(
            Scene(self.exercise.id, QSize(1, 1), mirrored, wall, room=True, top=_TOP)
        )
        spoken = translate("ExerciseCard", "{name}, {dose}, {state}")
        dose = dose_words(self.exercise.dose)
        self.setAccessibleName(spoken.format(name=self._name, dose=dose, state=state))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ARROWS:
            self.moved.emit(event.key())
        elif event.key() == Qt.Key.Key_S and not event.modifiers():
            self.start_wanted.emit()
        else:
            super().keyPressEvent(event)

    def _set_plate(self, icon: str, planned: bool) -> None:
        if self._plate is not None:
            self._plate.deleteLater()
        ground, ink = ("primary", "on_primary") if planned else ("surface", "ink2")
        self._plate = IconPlate(self._look, icon, ground=ground, ink=ink, parent=self._picture)
        self._plate.move(8, 8)
        self._plate.show()


_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


def _state_words(refusal: Refusal | None, *, planned: bool) -> str:
    if refusal is Refusal.LOCKED:
        return translate("ExerciseCard", "Closed: your check")
    if refusal is not None:
        return translate("ExerciseCard", "Closed: needs the check")
    if planned:
        return translate("ExerciseCard", "In your plan")
    return translate("ExerciseCard", "Open")


class ExercisesPage(ScrollPage):
    """All exercises; `opened` carries an exercise's id, `chosen` the `Plan` of one to start."""

    opened = Signal(str)
    chosen = Signal(object)

    def __init__(
        self, services: Services, look: Look, choices: Choices, pictures: Pictures
    ) -> None:
        super().__init__(look, self.tr("Exercises"), sub=self.tr("Further down a column is later"))
        self._services = services
        self._choices = choices
        self._filter = _ALL
        self._chips = self._make_chips()
        self._heads = [self._head(ladder) for ladder in Ladder]
        texts = services.content.texts.exercises
        self.cards = [
            self._card(pictures, (texts[e.id].name, texts[e.id].short), e)
            for e in services.content.catalogue.exercises.values()
        ]
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(16 - 2 * RING)
        self._grid.setVerticalSpacing(14 - 2 * RING)
        self.body.setContentsMargins(0, 0, 0, 20)
        self.body.setSpacing(4)
        chips = QHBoxLayout()
        chips.addWidget(self._chips)
        chips.addStretch(1)
        self.body.addLayout(chips)
        self.body.addLayout(self._grid)
        self.body.addStretch(1)
        self.arrange(False)
        choices.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show which exercises are open now, and for which leg."""
        sides = self._choices.settings.side.sides
        check = self._services.check
        for card in self.cards:
            refusal = refusal_of(card.exercise, check.within_session if check else None)
            card.show_state(refusal=refusal, sides=sides_of(card.exercise, sides))

    def arrange(self, compact: bool) -> None:
        """Four columns with heads, or three across behind chips (look-pages 0.2)."""
        self._chips.setVisible(compact)
        self.sub.setVisible(not compact)
        while self._grid.takeAt(0) is not None:
            pass
        for column in range(4):
            self._grid.setColumnStretch(column, int(column < 3 or not compact))
        if compact:
            self._lay_across()
        else:
            self._lay_columns()
        for head in self._heads:
            head.setVisible(not compact)

    def take_focus(self) -> None:
        """The first card has the focus."""
        shown = [card for card in self.cards if card.isVisibleTo(self)]
        (shown[0] if shown else self._chips).setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_columns(self) -> None:
        for column, (ladder, head) in enumerate(zip(Ladder, self._heads, strict=True)):
            self._grid.addWidget(head, 0, column)
            for row, card in enumerate(self._of(ladder)):
                self._grid.addWidget(card, row + 1, column)
                card.show()

    def _lay_across(self) -> None:
        shown = [c for c in self.cards if self._filter in (_ALL, c.exercise.ladder.value)]
        for card in self.cards:
            card.setVisible(card in shown)
        for place, card in enumerate(shown):
            self._grid.addWidget(card, place // 3, place % 3)

    def _of(self, ladder: Ladder) -> list[ExerciseCard]:
        return [card for card in self.cards if card.exercise.ladder is ladder]

    def _make_chips(self) -> Segmented:
        options = [(_ALL, self.tr("All"))]
        options += [(ladder.value, ladder_words(ladder)[0]) for ladder in Ladder]
        chips = Segmented(self.look, self.tr("Which exercises"), options, _ALL, px=15)
        chips.chosen.connect(self._filtered)
        return chips

    def _filtered(self, value: str) -> None:
        self._filter = value
        self.arrange(self.compact)

    def _head(self, ladder: Ladder) -> QWidget:
        name, purpose = ladder_words(ladder)
        head = QWidget()
        row = QHBoxLayout(head)
        row.setContentsMargins(2 * RING, 2, RING, 2)
        row.setSpacing(10)
        row.addWidget(Heading(self.look, name, px=20, wrap=False), 0, Qt.AlignmentFlag.AlignBottom)
        words = TextLabel(self.look, purpose, px=15, role="ink2")
        row.addWidget(words, 1, Qt.AlignmentFlag.AlignBottom)
        return head

    def _card(self, pictures: Pictures, words: tuple[str, str], exercise: Exercise) -> ExerciseCard:
        card = ExerciseCard(self.look, pictures, words, exercise)
        card.clicked.connect(lambda: self.opened.emit(exercise.id))
        card.start_wanted.connect(lambda: self.chosen.emit(self._plan(exercise)))
        card.moved.connect(lambda key: self._move(card, key))
        return card

    def _plan(self, exercise: Exercise) -> Plan:
        settings = self._choices.settings
        return Plan((item_of(exercise, settings.side.sides),), Slot.EXTRA, settings.pace)

    def _move(self, card: ExerciseCard, key: int) -> None:
        """Give the focus to the nearest card in the direction of the arrow."""
        dx, dy = _ARROWS[Qt.Key(key)]
        here = card.geometry().center()
        ranked: list[tuple[int, ExerciseCard]] = []
        for other in self.cards:
            there = other.geometry().center() - here
            along = there.x() * dx + there.y() * dy
            across = abs(there.x() * dy) + abs(there.y() * dx)
            if other.isVisibleTo(self) and along > 8:
                ranked.append((along + 3 * across, other))
        if ranked:
            nearest = min(ranked, key=lambda pair: pair[0])[1]
            nearest.setFocus(Qt.FocusReason.TabFocusReason)
            self.scroll_box.ensureWidgetVisible(nearest)
