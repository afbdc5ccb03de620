"""It hurts: how bad, and what to do now (look 6.2)."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kneecoach.domain.answers import PainChoice
from kneecoach.domain.ending import RED_FROM
from kneecoach.ui.kit.dialog import CardDialog
from kneecoach.ui.kit.pain_scale import PainScale
from kneecoach.ui.kit.shapes import RING
from kneecoach.ui.kit.tile import DangerStrip, Tile
from kneecoach.ui.look import Look

translate = QCoreApplication.translate

_KEYS = {
    Qt.Key.Key_E: PainChoice.EASIER,
    Qt.Key.Key_S: PainChoice.SKIP,
    Qt.Key.Key_G: PainChoice.GO_ON,
    Qt.Key.Key_Q: PainChoice.END,
    Qt.Key.Key_W: PainChoice.SIGNS,
}


class PainCard(CardDialog):
    """How bad it is, and the ways to go on from here.

    `easier` says what the easier way is, "" where there is none. The marked answer is the easier
    way, and to skip from pain 6 on (guide 4.1), where going on as before is closed.
    """

    rated = Signal(int)
    chosen = Signal(object)  # PainChoice

    def __init__(
        self, look: Look, parent: QWidget, before: int | None, easier: str, guard_ms: int
    ) -> None:
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
        self.answers = {choice: tile for choice, tile in self._tiles(easier).items() if tile}
        self.column.addLayout(self._row())
        self.signs = self._strip()
        self.column.addWidget(self.signs)
        self.mark(self._usual())
        self.escaped.connect(self.answers[PainChoice.GO_ON].click)
        self.keys = self._take_key

    def _tiles(self, easier: str) -> dict[PainChoice, Tile | None]:
        look = self.look
        make_easier = translate("PainCard", "Make it easier")
        skip = translate("PainCard", "Skip this exercise")
        left_out = translate("PainCard", "Leave it out this time")
        go_on = translate("PainCard", "Go on")
        end = translate("PainCard", "End the session")
        kept = translate("PainCard", "What you did is kept")
        return {
            PainChoice.EASIER: Tile(look, make_easier, easier, "E", main=True) if easier else None,
            PainChoice.SKIP: Tile(look, skip, left_out, "S", main=not easier),
            PainChoice.GO_ON: Tile(look, go_on, _where_stopped(), "G"),
            PainChoice.END: Tile(look, end, kept, "Q"),
        }

    def _row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(12 - 2 * RING)
        for choice, tile in self.answers.items():
            tile.clicked.connect(lambda _on=False, choice=choice: self.chosen.emit(choice))
            row.addWidget(tile, 4 if choice is PainChoice.EASIER else 3)
        return row

    def _strip(self) -> DangerStrip:
        strip = DangerStrip(
            self.look,
            (
                translate("PainCard", "Knee locked, gave way or popped? New swelling?"),
                translate("PainCard", "Tingling or numbness that stays longer than a minute?"),
                translate("PainCard", "Calf swollen, warm, red or darker?"),
            ),
            translate("PainCard", "End, save and read the warning signs."),
            "W",
        )
        strip.clicked.connect(lambda: self.chosen.emit(PainChoice.SIGNS))
        return strip

    def _usual(self) -> Tile:
        """The answer that is usually right."""
        too_bad = (self.scale.value or 0) >= RED_FROM
        skip = self.answers[PainChoice.SKIP]
        return skip if too_bad else self.answers.get(PainChoice.EASIER, skip)

    def _rate(self, value: int) -> None:
        too_bad = value >= RED_FROM
        go_on = self.answers[PainChoice.GO_ON]
        go_on.setEnabled(not too_bad)
        too_bad_words = translate("PainCard", "Not with pain of 6 or more")
        go_on.set_line(too_bad_words if too_bad else _where_stopped())
        self.rated.emit(value)
        self.mark(self._usual())

    def _take_key(self, event: QKeyEvent) -> bool:
        choice = _KEYS.get(Qt.Key(event.key()))
        if choice is None:
            return self.scale.take_key(event)
        button = self.signs if choice is PainChoice.SIGNS else self.answers.get(choice)
        if button is not None and button.isEnabled() and not event.isAutoRepeat():
            button.click()
        return True


def _where_stopped() -> str:
    return translate("PainCard", "From where you stopped")
