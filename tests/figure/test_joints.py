"""Joints stay within what people can do, and turn no faster than a joint may."""

from __future__ import annotations

import math
import tomllib
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from kneecoach.domain.bones import Skeleton
from kneecoach.domain.catalogue import Motion
from kneecoach.domain.content import Content
from kneecoach.domain.figure import still_of
from kneecoach.domain.loop import loop_of
from kneecoach.domain.scene import Stance
from tests.figure.files import book, moments, movement
from tests.figure.joints import angles

LIMITS = tomllib.loads((Path(__file__).parent / "joint_limits.toml").read_text("utf-8"))
NAMES = sorted(book().movements)
FRAME_MS = 1000 / 60
HOLD_MS = 20_000
FASTEST = 1_300.0  # mH a second of any joint's way: a lifted heel goes 385 mH in 2 s, at most 1.9 x


def joint_of(name: str) -> str:
    return name.removeprefix("near_").removeprefix("far_")


def check_range(body: Skeleton, where: object) -> None:
    for name, angle in angles(body).items():
        low, high = LIMITS["range"][joint_of(name)]
        assert low <= angle <= high, (name, round(angle), where)


def in_motion(content: Content, name: str) -> Iterator[Skeleton]:
    """A whole repetition and the beginning of the next, in frames of 1/60 s."""
    loop = loop_of(content.catalogue.exercise(name), movement(name))
    for frame in range(int((loop.length_ms + 500) / FRAME_MS)):
        yield loop.stance(round(frame * FRAME_MS), False).body(movement(name))


def held(content: Content, name: str) -> Iterator[Skeleton]:
    """A hold of 20 s in frames of 1/60 s."""
    for phase in content.catalogue.exercise(name).phases:
        if phase.motion is Motion.HOLD:
            for frame in range(int(HOLD_MS / FRAME_MS)):
                ms = round(frame * FRAME_MS)
                stance = Stance(name, False, phase.name, phase.motion, ms, HOLD_MS)
                yield stance.body(movement(name))


def check_speed(bodies: Iterator[Skeleton]) -> None:
    for before, after in pairwise(bodies):
        old, new = angles(before), angles(after)
        for name in new:
            speed = abs(new[name] - old[name]) / FRAME_MS * 1000
            assert speed <= LIMITS["speed"][joint_of(name)], (name, round(speed))
        for one, other in zip(points(before), points(after), strict=True):
            assert math.dist(one, other) <= FASTEST * FRAME_MS / 1000


def points(body: Skeleton) -> list[tuple[float, float]]:
    legs, arms = (body.near_leg, body.far_leg), (body.near_arm, body.far_arm)
    return [
        body.trunk.hip,
        body.trunk.skull,
        *(joint for leg in legs for joint in (leg.knee, leg.ankle)),
        *(joint for arm in arms for joint in (arm.elbow, arm.wrist)),
    ]


@pytest.mark.parametrize(
    "steps", [pytest.param(24, id="24"), pytest.param(240, id="240", marks=pytest.mark.long)]
)
@pytest.mark.parametrize("name", NAMES)
def test_joints_stay_within_human_limits(name: str, steps: int) -> None:
    for phase, progress, body in moments(movement(name), steps):
        check_range(body, (phase, progress))
    check_range(still_of(movement(name))[0], "still")


@pytest.mark.parametrize("name", NAMES)
def test_no_joint_jumps_also_where_one_phase_ends_and_the_next_begins(
    content: Content, name: str
) -> None:
    if name in content.catalogue.exercises:
        check_speed(in_motion(content, name))


@pytest.mark.parametrize("name", ["leg_raise", "stand_open", "stand_cushion", "calf_stretch"])
def test_breathing_and_swaying_do_not_jump_and_stay_human(content: Content, name: str) -> None:
    bodies = list(held(content, name))
    assert len(set(bodies)) > 8
    for body in bodies:
        check_range(body, "hold")
    swing = 2.2 * 6 * 1.6  # mH: the most a hip sways, look 8.4
    hips = [body.trunk.hip[0] for body in bodies]
    assert max(hips) - min(hips) <= 2 * swing
    for before, after in pairwise(bodies):
        for one, other in zip(points(before), points(after), strict=True):
            assert math.dist(one, other) <= 6.0  # mH in a frame: 3 px


@pytest.mark.parametrize("name", ["stand_open", "stand_closed", "stand_cushion", "leg_raise"])
def test_the_standing_foot_is_still_while_the_body_sways(content: Content, name: str) -> None:
    bodies = list(held(content, name))
    feet = {body.near_leg.ankle for body in bodies}
    start = bodies[0].near_leg.ankle
    assert all(math.dist(foot, start) <= 1.0 for foot in feet)


def test_a_body_that_is_supported_breathes_and_one_that_balances_sways(content: Content) -> None:
    stretch = {body.trunk.hip for body in held(content, "calf_stretch")}
    assert len(stretch) == 1
    open_eyes, cushion = (
        [body.trunk.hip[0] for body in held(content, name)]
        for name in ("stand_open", "stand_cushion")
    )
    assert max(cushion) - min(cushion) > 1.8 * (max(open_eyes) - min(open_eyes)) > 10
