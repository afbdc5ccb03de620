from __future__ import annotations

from kneecoach.domain.plan import Pace
from kneecoach.domain.session import Event, advance
from kneecoach.domain.view import Caption, view
from kneecoach.domain.wall import Wall
from tests.domain.sample import LEFT, RAISE, RIGHT, STRETCH, at, item, opened, started


def seen(session, now):
    return view(at(session, now), now)


def test_before_the_start_it_is_ready():
    picture = view(opened(item(RAISE)), 0)
    assert (picture.word, picture.wall, picture.digits) == ("ready", Wall.READY, 5)


def test_the_count_in_counts_down_from_five():
    session = started(item(RAISE))
    assert [seen(session, ms).digits for ms in (0, 1, 1000, 4001, 4999)] == [5, 5, 4, 1, 1]
    assert seen(session, 2500).ring == 0.5


def test_a_short_repetition_shows_its_number():
    picture = seen(started(item(RAISE)), 12_000)
    assert (picture.word, picture.digits, picture.caption) == ("lift", 2, Caption.OF)
    assert (picture.reps, picture.set, picture.part.reps_a_set) == (1, 1, 3)


def test_lifting_fills_the_ring_and_lowering_drains_it():
    session = started(item(RAISE))
    assert seen(session, 5_500).ring == 0.25
    assert seen(session, 8_500).ring == 0.75
    assert (seen(session, 5_500).ticks, seen(session, 8_500).wall) == (2, Wall.LOWER)


def test_a_hold_shows_the_seconds_left_on_an_apricot_wall():
    picture = seen(started(item(STRETCH)), 8_000 + 7_300)
    assert (picture.word, picture.digits, picture.caption) == ("hold", 13, Caption.SECONDS)
    assert picture.wall is Wall.HOLD


def test_a_rest_leads_to_the_next_set():
    picture = seen(started(item(RAISE)), 5_000 + 17_000 + 5_000)
    assert (picture.word, picture.wall, picture.set, picture.reps) == ("rest", Wall.REST, 2, 0)
    assert picture.digits == 40


def test_changing_sides_names_the_side_it_leads_to():
    session = started(item(STRETCH, LEFT, RIGHT))
    picture = seen(session, 5_000 + 85_000 + 1_000)
    assert (picture.word, picture.wall, picture.part.side) == ("switch", Wall.SWAP, RIGHT)
    assert picture.following is None


def test_the_next_part_is_told():
    picture = seen(started(item(RAISE), item(STRETCH)), 6_000)
    assert picture.following is not None
    assert picture.following.exercise == "hamstring_bent"


def test_a_pause_freezes_everything_on_a_grey_wall():
    session = advance(started(item(STRETCH)), Event.PAUSE, 12_300)
    early, late = view(session, 12_300), view(session, 99_000)
    assert early == late
    assert (early.word, early.wall) == ("paused", Wall.PAUSED)


def test_going_on_counts_three_two_one():
    session = advance(started(item(STRETCH)), Event.PAUSE, 12_300)
    session = advance(session, Event.RESUME, 20_000)
    assert [view(session, ms).digits for ms in (20_000, 21_000, 22_999)] == [3, 2, 1]
    assert view(session, 20_000).word == "ready"


def test_at_ones_own_pace_the_number_of_the_repetition_is_shown():
    session = advance(started(item(RAISE), pace=Pace.OWN), Event.COUNT, 6_000)
    picture = view(session, 7_000)
    assert (picture.digits, picture.caption, picture.ticks) == (2, Caption.OF, 0)


def test_at_the_end_all_is_done():
    picture = seen(started(item(RAISE)), 600_000)
    assert (picture.word, picture.wall, picture.ring) == ("done", Wall.DONE, 1.0)
    assert picture.reps == 3


def test_a_reading_from_before_does_not_overfill_the_ring():
    session = advance(advance(started(item(RAISE)), Event.PAUSE, 6_000), Event.RESUME, 9_000)
    assert view(session, 8_000).ring == 1.0
