"""The most that was done of each exercise."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from kneecoach.domain.catalogue import Catalogue, Ladder
from kneecoach.domain.history import DoneExercise, SessionRecord


@dataclass(frozen=True, slots=True)
class Best:
    """The most of an exercise in one set, repetitions or seconds, and the day it was first done."""

    exercise: str
    reps: int | None
    seconds: int | None
    day: date
    latest: date  # the last day the exercise was done at all


def bests(sessions: Iterable[SessionRecord], catalogue: Catalogue) -> tuple[Best, ...]:
    """The best of each exercise in the catalogue's order.

    Massage has none: longer is not better there. An exercise this version does not know has none.
    """
    found: dict[str, Best] = {}
    for session in sorted(sessions, key=lambda session: (session.day, session.started)):
        for done in session.exercises:
            best = _best_of(done, session.day)
            if best is not None:
                found[done.id] = _better(found.get(done.id), best)
    known = catalogue.exercises.values()
    return tuple(found[e.id] for e in known if e.id in found and e.ladder is not Ladder.MASSAGE)


def _best_of(done: DoneExercise, day: date) -> Best | None:
    reps = max((count.reps or 0 for count in done.done), default=0)
    seconds = max((count.seconds or 0 for count in done.done), default=0)
    if reps > 0:
        return Best(done.id, reps, None, day, day)
    return Best(done.id, None, seconds, day, day) if seconds > 0 else None


def _better(old: Best | None, new: Best) -> Best:
    if old is None:
        return new
    higher = new if (new.reps or new.seconds or 0) > (old.reps or old.seconds or 0) else old
    return Best(higher.exercise, higher.reps, higher.seconds, higher.day, new.latest)
