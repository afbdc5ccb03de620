"""What the window is given: content, history, clock and choices, made in one place outside."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from kneecoach.clock import Clock
from kneecoach.domain.content import Content
from kneecoach.domain.history import Journal
from kneecoach.domain.safety import CheckOutcome
from kneecoach.domain.settings import Settings


class CuePlayer(Protocol):
    """What makes cues heard; it never blocks and never fails aloud."""

    def play(self, name: str) -> None:
        """Play the cue of that name soon."""

    def set_enabled(self, enabled: bool) -> None:
        """Switch all cues on or off."""


@dataclass(frozen=True, slots=True)
class Services:
    """The window's surroundings; values and ports, nothing of files or SQL."""

    content: Content
    journal: Journal
    clock: Clock
    cues: CuePlayer
    settings: Settings  # as read at the start
    save_settings: Callable[[Settings], None]  # raises JournalError when it can't be written
    read_only: bool = False  # the history can be read, and nothing can be saved
    check: CheckOutcome | None = None  # the valid check of warning signs; None: there is none
