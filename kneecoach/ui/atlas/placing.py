"""Where labels stand beside the drawing, and which one is next in a direction."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

Spot = tuple[float, float]


def spread(middles: Sequence[float], heights: Sequence[float], room: float) -> list[float]:
    """Tops of boxes from top to bottom, as near to their wished middles as their heights allow.

    No two overlap, and all lie between 0 and `room` where it is large enough for them.
    """
    tops: list[float] = []
    floor = 0.0
    for middle, height in zip(middles, heights, strict=True):
        tops.append(max(floor, middle - height / 2))
        floor = tops[-1] + height
    ceiling = max(room, sum(heights))
    for place in reversed(range(len(tops))):
        tops[place] = min(tops[place], ceiling - heights[place])
        ceiling = tops[place]
    return tops


def nearest(spots: Mapping[str, Spot], start: str, direction: Spot) -> str:
    """The spot next to one of them in a direction of length 1, "" when there is none.

    A step aside counts double, so that the way keeps to its column or row.
    """
    x, y = spots[start]
    best, least = "", float("inf")
    for name, (there_x, there_y) in spots.items():
        dx, dy = there_x - x, there_y - y
        ahead = dx * direction[0] + dy * direction[1]
        aside = abs(dx * direction[1]) + abs(dy * direction[0])
        if name != start and ahead > 1 and ahead + 2 * aside < least:
            best, least = name, ahead + 2 * aside
    return best
