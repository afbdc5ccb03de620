"""Checks, gates and clearances to make a story of, over the real rules."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from functools import cache

from kneecoach.domain.check import Answer, Check, CheckAnswers
from kneecoach.domain.check_reach import whole_check
from kneecoach.domain.check_records import (
    SEVEN_QUESTIONS,
    CheckEnded,
    ClearanceGiven,
    EndReason,
    GateGiven,
    GateKind,
    Moment,
    SafetyEvent,
    Told,
)
from tests.content.trees import english

NOON = 1_774_958_400  # 2026-03-31 12:00 UTC
DAY = date(2026, 3, 31)
DAY_S = 24 * 3600
NO, YES, NOT_SURE = Answer.NO, Answer.YES, Answer.NOT_SURE


@cache
def rules() -> Check:
    return whole_check(english().check)


def moment(at: int = NOON) -> Moment:
    """That UTC second where the clocks show UTC."""
    return Moment(at, 0, datetime.fromtimestamp(at, UTC).date())


def days_on(days: float) -> Moment:
    return moment(NOON + round(days * DAY_S))


def check(*ticked: str, age: int | None = 35, pain: int | None = 0) -> CheckAnswers:
    """Every question answered, with yes where it is named."""
    signs = dict.fromkeys(rules().signs, NO) | dict.fromkeys(ticked, YES)
    return CheckAnswers(age, pain, signs)


def seven(**answers: Answer) -> GateGiven:
    return GateGiven(GateKind.SEVEN, dict.fromkeys(SEVEN_QUESTIONS, NO) | answers)


def single(answer: Answer = NO) -> GateGiven:
    return GateGiven(GateKind.SINGLE, {"anything_new": answer})


def seen(number: int, days: int = 0) -> ClearanceGiven:
    """A clinician's word about the outcome of the event of that number, so many days on."""
    return ClearanceGiven(name(number), DAY + timedelta(days=days))


def sign_told() -> CheckEnded:
    return CheckEnded("", EndReason.SIGN)


def found_expired(number: int) -> CheckEnded:
    return CheckEnded(name(number), EndReason.EXPIRED)


def name(number: int) -> str:
    return f"{number:032x}"


def story(
    *told: tuple[float, Told] | tuple[float, Told, bool], first: int = 0
) -> tuple[SafetyEvent, ...]:
    """Events numbered from `first`, each with its day, and False where it is not our own."""
    return tuple(
        SafetyEvent(name(number), days_on(one[0]), one[1], one[2] if len(one) == 3 else True)
        for number, one in enumerate(told, start=first)
    )
