"""Every page with the keyboard alone and for a screen reader, in both forms of the window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from kneecoach.ui.kit.page import ScrollPage, focusables
from kneecoach.ui.window import MainWindow
from tests.domain.checked import check
from tests.ui.pages.conftest import Open
from tests.ui.surroundings import Surroundings

PAGES = ["today", "knee", "load", "massage", "exercises", "signs", "settings"]
PAGES += ["leg_raise", "roller_calf"]
ALREADY = ("load", "massage", "roller_calf")  # much the same is held by tests of their own
SIZES = [(1280, 800), (900, 600)]
every_page = pytest.mark.parametrize(
    "page",
    [pytest.param(p, marks=pytest.mark.long if p in ALREADY else ()) for p in PAGES],
)
every_size = pytest.mark.parametrize("size", SIZES, ids=["wide", "compact"])


def open_page(window: MainWindow, page: str) -> None:
    if page in ("leg_raise", "roller_calf"):
        window.open_exercise(page)
    else:
        window.go(page)
    QApplication.processEvents()


def name_of(widget: QWidget) -> str:
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


@every_size
@every_page
def test_whatever_takes_the_focus_has_a_name(
    page: str, size: tuple[int, int], open_window: Open
) -> None:
    window = open_window(size=size)
    open_page(window, page)
    stops = focusables(window)
    assert stops
    assert [type(stop).__name__ for stop in stops if not name_of(stop).strip()] == []


@every_size
@every_page
def test_tab_reaches_every_control_and_comes_round(
    page: str, size: tuple[int, int], open_window: Open
) -> None:
    window = open_window(size=size)
    open_page(window, page)
    stops = focusables(window)
    visited: list[QWidget] = []
    for _ in stops:
        visited.append(window.focusWidget())
        QTest.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
    assert set(visited) == set(stops)
    assert window.focusWidget() is visited[0]


@every_size
@every_page
def test_every_button_can_be_reached_and_is_44_px_or_more(
    page: str, size: tuple[int, int], open_window: Open
) -> None:
    window = open_window(size=size)
    open_page(window, page)
    buttons = [
        b for b in window.findChildren(QAbstractButton) if b.isVisibleTo(window) and b.isEnabled()
    ]
    by_tab = set(focusables(window))
    by_arrows = {b for b in buttons if b.group() is not None and b.group().checkedButton()}
    assert set(buttons) <= by_tab | by_arrows
    assert [b.text() for b in buttons if min(b.width(), b.height()) < 44] == []


@every_page
def test_a_focused_control_is_scrolled_into_sight(page: str, open_window: Open) -> None:
    window = open_window(size=(900, 600))
    open_page(window, page)
    shown = window.stack.currentWidget()
    assert shown is not None
    last = focusables(shown)[-1]
    while window.focusWidget() is not last:
        QTest.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
    QApplication.processEvents()
    top_left = last.mapTo(window, last.rect().topLeft())
    assert 0 <= top_left.y() < window.height() - 40


def test_the_dots_of_anytime_and_the_cells_of_the_week_are_told_in_words(
    surroundings: Surroundings, open_window: Open
) -> None:
    surroundings.checks.keep(check("J7"))  # massage is closed
    window = open_window()
    names = {w.accessibleName() for w in window.findChildren(QWidget) if w.isVisibleTo(window)}
    assert "0 of 3 moments today" in names
    assert any("0 of 3" in name and "Friday" in name for name in names)
    assert "not done yet" in names
    assert "closed" in names


@every_page
def test_a_page_is_called_by_its_title(page: str, open_window: Open) -> None:
    window = open_window()
    open_page(window, page)
    shown = window.stack.currentWidget()
    assert isinstance(shown, ScrollPage)
    assert name_of(shown) == shown.title.text()
