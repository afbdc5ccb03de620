"""Nothing glows in the hollow of the knee, also not the halo of what is massaged beside it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPen

from kneecoach.domain.figure import pose_at
from kneecoach.domain.front_movements import front_still
from kneecoach.ui.figure import paint_scene, stage_colours
from kneecoach.ui.figure.front_glow import hollow
from kneecoach.ui.figure.front_scene import FrontLayers, paint_front_scene
from kneecoach.ui.figure.front_view import seen_leg
from kneecoach.ui.figure.glow import side_hollow
from kneecoach.ui.figure.layers import Fitting
from tests.figure.files import movement
from tests.figure.front_files import fronts

pytestmark = pytest.mark.usefixtures("qapp")

FRAME = QRectF(0, 0, 400, 400)
COLOURS = stage_colours("light")


def picture(paint: Callable[[QPainter], None]) -> QImage:
    image = QImage(FRAME.size().toSize(), QImage.Format.Format_RGB32)
    image.fill(QColor("#D8E6E0"))
    with QPainter(image) as painter:
        paint(painter)
    return image


def lit(dark: QImage, bright: QImage, fitting: Fitting, shape: QPainterPath) -> tuple[int, int]:
    """Pixels that glow well inside a shape of the world, and in the whole picture."""
    inside = QImage(dark.size(), QImage.Format.Format_Grayscale8)
    inside.fill(Qt.GlobalColor.black)
    with QPainter(inside) as painter:
        fitting.apply(painter)
        painter.fillPath(shape, Qt.GlobalColor.white)
        painter.strokePath(shape, QPen(Qt.GlobalColor.black, 3 / fitting.scale))  # a soft edge
    spots = [(x, y) for x in range(dark.width()) for y in range(dark.height())]
    changed = [(x, y) for x, y in spots if dark.pixel(x, y) != bright.pixel(x, y)]
    return sum(inside.pixelColor(x, y).red() == 255 for x, y in changed), len(changed)


@pytest.mark.parametrize(
    "name", ["massage_calf", "massage_hamstring", "roller_calf", "roller_hamstring"]
)
def test_from_the_side(name: str) -> None:
    one = movement(name)
    body = pose_at(one, next(iter(one.phases)), 0.0)

    def shown(glow: float) -> QImage:
        return picture(
            lambda p: paint_scene(p, FRAME, one, body, mirrored=False, colours=COLOURS, glow=glow)
        )

    hidden, seen = lit(
        shown(0), shown(1), Fitting(FRAME, one.stage, 1.0), side_hollow(body.near_leg)
    )
    assert hidden == 0
    assert seen > 100


@pytest.mark.parametrize("name", ["massage_calf", "massage_hamstring"])
def test_from_behind(name: str) -> None:
    one = fronts()[name]
    body, _ = front_still(one)

    def shown(glow: float) -> QImage:
        layers = FrontLayers(one, body, COLOURS, glow)
        return picture(lambda p: paint_front_scene(p, FRAME, layers))

    shape = hollow(seen_leg(body.right_leg, one.facing))
    hidden, seen = lit(shown(0), shown(1), Fitting(FRAME, one.stage, 1.0), shape)
    assert hidden == 0
    assert seen > 100
