"""Where everything stands in the player, in px, for every size of window (look 4, 5, 6.2)."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF

COMPACT_BELOW = 1100  # px of width
CAP_HEIGHT = 0.668  # of the font's size (look 3.6)
USUAL_MM_PER_PX = 0.2237  # where the screen tells nothing believable (look 4)
DIGITS_OF_RING = 0.70  # two digits fit the ring up to this share of its inner diameter


@dataclass(frozen=True, slots=True)
class Geometry:
    """The places of the player's parts; `u` is the layout unit, 1 at 1280 × 800."""

    u: float
    compact: bool
    pad: float
    floor_y: float
    stage: QRectF  # what the figure may fill
    heading: QRectF
    side: QRectF
    utilities: QRectF
    word: QRectF
    ring: QPointF
    radius: float
    stroke: float
    below: QRectF  # repetition dots and set bars
    following: QRectF
    controls: QPointF  # the centre of the big button
    pain: QRectF
    digits_px: float


def mm_per_px(dots_per_inch: float) -> float:
    """Millimetres of one logical px; only 60 to 300 dots per inch are believed (look 4)."""
    return 25.4 / dots_per_inch if 60 <= dots_per_inch <= 300 else USUAL_MM_PER_PX


def unit(width: float, height: float) -> float:
    """The layout unit of a window (look 5)."""
    if width < COMPACT_BELOW:
        return 0.78 * min(width / 900, height / 600)
    return max(0.85, min(1.8, width / 1280, height / 800))


def geometry(width: float, height: float, digit_mm: float, px_mm: float) -> Geometry:
    """The player's layout for a window in px, digits at least `digit_mm` high where they fit."""
    u, compact = unit(width, height), width < COMPACT_BELOW
    pad = 32.0 if not compact else 22.0
    column = (452 if not compact else 330) * (u if not compact else u / 0.78)
    floor_y = height - (162 * u if not compact else 122 * u / 0.78)
    wanted = max(200 * u, digit_mm / px_mm / CAP_HEIGHT)
    stroke = 24 * u
    roof = pad + 34 + 0.78 * 96 * u + 30 * u  # utilities, phase word and a gap
    ground = floor_y - 100 * u  # dots, bars and a gap
    room = (ground - roof - stroke) / 2
    radius, digits = _ring(
        min(room, (156 if not compact else 148) * u), min(room, 176 * u), stroke, wanted
    )
    # As high as its word allows, so that dots and bars keep clear of the skirting.
    high = min((roof + ground) / 2, roof + radius + stroke / 2 + 3 * u)
    centre = QPointF(width - column / 2 - pad * 0.4, high)
    words = 2 * (width - pad - centre.x())  # the column's part that keeps the margin
    top = centre.y() - radius - stroke / 2
    below = centre.y() + radius + stroke / 2
    left = centre.x() - column / 2 + 8
    middle = floor_y + 62 * u + (height - floor_y - 80 * u) / 2 - 16 * u
    return Geometry(
        u=u,
        compact=compact,
        pad=pad,
        floor_y=floor_y,
        stage=QRectF(pad, 0, width - column - 8 - pad, height),
        heading=QRectF(pad, pad - 4, width - column - pad, 72 * u),
        side=QRectF(pad, pad + 84 * u, width - column - pad, 56 * u),
        utilities=QRectF(width - pad - 330 * u, pad - 10, 330 * u, 44),
        word=QRectF(centre.x() - words / 2, top - 124 * u, words, 120 * u),
        ring=centre,
        radius=radius,
        stroke=stroke,
        below=QRectF(left, below + 18 * u, column - 16, 76 * u),
        following=QRectF(pad, middle - 38 * u, 312 * u, 84 * u),
        controls=QPointF(width / 2 + (8 * u if not compact else 22), middle),
        pain=QRectF(width - pad - 244 * u, middle - 30 * u, 244 * u, 68 * u),
        digits_px=digits,
    )


def _ring(usual: float, most: float, stroke: float, wanted: float) -> tuple[float, float]:
    """Radius and digit size: the ring grows first, then the digits are capped."""
    for radius in (usual, most):
        if wanted <= DIGITS_OF_RING * (2 * radius - stroke):
            return radius, wanted
    return most, DIGITS_OF_RING * (2 * most - stroke)
