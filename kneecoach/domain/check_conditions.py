"""The conditions that rules of the check of warning signs are made of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

MAX_AGE = 120  # years
MAX_PAIN = 10


@dataclass(frozen=True, slots=True)
class Case:
    """One person's answers as the conditions see them.

    `yes` are the signs answered with yes or not sure and the questions they are asked under; `age`
    is in years; `pain` at rest is 0 to 10. Either is None where it was not told.
    """

    yes: frozenset[str]
    age: int | None
    pain: int | None


class Condition(Protocol):
    """Something that is so or not so for a case."""

    def holds(self, case: Case) -> bool:
        """Whether it is so."""
        ...


@dataclass(frozen=True, slots=True)
class Signs:
    """At least `least` of these signs are there."""

    ids: frozenset[str]
    least: int

    def holds(self, case: Case) -> bool:
        """Whether so many are there."""
        if self.least == 1:
            return not self.ids.isdisjoint(case.yes)
        return len(self.ids & case.yes) >= self.least


@dataclass(frozen=True, slots=True)
class Age:
    """The age was told and is from `low` to `high` years, both included."""

    low: int
    high: int

    def holds(self, case: Case) -> bool:
        """Whether it is in the range."""
        return case.age is not None and self.low <= case.age <= self.high


@dataclass(frozen=True, slots=True)
class NoAge:
    """The age was not told."""

    def holds(self, case: Case) -> bool:
        """Whether it is missing."""
        return case.age is None


@dataclass(frozen=True, slots=True)
class Pain:
    """Pain at rest is from `low` to `high`, both included; pain that was not told is none, 0."""

    low: int
    high: int

    def holds(self, case: Case) -> bool:
        """Whether it is in the range."""
        return self.low <= (case.pain or 0) <= self.high


@dataclass(frozen=True, slots=True)
class AtLeast:
    """At least `least` of these conditions hold."""

    least: int
    parts: tuple[Condition, ...]

    def holds(self, case: Case) -> bool:
        """Whether so many hold."""
        hits_left, misses_left = self.least, len(self.parts) - self.least
        for part in self.parts:
            if part.holds(case):
                hits_left -= 1
            else:
                misses_left -= 1
            if not hits_left or misses_left < 0:
                break
        return not hits_left


@dataclass(frozen=True, slots=True)
class NoneOf:
    """Not one of these conditions holds."""

    parts: tuple[Condition, ...]

    def holds(self, case: Case) -> bool:
        """Whether all fail."""
        return not any(part.holds(case) for part in self.parts)


def at_least(least: int, signs: Sequence[str], others: Sequence[Condition]) -> Condition:
    """At least `least` of the signs and other conditions; `least` is 1 or more."""
    if not others:
        return Signs(frozenset(signs), least)
    if least == 1 and signs:
        return AtLeast(1, (Signs(frozenset(signs), 1), *others))
    return AtLeast(least, (*(Signs(frozenset((sign,)), 1) for sign in signs), *others))


def none_of(signs: Sequence[str], others: Sequence[Condition]) -> Condition:
    """None of the signs and other conditions."""
    return NoneOf((*((Signs(frozenset(signs), 1),) if signs else ()), *others))
