"""Causes, warning signs and emergency numbers: values without language."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Urgency(StrEnum):
    """How fast help is needed when a sign is there (guide 3.2)."""

    EMERGENCY = "emergency"
    SAME_DAY = "same_day"


@dataclass(frozen=True, slots=True)
class Cause:
    """One cause of pain at the back of the knee (guide 1.3, 2.3)."""

    id: str
    urgent: bool
    common: bool  # False: shown behind "less common"
    structures: tuple[str, ...]  # ids of look 9
    exercises: tuple[str, ...]
    facts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sign:
    """One warning sign (guide 3.3) and the group it is shown in."""

    id: str
    group: str
    facts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SignGroup:
    """A group of signs with the same urgency, in the order shown: emergency first."""

    id: str
    urgency: Urgency


@dataclass(frozen=True, slots=True)
class EmergencyNumbers:
    """The numbers of one country (guide 3.2): ambulance first, then urgent advice if there is one."""

    country: str  # two letters, or "" where no country is chosen
    emergency: tuple[str, ...]
    urgent: str | None
