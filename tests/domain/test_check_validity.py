"""What stored checks leave open: never more than the newest whole, valid one and its clearance."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import settings as how_many
from hypothesis import strategies as st

from kneecoach.domain.catalogue import EVERYTHING
from kneecoach.domain.check import Answer, CheckAnswers, Level, outcome_of
from kneecoach.domain.check_clearance import CLEARED_LOCKS
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
from kneecoach.domain.check_validity import (
    VALID_S,
    asks_clearance,
    check_now,
    expired_check,
    unanswered,
)
from kneecoach.domain.safety import NEEDS_GATE, CheckOutcome, GateDue, Standing, refusal_of_locks
from tests.domain.checked import (
    DAY_S,
    NO,
    NOON,
    NOT_SURE,
    YES,
    check,
    days_on,
    found_expired,
    moment,
    name,
    rules,
    seen,
    seven,
    sign_told,
    single,
    story,
)

CLOT = ("B1",)  # DVT-SIGN, SAME_DAY
CALLED = {"massage_back_of_knee", "massage_calf", "massage_hamstring", "roller", "brace"}
CALLED |= {"E1plus", "E2_eyes_closed", "E2_cushion", "tests"}


def now(events: Sequence[SafetyEvent], at: Moment | None = None) -> CheckOutcome | None:
    return check_now(rules(), events, at or days_on(0))


def standing(events: Sequence[SafetyEvent], at: Moment | None = None) -> Standing | None:
    outcome = now(events, at)
    return outcome.standing if outcome else None


def open_locks(outcome: CheckOutcome | None) -> frozenset[str]:
    """What is open, asked of the rule that every way in asks."""
    return frozenset(one for one in EVERYTHING if refusal_of_locks((one,), outcome) is None)


def closed(events: Sequence[SafetyEvent], at: Moment | None = None) -> frozenset[str]:
    return EVERYTHING - open_locks(now(events, at))


def test_no_check_at_all_is_none() -> None:
    assert now(()) is None
    assert now(story((0, seven()))) is None


def test_damaged_rules_close_everything_whatever_was_answered() -> None:
    events = story((0, check()), (0, seven()))
    assert closed(events) == frozenset()  # the control
    outcome = check_now(None, events, days_on(0))
    assert outcome == CheckOutcome(EVERYTHING, Standing.RULES_BROKEN)
    assert open_locks(outcome) == frozenset()
    assert check_now(None, (), days_on(0)) == outcome


def test_what_is_closed_is_worked_out_from_the_answers() -> None:
    outcome = now(story((0, check("J4")), (0, seven())))
    assert outcome == CheckOutcome(
        frozenset({"E2_eyes_closed", "E2_cushion"}), Standing.VALID, GateDue.NOTHING, "balance"
    )


def test_a_check_is_valid_for_14_days_to_the_second() -> None:
    events = story((0, check()))
    assert standing(events, moment(NOON + VALID_S - 1)) is Standing.VALID
    assert standing(events, moment(NOON + VALID_S)) is Standing.EXPIRED
    assert closed(events, moment(NOON + VALID_S)) == EVERYTHING


def test_a_clock_set_back_does_not_bring_an_expired_check_back() -> None:
    events = story((0, check()))
    late = days_on(20)
    end = expired_check(rules(), events, late)
    assert end == found_expired(0)
    told = story((0, check()), (20, end))
    assert standing(told, days_on(3)) is Standing.EXPIRED
    assert standing(events, days_on(3)) is Standing.VALID  # the control: nobody saw the 20th day
    assert expired_check(rules(), told, late) is None  # told once
    assert expired_check(rules(), events, days_on(3)) is None


def test_whatever_was_told_later_says_how_late_it_is() -> None:
    """A gate on the 20th day: the check before it stays expired with the clock back at the 3rd."""
    assert standing(story((0, check()), (20, seven())), days_on(3)) is Standing.EXPIRED


def test_a_clock_before_the_check_closes_until_it_is_right_or_the_check_is_answered_anew() -> None:
    events = story((0, check()))
    assert standing(events, moment(NOON - 59)) is Standing.VALID
    assert standing(events, days_on(-1)) is Standing.CLOCK_BACK
    again = story((0, check()), (-1, check()))
    assert standing(again, days_on(-1)) is Standing.VALID


@pytest.mark.parametrize("left", ["A1", "B8", "J8", "C0"])
def test_a_check_with_a_question_left_open_closes_everything(left: str) -> None:
    answers = check()
    signs = {sign: given for sign, given in answers.signs.items() if sign != left}
    partly = replace(answers, signs=signs)
    assert left in unanswered(rules(), partly)
    assert closed(story((0, check()), (0, seven()), (0, partly))) == EVERYTHING
    assert standing(story((0, partly))) is Standing.UNFINISHED


def test_what_is_asked_under_a_no_needs_no_answer_and_pain_does() -> None:
    signs = {sign: NO for sign, one in rules().signs.items() if one.under is None}
    assert unanswered(rules(), CheckAnswers(35, 0, signs)) == ()
    under = unanswered(rules(), CheckAnswers(35, 0, signs | {"G1": NOT_SURE}))
    assert under == ("G1a", "G1b", "G1c")
    assert unanswered(rules(), CheckAnswers(35, None, signs)) == ("pain_rest",)


def test_a_sign_that_the_rules_do_not_know_closes_everything() -> None:
    odd = replace(check(), signs={**check().signs, "Z1": NO})
    assert standing(story((0, odd))) is Standing.UNFINISHED


@pytest.mark.parametrize("question", SEVEN_QUESTIONS)
@pytest.mark.parametrize("answer", [YES, NOT_SURE])
def test_a_yes_or_not_sure_at_the_gate_ends_the_check(question: str, answer: Answer) -> None:
    ticked = seven(**{question: answer})
    events = story((0, check()), (0, ticked), (0, seven()))
    assert standing(events) is Standing.NEW_SIGN
    assert closed(events) == EVERYTHING
    assert standing(story((0, check()), (0, ticked), (0, check()))) is Standing.VALID
    assert standing(story((0, ticked))) is Standing.NEW_SIGN  # without any check as well


def test_a_sign_told_in_a_session_ends_the_check() -> None:
    assert standing(story((0, check()), (0, sign_told()))) is Standing.NEW_SIGN


def test_the_single_question_opens_the_seven_and_ends_nothing_by_itself() -> None:
    outcome = now(story((0, check()), (0, seven()), (0, single(NOT_SURE))))
    assert outcome is not None
    assert (outcome.standing, outcome.gate) == (Standing.VALID, GateDue.SEVEN)


def test_a_check_from_elsewhere_closes_and_never_opens() -> None:
    own = (0, check("J4"))
    assert closed(story((0, check(), False))) == EVERYTHING
    assert standing(story((0, check(), False))) is Standing.NOT_FROM_HERE
    both = story(own, (0, seven()), (0, check("H1"), False))
    assert closed(both) == {"E2_eyes_closed", "E2_cushion", "E3_straight"}
    assert closed(story(own, (0, check(*CLOT), False))) == EVERYTHING
    assert closed(story(own, (0, CheckAnswers(), False))) == EVERYTHING
    after = story((0, check(*CLOT), False), own, (0, seven()))
    assert closed(after) == {"E2_eyes_closed", "E2_cushion"}  # our own later one decides


def cleared(
    *ticked: str, again: Sequence[str] | None = None, visit: int = 0, on: float = 1
) -> tuple[SafetyEvent, ...]:
    """A check with signs, a clinician's word about it, and the next check with the gate."""
    next_one = check(*(ticked if again is None else again))
    return story((0, check(*ticked)), (on, seen(0, visit)), (on, next_one), (on, seven()))


