"""What is said: the difference of two states, as with the cues, as clips of the recorded voice.

A clip is named by its kind and what it says, such as "number-7" or "side-left"; the words of each
are in `assets/voice/<language>.toml`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from kneecoach.domain.catalogue import Catalogue, Exercise, Motion, Side
from kneecoach.domain.cues import last_seconds, resumes
from kneecoach.domain.positions import after_repetition
from kneecoach.domain.progress import Session, State, catch_up, elapsed
from kneecoach.domain.timeline import Part, Step, StepKind

LARGEST_NUMBER = 60  # larger ones have no clip and are not said
SECONDS_LEFT = (60, 30, 10, 3, 2, 1)  # of a hold, said as they are reached (look 11)
SOON_MS = 3_000  # after the start of a hold no seconds are said: they were said with its name


class Kind(StrEnum):
    """How much an utterance matters while another is being said."""

    NAME = "name"  # what comes: exercise, side, what it needs
    WORD = "word"  # what to do now
    NUMBER = "number"  # a repetition done, seconds left


@dataclass(frozen=True, slots=True)
class Utterance:
    """Clips to say one after the other."""

    kind: Kind
    clips: tuple[str, ...]


def gives_way(new: Kind, saying: Kind | None) -> bool:
    """True when the new utterance is dropped; otherwise it replaces what is being said."""
    return new is Kind.NUMBER and saying is Kind.NAME


def speech(
    before: Session, before_now: int, after: Session, now: int, catalogue: Catalogue
) -> tuple[Utterance, ...]:
    """What is to be said between two looks at a session, in order; nothing in a pause.

    Each exercise with its side and what it needs before it begins, each phase as it begins, the
    number of each repetition as it is done, the seconds left of a hold, the end.
    """
    caught = catch_up(before, now)
    found = [*_passage(before, caught, catalogue), *_seconds(before, before_now, caught, now)]
    if after.state is State.COUNTING_IN and not _same_count_in(caught, after):
        found.append(_announced(after, catalogue))
    elif after.state is State.RUNNING and _moved(caught, after):
        found.append(_joined(_number(caught, after), _entered(after, after.index, catalogue)))
    elif after.state is State.FINISHED and caught.state is not State.FINISHED:
        found.append(_joined(_number(caught, after), _word("word-done")))
    return tuple(utterance for utterance in found if utterance is not None)


def side_said(side: Side) -> Utterance:
    """The side, for whoever asks which leg it is."""
    return _word(f"side-{side}")


def clips_of(catalogue: Catalogue) -> frozenset[str]:
    """All clips that can be said of the catalogue's exercises."""
    words = {f"word-{word}" for word in ("next", "switch", "rest", "seconds", "done")}
    numbers = {f"number-{number}" for number in range(1, LARGEST_NUMBER + 1)}
    sides = {f"side-{side}" for side in Side}
    exercises = catalogue.exercises.values()
    phases = {
        f"phase-{phase.name}"
        for exercise in exercises
        for phase in exercise.phases
        if phase.motion is not Motion.STILL
    }
    named = {clip for exercise in exercises for clip in _exercise(exercise, Side.LEFT)}
    return frozenset(words | numbers | sides | phases | named)


def _word(*clips: str) -> Utterance:
    return Utterance(Kind.WORD, clips)


def _passage(before: Session, caught: Session, catalogue: Catalogue) -> Iterator[Utterance | None]:
    """What begins and ends by itself on the way to the state that time alone leads to."""
    if resumes(before, caught):
        fresh = before.done == 0
        entered = _entered(before, before.index, catalogue)
        yield entered if fresh else _again(before.step)
    for index in range(before.index, caught.index):
        number = _number_of(before, index)
        if index + 1 < len(before.timeline):
            yield _joined(number, _entered(before, index + 1, catalogue))
        else:
            yield _joined(number, _word("word-done"))


