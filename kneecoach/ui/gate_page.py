"""The questions before a session: the seven once a day, then the single one (look-pages 3)."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from kneecoach.domain.check import Answer
from kneecoach.domain.check_records import (
    SEVEN_QUESTIONS,
    SINGLE_QUESTION,
    GateGiven,
    GateKind,
)
from kneecoach.domain.check_texts import CheckTexts
from kneecoach.ui.gate_row import GateRow
from kneecoach.ui.kit.buttons import Button, GhostButton, PrimaryButton
from kneecoach.ui.kit.durations import GUARD_MS
from kneecoach.ui.kit.labels import TextLabel
from kneecoach.ui.kit.shapes import RING
from kneecoach.ui.look import Look
from kneecoach.ui.pictures import Pictures
from kneecoach.ui.services import Services
from kneecoach.ui.stage_page import StagePage

translate = QCoreApplication.translate


class GatePage(StagePage):
    """Asks what may have come up since; `answered` carries a `GateGiven`, `later` leaves it open.

    Nothing is chosen and no button has the focus at first, Enter answers nothing, and neither does
    a key that is held down or anything within `guard_ms` of being shown: a question that opens
    exercises is not to be answered by the key that started it.
    """

    answered = Signal(object)
    later = Signal()

    def __init__(
        self,
        services: Services,
        look: Look,
        pictures: Pictures,
        kind: GateKind,
        *,
        guard_ms: int = GUARD_MS,
    ) -> None:
        texts = services.content.texts.check
        seven = kind is GateKind.SEVEN
        title = texts.gate.title if seven else texts.gate.single
        super().__init__(look, pictures, title, tall=seven)
        self.kind = kind
        self._texts = texts
        self._guard_ms = guard_ms
        self._guarded = False
        self.rows: list[GateRow] = []
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.column.addWidget(self._inset(self.heading(title, 40 if seven else 32)))
        if seven:
            self._ask_seven(texts)
        else:
            self._ask_single(texts)
        self._add_foot(texts.gate.later)

    @property
    def ticked(self) -> GateGiven | None:
        """What is ticked so far and was not told yet, None where nothing is."""
        given = self._given() if self.rows else {}
        return GateGiven(self.kind, given) if given else None

    def take_key(self, event: QKeyEvent) -> bool:
        """Answer by the keys of the questions; Esc is later, Enter nothing."""
        key, text = Qt.Key(event.key()), event.text().upper()
        if self._guarded or key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return True
        if key == Qt.Key.Key_Escape:
            self.later.emit()
        elif text and text in self._keys():
            self._keys()[text].click()
        elif text.isdecimal() and 1 <= int(text) <= len(self.rows):
            self.rows[int(text) - 1].press_key()
            self.reveal(self.rows[int(text) - 1])
        else:
            return False
        return True

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._guard_ms > 0:
            self._guarded = True
            QTimer.singleShot(self._guard_ms, self, self._end_guard)

    def _end_guard(self) -> None:
        self._guarded = False

    def _ask_seven(self, texts: CheckTexts) -> None:
        self.column.addWidget(self._inset(self.words(texts.gate.line, px=18, role="ink2")))
        rows = QVBoxLayout()
        self.scaled(lambda scale: rows.setSpacing(6 if scale == 1 else 2))
        for number, name in enumerate(SEVEN_QUESTIONS, start=1):
            row = GateRow(self.look, number, texts.gate.questions[name], texts.answers)
            self.scaled(row.set_scale)
            row.changed.connect(self._show_way)
            self.rows.append(row)
            rows.addWidget(row)
        self.column.addLayout(rows)
        self.column.addStretch(1)
        self.main = PrimaryButton(self.look, "")
        self._add_answer(self.main, px=22, height=60)
        self.fixed.addWidget(self.main)
        self.main.clicked.connect(self._give_seven)
        self._show_way()

    def _ask_single(self, texts: CheckTexts) -> None:
        seven = translate(
            "GatePage", "You answered today's questions. Yes or not sure opens all seven again."
        )
        self.column.addWidget(self._inset(self.words(seven, px=18, role="ink2")))
        self.column.addStretch(1)
        self.yes = GhostButton(self.look, texts.answers.yes, key="Y")
        self.not_sure = GhostButton(self.look, texts.answers.not_sure, key="?")
        self.main = PrimaryButton(self.look, translate("GatePage", "No, nothing new"), key="N")
        doubts = QHBoxLayout()
        doubts.setSpacing(12 - 2 * RING)
        doubts.addWidget(self.yes, 1)
        doubts.addWidget(self.not_sure, 1)
        self.fixed.addLayout(doubts)
        self.fixed.addWidget(self.main)
        buttons: dict[Answer, Button] = {
            Answer.YES: self.yes,
            Answer.NOT_SURE: self.not_sure,
            Answer.NO: self.main,
        }
        for answer, button in buttons.items():
            self._add_answer(button, px=20, height=60)
            button.clicked.connect(lambda _on=False, told=answer: self._give_single(told))

    def _add_answer(self, button: Button, *, px: float, height: int) -> None:
        """Enter, which started the session, does not press it."""
        button.setAutoDefault(False)
        self.scaled_button(button, px=px, height=height)

    def _add_foot(self, later: str) -> None:
        keys = translate("GatePage", "Keys 1 to 7: yes. The same key again: not sure.")
        line = f"{keys} {later}" if self.rows else later
        self.foot.add(self._inset(self.words(line, px=15, role="ink2")), grows=True, least=150)
        button = GhostButton(
            self.look, translate("GatePage", "Later"), key=translate("GatePage", "Esc")
        )
        self.scaled_button(button, px=17, height=52)
        button.clicked.connect(self._leave)
        self.foot.add(button, right=True)
        self.add_help()

    @staticmethod
    def _inset(label: TextLabel) -> TextLabel:
        """In line with what buttons paint."""
        label.setContentsMargins(RING, 0, RING, 0)
        return label

    def _keys(self) -> dict[str, Button]:
        """What the letters and 0 press now; 0 does not pass over a question that is ticked."""
        if not self.rows:
            return {"Y": self.yes, "?": self.not_sure, "N": self.main, "0": self.main}
        return {"C" if self._given() else "0": self.main}

    def _given(self) -> dict[str, Answer]:
        """The questions that were ticked, with their answers."""
        answers = zip(SEVEN_QUESTIONS, (row.answer for row in self.rows), strict=True)
        return {name: answer for name, answer in answers if answer is not None}

    def _show_way(self) -> None:
        """Where the main button leads: on, or to the check as soon as anything is ticked."""
        ticked = bool(self._given())
        check = translate("GatePage", "Go to the check")
        self.main.setText(check if ticked else self._texts.answers.none_of_these)
        self.main.set_icon("right" if ticked else "check")
        self.main.set_key("C" if ticked else "0")

    def _give_seven(self) -> None:
        given = self._given() or dict.fromkeys(SEVEN_QUESTIONS, Answer.NO)
        if not self._guarded:
            self.answered.emit(GateGiven(GateKind.SEVEN, given))

    def _give_single(self, answer: Answer) -> None:
        if not self._guarded:
            self.answered.emit(GateGiven(GateKind.SINGLE, {SINGLE_QUESTION[0]: answer}))

    def _leave(self) -> None:
        if not self._guarded:
            self.later.emit()
