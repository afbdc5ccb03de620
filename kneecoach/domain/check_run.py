"""The course of a check of warning signs, from its first question to what was answered.

A frozen value and pure functions on it. Nothing is answered beforehand: what was told last time is
shown beside a question and has to be confirmed, and only signs that were ticked just now, before
the check, are there from the start.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from kneecoach.domain.check import Answer, Check, CheckAnswers
from kneecoach.domain.check_clearance import CLEARANCE_DAYS
from kneecoach.domain.check_conditions import MAX_AGE, MAX_PAIN
from kneecoach.domain.check_texts import SHOWN_AGAIN

# Questions that are no signs; the opening is a screen of its own where it has anything to ask.
AGE, PAIN, CLEARANCE, SEEN = "age", "pain_rest", "clearance", "seen"
NO_SIGNS = (AGE, PAIN, CLEARANCE, SEEN)
OPENING = "opening"
URGENT_SCREEN = "right_now"  # anything ticked there ends the check (look-pages 2)
PAIN_SCREEN = "injury_and_knee"  # where pain at rest is asked, after the signs
_AGAIN = frozenset(SHOWN_AGAIN)


@dataclass(frozen=True, slots=True)
class CheckStart:
    """What a check begins from.

    `age` in years where it was told already, `last` the answers of the check before this one (None:
    the first), `ticked` signs that were answered with yes or not sure just now, `asks_clearance`
    whether a clinician's word is asked for (guide 3.7), `today` the local day.
    """

    age: int | None
    last: CheckAnswers | None
    ticked: Mapping[str, Answer]
    asks_clearance: bool
    today: date


@dataclass(frozen=True, slots=True)
class CheckGiven:
    """An ended check: its answers, and the day of a visit that counts as a clearance, or None."""

    answers: CheckAnswers
    seen: date | None


@dataclass(frozen=True, slots=True)
class CheckRun:
    """One moment of a check: the screen it is at, what is answered, whether it has ended.

    `cleared` is whether a clinician has seen the person and said yes, `seen` on which day.
    """

    check: Check
    start: CheckStart
    at: int = 0
    age: int | None = None
    pain_rest: int | None = None
    signs: Mapping[str, Answer] = field(default_factory=dict)
    cleared: bool | None = None
    seen: date | None = None
    ended: bool = False


def begin(check: Check, start: CheckStart) -> CheckRun:
    """The first moment of a check; raises KeyError for a ticked sign that there is not."""
    signs: dict[str, Answer] = {}
    for name, answer in start.ticked.items():
        above = check.signs[name].under
        if answer is not Answer.NO:
            signs[name] = answer
            signs.setdefault(above or name, answer)
    return CheckRun(check, start, age=None if start.last else start.age, signs=signs)


def screens(run: CheckRun) -> tuple[str, ...]:
    """The screens of this check in their order; the same at each moment of it.

    In a repeat those are left out whose signs are all confirmed at its opening.
    """
    start = run.start
    opens = start.last is not None or start.age is None or start.asks_clearance
    names = dict.fromkeys(sign.screen for sign in run.check.signs.values())
    return ((OPENING,) if opens else ()) + tuple(name for name in names if _signs_on(run, name))


def screen_of(run: CheckRun) -> str:
    """The screen the check is at."""
    return screens(run)[run.at]


def ticked_last(run: CheckRun) -> tuple[str, ...]:
    """The signs to confirm that were ticked last time, in the order asked."""
    return tuple(name for name in _to_confirm(run) if _was_ticked(run, name))


def askable(run: CheckRun) -> tuple[str, ...]:
    """All questions this screen can come to ask, in their order: signs and `NO_SIGNS`."""
    screen = screen_of(run)
    signs = _signs_on(run, screen)
    if screen == OPENING:
        return (*_opening(run.start), *signs)
    return (*signs, PAIN) if screen == PAIN_SCREEN else signs


def asked(run: CheckRun) -> tuple[str, ...]:
    """The questions on this screen now, in their order."""
    return tuple(name for name in askable(run) if _is_asked(run, name))


def open_here(run: CheckRun) -> tuple[str, ...]:
    """The questions on this screen that are not answered."""
    told = {AGE: run.age, PAIN: run.pain_rest, CLEARANCE: run.cleared, SEEN: run.seen}
    answered = {name for name, value in told.items() if value is not None} | run.signs.keys()
    return tuple(name for name in asked(run) if name not in answered)


def ticked_here(run: CheckRun) -> int:
    """How many signs on this screen are answered with yes or not sure."""
    return len(_ticked(run, asked(run)))


def ticked_any(run: CheckRun) -> bool:
    """Whether any sign was answered with yes or not sure so far."""
    return bool(_ticked(run, run.signs))


def urgent(run: CheckRun) -> bool:
    """Whether the check ends with this screen because something on it needs help now."""
    return screen_of(run) == URGENT_SCREEN and ticked_here(run) > 0


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
    rest = [name for name in _open_signs(run) if not _was_ticked(run, name)]
    return replace(run, signs=_kept(run, {**run.signs, **dict.fromkeys(rest, Answer.NO)}))


def as_last_time(run: CheckRun) -> CheckRun:
    """Answer every sign ticked last time that is still open here as it was answered then."""
    last = run.start.last.signs if run.start.last else {}
    again = {name: last[name] for name in _open_signs(run) if _was_ticked(run, name)}
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


def _opening(start: CheckStart) -> Iterator[str]:
    """What the opening can ask beside signs."""
    if start.asks_clearance:
        yield from (CLEARANCE, SEEN)
    if start.last is not None or start.age is None:
        yield AGE


def _to_confirm(run: CheckRun) -> tuple[str, ...]:
    """The signs that a repeat asks at its opening instead of on their screens."""
    if run.start.last is None:
        return ()
    return tuple(name for name in run.check.signs if name in _AGAIN)


def _was_ticked(run: CheckRun, name: str) -> bool:
    last = run.start.last.signs if run.start.last else {}
    return name in _AGAIN and last.get(name, Answer.NO) is not Answer.NO


def _signs_on(run: CheckRun, screen: str) -> tuple[str, ...]:
    """All signs that screen can ask; at the opening those ticked last time come first."""
    confirmed = _to_confirm(run)
    if screen == OPENING:
        return tuple(sorted(confirmed, key=lambda name: not _was_ticked(run, name)))
    signs = run.check.signs.values()
    return tuple(sign.id for sign in signs if sign.screen == screen and sign.id not in confirmed)


def _is_asked(run: CheckRun, name: str) -> bool:
    """Whether what it is asked under, if anything, is ticked, or was last time and is open."""
    if name in NO_SIGNS:
        return name != SEEN or bool(run.cleared)
    above = run.check.signs[name].under
    if above is None:
        return True
    if above not in run.signs:
        return _was_ticked(run, name) and _was_ticked(run, above)
    return run.signs[above] is not Answer.NO


def _open_signs(run: CheckRun) -> list[str]:
    return [name for name in open_here(run) if name not in NO_SIGNS]


def _ticked(run: CheckRun, names: Collection[str]) -> list[str]:
    return [name for name in names if run.signs.get(name, Answer.NO) is not Answer.NO]


def _kept(run: CheckRun, signs: Mapping[str, Answer]) -> dict[str, Answer]:
    """The answers without those asked under a question that is now answered with no."""
    under = {name: run.check.signs[name].under for name in signs}
    return {
        name: given
        for name, given in signs.items()
        if (above := under[name]) is None or signs.get(above) is not Answer.NO
    }
