"""A pose file that is missing or broken: told in a sentence, and everything works without it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kneecoach.domain.catalogue import Side
from kneecoach.domain.figure import Movement, still_of
from kneecoach.domain.plan import Plan, Slot, item_of
from kneecoach.domain.session import State
from kneecoach.ui.kit.labels import TextLabel
from kneecoach.ui.kit.toast import Toast
from kneecoach.ui.window import MainWindow
from tests.ui.pages.conftest import Open
from tests.ui.surroundings import Surroundings

WORKS = "A picture can't be shown; the exercise works without it. "
MISSING: Mapping[str, object] = {}
BROKEN: Mapping[str, object] = {"leg_raise": {"keys": 3}}


def harm(surroundings: Surroundings, poses: Mapping[str, object]) -> None:
    """Let the content lack the leg raise, or have it as told."""
    content = surroundings.content
    others = {name: tree for name, tree in content.poses.items() if name != "leg_raise"}
    content = replace(content, poses={**others, **poses})
    surroundings.services = replace(surroundings.services, content=content)


def told(window: MainWindow) -> list[str]:
    toasts = [toast for toast in window.findChildren(Toast) if toast.isVisibleTo(window)]
    return [label.text() for toast in toasts for label in toast.findChildren(TextLabel)]


@pytest.mark.parametrize(
    ("poses", "reason"),
    [
        (MISSING, "poses/leg_raise.toml: the file: is missing"),
        (BROKEN, "poses/leg_raise.toml: keys: must be a table"),
    ],
)
def test_the_file_is_named_and_somebody_stands_in_its_place(
    surroundings: Surroundings, open_window: Open, poses: Mapping[str, object], reason: str
) -> None:
    harm(surroundings, poses)
    window = open_window()
    window.open_exercise("leg_raise")
    window.pictures.paint_all()
    QApplication.processEvents()
    assert told(window) == [WORKS + reason]
    shown, at_ease = window.pictures.movement("leg_raise"), window.pictures.movement("at_ease")
    assert isinstance(shown, Movement)
    assert isinstance(at_ease, Movement)
    assert still_of(shown) == still_of(at_ease)
    assert shown.targets == ()


def test_nothing_is_told_where_all_is_well(window: MainWindow) -> None:
    window.open_exercise("leg_raise")
    window.pictures.paint_all()
    assert told(window) == []


def test_the_session_is_played_to_its_end_without_the_picture(
    surroundings: Surroundings, open_window: Open
) -> None:
    harm(surroundings, BROKEN)
    window = open_window()
    exercise = surroundings.content.catalogue.exercise("leg_raise")
    window.start(Plan((item_of(exercise, (Side.RIGHT,)),), Slot.MORNING))
    for key in (Qt.Key.Key_1, Qt.Key.Key_Return):
        QTest.keyClick(window.focusWidget() or window, key)
    assert window.player is not None
    player = window.player.player
    assert player is not None
    for _ in range(290):
        surroundings.clock.move(1_000)
        player.look()
    QApplication.processEvents()
    assert player.session.state is State.FINISHED
    assert len(player.session.records) == 30
    assert told(window) == [WORKS + "poses/leg_raise.toml: keys: must be a table"]
