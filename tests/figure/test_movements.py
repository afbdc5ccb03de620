"""Phases and key poses: what a movement is at which moment."""

from __future__ import annotations

import math
import tomllib
from itertools import pairwise

import pytest

from kneecoach.domain.bones import SHANK, THIGH
from kneecoach.domain.figure import Skeleton, glow_at, pose_at, still_of
from kneecoach.domain.movements import Movement
from tests.figure.files import POSES, book, moments, movement, phases

CATALOGUE = POSES.parent / "catalogue"
NAMES = sorted(book().movements)
HAND_WIDTH = 49.0  # mH


def catalogue_phases() -> dict[str, set[str]]:
    """Every exercise of the catalogue with the names of its phases."""
    found: dict[str, set[str]] = {}
    for path in CATALOGUE.glob("*.toml"):
        for exercise in tomllib.loads(path.read_text(encoding="utf-8"))["exercise"]:
            found[exercise["id"]] = {phase["name"] for phase in exercise["phases"]}
    return found


def test_every_exercise_of_the_catalogue_has_its_movement_and_all_its_phases() -> None:
    wanted = catalogue_phases()
    assert len(wanted) >= 15
    for exercise, names in wanted.items():
        assert names <= {*phases(movement(exercise)), "pause"}, exercise


def test_every_file_can_be_read() -> None:
    assert book().errors == ()
    assert {"seated", "at_ease"} <= book().movements.keys()


@pytest.mark.parametrize("name", NAMES)
def test_phases_meet_where_one_ends_and_the_next_begins(name: str) -> None:
    """The chain of phases is one unbroken movement that comes back to its start."""
    one = movement(name)
    order = [p for p in one.phases if p not in ("ready", "rest", "pause")]
    for phase, following in zip(order, [*order[1:], *order[:1]], strict=True):
        end, start = pose_at(one, phase, 1.0), pose_at(one, following, 0.0)
        assert end.near_leg.ankle == pytest.approx(start.near_leg.ankle, abs=1e-6)
        assert end.trunk.skull == pytest.approx(start.trunk.skull, abs=1e-6)
        assert glow_at(one, phase, 1.0) == pytest.approx(glow_at(one, following, 0.0))


@pytest.mark.parametrize("name", NAMES)
def test_beyond_its_ends_a_phase_stands_still(name: str) -> None:
    one = movement(name)
    for phase in phases(one):
        assert pose_at(one, phase, -3.0) == pose_at(one, phase, 0.0)
        assert pose_at(one, phase, 7.0) == pose_at(one, phase, 1.0)


def test_rest_and_ready_are_the_first_key_pose() -> None:
    one = movement("leg_raise")
    assert pose_at(one, "rest", 0.3) == pose_at(one, "lift", 0.0) == pose_at(one, "ready", 0.9)


def test_a_phase_nobody_knows_is_refused() -> None:
    with pytest.raises(KeyError):
        pose_at(movement("squat"), "jump", 0.5)


def test_a_chain_does_not_stop_at_its_middle_pose() -> None:
    """Eased once over the whole chain (look 8.3): the hip is fastest about half-way down."""
    one = movement("squat")
    depth = [pose_at(one, "down", i / 60).trunk.hip[1] for i in range(61)]
    speed = [a - b for a, b in pairwise(depth)]
    assert min(speed[20:40]) > 4 * max(speed[0], speed[-1])


def test_the_leg_is_lifted_to_the_height_of_the_other_knee_and_kept_straight() -> None:
    one = movement("leg_raise")
    top = pose_at(one, "hold", 0.0)
    assert top.near_leg.thigh_angle - 90 == pytest.approx(45, abs=3)
    assert top.near_leg.knee[1] == pytest.approx(top.far_leg.knee[1], abs=25)
    assert all(body.near_leg.flexion <= 2 for _, _, body in moments(one, 12))


def test_the_working_heel_stays_down_and_the_knee_straight_in_the_calf_stretch() -> None:
    held = pose_at(movement("calf_stretch"), "hold", 0.0).near_leg
    assert max(y for _, y in held.sole()[2:7]) <= 2
    assert held.flexion <= 8


def test_knees_bend_no_further_than_a_right_angle_in_squat_and_lunge() -> None:
    for name in ("squat", "lunge"):
        deepest = max(b.near_leg.flexion for _, _, b in moments(movement(name), 24))
        assert 80 <= deepest <= 94, name


def test_eyes_close_only_when_the_foot_is_up() -> None:
    one = movement("stand_closed")
    assert pose_at(one, "step_up", 0.3).eyes_open
    assert not pose_at(one, "balance", 0.5).eyes_open
    assert pose_at(one, "rest", 0.5).eyes_open
    assert pose_at(movement("stand_open"), "balance", 0.5).eyes_open


def test_hands_change_when_they_arrive() -> None:
    one = movement("hamstring_bent")
    hands = [pose_at(one, "reach", i / 20).near_arm.hand for i in range(21)]
    assert hands[0] == "reach"
    assert hands[-1] == "toes"
    assert hands == sorted(hands)  # one change and no coming back


def test_nothing_glows_round_the_hollow_of_the_knee() -> None:
    """K-9: light strokes only, and the muscles to massage end a hand-width from the crease."""
    assert movement("massage_back_of_knee").targets == ()
    for name in ("massage_hamstring", "massage_calf", "roller_calf", "roller_hamstring"):
        assert all(t.endswith("_belly") for t in movement(name).targets), name


def roller_distance(one: Movement, body: Skeleton) -> float:
    """How far along the leg the roller is from the knee crease, in mH."""
    x = next(p.x for p in one.props if p.kind == "roller") + body.trunk.hip[0] / 2
    leg = body.near_leg
    calf = one.name == "roller_calf"
    joint, end, length = (leg.knee, leg.ankle, SHANK) if calf else (leg.knee, leg.hip, THIGH)
    return abs(x - joint[0]) / abs(end[0] - joint[0]) * length


@pytest.mark.parametrize("name", ["roller_calf", "roller_hamstring"])
def test_the_roller_stays_a_hand_width_from_the_crease(name: str) -> None:
    """Guide 4.5."""
    one = movement(name)
    distances = [roller_distance(one, body) for _, _, body in moments(one, 48)]
    assert min(distances) >= HAND_WIDTH
    assert max(distances) - min(distances) > 25  # it does roll


@pytest.mark.parametrize("name", ["massage_hamstring", "massage_calf"])
def test_gripping_hands_stay_off_the_hollow(name: str) -> None:
    """The whole palm, from the wrist to the fingertips, keeps a hand-width off (guide 4.5)."""
    for _, _, body in moments(movement(name), 24):
        for arm in (body.near_arm, body.far_arm):
            for share in (0.0, 0.25, 0.5, 0.75, 1.0):
                x, y = (a + (b - a) * share for a, b in zip(arm.wrist, arm.tip, strict=True))
                assert math.dist((x, y), body.near_leg.knee) >= HAND_WIDTH, share


@pytest.mark.parametrize("name", NAMES)
def test_the_still_is_a_key_pose_of_the_movement(name: str) -> None:
    one = movement(name)
    body, glow = still_of(one)
    assert 0 <= glow <= 1
    assert body.near_leg.hip == (one.keys[one.still].pose.root_x, one.keys[one.still].pose.root_y)
