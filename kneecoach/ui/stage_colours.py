"""The colours of every picture with the person in it, from the look in force."""

from __future__ import annotations

from kneecoach.ui.figure import StageColours, stage_colours
from kneecoach.ui.look import Look


def colours_of(look: Look) -> StageColours:
    """Colours of figure and room for the palette, and the skin, hair and cut that were chosen."""
    return stage_colours("dark" if look.dark else "light", look.figure.value, look.hair.value)
