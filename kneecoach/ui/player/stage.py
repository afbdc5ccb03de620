"""The room and the person in it: what is seen from across the room before a word is read."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt, QVariantAnimation
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

from kneecoach.domain.catalogue import Motion, Side
from kneecoach.domain.movements import Movement, glow_at, pose_at
from kneecoach.domain.poses import Skeleton
from kneecoach.domain.view import View
from kneecoach.domain.wall import Wall
from kneecoach.ui.figure import Tint, paint_stage, stage_colours
from kneecoach.ui.look import Look
from kneecoach.ui.pictures import Pictures

FADE_MS = 600  # between two walls (look 3.7)
AT_EASE = "at_ease"  # the pose in which the finished session is told
# How far into a phase its still picture stands: where a movement leads to, how a hold looks.
STILL_AT = {Motion.OUT: 1.0, Motion.HOLD: 0.5, Motion.BACK: 1.0, Motion.STROKE: 0.5}


@dataclass(frozen=True, slots=True)
class Scene:
    """What a picture of the stage depends on."""

    exercise: str
    pose: str
    progress: float
    glow: float
    ghost: bool
    mirrored: bool
    wall: Wall


def scene_of(view: View, motion: Motion) -> Scene:
    """The still picture of a moment."""
    over = view.wall is Wall.DONE
    still = 0.0 if view.waits or over else STILL_AT.get(motion, 0.0)
    return Scene(
        exercise=AT_EASE if over else view.part.exercise,
        pose="ready" if over else view.pose,
        progress=still,
        glow=0.35 if view.wall is Wall.PAUSED else 1.0,
        ghost=view.word == "ready",
        mirrored=view.part.side is Side.LEFT and not over,  # at ease: facing the card
        wall=view.wall,
    )


class Stage(QWidget):
    """Fills the player with the room; one picture a scene, cross-faded to the next."""

    def __init__(self, look: Look, pictures: Pictures, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._pictures = pictures
        self._scene: Scene | None = None
        self._frame = QRectF()
        self._floor_y = 0.0
        self._day = 0.35
        self._now = QPixmap()
        self._before = QPixmap()
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._fade = QVariantAnimation(self)
        self._fade.setDuration(FADE_MS)
        self._fade.setStartValue(0.0)
        self._fade.setEndValue(1.0)
        self._fade.valueChanged.connect(lambda _value: self.update())
        look.changed.connect(self._paint_anew)

    def set_day(self, day: float) -> None:
        """Let the light fall as at that share of the day, 0 at 06:00 to 1 at 22:00."""
        self._day = day
        self._paint_anew()

    def set_frame(self, frame: QRectF, floor_y: float) -> None:
        """Fit the figure into that part of the stage, in px; the floor begins at `floor_y`."""
        if (frame, floor_y) != (self._frame, self._floor_y):
            self._frame, self._floor_y = frame, floor_y
            self._paint_anew()

    def show_scene(self, scene: Scene, name: str) -> None:
        """Show that scene; `name` tells it to a screen reader."""
        self.setAccessibleName(name)
        if scene == self._scene:
            return
        had = self._scene is not None
        self._scene = scene
        self._before, self._now = self._now, self._picture()
        self._fade.stop()
        if had and not self._look.reduced_motion and self.isVisible():
            self._fade.start()
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._now.isNull() or self._now.size() != self.size() * self.devicePixelRatioF():
            self._now = self._picture()
        painter = QPainter(self)
        fading = self._fade.state() is QVariantAnimation.State.Running
        if fading and self._before.size() == self._now.size():
            painter.drawPixmap(QPointF(0, 0), self._before)
            painter.setOpacity(float(self._fade.currentValue()))
        painter.drawPixmap(QPointF(0, 0), self._now)
        painter.end()

    def _paint_anew(self) -> None:
        self._fade.stop()
        self._now = QPixmap()
        self.update()

    def _picture(self) -> QPixmap:
        dpr = self.devicePixelRatioF()
        picture = QPixmap(self.size() * dpr)
        if picture.isNull():
            return picture
        picture.setDevicePixelRatio(dpr)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint(painter)
        painter.end()
        return picture

    def _paint(self, painter: QPainter) -> None:
        scene = self._scene
        movement = self._pictures.movement(scene.exercise) if scene else None
        body, glow, ghost = None, 0.0, None
        if scene is not None and movement is not None:
            body = pose_at(movement, scene.pose, scene.progress)
            glow = scene.glow * glow_at(movement, scene.pose, scene.progress)
            ghost = self._end_pose(movement) if scene.ghost else None
        paint_stage(
            painter,
            QRectF(self.rect()),
            self._frame,
            movement,
            body,
            floor_y=self._floor_y,
            colours=stage_colours("dark" if self._look.dark else "light"),
            mirrored=scene is not None and scene.mirrored,
            glow=glow,
            tint=self._tint(scene.wall) if scene else None,
            day=self._day,
            ghost=ghost,
        )

    def _end_pose(self, movement: Movement) -> Skeleton | None:
        """Where the first phase leads to; nothing to show where it only goes round."""
        name, chain = next(iter(movement.phases.items()))
        return pose_at(movement, name, 1.0) if chain.turn is None else None

    def _tint(self, wall: Wall) -> Tint | None:
        tint = self._look.theme.tints.get(wall)
        return Tint(*tint) if tint else None
