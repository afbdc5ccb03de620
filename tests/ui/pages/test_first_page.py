"""The first start: read, ticked, told; by keys alone and by the mouse, and nothing beforehand."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QKeyEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QRadioButton, QWidget

from kneecoach.domain.first_start import FirstTold
from kneecoach.domain.settings import PainfulSide, Settings, ThemeChoice
from kneecoach.ui.first_page import FirstPage
from kneecoach.ui.kit.list_choice import KEY_PAUSE_MS
from kneecoach.ui.kit.page import focusables
from kneecoach.ui.look import Look
from kneecoach.ui.pictures import Pictures
from tests.ui.pages.seen import cut, left_behind
from tests.ui.surroundings import Surroundings

NEW = Settings()
SIZES = [(1280, 800), (900, 600)]
every_size = pytest.mark.parametrize("size", SIZES, ids=["wide", "compact"])
Opened = Callable[..., FirstPage]


@pytest.fixture
def opened(surroundings: Surroundings, qapp: QApplication) -> Iterator[Opened]:
    pages: list[FirstPage] = []

    def show(settings: Settings = NEW, size: tuple[int, int] = (1280, 800)) -> FirstPage:
        services = replace(surroundings.services, settings=settings)
        content, look = services.content, Look(ThemeChoice.LIGHT, calm=True)
        page = FirstPage(services, look, Pictures(content.poses, look, services.clock))
        page.resize(*size)
        page.show()
        page.activateWindow()
        page.complete()
        qapp.processEvents()
        pages.append(page)
        return page

    yield show
    for page in pages:
        page.close()
        page.deleteLater()
    qapp.processEvents()


@pytest.fixture
def page(opened: Opened) -> FirstPage:
    return opened()


def told_by(page: FirstPage) -> list[FirstTold]:
    told: list[FirstTold] = []
    page.told.connect(told.append)
    return told


def press(page: QWidget, *keys: Qt.Key | str) -> None:
    """Press keys wherever the focus is."""
    for key in keys:
        target = page.focusWidget() or page
        if isinstance(key, str):
            QTest.keyClicks(target, key)
        else:
            QTest.keyClick(target, key)


def click(widget: QWidget) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=widget.rect().center())


def shown(page: FirstPage) -> str:
    return " ".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())


def name_of(widget: QWidget) -> str:
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def test_everything_is_told_by_the_keys_alone(page: FirstPage) -> None:
    told = told_by(page)
    press(page, Qt.Key.Key_Space, Qt.Key.Key_Return)
    press(page, "74", Qt.Key.Key_Tab, "u", Qt.Key.Key_Tab)
    press(page, "b", Qt.Key.Key_Tab, "oct", Qt.Key.Key_Tab, "2025", Qt.Key.Key_Return)
    assert told == [FirstTold(74, "GB", PainfulSide.BOTH, "2025-10")]


def test_the_key_of_a_knee_is_taken_in_the_list_of_countries_but_not_within_a_name(
    page: FirstPage,
) -> None:
    told = told_by(page)
    press(page, Qt.Key.Key_Space, Qt.Key.Key_Return, "74", Qt.Key.Key_Tab)
    for number, letter in enumerate("ger"):
        type_at(page.form.country, letter, 1000 + number * KEY_PAUSE_MS // 2)
    assert (page.form.country.value, page.form.side) == ("DE", None)
    type_at(page.form.country, "r", 1000 + 3 * KEY_PAUSE_MS)
    press(page, Qt.Key.Key_Return)
    assert told == [FirstTold(74, "DE", PainfulSide.RIGHT, "")]


def type_at(widget: QWidget, letter: str, ms: int) -> None:
    """Press a letter at that time of the screen's own."""
    key, none = Qt.Key(ord(letter.upper())), Qt.KeyboardModifier.NoModifier
    event = QKeyEvent(QEvent.Type.KeyPress, key, none, letter)
    event.setTimestamp(ms)
    QApplication.sendEvent(widget, event)


