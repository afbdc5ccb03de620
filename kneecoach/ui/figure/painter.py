"""The person, part by part, from the far limbs to the near ones (look 7.5)."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen

from kneecoach.domain.bones import FOREARM, UPPER_ARM, Arm, Leg, Skeleton, Trunk
from kneecoach.domain.movements import Muscle
from kneecoach.ui.figure.brush import paint_form, stroke
from kneecoach.ui.figure.colours import FigureColours, faded, mixed
from kneecoach.ui.figure.curves import at, bone_frame, disc, joined, limb
from kneecoach.ui.figure.glow import paint_glow
from kneecoach.ui.figure.hands import paint_far_fingers, paint_near_fingers, palm_of
from kneecoach.ui.figure.head import paint_head
from kneecoach.ui.figure.profiles import FOREARM_BACK, FOREARM_FRONT, UPPER_ARM_SIDE
from kneecoach.ui.figure.shapes import (
    armhole,
    jaw_shadow,
    laces,
    leg_skin,
    neck,
    pelvis,
    shoe_sole,
    shoe_upper,
    shorts_leg,
    sleeve,
    sock,
    spine_of,
    torso,
    waistband,
)


def paint_far_limbs(p: QPainter, body: Skeleton, colours: FigureColours) -> None:
    """The arm and the leg on the far side, in shade."""
    _paint_arm(p, body.far_arm, colours, far=True)
    _paint_leg(p, body.far_leg, colours, far=True)
    paint_form(p, shorts_leg(body.far_leg), colours.tone("shorts", far=True))


def paint_body(
    p: QPainter,
    body: Skeleton,
    colours: FigureColours,
    muscles: Iterable[Muscle] = (),
    glow: float = 0.0,
) -> None:
    """Trunk, head and the near limbs; the muscles of the near leg glow, 0 to 1."""
    _paint_trunk(p, body.trunk, colours)
    paint_head(p, body.trunk, body.eyes_open, colours)
    skin = leg_skin(body.near_leg)
    _paint_leg(p, body.near_leg, colours, far=False)
    shorts = _shorts(body)
    _paint_shorts(p, body, shorts, colours)
    if glow > 0:
        clip = joined((skin, shorts))
        for muscle in muscles:
            paint_glow(p, body.near_leg, muscle, clip, colours, glow)
    _paint_arm(p, body.near_arm, colours, far=False)


def paint_near_arm(p: QPainter, body: Skeleton, colours: FigureColours) -> None:
    """The arm that lies over all the rest, once more over what was painted on the legs."""
    _paint_arm(p, body.near_arm, colours, far=False)


def near_leg_outline(body: Skeleton) -> QPainterPath:
    """The outer line of the near leg with its shoe, to draw where it will be."""
    leg = body.near_leg
    return joined((leg_skin(leg), sock(leg), shoe_upper(leg), shoe_sole(leg))).simplified()


def _paint_trunk(p: QPainter, trunk: Trunk, colours: FigureColours) -> None:
    throat, skin = neck(trunk), colours.tone("skin")
    paint_form(p, throat, skin)
    p.save()
    p.setClipPath(throat, Qt.ClipOperation.IntersectClip)
    p.setBrush(skin.shade)
    p.drawPath(jaw_shadow(trunk))
    p.restore()
    paint_form(p, torso(spine_of(trunk)), colours.tone("shirt"), (-7, -8))


def _paint_leg(p: QPainter, leg: Leg, colours: FigureColours, far: bool) -> None:
    """Skin, sock and shoe."""
    shoe = colours.tone("shoe", far)
    paint_form(p, leg_skin(leg), colours.tone("skin", far))
    paint_form(p, sock(leg), shoe)
    paint_form(p, shoe_upper(leg), shoe, (-3, -5))
    paint_form(p, shoe_sole(leg), colours.tone("sole", far), (-2, -3))
    pen = QPen(mixed(shoe.shade, colours.shorts[0], 0.25), 3)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    p.setPen(pen)
    for start, end in laces(leg):
        p.drawLine(at(start), at(end))
    p.setPen(Qt.PenStyle.NoPen)


def _shorts(body: Skeleton) -> QPainterPath:
    return joined((pelvis(spine_of(body.trunk)), shorts_leg(body.near_leg)))


def _paint_shorts(
    p: QPainter, body: Skeleton, shorts: QPainterPath, colours: FigureColours
) -> None:
    tone = colours.tone("shorts")
    paint_form(p, shorts, tone)
    stroke(p, waistband(spine_of(body.trunk)), QPen(tone.shade, 3))


def _paint_arm(p: QPainter, arm: Arm, colours: FigureColours, far: bool) -> None:
    """Fingers, arm and sleeve."""
    skin, shirt = colours.tone("skin", far), colours.tone("shirt", far)
    palm = palm_of(arm)
    paint_far_fingers(p, arm, skin)
    paint_form(p, arm_skin(arm, palm), skin, (-4, -5))
    paint_near_fingers(p, arm, palm, skin)
    paint_form(p, sleeve(arm.shoulder, arm.upper_angle), shirt)
    if not far:
        seam = armhole(arm.shoulder, arm.upper_angle)
        stroke(p, seam, QPen(faded(shirt.shade, 0.55), 2.2))


def arm_skin(arm: Arm, palm: QPainterPath) -> QPainterPath:
    """Upper arm, forearm and palm as one."""
    upper = bone_frame(arm.shoulder, arm.upper_angle)
    fore = bone_frame(arm.elbow, arm.fore_angle)
    return joined(
        (
            limb(upper, UPPER_ARM, UPPER_ARM_SIDE, UPPER_ARM_SIDE),
            limb(fore, FOREARM, FOREARM_FRONT, FOREARM_BACK),
            disc(arm.elbow, 23),
            disc(arm.wrist, 13.5),
            palm,
        )
    )
