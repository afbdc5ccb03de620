from __future__ import annotations

from datetime import timedelta

from kneecoach.domain.last_check import last_check
from tests.domain.checked import DAY, DAY_S, NOON, check, rules, seen, story


def test_a_check_holds_for_14_days() -> None:
    found = last_check(rules(), story((0, check())))
    assert found is not None
    assert (found.ends, found.until) == (NOON + 14 * DAY_S, DAY + timedelta(days=14))


def test_a_clearance_that_ends_earlier_is_what_is_told() -> None:
    told = story((0, check("D2a")), (4, seen(0, 1)), (4, check("D2a")))
    found = last_check(rules(), told)
    assert found is not None
    assert found.until == DAY + timedelta(days=15)  # the visit and 14 days, not the check's 18
    assert found.ends == NOON + 15 * DAY_S + DAY_S // 2  # midnight after it


def test_the_newest_whole_one_and_none_from_elsewhere() -> None:
    half = check("B1")
    part = type(half)(half.age, None, {})
    told = story((0, check("J1")), (1, part), (2, check(), False))
    newest, whole = last_check(rules(), told), last_check(rules(), told, whole=True)
    assert newest is not None
    assert (newest.answers, newest.whole) == (part, False)
    assert whole is not None
    assert whole.answers == check("J1")
