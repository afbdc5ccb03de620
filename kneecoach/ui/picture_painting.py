"""Painting one picture of an exercise: a whole room, or a small one with its own crop."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPixmap

from kneecoach.domain.figure import Movement, still_of
from kneecoach.domain.front_movements import FrontMovement, front_still
from kneecoach.domain.wall import Wall
from kneecoach.ui.figure import StageColours, Tint, paint_room, thumbnail
from kneecoach.ui.figure.layers import Fitting, Layers, paint_fitted
from kneecoach.ui.look import Look
from kneecoach.ui.pictures import Scene
from kneecoach.ui.stage_colours import colours_of
from kneecoach.ui.theme import Theme

if TYPE_CHECKING:  # the view from the front is loaded with its first picture
    from kneecoach.ui.figure.front_scene import FrontLayers


def painted(
    scene: Scene,
    dpr: float,
    look: Look,
    movement: Movement | FrontMovement | None,
    day: float,
) -> QPixmap:
    """The picture of a scene; without a movement the room stays empty."""
    if scene.room or isinstance(movement, FrontMovement):
        return _room(scene, dpr, look, movement, day)
    return thumbnail(
        movement,
        scene.size,
        dpr,
        colours_of(look),
        mirrored=scene.mirrored,
        glow=_glow(scene),
        tint=tint_of(scene, look.theme),
    )


def _glow(scene: Scene) -> float | None:
    return 0.0 if scene.wall is Wall.PAUSED else None


def tint_of(scene: Scene, theme: Theme) -> Tint | None:
    """What tints the wall of a picture."""
    tint = theme.tints.get(scene.wall)
    return Tint(*tint) if tint else None


def frame_of(scene: Scene) -> tuple[QRectF, float]:
    """Where the figure of a room picture is fitted into, and where its floor begins, in px."""
    width, height = scene.size.width(), scene.size.height()
    floor = height * (1 - scene.ground)
    top, bottom = height * scene.top, floor + height * scene.ground * 0.34
    left, right = width * scene.left, width * scene.right
    return QRectF(left, top, right - left, bottom - top), floor


def _room(
    scene: Scene,
    dpr: float,
    look: Look,
    movement: Movement | FrontMovement | None,
    day: float,
) -> QPixmap:
    pixmap = QPixmap(scene.size * dpr)
    pixmap.setDevicePixelRatio(dpr)
    width, height = scene.size.width(), scene.size.height()
    colours, tint = colours_of(look), tint_of(scene, look.theme)
    frame, floor = frame_of(scene)
    room = QRectF(0, 0, width, height)
    with QPainter(pixmap) as painter:
        paint_room(painter, room, floor, colours.room, tint, day)
        if movement is not None:
            layers = _layers(scene, movement, colours, tint)
            fitting = Fitting(frame, movement.stage, dpr)
            paint_fitted(painter, layers.paint, fitting, room, mirrored=scene.mirrored)
    return pixmap


def _layers(
    scene: Scene, movement: Movement | FrontMovement, colours: StageColours, tint: Tint | None
) -> Layers | FrontLayers:
    if isinstance(movement, FrontMovement):
        from kneecoach.ui.figure.front_scene import FrontLayers

        stands, strength = front_still(movement)
        glow = strength if _glow(scene) is None else 0.0
        return FrontLayers(movement, stands, colours, glow, tint=tint)
    body, strength = still_of(movement)
    return Layers(movement, body, colours, strength if _glow(scene) is None else 0.0, tint=tint)
