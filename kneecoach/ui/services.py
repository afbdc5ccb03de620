"""What the window is given: content, history, clock and choices, made in one place outside."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from kneecoach.clock import Clock
from kneecoach.domain.content import Content
from kneecoach.domain.history import Journal
from kneecoach.domain.safety import CheckOutcome, Refused, Way
from kneecoach.domain.settings import Hearing, Settings

if TYPE_CHECKING:  # loaded with the first session, or with the first question
    from kneecoach.domain.check import Check
    from kneecoach.domain.check_records import Told
    from kneecoach.domain.last_check import LastCheck
    from kneecoach.domain.speech import Utterance


class CuePlayer(Protocol):
    """What makes cues and the voice heard; it never blocks and never fails aloud."""

    @property
    def silent(self) -> bool:
        """True while nothing can be heard although something should be: no device answers."""

    def begin(self) -> None:
        """A session begins: look anew for a sound device that was missing."""

    def stand_by(self, on: bool) -> None:
        """Keep the device running, so that nothing comes late; False: let it sleep when idle."""

    def play(self, name: str) -> None:
        """Play the cue of that name now."""

    def say(self, utterance: Utterance) -> None:
        """Say that instead of what is being said; a number waits for no name and is dropped."""

    def hush(self) -> None:
        """Say no more of what is being said."""

    def tune(self, hearing: Hearing) -> None:
        """Let that be heard from now on; switching sounds or voice on looks anew for a device."""


class Checks(Protocol):
    """How the check of warning signs stands, and where refusals are kept."""

    def now(self) -> CheckOutcome | None:
        """What holds now; None where no check was ever answered."""

    def at_first(self) -> CheckOutcome | None:
        """What the first paint shows: `now`, unless nothing is kept; it admits nothing."""

    def refused(self, way: Way, refused: Refused) -> None:
        """Keep that this was refused."""

    @property
    def rules(self) -> Check | None:
        """The rules; None where they are damaged, and nothing may be offered."""

    def keep(self, told: Told) -> str:
        """Commit what was told now; its id. Raises JournalError, and closes all the same."""

    def asks_clearance(self) -> str | None:
        """The id of the check the next one asks a clinician's word about; raises JournalError."""

    def last(self, *, whole: bool = False) -> LastCheck | None:
        """The newest check that was answered here, or the newest whole one."""


class NoChecks:
    """No check was ever answered, and nothing is kept."""

    def now(self) -> CheckOutcome | None:
        """None."""
        return None

    def at_first(self) -> CheckOutcome | None:
        """None."""
        return None

    def refused(self, way: Way, refused: Refused) -> None:
        """Keep nothing."""

    @property
    def rules(self) -> Check | None:
        """None: there is nothing to answer."""
        return None

    def keep(self, _told: Told) -> str:
        """Keep nothing."""
        return ""

    def asks_clearance(self) -> str | None:
        """None."""
        return None

    def last(self, *, whole: bool = False) -> LastCheck | None:  # noqa: ARG002 - the protocol's name
        """None."""
        return None


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
    checks: Checks = field(default_factory=NoChecks)

    @property
    def check(self) -> CheckOutcome | None:
        """How the check of warning signs stands now; None where none was ever answered."""
        return self.checks.now()
