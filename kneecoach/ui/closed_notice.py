"""What is closed, why, and the way to what opens it again (look-pages 4)."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from kneecoach.domain.safety import Refusal
from kneecoach.ui.closed_words import standing_words, ticked_words, told_when
from kneecoach.ui.kit.buttons import PrimaryButton, SoftButton
from kneecoach.ui.kit.flow import Flow
from kneecoach.ui.kit.labels import Heading, TextLabel
from kneecoach.ui.kit.pill import Icon
from kneecoach.ui.kit.shapes import RING
from kneecoach.ui.look import Look
from kneecoach.ui.services import Services
from kneecoach.ui.words import translate

_LEAST = 260  # px of the words before the buttons go under them


class ClosedNotice(QWidget):
    """A lock, the reason in words and the ways on; hidden while nothing is told.

    `check_wanted` leads to the check of warning signs, `help_wanted` carries the help page of what
    was ticked. The buttons stand beside the words, or under them where there is no room.
    """

    check_wanted = Signal()
    help_wanted = Signal(str)

    def __init__(self, look: Look) -> None:
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
        beside = Flow(gap=12 - RING)
        beside.setSizePolicy(_as_high_as_its_width_wants(beside))
        beside.add(self._words(), grows=True, least=_LEAST)
        beside.add(self._buttons())
        row.addWidget(beside, 1)
        self.hide()

    def tell(self, refusal: Refusal, page: str | None, what: str = "", reason: str = "") -> None:
        """Tell why it is closed; `page` is the help page to open, `what` names it where it is
        not all of the page or card.
        """
        self._page = page or ""
        closed = translate("Closed", "Closed: {what}").format(what=what)
        self.title.setText(closed if what else translate("Closed", "Closed"))
        self.reason.setText(reason)
        self.reason.setVisible(bool(reason))
        first = refusal is Refusal.CHECK_MISSING
        self.check.setText(
            translate("Closed", "Start the check") if first else translate("Closed", "Check again")
        )
        self.lead_on(check=refusal.asks_check, to_help=bool(page))
        self.show()

    def lead_on(self, *, check: bool, to_help: bool) -> None:
        """Show which of the ways on there are."""
        self.check.setVisible(check)
        self.help.setVisible(to_help)
        self._ways.setVisible(check or to_help)

    def _words(self) -> QWidget:
        words = QWidget()
        column = QVBoxLayout(words)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for label in (self.title, self.reason):
            label.setContentsMargins(RING, 0, 0, 0)
            column.addWidget(label)
        return words

    def _buttons(self) -> Flow:
        self._ways = Flow(gap=8 - RING)
        for button in (self.check, self.help):
            self._ways.add(button)
        return self._ways


def _as_high_as_its_width_wants(flow: Flow) -> QSizePolicy:
    """Not as high as with its narrowest words, which would make the page scroll."""
    policy = flow.sizePolicy()
    policy.setVerticalPolicy(QSizePolicy.Policy.Preferred)
    return policy


def why_closed(services: Services, refusal: Refusal, locks: Collection[str]) -> str:
    """Why what these locks close is closed now: what was ticked, or how the check stands."""
    if refusal is not Refusal.LOCKED:
        return standing_words(services.check)
    told = ticked_words(services, locks)
    if not told:
        return translate("Closed", "An answer in your last check closes this.")
    ticked = translate("Closed", "On {when} you ticked: {signs}.")
    return ticked.format(when=told_when(services), signs=" · ".join(told))
