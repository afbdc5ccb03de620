"""Legs and shorts seen from the front or from behind (look-front 5)."""

from __future__ import annotations

import math

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen

from kneecoach.domain.bones import Point
from kneecoach.domain.front import projected, towards_viewer
from kneecoach.ui.figure.brush import paint_form, stroke
from kneecoach.ui.figure.colours import FigureColours, Part, Tone, mixed
from kneecoach.ui.figure.curves import between, disc, joined, line, outline, smooth
from kneecoach.ui.figure.front_profiles import (
    SHANK_INNER,
    SHANK_OUTER,
    SHORTS_INNER,
    SHORTS_OUTER,
    THIGH_INNER,
    THIGH_OUTER,
)
from kneecoach.ui.figure.front_shoes import paint_shoe, paint_sock, shoe_outline, sock
from kneecoach.ui.figure.front_view import SeenBone, SeenLeg, edge

_AWAY = -0.52  # of the shank towards the viewer, below which it goes behind the knee
_HEM = SHORTS_OUTER[-1][0]


def thigh_skin(seen: SeenLeg) -> QPainterPath:
    """The thigh with the knee."""
    return joined((_limb(seen.thigh, THIGH_OUTER, THIGH_INNER), disc(seen.thigh.end, 32.5)))


def shank_skin(seen: SeenLeg) -> QPainterPath:
    """The shank with the knee."""
    return joined((_limb(seen.shank, SHANK_OUTER, SHANK_INNER), disc(seen.thigh.end, 31.5)))


def leg_skin(seen: SeenLeg) -> QPainterPath:
    """The whole leg without its foot."""
    return joined((thigh_skin(seen), shank_skin(seen)))


def leg_outline(seen: SeenLeg) -> QPainterPath:
    """The outer line of a leg with its shoe, to draw where it will be."""
    return joined((leg_skin(seen), sock(seen), shoe_outline(seen))).simplified()


def _limb(bone: SeenBone, outer: tuple[Point, ...], inner: tuple[Point, ...]) -> QPainterPath:
    return smooth([*edge(bone, outer), *reversed(edge(bone, inner, -1))])


def paint_leg(p: QPainter, seen: SeenLeg, colours: FigureColours) -> None:
    """Paint a leg; a shank that points away goes behind the knee and into shade."""
    away = -seen.shank.depth
    far = max(0.0, min(1.0, (away - 0.45) / 0.35))
    skin, shoe, sole = (_tone(colours, part, far) for part in ("skin", "shoe", "sole"))
    if away > -_AWAY:
        paint_sock(p, seen, shoe)
        paint_form(p, shank_skin(seen), skin)
        paint_sock(p, seen, shoe)
        paint_shoe(p, seen, shoe, sole, colours.shorts[0])
        paint_form(p, thigh_skin(seen), colours.tone("skin"))
    else:
        paint_form(p, leg_skin(seen), colours.tone("skin"))
        paint_sock(p, seen, shoe)
        paint_shoe(p, seen, shoe, sole, colours.shorts[0])
    if seen.from_behind:
        _paint_crease(p, seen, colours.tone("skin"))
    else:
        _paint_kneecap(p, seen, colours.tone("skin"))


def _tone(colours: FigureColours, part: Part, far: float) -> Tone:
    near, away = colours.tone(part), colours.tone(part, far=True)
    return Tone(mixed(near.base, away.base, far), mixed(near.shade, away.shade, far))


def _paint_kneecap(p: QPainter, seen: SeenLeg, skin: Tone) -> None:
    """The kneecap, which points where the knee points: the main cue of a knee that drifts in."""
    x0, y0 = seen.thigh.end
    dx, dy = projected(seen.leg.pole, seen.facing)
    x0, y0 = x0 + dx * 15, y0 + dy * 15
    k = max(0.35, towards_viewer(seen.leg.pole, seen.facing))
    cap = [(0, 21), (15, 15), (19, 0), (13, -15), (0, -21), (-13, -15), (-19, 0), (-15, 15)]
    rim = [(-19, -4), (-13, -17), (0, -22), (13, -17), (19, -4)]
    p.setPen(Qt.PenStyle.NoPen)
    p.setBrush(mixed(skin.base, "#FFFFFF", 0.09))
    p.drawPath(smooth([(x0 + x * k, y0 + y) for x, y in cap]))
    pen = QPen(mixed(skin.base, skin.shade, 0.85), 3)
    stroke(p, line([(x0 + x * k, y0 + y) for x, y in rim]), pen)


