"""Pictures of how the figure looked when somebody last looked at it.

Renew them after a change that is meant, and look at them before they are committed:

    QT_QPA_PLATFORM=offscreen python -m tests.figure.golden
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QRectF
from PySide6.QtGui import QGuiApplication, QImage, QPainter

from kneecoach.domain.figure import Movement, glow_at, pose_at
from kneecoach.ui.figure import paint_stage, stage_colours
from kneecoach.ui.figure.colours import Theme
from tests.figure.files import book

FOLDER = Path(__file__).parent / "golden" / "side"
THEMES: tuple[Theme, ...] = ("light", "dark")
WIDTH, HEIGHT, FLOOR = 200, 140, 116
CLOSE = 24  # of 255: a difference of one colour that no eye sees
FEW = 0.001  # share of pixels that may differ more


def three_moments(movement: Movement, theme: Theme) -> QImage:
    """The beginning, the middle and the end of the first phase, side by side."""
    image = QImage(3 * WIDTH, HEIGHT, QImage.Format.Format_RGB32)
    phase = next(iter(movement.phases), "rest")
    with QPainter(image) as painter:
        for column, progress in enumerate((0.0, 0.5, 1.0)):
            room = QRectF(column * WIDTH, 0, WIDTH, HEIGHT)
            paint_stage(
                painter,
                room,
                QRectF(room.left() + 6, 6, WIDTH - 12, FLOOR + 4 - 6),
                movement,
                pose_at(movement, phase, progress),
                floor_y=FLOOR,
                colours=stage_colours(theme),
                light=False,
                glow=glow_at(movement, phase, progress),
                mirrored=column == 2,
            )
    return image


def file_of(name: str, theme: Theme) -> Path:
    """Where the picture of a movement is kept."""
    return FOLDER / f"{name}_{theme}.png"


def share_that_differs(one: QImage, other: QImage) -> float:
    """The share of pixels whose colours are not close; 1 where the sizes differ."""
    if one.size() != other.size():
        return 1.0
    first, second = (i.convertToFormat(QImage.Format.Format_RGB32) for i in (one, other))
    a, b = bytes(first.constBits()), bytes(second.constBits())
    if a == b:
        return 0.0
    differs = sum(
        max(abs(x - y) for x, y in zip(a[i : i + 3], b[i : i + 3], strict=True)) > CLOSE
        for i in range(0, len(a), 4)
        if a[i : i + 3] != b[i : i + 3]
    )
    return differs / (len(a) // 4)


def renew() -> None:
    """Paint all of them anew."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, movement in book().movements.items():
        for theme in THEMES:
            three_moments(movement, theme).save(str(file_of(name, theme)))


if __name__ == "__main__":
    application = QGuiApplication([])
    renew()
