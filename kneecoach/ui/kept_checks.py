"""The check of warning signs as it stands now, worked out anew from what is kept at each asking."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

from kneecoach.clock import Clock
from kneecoach.domain.history import Journal, JournalError
from kneecoach.domain.safety import CheckOutcome, Refused, Standing, Way, all_closed

if TYPE_CHECKING:  # loaded with the first question
    from kneecoach.domain.check import Check
    from kneecoach.domain.check_records import Moment, SafetyEvent, Told
    from kneecoach.domain.last_check import LastCheck


class KeptChecks:
    """Checks, gates, clearances and refusals in a journal.

    Where the rules or their words are damaged everything is closed. While the journal can't be
    read, what was read last holds, with what could not be kept since; before anything was read
    everything is closed.
    """

    def __init__(
        self,
        tree: object,
        journal: Journal,
        clock: Clock,
        require_words: Callable[[Check], None] = lambda _check: None,
    ) -> None:
        """`tree` has the rules, as `check_reach.whole_check` takes them.

        `require_words` raises ContentError where they can't be asked or told in words.
        """
        self._tree = tree
        self._require_words = require_words
        self._journal = journal
        self._clock = clock
        self._read = False
        self._check: Check | None = None
        self._known: tuple[Sequence[SafetyEvent], int | None] | None = None
        self._unkept: tuple[SafetyEvent, ...] = ()  # may close, and never opens

    @property
    def rules(self) -> Check | None:
        """The rules, read with the first question; None where they are damaged."""
        if not self._read:
            from kneecoach.domain.check_reach import whole_check
            from kneecoach.domain.parsing import ContentError

            self._read = True
            with suppress(ContentError):
                check = whole_check(self._tree)
                self._require_words(check)
                self._check = check
        return self._check

    def now(self) -> CheckOutcome | None:
        """What holds now; None where no check was ever answered."""
        from kneecoach.domain.check_validity import check_now, closed

        now = self._moment()
        known = self._kept()
        if known is None:
            return closed(Standing.UNREADABLE)
        kept, begun = known
        events = (*kept, *self._unkept)
        outcome = check_now(self.rules, events, now, begun)
        if outcome is not None and outcome.standing is Standing.EXPIRED:
            self._keep_expiry(events, now)
        return self._with_unkept(outcome) if outcome is not None else None

    def at_first(self) -> CheckOutcome | None:
        """As `now`, but without reading the rules where nothing is kept that they would judge.

        Rules that are damaged show with the next look; what may begin is asked of `now` alone.
        """
        with suppress(JournalError):
            if not self._unkept and not self._journal.safety_events():
                return None
        return self.now()

    def keep(self, told: Told) -> str:
        """Commit what was told now; its id. Raises JournalError as the journal does.

        What could not be kept closes what it closes all the same, until a check can be kept.
        """
        from kneecoach.domain.check import CheckAnswers
        from kneecoach.domain.check_records import SafetyEvent

        now = self._moment()
        try:
            kept = self._journal.keep(told, now)
        except JournalError:
            self._unkept = (*self._unkept, SafetyEvent("", now, told, own=False))
            raise
        if isinstance(told, CheckAnswers):
            self._unkept = ()
        return kept

    def asks_clearance(self) -> str | None:
        """The id of the check about which the next one asks for a clinician's word, or None.

        Raises JournalError where what is kept can't be read.
        """
        from kneecoach.domain.check_validity import asks_clearance

        rules = self.rules
        return asks_clearance(rules, self._journal.safety_events()) if rules else None

    def last(self, *, whole: bool = False) -> LastCheck | None:
        """The newest check that was answered here, or the newest whole one."""
        from kneecoach.domain.last_check import last_check

        known = self._kept()
        if known is None or self.rules is None:
            return None
        unkept = (replace(event, own=True) for event in self._unkept)
        return last_check(self.rules, (*known[0], *unkept), whole=whole)

    def refused(self, way: Way, refused: Refused) -> None:
        """Keep that this was refused; where it can't be written it stays refused all the same."""
        from kneecoach.domain.check_records import RefusalKept

        with suppress(JournalError):
            self._journal.keep_refusal(RefusalKept(self._moment(), way, refused))

    def _kept(self) -> tuple[Sequence[SafetyEvent], int | None] | None:
        """The events and when the newest session began, or what was read of them last."""
        with suppress(JournalError):
            self._known = (self._journal.safety_events(), self._journal.last_begun())
        return self._known

    def _with_unkept(self, outcome: CheckOutcome) -> CheckOutcome:
        """With the help page of a check that could not be kept, or with that as the reason."""
        if self._check is None or not self._unkept:
            return outcome
        page = self._unkept_page(self._check) or outcome.page
        unexplained = page is None and all_closed(outcome)
        if outcome.standing is Standing.NOT_FROM_HERE or (
            outcome.standing is Standing.VALID and unexplained
        ):
            outcome = replace(outcome, standing=Standing.NOT_KEPT)
        return replace(outcome, page=page)

    def _unkept_page(self, check: Check) -> str | None:
        from kneecoach.domain.check import CheckAnswers, outcome_of

        told = [event.told for event in self._unkept if isinstance(event.told, CheckAnswers)]
        return outcome_of(check, told[-1]).page if told else None

    def _keep_expiry(self, events: Sequence[SafetyEvent], now: Moment) -> None:
        """So that no clock set back brings it back."""
        from kneecoach.domain.check_validity import expired_check

        end = expired_check(self.rules, events, now)
        if end is not None:
            with suppress(JournalError):
                self._journal.keep(end, now)

    def _moment(self) -> Moment:
        from kneecoach.domain.check_records import Moment

        wall = self._clock.wall()
        return Moment(wall.utc, wall.offset_minutes, wall.day)
