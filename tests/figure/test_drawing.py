"""The picture: whole, the same every time, and mirrored pixel for pixel."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from kneecoach.domain.figure import Movement, Skeleton, glow_at, pose_at, still_of
from kneecoach.ui.figure import (
    StageColours,
    Tint,
    paint_room,
    paint_scene,
    paint_stage,
    stage_colours,
    thumbnail,
)
from kneecoach.ui.figure.colours import LOOKS, Theme
from kneecoach.ui.figure.curves import disc, smooth
from kneecoach.ui.figure.hands import palm_of
from kneecoach.ui.figure.painter import arm_skin
from kneecoach.ui.figure.shapes import leg_skin, pelvis, shoe_sole, shoe_upper, spine_of, torso
from tests.figure.files import book, moments, movement, some_and_all

pytestmark = pytest.mark.usefixtures("qapp")

NAMES = some_and_all(book().movements)
THEMES: tuple[Theme, ...] = ("light", "dark")
FRAME = QRectF(0, 0, 300, 240)


def scene(
    one: Movement,
    body: Skeleton,
    colours: StageColours,
    *,
    mirrored: bool = False,
    dpr: float = 1.0,
    ghost: Skeleton | None = None,
) -> QImage:
    """The figure alone, on nothing."""
    size = FRAME.size().toSize() * dpr
    image = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(dpr)
    image.fill(Qt.GlobalColor.transparent)
    with QPainter(image) as painter:
        paint_scene(
            painter,
            FRAME,
            one,
            body,
            mirrored=mirrored,
            colours=colours,
            glow=0.8,
            ghost=ghost,
        )
    return image


def stage(
    one: Movement | None, body: Skeleton | None, theme: Theme, tint: Tint | None = None
) -> QImage:
    """A whole stage of 320 by 200."""
    image = QImage(320, 200, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.magenta)
    with QPainter(image) as painter:
        paint_stage(
            painter,
            QRectF(0, 0, 320, 200),
            QRectF(20, 20, 280, 150),
            one,
            body,
            floor_y=160,
            colours=stage_colours(theme),
            tint=tint,
        )
    return image


@pytest.mark.parametrize("dpr", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("name", NAMES)
def test_the_left_side_is_the_right_one_flipped_pixel_for_pixel(name: str, dpr: float) -> None:
    one = movement(name)
    body, _ = still_of(one)
    right = scene(one, body, stage_colours("light"), dpr=dpr)
    left = scene(one, body, stage_colours("light"), dpr=dpr, mirrored=True)
    assert left == right.flipped(Qt.Orientation.Horizontal)
    assert left != right


@pytest.mark.parametrize("name", NAMES)
def test_the_sides_are_the_same_pixels_also_on_a_wall(name: str) -> None:
    """On a flat ground, which is its own mirror image."""
    one = movement(name)
    body, _ = still_of(one)
    pictures = []
    for mirrored in (False, True):
        image = QImage(FRAME.size().toSize(), QImage.Format.Format_RGB32)
        image.fill(QColor("#D8E6E0"))
        with QPainter(image) as painter:
            paint_scene(
                painter, FRAME, one, body, mirrored=mirrored, colours=stage_colours("light"), glow=1
            )
        pictures.append(image)
    assert pictures[1] == pictures[0].flipped(Qt.Orientation.Horizontal)
    assert pictures[1] != pictures[0]


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("name", NAMES)
def test_the_same_moment_is_always_the_same_picture(name: str, theme: Theme) -> None:
    one = movement(name)
    phase = next(iter(one.phases), "rest")
    pictures = [
        scene(one, pose_at(one, phase, 0.4), stage_colours(theme), mirrored=mirrored)
        for mirrored in (False, True, False, True)
    ]
    assert pictures[0] == pictures[2]
    assert pictures[1] == pictures[3]


def test_another_moment_is_another_picture() -> None:
    one = movement("squat")
    colours = stage_colours("light")
    assert scene(one, pose_at(one, "down", 0.4), colours) != scene(
        one, pose_at(one, "down", 0.5), colours
    )


@pytest.mark.parametrize("name", NAMES)
def test_no_part_of_the_body_sinks_into_the_floor(name: str) -> None:
    for phase, progress, body in moments(movement(name), 12):
        spine = spine_of(body.trunk)
        parts = [pelvis(spine), torso(spine)]
        for leg in (body.near_leg, body.far_leg):
            parts += [leg_skin(leg), shoe_upper(leg), shoe_sole(leg)]
        parts += [arm_skin(a, palm_of(a)) for a in (body.near_arm, body.far_arm)]
        lowest = max(part.boundingRect().bottom() for part in parts)
        assert lowest <= 2.0, (phase, progress)


@pytest.mark.parametrize("name", NAMES)
def test_the_person_stays_inside_the_stage(name: str) -> None:
    """Painted with and without bounds beyond the frame, the person is the same: nothing is cut."""
    one = movement(name)
    wall = [prop for prop in one.props if prop.kind == "wall"]
    free = replace(one, props=tuple(p for p in one.props if p not in wall), shadows=())
    for phase in one.phases:
        body = pose_at(one, phase, 1.0)
        image = scene(free, body, stage_colours("light"))
        edges = [(x, 0) for x in range(300)]
        edges += [(x, y) for y in range(240) for x in (0, 299)]
        assert all(image.pixelColor(x, y).alpha() == 0 for x, y in edges), phase


def test_the_glow_lights_the_muscle_and_only_when_asked() -> None:
    one = movement("squat")
    body = pose_at(one, "hold", 0.0)
    colours = stage_colours("light")
    coral = QColor(colours.figure.glow)

    def coral_pixels(glow: float) -> int:
        image = QImage(300, 240, QImage.Format.Format_RGB32)
        image.fill(Qt.GlobalColor.white)
        with QPainter(image) as p:
            paint_scene(p, FRAME, one, body, mirrored=False, colours=colours, glow=glow)
        near = (image.pixelColor(x, y) for x in range(300) for y in range(240))
        return sum(
            abs(c.red() - coral.red()) + abs(c.green() - coral.green()) < 24
            and abs(c.blue() - coral.blue()) < 24
            for c in near
        )

    assert coral_pixels(0.0) == 0
    assert coral_pixels(1.0) > 100


def test_the_ghost_shows_where_the_leg_will_be() -> None:
    one = movement("leg_raise")
    start, end = pose_at(one, "lift", 0.0), pose_at(one, "lift", 1.0)
    colours = stage_colours("light")
    assert scene(one, start, colours) != scene(one, start, colours, ghost=end)


@pytest.mark.parametrize("theme", THEMES)
def test_a_missing_movement_leaves_an_empty_room(theme: Theme) -> None:
    empty = stage(None, None, theme)
    one = movement("squat")
    assert empty != stage(one, pose_at(one, "rest", 0), theme)
    magenta = QColor(Qt.GlobalColor.magenta).name()
    painted = {empty.pixelColor(x, y).name() for x in range(0, 320, 8) for y in range(0, 200, 8)}
    assert magenta not in painted
    small = thumbnail(None, QSize(50, 50), 1.0, stage_colours(theme))
    assert small.size() == QSize(50, 50)


def test_a_phase_colours_the_wall_and_not_the_floor() -> None:
    plain = stage(None, None, "light")
    held = stage(None, None, "light", tint=Tint("#FFDAB0", 0.62))
    assert plain.pixelColor(300, 100) != held.pixelColor(300, 100)
    assert plain.pixelColor(300, 190) == held.pixelColor(300, 190)


def test_light_wanders_with_the_day_and_can_be_left_out() -> None:
    def room(day: float, light: bool) -> QImage:
        image = QImage(320, 200, QImage.Format.Format_RGB32)
        with QPainter(image) as p:
            colours = stage_colours("light").room
            paint_room(p, QRectF(0, 0, 320, 200), 160, colours, day=day, light=light)
        return image

    assert room(0.1, True) != room(0.8, True)
    assert room(0.1, False) == room(0.8, False)


@pytest.mark.parametrize("name", NAMES)
def test_small_pictures_keep_the_device_pixels(name: str) -> None:
    picture = thumbnail(movement(name), QSize(50, 50), 2.0, stage_colours("light"), mirrored=True)
    assert picture.size() == QSize(100, 100)
    assert picture.devicePixelRatio() == 2.0
    empty = thumbnail(None, QSize(50, 50), 2.0, stage_colours("light"))
    assert picture.toImage() != empty.toImage()


def test_every_look_can_be_chosen_in_both_themes() -> None:
    one = movement("at_ease")
    body, _ = still_of(one)
    for theme in THEMES:
        pictures = [
            bytes(scene(one, body, stage_colours(theme, look, cut)).constBits())
            for look in ("brown", *LOOKS)
            for cut in ("crop", "bun")
        ]
        assert len(set(pictures)) == 10, theme


def test_an_empty_place_paints_nothing() -> None:
    one = movement("squat")
    image = QImage(10, 10, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    before = image.copy()
    with QPainter(image) as p:
        paint_stage(
            p,
            QRectF(0, 0, 0, 0),
            QRectF(0, 0, 0, 0),
            one,
            pose_at(one, "rest", 0),
            floor_y=0,
            colours=stage_colours("dark"),
            mirrored=True,
        )
    assert image == before


def test_joined_shapes_have_no_holes() -> None:
    """Discs and splines run the same way round, whichever way their points are given."""
    points = [(0.0, 0.0), (60.0, 0.0), (60.0, 60.0), (0.0, 60.0)]
    for ring in (points, points[::-1]):
        both = smooth(ring)
        both.addPath(disc((30, 30), 20))
        both.setFillRule(Qt.FillRule.WindingFill)
        assert both.contains(disc((30, 30), 1).boundingRect().center())


@pytest.mark.parametrize("name", NAMES)
def test_twelve_moments_of_the_left_side_are_those_of_the_right_one_flipped(name: str) -> None:
    one = movement(name)
    phases = list(one.phases) or ["rest"]
    for number in range(12):
        phase, place = phases[number * len(phases) // 12], number * len(phases) / 12 % 1
        body = pose_at(one, phase, place)
        right = scene(one, body, stage_colours("dark"))
        left = scene(one, body, stage_colours("dark"), mirrored=True)
        assert left == right.flipped(Qt.Orientation.Horizontal), (phase, place)


@pytest.mark.long
@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("name", NAMES)
def test_every_moment_paints_and_mirrors(name: str, theme: Theme) -> None:
    one = movement(name)
    for phase in one.phases:
        for step in range(0, 241, 12):
            body = pose_at(one, phase, step / 240)
            assert 0 <= glow_at(one, phase, step / 240) <= 1
            right = scene(one, body, stage_colours(theme))
            left = scene(one, body, stage_colours(theme), mirrored=True)
            assert left == right.flipped(Qt.Orientation.Horizontal), (phase, step)
