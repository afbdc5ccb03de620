"""Makes each page when it is first wanted and joins its signals to the window."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from kneecoach.domain.plan import Plan, Slot, item_of
from kneecoach.domain.safety import Way
from kneecoach.domain.settings import PainfulSide
from kneecoach.ui.kit.page import ScrollPage
from kneecoach.ui.words import translate

if TYPE_CHECKING:
    from kneecoach.ui.player_page import PlayerPage
    from kneecoach.ui.window import MainWindow


def make_page(window: MainWindow, name: str) -> ScrollPage:
    """The page of that name, one of `_MAKERS`; KeyError for another name."""
    return _MAKERS[name](window)


def make_exercise_page(window: MainWindow, exercise_id: str) -> ScrollPage:
    """The page of one exercise; raises KeyError for an unknown one."""
    from kneecoach.ui.exercise_page import ExercisePage

    exercise = window.services.content.catalogue.exercise(exercise_id)
    page = ExercisePage(window.services, window.look, window.choices, window.pictures, exercise)
    page.chosen.connect(window.start)
    page.opened.connect(window.open_exercise)
    page.left.connect(lambda: window.go("exercises"))
    page.check_wanted.connect(window.open_check)
    page.help_wanted.connect(window.open_help)
    return page


def make_player_page(window: MainWindow) -> PlayerPage:
    """The page on which a session is played."""
    from kneecoach.ui.player_page import PlayerPage

    page = PlayerPage(
        window.services, window.look, window.choices, window.pictures, guard_ms=window.guard_ms
    )
    page.finished.connect(lambda: window.go("today"))
    page.signs_wanted.connect(window.open_signs)
    page.sign_told.connect(window.checking.sign_told)
    page.full_screen_wanted.connect(window.toggle_full_screen)
    page.running.connect(window.awake_wanted)
    return page


def show_help(window: MainWindow, name: str) -> None:
    """Have the help page show that one, with what was ticked in the newest check."""
    from kneecoach.ui.help_page import HelpPage

    page, last = window.page("help"), window.services.checks.last()
    assert isinstance(page, HelpPage)
    page.show_help(name, last.answers if last else None, last.when if last else None)


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
    page.check_wanted.connect(window.open_check)
    page.help_wanted.connect(window.open_help)
    page.failed.connect(window.tell_trouble)
    return page


def _knee(window: MainWindow) -> ScrollPage:
    from kneecoach.ui.knee_page import KneePage

    left = window.choices.settings.side is PainfulSide.LEFT
    page = KneePage(
        window.services.content,
        window.look,
        window.pictures,
        left=left,
        in_two_steps=True,
        check=lambda: window.services.check,
    )
    window.choices.changed.connect(
        lambda settings: page.follow_side(left=settings.side is PainfulSide.LEFT)
    )
    page.signs_wanted.connect(window.open_signs)
    page.exercise_wanted.connect(window.open_exercise)
    page.exercise_start_wanted.connect(lambda name: window.start(_alone(window, name), Way.CAUSE))
    page.about_wanted.connect(window.open_about)
    page.pillar_wanted.connect(window.go)
    return page


def _alone(window: MainWindow, exercise_id: str) -> Plan:
    """That exercise alone, with its usual dose, for the sides that hurt."""
    settings = window.choices.settings
    exercise = window.services.content.catalogue.exercise(exercise_id)
    return Plan((item_of(exercise, settings.side.sides),), Slot.EXTRA, settings.pace)


def _load(window: MainWindow) -> ScrollPage:
    from kneecoach.ui.load_page import LoadPage

    page = LoadPage(window.services, window.look, window.pictures)
    page.pillar_wanted.connect(window.go)
    page.check_wanted.connect(window.open_check)
    page.help_wanted.connect(window.open_help)
    return page


def _massage(window: MainWindow) -> ScrollPage:
    from kneecoach.ui.massage_page import MassagePage

    page = MassagePage(window.services, window.look, window.pictures, window.choices)
    page.pillar_wanted.connect(window.go)
    page.chosen.connect(window.start)
    page.check_wanted.connect(window.open_check)
    page.help_wanted.connect(window.open_help)
    page.signs_wanted.connect(window.open_signs)
    return page


def _help(window: MainWindow) -> ScrollPage:
    from kneecoach.ui.help_page import HelpPage

    page = HelpPage(window.services, window.look)
    page.follow(window.choices.settings)
    window.choices.changed.connect(page.follow)
    page.left.connect(window.leave_signs)
    page.check_wanted.connect(window.open_check)
    page.country_wanted.connect(lambda: _show_country(window))
    return page


def _show_country(window: MainWindow) -> None:
    """Go to the country in Settings; a session that is played comes first."""
    from kneecoach.ui.settings_page import SettingsPage

    if window.plays:
        window.tell(translate("HelpPage", "End the session first. Then the country can be chosen."))
        return
    window.go("settings")
    page = window.page("settings")
    assert isinstance(page, SettingsPage)
    page.show_country()


def _about(window: MainWindow) -> ScrollPage:
    from kneecoach.ui.about_page import AboutPage

    page = AboutPage(window.services, window.look)
    page.left.connect(window.leave_signs)
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

    page = SignsPage(window.services, window.look)
    page.follow(window.choices.settings)
    window.choices.changed.connect(page.follow)
    page.left.connect(window.leave_signs)
    page.check_wanted.connect(window.open_check)
    page.help_wanted.connect(window.open_help)
    return page


def _settings(window: MainWindow) -> ScrollPage:
    from kneecoach.ui.settings_page import SettingsPage

    page = SettingsPage(window.services, window.look, window.choices, window.pictures)
    page.check_wanted.connect(window.open_check)
    page.about_wanted.connect(window.open_about)
    return page


_MAKERS: dict[str, Callable[[MainWindow], ScrollPage]] = {
    "today": _today,
    "knee": _knee,
    "exercises": _exercises,
    "history": _history,
    "signs": _signs,
    "load": _load,
    "massage": _massage,
    "help": _help,
    "about": _about,
    "settings": _settings,
}
