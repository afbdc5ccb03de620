"""Render `assets/icons/kneecoach.svg` to the PNG sizes that windows and desktops ask for.

Run it after changing the drawing and commit the files:  python packaging/make_icons.py
The window reads the PNG files, so that it need not load QtSvg.
"""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

ICONS = Path(__file__).resolve().parents[1] / "assets" / "icons"
SIZES = (32, 64, 256)  # px


def render(size: int) -> QImage:
    """The mark as a square picture with a clear background, `size` px wide."""
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    QSvgRenderer(str(ICONS / "kneecoach.svg")).render(painter)
    painter.end()
    return image


def main() -> int:
    application = QGuiApplication(sys.argv)
    application.setApplicationName("kneecoach")
    for size in SIZES:
        render(size).save(str(ICONS / f"kneecoach-{size}.png"))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
