"""How long things take, in milliseconds (look 3.7, 10)."""

from __future__ import annotations

FADE_MS = 220  # a page or a card appears
TOAST_MS = 4000  # a line stays
GUARD_MS = 500  # a key pressed this soon after a card appears was meant for something else
