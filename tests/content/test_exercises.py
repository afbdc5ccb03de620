"""Every exercise of the guide (3.7) is there with its doses, tempo, words and picture."""

from __future__ import annotations

import pytest

from kneecoach.domain.catalogue import Ladder, Motion
from kneecoach.domain.plan import ANYTIME, DAY_PLAN
from kneecoach.domain.texts import cue_names
from tests.content.trees import english

# guide 3.7: id -> locks and chart key
EXERCISES = {
    "leg_raise": (("E1",), "E1"),
    "squat": (("E1plus",), "E5"),
    "lunge": (("E1plus",), "E6"),
    "stand_supported": (("E2",), "E2"),
    "stand_open": (("E2",), "E2"),
    "stand_closed": (("E2", "E2_eyes_closed"), "E2"),
    "stand_cushion": (("E2", "E2_cushion"), "E2"),
    "hamstring_bent": (("E3",), "E3"),
    "hamstring_straight": (("E3", "E3_straight"), "E3"),
    "calf_stretch": (("E4",), "E4"),
    "massage_hamstring": (("massage_hamstring",), "M"),
    "massage_calf": (("massage_calf",), "M"),
    "massage_back_of_knee": (("massage_back_of_knee",), "M"),
    "roller_calf": (("roller",), "M"),
    "roller_hamstring": (("roller",), "M"),
}

# guide 4.2 to 4.5: sets × repetitions, or sets × seconds, from the easiest to the hardest
LEVELS = {
    "leg_raise": "3×6 3×8 3×10 3×12 3×14 3×16 3×18 3×20",
    "squat": "2×8 3×8 3×10 3×12",
    "lunge": "2×6 2×8 3×8 3×10",
    **dict.fromkeys(
        ("stand_supported", "stand_open", "stand_closed", "stand_cushion"),
        "3×10s 3×20s 3×30s 3×45s",
    ),
    **dict.fromkeys(("hamstring_bent", "hamstring_straight", "calf_stretch"), "3×20s 3×25s 3×30s"),
    **dict.fromkeys(
        (
            *("massage_hamstring", "massage_calf", "massage_back_of_knee"),
            *("roller_calf", "roller_hamstring"),
        ),
        "1×60s 1×90s 1×120s",
    ),
}
STARTS = {
    "leg_raise": "3×10",
    "squat": "2×8",
    "lunge": "2×6",
    "stand_open": "3×30s",
    "hamstring_bent": "3×20s",
    "hamstring_straight": "3×20s",
    "calf_stretch": "3×20s",
}

# guide 4.2 and look 8.3, in seconds; 0 comes from the dose
TEMPO = {
    "leg_raise": "lift 2.0, hold 1.0, lower 2.0, pause 1.0",
    "squat": "down 3.0, hold 1.0, up 2.0, pause 1.0",
    "lunge": "down 3.0, hold 1.0, up 2.0, pause 1.0",
    "stand_open": "step_up 1.6, balance 0.0, step_down 1.6",
    "hamstring_bent": "reach 3.0, hold 0.0, ease_off 2.0",
    "hamstring_straight": "reach 3.0, hold 0.0, ease_off 2.0",
    "calf_stretch": "lean_in 3.0, hold 0.0, ease_off 2.0",
    "massage_calf": "stroke 0.0",
    "roller_calf": "stroke 0.0",
}


def test_the_exercises_are_those_of_the_guide() -> None:
    assert set(english().catalogue.exercises) == set(EXERCISES)


@pytest.mark.parametrize("name", EXERCISES)
def test_an_exercise_is_as_the_guide_says(name: str) -> None:
    exercise = english().catalogue.exercise(name)
    levels = [
        f"{dose.sets}×{dose.reps}" if dose.reps else f"{dose.sets}×{dose.hold_s}s"
        for dose in exercise.levels
    ]
    tempo = ", ".join(f"{phase.name} {phase.ms / 1000:.1f}" for phase in exercise.phases)
    assert (exercise.locks, exercise.chart) == EXERCISES[name]
    assert " ".join(levels) == LEVELS[name]
    assert levels[exercise.start] == STARTS.get(name, levels[exercise.start])
    assert tempo == TEMPO.get(name, tempo)
    assert exercise.facts


@pytest.mark.parametrize("name", EXERCISES)
def test_an_exercise_has_its_words_and_its_picture(name: str) -> None:
    exercise, text = english().catalogue.exercise(name), english().texts.exercises[name]
    assert set(text.cues) == set(cue_names(exercise))
    assert all(0 < len(cue) <= 50 for cue in text.cues.values())
    assert 0 < len(text.short) <= 24
    assert len(text.steps) >= 4
    assert set(exercise.needs) <= set(english().texts.needs)
    assert name in english().poses


def test_only_the_squat_uses_both_legs_at_once() -> None:
    both = [e.id for e in english().catalogue.exercises.values() if not e.one_sided]
    assert both == ["squat"]


def test_a_phase_moves_out_before_it_comes_back() -> None:
    for exercise in english().catalogue.exercises.values():
        motions = [phase.motion for phase in exercise.phases if phase.motion is not Motion.STILL]
        assert motions in ([Motion.OUT, Motion.HOLD, Motion.BACK], [Motion.STROKE])


def test_the_columns_lead_from_the_easier_to_the_harder() -> None:
    order = {ladder: [e.id for e in english().catalogue.in_ladder(ladder)] for ladder in Ladder}
    assert order[Ladder.STRENGTH] == ["leg_raise", "squat", "lunge"]
    assert order[Ladder.BALANCE] == [
        *("stand_supported", "stand_open", "stand_closed", "stand_cushion"),
    ]
    assert order[Ladder.STRETCH] == ["hamstring_bent", "hamstring_straight", "calf_stretch"]
    for exercise in english().catalogue.exercises.values():
        ladder = order[exercise.ladder]
        if exercise.harder:
            assert ladder.index(exercise.harder) > ladder.index(exercise.id)


def test_the_day_plan_names_exercises_that_exist() -> None:
    planned = {ANYTIME, *(name for slot in DAY_PLAN for name in slot.exercises)}
    assert planned <= set(english().catalogue.exercises)