def test_a_clearance_makes_caution_of_the_rules_of_that_outcome() -> None:
    outcome = now(cleared(*CLOT), days_on(1))
    assert outcome is not None
    assert outcome.locks == CALLED == CLEARED_LOCKS
    assert outcome.page is None
    assert closed(story((0, check(*CLOT)), (1, check(*CLOT))), days_on(1)) == EVERYTHING


def test_a_clearance_does_not_open_the_check_it_is_about() -> None:
    assert closed(story((0, check(*CLOT)), (0, seen(0)))) == EVERYTHING


@pytest.mark.parametrize("visit", [-15, 2])
def test_a_visit_longer_ago_or_still_to_come_clears_nothing(visit: int) -> None:
    assert closed(cleared(*CLOT, visit=visit), days_on(1)) == EVERYTHING


def test_a_clearance_lasts_for_14_days_from_the_visit() -> None:
    events = cleared(*CLOT, visit=-10)
    assert closed(events, days_on(4)) != EVERYTHING
    assert closed(events, days_on(5)) == EVERYTHING


@pytest.mark.parametrize("ticked", [("A1",), ("A1", "B1"), ("I1", "I2")])
def test_what_is_an_emergency_is_never_cleared(ticked: tuple[str, ...]) -> None:
    assert asks_clearance(rules(), story((0, check(*ticked)))) is None
    assert closed(cleared(*ticked), days_on(1)) == EVERYTHING


