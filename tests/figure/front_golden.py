"""Pictures the front view and the pairs are held against, and the way to make them anew.

QT_QPA_PLATFORM=offscreen python -m tests.figure.front_golden
"""

from __future__ import annotations

import platform
from collections.abc import Iterator, Mapping
from pathlib import Path

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, qVersion
from PySide6.QtGui import QImage, QPainter

from kneecoach.domain.front import FrontBody
from kneecoach.domain.front_movements import FrontMovement, front_at, front_glow_at
from kneecoach.ui.figure import StageColours, Tint, stage_colours
from kneecoach.ui.figure.colours import Theme
from kneecoach.ui.figure.front_scene import FrontLayers, paint_front_scene
from kneecoach.ui.figure.pair_picture import MarkColours, PairView, pair_picture
from tests.content.trees import english
from tests.figure.front_files import fronts, pairs

FOLDER = Path(__file__).parent / "golden"
THEMES: tuple[Theme, ...] = ("light", "dark")
SIZE = QSize(72, 96)
PAIR = QSize(208, 156)
LOOSE = 24  # of 255, what another machine or Qt may round otherwise at an edge
MARKS = MarkColours(
    line="#202020",
    casing="#F4F4F4",
    border="#808080",
    fault="#B01020",
    wanted="#1F5660",
    check="#FFFFFF",
    stop="#A91D2B",
    cross="#FFFFFF",
    zone="#A91D2B",
    here="#9C3210",
)
GREY = Tint("#808080", 0.4)

Cells = list[QImage]


def person(
    one: FrontMovement,
    body: FrontBody,
    colours: StageColours,
    *,
    glow: float = 0.8,
    mirrored: bool = False,
    size: QSize = SIZE,
    dpr: float = 1.0,
) -> QImage:
    """The person alone, on nothing."""
    image = QImage(size * dpr, QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(dpr)
    image.fill(Qt.GlobalColor.transparent)
    with QPainter(image) as painter:
        layers = FrontLayers(one, body, colours, glow)
        rect = QRectF(0, 0, size.width(), size.height() - 6)
        paint_front_scene(painter, rect, layers, mirrored=mirrored, bounds=QRectF(rect))
    return image


def front_cells(theme: Theme) -> Cells:
    """Three moments of every movement."""
    colours = stage_colours(theme)
    cells = []
    for one in fronts().values():
        for phase, progress in _three(one):
            glow = front_glow_at(one, phase, progress)
            cells.append(person(one, front_at(one, phase, progress), colours, glow=glow))
    return cells


def pair_view(
    theme: Theme,
    so: bool,
    words: Mapping[str, str] | None = None,
    *,
    size: QSize = PAIR,
    mirrored: bool = False,
) -> PairView:
    """How a picture of a pair is seen here."""
    return PairView(
        size,
        1.0,
        stage_colours(theme, "tan", "bun"),
        MARKS,
        words if words is not None else english().texts.tags,
        glows=so,
        tint=None if so else GREY,
        mirrored=mirrored,
    )


def pair_cells(theme: Theme) -> Cells:
    """Both pictures of every pair."""
    return [
        pair_picture(pair, side, pair_view(theme, so, {})).toImage()
        for found in pairs().values()
        for pair in found
        for so, side in ((True, pair.so), (False, pair.not_so))
    ]


def _three(one: FrontMovement) -> Iterator[tuple[str, float]]:
    phase = next(iter(one.phases), "ready")
    yield from ((phase, 0.0), (phase, 0.5), (phase, 1.0)) if one.phases else ((phase, 0.0),)


def sheet(cells: Cells, columns: int = 6) -> QImage:
    """The cells on one sheet."""
    wide, high = cells[0].width(), cells[0].height()
    rows = -(-len(cells) // columns)
    whole = QImage(wide * columns, high * rows, QImage.Format.Format_ARGB32_Premultiplied)
    whole.fill(Qt.GlobalColor.transparent)
    with QPainter(whole) as painter:
        for number, cell in enumerate(cells):
            row, column = divmod(number, columns)
            painter.drawImage(QPoint(column * wide, row * high), cell)
    return whole


def sheets(theme: Theme) -> dict[str, QImage]:
    """All sheets of a palette by their names."""
    return {"front": sheet(front_cells(theme)), "pairs": sheet(pair_cells(theme))}


def file_of(name: str, theme: Theme) -> Path:
    """Where a sheet is kept."""
    return FOLDER / f"{name}_{theme}.png"


def maker() -> str:
    """What a picture's last bits depend on."""
    return f"Qt {qVersion()} {platform.system()} {platform.machine()}"


def renew() -> None:
    """Write all sheets."""
    FOLDER.mkdir(exist_ok=True)
    for theme in THEMES:
        for name, image in sheets(theme).items():
            image.setText("made", maker())
            image.save(str(file_of(name, theme)))


if __name__ == "__main__":
    from PySide6.QtGui import QGuiApplication

    application = QGuiApplication([])
    renew()
