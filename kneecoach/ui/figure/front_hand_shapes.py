"""Hands as they are seen from the front or from behind (look-front 6); see `hand_shapes`."""

from __future__ import annotations

from kneecoach.ui.figure.hand_shapes import Finger, HandDrawing

# fmt: off
# The thumb's edge to the viewer, v to the body.
EDGE = HandDrawing(
    palm=(
        (-18, 13), (2, 13.6), (10, 14.2), (26, 14), (44, 12), (52, 4), (50, -8), (34, -13),
        (12, -13.6), (-18, -13),
    ),
    behind=(
        Finger(((42, 0, 7.4), (66, 3, 7), (82, 8, 6.4), (91, 14, 5.4)), 0.3),
    ),
    over=(
        Finger(((42, -2, 8), (62, -1, 7.6), (76, 4, 7), (84, 11, 5.8)), 0),
        Finger(((8, 3, 9), (24, 6, 9.2), (40, 9, 8), (53, 13, 6.4)), 0.04),
    ),
)
# The back of the hand, fingers a little apart, v to the thumb: laid on a wall, seen from behind.
DORSUM = HandDrawing(
    palm=(
        (-18, 13.6), (2, 15), (10, 18.5), (22, 22), (40, 24), (52, 21), (55, 4), (53, -12),
        (46, -22), (26, -21), (4, -14.8), (-18, -13.4),
    ),
    behind=(),
    over=(
        Finger(((42, -17, 7.6), (58, -21, 7.2), (70, -23, 6.6), (80, -24, 5.6)), 0.2),
        Finger(((46, -6, 8.2), (66, -8, 7.9), (82, -9, 7.2), (94, -9.5, 6)), 0.12),
        Finger(((47, 5, 8.5), (69, 6, 8.1), (86, 6, 7.4), (99, 6, 6.2)), 0.05),
        Finger(((45, 16, 8.3), (64, 19, 7.8), (80, 20, 7.1), (91, 20, 6)), 0),
        Finger(((6, 12, 9), (22, 28, 9.4), (36, 38, 8.3), (50, 44, 6.4)), 0),
    ),
)
# Both hands joined before the chest: u up from the middle of the wrists, v to the right.
CLASP_PALM = (
    (-16, -19), (2, -26), (22, -25), (34, -12), (36, 6), (30, 21), (8, 27), (-14, 21), (-26, 6),
    (-26, -8),
)
CLASP_FINGERS = (
    Finger(((-14, 22, 7.4), (-17, 6, 8), (-16, -10, 7.6), (-14, -14, 6.4)), 0),
    Finger(((-1, 22, 7.4), (-4, 6, 8), (-3, -10, 7.6), (-1, -19, 6.4)), 0.03),
    Finger(((12, 22, 7.4), (9, 6, 8), (10, -10, 7.6), (12, -18, 6.4)), 0.06),
    Finger(((24, 22, 7.4), (21, 6, 8), (22, -10, 7.6), (24, -12, 6.4)), 0.09),
    Finger(((16, 14, 8), (27, 4, 8), (30, -9, 6.6)), 0),
)
# fmt: on
