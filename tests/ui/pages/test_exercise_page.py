"""The page of an exercise: what is seen without scrolling, and how its loop can be looked at."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from kneecoach.domain.front import projected
from kneecoach.domain.front_movements import FrontMovement
from kneecoach.domain.loop import loop_of
from kneecoach.domain.movements import Movement
from kneecoach.ui.closed_notice import ClosedNotice
from kneecoach.ui.exercise_closed import ExerciseClosed
from kneecoach.ui.exercise_page import ExercisePage
from kneecoach.ui.figure.layers import Fitting
from kneecoach.ui.kit.labels import TextLabel
from kneecoach.ui.picture_painting import frame_of
from kneecoach.ui.window import MainWindow
from tests.content.trees import english
from tests.domain.checked import check
from tests.ui.pages.conftest import Open
from tests.ui.surroundings import Surroundings

EXERCISES = sorted(english().catalogue.exercises)
CLOSED = ["massage_back_of_knee", "roller_calf"]
SOME_AND_ALL = [
    pytest.param(["leg_raise", "stand_cushion", "massage_calf"], id="some"),
    pytest.param(EXERCISES, id="all", marks=pytest.mark.long),
]

OpenPage = Callable[..., ExercisePage]


@pytest.fixture
def open_page(open_window: Open, qapp: QApplication) -> OpenPage:
    """Opens the page of an exercise with its loop begun; `calm` is reduced motion."""
    windows: dict[tuple[int, int], MainWindow] = {}

    def opened(
        exercise: str,
        size: tuple[int, int] = (1280, 800),
        *,
        calm: bool = True,
        paint: bool = True,
    ) -> ExercisePage:
        window = windows.setdefault(size, open_window(size=size))
        window.look.set_calm(calm)
        window.open_exercise(exercise)
        page = window.stack.currentWidget()
        assert isinstance(page, ExercisePage)
        qapp.processEvents()
        if paint:
            window.pictures.paint_all()
            qapp.processEvents()
        page.picture._step()
        qapp.processEvents()
        return page

    return opened


def place_in_window(widget: QWidget) -> QRect:
    return QRect(widget.mapTo(widget.window(), QPoint(0, 0)), widget.size())


def glowing(page: ExercisePage) -> int:
    """How many pixels of the loop have the colour of a working muscle, or nearly so."""
    image = page.picture.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    glow = QColor("#EE5A36")
    return sum(
        abs(colour.red() - glow.red()) + abs(colour.green() - glow.green()) < 40
        and abs(colour.blue() - glow.blue()) < 30
        for x in range(0, image.width(), 3)
        for y in range(0, image.height(), 3)
        for colour in (image.pixelColor(x, y),)
    )


def head_of(exercise: str, movement: Movement | FrontMovement) -> float:
    """How high the head comes in a loop, in mH."""
    loop = loop_of(english().catalogue.exercise(exercise), movement)
    highest = 0.0
    for ms in range(0, loop.length_ms, 200):
        stance = loop.stance(ms, False)
        if isinstance(movement, FrontMovement):
            skull = projected(stance.front_body(movement).trunk.skull, movement.facing)
        else:
            skull = stance.body(movement).trunk.skull
        highest = max(highest, skull[1])
    return highest + 128


@pytest.mark.parametrize("exercises", SOME_AND_ALL)
def test_the_first_pair_and_where_it_is_felt_are_seen_without_scrolling(
    exercises: list[str], open_page: OpenPage
) -> None:
    for exercise in exercises:
        page = open_page(exercise, paint=False)
        bottom = place_in_window(page.scroll_box).bottom()
        for widget in (page.feel, page.pair.pictures[0]):
            assert place_in_window(widget).bottom() <= bottom, exercise
        assert page.pair.pictures[0].height() >= 150, exercise


def test_a_page_with_one_pair_shows_the_words_of_both_halves_too(open_page: OpenPage) -> None:
    for exercise in ("leg_raise", "stand_open"):
        page = open_page(exercise, paint=False)
        assert place_in_window(page.pair).bottom() <= place_in_window(page.scroll_box).bottom()


@pytest.mark.parametrize("size", [(1280, 800), (900, 600)], ids=["wide", "compact"])
@pytest.mark.parametrize("exercises", SOME_AND_ALL)
@pytest.mark.usefixtures("pseudo")
def test_words_bar_and_button_on_the_loop_have_room(
    exercises: list[str], size: tuple[int, int], open_page: OpenPage
) -> None:
    for exercise in exercises:
        page = open_page(exercise, size, paint=False)
        picture = page.picture
        assert picture.loop is not None
        for phase in picture.loop.phases:
            picture.hold_at(phase.name)
            picture._step()
            line, word = picture.line, picture.word
            assert word.geometry().right() < picture.width()
            assert line.height() >= line.heightForWidth(line.width())
            assert line.width() >= line.minimumSizeHint().width()
            assert line.geometry().bottom() < picture.bar.geometry().top(), (exercise, phase)
        assert picture.bar.geometry().right() < picture.hold.geometry().left()


@pytest.mark.parametrize("size", [(1280, 800), (900, 600)], ids=["wide", "compact"])
def test_the_person_stands_clear_of_the_bar_and_the_button(
    size: tuple[int, int], open_page: OpenPage
) -> None:
    for exercise in ("leg_raise", "stand_open"):
        picture = open_page(exercise, size, paint=False).picture
        frame, _ = frame_of(replace(picture.scene, size=picture.size()))
        assert frame.bottom() <= picture.bar.geometry().top()
        assert frame.bottom() <= picture.hold.geometry().top()


def test_pointing_at_a_step_holds_the_loop_at_its_moment(
    open_page: OpenPage, qapp: QApplication
) -> None:
    page = open_page("leg_raise", calm=False)
    assert page.picture.playing
    seen = {}
    for place, phase in ((3, "lift"), (4, "hold")):
        page.how.steps[place].setFocus()
        qapp.processEvents()
        page.picture._step()
        assert not page.picture.playing
        seen[page.picture.word.text()] = page.picture.grab().toImage()
        assert page.picture.phase == phase
    assert set(seen) == {"Lift", "Hold"}
    page.start.setFocus()
    qapp.processEvents()
    page.picture._step()
    assert page.picture.playing


def test_a_loop_held_by_hand_is_still_held_after_a_step_was_pointed_at(
    open_page: OpenPage, qapp: QApplication
) -> None:
    page = open_page("leg_raise", calm=False)
    page.picture.toggle()
    held = page.picture.grab().toImage()
    for widget in (page.how.steps[1], page.start):
        widget.setFocus()
        qapp.processEvents()
        page.picture._step()
        assert not page.picture.playing
    assert page.picture.grab().toImage() == held


def test_a_step_without_a_moment_takes_no_focus(open_page: OpenPage) -> None:
    page = open_page("massage_calf", paint=False)
    assert [step.accessibleName() != "" for step in page.how.steps] == [False, *[True] * 4]
    assert page.how.steps[1].accessibleName().startswith("Step 2: Sit on a chair")


def test_with_reduced_motion_ghost_arc_and_word_are_there(
    open_page: OpenPage, surroundings: Surroundings, qapp: QApplication
) -> None:
    page = open_page("leg_raise")
    assert not page.picture.playing
    assert page.picture.hold.isHidden()
    assert page.picture.word.text() in ("Lift", "Hold")
    assert page.picture.line.text() != ""
    first = page.picture.grab().toImage()
    surroundings.clock.move(1_500)
    qapp.processEvents()
    assert page.picture.grab().toImage() == first
    page.how.steps[1].setFocus()
    qapp.processEvents()
    page.picture._step()
    assert page.picture.grab().toImage() != first  # the leg lies, its outline shows where it goes


@pytest.mark.parametrize("exercise", CLOSED)
def test_what_is_closed_is_seen_moving_but_nothing_glows(
    exercise: str, open_page: OpenPage, surroundings: Surroundings
) -> None:
    surroundings.checks.keep(check("J1"))  # blood thinners
    page = open_page(exercise, calm=False)
    assert page.start.isHidden()
    assert not page.off.isHidden()
    assert page.picture.playing
    assert glowing(page) == 0
    first = page.picture.grab().toImage()
    surroundings.clock.move(3_000)
    page.picture._step()
    assert page.picture.grab().toImage() != first
    assert glowing(page) == 0


def test_what_is_open_glows(open_page: OpenPage) -> None:
    page = open_page("leg_raise")
    assert glowing(page) > 20


def test_a_stand_is_shown_from_the_front_as_in_the_player(
    open_page: OpenPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = open_page("stand_open")
    window = page.window()
    assert isinstance(window, MainWindow)
    assert isinstance(window.pictures.stage_movement("stand_open"), FrontMovement)
    from_the_front = page.picture.grab().toImage()
    monkeypatch.setattr(window.pictures, "stage_movement", window.pictures.movement)
    window.pictures.give_away()
    window.go("exercises")
    assert open_page("stand_open").picture.grab().toImage() != from_the_front


def test_the_bar_tells_the_phases_of_the_dose(open_page: OpenPage) -> None:
    told = {
        name: open_page(name, paint=False).picture.bar.labels()
        for name in ("leg_raise", "stand_open")
    }
    assert told == {
        "leg_raise": ("Lift 2 s", "Hold 1 s", "Lower 2 s", ""),
        "stand_open": ("Lift 2 s", "Balance 30 s", "Down 2 s"),
    }
    bar = open_page("leg_raise", paint=False).picture.bar
    pieces = bar.pieces()
    assert pieces[0].width() == pytest.approx(pieces[2].width(), rel=0.35)
    assert pieces[-1].right() == pytest.approx(bar.width())
    assert all(a.right() < b.left() for a, b in pairwise(pieces))


def test_a_closed_exercise_tells_what_was_ticked_and_leads_to_the_check_and_to_help(
    open_page: OpenPage, surroundings: Surroundings, qtbot: QtBot
) -> None:
    surroundings.checks.keep(check("J7", "H1", age=74))
    page = open_page("massage_calf", paint=False)
    [card] = page.findChildren(ExerciseClosed)
    said = "\n".join(label.text() for label in card.findChildren(TextLabel))
    assert "Inflamed or large varicose veins" in said
    assert "tingling" not in said  # closes another one
    assert "Your age" not in said
    assert "A new check in which that is no longer so" in said
    [notice] = card.findChildren(ClosedNotice)
    with qtbot.waitSignal(page.check_wanted):
        notice.check.click()
    with qtbot.waitSignal(page.help_wanted) as told:
        notice.help.click()
    assert told.args == ["pain_from_back"]


def test_an_age_closes_in_words(open_page: OpenPage, surroundings: Surroundings) -> None:
    surroundings.checks.keep(check(age=74))
    page = open_page("stand_cushion", paint=False)
    [card] = page.findChildren(ExerciseClosed)
    said = "\n".join(label.text() for label in card.findChildren(TextLabel))
    assert "Your age: 74" in said


@pytest.mark.parametrize("size", [(1280, 800), (900, 600)], ids=["wide", "compact"])
def test_the_person_on_today_is_large_and_nothing_of_them_is_cut(
    size: tuple[int, int], open_window: Open
) -> None:
    window = open_window(size=size)
    hero = window.page("today").hero
    frame, _ = frame_of(replace(hero.scene, size=hero.size()))
    for exercise in EXERCISES:
        movement = window.pictures.stage_movement(exercise)
        assert movement is not None
        fitting = Fitting(frame, movement.stage, 1.0)
        assert fitting.place((0, head_of(exercise, movement))).y() >= 4, exercise
        if movement.stage.height > 1_000:
            assert fitting.scale * 1_000 > 0.8 * hero.height()
        edge = fitting.place((movement.stage.x + movement.stage.width, 0)).x()
        assert edge <= hero.width()


def test_the_cards_of_the_exercises_show_large_pictures(open_window: Open) -> None:
    window = open_window()
    window.go("exercises")
    pictures = [card._picture for card in window.page("exercises").cards]
    assert {picture.height() for picture in pictures} == {127}
    assert min(picture.width() for picture in pictures) >= 250
