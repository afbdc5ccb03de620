"""Makes each page when it is first wanted and joins its signals to the window."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from kneecoach.domain.settings import PainfulSide
from kneecoach.ui.kit.page import ScrollPage

if TYPE_CHECKING:
    from kneecoach.ui.window import MainWindow


def make_page(window: MainWindow, name: str) -> ScrollPage:
    """The page today, knee, exercises, history, signs or settings; KeyError for another name."""
    return _MAKERS[name](window)


def make_exercise_page(window: MainWindow, exercise_id: str) -> ScrollPage:
    """The page of one exercise; raises KeyError for an unknown one."""
    from kneecoach.ui.exercise_page import ExercisePage

    exercise = window.services.content.catalogue.exercise(exercise_id)
    page = ExercisePage(window.services, window.look, window.choices, window.pictures, exercise)
    page.chosen.connect(window.start)
    page.opened.connect(window.open_exercise)
    page.left.connect(lambda: window.go("exercises"))
    return page


def _today(window: MainWindow) -> ScrollPage:
    from kneecoach.ui.today_page import TodayPage

    page = TodayPage(
        window.services,
        window.look,
        window.choices,
        window.pictures,
        in_two_steps=not window.isVisible(),
    )
    page.chosen.connect(window.start)
    page.signs_wanted.connect(window.open_signs)
    page.history_wanted.connect(lambda: window.go("history"))
    page.failed.connect(window.tell_trouble)
    return page


def _knee(window: MainWindow) -> ScrollPage:
    from kneecoach.ui.knee_page import KneePage

    left = window.choices.settings.side is PainfulSide.LEFT
    page = KneePage(
        window.services.content, window.look, window.pictures, left=left, in_two_steps=True
    )
    window.choices.changed.connect(
        lambda settings: page.follow_side(left=settings.side is PainfulSide.LEFT)
    )
    page.signs_wanted.connect(window.open_signs)
    page.exercise_wanted.connect(window.open_exercise)
    return page


def _exercises(window: MainWindow) -> ScrollPage:
    from kneecoach.ui.exercises_page import ExercisesPage

    page = ExercisesPage(window.services, window.look, window.choices, window.pictures)
    page.opened.connect(window.open_exercise)
    page.chosen.connect(window.start)
    return page


def _history(window: MainWindow) -> ScrollPage:
    from kneecoach.ui.history_page import HistoryPage

    page = HistoryPage(window.services, window.look, window.pictures)
    page.start_wanted.connect(lambda: window.go("today"))
    return page


def _signs(window: MainWindow) -> ScrollPage:
    from kneecoach.ui.signs_page import SignsPage

    page = SignsPage(window.services.content, window.look)
    page.left.connect(window.leave_signs)
    return page


def _settings(window: MainWindow) -> ScrollPage:
    from kneecoach.ui.settings_page import SettingsPage

    return SettingsPage(window.services, window.look, window.choices, window.pictures)


_MAKERS: dict[str, Callable[[MainWindow], ScrollPage]] = {
    "today": _today,
    "knee": _knee,
    "exercises": _exercises,
    "history": _history,
    "signs": _signs,
    "settings": _settings,
}
