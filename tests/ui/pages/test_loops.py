"""Pictures that move on Today and on the page of an exercise."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from kneecoach.domain.catalogue import Exercise
from kneecoach.ui.exercise_loop import ExerciseLoop
from kneecoach.ui.look import Look
from kneecoach.ui.loop_picture import LoopPicture
from kneecoach.ui.pictures import Pictures, Scene

ROUND_MS = 12_000  # of the leg raise, at half speed


class Shown:
    """A moving picture in a window of its own, on a clock moved by hand."""

    def __init__(self, surroundings, picture: LoopPicture, pictures: Pictures) -> None:
        self.clock = surroundings.clock
        self.picture = picture
        self.pictures = pictures
        self.exercise: Exercise = surroundings.content.catalogue.exercise("leg_raise")
        picture.resize(440, 372)
        picture.show_loop(self.exercise, Scene("leg_raise", picture.size(), room=True))
        picture.show()
        self.settle()

    def settle(self) -> None:
        """Paint the still picture, if it waits, and let the loop begin."""
        QApplication.processEvents()
        self.pictures.paint_all()
        QApplication.processEvents()
        self.look()

    def look(self) -> None:
        """Let the frame be shown that is due, unless the timer sleeps."""
        if self.picture.playing:
            self.picture._step()
        QApplication.processEvents()

    def pass_time(self, ms: int) -> None:
        self.clock.move(ms)
        self.look()

    def pixels(self) -> bytes:
        image = self.picture.grab().toImage()
        return bytes(image.constBits())


@pytest.fixture
def calm() -> Look:
    return Look(calm=True)


def made(surroundings, look: Look) -> Pictures:
    return Pictures(surroundings.content.poses, look, surroundings.clock)


@pytest.fixture
def hero(qtbot, surroundings) -> Shown:
    look = Look()
    pictures = made(surroundings, look)
    picture = LoopPicture(look, pictures, rounds=2)
    qtbot.addWidget(picture)
    return Shown(surroundings, picture, pictures)


@pytest.fixture
def page(qtbot, surroundings) -> Shown:
    look = Look()
    pictures = made(surroundings, look)
    picture = ExerciseLoop(look, pictures)
    qtbot.addWidget(picture)
    return Shown(surroundings, picture, pictures)


def test_the_still_picture_comes_first(qtbot, surroundings):
    look = Look()
    pictures = made(surroundings, look)
    picture = LoopPicture(look, pictures, rounds=2)
    qtbot.addWidget(picture)
    picture.resize(440, 372)
    exercise = surroundings.content.catalogue.exercise("leg_raise")
    picture.show_loop(exercise, Scene("leg_raise", picture.size(), room=True))
    picture.show()
    assert not picture.playing
    assert picture.phase == ""


def test_the_exercise_goes_round_twice_and_then_stands(hero):
    seen = {hero.pixels()}
    phases = {hero.picture.phase}
    while hero.picture.playing:
        hero.pass_time(370)
        seen.add(hero.pixels())
        phases.add(hero.picture.phase)
        assert hero.clock.monotonic_ms() <= 2 * ROUND_MS + 1_000
    assert hero.clock.monotonic_ms() >= 2 * ROUND_MS
    assert len(seen) > 10
    assert phases == {"lift", "hold", "lower", "pause"}
    last = hero.pixels()
    hero.pass_time(5_000)
    assert hero.pixels() == last


def test_it_goes_at_half_speed(hero):
    first = hero.pixels()
    hero.pass_time(ROUND_MS // 2)
    assert hero.pixels() != first
    hero.pass_time(ROUND_MS // 2)
    assert hero.pixels() == first


def test_leaving_the_page_ends_it_and_coming_back_begins_anew(hero):
    hero.pass_time(3_000)
    hero.picture.hide()
    assert not hero.picture.playing
    assert hero.picture.phase == ""
    hero.picture.show()
    hero.settle()
    assert hero.picture.playing


def test_with_reduced_motion_it_stands(qtbot, surroundings, calm):
    pictures = made(surroundings, calm)
    picture = ExerciseLoop(calm, pictures)
    qtbot.addWidget(picture)
    shown = Shown(surroundings, picture, pictures)
    assert not picture.playing
    assert picture.hold.isHidden()
    still = shown.pixels()
    shown.pass_time(1_000)
    assert shown.pixels() == still


def test_asking_for_less_motion_stops_it_at_once(hero):
    hero.picture._look.set_calm(True)
    assert not hero.picture.playing


def test_the_page_tells_the_phase(page):
    words = set()
    for _ in range(14):
        page.pass_time(1_000)
        words.add(page.picture.word.text())
    assert words == {"Lift", "Hold", "Lower", "Breathe in"}


def test_space_holds_the_loop_and_lets_it_go_on_from_there(page):
    page.pass_time(2_500)
    page.picture.toggle()
    held = page.pixels()
    assert not page.picture.playing
    assert page.picture.hold.accessibleName() == "Go on with the loop"
    page.pass_time(4_000)
    assert page.pixels() == held
    page.picture.toggle()
    page.look()
    assert page.picture.hold.accessibleName() == "Hold the loop"
    assert page.picture.playing
    page.pass_time(1_000)
    assert page.pixels() != held
