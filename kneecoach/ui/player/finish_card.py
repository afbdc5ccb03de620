"""After a session: what was done, how it felt, save."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from kneecoach.domain.catalogue import Side
from kneecoach.domain.session import Session, counts
from kneecoach.domain.texts import Texts
from kneecoach.domain.timeline import Part
from kneecoach.ui.kit.buttons import DangerButton, GhostButton, PrimaryButton
from kneecoach.ui.kit.card import Card
from kneecoach.ui.kit.dialog import CardDialog
from kneecoach.ui.kit.labels import Heading, TextLabel
from kneecoach.ui.kit.page import first_focusable
from kneecoach.ui.kit.pain_scale import PainScale
from kneecoach.ui.kit.shapes import RING
from kneecoach.ui.look import Look
from kneecoach.ui.pictures import Picture, Pictures, Scene
from kneecoach.ui.player.words import side_name

translate = QCoreApplication.translate

AMBER_FROM, RED_FROM = 3, 6  # worst pain of the session (guide 4.1)


class FinishCard(CardDialog):
    """What was done, the worst pain and the pain now; nothing is chosen beforehand."""

    save = Signal()
    leave = Signal()
    counts_wanted = Signal()
    signs = Signal()

    def __init__(
        self,
        look: Look,
        parent: QWidget,
        title: str,
        pictures: Pictures,
        texts: Texts,
        before: int | None,
        guard_ms: int,
    ) -> None:
        super().__init__(look, parent, title, guard_ms=guard_ms, beside=True)
        self._pictures = pictures
        self._texts = texts
        self._chips = QGridLayout()
        self._chips.setSpacing(10)
        self._chips.setContentsMargins(RING, 0, RING, 0)
        self.column.addLayout(self._chips)
        self.worst = PainScale(
            look, translate("FinishCard", "Worst pain in the session"), hints=False
        )
        self.after = PainScale(look, translate("FinishCard", "Pain now"), before=before)
        questions = (
            (translate("FinishCard", "How bad was it at worst, during the session?"), self.worst),
            (translate("FinishCard", "How does the back of your knee feel now?"), self.after),
        )
        for words, scale in questions:
            heading = Heading(look, words, px=21)
            heading.setContentsMargins(RING, 0, RING, 0)
            self.column.addWidget(heading)
            self.column.addWidget(scale)
        self._line = TextLabel(look, " ", px=17, role="ink2")
        self._line.setContentsMargins(RING, 0, RING, 0)
        self.column.addWidget(self._line)
        self._trouble = TextLabel(look, "", px=17, role="danger_ink")
        self._trouble.setVisible(False)
        self.foot.addWidget(self._trouble)
        self._buttons()
        self.worst.chosen.connect(self._say)
        self.after.chosen.connect(
            lambda _value: self._save.setFocus(Qt.FocusReason.OtherFocusReason)
        )
        self.keys = self._take_key

    def show_counts(self, session: Session) -> None:
        """Show what was done against what was planned."""
        while (item := self._chips.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        done = counts(session)
        for number, part in enumerate(session.parts):
            chip = self._chip(part, _done_words(part, number, done))
            self._chips.addWidget(chip, number // 2, number % 2)

    def tell_trouble(self, sentence: str) -> None:
        """Say why it could not be saved; the card stays and Save tries again."""
        self._trouble.setText(sentence)
        self._trouble.setVisible(True)
        self._save.setText(translate("FinishCard", "Save again"))
        self._leave.setVisible(True)
        self._save.setFocus(Qt.FocusReason.OtherFocusReason)

    def _buttons(self) -> None:
        look = self.look
        self._save = PrimaryButton(
            look, translate("FinishCard", "Save"), key="Enter", px=21, height=60
        )
        fix = GhostButton(look, translate("FinishCard", "Put the counts right"), key="C")
        signs = DangerButton(look, translate("FinishCard", "Warning signs"), key="F1")
        self._leave = GhostButton(look, translate("FinishCard", "Leave without saving"), key="Q")
        self._leave.setVisible(False)
        self._fix = fix
        pairs = ((self._save, self.save), (fix, self.counts_wanted), (signs, self.signs))
        for button, signal in (*pairs, (self._leave, self.leave)):
            button.clicked.connect(signal)
        self.add_buttons(self._save, fix, signs)
        self.foot.addWidget(self._leave, 0, Qt.AlignmentFlag.AlignLeft)

    def _chip(self, part: Part, words: str) -> Card:
        chip = Card(self.look, "sunken", radius=14)
        row: QHBoxLayout = chip.row(7, 10)
        size, mirrored = QSize(44, 44), part.side is Side.LEFT
        picture = Picture(self.look, self._pictures, part.exercise)
        picture.setFixedSize(size)
        picture.show_scene(Scene(part.exercise, size, mirrored=mirrored))
        row.addWidget(picture)
        column = QGridLayout()
        column.setSpacing(0)
        name = self._texts.exercises[part.exercise].short
        column.addWidget(TextLabel(self.look, name, px=16, weight=700), 0, 0)
        line = f"{side_name(part.side)}: {words}"
        column.addWidget(TextLabel(self.look, line, px=15, role="ink2"), 1, 0)
        row.addLayout(column, 1)
        return chip

    def _say(self, worst: int) -> None:
        self._line.setText(band_line(worst))
        self._line.set_role("danger_ink" if worst >= RED_FROM else "ink2")
        following = first_focusable(self.after)
        if self.after.value is None and following is not None:
            following.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take_key(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_C:
            self._fix.click()
            return True
        if event.key() == Qt.Key.Key_Q and self._leave.isVisible():
            self._leave.click()
            return True
        scale = self.worst if self.worst.value is None else self.after
        return scale.take_key(event)


def band_line(worst: int) -> str:
    """What the worst pain of the session means by the guide's bands (guide 4.1, look 6.2)."""
    if worst >= RED_FROM:
        return translate("FinishCard", "That was too much. The guide's next step is an easier one.")
    if worst >= AMBER_FROM:
        return translate(
            "FinishCard", "Some pain. That can be all right if it is gone by tomorrow morning."
        )
    return translate("FinishCard", "Comfortable. See how the knee is tomorrow morning.")


def _done_words(part: Part, number: int, done: Mapping[tuple[int, int], int]) -> str:
    values = [done.get((number, s), 0) for s in range(1, part.dose.sets + 1)]
    target = part.dose.reps if part.dose.reps is not None else part.dose.hold_s
    plan = f"{part.dose.sets} × {target}"
    if part.dose.reps is None:
        plan = translate("FinishCard", "{plan} s").format(plan=plan)
    if all(value == target for value in values):
        return translate("FinishCard", "{plan}, all done").format(plan=plan)
    got = ", ".join(str(value) for value in values)
    return translate("FinishCard", "{done} of {plan}").format(done=got, plan=plan)
