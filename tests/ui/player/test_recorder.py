from __future__ import annotations

import sqlite3
from datetime import date

from kneecoach.domain.catalogue import Dose, Side
from kneecoach.domain.history import RepetitionDone, SessionEnd, SessionStart
from kneecoach.domain.plan import Slot
from kneecoach.ui.player.recorder import Recorder

START = SessionStart(
    parts=(("leg_raise", Side.LEFT, Dose(3, 10, None, 45)),),
    slot=Slot.MORNING,
    started=1_763_712_000,
    offset_minutes=60,
    day=date(2025, 11, 21),
    pain_before=4,
)


def done(rep):
    return RepetitionDone(0, 1, rep, 5_000, rep * 6_000)


def test_what_cannot_be_written_waits_and_is_written_in_order(surroundings):
    """The file is held by somebody else for a while."""
    recorder = Recorder(surroundings.journal, START)
    assert recorder.begin()
    assert recorder.repetition(done(1))
    other = sqlite3.connect(surroundings.journal.path, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    assert not recorder.repetition(done(2))
    assert recorder.trouble is not None
    assert recorder.trouble.code == "locked"
    assert not recorder.saved
    other.execute("ROLLBACK")
    other.close()
    assert recorder.repetition(done(3))
    assert (recorder.saved, recorder.trouble) == (True, None)
    [record] = surroundings.journal.sessions()
    assert record.exercises[0].done[0].reps == 3


def test_a_session_that_could_not_be_opened_is_opened_later(surroundings):
    recorder = Recorder(surroundings.journal, START)
    other = sqlite3.connect(surroundings.journal.path, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    assert not recorder.begin()
    assert not recorder.repetition(done(1))
    assert not recorder.finish(SessionEnd(5, 5, (6_000,)))
    other.execute("ROLLBACK")
    other.close()
    assert recorder.finish(SessionEnd(3, 2, (6_000,)))
    [record] = surroundings.journal.sessions()
    assert (record.finished, record.pain_worst, record.pain_after) == (True, 3, 2)
    assert record.exercises[0].done[0].reps == 1
