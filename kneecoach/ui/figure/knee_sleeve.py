"""A soft sleeve on the knee, as a picture of a brace (look-pages 5)."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPen

from kneecoach.domain.bones import SHANK, THIGH, Leg, Point
from kneecoach.ui.figure.brush import paint_form, stroke
from kneecoach.ui.figure.colours import RoomColours, Tone
from kneecoach.ui.figure.curves import Frame, Profile, at, between, line, outline, width_at
from kneecoach.ui.figure.profiles import SHANK_BACK, SHANK_FRONT, THIGH_BACK, THIGH_FRONT
from kneecoach.ui.figure.shapes import shank_frame, thigh_frame

# Where the sleeve runs, in lengths of the bone from its upper joint, and how far it lies off the
# skin in mH (by eye).
_THIGH = ((0.74, 0.84, 0.94), (0.74, 0.84, 0.94), 5.0, 5.0)
_SHANK = ((0.02, 0.12, 0.22, 0.32), (0.04, 0.14, 0.24, 0.32), 6.0, 4.0)
_HEM = 0.2  # share of that where the sleeve ends: there it lies close
_RIM = 4.0  # mH
_CAP = (26.0, 2.0, 17.0, 22.0)  # mH from the knee: before and above it, and both half axes


def paint_knee_sleeve(p: QPainter, leg: Leg, colours: RoomColours) -> None:
    """Paint the sleeve over the knee of a leg that is painted already; the painter speaks in mH."""
    front, back = _edges(leg)
    tone = Tone(QColor(colours.cushion[0]), QColor(colours.cushion[1]))
    hem, top = _bow(front[-1], back[-1]), _bow(back[0], front[0])
    paint_form(p, outline(front, hem, back[::-1], top), tone, (-5.0, -4.0))
    for fore, hind in ((front[0], back[0]), (front[-1], back[-1])):
        stroke(p, line(_bow(fore, hind)), QPen(tone.shade, _RIM))
    across, up, wide, high = _CAP
    p.setPen(QPen(tone.shade, _RIM))
    p.setBrush(QColor(colours.roller[0]))
    p.drawEllipse(at((leg.knee[0] + across, leg.knee[1] + up)), wide, high)
    p.setPen(Qt.PenStyle.NoPen)


def _edges(leg: Leg) -> tuple[list[Point], list[Point]]:
    """The sleeve's front and back edge from above the knee to below it."""
    thigh, shank = thigh_frame(leg), shank_frame(leg)
    front = _edge(thigh, THIGH, THIGH_FRONT, _THIGH[0], _THIGH[2])
    front += _edge(shank, SHANK, SHANK_FRONT, _SHANK[0], _SHANK[2])
    back = _edge(thigh, THIGH, THIGH_BACK, _THIGH[1], -_THIGH[3])
    back += _edge(shank, SHANK, SHANK_BACK, _SHANK[1], -_SHANK[3])
    return front, back


def _edge(
    frame: Frame, length: float, profile: Profile, places: tuple[float, ...], off: float
) -> list[Point]:
    """Points beside the skin; a negative `off` lies behind the bone."""
    way = 1 if off > 0 else -1
    hem = places[0] if places[0] > 0.5 else places[-1]  # the end that is away from the knee
    return [
        frame(t * length, way * width_at(profile, t) + off * (_HEM if t == hem else 1))
        for t in places
    ]


def _bow(first: Point, last: Point) -> list[Point]:
    """One end of the sleeve, bowed a little downwards."""
    middle = between(first, last, 0.5)
    return [first, (middle[0], middle[1] - 5), last]
