"""Leave the check? Nothing is answered by leaving."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from kneecoach.ui.kit.buttons import GhostButton, PrimaryButton
from kneecoach.ui.kit.dialog import CardDialog
from kneecoach.ui.look import Look

translate = QCoreApplication.translate


class LeaveCard(CardDialog):
    """Asks before a check is left; Esc and Enter stay."""

    stay = Signal()
    leave = Signal()

    def __init__(self, look: Look, host: QWidget, guard_ms: int) -> None:
        told = translate(
            "LeaveCard",
            "A check that is not finished opens nothing. What you ticked so far stays closed, and "
            "you can begin again at any time.",
        )
        title = translate("LeaveCard", "Leave the check?")
        super().__init__(look, host, title, told, width=600, guard_ms=guard_ms)
        stay = PrimaryButton(
            look, translate("LeaveCard", "Stay"), key=translate("LeaveCard", "Enter")
        )
        self._leave = GhostButton(look, translate("LeaveCard", "Leave the check"), key="L")
        stay.clicked.connect(self.stay)
        self._leave.clicked.connect(self.leave)
        self.add_buttons(stay, self._leave)
        self.escaped.connect(self.stay)
        self.keys = self._take_key

    def _take_key(self, event: QKeyEvent) -> bool:
        if event.key() != Qt.Key.Key_L or event.isAutoRepeat():
            return False
        self._leave.click()
        return True
