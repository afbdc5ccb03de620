"""From one page to the next with motion: what fades stands where it stood."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kneecoach.domain.settings import ThemeChoice
from kneecoach.ui.kit.fade import Fade
from kneecoach.ui.look import Look
from kneecoach.ui.window import MainWindow
from tests.ui.surroundings import Surroundings


@pytest.fixture
def moving(surroundings: Surroundings, qapp: QApplication) -> Iterator[MainWindow]:
    """The window on a desktop that has nothing against motion."""
    window = MainWindow(surroundings.services, Look(ThemeChoice.LIGHT), guard_ms=0)
    window.show()
    window.activateWindow()
    window.complete()
    qapp.processEvents()
    yield window
    window.close()
    window.deleteLater()
    qapp.processEvents()


def press(window: MainWindow, key: Qt.Key) -> None:
    QTest.keyClick(window.focusWidget() or window, key)


def test_the_page_and_the_rail_fade_in_their_place_into_the_player(moving: MainWindow) -> None:
    rail = moving.rail.geometry()
    before = moving.grab(rail).toImage()
    for key in (Qt.Key.Key_Return, Qt.Key.Key_4, Qt.Key.Key_Return):
        press(moving, key)
    assert moving.plays
    assert not moving.rail.isVisible()
    (fade,) = moving.findChildren(Fade)
    assert fade.mapTo(moving, fade.rect().topLeft()) == moving.rect().topLeft()
    assert moving.grab(rail).toImage() == before


def test_with_reduced_motion_nothing_fades(moving: MainWindow) -> None:
    moving.look.set_calm(True)
    moving.go("history")
    assert moving.findChildren(Fade) == []
