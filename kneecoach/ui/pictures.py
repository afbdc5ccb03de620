"""Still pictures of the exercises: painted one by one after the page is there, then kept."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Hashable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, QRectF, QSize, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

from kneecoach.clock import Clock
from kneecoach.domain.wall import Wall
from kneecoach.ui.kit.shapes import paint_picture, smooth
from kneecoach.ui.look import Look, Style
from kneecoach.ui.movement_shelf import MovementShelf

if TYPE_CHECKING:  # the figure is loaded with the first picture, after the page is there
    from kneecoach.domain.figure import Movement
    from kneecoach.domain.front_movements import FrontMovement

MOST_BYTES = 20 * 2**20  # of pictures kept; a page's loop keeps 12 MB, the drawing 16
_FIRST_MS = 50  # the window is painted and answers before the first picture is begun
_DAWN, _DAY = 6 * 60, 16 * 60  # the light wanders from 06:00 to 22:00 (look 1)


class Drawing(Protocol):
    """Something `Pictures` can paint."""

    @property
    def key(self) -> Hashable:
        """What the picture depends on beside palette, person and screen."""

    def paint(self, dpr: float, look: Look, pictures: Pictures) -> QPixmap:
        """Paint it; `dpr` device pixels per px."""


@dataclass(frozen=True, slots=True)
class Scene:
    """What a picture shows; sizes in px, the rest as shares of them.

    A `room` has window light and the whole stage of the movement between `left` and `right`, with
    `top` left free above; without it the picture is a small one with its own crop. `wall` PAUSED
    means: not available now, so nothing glows. `staged` is the view of the player.
    """

    exercise: str
    size: QSize
    mirrored: bool = False
    wall: Wall = Wall.READY
    room: bool = False
    ground: float = 0.16
    left: float = 0.04
    right: float = 0.96
    top: float = 0.07
    staged: bool = False

    @property
    def key(self) -> Hashable:
        """All of it; the size as numbers."""
        return (
            *(self.exercise, self.size.width(), self.size.height(), self.mirrored),
            *(self.wall, self.room, self.ground, self.left, self.right, self.top, self.staged),
        )

    def paint(self, dpr: float, look: Look, pictures: Pictures) -> QPixmap:
        """Paint it; `dpr` device pixels per px."""
        from kneecoach.ui.picture_painting import painted

        of = pictures.stage_movement if self.staged else pictures.movement
        return painted(self, dpr, look, of(self.exercise), pictures.day())


_Key = tuple[Hashable, float, Style]


class Pictures(QObject):
    """Paints scenes when the program has time and keeps them; `painted` says that one is ready.

    `failed` carries a sentence about a movement that can't be read, once for each.
    """

    painted = Signal()
    failed = Signal(str)

    def __init__(
        self,
        poses: Mapping[str, Mapping[str, object]],
        look: Look,
        clock: Clock,
        front: Mapping[str, object] | None = None,
    ) -> None:
        """`front` are the movements that are told from the front as well."""
        super().__init__()
        self._shelf = MovementShelf(poses, front or {}, self.failed.emit)
        self._look = look
        self._clock = clock
        self._kept: OrderedDict[_Key, QPixmap] = OrderedDict()
        self._wanted: OrderedDict[_Key, tuple[Drawing, float]] = OrderedDict()
        self._timer = QTimer(self)
        self._timer.setInterval(_FIRST_MS)
        self._timer.timeout.connect(self._paint_one)

    @property
    def bytes(self) -> int:
        """What all that is kept takes in memory."""
        return sum(kept.width() * kept.height() * 4 for kept in self._kept.values())

    def get(self, drawing: Drawing, dpr: float) -> QPixmap | None:
        """The picture, or None while it is still to be painted; `painted` follows then."""
        key = (drawing.key, dpr, self._look.style)
        found = self._kept.get(key)
        if found is not None:
            self._kept.move_to_end(key)
        elif key not in self._wanted:
            self._wanted[key] = (drawing, dpr)
            self._timer.start()
        return found

    def give_away(self) -> None:
        """Keep nothing; what is wanted again is painted again."""
        self._kept.clear()
        self._wanted.clear()

    def paint_all(self) -> None:
        """Paint everything that was asked for now, for a picture of the page itself."""
        while self._wanted:
            self._paint_one()

    def movement(self, name: str) -> Movement | None:
        """The movement of an exercise from the side; somebody at ease where it can't be read."""
        return self._shelf.side(name)

    def stage_movement(self, name: str) -> Movement | FrontMovement | None:
        """The movement in the view of the player: from the front where that shows the balance."""
        return self._shelf.stage(name)

    def has_two_views(self, name: str) -> bool:
        """True where the player can show the exercise from the front and from the side."""
        return self._shelf.has_two_views(name)

    def now_ms(self) -> int:
        """A reading of the clock, for pictures that move."""
        return self._clock.monotonic_ms()

    def day(self) -> float:
        """Where the window's light is now: 0 at 06:00 to 1 at 22:00."""
        return min(1.0, max(0.0, (self._clock.wall().minute_of_day - _DAWN) / _DAY))

    def _paint_one(self) -> None:
        self._timer.setInterval(0)
        if not self._wanted:
            self._timer.stop()
            return
        key, (drawing, dpr) = self._wanted.popitem(last=False)
        if key[-1] == self._look.style:
            self._kept[key] = drawing.paint(dpr, self._look, self)
            while self.bytes > MOST_BYTES and len(self._kept) > 1:
                self._kept.popitem(last=False)
        if not self._wanted:
            self._timer.stop()
        self.painted.emit()


class Picture(QWidget):
    """A scene with round corners; while it is being painted its place has the wall's colour."""

    def __init__(
        self,
        look: Look,
        pictures: Pictures,
        exercise: str,
        *,
        room: bool = False,
        radius: float = 12,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._pictures = pictures
        self._radius = radius
        self._scene = Scene(exercise, QSize(1, 1), room=room)
        look.changed.connect(self.update)
        pictures.painted.connect(self._arrived)
        self._waits = False

    def show_scene(self, scene: Scene) -> None:
        """Show that scene from now on, in the widget's own size."""
        self._scene = scene
        self.update()

    @property
    def scene(self) -> Scene:
        """What is shown now."""
        return self._scene

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = smooth(QPainter(self))
        picture = self._pictures.get(self._sized(), self.devicePixelRatioF())
        self._waits = picture is None
        wall = self._look.theme.wall_of(self._scene.wall)
        paint_picture(painter, QRectF(self.rect()), self._radius, picture, wall)
        painter.end()

    def _sized(self) -> Scene:
        return replace(self._scene, size=self.size())

    def _arrived(self) -> None:
        if self._waits:
            self.update()
