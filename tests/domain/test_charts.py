"""What the charts draw, by values: columns, pain, months, axes and bests."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kneecoach.domain.bests import Best, bests
from kneecoach.domain.charts import (
    OTHER,
    CalendarDay,
    DayPain,
    Span,
    Trend,
    average_seconds,
    axis,
    calendar_weeks,
    columns,
    keys_present,
    month_start,
    pain_by_day,
    pain_trend,
)
from kneecoach.domain.history import SessionRecord
from tests.ui.history.kept import CATALOGUE, TODAY, done, long_history, session


def _shown(span: Span, *sessions: SessionRecord) -> list[tuple[date, date, int]]:
    held = columns(sessions, span, TODAY, CATALOGUE)
    return [(c.first, c.last, c.seconds) for c in held if c.seconds]


def _raise(day: date, seconds: int, hour: int = 8) -> SessionRecord:
    return session(day, done("leg_raise", (10,), seconds), hour=hour)


@pytest.mark.parametrize(("span", "count"), [(Span.WEEK, 7), (Span.MONTH, 30), (Span.YEAR, 53)])
def test_a_span_has_its_columns_even_when_nothing_was_done(span: Span, count: int) -> None:
    held = columns((), span, TODAY, CATALOGUE)
    assert len(held) == count
    assert held[-1].first <= TODAY <= held[-1].last
    assert all(c.parts == () and c.before is None and c.after is None for c in held)


def test_days_end_today_and_begin_with_the_span() -> None:
    week = columns((), Span.WEEK, TODAY, CATALOGUE)
    assert [c.first for c in week] == [TODAY - timedelta(days=back) for back in range(6, -1, -1)]
    assert columns((), Span.MONTH, TODAY, CATALOGUE)[0].first == TODAY - timedelta(days=29)


def test_a_day_adds_up_its_sessions_by_chart_key_in_the_order_of_the_stack() -> None:
    morning = session(TODAY, done("calf_stretch", (20,), 60), done("stand_open", (30,), 40))
    evening = session(TODAY, done("stand_closed", (9,), 20), done("leg_raise", (10,), 200), hour=19)
    column = columns((evening, morning), Span.WEEK, TODAY, CATALOGUE)[-1]
    assert column.parts == (("E1", 200), ("E2", 60), ("E4", 60))
    assert (column.seconds, column.sessions, column.days) == (320, 2, 1)


def test_an_exercise_of_a_newer_version_is_drawn_as_other() -> None:
    column = columns((session(TODAY, done("heel_raise", (9,), 30)),), Span.WEEK, TODAY, CATALOGUE)
    assert column[-1].parts == ((OTHER, 30),)


def test_a_year_is_weeks_from_monday() -> None:
    monday = date(2026, 11, 16)
    assert _shown(Span.YEAR, _raise(monday, 60), _raise(TODAY, 30)) == [
        (monday, date(2026, 11, 22), 90)
    ]
    first = columns((), Span.YEAR, TODAY, CATALOGUE)[0].first
    assert first == monday - timedelta(weeks=52)
    assert _shown(Span.YEAR, _raise(first - timedelta(days=1), 60)) == []


def test_all_is_months_since_the_first_session() -> None:
    held = columns((_raise(date(2025, 12, 31), 60),), Span.ALL, TODAY, CATALOGUE)
    assert [c.first for c in held] == [month_start(date(2025, 12, 1), n) for n in range(12)]
    assert (held[0].last, held[0].seconds) == (date(2025, 12, 31), 60)
    assert held[-1].last == date(2026, 11, 30)


def test_all_draws_six_months_of_a_history_that_is_shorter() -> None:
    assert len(columns((_raise(TODAY, 60),), Span.ALL, TODAY, CATALOGUE)) == 6


def test_months_pass_the_turn_of_the_year() -> None:
    assert month_start(date(2026, 1, 15), -1) == date(2025, 12, 1)
    assert month_start(date(2026, 12, 31), 1) == date(2027, 1, 1)


def test_who_flew_west_still_sees_the_session_of_tomorrow() -> None:
    ahead = TODAY + timedelta(days=1)
    assert _shown(Span.WEEK, _raise(ahead, 60)) == [(ahead, ahead, 60)]
    assert _shown(Span.WEEK, _raise(ahead + timedelta(days=1), 60)) == []


def test_the_day_is_the_kept_one_whatever_the_clock_said() -> None:
    # The night of 25 October 2026, when clocks in Europe go back: 01:30 UTC is 02:30 at +60 and
    # was 03:30 at +120.
    day = date(2026, 10, 25)
    before = session(day, done("leg_raise", (9,), 60), hour=2, offset_minutes=120)
    after = session(day, done("leg_raise", (9,), 60), hour=2, offset_minutes=60)
    assert after.started - before.started == 3600
    assert _shown(Span.MONTH, after, before) == [(day, day, 120)]


@given(st.integers(1, 500), st.sampled_from(Span))
@settings(max_examples=40)
def test_columns_touch_and_none_is_counted_twice(days: int, span: Span) -> None:
    records = long_history(days)
    held = columns(records, span, TODAY, CATALOGUE)
    assert all(a.last + timedelta(days=1) == b.first for a, b in pairwise(held))
    inside = [r for r in records if held[0].first <= r.day <= held[-1].last]
    assert sum(c.seconds for c in held) == sum(r.seconds for r in inside)
    assert sum(c.sessions for c in held) == len(inside)
    assert sum(c.days for c in held) == len({r.day for r in inside})


def test_a_day_tells_its_first_pain_before_and_its_last_pain_after() -> None:
    first = session(TODAY, done("leg_raise", (9,), 60), hour=8, pain=(6, 7, 5))
    second = session(TODAY, done("leg_raise", (9,), 60), hour=13, pain=(None, 4, 3))
    third = session(TODAY, done("leg_raise", (9,), 60), hour=19, pain=(4, None, None))
    assert pain_by_day((third, first, second)) == {TODAY: DayPain(6, 3)}
    column = columns((third, first, second), Span.WEEK, TODAY, CATALOGUE)[-1]
    assert (column.before, column.after) == (6, 3)


def test_pain_not_given_is_not_pain_of_zero() -> None:
    monday = date(2026, 11, 16)
    kept = (
        session(monday, done("leg_raise", (9,), 60), pain=(4, None, 2)),
        session(monday + timedelta(days=1), done("leg_raise", (9,), 60)),
        session(monday + timedelta(days=2), done("leg_raise", (9,), 60), pain=(None, None, 5)),
    )
    column = columns(kept, Span.YEAR, TODAY, CATALOGUE)[-1]
    assert (column.before, column.after) == (4, 3.5)


def _after(*values: int | None) -> tuple[SessionRecord, ...]:
    first = TODAY - timedelta(days=len(values) - 1)
    return tuple(
        session(first + timedelta(days=n), done("leg_raise", (9,), 60), pain=(None, None, value))
        for n, value in enumerate(values)
    )


@pytest.mark.parametrize(
    ("after", "trend"),
    [
        ((), None),
        ((8, 1), None),
        ((8, None, 1), None),
        ((6, 5, 4), Trend.LOWER),
        ((6, 5, 5), Trend.SAME),
        ((2, 9, 4), Trend.HIGHER),
        ((6, 6, 4, 5), Trend.SAME),
        ((6, 6, 4, 4), Trend.LOWER),
        ((0, 0, 0, 0), Trend.SAME),
    ],
)
def test_a_direction_is_told_from_three_days_and_two_points(
    after: tuple[int | None, ...], trend: Trend | None
) -> None:
    assert pain_trend(_after(*after), TODAY - timedelta(days=29), TODAY) is trend


def test_the_direction_looks_only_at_its_days() -> None:
    kept = _after(9, 9, 3, 3, 3)
    assert pain_trend(kept, TODAY - timedelta(days=4), TODAY) is Trend.LOWER
    assert pain_trend(kept, TODAY - timedelta(days=2), TODAY) is Trend.SAME


def test_the_average_is_over_days_with_a_session() -> None:
    kept = (_raise(TODAY, 60), _raise(TODAY, 120, hour=19), _raise(TODAY - timedelta(days=3), 60))
    assert average_seconds(columns(kept, Span.WEEK, TODAY, CATALOGUE)) == 120
    assert average_seconds(columns((), Span.WEEK, TODAY, CATALOGUE)) is None


def test_only_what_was_done_is_in_the_legend() -> None:
    kept = (
        session(TODAY, done("massage_calf", (120,), 120), done("squat", (8,), 0)),
        session(TODAY - timedelta(days=2), done("leg_raise", (9,), 60)),
    )
    assert keys_present(columns(kept, Span.WEEK, TODAY, CATALOGUE)) == ("E1", "M")


@pytest.mark.parametrize(
    ("most", "marks"),
    [
        (0, (0, 1, 2, 3)),
        (2.5, (0, 1, 2, 3)),
        (3.01, (0, 2, 4, 6)),
        (7, (0, 3, 6, 9)),
        (26, (0, 10, 20, 30)),
        (30, (0, 10, 20, 30)),
        (31, (0, 15, 30, 45)),
        (158, (0, 60, 120, 180)),
        (241, (0, 100, 200, 300)),
        (1501, (0, 600, 1200, 1800)),
    ],
)
def test_an_axis_has_four_round_marks(most: float, marks: tuple[int, ...]) -> None:
    assert axis(most) == marks


@given(st.floats(0, 1e7))
def test_an_axis_holds_the_highest_column_without_wasting_the_height(most: float) -> None:
    marks = axis(most)
    assert marks[0] == 0
    assert len({b - a for a, b in pairwise(marks)}) == 1
    assert most <= marks[-1] <= max(3, most * 2)


def test_a_month_is_weeks_of_seven_with_the_sessions_of_each_day() -> None:
    kept = (_raise(TODAY, 60), _raise(TODAY, 60, hour=19), _raise(date(2026, 10, 31), 60))
    weeks = calendar_weeks(kept, TODAY)
    assert [len(week) for week in weeks] == [7] * 6  # 1 November 2026 is a Sunday
    assert weeks[0] == (None,) * 6 + (CalendarDay(date(2026, 11, 1), 0),)
    assert weeks[3][6] == CalendarDay(TODAY, 2)
    assert sum(day.sessions for week in weeks for day in week if day) == 2


def test_a_month_can_begin_its_weeks_on_sunday() -> None:
    assert calendar_weeks((), TODAY, first_weekday=6)[0][0] == CalendarDay(date(2026, 11, 1), 0)


def test_a_best_is_the_most_of_one_set_on_the_day_it_was_first_done() -> None:
    first, second, third = (TODAY - timedelta(days=back) for back in (9, 5, 1))
    kept = (
        session(third, done("leg_raise", (10, 14), 60), done("stand_open", (38,), 60)),
        session(first, done("leg_raise", (10, 9), 60), done("stand_open", (41, 3), 60)),
        session(second, done("leg_raise", (14, 12), 60)),
    )
    assert bests(kept, CATALOGUE) == (
        Best("leg_raise", 14, None, second, third),
        Best("stand_open", None, 41, first, third),
    )


def test_massage_nothing_and_the_unknown_have_no_best() -> None:
    kept = (
        session(TODAY, done("massage_calf", (120,), 120)),
        session(TODAY, done("leg_raise", (), 5), done("squat", (0,), 5), hour=9),
        session(TODAY, done("heel_raise", (9,), 30), hour=10),
    )
    assert bests(kept, CATALOGUE) == ()
