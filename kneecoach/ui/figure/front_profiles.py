"""Outlines of the person seen from the front or from behind, as data (look-front 5).

Half widths are rows of (t, half width) along the projected bone, in mH; the outer side of a limb
and the inner one differ. Rows of the shoe are cross sections along the foot.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from kneecoach.domain.bones import Point
from kneecoach.domain.movements import Muscle
from kneecoach.ui.figure.curves import Profile

# fmt: off
THIGH_OUTER: Profile = (
    (-0.06, 26), (0.03, 35), (0.2, 43), (0.45, 42), (0.7, 38), (0.88, 33.5), (1, 32.5), (1.07, 23),
)
THIGH_INNER: Profile = (
    (-0.06, 32), (0.05, 40), (0.2, 43), (0.45, 40), (0.7, 36), (0.82, 35.5), (0.92, 34), (1, 32.5),
    (1.07, 23),
)
SHANK_OUTER: Profile = (
    (-0.08, 21), (0, 32), (0.08, 33), (0.22, 38), (0.38, 36.5), (0.6, 28), (0.8, 21), (0.93, 19),
    (0.99, 21), (1.05, 16),
)
SHANK_INNER: Profile = (
    (-0.08, 21), (0, 32), (0.08, 32.5), (0.24, 39), (0.38, 40.5), (0.52, 35), (0.66, 26.5),
    (0.82, 20.5), (0.94, 21), (1, 20), (1.05, 16),
)
SHORTS_OUTER: Profile = ((-0.02, 32), (0.07, 40), (0.17, 45), (0.32, 48.5), (0.56, 51))
SHORTS_INNER: Profile = ((0.1, 38), (0.2, 43), (0.4, 45), (0.56, 45.5))
UPPER_ARM: Profile = (
    (-0.04, 16), (0.02, 24), (0.12, 29), (0.25, 31), (0.5, 28), (0.8, 24), (1, 23), (1.08, 15),
)
SLEEVE_OUTER: Profile = (
    (-0.145, 0), (-0.125, 15), (-0.04, 29), (0.10, 34), (0.28, 35), (0.5, 35),
)
SLEEVE_INNER: Profile = ((-0.125, 14), (-0.04, 27), (0.10, 32), (0.28, 33.5), (0.5, 34))
ARMHOLE: Profile = ((-0.02, 27), (0.06, 30.5), (0.18, 32.5), (0.34, 33.5))
TORSO: Profile = (
    (0.10, 69), (0.215, 70), (0.34, 67.5), (0.46, 69), (0.58, 74.5), (0.7, 81), (0.8, 85.5),
    (0.87, 88),
)

# Points (y up, x to the viewer's right) in the frame of the pelvis or of the base of the neck.
PELVIS: tuple[Point, ...] = (
    (62, -69), (40, -75), (14, -82), (-12, -87), (-32, -82), (-42, -58), (-50, -28), (-61, -8),
    (-64, 0),
)
COLLAR: dict[str, tuple[Point, ...]] = {
    "front": ((9, -42), (-4, -33), (-14, -17), (-17, 0), (-14, 17), (-4, 33), (9, 42)),
    "back": ((12, -40), (7, -24), (5, 0), (7, 24), (12, 40)),
}

# (x before the ankle, half width outside, inside, height of the top).
SHOE_UPPER: tuple[tuple[float, float, float, float], ...] = (
    (-41, 11, 11, 34), (-37, 21, 21, 58), (-26, 28, 28, 68), (-6, 30, 29, 66),
    (14, 30.5, 30.5, 67), (30, 31.5, 31, 70), (42, 34, 33, 58), (58, 38, 36, 48),
    (76, 41, 38, 41), (94, 40, 36.5, 35), (109, 32, 29.5, 29), (117, 19, 20, 21),
)
# (x, half width outside); inside .94 of it, from the floor to 13 above it.
SHOE_SOLE: tuple[Point, ...] = (
    (-43, 13), (-37, 26), (-22, 32), (6, 32), (34, 35), (62, 41), (84, 43), (100, 38.5),
    (113, 28), (120, 14),
)


@dataclass(frozen=True, slots=True)
class Belly:
    """A muscle between two edges along a bone: rows of (t, edge A, edge B), outwards positive."""

    bone: Literal["thigh", "shank"]
    rows: tuple[tuple[float, float, float], ...]


# The calf is a muscle of the back, the thigh's front one of the front; the bellies to massage end
# a hand-width (49 mH) from the crease of the knee, and nothing lies in its hollow (look-front 5.2).
BELLIES: dict[Muscle, tuple[Belly, ...]] = {
    "quad": (
        Belly("thigh", (
            (0.05, 10, -4), (0.14, 26, -14), (0.26, 37, -22), (0.40, 40, -27), (0.54, 38, -30),
            (0.68, 33, -32.5), (0.79, 27, -32), (0.87, 19, -24), (0.93, 9, -9),
        )),
    ),
    "hamstring": (
        Belly("thigh", (
            (0.04, -2, -14), (0.14, -2, -27), (0.26, -2, -34), (0.40, -3, -35), (0.54, -6, -33.5),
            (0.68, -10, -31.5), (0.80, -15, -30), (0.90, -19, -29.5), (1.0, -22, -29),
        )),
        Belly("thigh", (
            (0.04, 12, 2), (0.14, 25, 3), (0.26, 34, 3), (0.40, 38, 3), (0.54, 36, 6),
            (0.68, 33, 11), (0.80, 30.5, 16), (0.90, 29.5, 20), (1.0, 28.5, 23),
        )),
    ),
    "calf": (
        Belly("shank", (
            (-0.02, -9, -16), (0.05, -6, -25), (0.14, -4, -32), (0.24, -3, -36),
            (0.34, -3, -37.5), (0.44, -3, -35), (0.53, -6, -28), (0.60, -12, -17),
        )),
        Belly("shank", (
            (-0.02, 16, 9), (0.05, 25, 6), (0.14, 31.5, 4), (0.24, 34.5, 3), (0.33, 34.5, 3),
            (0.42, 31, 3.5), (0.49, 24, 6), (0.55, 14, 11),
        )),
    ),
    "hamstring_belly": (
        Belly("thigh", (
            (0.16, -3, -17), (0.26, -3, -30), (0.38, -4, -34), (0.50, -6, -33), (0.62, -9, -30.5),
            (0.72, -13, -27), (0.79, -19, -21),
        )),
        Belly("thigh", (
            (0.16, 19, 4), (0.26, 33, 4), (0.38, 37, 5), (0.50, 36, 7), (0.62, 33, 10),
            (0.72, 28, 14), (0.79, 22, 20),
        )),
    ),
    "calf_belly": (
        Belly("shank", (
            (0.20, -10, -16), (0.27, -4, -32), (0.35, -3, -36.5), (0.43, -3, -35),
            (0.50, -4, -31), (0.56, -6, -25), (0.61, -12, -17),
        )),
        Belly("shank", (
            (0.20, 16, 9), (0.26, 32, 4), (0.33, 34, 3), (0.40, 31.5, 3), (0.47, 27, 4),
            (0.52, 21, 6), (0.56, 14, 10),
        )),
    ),
}

# The hollow of the knee from behind, clockwise from above: bone, t, x outwards (look-front 7).
HOLLOW: tuple[tuple[Literal["thigh", "shank"], float, float], ...] = (
    ("thigh", 0.84, 0), ("thigh", 0.90, 17), ("thigh", 0.96, 25), ("shank", 0.03, 25),
    ("shank", 0.09, 17), ("shank", 0.155, 0), ("shank", 0.09, -17), ("shank", 0.03, -25),
    ("thigh", 0.96, -25), ("thigh", 0.90, -17),
)
# fmt: on
