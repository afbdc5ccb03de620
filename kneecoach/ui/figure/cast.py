"""Who is on the stage in a scene: poses, what is behind them, and how they come and go."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QSize

from kneecoach.domain.figure import Movement, pose_at
from kneecoach.domain.front_movements import FrontMovement, front_at
from kneecoach.domain.scene import Scene, Stance
from kneecoach.ui.figure.colours import StageColours, Tint, mixed
from kneecoach.ui.figure.layers import Fitting, Layers

if TYPE_CHECKING:  # loaded with the first movement that is seen from the front
    from kneecoach.ui.figure.front_scene import FrontLayers

Movements = Callable[[str], Movement | FrontMovement | None]


@dataclass(frozen=True, slots=True)
class Layout:
    """Sizes and colours of a stage: the room and the frame in px, as in `paint_stage`."""

    size: QSize
    dpr: float
    frame: QRectF
    floor_y: float
    colours: StageColours
    day: float

    @property
    def whole(self) -> QRect:
        """All of the stage."""
        return QRect(0, 0, self.size.width(), self.size.height())

    @property
    def bytes(self) -> int:
        """What a picture of all of it takes in memory."""
        return round(self.size.width() * self.size.height() * self.dpr * self.dpr) * 4


@dataclass(frozen=True, slots=True)
class Part:
    """One person on the stage with the things behind them; `wide` is their width, 1 is all."""

    layers: Layers | FrontLayers
    fitting: Fitting = field(compare=False)
    mirrored: bool
    there: float
    wide: float

    @property
    def behind(self) -> tuple[object, ...]:
        """What the things behind the person, and how they are laid, depend on."""
        layers = self.layers
        return layers.movement.name, layers.ghost, self.mirrored, self.there, self.wide

    @property
    def reach(self) -> QRectF:
        """The part of the stage the person is on."""
        return self.fitting.box(self.layers.reach(), self.mirrored)


def cast_of(
    scene: Scene, tint: Tint | None, layout: Layout, movements: Movements
) -> Iterator[Part]:
    """The persons of a scene from back to front; a movement that is missing leaves none."""
    for stance, there, wide in _stances(scene):
        movement = movements(stance.exercise)
        if movement is not None and there > 0:
            layers = _layers(scene, stance, movement, layout.colours, tint)
            fitting = Fitting(layout.frame, movement.stage, layout.dpr)
            yield Part(layers, fitting, stance.mirrored, there, wide)


def _layers(
    scene: Scene,
    stance: Stance,
    movement: Movement | FrontMovement,
    colours: StageColours,
    tint: Tint | None,
) -> Layers | FrontLayers:
    glow = round(stance.glow(movement) * scene.dim, 3)
    leads_to = _first_end(movement) if scene.ghost and stance is scene.now else None
    if isinstance(movement, FrontMovement):
        from kneecoach.ui.figure.front_scene import FrontLayers

        stands = stance.front_body(movement)
        end = front_at(movement, leads_to, 1.0) if leads_to else None
        return FrontLayers(movement, stands, colours, glow, end if end != stands else None, tint)
    body = stance.body(movement)
    ghost = pose_at(movement, leads_to, 1.0) if leads_to else None
    return Layers(movement, body, colours, glow, ghost if ghost != body else None, tint)


def blend(before: Tint | None, after: Tint | None, share: float, wall: str) -> Tint | None:
    """The tint a share 0 to 1 of the way between two; `wall` is what they tint, "#RRGGBB"."""
    if share >= 1 or before == after:
        return after
    if before is None and after is None:
        return None
    first, second = before or Tint(wall, 0.0), after or Tint(wall, 0.0)
    old, new = first.amount * (1 - share), second.amount * share
    amount = old + new
    if amount <= 0:
        return None
    return Tint(mixed(first.colour, second.colour, new / amount).name(), amount)


def _stances(scene: Scene) -> list[tuple[Stance, float, float]]:
    """Who is on the stage: the stance, how opaque and how wide they are."""
    if scene.before is None:
        return [(scene.now, 1.0, 1.0)]
    if scene.turns:
        wide = abs(math.cos(math.pi * scene.share))
        return [(scene.before if scene.share < 0.5 else scene.now, 1.0, max(0.02, wide))]
    # The same person comes before they go, so that the wall does not shine through; to another
    # exercise they go first, or there would be two.
    same = scene.before.exercise == scene.now.exercise
    going, coming = (1 - scene.share) * 2, scene.share * 2
    going, coming = (going, coming) if same else (going - 1, coming - 1)
    going, coming = (min(1.0, max(0.0, share)) for share in (going, coming))
    return [(scene.before, going, 1.0), (scene.now, coming, 1.0)]


def _first_end(movement: Movement | FrontMovement) -> str | None:
    """The first phase, whose end is worth showing; None where it only goes round."""
    if not movement.phases:
        return None
    name, chain = next(iter(movement.phases.items()))
    return name if chain.turn is None else None
