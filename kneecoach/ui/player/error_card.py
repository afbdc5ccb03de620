"""Something went wrong while a session was played: it waits, and can go on (look-pages 8)."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kneecoach.ui.fault import Area, Fault
from kneecoach.ui.kit.buttons import GhostButton, LinkButton, PrimaryButton
from kneecoach.ui.kit.card import Card
from kneecoach.ui.kit.dialog import CardDialog
from kneecoach.ui.kit.labels import LineLabel, TextLabel
from kneecoach.ui.kit.plate_head import put_plate
from kneecoach.ui.kit.shapes import RING
from kneecoach.ui.look import Look

translate = QCoreApplication.translate


class ErrorCard(CardDialog):
    """Type and place of an error; Ctrl+C copies them, and nothing of the person is in them.

    `unsaved` is the sentence why not everything is saved yet, "" where all is.
    """

    go_on = Signal()
    end = Signal()

    def __init__(
        self, look: Look, host: QWidget, fault: Fault, unsaved: str, guard_ms: int
    ) -> None:
        title = translate("ErrorCard", "Something went wrong")
        super().__init__(look, host, title, _areas()[fault.area](), width=680, guard_ms=guard_ms)
        self._fault = fault
        put_plate(self, "info", ground="sunken", ink="ink2")
        words = TextLabel(look, unsaved or _saved(), px=17, role="ink2")
        words.setContentsMargins(RING, 6, RING, 6)
        self.column.addWidget(words)
        inset = QHBoxLayout()
        inset.setContentsMargins(RING, 0, RING, 0)
        inset.addWidget(self._place_line())
        self.column.addLayout(inset)
        key = translate("ErrorCard", "Enter")
        go_on = PrimaryButton(
            look, translate("ErrorCard", "Go on"), icon="play", key=key, px=20, height=60
        )
        end = GhostButton(look, translate("ErrorCard", "End and save"), key="Q", px=18, height=60)
        go_on.clicked.connect(self.go_on)
        end.clicked.connect(self.end)
        self.add_buttons(go_on, end)
        self._end = end
        self.keys = self._take_key

    def copy(self) -> None:
        """Put type and place on the clipboard."""
        QGuiApplication.clipboard().setText(f"KneeCoach: {self._fault.place}")
        self._copy.setText(translate("ErrorCard", "Copied"))

    def _place_line(self) -> Card:
        line = Card(self.look, "sunken", radius=14)
        row = line.row(2, 12)
        row.setContentsMargins(18, 2, 8, 2)
        self._copy = LinkButton(self.look, translate("ErrorCard", "Copy"), px=16, height=44)
        self._copy.clicked.connect(self.copy)
        row.addWidget(LineLabel(self.look, place_words(self._fault), px=16), 1)
        row.addWidget(self._copy)
        return line

    def _take_key(self, event: QKeyEvent) -> bool:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
            return True
        if event.key() == Qt.Key.Key_Q:
            self._end.click()
            return True
        return False


def place_words(fault: Fault) -> str:
    """Type and place in the words of the card."""
    if not fault.file:
        return translate("ErrorCard", "{kind}, no place known").format(kind=fault.kind)
    words = translate("ErrorCard", "{kind} · {file}, line {line}")
    return words.format(kind=fault.kind, file=fault.file, line=fault.line)


def _areas() -> Mapping[Area, Callable[[], str]]:
    return {
        Area.DRAWING: lambda: translate("ErrorCard", "in the drawing, not in your data"),
        Area.SOUND: lambda: translate("ErrorCard", "in the sound, not in your data"),
        Area.SAVING: lambda: translate(
            "ErrorCard", "in the saving; what was saved before is still there"
        ),
        Area.PROGRAM: lambda: translate("ErrorCard", "in the program, not in your data"),
    }


def _saved() -> str:
    return translate(
        "ErrorCard",
        "Your session is saved up to the last repetition and waits. Going on usually works. If it "
        "comes back, close the program and open it again: it will offer to go on here.",
    )
