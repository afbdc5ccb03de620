"""Where the room and the person of a full-window page stand, in px (look-pages 2)."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPixmap

from kneecoach.domain.settings import PainfulSide
from kneecoach.ui.look import Look
from kneecoach.ui.pictures import Pictures

_TALL = 1040.0  # mH of the stage the person is fitted into
_LOW = 740  # px of height below which all is smaller, as below 1100 px of width
_COMPACT_BELOW = 1100
_COMPACT = 0.8


def scale_of(width: int, height: int) -> float:
    """The scale of everything in a window of that size in px: 0.8 in a small one, else 1."""
    return _COMPACT if width < _COMPACT_BELOW or height < _LOW else 1.0


@dataclass(frozen=True, slots=True)
class StageRoom:
    """A room of that size whose free part ends `free` px from the left, and the painful knee."""

    size: QSize
    free: int
    sore: PainfulSide | None = None

    @property
    def scale(self) -> float:
        """0.8 in a small window, else 1."""
        return scale_of(self.size.width(), self.size.height())

    @property
    def floor(self) -> float:
        """Where the floor begins."""
        return round(self.size.height() - 110 * self.scale)

    @property
    def frame(self) -> QRectF:
        """What the person is fitted into; their feet stand on its lower edge."""
        height, ground = self.size.height(), self.floor + 24 * self.scale
        tall = min(0.56 * max(1.0, height / 800) * _TALL, height - 170 * self.scale)
        return QRectF(self.free * 0.04, ground - tall, self.free * 0.92, tall)

    @property
    def key(self) -> Hashable:
        """All of it."""
        return "stage", self.size.width(), self.size.height(), self.free, self.sore

    def paint(self, dpr: float, look: Look, pictures: Pictures) -> QPixmap:
        """Paint it; `dpr` device pixels per px."""
        from kneecoach.ui.stage_painting import painted_room

        movement = pictures.movement("at_ease")
        return painted_room(self, dpr, look, movement, pictures.day())
