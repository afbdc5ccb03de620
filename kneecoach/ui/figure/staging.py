"""The stage while it moves: the room once, the person frame by frame, each painted only once.

The room with its light is one pixmap. The person, and the things behind them, lie on it as plates
(`plates.py`), so that a frame is a few copies of pixels. Say what is to be seen by `show`, repaint
the part of the stage that it returns, and paint with `paint`.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap

from kneecoach.domain.figure import Movement
from kneecoach.domain.front_movements import FrontMovement
from kneecoach.domain.scene import Scene
from kneecoach.ui.figure.arc import paint_arc, reach_of
from kneecoach.ui.figure.cast import Layout, Movements, Part, cast_of
from kneecoach.ui.figure.colours import Tint
from kneecoach.ui.figure.layers import painted_beside
from kneecoach.ui.figure.plates import Painted, Plates
from kneecoach.ui.figure.room import paint_room

BUDGET = 36_000_000  # bytes of the room and the frames; the room takes 16 MB of it at 200 %


@dataclass(frozen=True, slots=True)
class _Seen:
    """All that is on the stage."""

    tint: Tint | None = None
    parts: tuple[Part, ...] = ()
    arc: bool = False


class Staging:
    """Paints scenes; two scenes that look the same are the same pixels."""

    def __init__(self, movements: Movements, budget: int = BUDGET) -> None:
        self._movements = movements
        self._budget = budget
        self._plates = Plates(budget)
        self._layout: Layout | None = None
        self._room = QPixmap()
        self._room_tint: Tint | None = None
        self._keeps_room = True  # painted anew each time where it would take most of the budget
        self._seen = _Seen()

    @property
    def size(self) -> int:
        """Bytes of everything kept."""
        return self._plates.size + self._room.width() * self._room.height() * 4

    def lay_out(self, layout: Layout) -> bool:
        """Paint with those sizes and colours from now on; True when `show` has to come anew."""
        if layout == self._layout:
            return False
        self._layout = layout
        self._seen = _Seen()
        self.clear()
        room = layout.bytes
        self._keeps_room = room <= self._budget // 2
        self._plates.budget = self._budget - (room if self._keeps_room else 0)
        return True

    def clear(self) -> None:
        """Give everything away that can be painted anew."""
        self._plates.clear()
        self._room = QPixmap()

    def show(self, scene: Scene, tint: Tint | None) -> QRect:
        """Have that scene on the stage; the result is what has to be painted again, in px."""
        layout = self._layout
        if layout is None:
            return QRect()
        before, seen = self._seen, self._look(scene, tint, layout)
        self._seen = seen
        if seen == before:
            return QRect()
        if [part.behind for part in seen.parts] != [part.behind for part in before.parts]:
            return layout.whole
        reach = _reach(before).united(_reach(seen))
        if seen.tint != before.tint:
            reach |= QRect(0, 0, layout.size.width(), math.ceil(layout.floor_y))
        return reach.intersected(layout.whole)

    def paint(self, painter: QPainter, dirty: QRect) -> None:
        """Paint what is on the stage inside that part of it, in px."""
        layout = self._layout
        if layout is None or layout.size.isEmpty():
            return
        self._lay_room(painter, dirty, layout, self._seen.tint)
        for part in self._seen.parts:
            self._paint_part(painter, part, layout, dirty)
        if self._seen.arc:
            self._paint_arc(painter, layout, dirty)

    def _look(self, scene: Scene, tint: Tint | None, layout: Layout) -> _Seen:
        parts = tuple(cast_of(scene, tint, layout, self._movements))
        arc = scene.arc and not scene.turns and bool(parts and parts[-1].layers.arc)
        return _Seen(tint, parts, arc)

    def _lay_room(self, painter: QPainter, dirty: QRect, layout: Layout, tint: Tint | None) -> None:
        if not self._keeps_room:
            painter.save()
            painter.setClipRect(dirty, Qt.ClipOperation.IntersectClip)
            _paint_room(painter, layout, tint)
            painter.restore()
            return
        if self._room.isNull() or self._room_tint != tint:
            self._keep_room(layout, tint)
        painter.drawPixmap(QPointF(0, 0), self._room)

    def _keep_room(self, layout: Layout, tint: Tint | None) -> None:
        if self._room.isNull():
            self._room = QPixmap(layout.size * layout.dpr)
            self._room.setDevicePixelRatio(layout.dpr)
        self._room_tint = tint
        with QPainter(self._room) as painter:
            _paint_room(painter, layout, tint)

    def _paint_part(self, painter: QPainter, part: Part, layout: Layout, dirty: QRect) -> None:
        painter.save()
        painter.setOpacity(part.there)
        if part.wide < 1:
            painter.translate(part.fitting.middle, 0)
            painter.scale(part.wide, 1)
            painter.translate(-part.fitting.middle, 0)
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            dirty = layout.whole
        self._lay(painter, self._back(part, layout), layout.dpr, dirty)
        if part.reach.intersects(QRectF(dirty)):
            self._lay(painter, self._person(part, layout), layout.dpr, dirty)
        painter.restore()

    def _lay(self, painter: QPainter, plate: Painted, dpr: float, dirty: QRect) -> None:
        place, image = plate
        at = QPointF(place) / dpr
        if QRectF(at, image.deviceIndependentSize()).intersects(QRectF(dirty)):
            painter.drawImage(at, image)

    def _back(self, part: Part, layout: Layout) -> Painted:
        layers = part.layers
        tint = layers.tint if _has_wall(layers.movement) else None
        key = ("back", layers.movement.name, layers.ghost, tint, part.mirrored)
        area = QRectF(layout.whole)
        return self._plates.get(
            key,
            lambda: painted_beside(layers.paint_back, part.fitting, area, part.mirrored),
        )

    def _person(self, part: Part, layout: Layout) -> Painted:
        layers = part.layers
        key = (layers.movement.name, layers.body, layers.glow, part.mirrored)
        area = part.reach.intersected(QRectF(layout.whole))
        return self._plates.get(
            key,
            lambda: painted_beside(layers.paint_person, part.fitting, area, part.mirrored),
        )

    def _paint_arc(self, painter: QPainter, layout: Layout, dirty: QRect) -> None:
        part = self._seen.parts[-1]
        if part.layers.arc is None:
            return
        arc, body = part.layers.arc
        reach = part.fitting.box(reach_of(arc, body), part.mirrored)
        if reach.intersects(QRectF(dirty)):
            paint_arc(painter, arc, body, part.fitting, part.mirrored, layout.colours.room)


def _paint_room(painter: QPainter, layout: Layout, tint: Tint | None) -> None:
    whole, colours = QRectF(layout.whole), layout.colours.room
    paint_room(painter, whole, layout.floor_y, colours, tint, layout.day)


def _reach(seen: _Seen) -> QRect:
    """The part of the stage the persons and the arc are on."""
    reach = QRect()
    for part in seen.parts:
        reach |= part.reach.toAlignedRect()
        if seen.arc and part.layers.arc is not None:
            box = part.fitting.box(reach_of(*part.layers.arc), part.mirrored)
            reach |= box.toAlignedRect()
    return reach


def _has_wall(movement: Movement | FrontMovement) -> bool:
    return any(prop.kind == "wall" for prop in movement.props)
