"""Which of the answers of a check close something."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from kneecoach.domain.check import Answer, Check, CheckAnswers, Rule, case_of
from kneecoach.domain.check_conditions import (
    Age,
    AtLeast,
    Case,
    Condition,
    NoAge,
    Pain,
    Signs,
)

AGE, PAIN = "age", "pain_rest"  # what is told as a number


def closing(check: Check, answers: CheckAnswers, locks: Collection[str]) -> tuple[str, ...]:
    """Which of these answers close any of those locks.

    Ids of signs in the order asked, then `AGE` and `PAIN`. A question that others are asked under
    is named only where it was ticked itself.
    """
    case = case_of(check, answers)
    named: set[str] = set()
    for rule in check.rules:
        if _closes(rule, locks) and rule.when.holds(case):
            named.update(_told(rule.when, case))
    given = answers.signs
    signs = (
        name
        for name in check.signs
        if name in named and given.get(name, Answer.NO) is not Answer.NO
    )
    numbers = (name for name in (AGE, PAIN) if name in named)
    return (*signs, *numbers)


def _closes(rule: Rule, locks: Collection[str]) -> bool:
    return rule.level.locks_everything or not rule.locks.isdisjoint(locks)


def _told(condition: Condition, case: Case) -> Iterator[str]:
    """What this condition, which holds, has from the case."""
    match condition:
        case Signs(ids=ids):
            yield from ids & case.yes
        case AtLeast(parts=parts):
            for part in parts:
                if part.holds(case):
                    yield from _told(part, case)
        case Age() | NoAge():
            yield AGE
        case Pain(low=low) if low > 0:
            yield PAIN
        case _:
            return
