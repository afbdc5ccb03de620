"""A window's surroundings for tests: real content, a real history file, a clock moved by hand."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from kneecoach.clock import HandClock
from kneecoach.domain.content import Content
from kneecoach.domain.settings import Settings
from kneecoach.store.folder import HISTORY
from kneecoach.store.history import HistoryFile
from kneecoach.store.settings import save_settings
from kneecoach.ui.services import Services


@dataclass
class HeardCues:
    """Keeps the names of the cues it was asked to play."""

    names: list[str] = field(default_factory=list)
    enabled: bool = True

    def play(self, name: str) -> None:
        if self.enabled:
            self.names.append(name)

    def set_enabled(self, enabled: bool) -> None:
        self.enabled = enabled


@dataclass
class Surroundings:
    """Services on a folder of their own, with what a test looks at afterwards."""

    folder: Path
    clock: HandClock
    content: Content
    settings: Settings = field(default_factory=lambda: Settings(side_chosen=True))
    cues: HeardCues = field(default_factory=HeardCues)

    def __post_init__(self) -> None:
        self.journal = HistoryFile(self.folder / HISTORY, self.clock, patience_ms=20)
        self.services = Services(
            content=self.content,
            journal=self.journal,
            clock=self.clock,
            cues=self.cues,
            settings=self.settings,
            save_settings=lambda changed: save_settings(self.folder, changed),
        )
