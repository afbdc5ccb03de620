"""What the stage shows is a function of the timeline and the clock."""

from __future__ import annotations

import pytest

from kneecoach.domain.catalogue import Motion
from kneecoach.domain.figure import still_of
from kneecoach.domain.idle import NOT_IDLE, idle_at
from kneecoach.domain.loop import loop_of
from kneecoach.domain.plan import Pace
from kneecoach.domain.progress import State
from kneecoach.domain.scene import (
    MOVING,
    QUIET,
    Scene,
    Stance,
    cut,
    frame_start,
    next_look,
    scene_at,
)
from kneecoach.domain.session import Event, Session, advance, next_moment
from kneecoach.domain.wall import Wall
from tests.domain.sample import LEFT, MASSAGE, RAISE, RIGHT, STRETCH, at, item, started
from tests.figure.files import movement

SET = 5_000 + 17_000  # ms: count-in and three repetitions of the leg raise


def seen(session: Session, now: int, *, calm: bool = False) -> Scene:
    return scene_at(at(session, now), now, calm)


def test_the_person_moves_with_the_phase():
    scenes = [seen(started(item(RAISE)), 5_000 + ms).now for ms in (0, 500, 2_000, 3_000)]
    assert [(s.phase, s.ms) for s in scenes] == [
        ("lift", 0),
        ("lift", 500),
        ("hold", 0),
        ("lower", 0),
    ]
    heights = [s.body(movement("leg_raise")).near_leg.ankle[1] for s in scenes]
    assert heights[0] < heights[1] < heights[2] == heights[3]


@pytest.mark.parametrize("ms", [5_100, 5_777, 7_300, 8_990, 10_400, SET + 300])
def test_the_same_moment_is_the_same_scene_after_a_pause(ms: int):
    session = at(started(item(RAISE)), ms)
    paused = advance(session, Event.PAUSE, ms)
    resumed = advance(advance(paused, Event.RESUME, ms + 9_000), Event.TICK, ms + 12_000)
    assert resumed.state is State.RUNNING
    assert scene_at(resumed, ms + 12_000, False) == scene_at(session, ms, False)


def test_a_pause_holds_the_person_and_dims_the_glow():
    session = advance(at(started(item(STRETCH)), 12_345), Event.PAUSE, 12_345)
    early, late = scene_at(session, 12_345, False), scene_at(session, 99_999, False)
    assert early == late
    assert (early.wall, early.dim) == (Wall.PAUSED, 0.35)
    assert next_look(session, 99_999, False) is None


def test_going_back_rewinds():
    session = at(started(item(RAISE)), 9_200)
    back = advance(session, Event.BACK, 9_200)
    again = advance(back, Event.TICK, 9_200 + 3_000 + 1_300)
    assert again.state is State.RUNNING
    assert scene_at(again, 13_500, False) == seen(started(item(RAISE)), 6_300)


@pytest.mark.parametrize("rate", [MOVING, QUIET])
def test_a_moment_is_drawn_as_the_beginning_of_its_frame(rate: int):
    starts = {cut(ms, rate) for ms in range(2_000)}
    assert starts == {frame_start(n, rate) for n in range(2 * rate)}
    assert all(cut(ms, rate) <= ms for ms in range(2_000))


def looks(session: Session, begin: int, end: int, *, calm: bool = False) -> int:
    """How often the player looks between two readings."""
    now, count = begin, 0
    while now < end:
        session = at(session, now)
        due = next_look(session, now, calm)
        assert due is not None
        assert due >= 1
        now += due
        count += 1
    return count


def test_it_looks_thirty_times_a_second_while_the_body_moves_and_ten_while_it_waits():
    session = started(item(RAISE))
    assert looks(session, 5_000, 7_000) >= 60
    assert looks(session, SET + 1_000, SET + 11_000) == 100
    assert looks(session, 5_000 + 600, 6_600, calm=True) == 10


def test_no_look_comes_after_something_was_due():
    session = started(item(RAISE))
    for now in range(0, SET + 8_000, 37):
        here = at(session, now)
        moment = next_moment(here, now)
        due = next_look(here, now, False)
        assert moment is not None
        assert due is not None
        assert due <= moment


def test_nobody_looks_at_ones_own_pace():
    session = at(started(item(RAISE), pace=Pace.OWN), 6_000)
    assert next_look(session, 6_000, False) is None
    assert scene_at(session, 6_000, False).now.still
    assert scene_at(session, 6_000, False).wall_share == 1.0


def test_the_wall_fades_into_the_next_in_tenths():
    session = started(item(RAISE))
    shares = [seen(session, 5_000 + ms).wall_share for ms in range(0, 700, 50)]
    assert shares == sorted(shares)
    assert (shares[0], shares[-1]) == (0.0, 1.0)
    assert len(set(shares)) <= 11
    first = seen(session, 5_000)
    assert (first.wall_before, first.wall) == (Wall.READY, Wall.LIFT)


def test_the_person_turns_round_where_sides_change():
    session = started(item(STRETCH, LEFT, RIGHT))
    switch = 5_000 + 85_000
    turning = [seen(session, switch + ms) for ms in range(0, 500, 50)]
    assert all(s.turns and s.before is not None for s in turning)
    assert {s.before.mirrored for s in turning if s.before} == {True}
    assert not any(s.now.mirrored for s in turning)
    assert [s.share for s in turning] == sorted(s.share for s in turning)
    after = seen(session, switch + 500)
    assert (after.turns, after.before) == (False, None)


