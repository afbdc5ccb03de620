"""The painted layers: as they were looked at, mirrored to the pixel, and lit without harm."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage

from kneecoach.domain.anatomy import BOX, Layer
from kneecoach.domain.guidance import STRUCTURES
from kneecoach.ui.atlas.colours import colours_of, cooled
from kneecoach.ui.atlas.drawings import MOST_BYTES, Drawings
from kneecoach.ui.atlas.pictures import AtlasShapes
from kneecoach.ui.theme import DARK, LIGHT, Theme
from tests.content.trees import atlas
from tests.ui.atlas.golden import (
    LOOSE,
    THEMES,
    file_of,
    largest_difference,
    maker,
    painted,
    view,
)

pytestmark = pytest.mark.usefixtures("qapp")
every_layer = pytest.mark.parametrize("layer", list(Layer))


def pixel(image: QImage, x: float, y: float) -> tuple[int, int, int]:
    """The colour at a point of the right knee's box."""
    scale = image.height() / BOX
    colour = image.pixelColor(round(image.width() / 2 + (x - BOX / 2) * scale), round(y * scale))
    return colour.red(), colour.green(), colour.blue()


@every_layer
@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_a_layer_looks_as_it_was_accepted(layer: Layer, theme: Theme) -> None:
    accepted = QImage(str(file_of(layer, theme)))
    allowed = 0 if accepted.text("made") == maker() else LOOSE
    assert largest_difference(painted(view(layer, theme)).image, accepted) <= allowed


def test_two_layers_differ() -> None:
    one, other = (painted(view(layer)).image for layer in (Layer.JOINT, Layer.VESSELS))
    assert largest_difference(one, other) > LOOSE


@every_layer
def test_the_left_knee_is_the_right_one_turned_round(layer: Layer) -> None:
    right = painted(view(layer)).image
    left = painted(view(layer, left=True)).image
    assert left != right
    assert left == right.flipped(Qt.Orientation.Horizontal)


def test_what_is_lit_is_turned_round_with_its_place() -> None:
    lit = frozenset(("biceps",))
    right = painted(view(Layer.MUSCLES), lit=lit)
    left = painted(view(Layer.MUSCLES, left=True), lit=lit)
    width = view(Layer.MUSCLES).size.width()
    assert left.image == right.image.flipped(Qt.Orientation.Horizontal)
    assert left.place.left() == width - right.place.right() - 1


def test_the_edges_above_and_below_fade_away() -> None:
    image = painted(view(Layer.MUSCLES)).image
    middle = image.width() // 2
    alphas = [image.pixelColor(middle, y).alpha() for y in (0, 3, 100, 196, 199)]
    assert alphas[0] < alphas[1] < alphas[2] == 255
    assert alphas[2] > alphas[3] > alphas[4]


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_a_lit_muscle_is_coral_and_a_lit_vein_stays_blue(theme: Theme) -> None:
    muscle = painted(view(Layer.MUSCLES, theme), lit=frozenset(("gastroc_lat",))).image
    assert any(
        colour.red() > 200 and colour.blue() < 90
        for colour in (muscle.pixelColor(x, muscle.height() // 2) for x in range(muscle.width()))
    )
    vein = painted(view(Layer.VESSELS, theme), lit=frozenset(("vein",)))
    row = [vein.image.pixelColor(x, vein.image.height() // 2) for x in range(vein.image.width())]
    assert any(colour.blue() > colour.red() + 60 for colour in row)


def test_what_lies_over_a_lit_structure_hides_it() -> None:
    """The cyst lies over the inner calf head, so nothing of the glow is painted there."""
    part = painted(view(Layer.MUSCLES), lit=frozenset(("gastroc_med",)))
    scale = view(Layer.MUSCLES).scale
    origin = view(Layer.MUSCLES).origin
    cyst = QPoint(round(420 * scale + origin.x()), round(560 * scale)) - part.place.topLeft()
    belly = QPoint(round(390 * scale + origin.x()), round(760 * scale)) - part.place.topLeft()
    assert part.image.pixelColor(cyst).alpha() < 30
    assert part.image.pixelColor(belly).alpha() == 255


def test_all_that_is_not_lit_loses_saturation_but_the_skin() -> None:
    for theme in (LIGHT, DARK):
        warm, pale = colours_of(theme), cooled(colours_of(theme))
        assert pale.skin == warm.skin
        assert pale.muscle != warm.muscle
    whole, cold = (painted(view(Layer.MUSCLES), pale=pale).image for pale in (False, True))
    (red, _, blue), (paler_red, _, paler_blue) = pixel(whole, 390, 760), pixel(cold, 390, 760)
    assert paler_red - paler_blue < (red - blue) * 0.6


@every_layer
def test_a_label_points_at_what_the_pointer_finds_there(layer: Layer) -> None:
    shapes = AtlasShapes(atlas())
    for label in atlas().layers[layer].labels:
        assert shapes.hit(layer, *label.at) == label.structure


def test_the_pointer_finds_what_lies_on_top_and_what_is_very_near() -> None:
    shapes = AtlasShapes(atlas())
    assert shapes.hit(Layer.MUSCLES, 420, 560) == "cyst"
    assert shapes.hit(Layer.MUSCLES, 390, 760) == "gastroc_med"
    assert shapes.hit(Layer.VESSELS, 390, 760) == ""
    right = shapes.shape("cyst").bounds.right()
    assert shapes.hit(Layer.VESSELS, right + 2, 560) == "cyst"
    assert shapes.hit(Layer.MUSCLES, 60, 500) == ""


def test_everything_can_be_lit_in_its_home_layer() -> None:
    for name in STRUCTURES:
        part = painted(view(atlas().structures[name].home), lit=frozenset((name,)))
        assert not part.image.isNull()
        assert not part.place.isEmpty()


def test_pictures_are_painted_when_asked_for_and_kept() -> None:
    drawings = Drawings(atlas())
    one = view(Layer.JOINT)
    assert drawings.layer(one, pale=False) is None
    drawings.finish()
    kept = drawings.layer(one, pale=False)
    assert kept is not None
    assert drawings.layer(one, pale=False) is kept


def test_what_was_asked_for_in_another_size_is_given_up() -> None:
    drawings = Drawings(atlas())
    for side in range(100, 300, 2):
        drawings.layer(view(Layer.JOINT, side=side), pale=False)
    drawings.finish()
    assert drawings.bytes == 4 * 298 * view(Layer.JOINT, side=298).size.width()


def test_no_more_is_kept_than_there_is_room_for() -> None:
    drawings = Drawings(atlas())
    for side in range(700, 1200, 100):
        for layer in Layer:
            drawings.layer(view(layer, side=side), pale=False)
            drawings.finish()
    assert 0 < drawings.bytes <= MOST_BYTES
