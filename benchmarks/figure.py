"""What the moving figure costs: a frame from what is kept, a played session, a rest.

Frames are those of every movement at 1280 by 800, at 100 % and at 200 %, painted in software as
the player's stage paints them. The session is played on a clock moved by hand from one look of the
player to the next: the processor's time is measured, the waiting in between is not waited for.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from statistics import median, quantiles
from time import process_time

from _starting import verdict
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QRegion
from PySide6.QtWidgets import QApplication

from kneecoach.app.starting import Silence
from kneecoach.clock import HandClock
from kneecoach.domain.catalogue import Catalogue, Motion, Side
from kneecoach.domain.content import Content
from kneecoach.domain.figure import MovementBook, parse_movements
from kneecoach.domain.plan import Plan, PlanItem
from kneecoach.domain.safety import Admitted, CheckOutcome, admit
from kneecoach.domain.scene import MOVING, Scene, Stance, frame_start
from kneecoach.domain.settings import Settings
from kneecoach.domain.wall import Wall
from kneecoach.store.content import load_content
from kneecoach.store.history import HistoryFile
from kneecoach.ui import fonts, resources
from kneecoach.ui.choices import Choices
from kneecoach.ui.figure import Layout, Staging, stage_colours
from kneecoach.ui.look import Look
from kneecoach.ui.pictures import Pictures
from kneecoach.ui.player.precise_timer import PreciseTimer
from kneecoach.ui.player.stage import Stage
from kneecoach.ui.player_page import PlayerPage
from kneecoach.ui.services import Services

FRAME_LIMITS = {1.0: 4.0, 2.0: 8.0}  # ms, 95th percentile
SESSION_LIMIT, STILL_LIMIT = 15.0, 3.0  # % of one core
KEPT_LIMIT = 40.0  # MB
REST = (75_000, 105_000)  # ms of the session in which only the seconds run
SIZE = QSize(1280, 800)


def scenes(catalogue: Catalogue, book: MovementBook) -> Iterator[list[Scene]]:
    """The frames of the moving phases of every exercise."""
    for name, exercise in catalogue.exercises.items():
        for phase in exercise.phases:
            if phase.motion in (Motion.OUT, Motion.BACK, Motion.STROKE):
                length = phase.ms or book.movements[name].phases[phase.name].cycle_ms
                frames = range(length * MOVING // 1000)
                yield [scene(name, phase.name, phase.motion, n, length) for n in frames]


def scene(name: str, phase: str, motion: Motion, number: int, length: int) -> Scene:
    """One frame of a phase."""
    stance = Stance(name, False, phase, motion, frame_start(number, MOVING), length)
    lift = Wall.LIFT
    return Scene(stance, None, 1.0, False, lift, lift, 1.0, 1.0, ghost=False, arc=True)


def paint_all(staging: Staging, row: list[Scene], image: QImage) -> list[float]:
    """The milliseconds of the processor each frame took, from the pose to the pixels."""
    taken = []
    for one in row:
        began = process_time()
        dirty = staging.show(one, None)
        with QPainter(image) as painter:
            painter.setClipRegion(QRegion(dirty))
            staging.paint(painter, dirty)
        taken.append((process_time() - began) * 1000)
    return taken[1:]  # the first changes the things in the room


def frames(content: Content, dpr: float) -> tuple[list[float], list[float], float]:
    """Milliseconds of new and of kept frames, and the most MB kept."""
    book = parse_movements(content.poses)
    colours = stage_colours("light")
    layout = Layout(SIZE, dpr, QRectF(32, 112, 780, 548), 638, colours, 0.35)
    image = QImage(SIZE * dpr, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(dpr)
    new: list[float] = []
    kept: list[float] = []
    most = 0.0
    staging = Staging(book.get)
    for row in scenes(content.catalogue, book):
        staging.lay_out(replace(layout, day=0.3))
        staging.lay_out(layout)
        new += paint_all(staging, row, image)
        kept += paint_all(staging, row, image)
        most = max(most, staging.size / 1e6)
    return new, kept, most


class Playing:
    """A session in a window, played as fast as it can be."""

    def __init__(self, folder: Path, content: Content) -> None:
        self.clock = HandClock()
        self.journal = HistoryFile(folder / "history.sqlite3", self.clock)
        settings = Settings(side_chosen=True)
        services = Services(content, self.journal, self.clock, Silence(), settings, lambda _: None)
        look = Look()
        pictures = Pictures(content.poses, look, self.clock)
        choices = Choices(settings, lambda _: None)
        self.page = PlayerPage(services, look, choices, pictures)
        self.page.resize(SIZE)
        self.page.show()
        self.page.begin(admitted(content.catalogue), None)
        QApplication.processEvents()

    def play(self, ms: int) -> tuple[float, int]:
        """Percent of one core the next `ms` take, and how often the player looked."""
        player = self.page.player
        assert player is not None
        [timer] = player.findChildren(
            PreciseTimer, options=Qt.FindChildOption.FindDirectChildrenOnly
        )
        end, looks = self.clock.monotonic_ms() + ms, 0
        began = process_time()
        while self.clock.monotonic_ms() < end:
            self.clock.move(timer.armed_ms or 1)
            player.look()
            QApplication.processEvents()
            looks += 1
        return (process_time() - began) * 100_000 / ms, looks

    def kept(self) -> float:
        """MB the stage keeps."""
        [stage] = self.page.findChildren(Stage)
        return stage.kept / 1e6


def admitted(catalogue: Catalogue) -> Admitted:
    """The exercises of a morning, on one side."""
    names = ("leg_raise", "squat", "stand_open", "hamstring_bent", "calf_stretch")
    items = tuple(PlanItem(n, catalogue.exercise(n).dose, (Side.LEFT,)) for n in names)
    answer = admit(Plan(items), catalogue, CheckOutcome(frozenset()))
    if not isinstance(answer, Admitted):
        raise RuntimeError(f"the plan was refused: {answer}")
    return answer


def session(content: Content) -> dict[str, float]:
    """Percent of one core: the first minute, a rest, all of the session; and what is kept."""
    with tempfile.TemporaryDirectory(prefix="kneecoach-bench-") as folder:
        playing = Playing(Path(folder), content)
        first, looks = playing.play(5_000 + 59_000)
        playing.play(REST[0] - 64_000)
        still, _ = playing.play(REST[1] - REST[0])
        player = playing.page.player
        assert player is not None
        left = sum(step.ms or 0 for step in player.session.timeline) - REST[1] - 1_000
        later, _ = playing.play(left)
        whole = (first * 64_000 + still * 30_000 + later * left) / (94_000 + left)
        kept = playing.kept()
        playing.page.leave_clock()
        playing.journal.close()
    return {"minute": first, "still": still, "session": whole, "kept": kept, "looks": looks / 64}


def main() -> int:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QApplication([])
    application.setApplicationName("kneecoach")
    resources.register()
    fonts.load(fonts.resource_paths())
    content = load_content()
    checks: dict[str, tuple[float, float]] = {}
    measured: dict[str, float] = {}
    for dpr, limit in FRAME_LIMITS.items():
        new, kept, most = frames(content, dpr)
        name = f"{dpr:.0f}x"
        checks[f"frame_{name}_ms"] = (quantiles(kept, n=20)[-1], limit)
        checks[f"kept_{name}_mb"] = (most, KEPT_LIMIT)
        measured[f"frame_{name}_median_ms"] = median(kept)
        measured[f"new_frame_{name}_ms"] = median(new)
    played = session(content)
    checks["session_percent"] = (played["session"], SESSION_LIMIT)
    checks["still_percent"] = (played["still"], STILL_LIMIT)
    checks["session_kept_mb"] = (played["kept"], KEPT_LIMIT)
    measured["first_minute_percent"] = played["minute"]
    measured["looks_a_second"] = played["looks"]
    return verdict("figure", checks, **measured)


if __name__ == "__main__":
    raise SystemExit(main())
