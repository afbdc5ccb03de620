"""What stands in the place of the charts: the empty room, or why nothing can be shown."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kneecoach.ui.kit.buttons import PrimaryButton, SoftButton
from kneecoach.ui.kit.card import Card
from kneecoach.ui.kit.labels import Heading, TextLabel
from kneecoach.ui.kit.pill import IconPlate
from kneecoach.ui.look import Look
from kneecoach.ui.pictures import Picture, Pictures, Scene

_SEATED = "seated"


class EmptyHistory(Picture):
    """The room with somebody seated, and the way to the first session (look 6.4)."""

    start_wanted = Signal()

    def __init__(self, look: Look, pictures: Pictures) -> None:
        super().__init__(look, pictures, _SEATED, room=True, radius=26)
        self.show_scene(
            Scene(_SEATED, QSize(1, 1), mirrored=True, room=True, left=0.5, right=0.96, top=0.24)
        )
        self._title = Heading(look, self.tr("Nothing here yet"), px=46)
        self._text = TextLabel(
            look,
            self.tr(
                "After your first session you see your minutes, your pain and a calendar of the "
                "month on this page."
            ),
            px=20,
            role="ink2",
        )
        self.start = PrimaryButton(
            look, self.tr("Start first session"), icon="play", key="Enter", px=22, height=64
        )
        self.start.clicked.connect(self.start_wanted)
        self._column = QVBoxLayout(self)
        self._column.addStretch(5)
        self._column.addWidget(self._title)
        self._column.addWidget(self._text)
        self._column.addSpacing(12)
        self._column.addWidget(self.start, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addStretch(4)
        self.set_compact(False)

    def set_compact(self, compact: bool) -> None:
        """Take the form for narrow windows, or leave it."""
        side = 34 if compact else 56
        self._column.setContentsMargins(side, 24, 24, 24)
        self._column.setSpacing(8 if compact else 12)
        self._title.set_px(34 if compact else 46)
        self._text.set_px(17 if compact else 20)
        for label in (self._title, self._text):
            label.setMaximumWidth(330 if compact else 430)
        self.start.set_size(19 if compact else 22, 56 if compact else 64)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter starts, wherever the focus is in the room."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.start.click()
        else:
            super().keyPressEvent(event)


class HistoryNotice(Card):
    """One sentence about why the history can't be shown, and the way to try again."""

    again = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, "sun_soft", parent=parent)
        row = self.row(24, 20)
        row.addWidget(
            IconPlate(look, "info", ground="surface", ink="sun_ink", size=52),
            0,
            Qt.AlignmentFlag.AlignTop,
        )
        column = QVBoxLayout()
        column.setSpacing(12)
        self._text = TextLabel(look, px=17, weight=600, role="sun_ink")
        self.button = SoftButton(look, self.tr("Try again"), icon="undo")
        column.addWidget(self._text)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        row.addLayout(column, 1)
        self.button.clicked.connect(self.again)

    def tell(self, sentence: str) -> None:
        """Say that sentence."""
        self._text.setText(sentence)