def _paint_crease(p: QPainter, seen: SeenLeg, skin: Tone) -> None:
    """The back of the knee: its crease and the tendons beside it."""
    shank, thigh = seen.shank.frame, seen.thigh.frame
    crease = [shank(-0.03, 20), shank(0.012, 8), shank(0.014, -8), shank(-0.03, -20)]
    stroke(p, line(crease), QPen(mixed(skin.base, skin.shade, 0.8), 2.8))
    for side in (1, -1):
        tendon = [thigh(t, side * w) for t, w in ((0.86, 22), (0.93, 21), (0.98, 23))]
        stroke(p, line(tendon), QPen(mixed(skin.base, skin.shade, 0.45), 2.4))


def shorts_leg(seen: SeenLeg) -> QPainterPath:
    """One leg of the shorts; its hem is flat in standing, an arch on a thigh that comes forward."""
    outer, inner = _shorts_edges(seen)
    frame = seen.thigh.frame
    top = [inner[0], frame(-0.05, -34), frame(-0.12, 0), outer[0]]
    return outline(outer, hem_of(seen), [*reversed(inner), *top[1:]])


def hem_of(seen: SeenLeg) -> list[Point]:
    """The hem, from the outer side to the inner one."""
    outer, inner = _shorts_edges(seen)
    end, bow, wide, narrow = _hem_shape(seen)
    frame = seen.thigh.frame
    middle = [
        frame(end + bow * down, wide * w if w > 0 else narrow * w)
        for down, w in (
            (0.5, 0.87), (0.8, 0.55), (1.0, 0.0), (0.8, -0.55), (0.5, -0.87),
        )
    ]  # fmt: skip
    return [outer[-1], *middle, inner[-1]]


def inside_of_hem(seen: SeenLeg) -> QPainterPath | None:
    """The inside of the cloth, where the hem arches up."""
    end, bow, wide, narrow = _hem_shape(seen)
    if bow >= -0.02:
        return None
    ring = []
    for i in range(16):
        c, s = math.cos(i * math.pi / 8), math.sin(i * math.pi / 8)
        ring.append(seen.thigh.frame(end + bow * s, (wide if c > 0 else narrow) * c))
    return smooth(ring)


def stitch_of(seen: SeenLeg) -> QPainterPath:
    """The stitch above the hem."""
    hem = hem_of(seen)
    (x0, y0), (x1, y1) = seen.thigh.start, seen.thigh.end
    d = math.hypot(x1 - x0, y1 - y0) or 1.0
    dx, dy = (x0 - x1) / d * 9, (y0 - y1) / d * 9
    points = [between(hem[3], point, 0.93) for point in hem]
    return line([(x + dx, y + dy) for x, y in points])


def _shorts_edges(seen: SeenLeg) -> tuple[list[Point], list[Point]]:
    coming = max(0.0, seen.thigh.depth)
    end = _HEM - 0.05 * coming
    edges = []
    for profile, way in ((SHORTS_OUTER, 1), (SHORTS_INNER, -1)):
        edges.append(
            [
                seen.thigh.frame(t * end / _HEM, way * w * (1 - 0.10 * coming * t / _HEM))
                for t, w in profile
            ]
        )
    return edges[0], edges[1]


def _hem_shape(seen: SeenLeg) -> tuple[float, float, float, float]:
    """Where along the thigh the hem is, how far it bows down, its half widths out and in."""
    depth = seen.thigh.depth
    coming = max(0.0, depth)
    bow = (7 * (1 - abs(depth)) - 38 * depth) / max(seen.thigh.length, 60)
    shrink = 1 - 0.1 * coming
    wide, narrow = SHORTS_OUTER[-1][1] * shrink, SHORTS_INNER[-1][1] * shrink
    return _HEM - 0.05 * coming, bow, wide, narrow
