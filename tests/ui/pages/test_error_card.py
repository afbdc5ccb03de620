"""Something goes wrong in a session: it waits, one card tells what, and nothing is lost."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAccessible, QGuiApplication, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kneecoach.app.catching import Catcher, caught_by
from kneecoach.domain.catalogue import Side
from kneecoach.domain.plan import Plan, PlanItem
from kneecoach.domain.session import State
from kneecoach.ui.fault import Fault
from kneecoach.ui.kit.page import focusables
from kneecoach.ui.player.error_card import ErrorCard
from kneecoach.ui.player.finish_card import FinishCard
from kneecoach.ui.player.player import Player
from kneecoach.ui.window import MainWindow
from tests.ui.pages.conftest import Open
from tests.ui.pages.seen import cut, left_behind
from tests.ui.pages.test_closing import let_pass, press, session_of
from tests.ui.pages.test_resuming import words
from tests.ui.surroundings import Surroundings

Key = Qt.Key
DRAWING = Fault("ValueError", "ui/figure/painter.py", 212)


@pytest.fixture
def playing(surroundings: Surroundings, window: MainWindow) -> MainWindow:
    """A window in which one leg raise is done and the second runs."""
    begin(surroundings, window)
    return window


def begin(surroundings: Surroundings, window: MainWindow) -> None:
    dose = surroundings.content.catalogue.exercise("leg_raise").dose
    window.start(Plan((PlanItem("leg_raise", dose, (Side.LEFT,)),)))
    press(window, Key.Key_4, Key.Key_Return)
    let_pass(surroundings, window, 5_000 + 6_000 + 1_000)
    assert len(session_of(window).records) == 1


def tell(window: MainWindow, fault: Fault = DRAWING) -> list[str]:
    """Have it told; what is in the list says that it was answered."""
    answered: list[str] = []
    window.interruptions.tell(fault, lambda: answered.append("answered"))
    QApplication.processEvents()
    return answered


def card_of(window: MainWindow) -> ErrorCard:
    card = window.starting.card
    assert isinstance(card, ErrorCard)
    return card


@pytest.fixture
def catching(surroundings: Surroundings, playing: MainWindow) -> Iterator[MainWindow]:
    """The window with every error caught, as in the program."""
    catcher = Catcher(surroundings.folder, surroundings.clock, playing.interruptions.tell)
    with caught_by(catcher):
        yield playing


def test_the_session_waits_and_the_card_tells_kind_and_place(playing: MainWindow) -> None:
    tell(playing)
    assert session_of(playing).state is State.PAUSED
    said = words(card_of(playing))
    assert "in the drawing, not in your data" in said
    assert "ValueError · ui/figure/painter.py, line 212" in said
    assert "Your session is saved up to the last repetition" in said


def test_enter_goes_on(playing: MainWindow) -> None:
    answered = tell(playing)
    press(playing, Key.Key_Return)
    assert session_of(playing).state is State.COUNTING_IN
    assert answered == ["answered"]


def test_a_pause_made_by_hand_stays_a_pause(playing: MainWindow) -> None:
    press(playing, Key.Key_Space)
    tell(playing)
    press(playing, Key.Key_Return)
    assert session_of(playing).state is State.PAUSED


def test_q_ends_and_asks_how_it_was(surroundings: Surroundings, playing: MainWindow) -> None:
    tell(playing)
    press(playing, Key.Key_Q)
    assert playing.player is not None
    assert isinstance(playing.player.card, FinishCard)
    playing.player.card.save.emit()
    [record] = surroundings.journal.sessions()
    assert record.finished


def test_q_saves_at_once_where_the_question_at_the_end_is_what_goes_wrong(
    surroundings: Surroundings, playing: MainWindow
) -> None:
    tell(playing)
    press(playing, Key.Key_Q)
    tell(playing)
    press(playing, Key.Key_Q)
    assert not playing.plays
    [record] = surroundings.journal.sessions()
    assert record.finished


def test_where_ending_is_what_goes_wrong_q_saves_all_the_same(
    surroundings: Surroundings, playing: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(Player, "do", broken)
    tell(playing)
    assert session_of(playing).state is State.PAUSED
    press(playing, Key.Key_Q)
    assert not playing.plays
    [record] = surroundings.journal.sessions()
    assert (record.finished, record.exercises[0].done[0].reps) == (True, 1)


def test_ctrl_c_and_the_button_copy_kind_and_place(playing: MainWindow) -> None:
    tell(playing)
    QTest.keyClick(playing.focusWidget(), Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "KneeCoach: ValueError · ui/figure/painter.py:212"
    assert "Copied" in [stop.text() for stop in focusables(card_of(playing))]


def test_there_is_one_card_however_much_goes_wrong(playing: MainWindow) -> None:
    tell(playing)
    card = card_of(playing)
    tell(playing, Fault("KeyError", "ui/player/ring.py", 7))
    assert card_of(playing) is card
    assert len(playing.findChildren(ErrorCard)) == 1


def test_what_is_not_saved_yet_is_not_called_saved(
    surroundings: Surroundings, playing: MainWindow
) -> None:
    other = sqlite3.connect(surroundings.journal.path, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    let_pass(surroundings, playing, 6_000)
    tell(playing, Fault("OSError", "store/writing.py", 3))
    said = words(card_of(playing))
    other.execute("ROLLBACK")
    other.close()
    assert "Your session is saved" not in said
    assert "Another program holds the history file" in said
    assert "in the saving; what was saved before is still there" in said


def test_without_a_session_it_is_told_in_a_line(window: MainWindow) -> None:
    tell(window)
    assert window.starting.card is None
    assert "Something went wrong in the program, not in your history." in words(window)


def test_the_warning_signs_come_over_the_card(playing: MainWindow) -> None:
    tell(playing)
    press(playing, Key.Key_F1)
    assert playing.starting.card is None
    assert playing.stack.currentWidget() is playing.pages["signs"]
    assert session_of(playing).state is State.PAUSED


def test_an_error_in_a_slot_pauses_the_session_and_is_answered(
    catching: MainWindow, surroundings: Surroundings, qtbot: QtBot
) -> None:
    QTimer.singleShot(0, lambda: [][0])
    qtbot.waitUntil(lambda: catching.starting.card is not None)
    assert session_of(catching).state is State.PAUSED
    press(catching, Key.Key_Return)
    assert session_of(catching).state is State.COUNTING_IN
    draft = surroundings.journal.draft()
    assert draft is not None
    assert len(draft.done) == 1


def failing_paint(painter: QPainter) -> None:
    """Fails with the painter on the widget."""
    painter.drawLine(0, 0, 5, 5)
    raise ValueError("CANARY-7f3")


def test_a_paint_event_that_always_fails_gives_one_card_until_it_is_answered(
    catching: MainWindow,
    surroundings: Surroundings,
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
) -> None:
    monkeypatch.setattr("kneecoach.ui.player.ring.smooth", failing_paint)
    let_pass_painted(surroundings, catching, 2_000)
    qtbot.waitUntil(lambda: catching.starting.card is not None)
    card = card_of(catching)
    assert "ValueError · ui/player/ring.py, line" in words(card)
    log = surroundings.folder / "logs" / "kneecoach.log"
    for _ in range(10):
        catching.update()
        QApplication.processEvents()
    assert catching.findChildren(ErrorCard) == [card]
    assert len(log.read_text("utf-8").splitlines()) == 1
    press(catching, Key.Key_Return)  # it fails again: the next card
    let_pass_painted(surroundings, catching, 1_000)
    qtbot.waitUntil(lambda: isinstance(catching.starting.card, ErrorCard))
    assert len(log.read_text("utf-8").splitlines()) == 2
    monkeypatch.undo()
    press(catching, Key.Key_Return)
    let_pass_painted(surroundings, catching, 3_000 + 5_000)
    assert len(session_of(catching).records) == 2
    assert "CANARY" not in log.read_text("utf-8")


def let_pass_painted(surroundings: Surroundings, window: MainWindow, ms: int) -> None:
    """Let time pass with what is seen painted each quarter of a second."""
    for _ in range(ms // 250):
        surroundings.clock.move(250)
        if window.player is not None and window.player.player is not None:
            window.player.player.look()
        QApplication.processEvents()


def test_after_an_error_no_page_fades(catching: MainWindow, qtbot: QtBot) -> None:
    """A fade paints what may just have failed, and a painter left open there ends the program."""
    assert catching.ways.fades
    QTimer.singleShot(0, lambda: [][0])
    qtbot.waitUntil(lambda: catching.starting.card is not None)
    assert not catching.ways.fades


def test_every_control_has_a_name_and_room_for_a_finger(playing: MainWindow) -> None:
    tell(playing)
    stops = focusables(card_of(playing))
    names = [QAccessible.queryAccessibleInterface(s).text(QAccessible.Text.Name) for s in stops]
    assert sorted(names) == ["Copy", "End and save", "Go on"]
    assert min(min(stop.width(), stop.height()) for stop in stops) >= 44
    assert playing.focusWidget().text() == "Go on"


@pytest.mark.parametrize("size", [(1280, 800), (900, 600)], ids=["wide", "compact"])
@pytest.mark.usefixtures("pseudo")
def test_the_card_is_in_the_language_and_cuts_nothing(
    size: tuple[int, int], surroundings: Surroundings, open_window: Open
) -> None:
    window = open_window(size=size)
    begin(surroundings, window)
    for area in ("ui/figure/a.py", "ui/sound.py", "store/a.py", "ui/a.py", ""):
        tell(window, Fault("SomewhatLongErrorName", area, 1234))
        card = card_of(window)
        assert left_behind(card) == []
        assert cut(card) == []
        window.starting.leave()
        QApplication.processEvents()
