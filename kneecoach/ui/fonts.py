"""The one typeface (look 3.6): Atkinson Hyperlegible Next in five weights."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from PySide6.QtGui import QFont, QFontDatabase

FAMILY = "Atkinson Hyperlegible Next"
WEIGHTS = (400, 500, 600, 700, 800)
FIRST = (500, 600, 700)  # what Today is written in


def resource_paths(weights: Iterable[int] = WEIGHTS) -> tuple[str, ...]:
    """Where the compiled resources hold these weights."""
    return tuple(f":/fonts/atkinson-hyperlegible-next-{weight}.ttf" for weight in weights)


def load(paths: Iterable[str]) -> bool:
    """Make the typeface known to Qt; False when one of the files can't be read."""
    loaded = [QFontDatabase.addApplicationFont(path) for path in paths]
    return min(loaded, default=-1) >= 0


def font(px: float, weight: int = 500, *, tabular: bool = False, tracking: float = 0.0) -> QFont:
    """The typeface at that pixel size and weight (400 to 800).

    `tabular` gives all digits one width, so that a running number stands still; `tracking` widens
    every letter by that many percent.
    """
    return QFont(_font(max(1, round(px)), weight, tabular, tracking))


@cache
def _font(px: int, weight: int, tabular: bool, tracking: float) -> QFont:
    result = QFont(FAMILY)
    result.setPixelSize(px)
    result.setWeight(QFont.Weight(weight))
    result.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    if tabular:
        result.setFeature(QFont.Tag("tnum"), 1)
    if tracking:
        result.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 100 + tracking)
    return result
