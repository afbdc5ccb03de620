"""What the player's stage shows at a reading of the clock, derived from the session alone.

The picture moves in frames: a moment is drawn as the beginning of its frame, so that few pictures
make a session, and the same moment is always the same picture. What fades, turns or glows is a
function of the time within the step, hence a pause freezes it and going back rewinds it.
"""

from __future__ import annotations

from dataclasses import dataclass

from kneecoach.domain.bones import Skeleton
from kneecoach.domain.catalogue import Motion, Side
from kneecoach.domain.front import FrontBody
from kneecoach.domain.front_movements import FrontMovement, front_at, front_glow_at
from kneecoach.domain.idle import NOT_IDLE, Idle, idle_at
from kneecoach.domain.movements import Movement, ease, glow_at, pose_at, progress_of
from kneecoach.domain.progress import Session, State, elapsed
from kneecoach.domain.session import next_moment
from kneecoach.domain.timeline import Part, Step, StepKind
from kneecoach.domain.view import View, view, wall_of
from kneecoach.domain.wall import Wall

MOVING, QUIET = 30, 10  # frames a second: while the body moves; while only the ring does
WALL_MS = 600  # between two walls, and two exercises (look 3.7)
TURN_MS = 500  # to turn round at a change of side
CALM_MS = 250  # from one still picture to the next with reduced motion (look 8.6)
GHOST_MS = 5_000  # this long before the work the end pose is shown (look 8.5)
FADE_STEPS = 10
AT_EASE = "at_ease"  # the pose in which the finished session is told
DIMMED = 0.35  # the glow in a pause
# How far into a phase its still picture stands: where a movement leads to, how a hold looks.
STILL_AT = {Motion.OUT: 1.0, Motion.HOLD: 0.5, Motion.BACK: 1.0, Motion.STROKE: 0.5}


@dataclass(frozen=True, slots=True)
class Stance:
    """The person at a moment: what they do, on which side, and for how long in this phase.

    A `still` stance stands for its whole phase, however long that has run.
    """

    exercise: str
    mirrored: bool
    phase: str = "ready"
    motion: Motion = Motion.STILL
    ms: int = 0
    length_ms: int = 0
    still: bool = False

    def body(self, movement: Movement) -> Skeleton:
        """The person's joints, given the movement of the exercise."""
        return pose_at(movement, self.phase, self._progress(movement), self._idle(movement))

    def front_body(self, movement: FrontMovement) -> FrontBody:
        """The person's joints in space, given the movement in the view from the front."""
        return front_at(movement, self.phase, self._progress(movement), self._idle(movement))

    def glow(self, movement: Movement | FrontMovement) -> float:
        """How strongly the muscle glows, 0 to 1."""
        progress = self._progress(movement)
        if isinstance(movement, FrontMovement):
            glow = front_glow_at(movement, self.phase, progress)
        else:
            glow = glow_at(movement, self.phase, progress)
        return round(glow * self._idle(movement).pulse, 3)

    def _progress(self, movement: Movement | FrontMovement) -> float:
        if self.still:
            return STILL_AT.get(self.motion, 0.0)
        return progress_of(movement.phases, self.phase, self.ms, self.length_ms)

    def _idle(self, movement: Movement | FrontMovement) -> Idle:
        if self.still or self.motion is not Motion.HOLD:
            return NOT_IDLE
        return idle_at(self.ms, self.length_ms - self.ms, movement.sway)


@dataclass(frozen=True, slots=True)
class Scene:
    """A picture of the stage.

    `before` is what `now` takes the place of, by a `share` 0 to 1: by fading, or by turning round.
    The walls likewise. `dim` is the share of the glow that is left.
    """

    now: Stance
    before: Stance | None
    share: float
    turns: bool
    wall: Wall
    wall_before: Wall
    wall_share: float
    dim: float
    ghost: bool
    arc: bool

    @property
    def mirrored(self) -> bool:
        """True when it is the left leg's turn."""
        return self.now.mirrored


