"""The working muscles of a movement's still, from near by (look-pages 1: feel it here)."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPixmap

from kneecoach.domain.bones import Leg
from kneecoach.domain.movements import Crop, Movement, Muscle, still_of
from kneecoach.ui.figure.colours import StageColours
from kneecoach.ui.figure.room import paint_room
from kneecoach.ui.figure.scene import paint_scene

_AROUND = 90.0  # mH shown on every side of the bones the muscles lie on
_CALVES: tuple[Muscle, ...] = ("calf", "calf_belly")


def near_by(
    movement: Movement | None,
    size: QSize,
    dpr: float,
    colours: StageColours,
    *,
    mirrored: bool,
) -> QPixmap:
    """Paint the part of the still the muscles are in; without a movement the room stays empty.

    `size` in px, `dpr` device pixels per px; `mirrored` is the left leg: the same picture flipped.
    """
    image = QImage(size * dpr, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(dpr)
    room = QRectF(0, 0, size.width(), size.height())
    with QPainter(image) as painter:
        if movement is None or not movement.targets:
            paint_room(painter, room, room.height() * 0.86, colours.room, light=False)
        else:
            _paint(painter, room, movement, colours)
    flat = image.flipped(Qt.Orientation.Horizontal) if mirrored else image
    return QPixmap.fromImage(flat)


def _paint(painter: QPainter, room: QRectF, movement: Movement, colours: StageColours) -> None:
    body, _ = still_of(movement)
    crop = _crop(body.near_leg, movement.targets, room)
    scale = room.width() / crop.width
    ground = room.bottom() + crop.y * scale
    paint_room(painter, room, min(ground - 18 * scale, room.height()), colours.room, light=False)
    paint_scene(
        painter,
        room.translated(0, crop.y * scale),
        movement,
        body,
        mirrored=False,
        colours=colours,
        glow=1.0,
        crop=Crop(crop.x, 0, crop.width, crop.height),
        bounds=room,
    )


def _crop(leg: Leg, targets: tuple[Muscle, ...], room: QRectF) -> Crop:
    """What is shown round the thigh, the shank or both, in the picture's own shape."""
    points = [leg.knee]
    if any(muscle not in _CALVES for muscle in targets):
        points.append(leg.hip)
    if any(muscle in _CALVES for muscle in targets):
        points.append(leg.ankle)
    left, right = min(x for x, _ in points) - _AROUND, max(x for x, _ in points) + _AROUND
    low, high = min(y for _, y in points) - _AROUND, max(y for _, y in points) + _AROUND
    scale = min(room.width() / (right - left), room.height() / (high - low))
    width, height = room.width() / scale, room.height() / scale
    return Crop((left + right - width) / 2, (low + high - height) / 2, width, height)
