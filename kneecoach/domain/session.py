"""A session is a timeline with a cursor on it; `advance` moves the cursor.

Playing is one pure function: the session after an event at a reading of the clock. Times are whole
milliseconds of one monotonic clock.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from enum import StrEnum

from kneecoach.domain.catalogue import Catalogue, Motion
from kneecoach.domain.easier import Easier, take_over
from kneecoach.domain.history import CountCorrection
from kneecoach.domain.positions import (
    after_repetition,
    after_set,
    earlier_start,
    repetition_before,
    set_start,
    work_after,
)
from kneecoach.domain.progress import (
    LEAST_HOLD_MS,
    RESUME_MS,
    Record,
    Session,
    State,
    catch_up,
    counts,
    credit,
    elapsed,
    fold,
    go_to,
    leave,
    time_played,
)
from kneecoach.domain.safety import Admitted
from kneecoach.domain.timeline import parts_of, timeline

__all__ = [
    "Event",
    "Record",
    "Session",
    "State",
    "advance",
    "counts",
    "elapsed",
    "next_moment",
    "open_session",
    "time_played",
]

HOLD_STEP_MS = 5_000  # what one press adds to a hold or takes off (look 10)
WAIT_STEP_MS = 10_000  # the same in a rest or change-over
AGAIN_MS = 2_000  # going back this soon after the start of a set goes one further


class Event(StrEnum):
    """What can happen to a session; `CountCorrection` and `Easier` are events with values."""

    START = "start"
    TICK = "tick"
    PAUSE = "pause"
    RESUME = "resume"
    SKIP = "skip"  # to the end of this set, or of this wait
    SKIP_EXERCISE = "skip_exercise"  # to the next exercise, its other side skipped too
    BACK = "back"
    COUNT = "count"  # the present repetition is done
    MORE = "more"  # one more repetition, a longer hold or wait
    LESS = "less"
    STOP = "stop"
    REOPEN = "reopen"  # back from the end, into a pause where it was


def open_session(admitted: Admitted, catalogue: Catalogue) -> Session:
    """A session that is ready to start."""
    parts = parts_of(admitted.plan)
    return Session(parts, timeline(admitted, catalogue), played=(0,) * len(parts))


def advance(session: Session, event: Event | CountCorrection | Easier, now: int) -> Session:
    """The session after an event at a reading of the clock; total, and never looks back in time.

    What was due since the last event happens first, each step at its own moment, so that a late
    tick carries its overrun into the next step.
    """
    now = max(now, session.since)
    session = catch_up(session, now)
    if isinstance(event, CountCorrection):
        return _correct(session, event)
    if isinstance(event, Easier):
        return take_over(session, event, now)
    if session.over:
        return _reopen(session, now) if event is Event.REOPEN else session
    return _HANDLERS[event](session, now)


def next_moment(session: Session, now: int) -> int | None:
    """Milliseconds (at least 1) until a step or a second ends by itself, None when none will."""
    if session.state is State.COUNTING_IN:
        return _to_next_second(RESUME_MS - max(0, now - session.since))
    if session.state is not State.RUNNING or session.step.ms is None:
        return None
    return _to_next_second(session.step.ms - elapsed(session, now))


def _to_next_second(left: int) -> int:
    return max(1, left % 1000 or min(left, 1000))


def _tick(session: Session, _now: int) -> Session:
    return session


def _start(session: Session, now: int) -> Session:
    if session.state is not State.READY:
        return session
    return replace(session, state=State.RUNNING, since=now)


def _pause(session: Session, now: int) -> Session:
    if session.state not in (State.RUNNING, State.COUNTING_IN):
        return session
    return replace(fold(session, now), state=State.PAUSED)


def _resume(session: Session, now: int) -> Session:
    if session.state is not State.PAUSED:
        return session
    return replace(session, state=State.COUNTING_IN, since=now)


def _stop(session: Session, now: int) -> Session:
    return replace(leave(session, now), state=State.STOPPED)


def _reopen(session: Session, now: int) -> Session:
    """Paused where it was stopped; at the start of the last set where all was done."""
    last = len(session.timeline) - 1
    if session.state is State.FINISHED:
        session = go_to(session, set_start(session.timeline, last))
    return replace(session, state=State.PAUSED, since=now)


def _skip(session: Session, now: int) -> Session:
    if session.state is State.READY:
        return session
    session = leave(session, now)
    forward = work_after if session.step.waits else after_set
    return _land(session, forward(session.timeline, session.index))


def _skip_exercise(session: Session, now: int) -> Session:
    if session.state is State.READY:
        return session
    session = leave(session, now)
    name, steps = session.part.exercise, session.timeline
    later = range(session.index, len(steps))
    other = (i for i in later if session.parts[steps[i].part].exercise != name)
    return _land(session, next(other, len(steps)))


def _back(session: Session, now: int) -> Session:
    """To the start of the set; from its start to that of the exercise, then of the one before."""
    if session.state is State.READY:
        return session
    start = set_start(session.timeline, session.index)
    if session.index == start and elapsed(session, now) < AGAIN_MS:
        start = earlier_start(session.timeline, session.index)
    return _land(leave(session, now), start)


def _land(session: Session, index: int) -> Session:
    """Go to a step; before work that would begin at once there is the count-in of a pause."""
    session = go_to(session, index)
    if session.state not in (State.RUNNING, State.COUNTING_IN):
        return session
    waits = session.step.waits
    return replace(session, state=State.RUNNING if waits else State.COUNTING_IN)


def _count(session: Session, now: int) -> Session:
    """The present repetition is done now; in the pause after it, the next one begins."""
    if session.state is not State.RUNNING or not session.repeats:
        return session
    session = fold(session, now)
    if session.step.motion is not Motion.STILL:
        session = credit(session)
    return go_to(session, after_repetition(session.timeline, session.index))


def _more(session: Session, now: int) -> Session:
    return _count(session, now) if session.repeats else _adjust(session, 1, now)


def _less(session: Session, now: int) -> Session:
    if not session.repeats:
        return _adjust(session, -1, now)
    if session.state is not State.RUNNING:
        return session
    return go_to(fold(session, now), repetition_before(session.timeline, session.index))


def _adjust(session: Session, sign: int, now: int) -> Session:
    """Lengthen or shorten the present hold or wait; it never ends in the past.

    A wait leaves the three seconds of a count-in before the work, a hold the least that counts as
    one, so that no hold of nothing is recorded.
    """
    step = session.step
    if step.ms is None or session.state not in (State.RUNNING, State.PAUSED):
        return session
    if not step.waits and not step.ends:
        return session
    change = sign * (WAIT_STEP_MS if step.waits else HOLD_STEP_MS)
    run = elapsed(session, now)
    least = min(step.ms, run + RESUME_MS) if step.waits else max(run, LEAST_HOLD_MS)
    changed = replace(step, ms=max(step.ms + change, least))
    steps = session.timeline
    steps = (*steps[: session.index], changed, *steps[session.index + 1 :])
    return catch_up(replace(session, timeline=steps), now)


def _correct(session: Session, correction: CountCorrection) -> Session:
    others = tuple(
        c for c in session.corrections if (c.part, c.set) != (correction.part, correction.set)
    )
    return replace(session, corrections=(*others, correction))


_HANDLERS: dict[Event, Callable[[Session, int], Session]] = {
    Event.START: _start,
    Event.TICK: _tick,
    Event.PAUSE: _pause,
    Event.RESUME: _resume,
    Event.SKIP: _skip,
    Event.SKIP_EXERCISE: _skip_exercise,
    Event.BACK: _back,
    Event.COUNT: _count,
    Event.MORE: _more,
    Event.LESS: _less,
    Event.STOP: _stop,
    Event.REOPEN: _tick,
}
