"""What is closed, why, and the way to what opens it again (look-pages 4)."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from kneecoach.domain.safety import Refusal
from kneecoach.ui.closed_words import standing_words, ticked_words, told_when
from kneecoach.ui.kit.buttons import PrimaryButton, SoftButton
from kneecoach.ui.kit.labels import Heading, TextLabel
from kneecoach.ui.kit.pill import Icon
from kneecoach.ui.kit.shapes import RING
from kneecoach.ui.look import Look
from kneecoach.ui.services import Services
from kneecoach.ui.words import translate


class ClosedNotice(QWidget):
    """A lock, the reason in words and the ways on; hidden while nothing is told.

    `check_wanted` leads to the check of warning signs, `help_wanted` carries the help page of what
    was ticked. `narrow` puts the buttons under each other.
    """

    check_wanted = Signal()
    help_wanted = Signal(str)

    def __init__(self, look: Look, *, narrow: bool = False) -> None:
        super().__init__()
        self._page = ""
        self.title = Heading(look)
        self.reason = TextLabel(look, px=16)
        self.check = PrimaryButton(look, "", icon="shield", px=16, height=48)
        self.check.clicked.connect(self.check_wanted)
        to_do = translate("Closed", "What to do")
        self.help = SoftButton(look, to_do, icon="info", px=16, height=48)
        self.help.clicked.connect(lambda: self.help_wanted.emit(self._page))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12 - RING)
        lock = Icon(look, "lock", role="ink", size=28)
        row.addWidget(lock, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(4)
        for label in (self.title, self.reason):
            label.setContentsMargins(RING, 0, 0, 0)
            words.addWidget(label)
        words.addLayout(self._buttons(narrow=narrow))
        row.addLayout(words, 1)
        self.hide()

    def tell(self, refusal: Refusal, page: str | None, what: str = "", reason: str = "") -> None:
        """Tell why it is closed; `page` is the help page to open, `what` names it where it is
        not all of the page or card.
        """
        self._page = page or ""
        closed = translate("Closed", "Closed: {what}").format(what=what)
        self.title.setText(closed if what else translate("Closed", "Closed"))
        self.reason.setText(reason)
        first = refusal is Refusal.CHECK_MISSING
        self.check.setText(
            translate("Closed", "Start the check") if first else translate("Closed", "Check again")
        )
        self.check.setVisible(refusal.asks_check)
        self.help.setVisible(bool(page))
        self.show()

    def _buttons(self, *, narrow: bool) -> QBoxLayout:
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        buttons = QBoxLayout(down if narrow else across)
        buttons.setContentsMargins(0, 4, 0, 0)
        buttons.setSpacing(8 - RING)
        for button in (self.check, self.help):
            buttons.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        if not narrow:
            buttons.addStretch(1)
        return buttons


def why_closed(services: Services, refusal: Refusal, locks: Collection[str]) -> str:
    """Why what these locks close is closed now: what was ticked, or how the check stands."""
    if refusal is not Refusal.LOCKED:
        return standing_words(services.check)
    told = ticked_words(services, locks)
    if not told:
        return translate("Closed", "An answer in your last check closes this.")
    ticked = translate("Closed", "On {when} you ticked: {signs}")
    return ticked.format(when=told_when(services), signs=" · ".join(told))
