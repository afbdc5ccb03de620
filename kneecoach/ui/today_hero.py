"""The top of Today: which knee hurts, and the next session in its room."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout

from kneecoach.domain.catalogue import Side
from kneecoach.domain.content import Content
from kneecoach.domain.plan import Slot
from kneecoach.domain.settings import PainfulSide
from kneecoach.domain.today import SlotCard, TodayView
from kneecoach.ui.kit.buttons import GhostButton, PrimaryButton, SoftButton
from kneecoach.ui.kit.card import Card
from kneecoach.ui.kit.labels import Heading, TextLabel
from kneecoach.ui.kit.shapes import RING
from kneecoach.ui.look import Look
from kneecoach.ui.loop_picture import LoopPicture
from kneecoach.ui.pictures import Pictures, Scene
from kneecoach.ui.words import (
    minutes_words,
    needs_sentence,
    sides_words,
    translate,
)

_GROUND = 0.15
_TOP = -0.055  # of the stage's own height 1/9 is air, so that a head stays inside

_ROUNDS = 2  # of the first exercise, then it stands still (look 6.1)


class Hero(LoopPicture):
    """The room with the next session: what it is, Start, and what is needed on the floor."""

    started = Signal()

    def __init__(self, look: Look, pictures: Pictures, content: Content) -> None:
        super().__init__(look, pictures, rounds=_ROUNDS, radius=26)
        self._texts = content.texts
        self._catalogue = content.catalogue
        self.heading = Heading(look, px=42)
        self.line = TextLabel(look, px=20, role="ink2")
        self.start = PrimaryButton(look, self.tr("Start"), icon="play", key=self.tr("Enter"))
        self.more = GhostButton(look, self.tr("Do one more"), icon="play", key=self.tr("Enter"))
        self.needs = TextLabel(look, px=17, role="ink2")
        for button in (self.start, self.more):
            button.clicked.connect(self.started)
        self._column = self._laid_out()
        self.set_compact(False)

    def set_compact(self, compact: bool) -> None:
        """Take the sizes of the narrow form, or those of the wide one (look 6.1)."""
        self.heading.set_px(31 if compact else 42)
        self.line.set_px(16.5 if compact else 20)
        self.needs.set_px(15 if compact else 17)
        for button in (self.start, self.more):
            button.set_size(22 if compact else 27, 56 if compact else 72)
        self.start.setMinimumWidth((214 if compact else 268) + 2 * RING)
        side = (26 if compact else 36) - RING
        self._column.setContentsMargins(side, 14 if compact else 24, side, 7)
        self.setMinimumHeight(186 if compact else 250)

    def show_view(self, view: TodayView, *, may_start: bool) -> None:
        """Show what comes next; without `may_start` there is no Start yet."""
        self.start.setVisible(may_start and view.next is not None)
        self.more.setVisible(may_start and view.next is None and bool(view.plan.items))
        self.needs.setText(needs_sentence(view.needs, self._texts))
        self.heading.setText(self._title(view.next))
        self.line.setText(self._line(view) if may_start else self.tr("First say which knee hurts."))
        items = view.plan.items
        left = bool(items) and items[0].sides[0] is Side.LEFT
        name = items[0].exercise if items else "seated"
        exercise = self._catalogue.exercise(name) if items else None
        self.show_loop(
            exercise,
            Scene(
                name,
                QSize(1, 1),
                mirrored=left,
                room=True,
                ground=_GROUND,
                left=0.54,
                right=0.99,
                top=_TOP,
            ),
        )

    def _title(self, following: SlotCard | None) -> str:
        if following is None:
            return self.tr("That is all for today")
        return {
            Slot.MORNING: self.tr("Next: morning"),
            Slot.MIDDAY: self.tr("Next: midday"),
            Slot.EVENING: self.tr("Next: evening"),
        }[following.slot]

    def _line(self, view: TodayView) -> str:
        items = view.plan.items
        if not items:
            return ""
        count = translate("Hero", "%n exercise(s)", "", len(items))
        one_sided = next((item for item in items if Side.BOTH not in item.sides), items[0])
        return self.tr("{exercises} · {minutes} · {side}").format(
            exercises=count,
            minutes=minutes_words(view.minutes),
            side=sides_words(one_sided.sides),
        )

    def _laid_out(self) -> QVBoxLayout:
        column = QVBoxLayout(self)
        column.setSpacing(4)
        for label in (self.heading, self.line, self.needs):
            label.setContentsMargins(RING, 0, 0, 0)  # in line with the button inside its ring
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.heading)
        words.addWidget(self.line)
        beside = QHBoxLayout()
        beside.addLayout(words, 60)
        beside.addStretch(32)
        column.addLayout(beside)
        column.addSpacing(10)
        buttons = QVBoxLayout()
        buttons.setContentsMargins(0, 0, 0, 0)
        for button in (self.start, self.more):
            buttons.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(buttons)
        column.addStretch(1)
        column.addWidget(self.needs)
        return column


class SideNotice(Card):
    """The one question before the first session: which knee hurts."""

    chosen = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__(look, radius=22, border="primary")
        self.buttons: list[SoftButton] = []
        column = self.column(22 - RING, 4)
        words = self.tr("The exercises are for that leg. You can change it in Settings.")
        for label in (
            Heading(look, self.tr("Which knee hurts?"), px=24),
            TextLabel(look, words, role="ink2"),
        ):
            label.setContentsMargins(RING, 0, 0, 0)
            column.addWidget(label)
        grid = QGridLayout()
        grid.setContentsMargins(0, 6, 0, 0)
        grid.setHorizontalSpacing(4)
        names = {
            PainfulSide.LEFT: self.tr("Left"),
            PainfulSide.RIGHT: self.tr("Right"),
            PainfulSide.BOTH: self.tr("Both"),
        }
        for place, (side, text) in enumerate(names.items()):
            button = SoftButton(look, text, px=20)
            button.setMinimumWidth(150)
            button.clicked.connect(lambda _on=False, value=side: self.chosen.emit(value))
            grid.addWidget(button, 0, place)
            self.buttons.append(button)
        grid.setColumnStretch(3, 1)
        column.addLayout(grid)
