"""Reading the movements seen from the front or from behind from the trees of their files."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from itertools import pairwise
from typing import get_args

from kneecoach.domain.figure import chains, crop_of, prop_of
from kneecoach.domain.front import Facing, Side
from kneecoach.domain.front_movements import FrontHands, FrontKey, FrontMovement
from kneecoach.domain.front_poses import ArmAngles, FrontPose, Limbs
from kneecoach.domain.movements import Chain, Muscle
from kneecoach.domain.pose_tables import PoseTable, pose_table
from kneecoach.domain.space import Vector

_FACINGS: tuple[Facing, ...] = get_args(Facing)
_HANDS: tuple[FrontHands, ...] = get_args(FrontHands)
_MUSCLES: tuple[Muscle, ...] = get_args(Muscle)
_SIDES: tuple[Side, ...] = get_args(Side)
_TARGETS = {f"{side}_{muscle}": (side, muscle) for side in _SIDES for muscle in _MUSCLES}
_SPINE = ("tilt", "lean", "lumbar", "thorax", "neck", "head")
_TOP_WORDS = (
    *("facing", "hands", "still", "stage", "targets", "sway", "in_player"),
    *("props", "phases", "keys"),
)
_KEY_WORDS = (*_SPINE, "like", "root", "hands", "right", "left", "eyes", "glow")
_LIMB_WORDS = ("ankle", "yaw", "pitch", "knee", "arm", "wrist")


def parse_front(name: str, tree: object) -> FrontMovement:
    """The movement a file of `assets/front` tells; `tree` is the file as plain values.

    Raises PoseError naming the file, the key and what is wrong with it.
    """
    top = pose_table(f"front/{name}.toml", "", tree)
    top.allow(_TOP_WORDS)
    keys = _keys(top.table("keys"))
    if not keys:
        raise top.wrong("keys", "must have at least one pose")
    return FrontMovement(
        name=name,
        facing=top.word("facing", _FACINGS, "front"),
        keys=keys,
        phases=_phases(top.table("phases"), keys) if "phases" in top.tree else {},
        still=top.word("still", keys, next(iter(keys))),
        stage=crop_of(top, "stage"),
        hands=top.word("hands", _HANDS, "edge"),
        targets=tuple(_TARGETS[word] for word in top.words("targets", _TARGETS)),
        props=tuple(prop_of(prop) for prop in top.tables("props")),
        sway=top.number("sway", 0.0),
        in_player=top.flag("in_player"),
    )


def _phases(table: PoseTable, keys: Mapping[str, FrontKey]) -> dict[str, Chain]:
    """The phases; a hand that rests on something rests there all through each of them."""
    phases = chains(table, keys)
    for name, chain in phases.items():
        poses = [keys[key].pose for key in chain.keys]
        if len({(pose.right.wrist, pose.left.wrist) for pose in poses}) > 1:
            raise table.wrong(name, "must keep a resting hand where it is")
    return phases


def _keys(table: PoseTable) -> dict[str, FrontKey]:
    """The key poses in the order of the file; each may begin like one that stands before it."""
    keys: dict[str, FrontKey] = {}
    for name in table.tree:
        keys[name] = _key(table.table(name), name, keys)
    for before, after in pairwise(keys.values()):
        if (before.pose.hands is None) != (after.pose.hands is None):
            raise table.wrong(after.name, "must hold its hands as the other poses do")
    return keys


def _key(table: PoseTable, name: str, before: Mapping[str, FrontKey]) -> FrontKey:
    table.allow(_KEY_WORDS)
    start = FrontKey(name, FrontPose(), True, 0.0)
    if "like" in table.tree:
        start = before[table.word("like", before, "")]
    eyes = table.word("eyes", ("open", "closed"), "open" if start.eyes_open else "closed")
    glow = table.number("glow", start.glow)
    return FrontKey(name, _pose(table, start.pose), eyes == "open", glow)


def _pose(table: PoseTable, start: FrontPose) -> FrontPose:
    spine = {part: table.number(part, getattr(start, part)) for part in _SPINE}
    return replace(
        start,
        root=_vector(table, "root", start.root),
        hands=_vector(table, "hands", start.hands) if "hands" in table.tree else start.hands,
        right=_limbs(table, "right", start.right),
        left=_limbs(table, "left", start.left),
        **spine,
    )


def _limbs(table: PoseTable, side: Side, start: Limbs) -> Limbs:
    if side not in table.tree:
        return start
    limbs = table.table(side)
    limbs.allow(_LIMB_WORDS)
    return Limbs(
        ankle=_vector(limbs, "ankle", start.ankle),
        yaw=limbs.number("yaw", start.yaw),
        pitch=limbs.number("pitch", start.pitch),
        knee=limbs.number("knee", start.knee),
        arm=_arm(limbs, start.arm),
        wrist=_vector(limbs, "wrist", start.wrist) if "wrist" in limbs.tree else start.wrist,
    )


def _arm(table: PoseTable, start: ArmAngles) -> ArmAngles:
    if "arm" not in table.tree:
        return start
    a, b, c, d = table.numbers("arm", 4)
    return a, b, c, d


def _vector(table: PoseTable, key: str, start: Vector | None) -> Vector:
    if key not in table.tree and start is not None:
        return start
    x, y, z = table.numbers(key, 3)
    return x, y, z
