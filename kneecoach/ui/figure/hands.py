"""Hands with four fingers and a thumb (look-front 6).

Coordinates (u, v) in mH: u from the wrist along the hand, v to the palm side, or to the thumb's
side where the back of the hand is seen. A finger is a row of (u, v, radius).
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen

from kneecoach.domain.bones import Arm, Point
from kneecoach.ui.figure.brush import paint_form, stroke
from kneecoach.ui.figure.colours import Tone, mixed
from kneecoach.ui.figure.curves import Frame, bone_frame, joined, line, smooth
from kneecoach.ui.figure.hand_shapes import HANDS, Finger, HandDrawing

_GAP = "#3A1D14"  # what the thin gap between two fingers is mixed with
_COVER: tuple[Point, ...] = (
    (0, 8), (4, -9), (24, -15), (38, -16), (48, -6), (51, 5), (47, 13), (28, 12), (10, 10),
)  # fmt: skip
_STEPS = 4  # points of a finger's outline between two of its given ones


def palm_of(arm: Arm) -> QPainterPath:
    """The palm, to be joined to the forearm."""
    return palm_path(bone_frame(arm.wrist, arm.hand_angle), HANDS[arm.hand])


def paint_far_fingers(p: QPainter, arm: Arm, skin: Tone) -> None:
    """The fingers behind the palm."""
    paint_fingers_behind(p, bone_frame(arm.wrist, arm.hand_angle), HANDS[arm.hand], skin)


def paint_near_fingers(p: QPainter, arm: Arm, palm: QPainterPath, skin: Tone) -> None:
    """The fingers over the palm, each leaving a thin gap on what lies below it."""
    paint_fingers_over(p, bone_frame(arm.wrist, arm.hand_angle), HANDS[arm.hand], palm, skin)


def palm_path(f: Frame, hand: HandDrawing) -> QPainterPath:
    """The palm of a hand in the frame of its wrist."""
    return smooth([f(u, v) for u, v in hand.palm])


def paint_fingers_behind(p: QPainter, f: Frame, hand: HandDrawing, skin: Tone) -> None:
    """The fingers behind the palm of a hand in the frame of its wrist."""
    for finger in hand.behind:
        tone = Tone(
            mixed(skin.base, skin.shade, min(1.0, 0.25 + finger.shade)),
            mixed(skin.shade, _GAP, 0.10 + 0.3 * finger.shade),
        )
        paint_form(p, finger_path(f, finger), tone, (-1.4, -2))


def paint_fingers_over(
    p: QPainter, f: Frame, hand: HandDrawing, palm: QPainterPath, skin: Tone
) -> None:
    """The fingers over the palm of a hand in the frame of its wrist."""
    fingers = hand.over
    below = palm
    gap = mixed(skin.shade, _GAP, 0.10)
    rim = mixed(skin.shade, _GAP, 0.06)
    for number, finger in enumerate(fingers, 1):
        thumb = number == len(fingers)
        if thumb and len(fingers) > 2:
            _cover_knuckles(p, f, palm, skin)
        tube = _Tube(f, finger)
        p.save()
        p.setClipPath(below, Qt.ClipOperation.IntersectClip)
        stroke(p, line(tube.edge(0.5 if thumb else 0.3)), QPen(gap, 3.4))
        p.restore()
        path = smooth(tube.around())
        paint_form(p, path, Tone(mixed(skin.base, skin.shade, finger.shade), rim), (-1.6, -2.2))
        below = joined((below, path))


def finger_path(f: Frame, finger: Finger) -> QPainterPath:
    """The outline of one finger."""
    return smooth(_Tube(f, finger).around())


def _cover_knuckles(p: QPainter, f: Frame, palm: QPainterPath, skin: Tone) -> None:
    """Melt the roots of the fingers into the back of the hand."""
    p.save()
    p.setClipPath(palm, Qt.ClipOperation.IntersectClip)
    p.setBrush(skin.base)
    p.drawPath(smooth([f(u, v) for u, v in _COVER]))
    p.restore()


class _Tube:
    """A tapered finger: a smooth centre line with a radius, and the outline round it."""

    def __init__(self, f: Frame, finger: Finger) -> None:
        centre = [(*f(u, v), r) for u, v, r in _resampled(finger.line)]
        self._left: list[Point] = []
        self._right: list[Point] = []
        for i, (x, y, r) in enumerate(centre):
            before, after = centre[max(0, i - 1)], centre[min(len(centre) - 1, i + 1)]
            dx, dy = after[0] - before[0], after[1] - before[1]
            d = math.hypot(dx, dy) or 1.0
            nx, ny = -dy / d * r, dx / d * r
            self._left.append((x + nx, y + ny))
            self._right.append((x - nx, y - ny))
        self._tip = _cap(centre[-1], self._left[-1])
        self._root = _cap(centre[0], self._right[0])

    def around(self) -> list[Point]:
        """The whole outline."""
        return [*self._left, *self._tip, *reversed(self._right), *self._root]

    def edge(self, share: float) -> list[Point]:
        """The outline without the share of the length next to the palm."""
        i = int(len(self._left) * share)
        return [*self._left[i:], *self._tip, *reversed(self._right[i:])]


def _cap(end: tuple[float, float, float], start: Point) -> list[Point]:
    """Half a circle round an end, from the given point of it on."""
    x, y, r = end
    a0 = math.atan2(start[1] - y, start[0] - x)
    return [
        (x + r * math.cos(a0 - math.pi * k / 4), y + r * math.sin(a0 - math.pi * k / 4))
        for k in (1, 2, 3)
    ]


def _resampled(points: Sequence[tuple[float, ...]]) -> list[tuple[float, ...]]:
    """A row of points made finer along a Catmull-Rom curve."""
    out: list[tuple[float, ...]] = []
    last = len(points) - 1
    for i in range(last):
        near = (points[max(0, i - 1)], points[i], points[i + 1], points[min(last, i + 2)])
        for k in range(_STEPS):
            weights = _weights(k / _STEPS)
            out.append(
                tuple(
                    sum(w * v for w, v in zip(weights, column, strict=True))
                    for column in zip(*near, strict=True)
                )
            )
    return [*out, points[-1]]


def _weights(t: float) -> tuple[float, float, float, float]:
    return (
        -0.5 * t + t * t - 0.5 * t**3,
        1 - 2.5 * t * t + 1.5 * t**3,
        0.5 * t + 2 * t * t - 1.5 * t**3,
        -0.5 * t * t + 0.5 * t**3,
    )
