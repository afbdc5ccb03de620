"""The head in profile: face, hair, ear, and eyes open or closed (look 7.4).

Coordinates x forward, y up: the chin is at y 0, the crown at y 128, in mH.
"""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from kneecoach.domain.bones import Trunk
from kneecoach.ui.figure.brush import paint_form, stroke
from kneecoach.ui.figure.colours import FigureColours, Tone, faded, mixed
from kneecoach.ui.figure.curves import Frame, at, disc, drawn, joined

_INK = "#2A1C1D"
_LYING = -45.0  # world angle of the head below which a bun sits on the crown, clear of the pillow

_FACE: tuple[tuple[float, ...], ...] = (
    (30, 128, 47, 112, 50, 98),
    (51, 92, 49, 88, 51, 82),
    (54, 75, 62, 68, 64, 62),
    (65, 57, 60, 55, 56, 54),
    (54, 50, 57, 47, 57, 43),
    (57, 40, 54, 39, 53, 38),
    (56, 36, 56, 32, 53, 29),
    (50, 25, 53, 21, 53, 15),
    (52, 4, 43, -3, 33, -2),
    (18, 0, 2, 8, -10, 20),
    (-30, 26, -52, 46, -57, 76),
    (-58, 108, -36, 128, -4, 128),
)
_CROP: tuple[tuple[float, ...], ...] = (
    (53, 126, 34, 146, -4, 143),
    (-46, 142, -69, 112, -64, 76),
    (-62, 56, -55, 40, -45, 30),
    (-38, 27, -31, 32, -29, 38),
    (-27, 46, -24, 54, -17, 60),
    (-13, 60, -6, 50, -3, 54),
    (2, 66, 1, 82, 9, 91),
    (20, 98, 38, 94, 48, 106),
)
_TIED: tuple[tuple[float, ...], ...] = (
    (49, 124, 32, 139, -2, 139),
    (-44, 139, -64, 110, -60, 76),
    (-58, 56, -51, 42, -43, 36),
    (-37, 34, -32, 40, -28, 46),
    (-24, 53, -20, 58, -14, 62),
    (-9, 61, -5, 58, -3, 62),
    (2, 84, 24, 90, 47, 106),
)
_EAR: tuple[tuple[float, ...], ...] = (
    (-19, 82, 1, 85, 1, 71),
    (1, 62, -5, 60, -5, 54),
    (-6, 47, -15, 50, -17, 68),
)


def paint_head(p: QPainter, trunk: Trunk, eyes_open: bool, colours: FigureColours) -> None:
    """Paint the head on its neck."""
    f = _head_frame(trunk)
    skin, hair = colours.tone("skin"), colours.tone("hair")
    paint_form(p, drawn(f, (-4, 128), *_FACE), skin, (-4, -5))
    p.setBrush(faded(colours.glow, 0.16))
    p.drawEllipse(at(f(30, 52)), 11, 9)
    paint_form(p, _hair(f, trunk.head_angle, colours), hair, (-3, -5))
    ear = Tone(mixed(skin.base, skin.shade, 0.12), skin.shade)
    paint_form(p, drawn(f, (-17, 68), *_EAR), ear, (-2, -3))
    _paint_eye(p, f, trunk.head_angle, eyes_open)
    _arc(p, f, ((27, 92), (36, 99), (46, 94)), hair.base, 4.4)
    _arc(p, f, ((38, 39), (44, 32), (53, 38)), mixed(skin.shade, "#5A2A20", 0.45), 3.4)
    p.setPen(Qt.PenStyle.NoPen)


def _head_frame(trunk: Trunk) -> Frame:
    s, c = (g(math.radians(trunk.head_angle)) for g in (math.sin, math.cos))
    x0, y0 = trunk.skull

    def place(x: float, y: float) -> tuple[float, float]:
        dx, dy = x + 8, y - 24
        return x0 + c * dx + s * dy, y0 - s * dx + c * dy

    return place


def _hair(f: Frame, head_angle: float, colours: FigureColours) -> QPainterPath:
    if colours.cut == "crop":
        return drawn(f, (48, 106), *_CROP)
    bun = f(-6, 142) if head_angle < _LYING else f(-60, 116)
    return joined((drawn(f, (47, 106), *_TIED), disc(bun, 24)))


def _paint_eye(p: QPainter, f: Frame, head_angle: float, eyes_open: bool) -> None:
    if not eyes_open:
        _arc(p, f, ((27, 77), (36, 68), (45, 76)), QColor(_INK), 4.4)
        return
    p.save()
    p.setBrush(QColor(_INK))
    p.translate(at(f(37, 76)))
    p.rotate(head_angle)
    p.drawEllipse(QPointF(0, 0), 3.9, 5.6)
    p.restore()


def _arc(
    p: QPainter, f: Frame, points: tuple[tuple[float, float], ...], colour: QColor, width: float
) -> None:
    start, middle, end = points
    path = QPainterPath(at(f(*start)))
    path.quadTo(at(f(*middle)), at(f(*end)))
    stroke(p, path, QPen(colour, width))
