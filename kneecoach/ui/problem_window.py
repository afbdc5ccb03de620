"""A small window that says in one sentence why the program can't open, and what to do."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kneecoach.ui.kit.buttons import PrimaryButton
from kneecoach.ui.kit.labels import Heading, TextLabel
from kneecoach.ui.look import Look

translate = QCoreApplication.translate


class ProblemWindow(QWidget):
    """The sentence and a button that closes it."""

    def __init__(self, look: Look, sentence: str) -> None:
        super().__init__()
        self.setWindowTitle("KneeCoach")
        column = QVBoxLayout(self)
        column.setContentsMargins(44, 40, 44, 36)
        column.setSpacing(14)
        column.addWidget(Heading(look, translate("Problem", "KneeCoach can't open"), px=28))
        self.sentence = TextLabel(look, sentence, px=18)
        column.addWidget(self.sentence)
        close = PrimaryButton(look, translate("Problem", "Close"), key="Enter")
        close.clicked.connect(self.close)
        column.addSpacing(10)
        column.addWidget(close, 0, Qt.AlignmentFlag.AlignLeft)
        self.resize(620, 260)
        close.setFocus(Qt.FocusReason.OtherFocusReason)
