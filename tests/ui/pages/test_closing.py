"""Closing the window in the middle of a session, and the end of everything."""

from __future__ import annotations

import sqlite3

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kneecoach.domain.catalogue import Side
from kneecoach.domain.plan import Plan, PlanItem
from kneecoach.domain.session import Session, State
from kneecoach.ui.close_card import CloseCard
from kneecoach.ui.kit.page import focusables
from kneecoach.ui.player.keys import Act
from kneecoach.ui.window import MainWindow
from tests.ui.pages.conftest import Open
from tests.ui.pages.seen import cut, left_behind
from tests.ui.surroundings import Surroundings

Key = Qt.Key


def press(window: MainWindow, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(window.focusWidget() or window, key)
        QApplication.processEvents()


def let_pass(surroundings: Surroundings, window: MainWindow, ms: int) -> None:
    """Let time pass, the player looking every half second."""
    assert window.player is not None
    assert window.player.player is not None
    for _ in range(ms // 500):
        surroundings.clock.move(500)
        window.player.player.look()


def session_of(window: MainWindow) -> Session:
    assert window.player is not None
    assert window.player.player is not None
    return window.player.player.session


@pytest.fixture
def playing(surroundings: Surroundings, window: MainWindow) -> MainWindow:
    """A window in which two leg raises are done and the third runs."""
    dose = surroundings.content.catalogue.exercise("leg_raise").dose
    window.start(Plan((PlanItem("leg_raise", dose, (Side.LEFT,)),)))
    press(window, Key.Key_4, Key.Key_Return)
    let_pass(surroundings, window, 5_000 + 6_000 + 6_000 + 1_000)
    assert len(session_of(window).records) == 2
    return window


def ask(window: MainWindow) -> CloseCard:
    assert not window.close()
    QApplication.processEvents()
    card = window.starting.card
    assert isinstance(card, CloseCard)
    return card


def test_without_a_session_the_window_closes_at_once(window: MainWindow) -> None:
    assert window.close()


def test_in_a_session_it_asks_and_enter_keeps_going(playing: MainWindow) -> None:
    ask(playing)
    assert session_of(playing).state is State.PAUSED
    press(playing, Key.Key_Return)
    assert playing.isVisible()
    assert session_of(playing).state is State.COUNTING_IN


def test_esc_stays_in_the_pause(playing: MainWindow) -> None:
    ask(playing)
    press(playing, Key.Key_Escape)
    assert playing.starting.card is None
    assert session_of(playing).state is State.PAUSED


def test_a_pause_made_by_hand_stays_a_pause(playing: MainWindow) -> None:
    press(playing, Key.Key_Space)
    ask(playing)
    press(playing, Key.Key_Return)
    assert session_of(playing).state is State.PAUSED


def test_q_ends_saves_and_closes(surroundings: Surroundings, playing: MainWindow) -> None:
    ask(playing)
    press(playing, Key.Key_Q)
    assert not playing.isVisible()
    [record] = surroundings.journal.sessions()
    assert (record.finished, record.exercises[0].done[0].reps) == (True, 2)
    assert surroundings.journal.draft() is None


def test_l_leaves_it_for_the_next_start(surroundings: Surroundings, playing: MainWindow) -> None:
    ask(playing)
    press(playing, Key.Key_L)
    assert not playing.isVisible()
    draft = surroundings.journal.draft()
    assert draft is not None
    assert [done.rep for done in draft.done] == [1, 2]


def test_what_cannot_be_saved_is_told_and_the_window_stays(
    surroundings: Surroundings, playing: MainWindow
) -> None:
    other = sqlite3.connect(surroundings.journal.path, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    card = ask(playing)
    press(playing, Key.Key_Q)
    assert playing.isVisible()
    assert "Another program holds the history file" in card._trouble.text()
    other.execute("ROLLBACK")
    other.close()
    press(playing, Key.Key_Q)
    assert not playing.isVisible()
    [record] = surroundings.journal.sessions()
    assert record.finished


@pytest.mark.parametrize("act", [Act.HURTS, Act.END])
def test_with_a_card_open_it_closes_and_the_session_waits(
    act: Act, surroundings: Surroundings, playing: MainWindow
) -> None:
    assert playing.player is not None
    playing.player.act(act)
    assert playing.close()
    assert surroundings.journal.draft() is not None


def test_closing_twice_closes(surroundings: Surroundings, playing: MainWindow) -> None:
    ask(playing)
    assert playing.close()
    assert surroundings.journal.draft() is not None


def test_at_the_end_of_the_desktop_session_it_asks_nothing(
    surroundings: Surroundings, playing: MainWindow
) -> None:
    playing.interruptions.save_now()
    assert session_of(playing).state is State.PAUSED
    assert playing.close()
    assert surroundings.journal.draft() is not None


def test_what_could_not_be_written_is_written_when_everything_ends(
    surroundings: Surroundings, playing: MainWindow
) -> None:
    other = sqlite3.connect(surroundings.journal.path, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    let_pass(surroundings, playing, 6_000)
    other.execute("ROLLBACK")
    other.close()
    playing.leave()
    draft = surroundings.journal.draft()
    assert draft is not None
    assert [done.rep for done in draft.done] == [1, 2, 3]


def test_every_answer_has_a_name_and_room_for_a_finger(playing: MainWindow) -> None:
    stops = focusables(ask(playing))
    names = [QAccessible.queryAccessibleInterface(s).text(QAccessible.Text.Name) for s in stops]
    assert names == ["Keep going", "End and save", "Leave it for later"]
    assert min(min(stop.width(), stop.height()) for stop in stops) >= 44


@pytest.mark.parametrize("size", [(1280, 800), (900, 600)], ids=["wide", "compact"])
@pytest.mark.usefixtures("pseudo")
def test_the_card_is_in_the_language_and_cuts_nothing(
    size: tuple[int, int], surroundings: Surroundings, open_window: Open
) -> None:
    window = open_window(size=size)
    dose = surroundings.content.catalogue.exercise("leg_raise").dose
    window.start(Plan((PlanItem("leg_raise", dose, (Side.LEFT,)),)))
    press(window, Key.Key_4, Key.Key_Return)
    card = ask(window)
    assert left_behind(card) == []
    assert cut(card) == []