def scene_at(session: Session, now: int, calm: bool) -> Scene:
    """The picture of a session at a reading of the clock; `calm` is reduced motion."""
    step, picture = session.step, view(session, now)
    ms = cut(elapsed(session, now), _rate(session, now, calm))
    before = _before(session)
    share = _share(step, ms, calm) if before else 1.0
    changes = before is not None and share < 1
    turns = step.kind is StepKind.SWITCH and not calm
    walls = session.state is State.RUNNING and before is not None and not calm
    ghost = not session.over and (calm or _ghost(picture, step, ms))
    return Scene(
        now=_stance(session.part, step, ms, calm) if not session.over else Stance(AT_EASE, False),
        before=_last_stance(session, before, calm) if changes and before else None,
        share=ease(share) if turns else share,
        turns=turns and changes,
        wall=picture.wall,
        wall_before=wall_of(before) if walls and before else picture.wall,
        wall_share=_steps(ms, WALL_MS) if walls else 1.0,
        dim=DIMMED if picture.wall is Wall.PAUSED else 1.0,
        ghost=ghost,
        arc=ghost or not (step.waits or session.over),
    )


def next_look(session: Session, now: int, calm: bool) -> int | None:
    """Milliseconds (at least 1) until something on the screen is another, None when nothing is."""
    moment = next_moment(session, now)
    if moment is None:
        return None
    rate = _rate(session, now, calm)
    run = now - session.since if session.state is State.COUNTING_IN else elapsed(session, now)
    return min(moment, frame_start(run * rate // 1000 + 1, rate) - run)


def cut(ms: int, rate: int) -> int:
    """The moment at which the frame began that is on the screen `ms` after the first."""
    return frame_start(ms * rate // 1000, rate)


def frame_start(number: int, rate: int) -> int:
    """The first whole millisecond of a frame, counted from 0."""
    return -(-number * 1000 // rate)


def _rate(session: Session, now: int, calm: bool) -> int:
    """Frames a second that are worth while at that moment."""
    step = session.step
    if session.state is State.COUNTING_IN:
        return QUIET
    moves = not step.waits and step.motion is not Motion.STILL
    return MOVING if (moves and not calm) or elapsed(session, now) < WALL_MS else QUIET


def _before(session: Session) -> Step | None:
    """The step whose picture the present one takes the place of."""
    if session.over or session.index == 0 or session.step.ms is None:
        return None
    return session.timeline[session.index - 1]


def _share(step: Step, ms: int, calm: bool) -> float:
    """How far the figure has come in at the beginning of a step."""
    if calm:
        return _steps(ms, CALM_MS)
    if step.kind is StepKind.BETWEEN:
        return _steps(ms, WALL_MS)
    return min(1.0, ms / TURN_MS) if step.kind is StepKind.SWITCH else 1.0


def _steps(ms: int, length_ms: int) -> float:
    return min(FADE_STEPS, ms * FADE_STEPS // length_ms) / FADE_STEPS


def _ghost(picture: View, step: Step, ms: int) -> bool:
    if picture.word == "ready":
        return True
    return picture.word != "paused" and step.waits and (step.ms or 0) - ms <= GHOST_MS


def _last_stance(session: Session, step: Step, calm: bool) -> Stance:
    return _stance(session.parts[step.part], step, step.ms or 0, calm)


def _stance(part: Part, step: Step, ms: int, calm: bool) -> Stance:
    mirrored = part.side is Side.LEFT
    if step.waits:
        return Stance(part.exercise, mirrored)
    if step.motion is Motion.STILL:
        return Stance(part.exercise, mirrored, step.phase)
    if calm or step.ms is None:
        return Stance(part.exercise, mirrored, step.phase, step.motion, still=True)
    return Stance(part.exercise, mirrored, step.phase, step.motion, ms, step.ms)
