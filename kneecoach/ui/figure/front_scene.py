"""The figure seen from the front or from behind, in a room, on a page or on the player's stage."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from kneecoach.domain.bones import Point
from kneecoach.domain.front import FrontBody, FrontLeg, projected
from kneecoach.domain.front_movements import FrontMovement
from kneecoach.domain.movements import Crop
from kneecoach.domain.space import moved
from kneecoach.ui.figure.colours import RoomColours, StageColours, Tint, faded
from kneecoach.ui.figure.front_legs import leg_outline
from kneecoach.ui.figure.front_painter import paint_front_body, seen_body
from kneecoach.ui.figure.front_view import seen_leg
from kneecoach.ui.figure.layers import Fitting, paint_fitted, paint_ghost
from kneecoach.ui.figure.props import paint_prop
from kneecoach.ui.figure.room import paint_room

_STANDS_BELOW = 60.0  # mH an ankle may be above what it stands on
_LIFTED_BELOW = 330.0  # mH of an ankle above the floor, up to which its foot has a shadow
_FLESH = 160.0  # mH the body, its shoes and its glow reach beyond the joints


@dataclass(frozen=True, slots=True)
class FrontLayers:
    """What there is to paint at one moment, as `layers.Layers` for the side view."""

    movement: FrontMovement
    body: FrontBody
    colours: StageColours
    glow: float
    ghost: FrontBody | None = None
    tint: Tint | None = None
    arc: None = None

    def paint(self, p: QPainter) -> None:
        """Paint all of it."""
        self.paint_back(p)
        self.paint_person(p)

    def paint_back(self, p: QPainter) -> None:
        """Paint what stands behind the person and does not move with them."""
        if self.ghost is not None:
            for leg in _legs_to_show(self.ghost):
                outline = leg_outline(seen_leg(leg, self.movement.facing))
                paint_ghost(p, outline, self.colours.room)
        for prop in self.movement.props:
            paint_prop(p, prop, 0.0, self.colours.room, self.tint)

    def paint_person(self, p: QPainter) -> None:
        """Paint the person and their shadow."""
        for leg in self.body.legs:
            _paint_shadow(p, leg, self.movement, self.colours.room)
        seen = seen_body(self.body, self.movement.facing)
        paint_front_body(
            *(p, seen, self.movement.hands, self.colours.figure),
            targets=self.movement.targets,
            glow=self.glow,
        )

    def reach(self) -> QRectF:
        """A part of the world in mH that holds the person and what moves with them."""
        points = _joints(self.body, self.movement)
        left, right = min(x for x, _ in points), max(x for x, _ in points)
        low, high = min(y for _, y in points), max(y for _, y in points)
        reach = QRectF(left, low, right - left, high - low)
        return reach.adjusted(-_FLESH, -_FLESH, _FLESH, _FLESH)


def paint_front_stage(
    painter: QPainter,
    room: QRectF,
    frame: QRectF,
    movement: FrontMovement | None,
    body: FrontBody | None,
    *,
    floor_y: float,
    colours: StageColours,
    mirrored: bool = False,
    glow: float = 1.0,
    tint: Tint | None = None,
    day: float = 0.35,
    light: bool = True,
) -> None:
    """Paint a room and somebody in it, with the parameters of `scene.paint_stage`."""
    paint_room(painter, room, floor_y, colours.room, tint, day, light)
    if movement is None or body is None or room.isEmpty():
        return
    layers = FrontLayers(movement, body, colours, glow, tint=tint)
    paint_front_scene(painter, frame, layers, mirrored=mirrored, bounds=room)


def paint_front_scene(
    painter: QPainter,
    rect: QRectF,
    layers: FrontLayers,
    *,
    mirrored: bool = False,
    crop: Crop | None = None,
    bounds: QRectF | None = None,
) -> None:
    """Paint the person and the things of a movement, fitted into a rectangle, on its lower edge.

    The right leg works; `mirrored` makes it the left one, pixel for pixel. `crop` is the part of
    the world to fit (the movement's stage), `bounds` how far things may reach beyond the rectangle.
    """
    if rect.isEmpty():
        return
    dpr = painter.device().devicePixelRatio()
    fitting = Fitting(rect, crop or layers.movement.stage, dpr)
    paint_fitted(painter, layers.paint, fitting, bounds or rect, mirrored=mirrored)


def _legs_to_show(ghost: FrontBody) -> list[FrontLeg]:
    """The leg that will be lifted, or both where none is."""
    lifted = [leg for leg in ghost.legs if leg.ankle[1] > _STANDS_BELOW]
    return lifted or list(ghost.legs)


def _paint_shadow(p: QPainter, leg: FrontLeg, movement: FrontMovement, room: RoomColours) -> None:
    """The soft shadow of a foot on the floor; none on a cushion."""
    height = leg.ankle[1]
    x, y = projected(_flat(moved(leg.ankle, leg.toes, 50)), movement.facing)
    if height < _STANDS_BELOW:
        _soft(p, (x, y), 124 + 80 * abs(leg.toes[0]), 24, room, 1.0)
    elif height < _LIFTED_BELOW and not _stands_on_something(leg, movement):
        _soft(p, (x, y), 84, 13, room, 0.55)


def _flat(point: tuple[float, float, float]) -> tuple[float, float, float]:
    return point[0], 0.0, point[2]


def _stands_on_something(leg: FrontLeg, movement: FrontMovement) -> bool:
    return any(
        prop.kind == "cushion" and abs(leg.ankle[0] - prop.x) < 60 for prop in movement.props
    )


def _soft(
    p: QPainter, middle: Point, width: float, height: float, room: RoomColours, strength: float
) -> None:
    p.setPen(Qt.PenStyle.NoPen)
    p.setBrush(faded(room.shadow, room.shadow_alpha / 5 * 1.15 * strength))
    for i in range(5):
        size = 1 - i * 0.13
        p.drawEllipse(QPointF(middle[0], -middle[1]), width / 2 * size, height / 2 * size)


def _joints(body: FrontBody, movement: FrontMovement) -> list[Point]:
    points = [body.trunk.root, body.trunk.c7, body.trunk.skull]
    for leg in body.legs:
        points += [leg.knee, leg.ankle]
    for arm in (body.right_arm, body.left_arm):
        points += [arm.elbow, arm.wrist, arm.tip]
    return [projected(point, movement.facing) for point in points]
