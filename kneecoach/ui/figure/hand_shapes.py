"""The outlines of the hands as data (look-front 6; stroke, tips and clasp are the project's own).

Coordinates as in `hands`; fingers stand in the order in which they are painted, the thumb last.
"""

from __future__ import annotations

from dataclasses import dataclass

from kneecoach.domain.bones import HandShape, Point


@dataclass(frozen=True, slots=True)
class Finger:
    """A finger's centre line as rows of (u, v, radius), and how far it is in shade, 0 to 1."""

    line: tuple[tuple[float, float, float], ...]
    shade: float


@dataclass(frozen=True, slots=True)
class HandDrawing:
    """A hand: the palm's outline, the fingers behind it and those over it."""

    palm: tuple[Point, ...]
    behind: tuple[Finger, ...]
    over: tuple[Finger, ...]


def _turned_over(hand: HandDrawing) -> HandDrawing:
    """The same hand of the other side: the thumb on the other edge."""
    fingers = [
        tuple(Finger(tuple((u, -v, r) for u, v, r in f.line), f.shade) for f in layer)
        for layer in (hand.behind, hand.over)
    ]
    return HandDrawing(tuple((u, -v) for u, v in hand.palm), *fingers)


# fmt: off
HANDS: dict[HandShape, HandDrawing] = {
    "relaxed": HandDrawing(  # hanging or lying: back of the hand, a light curl
        palm=(
            (-18, 13.5), (2, 14.2), (12, 15.5), (24, 17.5), (42, 19), (54, 17), (58, 4),
            (56, -8), (50, -15), (34, -16.5), (14, -15), (2, -13.8), (-18, -13.2),
        ),
        behind=(
            Finger(((42, -10, 7), (60, -11, 6.8), (72, -8, 6.2), (79, -3, 5.4)), 0.34),
        ),
        over=(
            Finger(((46, -5, 7.6), (68, -6, 7.2), (82, -3, 6.6), (89, 3, 5.7)), 0.2),
            Finger(((48, 3, 8), (71, 3, 7.6), (86, 6, 7), (93, 12, 6)), 0.09),
            Finger(((46, 11, 8), (66, 13, 7.6), (79, 16, 7), (86, 21, 5.8)), 0),
            Finger(((8, 9, 8.5), (25, 19, 8.8), (40, 23.5, 7.8), (54, 24, 6.2)), 0),
        ),
    ),
    "reach": HandDrawing(  # stretched out, thumb side to the viewer
        palm=(
            (-18, 13.5), (2, 14.2), (14, 15.2), (30, 15), (50, 12), (56, 2), (50, -11),
            (30, -15.5), (12, -15), (2, -13.8), (-18, -13.2),
        ),
        behind=(
            Finger(((40, 8, 7), (62, 13, 6.6), (78, 15, 6), (86, 16, 5)), 0.42),
            Finger(((44, 4, 7.4), (68, 7, 7), (85, 8, 6.4), (95, 9, 5.2)), 0.3),
        ),
        over=(
            Finger(((44, -4, 8.2), (68, -4, 7.8), (86, -3, 7), (98, -1, 5.6)), 0),
            Finger(((4, 7, 8.5), (22, 19, 8.8), (40, 25, 7.6), (55, 25, 6)), 0),
        ),
    ),
    "toes": HandDrawing(  # fingers hooked over the toes, knuckles to the viewer
        palm=(
            (-18, 13.5), (2, 14.2), (14, 15.2), (30, 16), (48, 15), (56, 4), (52, -10),
            (32, -15.5), (12, -15), (2, -13.8), (-18, -13.2),
        ),
        behind=(
            Finger(((42, 10, 7), (60, 16, 6.8), (68, 28, 6.2), (64, 37, 5.4)), 0.4),
            Finger(((46, 6, 7.6), (67, 12, 7.2), (76, 25, 6.6), (72, 36, 5.6)), 0.26),
        ),
        over=(
            Finger(((44, -3, 8.2), (68, 1, 7.8), (82, 13, 7.2), (80, 26, 6)), 0),
            Finger(((4, 7, 8.5), (20, 20, 8.8), (36, 28, 7.8), (49, 32, 6.2)), 0),
        ),
    ),
    "wall": HandDrawing(  # palm on a wall, whose face is at v = 14
        palm=(
            (-18, 13), (2, 13.6), (10, 14), (24, 14), (44, 13.5), (52, 12), (52, -2), (40, -8),
            (20, -13), (2, -13.6), (-18, -13),
        ),
        behind=(
            Finger(((42, 7, 7), (64, 8, 6), (82, 9, 5.2), (93, 9.5, 4.4)), 0.34),
            Finger(((42, 1, 7.4), (64, 4.5, 6.6), (84, 7.5, 5.8), (97, 9, 4.8)), 0.18),
        ),
        over=(
            Finger(((42, -1, 8), (62, 2.5, 7.2), (80, 6.5, 6.4), (92, 8.5, 5.2)), 0),
            Finger(((2, 2, 8.5), (18, -5, 9), (34, -6, 7.8), (49, 0, 6.2)), 0.05),
        ),
    ),
    "floor": HandDrawing(  # palm on the floor, which is at v = 16
        palm=(
            (-18, 12.5), (4, 15), (20, 16), (44, 15), (52, 12), (50, 0), (36, -7), (16, -12),
            (2, -14), (-18, -12.5),
        ),
        behind=(
            Finger(((40, 8, 7), (60, 10, 6), (76, 11, 5.4), (86, 11.5, 4.6)), 0.34),
            Finger(((42, 3, 7.4), (64, 7, 6.8), (82, 10, 5.8), (94, 11, 4.8)), 0.18),
        ),
        over=(
            Finger(((42, 1, 8), (62, 5, 7.2), (79, 9, 6.4), (90, 10.5, 5.2)), 0),
            Finger(((2, 4, 8.5), (18, 4, 9), (34, 7, 7.8), (50, 10, 5.8)), 0.08),
        ),
    ),
    "wrap": HandDrawing(  # round the leg: fingers go under its far edge, thumb along it
        palm=(
            (-18, 13.5), (2, 14.8), (10, 18), (22, 22), (38, 24), (50, 22), (54, 4), (52, -14),
            (42, -23), (24, -21), (4, -14.6), (-18, -13.2),
        ),
        behind=(),
        over=(
            Finger(((40, -17, 7.6), (56, -20, 7.2), (68, -21, 6.6), (76, -20, 6)), 0.26),
            Finger(((43, -6, 8.2), (62, -8, 7.9), (77, -8, 7.2), (86, -7, 6.4)), 0.15),
            Finger(((44, 5, 8.5), (64, 5, 8.1), (80, 5, 7.4), (89, 5, 6.6)), 0.06),
            Finger(((42, 16, 8.3), (61, 18, 7.8), (75, 18, 7.1), (84, 17, 6.2)), 0),
            Finger(((6, 11, 9), (20, 26, 9.4), (32, 38, 8.3), (40, 50, 6.6)), 0),
        ),
    ),
    "stroke": HandDrawing(  # laid flat on the leg, fingers and thumb together
        palm=(
            (-18, 13.5), (2, 14.8), (10, 17), (24, 20), (40, 22), (52, 20), (55, 4), (53, -12),
            (44, -21), (24, -19), (4, -14.6), (-18, -13.2),
        ),
        behind=(),
        over=(
            Finger(((42, -14, 7.6), (58, -16, 7.4), (72, -16, 6.8), (82, -15, 5.8)), 0.2),
            Finger(((45, -4, 8.2), (64, -5, 8), (80, -5, 7.4), (92, -4, 6.2)), 0.12),
            Finger(((46, 6, 8.5), (66, 6, 8.2), (83, 6, 7.4), (97, 6, 6.2)), 0.05),
            Finger(((44, 16, 8.3), (63, 17, 7.8), (78, 16.5, 7.1), (89, 15, 6)), 0),
            Finger(((6, 11, 9), (22, 22, 9.2), (38, 27, 8.2), (53, 28, 6.6)), 0),
        ),
    ),
    "tips": HandDrawing(  # only the fingertips rest on something
        palm=(
            (-18, 13.5), (2, 14.2), (14, 15.2), (30, 15), (50, 12), (56, 2), (50, -11),
            (30, -15.5), (12, -15), (2, -13.8), (-18, -13.2),
        ),
        behind=(
            Finger(((40, 8, 7), (60, 15, 6.6), (76, 19, 6), (86, 19, 5)), 0.42),
            Finger(((44, 4, 7.4), (66, 8, 7), (83, 11, 6.4), (95, 10, 5.2)), 0.3),
        ),
        over=(
            Finger(((44, -4, 8.2), (66, -3, 7.8), (84, 1, 7), (97, 2, 5.4)), 0),
            Finger(((4, 7, 8.5), (22, 20, 8.8), (42, 29, 7.6), (60, 34, 6)), 0),
        ),
    ),
    "clasp": HandDrawing(  # one hand round the other, before the chest
        palm=(
            (-18, 13.5), (2, 14.8), (10, 18), (22, 21), (38, 22), (50, 20), (54, 4), (52, -14),
            (42, -21), (24, -19), (4, -14.6), (-18, -13.2),
        ),
        behind=(),
        over=(
            Finger(((40, -15, 7.6), (50, -17, 7.6), (57, -17, 7)), 0.3),
            Finger(((43, -5, 8.2), (55, -6, 8.1), (64, -6, 7.4)), 0.18),
            Finger(((44, 6, 8.5), (57, 6, 8.3), (67, 6, 7.6)), 0.08),
            Finger(((42, 16, 8.3), (55, 17, 8), (63, 17, 7.2)), 0),
            Finger(((6, 11, 9), (22, 23, 9.2), (38, 27, 8.4), (52, 25, 7)), 0),
        ),
    ),
}
# fmt: on
HANDS["beside"] = _turned_over(HANDS["stroke"])  # flat on the wall of the room
