"""The head of a card with an icon on a plate beside its title (look-pages 8)."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from kneecoach.ui.kit.dialog import CardDialog
from kneecoach.ui.kit.pill import IconPlate
from kneecoach.ui.kit.shapes import RING

_PLATE = 60  # px


def put_plate(card: CardDialog, icon: str, ground: str, ink: str) -> None:
    """Put an icon before the title and the line under it; `ground` and `ink` are roles."""
    words = QVBoxLayout()
    words.setSpacing(0)
    for label in (card.title, card.sub):
        card.column.removeWidget(label)
        label.setContentsMargins(0, 0, RING, 0)
        words.addWidget(label)
    row = QHBoxLayout()
    row.setContentsMargins(RING, 0, 0, 0)
    row.setSpacing(20)
    plate = IconPlate(card.look, icon, ground=ground, ink=ink, size=_PLATE)
    row.addWidget(plate, 0, Qt.AlignmentFlag.AlignTop)
    row.addLayout(words, 1)
    card.column.insertLayout(0, row)