def test_everything_is_told_by_the_mouse_but_the_digits(page: FirstPage) -> None:
    told = told_by(page)
    click(page.confirm)
    click(page.go_on)
    plus, minus = (named(page, name) for name in ("One year more", "One year less"))
    for button in (plus, plus, plus, minus):
        click(button)
    page.form.country.setCurrentIndex(page.form.country.findData("DE"))
    click(named(page, "Right"))
    click(page.go_on)
    assert told == [FirstTold(19, "DE", PainfulSide.RIGHT, "")]


def named(page: FirstPage, words: str) -> QAbstractButton:
    [found] = [
        b
        for b in page.findChildren(QAbstractButton)
        if words in (b.text(), b.accessibleName()) and b.isVisible()
    ]
    return found


def test_nothing_goes_on_before_it_was_read(page: FirstPage) -> None:
    press(page, Qt.Key.Key_Return)
    click(page.go_on)
    assert not page.go_on.isEnabled()
    assert page.confirm.isVisible()
    press(page, Qt.Key.Key_Space)
    assert page.go_on.isEnabled()
    press(page, Qt.Key.Key_Space)
    assert not page.go_on.isEnabled()


def test_the_first_step_says_what_it_is_what_it_is_not_and_when_to_get_help(
    page: FirstPage, surroundings: Surroundings
) -> None:
    start = surroundings.content.texts.check.start
    words = shown(page)
    lines = (*start.is_lines, *start.is_not_lines, start.help, start.never, start.review)
    assert [line for line in lines if line not in words] == []
    assert start.minutes in words


def test_nothing_is_preset_and_the_way_on_opens_with_the_last_answer(page: FirstPage) -> None:
    told = told_by(page)
    press(page, Qt.Key.Key_Space, Qt.Key.Key_Return)
    assert (page.form.age.text(), page.form.country.value, page.form.side) == ("", None, None)
    assert "Still open: age, country, knee" in shown(page)
    press(page, "66", "r", Qt.Key.Key_Return)
    assert "Still open: country" in shown(page)
    assert told == []
    page.form.country.setCurrentIndex(page.form.country.findData(""))
    assert "112, 911, 999 or your local emergency number" in shown(page)
    press(page, Qt.Key.Key_Return)
    assert told == [FirstTold(66, "", PainfulSide.RIGHT, "")]


def test_what_is_known_already_is_there(opened: Opened) -> None:
    known = Settings(side=PainfulSide.LEFT, side_chosen=True, country="NL", pain_since="2025-03")
    page = opened(known)
    told = told_by(page)
    press(page, Qt.Key.Key_Space, Qt.Key.Key_Return, "50", Qt.Key.Key_Return)
    assert told == [FirstTold(50, "NL", PainfulSide.LEFT, "2025-03")]


def test_under_18_is_told_as_such(page: FirstPage) -> None:
    told = told_by(page)
    press(page, Qt.Key.Key_Space, Qt.Key.Key_Return, "17", "l")
    page.form.country.setCurrentIndex(0)
    press(page, Qt.Key.Key_Return)
    assert [one.under_age for one in told] == [True]


def test_digits_replace_what_was_there_and_arrows_change_it_by_one(page: FirstPage) -> None:
    press(page, Qt.Key.Key_Space, Qt.Key.Key_Return, "66")
    press(page, "74")
    assert page.form.age.text() == "74"
    press(page, Qt.Key.Key_Tab, Qt.Key.Key_Backtab, "5")
    assert page.form.age.text() == "5"
    press(page, Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Down)
    assert page.form.age.text() == "6"


@pytest.mark.parametrize(
    ("month", "year", "hint"),
    [("3", None, "Month and year, or both open"), (None, "2020", "Month and year, or both open"),
     ("12", "this", "That month is still to come"), ("open", "open", "")],
)  # fmt: skip
def test_a_half_or_future_beginning_keeps_the_way_on_closed(
    page: FirstPage, month: str | None, year: str | None, hint: str
) -> None:
    press(page, Qt.Key.Key_Space, Qt.Key.Key_Return, "66", "l")
    form = page.form
    form.country.setCurrentIndex(0)
    this_year = form.year.itemData(1)
    form.month.setCurrentIndex(-1 if month is None else form.month.findData(month))
    wanted = this_year if year == "this" else year
    form.year.setCurrentIndex(-1 if wanted is None else form.year.findData(wanted))
    assert page.go_on.isEnabled() is (hint == "")
    assert hint in shown(page)


