"""A window's surroundings for tests: real content, a real history file, a clock moved by hand."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from kneecoach.clock import HandClock, SystemClock
from kneecoach.domain.content import Content
from kneecoach.domain.safety import CheckOutcome
from kneecoach.domain.settings import Hearing, Settings
from kneecoach.domain.speech import Utterance
from kneecoach.store.content import load_content
from kneecoach.store.folder import HISTORY
from kneecoach.store.history import HistoryFile
from kneecoach.store.settings import save_settings
from kneecoach.ui.kept_checks import KeptChecks
from kneecoach.ui.services import Services
from tests.domain.checked import check


@dataclass
class HeardCues:
    """Keeps what it was asked to let hear."""

    names: list[str] = field(default_factory=list)
    said: list[tuple[str, ...]] = field(default_factory=list)
    hearing: Hearing = Settings().hearing
    silent: bool = False
    begun: int = 0
    standing_by: bool = False
    hushed: int = 0

    def begin(self) -> None:
        self.begun += 1

    def stand_by(self, on: bool) -> None:
        self.standing_by = on

    def play(self, name: str) -> None:
        if self.hearing.sounds:
            self.names.append(name)

    def say(self, utterance: Utterance) -> None:
        if self.hearing.voice:
            self.said.append(utterance.clips)

    def hush(self) -> None:
        self.hushed += 1

    def tune(self, hearing: Hearing) -> None:
        self.hearing = hearing


class OpenChecks(KeptChecks):
    """Kept checks; where none was ever answered, as after one in which nothing was ticked."""

    def now(self) -> CheckOutcome:
        return super().now() or CheckOutcome(frozenset())

    def at_first(self) -> CheckOutcome:
        return super().at_first() or CheckOutcome(frozenset())


def answer_the_check(folder: Path, *ticked: str) -> None:
    """A check in the history of a folder, answered just now by the computer's clock."""
    with HistoryFile(folder / HISTORY, SystemClock()) as journal:
        KeptChecks(load_content("en").check, journal, SystemClock()).keep(check(*ticked))


@dataclass
class Surroundings:
    """Services on a folder of their own, with what a test looks at afterwards."""

    folder: Path
    clock: HandClock
    content: Content
    settings: Settings = field(default_factory=lambda: Settings(side_chosen=True, started=True))
    cues: HeardCues = field(default_factory=HeardCues)
    unchecked: bool = False  # True: no check was answered, and everything is closed

    def __post_init__(self) -> None:
        self.journal = HistoryFile(self.folder / HISTORY, self.clock, patience_ms=20)
        kept = KeptChecks if self.unchecked else OpenChecks
        self.checks = kept(self.content.check, self.journal, self.clock)
        self.services = Services(
            content=self.content,
            journal=self.journal,
            clock=self.clock,
            cues=self.cues,
            settings=self.settings,
            save_settings=lambda changed: save_settings(self.folder, changed),
            checks=self.checks,
        )
