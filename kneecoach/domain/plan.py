"""A plan is what a session is made from: exercises, doses and sides, in order."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from kneecoach.domain.catalogue import Catalogue, Dose, Exercise, Side


class Slot(StrEnum):
    """The part of the day a planned session belongs to; EXTRA is one more on top."""

    MORNING = "morning"
    MIDDAY = "midday"
    EVENING = "evening"
    EXTRA = "extra"


class Pace(StrEnum):
    """Who counts the repetitions: the timeline with its tempo, or the person."""

    GUIDED = "guided"
    OWN = "own"


@dataclass(frozen=True, slots=True)
class PlanItem:
    """One exercise with its dose and the sides that do it, each side the whole dose."""

    exercise: str
    dose: Dose
    sides: tuple[Side, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """What the person is about to do."""

    items: tuple[PlanItem, ...]
    slot: Slot = Slot.EXTRA
    pace: Pace = Pace.GUIDED


@dataclass(frozen=True, slots=True)
class DaySlot:
    """One session of the day plan, before sides are known; `closed` are shown, not played."""

    slot: Slot
    exercises: tuple[str, ...]


# The default day of guide 6 (end): massage, E1, E3, E4 in the morning and in the evening, E4 and E3
# at midday. Massage joins once the check of warning signs exists.
DAY_PLAN: tuple[DaySlot, ...] = (
    DaySlot(Slot.MORNING, ("massage_hamstring", "leg_raise", "hamstring_bent", "calf_stretch")),
    DaySlot(Slot.MIDDAY, ("hamstring_bent", "calf_stretch")),
    DaySlot(Slot.EVENING, ("massage_calf", "leg_raise", "hamstring_bent", "calf_stretch")),
)

# "Anytime" of guide 6 and 4.3: the single-leg stand, three moments a day or more.
ANYTIME = "stand_open"
ANYTIME_A_DAY = 3


def sides_of(exercise: Exercise, painful: tuple[Side, ...]) -> tuple[Side, ...]:
    """The sides that do an exercise: the painful ones, or both at once where the legs share it."""
    return painful if exercise.one_sided else (Side.BOTH,)


def item_of(exercise: Exercise, painful: tuple[Side, ...]) -> PlanItem:
    """The exercise with the dose the guide begins with, for the painful side or sides."""
    return PlanItem(exercise.id, exercise.dose, sides_of(exercise, painful))


def slot_plan(
    day_slot: DaySlot,
    catalogue: Catalogue,
    painful: tuple[Side, ...],
    pace: Pace,
    open_exercises: Mapping[str, bool],
) -> Plan:
    """The plan of a slot with only the exercises that are open now."""
    items = tuple(
        item_of(catalogue.exercise(name), painful)
        for name in day_slot.exercises
        if open_exercises.get(name, False)
    )
    return Plan(items, day_slot.slot, pace)
