"""The one place that decides whether a session may be made from a plan."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from enum import StrEnum

from kneecoach.domain.catalogue import LOCKS, Catalogue, Exercise
from kneecoach.domain.plan import Plan

# Closed until the questions before a session have been answered as well (guide 3.5, K-3).
NEEDS_GATE: frozenset[str] = frozenset(
    {"massage_hamstring", "massage_calf", "massage_back_of_knee", "roller"}
)


class Refusal(StrEnum):
    """Why a plan can't become a session."""

    EMPTY = "empty"
    UNKNOWN = "unknown"
    RULES_BROKEN = "rules_broken"
    CHECK_OVER = "check_over"
    CHECK_MISSING = "check_missing"
    LOCKED = "locked"
    GATE_MISSING = "gate_missing"

    @property
    def asks_check(self) -> bool:
        """Whether a new check can open what this closes; damaged rules aren't mended by one."""
        return self in (Refusal.CHECK_MISSING, Refusal.CHECK_OVER, Refusal.LOCKED)


class Way(StrEnum):
    """The way in on which a plan came."""

    PLAN = "plan"
    CAUSE = "cause"
    COMMAND = "command"
    EASIER = "easier"
    RESUME = "resume"


@dataclass(frozen=True, slots=True)
class Refused:
    """The answer no: the reason and the ids of the exercises it is about."""

    reason: Refusal
    exercises: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Admitted:
    """The answer yes. Only `admit` makes one, and only this becomes a timeline."""

    plan: Plan


class Standing(StrEnum):
    """How the newest check of warning signs stands; only VALID leaves anything open."""

    VALID = "valid"
    UNFINISHED = "unfinished"
    EXPIRED = "expired"
    NEW_SIGN = "new_sign"
    CLOCK_BACK = "clock_back"  # the clock stands before the moment it was answered
    NOT_FROM_HERE = "not_from_here"  # imported, restored or changed by hand
    RULES_BROKEN = "rules_broken"
    UNREADABLE = "unreadable"  # what is kept can't be read now
    NOT_KEPT = "not_kept"  # what was answered last could not be saved


class GateDue(StrEnum):
    """What is to be answered before the next session (guide 3.5)."""

    NOTHING = "nothing"
    SINGLE = "single"
    SEVEN = "seven"


@dataclass(frozen=True, slots=True)
class CheckOutcome:
    """What the check of warning signs leaves closed now; no check at all is told by None.

    `check_validity.check_now` makes it. `page` is the help page of the outcome, None where there is
    none to open.
    """

    locks: frozenset[str]
    standing: Standing = Standing.VALID
    gate: GateDue = GateDue.NOTHING
    page: str | None = None

    @property
    def within_session(self) -> CheckOutcome:
        """The same for a session that is running: its gate was answered before it began."""
        return replace(self, gate=GateDue.NOTHING)


# The order in which reasons are told where a plan has several.
_REASONS = (
    Refusal.RULES_BROKEN,
    Refusal.CHECK_OVER,
    Refusal.CHECK_MISSING,
    Refusal.LOCKED,
    Refusal.GATE_MISSING,
)


def refusal_of(exercise: Exercise, check: CheckOutcome | None) -> Refusal | None:
    """Why this exercise is closed now, None when it is open."""
    return refusal_of_locks(exercise.locks, check)


def refusal_of_locks(locks: Collection[str], check: CheckOutcome | None) -> Refusal | None:
    """Why what these locks close is closed now, such as the brace; None when it is open."""
    if check is None:
        return Refusal.CHECK_MISSING
    if check.standing is Standing.RULES_BROKEN:
        return Refusal.RULES_BROKEN
    if check.standing is not Standing.VALID:
        return Refusal.CHECK_OVER
    if not check.locks.isdisjoint(locks):
        return Refusal.LOCKED
    needs_gate = not NEEDS_GATE.isdisjoint(locks)
    return Refusal.GATE_MISSING if needs_gate and check.gate is not GateDue.NOTHING else None


def all_closed(check: CheckOutcome | None) -> bool:
    """Whether no exercise is open at all."""
    if check is None or check.standing is not Standing.VALID:
        return True
    return check.locks.issuperset(LOCKS)


def admit(plan: Plan, catalogue: Catalogue, check: CheckOutcome | None) -> Admitted | Refused:
    """Decide whether the plan may be played; one closed exercise refuses the whole plan."""
    if not plan.items or any(not item.sides for item in plan.items):
        return Refused(Refusal.EMPTY, ())
    names = tuple(item.exercise for item in plan.items)
    unknown = tuple(name for name in names if name not in catalogue.exercises)
    if unknown:
        return Refused(Refusal.UNKNOWN, unknown)
    refusals = {name: refusal_of(catalogue.exercise(name), check) for name in names}
    for reason in _REASONS:
        closed = tuple(name for name in names if refusals[name] is reason)
        if closed:
            return Refused(reason, closed)
    return Admitted(plan)
