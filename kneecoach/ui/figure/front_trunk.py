"""Torso, neck and pelvis seen from the front or from behind (look-front 5)."""

from __future__ import annotations

import math
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen

from kneecoach.domain.bones import LUMBAR, PELVIS, TRUNK, Point, along_up
from kneecoach.domain.front import Facing, FrontBody, FrontTrunk, projected
from kneecoach.ui.figure.brush import paint_form, stroke
from kneecoach.ui.figure.colours import FigureColours, faded
from kneecoach.ui.figure.curves import Frame, between, joined, line, outline, smooth
from kneecoach.ui.figure.front_legs import inside_of_hem, shorts_leg, stitch_of
from kneecoach.ui.figure.front_profiles import COLLAR, TORSO
from kneecoach.ui.figure.front_profiles import PELVIS as PELVIS_OUTLINE
from kneecoach.ui.figure.front_view import SeenLeg
from kneecoach.ui.figure.shapes import hermite

_MARKS = (0.0, PELVIS / TRUNK, (PELVIS + LUMBAR) / TRUNK, 1.0)


@dataclass(frozen=True, slots=True)
class SeenTrunk:
    """The trunk as it is seen: angles are leans to the viewer's right, in degrees."""

    facing: Facing
    nodes: tuple[tuple[Point, float], ...]  # root, waist, t10, c7 and the spine's direction there
    skull: Point
    pelvis_angle: float
    thorax_angle: float
    head_angle: float

    @property
    def pelvis(self) -> Frame:
        """Coordinates of the pelvis: (y up from the hips, x to the viewer's right)."""
        return up_frame(self.nodes[0][0], self.pelvis_angle)

    @property
    def chest(self) -> Frame:
        """Coordinates of the chest: (y up from the base of the neck, x right)."""
        return up_frame(self.nodes[3][0], self.thorax_angle)

    @property
    def head(self) -> Frame:
        """Coordinates of the head: (y up from the skull joint, x right)."""
        return up_frame(self.skull, self.head_angle)

    def beside(self, t: float, offset: float) -> Point:
        """The point beside the spine at a share t from the hips to the neck, offset right."""
        i = 0 if t < _MARKS[1] else 1 if t < _MARKS[2] else 2
        share = (t - _MARKS[i]) / (_MARKS[i + 1] - _MARKS[i])
        (x0, y0), (x1, y1) = self.nodes[i][0], self.nodes[i + 1][0]
        length = math.hypot(x1 - x0, y1 - y0)
        origin, angle = hermite(self.nodes[i], self.nodes[i + 1], share, length)
        a = math.radians(angle)
        return origin[0] + math.cos(a) * offset, origin[1] - math.sin(a) * offset


def up_frame(origin: Point, angle: float) -> Frame:
    """Coordinates (y up, x right) in a part that leans right by an angle, in degrees."""
    s, c = math.sin(math.radians(angle)), math.cos(math.radians(angle))

    def place(y: float, x: float) -> Point:
        return origin[0] + s * y + c * x, origin[1] + c * y - s * x

    return place


def seen_trunk(trunk: FrontTrunk, facing: Facing) -> SeenTrunk:
    """The trunk, projected."""
    m = 1.0 if facing == "front" else -1.0
    pelvis, lumbar, thorax = (
        m * angle for angle in (trunk.pelvis_angle, trunk.lumbar_angle, trunk.thorax_angle)
    )
    joints = [projected(j, facing) for j in (trunk.root, trunk.waist, trunk.t10, trunk.c7)]
    angles = (pelvis, (pelvis + lumbar) / 2, (lumbar + thorax) / 2, thorax)
    nodes = tuple(zip(joints, angles, strict=True))
    skull = projected(trunk.skull, facing)
    return SeenTrunk(facing, nodes, skull, pelvis, thorax, m * trunk.head_angle)


def paint_torso(p: QPainter, seen: SeenTrunk, body: FrontBody, colours: FigureColours) -> None:
    """Paint the neck and the shirt without its sleeves."""
    _paint_neck(p, seen, colours)
    right, left = _shoulders(seen, body)
    chest = seen.chest
    collar = [chest(y, x) for y, x in COLLAR[seen.facing]]
    up = along_up((0, 0), seen.thorax_angle, 1)
    side_r = [seen.beside(t, w) for t, w in TORSO]
    side_l = [seen.beside(t, -w) for t, w in TORSO]
    shirt = outline(
        [*side_r, _corner(right, seen, 1), right, _slope(collar[-1], right, up), collar[-1]],
        collar[::-1],
        [collar[0], _slope(collar[0], left, up), left, _corner(left, seen, -1), *side_l[::-1]],
        [side_l[0], side_r[0]],
    )
    paint_form(p, shirt, colours.tone("shirt"), (-7, -8))
    rim = [(x - up[0] * 2.2, y - up[1] * 2.2) for x, y in collar]
    stroke(p, line(rim), QPen(colours.tone("shirt").shade, 4.5))


