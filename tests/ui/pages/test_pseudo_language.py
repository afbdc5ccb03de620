"""No word left behind, nothing cut: every page in a language longer than English."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

from kneecoach.domain.plan import Plan
from kneecoach.domain.settings import Settings
from kneecoach.ui.window import MainWindow
from tests.ui.pages.conftest import Open
from tests.ui.pages.seen import cut, left_behind

SIZES = [(1280, 800), (900, 600)]
PAGES = ["today", "knee", "load", "massage", "exercises", "signs", "settings"]


def settled(window: MainWindow, qapp: QApplication) -> QWidget:
    for _ in range(3):
        qapp.processEvents()
    return window


@pytest.mark.usefixtures("pseudo")
@pytest.mark.parametrize("size", SIZES, ids=["wide", "compact"])
@pytest.mark.parametrize("page", PAGES)
def test_a_page_says_everything_in_the_language_and_cuts_nothing(
    page: str, size: tuple[int, int], open_window: Open, qapp: QApplication
) -> None:
    window = open_window(size=size)
    window.go(page)
    shown = settled(window, qapp)
    assert left_behind(shown) == []
    assert cut(shown) == []
    assert window.size().toTuple() == size


@pytest.mark.usefixtures("pseudo")
@pytest.mark.parametrize("size", SIZES, ids=["wide", "compact"])
@pytest.mark.parametrize("exercise", ["leg_raise", "hamstring_straight", "roller_hamstring"])
def test_an_exercise_says_everything_in_the_language_and_cuts_nothing(
    exercise: str, size: tuple[int, int], open_window: Open, qapp: QApplication
) -> None:
    window = open_window(size=size)
    window.open_exercise(exercise)
    shown = settled(window, qapp)
    assert left_behind(shown) == []
    assert cut(shown) == []
    assert window.size().toTuple() == size


@pytest.mark.usefixtures("pseudo")
@pytest.mark.parametrize("size", SIZES, ids=["wide", "compact"])
def test_the_questions_before_a_session_are_in_the_language_and_cut_nothing(
    size: tuple[int, int], open_window: Open, qapp: QApplication
) -> None:
    window = open_window(Settings(), size)
    assert left_behind(settled(window, qapp)) == []
    assert cut(window) == []
    window.start(window.page("today").view.plan)
    assert left_behind(settled(window, qapp)) == []
    assert cut(window) == []
    window.start(Plan(()))
    assert left_behind(settled(window, qapp)) == []
    assert cut(window) == []


@pytest.mark.usefixtures("pseudo")
def test_every_less_common_cause_is_in_the_language(window: MainWindow, qapp: QApplication) -> None:
    window.go("knee")
    page = window.page("knee")
    for name in page.rows:
        page.show_cause(name)
        assert left_behind(settled(window, qapp)) == []
        assert cut(window) == []


@pytest.mark.usefixtures("qapp")
def test_a_word_left_behind_is_seen() -> None:
    page = QWidget()
    QLabel("Forgotten", page)
    QLabel("3 × 20", page)
    assert left_behind(page) == ["Forgotten"]


@pytest.mark.usefixtures("qapp")
def test_a_cut_word_is_seen() -> None:
    page = QWidget()
    page.resize(400, 200)
    label = QLabel("A long word in too little room", page)
    label.setFixedWidth(20)
    button = QPushButton("Far too narrow", page)
    button.setGeometry(380, 50, 30, 40)
    assert len(cut(page)) == 3