def _seconds(
    before: Session, before_now: int, caught: Session, now: int
) -> Iterator[Utterance | None]:
    step = caught.step
    running = caught.state is State.RUNNING and caught.index == before.index
    if not running or not _is_hold(step) or step.ms is None:
        return
    left_before, left_now = (
        step.ms - elapsed(s, t) for s, t in ((before, before_now), (caught, now))
    )
    begun = step.ms - SOON_MS
    for second in last_seconds(min(left_before, begun), left_now, SECONDS_LEFT):
        yield Utterance(Kind.NUMBER, (f"number-{second}",))


def _is_hold(step: Step) -> bool:
    """True for a hold or massage that is long enough to be counted out."""
    held = step.ends and step.motion in (Motion.HOLD, Motion.STROKE)
    return held and not step.waits and (step.ms or 0) > SOON_MS


def _same_count_in(caught: Session, after: Session) -> bool:
    return caught.state is State.COUNTING_IN and caught.index == after.index


def _moved(caught: Session, after: Session) -> bool:
    return caught.state is State.READY or after.index != caught.index


def _number(caught: Session, after: Session) -> Utterance | None:
    """The repetition that the person has just counted."""
    step = caught.step
    counted = caught.repeats and after.index == after_repetition(caught.timeline, caught.index)
    recorded = any(r.key == (step.part, step.set, step.rep) for r in after.records)
    return _counted(step.rep) if counted and recorded else None


def _number_of(session: Session, index: int) -> Utterance | None:
    """The repetition that ends with that step."""
    step = session.timeline[index]
    repeats = session.parts[step.part].dose.reps is not None
    return _counted(step.rep) if step.ends and repeats else None


def _counted(number: int) -> Utterance | None:
    if number > LARGEST_NUMBER:
        return None
    return Utterance(Kind.NUMBER, (f"number-{number}",))


def _joined(first: Utterance | None, then: Utterance | None) -> Utterance | None:
    if first is None or then is None:
        return first or then
    return Utterance(then.kind, (*first.clips, *then.clips))


def _announced(session: Session, catalogue: Catalogue) -> Utterance | None:
    """The exercise, where a count-in leads to its first work."""
    step = session.step
    first = not step.waits and (step.set, step.rep) == (1, 1) and session.done == 0
    starts = first and session.timeline[session.index - 1].waits
    return _name((), session.part, catalogue) if starts else None


def _entered(session: Session, index: int, catalogue: Catalogue) -> Utterance | None:
    """What is said as that step begins."""
    step = session.timeline[index]
    part = session.parts[step.part]
    if step.kind is StepKind.COUNT_IN:
        return _name((), part, catalogue)
    if step.kind is StepKind.BETWEEN:
        return _name(("word-next",), part, catalogue)
    if step.kind is StepKind.SWITCH:
        return Utterance(Kind.NAME, ("word-switch", f"side-{part.side}"))
    if step.kind is StepKind.REST:
        return _word("word-rest", *_length(step))
    return _phase(step)


def _phase(step: Step) -> Utterance | None:
    """The phase's word; at one's own pace only once a set, as there is none to lead."""
    if step.motion is Motion.STILL or (step.ms is None and step.rep > 1):
        return None
    return _word(f"phase-{step.phase}", *(_length(step) if _is_hold(step) else ()))


def _again(step: Step) -> Utterance | None:
    """What is said as a step goes on after a pause."""
    speaks = not step.waits and step.motion is not Motion.STILL
    return _word(f"phase-{step.phase}") if speaks else None


def _length(step: Step) -> tuple[str, ...]:
    seconds = (step.ms or 0) // 1000
    if not 0 < seconds <= LARGEST_NUMBER:
        return ()
    return (f"number-{seconds}", "word-seconds")


def _name(first: tuple[str, ...], part: Part, catalogue: Catalogue) -> Utterance:
    named = _exercise(catalogue.exercise(part.exercise), part.side)
    return Utterance(Kind.NAME, (*first, *named))


def _exercise(exercise: Exercise, side: Side) -> tuple[str, ...]:
    need = (f"need-{'_'.join(exercise.needs)}",) if exercise.needs else ()
    return (f"exercise-{exercise.id}", f"side-{side}", *need)
