"""The whole window as a room with one person at ease, who may show which knee hurts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPixmap

from kneecoach.domain.figure import Movement, still_of
from kneecoach.domain.settings import PainfulSide
from kneecoach.ui.figure import StageColours, paint_room
from kneecoach.ui.figure.glow import keep_off, paint_sore_knee
from kneecoach.ui.figure.layers import Fitting, Layers, paint_fitted
from kneecoach.ui.figure.painter import near_leg_outline
from kneecoach.ui.look import Look
from kneecoach.ui.stage_colours import colours_of

if TYPE_CHECKING:
    from kneecoach.ui.stage_room import StageRoom

_APART = "apart"  # the pose in which both knees can be seen
_LIGHT = 0.3  # share of the day's way the light wanders: it stays in the free part of the wall


def painted_room(
    room: StageRoom, dpr: float, look: Look, movement: Movement | None, day: float
) -> QPixmap:
    """The room with its person; without a movement it stays empty. `dpr` device pixels per px."""
    pixmap = QPixmap(room.size * dpr)
    pixmap.setDevicePixelRatio(dpr)
    whole = QRectF(0, 0, room.size.width(), room.size.height())
    colours = colours_of(look)
    with QPainter(pixmap) as painter:
        paint_room(painter, whole, room.floor, colours.room, day=day * _LIGHT)
        if movement is not None and room.frame.width() > 0:
            _paint_person(painter, room, movement, colours, dpr)
    return pixmap


def _paint_person(
    painter: QPainter, room: StageRoom, movement: Movement, colours: StageColours, dpr: float
) -> None:
    both = room.sore is PainfulSide.BOTH
    body, _ = still_of(movement, _APART if both and _APART in movement.keys else "")
    layers = Layers(movement, body, colours, 0.0)

    def paint(p: QPainter) -> None:
        layers.paint(p)
        if both:
            p.save()
            keep_off(p, near_leg_outline(body))
            paint_sore_knee(p, body.far_leg, colours.figure)
            p.restore()
        if room.sore is not None:
            paint_sore_knee(p, body.near_leg, colours.figure)

    area = QRectF(0, 0, room.frame.right() + room.frame.left(), room.size.height())
    fitting = Fitting(room.frame, movement.stage, dpr)
    paint_fitted(painter, paint, fitting, area, mirrored=room.sore is PainfulSide.LEFT)
