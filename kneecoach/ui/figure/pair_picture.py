"""One picture of a pair "so / not so": the still, and the marks that say what to look at."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPixmap

from kneecoach.domain.front_movements import FrontMovement, front_still
from kneecoach.domain.movements import Crop, Movement, still_of
from kneecoach.domain.pairs import Pair, PairSide
from kneecoach.ui.figure.colours import StageColours, Tint
from kneecoach.ui.figure.front_scene import FrontLayers
from kneecoach.ui.figure.layers import Fitting, Layers
from kneecoach.ui.figure.mark_painter import MarkColours, MarkPainter
from kneecoach.ui.figure.painter import paint_near_arm
from kneecoach.ui.figure.room import paint_room
from kneecoach.ui.figure.tags import Spots, paint_discs, paint_tags, tags_of
from kneecoach.ui.figure.zones import bellies, knee_hollow

__all__ = ["MarkColours", "PairView", "fitting_of", "pair_picture"]

_BEHIND = 44.0  # mH of the floor that is seen behind the feet


@dataclass(frozen=True, slots=True)
class PairView:
    """How a picture is to be seen.

    `size` in px, `dpr` device pixels per px. With `glows` the muscles may glow; `tint` tints the
    wall. The right leg works; `mirrored` makes it the left one: the same picture flipped, but for
    the words, which are those of `words` by their names.
    """

    size: QSize
    dpr: float
    colours: StageColours
    marks: MarkColours
    words: Mapping[str, str]
    glows: bool
    tint: Tint | None = None
    mirrored: bool = False


def pair_picture(pair: Pair, side: PairSide, view: PairView) -> QPixmap:
    """Paint a side of a pair, the whole of it filled."""
    image = QImage(view.size * view.dpr, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(view.dpr)
    fitting = fitting_of(pair.crop, view.size, view.dpr)
    layers = _layers(pair.movement, side, view)
    with QPainter(image) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _paint_room(painter, fitting, view)
        _paint_layers(painter, fitting, layers)
        _paint_marks(painter, fitting, side, layers, view)
    flat = image.flipped(Qt.Orientation.Horizontal) if view.mirrored else image
    with QPainter(flat) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        spots = Spots(fitting, view.size, view.mirrored)
        paint_discs(painter, side.marks, spots, view.marks)
        paint_tags(painter, tags_of(side.marks, view.words, spots), view.marks)
    return QPixmap.fromImage(flat)


def fitting_of(crop: Crop, size: QSize, dpr: float) -> Fitting:
    """How a part of the world is laid into a picture: all of it to be seen, in the middle."""
    width, height = float(size.width()), float(size.height())
    inside = QRectF(width * 0.02, 0, width * 0.96, height)
    scale = min(inside.width() / crop.width, inside.height() / crop.height)
    above_the_floor = Crop(crop.x, 0, crop.width, crop.height)
    low = crop.y * scale - (height - crop.height * scale) / 2
    return Fitting(inside.translated(0, low), above_the_floor, dpr)


def _paint_room(painter: QPainter, fitting: Fitting, view: PairView) -> None:
    room = QRectF(0, 0, view.size.width(), view.size.height())
    floor = min(room.height(), fitting.ground - _BEHIND * fitting.scale)
    paint_room(painter, room, floor, view.colours.room, view.tint, light=False)


def _paint_layers(painter: QPainter, fitting: Fitting, layers: Layers | FrontLayers) -> None:
    painter.save()
    fitting.apply(painter)
    layers.paint(painter)
    painter.restore()


def _paint_marks(
    painter: QPainter,
    fitting: Fitting,
    side: PairSide,
    layers: Layers | FrontLayers,
    view: PairView,
) -> None:
    """The muscle on the leg, the hand over it, then what is wrong, the lines and the arrows."""
    marks = MarkPainter(painter, fitting, view.marks)
    kinds = {mark.kind for mark in side.marks}
    if "here" in kinds:
        for belly in bellies(layers):
            marks.paint_here(belly)
        if isinstance(layers, Layers):
            painter.save()
            fitting.apply(painter)
            paint_near_arm(painter, layers.body, layers.colours.figure)
            painter.restore()
    if "not_here" in kinds:
        marks.paint_not_here(knee_hollow(layers))
    for mark in side.marks:
        marks.paint(mark)


def _layers(
    movement: Movement | FrontMovement, side: PairSide, view: PairView
) -> Layers | FrontLayers:
    if isinstance(movement, FrontMovement):
        body, glow = front_still(movement, side.key)
        strength = glow if view.glows else 0.0
        return FrontLayers(movement, body, view.colours, strength, tint=view.tint)
    skeleton, glow = still_of(movement, side.key)
    return Layers(movement, skeleton, view.colours, glow if view.glows else 0.0, tint=view.tint)
