"""First start, check, the questions of a day and help, as a person walks through the window."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from kneecoach.domain.check import Answer
from kneecoach.domain.check_records import GateKind
from kneecoach.domain.plan import Pace, Plan, PlanItem, Slot
from kneecoach.domain.safety import Standing
from kneecoach.domain.settings import PainfulSide, Settings
from kneecoach.store.settings import load_settings
from kneecoach.ui.check.check_page import CheckPage
from kneecoach.ui.check.end_page import CheckEndPage
from kneecoach.ui.first_page import FirstPage
from kneecoach.ui.gate_page import GatePage
from kneecoach.ui.help_page import HelpPage
from kneecoach.ui.kept_checks import KeptChecks
from kneecoach.ui.kit.labels import TextLabel
from kneecoach.ui.starting_cards import PainCard, RefusalCard
from kneecoach.ui.window import MainWindow
from tests.domain.checked import check, seven
from tests.ui.pages.conftest import Open
from tests.ui.surroundings import Surroundings

Key = Qt.Key
SCREENS = 6
NEW = Settings()


@pytest.fixture
def surroundings(surroundings: Surroundings) -> Surroundings:
    """Nobody has answered anything, and that counts."""
    journal, clock = surroundings.journal, surroundings.clock
    surroundings.checks = KeptChecks(surroundings.content.check, journal, clock)
    surroundings.services = replace(surroundings.services, checks=surroundings.checks)
    return surroundings


def press(window: MainWindow, *keys: Qt.Key | str) -> None:
    """Keys on whatever has the focus, as a keyboard sends them."""
    for key in keys:
        QTest.keyClick(window.focusWidget() or window, key)  # type: ignore[call-overload]
        QApplication.processEvents()


def said(root: QWidget) -> str:
    labels = root.findChildren(TextLabel)
    return "\n".join(label.text() for label in labels if label.isVisibleTo(root))


def first_start(window: MainWindow, age: int) -> None:
    """Through the two steps of the first start: that age, the United Kingdom, the right knee."""
    assert isinstance(window.stack.currentWidget(), FirstPage)
    press(window, Key.Key_Space, Key.Key_Return, *str(age))
    press(window, Key.Key_Tab, "u", "n", "i", "t", "e", "d", Key.Key_Tab, "r")
    press(window, Key.Key_Return)


def check_page(window: MainWindow) -> CheckPage:
    page = window.stack.currentWidget()
    assert isinstance(page, CheckPage)
    return page


def tick(window: MainWindow, signs: Iterable[str]) -> None:
    """Yes to those signs of this screen that are among them."""
    page = check_page(window)
    for name in [name for name in page.questions.rows if name in signs]:
        page.questions.go_to(name)
        press(window, "Y")


def answer(window: MainWindow, *signs: str, pain: str = "2") -> None:
    """The whole check by keys: yes to those signs, no to all others."""
    for _ in range(SCREENS):
        tick(window, signs)
        press(window, "0", pain, Key.Key_Return)
        if not isinstance(window.stack.currentWidget(), CheckPage):
            return
    pytest.fail("the check does not end")


def plan_of(surroundings: Surroundings, name: str) -> Plan:
    exercise = surroundings.content.catalogue.exercise(name)
    return Plan((PlanItem(name, exercise.dose, PainfulSide.RIGHT.sides),), Slot.EXTRA, Pace.GUIDED)


def open_now(surroundings: Surroundings, window: MainWindow) -> set[str]:
    """The exercises that can be begun, the questions of the day answered with no before each."""
    found = set()
    for name in surroundings.content.catalogue.exercises:
        surroundings.checks.keep(seven())
        window.start(plan_of(surroundings, name))
        if isinstance(window.starting.card, PainCard):
            found.add(name)
        else:
            assert isinstance(window.starting.card, RefusalCard)
        window.starting.leave()
    return found


def all_of(surroundings: Surroundings) -> set[str]:
    return set(surroundings.content.catalogue.exercises)


def test_the_first_start_by_keys_leads_to_the_check_and_opens_everything(
    surroundings: Surroundings, open_window: Open
) -> None:
    window = open_window(NEW)
    assert not window.rail.isVisibleTo(window)
    assert open_now_is_nothing(surroundings, window)
    first_start(window, 35)
    assert check_page(window).run.age == 35
    kept = load_settings(surroundings.folder)
    assert (kept.started, kept.side, kept.side_chosen) == (True, PainfulSide.RIGHT, True)
    answer(window)
    page = window.stack.currentWidget()
    assert isinstance(page, CheckEndPage)
    assert "You ticked none of the signs on this list. This is not a diagnosis." in said(page)
    assert "Valid until" in said(page)
    press(window, Key.Key_Return)
    assert window.stack.currentWidget() is window.page("today")
    assert window.rail.isVisibleTo(window)
    assert open_now(surroundings, window) == all_of(surroundings)


def open_now_is_nothing(surroundings: Surroundings, window: MainWindow) -> bool:
    """While a page has the window to itself nothing starts and no page opens."""
    for name in surroundings.content.catalogue.exercises:
        window.start(plan_of(surroundings, name))
    window.go("exercises")
    return not window.plays and window.starting.card is None and window.alone.page is not None


def test_the_box_has_to_be_ticked(open_window: Open) -> None:
    window = open_window(NEW)
    press(window, Key.Key_Return, Key.Key_Return)
    assert "Tick the box to go on" in said(window)
    press(window, Key.Key_Space, Key.Key_Return)
    assert "About you" in said(window)


def test_under_18_everything_stays_closed_and_the_numbers_are_there(
    surroundings: Surroundings, open_window: Open
) -> None:
    window = open_window(NEW)
    first_start(window, 17)
    page = window.stack.currentWidget()
    assert isinstance(page, HelpPage)
    assert surroundings.content.texts.help.pages["age"].title in said(page)
    assert "999" in said(page)
    assert open_now(surroundings, window) == set()


@pytest.mark.parametrize(
    ("age", "signs", "page", "closed"),
    [
        (35, ("B1",), "blood_clot_signs", None),  # a swollen calf: everything
        pytest.param(
            *(35, ("G1",), "new_lump"),
            {"massage_back_of_knee", "roller_calf", "roller_hamstring"},
            marks=pytest.mark.long,
        ),
        (74, (), "balance", {"stand_closed", "stand_cushion"}),
        pytest.param(35, ("A1",), "breath_or_chest", None, marks=pytest.mark.long),
    ],
    ids=["swollen calf", "new lump", "74 years", "breathless"],
)
def test_what_was_ticked_opens_its_page_and_closes_what_the_rules_name(
    surroundings: Surroundings,
    open_window: Open,
    age: int,
    signs: tuple[str, ...],
    page: str,
    closed: set[str] | None,
) -> None:
    window = open_window(NEW)
    first_start(window, age)
    answer(window, *signs)
    shown = window.stack.currentWidget()
    assert isinstance(shown, HelpPage)
    assert surroundings.content.texts.help.pages[page].title in said(shown)
    everything = all_of(surroundings)
    assert open_now(surroundings, window) == everything - (everything if closed is None else closed)
    press(window, Key.Key_Escape)
    assert window.stack.currentWidget() is window.page("today")
    if closed is None:
        assert "The exercises are closed" in said(window)
        press(window, Key.Key_Return)
        assert window.stack.currentWidget() is window.page("help")
    assert len(surroundings.journal.refusals()) == len(everything if closed is None else closed)


def test_a_yes_on_the_first_screen_asks_nothing_more(
    surroundings: Surroundings, open_window: Open
) -> None:
    window = open_window(NEW)
    first_start(window, 35)
    tick(window, ("A2",))
    press(window, "0", Key.Key_Return)
    assert isinstance(window.stack.currentWidget(), HelpPage)
    outcome = surroundings.checks.now()
    assert outcome is not None
    assert (outcome.standing, outcome.page) == (Standing.UNFINISHED, "breath_or_chest")


def test_leaving_opens_nothing_and_what_was_ticked_closes(
    surroundings: Surroundings, open_window: Open
) -> None:
    surroundings.checks.keep(check())
    window = open_window()
    window.open_check()
    press(window, Key.Key_Escape)
    leave(window)
    assert surroundings.checks.now().standing is Standing.VALID  # nothing was ticked
    window.open_check()
    answer_until(window, "your_leg")
    tick(window, ("B2",))
    press(window, Key.Key_Escape)
    leave(window)
    assert surroundings.checks.now().standing is Standing.UNFINISHED
    assert open_now(surroundings, window) == set()


def leave(window: MainWindow) -> None:
    card = check_page(window)._card
    assert card is not None
    card.leave.emit()
    assert window.stack.currentWidget() is window.page("today")


def answer_until(window: MainWindow, screen: str) -> None:
    """No to everything before that screen of a repeated check."""
    from kneecoach.domain.check_questions import screen_of

    page = check_page(window)
    press(window, "3", "5", Key.Key_Down, "A", Key.Key_Return)  # still so
    for _ in range(SCREENS):
        if screen_of(page.run) == screen:
            return
        press(window, "0", "2", Key.Key_Return)
    pytest.fail(f"{screen} is not reached")


@pytest.mark.parametrize("way", ["close", "leave"])
def test_a_window_that_is_closed_in_the_check_keeps_what_was_ticked(
    surroundings: Surroundings, open_window: Open, way: str
) -> None:
    surroundings.checks.keep(check())
    window = open_window()
    window.open_check()
    answer_until(window, "right_now")
    tick(window, ("A3",))
    getattr(window, way)()
    assert surroundings.checks.now().standing is Standing.UNFINISHED


def test_the_seven_questions_lead_to_the_session_or_to_the_check_with_the_sign_ticked(
    surroundings: Surroundings, open_window: Open
) -> None:
    surroundings.checks.keep(check())
    window = open_window()
    press(window, Key.Key_Return)  # Start
    gate = window.stack.currentWidget()
    assert isinstance(gate, GatePage)
    press(window, Key.Key_Return, Key.Key_Space)  # answer nothing
    assert window.stack.currentWidget() is gate
    press(window, Key.Key_Escape)
    assert window.stack.currentWidget() is window.page("today")
    assert not window.plays
    press(window, Key.Key_Return, "0", "4", Key.Key_Return)
    assert window.plays


@pytest.mark.parametrize(
    "key", [1, *(pytest.param(key, marks=pytest.mark.long) for key in range(2, 8))]
)
def test_any_of_the_seven_closes_and_opens_the_check(
    surroundings: Surroundings, open_window: Open, key: int
) -> None:
    surroundings.checks.keep(check())
    window = open_window()
    press(window, Key.Key_Return, str(key), "C")
    page = check_page(window)
    assert page.ticked_any
    assert all(given is not Answer.NO for given in page.answers.signs.values())
    assert surroundings.checks.now().standing is Standing.NEW_SIGN
    press(window, Key.Key_Escape)
    leave(window)
    assert open_now(surroundings, window) == set()


def test_the_single_question_comes_before_each_later_session(
    surroundings: Surroundings, open_window: Open
) -> None:
    surroundings.checks.keep(check())
    window = open_window()
    press(window, Key.Key_Return, "0", "4", Key.Key_Return, Key.Key_Escape, "q", Key.Key_Return)
    surroundings.clock.move(60_000)
    window.go("today")
    window.start(plan_of(surroundings, "leg_raise"))
    gate = window.stack.currentWidget()
    assert isinstance(gate, GatePage)
    assert gate.kind is GateKind.SINGLE
    press(window, "?")
    gate = window.stack.currentWidget()
    assert isinstance(gate, GatePage)
    assert gate.kind is GateKind.SEVEN


def test_help_is_behind_f1_on_every_page_that_has_the_window(open_window: Open) -> None:
    window = open_window(NEW)

    def help_and_back() -> None:
        page = window.stack.currentWidget()
        press(window, Key.Key_F1)
        assert window.stack.currentWidget() is window.page("signs")
        assert not window.rail.isVisibleTo(window)
        press(window, Key.Key_Escape)
        assert window.stack.currentWidget() is page

    help_and_back()
    first_start(window, 35)
    press(window, "N")
    help_and_back()
    assert check_page(window).answers.signs == {"A1": Answer.NO}
    answer(window)
    help_and_back()
    press(window, Key.Key_Return, Key.Key_Return)
    help_and_back()


def test_a_clinicians_word_opens_what_the_guide_says(
    surroundings: Surroundings, open_window: Open
) -> None:
    surroundings.checks.keep(check("D2a"))
    window = open_window()
    assert open_now(surroundings, window) == set()
    window.open_check()
    run = check_page(window).run
    assert run.start.asks_clearance
    assert run.start.last is not None


def test_damaged_rules_say_so_instead_of_asking(
    surroundings: Surroundings, open_window: Open
) -> None:
    broken = KeptChecks({"signs": {}}, surroundings.journal, surroundings.clock)
    surroundings.services = replace(surroundings.services, checks=broken)
    surroundings.checks = broken
    window = open_window(NEW)
    first_start(window, 35)
    assert window.stack.currentWidget() is window.page("today")
    assert "The rules of the check are damaged" in said(window)
    window.open_check()
    assert not isinstance(window.stack.currentWidget(), CheckPage)
    for name in surroundings.content.catalogue.exercises:
        window.start(plan_of(surroundings, name))
        assert isinstance(window.starting.card, RefusalCard)
