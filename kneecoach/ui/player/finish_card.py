"""After a session: what was done, how it felt, save."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from kneecoach.domain.answers import Answers, Effort
from kneecoach.domain.ending import RED_FROM
from kneecoach.domain.session import Session
from kneecoach.domain.texts import Texts
from kneecoach.ui.kit.buttons import DangerButton, GhostButton, PrimaryButton
from kneecoach.ui.kit.dialog import CardDialog
from kneecoach.ui.kit.enter_presses import EnterPresses
from kneecoach.ui.kit.key_choice import KeyedChoices
from kneecoach.ui.kit.labels import Heading, TextLabel
from kneecoach.ui.kit.page import first_focusable
from kneecoach.ui.kit.pain_scale import PainScale
from kneecoach.ui.kit.shapes import RING
from kneecoach.ui.kit.tick import Tick
from kneecoach.ui.look import Look
from kneecoach.ui.pictures import Pictures
from kneecoach.ui.player.finish_parts import (
    DoneChips,
    Ended,
    TwoMore,
    band_line,
    sign_line,
)

translate = QCoreApplication.translate


class FinishCard(CardDialog):
    """What was done and the questions about it; nothing is chosen beforehand.

    Until `save` has been answered everything can be taken back: `undo` leads into the session.
    """

    save = Signal()
    leave = Signal()
    undo = Signal()
    counts_wanted = Signal()
    note_wanted = Signal()
    signs = Signal()

    def __init__(
        self,
        look: Look,
        parent: QWidget,
        ended: Ended,
        pictures: Pictures,
        texts: Texts,
        guard_ms: int,
    ) -> None:
        super().__init__(look, parent, ended.title, ended.line, guard_ms=guard_ms, beside=True)
        self._ended = ended
        self._note = ""
        self._chips = DoneChips(look, pictures, texts)
        self.column.addWidget(self._chips)
        self._add_pain()
        self._add_ticks()
        self._add_effort()
        self.two_more = TwoMore(look, texts)
        self.column.addWidget(self.two_more)
        self._add_note()
        self._buttons()
        self._enter = EnterPresses(self._save)
        self._enter.watch(self)
        self.keys = self._take_key

    @property
    def answers(self) -> Answers:
        """Everything that was answered besides pain."""
        effort = self.effort.value
        return Answers(
            effort=Effort(effort) if effort else None,
            swelling=self.swelling.isChecked(),
            tingling=self.tingling.isChecked(),
            two_more=self.two_more.answers,
            note=self._note,
        )

    @property
    def note(self) -> str:
        """The note, "" while there is none."""
        return self._note

    def show_counts(self, session: Session) -> None:
        """Show what was done against what was planned."""
        self._chips.show_counts(session)
        self._ask()

    def show_note(self, text: str) -> None:
        """Show that note from now on, "" for none."""
        self._note = text
        self._note_line.setText(text)
        self._note_line.setVisible(bool(text))
        QTimer.singleShot(0, self, self.refit)
        add = translate("FinishCard", "Add a note")
        self._note_button.setText(translate("FinishCard", "Change the note") if text else add)

    def close_way_back(self) -> None:
        """Offer no way back into the session: a sharp sign ended it."""
        self._undo.setEnabled(False)
        self._undo.hide()

    def tell_trouble(self, sentence: str) -> None:
        """Say why it could not be saved; the card stays and Save tries again."""
        self._trouble.setText(sentence)
        self._trouble.setVisible(True)
        self._save.setText(translate("FinishCard", "Save again"))
        self._leave.setVisible(True)
        self._save.setFocus(Qt.FocusReason.OtherFocusReason)

    def _heading(self, words: str) -> None:
        heading = Heading(self.look, words, px=21)
        heading.setContentsMargins(RING, 0, RING, 0)
        self.column.addWidget(heading)

    def _add_row(self, *widgets: QWidget) -> None:
        """Side by side, or one over the other where that is too wide for the smallest window."""
        width = sum(widget.sizeHint().width() for widget in widgets)
        beside = width <= self.least_inside
        row = QHBoxLayout() if beside else QVBoxLayout()
        row.setSpacing(0)
        for widget in widgets:
            row.addWidget(widget, 0, Qt.AlignmentFlag.AlignLeft)
        if beside:
            row.addStretch(1)
        self.column.addLayout(row)

    def _add_pain(self) -> None:
        look, before = self.look, self._ended.before
        hurt = (translate("FinishCard", "When it hurt"), self._ended.hurt)
        name = translate("FinishCard", "Worst pain in the session")
        self.worst = PainScale(look, name, before=before, told=hurt, hints=False)
        self.after = PainScale(look, translate("FinishCard", "Pain now"), before=before)
        self._heading(translate("FinishCard", "How bad was it at worst, during the session?"))
        self.column.addWidget(self.worst)
        self._heading(translate("FinishCard", "How does the back of your knee feel now?"))
        self.column.addWidget(self.after)
        self.worst.chosen.connect(self._after_worst)
        self.after.chosen.connect(self._after_now)

    def _add_ticks(self) -> None:
        self._heading(translate("FinishCard", "Did one of these come up?"))
        swelling = translate("FinishCard", "New swelling")
        tingling = translate("FinishCard", "Tingling or numbness for over a minute")
        self.swelling, self.tingling = (
            Tick(self.look, swelling, "W"),
            Tick(self.look, tingling, "T"),
        )
        self._add_row(self.swelling, self.tingling)
        for tick in (self.swelling, self.tingling):
            tick.toggled.connect(self._ask)
        self._line = TextLabel(self.look, px=17, role="ink2")
        self._line.setContentsMargins(RING, 0, RING, 0)
        self._line.setVisible(False)
        self.column.addWidget(self._line)

    def _add_effort(self) -> None:
        words = translate("FinishCard", "How hard was it?")
        self._heading(words)
        options = (
            (Effort.EASY.value, translate("FinishCard", "Easy"), "A"),
            (Effort.RIGHT.value, translate("FinishCard", "Just right"), "S"),
            (Effort.HARD.value, translate("FinishCard", "Too much"), "D"),
        )
        self.effort = KeyedChoices(self.look, words, options)
        self.column.addWidget(self.effort)

    def _add_note(self) -> None:
        self._note_line = TextLabel(self.look, px=17)
        self._note_line.setContentsMargins(RING, 0, RING, 0)
        self._note_line.setVisible(False)
        self.column.addWidget(self._note_line)
        fix, add = (
            translate("FinishCard", "Put the counts right"),
            translate("FinishCard", "Add a note"),
        )
        self._fix = GhostButton(self.look, fix, key="C", px=16, height=44)
        self._note_button = GhostButton(self.look, add, key="N", px=16, height=44)
        self._add_row(self._note_button, self._fix)
        self._note_button.clicked.connect(self.note_wanted)
        self._fix.clicked.connect(self.counts_wanted)

    def _buttons(self) -> None:
        look = self.look
        self._trouble = TextLabel(look, "", px=17, role="danger_ink")
        self._trouble.setVisible(False)
        self.foot.addWidget(self._trouble)
        words = translate("FinishCard", "Save")
        self._save = PrimaryButton(look, words, key="Enter", px=21, height=60)
        self._undo = GhostButton(look, translate("FinishCard", "Undo"), key="U")
        self._undo.setAccessibleDescription(translate("FinishCard", "Back into the session"))
        signs = DangerButton(look, translate("FinishCard", "Warning signs"), key="F1")
        self._leave = GhostButton(look, translate("FinishCard", "Leave without saving"), key="Q")
        self._leave.setVisible(False)
        pairs = ((self._save, self.save), (self._undo, self.undo), (signs, self.signs))
        for button, signal in (*pairs, (self._leave, self.leave)):
            button.clicked.connect(signal)
        self.add_buttons(self._save, self._undo, signs)
        self.foot.addWidget(self._leave, 0, Qt.AlignmentFlag.AlignLeft)

    def _after_worst(self, _worst: int) -> None:
        self._ask()
        following = first_focusable(self.after)
        if self.after.value is None and following is not None:
            following.setFocus(Qt.FocusReason.OtherFocusReason)
            self.reveal(self.after)

    def _after_now(self, _now: int) -> None:
        """Saving is next; what may be answered besides comes into view."""
        self._save.setFocus(Qt.FocusReason.OtherFocusReason)
        self.reveal(self._note_button)

    def _ask(self) -> None:
        """Ask and say what follows from pain and ticks."""
        sign, worst = self.answers.has_sign, self.worst.value
        self.two_more.ask(self._ended.asks_two_more(worst, sign))
        self._enter.watch(self.two_more)
        told = None if worst is None else max(worst, self._ended.hurt or 0)
        words = sign_line() if sign else (band_line(told) if told is not None else "")
        self._line.setText(words)
        self._line.setVisible(bool(words))
        red = sign or (told or 0) >= RED_FROM
        self._line.set_role("danger_ink" if red else "ink2")
        QTimer.singleShot(0, self, self.refit)

    def _take_key(self, event: QKeyEvent) -> bool:
        if event.isAutoRepeat():
            return True
        button = self._by_key(Qt.Key(event.key()))
        if button is not None:
            button.click()
            return True
        takers = (self.effort, self.two_more, self.swelling, self.tingling)
        scale = self.worst if self.worst.value is None else self.after
        return any(taker.take_key(event) for taker in takers) or scale.take_key(event)

    def _by_key(self, key: Qt.Key) -> QPushButton | None:
        if key == Qt.Key.Key_Q:
            return self._leave if self._leave.isVisible() else None
        buttons = {
            Qt.Key.Key_C: self._fix,
            Qt.Key.Key_N: self._note_button,
            Qt.Key.Key_U: self._undo,
            Qt.Key.Key_Backspace: self._undo,
        }
        return buttons.get(key)
