"""What the program knows about exercises: values without language, parsed once and checked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class ContentError(Exception):
    """A content file that can't be used; its text is one sentence naming file, key and reason."""

    def __init__(self, file: str, key: str, reason: str) -> None:
        super().__init__(f"{file}: {key}: {reason}")
        self.file = file
        self.key = key
        self.reason = reason


class Ladder(StrEnum):
    """The column an exercise stands in; further down its column is later."""

    STRENGTH = "strength"
    BALANCE = "balance"
    STRETCH = "stretch"
    MASSAGE = "massage"


class Side(StrEnum):
    """The leg that works; BOTH is used where the two work at once."""

    LEFT = "left"
    RIGHT = "right"
    BOTH = "both"

    @property
    def other(self) -> Side:
        """The leg that does not work now; BOTH has no other and stays itself."""
        return {Side.LEFT: Side.RIGHT, Side.RIGHT: Side.LEFT}.get(self, self)


class Motion(StrEnum):
    """What a phase is for the eye: it decides the wall, the ring's direction and the icon."""

    OUT = "out"  # away from the start: the ring fills
    HOLD = "hold"  # the ring drains, the wall is apricot
    BACK = "back"  # back to the start: the ring drains
    STILL = "still"  # a short pause between two repetitions
    STROKE = "stroke"  # massage: there and back again


@dataclass(frozen=True, slots=True)
class Phase:
    """One part of a repetition or hold: its name, its motion and its length in milliseconds.

    The length of a HOLD or STROKE phase of an exercise dosed in seconds is 0 here and comes from
    the dose.
    """

    name: str
    motion: Motion
    ms: int


@dataclass(frozen=True, slots=True)
class Dose:
    """How much: `sets` times either `reps` repetitions or one hold of `hold_s` seconds.

    Exactly one of `reps` (1 to 50) and `hold_s` (1 to 600) is given; `rest_s` is the rest between
    two sets in seconds.
    """

    sets: int
    reps: int | None
    hold_s: int | None
    rest_s: int


@dataclass(frozen=True, slots=True)
class Exercise:
    """One exercise of the guide (3.7), with everything the player needs and no language."""

    id: str
    ladder: Ladder
    chart: str  # the key of its colour and pattern in charts (look 3.3)
    locks: tuple[str, ...]  # closed when any of these locks is (guide 3.7)
    one_sided: bool  # True: one leg at a time; False: both legs work at once
    needs: tuple[str, ...]  # chair, wall, mat, worktop, cushion, roller
    phases: tuple[Phase, ...]  # in order, of one repetition or one hold
    levels: tuple[Dose, ...]  # from the easiest dose to the hardest
    start: int  # index of the level the guide begins with
    easier: str | None  # id of the easier exercise, None where there is none
    harder: str | None
    facts: tuple[str, ...]  # ids of the content guide's facts told by this exercise

    @property
    def dose(self) -> Dose:
        """The dose the guide begins with."""
        return self.levels[self.start]

    @property
    def counts_repetitions(self) -> bool:
        """True when the dose is told in repetitions, False when in seconds."""
        return self.dose.reps is not None


@dataclass(frozen=True, slots=True)
class Catalogue:
    """All exercises, in the order in which they are shown."""

    exercises: Mapping[str, Exercise]

    def exercise(self, exercise_id: str) -> Exercise:
        """The exercise of that id; raises KeyError for an unknown one."""
        return self.exercises[exercise_id]

    def in_ladder(self, ladder: Ladder) -> tuple[Exercise, ...]:
        """The exercises of one column, the earliest first."""
        return tuple(e for e in self.exercises.values() if e.ladder is ladder)
