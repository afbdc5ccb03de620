"""The things in the room: mat, pillow, chair, wall end, cushion, roller, worktop (look 7.6).

Painted in mH; the painter's y = 0 is the floor or the top of the mat, y down.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QLinearGradient, QPainter

from kneecoach.domain.movements import Prop, PropKind
from kneecoach.ui.figure.colours import RoomColours, Tint, faded, mixed

ROLLER_RADIUS = 43.0
SEAT_HEIGHT = 257.0
WORKTOP_HEIGHT = 558.0
_TURN = 1.33  # degrees the roller turns per mH of its way: 180 / (pi * radius)
_CEILING = 3000.0


def paint_prop(
    p: QPainter, prop: Prop, body_x: float, colours: RoomColours, tint: Tint | None
) -> None:
    """Paint a thing; one that rolls has gone half as far as the body, whose hip is at `body_x`."""
    p.setPen(Qt.PenStyle.NoPen)
    if prop.kind == "wall":
        _wall(p, prop, colours, tint)
    elif prop.kind == "roller":
        _roller(p, prop, body_x / 2 if prop.rolls else 0.0, colours)
    else:
        _PAINTERS[prop.kind](p, prop, colours)


def paint_shadow(
    p: QPainter, x: float, width: float, colours: RoomColours, strength: float = 1.0
) -> None:
    """Paint the soft shadow of something that touches the floor at x."""
    p.setPen(Qt.PenStyle.NoPen)
    p.setBrush(faded(colours.shadow, colours.shadow_alpha / 5 * 1.15 * strength))
    height = 11.0 if width > 300 else 14.0
    for i in range(5):
        size = 1 - i * 0.13
        p.drawEllipse(QPointF(x, 1), width / 2 * size, height / 2 * size)


def _block(
    p: QPainter, x: float, bottom: float, width: float, height: float, radius: float, colour: str
) -> None:
    """A rounded block standing `bottom` above the floor."""
    p.setBrush(QColor(colour))
    p.drawRoundedRect(QRectF(x, -bottom - height, width, height), radius, radius)


def _mat(p: QPainter, prop: Prop, c: RoomColours) -> None:
    _block(p, prop.x - 4, -22, prop.width + 8, 16, 8, c.floor[1])
    _block(p, prop.x, -16, prop.width, 16, 8, c.mat[1])
    _block(p, prop.x, -10, prop.width, 10, 5, c.mat[0])


def _pillow(p: QPainter, prop: Prop, c: RoomColours) -> None:
    width, height = prop.width or 176, 58.0
    _block(p, prop.x - width / 2, 0, width, height, height * 0.45, c.pillow[1])
    _block(p, prop.x - width / 2, 6, width, height - 6, height * 0.38, c.pillow[0])


def _chair(p: QPainter, prop: Prop, c: RoomColours) -> None:
    x, width = prop.x, prop.width or 250
    front, edge = c.wood
    for leg in (x + 12, x + width - 30):
        _block(p, leg + 8, 0, 16, SEAT_HEIGHT - 8, 6, edge)
        _block(p, leg, 0, 17, SEAT_HEIGHT - 8, 6, front)
    _block(p, x + 14, 92, width - 30, 12, 6, edge)
    p.save()
    p.translate((x + width - 10) if prop.facing == "right" else x + 10, 10 - SEAT_HEIGHT)
    p.rotate(7 if prop.facing == "right" else -7)
    _block(p, -9, 0, 18, 250, 8, front)
    _block(p, -13, 150, 26, 96, 10, front)
    _block(p, -13, 150, 9, 96, 5, edge)
    p.restore()
    _block(p, x - 4, SEAT_HEIGHT - 20, width + 6, 20, 9, edge)
    _block(p, x - 4, SEAT_HEIGHT - 14, width + 6, 14, 7, front)


def _cushion(p: QPainter, prop: Prop, c: RoomColours) -> None:
    width, height = 200.0, 39.0  # stood upon: 10 wider and 5 lower than free (look 7.6)
    _block(p, prop.x - width / 2, 0, width, height, height * 0.48, c.cushion[1])
    top = height * 0.22
    _block(p, prop.x - width / 2, top, width, height - top, height * 0.38, c.cushion[0])
    p.setBrush(QColor(255, 255, 255, 46))
    for i in range(-3, 4):
        p.drawEllipse(QPointF(prop.x + i * width * 0.115, -height * 0.8), 4.5, 3)


def _worktop(p: QPainter, prop: Prop, c: RoomColours) -> None:
    front, edge = c.wood
    _block(p, prop.x, 0, 200, WORKTOP_HEIGHT - 14, 6, edge)
    for bottom, height in ((300, 226), (52, 236)):
        _block(p, prop.x + 14, bottom, 172, height, 6, front)
        _block(p, prop.x + 60, bottom + height - 26, 80, 9, 4, edge)
    _block(p, prop.x - 14, WORKTOP_HEIGHT - 22, 228, 22, 6, edge)
    _block(p, prop.x - 14, WORKTOP_HEIGHT - 16, 228, 16, 6, front)


def _scale(p: QPainter, prop: Prop, c: RoomColours) -> None:
    """A bathroom scale: feet stand 26 above the floor on it."""
    front, edge = c.wood
    _block(p, prop.x, 2, prop.width or 210, 24, 10, edge)
    _block(p, prop.x, 6, prop.width or 210, 20, 10, front)


def _roller(p: QPainter, prop: Prop, way: float, c: RoomColours) -> None:
    x, r = prop.x + way, ROLLER_RADIUS
    paint_shadow(p, x, 90, c)
    p.setBrush(QColor(c.roller[1]))
    p.drawEllipse(QPointF(x, -r), r, r)
    p.setBrush(QColor(c.roller[0]))
    p.drawEllipse(QPointF(x - 2, -r - 3), r - 4, r - 4)
    p.save()
    p.translate(x - 1, -r - 1)
    p.rotate(x * _TURN)
    p.setBrush(QColor(c.roller[1]))
    for _ in range(6):
        p.drawRoundedRect(QRectF(-5, 8 - r, 10, 10), 4, 4)
        p.rotate(60)
    p.setBrush(QColor(c.floor[1]))
    p.drawEllipse(QPointF(0, 0), r * 0.44, r * 0.44)
    p.setBrush(QColor(c.wall[0]))
    p.drawEllipse(QPointF(-1.5, -2), r * 0.36, r * 0.36)
    p.restore()


def _wall(p: QPainter, prop: Prop, c: RoomColours, tint: Tint | None) -> None:
    """The end of a wall, from the floor to the ceiling."""
    face, edge = QColor(c.wall_end[0]), QColor(c.wall_end[1])
    if tint is not None:
        face = mixed(face, tint.colour, tint.amount * 0.62)
        edge = mixed(edge, tint.colour, tint.amount * 0.5)
    x, width = prop.x, 64.0
    p.setBrush(faded(c.shadow, c.shadow_alpha * 0.35))
    p.drawRect(QRectF(x - 7, -_CEILING, 7, _CEILING + 2))
    shading = QLinearGradient(x, 0, x + width, 0)
    shading.setColorAt(0, face)
    shading.setColorAt(1, face.lighter(103))
    p.setBrush(shading)
    p.drawRect(QRectF(x, -_CEILING, width, _CEILING + 2))
    p.setBrush(edge)
    p.drawRect(QRectF(x, -_CEILING, 7, _CEILING + 2))
    p.setBrush(QColor(c.skirting))
    p.drawRect(QRectF(x - 5, -24, width + 5, 26))


_PAINTERS: dict[PropKind, Callable[[QPainter, Prop, RoomColours], None]] = {
    "mat": _mat,
    "pillow": _pillow,
    "chair": _chair,
    "cushion": _cushion,
    "worktop": _worktop,
    "scale": _scale,
}
