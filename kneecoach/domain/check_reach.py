"""Whether each rule of the check can come to decide.

A rule that can't, because what it asks for contradicts itself or because other rules always go
further, would look like a safeguard and be none; a sign that no rule asks for is one that lost its
rule. Looked at when the program is built, and again (2 ms) before the check is used.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations

from kneecoach.domain.check import Answer, Check, CheckAnswers, Rule, outcome_of
from kneecoach.domain.check_conditions import (
    MAX_AGE,
    MAX_PAIN,
    Age,
    AtLeast,
    Case,
    Condition,
    NoAge,
    NoneOf,
    Pain,
    Signs,
)
from kneecoach.domain.check_tables import parse_check
from kneecoach.domain.parsing import ContentError

ORDINARY_AGE = 35  # years; no rule of the guide asks for it
_RULES = "check/rules.toml"


@dataclass(frozen=True, slots=True)
class _Way:
    """One way for a condition to hold: what has to be so, and what must not be."""

    yes: frozenset[str] = frozenset()
    ages: frozenset[int | None] = frozenset((None, *range(MAX_AGE + 1)))
    pains: frozenset[int] = frozenset(range(MAX_PAIN + 1))
    never: tuple[Condition, ...] = ()

    def and_also(self, other: _Way) -> _Way:
        """Both at once."""
        return _Way(
            self.yes | other.yes,
            self.ages & other.ages,
            self.pains & other.pains,
            (*self.never, *other.never),
        )


def whole_check(tree: object) -> Check:
    """The check from its trees, looked over; raises `ContentError` where nothing may be offered."""
    check = parse_check(tree)
    require_reach(check)
    return check


def require_reach(check: Check) -> None:
    """Raise `ContentError` for the first rule, sign or page that can never come to matter."""
    for rule in check.rules:
        if deciding_alone(check, rule) is None:
            reason = f"no answers let it decide {rule.level.name} by itself"
            raise ContentError(_RULES, f"rule {rule.name}.when", reason)
    used = frozenset[str]().union(*(_signs_in(rule.when) for rule in check.rules))
    for sign in check.signs:
        if sign not in used:
            raise ContentError("check/signs.toml", sign, "no rule asks for this sign")
    opened = {rule.page for rule in check.rules}
    for page in check.pages:
        if page not in opened:
            raise ContentError("check/pages.toml", f"pages.{page}", "no rule opens this page")


def deciding_alone(check: Check, rule: Rule) -> CheckAnswers | None:
    """Answers that let this rule alone decide, with as few signs as the rule allows; or None."""
    for answers in _answers(rule):
        outcome = outcome_of(check, answers)
        if (outcome.rules, outcome.level) == ((rule.name,), rule.level):
            return answers
    return None


def _answers(rule: Rule) -> Iterator[CheckAnswers]:
    for way in _ways(rule.when):
        if not way.ages or not way.pains:
            continue
        age = ORDINARY_AGE if ORDINARY_AGE in way.ages else min(way.ages, key=_from_ordinary)
        pain = min(way.pains)
        if not any(part.holds(Case(way.yes, age, pain)) for part in way.never):
            yield CheckAnswers(age, pain, dict.fromkeys(sorted(way.yes), Answer.YES))


def _from_ordinary(age: int | None) -> int:
    return MAX_AGE if age is None else abs(age - ORDINARY_AGE)


def _ways(condition: Condition) -> Iterator[_Way]:
    """Every way for the condition to hold, nothing ticked that it does not need."""
    match condition:
        case Signs(ids, least):
            for few in combinations(sorted(ids), least):
                yield _Way(yes=frozenset(few))
        case Age(low, high):
            yield _Way(ages=frozenset(range(low, high + 1)))
        case NoAge():
            yield _Way(ages=frozenset((None,)))
        case Pain(low, high):
            yield _Way(pains=frozenset(range(low, high + 1)))
        case NoneOf(parts):
            yield _Way(never=parts)
        case AtLeast(least, parts):
            for chosen in combinations(parts, least):
                yield from _all_ways(chosen)


def _all_ways(parts: Iterable[Condition]) -> Iterator[_Way]:
    """Every way for all of these to hold at once."""
    first, *rest = parts
    for way in _ways(first):
        if not rest:
            yield way
        else:
            yield from (way.and_also(other) for other in _all_ways(rest))


def _signs_in(condition: Condition) -> frozenset[str]:
    match condition:
        case Signs(ids, _):
            return ids
        case AtLeast(_, parts) | NoneOf(parts):
            return frozenset[str]().union(*map(_signs_in, parts))
        case _:
            return frozenset()
