"""What the program knows about exercises: values without language, parsed once and checked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from kneecoach.domain.parsing import ContentError as ContentError
from kneecoach.domain.parsing import Table, as_table

# Keys of colour and pattern in charts (look 3.3), and the locks of the check (guide 3.7).
CHARTS = ("E1", "E2", "E3", "E4", "E5", "E6", "M")
LOCKS = (
    *("E1", "E1plus", "E2", "E2_eyes_closed", "E2_cushion", "E3", "E3_straight", "E4"),
    *("massage_hamstring", "massage_calf", "massage_back_of_knee", "roller"),
)
# Everything the guide can lock (3.3, 3.7): the exercises, the brace and the two timed tests.
EVERYTHING: frozenset[str] = frozenset((*LOCKS, "brace", "tests"))


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


_KEYS = (
    *("id", "chart", "locks", "one_sided", "needs", "phases", "levels", "start", "rest_s"),
    *("easier", "harder", "facts"),
)


def parse_catalogue(files: Mapping[str, object]) -> Catalogue:
    """The catalogue from one tree per ladder, named as the ladder; raises `ContentError`."""
    top = Table("catalogue", "", files)
    top.only(tuple(Ladder))
    exercises: dict[str, Exercise] = {}
    for ladder in Ladder:
        file = as_table(top.value(ladder), f"catalogue/{ladder}.toml")
        file.only(("exercise",))
        for table in file.tables("exercise"):
            exercise = _exercise(table, ladder)
            if exercise.id in exercises:
                raise table.error("id", f'"{exercise.id}" is there twice')
            exercises[exercise.id] = exercise
    for exercise in exercises.values():
        _check_neighbours(exercise, exercises)
    return Catalogue(exercises)


def _exercise(table: Table, ladder: Ladder) -> Exercise:
    table.only(_KEYS)
    levels = _levels(table)
    return Exercise(
        id=table.id(),
        ladder=ladder,
        chart=table.one_of("chart", CHARTS),
        locks=table.some_of("locks", LOCKS),
        one_sided=table.flag("one_sided"),
        needs=table.texts("needs"),
        phases=_phases(table, levels[0]),
        levels=levels,
        start=table.number("start", 0, len(levels) - 1),
        easier=table.optional_text("easier"),
        harder=table.optional_text("harder"),
        facts=table.facts(),
    )


def _levels(table: Table) -> tuple[Dose, ...]:
    rest_s = table.number("rest_s", 0, 600)
    levels = tuple(_dose(level, rest_s) for level in table.tables("levels"))
    for easier, harder in pairwise(levels):
        if (easier.reps is None) != (harder.reps is None):
            raise table.error("levels", "some are told in repetitions and some in seconds")
        if _amount(easier) >= _amount(harder):
            raise table.error("levels", "each has to ask for more than the one before")
    return levels


def _amount(dose: Dose) -> int:
    return dose.sets * (dose.reps or dose.hold_s or 0)


def _dose(table: Table, rest_s: int) -> Dose:
    table.only(("sets", "reps", "hold_s"))
    if ("reps" in table.values) == ("hold_s" in table.values):
        raise table.error("reps", "exactly one of reps and hold_s is expected")
    by_reps = "reps" in table.values
    return Dose(
        sets=table.number("sets", 1, 10),
        reps=table.number("reps", 1, 50) if by_reps else None,
        hold_s=None if by_reps else table.number("hold_s", 1, 600),
        rest_s=rest_s,
    )


def _phases(table: Table, dose: Dose) -> tuple[Phase, ...]:
    phases = tuple(_phase(phase) for phase in table.tables("phases"))
    if len({phase.name for phase in phases}) < len(phases):
        raise table.error("phases", "two phases have the same name")
    from_dose = [phase.motion for phase in phases if phase.ms == 0]
    if dose.hold_s is None and from_dose:
        raise table.error("phases", "every phase needs its ms where repetitions are counted")
    if dose.hold_s is not None and from_dose not in ([Motion.HOLD], [Motion.STROKE]):
        raise table.error("phases", "one hold or stroke phase has to take its ms, 0, from the dose")
    return phases


def _phase(table: Table) -> Phase:
    table.only(("name", "motion", "ms"))
    return Phase(table.id("name"), table.choice("motion", Motion), table.number("ms", 0, 60_000))


def _check_neighbours(exercise: Exercise, exercises: Mapping[str, Exercise]) -> None:
    """The easier and the harder exercise exist and point back; raises `ContentError`."""
    where = Table(f"catalogue/{exercise.ladder}.toml", exercise.id, {})
    for key, name in (("easier", exercise.easier), ("harder", exercise.harder)):
        if name is None:
            continue
        if name not in exercises:
            raise where.error(key, f'there is no exercise "{name}"')
        other = exercises[name]
        if (other.harder if key == "easier" else other.easier) != exercise.id:
            raise where.error(key, f'"{name}" does not point back')