def _shoulders(seen: SeenTrunk, body: FrontBody) -> tuple[Point, Point]:
    """The tops of the shoulders at the viewer's right and left; they follow the joints."""
    tops = []
    for arm in (body.right_arm, body.left_arm):
        joint = projected(arm.shoulder, seen.facing)
        tops.append(up_frame(joint, seen.thorax_angle))
    first, second = tops if seen.facing == "back" else tops[::-1]
    return first(22, 4), second(22, -4)


def _corner(top: Point, seen: SeenTrunk, way: int) -> Point:
    return up_frame(top, seen.thorax_angle)(-8, way * 10)


def _slope(collar: Point, top: Point, up: Point) -> Point:
    """The trapezius: half way from the collar to the shoulder."""
    x, y = between(collar, top, 0.5)
    return x - up[0] * 1.5, y - up[1] * 1.5


def _paint_neck(p: QPainter, seen: SeenTrunk, colours: FigureColours) -> None:
    h, c, skin = seen.head, seen.chest, colours.tone("skin")
    left, right = (between(h(-22, w), c(10, w * 35 / 33), 0.5) for w in (-33, 33))
    neck = smooth(
        [
            *(h(24, -30), h(2, -33), left, c(2, -40), c(-14, -52), c(-50, -20)),
            *(c(-50, 20), c(-14, 52), c(2, 40), right, h(2, 33), h(24, 30)),
        ]
    )
    paint_form(p, neck, skin, (-4, -3))
    if seen.facing == "back":
        return
    jaw = [(10, -50), (-22, -44), (-36, -22), (-41, 0), (-36, 22), (-22, 44), (10, 50)]
    p.save()
    p.setClipPath(neck, Qt.ClipOperation.IntersectClip)
    p.setBrush(skin.shade)
    p.drawPath(smooth([h(y, x) for y, x in jaw]))
    p.restore()


def pelvis(seen: SeenTrunk) -> QPainterPath:
    """The shorts round the pelvis, up to the waistband."""
    f = seen.pelvis
    left = [f(y, x) for y, x in PELVIS_OUTLINE]
    right = [f(y, -x) for y, x in reversed(PELVIS_OUTLINE[:-1])]
    dips = (56, 54) if seen.facing == "front" else (60, 61)
    top = [f(62, 69), f(dips[0], 36), f(dips[1], 0), f(dips[0], -36), f(62, -69)]
    return outline([*left, *right], top)


def shorts(trunk: SeenTrunk, legs: tuple[SeenLeg, ...]) -> QPainterPath:
    """The shorts, both legs and the pelvis as one."""
    return joined((pelvis(trunk), *(shorts_leg(leg) for leg in legs)))


def paint_inside_of_hems(p: QPainter, legs: tuple[SeenLeg, ...], colours: FigureColours) -> None:
    """Paint the inside of the cloth, before any leg."""
    p.setPen(Qt.PenStyle.NoPen)
    p.setBrush(colours.tone("shorts").shade.darker(114))
    for leg in legs:
        inside = inside_of_hem(leg)
        if inside is not None:
            p.drawPath(inside)


def paint_shorts(
    p: QPainter, trunk: SeenTrunk, legs: tuple[SeenLeg, ...], colours: FigureColours
) -> None:
    """Paint the shorts with their seams."""
    tone, f = colours.tone("shorts"), trunk.pelvis
    paint_form(p, shorts(trunk, legs), tone)
    front = trunk.facing == "front"
    y, dip = (48, 6) if front else (51, 1)
    band = [f(y, -72), f(y - 4, -36), f(y - dip, 0), f(y - 4, 36), f(y, 72)]
    stroke(p, line(band), QPen(tone.shade, 3))
    seam = [f(-14, 0), f(-34, 1), f(-57, 0)] if front else [f(28, 0), f(-10, 0), f(-57, 0)]
    stroke(p, line(seam), QPen(tone.shade, 2.6))
    for leg in legs:
        stroke(p, stitch_of(leg), QPen(faded(tone.shade, 0.7), 2.2))
