"""The questions of the player: it hurts, end, put the counts right."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from kneecoach.domain.history import CountCorrection
from kneecoach.domain.session import Session, counts
from kneecoach.domain.texts import Texts
from kneecoach.ui.kit.buttons import DangerButton, GhostButton, IconButton, PrimaryButton
from kneecoach.ui.kit.dialog import CardDialog
from kneecoach.ui.kit.labels import TextLabel
from kneecoach.ui.kit.pain_scale import PainScale
from kneecoach.ui.kit.shapes import RING
from kneecoach.ui.look import Look
from kneecoach.ui.player.words import hold_line, set_line, side_name

translate = QCoreApplication.translate

RED_FROM = 6  # pain from which going on is not the marked answer (guide 4.1)


class PainCard(CardDialog):
    """It hurts: how bad, and what to do now."""

    rated = Signal(int)
    go_on = Signal()
    skip = Signal()
    end = Signal()
    signs = Signal()

    def __init__(self, look: Look, parent: QWidget, before: int | None, guard_ms: int) -> None:
        super().__init__(
            look,
            parent,
            translate("PainCard", "Stopped. How bad is it?"),
            guard_ms=guard_ms,
        )
        self.scale = PainScale(look, translate("PainCard", "Pain now"), before=before)
        self.scale.chosen.connect(self._rate)
        self.column.addWidget(self.scale)
        signs = TextLabel(look, _sharp_signs(), px=17, role="danger_ink")
        signs.setContentsMargins(RING, 0, RING, 0)
        self.column.addWidget(signs)
        self._skip = PrimaryButton(look, translate("PainCard", "Skip this exercise"), key="S")
        self._end = GhostButton(look, translate("PainCard", "End the session"), key="Q")
        self._go_on = GhostButton(look, translate("PainCard", "Go on"), key="G")
        self._signs = DangerButton(look, translate("PainCard", "Warning signs"), key="F1")
        buttons = ((self._skip, self.skip), (self._go_on, self.go_on), (self._end, self.end))
        for button, signal in (*buttons, (self._signs, self.signs)):
            button.clicked.connect(signal)
        self.add_buttons(self._skip, self._go_on)
        self.add_buttons(self._end, self._signs)
        self.escaped.connect(self.go_on)
        self.keys = self._take_key

    def _rate(self, value: int) -> None:
        self._go_on.setEnabled(value < RED_FROM)
        self.rated.emit(value)
        self.mark(self._skip)

    def _take_key(self, event: QKeyEvent) -> bool:
        by_key = {
            Qt.Key.Key_S: self._skip,
            Qt.Key.Key_Q: self._end,
            Qt.Key.Key_G: self._go_on,
        }
        for key, button in by_key.items():
            if event.key() == key and button.isEnabled():
                button.click()
                return True
        return self.scale.take_key(event)


def _sharp_signs() -> str:
    return translate(
        "PainCard",
        "The knee locks, gives way or popped, or the calf is swollen, warm or red? "
        "End the session and read the warning signs.",
    )


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
        grid.setHorizontalSpacing(10)
        grid.setColumnStretch(0, 1)
        self.column.addLayout(grid)
        counted = counts(session)
        for index, part in enumerate(session.parts):
            name = f"{texts.exercises[part.exercise].name}, {side_name(part.side)}"
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
