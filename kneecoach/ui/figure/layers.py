"""What a picture of the figure is laid of, and how the world is laid into a rectangle."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QImage, QPainter, QPainterPath, QPen

from kneecoach.domain.bones import Leg, Point, Skeleton
from kneecoach.domain.movements import Arc, Crop, Movement
from kneecoach.ui.figure.colours import RoomColours, StageColours, Tint, faded
from kneecoach.ui.figure.painter import near_leg_outline, paint_body, paint_far_limbs
from kneecoach.ui.figure.props import paint_prop, paint_shadow

_FOOT_SHADOW = 175.0  # mH
_NO_SHADOW_ABOVE = 90.0  # mH a sole may be above the floor before its shadow is gone
_FLESH = 160.0  # mH the body, its shoes and its glow reach beyond the joints


class Fitting:
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

    def place(self, point: Point, mirrored: bool = False) -> QPointF:
        """Where a point of the world is, in px."""
        x = (point[0] - self._world_middle) * self.scale
        return QPointF(self.middle + (-x if mirrored else x), self.ground - point[1] * self.scale)

    def box(self, area: QRectF, mirrored: bool = False) -> QRectF:
        """An area of the world (x, y of its lower left corner) in px."""
        low, high = area.left(), area.left() + area.width()
        corners = ((low, area.top()), (high, area.top() + area.height()))
        first, second = (self.place(corner, mirrored) for corner in corners)
        return QRectF(first, second).normalized()

    def flipped(self, area: QRectF) -> QRectF:
        """An area in px mirrored about the middle line."""
        left = 2 * self.middle - area.right()
        return QRectF(left, area.top(), area.width(), area.height())


@dataclass(frozen=True, slots=True)
class Layers:
    """What there is to paint at one moment, from back to front (look 7.5)."""

    movement: Movement
    body: Skeleton
    colours: StageColours
    glow: float
    ghost: Skeleton | None = None
    tint: Tint | None = None

    def paint(self, p: QPainter) -> None:
        """Paint all of it."""
        self.paint_back(p)
        self.paint_person(p)

    def paint_back(self, p: QPainter) -> None:
        """Paint what stands behind the person and does not move with them."""
        if self.ghost is not None:
            paint_ghost(p, near_leg_outline(self.ghost), self.colours.room)
        self._paint_props(p, between=False)

    def paint_person(self, p: QPainter) -> None:
        """Paint the person, their shadow and what lies between their legs."""
        self._paint_shadows(p)
        paint_far_limbs(p, self.body, self.colours.figure)
        self._paint_props(p, between=True)
        paint_body(p, self.body, self.colours.figure, self.movement.targets, self.glow)

    @property
    def arc(self) -> tuple[Arc, Skeleton] | None:
        """The arc of the movement with the body it is about, where there is one."""
        return (self.movement.arc, self.body) if self.movement.arc else None

    def reach(self) -> QRectF:
        """A part of the world in mH that holds the person and what moves with them."""
        points = _joints(self.body)
        points += [(s.x + way * s.width / 2, 0) for s in self.movement.shadows for way in (-1, 1)]
        left, right = min(x for x, _ in points), max(x for x, _ in points)
        low, high = min(y for _, y in points), max(y for _, y in points)
        reach = QRectF(left, low, right - left, high - low)
        return reach.adjusted(-_FLESH, -_FLESH, _FLESH, _FLESH)

    def _paint_props(self, p: QPainter, between: bool) -> None:
        for prop in self.movement.props:
            if prop.between == between:
                paint_prop(p, prop, self.body.trunk.hip[0], self.colours.room, self.tint)

    def _paint_shadows(self, p: QPainter) -> None:
        for shadow in self.movement.shadows:
            paint_shadow(p, shadow.x, shadow.width, self.colours.room)
        for leg in (self.body.far_leg, self.body.near_leg):
            strength = 1 - _lowest(leg) / _NO_SHADOW_ABOVE
            if strength > 0:
                middle = leg.foot_point(32, 0)[0]
                paint_shadow(p, middle, _FOOT_SHADOW, self.colours.room, min(1.0, strength))


def paint_fitted(
    painter: QPainter,
    paint: Callable[[QPainter], None],
    fitting: Fitting,
    area: QRectF,
    *,
    mirrored: bool,
) -> None:
    """Paint what speaks in mH as it was fitted, on nothing but `area` in px.

    Either side is laid on as a picture of its own: painted straight on a wall, its soft edges would
    be rounded differently from those of the mirrored one.
    """
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setClipRect(area, Qt.ClipOperation.IntersectClip)
    place, image = painted_beside(paint, fitting, area, mirrored)
    painter.drawImage(QPointF(place) / fitting.dpr, image)
    painter.restore()


def painted_beside(
    paint: Callable[[QPainter], None], fitting: Fitting, area: QRectF, mirrored: bool
) -> tuple[QPoint, QImage]:
    """What is painted in mH, as an image of its own and the device pixel it belongs to.

    `area` in px is what may be painted on. The image is painted for the right side and flipped for
    the left one, because a mirrored painter rounds differently.
    """
    area = fitting.flipped(area) if mirrored else area
    place = _device_rect(area, fitting.dpr)
    image = QImage(place.size(), QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(fitting.dpr)
    image.fill(Qt.GlobalColor.transparent)
    with QPainter(image) as beside:
        beside.setRenderHint(QPainter.RenderHint.Antialiasing)
        beside.translate(-place.x() / fitting.dpr, -place.y() / fitting.dpr)
        beside.setClipRect(area, Qt.ClipOperation.IntersectClip)
        fitting.apply(beside)
        paint(beside)
    if not mirrored:
        return place.topLeft(), image
    left = round(fitting.middle * fitting.dpr * 2) - place.x() - place.width()
    return QPoint(left, place.y()), image.flipped(Qt.Orientation.Horizontal)


def _device_rect(area: QRectF, dpr: float) -> QRect:
    left, top = math.floor(area.left() * dpr), math.floor(area.top() * dpr)
    right, bottom = math.ceil(area.right() * dpr), math.ceil(area.bottom() * dpr)
    return QRect(left, top, max(1, right - left), max(1, bottom - top))


def _joints(body: Skeleton) -> list[Point]:
    trunk = body.trunk
    points: list[Point] = [trunk.hip, trunk.c7, trunk.skull]
    for leg in (body.near_leg, body.far_leg):
        points += [leg.knee, leg.ankle]
    for arm in (body.near_arm, body.far_arm):
        points += [arm.elbow, arm.wrist, arm.tip]
    return points


def _lowest(leg: Leg) -> float:
    return min(y for _, y in leg.sole())


def paint_ghost(p: QPainter, outline: QPainterPath, colours: RoomColours) -> None:
    """Paint the outer line of a limb where it will be (look 8.5)."""
    pen = QPen(faded(colours.guide, 0.55), 3)
    pen.setDashPattern([2.2, 3])
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    p.setPen(pen)
    p.setBrush(faded(colours.guide, 0.05))
    p.drawPath(outline)
    p.setPen(Qt.PenStyle.NoPen)
