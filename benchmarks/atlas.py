"""The drawing of the knee: its first painting, pointing at its structures, and what it keeps.

Measured in the real window of 1280 x 800, at 100 % and at 200 %, each in a process of its own.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from statistics import quantiles
from time import perf_counter

from _starting import ROOT, verdict
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

from kneecoach.app.rehearsal import Rehearsal, rehearsal
from kneecoach.app.starting import start_qt
from kneecoach.domain.anatomy import BOX, Layer
from kneecoach.domain.settings import ThemeChoice
from kneecoach.store.content import load_content
from kneecoach.ui.atlas.view import AtlasView
from kneecoach.ui.knee_page import KneePage

HELD_LIMIT = 50.0  # ms the window may be held up at once while the drawing is first painted
HOVER_LIMIT = 16.0  # ms from the pointer's move to the painted picture, 95th percentile
KEPT_LIMIT = 24.0  # MB: the pages' small pictures have the rest of 40
TURNS = 4


def watched(made: Rehearsal) -> dict[str, float]:
    """Longest hold-up in ms, 95th percentile of pointing in ms, and MB kept."""
    for _ in range(50):  # Today's own pictures
        made.settle()
    held = [timed(lambda: made.window.go("knee"))]
    held += [timed(QApplication.processEvents) for _ in range(200)]
    page = made.window.page("knee")
    if not isinstance(page, KneePage) or page.atlas is None:
        raise RuntimeError("the drawing is not shown")
    page.show_cause("")
    held += [timed(QApplication.processEvents) for _ in range(200)]
    view = page.atlas.view
    moves: list[float] = []
    for layer in Layer:
        page.atlas.show_layer(layer)
        for _ in range(200):
            held.append(timed(QApplication.processEvents))
        moves += [timed(lambda to=to: point(view, to)) for to in spots(view)]  # type: ignore[misc]
    p95 = quantiles(moves, n=20)[-1]
    return {"held_ms": max(held), "hover_ms": p95, "kept_mb": view.drawings.bytes / 1e6}


def spots(view: AtlasView) -> Iterator[QPointF]:
    """Every labelled structure's point, again and again, in px of the view."""
    side = min(view.width(), view.height())
    corner = QPointF((view.width() - side) / 2, (view.height() - side) / 2)
    for _ in range(TURNS):
        for label in view.atlas.layers[view.layer].labels:
            x = BOX - label.at[0] if view.left else label.at[0]
            yield corner + QPointF(x, label.at[1]) * side / BOX


def point(view: AtlasView, to: QPointF) -> None:
    """Move the pointer there and paint what comes of it."""
    still, none = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
    move = QMouseEvent(QEvent.Type.MouseMove, to, to, still, still, none)
    QApplication.sendEvent(view, move)
    view.repaint()


def timed(do: Callable[[], object]) -> float:
    """How long that takes, ms."""
    began = perf_counter()
    do()
    return (perf_counter() - began) * 1000


def measure() -> int:
    """Measure in this process and print the result as JSON."""
    started = start_qt("en")
    with rehearsal(load_content(), ThemeChoice.LIGHT) as made:
        print(json.dumps(watched(made)))
    started.application.processEvents()
    return 0


def measured(scale: int) -> dict[str, float]:
    """What a process at that scale measured."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": str(scale)}
    command = [sys.executable, __file__, "--measure"]
    environment["PYTHONPATH"] = str(ROOT)
    done = subprocess.run(command, env=environment, check=True, stdout=subprocess.PIPE, text=True)
    found: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return found


def main() -> int:
    if "--measure" in sys.argv:
        return measure()
    checks: dict[str, tuple[float, float]] = {}
    for scale in (1, 2):
        found = measured(scale)
        limits = {"held_ms": HELD_LIMIT, "hover_ms": HOVER_LIMIT, "kept_mb": KEPT_LIMIT}
        checks |= {f"{key}_at_{scale}x": (found[key], limits[key]) for key in limits}
    return verdict("atlas", checks)


if __name__ == "__main__":
    raise SystemExit(main())
