"""Reading the drawing of the knee from its trees, checked as all content is."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from kneecoach.domain.anatomy import (
    BOX,
    CORDS,
    Atlas,
    Cord,
    LabelSpot,
    Layer,
    LayerPlan,
    Material,
    Muscle,
    Outline,
    Point,
    Span,
    Structure,
    Tendon,
)
from kneecoach.domain.catalogue import Side
from kneecoach.domain.guidance import STRUCTURES
from kneecoach.domain.parsing import Table, as_table

_FILES = ("outlines", "muscles", "cords", "drawing")
_BEYOND = 300.0  # what is drawn may begin and end that far outside the box


def parse_anatomy(tree: object) -> Atlas:
    """The atlas from its four trees outlines, muscles, cords and drawing; raises `ContentError`.

    It has to have every one of `STRUCTURES`, and an opacity for each group in each layer.
    """
    top = as_table(tree, "anatomy")
    top.only(_FILES)
    drawing = as_table(top.value("drawing"), "anatomy/drawing.toml")
    drawing.only(("facts", "order", "skin", "layers"))
    structures = _structures(top, drawing)
    layers = drawing.table("layers")
    layers.complete(tuple(Layer), "layer")
    return Atlas(
        skin=_points(drawing, "skin", drawing.value("skin")),
        structures=structures,
        layers={layer: _layer(layers.table(layer), structures) for layer in Layer},
        facts=drawing.facts(),
    )


def _structures(top: Table, drawing: Table) -> dict[str, Structure]:
    found: dict[str, Structure] = {}
    readers: dict[str, Callable[[Table], Outline | Muscle | Cord]]
    readers = {"outlines": _outline, "muscles": _muscle, "cords": _cord}
    for name, reader in readers.items():
        file = as_table(top.value(name), f"anatomy/{name}.toml")
        file.only((name.removesuffix("s"),))
        for table in file.tables(name.removesuffix("s")):
            one = _structure(table, reader(table))
            if one.id in found:
                raise table.error("id", f'"{one.id}" is there twice')
            found[one.id] = one
    order = drawing.some_of("order", found)
    for name in (*found, *STRUCTURES):
        if name not in order:
            raise drawing.error("order", f'"{name}" is missing')
    return {name: found[name] for name in order}


def _structure(table: Table, form: Outline | Muscle | Cord) -> Structure:
    table.only(("id", "group", "home", "facts", *type(form).__slots__))
    return Structure(
        table.id(), table.id("group"), table.choice("home", Layer), table.facts(), form
    )


def _outline(table: Table) -> Outline:
    parts = tuple(_points(table, "parts", part) for part in table.items("parts"))
    if not parts:
        raise table.error("parts", "there is nothing in this list")
    return Outline(_material(table, cord=False), parts)


def _muscle(table: Table) -> Muscle:
    edges = [_points(table, "edges", edge) for edge in table.items("edges")]
    if len(edges) != 2 or len(edges[0]) != len(edges[1]):
        raise table.error("edges", "two edges with equally many points are expected")
    return Muscle(
        edges=(edges[0], edges[1]),
        fibres=_span(table, "fibres"),
        ramp=_span(table, "ramp"),
        tendon=table.choice("tendon", Tendon),
        lines=table.number("lines", 2, 20),
    )


def _cord(table: Table) -> Cord:
    return Cord(
        material=_material(table, cord=True),
        line=_points(table, "line", table.value("line")),
        width=_real(table, "width", table.value("width"), 1, 100),
    )


def _material(table: Table, *, cord: bool) -> Material:
    found = table.choice("material", Material)
    if (found in CORDS) is not cord:
        raise table.error("material", f'"{found}" is not for this form')
    return found


def _layer(table: Table, structures: Mapping[str, Structure]) -> LayerPlan:
    table.only(("opacities", "labels"))
    given = table.table("opacities")
    given.complete({one.group for one in structures.values()}, "group")
    opacities = {name: _real(given, name, given.value(name), 0, 1) for name in given.values}
    labels = tuple(_label(label) for label in table.tables("labels"))
    for place, label in enumerate(labels):
        if label.structure not in STRUCTURES:
            raise table.error(f"labels[{place}]", f'"{label.structure}" is no structure')
        if opacities[structures[label.structure].group] < 0.5:
            raise table.error(f"labels[{place}]", f'"{label.structure}" is not shown here')
    return LayerPlan(opacities, labels)


def _label(table: Table) -> LabelSpot:
    table.only(("structure", "at", "side", "y"))
    side = table.choice("side", Side)
    if side is Side.BOTH:
        raise table.error("side", "left or right is expected")
    at = _point(table, "at", table.value("at"), 0, BOX)
    return LabelSpot(table.id("structure"), at, side, _real(table, "y", table.value("y"), 0, BOX))


def _points(table: Table, key: str, found: object) -> tuple[Point, ...]:
    if not isinstance(found, list) or len(found) < 3:
        raise table.error(key, "a list of at least 3 points is expected")
    return tuple(_point(table, key, point, -_BEYOND, BOX + _BEYOND) for point in found)


def _point(table: Table, key: str, found: object, low: float, high: float) -> Point:
    if not isinstance(found, list) or len(found) != 2:
        raise table.error(key, "a point of two numbers is expected")
    return (_real(table, key, found[0], low, high), _real(table, key, found[1], low, high))


def _span(table: Table, key: str) -> Span:
    low, high = _point(table, key, table.value(key), 0, 1)
    if low >= high:
        raise table.error(key, "the second number has to be larger than the first")
    return low, high


def _real(table: Table, key: str, found: object, low: float, high: float) -> float:
    if isinstance(found, bool) or not isinstance(found, int | float):
        raise table.error(key, "a number is expected")
    if not low <= found <= high:
        raise table.error(key, f"{found} is not between {low:g} and {high:g}")
    return float(found)
