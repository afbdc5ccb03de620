"""The room of the full-window pages: the person stands in it, and shows the knee that hurts."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage

from kneecoach.domain.settings import PainfulSide, ThemeChoice
from kneecoach.ui.look import Look
from kneecoach.ui.pictures import Pictures
from kneecoach.ui.stage_room import StageRoom
from tests.ui.surroundings import Surroundings

SIZE, FREE = QSize(480, 500), 400
LIT = QColor("#F0562F")


@pytest.fixture
def pictures(surroundings: Surroundings) -> Pictures:
    look = Look(ThemeChoice.LIGHT, calm=True)
    return Pictures(surroundings.content.poses, look, surroundings.clock)


def painted(pictures: Pictures, side: PainfulSide | None) -> QImage:
    look = Look(ThemeChoice.LIGHT, calm=True)
    return StageRoom(SIZE, FREE, side).paint(1.0, look, pictures).toImage()


def lit(image: QImage) -> list[int]:
    """The columns in which the colour of the lit knee is, every third pixel looked at."""
    return [
        x
        for y in range(250, image.height() - 100, 3)
        for x in range(100, FREE - 100, 3)
        if near(image.pixelColor(x, y), LIT)
    ]


def near(one: QColor, other: QColor) -> bool:
    parts = ((one.red(), other.red()), (one.green(), other.green()), (one.blue(), other.blue()))
    return all(abs(a - b) < 20 for a, b in parts)


def test_the_painful_knee_is_lit_and_no_other(pictures: Pictures) -> None:
    none, left, right, both = (
        lit(painted(pictures, side))
        for side in (None, PainfulSide.LEFT, PainfulSide.RIGHT, PainfulSide.BOTH)
    )
    assert none == []
    assert len(right) > 5
    assert len(both) > 1.4 * len(right)
    middle = FREE / 2
    assert all(x < middle for x in right)  # the person looks to the right
    assert all(x > middle for x in left)


def test_the_person_stands_in_the_free_part_of_the_room(pictures: Pictures) -> None:
    image = painted(pictures, None)
    assert [image.pixelColor(x, 300) for x in (2, FREE - 2, SIZE.width() - 2)] == [
        image.pixelColor(2, 300)
    ] * 3
    shirt = QColor("#F4B860")
    assert any(image.pixelColor(x, y) == shirt for y in range(100, 250, 5) for x in range(FREE))


@pytest.mark.parametrize(
    ("size", "scale"), [((1280, 800), 1.0), ((900, 600), 0.8), ((1280, 700), 0.8)]
)
def test_everything_is_smaller_in_a_small_window(size: tuple[int, int], scale: float) -> None:
    assert StageRoom(QSize(*size), 300).scale == scale
