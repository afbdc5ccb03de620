"""What the page Today shows: the next session, the day's slots, the week, the share, the pain."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from kneecoach.domain.catalogue import Catalogue, Dose, Side
from kneecoach.domain.history import SessionRecord
from kneecoach.domain.plan import (
    ANYTIME,
    DAY_PLAN,
    DaySlot,
    Plan,
    Slot,
    item_of,
    sides_of,
    slot_plan,
)
from kneecoach.domain.safety import CheckOutcome, refusal_of
from kneecoach.domain.settings import Settings
from kneecoach.domain.timeline import plan_seconds

SHARE_DAYS = 28  # the share is told over the last four weeks (look 6.1)
_WEEK = 7


class SlotState(StrEnum):
    """Where a session of the day stands."""

    DONE = "done"
    NEXT = "next"
    LATER = "later"


@dataclass(frozen=True, slots=True)
class Row:
    """One exercise of a slot; `closed` is shown with its reason and not played."""

    exercise: str
    dose: Dose
    sides: tuple[Side, ...]
    done: bool
    closed: bool


@dataclass(frozen=True, slots=True)
class SlotCard:
    """One session of the day; `plan` holds what is open of it.

    `minutes` is how long the plan takes, at least 1; `done_minute` the minutes after local midnight
    at which it was begun, None while it is not done.
    """

    slot: Slot
    state: SlotState
    rows: tuple[Row, ...]
    plan: Plan
    minutes: int
    done_minute: int | None


@dataclass(frozen=True, slots=True)
class Share:
    """Of the sessions planned in the last `days` days (1 to 28), how many were done."""

    done: int
    planned: int
    days: int


@dataclass(frozen=True, slots=True)
class TodayView:
    """Everything on the page Today.

    `next` is None when all is done; `plan` is what Start starts then as well: one more session.
    `week` and `pain` have the last 7 days, today last: slots done (0 to 3), and pain after the last
    session of the day (0 to 10), None where it was not told. `share` is None before the first day
    with a session is over.
    """

    day: date
    cards: tuple[SlotCard, ...]
    next: SlotCard | None
    plan: Plan
    minutes: int
    needs: tuple[str, ...]
    week: tuple[tuple[date, int], ...]
    share: Share | None
    pain: tuple[tuple[date, int | None], ...]
    anytime: Plan
    anytime_done: int


def open_exercises(catalogue: Catalogue, check: CheckOutcome | None) -> dict[str, bool]:
    """Which exercises may be done now, by id; the questions of the day are asked at the start."""
    after = check.within_session if check else None
    return {name: refusal_of(e, after) is None for name, e in catalogue.exercises.items()}


def today_view(
    records: Sequence[SessionRecord],
    catalogue: Catalogue,
    settings: Settings,
    day: date,
    open_now: Mapping[str, bool],
) -> TodayView:
    """The page for that day from the records of the last `SHARE_DAYS` days, any order."""
    finished = sorted((r for r in records if _counts(r)), key=lambda r: r.started)
    todays = [record for record in finished if record.day == day]
    cards = _cards(todays, catalogue, settings, open_now)
    following = next((card for card in cards if card.state is SlotState.NEXT), None)
    plan = following.plan if following else _one_more(cards)
    return TodayView(
        day=day,
        cards=cards,
        next=following,
        plan=plan,
        minutes=_minutes(plan, catalogue),
        needs=_needs(plan, catalogue),
        week=_week(finished, day),
        share=_share(finished, day),
        pain=_pain(finished, day),
        anytime=_anytime(catalogue, settings),
        anytime_done=sum(1 for record in todays if _has(record, ANYTIME)),
    )


def _counts(record: SessionRecord) -> bool:
    return record.finished and any(exercise.done for exercise in record.exercises)


def _has(record: SessionRecord, exercise: str) -> bool:
    return any(done.id == exercise and done.done for done in record.exercises)


def _cards(
    todays: Sequence[SessionRecord],
    catalogue: Catalogue,
    settings: Settings,
    open_now: Mapping[str, bool],
) -> tuple[SlotCard, ...]:
    """The day's cards; a missed session is silently the next one (look 6.1)."""
    cards: list[SlotCard] = []
    waiting = True
    for day_slot in DAY_PLAN:
        done = [record for record in todays if record.slot is day_slot.slot]
        card = _card(day_slot, done, catalogue, settings, open_now)
        if not done and waiting and card.plan.items:
            card, waiting = replace(card, state=SlotState.NEXT), False
        cards.append(card)
    return tuple(cards)


