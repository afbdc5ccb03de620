"""What is kept about the check of warning signs: checks, session gates, clearances, refusals.

A stored check is answers and a moment, never an outcome: what follows from it is worked out anew
from the rules each time (`check_validity`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kneecoach.domain.check import Answer, CheckAnswers
from kneecoach.domain.safety import Refused, Way


@dataclass(frozen=True, slots=True)
class Moment:
    """When something was told: UTC seconds, the local offset in minutes, the local day."""

    at: int
    offset_minutes: int
    day: date


class GateKind(StrEnum):
    """The seven questions before the day's first session, or the one before each later one."""

    SEVEN = "seven"
    SINGLE = "single"


# The questions of guide 3.5, in its order, and the single one.
SEVEN_QUESTIONS = ("leg", "throbbing", "breath", "foot", "heat", "movement", "nerves")
SINGLE_QUESTION = ("anything_new",)


@dataclass(frozen=True, slots=True)
class GateGiven:
    """The session gate as it was answered, whole or in part."""

    kind: GateKind
    answers: Mapping[str, Answer]

    @property
    def questions(self) -> tuple[str, ...]:
        """The questions this gate asks."""
        return SEVEN_QUESTIONS if self.kind is GateKind.SEVEN else SINGLE_QUESTION

    @property
    def ticked(self) -> bool:
        """True when anything was not answered with no; not sure counts as yes."""
        return any(answer is not Answer.NO for answer in self.answers.values())

    @property
    def clear(self) -> bool:
        """True when every question was answered with no."""
        return not self.ticked and all(name in self.answers for name in self.questions)


@dataclass(frozen=True, slots=True)
class ClearanceGiven:
    """A clinician has seen the person about that check's outcome on that day, and said yes."""

    check: str  # the id of the check's event
    seen: date


class EndReason(StrEnum):
    """Why a check holds no longer although no later one was answered."""

    SIGN = "sign"  # a new sign was told outside the gate, such as at the end of a session
    EXPIRED = "expired"  # found expired: a clock set back later does not bring it back


@dataclass(frozen=True, slots=True)
class CheckEnded:
    """A check ended before the next one; `check` is the id of its event, "" where there is none."""

    check: str
    reason: EndReason


Told = CheckAnswers | GateGiven | ClearanceGiven | CheckEnded


@dataclass(frozen=True, slots=True)
class SafetyEvent:
    """One thing that was told, in the order of writing.

    `id` is 32 hex digits. `own` is False for what was not written here and now by this program:
    imported, restored, or changed by hand. Such an event may close, never open (guide 3.7).
    """

    id: str
    when: Moment
    told: Told
    own: bool


@dataclass(frozen=True, slots=True)
class RefusalKept:
    """A refusal as it is kept: when, on which way in, and the answer that was given."""

    when: Moment
    way: Way
    refused: Refused
