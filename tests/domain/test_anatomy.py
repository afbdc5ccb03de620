"""The drawing as data: shapes that fit together, labels that point at what is shown, layers."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kneecoach.domain.anatomy import BOX, Cord, Layer, Muscle, sampled
from kneecoach.domain.anatomy_tables import parse_anatomy
from kneecoach.domain.guidance import STRUCTURES
from kneecoach.domain.parsing import ContentError
from kneecoach.store.content import compile_content
from tests.content.trees import ASSETS, atlas, english, whole_tree

LAYERS = list(Layer)
# look 6.3; the less common causes follow the same rule
SHOWN_BEST = {
    "blood_clot": Layer.VESSELS,
    "overuse": Layer.MUSCLES,
    "tightness": Layer.MUSCLES,
    "osteoarthritis": Layer.JOINT,
    "bakers_cyst": Layer.JOINT,
    "overweight": Layer.JOINT,
    "artery_bulge": Layer.VESSELS,
    "knee_nerve": Layer.VESSELS,
    "popliteus_strain": Layer.JOINT,
    "calf_tear": Layer.MUSCLES,
}


def test_every_structure_with_words_is_drawn_and_labelled_in_its_home() -> None:
    assert set(STRUCTURES) <= set(atlas().structures)
    for name in STRUCTURES:
        home = atlas().layers[atlas().structures[name].home]
        assert home.labelled(name), name


def test_every_structure_of_every_cause_is_one_of_the_drawing() -> None:
    for cause in english().causes:
        assert set(cause.structures) <= set(atlas().structures), cause.id


def test_both_edges_of_a_muscle_are_sampled_equally() -> None:
    muscles = [one for one in atlas().structures.values() if isinstance(one.form, Muscle)]
    assert len(muscles) == 6
    for one in muscles:
        assert isinstance(one.form, Muscle)
        first, second = (sampled(edge) for edge in one.form.edges)
        assert len(first) == len(second)


def test_a_spline_goes_through_its_points_in_equal_steps() -> None:
    points = [(0.0, 0.0), (10.0, 0.0), (20.0, 10.0), (20.0, 20.0)]
    curve = sampled(points, steps=5)
    assert len(curve) == 16
    assert [curve[place] for place in (0, 5, 10, 15)] == points
    assert sampled([(0.0, 0.0), (4.0, 8.0)], steps=2)[1] == (2.0, 4.0)


@pytest.mark.parametrize("layer", LAYERS)
def test_a_label_points_into_the_box_at_what_its_layer_shows(layer: Layer) -> None:
    shown = {one.id: opacity for one, opacity in atlas().shown(layer)}
    names = [label.structure for label in atlas().layers[layer].labels]
    assert len(set(names)) == len(names)
    for label in atlas().layers[layer].labels:
        assert shown[label.structure] >= 0.5
        assert 0 <= label.at[0] <= BOX
        assert 0 <= label.at[1] <= BOX
        assert 0 <= label.y <= BOX


def test_labels_stand_in_the_order_of_their_height() -> None:
    for plan in atlas().layers.values():
        places = [(label.side, label.y) for label in plan.labels]
        assert places == sorted(places)


def test_artery_vein_and_nerve_lie_in_their_order_at_the_joint() -> None:
    """From the inner side to the outer: artery, vein, tibial, common peroneal nerve (look 2)."""
    across = []
    for name in ("artery", "vein", "tibial_nerve", "peroneal_nerve"):
        form = atlas().structures[name].form
        assert isinstance(form, Cord)
        across.append(min(form.line, key=lambda point: abs(point[1] - 400))[0])
    assert across == sorted(across)
    order = list(atlas().structures)
    assert order.index("artery") < order.index("vein") < order.index("tibial_nerve")


def test_each_cause_is_shown_in_the_layer_that_shows_it_best() -> None:
    found = {cause.id: atlas().layer_for(cause.structures) for cause in english().causes}
    assert {name: found[name] for name in SHOWN_BEST} == SHOWN_BEST
    assert found["hip"] is None


def _set(*path: str | int, value: object) -> Callable[[Any], None]:
    def damage(tree: Any) -> None:
        for step in path[:-1]:
            tree = tree[step]
        tree[path[-1]] = value

    return damage


LABEL = ("drawing", "layers", "muscles", "labels", 0)
BROKEN: list[tuple[str, Callable[[Any], None], str]] = [
    (
        "unequal edges",
        lambda tree: tree["muscles"]["muscle"][0]["edges"][0].pop(),
        "anatomy/muscles.toml: muscle[0].edges: two edges with equally many points are expected",
    ),
    (
        "point outside",
        _set("cords", "cord", 0, "line", 0, value=[5000, 0]),
        "anatomy/cords.toml: cord[0].line: 5000 is not between -300 and 1300",
    ),
    (
        "ramp that runs back",
        _set("muscles", "muscle", 0, "ramp", value=[0.5, 0.5]),
        "anatomy/muscles.toml: muscle[0].ramp: the second number has to be larger than the first",
    ),
    (
        "structure left out of the order",
        lambda tree: tree["drawing"]["order"].remove("vein"),
        'anatomy/drawing.toml: order: "vein" is missing',
    ),
    (
        "label of what has no words",
        _set(*LABEL, "structure", value="achilles"),
        'anatomy/drawing.toml: layers.muscles.labels[0]: "achilles" is no structure',
    ),
    (
        "label of what is not shown",
        _set("drawing", "layers", "muscles", "opacities", "muscles", value=0.2),
        'anatomy/drawing.toml: layers.muscles.labels[0]: "semitendinosus" is not shown here',
    ),
    (
        "unknown material",
        _set("outlines", "outline", 0, "material", value="wood"),
        'anatomy/outlines.toml: outline[0].material: "wood" is none of artery, bone, capsule, '
        "cartilage, cyst, deep_muscle, nerve, tendon, vein",
    ),
    (
        "outline of a vessel's material",
        _set("outlines", "outline", 0, "material", value="vein"),
        'anatomy/outlines.toml: outline[0].material: "vein" is not for this form',
    ),
]


@pytest.mark.parametrize(("damage", "told"), [b[1:] for b in BROKEN], ids=[b[0] for b in BROKEN])
def test_what_is_broken_is_told_in_a_sentence(damage: Callable[[Any], None], told: str) -> None:
    tree = whole_tree()["anatomy"]
    damage(tree)
    with pytest.raises(ContentError) as caught:
        parse_anatomy(tree)
    assert str(caught.value) == told


@pytest.mark.parametrize("tree", [None, [], 3, {}])
def test_no_anatomy_at_all_is_told(tree: object) -> None:
    with pytest.raises(ContentError, match=r"^anatomy: "):
        parse_anatomy(tree)


def _places(tree: Any) -> list[tuple[Any, Any]]:
    keys: list[Any] = []
    if isinstance(tree, dict):
        keys = list(tree)
    elif isinstance(tree, list):
        keys = list(range(len(tree)))
    return [(tree, key) for key in keys] + [place for key in keys for place in _places(tree[key])]


@given(st.data(), st.none() | st.integers() | st.floats() | st.text(max_size=3) | st.just([]))
def test_no_damage_ends_in_anything_but_a_sentence(data: st.DataObject, value: object) -> None:
    tree = whole_tree()["anatomy"]
    places = _places(tree)
    container, key = places[data.draw(st.integers(0, len(places) - 1))]
    container[key] = value
    with suppress(ContentError):
        parse_anatomy(tree)


def test_the_build_refuses_a_broken_drawing(tmp_path: Any) -> None:
    assets = shutil.copytree(ASSETS, tmp_path / "assets")
    file = assets / "anatomy" / "cords.toml"
    file.write_text(file.read_text(encoding="utf-8").replace("width = 21", "width = 0"), "utf-8")
    with pytest.raises(ContentError, match=r"^anatomy/cords\.toml: cord\[0\]\.width: "):
        compile_content(assets)