def _card(
    day_slot: DaySlot,
    done: Sequence[SessionRecord],
    catalogue: Catalogue,
    settings: Settings,
    open_now: Mapping[str, bool],
) -> SlotCard:
    plan = slot_plan(day_slot, catalogue, settings.side.sides, settings.pace, open_now)
    return SlotCard(
        slot=day_slot.slot,
        state=SlotState.DONE if done else SlotState.LATER,
        rows=tuple(_row(name, done, catalogue, settings, open_now) for name in day_slot.exercises),
        plan=plan,
        minutes=_minutes(plan, catalogue),
        done_minute=_minute_of_day(done[0]) if done else None,
    )


def _row(
    name: str,
    done: Sequence[SessionRecord],
    catalogue: Catalogue,
    settings: Settings,
    open_now: Mapping[str, bool],
) -> Row:
    exercise = catalogue.exercise(name)
    return Row(
        exercise=name,
        dose=exercise.dose,
        sides=sides_of(exercise, settings.side.sides),
        done=any(_has(record, name) for record in done),
        closed=not open_now.get(name, False),
    )


def _minutes(plan: Plan, catalogue: Catalogue) -> int:
    return max(1, round(plan_seconds(plan, catalogue) / 60))


def _minute_of_day(record: SessionRecord) -> int:
    return (record.started // 60 + record.offset_minutes) % (24 * 60)


def _one_more(cards: Sequence[SlotCard]) -> Plan:
    """One more session on top: the shortest one of the day."""
    playable = [card for card in cards if card.plan.items]
    shortest = min(playable, key=lambda card: card.minutes, default=None)
    return replace(shortest.plan, slot=Slot.EXTRA) if shortest else Plan(())


def _needs(plan: Plan, catalogue: Catalogue) -> tuple[str, ...]:
    names = (need for item in plan.items for need in catalogue.exercise(item.exercise).needs)
    return tuple(dict.fromkeys(names))


def _anytime(catalogue: Catalogue, settings: Settings) -> Plan:
    item = item_of(catalogue.exercise(ANYTIME), settings.side.sides)
    return Plan((item,), Slot.EXTRA, settings.pace)


def _days(day: date, count: int) -> tuple[date, ...]:
    """The last `count` days, that one last."""
    return tuple(day - timedelta(days=back) for back in range(count - 1, -1, -1))


def _slots_done(records: Sequence[SessionRecord], day: date) -> int:
    """How many of the day's planned sessions were done; one more on top does not count."""
    planned = {day_slot.slot for day_slot in DAY_PLAN}
    return len({record.slot for record in records if record.day == day} & planned)


def _week(records: Sequence[SessionRecord], day: date) -> tuple[tuple[date, int], ...]:
    return tuple((one, _slots_done(records, one)) for one in _days(day, _WEEK))


def _share(records: Sequence[SessionRecord], day: date) -> Share | None:
    """Whole days since the first session, today left out: it is not over yet."""
    earlier = [one for one in _days(day, SHARE_DAYS)[:-1] if _begun(records, one)]
    if not earlier:
        return None
    done = sum(_slots_done(records, one) for one in earlier)
    return Share(done, len(DAY_PLAN) * len(earlier), len(earlier))


def _begun(records: Sequence[SessionRecord], day: date) -> bool:
    return any(record.day <= day for record in records)


def _pain(records: Sequence[SessionRecord], day: date) -> tuple[tuple[date, int | None], ...]:
    last = {r.day: r.pain_after for r in records if r.pain_after is not None}
    return tuple((one, last.get(one)) for one in _days(day, _WEEK))
