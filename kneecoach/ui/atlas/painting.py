"""Painting the structures, each in the way of what it is made of (look 9.3 to 9.5)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QLineF, QPointF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QLinearGradient,
    QPainter,
    QPainterPath,
    QPen,
    QRadialGradient,
)

from kneecoach.domain.anatomy import Material
from kneecoach.ui.atlas.colours import AnatomyColours
from kneecoach.ui.atlas.shapes import CordShape, MuscleShape, OutlineShape, Shape
from kneecoach.ui.theme import faded, mix

_LINE = 2.2  # width of outlines in the box's units
_HALO = 9.0
_FADE = (90.0, 110.0)  # how long the upper and the lower end of a cord fade


@dataclass(frozen=True, slots=True)
class Heat:
    """That a structure is lit, and in what colour its ring is."""

    ring: str


def paint(
    p: QPainter, shape: Shape, colours: AnatomyColours, opacity: float, heat: Heat | None = None
) -> None:
    """Paint one structure in the box's units; `heat` when it is lit."""
    p.save()
    p.setOpacity(p.opacity() * opacity)
    if isinstance(shape, MuscleShape):
        _muscle(p, shape, colours, heat)
    elif isinstance(shape, CordShape):
        _cord(p, shape, colours, heat)
    elif isinstance(shape, OutlineShape):
        _OUTLINES[shape.material](p, shape.whole, colours, heat)
    p.restore()


def cover(p: QPainter, shape: Shape, opacity: float) -> None:
    """Take away what the structure hides of what lies under it, as strongly as it is shown."""
    p.save()
    p.setCompositionMode(QPainter.CompositionMode.CompositionMode_DestinationOut)
    p.setOpacity(opacity)
    if isinstance(shape, CordShape):
        _stroke(p, shape.line, _faded_ends(shape, "#000000"), shape.width + 4)
    else:
        thin = isinstance(shape, OutlineShape) and shape.material is Material.CAPSULE
        p.fillPath(shape.whole, faded("#000000", 0.2 if thin else 1.0))
    p.restore()


def paint_skin(p: QPainter, skin: QPainterPath, colours: AnatomyColours) -> None:
    """The form of the leg, darker towards its sides."""
    gradient = QLinearGradient(190, 0, 810, 0)
    for place, colour in ((0, colours.skin_edge), (0.18, colours.skin), (0.82, colours.skin)):
        gradient.setColorAt(place, QColor(colour))
    gradient.setColorAt(1, QColor(colours.skin_edge))
    p.fillPath(skin, QBrush(gradient))


def paint_skin_line(p: QPainter, skin: QPainterPath, colours: AnatomyColours) -> None:
    """The line round the leg, over everything inside it."""
    _outline(p, skin, colours.skin_edge, 4)


def _muscle(p: QPainter, m: MuscleShape, colours: AnatomyColours, heat: Heat | None) -> None:
    p.fillPath(m.whole, QColor(colours.muscle))
    p.save()
    p.setClipPath(m.whole, Qt.ClipOperation.IntersectClip)
    for path, share in m.dark:
        p.fillPath(path, faded(colours.muscle_dark, share))
    for path, share in m.ridges:
        p.fillPath(path, faded("#FFFFFF", share))
    for path in m.fibres:
        _outline(p, path, faded(colours.fibre, 0.75), 2.1)
    _tendons(p, m, colours)
    p.restore()
    if heat is not None:
        _outline(p, m.whole, "#FFFFFF", _HALO)
    _outline(p, m.whole, faded(colours.muscle_dark, 0.85), _LINE)


def _tendons(p: QPainter, m: MuscleShape, colours: AnatomyColours) -> None:
    for ramp in m.ramps:
        gradient = QLinearGradient(ramp.start, ramp.end)
        gradient.setColorAt(0, faded(colours.tendon, float(ramp.fades_out)))
        gradient.setColorAt(1, faded(colours.tendon, float(not ramp.fades_out)))
        p.fillPath(ramp.path, QBrush(gradient))
    if m.solid is not None:
        p.fillPath(m.solid, QColor(colours.tendon))
    for path in m.tendon_lines:
        _outline(p, path, faded(colours.tendon_line, 0.7), 1.6)


def _cord(p: QPainter, cord: CordShape, colours: AnatomyColours, heat: Heat | None) -> None:
    colour = getattr(colours, cord.material)
    if heat is not None:
        _stroke(p, cord.line, _faded_ends(cord, heat.ring), cord.width + 24)
        _stroke(p, cord.line, _faded_ends(cord, "#FFFFFF"), cord.width + 12)
    _stroke(p, cord.line, _faded_ends(cord, mix(colour, "#1A0A0A", 0.38)), cord.width + 4)
    _stroke(p, cord.line, _faded_ends(cord, colour), cord.width)
    light = _faded_ends(cord, "#FFFFFF", 0.38)
    _stroke(p, cord.shifted[-0.20], light, cord.width * 0.26)
    if cord.material is Material.NERVE:
        _stroke(p, cord.shifted[0.16], _faded_ends(cord, colours.nerve_line, 0.55), 1.6)


