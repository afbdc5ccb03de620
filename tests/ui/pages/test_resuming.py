"""The next start after a session was cut off: it asks once, and every answer does what it says."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from kneecoach.domain.answers import Hurt, PainChoice
from kneecoach.domain.catalogue import Side
from kneecoach.domain.history import RepetitionDone, SessionStart
from kneecoach.domain.plan import Slot
from kneecoach.domain.safety import Refusal, Refused, Way
from kneecoach.domain.session import Session, State
from kneecoach.ui.kit.labels import TextLabel
from kneecoach.ui.kit.page import focusables
from kneecoach.ui.player.finish_card import FinishCard
from kneecoach.ui.resume_card import DiscardCard, ResumeCard
from kneecoach.ui.window import MainWindow
from tests.domain.checked import check
from tests.ui.pages.conftest import Open
from tests.ui.pages.seen import cut, left_behind
from tests.ui.surroundings import Surroundings

Key = Qt.Key
PLAN = (("leg_raise", Side.LEFT), ("hamstring_bent", Side.LEFT), ("calf_stretch", Side.LEFT))


def cut_off(surroundings: Surroundings, count: int = 4, plan=PLAN, days: int = 0) -> str:
    """A midday session of some days ago that ended without an end after so many repetitions."""
    dose = {name: surroundings.content.catalogue.exercise(name).dose for name, _ in plan}
    now = surroundings.clock.wall()
    start = SessionStart(
        parts=tuple((name, side, dose[name]) for name, side in plan),
        slot=Slot.MIDDAY,
        started=now.utc - days * 86_400,
        offset_minutes=now.offset_minutes,
        day=replace(now, utc=now.utc - days * 86_400).day,
        pain_before=3,
    )
    name = surroundings.journal.begin(start)
    for n in range(count):
        done = RepetitionDone(0, n // 10 + 1, n % 10 + 1, 5_000, 6_000 * (n + 1))
        surroundings.journal.repetition(name, done)
    return name


def opened(open_window: Open, size: tuple[int, int] = (1280, 800)) -> MainWindow:
    """The window a moment after its first paint."""
    window = open_window(size=size)
    window.interruptions.offer_draft()
    QApplication.processEvents()
    return window


def press(window: MainWindow, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(window.focusWidget() or window, key)
        QApplication.processEvents()


def words(root: QWidget) -> str:
    labels = root.findChildren(TextLabel)
    return "\n".join(label.text() for label in labels if label.isVisibleTo(root))


def card_of(window: MainWindow) -> ResumeCard:
    card = window.starting.card
    assert isinstance(card, ResumeCard)
    return card


def session_of(window: MainWindow) -> Session:
    assert window.player is not None
    assert window.player.player is not None
    return window.player.player.session


def let_pass(surroundings: Surroundings, window: MainWindow, ms: int) -> None:
    """Let time pass, the player looking every two seconds: a longer gap would pause it."""
    assert window.player is not None
    assert window.player.player is not None
    for _ in range(ms // 2_000):
        surroundings.clock.move(2_000)
        window.player.player.look()


def test_nothing_is_asked_where_nothing_was_cut_off(open_window: Open) -> None:
    assert opened(open_window).starting.card is None


def test_the_window_asks_by_itself_after_its_first_paint(
    surroundings: Surroundings, open_window: Open, qtbot: QtBot
) -> None:
    cut_off(surroundings)
    window = open_window()
    qtbot.waitUntil(lambda: window.starting.card is not None)
    card = card_of(window)
    window.interruptions.offer_draft()
    assert card_of(window) is card


def test_the_card_tells_what_was_done_and_where_it_goes_on(
    surroundings: Surroundings, open_window: Open
) -> None:
    cut_off(surroundings)
    said = words(card_of(opened(open_window)))
    assert "Midday, today, begun at 09:00. It was cut off here: Straight-leg raise." in said
    assert "4 of 30 repetitions" in said
    assert "Left leg, set 1 of 3, repetition 5" in said
    assert "24 s so far" in said


def test_enter_goes_on_and_makes_one_session_of_the_day_it_began(
    surroundings: Surroundings, open_window: Open
) -> None:
    name = cut_off(surroundings, count=14, days=1)
    window = opened(open_window)
    assert "yesterday" in words(card_of(window))
    press(window, Key.Key_Return)
    let_pass(surroundings, window, 5_000 + 5_000)
    assert session_of(window).records[-1].key == (0, 2, 5)
    let_pass(surroundings, window, 1_000_000)
    press(window, Key.Key_3, Key.Key_2, Key.Key_Return)
    [record] = surroundings.journal.sessions()
    assert (record.id, record.finished, record.pain_before) == (name, True, 3)
    assert record.day == replace(surroundings.clock.wall(), utc=record.started).day
    assert [done.reps for done in record.exercises[0].done] == [10, 10, 10]
    assert [done.seconds for done in record.exercises[1].done] == [20, 20, 20]


def test_a_session_in_which_only_the_questions_are_left_asks_them(
    surroundings: Surroundings, open_window: Open
) -> None:
    cut_off(surroundings, count=30, plan=PLAN[:1])
    window = opened(open_window)
    assert "Only the questions at the end are left" in words(card_of(window))
    press(window, Key.Key_Return)
    assert window.player is not None
    assert isinstance(window.player.card, FinishCard)
    press(window, Key.Key_3, Key.Key_2, Key.Key_Return)
    [record] = surroundings.journal.sessions()
    assert (record.finished, record.pain_after) == (True, 2)


def test_k_keeps_what_was_done(surroundings: Surroundings, open_window: Open) -> None:
    cut_off(surroundings)
    window = opened(open_window)
    press(window, Key.Key_K)
    assert window.starting.card is None
    [record] = surroundings.journal.sessions()
    assert (record.finished, record.exercises[0].done[0].reps, record.seconds) == (True, 4, 24)
    assert (record.pain_before, record.pain_after) == (3, None)


def test_d_asks_once_more_and_then_discards(surroundings: Surroundings, open_window: Open) -> None:
    cut_off(surroundings)
    window = opened(open_window)
    press(window, Key.Key_D)
    assert isinstance(window.starting.card, DiscardCard)
    press(window, Key.Key_Return)  # the marked answer goes back
    assert len(surroundings.journal.sessions()) == 1
    card_of(window)
    press(window, Key.Key_D, Key.Key_D)
    assert window.starting.card is None
    assert surroundings.journal.sessions() == ()


@pytest.mark.parametrize("keys", [(Key.Key_Escape,), (Key.Key_D, Key.Key_Escape), ()])
def test_choosing_nothing_keeps_the_draft_for_the_next_start(
    keys: tuple[Qt.Key, ...], surroundings: Surroundings, open_window: Open
) -> None:
    cut_off(surroundings)
    before = (surroundings.folder / "history.sqlite3").read_bytes()
    window = opened(open_window)
    press(window, *keys)
    window.close()
    again = opened(open_window)
    assert "4 of 30 repetitions" in words(card_of(again))
    assert (surroundings.folder / "history.sqlite3").read_bytes() == before


def test_it_asks_once_a_start_and_after_the_warning_signs_again(
    surroundings: Surroundings, open_window: Open
) -> None:
    cut_off(surroundings)
    window = opened(open_window)
    press(window, Key.Key_F1)
    assert window.stack.currentWidget() is window.pages["signs"]
    assert window.starting.card is None
    window.leave_signs()
    card_of(window)
    press(window, Key.Key_Escape)
    window.go("knee")
    window.go("today")
    assert window.starting.card is None


def test_what_is_closed_now_can_only_be_kept_or_discarded(
    surroundings: Surroundings, open_window: Open
) -> None:
    cut_off(surroundings)
    surroundings.checks.keep(check("B1"))
    window = opened(open_window)
    said = words(card_of(window))
    assert "A session was cut off" in said
    assert "Closed by your last check of warning signs" in said
    assert "Go on" not in said
    press(window, Key.Key_Return)  # what is marked keeps
    assert not window.plays
    [record] = surroundings.journal.sessions()
    assert record.finished
    refused = Refused(Refusal.LOCKED, tuple(name for name, _ in PLAN))
    assert [(one.way, one.refused) for one in surroundings.journal.refusals()] == [
        (Way.RESUME, refused)
    ]


def test_a_session_that_a_sharp_sign_ended_does_not_go_on(
    surroundings: Surroundings, open_window: Open
) -> None:
    name = cut_off(surroundings)
    surroundings.journal.hurt(name, Hurt(0, PainChoice.SIGNS, 8, surroundings.clock.wall().utc))
    said = words(card_of(opened(open_window)))
    assert "You ended it because of a sharp sign, so it does not go on." in said
    assert "Go on" not in said


def test_a_second_crash_asks_the_same_with_one_repetition_more(
    surroundings: Surroundings, open_window: Open
) -> None:
    """Gone on, one repetition more, gone again: the same question with one repetition more."""
    name = cut_off(surroundings)
    window = opened(open_window)
    press(window, Key.Key_Return)
    let_pass(surroundings, window, 5_000 + 5_000)
    assert window.player is not None
    window.player.leave_clock()
    again = opened(open_window)
    assert "5 of 30 repetitions" in words(card_of(again))
    press(again, Key.Key_Return)
    assert session_of(again).state is State.RUNNING
    draft = surroundings.journal.draft()
    assert draft is not None
    assert draft.id == name


@pytest.mark.parametrize("size", [(1280, 800), (900, 600)], ids=["wide", "compact"])
@pytest.mark.usefixtures("pseudo")
def test_the_cards_are_in_the_language_and_cut_nothing(
    size: tuple[int, int], surroundings: Surroundings, open_window: Open
) -> None:
    cut_off(surroundings, plan=(*PLAN, ("calf_stretch", Side.RIGHT)))
    window = opened(open_window, size)
    assert left_behind(window) == []
    assert cut(window) == []
    press(window, Key.Key_D)
    assert left_behind(window) == []
    assert cut(window) == []


def test_every_answer_has_a_name_and_room_for_a_finger(
    surroundings: Surroundings, open_window: Open
) -> None:
    cut_off(surroundings)
    stops = focusables(card_of(opened(open_window, (900, 600))))
    names = [QAccessible.queryAccessibleInterface(s).text(QAccessible.Text.Name) for s in stops]
    assert names == ["Go on", "Keep what I did", "Discard"]
    assert min(min(stop.width(), stop.height()) for stop in stops) >= 44
