"""The page Today as values: which session is next, what counts as done, week, share and pain."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from kneecoach.domain.catalogue import Dose, Side
from kneecoach.domain.content import Content
from kneecoach.domain.history import DoneExercise, DoneSet, SessionRecord
from kneecoach.domain.plan import ANYTIME, DAY_PLAN, Slot
from kneecoach.domain.safety import Admitted, CheckOutcome, GateDue, admit
from kneecoach.domain.settings import PainfulSide, Settings
from kneecoach.domain.today import (
    Share,
    SlotState,
    TodayView,
    open_exercises,
    today_view,
)

DAY = date(2026, 3, 11)
OPEN = CheckOutcome(frozenset())
DOSE = Dose(3, 10, None, 45)


def record(
    day: date, slot: Slot, *exercises: str, hour: int = 8, pain: int | None = None
) -> SessionRecord:
    started = int(datetime(day.year, day.month, day.day, hour, 12, tzinfo=UTC).timestamp())
    return SessionRecord(
        id=f"{started:032x}",
        day=day,
        started=started,
        offset_minutes=0,
        seconds=300,
        slot=slot,
        finished=True,
        pain_before=None,
        pain_worst=None,
        pain_after=pain,
        exercises=tuple(
            DoneExercise(name, Side.LEFT, DOSE, (DoneSet(1, 10, None),), 60) for name in exercises
        ),
    )


def view(
    content: Content,
    *records: SessionRecord,
    settings: Settings | None = None,
    check: CheckOutcome | None = OPEN,
) -> TodayView:
    catalogue = content.catalogue
    return today_view(
        records, catalogue, settings or Settings(), DAY, open_exercises(catalogue, check)
    )


def states(shown: TodayView) -> list[SlotState]:
    return [card.state for card in shown.cards]


def test_on_a_fresh_day_the_morning_is_next(content: Content) -> None:
    shown = view(content)
    assert states(shown) == [SlotState.NEXT, SlotState.LATER, SlotState.LATER]
    assert shown.next is not None
    assert shown.next.slot is Slot.MORNING
    assert shown.plan == shown.next.plan


def test_a_done_session_has_its_time_and_the_following_one_is_next(content: Content) -> None:
    morning = record(DAY, Slot.MORNING, "leg_raise", "calf_stretch")
    shown = view(content, replace(morning, offset_minutes=60))
    assert states(shown) == [SlotState.DONE, SlotState.NEXT, SlotState.LATER]
    assert shown.cards[0].done_minute == 9 * 60 + 12
    done = {row.exercise: row.done for row in shown.cards[0].rows}
    assert done["leg_raise"]
    assert done["calf_stretch"]
    assert not done["hamstring_bent"]


def test_a_missed_session_is_silently_the_next_one(content: Content) -> None:
    shown = view(content, record(DAY, Slot.MIDDAY, "calf_stretch", hour=13))
    assert states(shown) == [SlotState.NEXT, SlotState.DONE, SlotState.LATER]


@pytest.mark.parametrize(
    "unfinished",
    [
        replace(record(DAY, Slot.MORNING, "leg_raise"), finished=False),
        record(DAY, Slot.MORNING),
        record(DAY - timedelta(days=1), Slot.MORNING, "leg_raise"),
    ],
    ids=["a draft", "nothing done", "yesterday"],
)
def test_what_is_no_finished_session_of_today_does_not_count(
    unfinished: SessionRecord, content: Content
) -> None:
    assert states(view(content, unfinished))[0] is SlotState.NEXT


def test_when_all_is_done_one_more_short_session_is_offered(content: Content) -> None:
    all_three = [
        record(DAY, slot, "calf_stretch", hour=8 + 4 * number)
        for number, slot in enumerate((Slot.MORNING, Slot.MIDDAY, Slot.EVENING))
    ]
    shown = view(content, *all_three)
    assert shown.next is None
    assert shown.plan.slot is Slot.EXTRA
    assert {item.exercise for item in shown.plan.items} == set(DAY_PLAN[1].exercises)


def test_closed_exercises_are_shown_and_not_played(content: Content) -> None:
    shown = view(content, check=CheckOutcome(frozenset({"massage_hamstring"})))
    closed = [row.exercise for row in shown.cards[0].rows if row.closed]
    assert closed == ["massage_hamstring"]
    assert "massage_hamstring" not in {item.exercise for item in shown.plan.items}
    assert admit(shown.plan, content.catalogue, CheckOutcome(frozenset())) == Admitted(shown.plan)


def test_what_waits_for_the_questions_of_the_day_is_in_the_plan(content: Content) -> None:
    shown = view(content, check=CheckOutcome(frozenset(), gate=GateDue.SEVEN))
    assert "massage_hamstring" in {item.exercise for item in shown.plan.items}


def test_where_everything_is_closed_nothing_is_next(content: Content) -> None:
    locks = {lock for e in content.catalogue.exercises.values() for lock in e.locks}
    shown = view(content, check=CheckOutcome(frozenset(locks)))
    assert shown.next is None
    assert shown.plan.items == ()
    assert states(shown) == [SlotState.LATER] * 3


def test_the_painful_sides_do_the_exercises(content: Content) -> None:
    both = view(content, settings=Settings(side=PainfulSide.BOTH))
    assert {item.sides for item in both.plan.items} == {(Side.LEFT, Side.RIGHT)}
    right = view(content, settings=Settings(side=PainfulSide.RIGHT))
    assert {item.sides for item in right.plan.items} == {(Side.RIGHT,)}
    assert both.minutes > right.minutes > 0


def test_what_is_needed_is_told_once(content: Content) -> None:
    needs = view(content).needs
    assert len(needs) == len(set(needs))
    assert {"mat", "chair", "wall"} <= set(needs)


def test_the_week_ends_today_and_counts_planned_sessions_only(content: Content) -> None:
    yesterday = DAY - timedelta(days=1)
    shown = view(
        content,
        record(yesterday, Slot.MORNING, "leg_raise"),
        record(yesterday, Slot.MORNING, "leg_raise", hour=9),
        record(yesterday, Slot.EVENING, "leg_raise", hour=19),
        record(yesterday, Slot.EXTRA, ANYTIME, hour=20),
        record(DAY, Slot.MORNING, "leg_raise"),
    )
    assert [day for day, _ in shown.week] == [
        DAY - timedelta(days=back) for back in range(6, -1, -1)
    ]
    assert [count for _, count in shown.week] == [0, 0, 0, 0, 0, 2, 1]


def test_a_missed_day_costs_its_share_and_nothing_else(content: Content) -> None:
    first = DAY - timedelta(days=7)
    done = [
        record(first + timedelta(days=day), slot, "leg_raise", hour=8 + 4 * number)
        for day in range(7)
        for number, slot in enumerate((Slot.MORNING, Slot.MIDDAY, Slot.EVENING))
        if day != 3
    ]
    assert view(content, *done).share == Share(done=18, planned=21, days=7)


def test_today_is_not_in_the_share_before_it_is_over(content: Content) -> None:
    assert view(content, record(DAY, Slot.MORNING, "leg_raise")).share is None


def test_the_pain_of_a_day_is_that_of_its_last_session_with_an_answer(content: Content) -> None:
    yesterday = DAY - timedelta(days=1)
    shown = view(
        content,
        record(yesterday, Slot.EVENING, "leg_raise", hour=19, pain=2),
        record(yesterday, Slot.MORNING, "leg_raise", hour=8, pain=5),
        record(DAY, Slot.MORNING, "leg_raise", pain=0),
        record(DAY, Slot.MIDDAY, "leg_raise", hour=13),
    )
    assert [value for _, value in shown.pain] == [None] * 5 + [2, 0]


def test_moments_on_one_leg_are_counted(content: Content) -> None:
    shown = view(
        content,
        record(DAY, Slot.EXTRA, ANYTIME, hour=9),
        record(DAY, Slot.EXTRA, ANYTIME, hour=11),
        record(DAY - timedelta(days=1), Slot.EXTRA, ANYTIME),
    )
    assert shown.anytime_done == 2
    assert [item.exercise for item in shown.anytime.items] == [ANYTIME]
    assert states(shown)[0] is SlotState.NEXT