def test_escape_goes_one_step_back_and_no_further(page: FirstPage) -> None:
    press(page, Qt.Key.Key_Space, Qt.Key.Key_Return, "66", Qt.Key.Key_Escape)
    assert page.confirm.isVisible()
    assert page.confirm.isChecked()
    press(page, Qt.Key.Key_Escape)
    assert page.isVisible()
    press(page, Qt.Key.Key_Return)
    assert page.form.age.text() == "66"


def test_help_is_one_key_or_one_click_away_on_both_steps(page: FirstPage) -> None:
    wanted: list[None] = []
    page.help_wanted.connect(lambda: wanted.append(None))
    press(page, Qt.Key.Key_F1)
    press(page, Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_F1)
    assert page.help is not None
    click(page.help)
    assert len(wanted) == 3


def test_the_wheel_over_the_country_changes_nothing(page: FirstPage) -> None:
    press(page, Qt.Key.Key_Space, Qt.Key.Key_Return)
    page.form.country.setCurrentIndex(2)
    before = page.form.country.value
    where = page.form.country.mapToGlobal(page.form.country.rect().center())
    event = wheel_down(page.form.country, where)
    QApplication.sendEvent(page.form.country, event)
    assert page.form.country.value == before


def wheel_down(widget: QWidget, where: QPoint) -> QWheelEvent:
    return QWheelEvent(
        widget.mapFromGlobal(QPointF(where)),
        QPointF(where),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )


@every_size
def test_tab_goes_through_everything_in_the_order_it_stands(
    size: tuple[int, int], opened: Opened
) -> None:
    page = opened(size=size)
    visited: list[QWidget | None] = []
    for step in range(2):
        stops = focusables(page)
        visited = []
        for _ in stops:
            visited.append(page.focusWidget())
            press(page, Qt.Key.Key_Tab)
        assert [type(stop).__name__ for stop in stops if not name_of(stop).strip()] == []
        by_arrows = {stop for stop in stops if isinstance(stop, QRadioButton)}
        assert set(visited) >= set(stops) - by_arrows
        if not step:
            page.confirm.setFocus()
            press(page, Qt.Key.Key_Space, Qt.Key.Key_Return)
    form = page.form
    wanted = [form.age, form.country, form.month, form.year, page.back, page.help]
    assert [stop for stop in dict.fromkeys(visited) if stop in wanted] == wanted


@every_size
def test_every_target_is_44_px_or_more(size: tuple[int, int], opened: Opened) -> None:
    page = opened(size=size)
    for _ in range(2):
        controls = [*page.findChildren(QAbstractButton), page.form.age, page.form.country]
        small = [c for c in controls if c.isVisible() and min(c.width(), c.height()) < 44]
        assert small == []
        press(page, Qt.Key.Key_Space, Qt.Key.Key_Return)


@pytest.mark.usefixtures("pseudo")
@every_size
def test_both_steps_are_in_the_language_and_cut_nothing(
    size: tuple[int, int], opened: Opened, qapp: QApplication
) -> None:
    page = opened(size=size)
    for _ in range(2):
        for _ in range(3):
            qapp.processEvents()
        assert left_behind(page) == []
        assert cut(page) == []
        press(page, Qt.Key.Key_Space, Qt.Key.Key_Return)
    page.form.country.setCurrentIndex(page.form.country.findData("NL"))
    for _ in range(3):
        qapp.processEvents()
    assert cut(page) == []


@every_size
def test_nothing_has_to_be_scrolled_in_english(size: tuple[int, int], opened: Opened) -> None:
    page = opened(size=size)
    for _ in range(2):
        QApplication.processEvents()
        assert page.overflow == 0
        press(page, Qt.Key.Key_Space, Qt.Key.Key_Return)
        QApplication.processEvents()
    assert page.overflow == 0
