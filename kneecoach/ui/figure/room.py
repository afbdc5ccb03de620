"""The quiet room: a wall that carries the phase's colour, a floor, and the light (look 1, 7.6)."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPolygonF, QRadialGradient

from kneecoach.ui.figure.colours import RoomColours, Tint, faded, mixed

SKIRTING = 9.0  # px, less in rooms lower than 32 times that
_LAMP = ((0.0, 0.26), (0.25, 0.17), (0.55, 0.06), (1.0, 0.0))  # distance: alpha


def paint_room(
    painter: QPainter,
    rect: QRectF,
    floor_y: float,
    colours: RoomColours,
    tint: Tint | None = None,
    day: float = 0.35,
    light: bool = True,
) -> None:
    """Paint the empty room into a rectangle, its floor beginning at `floor_y` (same coordinates).

    `tint` is the phase's colour on the wall. `day` 0 to 1 is the time from 06:00 to 22:00, by which
    the light wanders; `light` False leaves it out (high contrast).
    """
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setClipRect(rect, Qt.ClipOperation.IntersectClip)
    painter.translate(rect.topLeft())
    painter.setPen(Qt.PenStyle.NoPen)
    width, height = rect.width(), rect.height()
    floor = float(round(floor_y - rect.y()))  # on a whole px, or the wall shines through the edge
    _fill(painter, QRectF(0, 0, width, floor), *_wall_colours(colours, tint))
    if light and colours.lamp:
        _paint_lamp(painter, width, height, floor, colours, day)
    elif light:
        _paint_window(painter, width, height, floor, colours, day)
    floor_colours = QColor(colours.floor[0]), QColor(colours.floor[1])
    _fill(painter, QRectF(0, floor, width, height - floor), *floor_colours)
    skirting = min(SKIRTING, height / 32)
    painter.fillRect(QRectF(0, floor - skirting, width, skirting), QColor(colours.skirting))
    painter.restore()


def _wall_colours(colours: RoomColours, tint: Tint | None) -> tuple[QColor, QColor]:
    high, low = colours.wall
    if tint is None:
        return QColor(high), QColor(low)
    return mixed(high, tint.colour, tint.amount), mixed(low, tint.colour, tint.amount)


def _fill(p: QPainter, area: QRectF, high: QColor, low: QColor) -> None:
    shading = QLinearGradient(area.topLeft(), area.bottomLeft())
    shading.setColorAt(0, high)
    shading.setColorAt(1, low)
    p.fillRect(area, shading)


def _paint_lamp(
    p: QPainter, width: float, height: float, floor: float, c: RoomColours, day: float
) -> None:
    """The pool of light of a lamp, in the dark theme."""
    middle = QPointF(width * (0.16 + 0.5 * day), floor * 0.18)
    pool = QRadialGradient(middle, max(width * 0.42, height * 0.8))
    for distance, alpha in _LAMP:
        pool.setColorAt(distance, faded(c.light, alpha))
    p.fillRect(QRectF(0, 0, width, floor), pool)


def _paint_window(
    p: QPainter, width: float, height: float, floor: float, c: RoomColours, day: float
) -> None:
    """Daylight through a window of two by two panes, leaning with the time of day."""
    u = height / 800
    left, lean = width * (0.10 + 0.5 * day), (day - 0.5) * -190 * u
    top, bottom = -10 * u, 430 * u
    pane_w, pane_h = 150 * u, (bottom - top) / 2 - 8 * u
    p.save()
    p.setClipRect(QRectF(0, 0, width, floor), Qt.ClipOperation.IntersectClip)
    for column in range(2):
        for row in range(2):
            y = top + row * ((bottom - top) / 2 + 4 * u)
            x = left + column * (pane_w + 16 * u)
            high, low = (lean * (v - top) / (bottom - top) for v in (y, y + pane_h))
            p.setBrush(faded(c.light, c.light_alpha * (0.92 if row == 0 else 0.72)))
            p.drawPolygon(
                QPolygonF(
                    [
                        QPointF(x + high, y),
                        QPointF(x + pane_w + high, y),
                        QPointF(x + pane_w + low, y + pane_h),
                        QPointF(x + low, y + pane_h),
                    ]
                )
            )
    p.restore()
