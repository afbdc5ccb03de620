"""What is heard: the difference of two states, so that a cue is neither forgotten nor doubled."""

from __future__ import annotations

from collections.abc import Iterator

from kneecoach.domain.catalogue import Motion
from kneecoach.domain.progress import Session, State, catch_up, elapsed
from kneecoach.domain.timeline import Step, StepKind

LAST_SECONDS_MS = 3_000  # the seconds that are ticked before an end
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
    step; after a jump the step it led to; the end.
    """
    caught = catch_up(before, now)
    names = [*_ticks(before, before_now, caught, now), *_passage(before, caught)]
    if _jumped(caught, after):
        names.append(_cue(after.step))
    if after.state is State.FINISHED and before.state is not State.FINISHED:
        names.append("done")
    return tuple(name for name in names if name)


def _passage(before: Session, caught: Session) -> Iterator[str]:
    steps = before.timeline
    for index in range(before.index, caught.index):
        if not steps[index].waits and _is_long(steps[index]):
            yield "zero"
        if index + 1 < len(steps):
            yield _cue(steps[index + 1])


def _jumped(caught: Session, after: Session) -> bool:
    if after.over:
        return False
    started = caught.state is State.READY and after.state is not State.READY
    return started or after.index != caught.index


def _cue(step: Step) -> str:
    return _WAITING[step.kind] if step.waits else _WORKING[step.motion]


def _is_long(step: Step) -> bool:
    return step.ms is not None and step.ms >= LONG_MS


def _ticks(before: Session, before_now: int, caught: Session, now: int) -> Iterator[str]:
    step = caught.step
    if caught.index != before.index or caught.state is not State.RUNNING or step.ms is None:
        return
    if not _is_long(step):
        return
    left_before, left_now = (
        step.ms - elapsed(s, t) for s, t in ((before, before_now), (caught, now))
    )
    for mark in range(LAST_SECONDS_MS, 0, -1000):
        if left_now <= mark < left_before:
            yield "tick"
