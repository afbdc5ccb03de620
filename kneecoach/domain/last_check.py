"""The newest check answered here, to be shown again: its answers, and how long it holds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from kneecoach.domain.check import Check, CheckAnswers
from kneecoach.domain.check_records import Moment, SafetyEvent
from kneecoach.domain.check_validity import VALID_S, cleared_until, unanswered


@dataclass(frozen=True, slots=True)
class LastCheck:
    """A check that was answered here, and when; `whole` is False where it was not ended.

    `cleared` is the last day of the clearance it was answered under, None without one.
    """

    answers: CheckAnswers
    when: Moment
    whole: bool
    cleared: date | None = None

    @property
    def ends(self) -> int:
        """When what it opens is over at the latest, in UTC seconds (guide 3.1, 3.7)."""
        ends = self.when.at + VALID_S
        if self.cleared is None:
            return ends
        midnight = datetime.combine(self.cleared + timedelta(days=1), time(), UTC)
        return min(ends, round(midnight.timestamp()) - 60 * self.when.offset_minutes)

    @property
    def until(self) -> date:
        """The last local day, where it was answered, on which it opens anything."""
        last = datetime.fromtimestamp(self.ends - 1, UTC)
        return (last + timedelta(minutes=self.when.offset_minutes)).date()


def last_check(
    check: Check, events: Sequence[SafetyEvent], *, whole: bool = False
) -> LastCheck | None:
    """The newest check that was answered here, or the newest whole one; None where there is none.

    What came from elsewhere is never shown again as the person's own answers.
    """
    for event in reversed(events):
        answers = event.told
        if not event.own or not isinstance(answers, CheckAnswers):
            continue
        if answers.signs.keys() <= check.signs.keys():
            found = not unanswered(check, answers)
            if found or not whole:
                return LastCheck(answers, event.when, found, cleared_until(check, events))
    return None
