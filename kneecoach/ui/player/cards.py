"""The questions of the player: it hurts, end, put the counts right."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from kneecoach.domain.history import CountCorrection
from kneecoach.domain.session import Session, counts
from kneecoach.domain.texts import Texts
from kneecoach.ui.kit.buttons import GhostButton, IconButton, PrimaryButton
from kneecoach.ui.kit.dialog import CardDialog
from kneecoach.ui.kit.labels import TextLabel
from kneecoach.ui.kit.pain_scale import PainScale
from kneecoach.ui.kit.shapes import RING
from kneecoach.ui.kit.tile import DangerStrip, Tile
from kneecoach.ui.look import Look
from kneecoach.ui.player.words import hold_line, set_line
from kneecoach.ui.words import sides_words

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
            translate("PainCard", "The session waits. Put the leg down first."),
            guard_ms=guard_ms,
        )
        self.scale = PainScale(look, translate("PainCard", "Pain now"), before=before)
        self.scale.chosen.connect(self._rate)
        self.column.addWidget(self.scale)
        self._answers()
        self._strip()
        self.mark(self._skip)
        self.escaped.connect(self._go_on.click)  # closed with the answer it stands for
        self.keys = self._take_key

    def _answers(self) -> None:
        skip = translate("PainCard", "Skip this exercise")
        left_out = translate("PainCard", "Leave it out this time")
        go_on = translate("PainCard", "Go on")
        end = translate("PainCard", "End the session")
        kept = translate("PainCard", "What you did is kept")
        self._skip = Tile(self.look, skip, left_out, "S", main=True)
        self._go_on = Tile(self.look, go_on, _where_stopped(), "G")
        self._end = Tile(self.look, end, kept, "Q")
        row = QHBoxLayout()
        row.setSpacing(12 - 2 * RING)
        pairs = ((self._skip, self.skip), (self._go_on, self.go_on), (self._end, self.end))
        for tile, signal in pairs:
            tile.clicked.connect(signal)
            row.addWidget(tile, 1)
        self.column.addLayout(row)

    def _strip(self) -> None:
        self._signs = DangerStrip(
            self.look,
            (
                translate("PainCard", "Knee locked, gave way or popped?"),
                translate("PainCard", "Calf swollen, warm, red or darker?"),
            ),
            translate("PainCard", "End the session and read the warning signs (F1)."),
        )
        self._signs.clicked.connect(self.signs)
        self.column.addWidget(self._signs)

    def _rate(self, value: int) -> None:
        too_bad = value >= RED_FROM
        self._go_on.setEnabled(not too_bad)
        too_bad_words = translate("PainCard", "Not with pain of 6 or more")
        self._go_on.set_line(too_bad_words if too_bad else _where_stopped())
        self.rated.emit(value)
        self.mark(self._skip)

    def _take_key(self, event: QKeyEvent) -> bool:
        by_key = {
            Qt.Key.Key_S: self._skip,
            Qt.Key.Key_Q: self._end,
            Qt.Key.Key_G: self._go_on,
        }
        for key, tile in by_key.items():
            if event.key() == key and tile.isEnabled():
                tile.click()
                return True
        return self.scale.take_key(event)


def _where_stopped() -> str:
    return translate("PainCard", "From where you stopped")


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
        for index, part in enumerate(session.parts):
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
