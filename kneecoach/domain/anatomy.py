"""The drawing of the back of the knee as data: structures, the order they lie in, and layers.

Everything is told for the right knee seen from behind, in a box of 1000 by 1000: x to the outer
side, y down (look 9). The left knee is its mirror image.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from kneecoach.domain.catalogue import Side

BOX = 1000.0  # side of the box everything is told in

Point = tuple[float, float]
Span = tuple[float, float]


class Layer(StrEnum):
    """What of the knee is shown in full."""

    MUSCLES = "muscles"
    VESSELS = "vessels"
    JOINT = "joint"


class Material(StrEnum):
    """What an outline or a cord is made of, and so how it is painted."""

    BONE = "bone"
    CARTILAGE = "cartilage"
    CAPSULE = "capsule"
    CYST = "cyst"
    DEEP_MUSCLE = "deep_muscle"
    TENDON = "tendon"
    ARTERY = "artery"
    VEIN = "vein"
    NERVE = "nerve"


CORDS = (Material.ARTERY, Material.VEIN, Material.NERVE)  # what is a line with a width


class Tendon(StrEnum):
    """At which of its ends a muscle is painted as tendon."""

    ORIGIN = "origin"
    INSERTION = "insertion"
    BOTH = "both"


@dataclass(frozen=True, slots=True)
class Outline:
    """One or more closed splines through the points of each part."""

    material: Material
    parts: tuple[tuple[Point, ...], ...]


@dataclass(frozen=True, slots=True)
class Muscle:
    """What lies between two splines from origin to insertion, through equally many points each.

    Along it, 0 to 1: `fibres` is where fibre lines run and `ramp` where it turns into tendon;
    `lines` is the number of spaces between fibre lines.
    """

    edges: tuple[tuple[Point, ...], tuple[Point, ...]]
    fibres: Span
    ramp: Span
    tendon: Tendon
    lines: int


@dataclass(frozen=True, slots=True)
class Cord:
    """A vessel or a nerve: a spline through its centre line, and its width."""

    material: Material
    line: tuple[Point, ...]
    width: float


@dataclass(frozen=True, slots=True)
class Structure:
    """One part of the drawing; those with words of their own are the ids of `STRUCTURES`."""

    id: str
    group: str  # what the layers give an opacity
    home: Layer  # the layer that shows it best
    facts: tuple[str, ...]
    form: Outline | Muscle | Cord


@dataclass(frozen=True, slots=True)
class LabelSpot:
    """Where a structure's label stands: its side on a right knee, and the height of its middle."""

    structure: str
    at: Point  # where the leader line ends
    side: Side
    y: float


@dataclass(frozen=True, slots=True)
class LayerPlan:
    """What a layer shows how strongly, 0 to 1 by group, and what it labels, in the order of Tab."""

    opacities: Mapping[str, float]
    labels: tuple[LabelSpot, ...]

    def labelled(self, structure: str) -> bool:
        """True when the structure has a label in this layer."""
        return any(label.structure == structure for label in self.labels)


@dataclass(frozen=True, slots=True)
class Atlas:
    """The whole drawing; `structures` stand in the order they are painted in."""

    skin: tuple[Point, ...]
    structures: Mapping[str, Structure]
    layers: Mapping[Layer, LayerPlan]
    facts: tuple[str, ...]  # told about the hollow as a whole

    def shown(self, layer: Layer) -> tuple[tuple[Structure, float], ...]:
        """What a layer shows with its opacity, in the order it is painted in."""
        plan = self.layers[layer]
        found = ((one, plan.opacities[one.group]) for one in self.structures.values())
        return tuple((one, opacity) for one, opacity in found if opacity > 0)

    def layer_for(self, structures: Collection[str]) -> Layer | None:
        """The layer that labels most of the structures; of equals the first one's home."""
        known = [self.structures[name] for name in structures if name in self.structures]
        if not known:
            return None
        home = known[0].home
        counts = {
            layer: sum(plan.labelled(one.id) for one in known)
            for layer, plan in self.layers.items()
        }
        return max(counts, key=lambda layer: (counts[layer], layer is home))


def sampled(points: Sequence[Point], steps: int = 14) -> tuple[Point, ...]:
    """The open Catmull-Rom spline through the points, each span in that many equal steps."""
    ends = (points[0], *points, points[-1])
    curve = [
        _between(ends[number : number + 4], step / steps)
        for number in range(len(points) - 1)
        for step in range(steps)
    ]
    return (*curve, points[-1])


def _between(four: Sequence[Point], t: float) -> Point:
    a, b, c, d = four
    x, y = (
        2 * p1
        + (p2 - p0) * t
        + (2 * p0 - 5 * p1 + 4 * p2 - p3) * t**2
        + (3 * p1 - p0 - 3 * p2 + p3) * t**3
        for p0, p1, p2, p3 in zip(a, b, c, d, strict=True)
    )
    return x / 2, y / 2
