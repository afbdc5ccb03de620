"""The calendar by keys and by what a screen reader is told."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from kneecoach.domain.settings import ThemeChoice
from kneecoach.ui.charts.days import DayButton
from kneecoach.ui.charts.month import MonthCalendar
from kneecoach.ui.kit.page import focusables
from kneecoach.ui.look import Look
from tests.ui.history.kept import TODAY, done, session


def _calendar(qtbot: QtBot, today: date = TODAY, first_weekday: int = 0) -> MonthCalendar:
    calendar = MonthCalendar(Look(ThemeChoice.LIGHT), QLocale("en"), first_weekday)
    qtbot.addWidget(calendar)
    kept = [
        session(today, done("leg_raise", (9,), 60)),
        session(today, done("leg_raise", (9,), 60), hour=19),
        session(today - timedelta(days=40), done("leg_raise", (9,), 60)),
    ]
    calendar.show_sessions(kept, today)
    calendar.resize(308, 360)
    with qtbot.waitExposed(calendar):
        calendar.show()
    calendar.activateWindow()
    return calendar


def _days(calendar: MonthCalendar) -> list[DayButton]:
    return [day for day in calendar.findChildren(DayButton) if day.isVisible()]


def _focused(calendar: MonthCalendar) -> date:
    return next(day.day for day in _days(calendar) if day.hasFocus())


def test_each_day_says_its_date_and_its_sessions(qtbot: QtBot) -> None:
    days = _days(_calendar(qtbot))
    assert len(days) == 30
    assert days[20].accessibleName() == "Saturday, 21 November: 0 sessions"
    assert days[21].accessibleName() == "Sunday, 22 November, today: 2 sessions"
    assert days[22].accessibleName() == "Monday, 23 November"
    assert [day.isEnabled() for day in days] == [True] * 22 + [False] * 8


def test_weeks_begin_on_the_day_they_are_told_to(qtbot: QtBot) -> None:
    for first, heads in ((0, "MoTuWeThFrSaSu"), (6, "SuMoTuWeThFrSa")):
        calendar = _calendar(qtbot, first_weekday=first)
        labels = [label.text() for label in calendar.findChildren(QLabel)]
        assert heads in "".join(labels)
        columns = {day.day.weekday(): day.x() for day in _days(calendar)}
        assert min(columns, key=lambda weekday: columns[weekday]) == first


def test_tab_reaches_one_day_and_arrows_the_others(qtbot: QtBot) -> None:
    calendar = _calendar(qtbot)
    reached = [widget for widget in focusables(calendar) if isinstance(widget, DayButton)]
    assert [day.day for day in reached] == [TODAY]
    reached[0].setFocus(Qt.FocusReason.TabFocusReason)
    for key, days in ((Qt.Key.Key_Left, 1), (Qt.Key.Key_Up, 8), (Qt.Key.Key_Right, 7)):
        qtbot.keyClick(calendar.focusWidget() or calendar, key)
        assert _focused(calendar) == TODAY - timedelta(days=days)
    with qtbot.waitSignal(calendar.chosen) as chosen:
        qtbot.keyClick(calendar.focusWidget() or calendar, Qt.Key.Key_Return)
    assert chosen.args == [TODAY - timedelta(days=7)]


def test_arrows_pass_from_month_to_month_but_never_past_today(qtbot: QtBot) -> None:
    calendar = _calendar(qtbot, date(2026, 3, 1))
    next(day for day in _days(calendar) if day.day.day == 1).setFocus()
    qtbot.keyClick(calendar.focusWidget() or calendar, Qt.Key.Key_Right)
    assert _focused(calendar) == date(2026, 3, 1)
    qtbot.keyClick(calendar.focusWidget() or calendar, Qt.Key.Key_Left)
    assert _focused(calendar) == date(2026, 2, 28)
    qtbot.keyClick(calendar.focusWidget() or calendar, Qt.Key.Key_PageUp)
    assert _focused(calendar) == date(2026, 1, 1)
    assert len(_days(calendar)) == 31


def test_the_buttons_turn_the_month_and_stop_at_today(qtbot: QtBot) -> None:
    calendar = _calendar(qtbot, date(2026, 1, 5))
    titles = [label.text() for label in calendar.findChildren(QLabel)]
    assert "January" in titles
    calendar.show_month(-1)
    titles = [label.text() for label in calendar.findChildren(QLabel)]
    assert "December 2025" in titles
    for _ in range(3):
        calendar.show_month(1)
    assert _days(calendar)[0].day == date(2026, 1, 1)
