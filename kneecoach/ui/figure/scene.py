"""The figure with its things, in a room, on a page or as a small picture."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPen, QPixmap

from kneecoach.domain.bones import Leg, Skeleton
from kneecoach.domain.movements import Crop, Movement, still_of
from kneecoach.ui.figure.colours import RoomColours, StageColours, Tint, faded
from kneecoach.ui.figure.painter import near_leg_outline, paint_body, paint_far_limbs
from kneecoach.ui.figure.props import paint_prop, paint_shadow
from kneecoach.ui.figure.room import paint_room

_FOOT_SHADOW = 175.0  # mH
_NO_SHADOW_ABOVE = 90.0  # mH a sole may be above the floor before its shadow is gone


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
    scene = _Scene(movement, body, colours, glow, ghost, tint)
    view = _View(rect, crop or movement.stage, painter.device().devicePixelRatio())
    area = bounds or rect
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if mirrored:
        _paint_mirrored(painter, scene, view, area)
    else:
        painter.setClipRect(area, Qt.ClipOperation.IntersectClip)
        view.apply(painter)
        scene.paint(painter)
    painter.restore()


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


class _View:
    """How the world is laid into a rectangle: scale, the middle line and the ground."""

    def __init__(self, rect: QRectF, crop: Crop, dpr: float) -> None:
        tall = crop.height + min(0.0, crop.y)
        self.scale = min(rect.width() / crop.width, rect.height() / tall)
        self.dpr = dpr
        # On a half device pixel, so that the mirrored picture lies on the same pixels.
        self.middle = round(rect.center().x() * dpr * 2) / (dpr * 2)
        self.ground = rect.bottom()
        self._world_middle = crop.x + crop.width / 2

    def apply(self, p: QPainter) -> None:
        """Let the painter speak in mH."""
        p.translate(self.middle, self.ground)
        p.scale(self.scale, self.scale)
        p.translate(-self._world_middle, 0)

    def flipped(self, area: QRectF) -> QRectF:
        """An area mirrored about the middle line."""
        left = 2 * self.middle - area.right()
        return QRectF(left, area.top(), area.width(), area.height())


class _Scene:
    """What there is to paint at one moment."""

    def __init__(
        self,
        movement: Movement,
        body: Skeleton,
        colours: StageColours,
        glow: float,
        ghost: Skeleton | None,
        tint: Tint | None,
    ) -> None:
        self._movement = movement
        self._body = body
        self._colours = colours
        self._glow = glow
        self._ghost = ghost
        self._tint = tint

    def paint(self, p: QPainter) -> None:
        """Paint from back to front (look 7.5)."""
        if self._ghost is not None:
            _paint_ghost(p, self._ghost, self._colours.room)
        self._paint_props(p, between=False)
        self._paint_shadows(p)
        paint_far_limbs(p, self._body, self._colours.figure)
        self._paint_props(p, between=True)
        paint_body(p, self._body, self._colours.figure, self._movement.targets, self._glow)

    def _paint_props(self, p: QPainter, between: bool) -> None:
        for prop in self._movement.props:
            if prop.between == between:
                hip_x = self._body.trunk.hip[0]
                paint_prop(p, prop, hip_x, self._colours.room, self._tint)

    def _paint_shadows(self, p: QPainter) -> None:
        for shadow in self._movement.shadows:
            paint_shadow(p, shadow.x, shadow.width, self._colours.room)
        for leg in (self._body.far_leg, self._body.near_leg):
            strength = 1 - _lowest(leg) / _NO_SHADOW_ABOVE
            if strength > 0:
                middle = leg.foot_point(32, 0)[0]
                paint_shadow(p, middle, _FOOT_SHADOW, self._colours.room, min(1.0, strength))


def _lowest(leg: Leg) -> float:
    return min(y for _, y in leg.sole())


def _paint_ghost(p: QPainter, ghost: Skeleton, colours: RoomColours) -> None:
    pen = QPen(faded(colours.guide, 0.55), 3)
    pen.setDashPattern([2.2, 3])
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    p.setPen(pen)
    p.setBrush(faded(colours.guide, 0.05))
    p.drawPath(near_leg_outline(ghost))
    p.setPen(Qt.PenStyle.NoPen)


def _paint_mirrored(p: QPainter, scene: _Scene, view: _View, area: QRectF) -> None:
    """Paint beside, flip the pixels and lay them down: a mirrored painter rounds differently."""
    dpr = view.dpr
    half = max(view.middle - area.left(), area.right() - view.middle)
    left = math.floor((view.middle - half) * dpr)
    top, bottom = math.floor(area.top() * dpr), math.ceil(area.bottom() * dpr)
    width = round(view.middle * dpr * 2) - 2 * left
    image = QImage(width, bottom - top, QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(dpr)
    image.fill(Qt.GlobalColor.transparent)
    with QPainter(image) as beside:
        beside.setRenderHint(QPainter.RenderHint.Antialiasing)
        beside.translate(-left / dpr, -top / dpr)
        beside.setClipRect(view.flipped(area), Qt.ClipOperation.IntersectClip)
        view.apply(beside)
        scene.paint(beside)
    p.setClipRect(area, Qt.ClipOperation.IntersectClip)
    p.drawImage(QPointF(left / dpr, top / dpr), image.flipped(Qt.Orientation.Horizontal))
