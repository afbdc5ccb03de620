"""What a body does that holds still: it breathes, it sways, and the working muscle glows in waves.

All of it is a function of the time within a step of the session, so that a pause freezes it and
the same moment is always the same picture. Values come in small steps, finer than a pixel of the
player at 1280 by 800, so that few pictures make a hold.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass, replace

from kneecoach.domain.poses import Pin, Pose

# Look 8.4, periods in seconds.
BREATH, BREATH_PERIOD = 0.7, 4.2  # degrees of the chest
SWAY_PERIODS, SWAY_SECOND, SWAY_OFFSET = (3.7, 1.9), 0.55, 1.1
PULSE_LEAST, PULSE_PERIOD = 0.86, 1.6
LEAN, ROOT, NEAR_ARM, FAR_ARM, HEAD = 1.1, 6.0, -4.0, 5.0, -1.0  # degrees and mH of one sway
FREE_FOOT = (10.0, -3.0, 2.0)  # mH, mH and degrees the lifted foot goes along with one sway
SETTLE_MS = 1_500  # it comes and goes in this time, so that nothing jumps where a hold begins

BREATH_STEP, SWAY_STEP, PULSE_STEP = 0.1, 0.08, 0.045


@dataclass(frozen=True, slots=True)
class Idle:
    """Breath in degrees of the chest, sway about -3.5 to 3.5, and the share of the glow, to 1."""

    breath: float = 0.0
    sway: float = 0.0
    pulse: float = 1.0


NOT_IDLE = Idle()


def idle_at(ms: int, left_ms: int, sway: float) -> Idle:
    """Breath, sway and pulse `ms` after a hold began and `left_ms` before it ends.

    `sway` 0 is a body that is supported and breathes; above that it balances, as much as it says.
    """
    t, share = ms / 1000, _settled(min(ms, left_ms))
    wave = (1 - math.cos(2 * math.pi * t / PULSE_PERIOD)) / 2
    return Idle(
        breath=0.0 if sway else _stepped(share * _breath(t), BREATH_STEP),
        sway=_stepped(share * sway * _sway(t), SWAY_STEP),
        pulse=1 - _stepped(share * (1 - PULSE_LEAST) * wave, PULSE_STEP),
    )


def idling(pose: Pose, idle: Idle) -> Pose:
    """The pose with that breath and sway in it."""
    s = idle.sway
    return replace(
        pose,
        thorax=pose.thorax + idle.breath,
        lean=pose.lean + LEAN * s,
        root_x=pose.root_x + ROOT * s,
        near_shoulder=pose.near_shoulder + NEAR_ARM * s,
        far_shoulder=pose.far_shoulder + FAR_ARM * s,
        head=pose.head + HEAD * s,
    )


def carried(pins: Iterable[Pin], idle: Idle) -> list[Pin]:
    """The pins while the body sways: the lifted foot goes along, what stands or holds stays."""
    return [_carried(pin, idle.sway) for pin in pins]


def _carried(pin: Pin, sway: float) -> Pin:
    if pin.side == "near" or pin.joint == "wrist":
        return pin
    x, y, angle = (part * sway for part in FREE_FOOT)
    return replace(pin, x=pin.x + x, y=pin.y + y, angle=pin.angle + angle)


def _settled(ms: int) -> float:
    share = min(1.0, max(0.0, ms / SETTLE_MS))
    return share * share * (3 - 2 * share)


def _breath(t: float) -> float:
    return BREATH * math.sin(2 * math.pi * t / BREATH_PERIOD)


def _sway(t: float) -> float:
    slow, fast = SWAY_PERIODS
    second = SWAY_SECOND * math.sin(2 * math.pi * t / fast + SWAY_OFFSET)
    return math.sin(2 * math.pi * t / slow) + second


def _stepped(value: float, step: float) -> float:
    return round(round(value / step) * step, 6)
