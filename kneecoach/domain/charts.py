"""What the history page draws, as values: columns of time and pain, a month, axes."""

from __future__ import annotations

import calendar
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from itertools import pairwise

from kneecoach.domain.catalogue import Catalogue
from kneecoach.domain.history import SessionRecord

OTHER = "other"  # the key of an exercise this version does not know

# The order of the stack and of the legend (look 3.3).
CHART_KEYS = ("E1", "E2", "E3", "E4", "E5", "E6", "M", OTHER)

# Least number of days with a rating before a word about the direction is said (look 6.4).
TREND_DAYS = 3

# A change of the 0 to 10 scale that means something: 2 points (guide 4.7).
TREND_POINTS = 2

_LEAST_MONTHS = 6  # ALL never draws fewer: one lonely column says nothing
_STEPS = (1, 2, 3, 4, 5, 6, 10, 15, 20, 25, 30, 40, 50, 60)


class Span(StrEnum):
    """How far back a chart looks."""

    WEEK = "week"  # the last 7 days, a column a day
    MONTH = "month"  # the last 30 days, a column a day
    YEAR = "year"  # the last 53 calendar weeks, a column a week
    ALL = "all"  # since the first session, a column a month


class Trend(StrEnum):
    """Where the pain after exercise has gone: by 2 points or more, or not."""

    LOWER = "lower"
    SAME = "same"
    HIGHER = "higher"


@dataclass(frozen=True, slots=True)
class Column:
    """One day, week or month, both ends included: what was done and how it hurt.

    `parts` are chart keys with seconds above 0, in the order of the stack; `days` the days with a
    session; pain 0 to 10, the mean of the days that have a rating, None where no day has.
    """

    first: date
    last: date
    parts: tuple[tuple[str, int], ...]
    days: int
    sessions: int
    before: float | None
    after: float | None

    @property
    def seconds(self) -> int:
        """The height of the column in seconds."""
        return sum(seconds for _, seconds in self.parts)


@dataclass(frozen=True, slots=True)
class DayPain:
    """A day's pain: the first rating before exercise and the last one after it."""

    before: int | None
    after: int | None


@dataclass(frozen=True, slots=True)
class CalendarDay:
    """One day of a month with the number of its sessions."""

    day: date
    sessions: int


def columns(
    sessions: Iterable[SessionRecord], span: Span, today: date, catalogue: Catalogue
) -> tuple[Column, ...]:
    """The columns of a span, oldest first, empty ones included.

    The last one holds `today`, or the day after it when a session was kept there: who has flown
    west can be a day behind their own history.
    """
    ordered = sorted(sessions, key=lambda session: session.started)
    days = {session.day for session in ordered}
    end = max((day for day in days if day <= today + timedelta(days=1)), default=today)
    periods = _periods(span, min(days, default=today), max(end, today))
    firsts = [first for first, _ in periods]
    held: list[list[SessionRecord]] = [[] for _ in periods]
    for session in ordered:
        index = bisect_right(firsts, session.day) - 1
        if index >= 0 and session.day <= periods[index][1]:
            held[index].append(session)
    return tuple(
        _column(*pair, found, catalogue) for pair, found in zip(periods, held, strict=True)
    )


def _periods(span: Span, start: date, end: date) -> list[tuple[date, date]]:
    if span is Span.ALL:
        return _months(start, end)
    if span is Span.YEAR:
        monday = end - timedelta(days=end.weekday())
        return [_days_from(monday - timedelta(weeks=back), 7) for back in range(52, -1, -1)]
    length = 7 if span is Span.WEEK else 30
    return [_days_from(end - timedelta(days=back), 1) for back in range(length - 1, -1, -1)]


def _days_from(first: date, length: int) -> tuple[date, date]:
    return first, first + timedelta(days=length - 1)


def _months(start: date, end: date) -> list[tuple[date, date]]:
    count = max(_LEAST_MONTHS, _month_number(end) - _month_number(start) + 1)
    starts = [month_start(end, -back) for back in range(count - 1, -2, -1)]
    return [(first, following - timedelta(days=1)) for first, following in pairwise(starts)]


