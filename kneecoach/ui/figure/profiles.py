"""Half widths of the person's parts along their bones, front and back (look 7.4).

A profile is rows of (t, half width): t in lengths of the bone from its upper joint, the half width
in mH. Trunk profiles run from the hip (0) to the base of the neck (1).
"""

from __future__ import annotations

from kneecoach.domain.bones import Point
from kneecoach.ui.figure.curves import Profile, width_at

# fmt: off
THIGH_FRONT: Profile = (
    (-0.06, 40), (0.02, 52), (0.2, 56), (0.45, 51), (0.7, 43), (0.88, 37), (1, 35), (1.07, 24),
)
THIGH_BACK: Profile = (
    (-0.06, 40), (0.04, 54), (0.2, 52), (0.45, 45), (0.7, 38), (0.88, 33), (1, 33), (1.07, 22),
)
SHANK_FRONT: Profile = (
    (-0.08, 20), (0, 34), (0.08, 35), (0.16, 33), (0.35, 29), (0.6, 24), (0.82, 20), (0.96, 21),
    (1.05, 15),
)
SHANK_BACK: Profile = (
    (-0.08, 20), (0, 32), (0.1, 37), (0.24, 45), (0.38, 43), (0.58, 31), (0.78, 21), (0.92, 19),
    (1.05, 17),
)
UPPER_ARM_SIDE: Profile = (
    (-0.1, 22), (0, 31.5), (0.2, 31.5), (0.5, 28), (0.8, 24), (1, 23), (1.08, 15),
)
FOREARM_FRONT: Profile = (
    (-0.08, 16), (0, 23), (0.22, 26), (0.5, 22), (0.8, 16), (1, 14), (1.05, 11),
)
FOREARM_BACK: Profile = (
    (-0.08, 16), (0, 23), (0.22, 24), (0.5, 20), (0.8, 16), (1, 14), (1.05, 11),
)
TORSO_FRONT: Profile = (
    (-0.1, 46), (0.06, 57), (0.2, 59), (0.36, 58), (0.52, 61), (0.68, 67), (0.8, 66), (0.89, 55),
    (0.955, 39), (0.985, 30),
)
TORSO_BACK: Profile = (
    (-0.1, 52), (0.06, 66), (0.2, 59), (0.36, 51), (0.52, 54), (0.66, 61), (0.78, 62),
    (0.88, 53), (0.955, 43), (1.01, 34),
)
SHORTS_FRONT: Profile = ((-0.06, 48), (0.04, 57), (0.2, 60), (0.38, 58), (0.56, 57))
SHORTS_BACK: Profile = ((-0.06, 52), (0.04, 62), (0.2, 61), (0.38, 57), (0.56, 54))
SLEEVE: Profile = ((-0.19, 8), (-0.14, 24), (-0.02, 35), (0.2, 36.5), (0.5, 36.5))
WAISTBAND = 0.215  # where shirt and shorts meet, in trunk lengths from the hip
PELVIS_FRONT: Profile = (
    (-0.2, 34), (-0.1, 52), (0, 58), (0.1, 60),
    (WAISTBAND, width_at(TORSO_FRONT, WAISTBAND) + 3),
)
PELVIS_BACK: Profile = (
    (-0.21, 50), (-0.1, 64), (0, 68.5), (0.1, 67),
    (WAISTBAND, width_at(TORSO_BACK, WAISTBAND) + 3),
)
SHOE_UPPER: tuple[Point, ...] = (
    (-24, 25), (-31, 12), (-35, -6), (-37, -19), (-36, -35), (0, -36), (40, -36), (70, -36),
    (96, -36), (114, -35),
    (117, -28), (110, -19), (94, -12), (76, -6), (58, 1), (42, 10), (33, 20), (29, 27),
    (14, 23), (-6, 21),
)
SHOE_SOLE_TOP: tuple[Point, ...] = ((117, -30), (96, -31), (50, -31), (0, -31))
# fmt: on