@pytest.mark.parametrize("age", [17, None])
def test_an_age_out_of_scope_is_never_cleared(age: int | None) -> None:
    young = check("D2a", age=age)
    events = story((0, young), (1, seen(0)), (1, young), (1, seven()))
    assert closed(events, days_on(1)) == EVERYTHING


def test_a_clearance_clears_the_rules_that_decided_and_no_others() -> None:
    """DVT-SIGN decided; LIGAMENT was below it and still closes, until it is cleared as well."""
    ticked = ("B1", "C0", "C7")
    events = cleared(*ticked)
    assert closed(events, days_on(1)) == EVERYTHING
    assert asks_clearance(rules(), events) == name(2)
    last = (*events, *story((2, seen(2, 1)), (2, check(*ticked)), (2, seven()), first=4))
    assert closed(last, days_on(2)) == CALLED | {"E3", "E3_straight", "E4"}


def test_a_sign_that_was_not_ticked_then_takes_the_clearance_away_for_good() -> None:
    assert closed(cleared(*CLOT, again=("B1", "J8")), days_on(1)) == EVERYTHING
    with_more = story((0, check(*CLOT)), (1, seen(0)), (1, check("B1", "J8")))
    back = (*with_more, *story((1, check(*CLOT)), (1, seven()), first=3))
    assert closed(back, days_on(1)) == EVERYTHING


def test_fewer_signs_keep_it_and_a_new_sign_at_the_gate_takes_it() -> None:
    assert closed(cleared("B1", "B2", again=("B1",)), days_on(1)) == CALLED
    told_later = story((1, seven(leg=YES)), (1, check(*CLOT)), (1, seven()), first=4)
    events = (*cleared(*CLOT), *told_later)
    assert closed(events, days_on(1)) == EVERYTHING


def test_a_sign_from_elsewhere_takes_a_clearance_away_and_the_coming_one_as_well() -> None:
    arrived = (1, check("J4"), False)
    assert closed((*cleared(*CLOT), *story(arrived, first=4)), days_on(1)) == EVERYTHING
    ticked = check(*CLOT)
    events = story((0, ticked), arrived, (1, seen(0)), (1, ticked), (1, seven()))
    assert closed(events, days_on(1)) == EVERYTHING


def test_a_clock_set_back_does_not_make_a_visit_younger() -> None:
    events = (*cleared(*CLOT, visit=-10), *story((5, seven()), first=4))
    assert closed(events, days_on(1)) == EVERYTHING


def test_a_clearance_from_elsewhere_or_about_another_check_clears_nothing() -> None:
    ticked = check(*CLOT)
    for word in [(1, seen(0), False), (1, seen(7))]:
        assert closed(story((0, ticked), word, (1, ticked), (1, seven())), days_on(1)) == EVERYTHING
    late = story((0, ticked), (0, ticked), (1, seen(0)), (1, ticked), (1, seven()))
    assert closed(late, days_on(1)) == EVERYTHING


@pytest.mark.parametrize(
    ("ticked", "asked"), [((), None), (("J4",), None), (("D2a",), 0), (("B1",), 0), (("A1",), None)]
)
def test_the_next_check_asks_after_what_had_to_be_seen(
    ticked: tuple[str, ...], asked: int | None
) -> None:
    found = asks_clearance(rules(), story((0, check(*ticked))))
    assert found == (None if asked is None else name(asked))


# Properties over stories of any kind.

SIGNS = ("A1", "B1", "B5", "CR6", "CR4", "C0", "C7", "D2a", "D2c", "G1", "G1a", "H1", "J4", "J8")
ticks = st.lists(st.sampled_from(SIGNS), max_size=2, unique=True)
ages = st.sampled_from((35, 35, 35, 71, 17, None))
checks = st.builds(lambda signs, age, pain: check(*signs, age=age, pain=pain), ticks, ages,
                   st.sampled_from((0, 0, 0, 6, 8, None)))  # fmt: skip
answers = st.sampled_from((NO, NO, NO, YES, NOT_SURE))
gates = st.one_of(
    st.just(seven()),
    st.builds(
        lambda one, answer: seven(**{one: answer}), st.sampled_from(SEVEN_QUESTIONS), answers
    ),
    st.builds(single, answers),
    st.just(GateGiven(GateKind.SEVEN, {"leg": NO})),
)
words = st.builds(seen, st.integers(0, 5), st.integers(-16, 16))
ends = st.one_of(st.just(sign_told()), st.builds(found_expired, st.integers(0, 5)))
told = st.one_of(checks, checks, checks, gates, gates, words, words, ends)
days = st.sampled_from((0.0, 0.0, 0.5, 1.0, 3.0, 13.0, 20.0, -5.0))
stories = st.lists(st.tuples(days, told, st.sampled_from((True, True, True, False))), max_size=7)
many = how_many(max_examples=250, deadline=None)


