"""The history page as somebody uses it: keys, pointer, range, table, list."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from kneecoach.domain.charts import Span
from kneecoach.domain.history import JournalError, SessionRecord
from kneecoach.domain.settings import ThemeChoice
from kneecoach.ui.charts.columns import ColumnChart
from kneecoach.ui.charts.legend import Legend
from kneecoach.ui.history_page import HistoryPage
from kneecoach.ui.kit.page import focusables
from kneecoach.ui.look import Look
from kneecoach.ui.pseudo_language import PseudoTranslator
from tests.ui.history.kept import TODAY, KeptSessions, done, long_history, session
from tests.ui.history.surroundings import page_of


def _shown(qtbot: QtBot, *sessions: SessionRecord, language: str = "en") -> HistoryPage:
    return _shown_of(qtbot, KeptSessions(sessions), language)


def _shown_of(qtbot: QtBot, journal: KeptSessions, language: str = "en") -> HistoryPage:
    page = page_of(journal, Look(ThemeChoice.LIGHT), language)
    qtbot.addWidget(page)
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    return page


def _settle() -> None:
    """Let layouts that follow one another come to rest."""
    for _ in range(4):
        QCoreApplication.processEvents()


def _texts(widget: QWidget) -> list[str]:
    _settle()
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisible()]


def _tab_to(qtbot: QtBot, page: HistoryPage, wanted: QWidget) -> None:
    for _ in focusables(page):
        if wanted.hasFocus():
            return
        qtbot.keyClick(page.focusWidget() or page, Qt.Key.Key_Tab)
    assert wanted.hasFocus()


_THREE = (
    session(TODAY - timedelta(days=2), done("leg_raise", (10, 10, 10), 240), pain=(5, 6, 4)),
    session(TODAY - timedelta(days=1), done("calf_stretch", (20, 20), 90), pain=(4, 4, 3)),
    session(TODAY, done("leg_raise", (10, 8), 150), done("squat", (8,), 60), pain=(4, 5, 2)),
)


def test_without_a_session_enter_starts_the_first(qtbot: QtBot) -> None:
    page = _shown(qtbot)
    assert "Nothing here yet" in _texts(page)
    assert not page.range.isVisible()
    page.take_focus()
    with qtbot.waitSignal(page.start_wanted):
        qtbot.keyClick(page.empty.start, Qt.Key.Key_Return)


def test_a_history_that_cannot_be_read_is_told_in_one_sentence_in_place(qtbot: QtBot) -> None:
    journal = KeptSessions(_THREE, error=JournalError("locked", path="here.sqlite3"))
    page = _shown_of(qtbot, journal)
    told = [text for text in _texts(page) if "here.sqlite3" in text]
    assert len(told) == 1
    assert not page.content.isVisible()
    assert not page.empty.isVisible()
    journal.error = None
    page.take_focus()
    qtbot.keyClick(page.notice.button, Qt.Key.Key_Return)
    assert page.content.isVisible()
    assert not [text for text in _texts(page) if "here.sqlite3" in text]


def test_what_is_saved_meanwhile_is_there_after_refresh(qtbot: QtBot) -> None:
    journal = KeptSessions()
    page = _shown_of(qtbot, journal)
    journal.records = _THREE
    page.refresh()
    assert page.content.isVisible()
    assert len(page.sessions.rows) == 3


def test_arrow_keys_move_along_the_days_and_tell_what_was_done(qtbot: QtBot) -> None:
    page = _shown(qtbot, *_THREE)
    chart = page.charts.minutes.chart
    _tab_to(qtbot, page, chart)
    assert page.charts.callout.lines == (
        "Sunday, 22 November",
        "4 min · 1 session",
        "Squat 1 min",
        "Straight-leg raise 2 min",
        "Pain before 4, after 2",
    )
    qtbot.keyClick(chart, Qt.Key.Key_Left)
    assert page.charts.callout.lines[:2] == ("Saturday, 21 November", "2 min · 1 session")
    assert page.charts.pain.chart.index == chart.index == 28
    qtbot.keyClick(chart, Qt.Key.Key_Home)
    assert page.charts.callout.lines == ("Saturday, 24 October", "No session")
    qtbot.keyClick(chart, Qt.Key.Key_Left)
    assert chart.index == 0
    qtbot.keyClick(chart, Qt.Key.Key_Escape)
    assert not page.charts.callout.isVisible()


def test_the_pointer_tells_the_same_and_goes_without_trace(qtbot: QtBot) -> None:
    page = _shown(qtbot, *_THREE)
    chart = page.charts.pain.chart
    qtbot.mouseMove(chart, chart.column_rect(29).center().toPoint())
    assert page.charts.callout.lines[0] == "Sunday, 22 November"
    assert page.charts.callout.isVisible()
    qtbot.mouseMove(chart, QPoint(2, 2))
    assert not page.charts.callout.isVisible()
    assert page.charts.minutes.chart.index == -1


def test_enter_on_a_day_shows_its_sessions_alone_until_all_are_wanted(qtbot: QtBot) -> None:
    page = _shown(qtbot, *_THREE)
    chart = page.charts.minutes.chart
    _tab_to(qtbot, page, chart)
    qtbot.keyClick(chart, Qt.Key.Key_Left)
    qtbot.keyClick(chart, Qt.Key.Key_Return)
    assert [row.accessibleName().split(",")[0] for row in page.sessions.rows] == ["Saturday"]
    assert page.sessions.rows[0].hasFocus()
    assert not page.sessions.rows[0].visibleRegion().isEmpty()
    _press(qtbot, page.sessions, "Show all sessions")
    assert len(page.sessions.rows) == 3


def _press(qtbot: QtBot, inside: QWidget, text: str) -> None:
    button = next(b for b in inside.findChildren(QPushButton) if b.text() == text)
    assert button.isVisible()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_a_month_of_many_sessions_comes_up_at_its_first(qtbot: QtBot) -> None:
    page = _shown(qtbot, *long_history(60))
    page.choose(Span.ALL)
    page.charts.minutes.chart.chosen.emit(5)
    _settle()
    assert len(page.sessions.rows) == 10
    assert not page.sessions.rows[0].visibleRegion().isEmpty()
    _press(qtbot, page.sessions, "Show more")
    _settle()
    assert len(page.sessions.rows) == 20
    assert page.sessions.rows[10].hasFocus()
    assert not page.sessions.rows[10].visibleRegion().isEmpty()


def test_a_day_of_the_calendar_shows_its_sessions(qtbot: QtBot) -> None:
    page = _shown(qtbot, *_THREE)
    page.calendar.chosen.emit(TODAY - timedelta(days=3))
    assert page.sessions.rows == []
    assert "No session" in _texts(page.sessions)


@pytest.mark.parametrize(
    ("key", "span", "columns", "title"),
    [
        (Qt.Key.Key_1, Span.WEEK, 7, "Minutes a day"),
        (Qt.Key.Key_2, Span.MONTH, 30, "Minutes a day"),
        (Qt.Key.Key_3, Span.YEAR, 53, "Minutes a week"),
        (Qt.Key.Key_4, Span.ALL, 6, "Minutes a month"),
    ],
)
def test_alt_and_a_digit_choose_how_far_back(
    qtbot: QtBot, key: Qt.Key, span: Span, columns: int, title: str
) -> None:
    page = _shown(qtbot, *_THREE)
    qtbot.keyClick(page, key, Qt.KeyboardModifier.AltModifier)
    assert page.span is span
    for chart in page.charts.findChildren(ColumnChart):
        assert len(chart.columns) == columns
    assert title in _texts(page.charts)
    assert page.charts.minutes.chart.accessibleName() == title


def test_t_shows_both_charts_as_a_table_and_back(qtbot: QtBot) -> None:
    page = _shown(qtbot, *_THREE)
    qtbot.keyClick(page.charts.minutes.chart, Qt.Key.Key_T)
    table = page.charts.table.table
    assert table.isVisible()
    assert table.hasFocus()
    assert not page.charts.minutes.isVisible()
    heads = [table.horizontalHeaderItem(n).text() for n in range(table.columnCount())]
    rows = [
        [table.item(row, n).text() for n in range(table.columnCount())]
        for row in range(table.rowCount())
    ]
    assert heads == [
        *("Date", "Sessions", "Together", "Pain before", "Pain after"),
        *("Leg raise", "Calf", "Squat"),
    ]
    assert rows == [
        ["Sunday, 22 November", "1", "4 min", "4", "2", "2 min", "", "1 min"],
        ["Saturday, 21 November", "1", "2 min", "4", "3", "", "2 min", ""],
        ["Friday, 20 November", "1", "4 min", "5", "4", "4 min", "", ""],
    ]
    qtbot.keyClick(table, Qt.Key.Key_Down)
    qtbot.keyClick(table, Qt.Key.Key_Return)
    assert page.sessions.rows[0].accessibleName().startswith("Saturday, 21 November")
    qtbot.keyClick(page, Qt.Key.Key_T)
    assert page.charts.minutes.isVisible()
    assert not table.isVisible()


def test_a_screen_reader_is_told_that_the_charts_are_charts(qtbot: QtBot) -> None:
    page = _shown(qtbot, *_THREE)
    for chart, name in (
        (page.charts.minutes.chart, "Minutes a day"),
        (page.charts.pain.chart, "Pain, 0 to 10"),
    ):
        told = QAccessible.queryAccessibleInterface(chart)
        assert told.role() is QAccessible.Role.Chart
        assert told.text(QAccessible.Text.Name) == name
        assert "T shows a table." in told.text(QAccessible.Text.Description)
    row = QAccessible.queryAccessibleInterface(page.sessions.rows[0])
    assert row.role() is QAccessible.Role.ListItem
    assert "Straight-leg raise, left: 10, 8 of 3" in row.text(QAccessible.Text.Name)


def test_the_legend_names_only_what_was_done(qtbot: QtBot) -> None:
    page = _shown(qtbot, *_THREE)
    names = [legend.accessibleName() for legend in page.charts.minutes.findChildren(Legend)]
    assert names == ["Straight-leg raise, Calf stretch, Squat"]
    page.set_compact(True)
    names = [legend.accessibleName() for legend in page.charts.minutes.findChildren(Legend)]
    assert names == ["Leg raise, Calf, Squat"]


@pytest.mark.parametrize(("days", "told"), [(2, False), (3, True)])
def test_no_word_about_a_direction_below_three_days(qtbot: QtBot, days: int, told: bool) -> None:
    page = _shown(qtbot, *_THREE[-days:])
    found = [text for text in _texts(page.charts.pain) if text.startswith("After exercise")]
    assert bool(found) is told


def test_bests_are_of_all_time_with_their_day(qtbot: QtBot) -> None:
    old = session(TODAY - timedelta(days=700), done("leg_raise", (20,), 60))
    page = _shown(qtbot, old, *_THREE)
    texts = _texts(page.bests)
    assert texts[texts.index("Straight-leg raise") + 1] == "times in a set, 22 Dec 2024"
    assert "20" in texts


def test_everything_can_be_reached_with_tab_and_has_a_name(qtbot: QtBot) -> None:
    page = _shown(qtbot, *long_history(20))
    reached = focusables(page)
    for wanted in (
        page.charts.minutes.chart,
        page.charts.minutes.button,
        page.charts.pain.chart,
        page.sessions.rows[0],
    ):
        assert wanted in reached
    for widget in reached:
        told = QAccessible.queryAccessibleInterface(widget)
        assert told.text(QAccessible.Text.Name), widget


def _cut(page: QWidget) -> list[str]:
    """The texts of labels that have less room than they need."""
    return [
        label.text()
        for label in page.findChildren(QLabel)
        if label.isVisible() and label.text() and _too_small(label)
    ]


def _too_small(label: QLabel) -> bool:
    if label.wordWrap():
        return label.heightForWidth(label.width()) > label.height()
    return label.sizeHint().width() > label.width()


def test_a_label_with_too_little_room_is_found(qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    QLabel("much too long for forty", holder).setFixedWidth(40)
    with qtbot.waitExposed(holder):
        holder.show()
    assert _cut(holder) == ["much too long for forty"]


@pytest.mark.parametrize("language", ["en", "pseudo"])
@pytest.mark.parametrize(("width", "height", "compact"), [(1184, 800, False), (824, 600, True)])
def test_no_text_is_cut(
    qtbot: QtBot, language: str, width: int, height: int, compact: bool
) -> None:
    translator = PseudoTranslator()
    if language == "pseudo":
        QCoreApplication.installTranslator(translator)
    try:
        cut_off = session(TODAY, done("leg_raise", (4,), 60), hour=20, finished=False)
        page = _shown(qtbot, *long_history(60), cut_off, language=language)
        page.resize(width, height)
        page.set_compact(compact)
        _settle()
        assert _cut(page) == []
        assert page.content.width() <= page.scroll_box.viewport().width()
    finally:
        QCoreApplication.removeTranslator(translator)
