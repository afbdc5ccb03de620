"""A session after a gap: the computer slept or stood still, and nobody was looked after."""

from __future__ import annotations

from dataclasses import replace

from kneecoach.domain.positions import repetition_start
from kneecoach.domain.progress import Session, State, catch_up, fold, go_to


def interrupted(session: Session, seen: int, now: int) -> Session:
    """The session paused after a gap that began at the look `seen` and ends `now`.

    Nothing of the gap is counted, and the running repetition or hold starts again. A session that
    does not run is as it was.
    """
    if session.state not in (State.RUNNING, State.COUNTING_IN):
        return session
    session = fold(catch_up(session, seen), seen)
    if session.over:
        return session
    if session.state is State.RUNNING and not session.step.waits:
        session = go_to(session, repetition_start(session.timeline, session.index))
    return replace(session, state=State.PAUSED, since=now)
