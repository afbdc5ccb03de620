"""After a start: what becomes of a session that was cut off."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from kneecoach.clock import WallTime
from kneecoach.domain.answers import PainChoice
from kneecoach.domain.catalogue import Side
from kneecoach.domain.draft import go_on, next_step, plan_of, shares
from kneecoach.domain.history import Draft, JournalError, SessionEnd
from kneecoach.domain.progress import Session
from kneecoach.domain.safety import Admitted, GateDue, Refused, Standing, Way, admit
from kneecoach.domain.timeline import Step
from kneecoach.ui.charts.words import minutes_words
from kneecoach.ui.player.words import side_name
from kneecoach.ui.resume_card import DiscardCard, ResumeCard
from kneecoach.ui.session_words import slot_words
from kneecoach.ui.starting_cards import refusal_sentence
from kneecoach.ui.words import long_day, time_words

if TYPE_CHECKING:
    from kneecoach.ui.window import MainWindow

translate = QCoreApplication.translate


class Resuming:
    """Asks what becomes of a draft, until it is answered.

    A card that is left unanswered changes nothing: the next start asks again.
    """

    def __init__(self, window: MainWindow, host: QWidget, draft: Draft, guard_ms: int) -> None:
        """`host` is what the cards cover."""
        self._window = window
        self._host = host
        self._services = window.services
        self._draft = draft
        self._guard_ms = guard_ms
        self._answered = False
        self._refused = False  # and kept so

    def ask(self) -> None:
        """Show the card, unless it was answered, a session is played or something is asked."""
        if self._answered or self._window.plays or self._window.alone.page is not None:
            return
        answer = self._admission()
        if answer is None and self._sign_is_newer():
            self._window.checking.end_by_sign()
        self._keep_refusal(answer)
        card = ResumeCard(
            self._window.look,
            self._host,
            self._sub(answer),
            self._go_on_line(answer),
            minutes_words(self._draft.seconds),
            self._guard_ms,
        )
        parts = self._draft.start.parts
        side = next((side for _, side, _ in parts if side is not Side.BOTH), Side.RIGHT)
        texts = self._services.content.texts
        card.show_shares(shares(self._draft), side, self._window.pictures, texts)
        card.go_on.connect(self._go_on)
        card.keep.connect(self._keep)
        card.discard.connect(self._ask_once_more)
        self._window.starting.show(card)

    def _admission(self) -> Admitted | Refused | None:
        """Whether it may go on, asked anew: what was open then may be closed now.

        None for a session that a sharp sign ended: that one does not go on (guide 4.1, STOP).
        """
        if any(hurt.choice is PainChoice.SIGNS for hurt in self._draft.hurts):
            return None
        plan = plan_of(self._draft, self._window.choices.settings.pace)
        check = self._services.check
        after = check.within_session if check else None  # what is due is asked before going on
        return admit(plan, self._services.content.catalogue, after)

    def _sign_is_newer(self) -> bool:
        """Whether the check that holds was answered before the sharp sign was told."""
        check, last = self._services.check, self._services.checks.last()
        if check is None or check.standing is not Standing.VALID or last is None:
            return False
        return last.when.at <= max(hurt.at for hurt in self._draft.hurts)

    def _keep_refusal(self, answer: Admitted | Refused | None) -> None:
        """Once for each start, however often the card is shown."""
        if isinstance(answer, Refused) and not self._refused:
            self._refused = True
            self._services.checks.refused(Way.RESUME, answer)

    def _session(self, admitted: Admitted) -> Session:
        return go_on(admitted, self._services.content.catalogue, self._draft)

    def _go_on(self) -> None:
        """Go on once what is due before a session has been answered."""
        check = self._services.check
        due = check.gate if check else GateDue.NOTHING
        if due is GateDue.NOTHING:
            self._go_on_now()
            return
        self._window.starting.leave()
        self._window.checking.ask_gate(due, self._go_on_now, self.ask)

    def _go_on_now(self) -> None:
        answer = self._admission()
        if isinstance(answer, Admitted):
            self._answer()
            self._window.resume(answer, self._draft)
        else:
            self.ask()

    def _keep(self) -> None:
        """Close it as it is; how the knee feels after it is not asked any more."""
        self._write(SessionEnd(None, None, self._draft.part_ms))

    def _ask_once_more(self) -> None:
        kept = minutes_words(self._draft.seconds)
        look, host = self._window.look, self._host
        card = DiscardCard(look, host, kept, self._guard_ms)
        card.back.connect(self.ask)
        card.discard.connect(lambda: self._write(None))
        self._window.starting.show(card)

    def _write(self, end: SessionEnd | None) -> None:
        """Close the session with that end, or take it back; the card stays if that can't be."""
        journal = self._services.journal
        try:
            if end is None:
                journal.discard(self._draft.id)
            else:
                journal.finish(self._draft.id, end)
        except JournalError as error:
            self._window.tell_trouble(error)
            return
        self._answer()
        self._window.go("today")

    def _answer(self) -> None:
        self._answered = True
        self._window.starting.leave()

    def _sub(self, answer: Admitted | Refused | None) -> str:
        start, texts = self._draft.start, self._services.content.texts
        began = WallTime(start.started, start.offset_minutes)
        said = translate("ResumeCard", "{slot}, {day}, begun at {time}.").format(
            slot=slot_words(start.slot), day=self._day(), time=time_words(began.minute_of_day)
        )
        if answer is None:
            return f"{said} {_stopped_words()}"
        if isinstance(answer, Refused):
            return f"{said} {refusal_sentence(answer, texts)}"
        step = next_step(self._session(answer))
        if step is None:
            return said
        name = texts.exercises[start.parts[step.part][0]].name
        where = translate("ResumeCard", "It was cut off here: {exercise}.").format(exercise=name)
        return f"{said} {where}"

    def _day(self) -> str:
        day, today = self._draft.start.day, self._services.clock.wall().day
        if day == today:
            return translate("ResumeCard", "today")
        if day == today - timedelta(days=1):
            return translate("ResumeCard", "yesterday")
        return long_day(day, self._services.content.texts)

    def _go_on_line(self, answer: Admitted | Refused | None) -> str:
        """Where it goes on, "" where it may not."""
        if not isinstance(answer, Admitted):
            return ""
        session = self._session(answer)
        step = next_step(session)
        if step is None:
            return translate("ResumeCard", "Only the questions at the end are left")
        return _where(session, step)


def _where(session: Session, step: Step) -> str:
    part = session.parts[step.part]
    words = translate("ResumeCard", "{side}, set {set} of {sets}, repetition {rep}")
    if part.dose.reps is None:
        words = translate("ResumeCard", "{side}, hold {set} of {sets}")
    return words.format(side=side_name(part.side), set=step.set, sets=part.dose.sets, rep=step.rep)


def _stopped_words() -> str:
    return translate(
        "ResumeCard",
        "You ended it because of a sharp sign, so it does not go on. Read the warning signs (F1).",
    )
