"""The joints in space, whatever the movement, and how they are seen."""

from __future__ import annotations

import math
from itertools import pairwise

import pytest

from kneecoach.domain.bones import FOREARM, HAND, NECK, SHANK, THIGH, UPPER_ARM
from kneecoach.domain.content import Content
from kneecoach.domain.front import FrontBody, FrontLeg, front_body, projected
from kneecoach.domain.front_movements import FrontMovement, front_at, front_glow_at, front_still
from kneecoach.domain.front_poses import FrontPose, Limbs
from kneecoach.domain.front_tables import parse_front
from kneecoach.domain.idle import Idle
from kneecoach.domain.loop import loop_of
from kneecoach.domain.pose_tables import PoseError
from kneecoach.domain.space import Vector
from tests.content.trees import english
from tests.figure.front_files import fronts, moments, trees

NAMES = sorted(fronts())
STEPS = [pytest.param(24, id="24"), pytest.param(240, id="240", marks=pytest.mark.long)]
FASTEST = 1_300.0  # mH a second, as in the view from the side
SOLE_X = (-43, 120)  # mH of the heel's and the toes' end from the ankle


def bones(body: FrontBody) -> list[tuple[float, float]]:
    """Every bone as (its length now, its length as given)."""
    found = [(math.dist(body.trunk.c7, body.trunk.skull), NECK)]
    for leg in body.legs:
        found += [(math.dist(leg.hip, leg.knee), THIGH), (math.dist(leg.knee, leg.ankle), SHANK)]
    for arm in (body.right_arm, body.left_arm):
        found += [
            (math.dist(arm.shoulder, arm.elbow), UPPER_ARM),
            (math.dist(arm.elbow, arm.wrist), FOREARM),
            (math.dist(arm.wrist, arm.tip), HAND),
        ]
    return found


def stays(one: FrontMovement, phase: str, side: str) -> Vector | None:
    """Where the ankle of a side is pinned through a phase, None where it moves."""
    chain = one.phases.get(phase)
    keys = [one.keys[name] for name in chain.keys] if chain else [next(iter(one.keys.values()))]
    ankles = {getattr(key.pose, side).ankle for key in keys}
    return ankles.pop() if len(ankles) == 1 else None


def lowest(leg: FrontLeg) -> float:
    return min(leg.foot_point(x, 0, 0)[1] for x in SOLE_X)


@pytest.mark.parametrize("steps", STEPS)
@pytest.mark.parametrize("name", NAMES)
def test_bones_keep_their_length(name: str, steps: int) -> None:
    for _, body in moments(fronts()[name], steps):
        for length, given in bones(body):
            assert length == pytest.approx(given, rel=0.001)


@pytest.mark.parametrize("steps", STEPS)
@pytest.mark.parametrize("name", NAMES)
def test_a_foot_that_stays_stays_and_none_sinks(name: str, steps: int) -> None:
    one = fronts()[name]
    for phase, body in moments(one, steps):
        for leg in body.legs:
            pinned = stays(one, phase, leg.side)
            assert pinned is None or math.dist(leg.ankle, pinned) <= 1
            assert lowest(leg) >= -2


@pytest.mark.parametrize("name", NAMES)
def test_every_key_pose_reaches_what_it_holds(name: str) -> None:
    one = fronts()[name]
    for key in one.keys.values():
        body = front_body(key.pose)
        assert math.dist(body.right_leg.ankle, key.pose.right.ankle) < 1
        assert math.dist(body.left_leg.ankle, key.pose.left.ankle) < 1
        assert all(length == pytest.approx(given, rel=0.001) for length, given in bones(body))


def test_a_straight_leg_cannot_drift_in_and_a_bent_one_does() -> None:
    def knee(height: float, turn: float) -> float:
        limbs = Limbs((-48, 43, 0), knee=turn)
        return front_body(FrontPose(root=(0, height, 0), right=limbs)).right_leg.knee[0]

    assert knee(533, -80) == pytest.approx(knee(533, 0), abs=20)  # as far as it is bent at all
    assert knee(440, -40) > knee(440, 0) + 60


def test_the_wrong_stand_drops_the_free_hip_and_lets_the_knee_in() -> None:
    good, _ = front_still(fronts()["stand_open"])
    wrong, glow = front_still(fronts()["stand_open"], "drifting")
    assert good.right_leg.hip[1] == pytest.approx(good.left_leg.hip[1])
    assert wrong.left_leg.hip[1] < wrong.right_leg.hip[1] - 15
    inwards = [body.right_leg.knee[0] - body.right_leg.ankle[0] for body in (good, wrong)]
    assert inwards[1] > 30 > abs(inwards[0])
    assert glow == 0


def test_the_right_leg_is_at_the_left_from_the_front_and_at_the_right_from_behind() -> None:
    leg = front_body(FrontPose()).right_leg
    assert projected(leg.ankle, "front")[0] == -48
    assert projected(leg.ankle, "back")[0] == 48


def test_feet_have_length_and_a_foot_in_front_stands_lower() -> None:
    assert projected((0, 0, 120), "front") == pytest.approx((0, -16.8))
    assert projected((0, 0, 120), "back") == pytest.approx((0, 16.8))


