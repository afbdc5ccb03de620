"""Plays a session: clock readings and events in, a new session, rows and cues out."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from kneecoach.domain.cues import cues, still_due
from kneecoach.domain.draft import go_on
from kneecoach.domain.history import (
    CountCorrection,
    Draft,
    JournalError,
    RepetitionDone,
    SessionEnd,
    SessionStart,
)
from kneecoach.domain.plan import Plan
from kneecoach.domain.safety import Admitted
from kneecoach.domain.scene import next_look
from kneecoach.domain.session import (
    Event,
    Session,
    State,
    advance,
    open_session,
    time_played,
)
from kneecoach.domain.speech import side_said, speech
from kneecoach.ui.player.precise_timer import PreciseTimer
from kneecoach.ui.player.recorder import Recorder
from kneecoach.ui.services import Services

_RUNS = (State.RUNNING, State.COUNTING_IN)


class Player(QObject):
    """One session on the clock.

    `changed` comes after every event and look; `ended` once, when the session is over. It looks as
    often as the picture changes, which is less with reduced motion: `is_calm` tells that.
    """

    changed = Signal()
    ended = Signal()

    def __init__(
        self,
        services: Services,
        admitted: Admitted,
        pain_before: int | None,
        is_calm: Callable[[], bool] = lambda: False,
        draft: Draft | None = None,
    ) -> None:
        """`draft` is a session that was cut off: it is gone on with, in its own rows."""
        super().__init__()
        self._is_calm = is_calm
        self._services = services
        self._clock = services.clock
        self.plan: Plan = admitted.plan
        self.pain_before = pain_before
        self._seen = self._clock.monotonic_ms()
        catalogue = services.content.catalogue
        self.session: Session
        if draft is None:
            self.session = open_session(admitted, catalogue)
            self._recorder = Recorder(services.journal, self._start_of(self.session))
        else:
            self.session = go_on(admitted, catalogue, draft)
            self._recorder = Recorder(services.journal, draft.start, draft.id)
        self._told = self.session.records
        self._timer = PreciseTimer(self)
        self._timer.due.connect(self.look)

    @property
    def now(self) -> int:
        """The clock reading of the last look; what is shown belongs to it."""
        return self._seen

    @property
    def trouble(self) -> JournalError | None:
        """What keeps the session from being written, None when all is written."""
        return self._recorder.trouble

    def start(self) -> None:
        """Open the draft and let the timeline run; where nothing is missing, it is the end."""
        self._recorder.begin()
        self._services.cues.begin()
        self.do(Event.START)
        if self.session.over:
            self.ended.emit()

    def do(self, event: Event | CountCorrection) -> None:
        """Let an event happen now."""
        before, before_now = self.session, self._seen
        now = max(self._clock.monotonic_ms(), before_now)
        self._seen = now
        self.session = advance(before, event, now)
        self._write_new_records()
        if isinstance(event, CountCorrection):
            self._recorder.correct(event)
        self._make_heard(before, before_now)
        self._arm()
        self.changed.emit()
        if self.session.over and not before.over:
            self.ended.emit()

    def leave_clock(self) -> None:
        """Look at the clock no more; what was done is written already."""
        self._timer.arm(None)
        self._services.cues.hush()
        self._services.cues.stand_by(False)

    def write_what_waits(self) -> None:
        """Try once more to write what could not be written."""
        if self.trouble is not None:
            self._recorder.flush()

    def look(self) -> None:
        """Read the clock and bring the session up to it."""
        self.do(Event.TICK)

    def toggle(self) -> None:
        """Pause, or go on."""
        paused = self.session.state is State.PAUSED
        self.do(Event.RESUME if paused else Event.PAUSE)

    def say_side(self) -> None:
        """Say which leg it is."""
        self._services.cues.say(side_said(self.session.part.side))

    def rate(self, value: int) -> None:
        """Keep a pain rating 0 to 10 given during the session."""
        self._recorder.rate("during", value)

    def save(self, worst: int | None, after: int | None) -> bool:
        """Close the session with its ratings; False when it could not be written yet."""
        return self._recorder.finish(SessionEnd(worst, after, self._part_ms()))

    def discard(self) -> bool:
        """Take the session back; meant for one in which nothing was done."""
        return self._recorder.discard()

    def _part_ms(self) -> tuple[int, ...]:
        return time_played(self.session, self._seen)

    def _write_new_records(self) -> None:
        """Tell the recorder what it was not told yet, also after an error in between."""
        if self.session.records is self._told:
            return  # as at nearly every look
        known = set(self._told)
        part_ms = self._part_ms()
        for record in self.session.records:
            if record not in known:
                ms = part_ms[record.part]
                done = RepetitionDone(record.part, record.set, record.rep, record.ms, ms)
                self._recorder.repetition(done)
        self._told = self.session.records

    def _make_heard(self, before: Session, before_now: int) -> None:
        """Let hear what happened since; the device runs as long as the session does."""
        heard, after = self._services.cues, self.session
        runs = after.state in _RUNS
        if runs is not (before.state in _RUNS):
            heard.stand_by(runs)
        if not runs and after.state is not State.FINISHED and after is not before:
            heard.hush()
        catalogue = self._services.content.catalogue
        for utterance in speech(before, before_now, after, self._seen, catalogue)[-1:]:
            heard.say(utterance)
        for name in still_due(cues(before, before_now, after, self._seen)):
            heard.play(name)

    def _arm(self) -> None:
        self._timer.arm(next_look(self.session, self._seen, self._is_calm()))

    def _start_of(self, session: Session) -> SessionStart:
        wall = self._clock.wall()
        return SessionStart(
            parts=tuple((part.exercise, part.side, part.dose) for part in session.parts),
            slot=self.plan.slot,
            started=wall.utc,
            offset_minutes=wall.offset_minutes,
            day=wall.day,
            pain_before=self.pain_before,
        )
