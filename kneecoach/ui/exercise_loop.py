"""The moving picture on an exercise's page: its phase in words and as a bar, a way to hold it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from kneecoach.domain.catalogue import Exercise
from kneecoach.ui.kit.buttons import IconButton
from kneecoach.ui.kit.labels import TextLabel
from kneecoach.ui.look import Look
from kneecoach.ui.loop_picture import LoopPicture
from kneecoach.ui.phase_bar import HIGH, PhaseBar
from kneecoach.ui.pictures import Pictures, Scene
from kneecoach.ui.player.words import phase_word

BESIDE, TOP = 0.36, 0.24  # shares of the picture, see `scene_in`
_GROUND, _GROUND_IN_COMPACT = 0.28, 0.36
_WIDE = 1.3  # a stage so many times as wide as high takes the whole width
_EDGE = 22  # px from the words and the bar to the picture's edge
_WORDS = 0.44  # share of the width the words take beside the person


def scene_in(scene: Scene, pictures: Pictures, *, compact: bool) -> Scene:
    """The scene with room for the words over or beside the person, and for the bar under them."""
    movement = pictures.stage_movement(scene.exercise)
    lies = movement is not None and movement.stage.width > _WIDE * movement.stage.height
    ground = _GROUND_IN_COMPACT if compact else _GROUND
    if lies:
        return replace(scene, room=True, ground=ground, left=0.04, right=0.96, top=TOP)
    return replace(scene, room=True, ground=ground, left=BESIDE, right=0.98, top=0.03)


class ExerciseLoop(LoopPicture):
    """Goes round for as long as the page is seen; Space or the button holds it (look-pages 4).

    `cues` are the lines under the words of its phases.
    """

    def __init__(
        self, look: Look, pictures: Pictures, cues: Mapping[str, str] | None = None
    ) -> None:
        super().__init__(look, pictures, help_shown=True, radius=24)
        self._cues = cues or {}
        self.word = TextLabel(look, px=32, weight=700, role="primary", wrap=False, parent=self)
        self.line = TextLabel(look, px=16, role="ink", parent=self)
        self.bar = PhaseBar(look, self)
        self.hold = IconButton(look, "", "pause", parent=self)
        self.hold.clicked.connect(self.toggle)
        self.moved.connect(self._tell)
        look.changed.connect(self._tell)
        self._tell()

    def set_compact(self, compact: bool) -> None:
        """Smaller words in the narrow form."""
        self.word.set_px(24 if compact else 32)
        self.line.set_px(14 if compact else 16)
        self._place()

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
        self._tell_phase()
        held = self.phase != "" and not self.playing
        name = self.tr("Go on with the loop") if held else self.tr("Hold the loop")
        self.hold.setVisible(self.may_play)
        if name != self.hold.accessibleName():
            self.hold.set_icon("play" if held else "pause")
            self.hold.setAccessibleName(name)
            self.hold.setToolTip(name)

    def _tell_phase(self) -> None:
        phase, loop = self.phase, self.loop
        word = phase_word(phase) if phase else ""
        if word != self.word.text():
            self.word.setText(word)
            self.line.setText(self._cues.get(phase, ""))
            self._place()
        self.bar.show_loop(self._exercise, loop)
        if loop is not None:
            self.bar.show_moment(loop, self.loop_ms)

    def _place(self) -> None:
        """The words at the top, over the person or beside them; bar and button on the floor."""
        wide = self.width() - 2 * _EDGE
        if self.scene.left >= BESIDE:
            wide = max(round(self.width() * _WORDS) - _EDGE, self.line.minimumSizeHint().width())
        hint = self.word.sizeHint()
        self.word.setGeometry(_EDGE, _EDGE - 8, hint.width(), hint.height())
        below = self.word.geometry().bottom()
        self.line.setGeometry(_EDGE, below, wide, self.line.heightForWidth(wide))
        size, corner = self.hold.sizeHint(), self.rect().bottomRight()
        x, y = corner.x() - size.width() - 8, corner.y() - size.height() - 8
        self.hold.setGeometry(x, y, size.width(), size.height())
        self.bar.setGeometry(_EDGE, y + (size.height() - HIGH) // 2, x - 8 - _EDGE, HIGH)
