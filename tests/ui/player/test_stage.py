"""The stage in a window: what moves, what stands still, and what is not painted at all."""

from __future__ import annotations

import gc
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget

from kneecoach.domain.session import State
from kneecoach.ui.player.stage import Stage

Key = Qt.Key


class Paints(QObject):
    """Counts how often widgets are painted, and where."""

    def __init__(self, *widgets: QWidget) -> None:
        super().__init__()
        self.areas: list[QRect] = []
        for widget in widgets:
            widget.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint:
            self.areas.append(event.rect())
        return False


@pytest.fixture
def moving(playing):
    playing.look.set_calm(False)
    return playing


def stage_of(playing) -> Stage:
    [stage] = playing.page.findChildren(Stage)
    return stage


def picture(playing) -> tuple[QImage, QImage]:
    """The stage and the ring; letters may be smoothed anew by Qt when they are drawn again."""
    return figure(playing), playing.page._screen._ring.grab().toImage()


def figure(playing) -> QImage:
    return stage_of(playing).grab().toImage()


@pytest.mark.parametrize(
    ("name", "ms"),
    [("leg_raise", 6_100), ("leg_raise", 7_700), ("hamstring_bent", 14_250), ("squat", 9_400)],
)
def test_the_same_moment_has_the_same_pixels_after_a_pause(moving, name, ms):
    moving.begin(name)
    moving.pass_time(ms)
    before = picture(moving)
    moving.press(Key.Key_Space)
    moving.pass_time(7_654)
    assert picture(moving) != before
    moving.press(Key.Key_Space)
    moving.pass_time(3_000)
    assert moving.session.state is State.RUNNING
    assert picture(moving) == before


def test_the_same_moment_has_the_same_pixels_after_going_back(moving):
    moving.begin("leg_raise")
    moving.pass_time(5_000 + 6_000 + 1_450)
    before = picture(moving)
    moving.pass_time(3_300)
    assert picture(moving) != before
    moving.press(Key.Key_Left)
    moving.pass_time(3_000 + 6_000 + 1_450)
    assert picture(moving) == before


@pytest.mark.parametrize(
    ("name", "ms"), [("leg_raise", 6_150), ("hamstring_bent", 12_345), ("stand_open", 16_000)]
)
def test_a_pause_freezes_every_pixel_in_the_middle_of_a_movement(moving, name, ms):
    moving.begin(name)
    moving.pass_time(ms)
    moving.press(Key.Key_Space)
    QApplication.processEvents()
    before = picture(moving)
    paints = Paints(stage_of(moving))
    moving.pass_time(500_000)
    QApplication.processEvents()
    assert paints.areas == []
    assert picture(moving) == before


def test_the_person_moves_in_a_movement_and_breathes_in_a_hold(moving):
    moving.begin("hamstring_bent")
    moving.pass_time(5_000 + 600)
    reach = [figure(moving)]
    for _ in range(3):
        moving.pass_time(400)
        reach.append(figure(moving))
    assert all(one != other for one, other in pairwise(reach))
    moving.pass_time(5_000)
    one = figure(moving)
    moving.pass_time(1_050)
    assert figure(moving) != one


def test_with_reduced_motion_a_hold_stands_still(playing):
    playing.begin("hamstring_bent")
    playing.pass_time(12_000)
    one = figure(playing)
    for _ in range(4):
        playing.pass_time(700)
        assert figure(playing) == one


def test_only_the_persons_part_of_the_stage_is_painted_anew(moving):
    moving.begin("squat")
    moving.pass_time(5_000 + 1_500)
    QApplication.processEvents()
    paints = Paints(stage_of(moving))
    moving.pass_time(34)
    QApplication.processEvents()
    [area] = paints.areas
    ring = moving.page._screen._ring.geometry()
    person = area.width() * area.height()
    assert not area.isEmpty()
    assert area.united(ring) == area or person < 0.5 * 1280 * 800


def test_nothing_is_painted_while_nobody_sees_it(moving):
    moving.begin("squat")
    moving.pass_time(6_000)
    moving.page.hide()
    stage = stage_of(moving)
    assert stage.kept < 1_000
    paints = Paints(stage, moving.page._screen._ring)
    for _ in range(40):
        moving.pass_time(50)
        QApplication.processEvents()
    assert paints.areas == []
    assert stage.kept < 1_000


def test_nothing_is_painted_while_the_window_is_minimised(moving):
    moving.begin("squat")
    moving.pass_time(6_000)
    moving.page.window().showMinimized()
    QApplication.processEvents()
    before = picture(moving)
    stage = stage_of(moving)
    paints = Paints(stage, moving.page._screen._ring)
    for _ in range(20):
        moving.pass_time(50)
        QApplication.processEvents()
    assert paints.areas == []
    moving.page.window().showNormal()
    QApplication.processEvents()
    assert paints.areas != []
    assert picture(moving) != before


def test_a_change_of_side_turns_the_person_round(moving):
    moving.begin("calf_stretch", sides="both")
    switch = 5_000 + 3 * 25_000 + 2 * 5_000
    moving.pass_time(switch)
    pictures = [figure(moving)]
    for _ in range(5):
        moving.pass_time(100)
        pictures.append(figure(moving))
    assert len({bytes(p.constBits()) for p in pictures}) == len(pictures)


@pytest.mark.long
def test_the_whole_session_keeps_little(moving):
    moving.begin("leg_raise", "squat")
    stage, most = stage_of(moving), 0
    for _ in range(120):
        moving.pass_time(370)
        moving.page._screen._stage.repaint()
        most = max(most, stage.kept)
    assert most < 40_000_000


def _resident() -> int:
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    return pages * 4096


@pytest.mark.long
@pytest.mark.timeout(900)
@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="memory is told by Linux only")
def test_twenty_thousand_frames_leave_the_process_alive_and_its_memory_flat(moving):
    names = ("leg_raise", "squat", "stand_cushion", "hamstring_bent", "calf_stretch", "lunge")
    stage = stage_of(moving)
    sizes = []
    for _ in range(8):
        moving.begin(*names)
        for _ in range(2_500):
            moving.pass_time(34)
            stage.repaint()
        gc.collect()
        sizes.append(_resident())
    assert max(sizes[2:]) - sizes[1] < 16_000_000
