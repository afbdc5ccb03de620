"""A help page: four lines in one window, the numbers, what is closed, the note; by keys alone."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QPlainTextEdit, QWidget

from kneecoach.domain.check import Answer, CheckAnswers, Level
from kneecoach.domain.check_records import Moment
from kneecoach.domain.settings import PainfulSide, Settings
from kneecoach.ui.help_page import HelpPage
from kneecoach.ui.help_parts import HelpHead
from kneecoach.ui.help_words import help_words
from kneecoach.ui.kit.page import focusables
from kneecoach.ui.settings_page import SettingsPage
from kneecoach.ui.window import MainWindow
from tests.content.test_words import FORBIDDEN
from tests.content.trees import english
from tests.domain.checked import NOON, check, moment, rules
from tests.ui.pages.conftest import Open
from tests.ui.pages.seen import cut, left_behind
from tests.ui.surroundings import Surroundings

CHECK = rules()
PAGES = tuple(CHECK.pages)
A_FEW = ("breath_or_chest", "blood_clot_signs", "pain_at_night", "clot_risk")
SIZES = [(900, 600), (1280, 800)]
ALL_TICKED = check(*CHECK.signs)
WHEN: Moment = moment(NOON)
GB = Settings(side_chosen=True, started=True, country="GB", pain_since="2025-10")


def open_help(
    window: MainWindow,
    name: str,
    answers: CheckAnswers | None = ALL_TICKED,
    when: Moment | None = WHEN,
) -> HelpPage:
    window.open_help(name)
    page = window.page("help")
    assert isinstance(page, HelpPage)
    page.show_help(name, answers, when)
    settle()
    return page


def settle() -> None:
    """Let everything be laid out, level by level."""
    for _ in range(6):
        QApplication.processEvents()


def words(root: QWidget) -> str:
    """Everything that is written on it or said of it."""
    parts: list[str] = []
    for widget in root.findChildren(QWidget):
        if isinstance(widget, QLabel | QAbstractButton):
            parts.append(widget.text())
        if isinstance(widget, QPlainTextEdit):
            parts.append(widget.toPlainText())
        parts.append(widget.accessibleName())
    return "\n".join(parts)


def does_not_fit(window: MainWindow, page: HelpPage) -> list[str]:
    more = page.scroll_box.verticalScrollBar().maximum()
    return [*cut(window), *([f"{more} px more than the window has"] if more else [])]


@pytest.mark.parametrize("size", SIZES, ids=["compact", "wide"])
@pytest.mark.parametrize("country", ["", "NL"])
def test_a_page_fits_the_window_without_scrolling(
    size: tuple[int, int], country: str, open_window: Open
) -> None:
    window = open_window(replace(GB, country=country), size)
    for name in A_FEW:
        assert does_not_fit(window, open_help(window, name)) == [], name


@pytest.mark.long
@pytest.mark.parametrize("size", SIZES, ids=["compact", "wide"])
@pytest.mark.parametrize("country", ["", "GB", "NL", "FR", "DE"])
def test_every_page_fits_the_window_without_scrolling(
    size: tuple[int, int], country: str, open_window: Open
) -> None:
    window = open_window(replace(GB, country=country), size)
    for name in PAGES:
        assert does_not_fit(window, open_help(window, name)) == [], name


def test_a_page_that_says_much_more_would_be_seen_not_to_fit(
    open_window: Open,
) -> None:
    window = open_window(GB, (900, 600))
    page = open_help(window, "blood_clot_signs")
    page.lines.lines[0].words.setText("Get medical help today. " * 40)
    settle()
    assert page.scroll_box.verticalScrollBar().maximum() > 0


def test_the_four_lines_stand_in_their_order_under_their_heads(open_window: Open) -> None:
    page = open_help(open_window(GB), "blood_clot_signs")
    heads = [line.head.text() for line in page.lines.lines]
    assert heads == ["What to do", "By when", "What not to do", "When to call an ambulance"]
    tops = [line.y() for line in page.lines.lines]
    assert tops == sorted(tops)
    assert page.lines.lines[3].words.text().startswith("Call 999 if ")
    assert page.words.call == 3


def test_an_emergency_has_the_call_first_and_in_the_largest_words(open_window: Open) -> None:
    page = open_help(open_window(GB), "breath_or_chest")
    assert page.title.text() == "Call 999 now"
    assert page.words.call == 0
    assert page.lines.lines[0].words.text().startswith("Call 999 now, or ")


def test_each_page_says_how_soon_help_is_wanted_and_what_was_ticked() -> None:
    banners = {
        Level.EMERGENCY: "Call 999 now",
        Level.SAME_DAY: "Get medical help today",
        Level.SEE_SOON: "Contact your doctor or physiotherapist in the next 2 to 3 working days",
        Level.ROUTINE: "Book an appointment",
        Level.CAUTION: "Some parts are closed for you",
    }
    texts = english().texts.help
    for name, level in CHECK.pages.items():
        said = help_words(texts, name, level, "999", closes=True)
        assert said.banner == banners[level], name
        assert said.title == texts.pages[name].title, name
        assert said.urgent == (level in (Level.EMERGENCY, Level.SAME_DAY)), name
        assert said.call == (0 if level is Level.EMERGENCY else 3), name


def test_the_head_is_red_or_pale_as_the_page_asks(open_window: Open) -> None:
    window = open_window(GB)
    grounds = {}
    for name in ("blood_clot_signs", "several_joints"):
        page = open_help(window, name)
        [head] = page.findChildren(HelpHead)
        grounds[name] = head.grab().toImage().pixelColor(20, head.height() // 2).name()
    theme = window.look.theme
    assert grounds["blood_clot_signs"] == theme.urgent.lower()
    assert grounds["several_joints"] == theme.danger_soft.lower()


@pytest.mark.parametrize(
    ("country", "shown"),
    [
        ("GB", ("United Kingdom", "999", "111")),
        ("FR", ("France", "15 · 112")),
        ("NL", ("Netherlands", "112", "huisartsenpost")),
        ("", ("No country chosen", "112 · 911 · 999")),
    ],
)
def test_the_numbers_are_those_of_the_country(
    country: str, shown: tuple[str, ...], open_window: Open
) -> None:
    page = open_help(open_window(replace(GB, country=country)), "blood_clot_signs")
    on_card = [label.text() for label in page.numbers_card.findChildren(QLabel)]
    assert [text for text in shown if text not in on_card] == []
    if not country:
        assert "111" not in words(page)
        assert "112, 911, 999 or your local emergency number" in words(page)


def test_another_country_is_followed_at_once(open_window: Open) -> None:
    window = open_window(GB)
    page = open_help(window, "blood_clot_signs")
    window.choices.change(country="AU")
    assert "Call 000 if " in page.lines.lines[3].words.text()
    assert "999" not in words(page)


def test_what_is_closed_now_is_told_in_plain_words(
    open_window: Open, surroundings: Surroundings
) -> None:
    window = open_window(GB)
    surroundings.checks.keep(check("B1"))
    page = open_help(window, "blood_clot_signs")
    assert "Everything that is done: exercises, massage, roller, brace and tests." in words(page)
    assert "asks whether a clinician has seen you" in words(page)
    surroundings.checks.keep(check("J1"))
    page = open_help(window, "bleeding")
    assert "Massage at the back of the knee and foam roller." in words(page)
    assert "Only a new check opens it again." in words(page)


def test_after_a_check_that_was_left_no_word_of_a_clinician_is_promised_to_be_asked(
    open_window: Open, surroundings: Surroundings
) -> None:
    window = open_window(GB)
    surroundings.checks.keep(CheckAnswers(54, None, {"B1": Answer.YES}))
    page = open_help(window, "blood_clot_signs")
    assert "Only a new check opens it again." in words(page)


def test_where_nothing_is_closed_the_page_says_so_and_not_the_opposite(
    open_window: Open, surroundings: Surroundings
) -> None:
    window = open_window(GB)
    surroundings.checks.keep(check("CR6"))
    page = open_help(window, "clot_risk")
    assert page.title.text() == "Something to look out for"
    assert "What you ticked closes no part of the programme." in words(page)


def test_the_note_is_copied_as_it_is_shown(open_window: Open) -> None:
    page = open_help(
        open_window(replace(GB, side=PainfulSide.RIGHT)),
        "blood_clot_signs",
        replace(check("CR7"), signs={**check("CR7").signs, "B1": Answer.NOT_SURE}),
    )
    QTest.keyClick(page.lines, Qt.Key.Key_C)
    copied = QGuiApplication.clipboard().text()
    assert copied == page.note.text
    assert "my right knee since October 2025." in copied
    assert "One calf clearly bigger" in copied
    assert "(not sure)" in copied
    assert page.note.body.replace("\u00a0", " ") in words(page)
    assert "I did not answer" not in copied


def test_an_unfinished_check_makes_a_note_that_says_so(open_window: Open) -> None:
    page = open_help(open_window(GB), "breath_or_chest", CheckAnswers(54, None, {"A1": Answer.YES}))
    assert "I did not answer all questions of the check." in page.note.text


def test_without_a_check_of_ones_own_the_note_has_blanks(open_window: Open) -> None:
    page = open_help(open_window(GB), "blood_clot_signs", None, None)
    assert page.note.lists == ()
    assert "____" in page.note.text


def test_the_keys_lead_on_and_enter_does_nothing_at_first(open_window: Open) -> None:
    window = open_window(GB)
    page = open_help(window, "blood_clot_signs")
    heard: list[str] = []
    page.check_wanted.disconnect()
    page.left.disconnect()
    page.country_wanted.disconnect()
    page.check_wanted.connect(lambda: heard.append("check"))
    page.left.connect(lambda: heard.append("left"))
    page.country_wanted.connect(lambda: heard.append("country"))
    assert window.focusWidget() is page.lines
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_K, Qt.Key.Key_Escape):
        QTest.keyClick(page.lines, key)
    assert heard == ["check", "left"]
    page.numbers_card.change.click()
    assert heard[-1] == "country"


@pytest.mark.parametrize("size", SIZES, ids=["compact", "wide"])
def test_everything_is_reached_by_tab_and_has_a_name(
    size: tuple[int, int], open_window: Open
) -> None:
    window = open_window(GB, size)
    page = open_help(window, "blood_clot_signs")
    stops = focusables(page)
    texts = {stop.text() for stop in stops if isinstance(stop, QAbstractButton)}
    assert {"Print", "Copy the note", "Save as PDF", "Check again", "Back to Today"} <= texts
    assert texts & {"Change", "Country"}
    names = [
        QAccessible.queryAccessibleInterface(stop).text(QAccessible.Text.Name) for stop in stops
    ]
    assert all(name.strip() for name in names)
    buttons = [stop for stop in stops if isinstance(stop, QAbstractButton)]
    assert [b.text() for b in buttons if min(b.width(), b.height()) < 44] == []


def test_a_screen_reader_reads_the_four_lines_in_one(open_window: Open) -> None:
    page = open_help(open_window(GB), "blood_clot_signs")
    said = page.lines.accessibleName()
    assert said.startswith("Get medical help today. A leg that is swollen, sore, warm")
    assert [
        said.index(head) for head in ("What to do", "By when", "What not to do", "When to")
    ] == (
        sorted(said.index(head) for head in ("What to do", "By when", "What not to do", "When to"))
    )


@pytest.mark.parametrize("pages", [A_FEW, pytest.param(PAGES, marks=pytest.mark.long)])
def test_no_level_no_rule_and_no_forbidden_word_is_on_a_page(
    pages: tuple[str, ...], open_window: Open
) -> None:
    window = open_window(GB)
    page = open_help(window, "blood_clot_signs")
    names = {rule.name for rule in CHECK.rules} | {level.name for level in Level}
    for name in pages:
        page.show_help(name, ALL_TICKED, WHEN)
        shown = words(page)
        assert [found for found in names if re.search(rf"\b{re.escape(found)}\b", shown)] == []
        assert [w for w in FORBIDDEN if re.search(w, shown, re.IGNORECASE)] == [], name


@pytest.mark.usefixtures("pseudo")
def test_every_word_is_translated(open_window: Open) -> None:
    window = open_window(GB)
    page = open_help(window, "blood_clot_signs")
    assert [text for text in left_behind(page) if "000" not in text] == []
    assert cut(window) == []


def test_change_leads_to_the_country_in_settings(open_window: Open) -> None:
    window = open_window(GB)
    page = open_help(window, "blood_clot_signs")
    page.numbers_card.change.click()
    settle()
    settings = window.page("settings")
    assert isinstance(settings, SettingsPage)
    assert window.stack.currentWidget() is settings
    assert window.focusWidget() is settings.country.list
