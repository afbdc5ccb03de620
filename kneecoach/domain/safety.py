"""The one place that decides whether a session may be made from a plan."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from kneecoach.domain.catalogue import Catalogue, Exercise
from kneecoach.domain.plan import Plan

# Closed until the check of warning signs has been answered (guide 3.5, K-3).
NEEDS_CHECK: frozenset[str] = frozenset(
    {"massage_hamstring", "massage_calf", "massage_back_of_knee", "roller"}
)


class Refusal(StrEnum):
    """Why a plan can't become a session."""

    EMPTY = "empty"
    UNKNOWN = "unknown"
    CHECK_MISSING = "check_missing"
    LOCKED = "locked"


@dataclass(frozen=True, slots=True)
class Refused:
    """The answer no: the reason and the ids of the exercises it is about."""

    reason: Refusal
    exercises: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Admitted:
    """The answer yes. Only `admit` makes one, and only this becomes a timeline."""

    plan: Plan


@dataclass(frozen=True, slots=True)
class CheckOutcome:
    """What a valid check of warning signs left closed; no check at all is told by None."""

    locks: frozenset[str]


def refusal_of(exercise: Exercise, check: CheckOutcome | None) -> Refusal | None:
    """Why this exercise is closed now, None when it is open."""
    if check is None:
        return Refusal.CHECK_MISSING if NEEDS_CHECK & set(exercise.locks) else None
    return Refusal.LOCKED if check.locks & set(exercise.locks) else None


def admit(plan: Plan, catalogue: Catalogue, check: CheckOutcome | None) -> Admitted | Refused:
    """Decide whether the plan may be played; one closed exercise refuses the whole plan."""
    if not plan.items or any(not item.sides for item in plan.items):
        return Refused(Refusal.EMPTY, ())
    names = tuple(item.exercise for item in plan.items)
    unknown = tuple(name for name in names if name not in catalogue.exercises)
    if unknown:
        return Refused(Refusal.UNKNOWN, unknown)
    refusals = {name: refusal_of(catalogue.exercise(name), check) for name in names}
    for reason in (Refusal.CHECK_MISSING, Refusal.LOCKED):
        closed = tuple(name for name in names if refusals[name] is reason)
        if closed:
            return Refused(reason, closed)
    return Admitted(plan)
