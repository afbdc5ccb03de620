"""The angles of all joints at a moment, as the pose files name them."""

from __future__ import annotations

from kneecoach.domain.bones import Arm, Leg, Skeleton


def angles(body: Skeleton) -> dict[str, float]:
    """Every joint's angle in degrees (look 7.2)."""
    trunk = body.trunk
    found = {
        "lean": trunk.pelvis_angle,
        "lumbar": trunk.lumbar_angle - trunk.pelvis_angle,
        "thorax": trunk.thorax_angle - trunk.lumbar_angle,
        "neck": trunk.neck_angle - trunk.thorax_angle,
        "head": trunk.head_angle - trunk.neck_angle,
    }
    legs = {"near": body.near_leg, "far": body.far_leg}
    arms = {"near": body.near_arm, "far": body.far_arm}
    for side, leg in legs.items():
        found |= {f"{side}_{joint}": a for joint, a in _leg(leg, trunk.pelvis_angle).items()}
    for side, arm in arms.items():
        found |= {f"{side}_{joint}": a for joint, a in _arm(arm, trunk.thorax_angle).items()}
    return found


def _leg(leg: Leg, pelvis: float) -> dict[str, float]:
    return {
        "hip": leg.thigh_angle + pelvis,
        "knee": leg.flexion,
        "ankle": leg.foot_angle - leg.shank_angle,
        "toes": leg.toes,
    }


def _arm(arm: Arm, thorax: float) -> dict[str, float]:
    return {
        "shoulder": arm.upper_angle + thorax,
        "elbow": arm.fore_angle - arm.upper_angle,
        "wrist": arm.hand_angle - arm.fore_angle,
    }
