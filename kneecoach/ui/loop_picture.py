"""A picture that moves for a while: the exercise at half speed (look 6.1)."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, Signal
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent

from kneecoach.domain.catalogue import Exercise
from kneecoach.domain.wall import Wall
from kneecoach.ui.kit.shapes import smooth, within_corners
from kneecoach.ui.look import Look
from kneecoach.ui.pictures import Picture, Pictures, Scene
from kneecoach.ui.player.precise_timer import PreciseTimer

if TYPE_CHECKING:  # the figure is loaded after the page is there
    from kneecoach.domain.loop import Loop
    from kneecoach.ui.figure import Staging

BUDGET = 12_000_000  # bytes of room and frames, given away when the page is left
_ENDLESS = 1_000_000  # rounds


class LoopPicture(Picture):
    """Shows the still picture first; then its exercise goes round while it can be seen.

    With `rounds` it stops by itself after so many; with `help_shown` the end pose and the angle
    are drawn into it, and with reduced motion it then stands at the moment of the still picture.
    Nothing glows where the wall is grey. `moved` comes with each frame.
    """

    moved = Signal()

    def __init__(
        self,
        look: Look,
        pictures: Pictures,
        *,
        rounds: int | None = None,
        help_shown: bool = False,
        radius: float = 12,
    ) -> None:
        super().__init__(look, pictures, "", room=True, radius=radius)
        self._rounds = rounds
        self._help = help_shown
        self._exercise: Exercise | None = None
        self._loop: Loop | None = None
        self._staging: Staging | None = None
        self._began = 0  # ms of the clock
        self._passed = 0  # ms on the screen since then
        self._day = 0.0
        self._wanted = True
        self._held = ""  # the phase somebody wants to look at
        self._timer = PreciseTimer(self)
        self._timer.due.connect(self._step)
        look.changed.connect(self._rest)

    @property
    def playing(self) -> bool:
        """True while it moves."""
        return self._timer.armed_ms is not None

    @property
    def may_play(self) -> bool:
        """True when there is something to play and things may move."""
        return self._exercise is not None and not self._look.reduced_motion

    @property
    def phase(self) -> str:
        """The phase on the picture, "" while it is a still picture."""
        return self.loop.phase_at(self.loop_ms)[0].name if self.loop is not None else ""

    @property
    def loop(self) -> Loop | None:
        """What goes round, None while it is a still picture."""
        return self._loop if self._staging is not None else None

    @property
    def loop_ms(self) -> int:
        """The moment of the loop on the picture, in ms since its beginning."""
        if self._loop is None:
            return 0
        return self._loop.moment_of(self._held) if self._held else self._loop.shown_ms(self._passed)

    def hold_at(self, phase: str) -> None:
        """Stand where that phase is seen best ("ready": at the beginning); "" lets it go on."""
        if phase == self._held or (self._staging is None and not self._may_show()):
            return
        self._held = phase
        self._began = self._pictures.now_ms() - self._passed
        self._timer.arm(1)

    def show_loop(self, exercise: Exercise | None, scene: Scene) -> None:
        """Show that scene, with the exercise whose loop it may play; None keeps it still."""
        if (exercise, replace(scene, staged=True)) != (self._exercise, self._scene):
            self._exercise = exercise
            self._rest()
            self.show_scene(replace(scene, staged=True))

    def toggle(self) -> None:
        """Hold the loop, or let it go on from there."""
        self._wanted = not self.playing
        self._held = ""
        self._began = self._pictures.now_ms() - self._passed
        self._timer.arm(1 if self._wanted else None)
        self.moved.emit()

    def hideEvent(self, event: QHideEvent) -> None:
        """A page that is left starts with its still picture again."""
        super().hideEvent(event)
        self._rest()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._staging is not None:
            self._paint_staging(self._staging, event.rect())
            return
        super().paintEvent(event)
        if not self._waits and self._wanted and self._may_show() and not self.playing:
            self._timer.arm(1)  # the still picture is there

    def _paint_staging(self, staging: Staging, dirty: QRect) -> None:
        self._lay_out(staging)
        painter = smooth(QPainter(self))
        within_corners(painter, QRectF(self.rect()), self._radius)
        staging.paint(painter, dirty)
        painter.end()

    def _rest(self) -> None:
        self._timer.arm(None)
        self._staging = self._loop = None
        self._passed = 0
        self._wanted = True
        self._held = ""
        self.update()

    def _begin(self) -> bool:
        """Make what moves; False where there is nothing to move."""
        name = self._exercise.id if self._exercise else ""
        movement = self._pictures.stage_movement(name)
        if movement is None or self._exercise is None:
            return False
        from kneecoach.domain.loop import loop_of
        from kneecoach.ui.figure import Staging

        self._loop = loop_of(self._exercise, movement)
        self._staging = Staging(self._pictures.stage_movement, BUDGET)
        self._day = self._pictures.day()
        self._began = self._pictures.now_ms()
        return True

    def _may_show(self) -> bool:
        """True while it can be seen, and has more to show than its still picture."""
        return self._exercise is not None and self.isVisible() and (self._help or self.may_play)

    def _step(self) -> None:
        """Show the next frame and plan the one after it; after the last round all stands."""
        if not self._may_show() or (self._staging is None and not self._begin()):
            return
        loop, staging = self._loop, self._staging
        if loop is None or staging is None:
            return
        goes = self.may_play and self._wanted and not self._held
        if goes:
            self._passed = min(self._end_ms(loop), max(0, self._pictures.now_ms() - self._began))
        if not self.window().isMinimized():
            self.update(self._shown(staging, loop))
        self._timer.arm(self._following(loop) if goes else None)
        if goes and not self.playing:
            staging.clear()
        self.moved.emit()

    def _following(self, loop: Loop) -> int | None:
        """Milliseconds until the next frame, None after the last."""
        from kneecoach.domain.scene import MOVING, frame_start

        if self._passed == self._end_ms(loop):
            return None
        return frame_start(self._passed * MOVING // 1000 + 1, MOVING) - self._passed

    def _end_ms(self, loop: Loop) -> int:
        from kneecoach.domain.loop import SLOWER

        rounds = self._rounds if self._rounds is not None else _ENDLESS
        return rounds * loop.length_ms * SLOWER

    def _shown(self, staging: Staging, loop: Loop) -> QRect:
        from kneecoach.ui.picture_painting import tint_of

        self._lay_out(staging)
        glows = self._scene.wall is not Wall.PAUSED
        mirrored, shown = self._scene.mirrored, self._help
        scene = loop.scene(self.loop_ms, mirrored, help_shown=shown, glows=glows)
        return staging.show(scene, tint_of(self._scene, self._look.theme))

    def _lay_out(self, staging: Staging) -> None:
        from kneecoach.ui.figure import Layout
        from kneecoach.ui.picture_painting import frame_of
        from kneecoach.ui.stage_colours import colours_of

        frame, floor = frame_of(replace(self._scene, size=self.size()))
        colours = colours_of(self._look)
        layout = Layout(self.size(), self.devicePixelRatioF(), frame, floor, colours, self._day)
        if staging.lay_out(layout) and self._loop is not None:
            self._shown(staging, self._loop)
