from __future__ import annotations

from kneecoach.domain.plan import Pace
from kneecoach.domain.timeline import StepKind, parts_of, plan_seconds, timeline
from tests.domain.sample import CATALOGUE, LEFT, RAISE, RIGHT, STRETCH, admitted, item, plan


def kinds(*items, pace=Pace.GUIDED):
    steps = timeline(admitted(*items, pace=pace), CATALOGUE)
    return [step.phase if step.kind is StepKind.PHASE else step.kind.value for step in steps]


def test_a_repetition_is_its_phases_and_the_last_of_a_set_has_no_pause():
    assert kinds(item(RAISE))[:12] == (
        ["count_in"] + ["lift", "hold", "lower", "pause"] * 2 + ["lift", "hold", "lower"]
    )


def test_sets_are_parted_by_their_rest():
    steps = timeline(admitted(item(RAISE)), CATALOGUE)
    rests = [step for step in steps if step.kind is StepKind.REST]
    assert [(rest.set, rest.ms) for rest in rests] == [(2, 45_000)]


def test_a_hold_takes_its_length_from_the_dose_and_finishes_when_it_ends():
    steps = timeline(admitted(item(STRETCH)), CATALOGUE)
    holds = [step for step in steps if step.ends]
    assert [(h.phase, h.set, h.ms, h.counts) for h in holds] == [
        ("hold", number, 20_000, True) for number in (1, 2, 3)
    ]


def test_each_side_gets_the_whole_dose_with_a_timed_change_over():
    steps = timeline(admitted(item(STRETCH, LEFT, RIGHT)), CATALOGUE)
    assert [s.part for s in steps if s.ends] == [0, 0, 0, 1, 1, 1]
    assert [s.ms for s in steps if s.kind is StepKind.SWITCH] == [8_000]


def test_between_two_exercises_there_are_fifteen_seconds():
    steps = timeline(admitted(item(STRETCH), item(RAISE)), CATALOGUE)
    assert [s.ms for s in steps if s.kind is StepKind.BETWEEN] == [15_000]
    assert [s.ms for s in steps if s.kind is StepKind.COUNT_IN] == [5_000]


def test_at_ones_own_pace_a_repetition_is_one_open_step():
    steps = timeline(admitted(item(RAISE), pace=Pace.OWN), CATALOGUE)
    reps = [step for step in steps if step.kind is StepKind.PHASE]
    assert [(s.set, s.rep, s.ms, s.ends) for s in reps] == [
        (1, 1, None, True),
        (1, 2, None, True),
        (1, 3, None, True),
        (2, 1, None, True),
        (2, 2, None, True),
        (2, 3, None, True),
    ]


def test_holds_are_timed_at_ones_own_pace_too():
    assert kinds(item(STRETCH), pace=Pace.OWN) == kinds(item(STRETCH))


def test_the_length_of_a_plan_is_that_of_its_timeline():
    # 5 count-in, 2 sets of 6 + 6 + 5, 45 rest
    assert plan_seconds(plan(item(RAISE)), CATALOGUE) == 5 + 17 + 45 + 17
    assert plan_seconds(plan(item(RAISE), pace=Pace.OWN), CATALOGUE) == 84


def test_parts_follow_the_order_of_the_plan():
    parts = parts_of(plan(item(STRETCH, LEFT, RIGHT), item(RAISE, RIGHT)))
    assert [(p.exercise, p.side) for p in parts] == [
        ("hamstring_bent", LEFT),
        ("hamstring_bent", RIGHT),
        ("leg_raise", RIGHT),
    ]