def _faded_ends(cord: CordShape, colour: str, strength: float = 1.0) -> QBrush:
    length = cord.bottom - cord.top
    gradient = QLinearGradient(0, cord.top, 0, cord.bottom)
    stops = ((0.0, 0.0), (_FADE[0] / length, 1.0), (1 - _FADE[1] / length, 1.0), (1.0, 0.0))
    for place, share in stops:
        gradient.setColorAt(place, faded(colour, share * strength))
    return QBrush(gradient)


def _bone(p: QPainter, path: QPainterPath, colours: AnatomyColours, heat: Heat | None) -> None:
    p.fillPath(path, QColor(colours.bone_shade))
    p.save()
    p.setClipPath(path, Qt.ClipOperation.IntersectClip)
    p.fillPath(path.translated(-13, -9), QColor(colours.bone))
    p.restore()
    _halo(p, path, heat)
    _outline(p, path, colours.bone_line, _LINE)


def _cartilage(p: QPainter, path: QPainterPath, colours: AnatomyColours, heat: Heat | None) -> None:
    _halo(p, path, heat)
    p.fillPath(path, QColor(colours.cartilage))
    _outline(p, path, colours.cartilage_line, 1.6)


def _capsule(p: QPainter, path: QPainterPath, colours: AnatomyColours, heat: Heat | None) -> None:
    _halo(p, path, heat)
    p.fillPath(path, faded(colours.capsule, 0.20 if heat is None else 0.34))
    _outline(p, path, faded(colours.capsule, 0.95), 3)
    p.setClipPath(path, Qt.ClipOperation.IntersectClip)
    for number in range(16):
        x = 250 + number * 34
        curve = QPainterPath(QPointF(x, 620))
        curve.quadTo(QPointF(x + 70, 480), QPointF(x + 170, 360))
        _outline(p, curve, faded("#FFFFFF", 0.30), 2)


def _cyst(p: QPainter, path: QPainterPath, colours: AnatomyColours, heat: Heat | None) -> None:
    if heat is not None:
        _outline(p, path, heat.ring, 22)
        _outline(p, path, "#FFFFFF", 12)
    gradient = QRadialGradient(404, 560, 84)
    gradient.setColorAt(0, faded(mix(colours.cyst, "#FFFFFF", 0.5), 0.96))
    gradient.setColorAt(1, faded(colours.cyst, 0.94))
    p.fillPath(path, QBrush(gradient))
    _outline(p, path, colours.cyst_line, 3)
    shine = QPainterPath(QPointF(392, 578))
    shine.quadTo(QPointF(388, 550), QPointF(406, 530))
    _outline(p, shine, faded("#FFFFFF", 0.8), 5)


def _deep_muscle(
    p: QPainter, path: QPainterPath, colours: AnatomyColours, heat: Heat | None
) -> None:
    p.fillPath(path, QColor(mix(colours.muscle, colours.muscle_dark, 0.45 if not heat else 0.15)))
    lines = [QLineF(500 + n * 16, 1110, 500 + n * 34, 700) for n in range(-8, 9)]
    _striped(p, path, lines, faded(colours.fibre, 0.35))
    _halo(p, path, heat)
    _outline(p, path, faded(colours.muscle_dark, 0.8), 2)


def _tendon(p: QPainter, path: QPainterPath, colours: AnatomyColours, heat: Heat | None) -> None:
    p.fillPath(path, QColor(colours.tendon))
    lines = [QLineF(500 + n * 11, 1110, 500 + n * 30, 880) for n in range(-7, 8)]
    _striped(p, path, lines, faded(colours.tendon_line, 0.8))
    _halo(p, path, heat)
    _outline(p, path, faded(colours.tendon_line, 0.9), 2)


def _striped(p: QPainter, path: QPainterPath, lines: list[QLineF], colour: QColor) -> None:
    p.save()
    p.setClipPath(path, Qt.ClipOperation.IntersectClip)
    p.setPen(QPen(colour, 2))
    p.drawLines(lines)
    p.restore()


def _halo(p: QPainter, path: QPainterPath, heat: Heat | None) -> None:
    if heat is not None:
        _outline(p, path, "#FFFFFF", _HALO)


def _outline(p: QPainter, path: QPainterPath, colour: str | QColor, width: float) -> None:
    pen = QPen(QColor(colour), width)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    p.strokePath(path, pen)


def _stroke(p: QPainter, path: QPainterPath, brush: QBrush, width: float) -> None:
    p.strokePath(path, QPen(brush, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))


_Paint = Callable[[QPainter, QPainterPath, AnatomyColours, Heat | None], None]
_OUTLINES: dict[Material, _Paint] = {
    Material.BONE: _bone,
    Material.CARTILAGE: _cartilage,
    Material.CAPSULE: _capsule,
    Material.CYST: _cyst,
    Material.DEEP_MUSCLE: _deep_muscle,
    Material.TENDON: _tendon,
}
