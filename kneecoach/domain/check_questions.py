"""What a check asks at each moment: its screens, their questions, and what of them is open."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from kneecoach.domain.check import Answer, Check, CheckAnswers
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


def was_ticked(run: CheckRun, name: str) -> bool:
    """Whether that sign is one to confirm and was ticked last time."""
    last = run.start.last.signs if run.start.last else {}
    return name in _AGAIN and last.get(name, Answer.NO) is not Answer.NO


def ticked_last(run: CheckRun) -> tuple[str, ...]:
    """The signs to confirm that were ticked last time, in the order asked."""
    return tuple(name for name in _to_confirm(run) if was_ticked(run, name))


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


def _signs_on(run: CheckRun, screen: str) -> tuple[str, ...]:
    """All signs that screen can ask; at the opening those ticked last time come first."""
    confirmed = _to_confirm(run)
    if screen == OPENING:
        return tuple(sorted(confirmed, key=lambda name: not was_ticked(run, name)))
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
        return was_ticked(run, name) and was_ticked(run, above)
    return run.signs[above] is not Answer.NO


def _ticked(run: CheckRun, names: Collection[str]) -> list[str]:
    return [name for name in names if run.signs.get(name, Answer.NO) is not Answer.NO]
