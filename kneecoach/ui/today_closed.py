"""The top of Today while everything is closed: what, why, and what to do (look-pages 4)."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from kneecoach.domain.catalogue import EVERYTHING
from kneecoach.domain.safety import CheckOutcome
from kneecoach.domain.wall import Wall
from kneecoach.ui.closed_words import can_be_checked, standing_words, ticked_words, told_when
from kneecoach.ui.kit.buttons import GhostButton, PrimaryButton, SoftButton
from kneecoach.ui.kit.card import Card
from kneecoach.ui.kit.flow import Flow
from kneecoach.ui.kit.labels import Heading, TextLabel
from kneecoach.ui.kit.pill import IconPlate
from kneecoach.ui.kit.shapes import RING
from kneecoach.ui.look import Look
from kneecoach.ui.pictures import Picture, Pictures, Scene
from kneecoach.ui.services import Services
from kneecoach.ui.words import translate

_SIGNS_TOLD = 2  # of what was ticked; the rest is on the help page


class ClosedHero(Picture):
    """The grey room with somebody who sits; nothing glows, and nothing is red."""

    check_wanted = Signal()
    help_wanted = Signal()

    def __init__(self, services: Services, look: Look, pictures: Pictures) -> None:
        super().__init__(look, pictures, "seated", room=True, radius=26)
        self._services = services
        self.heading = Heading(look, translate("ClosedHero", "The exercises are closed"), px=34)
        self.line = TextLabel(look, px=18, role="ink2")
        self.opens = TextLabel(look, px=16, role="ink2")
        enter = translate("ClosedHero", "Enter")
        self.help = PrimaryButton(
            look, translate("ClosedHero", "What to do"), icon="right", key=enter, px=20, height=60
        )
        self.check = PrimaryButton(
            look, translate("ClosedHero", "Answer the check"), key=enter, px=20, height=60
        )
        self.again = GhostButton(
            look, translate("ClosedHero", "Check again"), key="K", px=18, height=60
        )
        self.help.clicked.connect(self.help_wanted)
        self.check.clicked.connect(self.check_wanted)
        self.again.clicked.connect(self.check_wanted)
        self._buttons = Flow(gap=10 - 2 * RING)
        self._column = self._laid_out()
        wall = Wall.PAUSED
        self.show_scene(
            Scene("seated", QSize(1, 1), wall=wall, room=True, ground=0.15, left=0.6, right=0.99)
        )

    @property
    def main(self) -> PrimaryButton | None:
        """What Enter does: the help page, else the check; None where neither leads anywhere."""
        shown = (button for button in (self.help, self.check) if not button.isHidden())
        return next(shown, None)

    def take_key(self, event: QKeyEvent) -> bool:
        """Enter does what is first, K leads to the check; whether the key was taken."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.main is not None:
            self.main.click()
        elif event.key() == Qt.Key.Key_K and not (self.again.isHidden() and self.check.isHidden()):
            self.check_wanted.emit()
        else:
            return False
        return True

    def show_check(self, check: CheckOutcome | None) -> None:
        """Tell why everything is closed, and what to do."""
        page = check.page if check else None
        may = can_be_checked(check)
        self.help.setVisible(bool(page))
        self.again.setVisible(bool(page) and may)
        self.check.setVisible(not page and may)
        self.line.setText(self._why(check))
        opens = translate("ClosedHero", "It opens with a new check, once this has been looked at.")
        if not page:
            opens = translate("ClosedHero", "My knee, History and the numbers behind F1 stay open.")
        self.opens.setText(opens)

    def set_compact(self, compact: bool) -> None:
        """Take the sizes of the narrow form, or those of the wide one."""
        self.heading.set_px(25 if compact else 34)
        self.line.set_px(15.5 if compact else 18)
        self.opens.set_px(14.5 if compact else 16)
        for button in (self.help, self.check, self.again):
            button.set_size(17 if compact else 20, 50 if compact else 60)
        side = (22 if compact else 36) - RING
        self._column.setContentsMargins(side, 14 if compact else 26, side, 8)

    def _why(self, check: CheckOutcome | None) -> str:
        words = standing_words(check)
        ticked = ticked_words(self._services, EVERYTHING) if check and check.page else ()
        if not ticked:
            return words
        listed = "; ".join(ticked[:_SIGNS_TOLD])
        if len(ticked) > _SIGNS_TOLD:
            listed = translate("ClosedHero", "{signs}; and more").format(signs=listed)
        said = translate("ClosedHero", "You ticked on {when}: {signs}.")
        return f"{said.format(when=told_when(self._services), signs=listed)} {words}".strip()

    def _laid_out(self) -> QVBoxLayout:
        column = QVBoxLayout(self)
        column.setSpacing(6)
        head = QHBoxLayout()
        head.setContentsMargins(RING, 0, 0, 0)
        head.setSpacing(14)
        plate = IconPlate(self._look, "lock", ground="surface", ink="ink")
        head.addWidget(plate, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self.heading, 1)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addLayout(head)
        words.addWidget(self.line)
        beside = QHBoxLayout()
        beside.addLayout(words, 70)
        beside.addStretch(30)
        column.addLayout(beside)
        column.addStretch(1)
        for button in (self.help, self.check, self.again):
            self._buttons.add(button)
        under = QHBoxLayout()
        under.addWidget(self._buttons, 70)
        under.addStretch(30)
        column.addLayout(under)
        column.addStretch(2)
        column.addWidget(self.opens)
        for label in (self.line, self.opens):
            label.setContentsMargins(RING, 0, 0, 0)
        return column


class StillOpenBox(Card):
    """What stays open while the exercises are closed; `note_wanted` leads to the note."""

    note_wanted = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look, radius=18)
        words = translate("StillOpen", "My knee and History stay open")
        line = translate("StillOpen", "You can read, look back, and print the note for the doctor.")
        self.note = SoftButton(look, translate("StillOpen", "To the note"), icon="print", height=44)
        self.note.clicked.connect(self.note_wanted)
        row = self.row(12)
        row.setContentsMargins(18, 6, 8, 6)
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addWidget(Heading(look, words, px=17))
        column.addWidget(TextLabel(look, line, px=15.5, role="ink2"))
        row.addLayout(column, 1)
        row.addWidget(self.note)
