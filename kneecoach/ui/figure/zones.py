"""Where to massage and where never to press, as outlines on the leg (look-front 5.2 and 7)."""

from __future__ import annotations

from PySide6.QtGui import QPainterPath

from kneecoach.ui.figure.front_glow import hollow, shapes_of
from kneecoach.ui.figure.front_painter import seen_body
from kneecoach.ui.figure.front_scene import FrontLayers
from kneecoach.ui.figure.glow import shape_of, side_hollow
from kneecoach.ui.figure.layers import Layers


def bellies(layers: Layers | FrontLayers) -> list[QPainterPath]:
    """The outlines of the muscles the movement is about."""
    if isinstance(layers, Layers):
        return [shape_of(layers.body.near_leg, muscle) for muscle in layers.movement.targets]
    seen = seen_body(layers.body, layers.movement.facing)
    legs = {"right": seen.right_leg, "left": seen.left_leg}
    targets = layers.movement.targets
    return [shape for side, muscle in targets for shape in shapes_of(legs[side], muscle)]


def knee_hollow(layers: Layers | FrontLayers) -> QPainterPath:
    """The hollow of the working knee."""
    if isinstance(layers, Layers):
        return side_hollow(layers.body.near_leg)
    return hollow(seen_body(layers.body, layers.movement.facing).right_leg)
