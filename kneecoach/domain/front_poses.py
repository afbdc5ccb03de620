"""A pose of the person in space, as numbers that can be blended (look-front 3).

Units as in `bones`: mH, a thousandth of the person's height; degrees. X to the figure's left, Y up,
Z forwards, the floor at Y = 0.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kneecoach.domain.bones import ANKLE_HEIGHT
from kneecoach.domain.space import Vector

ArmAngles = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Limbs:
    """Arm and leg of one side, by its zero and its positive direction (look-front 3).

    `ankle` is where the foot is pinned. yaw: straight ahead; toes out. pitch: sole flat; toes up.
    knee: over the foot; outwards, so negative drifts in. `arm`: upper arm's elevation from straight
    down and its plane (0 sideways, 90 forward), then the forearm's. `wrist` is where the wrist
    stays while the fingertips rest on something; given, it bends the arm instead of the angles.
    """

    ankle: Vector
    yaw: float = 7.0
    pitch: float = 0.0
    knee: float = 0.0
    arm: ArmAngles = (9.0, 0.0, 7.0, 15.0)
    wrist: Vector | None = None

    def numbers(self) -> tuple[float, ...]:
        """All values in a row, to blend poses with; without `wrist`."""
        return (*self.ankle, self.yaw, self.pitch, self.knee, *self.arm)


@dataclass(frozen=True, slots=True)
class FrontPose:
    """A pose in space, by its zero and its positive direction (look-front 3).

    `root` is the middle of the hip joints. tilt: pelvis level; the left side drops. lumbar, thorax,
    neck, head: in line with the part below; towards the figure's left. lean: trunk upright;
    forward. `hands` puts both wrists, mirrored, from the middle of the shoulders; given, they bend
    the arms instead of the angles. The defaults are a neutral stance.
    """

    root: Vector = (0.0, 533.0, 0.0)
    tilt: float = 0.0
    lean: float = 0.0
    lumbar: float = 0.0
    thorax: float = 0.0
    neck: float = 0.0
    head: float = 0.0
    right: Limbs = Limbs((-48.0, ANKLE_HEIGHT, 0.0))
    left: Limbs = Limbs((48.0, ANKLE_HEIGHT, 0.0))
    hands: Vector | None = None

    def numbers(self) -> tuple[float, ...]:
        """All values in a row, to blend poses with; `hands` last, where they are given."""
        spine = (self.tilt, self.lean, self.lumbar, self.thorax, self.neck, self.head)
        limbs = (*self.right.numbers(), *self.left.numbers())
        return (*self.root, *spine, *limbs, *(self.hands or ()))


def pose_of(numbers: Sequence[float], like: FrontPose) -> FrontPose:
    """The pose of a row of values as `FrontPose.numbers` has them; a wrist that stays is another's.

    The other pose has its hands given in the same way.
    """
    x, y, z, tilt, lean, lumbar, thorax, neck, head, *limbs = numbers
    right = _limbs(limbs[:10], like.right.wrist)
    left = _limbs(limbs[10:20], like.left.wrist)
    hands = (limbs[20], limbs[21], limbs[22]) if like.hands is not None else None
    return FrontPose((x, y, z), tilt, lean, lumbar, thorax, neck, head, right, left, hands)


def _limbs(numbers: Sequence[float], wrist: Vector | None) -> Limbs:
    x, y, z, yaw, pitch, knee, *arm = numbers
    return Limbs((x, y, z), yaw, pitch, knee, (arm[0], arm[1], arm[2], arm[3]), wrist)