def made(items: Sequence[tuple[float, Told, bool]]) -> tuple[SafetyEvent, ...]:
    return story(*items)


def newest(events: Sequence[SafetyEvent]) -> int:
    return max(n for n, e in enumerate(events) if e.own and isinstance(e.told, CheckAnswers))


def is_sign(told_one: Told) -> bool:
    if isinstance(told_one, CheckEnded):
        return told_one.reason is EndReason.SIGN
    return isinstance(told_one, GateGiven) and told_one.kind is GateKind.SEVEN and told_one.ticked


@many
@given(stories, days)
def test_never_more_is_open_than_the_newest_check_and_its_clearance_allow(
    items: list[tuple[float, Told, bool]], day: float
) -> None:
    events, at = made(items), days_on(day)
    outcome = check_now(rules(), events, at)
    opened = open_locks(outcome)
    if outcome is None:
        assert not any(isinstance(e.told, CheckAnswers) or is_sign(e.told) for e in events)
        assert not opened & NEEDS_GATE
        return
    if not opened:
        return
    place = newest(events)
    check_told = events[place].told
    assert isinstance(check_told, CheckAnswers)
    assert unanswered(rules(), check_told) == ()
    assert -60 <= at.at - events[place].when.at < VALID_S
    assert not any(is_sign(e.told) for e in events[place:])
    raw = outcome_of(rules(), check_told)
    if raw.level >= Level.SEE_SOON:
        assert raw.level is not Level.EMERGENCY
        assert not opened & CLEARED_LOCKS
        visits = [
            e.told.seen for e in events[:place] if e.own and isinstance(e.told, ClearanceGiven)
        ]
        assert any(0 <= (at.day - visit).days <= 14 for visit in visits)
    else:
        assert not opened & set(raw.locks)
    if opened & NEEDS_GATE:
        passed = [e for e in events[place:] if isinstance(e.told, GateGiven) and e.told.clear]
        assert any(e.own and abs(at.at - e.when.at) < DAY_S for e in passed)


@many
@given(stories, days, st.integers(0, 6), st.sampled_from(SIGNS), st.sampled_from((YES, NOT_SURE)))
def test_adding_a_sign_to_any_check_never_opens(
    items: list[tuple[float, Told, bool]], day: float, place: int, sign: str, answer: Answer
) -> None:
    events = made(items)
    if place >= len(events) or not isinstance(events[place].told, CheckAnswers):
        return
    before = events[place].told
    assert isinstance(before, CheckAnswers)
    if place != len(events) - 1 and any(e.own for e in events[place + 1 :]):
        return  # what an earlier check was asked about a clearance later is another story
    more = replace(before, signs={**before.signs, sign: answer})
    changed = (*events[:place], replace(events[place], told=more), *events[place + 1 :])
    assert open_locks(now(changed, days_on(day))) <= open_locks(now(events, days_on(day)))


@many
@given(stories, days, st.integers(0, 7), st.one_of(checks, st.just(seven(foot=YES)), ends))
def test_what_arrives_from_elsewhere_never_opens(
    items: list[tuple[float, Told, bool]], day: float, place: int, arrived: Told
) -> None:
    events = made(items)
    extra = SafetyEvent("f" * 32, days_on(day), arrived, own=False)
    changed = (*events[:place], extra, *events[place:])
    assert open_locks(now(changed, days_on(day))) <= open_locks(now(events, days_on(day)))


@many
@given(stories, days, st.integers(0, 6))
def test_an_event_that_turns_out_not_to_be_ours_never_opens(
    items: list[tuple[float, Told, bool]], day: float, last: int
) -> None:
    """So it is with a history changed by hand: what stands before the change is ours no more."""
    events = made(items)
    changed = tuple(replace(e, own=e.own and n > last) for n, e in enumerate(events))
    assert open_locks(now(changed, days_on(day))) <= open_locks(now(events, days_on(day)))


@many
@given(stories, days, st.integers(0, 7), st.sampled_from((seven(heat=NOT_SURE), sign_told())))
def test_a_new_sign_closes_everything_that_was_open_before_the_next_check(
    items: list[tuple[float, Told, bool]], day: float, place: int, sign: Told
) -> None:
    events = made(items)
    changed = (*events[:place], SafetyEvent("f" * 32, days_on(day), sign, True), *events[place:])
    assert open_locks(now(changed, days_on(day))) <= open_locks(now(events, days_on(day)))
