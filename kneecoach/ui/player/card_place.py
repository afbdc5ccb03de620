"""The place over the player where one card at a time lies."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QWidget

from kneecoach.ui.kit.dialog import CardDialog
from kneecoach.ui.kit.toast import Toast
from kneecoach.ui.look import Look


class CardPlace:
    """Shows one card over `host`; while it lies there the player's own keys rest."""

    def __init__(
        self, look: Look, host: QWidget, toast: Toast, shortcuts: Sequence[QShortcut], guard_ms: int
    ) -> None:
        self.look = look
        self.host = host
        self.guard_ms = guard_ms
        self.card: CardDialog | None = None
        self._toast = toast
        self._shortcuts = shortcuts

    def open(self, card: CardDialog) -> None:
        """Show that card in the place of the one that is there."""
        self.close()
        self._toast.hide()
        self.card = card
        for shortcut in self._shortcuts:
            shortcut.setEnabled(False)
        card.open()

    def close(self) -> None:
        """Take the card away and let the keys work again."""
        if self.card is not None:
            self.card.dismiss()
            self.card = None
        for shortcut in self._shortcuts:
            shortcut.setEnabled(True)
