"""Plays a session: clock readings and events in, a new session, rows and cues out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from kneecoach.domain.absence import interrupted
from kneecoach.domain.answers import NO_ANSWERS, Answers, Hurt, PainChoice
from kneecoach.domain.cues import cues, still_due
from kneecoach.domain.draft import go_on
from kneecoach.domain.easier import Easier
from kneecoach.domain.history import (
    AddedPart,
    CountCorrection,
    Draft,
    JournalError,
    RepetitionDone,
    SessionEnd,
    SessionStart,
)
from kneecoach.domain.plan import Plan
from kneecoach.domain.progress import fold
from kneecoach.domain.safety import Admitted, refusal_of
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
from kneecoach.ui.player.watch import Watch
from kneecoach.ui.services import Services

_RUNS = (State.RUNNING, State.COUNTING_IN)
_ZERO_MS = 400  # that a brighter wall tells zero
_LEAST_OFTEN_MS = 1_000  # between two looks at the clock where nothing on the screen changes


class Player(QObject):
    """One session on the clock.

    `changed` comes after every event and look; `ended` when the session is over, again after it was
    gone back into. `hurts` is what was told when it hurt, oldest first. It looks as often as the
    picture changes, which is less with reduced motion: `is_calm` tells that. `away` carries the
    milliseconds nobody was there, the session paused; `closed` that it can't go on after a pause,
    because what is left of it was closed since. `running` tells when the clock begins to run
    and when it stops.
    """

    changed = Signal()
    ended = Signal()
    running = Signal(bool)
    away = Signal(object)  # int: a signal's own int ends at 24 days
    closed = Signal()

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
        self._watch = Watch(services.clock)
        self._seen = self._watch.now_ms
        self._zero = self._seen - _ZERO_MS
        catalogue = services.content.catalogue
        self.session: Session
        if draft is None:
            self.session = open_session(admitted, catalogue)
            self._recorder = Recorder(services.journal, self._start_of(self.session))
        else:
            self.session = go_on(admitted, catalogue, draft)
            self._recorder = Recorder(services.journal, draft.start, draft.id)
        self._told = self.session.records
        self._parts_told = len(self.session.parts)
        self.hurts: tuple[Hurt, ...] = draft.hurts if draft is not None else ()
        self._timer = PreciseTimer(self)
        self._timer.due.connect(self.look)

    @property
    def now(self) -> int:
        """The clock reading of the last look; what is shown belongs to it."""
        return self._seen

    @property
    def at_zero(self) -> bool:
        """True for 0.4 s after a hold has come to its end."""
        return self.session.state in _RUNS and 0 <= self._seen - self._zero < _ZERO_MS

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

    def do(self, event: Event | CountCorrection | Easier) -> None:
        """Let an event happen now; after a gap nothing but the end does."""
        if event is Event.RESUME and self._is_closed():
            self.closed.emit()
            return
        before_now, gap = self._seen, self._watch.look()
        self._seen = max(self._watch.now_ms, before_now)
        away = gap > 0 and self.session.state in _RUNS
        if away:
            self._interrupt(before_now)
            before_now = self._seen
        before = self.session
        if not away or event is Event.STOP:
            self.session = advance(before, event, self._seen)
        self._write_added_parts()
        self._write_new_records()
        if isinstance(event, CountCorrection):
            self._recorder.correct(event)
        self._make_heard(before, before_now)
        self._arm()
        self.changed.emit()
        if self.session.over and not before.over:
            self.ended.emit()
        elif away:
            self.away.emit(gap)

    def _interrupt(self, seen: int) -> None:
        """Pause without a sound; what was done up to the look before is kept."""
        self.session = interrupted(self.session, seen, self._seen)
        self._services.cues.hush()
        self._stand_by(False)

    def _is_closed(self) -> bool:
        """Whether the check closes anything of what is left: a pause may last for days."""
        check, find = self._services.check, self._services.content.catalogue.exercise
        after = check.within_session if check else None
        session = self.session
        left = {session.parts[step.part].exercise for step in session.timeline[session.index :]}
        return any(refusal_of(find(name), after) for name in left)

    def leave_clock(self) -> None:
        """Look at the clock no more; what was done is written already."""
        self._timer.arm(None)
        self._services.cues.hush()
        self._stand_by(False)

    def halt(self) -> bool:
        """Pause, also where that is what goes wrong; True where the session was running."""
        ran = self.session.state in _RUNS
        try:
            self.do(Event.PAUSE)
        except Exception:
            if ran:
                self.session = replace(fold(self.session, self._seen), state=State.PAUSED)
            self._timer.arm(None)
        return ran

    def keep(self) -> bool:
        """Save what was done without further questions, or take back what holds nothing."""
        holds_something = self.session.records or self.session.corrections or self.hurts
        return self.save(None, None) if holds_something else self.discard()

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

    def hurt(self, choice: PainChoice, pain: int | None) -> None:
        """Keep what was chosen when it hurt in the present part, and how bad it was."""
        hurt = Hurt(self.session.step.part, choice, pain, self._clock.wall().utc)
        self.hurts = (*self.hurts, hurt)
        self._recorder.hurt(hurt)

    def save(self, worst: int | None, after: int | None, answers: Answers = NO_ANSWERS) -> bool:
        """Close the session with what was answered; False when it could not be written yet."""
        return self._recorder.finish(SessionEnd(worst, after, self._part_ms(), answers))

    def reopen(self) -> None:
        """Go back into a session that is over and not saved: it is paused where it was ended."""
        self._recorder.reopen()
        self.do(Event.REOPEN)

    def discard(self) -> bool:
        """Take the session back; meant for one in which nothing was done."""
        return self._recorder.discard()

    def _part_ms(self) -> tuple[int, ...]:
        return time_played(self.session, self._seen)

    def _write_added_parts(self) -> None:
        for number in range(self._parts_told, len(self.session.parts)):
            part = self.session.parts[number]
            added = AddedPart(number, part.exercise, part.side, part.dose, part.instead_of)
            self._recorder.add_part(added)
        self._parts_told = len(self.session.parts)

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
            self._stand_by(runs)
        if not runs and after.state is not State.FINISHED and after is not before:
            heard.hush()
        catalogue = self._services.content.catalogue
        for utterance in speech(before, before_now, after, self._seen, catalogue)[-1:]:
            heard.say(utterance)
        for name in still_due(cues(before, before_now, after, self._seen)):
            heard.play(name)
            if name == "zero":
                self._zero = self._seen

    def _stand_by(self, on: bool) -> None:
        self._services.cues.stand_by(on)
        self.running.emit(on)

    def _arm(self) -> None:
        due = next_look(self.session, self._seen, self._is_calm())
        if due is None and self.session.state in _RUNS:
            due = _LEAST_OFTEN_MS
        if self.at_zero and due is not None:
            due = min(due, self._zero + _ZERO_MS - self._seen)
        self._watch.expect(due or 0)
        self._timer.arm(due)

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