def _month_number(day: date) -> int:
    return day.year * 12 + day.month - 1


def month_start(day: date, months: int = 0) -> date:
    """The first day of the month that lies `months` after the one of `day`."""
    year, month = divmod(_month_number(day) + months, 12)
    return date(year, month + 1, 1)


def _column(
    first: date, last: date, sessions: Sequence[SessionRecord], catalogue: Catalogue
) -> Column:
    totals: Counter[str] = Counter()
    for session in sessions:
        for done in session.exercises:
            totals[chart_key(done.id, catalogue)] += done.seconds
    pains = pain_by_day(sessions).values()
    return Column(
        first,
        last,
        tuple((key, totals[key]) for key in CHART_KEYS if totals[key] > 0),
        len({session.day for session in sessions}),
        len(sessions),
        _mean([pain.before for pain in pains]),
        _mean([pain.after for pain in pains]),
    )


def chart_key(exercise: str, catalogue: Catalogue) -> str:
    """The key of an exercise's colour and pattern; OTHER for one this version does not know."""
    found = catalogue.exercises.get(exercise)
    return found.chart if found is not None and found.chart in CHART_KEYS else OTHER


def _mean(values: Iterable[int | None]) -> float | None:
    told = [value for value in values if value is not None]
    return sum(told) / len(told) if told else None


def pain_by_day(sessions: Iterable[SessionRecord]) -> dict[date, DayPain]:
    """The pain of each day: its first rating before and its last rating after exercise."""
    found: dict[date, DayPain] = {}
    for session in sorted(sessions, key=lambda session: session.started):
        known = found.get(session.day, DayPain(None, None))
        before = session.pain_before if known.before is None else known.before
        after = known.after if session.pain_after is None else session.pain_after
        found[session.day] = DayPain(before, after)
    return found


def pain_trend(sessions: Iterable[SessionRecord], first: date, last: date) -> Trend | None:
    """Whether pain after exercise was lower in the later half of these days than in the earlier.

    None below 3 days with a rating; LOWER and HIGHER take a difference of 2 points or more.
    """
    held = pain_by_day(session for session in sessions if first <= session.day <= last)
    told = [held[day].after for day in sorted(held)]
    after = [value for value in told if value is not None]
    if len(after) < TREND_DAYS:
        return None
    half = len(after) // 2
    change = sum(after[-half:]) / half - sum(after[:half]) / half
    if abs(change) < TREND_POINTS:
        return Trend.SAME
    return Trend.LOWER if change < 0 else Trend.HIGHER


def average_seconds(shown: Iterable[Column]) -> int | None:
    """Seconds a day, over the days that have a session; None when no day has."""
    held = tuple(shown)
    days = sum(column.days for column in held)
    return round(sum(column.seconds for column in held) / days) if days else None


def keys_present(shown: Iterable[Column]) -> tuple[str, ...]:
    """The chart keys that have any time, in the order of the legend."""
    present = {key for column in shown for key, _ in column.parts}
    return tuple(key for key in CHART_KEYS if key in present)


def axis(most: float) -> tuple[int, ...]:
    """Four marks from 0, evenly spaced at a round step, the last at or above `most`."""
    power = 1
    while 3 * _STEPS[-1] * power < most:
        power *= 10
    step = next(step for step in _STEPS if 3 * step * power >= most) * power
    return (0, step, 2 * step, 3 * step)


def calendar_weeks(
    sessions: Iterable[SessionRecord], month: date, first_weekday: int = 0
) -> tuple[tuple[CalendarDay | None, ...], ...]:
    """The month of a day as weeks of seven, None outside it; `first_weekday` 0 is Monday."""
    counts = Counter(session.day for session in sessions)
    weeks = calendar.Calendar(first_weekday).monthdatescalendar(month.year, month.month)
    return tuple(
        tuple(CalendarDay(day, counts[day]) if day.month == month.month else None for day in week)
        for week in weeks
    )
