"""The room and the person in it: what is seen from across the room before a word is read."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from kneecoach.domain.catalogue import Motion
from kneecoach.domain.figure import Movement
from kneecoach.domain.front_movements import FrontMovement
from kneecoach.domain.scene import Scene
from kneecoach.domain.wall import Wall
from kneecoach.ui.figure import Layout, Staging, Tint, blend
from kneecoach.ui.look import Look
from kneecoach.ui.pictures import Pictures
from kneecoach.ui.stage_colours import colours_of

_BRIGHT, _BRIGHT_DARK = 0.80, 0.24  # how much of a bright wall is white; words stay readable


class Stage(QWidget):
    """Fills the player with the room and the person at the moment it was shown last."""

    def __init__(self, look: Look, pictures: Pictures, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._scene: Scene | None = None
        self._frame = QRectF()
        self._floor_y = 0.0
        self._day = 0.35
        self._pictures = pictures
        self._from_front = self._wants_front = True
        self._flashes = False
        self._staging = Staging(self._movement)
        self._late = True  # what is shown is not on the staging yet
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        look.changed.connect(self._paint_anew)

    @property
    def kept(self) -> int:
        """Bytes of the pictures that are kept to be shown again."""
        return self._staging.size

    def set_day(self, day: float) -> None:
        """Let the light fall as at that share of the day, 0 at 06:00 to 1 at 22:00."""
        self._day = day
        self._paint_anew()

    def set_frame(self, frame: QRectF, floor_y: float) -> None:
        """Fit the figure into that part of the stage, in px; the floor begins at `floor_y`."""
        if (frame, floor_y) != (self._frame, self._floor_y):
            self._frame, self._floor_y = frame, floor_y
            self._paint_anew()

    def show_from(self, *, front: bool) -> None:
        """Show standing on one leg from the front or from the side.

        A limb that moves is seen to the end of its way first (look-front 1).
        """
        self._wants_front = front

    def show_scene(self, scene: Scene, name: str, *, flash: bool = False) -> None:
        """Show that scene; `name` tells it to a screen reader, `flash` brightens the wall.

        With reduced motion the wall has another colour instead.
        """
        if name != self.accessibleName():
            self.setAccessibleName(name)
        if self._wants_front is not self._from_front and not _moves(self._scene, scene):
            self._from_front = self._wants_front
            self._staging.clear()
            self._paint_anew()
        elif (scene, flash) == (self._scene, self._flashes):
            return
        self._scene, self._flashes = scene, flash
        if self._late or not self.isVisible():
            self._late = True
            self.update()
        else:
            self.update(self._staging.show(scene, self._tint(scene)))

    def paintEvent(self, event: QPaintEvent) -> None:
        self._catch_up()
        painter = QPainter(self)
        self._staging.paint(painter, event.rect())
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._paint_anew()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing is kept for a stage nobody sees."""
        super().hideEvent(event)
        self._staging.clear()

    def _paint_anew(self) -> None:
        self._late = True
        self.update()

    def _catch_up(self) -> None:
        """Bring the staging up to what is shown, the size, the palette and the screen."""
        layout = Layout(
            size=self.size(),
            dpr=self.devicePixelRatioF(),
            frame=self._frame,
            floor_y=self._floor_y,
            colours=colours_of(self._look),
            day=self._day,
        )
        changed = self._staging.lay_out(layout)
        if self._scene is not None and (self._late or changed):
            self._staging.show(self._scene, self._tint(self._scene))
        self._late = False

    def _movement(self, name: str) -> Movement | FrontMovement | None:
        pictures = self._pictures
        return pictures.stage_movement(name) if self._from_front else pictures.movement(name)

    def _tint(self, scene: Scene) -> Tint | None:
        if self._flashes:
            theme = self._look.theme
            if self._look.reduced_motion:
                return self._tint_of(Wall.SWAP if scene.wall is not Wall.SWAP else Wall.HOLD)
            return Tint("#FFFFFF", _BRIGHT_DARK if theme.dark else _BRIGHT)
        before, after = self._tint_of(scene.wall_before), self._tint_of(scene.wall)
        return blend(before, after, scene.wall_share, self._look.theme.wall)

    def _tint_of(self, wall: Wall) -> Tint | None:
        tint = self._look.theme.tints.get(wall)
        return Tint(*tint) if tint else None


def _moves(before: Scene | None, scene: Scene) -> bool:
    """True within a phase in which a limb is on its way."""
    if before is None or scene.wall is Wall.PAUSED or scene.now.still:
        return False
    on_its_way = scene.now.motion in (Motion.OUT, Motion.BACK, Motion.STROKE)
    return on_its_way and before.now.phase == scene.now.phase
