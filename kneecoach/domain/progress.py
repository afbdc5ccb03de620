"""How far a session has come: the value, and the arithmetic of time and credit on it.

All times are whole milliseconds of one monotonic clock. Nothing counts down: what has passed is
the difference of two readings, so that ticks may come late, early or not at all.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from kneecoach.domain.catalogue import Motion
from kneecoach.domain.history import CountCorrection
from kneecoach.domain.positions import repetition_start
from kneecoach.domain.timeline import Part, Step

RESUME_MS = 3_000  # the count-in before going on; not part of the timeline (look 6.2)
LEAST_HOLD_MS = 1_000  # a hold left earlier is no hold


class State(StrEnum):
    """What the session is doing."""

    READY = "ready"
    RUNNING = "running"
    PAUSED = "paused"
    COUNTING_IN = "counting_in"
    FINISHED = "finished"
    STOPPED = "stopped"


@dataclass(frozen=True, slots=True)
class Record:
    """A finished repetition or hold: where it belongs and the milliseconds it is credited with."""

    part: int
    set: int
    rep: int
    ms: int

    @property
    def key(self) -> tuple[int, int, int]:
        """What makes it the same repetition when it is done again."""
        return (self.part, self.set, self.rep)


@dataclass(frozen=True, slots=True)
class Session:
    """The whole state of a session at one reading of the clock."""

    parts: tuple[Part, ...]
    timeline: tuple[Step, ...]
    state: State = State.READY
    index: int = 0  # the step the cursor is on; len(timeline) when finished
    since: int = 0  # reading at which the present stretch began
    done: int = 0  # ms of the step that had run before `since`
    played: tuple[int, ...] = ()  # ms the timeline has run for each part before `since`
    records: tuple[Record, ...] = ()
    corrections: tuple[CountCorrection, ...] = ()

    @property
    def step(self) -> Step:
        """The step the cursor is on; the last one when all are done."""
        return self.timeline[min(self.index, len(self.timeline) - 1)]

    @property
    def part(self) -> Part:
        """The part of the present step."""
        return self.parts[self.step.part]

    @property
    def over(self) -> bool:
        """True when nothing moves any more."""
        return self.state in (State.FINISHED, State.STOPPED)

    @property
    def repeats(self) -> bool:
        """True in the work of an exercise that is dosed in repetitions."""
        return not self.step.waits and self.part.dose.reps is not None


def elapsed(session: Session, now: int) -> int:
    """Milliseconds the present step has run."""
    return session.done + ran(session, now)


def time_played(session: Session, now: int) -> tuple[int, ...]:
    """Milliseconds the timeline has run for each part: no pauses, no count-in after a pause."""
    return _add(session.played, session.step.part, ran(session, now))


def counts(session: Session) -> Mapping[tuple[int, int], int]:
    """What was done in each set: repetitions, or whole seconds held; corrections win."""
    done: dict[tuple[int, int], int] = {}
    for record in session.records:
        place = (record.part, record.set)
        by_repetitions = session.parts[record.part].dose.reps is not None
        done[place] = done.get(place, 0) + (1 if by_repetitions else record.ms // 1000)
    done.update({(c.part, c.set): c.value for c in session.corrections})
    return done


def ran(session: Session, now: int) -> int:
    """Milliseconds of the present stretch, 0 unless the timeline is running."""
    return max(0, now - session.since) if session.state is State.RUNNING else 0


def fold(session: Session, now: int) -> Session:
    """Put the running stretch into `done` and `played`; the session stands at `now`."""
    stretch = ran(session, now)
    return replace(
        session,
        since=now,
        done=session.done + stretch,
        played=_add(session.played, session.step.part, stretch),
    )


def go_to(session: Session, index: int) -> Session:
    """The cursor at the start of another step; past the last one the session is finished."""
    finished = index >= len(session.timeline)
    state = State.FINISHED if finished else session.state
    return replace(session, index=min(index, len(session.timeline)), done=0, state=state)


def catch_up(session: Session, now: int) -> Session:
    """Everything that was due up to a reading, each step at its own moment."""
    while True:
        later = _next_change(session, now)
        if later is None:
            return session
        session = later


def credit(session: Session) -> Session:
    """The session with the present repetition or hold recorded, as far as it has come."""
    step = session.step
    record = Record(step.part, step.set, step.rep, _repetition_ms(session))
    return replace(session, records=_with_record(session.records, record))


def leave(session: Session, now: int) -> Session:
    """Fold, and keep a hold that is left before its end with the time it was held."""
    session = fold(session, now)
    step = session.step
    held = step.ends and step.motion in (Motion.HOLD, Motion.STROKE)
    if held and session.part.dose.hold_s is not None and session.done >= LEAST_HOLD_MS:
        return credit(session)
    return session


def _next_change(session: Session, now: int) -> Session | None:
    if session.state is State.COUNTING_IN:
        begins = session.since + RESUME_MS
        return replace(session, state=State.RUNNING, since=begins) if now >= begins else None
    if session.state is not State.RUNNING or session.step.ms is None:
        return None
    ends = max(session.since, session.since + session.step.ms - session.done)
    return _finish_step(session, ends) if now >= ends else None


def _finish_step(session: Session, now: int) -> Session:
    session = fold(session, now)
    if session.step.ends:
        session = credit(session)
    return go_to(session, session.index + 1)


def _repetition_ms(session: Session) -> int:
    """Milliseconds of the present repetition that count, in a folded session."""
    start = repetition_start(session.timeline, session.index)
    earlier = (step.ms or 0 for step in session.timeline[start : session.index] if step.counts)
    return sum(earlier) + (session.done if session.step.counts else 0)


def _with_record(records: tuple[Record, ...], new: Record) -> tuple[Record, ...]:
    """The records with one more; done again, a repetition keeps its longer time."""
    if all(record.key != new.key for record in records):
        return (*records, new)
    return tuple(
        replace(record, ms=max(record.ms, new.ms)) if record.key == new.key else record
        for record in records
    )


def _add(played: tuple[int, ...], part: int, ms: int) -> tuple[int, ...]:
    return tuple(had + ms if number == part else had for number, had in enumerate(played))
