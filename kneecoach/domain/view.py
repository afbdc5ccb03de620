"""Everything the player shows at a reading of the clock, derived from the session alone."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from kneecoach.domain.catalogue import Motion
from kneecoach.domain.positions import part_after
from kneecoach.domain.progress import RESUME_MS, Session, State, elapsed
from kneecoach.domain.timeline import Part, Step, StepKind
from kneecoach.domain.wall import Wall

SECONDS_FROM_MS = 5_000  # steps this long show seconds left, shorter repetitions their number


class Caption(StrEnum):
    """The line under the digits."""

    OF = "of"  # "of 10"
    SECONDS = "seconds"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class View:
    """What is on the screen now.

    `word` is a phase name of the catalogue, or ready, rest, switch, between, paused, done. `ring`
    is the filled share 0 to 1; `ticks` the number of seconds to mark on it, 0 for none. `reps` are
    done in the present set, `set` counts from 1; `following` is the next part, None at the end.
    `pose` is the phase the figure stands in and `progress` how far it has come, 0 to 1.
    """

    word: str
    wall: Wall
    part: Part
    digits: int
    caption: Caption
    ring: float
    ticks: int
    reps: int
    set: int
    following: Part | None
    pose: str
    progress: float
    waits: bool


def view(session: Session, now: int) -> View:
    """The player's picture of a session at a reading of the clock."""
    step = session.step
    digits, caption = _digits(session, step, now)
    return View(
        word=_word(session, step),
        wall=_wall(session, step),
        part=session.part,
        digits=digits,
        caption=caption,
        ring=_ring(session, step, now),
        ticks=_ticks(step),
        reps=reps_done(session),
        set=step.set,
        following=following(session),
        pose=step.phase if not step.waits else "ready",
        progress=_progress(session, step, now),
        waits=step.waits,
    )


def reps_done(session: Session) -> int:
    """Repetitions of the present set behind the cursor; those of a set led to are 0."""
    step = session.step
    if step.waits:
        return 0
    if session.state is State.FINISHED:
        return session.part.reps_a_set
    behind = session.timeline[: session.index]
    return sum(1 for s in behind if s.ends and s.place == step.place)


def following(session: Session) -> Part | None:
    """The part after the present one; during a change-over the one it leads to is the present."""
    last = len(session.timeline) - 1
    later = part_after(session.timeline, min(session.index, last))
    return session.parts[later] if later is not None else None


def wall_of(step: Step) -> Wall:
    """The wall while that step runs."""
    return _WAITING_WALLS[step.kind] if step.waits else _MOTION_WALLS[step.motion]


def _word(session: Session, step: Step) -> str:
    if session.state is State.PAUSED:
        return "paused"
    if session.over:
        return "done"
    if session.state in (State.COUNTING_IN, State.READY) or step.kind is StepKind.COUNT_IN:
        return "ready"
    return step.phase


_WAITING_WALLS = {
    StepKind.COUNT_IN: Wall.READY,
    StepKind.REST: Wall.REST,
    StepKind.SWITCH: Wall.SWAP,
    StepKind.BETWEEN: Wall.REST,
}
_MOTION_WALLS = {
    Motion.OUT: Wall.LIFT,
    Motion.HOLD: Wall.HOLD,
    Motion.BACK: Wall.LOWER,
    Motion.STILL: Wall.LOWER,
    Motion.STROKE: Wall.LIFT,
}


def _wall(session: Session, step: Step) -> Wall:
    if session.over:
        return Wall.DONE
    if session.state is State.PAUSED:
        return Wall.PAUSED
    if session.state is State.COUNTING_IN:
        return Wall.READY
    return wall_of(step)


def _digits(session: Session, step: Step, now: int) -> tuple[int, Caption]:
    if session.over:
        return 0, Caption.NONE
    if session.state is State.COUNTING_IN:
        return _seconds(RESUME_MS - max(0, now - session.since)), Caption.SECONDS
    if session.repeats and (step.ms is None or step.ms < SECONDS_FROM_MS):
        return step.rep, Caption.OF
    return _seconds((step.ms or 0) - elapsed(session, now)), Caption.SECONDS


def _seconds(left_ms: int) -> int:
    return max(0, -(-left_ms // 1000))


def _progress(session: Session, step: Step, now: int) -> float:
    if not step.ms:
        return 1.0 if session.over else 0.0
    return min(1.0, max(0.0, elapsed(session, now) / step.ms))


def _ring(session: Session, step: Step, now: int) -> float:
    """Filled by moving out, drained by everything else; counting in after a pause drains too."""
    if session.over:
        return 1.0
    if session.state is State.COUNTING_IN:
        return min(1.0, max(0.0, 1 - (now - session.since) / RESUME_MS))
    if step.ms is None:
        return session.step.rep / session.part.reps_a_set
    done = _progress(session, step, now)
    fills = not step.waits and step.motion in (Motion.OUT, Motion.STROKE)
    return done if fills else 1 - done


def _ticks(step: Step) -> int:
    if step.ms is None or step.ms >= SECONDS_FROM_MS * 2:
        return 0
    return step.ms // 1000
