"""What a clinician's clearance does to the outcome of a check (guide 3.7)."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date

from kneecoach.domain.check import Check, CheckAnswers, Level, Outcome, Rule, outcome_of

CLEARANCE_DAYS = 14  # from the visit on
CLEARABLE = (Level.SEE_SOON, Level.SAME_DAY)
NEVER_CLEARED = frozenset(("SCOPE-AGE",))
CLEARED_LOCKS: frozenset[str] = frozenset(
    {
        *("massage_back_of_knee", "massage_calf", "massage_hamstring", "roller", "brace"),
        *("E1plus", "E2_eyes_closed", "E2_cushion", "tests"),
    }
)

ClearedRule = tuple[str, Level]


@dataclass(frozen=True, slots=True)
class Clearance:
    """The rules of one outcome, the signs that were ticked then, and the day of the visit."""

    rules: frozenset[ClearedRule]
    ticked: frozenset[str]
    seen: date

    def holds_on(self, day: date) -> bool:
        """Whether the visit lies within the last 14 days of that day; a coming one never does."""
        return 0 <= (day - self.seen).days <= CLEARANCE_DAYS


def clearable_rules(outcome: Outcome) -> frozenset[ClearedRule]:
    """The rules of this outcome that a clinician can clear: none at EMERGENCY or below SEE_SOON."""
    if outcome.level not in CLEARABLE:
        return frozenset()
    return frozenset((name, outcome.level) for name in outcome.rules if name not in NEVER_CLEARED)


def outcome_with(check: Check, answers: CheckAnswers, cleared: Collection[ClearedRule]) -> Outcome:
    """The outcome with these rules counted as CAUTION with locks of their own.

    The page is None where only cleared rules decide: their page was written for a higher level.
    Raises KeyError for unknown signs.
    """
    if not cleared:
        return outcome_of(check, answers)
    kept = [rule for rule in check.rules if not _is_cleared(rule, cleared)]
    lowered = [_lowered(rule) for rule in check.rules if _is_cleared(rule, cleared)]
    downwards = sorted((*kept, *lowered), key=lambda rule: -rule.level)
    outcome = outcome_of(replace(check, rules=tuple(downwards)), answers)
    written_for = check.pages.get(outcome.page or "")
    return outcome if written_for is outcome.level else replace(outcome, page=None)


def _is_cleared(rule: Rule, cleared: Collection[ClearedRule]) -> bool:
    clearable = rule.level in CLEARABLE and rule.name not in NEVER_CLEARED
    return clearable and (rule.name, rule.level) in cleared


def _lowered(rule: Rule) -> Rule:
    return replace(rule, level=Level.CAUTION, locks=CLEARED_LOCKS)
