"""The ways of the check through the window: first start, check, the questions of a day, help."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from kneecoach.domain.history import JournalError
from kneecoach.domain.safety import CheckOutcome, GateDue, Standing
from kneecoach.ui.alone_makers import (
    make_check_page,
    make_end_page,
    make_first_page,
    make_gate_page,
)
from kneecoach.ui.words import long_day, translate

if TYPE_CHECKING:  # loaded with the first question
    from kneecoach.domain.check import Answer, Check, CheckAnswers
    from kneecoach.domain.check_questions import CheckStart
    from kneecoach.domain.check_records import GateGiven, Told
    from kneecoach.domain.check_run import CheckGiven
    from kneecoach.domain.first_start import FirstTold
    from kneecoach.ui.check.check_page import CheckPage
    from kneecoach.ui.gate_page import GatePage
    from kneecoach.ui.window import MainWindow

Then = Callable[[], None]


class Checking:
    """Opens what asks, keeps what is told, and shows what follows from it.

    What is told is kept before anything is shown of it; where it can't be written it closes all the
    same, and the window says why.
    """

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._page: CheckPage | None = None  # while the check is being answered
        self._gate: GatePage | None = None  # while the questions before a session are

    def begin(self) -> bool:
        """Show the first start to who has not been through it yet; False where it was.

        False also where its words are damaged: then nothing is offered, and Today says so.
        Raises JournalError where the history can't be read, as Today does.
        """
        window = self._window
        if window.choices.settings.started:
            return False
        day = window.services.clock.wall().day
        window.services.journal.sessions(day, day)  # told before anybody answers anything
        from kneecoach.domain.parsing import ContentError

        try:
            page = make_first_page(window)
        except ContentError:
            return False
        page.told.connect(self._begun)
        window.ways.show_alone(page)
        return True

    def open(self, ticked: Mapping[str, Answer] | None = None, age: int | None = None) -> None:
        """Show the check; `ticked` was told before it, and `age` at the first start.

        The first start comes before it, and what was ticked before a session goes into it.
        """
        if self._page is not None:
            self._window.ways.show_alone(self._page)
            return
        if not self._window.choices.settings.started and self._window.alone.page is not None:
            self._window.ways.show_alone(self._window.alone.page)
            return
        ticked = ticked or self._ticked_at_gate()
        check = self._words_and_rules()
        if check is None:
            self._tell_damaged()
            return
        self._page = make_check_page(self._window, check, self._start(ticked, age))
        self._page.ended.connect(self._ended)
        self._page.left.connect(self._left)
        self._window.ways.show_alone(self._page)

    def ask_gate(self, due: GateDue, passed: Then, later: Then) -> None:
        """Ask what is due before a session; `passed` when it was all answered with no."""
        page = make_gate_page(self._window, due)
        page.answered.connect(lambda given: self._gate_answered(given, passed, later))
        page.later.connect(lambda: self._gate_left(later))
        self._gate = page
        self._window.ways.show_alone(page)

    def sign_told(self) -> None:
        """A sign was told outside the check: it ends, and a new one opens."""
        outcome = self._window.services.check
        if outcome is None or outcome.standing is Standing.VALID:
            self.end_by_sign()
        self.open()
        self._tell_sign()

    def end_by_sign(self) -> None:
        """The newest check holds no longer."""
        from kneecoach.domain.check_records import CheckEnded, EndReason

        self._keep(CheckEnded("", EndReason.SIGN))

    def keep_unfinished(self) -> None:
        """Keep what was ticked in a check or before a session that is about to be cut off."""
        self._ticked_at_gate()
        if self._page is not None and self._page.ticked_any:
            page, self._page = self._page, None
            self._keep(page.answers)

    def _begun(self, told: FirstTold) -> None:
        self._window.choices.change(
            country=told.country,
            side=told.side,
            side_chosen=True,
            pain_since=told.since,
            started=True,
        )
        if told.under_age:
            from kneecoach.domain.check import CheckAnswers

            self._show_outcome(CheckAnswers(age=told.age))
        else:
            self.open(age=told.age)

    def _start(self, ticked: Mapping[str, Answer], age: int | None) -> CheckStart:
        """What a check begins from now."""
        from kneecoach.domain.check_questions import CheckStart

        services = self._window.services
        last = services.checks.last(whole=True)
        return CheckStart(
            age=age,
            last=last.answers if last else None,
            ticked=ticked,
            asks_clearance=self._asks_clearance() is not None,
            today=services.clock.wall().day,
        )

    def _ended(self, given: CheckGiven) -> None:
        self._page = None
        if given.seen is not None and (about := self._asks_clearance()) is not None:
            from kneecoach.domain.check_records import ClearanceGiven

            self._keep(ClearanceGiven(about, given.seen))
        self._show_outcome(given.answers)

    def _left(self, answers: CheckAnswers) -> None:
        """Leave in the middle: what was ticked closes, and nothing opens."""
        page, self._page = self._page, None
        if page is not None and page.ticked_any:
            self._keep(answers)
        self._window.ways.go_from_alone("today")

    def _gate_answered(self, given: GateGiven, passed: Then, later: Then) -> None:
        from kneecoach.domain.check_records import GateKind
        from kneecoach.domain.session_gate import signs_behind

        self._gate = None
        kept = self._keep(given)
        if given.kind is GateKind.SINGLE and given.ticked:
            self.ask_gate(GateDue.SEVEN, passed, later)
        elif given.ticked:
            self.open(signs_behind(given))
        else:
            self._window.ways.back_from_alone()
            if kept:
                passed()

    def _gate_left(self, later: Then) -> None:
        """Answer it later; what is ticked already was told all the same."""
        told = bool(self._ticked_at_gate())
        self._window.ways.back_from_alone()
        later()
        if told:
            self._tell_sign()

    def _ticked_at_gate(self) -> Mapping[str, Answer]:
        """Keep what is ticked of the questions before a session; the signs behind it."""
        from kneecoach.domain.session_gate import signs_behind

        gate, self._gate = self._gate, None
        given = gate.ticked if gate is not None else None
        if given is None:
            return {}
        self._keep(given)
        return signs_behind(given)

    def _show_outcome(self, answers: CheckAnswers) -> None:
        """Keep the answers, and show the help page that they open, or that there is none."""
        kept = self._keep(answers)
        outcome = self._window.services.check
        if outcome is None or not outcome.page:
            self._show_end(answers, outcome, kept=kept)
            return
        self._window.ways.help_from_alone(outcome.page)

    def _show_end(self, answers: CheckAnswers, outcome: CheckOutcome | None, *, kept: bool) -> None:
        from kneecoach.domain.check import Answer

        window, texts = self._window, self._window.services.content.texts
        words = texts.check.outcome
        ticked = any(answer is not Answer.NO for answer in answers.signs.values())
        sentence = words.nothing_closed if ticked else words.nothing_ticked
        if not kept:
            sentence = _not_kept()
        elif outcome is None or outcome.locks:
            sentence = _parts_closed()
        last = window.services.checks.last() if kept else None
        until = long_day(last.until, texts) if last else ""
        window.ways.show_alone(make_end_page(window, sentence, until))

    def _keep(self, told: Told) -> bool:
        try:
            self._window.services.checks.keep(told)
        except JournalError as error:
            self._window.tell_trouble(error)
            return False
        return True

    def _asks_clearance(self) -> str | None:
        try:
            return self._window.services.checks.asks_clearance()
        except JournalError:
            return None

    def _words_and_rules(self) -> Check | None:
        """The rules, where they are whole and each sign has its words; else None."""
        from kneecoach.domain.check_words import worded_check
        from kneecoach.domain.parsing import ContentError

        services = self._window.services
        if services.checks.rules is None:
            return None
        try:
            return worded_check(services.content)
        except ContentError:
            return None

    def _tell_sign(self) -> None:
        words = translate("Checking", "You told a sign. The check comes before anything else.")
        self._window.tell(words)

    def _tell_damaged(self) -> None:
        self._window.ways.go_from_alone("today")
        self._window.tell(self._window.services.content.texts.message("refused_rules_broken"))


def _not_kept() -> str:
    return translate(
        "Checking",
        "Your answers could not be saved, so they open nothing. This is not a diagnosis. Stop and"
        " check again if anything changes.",
    )


def _parts_closed() -> str:
    return translate(
        "Checking",
        "You said that a clinician has seen you about this. Some parts stay closed; Exercises shows"
        " which. This is not a diagnosis. Stop and check again if anything changes.",
    )
