"""Ways round the check that a hurried, interrupted or stubborn person finds: none leads in."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from kneecoach.app.starting import services_for
from kneecoach.domain.check_records import Moment, Told
from kneecoach.domain.safety import Standing
from kneecoach.domain.session import State
from kneecoach.domain.settings import Settings
from kneecoach.store.content import COMPILED, read_content
from kneecoach.store.history import HistoryFile
from kneecoach.store.trouble import stopped
from kneecoach.ui.check.check_page import CheckPage
from kneecoach.ui.check.end_page import CheckEndPage
from kneecoach.ui.first_page import FirstPage
from kneecoach.ui.gate_page import GatePage
from kneecoach.ui.help_page import HelpPage
from kneecoach.ui.kept_checks import KeptChecks
from kneecoach.ui.player.player import Player
from kneecoach.ui.starting_cards import PainCard, RefusalCard
from kneecoach.ui.window import MainWindow
from tests.conftest import ROOT
from tests.domain.checked import check, seven
from tests.ui.pages.conftest import Open
from tests.ui.pages.test_checking import (
    NEW,
    answer,
    answer_until,
    check_page,
    first_start,
    open_now,
    plan_of,
    press,
    said,
    tick,
)
from tests.ui.pages.test_resuming import cut_off
from tests.ui.surroundings import Surroundings

Key = Qt.Key
DAYS_MS = 24 * 3600 * 1000


class FullDisk(HistoryFile):
    """A history to which nothing can be added any more once `full`."""

    full = False

    def keep(self, said: Told, when: Moment) -> str:
        self._stop()
        return super().keep(said, when)

    def finish(self, session_id, end) -> None:
        self._stop()
        super().finish(session_id, end)

    def _stop(self) -> None:
        if self.full:
            raise stopped("full", self.path)


@pytest.fixture
def surroundings(surroundings: Surroundings) -> Surroundings:
    """Nobody has answered anything, and that counts; the disk can fill up."""
    surroundings.journal.close()
    surroundings.journal = FullDisk(surroundings.journal.path, surroundings.clock)
    journal, clock = surroundings.journal, surroundings.clock
    surroundings.checks = KeptChecks(surroundings.content.check, journal, clock)
    surroundings.services = replace(
        surroundings.services, journal=journal, checks=surroundings.checks
    )
    return surroundings


def standing(surroundings: Surroundings) -> Standing | None:
    outcome = surroundings.checks.now()
    return outcome.standing if outcome else None


def played(surroundings: Surroundings, window: MainWindow, name: str = "leg_raise") -> Player:
    """A session of that exercise, twelve seconds on."""
    surroundings.checks.keep(seven())
    window.start(plan_of(surroundings, name))
    press(window, "4", Key.Key_Return)
    assert window.player is not None
    player = window.player.player
    assert player is not None
    for _ in range(12):
        surroundings.clock.move(1_000)
        player.look()
    return player


def test_an_emergency_is_told_also_where_it_cannot_be_saved(
    surroundings: Surroundings, open_window: Open
) -> None:
    surroundings.checks.keep(check())
    window = open_window()
    surroundings.journal.full = True
    window.open_check()
    answer_until(window, "right_now")
    tick(window, ("A1",))
    press(window, "0", Key.Key_Return)
    page = window.stack.currentWidget()
    assert isinstance(page, HelpPage)
    title = surroundings.content.texts.help.pages["breath_or_chest"].title
    assert title in said(page)
    assert surroundings.content.texts.check.signs["A1"] in page.note.text
    press(window, Key.Key_Escape)
    assert "The exercises are closed" in said(window)
    press(window, Key.Key_Return)
    assert title in said(window)
    surroundings.journal.full = False
    assert open_now(surroundings, window) == set()


@pytest.mark.parametrize("age", [35, 17])
def test_a_first_check_that_cannot_be_saved_opens_nothing_and_says_so(
    surroundings: Surroundings, open_window: Open, age: int
) -> None:
    surroundings.journal.full = True
    window = open_window(NEW)
    first_start(window, age)
    if age == 17:
        assert surroundings.content.texts.help.pages["age"].title in said(window)
    else:
        answer(window)
        page = window.stack.currentWidget()
        assert isinstance(page, CheckEndPage)
        assert "Your answers could not be saved, so they open nothing." in said(page)
        assert "Valid until" not in said(page)
        assert "clinician" not in said(page)
    press(window, Key.Key_Return, Key.Key_Escape)
    window.go("today")
    assert "Your last answers could not be saved" in said(window)
    window.start(plan_of(surroundings, "leg_raise"))
    assert isinstance(window.starting.card, RefusalCard)


def test_a_card_that_stood_there_when_the_check_expired_begins_nothing(
    surroundings: Surroundings, open_window: Open
) -> None:
    surroundings.checks.keep(check())
    surroundings.checks.keep(seven())
    window = open_window()
    press(window, Key.Key_Return)
    assert isinstance(window.starting.card, PainCard)
    surroundings.clock.sleep(15 * DAYS_MS)
    press(window, "4", Key.Key_Return)
    assert not window.plays
    assert isinstance(window.starting.card, RefusalCard)


def test_a_card_that_stood_there_over_midnight_asks_the_questions_of_the_new_day(
    surroundings: Surroundings, open_window: Open
) -> None:
    surroundings.checks.keep(check())
    surroundings.checks.keep(seven())
    window = open_window()
    press(window, Key.Key_Return)
    surroundings.clock.sleep(DAYS_MS)
    press(window, "4", Key.Key_Return)
    assert isinstance(window.stack.currentWidget(), GatePage)
    press(window, "0", "4", Key.Key_Return)
    assert window.plays


@pytest.mark.parametrize("days", [15, 0])
def test_a_session_paused_until_the_check_expired_does_not_go_on(
    surroundings: Surroundings, open_window: Open, days: int
) -> None:
    surroundings.checks.keep(check())
    window = open_window()
    player = played(surroundings, window)
    press(window, Key.Key_Space)
    assert player.session.state is State.PAUSED
    surroundings.clock.sleep(days * DAYS_MS)
    press(window, Key.Key_Space)
    paused = player.session.state is State.PAUSED
    assert paused is bool(days)
    if days:
        press(window, Key.Key_Escape, "q")
        assert player.session.over


def test_the_first_start_is_not_passed_by_through_help(open_window: Open) -> None:
    window = open_window(NEW)
    first = window.stack.currentWidget()
    press(window, Key.Key_F1, "k")
    assert isinstance(first, FirstPage)
    assert window.stack.currentWidget() is first


def test_no_session_is_offered_over_a_check_that_is_being_answered(
    surroundings: Surroundings, open_window: Open
) -> None:
    surroundings.checks.keep(check())
    surroundings.clock.move(1_000)
    cut_off(surroundings)
    window = open_window()
    window.interruptions.offer_draft()
    press(window, Key.Key_Escape)
    window.open_check()
    answer_until(window, "right_now")
    tick(window, ("A1",))
    press(window, Key.Key_F1, Key.Key_Escape)
    assert isinstance(window.stack.currentWidget(), CheckPage)
    assert window.starting.card is None


@pytest.mark.parametrize("way", ["later", "close", "leave", "check"])
def test_what_is_ticked_before_a_session_is_told_however_it_is_left(
    surroundings: Surroundings, open_window: Open, way: str
) -> None:
    surroundings.checks.keep(check())
    window = open_window()
    press(window, Key.Key_Return, "1")
    if way == "later":
        press(window, Key.Key_Escape)
        assert "The exercises are closed" in said(window)
    elif way == "check":
        press(window, Key.Key_F1, "k")
        assert "B1" in check_page(window).answers.signs
    else:
        getattr(window, way)()
    assert standing(surroundings) is Standing.NEW_SIGN


def test_what_was_ticked_and_taken_back_before_a_session_is_not_told(
    surroundings: Surroundings, open_window: Open
) -> None:
    surroundings.checks.keep(check())
    window = open_window()
    press(window, Key.Key_Return, "1", "1", "1", Key.Key_Escape)
    assert standing(surroundings) is Standing.VALID


def test_after_a_sharp_sign_there_is_no_way_back_into_a_session_that_cannot_be_saved(
    surroundings: Surroundings, open_window: Open
) -> None:
    surroundings.checks.keep(check())
    window = open_window()
    player = played(surroundings, window)
    surroundings.journal.full = True
    press(window, "p", "w")
    assert standing(surroundings) is Standing.NEW_SIGN
    assert window.stack.currentWidget() is window.page("signs")
    press(window, Key.Key_Escape, "u", Key.Key_Backspace, Key.Key_Space)
    assert player.session.state is State.STOPPED
    press(window, "q")
    assert not window.plays
    assert isinstance(window.stack.currentWidget(), CheckPage)
    assert standing(surroundings) is Standing.NEW_SIGN


def test_a_sign_told_after_a_session_that_is_not_saved_is_told(
    surroundings: Surroundings, open_window: Open
) -> None:
    surroundings.checks.keep(check())
    window = open_window()
    played(surroundings, window)
    surroundings.journal.full = True
    press(window, Key.Key_Escape, "q", "t", Key.Key_Return, "q")
    assert isinstance(window.stack.currentWidget(), CheckPage)
    assert standing(surroundings) is Standing.NEW_SIGN


@pytest.mark.parametrize("way", ["close", "leave"])
def test_a_sign_ticked_at_the_end_is_told_by_a_window_that_is_closed(
    surroundings: Surroundings, open_window: Open, way: str
) -> None:
    surroundings.checks.keep(check())
    window = open_window()
    played(surroundings, window)
    press(window, Key.Key_Escape, "q", "t")
    assert standing(surroundings) is Standing.VALID
    getattr(window, way)()
    assert standing(surroundings) is Standing.NEW_SIGN


DAMAGE = {
    "help": lambda words: words["help"]["pages"].pop("blood_clot_signs"),
    "check": lambda words: words["check"]["gate"]["questions"].pop("leg"),
    "nothing": lambda _words: None,  # the control
}


@pytest.mark.parametrize("what", DAMAGE)
def test_damaged_words_of_check_or_help_close_everything_and_that_is_said(
    surroundings: Surroundings, open_window: Open, what: str
) -> None:
    tree = json.loads((ROOT / "kneecoach" / COMPILED).read_bytes())
    DAMAGE[what](tree["texts"]["en"])
    content = read_content(json.dumps(tree).encode(), "en")
    journal, clock, settings = surroundings.journal, surroundings.clock, surroundings.settings
    surroundings.services = services_for(
        surroundings.folder, content, journal, clock, settings, surroundings.cues
    )
    surroundings.services.checks.keep(check())
    surroundings.services.checks.keep(seven())
    window = open_window()
    damaged = what != "nothing"
    assert ("The rules of the check are damaged" in said(window)) is damaged
    window.start(plan_of(surroundings, "leg_raise"))
    assert isinstance(window.starting.card, RefusalCard if damaged else PainCard)
    for name in ("knee", "exercises", "massage", "load", "settings", "history"):
        window.go(name)
    window.open_exercise("leg_raise")
    window.open_signs()
    window.open_check()
    assert isinstance(window.stack.currentWidget(), CheckPage) is not damaged
    if what == "check":
        window = open_window(NEW)
        assert "The rules of the check are damaged" in said(window)


def test_help_comes_also_where_today_cannot_be_shown(
    open_window: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window(Settings())

    def broken(*_: object, **__: object) -> None:
        raise RuntimeError

    monkeypatch.setattr("kneecoach.ui.today_page.TodayPage.__init__", broken)
    window.checking._show_outcome(check("B1"))
    page = window.stack.currentWidget()
    assert isinstance(page, HelpPage)
    assert page is window.page("help")
    with pytest.raises(RuntimeError):  # the control
        window.go("today")
