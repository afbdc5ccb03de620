"""What the painted charts put on the screen, by pixels."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QPixmap
from pytestqt.qtbot import QtBot

from kneecoach.domain.charts import Span, columns
from kneecoach.domain.history import SessionRecord
from kneecoach.domain.settings import ThemeChoice
from kneecoach.ui.charts.axes import fitting_dates
from kneecoach.ui.charts.columns import ColumnChart
from kneecoach.ui.charts.days import level_colours
from kneecoach.ui.charts.minutes import MinutesChart
from kneecoach.ui.charts.pain import PainChart
from kneecoach.ui.charts.words import Mark, column_marks
from kneecoach.ui.fonts import font
from kneecoach.ui.look import Look
from kneecoach.ui.theme import DARK, LIGHT, Theme, contrast
from tests.ui.history.kept import CATALOGUE, TODAY, done, long_history, session

ENGLISH = QLocale("en")
MOST_COLUMNS = 124


def _drawn(
    qtbot: QtBot,
    chart: ColumnChart,
    sessions: tuple[SessionRecord, ...],
    span: Span = Span.WEEK,
) -> QImage:
    qtbot.addWidget(chart)
    chart.resize(700, 260)
    chart.show_columns(columns(sessions, span, TODAY, CATALOGUE), span)
    picture = QPixmap(chart.size())
    picture.fill(QColor(chart.look.theme.surface))
    chart.render(picture)
    return picture.toImage()


def _column_colours(image: QImage, chart: ColumnChart, index: int) -> list[str]:
    """The colours down the middle of a column, each once."""
    rect = chart.column_rect(index)
    x = round(rect.center().x())
    found = [image.pixelColor(x, y).name().upper() for y in range(int(rect.bottom()))]
    return list(dict.fromkeys(found))


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_a_bar_has_the_colours_of_what_was_done_and_grows_with_it(
    qtbot: QtBot, theme: Theme
) -> None:
    chart = MinutesChart(Look(ThemeChoice(theme.name)), ENGLISH)
    kept = (
        session(TODAY, done("leg_raise", (10,), 300), done("hamstring_bent", (20,), 300)),
        session(TODAY - timedelta(days=1), done("leg_raise", (10,), 300)),
    )
    image = _drawn(qtbot, chart, kept)
    raise_, stretch = (theme.charts[key].colour for key in ("E1", "E3"))
    assert {raise_, stretch} <= set(_column_colours(image, chart, 6))
    assert raise_ in _column_colours(image, chart, 5)
    assert stretch not in _column_colours(image, chart, 5)
    assert raise_ not in _column_colours(image, chart, 4)
    assert _height(image, chart, 6, (raise_, stretch)) == pytest.approx(
        2 * _height(image, chart, 5, (raise_,)), abs=4
    )


def _height(image: QImage, chart: ColumnChart, index: int, colours: tuple[str, ...]) -> int:
    rect = chart.column_rect(index)
    x = round(rect.center().x())
    rows = range(int(rect.bottom()))
    return sum(image.pixelColor(x, y).name().upper() in colours for y in rows)


def test_patterns_repeat_the_colours_that_need_them(qtbot: QtBot) -> None:
    chart = MinutesChart(Look(ThemeChoice.LIGHT), ENGLISH)
    plain = _drawn(qtbot, chart, (session(TODAY, done("leg_raise", (9,), 300)),))
    few = len(_column_colours(plain, chart, 6))
    for name in ("stand_open", "calf_stretch", "squat", "lunge"):
        drawn = _drawn(qtbot, chart, (session(TODAY, done(name, (9,), 300)),))
        assert len(_row_and_column_colours(drawn, chart, 6)) > few + 3, name


def _row_and_column_colours(image: QImage, chart: ColumnChart, index: int) -> set[str]:
    rect = chart.column_rect(index)
    y = round(rect.bottom() - rect.height() / 3)
    left = round(rect.center().x()) - 15
    across = {image.pixelColor(x, y).name() for x in range(left, left + 30)}
    return across | set(_column_colours(image, chart, index))


def test_a_day_without_a_rating_is_left_out_and_not_drawn_as_zero(qtbot: QtBot) -> None:
    chart = PainChart(Look(ThemeChoice.LIGHT), ENGLISH)
    kept = tuple(
        session(TODAY - timedelta(days=back), done("leg_raise", (9,), 60), pain=(None, None, value))
        for back, value in ((2, 5), (1, None), (0, 5))
    )
    image = _drawn(qtbot, chart, kept)
    plot, ink = chart.plot(), QColor(LIGHT.target_ink).name()
    x = round(chart.column_rect(5).center().x())
    found = [y for y in range(image.height()) if image.pixelColor(x, y).name() == ink]
    assert found
    assert all(abs(y - plot.center().y()) <= 3 for y in found)


def test_a_single_rating_is_seen(qtbot: QtBot) -> None:
    chart = PainChart(Look(ThemeChoice.LIGHT), ENGLISH)
    kept = (session(TODAY, done("leg_raise", (9,), 60), pain=(4, None, None)),)
    assert LIGHT.ink3 in _column_colours(_drawn(qtbot, chart, kept), chart, 6)


def test_another_palette_is_drawn_at_once(qtbot: QtBot) -> None:
    look = Look(ThemeChoice.LIGHT)
    chart = MinutesChart(look, ENGLISH)
    kept = (session(TODAY, done("leg_raise", (9,), 300)),)
    assert LIGHT.charts["E1"].colour in _column_colours(_drawn(qtbot, chart, kept), chart, 6)
    look.follow(ThemeChoice.DARK)
    picture = QPixmap(chart.size())
    chart.render(picture)
    colours = _column_colours(picture.toImage(), chart, 6)
    assert DARK.charts["E1"].colour in colours
    look.follow(ThemeChoice.LIGHT)


def test_ten_years_have_no_more_columns_than_are_painted_within_a_frame() -> None:
    """benchmarks/charts.py times as many."""
    assert len(columns(long_history(365), Span.YEAR, TODAY, CATALOGUE)) <= MOST_COLUMNS
    assert len(columns(long_history(3_650), Span.ALL, TODAY, CATALOGUE)) <= MOST_COLUMNS


def test_dates_never_touch_and_january_stays(qtbot: QtBot) -> None:  # noqa: ARG001
    metrics = QFontMetricsF(font(14, 500, tabular=True))
    old = (session(date(2019, 3, 1), done("leg_raise", (9,), 60)),)
    shown = columns(old, Span.ALL, TODAY, CATALOGUE)
    marks = column_marks(shown, Span.ALL, ENGLISH)
    assert len(marks) == len(shown) == 93
    years = [str(year) for year in range(2020, 2027)]
    for width in (3000, 700, 500):
        kept = fitting_dates(marks, width / len(shown), metrics)
        assert [mark.text for mark in kept if mark.text.isdigit()] == years
    assert len(kept) == len(years)
    few = [Mark(0, "24 Oct", 0), Mark(1, "31", 1), Mark(2, "7 Nov", 2)]
    assert fitting_dates(few, 200, metrics) == few
    assert [mark.text for mark in fitting_dates(few, 40, metrics)] == ["24 Oct", "7 Nov"]


@pytest.mark.parametrize("theme", [LIGHT, DARK])
@pytest.mark.parametrize("sessions", range(5))
def test_a_day_of_the_calendar_can_be_read_on_its_shade(theme: Theme, sessions: int) -> None:
    ground, ink = level_colours(theme, sessions)
    assert contrast(ground, ink) >= 4.5
