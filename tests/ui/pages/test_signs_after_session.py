"""After a session in which a sign was told the warning signs open, and lead back to Today."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from kneecoach.domain.catalogue import Side
from kneecoach.domain.plan import Plan, Slot, item_of
from kneecoach.ui.window import MainWindow
from tests.ui.surroundings import Surroundings

Key = Qt.Key


def press(window: MainWindow, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(window.focusWidget() or window, key)


@pytest.mark.parametrize(
    ("keys", "page"),
    [
        ((Key.Key_P, Key.Key_W), "signs"),
        ((Key.Key_P, Key.Key_Q, Key.Key_Return), "signs"),
        ((Key.Key_Escape, Key.Key_Q, Key.Key_T, Key.Key_Return), "signs"),
        ((Key.Key_Escape, Key.Key_Q, Key.Key_Return), "today"),  # the control
    ],
)
def test_where_a_session_leads_to(
    surroundings: Surroundings, window: MainWindow, keys: tuple[Qt.Key, ...], page: str
) -> None:
    exercise = surroundings.content.catalogue.exercise("leg_raise")
    window.start(Plan((item_of(exercise, (Side.LEFT,)),), Slot.MORNING))
    press(window, Key.Key_4, Key.Key_Return)
    assert window.player is not None
    player = window.player.player
    assert player is not None
    for _ in range(12):
        surroundings.clock.move(1_000)
        player.look()
    press(window, *keys)
    assert not window.plays
    assert window.stack.currentWidget() is window.page(page)
    [record] = surroundings.journal.sessions()
    assert record.finished
    press(window, Key.Key_Escape)
    assert window.stack.currentWidget() is window.page("today")
