"""What the end of a session asks, by the guide's rules of pain and of steps (guide 4.1, 4.2)."""

from __future__ import annotations

from collections.abc import Sequence

from kneecoach.domain.answers import Hurt
from kneecoach.domain.catalogue import Catalogue, Exercise, Ladder
from kneecoach.domain.progress import Session, counts
from kneecoach.domain.timeline import Part

AMBER_FROM, RED_FROM = 3, 6  # pain 0 to 10, the bands of guide 4.1


def worst_told(hurts: Sequence[Hurt]) -> int | None:
    """The worst rating given when it hurt, 0 to 10; None where there was none."""
    return max((hurt.pain for hurt in hurts if hurt.pain is not None), default=None)


def asks_two_more(
    session: Session, catalogue: Catalogue, hurts: Sequence[Hurt], worst: int | None, *, sign: bool
) -> tuple[str, ...]:
    """The exercises of which it matters whether two more repetitions could have been done.

    A step up needs it of a green session (guide 4.2): pain of at most 2, no sign, the whole dose
    done, and a step that is still to come.
    """
    if worst is None or worst >= AMBER_FROM or sign:
        return ()
    names = dict.fromkeys(part.exercise for part in session.parts)
    return tuple(
        name
        for name in names
        if _may_step_up(catalogue.exercise(name), session) and _was_green(name, session, hurts)
    )


def _may_step_up(exercise: Exercise, session: Session) -> bool:
    if exercise.ladder is not Ladder.STRENGTH or not exercise.counts_repetitions:
        return False
    done = counts(session)
    mine = [(n, part) for n, part in enumerate(session.parts) if part.exercise == exercise.id]
    replaced = {number for part in session.parts for number in part.instead_of}
    if any(number in replaced or part.dose == exercise.levels[-1] for number, part in mine):
        return False
    return all(done.get((n, s), 0) >= part.reps_a_set for n, part in mine for s in _sets(part))


def _sets(part: Part) -> range:
    return range(1, part.dose.sets + 1)


def _was_green(name: str, session: Session, hurts: Sequence[Hurt]) -> bool:
    """True where no rating given during this exercise was above green (guide 4.1)."""
    mine = (hurt.pain or 0 for hurt in hurts if session.parts[hurt.part].exercise == name)
    return max(mine, default=0) < AMBER_FROM
