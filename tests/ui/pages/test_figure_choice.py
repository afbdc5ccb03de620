"""Who shows the exercises is chosen in Settings, saved, and seen in every picture at once."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from kneecoach.domain.settings import FigureLook, HairCut, Settings
from kneecoach.store.settings import load_settings
from kneecoach.ui.feel_card import FeelCard
from kneecoach.ui.figure.near_by import near_by
from kneecoach.ui.figure_choice import figure_name
from kneecoach.ui.pictures import Scene
from kneecoach.ui.stage_colours import colours_of
from kneecoach.ui.window import MainWindow
from tests.ui.pages.conftest import Open
from tests.ui.surroundings import Surroundings


def picture(window: MainWindow) -> object:
    """One picture as it is painted now."""
    scene = Scene("squat", QSize(80, 60))
    window.pictures.get(scene, 1.0)
    window.pictures.paint_all()
    found = window.pictures.get(scene, 1.0)
    assert found is not None
    return found.toImage()


def test_brown_and_cropped_is_who_shows_it_first(window: MainWindow) -> None:
    page = window.page("settings")
    assert page.figure.value is FigureLook.BROWN
    assert page.hair.value == "crop"
    assert (window.look.figure, window.look.hair) == (FigureLook.BROWN, HairCut.CROP)


@pytest.mark.parametrize("number", range(5))
def test_a_look_that_is_taken_is_saved_and_seen_at_once(
    window: MainWindow, surroundings: Surroundings, number: int
) -> None:
    page = window.page("settings")
    tile = page.figure.tiles[number]
    before = picture(window)
    tile.click()
    assert window.choices.settings.figure is list(FigureLook)[number]
    assert tile.isChecked()
    assert (picture(window) == before) is (tile.figure is FigureLook.BROWN)
    if tile.figure is not FigureLook.BROWN:
        assert load_settings(surroundings.folder).figure is tile.figure


def test_a_bun_is_seen_in_pictures_and_in_the_choice(window: MainWindow) -> None:
    page = window.page("settings")
    before = picture(window)
    window.choices.change(hair=HairCut.BUN)
    assert page.hair.value == "bun"
    assert picture(window) != before
    window.choices.change(hair=HairCut.CROP)
    assert picture(window) == before


def test_what_was_saved_before_is_shown(open_window: Open) -> None:
    saved = Settings(side_chosen=True, figure=FigureLook.SILVER, hair=HairCut.BUN)
    page = open_window(saved).page("settings")
    assert page.figure.value is FigureLook.SILVER
    assert page.hair.value == "bun"


def test_arrow_keys_go_from_look_to_look(window: MainWindow, qapp: QApplication) -> None:
    window.go("settings")
    qapp.processEvents()
    page = window.page("settings")
    page.figure.tiles[1].setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(page.figure.tiles[1], Qt.Key.Key_Right)
    assert page.figure.value is FigureLook.TAN
    QTest.keyClick(page.figure.tiles[2], Qt.Key.Key_Left)
    assert page.figure.value is FigureLook.BROWN


def test_every_look_has_a_name_of_its_own(window: MainWindow) -> None:
    tiles = window.page("settings").figure.tiles
    assert [tile.text() for tile in tiles] == [figure_name(figure) for figure in FigureLook]
    assert len({tile.text() for tile in tiles}) == 5


def test_the_pairs_of_an_exercise_follow_the_side(window: MainWindow, qapp: QApplication) -> None:
    window.open_exercise("squat")
    window.open_exercise("lunge")
    qapp.processEvents()
    page = window.stack.currentWidget()
    page.sides.set_value("right")
    page.sides.chosen.emit("right")
    assert [shown.drawing.mirrored for shown in page.pair.pictures] == [False, False]
    page.sides.set_value("left")
    page.sides.chosen.emit("left")
    assert [shown.drawing.mirrored for shown in page.pair.pictures] == [True, True]
    assert [shown.drawing.so for shown in page.pair.pictures] == [True, False]


def test_both_halves_are_told_in_words(window: MainWindow, qapp: QApplication) -> None:
    window.open_exercise("calf_stretch")
    qapp.processEvents()
    page = window.stack.currentWidget()
    words = window.services.content.texts.exercises["calf_stretch"]
    shown = [label.text() for label in page.pair.findChildren(QLabel)]
    assert {"So", "Not so", words.right, words.wrong} <= set(shown)
    assert len(page.pair.pictures) == 4


@pytest.mark.parametrize("pairs", [{}, {"lunge": 3}, {"lunge": {"pairs": [{"view": "above"}]}}])
def test_a_broken_pair_leaves_the_words(
    surroundings: Surroundings, open_window: Open, pairs: dict[str, object], qapp: QApplication
) -> None:
    services = surroundings.services
    content = replace(services.content, pairs=pairs)
    surroundings.services = replace(services, content=content)
    window = open_window()
    window.open_exercise("lunge")
    qapp.processEvents()
    page = window.stack.currentWidget()
    assert page.pair.pictures == []
    words = content.texts.exercises["lunge"]
    shown = [label.text() for label in page.pair.findChildren(QLabel)]
    assert {words.right, words.wrong} <= set(shown)


def test_a_broken_front_view_leaves_the_one_from_the_side(
    surroundings: Surroundings, open_window: Open
) -> None:
    services = surroundings.services
    front = {**services.content.front, "stand_open": {"keys": 3}}
    surroundings.services = replace(services, content=replace(services.content, front=front))
    pictures = open_window().pictures
    assert pictures.stage_movement("stand_open") is pictures.movement("stand_open")
    assert pictures.stage_movement("stand_closed") is not pictures.movement("stand_closed")
    assert pictures.stage_movement("squat") is pictures.movement("squat")


@pytest.mark.parametrize(
    ("exercise", "shown"),
    [("leg_raise", True), ("calf_stretch", True), ("massage_back_of_knee", False)],
)
def test_the_muscle_is_shown_from_near_by_where_one_works(
    window: MainWindow, qapp: QApplication, exercise: str, shown: bool
) -> None:
    window.open_exercise(exercise)
    qapp.processEvents()
    window.pictures.paint_all()
    cards = window.stack.currentWidget().findChildren(FeelCard)
    assert [card.picture is not None for card in cards] == [shown]


def test_the_muscle_from_near_by_is_flipped_for_the_left_leg(window: MainWindow) -> None:
    movement = window.pictures.movement("calf_stretch")
    right, left = (
        near_by(movement, QSize(80, 80), 1.0, colours_of(window.look), mirrored=side).toImage()
        for side in (False, True)
    )
    assert left == right.flipped(Qt.Orientation.Horizontal)
    assert near_by(None, QSize(80, 80), 1.0, colours_of(window.look), mirrored=False) is not None
