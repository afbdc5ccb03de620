"""The course of a check: what is asked when, what stays open, and what it comes to."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kneecoach.domain import check_questions as asks
from kneecoach.domain import check_run as course
from kneecoach.domain.check import Answer, CheckAnswers, Level, outcome_of
from kneecoach.domain.check_questions import CheckRun, CheckStart
from kneecoach.domain.check_run import CheckGiven
from kneecoach.domain.check_texts import SHOWN_AGAIN
from kneecoach.domain.check_validity import unanswered
from tests.domain.checked import DAY, NO, NOT_SURE, YES, check, rules

SIX = (
    *("right_now", "your_leg", "clot_risk", "injury_and_knee"),
    *("heat_lumps_blood_flow", "nerves_and_health"),
)
RISKS = tuple(name for name in SHOWN_AGAIN if name.startswith("CR"))


def first(age: int | None = 35, **ticked: Answer) -> CheckRun:
    return course.begin(rules(), CheckStart(age, None, ticked, False, DAY))


def repeat(last: CheckAnswers, *, asks_clearance: bool = False) -> CheckRun:
    return course.begin(rules(), CheckStart(None, last, {}, asks_clearance, DAY))


def tell_the_rest(run: CheckRun) -> CheckRun:
    """Whatever is no sign and still open here, in the way that closes nothing."""
    for name in asks.open_here(run):
        match name:
            case asks.AGE:
                run = course.tell_age(run, 35)
            case asks.PAIN:
                run = course.tell_pain(run, 0)
            case asks.CLEARANCE:
                run = course.tell_clearance(run, False)
    return run


def none_here(run: CheckRun) -> CheckRun:
    return course.go_on(tell_the_rest(course.none_of_these(run)))


def to_screen(run: CheckRun, screen: str) -> CheckRun:
    while asks.screen_of(run) != screen:
        run = none_here(run)
    return run


def to_end(run: CheckRun) -> CheckGiven:
    while not run.ended:
        at, run = run.at, none_here(course.as_last_time(run))
        assert run.ended or run.at > at
    ended = course.given(run)
    assert ended is not None
    return ended


def level_of(answers: CheckAnswers) -> Level:
    return outcome_of(rules(), answers).level


def test_a_first_check_has_the_six_screens() -> None:
    assert asks.screens(first()) == SIX


def test_none_of_these_six_times_closes_nothing() -> None:
    ended = to_end(first())
    assert unanswered(rules(), ended.answers) == ()
    assert set(ended.answers.signs) == set(rules().signs)
    assert level_of(ended.answers) is Level.SELF_CARE
    assert ended.seen is None


@pytest.mark.parametrize("run", [first(), repeat(check("CR4", "CR4b", "J1"))])
def test_nothing_is_answered_beforehand(run: CheckRun) -> None:
    assert course.answers(run).signs == {}
    assert course.answers(run).pain_rest is None
    assert asks.open_here(run) == asks.asked(run)
    assert course.go_on(run) == run


def test_an_age_that_was_told_is_not_asked_again_and_a_missing_one_comes_first() -> None:
    run = first(age=None)
    assert asks.screens(run) == (asks.OPENING, *SIX)
    assert asks.asked(run) == (asks.AGE,)
    assert course.go_on(course.none_of_these(run)) == run
    assert asks.screen_of(course.go_on(course.tell_age(run, 74))) == "right_now"
    assert to_end(course.tell_age(run, 74)).answers.age == 74
    assert asks.open_here(course.tell_age(course.tell_age(run, 7), None)) == (asks.AGE,)


def test_what_is_asked_under_a_question_appears_with_a_tick_and_goes_with_a_no() -> None:
    run = to_screen(first(), "injury_and_knee")
    below = {name for name, sign in rules().signs.items() if sign.under == "C0"}
    assert below.isdisjoint(asks.asked(run))
    for tick in (YES, NOT_SURE):
        ticked = course.answer(run, "C0", tick)
        assert below <= set(asks.open_here(ticked))
    told = course.answer(course.answer(run, "C0", YES), "C2", YES)
    taken_back = course.answer(told, "C0", NO)
    assert "C2" not in taken_back.signs
    assert below.isdisjoint(asks.asked(taken_back))
    assert {course.answers(taken_back).signs[name] for name in below} == {NO}
    assert asks.open_here(course.answer(taken_back, "C0", YES)).count("C2") == 1


@pytest.mark.parametrize(("above", "below"), [("C0", "C9"), ("G1", "G1c"), ("CR4", "CR4b")])
def test_a_sign_that_is_not_asked_cannot_be_answered(above: str, below: str) -> None:
    run = to_screen(first(), rules().signs[above].screen)
    with pytest.raises(KeyError):
        course.answer(run, below, YES)
    assert course.answer(course.answer(run, above, NOT_SURE), below, YES).signs[below] is YES


def test_a_sign_of_another_screen_cannot_be_answered() -> None:
    with pytest.raises(KeyError):
        course.answer(first(), "B1", NO)


def test_none_of_these_touches_only_what_is_open_here() -> None:
    run = to_screen(first(), "your_leg")
    run = course.none_of_these(course.answer(run, "B1", NOT_SURE))
    assert run.signs["B1"] is NOT_SURE
    assert run.signs["B2"] is NO
    assert "D1" not in run.signs
    assert asks.ticked_here(run) == 1
    assert asks.ticked_any(run)


@pytest.mark.parametrize("tick", [YES, NOT_SURE])
def test_a_tick_on_the_first_screen_ends_the_check_there(tick: Answer) -> None:
    run = course.answer(first(), "A2", tick)
    assert asks.urgent(run)
    assert course.go_on(run) == run
    run = course.go_on(course.none_of_these(run))
    ended = course.given(run)
    assert ended is not None
    assert set(ended.answers.signs) == {n for n, s in rules().signs.items() if s.screen == SIX[0]}
    assert level_of(ended.answers) is Level.EMERGENCY
    assert course.go_back(run) == run


def test_a_tick_on_a_later_screen_goes_on_to_the_end() -> None:
    run = course.answer(to_screen(first(), "your_leg"), "B1", YES)
    ended = to_end(run)
    assert unanswered(rules(), ended.answers) == ()
    assert outcome_of(rules(), ended.answers).rules == ("DVT-SIGN",)


def test_back_keeps_what_was_answered() -> None:
    run = to_screen(first(), "clot_risk")
    back = course.go_back(course.go_back(run))
    assert asks.screen_of(back) == "right_now"
    assert back.signs == run.signs
    assert course.go_back(back) == back
    assert course.go_on(course.go_on(back)) == run


def test_signs_from_before_the_check_stay_and_take_their_question_with_them() -> None:
    run = first(B2=NOT_SURE, C4=YES, D1=NO)
    assert dict(run.signs) == {"B2": NOT_SURE, "C4": YES, "C0": YES}
    ended = to_end(run)
    assert ended.answers.signs["B2"] is NOT_SURE
    assert ended.answers.signs["C4"] is YES
    assert ended.answers.signs["D1"] is NO
    assert level_of(ended.answers) is Level.SAME_DAY


def test_a_sign_from_before_the_check_can_be_urgent() -> None:
    run = none_here(first(A5=YES))
    assert course.given(run) is not None


def test_an_unknown_sign_from_before_is_refused() -> None:
    with pytest.raises(KeyError):
        first(Z9=YES)


def test_a_repeat_confirms_age_history_and_risks_and_asks_the_signs_afresh() -> None:
    run = repeat(check("B1", "CR4", "J1"))
    assert asks.screens(run) == (asks.OPENING, *(name for name in SIX if name != "clot_risk"))
    assert asks.asked(run)[0] == asks.AGE
    assert set(asks.asked(run)) == {asks.AGE, *SHOWN_AGAIN} - {"CR4b"}
    assert asks.ticked_last(run) == ("CR4", "J1")
    assert asks.asked(run)[1:3] == ("CR4", "J1")
    later = to_screen(tell_the_rest(course.as_last_time(run)), "your_leg")
    assert asks.open_here(later) == asks.asked(later)
    assert "J1" not in asks.asked(to_screen(later, "nerves_and_health"))


def test_a_repeat_asks_everything_once() -> None:
    run, seen = repeat(check("CR4", "CR4b", "I4")), list[str]()
    while not run.ended:
        seen += asks.asked(run)
        run = none_here(course.as_last_time(run))
    assert sorted(seen) == sorted({*seen})
    asked_under = {name for name, sign in rules().signs.items() if sign.under} - {"CR4b"}
    assert {*seen} == {*rules().signs, asks.AGE, asks.PAIN} - asked_under


def test_none_of_these_does_not_take_away_what_was_ticked_last_time() -> None:
    run = course.none_of_these(repeat(check("CR4", "CR4b", "J1")))
    assert asks.open_here(run) == (asks.AGE, "CR4", "CR4b", "J1")
    same = course.as_last_time(run)
    assert [same.signs[name] for name in ("CR4", "CR4b", "J1")] == [YES, YES, YES]
    other = course.answer(course.answer(run, "J1", NO), "CR4", NO)
    assert asks.open_here(other) == (asks.AGE,)
    assert course.as_last_time(other) == other


def test_as_last_time_says_not_sure_where_that_was_said_and_leaves_new_answers() -> None:
    last = check("J1", "J6")
    last = replace(last, signs={**last.signs, "J1": NOT_SURE})
    run = course.as_last_time(course.answer(repeat(last), "J6", NO))
    assert run.signs == {"J1": NOT_SURE, "J6": NO}


def test_a_check_that_was_left_before_is_repeated_without_its_gaps() -> None:
    run = repeat(CheckAnswers(54, None, {"CR1": YES}))
    assert asks.ticked_last(run) == ("CR1",)
    assert unanswered(rules(), to_end(run).answers) == ()


def test_a_clearance_needs_a_yes_and_a_day_within_14_days() -> None:
    begun = repeat(check("J6"), asks_clearance=True)
    assert asks.open_here(begun)[0] == asks.CLEARANCE
    said = course.tell_clearance(begun, True)
    assert asks.SEEN in asks.open_here(said)
    for days, counts in ((0, True), (14, True), (15, False), (400, False)):
        day = DAY - timedelta(days=days)
        run = course.tell_seen(said, day)
        assert course.visit_counts(run) is counts
        assert to_end(run).seen == (day if counts else None)
    with pytest.raises(ValueError, match="2026"):
        course.tell_seen(said, DAY + timedelta(days=1))


def test_without_a_yes_there_is_no_clearance() -> None:
    run = course.tell_seen(course.tell_clearance(repeat(check(), asks_clearance=True), True), DAY)
    taken_back = course.tell_clearance(run, False)
    assert asks.SEEN not in asks.asked(taken_back)
    assert to_end(taken_back).seen is None


def test_a_first_check_can_ask_for_a_clearance_too() -> None:
    run = course.begin(rules(), CheckStart(35, None, {}, True, DAY))
    assert asks.asked(run) == (asks.CLEARANCE,)


@pytest.mark.parametrize("tell", [course.tell_age, course.tell_pain])
@pytest.mark.parametrize("value", [-1, 121])
def test_a_number_beyond_its_scale_is_refused(
    tell: Callable[[CheckRun, int], CheckRun], value: int
) -> None:
    with pytest.raises(ValueError, match=str(value)):
        tell(first(), value)


@st.composite
def courses(draw: st.DrawFn) -> CheckRun:
    """Any check, gone through in any way until it ends."""
    answered = st.dictionaries(st.sampled_from(sorted(rules().signs)), st.sampled_from(Answer))
    last = draw(st.none() | answered.map(lambda signs: CheckAnswers(54, 3, signs)))
    clears = draw(st.booleans())
    ticked = draw(st.dictionaries(st.sampled_from(sorted(rules().signs)), st.just(YES), max_size=2))
    run = course.begin(
        rules(), CheckStart(draw(st.none() | st.just(40)), last, ticked, clears, DAY)
    )
    for _ in range(60):
        run = _step(draw, run)
    while not run.ended:
        run = none_here(course.as_last_time(run))
    return run


def _step(draw: st.DrawFn, run: CheckRun) -> CheckRun:
    if run.ended:
        return run
    signs = [name for name in asks.asked(run) if name not in asks.NO_SIGNS]
    match draw(st.sampled_from(["answer", "answer", "answer", "none", "last", "on", "back"])):
        case "answer" if signs:
            return course.answer(run, draw(st.sampled_from(signs)), draw(st.sampled_from(Answer)))
        case "none":
            return course.none_of_these(run)
        case "last":
            return course.as_last_time(run)
        case "back":
            return course.go_back(run)
        case _:
            return course.go_on(tell_the_rest(run))


@settings(max_examples=60)
@given(courses())
def test_a_check_that_ended_leaves_nothing_unanswered_but_after_an_urgent_end(
    run: CheckRun,
) -> None:
    ended = course.given(run)
    assert ended is not None
    urgent = any(
        answer is not NO and rules().signs[name].screen == SIX[0]
        for name, answer in ended.answers.signs.items()
    )
    if urgent:
        assert level_of(ended.answers) is Level.EMERGENCY
    else:
        assert unanswered(rules(), ended.answers) == ()
        assert ended.answers.age is not None
        assert set(ended.answers.signs) == set(rules().signs)


@settings(max_examples=40)
@given(courses())
def test_what_is_told_is_what_was_answered(run: CheckRun) -> None:
    told = course.answers(run).signs
    assert {name: told[name] for name in run.signs} == dict(run.signs)
    assert {told[name] for name in told.keys() - run.signs.keys()} <= {NO}
    for name, answer in told.items():
        above = rules().signs[name].under
        if above is not None and answer is not NO:
            assert told[above] is not NO
