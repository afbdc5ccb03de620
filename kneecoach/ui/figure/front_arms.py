"""Arms and hands seen from the front or from behind (look-front 5, 6)."""

from __future__ import annotations

from PySide6.QtGui import QPainter, QPen

from kneecoach.domain.bones import Point
from kneecoach.domain.front_movements import FrontHands
from kneecoach.ui.figure.brush import paint_form, stroke
from kneecoach.ui.figure.colours import FigureColours, Tone, faded, mixed
from kneecoach.ui.figure.curves import (
    Frame,
    between,
    bone_frame,
    disc,
    joined,
    line,
    outline,
    smooth,
)
from kneecoach.ui.figure.front_hand_shapes import CLASP_FINGERS, CLASP_PALM, DORSUM, EDGE
from kneecoach.ui.figure.front_profiles import (
    ARMHOLE,
    SLEEVE_INNER,
    SLEEVE_OUTER,
    UPPER_ARM,
)
from kneecoach.ui.figure.front_view import SeenArm, edge
from kneecoach.ui.figure.hands import (
    finger_path,
    paint_fingers_behind,
    paint_fingers_over,
    palm_path,
)
from kneecoach.ui.figure.profiles import FOREARM_BACK, FOREARM_FRONT

_GAP = "#3A1D14"  # what the gaps between fingers are mixed with
_ON_WALL = 172.0  # world angle of a hand on the wall seen from behind: almost straight up


def paint_arm(p: QPainter, seen: SeenArm, hands: FrontHands, colours: FigureColours) -> None:
    """Paint an arm with its hand and its sleeve; joined hands are painted by `paint_clasp`."""
    skin = colours.tone("skin")
    upper = smooth([*edge(seen.upper, UPPER_ARM), *reversed(edge(seen.upper, UPPER_ARM, -1))])
    fore = smooth([*edge(seen.fore, FOREARM_BACK), *reversed(edge(seen.fore, FOREARM_FRONT, -1))])
    parts = [upper, fore, disc(seen.fore.start, 23), disc(seen.fore.end, 13.5)]
    if hands == "clasp":
        paint_form(p, joined(parts), skin, (-4, -5))
    else:
        frame, hand = _hand_frame(seen, hands), DORSUM if hands == "wall" else EDGE
        palm = palm_path(frame, hand)
        paint_fingers_behind(p, frame, hand, skin)
        paint_form(p, joined([*parts, palm]), skin, (-4, -5))
        paint_fingers_over(p, frame, hand, palm, skin)
    _paint_sleeve(p, seen, colours)


def _hand_frame(seen: SeenArm, hands: FrontHands) -> Frame:
    """The frame of the wrist; v to the body, or on the wall to the thumb: both inwards."""
    if hands == "wall":
        return _turned_over(seen.fore.end, _ON_WALL * seen.outwards, seen.outwards)
    return _turned_over(seen.fore.end, seen.hand_angle, -seen.outwards)


def _turned_over(wrist: Point, angle: float, way: float) -> Frame:
    f = bone_frame(wrist, angle)
    return lambda u, v: f(u, v * way)


def _paint_sleeve(p: QPainter, seen: SeenArm, colours: FigureColours) -> None:
    bone, shirt = seen.upper, colours.tone("shirt")
    outer, inner = edge(bone, SLEEVE_OUTER), edge(bone, SLEEVE_INNER, -1)
    end = SLEEVE_OUTER[-1][0]
    bow = (5 * (1 - abs(bone.depth)) - 32 * bone.depth) / max(bone.length, 50)
    hem = [outer[-1], bone.frame(end + bow, 14), bone.frame(end + bow, -14), inner[-1]]
    cloth = outline(outer, hem, [*reversed(inner), outer[0]])
    paint_form(p, joined((cloth, disc(bone.start, 25))), shirt)
    stroke(p, line(edge(bone, ARMHOLE, -1)), QPen(faded(shirt.shade, 0.55), 2.2))


def paint_clasp(p: QPainter, right: SeenArm, left: SeenArm, colours: FigureColours) -> None:
    """Paint both hands joined before the chest."""
    skin = colours.tone("skin")
    x0, y0 = between(right.fore.end, left.fore.end, 0.5)

    def frame(u: float, v: float) -> Point:
        return x0 + v, y0 + u

    paint_form(p, smooth([frame(u, v) for u, v in CLASP_PALM]), skin, (-2, -3))
    gap, rim = mixed(skin.shade, _GAP, 0.12), mixed(skin.shade, _GAP, 0.06)
    for finger in CLASP_FINGERS:
        path = finger_path(frame, finger)
        stroke(p, path, QPen(gap, 3))
        paint_form(p, path, Tone(mixed(skin.base, skin.shade, finger.shade), rim), (-1.6, -2.2))
