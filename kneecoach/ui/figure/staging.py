"""The stage while it moves: the room once, the person frame by frame, each painted only once.

The room with its light is one pixmap. The person, and the things behind them, lie on it as plates
(`plates.py`), so that a frame is a few copies of pixels. Say what is to be seen by `show`, repaint
the part of the stage that it returns, and paint with `paint`.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRect, QRectF, QSize
from PySide6.QtGui import QPainter, QPixmap

from kneecoach.domain.bones import Skeleton
from kneecoach.domain.figure import Movement, pose_at
from kneecoach.domain.scene import Scene, Stance
from kneecoach.ui.figure.arc import paint_arc, reach_of
from kneecoach.ui.figure.colours import StageColours, Tint, mixed
from kneecoach.ui.figure.layers import Fitting, Layers, painted_beside
from kneecoach.ui.figure.plates import Painted, Plates
from kneecoach.ui.figure.room import paint_room

BUDGET = 16_000_000  # bytes of packed frames; the room takes 16 MB more at 200 %

Movements = Callable[[str], Movement | None]


@dataclass(frozen=True, slots=True)
class Layout:
    """Sizes and colours of a stage: the room and the frame in px, as in `paint_stage`."""

    size: QSize
    dpr: float
    frame: QRectF
    floor_y: float
    colours: StageColours
    day: float


@dataclass(frozen=True, slots=True)
class _Part:
    """One person on the stage with the things behind them; `wide` is their width, 1 is all."""

    layers: Layers
    fitting: Fitting = field(compare=False)
    mirrored: bool
    there: float
    wide: float


@dataclass(frozen=True, slots=True)
class _Seen:
    """All that is on the stage."""

    tint: Tint | None = None
    parts: tuple[_Part, ...] = ()
    arc: bool = False


class Staging:
    """Paints scenes; two scenes that look the same are the same pixels."""

    def __init__(self, movements: Movements, budget: int = BUDGET) -> None:
        self._movements = movements
        self._plates = Plates(budget)
        self._layout: Layout | None = None
        self._room = QPixmap()
        self._room_tint: Tint | None = None
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
        reach = self._reach(before, layout).united(self._reach(seen, layout))
        if seen.tint == before.tint:
            return reach
        return reach.united(QRect(0, 0, layout.size.width(), math.ceil(layout.floor_y)))

    def paint(self, painter: QPainter, dirty: QRect) -> None:
        """Paint what is on the stage inside that part of it, in px."""
        layout = self._layout
        if layout is None or layout.size.isEmpty():
            return
        if self._room.isNull() or self._room_tint != self._seen.tint:
            self._paint_room(layout, self._seen.tint)
        painter.drawPixmap(QPointF(0, 0), self._room)
        for part in self._seen.parts:
            self._paint_part(painter, part, layout, dirty)
        if self._seen.arc:
            self._paint_arc(painter, layout, dirty)

    def _look(self, scene: Scene, tint: Tint | None, layout: Layout) -> _Seen:
        parts = []
        for stance, there, wide in _stances(scene):
            movement = self._movements(stance.exercise)
            if movement is not None and there > 0:
                parts.append(_part(scene, stance, movement, tint, layout, there, wide))
        arc = scene.arc and not scene.turns and bool(parts and parts[-1].layers.movement.arc)
        return _Seen(tint, tuple(parts), arc)

    def _reach(self, seen: _Seen, layout: Layout) -> QRect:
        """The part of the stage the person and the arc are on; while they turn all of it."""
        whole = QRect(0, 0, layout.size.width(), layout.size.height())
        reach = QRect()
        for part in seen.parts:
            if part.wide < 1 or part.there < 1 or part.layers.ghost is not None:
                return whole
            boxes = [part.layers.reach()]
            arc = part.layers.movement.arc
            if seen.arc and arc is not None:
                boxes.append(reach_of(arc, part.layers.body))
            for box in boxes:
                reach = reach.united(part.fitting.box(box, part.mirrored).toAlignedRect())
        return reach.intersected(whole)

    def _paint_room(self, layout: Layout, tint: Tint | None) -> None:
        if self._room.isNull():
            self._room = QPixmap(layout.size * layout.dpr)
            self._room.setDevicePixelRatio(layout.dpr)
        self._room_tint = tint
        with QPainter(self._room) as painter:
            area = QRectF(0, 0, layout.size.width(), layout.size.height())
            paint_room(painter, area, layout.floor_y, layout.colours.room, tint, layout.day)

    def _paint_part(self, painter: QPainter, part: _Part, layout: Layout, dirty: QRect) -> None:
        painter.save()
        painter.setOpacity(part.there)
        if part.wide < 1:
            painter.translate(part.fitting.middle, 0)
            painter.scale(part.wide, 1)
            painter.translate(-part.fitting.middle, 0)
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            dirty = QRect(0, 0, layout.size.width(), layout.size.height())
        self._lay(painter, self._back(part, layout), layout.dpr, dirty)
        if part.fitting.box(part.layers.reach(), part.mirrored).intersects(QRectF(dirty)):
            self._lay(painter, self._person(part, layout), layout.dpr, dirty)
        painter.restore()

    def _lay(self, painter: QPainter, plate: Painted, dpr: float, dirty: QRect) -> None:
        place, image = plate
        at = QPointF(place) / dpr
        if QRectF(at, image.deviceIndependentSize()).intersects(QRectF(dirty)):
            painter.drawImage(at, image)

    def _back(self, part: _Part, layout: Layout) -> Painted:
        layers = part.layers
        tint = layers.tint if _has_wall(layers.movement) else None
        key = ("back", layers.movement.name, layers.ghost, tint, part.mirrored)
        whole = QRectF(0, 0, layout.size.width(), layout.size.height())
        return self._plates.get(
            key,
            lambda: painted_beside(layers.paint_back, part.fitting, whole, part.mirrored),
        )

    def _person(self, part: _Part, layout: Layout) -> Painted:
        layers = part.layers
        key = (layers.movement.name, layers.body, layers.glow, part.mirrored)
        reach = part.fitting.box(layers.reach(), part.mirrored)
        whole = QRectF(0, 0, layout.size.width(), layout.size.height())
        return self._plates.get(
            key,
            lambda: painted_beside(
                layers.paint_person, part.fitting, reach.intersected(whole), part.mirrored
            ),
        )

    def _paint_arc(self, painter: QPainter, layout: Layout, dirty: QRect) -> None:
        part = self._seen.parts[-1]
        arc, body = part.layers.movement.arc, part.layers.body
        if arc is None:
            return
        reach = part.fitting.box(reach_of(arc, body), part.mirrored)
        if reach.intersects(QRectF(dirty)):
            paint_arc(painter, arc, body, part.fitting, part.mirrored, layout.colours.room)


def blend(before: Tint | None, after: Tint | None, share: float, wall: str) -> Tint | None:
    """The tint a share 0 to 1 of the way between two; `wall` is what they tint, "#RRGGBB"."""
    if share >= 1 or before == after:
        return after
    if before is None and after is None:
        return None
    first, second = before or Tint(wall, 0.0), after or Tint(wall, 0.0)
    old, new = first.amount * (1 - share), second.amount * share
    amount = old + new
    if amount <= 0:
        return None
    return Tint(mixed(first.colour, second.colour, new / amount).name(), amount)


def _stances(scene: Scene) -> list[tuple[Stance, float, float]]:
    """Who is on the stage: the stance, how opaque and how wide they are."""
    if scene.before is None:
        return [(scene.now, 1.0, 1.0)]
    if scene.turns:
        wide = abs(math.cos(math.pi * scene.share))
        return [(scene.before if scene.share < 0.5 else scene.now, 1.0, max(0.02, wide))]
    # One comes before the other goes, so that the wall does not shine through both.
    going, coming = min(1.0, 2 * (1 - scene.share)), min(1.0, 2 * scene.share)
    return [(scene.before, going, 1.0), (scene.now, coming, 1.0)]


def _part(
    scene: Scene,
    stance: Stance,
    movement: Movement,
    tint: Tint | None,
    layout: Layout,
    there: float,
    wide: float,
) -> _Part:
    layers = Layers(
        movement,
        stance.body(movement),
        layout.colours,
        round(stance.glow(movement) * scene.dim, 3),
        ghost=_end_pose(movement) if scene.ghost and stance is scene.now else None,
        tint=tint,
    )
    fitting = Fitting(layout.frame, movement.stage, layout.dpr)
    return _Part(layers, fitting, stance.mirrored, there, wide)


def _end_pose(movement: Movement) -> Skeleton | None:
    """Where the first phase leads to; nothing to show where it only goes round."""
    if not movement.phases:
        return None
    name, chain = next(iter(movement.phases.items()))
    return pose_at(movement, name, 1.0) if chain.turn is None else None


def _has_wall(movement: Movement) -> bool:
    return any(prop.kind == "wall" for prop in movement.props)
