"""What the stored checks of warning signs leave open now; in doubt nothing (guide 3.1, 3.5, 3.7).

Events are taken in the order in which they were written, never by their clock, so that a clock that
was set can't bring an older check back.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from kneecoach.domain.catalogue import EVERYTHING
from kneecoach.domain.check import Answer, Check, CheckAnswers, case_of
from kneecoach.domain.check_clearance import (
    CLEARANCE_DAYS,
    Clearance,
    ClearedRule,
    clearable_rules,
    outcome_with,
)
from kneecoach.domain.check_records import (
    CheckEnded,
    ClearanceGiven,
    EndReason,
    GateGiven,
    GateKind,
    Moment,
    SafetyEvent,
)
from kneecoach.domain.safety import CheckOutcome, Standing
from kneecoach.domain.session_gate import CLOCK_TOLERANCE_S, gate_due

VALID_S = 14 * 24 * 3600  # guide 3.1


def check_now(
    check: Check | None,
    events: Sequence[SafetyEvent],
    now: Moment,
    last_begun: int | None = None,
) -> CheckOutcome | None:
    """What holds now; None where no check was ever answered and nothing else closes anything.

    `check` are the rules, None where they are damaged: then everything is closed. `events` in the
    order of writing; `last_begun` is when the newest session began, in UTC seconds.
    """
    if check is None:
        return closed(Standing.RULES_BROKEN)
    story = _read(check, events)
    newest = story.newest
    if newest is None:
        return closed(story.ended) if story.ended else None
    standing = _standing(story, newest, now)
    if standing is Standing.UNFINISHED and not story.arrived:
        return CheckOutcome(EVERYTHING, standing, page=_page_of(check, story.answers))
    if standing is not Standing.VALID:
        return closed(standing)
    outcome = outcome_with(check, story.answers, story.cleared(max(now.day, story.latest_day)))
    gate = gate_due(events, now, last_begun)
    return CheckOutcome(frozenset(outcome.locks) | story.arrived, standing, gate, outcome.page)


def closed(standing: Standing) -> CheckOutcome:
    """Everything closed, and why."""
    return CheckOutcome(EVERYTHING, standing)


def unanswered(check: Check, answers: CheckAnswers) -> tuple[str, ...]:
    """What is still to be answered: signs in the order asked, and "pain_rest".

    A sign asked under a question that was answered with no needs no answer of its own. An age that
    is not told has its own rule, which closes everything.
    """
    given = answers.signs
    left = tuple(
        sign.id
        for sign in check.signs.values()
        if sign.id not in given and (sign.under is None or given.get(sign.under) is not Answer.NO)
    )
    return left if answers.pain_rest is not None else (*left, "pain_rest")


def asks_clearance(check: Check, events: Sequence[SafetyEvent]) -> str | None:
    """The id of the check about whose outcome the next one asks for a clinician's word, or None."""
    story = _read(check, events)
    return story.newest.id if story.newest and story.clearable else None


def cleared_until(check: Check, events: Sequence[SafetyEvent]) -> date | None:
    """The last day of the clearance the newest check was answered under; None without one."""
    days = [word.seen + timedelta(days=CLEARANCE_DAYS) for word in _read(check, events).in_force]
    return min(days, default=None)


def expired_check(
    check: Check | None, events: Sequence[SafetyEvent], now: Moment
) -> CheckEnded | None:
    """What to keep when the newest check is found expired, so that no clock brings it back."""
    story = _read(check, events) if check else None
    if story is None or story.newest is None or story.ended:
        return None
    if _standing(story, story.newest, now) is not Standing.EXPIRED:
        return None
    return CheckEnded(story.newest.id, EndReason.EXPIRED)


def _page_of(check: Check, answers: CheckAnswers) -> str | None:
    """The help page of what was ticked before the check was left."""
    known = answers.signs.keys() <= check.signs.keys()
    return outcome_with(check, answers, ()).page if known else None


def _standing(story: _Story, newest: SafetyEvent, now: Moment) -> Standing:
    if story.ended:
        return story.ended
    if now.at + CLOCK_TOLERANCE_S < newest.when.at:
        return Standing.CLOCK_BACK
    over = max(now.at, story.latest) - newest.when.at >= VALID_S
    return Standing.EXPIRED if over else Standing.VALID


