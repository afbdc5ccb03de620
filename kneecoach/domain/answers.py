"""What a person answers about a session besides how bad the pain was at its ends."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

NOTE_LENGTH = 500  # characters of a note


class PainChoice(StrEnum):
    """What a person chose when it hurt."""

    EASIER = "easier"
    SKIP = "skip"
    END = "end"
    GO_ON = "go_on"
    SIGNS = "signs"  # a sharp sign: the session ends and the warning signs open (guide 4.1, STOP)


class Effort(StrEnum):
    """How hard a session was."""

    EASY = "easy"
    RIGHT = "right"
    HARD = "hard"


@dataclass(frozen=True, slots=True)
class Hurt:
    """It hurt: in which part (index from 0), what was chosen, how bad (0 to 10), at UTC seconds."""

    part: int
    choice: PainChoice
    pain: int | None
    at: int


@dataclass(frozen=True, slots=True)
class Answers:
    """What was answered at the end besides pain; a tick that was not set is no.

    `tingling` is tingling or numbness that stayed for more than a minute (guide 4.1); `two_more`
    has the ids of the exercises that were asked about, and whether two more could have been done
    (guide 4.2); `note` has at most `NOTE_LENGTH` characters, "" for none.
    """

    effort: Effort | None = None
    swelling: bool = False
    tingling: bool = False
    two_more: tuple[tuple[str, bool], ...] = ()
    note: str = ""

    @property
    def has_sign(self) -> bool:
        """True when something was ticked that needs the warning signs."""
        return self.swelling or self.tingling


NO_ANSWERS = Answers()
