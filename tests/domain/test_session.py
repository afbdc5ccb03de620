from __future__ import annotations

import pytest

from kneecoach.domain.history import CountCorrection
from kneecoach.domain.plan import Pace
from kneecoach.domain.session import (
    Event,
    Record,
    State,
    advance,
    counts,
    elapsed,
    next_moment,
    time_played,
)
from tests.domain.sample import LEFT, RAISE, RIGHT, STRETCH, at, item, opened, started


def keys(session):
    return [record.key for record in session.records]


def test_a_session_waits_for_its_start():
    session = opened(item(RAISE))
    assert at(session, 60_000) == session
    assert session.state is State.READY


def test_the_count_in_leads_to_the_first_phase():
    session = at(started(item(RAISE)), 5_000)
    assert (session.step.phase, elapsed(session, 5_000)) == ("lift", 0)


def test_a_late_tick_carries_its_overrun_into_the_next_step():
    session = at(started(item(RAISE)), 7_250)
    assert (session.step.phase, elapsed(session, 7_250)) == ("hold", 250)


def test_a_repetition_is_recorded_when_the_leg_is_down():
    before, after = at(started(item(RAISE)), 9_999), at(started(item(RAISE)), 10_000)
    assert before.records == ()
    assert after.records == (Record(0, 1, 1, 5_000),)


def test_one_very_late_tick_plays_the_whole_session():
    session = at(started(item(RAISE)), 3_600_000)
    assert session.state is State.FINISHED
    assert keys(session) == [(0, s, r) for s in (1, 2) for r in (1, 2, 3)]
    assert time_played(session, 9_999_999) == (84_000,)


def test_a_pause_keeps_the_fraction_of_a_second_and_going_on_counts_in_three():
    session = advance(started(item(STRETCH)), Event.PAUSE, 10_345)
    assert (session.state, elapsed(session, 99_999)) == (State.PAUSED, 2_345)
    session = advance(session, Event.RESUME, 100_000)
    assert (session.state, elapsed(session, 102_999)) == (State.COUNTING_IN, 2_345)
    session = at(session, 103_100)
    assert (session.state, elapsed(session, 103_100)) == (State.RUNNING, 2_445)


def test_the_count_in_after_a_pause_is_no_playing_time():
    session = advance(started(item(STRETCH)), Event.PAUSE, 9_000)
    session = at(advance(session, Event.RESUME, 50_000), 54_000)
    assert time_played(session, 54_000) == (10_000,)


def test_a_hold_is_credited_once_with_its_length():
    session = at(started(item(STRETCH)), 28_000)
    assert session.records == (Record(0, 1, 1, 20_000),)
    assert counts(session) == {(0, 1): 20}


def test_a_hold_left_early_keeps_the_time_it_was_held():
    session = advance(started(item(STRETCH)), Event.SKIP, 8_000 + 12_400)
    assert session.records == (Record(0, 1, 1, 12_400),)
    assert session.step.kind.value == "rest"
    assert counts(session) == {(0, 1): 12}


def test_a_hold_of_less_than_a_second_is_none():
    assert advance(started(item(STRETCH)), Event.SKIP, 8_999).records == ()


def test_a_repetition_that_was_not_finished_is_not_recorded():
    assert advance(started(item(RAISE)), Event.SKIP, 9_000).records == ()


def test_skipping_a_wait_leads_to_the_work_after_it_with_a_short_count_in():
    session = advance(started(item(RAISE)), Event.SKIP, 1_000)
    assert (session.step.phase, session.state) == ("lift", State.COUNTING_IN)
    assert at(session, 4_000).state is State.RUNNING


def test_skipping_a_set_leads_to_its_rest():
    session = advance(started(item(RAISE)), Event.SKIP, 6_000)
    assert (session.step.kind.value, session.step.set) == ("rest", 2)
    assert session.state is State.RUNNING


def test_skipping_the_last_set_finishes():
    session = advance(started(item(RAISE)), Event.SKIP, 5_500)
    session = advance(session, Event.SKIP, 6_000)
    assert advance(session, Event.SKIP, 7_000).state is State.FINISHED


def test_skipping_an_exercise_skips_its_other_side_too():
    session = advance(started(item(STRETCH, LEFT, RIGHT), item(RAISE)), Event.SKIP_EXERCISE, 6_000)
    assert (session.part.exercise, session.step.kind.value) == ("leg_raise", "between")


def test_back_leads_to_the_start_of_the_set_and_keeps_what_was_done():
    session = advance(started(item(RAISE)), Event.BACK, 5_000 + 6_000 + 1_000)
    assert (session.step.rep, session.step.phase) == (1, "lift")
    assert session.state is State.COUNTING_IN
    assert keys(session) == [(0, 1, 1)]


def test_doing_a_repetition_again_does_not_double_it():
    session = advance(started(item(RAISE)), Event.BACK, 12_000)
    session = at(session, 12_000 + 3_000 + 5_000)
    assert session.records == (Record(0, 1, 1, 5_000),)


def test_back_twice_leads_to_the_exercise_before():
    session = started(item(STRETCH), item(RAISE))
    session = at(session, 5_000 + 3 * 25_000 + 2 * 5_000 + 15_000 + 5_000)
    assert session.part.exercise == "leg_raise"
    session = advance(session, Event.BACK, 111_000)
    assert (session.part.exercise, session.step.set) == ("leg_raise", 1)
    session = advance(session, Event.BACK, 111_500)
    assert (session.part.exercise, session.step.set) == ("hamstring_bent", 1)


