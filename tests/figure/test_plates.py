"""Plates: what was painted comes back pixel for pixel, and never takes more than it may."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from kneecoach.domain.catalogue import Motion
from kneecoach.domain.scene import Scene, Stance
from kneecoach.domain.wall import Wall
from kneecoach.ui.figure import Layout, Staging, Tint, blend, stage_colours
from kneecoach.ui.figure.cast import cast_of
from kneecoach.ui.figure.plates import Painted, Plates
from tests.figure.files import book, movement, some_and_all
from tests.figure.front_files import fronts

pytestmark = pytest.mark.usefixtures("qapp")

NAMES = some_and_all(book().movements)
SIZE = QSize(320, 200)
WALLS = (Wall.READY, Wall.READY)
LAYOUT = Layout(SIZE, 1.0, QRectF(20, 20, 280, 150), 160, stage_colours("light"), 0.35)


def painted(colour: str) -> Painted:
    """A square of that colour somewhere on a larger image."""
    image = QImage(60, 40, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    with QPainter(image) as painter:
        painter.fillRect(10, 5, 7, 9, QColor(colour))
    return QPoint(100, 200), image


def test_a_plate_is_cropped_and_comes_back_as_it_was() -> None:
    plates = Plates(10_000)
    place, first = plates.get("red", lambda: painted("#803010"))
    assert (place, first.size()) == (QPoint(110, 205), QSize(7, 9))
    for colour in ("#000001", "#000002", "#000003", "#000004"):  # push it out of the open ones
        plates.get(colour, lambda colour=colour: painted(colour))
    again = plates.get("red", lambda: pytest.fail("painted twice"))
    assert again == (place, first)


def test_what_is_used_least_goes_first_and_the_budget_holds() -> None:
    plates = Plates(100)
    names = [f"#{n:06x}" for n in range(40)]
    for name in names:
        plates.get(name, lambda name=name: painted(name))
    assert plates.size <= 100 + 3 * 7 * 9 * 4
    new = []
    plates.get(names[-1], lambda: new.append(1) or painted(names[-1]))
    plates.get(names[0], lambda: new.append(1) or painted(names[0]))
    assert new == [1]
    plates.clear()
    assert plates.size == 0


def test_the_faintest_pixel_is_kept() -> None:
    image = QImage(60, 40, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    image.setPixelColor(3, 30, QColor(0, 0, 0, 1))
    image.setPixelColor(59, 2, QColor(0, 0, 0, 1))
    place, kept = Plates(10_000).get("faint", lambda: (QPoint(0, 0), image))
    assert (place, kept.size()) == (QPoint(3, 2), QSize(57, 29))
    assert kept.pixelColor(0, 28).alpha() == kept.pixelColor(56, 0).alpha() == 1


@pytest.mark.parametrize(("wide", "high"), [(1280, 800), (1920, 1080), (2560, 1440)])
def test_room_and_frames_together_keep_to_the_budget(wide: int, high: int) -> None:
    """On a screen of twice the density; a room that is too large is painted each time."""
    size = QSize(wide, high)
    frame = QRectF(wide * 0.1, high * 0.1, wide * 0.5, high * 0.75)
    large = replace(LAYOUT, size=size, dpr=2.0, frame=frame, floor_y=high * 0.8)
    budget = 24_000_000
    staging = Staging(book().get, budget)
    staging.lay_out(large)
    image = QImage(size * 2, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(2)
    for progress in (0.0, 0.5, 1.0):
        staging.show(scene("squat", "down", progress), None)
        with QPainter(image) as painter:
            staging.paint(painter, large.whole)
        assert 0 < staging.size <= budget
    assert (staging.size < large.bytes) is (2 * large.bytes > budget)
    assert image.pixelColor(4, 4) != image.pixelColor(4, 2 * high - 4)


def test_nothing_painted_is_one_clear_pixel() -> None:
    plates = Plates(100)
    clear = QImage(5, 5, QImage.Format.Format_ARGB32_Premultiplied)
    clear.fill(Qt.GlobalColor.transparent)
    _, image = plates.get("none", lambda: (QPoint(0, 0), clear))
    assert image.size() == QSize(1, 1)


def scene(name: str, phase: str, progress: float, *, mirrored: bool = False) -> Scene:
    stance = Stance(name, mirrored, phase, Motion.OUT, round(progress * 12_000), 12_000)
    wall = Wall.LIFT
    return Scene(stance, None, 1.0, False, wall, wall, 1.0, 1.0, ghost=False, arc=False)


def stage(staging: Staging, shown: Scene, image: QImage | None = None) -> QImage:
    """The stage with that scene; on an image that has one, only what changed is painted."""
    whole = image is None
    image = image or QImage(SIZE, QImage.Format.Format_RGB32)
    dirty = staging.show(shown, None)
    dirty = LAYOUT.whole if whole else dirty
    with QPainter(image) as painter:
        painter.setClipRect(dirty)
        staging.paint(painter, dirty)
    return image


@pytest.mark.parametrize("name", NAMES)
def test_painting_only_what_changed_leaves_the_same_picture(name: str) -> None:
    phases = list(movement(name).phases) or ["rest"]
    staging = Staging(book().get)
    staging.lay_out(LAYOUT)
    image = stage(staging, scene(name, phases[0], 0.0))
    for phase in phases:
        for twelfth in range(0, 13, 4):
            shown = scene(name, phase, twelfth / 12)
            stage(staging, shown, image)
            fresh = Staging(book().get)
            fresh.lay_out(LAYOUT)
            assert image == stage(fresh, shown), (phase, twelfth)


def test_a_scene_that_looks_the_same_paints_nothing() -> None:
    staging = Staging(book().get)
    staging.lay_out(LAYOUT)
    assert staging.show(scene("squat", "down", 0.5), None) == LAYOUT.whole
    assert staging.show(scene("squat", "down", 0.5), None).isEmpty()
    moved = staging.show(scene("squat", "down", 0.6), None)
    assert not moved.isEmpty()
    assert moved != LAYOUT.whole


@pytest.mark.parametrize("name", ["leg_raise", "stand_open", "stand_supported"])
def test_the_ghost_shows_where_the_first_phase_leads_to(name: str) -> None:
    """In both views, and nothing is left of it when it goes."""
    movements = {**fronts(), "leg_raise": movement("leg_raise")}
    staging = Staging(movements.get)
    staging.lay_out(LAYOUT)
    before = Scene(Stance(name, False), None, 1.0, False, *WALLS, 1.0, 1.0, ghost=False, arc=False)
    plain = stage(staging, before).copy()
    ghostly = stage(staging, replace(before, ghost=True))
    assert ghostly != plain
    assert stage(staging, before, ghostly) == plain


@pytest.mark.parametrize("name", ["leg_raise", "stand_open"])
def test_whoever_is_there_already_has_no_ghost(name: str) -> None:
    movements = {**fronts(), "leg_raise": movement("leg_raise")}
    phase = next(iter(movements[name].phases))
    calm = Stance(name, False, phase, Motion.OUT, still=True)
    shown = Scene(calm, None, 1.0, False, *WALLS, 1.0, 1.0, ghost=True, arc=False)
    before = replace(shown, now=Stance(name, False))
    there, still_to_go = (next(cast_of(s, None, LAYOUT, movements.get)) for s in (shown, before))
    assert there.layers.ghost is None
    assert still_to_go.layers.ghost is not None


def test_a_missing_movement_leaves_the_room() -> None:
    staging = Staging(lambda _: None)
    staging.lay_out(LAYOUT)
    empty = stage(staging, scene("squat", "down", 0.5))
    full = Staging(book().get)
    full.lay_out(LAYOUT)
    assert empty != stage(full, scene("squat", "down", 0.5))


def test_walls_blend_from_one_to_the_other() -> None:
    first, second = Tint("#FF0000", 0.5), Tint("#0000FF", 0.3)
    assert blend(first, second, 1.0, "#FFFFFF") == second
    assert blend(None, None, 0.5, "#FFFFFF") is None
    half = blend(first, second, 0.5, "#FFFFFF")
    assert half is not None
    assert half.amount == pytest.approx(0.4)
    fading = blend(None, second, 0.25, "#FFFFFF")
    assert fading is not None
    assert fading.amount == pytest.approx(0.075)


def people(before: Stance, now: Stance, share: float) -> list[tuple[str, float]]:
    wall = Wall.LIFT
    shown = Scene(now, before, share, False, wall, wall, 1.0, 1.0, ghost=False, arc=False)
    return [
        (part.layers.movement.name, part.there) for part in cast_of(shown, None, LAYOUT, book().get)
    ]


def test_another_exercise_comes_when_the_one_before_has_gone() -> None:
    before, now = Stance("squat", False), Stance("lunge", False)
    steps = [people(before, now, step / 10) for step in range(11)]
    assert all(len(step) <= 1 for step in steps)
    assert (steps[0], steps[10]) == ([("squat", 1.0)], [("lunge", 1.0)])


def test_the_same_person_is_never_transparent_between_two_poses() -> None:
    before, now = Stance("squat", False), Stance("squat", False, "hold", Motion.HOLD, still=True)
    for step in range(11):
        assert max(there for _, there in people(before, now, step / 10)) == 1.0
