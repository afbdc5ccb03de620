"""A note on the session, in the person's own words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from kneecoach.domain.answers import NOTE_LENGTH
from kneecoach.ui.kit.buttons import PrimaryButton
from kneecoach.ui.kit.dialog import CardDialog
from kneecoach.ui.kit.labels import TextLabel
from kneecoach.ui.kit.note_field import NoteField
from kneecoach.ui.kit.shapes import RING
from kneecoach.ui.look import Look

translate = QCoreApplication.translate


class NoteCard(CardDialog):
    """Free text of at most `NOTE_LENGTH` characters; `written` carries it, however one leaves."""

    written = Signal(str)

    def __init__(self, look: Look, parent: QWidget, text: str, guard_ms: int) -> None:
        super().__init__(
            look,
            parent,
            translate("NoteCard", "A note on this session"),
            translate("NoteCard", "It stays on this computer, in your history."),
            guard_ms=guard_ms,
        )
        self.field = NoteField(look, translate("NoteCard", "Note"), text, NOTE_LENGTH)
        self.column.addWidget(self.field)
        self._left = TextLabel(look, px=15, role="ink2")
        self._left.setContentsMargins(RING, 0, RING, 0)
        self.column.addWidget(self._left)
        done = PrimaryButton(look, translate("NoteCard", "Done"), key="Enter")
        done.clicked.connect(self._finish)
        self.add_buttons(done)
        self.field.done.connect(self._finish)
        self.escaped.connect(self._finish)
        self.field.left.connect(self._tell_left)
        self._tell_left(NOTE_LENGTH - len(text))
        self.mark(self.field)

    def _tell_left(self, count: int) -> None:
        words = translate("NoteCard", "Room for %n character(s)", "", count)
        self._left.setText(words)

    def _finish(self) -> None:
        self.written.emit(self.field.text)
