"""What the joints do, whatever the movement."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kneecoach.domain.bones import (
    FOREARM,
    HAND,
    HEEL,
    NECK,
    SHANK,
    THIGH,
    UPPER_ARM,
    Arm,
    Leg,
    Skeleton,
)
from kneecoach.domain.movements import KeyPose, Movement, ease
from kneecoach.domain.poses import Pin, Pose, ankle_of, skeleton
from tests.figure.files import book, moments, movement

NAMES = sorted(book().movements)
STEPS = [pytest.param(24, id="24"), pytest.param(240, id="240", marks=pytest.mark.long)]


def legs(body: Skeleton) -> dict[str, Leg]:
    return {"near": body.near_leg, "far": body.far_leg}


def arms(body: Skeleton) -> dict[str, Arm]:
    return {"near": body.near_arm, "far": body.far_arm}


def bones(body: Skeleton) -> dict[str, tuple[float, float]]:
    """Every bone as (its length now, its length as given)."""
    found = {"neck": (math.dist(body.trunk.c7, body.trunk.skull), NECK)}
    for side, leg in legs(body).items():
        found[f"{side} thigh"] = math.dist(leg.hip, leg.knee), THIGH
        found[f"{side} shank"] = math.dist(leg.knee, leg.ankle), SHANK
    for side, arm in arms(body).items():
        found[f"{side} upper arm"] = math.dist(arm.shoulder, arm.elbow), UPPER_ARM
        found[f"{side} forearm"] = math.dist(arm.elbow, arm.wrist), FOREARM
        found[f"{side} hand"] = math.dist(arm.wrist, arm.tip), HAND
    return found


def off_pin(body: Skeleton, pin: Pin) -> float:
    """How far a pinned limb is from where it has to be."""
    if pin.joint == "wrist":
        return math.dist(arms(body)[pin.side].wrist, (pin.x, pin.y))
    return math.dist(legs(body)[pin.side].ankle, ankle_of(pin))


def standing_pins(one: Movement, phase: str) -> list[Pin]:
    """The pins that do not move in a phase."""
    chain = one.phases.get(phase)
    keys: list[KeyPose] = [one.keys[k] for k in chain.keys] if chain else [one.first]
    return [p for p in keys[0].pins if all(p in key.pins for key in keys)]


@pytest.mark.parametrize("steps", STEPS)
@pytest.mark.parametrize("name", NAMES)
def test_bones_keep_their_length(name: str, steps: int) -> None:
    for phase, progress, body in moments(movement(name), steps):
        for bone, (now, given_length) in bones(body).items():
            assert now == pytest.approx(given_length, rel=1e-6), (phase, progress, bone)


@pytest.mark.parametrize("steps", STEPS)
@pytest.mark.parametrize("name", NAMES)
def test_what_is_pinned_stays(name: str, steps: int) -> None:
    one = movement(name)
    pins = {phase: standing_pins(one, phase) for phase in [*one.phases, "ready", "rest"]}
    assert any(pins.values())
    for phase, progress, body in moments(one, steps):
        for pin in pins[phase]:
            limit = 2.0 if pin.joint == "wrist" else 1.0
            assert off_pin(body, pin) <= limit, (phase, progress, pin)


@pytest.mark.parametrize("steps", STEPS)
@pytest.mark.parametrize("name", NAMES)
def test_no_foot_or_knee_sinks_into_the_floor(name: str, steps: int) -> None:
    for phase, progress, body in moments(movement(name), steps):
        for side, leg in legs(body).items():
            heel = [leg.foot_point(x, y) for x, y in HEEL]
            lowest = min(y for _, y in [leg.knee, *leg.sole(), *heel])
            assert lowest >= -2.0, (phase, progress, side)


@pytest.mark.parametrize("steps", STEPS)
def test_hands_on_the_wall_stay_on_it(steps: int) -> None:
    one = movement("calf_stretch")
    wall = next(prop.x for prop in one.props if prop.kind == "wall")
    for phase, progress, body in moments(one, steps):
        for arm in arms(body).values():
            for joint in (arm.wrist, arm.tip):
                palm = joint[0] + 14  # the wall hand's palm is 14 in front of its middle
                assert abs(palm - wall) <= 3.0, (phase, progress)


@pytest.mark.parametrize("steps", STEPS)
@pytest.mark.parametrize("name", NAMES)
def test_nothing_jumps_between_two_moments(name: str, steps: int) -> None:
    """In one of 24 steps no joint goes further than a limb moves in a sixth of a second."""
    before: tuple[str, Skeleton] | None = None
    for phase, progress, body in moments(movement(name), steps):
        if before is not None and before[0] == phase:
            for joint, other in zip(joints(body), joints(before[1]), strict=True):
                assert math.dist(joint, other) <= 70.0 * 24 / steps + 1, (phase, progress)
        before = phase, body


def joints(body: Skeleton) -> list[tuple[float, float]]:
    found = [body.trunk.hip, body.trunk.c7, body.trunk.skull]
    for leg in legs(body).values():
        found += [leg.knee, leg.ankle]
    for arm in arms(body).values():
        found += [arm.elbow, arm.wrist]
    return found


@given(
    st.floats(-150, 150),
    st.floats(350, 533),
    st.floats(-90, 60),
    st.floats(-200, 200),
    st.floats(43, 120),
    st.floats(-70, 30),
)
def test_a_pinned_foot_is_reached_from_any_pelvis_near_enough(
    x: float, y: float, lean: float, ankle_x: float, ankle_y: float, angle: float
) -> None:
    pin = Pin("near", "ankle", ankle_x, ankle_y, angle)
    body = skeleton(Pose(root_x=x, root_y=y, lean=lean), [pin])
    reach = THIGH + SHANK - 0.4
    beyond = max(0.0, math.dist((x, y), (ankle_x, ankle_y)) - reach)
    assert off_pin(body, pin) == pytest.approx(beyond, abs=1e-6)
    assert body.near_leg.foot_angle == angle
    assert 0 <= body.near_leg.flexion <= 180


@given(st.floats(30, 100))
def test_a_pinned_heel_rests_on_its_surface(angle: float) -> None:
    body = skeleton(Pose(root_x=60), [Pin("near", "heel", 400, 257, angle)])
    lowest = min(body.near_leg.foot_point(x, y)[1] for x, y in HEEL)
    assert lowest == pytest.approx(257, abs=1e-6)


def test_toes_stay_flat_under_a_rising_heel() -> None:
    leg = skeleton(Pose(), [Pin("far", "ball", -100, 0, -40)]).far_leg
    tip, before = leg.foot_point(113, -43), leg.foot_point(96, -43)
    assert tip[1] == pytest.approx(before[1], abs=0.01)


def test_easing_starts_and_ends_at_rest_and_only_goes_forward() -> None:
    ways = [ease(i / 100) for i in range(-10, 111)]
    assert ways[:11] == [0.0] * 11
    assert ways[-11:] == [1.0] * 11
    assert ways == sorted(ways)
    assert ease(0.01) < 1e-4
    assert ease(0.5) == 0.5
