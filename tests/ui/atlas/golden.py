"""Pictures the layers are held against, and the way to make them anew after a wanted change.

QT_QPA_PLATFORM=offscreen python -m tests.ui.atlas.golden
"""

from __future__ import annotations

import platform
from pathlib import Path

from PySide6.QtCore import qVersion
from PySide6.QtGui import QImage

from kneecoach.domain.anatomy import Layer
from kneecoach.ui.atlas.pictures import AtlasShapes, Part, View
from kneecoach.ui.theme import DARK, LIGHT, Theme
from tests.content.trees import atlas

FOLDER = Path(__file__).parent / "golden"
SIDE = 200  # px
LOOSE = 10  # of 255, what another machine or Qt may round otherwise
THEMES = (LIGHT, DARK)


def view(layer: Layer, theme: Theme = LIGHT, *, left: bool = False, side: int = SIDE) -> View:
    """A small view of a layer."""
    return View(layer, theme, left, side, 1.0)


def painted(one: View, *, pale: bool = False, lit: frozenset[str] = frozenset()) -> Part:
    """A layer, or what is lit in it, painted to the end."""
    shapes = AtlasShapes(atlas())
    steps = shapes.lit_steps(one, lit) if lit else shapes.layer_steps(one, pale=pale)
    *_, last = steps
    assert last is not None
    return last


def file_of(layer: Layer, theme: Theme) -> Path:
    """Where the picture of a layer is kept."""
    return FOLDER / f"{layer}_{theme.name}.png"


def maker() -> str:
    """What a picture's last bits depend on."""
    return f"Qt {qVersion()} {platform.system()} {platform.machine()}"


def largest_difference(one: QImage, other: QImage) -> int:
    """The largest difference of any colour of any pixel, 0 to 255; 255 for other sizes."""
    if one.size() != other.size():
        return 255
    kind = QImage.Format.Format_ARGB32_Premultiplied
    first, second = one.convertToFormat(kind), other.convertToFormat(kind)
    return max(
        abs(a - b) for a, b in zip(bytes(first.constBits()), bytes(second.constBits()), strict=True)
    )


def renew() -> None:
    """Write all pictures."""
    for theme in THEMES:
        for layer in Layer:
            image = painted(view(layer, theme)).image
            image.setText("made", maker())
            image.save(str(file_of(layer, theme)))


if __name__ == "__main__":
    from PySide6.QtGui import QGuiApplication

    application = QGuiApplication([])
    renew()
