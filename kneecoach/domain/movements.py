"""A movement as data, and the pose it has at any moment of any of its phases."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal, TypeVar

from kneecoach.domain.bones import HandShape, Skeleton
from kneecoach.domain.idle import NOT_IDLE, Idle, carried, idling
from kneecoach.domain.poses import Pin, Pose, skeleton, with_hands

Muscle = Literal["quad", "hamstring", "calf", "hamstring_belly", "calf_belly"]
PropKind = Literal["mat", "pillow", "chair", "wall", "cushion", "roller", "worktop", "scale"]

Key = TypeVar("Key")

HAND_TURN = 0.7  # share of the way to a key pose from which its hands and eyes count (look-front 6)


@dataclass(frozen=True, slots=True)
class KeyPose:
    """One pose of a movement that has a name; what lies between two of them is blended.

    `glow` 0 to 1 is how much the target muscle works here.
    """

    name: str
    pose: Pose
    pins: tuple[Pin, ...]
    near_hand: HandShape
    far_hand: HandShape
    eyes_open: bool
    glow: float


@dataclass(frozen=True, slots=True)
class Chain:
    """The key poses a phase goes through, eased once over all of them.

    With `turn` the chain is gone through there and back: out in that share of the time, above 0
    and below 1, and back in the rest; one time takes `cycle_ms`, and then it begins anew.
    """

    keys: tuple[str, ...]
    turn: float | None = None
    cycle_ms: int = 0


@dataclass(frozen=True, slots=True)
class Prop:
    """A thing in the picture; `x` in mH is the left edge, for round things the middle.

    `width` in mH (0: the thing's own), `facing` the side a chair's back stands on. A thing that
    `rolls` moves half as far as the body above it (look 8.2).
    """

    kind: PropKind
    x: float
    width: float
    facing: Literal["left", "right"]
    between: bool  # drawn before the far limbs and behind the rest
    rolls: bool


@dataclass(frozen=True, slots=True)
class Crop:
    """A window of the picture in mH: its lower left corner and its size."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Shadow:
    """A shadow on the floor under the lying body: its middle and width in mH."""

    x: float
    width: float


@dataclass(frozen=True, slots=True)
class Arc:
    """The arc that shows how high the leg goes: its radius about the hip in mH, and degrees."""

    radius: float
    degrees: float


@dataclass(frozen=True, slots=True)
class Movement:
    """Everything the figure of one exercise is drawn from.

    `stage` is the part of the world the player shows, `thumbnail` that of small pictures;
    `still` names the key pose and the glow of which stand for the whole. `sway` is how much the
    body sways in a hold, 0 where it is supported.
    """

    name: str
    keys: Mapping[str, KeyPose]
    phases: Mapping[str, Chain]
    still: str
    stage: Crop
    thumbnail: Crop
    props: tuple[Prop, ...]
    shadows: tuple[Shadow, ...]
    targets: tuple[Muscle, ...]
    sway: float = 0.0
    arc: Arc | None = None

    @property
    def first(self) -> KeyPose:
        """The key pose a repetition starts from and a rest is spent in."""
        return next(iter(self.keys.values()))


def ease(progress: float) -> float:
    """Time 0 to 1 to way 0 to 1: starts and ends at rest, without a jolt (smootherstep)."""
    t = min(1.0, max(0.0, progress))
    return t * t * t * (t * (6 * t - 15) + 10)


def pose_at(movement: Movement, phase: str, progress: float, idle: Idle = NOT_IDLE) -> Skeleton:
    """The person at a moment of a phase; progress 0 to 1, beyond that it stays at the end.

    "ready", "rest" and "pause" are the first key pose unless the movement says otherwise. Raises
    KeyError for a phase the movement does not have.
    """
    keys, way = place(movement.keys, movement.phases, phase, progress)
    reached = keys[key_reached(len(keys), way)]
    keys, way = _one_way(keys, way)
    pose = Pose(*through([k.pose.numbers() for k in keys], way))
    pins = _pins(keys, way)
    if idle is not NOT_IDLE:
        pose, pins = idling(pose, idle), carried(pins, idle)
    return with_hands(skeleton(pose, pins), reached.near_hand, reached.far_hand, reached.eyes_open)


def progress_of(phases: Mapping[str, Chain], phase: str, ms: int, length_ms: int) -> float:
    """How far into a phase the moment is, 0 to 1; strokes begin anew again and again."""
    chain = phases.get(phase)
    if chain is not None and chain.cycle_ms:
        return (ms % chain.cycle_ms) / chain.cycle_ms
    return min(1.0, ms / length_ms) if length_ms else 0.0


def stand_in(movement: Movement, name: str) -> Movement:
    """A movement of that name that only stands in another one's still pose, in any phase."""
    return replace(movement, name=name, targets=(), phases=_Always(Chain((movement.still,))))


class _Always(Mapping[str, Chain]):
    """Every phase is the same; none is told when they are gone through."""

    def __init__(self, chain: Chain) -> None:
        self._chain = chain

    def __getitem__(self, _phase: str) -> Chain:
        return self._chain

    def __iter__(self) -> Iterator[str]:
        return iter(())

    def __len__(self) -> int:
        return 0


def glow_at(movement: Movement, phase: str, progress: float) -> float:
    """How strongly the target muscle glows at that moment, 0 to 1. Raises KeyError as above."""
    keys, way = _one_way(*place(movement.keys, movement.phases, phase, progress))
    return through([(k.glow,) for k in keys], way)[0]


def still_of(movement: Movement, name: str = "") -> tuple[Skeleton, float]:
    """A key pose and its glow: that of a name, or the one that stands for the movement."""
    key = movement.keys[name or movement.still]
    body = skeleton(key.pose, key.pins)
    return with_hands(body, key.near_hand, key.far_hand, key.eyes_open), key.glow


def place(
    poses: Mapping[str, Key], phases: Mapping[str, Chain], phase: str, progress: float
) -> tuple[list[Key], float]:
    """The key poses of a phase and how far along them the moment is, 0 to 1 and eased.

    Raises KeyError for a phase that is not there and not one that is spent in the first pose.
    """
    chain = phases.get(phase)
    if chain is None:
        if phase not in ("ready", "rest", "pause"):
            raise KeyError(phase)
        return [next(iter(poses.values()))], 0.0
    keys = [poses[name] for name in chain.keys]
    if chain.turn is None:
        return keys, ease(progress)
    if progress <= chain.turn:
        return keys, ease(progress / chain.turn)
    return keys, ease((1 - progress) / (1 - chain.turn))


def _one_way(keys: list[KeyPose], way: float) -> tuple[list[KeyPose], float]:
    """The same moment on the same chain, so that there and back are equal to the last bit."""
    if keys[0].name <= keys[-1].name:
        return keys, round(way, 9)
    return keys[::-1], round(1 - way, 9)


def _leg_of_chain(count: int, way: float) -> tuple[int, float]:
    """Which two neighbours of a chain the way lies between, and how far from the first."""
    if count < 2:
        return 0, 0.0
    lower = min(count - 2, int(way * (count - 1)))
    return lower, way * (count - 1) - lower


def key_reached(count: int, way: float) -> int:
    """The key pose of a chain whose hands and eyes count at that point of the way."""
    lower, share = _leg_of_chain(count, way)
    return lower + 1 if share >= HAND_TURN else lower


def _pins(keys: Sequence[KeyPose], way: float) -> list[Pin]:
    """The pins all keys of a chain share, blended; a limb pinned in one key only is free."""
    held = []
    for pin in keys[0].pins:
        same = [_same_pin(pin, key) for key in keys]
        points = [(p.x, p.y, p.angle) for p in same if p is not None]
        if len(points) == len(keys):
            x, y, angle = through(points, way)
            held.append(Pin(pin.side, pin.joint, x, y, angle))
    return held


def _same_pin(pin: Pin, key: KeyPose) -> Pin | None:
    return next((p for p in key.pins if (p.side, p.joint) == (pin.side, pin.joint)), None)


def through(points: Sequence[tuple[float, ...]], way: float) -> tuple[float, ...]:
    """The values at a way 0 to 1 along equally spaced points, without a kink or an overshoot."""
    lower, share = _leg_of_chain(len(points), way)
    if share == 0.0:
        return points[lower]
    if len(points) == 2:
        return tuple(a + (b - a) * share for a, b in zip(*points, strict=True))
    return tuple(_bend(column, lower, share) for column in zip(*points, strict=True))


def _bend(values: Sequence[float], lower: int, share: float) -> float:
    """One value between two of a row, by monotone cubic pieces (Fritsch and Carlson 1980)."""
    steps = [b - a for a, b in pairwise(values)]
    slopes = [steps[0], *(_slope(a, b) for a, b in pairwise(steps)), steps[-1]]
    t, u = share, 1 - share
    start, end = values[lower], values[lower + 1]
    curve = start * (1 + 2 * t) * u * u + end * (3 - 2 * t) * t * t
    return curve + slopes[lower] * t * u * u - slopes[lower + 1] * u * t * t


def _slope(before: float, after: float) -> float:
    """The slope between two steps: none where the direction turns, else their harmonic mean."""
    if before * after <= 0:
        return 0.0
    return 2 * before * after / (before + after)
