"""An unforeseen error as it is told: its kind and its place, nothing of what it was about."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

_ROOMS = ("app", "cli", "clock", "domain", "store", "ui")
_PAINTED = ("ui/figure/", "ui/atlas/", "ui/charts/", "ui/kit/", "ui/picture", "ui/loop", "ui/icon")
_SHOWN = ("domain/figure", "domain/front", "domain/pose", "domain/scene", "domain/movements")
_HEARD = ("ui/sound", "domain/cues", "domain/speech")
_KEPT = ("store/", "ui/player/recorder")


class Area(StrEnum):
    """The part of the program an error comes from."""

    DRAWING = "drawing"
    SOUND = "sound"
    SAVING = "saving"
    PROGRAM = "program"


@dataclass(frozen=True, slots=True)
class Fault:
    """The type of an error, and the innermost line of ours it passed.

    `file` is told from the package on, such as ui/figure/painter.py, and "" where the error passed
    none of ours.
    """

    kind: str
    file: str = ""
    line: int = 0

    @property
    def place(self) -> str:
        """Kind and place as they are shown and copied."""
        return f"{self.kind} · {self.file}:{self.line}" if self.file else self.kind

    @property
    def area(self) -> Area:
        """Where that is."""
        if self.file.startswith(_KEPT):
            return Area.SAVING
        if self.file.startswith(_HEARD):
            return Area.SOUND
        return Area.DRAWING if self.file.startswith((*_PAINTED, *_SHOWN)) else Area.PROGRAM


def fault_of(error: BaseException) -> Fault:
    """What is told of an error."""
    import traceback  # 2 ms that the start does without

    steps = reversed(traceback.extract_tb(error.__traceback__))
    found = ((_ours(step.filename), step.lineno or 0) for step in steps)
    file, line = next((place for place in found if place[0]), ("", 0))
    return Fault(type(error).__name__, file, line)


def _ours(name: str) -> str:
    """The name from the package on, "" for a file that is not ours."""
    inside = name.replace("\\", "/").rpartition("kneecoach/")[2]
    room = inside.split("/")[0].removesuffix(".py")
    return inside if "kneecoach/" in name.replace("\\", "/") and room in _ROOMS else ""
