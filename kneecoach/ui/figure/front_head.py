"""The head seen from the front and from behind (look-front 5).

Coordinates x to the viewer's right, y up: the chin is at y 0, the crown at y 128, in mH.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from kneecoach.ui.figure.brush import paint_form, stroke
from kneecoach.ui.figure.colours import FigureColours, Tone, faded, mixed
from kneecoach.ui.figure.curves import Frame, at, disc, drawn, line
from kneecoach.ui.figure.front_trunk import SeenTrunk

_INK = "#2A1C1D"
_LIP = "#5A2A20"
_CHIN = 24.0  # mH of the chin below the skull joint

Curves = tuple[tuple[float, ...], ...]

_FACE: Curves = (
    (36, 132, 50, 112, 49, 84), (48, 66, 47, 52, 43, 38), (39, 22, 22, -1, 0, -2),
    (-22, -1, -39, 22, -43, 38), (-47, 52, -48, 66, -49, 84), (-50, 112, -36, 132, 0, 132),
)  # fmt: skip
_CROP: Curves = (
    (-54, 78, -58, 92, -57, 102), (-56, 130, -34, 145, 2, 145), (38, 145, 57, 128, 57, 102),
    (58, 92, 54, 78, 49, 66), (47, 78, 46, 88, 43, 97), (38, 103, 30, 106, 20, 106),
    (0, 106, -14, 110, -26, 103), (-34, 101, -41, 98, -43, 95), (-46, 86, -47, 78, -49, 66),
)  # fmt: skip
_TIED: Curves = (
    (-54, 80, -56, 94, -54, 104), (-50, 130, -28, 139, 0, 139), (28, 139, 50, 130, 54, 104),
    (56, 94, 54, 80, 49, 70), (47, 88, 40, 104, 22, 113), (8, 118, 2, 119, -6, 121),
    (-24, 114, -42, 98, -49, 70),
)  # fmt: skip
_CROP_BEHIND: Curves = (
    (40, 143, 58, 118, 57, 84), (57, 66, 50, 52, 47, 44), (44, 34, 38, 26, 30, 25),
    (12, 20, -12, 20, -30, 25), (-38, 26, -44, 34, -47, 44), (-50, 52, -57, 66, -57, 84),
    (-58, 118, -40, 143, 0, 143),
)  # fmt: skip
_TIED_BEHIND: Curves = (
    (38, 139, 54, 114, 53, 84), (52, 64, 44, 48, 32, 40), (18, 33, -18, 33, -32, 40),
    (-44, 48, -52, 64, -53, 84), (-54, 114, -38, 139, 0, 139),
)  # fmt: skip


def paint_front_head(p: QPainter, seen: SeenTrunk, eyes_open: bool, colours: FigureColours) -> None:
    """Paint the head on its neck."""
    head = seen.head

    def f(x: float, y: float) -> tuple[float, float]:
        return head(y - _CHIN, x)

    skin = colours.tone("skin")
    ear = Tone(mixed(skin.base, skin.shade, 0.12), skin.shade)
    for g in (-1, 1):
        paint_form(p, _ear(f, g), ear, (-2, -3))
    if seen.facing == "back":
        _paint_back(p, f, colours)
    else:
        _paint_front(p, f, seen.head_angle, eyes_open, colours)


def _ear(f: Frame, g: int) -> QPainterPath:
    curves = ((50, 88, 60, 82, 58, 68), (57, 56, 52, 46, 46, 46), (42, 54, 42, 66, 44, 76))
    turned = [tuple(g * v if i % 2 == 0 else v for i, v in enumerate(c)) for c in curves]
    return drawn(f, (g * 44, 76), *turned)


def _paint_back(p: QPainter, f: Frame, colours: FigureColours) -> None:
    hair = colours.tone("hair")
    if colours.cut == "crop":
        paint_form(p, drawn(f, (0, 143), *_CROP_BEHIND), hair, (-4, -5))
        return
    paint_form(p, drawn(f, (0, 139), *_TIED_BEHIND), hair, (-4, -5))
    bun = Tone(mixed(hair.base, "#FFFFFF", 0.06), hair.shade)
    paint_form(p, disc(f(0, 112), 25), bun, (-3, -5))
    curl = line([f(-12, 118), f(0, 124), f(12, 116), f(8, 104)])
    stroke(p, curl, QPen(hair.shade, 2.4))


def _paint_front(
    p: QPainter, f: Frame, angle: float, eyes_open: bool, colours: FigureColours
) -> None:
    skin, hair = colours.tone("skin"), colours.tone("hair")
    if colours.cut == "bun":
        paint_form(p, disc(f(0, 132), 25), hair, (-3, -5))
    paint_form(p, drawn(f, (0, 132), *_FACE), skin, (-4, -5))
    p.setBrush(faded(colours.glow, 0.16))
    for g in (-1, 1):
        p.drawEllipse(at(f(g * 27, 49)), 11, 9)
    start, cut = ((-49, 66), _CROP) if colours.cut == "crop" else ((-49, 70), _TIED)
    paint_form(p, drawn(f, start, *cut), hair, (-3, -5))
    for g in (-1, 1):
        _paint_eye(p, f, g, angle, eyes_open)
        _arc(p, f, ((g * 29, 89), (g * 20, 97), (g * 10, 92)), hair.base, 4.2)
    _paint_nose(p, f, skin)
    _arc(p, f, ((-13, 33), (0, 23), (13, 33)), mixed(skin.shade, _LIP, 0.45), 3.4)


def _paint_eye(p: QPainter, f: Frame, g: int, angle: float, eyes_open: bool) -> None:
    if not eyes_open:
        _arc(p, f, ((g * 19 - 10, 75), (g * 19, 65), (g * 19 + 10, 75)), QColor(_INK), 4.2)
        return
    p.save()
    p.setPen(Qt.PenStyle.NoPen)
    p.setBrush(QColor(_INK))
    p.translate(at(f(g * 19, 74)))
    p.rotate(angle)
    p.drawEllipse(QPointF(0, 0), 4.1, 5.7)
    p.restore()


def _paint_nose(p: QPainter, f: Frame, skin: Tone) -> None:
    nose = QPainterPath(at(f(3, 70)))
    nose.cubicTo(at(f(6, 60)), at(f(10, 54)), at(f(5, 51)))
    nose.quadTo(at(f(1, 49)), at(f(-4, 52)))
    stroke(p, nose, QPen(mixed(skin.shade, _LIP, 0.25), 3.2))


def _arc(
    p: QPainter, f: Frame, points: tuple[tuple[float, float], ...], colour: QColor, width: float
) -> None:
    start, middle, end = points
    path = QPainterPath(at(f(*start)))
    path.quadTo(at(f(*middle)), at(f(*end)))
    stroke(p, path, QPen(colour, width))
