"""One exercise: what it looks like and Start at the left, how and how much at the right."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from kneecoach.domain.catalogue import Exercise, Side
from kneecoach.domain.plan import Plan, Slot, item_of, sides_of
from kneecoach.domain.safety import Refusal, refusal_of
from kneecoach.domain.settings import PainfulSide
from kneecoach.domain.wall import Wall
from kneecoach.ui.choices import Choices
from kneecoach.ui.exercise_closed import ExerciseClosed
from kneecoach.ui.exercise_ladder import LadderCard
from kneecoach.ui.exercise_loop import ExerciseLoop, scene_in
from kneecoach.ui.exercise_parts import DoseCard, purpose_card
from kneecoach.ui.feel_card import FeelCard
from kneecoach.ui.how_card import HowCard
from kneecoach.ui.kit.announce import announce
from kneecoach.ui.kit.buttons import IconButton, OffButton, PrimaryButton
from kneecoach.ui.kit.choice import Segmented
from kneecoach.ui.kit.page import ScrollPage
from kneecoach.ui.kit.shapes import RING
from kneecoach.ui.kit.toast import Toast
from kneecoach.ui.look import Look
from kneecoach.ui.pair_card import PairCard
from kneecoach.ui.pair_drawing import steps_of
from kneecoach.ui.pictures import Pictures, Scene
from kneecoach.ui.services import Services
from kneecoach.ui.words import dose_words, ladder_words, translate

_LEFT_WIDTH = 440


class ExercisePage(ScrollPage):
    """The page of one exercise.

    `chosen` carries the `Plan` to start, `opened` the id of another exercise, `left` leads back;
    `check_wanted` and `help_wanted` (a help page) lead on where the exercise is closed.
    """

    chosen = Signal(object)
    opened = Signal(str)
    left = Signal()
    check_wanted = Signal()
    help_wanted = Signal(str)

    def __init__(
        self,
        services: Services,
        look: Look,
        choices: Choices,
        pictures: Pictures,
        exercise: Exercise,
    ) -> None:
        self._texts = services.content.texts
        self._words = self._texts.exercises[exercise.id]
        super().__init__(look, self._words.short, sub=ladder_words(exercise.ladder)[0])
        self.exercise = exercise
        self._choices = choices
        self._pictures = pictures
        self._services = services
        check = services.check
        self.refusal = refusal_of(exercise, check.within_session if check else None)
        self.picture = ExerciseLoop(look, pictures, self._words.cues)
        self.sides = self._make_sides()
        self.start = self._make_start()
        self.off = self._make_off()
        for button in (self.start, self.off):
            self.picture.let_space_hold(button)
        self._toast = Toast(look, self)
        self._dose = DoseCard(look, exercise, self._words)
        side = choices.settings.side.sides[0]
        self._ladder = LadderCard(look, pictures, exercise, self._texts, side)
        self._ladder.opened.connect(self.opened)
        self.how = HowCard(look, self._words, steps_of(exercise, services.content))
        self.how.pointed.connect(self.picture.hold_at)
        self.pair = PairCard(look, pictures, exercise.id, self._words, services.content)
        self.feel = FeelCard(look, pictures, exercise, self._words, self._texts)
        self._cards = self._make_cards()
        self._grid = QGridLayout()
        self._fill()
        self.arrange(False)
        self._show_side()

    @property
    def plan(self) -> Plan | None:
        """What Start starts, None until a side is chosen."""
        sides = self._sides()
        if not sides:
            return None
        settings = self._choices.settings
        return Plan((item_of(self.exercise, sides),), Slot.EXTRA, settings.pace)

    def take_focus(self) -> None:
        """Start has the focus, or the button that tells why there is none."""
        wanted = self.off if self.refusal else self.start
        wanted.setFocus(Qt.FocusReason.OtherFocusReason)

    def arrange(self, compact: bool) -> None:
        """A narrower left column in narrow windows (look-pages 0.2)."""
        width = 320 if compact else _LEFT_WIDTH
        self.picture.setFixedHeight(276 if compact else 396)
        self.picture.set_compact(compact)
        self.start.set_size(18 if compact else 24, 52 if compact else 68)
        self.off.set_size(18 if compact else 24, 52 if compact else 68)
        words = max(self.start.sizeHint().width(), self.off.sizeHint().width())
        self._left.setFixedWidth(max(width + 2 * RING, words))
        self._dose.set_compact(compact)
        self.pair.set_compact(compact)
        self.feel.set_compact(compact)
        self.sub.setVisible(not compact)
        self._show_side()
        self._grid.setHorizontalSpacing((16 if compact else 24) - RING)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        letters = {
            Qt.Key.Key_L: PainfulSide.LEFT,
            Qt.Key.Key_R: PainfulSide.RIGHT,
            Qt.Key.Key_B: PainfulSide.BOTH,
        }
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._enter()
        elif event.key() == Qt.Key.Key_Space and self.picture.may_play:
            self.picture.toggle()
        elif Qt.Key(event.key()) in letters and not event.modifiers() and self._sided():
            self.sides.set_value(letters[Qt.Key(event.key())].value)
            self._show_side()
        else:
            super().keyPressEvent(event)

    def _enter(self) -> None:
        if self.refusal:
            self._tell_why()
        else:
            self._start()

    def _start(self) -> None:
        plan = self.plan
        if plan is None:
            self._toast.tell(self.tr("First choose a side."))
            self.sides.take_focus()
        else:
            self.chosen.emit(plan)

    def _tell_why(self) -> None:
        reason = self._reason()
        self._toast.tell(reason)
        announce(self, reason)

    def _reason(self) -> str:
        code = f"refused_{(self.refusal or Refusal.LOCKED).value}"
        return self._texts.message(code, exercises=self._words.name)

    def _sided(self) -> bool:
        return self.exercise.one_sided and self.refusal is None

    def _sides(self) -> tuple[Side, ...]:
        if not self.exercise.one_sided:
            return (Side.BOTH,)
        value = self.sides.value
        return PainfulSide(value).sides if value else ()

    def _show_side(self) -> None:
        shown = self._sides() or sides_of(self.exercise, self._choices.settings.side.sides)
        self.pair.show_side(shown[0] is Side.LEFT)
        self.feel.show_side(shown[0] is Side.LEFT)
        wall = Wall.PAUSED if self.refusal else Wall.READY
        scene = Scene(self.exercise.id, QSize(1, 1), shown[0] is Side.LEFT, wall)
        self.picture.show_loop(self.exercise, scene_in(scene, self._pictures, compact=self.compact))

    def _make_sides(self) -> Segmented:
        options = [
            (PainfulSide.LEFT.value, translate("Exercise", "Left")),
            (PainfulSide.RIGHT.value, translate("Exercise", "Right")),
            (PainfulSide.BOTH.value, translate("Exercise", "Both")),
        ]
        settings = self._choices.settings
        value = settings.side.value if settings.side_chosen else None
        sides = Segmented(self.look, self.tr("Which leg"), options, value)
        if not self._sided():
            sides.hide()
        sides.chosen.connect(self._show_side)
        return sides

    def _make_start(self) -> PrimaryButton:
        words = self.tr("Start {dose}").format(dose=dose_words(self.exercise.dose))
        start = PrimaryButton(self.look, words, icon="play", key=self.tr("Enter"), radius=20)
        start.clicked.connect(self._start)
        return start

    def _make_off(self) -> OffButton:
        off = OffButton(self.look, self.tr("Closed"), icon="lock", radius=20)
        off.setAccessibleName(self.tr("Closed. Press Enter to hear why."))
        off.clicked.connect(self._tell_why)
        return off

    def _make_cards(self) -> list[QWidget]:
        return [
            *self._closed_cards(),
            self.how,
            self.pair,
            self._dose,
        ]

    def _closed_cards(self) -> list[ExerciseClosed]:
        if self.refusal is None:
            return []
        locks = self.exercise.locks
        card = ExerciseClosed(self.look, self._services, self.refusal, self._reason(), locks)
        card.check_wanted.connect(self.check_wanted)
        card.help_wanted.connect(self.help_wanted)
        return [card]

    def _fill(self) -> None:
        back = IconButton(self.look, self.tr("Back to the exercises"), "left")
        back.clicked.connect(self.left)
        self.add_left(back)
        self.add_right(self.sides)
        self._left = QWidget()
        left = QVBoxLayout(self._left)
        left.setContentsMargins(0, RING, 0, 0)
        left.setSpacing(14 - RING)
        left.addLayout(_inset(self.picture))
        left.addLayout(self._start_row())
        for below in (self.feel, self._ladder, purpose_card(self.look, self._words)):
            left.addLayout(_inset(below))
        left.addStretch(1)
        right = QVBoxLayout()
        right.setContentsMargins(0, RING, 0, 0)
        right.setSpacing(14)
        for card in self._cards:
            right.addWidget(card)
        right.addStretch(1)
        self._grid.addWidget(self._left, 0, 0)
        self._grid.addLayout(right, 0, 1)
        self._grid.setColumnStretch(1, 1)
        self.body.setContentsMargins(0, 0, RING, 24)
        self.body.addLayout(self._grid, 1)

    def _start_row(self) -> QVBoxLayout:
        row = QVBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.start)
        row.addWidget(self.off)
        (self.start if self.refusal else self.off).hide()
        return row


def _inset(widget: QWidget) -> QHBoxLayout:
    """The widget in line with what buttons paint inside their ring."""
    row = QHBoxLayout()
    row.setContentsMargins(RING, 0, RING, 0)
    row.addWidget(widget)
    return row
