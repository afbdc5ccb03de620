"""The questions before a session: the seven once a day, then one; massage waits for them."""

from __future__ import annotations

from datetime import date

from kneecoach.domain.check_records import GateGiven, GateKind, Moment
from kneecoach.domain.check_validity import check_now
from kneecoach.domain.safety import GateDue, Refusal, refusal_of_locks
from kneecoach.domain.session_gate import gate_due
from tests.domain.checked import NO, NOON, YES, check, days_on, moment, rules, seven, single, story

LATER = moment(NOON + 3600)


def test_the_seven_come_before_the_first_session_of_the_day() -> None:
    assert gate_due((), days_on(0)) is GateDue.SEVEN
    assert gate_due(story((0, seven())), days_on(0)) is GateDue.NOTHING
    assert gate_due(story((0, seven())), days_on(0.6)) is GateDue.SEVEN  # the next local day
    assert gate_due(story((0, seven())), days_on(-1)) is GateDue.SEVEN


def test_the_single_one_comes_before_each_later_session() -> None:
    answered = story((0, seven()))
    assert gate_due(answered, LATER, last_begun=NOON - 1) is GateDue.NOTHING
    assert gate_due(answered, LATER, last_begun=NOON + 60) is GateDue.SINGLE
    both = story((0, seven()), (0.03, single()))
    assert gate_due(both, LATER, last_begun=NOON + 60) is GateDue.NOTHING
    assert gate_due(both, LATER, last_begun=NOON + 3000) is GateDue.SINGLE
    assert gate_due(answered, LATER, last_begun=NOON + 99_999) is GateDue.NOTHING  # lies ahead


def test_anything_new_brings_the_seven_back_and_the_single_one_does_not_replace_them() -> None:
    assert gate_due(story((0, seven()), (0, single(YES))), LATER) is GateDue.SEVEN
    assert gate_due(story((0, seven()), (0, single(YES)), (0, single())), LATER) is GateDue.SEVEN
    assert gate_due(story((0, single(YES)), (0, seven())), LATER) is GateDue.NOTHING
    assert gate_due(story((0, single())), LATER) is GateDue.SEVEN


def test_a_gate_that_is_not_whole_not_ours_or_older_than_the_check_does_not_count() -> None:
    partly = GateGiven(GateKind.SEVEN, {"leg": NO})
    assert gate_due(story((0, partly)), LATER) is GateDue.SEVEN
    assert gate_due(story((0, seven(), False)), LATER) is GateDue.SEVEN
    assert gate_due(story((0, seven()), (0, check())), LATER) is GateDue.SEVEN
    assert gate_due(story((0, check()), (0, seven())), LATER) is GateDue.NOTHING


def test_a_day_that_travel_makes_longer_ends_after_24_hours() -> None:
    long_after = Moment(NOON + 25 * 3600, -720, date(2026, 3, 31))
    assert gate_due(story((0, seven())), long_after) is GateDue.SEVEN


def test_massage_and_roller_wait_for_the_gate_and_nothing_else_does() -> None:
    waiting = check_now(rules(), story((0, check())), days_on(0))
    for lock in ("massage_calf", "massage_hamstring", "massage_back_of_knee", "roller"):
        assert refusal_of_locks((lock,), waiting) is Refusal.GATE_MISSING
    assert refusal_of_locks(("E1",), waiting) is None
    passed = check_now(rules(), story((0, check()), (0, seven())), days_on(0))
    assert refusal_of_locks(("roller",), passed) is None
    assert waiting is not None
    assert refusal_of_locks(("roller",), waiting.within_session) is None
