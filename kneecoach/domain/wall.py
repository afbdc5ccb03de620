"""What the wall of the room tells."""

from __future__ import annotations

from enum import StrEnum


class Wall(StrEnum):
    """The colour of the wall (look 3.2): the phase of the player, paused, or done."""

    READY = "ready"
    LIFT = "lift"
    HOLD = "hold"
    LOWER = "lower"
    REST = "rest"
    SWAP = "swap"
    PAUSED = "paused"
    DONE = "done"
