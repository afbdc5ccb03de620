"""The questions of the player: end, put the counts right."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from kneecoach.domain.easier import taken_over
from kneecoach.domain.history import CountCorrection
from kneecoach.domain.session import Session, counts
from kneecoach.domain.texts import Texts
from kneecoach.ui.kit.buttons import GhostButton, IconButton, PrimaryButton
from kneecoach.ui.kit.dialog import CardDialog
from kneecoach.ui.kit.labels import TextLabel
from kneecoach.ui.kit.shapes import RING
from kneecoach.ui.look import Look
from kneecoach.ui.player.words import hold_line, set_line
from kneecoach.ui.words import sides_words

translate = QCoreApplication.translate


class EndCard(CardDialog):
    """End the session? What was done stays."""

    keep_going = Signal()
    end = Signal()

    def __init__(self, look: Look, parent: QWidget, guard_ms: int) -> None:
        super().__init__(
            look,
            parent,
            translate("EndCard", "End the session?"),
            translate("EndCard", "What you have done so far is kept."),
            width=600,
            guard_ms=guard_ms,
        )
        keep = PrimaryButton(look, translate("EndCard", "Keep going"), key="Enter")
        end = GhostButton(look, translate("EndCard", "End the session"), key="Q")
        keep.clicked.connect(self.keep_going)
        end.clicked.connect(self.end)
        self.add_buttons(keep, end)
        self.escaped.connect(self.keep_going)
        self.keys = lambda event: _click_on(event, Qt.Key.Key_Q, end)


class CountsCard(CardDialog):
    """What was counted in each set, to be put right before saving."""

    corrected = Signal(object)  # CountCorrection
    done = Signal()

    def __init__(
        self, look: Look, parent: QWidget, session: Session, texts: Texts, guard_ms: int
    ) -> None:
        super().__init__(
            look,
            parent,
            translate("CountsCard", "Put the counts right"),
            translate("CountsCard", "Repetitions, or seconds held, in each set."),
            guard_ms=guard_ms,
        )
        grid = QGridLayout()
        grid.setContentsMargins(RING, 0, 0, 0)
        grid.setHorizontalSpacing(10)
        grid.setColumnStretch(0, 1)
        self.column.addLayout(grid)
        counted = counts(session)
        begun, old = {part for part, _ in counted}, taken_over(session.parts)
        for index, part in enumerate(session.parts):
            if index in old and index not in begun:
                continue
            name = f"{texts.exercises[part.exercise].name}, {sides_words((part.side,))}"
            grid.addWidget(TextLabel(look, name, px=17, weight=700), grid.rowCount(), 0, 1, 4)
            for number in range(1, part.dose.sets + 1):
                held = part.dose.reps is None
                line = hold_line if held else set_line
                words = line(number, part.dose.sets)
                value = counted.get((index, number), 0)
                self._add_row(grid, f"{name}, {words}", words, (index, number), value, held)
        close = PrimaryButton(look, translate("CountsCard", "Done"), key="Enter")
        close.clicked.connect(self.done)
        self.add_buttons(close)
        self.escaped.connect(self.done)

    def _add_row(
        self,
        grid: QGridLayout,
        name: str,
        words: str,
        place: tuple[int, int],
        value: int,
        held: bool,
    ) -> None:
        row, step = grid.rowCount(), 5 if held else 1
        shown = TextLabel(
            self.look,
            str(value),
            px=25,
            weight=700,
            tabular=True,
            wrap=False,
            align=Qt.AlignmentFlag.AlignHCenter,
        )
        shown.setMinimumWidth(64)
        less_name = translate("CountsCard", "{name}: fewer").format(name=name)
        more_name = translate("CountsCard", "{name}: more").format(name=name)
        less = IconButton(self.look, less_name, "minus", size=44)
        more = IconButton(self.look, more_name, "plus", size=44)

        def change(by: int) -> None:
            wanted = max(0, min(600, int(shown.text()) + by))
            shown.setText(str(wanted))
            self.corrected.emit(CountCorrection(*place, wanted))

        less.clicked.connect(lambda: change(-step))
        more.clicked.connect(lambda: change(step))
        grid.addWidget(TextLabel(self.look, words, px=16, role="ink2"), row, 0)
        grid.addWidget(less, row, 1)
        grid.addWidget(shown, row, 2)
        grid.addWidget(more, row, 3)


def _click_on(event: QKeyEvent, key: Qt.Key, button: GhostButton) -> bool:
    if event.key() != key:
        return False
    button.click()
    return True
