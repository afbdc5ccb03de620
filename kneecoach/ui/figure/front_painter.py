"""The person seen from the front or from behind, part by part (look-front 5.1)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtGui import QPainter

from kneecoach.domain.front import Facing, FrontBody, Side
from kneecoach.domain.front_movements import FrontHands
from kneecoach.domain.movements import Muscle
from kneecoach.ui.figure.colours import FigureColours
from kneecoach.ui.figure.curves import joined
from kneecoach.ui.figure.front_arms import paint_arm, paint_clasp
from kneecoach.ui.figure.front_glow import paint_front_glow
from kneecoach.ui.figure.front_head import paint_front_head
from kneecoach.ui.figure.front_legs import leg_skin, paint_leg
from kneecoach.ui.figure.front_trunk import (
    SeenTrunk,
    paint_inside_of_hems,
    paint_shorts,
    paint_torso,
    seen_trunk,
    shorts,
)
from kneecoach.ui.figure.front_view import SeenArm, SeenLeg, seen_arm, seen_leg


@dataclass(frozen=True, slots=True)
class SeenBody:
    """A whole body as it is seen."""

    body: FrontBody
    trunk: SeenTrunk
    right_leg: SeenLeg
    left_leg: SeenLeg
    right_arm: SeenArm
    left_arm: SeenArm

    @property
    def legs(self) -> tuple[SeenLeg, SeenLeg]:
        """The legs in the order they are painted, the working one last."""
        return self.left_leg, self.right_leg


def seen_body(body: FrontBody, facing: Facing) -> SeenBody:
    """A body, projected."""
    return SeenBody(
        body,
        seen_trunk(body.trunk, facing),
        seen_leg(body.right_leg, facing),
        seen_leg(body.left_leg, facing),
        seen_arm(body.right_arm, facing),
        seen_arm(body.left_arm, facing),
    )


def paint_front_body(
    p: QPainter,
    seen: SeenBody,
    hands: FrontHands,
    colours: FigureColours,
    targets: Iterable[tuple[Side, Muscle]] = (),
    glow: float = 0.0,
) -> None:
    """Paint the person; the target muscles glow, 0 to 1."""
    paint_inside_of_hems(p, seen.legs, colours)
    if hands == "wall":  # the arms are beyond the chest, and the leg behind is nearer than all
        paint_leg(p, seen.left_leg, colours)
        _paint_arms(p, seen, hands, colours)
        paint_torso(p, seen.trunk, seen.body, colours)
        paint_leg(p, seen.right_leg, colours)
        _paint_shorts(p, seen, colours, targets, glow)
    else:
        for leg in seen.legs:
            paint_leg(p, leg, colours)
        paint_torso(p, seen.trunk, seen.body, colours)
        _paint_shorts(p, seen, colours, targets, glow)
        _paint_arms(p, seen, hands, colours)
    paint_front_head(p, seen.trunk, seen.body.eyes_open, colours)


def _paint_arms(p: QPainter, seen: SeenBody, hands: FrontHands, colours: FigureColours) -> None:
    for arm in (seen.left_arm, seen.right_arm):
        paint_arm(p, arm, hands, colours)
    if hands == "clasp":
        paint_clasp(p, seen.right_arm, seen.left_arm, colours)


def _paint_shorts(
    p: QPainter,
    seen: SeenBody,
    colours: FigureColours,
    targets: Iterable[tuple[Side, Muscle]],
    glow: float,
) -> None:
    paint_shorts(p, seen.trunk, seen.legs, colours)
    if glow <= 0:
        return
    cloth = shorts(seen.trunk, seen.legs)
    for side, muscle in targets:
        leg = seen.right_leg if side == "right" else seen.left_leg
        paint_front_glow(p, leg, muscle, joined((leg_skin(leg), cloth)), colours, glow)
