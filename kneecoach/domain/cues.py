"""What is heard: the difference of two states, so that a cue is neither forgotten nor doubled."""

from __future__ import annotations

from collections.abc import Iterator

from kneecoach.domain.catalogue import Motion
from kneecoach.domain.progress import RESUME_MS, Session, State, catch_up, elapsed
from kneecoach.domain.timeline import Step, StepKind

LONG_MS = 5_000  # only steps at least this long are counted out

_WAITING = {
    StepKind.COUNT_IN: "rest",
    StepKind.REST: "rest",
    StepKind.SWITCH: "switch",
    StepKind.BETWEEN: "switch",
}
_WORKING = {
    Motion.OUT: "up",
    Motion.HOLD: "hold",
    Motion.BACK: "down",
    Motion.STROKE: "up",
    Motion.STILL: "",
}


def cues(before: Session, before_now: int, after: Session, now: int) -> tuple[str, ...]:
    """The names of the cues due between two looks at a session, in order.

    Each step that began by itself, each long hold that ended, the last three seconds of a long
    step and of a count-in after a pause; after a jump the step it led to; the end.
    """
    caught = catch_up(before, now)
    names = [
        *_count_in_ticks(before, before_now, now),
        *_ticks(before, before_now, caught, now),
        *_passage(before, caught),
    ]
    if _jumped(caught, after):
        names.append(_cue(after.step))
    if after.state is State.FINISHED and before.state is not State.FINISHED:
        names.append("done")
    return tuple(name for name in names if name)


def still_due(names: tuple[str, ...]) -> tuple[str, ...]:
    """Those cues that a late look still plays: the last one, with the zero it comes with."""
    return names[-2:] if names[-2:-1] == ("zero",) else names[-1:]


def resumes(before: Session, caught: Session) -> bool:
    """True when the count-in after a pause or jump has ended by itself in between."""
    return before.state is State.COUNTING_IN and caught.state is not State.COUNTING_IN


def last_seconds(left_before: int, left_now: int, seconds: tuple[int, ...]) -> Iterator[int]:
    """Which of these seconds before an end were reached when so many ms were and are left."""
    for second in seconds:
        if left_now <= second * 1000 < left_before:
            yield second


def _passage(before: Session, caught: Session) -> Iterator[str]:
    steps = before.timeline
    if resumes(before, caught) and (before.done == 0 or not before.step.waits):
        yield _cue(before.step)
    for index in range(before.index, caught.index):
        if not steps[index].waits and _is_long(steps[index]):
            yield "zero"
        if index + 1 < len(steps):
            yield _cue(steps[index + 1])


def _jumped(caught: Session, after: Session) -> bool:
    """True for a jump to what runs at once; a count-in is ticked, and a pause is silent."""
    if after.state is not State.RUNNING:
        return False
    return caught.state is State.READY or after.index != caught.index


def _cue(step: Step) -> str:
    return _WAITING[step.kind] if step.waits else _WORKING[step.motion]


def _is_long(step: Step) -> bool:
    return step.ms is not None and step.ms >= LONG_MS


def _count_in_ticks(before: Session, before_now: int, now: int) -> Iterator[str]:
    """The two seconds in the middle of a count-in; its end has the cue of the step."""
    if before.state is State.COUNTING_IN:
        left_before, left_now = (RESUME_MS - (t - before.since) for t in (before_now, now))
        for _ in last_seconds(left_before, left_now, (2, 1)):
            yield "tick"


def _ticks(before: Session, before_now: int, caught: Session, now: int) -> Iterator[str]:
    step = caught.step
    if caught.index != before.index or caught.state is not State.RUNNING or step.ms is None:
        return
    if not _is_long(step):
        return
    left_before, left_now = (
        step.ms - elapsed(s, t) for s, t in ((before, before_now), (caught, now))
    )
    for _ in last_seconds(left_before, left_now, (3, 2, 1)):
        yield "tick"
