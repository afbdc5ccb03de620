"""After a session in which a sign was told comes the check; pain alone leads to the signs."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from kneecoach.domain.catalogue import Side
from kneecoach.domain.plan import Plan, Slot, item_of
from kneecoach.domain.safety import Standing
from kneecoach.ui.check.check_page import CheckPage
from kneecoach.ui.window import MainWindow
from tests.ui.surroundings import Surroundings

Key = Qt.Key


def press(window: MainWindow, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(window.focusWidget() or window, key)


@pytest.mark.parametrize(
    ("keys", "page"),
    [
        ((Key.Key_P, Key.Key_W), "check"),
        ((Key.Key_P, Key.Key_Q, Key.Key_Return), "signs"),
        ((Key.Key_Escape, Key.Key_Q, Key.Key_T, Key.Key_Return), "check"),
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
    check = surroundings.checks.now()
    if page == "check":
        assert isinstance(window.stack.currentWidget(), CheckPage)
        assert check.standing is Standing.NEW_SIGN
        window.start(window.page("today").view.plan)
        assert not window.plays
    else:
        assert window.stack.currentWidget() is window.page(page)
        assert check.standing is Standing.VALID
    [record] = surroundings.journal.sessions()
    assert record.finished
    if page != "check":
        press(window, Key.Key_Escape)
        assert window.stack.currentWidget() is window.page("today")