def test_one_exercise_fades_into_the_next():
    session = started(item(RAISE), item(STRETCH))
    ends = SET + 45_000 + 17_000
    fading = seen(session, ends + 300)
    assert fading.before is not None
    assert (fading.before.exercise, fading.now.exercise) == ("leg_raise", "hamstring_bent")
    assert 0 < fading.share < 1
    assert seen(session, ends + 700).before is None


def test_the_end_pose_is_shown_before_the_work():
    session = started(item(RAISE))
    shown = [ms for ms in range(0, SET + 46_000, 500) if seen(session, ms).ghost]
    assert shown == [*range(0, 5_000, 500), *range(SET + 40_000, SET + 45_000, 500)]


def test_reduced_motion_stands_in_key_poses_with_all_help():
    session = started(item(RAISE, LEFT, RIGHT))
    poses = {
        seen(session, 5_250 + ms, calm=True).now.body(movement("leg_raise"))
        for ms in range(0, 1_700, 100)
    }
    assert len(poses) == 1
    for ms in range(0, 2 * SET + 45_000 + 8_000, 770):
        scene = seen(session, ms, calm=True)
        assert (scene.ghost, scene.arc, scene.turns) == (True, True, False)
        assert scene.now.body(movement("leg_raise")) in _key_poses()
        assert scene.wall_share == 1.0


def _key_poses():
    session = started(item(RAISE))
    moments = (0, 6_000, 7_500, 9_000, 10_500)
    return {seen(session, ms, calm=True).now.body(movement("leg_raise")) for ms in moments}


def test_reduced_motion_cross_fades_in_a_quarter_of_a_second():
    session = started(item(RAISE))
    fading = [seen(session, 5_000 + ms, calm=True) for ms in range(0, 300, 10)]
    gone = [s.before is None for s in fading]
    assert gone == sorted(gone)
    assert 250 <= 10 * gone.index(True) < 250 + 1_000 / MOVING
    assert fading[0].share == 0.0


def test_strokes_go_round_again_and_again():
    one = movement("massage_calf")
    cycle = one.phases["stroke"].cycle_ms
    first, second, other = (
        Stance("massage_calf", False, "stroke", Motion.STROKE, ms, 60_000).body(one)
        for ms in (1_000, cycle + 1_000, 2_000)
    )
    assert first == second != other


def test_the_end_is_told_at_ease():
    scene = seen(started(item(RAISE)), 600_000)
    assert (scene.now.exercise, scene.wall, scene.before) == ("at_ease", Wall.DONE, None)
    assert (scene.ghost, scene.arc, scene.mirrored) == (False, False, False)


def test_idle_life_begins_and_ends_at_rest():
    for sway in (0.0, 1.0, 2.2):
        assert idle_at(0, 20_000, sway) == NOT_IDLE
        assert idle_at(20_000, 0, sway) == NOT_IDLE
        middle = [idle_at(ms, 20_000 - ms, sway) for ms in range(3_000, 17_000, 100)]
        assert min(i.pulse for i in middle) == pytest.approx(0.86, abs=0.03)
        assert max(i.pulse for i in middle) == 1.0
        assert any(i.breath for i in middle) is (sway == 0)
        assert max(abs(i.breath) for i in middle) <= 0.7
        assert max(abs(i.sway) for i in middle) <= 1.55 * sway + 0.05


def test_a_loop_goes_at_half_speed_from_its_still_picture_and_comes_back_to_it():
    loop = loop_of(RAISE, movement("leg_raise"))
    assert loop.length_ms == 6_000
    begin, end = loop.shown_ms(0), loop.shown_ms(2 * 6_000)
    assert end - begin == 6_000
    assert loop.stance(begin, False) == loop.stance(end, False)
    still, _ = still_of(movement("leg_raise"))
    first = loop.stance(begin, False).body(movement("leg_raise"))
    assert first.near_leg.ankle == pytest.approx(still.near_leg.ankle, abs=1.0)


def test_a_loop_of_a_hold_or_of_strokes_is_short():
    stretch = loop_of(STRETCH, movement("hamstring_bent"))
    assert [(p.name, p.motion) for p in stretch.phases][1] == ("hold", Motion.HOLD)
    assert stretch.length_ms == 7_000
    massage = loop_of(MASSAGE, movement("massage_calf"))
    assert massage.length_ms == movement("massage_calf").phases["stroke"].cycle_ms


def test_a_loop_can_be_looked_at_where_a_phase_is_seen_best():
    loop = loop_of(RAISE, movement("leg_raise"))
    moments = {name: loop.moment_of(name) for name in ("ready", "lift", "hold", "lower")}
    assert moments == {"ready": 0, "lift": 1_999, "hold": 2_500, "lower": 4_999}
    assert [loop.phase_at(ms)[0].name for ms in moments.values()] == [
        *("lift", "lift", "hold", "lower"),
    ]
    with pytest.raises(KeyError):
        loop.moment_of("balance")


def test_nothing_glows_in_a_loop_of_what_is_closed():
    loop = loop_of(MASSAGE, movement("massage_calf"))
    assert [loop.scene(0, False, help_shown=True, glows=on).dim for on in (True, False)] == [1, 0]
