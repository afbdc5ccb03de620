"""The moving picture on an exercise's page, with the phase's word and a way to hold it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from kneecoach.domain.catalogue import Exercise
from kneecoach.ui.kit.buttons import IconButton
from kneecoach.ui.kit.labels import TextLabel
from kneecoach.ui.look import Look
from kneecoach.ui.loop_picture import LoopPicture
from kneecoach.ui.pictures import Pictures, Scene
from kneecoach.ui.player.words import phase_word

_EDGE = 20  # px from the word to the picture's edge


class ExerciseLoop(LoopPicture):
    """Goes round for as long as the page is seen; Space or the button holds it (look-pages 4)."""

    def __init__(self, look: Look, pictures: Pictures) -> None:
        super().__init__(look, pictures, help_shown=True, radius=24)
        self.word = TextLabel(look, px=26, weight=700, wrap=False, parent=self)
        self.hold = IconButton(look, "", "pause", parent=self)
        self.hold.clicked.connect(self.toggle)
        self.moved.connect(self._tell)
        look.changed.connect(self._tell)
        self._tell()

    def show_loop(self, exercise: Exercise | None, scene: Scene) -> None:
        super().show_loop(exercise, scene)
        self._tell()

    def let_space_hold(self, widget: QWidget) -> None:
        """Take Space from a button that Enter presses as well."""
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Space and self.may_play:
            if event.type() is QEvent.Type.KeyPress and not event.isAutoRepeat():
                self.toggle()
            return True
        return super().eventFilter(watched, event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._tell()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _tell(self) -> None:
        """Say the phase, and what the button does now."""
        word = phase_word(self.phase) if self.phase else ""
        if word != self.word.text():
            self.word.setText(word)
            self._place()
        held = self.phase != "" and not self.playing
        name = self.tr("Go on with the loop") if held else self.tr("Hold the loop")
        self.hold.setVisible(self.may_play)
        if name != self.hold.accessibleName():
            self.hold.set_icon("play" if held else "pause")
            self.hold.setAccessibleName(name)
            self.hold.setToolTip(name)

    def _place(self) -> None:
        hint = self.word.sizeHint()
        self.word.setGeometry(_EDGE, _EDGE - 6, hint.width(), hint.height())
        size = self.hold.sizeHint()
        corner = self.rect().bottomRight()
        self.hold.setGeometry(
            corner.x() - size.width() - 8,
            corner.y() - size.height() - 8,
            size.width(),
            size.height(),
        )
