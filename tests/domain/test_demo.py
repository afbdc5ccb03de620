"""The made-up history looks like one, and the same seed makes it again."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from itertools import pairwise
from statistics import mean

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kneecoach.domain.catalogue import Side
from kneecoach.domain.demo import demo_sessions
from kneecoach.domain.history import WholeSession
from kneecoach.domain.plan import Slot
from kneecoach.store.content import load_content

CATALOGUE = load_content().catalogue
NOW = datetime(2026, 3, 31, 14, 0, tzinfo=timezone(timedelta(hours=2)))


def _demo(days: int, now: datetime = NOW, seed: int = 7) -> list[WholeSession]:
    return list(demo_sessions(CATALOGUE, days, now, seed))


LONG = _demo(120)


def test_the_same_seed_makes_the_same_history() -> None:
    assert _demo(30) == _demo(30)
    assert _demo(30) != _demo(30, seed=8)


@given(st.integers(1, 90), st.integers(0, 1439))
@settings(max_examples=40)
def test_all_of_it_lies_in_the_days_asked_for_and_in_the_past(days: int, minute: int) -> None:
    now = NOW.replace(hour=0) + timedelta(minutes=minute)
    sessions = _demo(days, now)
    for start, _, end in sessions:
        assert now.date() - timedelta(days=days - 1) <= start.day <= now.date()
        assert start.started + sum(end.part_ms) / 1000 <= now.timestamp()
        assert datetime.fromtimestamp(start.started, now.tzinfo).date() == start.day
    assert all(one[0].started < other[0].started for one, other in pairwise(sessions))


def test_months_have_days_off_and_days_of_several_sessions() -> None:
    counts: dict[object, int] = {}
    for start, _, _ in LONG:
        counts[start.day] = counts.get(start.day, 0) + 1
    assert 95 <= len(counts) <= 115
    assert 2 <= mean(counts.values()) <= 3.5
    assert {start.slot for start, _, _ in LONG} == set(Slot)


def test_pain_is_asked_before_a_days_first_session_only_and_falls_slowly() -> None:
    firsts = {}
    for start, _, end in LONG:
        assert (start.pain_before is not None) == (start.day not in firsts)
        firsts.setdefault(start.day, start.pain_before)
        assert end.pain_worst is not None
        assert end.pain_after is not None
        assert 0 <= end.pain_after <= end.pain_worst <= 10
    told = [pain for pain in firsts.values() if pain is not None]
    assert mean(told[:20]) - mean(told[-20:]) >= 2
    assert len(set(told)) >= 5


def test_only_exercises_open_without_a_check_are_in_it() -> None:
    done = {name for start, _, _ in LONG for name, _, _ in start.parts}
    assert done == {"leg_raise", "hamstring_bent", "calf_stretch", "stand_open"}


def test_the_dose_of_the_leg_raise_rises_from_10_to_14() -> None:
    doses = [
        dose.reps for start, _, _ in LONG for name, _, dose in start.parts if name == "leg_raise"
    ]
    assert doses == sorted(doses, key=lambda reps: reps or 0)
    assert (doses[0], doses[-1]) == (10, 14)


def test_no_more_is_done_than_was_planned() -> None:
    for start, repetitions, end in LONG:
        assert len(end.part_ms) == len(start.parts)
        for done in repetitions:
            _, side, dose = start.parts[done.part]
            assert side in (Side.LEFT, Side.BOTH)
            assert 1 <= done.set <= dose.sets
            assert 1 <= done.rep <= (dose.reps or 1)
            assert 0 < done.ms <= (dose.hold_s or 600) * 1000
            assert done.part_ms <= end.part_ms[done.part]


@pytest.mark.parametrize("painful", [(Side.RIGHT,), (Side.LEFT, Side.RIGHT)])
def test_each_painful_side_gets_its_dose(painful: tuple[Side, ...]) -> None:
    start, _, _ = next(iter(demo_sessions(CATALOGUE, 30, NOW, painful=painful)))
    assert {side for _, side, _ in start.parts} == set(painful)
