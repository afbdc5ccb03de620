"""The numbers of the chosen country on the warning signs, and what Settings has on safety."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from kneecoach.domain.settings import Settings
from kneecoach.store.settings import load_settings
from kneecoach.ui.settings_page import SettingsPage
from kneecoach.ui.signs_page import SignsPage
from kneecoach.ui.window import MainWindow
from tests.domain.checked import check
from tests.ui.pages.conftest import Open
from tests.ui.surroundings import Surroundings

DAY_MS = 24 * 3600 * 1000
GB = Settings(side_chosen=True, started=True, country="GB")


def signs_page(window: MainWindow) -> SignsPage:
    window.open_signs()
    page = window.page("signs")
    assert isinstance(page, SignsPage)
    QApplication.processEvents()
    return page


def settings_page(window: MainWindow) -> SettingsPage:
    window.go("settings")
    page = window.page("settings")
    assert isinstance(page, SettingsPage)
    QApplication.processEvents()
    return page


def shown(root: QWidget) -> list[str]:
    labels = root.findChildren(QLabel)
    return [label.text() for label in labels if label.isVisibleTo(root) and label.text()]


def test_the_numbers_of_the_country_come_first_and_large(open_window: Open) -> None:
    page = signs_page(open_window(GB))
    assert shown(page.numbers) == ["Emergency, United Kingdom", "999", "Urgent, today", "111"]
    digits = [label for label in page.numbers.findChildren(QLabel) if label.text() == "999"]
    assert digits[0].font().pixelSize() >= 40


def test_without_a_country_the_numbers_for_anywhere_stand_there_and_never_111(
    open_window: Open,
) -> None:
    page = signs_page(open_window(replace(GB, country="")))
    assert shown(page.numbers) == [
        "Emergency",
        "112 · 911 · 999",
        "112, 911, 999 or your local emergency number",
    ]


def test_the_other_countries_follow_and_the_chosen_one_is_not_told_twice(
    open_window: Open,
) -> None:
    window = open_window(GB)
    page = signs_page(window)
    texts = shown(page)
    assert texts.count("999") == 1
    assert "New Zealand" in texts
    assert "United Kingdom" not in texts
    window.choices.change(country="NZ")
    texts = shown(page)
    assert shown(page.numbers) == ["Emergency, New Zealand", "111"]
    assert "United Kingdom" in texts
    assert "New Zealand" not in texts


def test_what_to_do_is_offered_where_the_check_has_a_page(
    open_window: Open, surroundings: Surroundings
) -> None:
    window = open_window(GB)
    page = signs_page(window)
    assert "From your check" not in shown(page)
    surroundings.checks.keep(check("B1"))
    page.refresh()
    assert "A leg that is swollen, sore, warm or a changed colour" in shown(page)
    heard: list[str] = []
    page.help_wanted.connect(heard.append)
    page.help_way.button.click()
    assert heard == ["blood_clot_signs"]


def test_the_check_is_reached_from_the_signs_by_its_key(open_window: Open) -> None:
    page = signs_page(open_window(GB))
    heard: list[bool] = []
    page.check_wanted.disconnect()
    page.check_wanted.connect(lambda: heard.append(True))
    QTest.keyClick(page.back, Qt.Key.Key_K)
    page.check.click()
    assert heard == [True, True]


def test_first_letters_find_the_country_which_is_saved_with_its_numbers(
    open_window: Open, surroundings: Surroundings
) -> None:
    window = open_window(GB)
    page = settings_page(window)
    page.country.take_focus()
    QTest.keyClicks(page.country.list, "ger")
    assert window.choices.settings.country == "DE"
    assert load_settings(surroundings.folder).country == "DE"
    assert {"112", "116117"} <= set(shown(page.country))
    assert page.country.line.accessibleName() == "Emergency: 112. Urgent: 116117"


def test_another_country_shows_the_numbers_for_anywhere(open_window: Open) -> None:
    window = open_window(GB)
    page = settings_page(window)
    page.country.list.setFocus()
    QTest.keyClicks(page.country.list, "ano")
    assert window.choices.settings.country == ""
    assert "112, 911, 999 or your local emergency number" in shown(page.country)


def test_month_and_year_are_saved_together_or_not_at_all(
    open_window: Open, surroundings: Surroundings
) -> None:
    window = open_window(GB)
    page = settings_page(window)
    year = surroundings.clock.wall().day.year - 1
    page.since.month.setCurrentIndex(page.since.month.findData("10"))
    assert window.choices.settings.pain_since == ""
    page.since.year.setCurrentIndex(page.since.year.findData(str(year)))
    assert window.choices.settings.pain_since == f"{year}-10"
    assert load_settings(surroundings.folder).pain_since == f"{year}-10"
    page.since.month.setCurrentIndex(0)
    assert window.choices.settings.pain_since == ""
    assert page.since.year.currentText() == "Open"


def test_a_month_that_is_yet_to_come_is_not_taken(
    open_window: Open, surroundings: Surroundings
) -> None:
    window = open_window(GB)
    page = settings_page(window)
    today = surroundings.clock.wall().day
    assert today.month < 12
    page.since.year.setCurrentIndex(page.since.year.findData(str(today.year)))
    page.since.month.setCurrentIndex(page.since.month.findData("12"))
    assert window.choices.settings.pain_since == ""


def test_how_long_the_check_is_valid_is_told(open_window: Open, surroundings: Surroundings) -> None:
    window = open_window(GB)
    surroundings.checks.keep(check())
    assert any(text.startswith("Valid until ") for text in shown(settings_page(window)))
    surroundings.clock.move(15 * DAY_MS)
    again = "It has to be answered anew before anything opens."
    assert again in shown(settings_page(window))


def test_check_and_guidance_are_reached_from_the_settings(open_window: Open) -> None:
    page = settings_page(open_window(GB))
    heard: list[str] = []
    page.check_wanted.disconnect()
    page.about_wanted.disconnect()
    page.check_wanted.connect(lambda: heard.append("check"))
    page.about_wanted.connect(lambda: heard.append("about"))
    for button in (page.check, page.about):
        button.setFocus()
        QTest.keyClick(button, Qt.Key.Key_Return)
    assert heard == ["check", "about"]


@pytest.mark.parametrize("size", [(900, 600), (1280, 800)], ids=["compact", "wide"])
def test_the_country_is_brought_into_sight(size: tuple[int, int], open_window: Open) -> None:
    window = open_window(GB, size)
    page = settings_page(window)
    page.show_country()
    QApplication.processEvents()
    assert window.focusWidget() is page.country.list
    top = page.country.list.mapTo(window, page.country.list.rect().topLeft()).y()
    assert 0 <= top <= size[1] - page.country.height()