def test_swaying_moves_the_body_and_not_the_foot_it_stands_on() -> None:
    one = fronts()["stand_open"]
    still, moved = (front_at(one, "balance", 0.5, Idle(sway=sway)) for sway in (0.0, 2.0))
    assert moved.right_leg.ankle == pytest.approx(still.right_leg.ankle)
    assert moved.trunk.root[0] == pytest.approx(still.trunk.root[0] + 10)
    assert moved.left_leg.ankle[0] == pytest.approx(still.left_leg.ankle[0] + 12, abs=0.5)
    assert all(length == pytest.approx(given, rel=0.001) for length, given in bones(moved))


def test_a_hand_that_rests_stays_with_its_fingertips_on_the_worktop() -> None:
    one = fronts()["stand_supported"]
    for _, body in moments(one, 24):
        assert math.dist(body.left_arm.wrist, (286, 600, 24)) < 1
        assert projected(body.left_arm.tip, "front")[1] == pytest.approx(558, abs=2)
    free = [body.right_arm.wrist for _, body in moments(one, 24)]
    assert max(math.dist(free[0], wrist) for wrist in free) > 20


@pytest.mark.parametrize("name", NAMES)
def test_no_joint_jumps_within_a_phase_or_to_the_next(name: str, content: Content) -> None:
    one, bodies = fronts()[name], []
    for phase in content.catalogue.exercise(name).phases:
        if phase.name in one.phases:
            frames = round((phase.ms or 2000) * 60 / 1000)
            bodies += [front_at(one, phase.name, n / frames) for n in range(frames + 1)]
    assert bodies or not one.phases
    for before, after in pairwise(bodies):
        for a, b in zip(joints(before), joints(after), strict=True):
            assert math.dist(a, b) <= FASTEST / 60


def joints(body: FrontBody) -> list[Vector]:
    """What may not jump, the fingertips included."""
    points = [body.trunk.root, body.trunk.skull]
    for leg in body.legs:
        points += [leg.knee, leg.ankle]
    for arm in (body.right_arm, body.left_arm):
        points += [arm.elbow, arm.wrist, arm.tip]
    return points


def test_the_glow_grows_while_the_leg_takes_over() -> None:
    one = fronts()["stand_open"]
    assert [front_glow_at(one, "step_up", t) for t in (0, 1)] == [0, 1]
    assert 0 < front_glow_at(one, "step_up", 0.5) < 1
    with pytest.raises(KeyError):
        front_at(one, "lift", 0)


def test_eyes_close_only_where_they_are_to_be_closed() -> None:
    assert front_still(fronts()["stand_open"])[0].eyes_open
    assert not front_still(fronts()["stand_closed"])[0].eyes_open


@pytest.mark.parametrize("name", ["stand_open", "stand_closed", "stand_cushion", "stand_supported"])
def test_the_player_sees_these_from_the_front_in_all_their_phases(name: str) -> None:
    phases = trees("poses")[name]["phases"]
    assert fronts()[name].in_player
    assert fronts()[name].phases.keys() == phases.keys()


def test_a_hand_that_lets_go_within_a_phase_is_told() -> None:
    tree = trees("front")["stand_supported"]
    tree["keys"]["one_leg"]["left"].pop("wrist")
    with pytest.raises(PoseError, match=r"phases\.step_up: must keep a resting hand where it is"):
        parse_front("stand_supported", tree)


@pytest.mark.parametrize(
    ("where", "value", "sentence"),
    [
        (("facing",), "above", "front/squat.toml: facing must be one of front, back"),
        (("keys", "half", "root"), [1, 2], "front/squat.toml: keys.half.root must be 3 numbers"),
        (("keys", "half", "rooot"), 1, "front/squat.toml: keys.half.rooot this key is not known"),
        (("keys",), {}, "front/squat.toml: keys must have at least one pose"),
        (("targets",), ["belly"], "front/squat.toml: targets must be one of right_quad"),
        (
            ("keys", "stand", "right", "arm"),
            [1, 2, 3],
            "front/squat.toml: keys.stand.right.arm must be 4 numbers",
        ),
    ],
)
def test_a_broken_file_is_told_in_one_sentence(
    where: tuple[str, ...], value: object, sentence: str
) -> None:
    tree = trees("front")["squat"]
    place = tree
    for key in where[:-1]:
        place = place[key]
    place[where[-1]] = value
    with pytest.raises(PoseError) as caught:
        parse_front("squat", tree)
    said = str(caught.value)
    assert said.replace(": ", " ").startswith(sentence.replace(": ", " "))
    assert "\n" not in said


@pytest.mark.parametrize("name", ["stand_open", "stand_cushion"])
def test_a_loop_from_the_front_begins_at_its_still_picture(name: str) -> None:
    one = fronts()[name]
    loop = loop_of(english().catalogue.exercise(name), one)
    still, _ = front_still(one)
    first = loop.stance(loop.start_ms, False).front_body(one)
    assert math.dist(first.left_leg.ankle, still.left_leg.ankle) < 1
    assert math.dist(first.trunk.skull, still.trunk.skull) < 2