def test_back_in_a_rest_leads_to_the_set_just_done():
    session = advance(started(item(RAISE)), Event.BACK, 5_000 + 17_000 + 3_000)
    assert (session.step.kind.value, session.step.set, session.step.rep) == ("phase", 1, 1)


def test_back_in_the_first_count_in_begins_it_again():
    session = advance(started(item(RAISE)), Event.BACK, 4_000)
    assert (session.index, elapsed(session, 4_000)) == (0, 0)
    session = advance(session, Event.BACK, 4_500)
    assert (session.index, session.state) == (0, State.RUNNING)


def test_skip_and_back_while_paused_stay_paused():
    session = advance(started(item(RAISE)), Event.PAUSE, 6_000)
    assert advance(session, Event.SKIP, 7_000).state is State.PAUSED
    assert advance(session, Event.BACK, 7_000).state is State.PAUSED


def test_at_ones_own_pace_only_counting_moves_on():
    session = at(started(item(RAISE), pace=Pace.OWN), 600_000)
    assert (session.step.rep, session.records) == (1, ())
    session = advance(session, Event.COUNT, 601_000)
    assert session.step.rep == 2
    assert session.records == (Record(0, 1, 1, 596_000),)


def test_a_count_never_passes_its_target():
    session = at(started(item(RAISE), pace=Pace.OWN), 5_000)
    for press in range(20):
        session = advance(session, Event.COUNT, 6_000 + press)
    assert counts(session) == {(0, 1): 3}
    assert session.step.kind.value == "rest"


def test_counting_while_paused_counts_nothing():
    session = at(started(item(RAISE), pace=Pace.OWN), 5_000)
    session = advance(session, Event.PAUSE, 6_000)
    assert advance(session, Event.COUNT, 7_000).records == ()


def test_counting_a_guided_repetition_finishes_it_now():
    session = advance(started(item(RAISE)), Event.COUNT, 8_500)
    assert session.records == (Record(0, 1, 1, 3_500),)
    assert (session.step.rep, session.step.phase) == (2, "lift")


def test_counting_in_the_pause_after_a_repetition_does_not_count_it_twice():
    session = advance(started(item(RAISE)), Event.COUNT, 10_500)
    assert keys(session) == [(0, 1, 1)]
    assert session.step.rep == 2


def test_one_less_does_the_repetition_before_again():
    session = advance(started(item(RAISE)), Event.LESS, 12_000)
    assert (session.step.rep, session.step.phase) == (1, "lift")


@pytest.mark.parametrize(("event", "ms"), [(Event.MORE, 25_000), (Event.LESS, 15_000)])
def test_a_hold_can_be_made_longer_or_shorter_by_five_seconds(event, ms):
    session = advance(started(item(STRETCH)), event, 9_000)
    assert session.step.ms == ms
    assert at(session, 8_000 + ms).records == (Record(0, 1, 1, ms),)


def test_a_rest_can_be_made_longer_by_ten_seconds():
    session = advance(started(item(RAISE)), Event.MORE, 5_000 + 17_000 + 1_000)
    assert session.step.ms == 55_000


def test_a_wait_shortened_as_far_as_it_goes_still_counts_in():
    session = advance(started(item(RAISE)), Event.LESS, 1_500)
    assert (session.step.kind.value, session.step.ms) == ("count_in", 4_500)
    assert advance(session, Event.LESS, 4_000).step.ms == 4_500


def test_a_correction_wins_over_what_was_counted():
    session = at(started(item(RAISE)), 3_600_000)
    session = advance(session, CountCorrection(0, 2, 1), 3_600_000)
    assert counts(session) == {(0, 1): 3, (0, 2): 1}
    session = advance(session, CountCorrection(0, 2, 2), 3_600_001)
    assert counts(session) == {(0, 1): 3, (0, 2): 2}


def test_a_stopped_session_stays_as_it_is():
    session = advance(started(item(STRETCH)), Event.STOP, 8_000 + 5_000)
    assert counts(session) == {(0, 1): 5}
    for event in set(Event) - {Event.REOPEN}:
        assert advance(session, event, 90_000) == session


def test_a_clock_that_goes_back_changes_nothing():
    session = at(started(item(RAISE)), 7_500)
    assert at(session, 1_000) == session
    assert elapsed(session, 1_000) == 0


def test_the_next_moment_is_the_next_second_or_the_end_of_the_step():
    session = started(item(RAISE))
    assert next_moment(session, 0) == 1000
    assert next_moment(session, 1_300) == 700
    assert next_moment(session, 4_999) == 1


def test_nothing_is_due_while_the_session_waits_for_the_person():
    paused = advance(started(item(RAISE)), Event.PAUSE, 1_000)
    own = at(started(item(RAISE), pace=Pace.OWN), 6_000)
    assert next_moment(paused, 2_000) is None
    assert next_moment(own, 6_000) is None
    assert next_moment(at(started(item(RAISE)), 999_999), 999_999) is None


def test_sixteen_pauses_lose_no_time():
    session, now = started(item(STRETCH)), 8_000
    for number in range(16):
        now += 1_237
        session = advance(session, Event.PAUSE, now)
        now += 500 + number
        session = advance(session, Event.RESUME, now)
        now += 3_000
    assert elapsed(at(session, now), now) == 16 * 1_237


def test_a_hold_shortened_again_and_again_keeps_what_counts_as_one():
    session = started(item(STRETCH))
    for press in range(6):
        session = advance(session, Event.LESS, 8_000 + press)
    session = at(session, 9_000)
    [record] = session.records
    assert record.ms == 1_000
    assert counts(session) == {(0, 1): 1}
