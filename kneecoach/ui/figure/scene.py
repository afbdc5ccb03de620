"""The figure with its things, in a room, on a page or as a small picture."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPixmap

from kneecoach.domain.bones import Skeleton
from kneecoach.domain.movements import Crop, Movement, still_of
from kneecoach.ui.figure.colours import RoomColours, StageColours, Tint
from kneecoach.ui.figure.layers import Fitting, Layers, paint_fitted
from kneecoach.ui.figure.room import paint_room


def paint_stage(
    painter: QPainter,
    room: QRectF,
    frame: QRectF,
    movement: Movement | None,
    body: Skeleton | None,
    *,
    floor_y: float,
    colours: StageColours,
    mirrored: bool = False,
    glow: float = 1.0,
    tint: Tint | None = None,
    day: float = 0.35,
    light: bool = True,
    ghost: Skeleton | None = None,
) -> None:
    """Paint a room and somebody in it: the player's stage, the picture on Today.

    `room` is filled with wall and floor, which begins at `floor_y`. The movement's stage is fitted
    into `frame`, whose lower edge is the ground the person is on. Without a movement or a body the
    room stays empty. The rest as in `paint_room` and `paint_scene`.
    """
    paint_room(painter, room, floor_y, colours.room, tint, day, light)
    if movement is None or body is None or room.isEmpty():
        return
    painter.save()
    painter.setClipRect(room, Qt.ClipOperation.IntersectClip)
    paint_scene(
        painter,
        frame,
        movement,
        body,
        mirrored=mirrored,
        colours=colours,
        glow=glow,
        ghost=ghost,
        tint=tint,
        bounds=room,
    )
    painter.restore()


def paint_scene(
    painter: QPainter,
    rect: QRectF,
    movement: Movement,
    body: Skeleton,
    *,
    mirrored: bool,
    colours: StageColours,
    glow: float,
    ghost: Skeleton | None = None,
    tint: Tint | None = None,
    crop: Crop | None = None,
    bounds: QRectF | None = None,
) -> None:
    """Paint the person and the things of a movement, fitted into a rectangle, on its lower edge.

    The near leg works and is the right one; `mirrored` makes it the left one, pixel for pixel.
    `glow` 0 to 1 is the strength of the target muscle, `ghost` a later moment whose near leg is
    outlined behind the person. `crop` is the part of the world to fit (the movement's stage).
    `bounds` is how far things may reach beyond the rectangle, a wall to the ceiling for example.
    """
    if rect.isEmpty():
        return
    layers = Layers(movement, body, colours, glow, ghost, tint)
    dpr = painter.device().devicePixelRatio()
    fitting = Fitting(rect, crop or movement.stage, dpr)
    paint_fitted(painter, layers.paint, fitting, bounds or rect, mirrored=mirrored)


def thumbnail(
    movement: Movement | None,
    size: QSize,
    dpr: float,
    colours: StageColours,
    *,
    mirrored: bool = False,
    glow: float | None = None,
    tint: Tint | None = None,
) -> QPixmap:
    """A small picture of a movement, the whole of it filled: wall, floor and the still pose.

    `size` in logical px, `dpr` device pixels per px; `glow` None is the still's own. Without a
    movement the room stays empty. Paint it once and keep it.
    """
    pixmap = QPixmap(size * dpr)
    pixmap.setDevicePixelRatio(dpr)
    width, height = float(size.width()), float(size.height())
    floor = height * 0.14  # look 8.6
    with QPainter(pixmap) as painter:
        room = QRectF(0, 0, width, height)
        _paint_plain_room(painter, room, floor, colours.room, tint)
        if movement is not None:
            body, own_glow = still_of(movement)
            paint_scene(
                painter,
                QRectF(width * 0.02, 0, width * 0.96, height - floor * 0.45),
                movement,
                body,
                mirrored=mirrored,
                colours=colours,
                glow=own_glow if glow is None else glow,
                tint=tint,
                crop=movement.thumbnail,
                bounds=room,
            )
    return pixmap


def _paint_plain_room(
    p: QPainter, room: QRectF, floor: float, colours: RoomColours, tint: Tint | None
) -> None:
    paint_room(p, room, room.height() - floor, colours, tint, light=False)
