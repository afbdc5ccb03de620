"""The question when the window is closed in the middle of a session."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from kneecoach.ui.kit.buttons import Button, GhostButton, PrimaryButton
from kneecoach.ui.kit.dialog import CardDialog
from kneecoach.ui.kit.labels import TextLabel
from kneecoach.ui.look import Look

translate = QCoreApplication.translate


class CloseCard(CardDialog):
    """Keep going, end and save, or leave it for later; Esc stays in the pause.

    `unsaved` is the sentence why not everything is saved yet, "" where all is.
    """

    keep_going = Signal()
    end = Signal()
    later = Signal()

    def __init__(self, look: Look, host: QWidget, unsaved: str, guard_ms: int) -> None:
        super().__init__(
            look,
            host,
            translate("CloseCard", "Close in the middle of a session?"),
            _later_words() if unsaved else f"{_saved_words()} {_later_words()}",
            guard_ms=guard_ms,
        )
        key = translate("CloseCard", "Enter")
        keep = PrimaryButton(look, translate("CloseCard", "Keep going"), key=key)
        end = GhostButton(look, translate("CloseCard", "End and save"), key="Q")
        later = GhostButton(look, translate("CloseCard", "Leave it for later"), key="L")
        self._keys: dict[int, Button] = {Qt.Key.Key_Q: end, Qt.Key.Key_L: later}
        pairs = ((keep, self.keep_going), (end, self.end), (later, self.later))
        for button, signal in pairs:
            button.clicked.connect(signal)
        self._trouble = TextLabel(look, unsaved, px=17, role="danger_ink")
        self._trouble.setVisible(bool(unsaved))
        self.foot.addWidget(self._trouble)
        self.add_buttons(keep, end, later)
        self.keys = self._take_key

    def tell_trouble(self, sentence: str) -> None:
        """Say why it could not be saved."""
        self._trouble.setText(sentence)
        self._trouble.show()

    def _take_key(self, event: QKeyEvent) -> bool:
        button = self._keys.get(event.key())
        if button is not None:
            button.click()
        return button is not None


def _saved_words() -> str:
    return translate("CloseCard", "Every finished repetition and hold is saved.")


def _later_words() -> str:
    return translate("CloseCard", "Left for later, the session is offered at the next start.")
