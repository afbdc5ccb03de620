"""What a cause tells: its parts with their headings, and the line of its sources."""

from __future__ import annotations

from PySide6.QtCore import Qt

from kneecoach.domain.texts import CauseText
from kneecoach.ui.kit.card import PressCard, see_through
from kneecoach.ui.kit.labels import TextLabel
from kneecoach.ui.kit.pill import Icon
from kneecoach.ui.kit.shapes import RING
from kneecoach.ui.look import Look
from kneecoach.ui.words import translate

Parts = tuple[tuple[str, str], ...]  # headings, each with its text


class SourcesLine(PressCard):
    """What a cause rests on and when that was last read, in one line that leads to more."""

    def __init__(self, look: Look, told: str) -> None:
        super().__init__(look, told, "", radius=12)
        self.setMinimumHeight(44 + 2 * RING)
        self.setAccessibleDescription(translate("KneePage", "Leads to About this guidance."))
        row = self.row(2, 8)
        row.addWidget(see_through(Icon(look, "book", size=18)), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(see_through(TextLabel(look, told, px=14, role="ink2")), 1)
        icon = Icon(look, "chevron", size=18)
        row.addWidget(see_through(icon), 0, Qt.AlignmentFlag.AlignVCenter)


def sections(words: CauseText) -> Parts:
    """Each part of a cause with its heading, in the order told."""
    feels, not_helps, see = essential(words)
    return (feels, *further(words), not_helps, see)


def essential(words: CauseText) -> Parts:
    """What of an urgent cause is always there."""
    return (
        (translate("KneePage", "How it feels"), words.feels),
        (translate("KneePage", "What does not help"), words.not_helps),
        (translate("KneePage", "When to see a doctor"), words.see),
    )


def further(words: CauseText) -> Parts:
    """What of an urgent cause may be folded away."""
    return (
        (translate("KneePage", "Why"), words.why),
        (translate("KneePage", "What helps"), words.helps),
    )
