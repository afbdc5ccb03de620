"""The figure's movements, read from the trees of their pose files.

This is the door to the figure for everybody else: `parse_movements` once, then `pose_at`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, replace
from typing import get_args

from kneecoach.domain.bones import HandShape, Skeleton
from kneecoach.domain.movements import (
    Arc,
    Chain,
    Crop,
    KeyPose,
    Movement,
    Muscle,
    Prop,
    PropKind,
    Shadow,
    glow_at,
    pose_at,
    still_of,
)
from kneecoach.domain.pose_tables import PoseError, PoseTable, pose_table
from kneecoach.domain.poses import Joint, Pin, Pose, Side

__all__ = [
    "Movement",
    "MovementBook",
    "PoseError",
    "Skeleton",
    "glow_at",
    "parse_movement",
    "parse_movements",
    "pose_at",
    "still_of",
]

_MUSCLES: tuple[Muscle, ...] = get_args(Muscle)
_PROPS: tuple[PropKind, ...] = get_args(PropKind)
_HANDS: tuple[HandShape, ...] = get_args(HandShape)
_PINS: dict[str, tuple[Side, Joint]] = {
    f"{side}_{joint}": (side, joint) for side in get_args(Side) for joint in get_args(Joint)
}
_ANGLES = tuple(f.name for f in fields(Pose) if not f.name.startswith("root"))
_KEY_WORDS = (*_ANGLES, "like", "root", "pins", "hands", "eyes", "glow")
_TOP_WORDS = (
    *("still", "stage", "thumbnail", "targets", "sway", "arc"),
    *("shadows", "props", "phases", "keys"),
)
_PROP_WORDS = ("kind", "x", "width", "facing", "between", "rolls")


@dataclass(frozen=True, slots=True)
class MovementBook:
    """All movements that could be read, and one sentence for each that could not."""

    movements: Mapping[str, Movement]
    errors: tuple[str, ...]

    def get(self, name: str) -> Movement | None:
        """The movement of that name (an exercise's id), or None where there is none."""
        return self.movements.get(name)


def parse_movements(trees: Mapping[str, object]) -> MovementBook:
    """Every movement of a set of pose files; a broken one is left out and told in a sentence."""
    movements: dict[str, Movement] = {}
    errors: list[str] = []
    for name, tree in trees.items():
        try:
            movements[name] = parse_movement(name, tree)
        except PoseError as error:
            errors.append(str(error))
    return MovementBook(movements, tuple(errors))


def parse_movement(name: str, tree: object) -> Movement:
    """The movement a pose file tells; `tree` is the file as plain values.

    Raises PoseError naming the file, the key and what is wrong with it.
    """
    top = pose_table(f"poses/{name}.toml", "", tree)
    top.allow(_TOP_WORDS)
    keys = _keys(top)
    return Movement(
        name=name,
        keys=keys,
        phases=chains(top.table("phases"), keys),
        still=top.word("still", keys, next(iter(keys))),
        stage=crop_of(top, "stage"),
        thumbnail=crop_of(top, "thumbnail"),
        props=tuple(prop_of(prop) for prop in top.tables("props")),
        shadows=tuple(Shadow(*row) for row in top.rows("shadows", 2)),
        targets=top.words("targets", _MUSCLES),
        sway=top.number("sway", 0.0),
        arc=Arc(*top.numbers("arc", 2)) if "arc" in top.tree else None,
    )


def crop_of(top: PoseTable, key: str) -> Crop:
    """A window of the picture from a row of four numbers."""
    crop = Crop(*top.numbers(key, 4))
    if crop.width <= 0 or crop.height + min(0.0, crop.y) <= 0:
        raise top.wrong(key, "must show something of the world above the floor")
    return crop


def _keys(top: PoseTable) -> dict[str, KeyPose]:
    """The key poses in the order of the file; each may begin like one that stands before it."""
    table = top.table("keys")
    keys: dict[str, KeyPose] = {}
    for name in table.tree:
        keys[name] = _key(table.table(name), name, keys)
    if not keys:
        raise top.wrong("keys", "must have at least one pose")
    return keys


def _key(table: PoseTable, name: str, before: Mapping[str, KeyPose]) -> KeyPose:
    table.allow(_KEY_WORDS)
    start = KeyPose(name, Pose(), (), "relaxed", "relaxed", True, 0.0)
    if "like" in table.tree:
        start = before[table.word("like", before, "")]
    hands = table.words("hands", _HANDS) or (start.near_hand, start.far_hand)
    if len(hands) != 2:
        raise table.wrong("hands", "must be two words, for the near and the far hand")
    eyes = table.word("eyes", ("open", "closed"), "open" if start.eyes_open else "closed")
    return KeyPose(
        name=name,
        pose=_pose(table, start.pose),
        pins=_pins(table, start.pins),
        near_hand=hands[0],
        far_hand=hands[1],
        eyes_open=eyes == "open",
        glow=table.number("glow", start.glow),
    )


def _pose(table: PoseTable, start: Pose) -> Pose:
    angles = {angle: table.number(angle, getattr(start, angle)) for angle in _ANGLES}
    root = table.numbers("root", 2) if "root" in table.tree else (start.root_x, start.root_y)
    return replace(start, root_x=root[0], root_y=root[1], **angles)


def _pins(table: PoseTable, start: tuple[Pin, ...]) -> tuple[Pin, ...]:
    """The pins of the pose before, those named here in their place."""
    if "pins" not in table.tree:
        return start
    pins = {(p.side, p.joint): p for p in start}
    held = table.table("pins")
    held.allow(_PINS)
    for word in held.tree:
        side, joint = _PINS[word]
        pins[side, joint] = Pin(side, joint, *held.numbers(word, 3))
    return tuple(pins.values())


def chains(table: PoseTable, keys: Iterable[str]) -> dict[str, Chain]:
    """The phases of a movement with these key poses."""
    return {phase: _chain(table, phase, keys) for phase in table.tree}


def _chain(table: PoseTable, phase: str, keys: Iterable[str]) -> Chain:
    """A phase: a list of key poses, or a table of the list and the share after which it turns."""
    if isinstance(table.tree[phase], list):
        chain = Chain(table.words(phase, keys))
    else:
        stroke = table.table(phase)
        stroke.allow(("there_and_back", "turn", "seconds"))
        cycle = round(stroke.number("seconds", 4.0) * 1000)
        chain = Chain(stroke.words("there_and_back", keys), stroke.number("turn", 0.5), cycle)
    if not chain.keys:
        raise table.wrong(phase, "must name at least one key pose")
    if chain.turn is not None and not 0 < chain.turn < 1:
        raise table.wrong(phase, "must turn after a share between 0 and 1")
    if chain.turn is not None and chain.cycle_ms < 1000:
        raise table.wrong(phase, "must take a second or more")
    return chain


def prop_of(table: PoseTable) -> Prop:
    """A thing in the picture."""
    table.allow(_PROP_WORDS)
    return Prop(
        kind=table.word("kind", _PROPS, "mat"),
        x=table.number("x", 0.0),
        width=table.number("width", 0.0),
        facing=table.word("facing", ("left", "right"), "right"),
        between=table.flag("between"),
        rolls=table.flag("rolls"),
    )
