"""The picture from the front: the same every time, mirrored pixel for pixel, and as accepted."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter

from kneecoach.domain.front_movements import front_still
from kneecoach.domain.movements import Muscle
from kneecoach.ui.figure import stage_colours
from kneecoach.ui.figure.colours import Theme
from kneecoach.ui.figure.front_glow import hollow, shapes_of
from kneecoach.ui.figure.front_painter import seen_body
from kneecoach.ui.figure.front_scene import paint_front_stage
from kneecoach.ui.figure.pair_picture import pair_picture
from tests.figure.front_files import fronts, moments, pairs
from tests.figure.front_golden import (
    LOOSE,
    THEMES,
    file_of,
    maker,
    pair_view,
    person,
    sheets,
)
from tests.ui.atlas.golden import largest_difference

pytestmark = pytest.mark.usefixtures("qapp")

NAMES = sorted(fronts())


@pytest.mark.parametrize("dpr", [1.0, 1.25, 2.0])
@pytest.mark.parametrize("name", NAMES)
def test_the_left_side_is_the_flipped_right_one(name: str, dpr: float) -> None:
    one = fronts()[name]
    body, _ = front_still(one)
    colours = stage_colours("light")
    right = person(one, body, colours, dpr=dpr)
    left = person(one, body, colours, dpr=dpr, mirrored=True)
    assert left == right.flipped(Qt.Orientation.Horizontal)
    assert left != right


@pytest.mark.parametrize("name", sorted(pairs()))
def test_a_pair_of_the_left_leg_is_the_flipped_one_but_for_what_is_read(name: str) -> None:
    for pair in pairs()[name]:
        marks = tuple(m for m in pair.not_so.marks if m.kind not in ("tick", "octagon"))
        shown = [
            pair_picture(
                *(pair, replace(pair.not_so, marks=marks)),
                pair_view("dark", False, {}, mirrored=mirrored),
            ).toImage()
            for mirrored in (False, True)
        ]
        assert shown[1] == shown[0].flipped(Qt.Orientation.Horizontal)


@pytest.mark.parametrize("name", NAMES)
def test_every_moment_can_be_painted_and_is_the_same_again(name: str) -> None:
    one = fronts()[name]
    for _, body in moments(one, 3):
        first, second = (person(one, body, stage_colours("dark")) for _ in range(2))
        assert first == second
        assert not first.isNull()


@pytest.mark.parametrize("theme", THEMES)
def test_the_pictures_are_those_that_were_accepted(theme: Theme) -> None:
    for name, image in sheets(theme).items():
        accepted = QImage(str(file_of(name, theme)))
        allowed = 0 if accepted.text("made") == maker() else LOOSE
        assert largest_difference(image, accepted) <= allowed, (name, theme)


def test_another_pose_is_seen_to_be_another() -> None:
    one = fronts()["stand_open"]
    good, wrong = (
        person(one, front_still(one, key)[0], stage_colours("light"))
        for key in ("one_leg", "drifting")
    )
    assert largest_difference(good, wrong) > LOOSE


def test_nothing_in_the_hollow_glows() -> None:
    one = fronts()["massage_hamstring"]
    body, _ = front_still(one)
    leg = seen_body(body, one.facing).right_leg
    muscles: tuple[Muscle, ...] = ("hamstring_belly", "calf_belly")
    for muscle in muscles:
        for shape in shapes_of(leg, muscle):
            assert not shape.intersects(hollow(leg))


def test_the_glow_is_seen_and_a_wrong_pose_has_none() -> None:
    one = fronts()["squat"]
    body, _ = front_still(one)
    colours = stage_colours("light")
    assert person(one, body, colours, glow=0.0) != person(one, body, colours, glow=0.7)
    assert all(
        front_still(movement, name)[1] == 0
        for movement in fronts().values()
        for name in movement.keys
        if name in ("drifting", "knees_in", "turned_out")
    )


def test_a_foot_lifted_behind_is_smaller_and_one_that_stands_is_not() -> None:
    body, _ = front_still(fronts()["stand_open"])
    seen = seen_body(body, "front")
    assert seen.left_leg.foot_size < 0.9
    assert seen.right_leg.foot_size == 1
    on_cushion, _ = front_still(fronts()["stand_cushion"])
    assert seen_body(on_cushion, "front").right_leg.foot_size == 1


@pytest.mark.parametrize("mirrored", [False, True])
def test_a_stage_without_a_movement_is_the_empty_room(mirrored: bool) -> None:
    one = fronts()["stand_open"]
    body, _ = front_still(one)
    shown = []
    for movement, what in ((None, body), (one, None), (one, body)):
        image = QImage(QSize(160, 100), QImage.Format.Format_RGB32)
        image.fill(Qt.GlobalColor.magenta)
        with QPainter(image) as painter:
            paint_front_stage(
                painter,
                QRectF(0, 0, 160, 100),
                QRectF(10, 10, 140, 80),
                movement,
                what,
                floor_y=80,
                colours=stage_colours("light"),
                mirrored=mirrored,
            )
        shown.append(image)
    assert shown[0] == shown[1] != shown[2]


@pytest.mark.parametrize("name", ["stand_open", "calf_stretch"])
def test_hair_and_skin_are_seen_from_the_front_and_from_behind(name: str) -> None:
    one = fronts()[name]
    body, _ = front_still(one)
    usual = person(one, body, stage_colours("light"))
    assert person(one, body, stage_colours("light", cut="bun")) != usual
    assert person(one, body, stage_colours("light", "silver")) != usual
