"""The check of warning signs: from answers to what is closed and which help page opens.

Pure and without language. The rules are data (`assets/check`, guide 3.3), read by `check_tables`.
Their names and the level are for reviewers: no page, print or log shows them (guide 7.2, form A).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import IntEnum, StrEnum

from kneecoach.domain.catalogue import EVERYTHING
from kneecoach.domain.check_conditions import Case, Condition


class Level(IntEnum):
    """How far an outcome goes (guide 3.2); the higher one wins."""

    SELF_CARE = 0
    CAUTION = 1
    ROUTINE = 2
    SEE_SOON = 3
    SAME_DAY = 4
    EMERGENCY = 5

    @property
    def locks_everything(self) -> bool:
        """Whether nothing stays open at this level (guide 3.1)."""
        return self >= Level.SEE_SOON


class Answer(StrEnum):
    """The three answers to a sign; not sure counts as yes (guide 3.1)."""

    YES = "yes"
    NOT_SURE = "not sure"
    NO = "no"


@dataclass(frozen=True, slots=True)
class CheckSign:
    """One question of the check: its id in the guide and the screen it is asked on.

    `under` is the question it is asked under: a yes to this one is a yes to that one, too.
    """

    id: str
    screen: str
    under: str | None
    facts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: when it holds, how far it goes, what it locks and which page tells what to do.

    `locks` is empty from SEE_SOON up, where everything is locked.
    """

    name: str
    level: Level
    when: Condition
    locks: frozenset[str]
    page: str


@dataclass(frozen=True, slots=True)
class Check:
    """The signs in the order asked, the rules and the pages.

    Rules stand from the highest level down; of one level, the first that holds chooses the page.
    """

    signs: Mapping[str, CheckSign]
    rules: tuple[Rule, ...]
    pages: Mapping[str, Level]


@dataclass(frozen=True, slots=True)
class CheckAnswers:
    """What a person answered: age in years (0 to 120), pain at rest (0 to 10), the signs.

    None means not told. A sign that is missing counts as no (guide 3.1); whoever asks on a screen
    sees to it that none is missing.
    """

    age: int | None = None
    pain_rest: int | None = None
    signs: Mapping[str, Answer] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What follows from the answers.

    `rules` are those that decided the level, `locks` what is closed, both sorted. `page` is the
    help page that opens, None where the level is SELF_CARE.
    """

    level: Level
    rules: tuple[str, ...]
    locks: tuple[str, ...]
    page: str | None


NOTHING_TICKED_CLOSES = Outcome(Level.SELF_CARE, (), (), None)
_ALL_LOCKS = tuple(sorted(EVERYTHING))


def outcome_of(check: Check, answers: CheckAnswers) -> Outcome:
    """The outcome of the check for these answers (guide 3.3); raises KeyError for unknown signs."""
    held = _held(check.rules, case_of(check, answers))
    if not held:
        return NOTHING_TICKED_CLOSES
    level = held[0].level
    deciding = [rule for rule in held if rule.level == level]
    locks = _ALL_LOCKS
    if not level.locks_everything:
        locks = tuple(sorted(frozenset[str]().union(*(rule.locks for rule in held))))
    names = tuple(sorted({rule.name for rule in deciding}))
    return Outcome(level, names, locks, held[0].page)


def case_of(check: Check, answers: CheckAnswers) -> Case:
    """The answers as the rules see them: not sure is yes, and so is the question asked above."""
    if unknown := answers.signs.keys() - check.signs.keys():
        raise KeyError(min(unknown))
    no = Answer.NO
    ticked = {name for name, given in answers.signs.items() if given is not no}
    above = {under for name in ticked if (under := check.signs[name].under) is not None}
    return Case(frozenset(ticked | above), answers.age, answers.pain_rest)


def _held(rules: tuple[Rule, ...], case: Case) -> list[Rule]:
    """The rules that hold; once everything is locked those of lower levels are left out."""
    held: list[Rule] = []
    lowest = Level.SELF_CARE
    for rule in rules:
        if rule.level < lowest:
            break
        if rule.when.holds(case):
            held.append(rule)
            lowest = rule.level if rule.level.locks_everything else lowest
    return held
