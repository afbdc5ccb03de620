"""The files of the views from the front and from behind, and of the pairs, as they are now."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from kneecoach.domain.front import FrontBody
from kneecoach.domain.front_movements import FrontMovement, front_at
from kneecoach.domain.front_tables import parse_front
from kneecoach.domain.pairs import Pair, parse_pairs

ASSETS = Path(__file__).resolve().parents[2] / "assets"


def trees(folder: str) -> dict[str, Any]:
    """All trees of a folder by their names, new ones at each call, to damage them."""
    return {
        path.stem: tomllib.loads(path.read_text(encoding="utf-8"))
        for path in sorted((ASSETS / folder).glob("*.toml"))
    }


@cache
def fronts() -> dict[str, FrontMovement]:
    """All movements from the front or from behind."""
    return {name: parse_front(name, tree) for name, tree in trees("front").items()}


@cache
def pairs() -> dict[str, tuple[Pair, ...]]:
    """The pairs of all exercises."""
    poses, front = trees("poses"), trees("front")
    return {name: parse_pairs(name, tree, poses, front) for name, tree in trees("pairs").items()}


def moments(one: FrontMovement, steps: int) -> Iterator[tuple[str, FrontBody]]:
    """Every phase of a movement in equal steps, with the person at each."""
    for phase in (*one.phases, "ready"):
        for step in range(steps + 1):
            yield phase, front_at(one, phase, step / steps)
