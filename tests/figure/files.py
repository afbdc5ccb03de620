"""The pose files as the project has them now."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from kneecoach.domain.figure import Movement, MovementBook, Skeleton, parse_movements, pose_at

if TYPE_CHECKING:
    from _pytest.mark import ParameterSet

POSES = Path(__file__).resolve().parents[2] / "assets" / "poses"


def tree(name: str) -> dict[str, Any]:
    """The tree of one file, a new one at each call, to damage it."""
    return tomllib.loads((POSES / f"{name}.toml").read_text(encoding="utf-8"))


@cache
def book() -> MovementBook:
    """All movements."""
    return parse_movements({path.stem: tree(path.stem) for path in sorted(POSES.glob("*.toml"))})


def movement(name: str) -> Movement:
    """One movement, which has to be there."""
    return book().movements[name]


def phases(one: Movement) -> list[str]:
    """Every phase that can be asked for."""
    return [*one.phases, "ready", "rest"]


def moments(one: Movement, steps: int) -> Iterator[tuple[str, float, Skeleton]]:
    """Every phase of a movement in equal steps, with the person at each."""
    for phase in phases(one):
        for step in range(steps + 1):
            yield phase, step / steps, pose_at(one, phase, step / steps)


# One of each position of the body; the others are looked at in the long run.
SOME = ("leg_raise", "lunge", "hamstring_straight", "massage_calf", "roller_calf", "stand_open")


def some_and_all(names: Iterable[str]) -> list[ParameterSet]:
    """A parameter for each name, those beyond `SOME` marked `long`."""
    return [
        pytest.param(name, marks=() if name in SOME else pytest.mark.long) for name in sorted(names)
    ]
