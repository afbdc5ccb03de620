"""How an exercise is done and how not: two stills of the same movement (look-front 1, 7)."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from kneecoach.domain.figure import PoseError, crop_of, parse_movement
from kneecoach.domain.front_movements import FrontMovement
from kneecoach.domain.front_tables import parse_front
from kneecoach.domain.marks import Mark, parse_marks
from kneecoach.domain.movements import Crop, Movement
from kneecoach.domain.parsing import ContentError
from kneecoach.domain.pose_tables import PoseTable, pose_table

__all__ = ["Pair", "PairError", "PairSide", "parse_pairs", "parse_steps"]

PairError = PoseError
_PAIR_WORDS = ("view", "crop", "so", "not_so", "keys")
_SIDE_WORDS = ("key", "marks")


@dataclass(frozen=True, slots=True)
class PairSide:
    """One picture of a pair: a key pose of the movement and the marks on it."""

    key: str
    marks: tuple[Mark, ...]

    @property
    def tags(self) -> tuple[str, ...]:
        """The names of the words that stand at the marks."""
        return tuple(mark.tag for mark in self.marks if mark.tag)


@dataclass(frozen=True, slots=True)
class Pair:
    """The two pictures, of the same part of the world (`crop`) in the same view."""

    movement: Movement | FrontMovement
    crop: Crop
    so: PairSide
    not_so: PairSide


def parse_pairs(
    exercise: str, tree: object, poses: Mapping[str, object], front: Mapping[str, object]
) -> tuple[Pair, ...]:
    """The pairs of an exercise, told by its file in `assets/pairs` (as plain values).

    `poses` and `front` are the trees of the movements in the two views. A pair may have key poses
    of its own, which may begin like one of the movement. Raises PairError naming the file, the key
    and what is wrong with it.
    """
    top = pose_table(f"pairs/{exercise}.toml", "", tree)
    top.allow(("pairs", "steps"))
    tables = top.tables("pairs")
    if not tables:
        raise top.wrong("pairs", "must have at least one pair")
    return tuple(_pair(exercise, table, poses, front) for table in tables)


def parse_steps(exercise: str, tree: object, phases: Collection[str]) -> tuple[str, ...]:
    """The moment each step in the words of an exercise is about, from the file of its pairs.

    A moment is one of the `phases`, "ready" before the first of them, or "" for none. Raises
    PairError where it is anything else.
    """
    top = pose_table(f"pairs/{exercise}.toml", "", tree)
    return top.words("steps", ("", "ready", *phases))


def _pair(
    exercise: str, table: PoseTable, poses: Mapping[str, object], front: Mapping[str, object]
) -> Pair:
    table.allow(_PAIR_WORDS)
    from_side = table.word("view", ("side", "front"), "side") == "side"
    source = poses if from_side else front
    if exercise not in source:
        raise table.wrong("view", "there is no movement of this exercise in this view")
    whole = _with_keys(source[exercise], table)
    movement: Movement | FrontMovement
    try:
        movement = parse_movement(exercise, whole) if from_side else parse_front(exercise, whole)
    except ContentError as error:
        raise table.wrong("keys", f"does not fit its movement: {error.reason}") from error
    so, not_so = (_side(table.table(name), movement.keys) for name in ("so", "not_so"))
    return Pair(movement, crop_of(table, "crop"), so, not_so)


def _with_keys(tree: object, table: PoseTable) -> object:
    """The tree of a movement with the pair's own key poses after the movement's."""
    if "keys" not in table.tree or not isinstance(tree, Mapping):
        return tree
    before = tree.get("keys")
    own = table.table("keys").tree
    return {**tree, "keys": {**before, **own}} if isinstance(before, Mapping) else tree


def _side(table: PoseTable, keys: Mapping[str, object]) -> PairSide:
    table.allow(_SIDE_WORDS)
    return PairSide(table.word("key", keys, ""), parse_marks(table))
