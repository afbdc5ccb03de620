"""The course of a check of warning signs, from its first question to what was answered.

A frozen value and pure functions on it. Nothing is answered beforehand: what was told last time is
shown beside a question and has to be confirmed, and only signs that were ticked just now, before
the check, are there from the start.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from kneecoach.domain.check import Answer, Check, CheckAnswers
from kneecoach.domain.check_clearance import CLEARANCE_DAYS
from kneecoach.domain.check_conditions import MAX_AGE, MAX_PAIN
from kneecoach.domain.check_questions import (
    NO_SIGNS,
    CheckRun,
    CheckStart,
    asked,
    open_here,
    screens,
    urgent,
    was_ticked,
)


@dataclass(frozen=True, slots=True)
class CheckGiven:
    """An ended check: its answers, and the day of a visit that counts as a clearance, or None."""

    answers: CheckAnswers
    seen: date | None


def begin(check: Check, start: CheckStart) -> CheckRun:
    """The first moment of a check; raises KeyError for a ticked sign that there is not."""
    signs: dict[str, Answer] = {}
    for name, answer in start.ticked.items():
        above = check.signs[name].under
        if answer is not Answer.NO:
            signs[name] = answer
            signs.setdefault(above or name, answer)
    return CheckRun(check, start, age=None if start.last else start.age, signs=signs)


def answer(run: CheckRun, sign: str, given: Answer) -> CheckRun:
    """Answer one sign of this screen; with a no what is asked under it is dropped.

    Raises KeyError for a sign that is not asked here now.
    """
    if sign not in asked(run) or sign in NO_SIGNS:
        raise KeyError(sign)
    return replace(run, signs=_kept(run, {**run.signs, sign: given}))


def none_of_these(run: CheckRun) -> CheckRun:
    """Answer every sign still open on this screen with no.

    What was ticked last time is not among these: it is asked whether it is still so.
    """
    rest = [name for name in _open_signs(run) if not was_ticked(run, name)]
    return replace(run, signs=_kept(run, {**run.signs, **dict.fromkeys(rest, Answer.NO)}))


def as_last_time(run: CheckRun) -> CheckRun:
    """Answer every sign ticked last time that is still open here as it was answered then."""
    last = run.start.last.signs if run.start.last else {}
    again = {name: last[name] for name in _open_signs(run) if was_ticked(run, name)}
    return replace(run, signs=_kept(run, {**run.signs, **again}))


def tell_age(run: CheckRun, age: int | None) -> CheckRun:
    """Tell the age in years, 0 to 120, or take it back; raises ValueError beyond."""
    if age is not None and not 0 <= age <= MAX_AGE:
        raise ValueError(age)
    return replace(run, age=age)


def tell_pain(run: CheckRun, pain: int) -> CheckRun:
    """Tell the pain at rest, 0 to 10; raises ValueError beyond."""
    if not 0 <= pain <= MAX_PAIN:
        raise ValueError(pain)
    return replace(run, pain_rest=pain)


def tell_clearance(run: CheckRun, cleared: bool) -> CheckRun:
    """Tell whether a clinician has seen the person and said they may exercise."""
    return replace(run, cleared=cleared, seen=run.seen if cleared else None)


def tell_seen(run: CheckRun, day: date) -> CheckRun:
    """Tell the day of that visit; raises ValueError for one to come."""
    if day > run.start.today:
        raise ValueError(day)
    return replace(run, seen=day)


def visit_counts(run: CheckRun) -> bool:
    """Whether the visit that was told lies within the last 14 days (guide 3.7)."""
    if not run.cleared or run.seen is None:
        return False
    return 0 <= (run.start.today - run.seen).days <= CLEARANCE_DAYS


def go_on(run: CheckRun) -> CheckRun:
    """The next screen, or the end; the same moment while anything here is open."""
    if run.ended or open_here(run):
        return run
    if urgent(run) or run.at + 1 == len(screens(run)):
        return replace(run, ended=True)
    return replace(run, at=run.at + 1)


def go_back(run: CheckRun) -> CheckRun:
    """The screen before; the same moment at the first one and after the end."""
    return run if run.ended or run.at == 0 else replace(run, at=run.at - 1)


def answers(run: CheckRun) -> CheckAnswers:
    """What is answered so far; what is asked under a question answered with no is no as well."""
    below = {
        sign.id: Answer.NO
        for sign in run.check.signs.values()
        if sign.under is not None and run.signs.get(sign.under) is Answer.NO
    }
    return CheckAnswers(run.age, run.pain_rest, {**run.signs, **below})


def given(run: CheckRun) -> CheckGiven | None:
    """What an ended check comes to; None before its end."""
    if not run.ended:
        return None
    return CheckGiven(answers(run), run.seen if visit_counts(run) else None)


def _open_signs(run: CheckRun) -> list[str]:
    return [name for name in open_here(run) if name not in NO_SIGNS]


def _kept(run: CheckRun, signs: Mapping[str, Answer]) -> dict[str, Answer]:
    """The answers without those asked under a question that is now answered with no."""
    under = {name: run.check.signs[name].under for name in signs}
    return {
        name: given
        for name, given in signs.items()
        if (above := under[name]) is None or signs.get(above) is not Answer.NO
    }
