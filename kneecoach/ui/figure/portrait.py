"""The person from the knees up, to choose how they look (look-pages 9)."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPixmap

from kneecoach.domain.movements import Crop, Movement, still_of
from kneecoach.ui.figure.colours import StageColours
from kneecoach.ui.figure.room import paint_room
from kneecoach.ui.figure.scene import paint_scene

_WINDOW = Crop(-220, 0, 440, 740)  # mH, from the height of _FROM upwards
_FROM = 300.0


def portrait(
    movement: Movement | None,
    size: QSize,
    dpr: float,
    colours: StageColours,
    day: float,
) -> QPixmap:
    """Paint the person of a movement's still; without one the room stays empty. Size in px."""
    picture = QPixmap(size * dpr)
    picture.setDevicePixelRatio(dpr)
    room = QRectF(0, 0, size.width(), size.height())
    scale = min(room.width() / _WINDOW.width, room.height() / _WINDOW.height)
    with QPainter(picture) as painter:
        paint_room(painter, room, room.bottom() + 10, colours.room, day=day)
        if movement is not None:
            painter.setClipRect(room)
            body, _ = still_of(movement)
            paint_scene(
                painter,
                room.translated(0, _FROM * scale),
                movement,
                body,
                mirrored=False,
                colours=colours,
                glow=0.0,
                crop=_WINDOW,
                bounds=room,
            )
    return picture
