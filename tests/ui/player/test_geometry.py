from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF

from kneecoach.ui.player.geometry import CAP_HEIGHT, USUAL_MM_PER_PX, geometry, mm_per_px, unit

SIZES = [(900, 600), (1024, 700), (1099, 800), (1280, 800), (1366, 768), (1920, 1080), (2560, 1440)]


@pytest.mark.parametrize(("dots", "mm"), [(96, 25.4 / 96), (50, USUAL_MM_PER_PX), (0, 0.2237)])
def test_only_a_believable_density_is_believed(dots, mm):
    assert mm_per_px(dots) == pytest.approx(mm)


def test_the_unit_is_one_at_the_design_size():
    assert unit(1280, 800) == 1.0
    assert unit(900, 600) == 0.78
    assert unit(4000, 3000) == 1.8


@pytest.mark.parametrize(("width", "height"), SIZES)
@pytest.mark.parametrize("digit_mm", [15, 20, 25])
def test_nothing_lies_over_anything_else(width, height, digit_mm):
    place = geometry(width, height, digit_mm, USUAL_MM_PER_PX)
    reach = place.radius + place.stroke / 2
    ring = QRectF(place.ring.x() - reach, place.ring.y() - reach, 2 * reach, 2 * reach)
    window = QRectF(0, 0, width, height)
    floor = QRectF(0, place.floor_y, width, height)
    assert window.contains(ring)
    assert window.contains(place.pain)
    assert window.contains(place.following)
    assert not ring.intersects(floor)
    assert not place.below.intersects(floor)
    assert not ring.intersects(place.below)
    assert place.ring.y() - reach - 0.62 * 96 * place.u > place.utilities.bottom() - 12
    assert not place.following.intersects(place.pain)


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_two_digits_fit_the_ring(width, height):
    place = geometry(width, height, 25, USUAL_MM_PER_PX)
    assert place.digits_px <= 0.70 * (2 * place.radius - place.stroke) + 0.01


def test_digits_are_as_high_as_the_distance_asks_where_there_is_room():
    mm = 25.4 / 141  # 15.6 inch at 1920 px
    place = geometry(1920, 1080, 25, mm)
    assert place.digits_px * CAP_HEIGHT * mm >= 25


def test_further_away_the_digits_are_larger():
    mm = 25.4 / 160
    table, far = (geometry(1280, 800, height, mm).digits_px for height in (15, 25))
    assert table < far
