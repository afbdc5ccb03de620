"""The words of the player: phases, captions, sides."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QCoreApplication

from kneecoach.domain.catalogue import Side
from kneecoach.domain.plan import Slot

translate = QCoreApplication.translate

# One entry a phase word; each is asked for when it is shown, so that the language may change.
_WORDS: Mapping[str, Callable[[], str]] = {
    "ready": lambda: translate("Player", "Get ready"),
    "count_in": lambda: translate("Player", "Get ready"),
    "lift": lambda: translate("Player", "Lift"),
    "hold": lambda: translate("Player", "Hold"),
    "lower": lambda: translate("Player", "Lower"),
    "pause": lambda: translate("Player", "Breathe in"),
    "reach": lambda: translate("Player", "Reach"),
    "ease_off": lambda: translate("Player", "Ease off"),
    "lean_in": lambda: translate("Player", "Lean in"),
    "down": lambda: translate("Player", "Down"),
    "up": lambda: translate("Player", "Up"),
    "step_up": lambda: translate("Player", "Lift"),
    "balance": lambda: translate("Player", "Balance"),
    "step_down": lambda: translate("Player", "Down"),
    "stroke": lambda: translate("Player", "Massage"),
    "rest": lambda: translate("Player", "Rest"),
    "switch": lambda: translate("Player", "Switch side"),
    "between": lambda: translate("Player", "Next"),
    "paused": lambda: translate("Player", "Paused"),
    "done": lambda: translate("Player", "Done"),
}

ICONS: Mapping[str, str] = {
    "ready": "ready",
    "count_in": "ready",
    "lift": "up",
    "hold": "hold",
    "lower": "down",
    "pause": "rest",
    "reach": "right",
    "ease_off": "left",
    "lean_in": "right",
    "down": "down",
    "up": "up",
    "step_up": "up",
    "balance": "hold",
    "step_down": "down",
    "stroke": "rest",
    "rest": "rest",
    "switch": "swap",
    "between": "right",
    "paused": "pause",
    "done": "check",
}


def phase_word(name: str) -> str:
    """The big word of a phase."""
    return _WORDS[name]()


def side_name(side: Side) -> str:
    """The side in words."""
    return {
        Side.LEFT: translate("Player", "Left leg"),
        Side.RIGHT: translate("Player", "Right leg"),
        Side.BOTH: translate("Player", "Both legs"),
    }[side]


def side_letter(side: Side) -> str:
    """The letter on the side's plate."""
    return {
        Side.LEFT: translate("Player", "L", "left"),
        Side.RIGHT: translate("Player", "R", "right"),
        Side.BOTH: translate("Player", "L R", "both legs"),
    }[side]


def slot_done(slot: Slot) -> str:
    """The heading of the finish card."""
    return {
        Slot.MORNING: translate("Player", "Morning is done"),
        Slot.MIDDAY: translate("Player", "Midday is done"),
        Slot.EVENING: translate("Player", "Evening is done"),
        Slot.EXTRA: translate("Player", "Session is done"),
    }[slot]


def stopped_here() -> str:
    """The heading of the finish card when the session was ended before its end."""
    return translate("Player", "You stopped here")


def caption_of(total: int) -> str:
    """The line under a repetition's number."""
    return translate("Player", "of {total}").format(total=total)


def caption_seconds() -> str:
    """The line under seconds left."""
    return translate("Player", "seconds")


def set_line(number: int, total: int) -> str:
    """Which set of how many."""
    return translate("Player", "Set {number} of {total}").format(number=number, total=total)


def hold_line(number: int, total: int) -> str:
    """Which hold of how many."""
    return translate("Player", "Hold {number} of {total}").format(number=number, total=total)


def then_set_line(number: int, total: int) -> str:
    """Which set of how many comes after the rest."""
    return translate("Player", "Then set {number} of {total}").format(number=number, total=total)


def then_hold_line(number: int, total: int) -> str:
    """Which hold of how many comes after the rest."""
    return translate("Player", "Then hold {number} of {total}").format(number=number, total=total)


def side_next_line(side: Side) -> str:
    """Which leg is next, while the sides change."""
    return {
        Side.LEFT: translate("Player", "Left leg next"),
        Side.RIGHT: translate("Player", "Right leg next"),
        Side.BOTH: translate("Player", "Both legs next"),
    }[side]


def rep_line(number: int, total: int) -> str:
    """Which repetition of how many."""
    return translate("Player", "Rep {number} of {total}").format(number=number, total=total)