def _read(check: Check, events: Sequence[SafetyEvent]) -> _Story:
    story = _Story(check)
    for event in events:
        story.take(event)
    return story


@dataclass(slots=True)
class _Story:
    """What the events up to now come to.

    `newest` is the newest check of our own, `ended` why it holds no longer, `in_force` the
    clearances it was answered under, `given` all that a next check may use, `arrived` what checks
    from elsewhere have closed since, `latest` the latest moment told since.
    """

    check: Check
    newest: SafetyEvent | None = None
    answers: CheckAnswers = field(default_factory=CheckAnswers)
    ended: Standing | None = None
    clearable: frozenset[ClearedRule] = frozenset()
    in_force: tuple[Clearance, ...] = ()
    given: tuple[Clearance, ...] = ()
    arrived: frozenset[str] = frozenset()
    latest: int = 0
    latest_day: date = date.min

    def take(self, event: SafetyEvent) -> None:
        """Go on by one event."""
        self.latest = max(self.latest, event.when.at)
        self.latest_day = max(self.latest_day, event.when.day)
        match event.told:
            case CheckAnswers() as answers:
                self._take_check(event, answers)
            case GateGiven() as gate:
                if gate.ticked and gate.kind is GateKind.SEVEN:
                    self._new_sign()
            case ClearanceGiven() as word:
                self._take_clearance(event, word)
            case CheckEnded() as end:
                self._take_end(end)

    def cleared(self, day: date) -> frozenset[ClearedRule]:
        """The rules that are cleared on that day for the newest check."""
        holding = (word.rules for word in self.in_force if word.holds_on(day))
        return frozenset[ClearedRule]().union(*holding)

    def _take_check(self, event: SafetyEvent, answers: CheckAnswers) -> None:
        whole = answers.signs.keys() <= self.check.signs.keys()
        ticked = case_of(self.check, answers).yes if whole else frozenset(self.check.signs)
        whole = whole and not unanswered(self.check, answers)
        self.given = tuple(word for word in self.given if ticked <= word.ticked)
        if event.own:
            self._take_own(event, answers, whole)
        else:
            self._take_arrived(answers, whole)
            self._narrow(ticked)

    def _take_own(self, event: SafetyEvent, answers: CheckAnswers, whole: bool) -> None:
        day = event.when.day
        self.newest, self.answers, self.arrived = event, answers, frozenset()
        self.latest, self.latest_day = event.when.at, day
        self.in_force = self.given
        self.ended = None if whole else Standing.UNFINISHED
        self.clearable = frozenset()
        if whole:
            self.clearable = clearable_rules(outcome_with(self.check, answers, self.cleared(day)))

    def _take_arrived(self, answers: CheckAnswers, whole: bool) -> None:
        """A check from elsewhere closes what its answers close, whatever its age."""
        if self.newest is None:
            self.ended = self.ended or Standing.NOT_FROM_HERE
        locks = outcome_with(self.check, answers, ()).locks if whole else EVERYTHING
        self.arrived |= frozenset(locks)

    def _narrow(self, ticked: frozenset[str]) -> None:
        """A sign that came from elsewhere takes clearances away, the coming one as well."""
        self.in_force = tuple(word for word in self.in_force if ticked <= word.ticked)
        if self.clearable and not ticked <= case_of(self.check, self.answers).yes:
            self.clearable = frozenset()

    def _take_clearance(self, event: SafetyEvent, word: ClearanceGiven) -> None:
        """Our own word about the newest check's outcome, for the checks that come after it."""
        if self.newest is None or not event.own or word.check != self.newest.id:
            return
        ticked = case_of(self.check, self.answers).yes if self.clearable else frozenset[str]()
        clearance = Clearance(self.clearable, ticked, word.seen)
        if self.clearable and clearance.holds_on(event.when.day):
            self.given = (*self.given, clearance)

    def _take_end(self, end: CheckEnded) -> None:
        """A new sign ends whatever there is; that it expired is told of one check."""
        if end.reason is EndReason.SIGN:
            self._new_sign()
        elif self.newest is not None and end.check == self.newest.id:
            self.ended = self.ended or Standing.EXPIRED

    def _new_sign(self) -> None:
        self.ended = Standing.NEW_SIGN
        self.clearable, self.in_force, self.given = frozenset(), (), ()
