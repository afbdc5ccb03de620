"""Parts of the card after a session: what was done, and questions that come only sometimes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QSize, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from kneecoach.domain.catalogue import Side
from kneecoach.domain.easier import taken_over
from kneecoach.domain.ending import AMBER_FROM, RED_FROM
from kneecoach.domain.session import Session, counts
from kneecoach.domain.texts import Texts
from kneecoach.domain.timeline import Part
from kneecoach.ui.kit.card import Card
from kneecoach.ui.kit.key_choice import KeyedChoices
from kneecoach.ui.kit.labels import Heading, TextLabel
from kneecoach.ui.kit.shapes import RING
from kneecoach.ui.look import Look
from kneecoach.ui.pictures import Picture, Pictures, Scene
from kneecoach.ui.player.words import side_name

translate = QCoreApplication.translate


# The exercises to ask about, from the worst pain told and whether a sign is ticked (guide 4.2).
AsksTwoMore = Callable[[int | None, bool], tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Ended:
    """What is known of a session that is over.

    Its heading and line; the pain told before it and the worst when it hurt, 0 to 10, None where
    none was told; what is left to ask.
    """

    title: str
    line: str
    before: int | None
    hurt: int | None
    asks_two_more: AsksTwoMore


class DoneChips(QWidget):
    """For each exercise and side what was done against what was planned."""

    def __init__(self, look: Look, pictures: Pictures, texts: Texts) -> None:
        super().__init__()
        self._look = look
        self._pictures = pictures
        self._texts = texts
        self._grid = QGridLayout(self)
        self._grid.setSpacing(10)
        self._grid.setContentsMargins(RING, 0, RING, 0)

    def show_counts(self, session: Session) -> None:
        """Show what was done; what an easier part took over before it was begun is left out."""
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        done, old = counts(session), taken_over(session.parts)
        begun = {part for part, _ in done}
        told = [(n, p) for n, p in enumerate(session.parts) if n in begun or n not in old]
        for place, (number, part) in enumerate(told):
            chip = self._chip(part, done_words(part, number, done))
            self._grid.addWidget(chip, place // 2, place % 2)

    def _chip(self, part: Part, words: str) -> Card:
        chip = Card(self._look, "sunken", radius=14)
        row: QHBoxLayout = chip.row(7, 10)
        size, mirrored = QSize(44, 44), part.side is Side.LEFT
        picture = Picture(self._look, self._pictures, part.exercise)
        picture.setFixedSize(size)
        picture.show_scene(Scene(part.exercise, size, mirrored=mirrored))
        row.addWidget(picture)
        column = QGridLayout()
        column.setSpacing(0)
        name = self._texts.exercises[part.exercise].short
        column.addWidget(TextLabel(self._look, name, px=16, weight=700), 0, 0)
        line = f"{side_name(part.side)}: {words}"
        column.addWidget(TextLabel(self._look, line, px=15, role="ink2"), 1, 0)
        row.addLayout(column, 1)
        return chip


def done_words(part: Part, number: int, done: Mapping[tuple[int, int], int]) -> str:
    """What was done of a part in each set, beside its plan."""
    values = [done.get((number, s), 0) for s in range(1, part.dose.sets + 1)]
    target = part.dose.reps if part.dose.reps is not None else part.dose.hold_s
    plan = f"{part.dose.sets} × {target}"
    if part.dose.reps is None:
        plan = translate("FinishCard", "{plan} s").format(plan=plan)
    if all(value == target for value in values):
        return translate("FinishCard", "{plan}, all done").format(plan=plan)
    got = ", ".join(str(value) for value in values)
    return translate("FinishCard", "{done} of {plan}").format(done=got, plan=plan)


class TwoMore(QWidget):
    """Could two more have been done? Asked for some exercises, and only sometimes (guide 4.2)."""

    answered = Signal()

    def __init__(self, look: Look, texts: Texts) -> None:
        super().__init__()
        self._look = look
        self._texts = texts
        self._asked: tuple[str, ...] = ()
        self._questions: dict[str, tuple[Heading, KeyedChoices]] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self.setVisible(False)

    @property
    def answers(self) -> tuple[tuple[str, bool], ...]:
        """What was answered of what is asked now."""
        given = ((name, self._questions[name][1].value) for name in self._asked)
        return tuple((name, value == "yes") for name, value in given if value is not None)

    def ask(self, names: tuple[str, ...]) -> None:
        """Ask about these exercises from now on; what was answered is not forgotten."""
        self._asked = names
        for name in names:
            if name not in self._questions:
                self._add(name)
        for name, (heading, choices) in self._questions.items():
            heading.setVisible(name in names)
            choices.setVisible(name in names)
        self.setVisible(bool(names))

    def take_key(self, event: QKeyEvent) -> bool:
        """Answer the first open question by its key."""
        questions = (self._questions[name][1] for name in self._asked)
        following = next((choices for choices in questions if choices.value is None), None)
        return following is not None and following.take_key(event)

    def _add(self, name: str) -> None:
        words = translate("FinishCard", "{exercise}: could you have done 2 more?").format(
            exercise=self._texts.exercises[name].short
        )
        heading = Heading(self._look, words, px=19)
        heading.setContentsMargins(RING, 0, RING, 0)
        yes, no = translate("FinishCard", "Yes"), translate("FinishCard", "No")
        choices = KeyedChoices(self._look, words, (("yes", yes, "Y"), ("no", no, "")))
        choices.chosen.connect(lambda _value: self.answered.emit())
        self._questions[name] = (heading, choices)
        self._column.addWidget(heading)
        self._column.addWidget(choices)


def band_line(worst: int) -> str:
    """What the worst pain of the session means by the guide's bands (guide 4.1, look 6.2)."""
    if worst >= RED_FROM:
        return translate("FinishCard", "That was too much. The guide's next step is an easier one.")
    if worst >= AMBER_FROM:
        return translate(
            "FinishCard", "Some pain. That can be all right if it is gone by tomorrow morning."
        )
    return translate("FinishCard", "Comfortable. See how the knee is tomorrow morning.")


def sign_line() -> str:
    """What follows from a tick."""
    return translate("FinishCard", "Saving opens the check for warning signs. Please answer it.")
