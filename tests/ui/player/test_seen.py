"""What is seen from across the room: the wall at zero, the view, the height of the digits."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtTest import QTest

from kneecoach.domain.settings import Distance
from kneecoach.ui.kit.toast import Toast
from kneecoach.ui.player.fitting import FitLabel
from kneecoach.ui.player.geometry import CAP_HEIGHT, geometry, mm_per_px
from kneecoach.ui.player.ring import Ring
from kneecoach.ui.player.stage import Stage
from kneecoach.ui.player.utilities import Utility
from tests.ui.player.playing import Playing
from tests.ui.surroundings import Surroundings

TO_THE_END = 5_000 + 3_000 + 20_000  # count-in, reach, hold of a hamstring stretch
WALL = QPoint(20, 300)


def stage(playing: Playing) -> QImage:
    (found,) = playing.page.findChildren(Stage)
    return found.grab().toImage()


def wall(playing: Playing) -> QColor:
    return stage(playing).pixelColor(WALL)


def begin(playing: Playing, *, calm: bool) -> None:
    playing.look.set_calm(calm)
    playing.begin("hamstring_bent")
    playing.pass_time(TO_THE_END - 500)


@pytest.mark.parametrize("calm", [False, True])
def test_without_sound_the_wall_tells_zero_for_400_ms(
    playing: Playing, surroundings: Surroundings, calm: bool
) -> None:
    surroundings.cues.silent = True
    begin(playing, calm=calm)
    playing.pass_at_once(500)
    at_zero = wall(playing)
    playing.pass_at_once(399)
    assert wall(playing) == at_zero
    playing.pass_at_once(1)
    playing.pass_time(1_000)
    after = wall(playing)
    assert after != at_zero
    if not calm:
        assert at_zero.lightness() > after.lightness()
    toasts = [toast for toast in playing.page.findChildren(Toast) if toast.isVisible()]
    assert len(toasts) == 1


@pytest.mark.parametrize(("flash", "differs"), [(False, False), (True, True)])
def test_where_it_can_be_heard_the_wall_stays_unless_it_is_wanted(
    playing: Playing, flash: bool, differs: bool
) -> None:
    playing.choices.change(flash=flash)
    begin(playing, calm=True)
    playing.pass_at_once(500)
    assert playing.player.at_zero
    at_zero = wall(playing)
    playing.pass_time(1_000)
    assert not playing.player.at_zero
    assert (wall(playing) != at_zero) is differs


def test_w_and_the_button_show_standing_on_one_leg_from_the_other_side(playing: Playing) -> None:
    playing.begin("stand_open")
    playing.pass_time(5_000 + 4_000)
    front = stage(playing)
    playing.press(Qt.Key.Key_W)
    side = stage(playing)
    assert side != front
    assert not playing.choices.settings.from_front
    buttons = {one.accessibleName(): one for one in playing.page.findChildren(Utility)}
    QTest.mouseClick(buttons["Show it from the front"], Qt.MouseButton.LeftButton)
    assert stage(playing) == front


def test_a_limb_on_its_way_is_seen_to_its_end_first(playing: Playing) -> None:
    playing.look.set_calm(False)
    playing.begin("stand_open")
    playing.pass_time(5_000 + 400)
    front = stage(playing)
    playing.press(Qt.Key.Key_W)
    assert stage(playing) == front
    playing.pass_time(4_000)
    changed = stage(playing)
    playing.choices.change(from_front=True)
    playing.pass_time(100)
    assert stage(playing) != changed


def test_the_view_is_offered_only_where_there_are_two(playing: Playing) -> None:
    playing.begin("leg_raise")
    names = [one.accessibleName() for one in playing.page.findChildren(Utility) if one.isVisible()]
    assert not [name for name in names if name.startswith("Show it from")]


def ink_height(image: QImage, ink: QColor) -> int:
    """Rows of the picture with that very colour in them, from the first to the last."""
    rows = [
        y
        for y in range(image.height())
        if any(image.pixelColor(x, y) == ink for x in range(0, image.width(), 2))
    ]
    return rows[-1] - rows[0] + 1


@pytest.mark.parametrize("scale", [1, 2])
@pytest.mark.parametrize(("width", "height"), [(900, 600), (1280, 800), (1920, 1080)])
def test_the_digits_are_as_high_as_they_are_said_to_be(
    playing: Playing, width: int, height: int, scale: int
) -> None:
    """Measured in the rendered picture, in pixels of the screen."""
    page = playing.page
    page.resize(width, height)
    playing.begin("hamstring_bent")
    playing.pass_time(5_000 + 3_000 + 2_500)  # 17 or 18 seconds: digits of full height
    (ring,) = page.findChildren(Ring)
    image = QImage(ring.size() * scale, QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(scale)
    image.fill(QColor(playing.look.theme.wall))
    with QPainter(image) as painter:
        ring.render(painter, QPoint(0, 0))
    measured = ink_height(image, QColor(playing.look.theme.ink)) / scale
    dots = page.screen().physicalDotsPerInch()
    wanted = playing.choices.settings.distance.digit_mm
    said = geometry(width, height, wanted, mm_per_px(dots)).digits_px * CAP_HEIGHT
    assert said - 1 <= measured <= 1.05 * said  # round digits reach over the line


def test_the_further_away_the_higher_the_digits_are_to_be() -> None:
    heights = [distance.digit_mm for distance in Distance]
    assert heights == sorted(set(heights)) == [15, 20, 25, 33]


def test_what_the_next_exercise_needs_is_told_before_it_and_the_clock_can_wait(
    playing: Playing,
) -> None:
    playing.begin("calf_stretch", "hamstring_bent")
    while playing.session.part.exercise == "calf_stretch":
        playing.pass_time(1_000)
    said = {label.text() for label in playing.page.findChildren(FitLabel)}
    assert "You need a firm chair. Space: the clock waits." in said
    playing.press(Qt.Key.Key_Space)
    index = playing.session.index
    playing.pass_time(300_000)
    assert playing.session.index == index
    playing.press(Qt.Key.Key_Space)
    playing.pass_time(3_000 + 9_000)
    said = {label.text() for label in playing.page.findChildren(FitLabel)}
    assert "You need a firm chair. Space: the clock waits." not in said
