"""Errors nobody foresaw: in slots, timers, paint events, filters, threads and destructors."""

from __future__ import annotations

import gc
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QObject,
    QRunnable,
    Qt,
    QThread,
    QTimer,
    qCritical,
)
from PySide6.QtGui import QCloseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from kneecoach.app.catching import AGAIN_MS, Catcher, caught_by
from kneecoach.clock import HandClock
from kneecoach.ui.fault import Area, Fault, fault_of

CANARY = "pain 7.31 CANARY-7f3"


@dataclass
class Told:
    """What was told, and how it is answered."""

    faults: list[Fault] = field(default_factory=list)
    answer: Callable[[], None] = lambda: None

    def __call__(self, fault: Fault, answered: Callable[[], None]) -> None:
        self.faults.append(fault)
        self.answer = answered


@pytest.fixture
def told() -> Told:
    return Told()


@pytest.fixture
def catcher(tmp_path: Path, clock: HandClock, told: Told) -> Iterator[Catcher]:
    made = Catcher(tmp_path, clock, told)
    with caught_by(made):
        yield made


def log(folder: Path) -> list[str]:
    file = folder / "logs" / "kneecoach.log"
    return file.read_text("utf-8").splitlines() if file.exists() else []


class Failing(QWidget):
    """Fails in every way a widget can."""

    def __init__(self) -> None:
        super().__init__()
        self.paints = 0
        self.ways: set[str] = set()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(0, 0, 5, 5, Qt.GlobalColor.red)
        self.paints += 1
        self.ways.add("paint")
        raise ValueError(CANARY)

    def timerEvent(self, event: QEvent) -> None:
        self.killTimer(event.timerId())
        self.ways.add("timer")
        raise ValueError(CANARY)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.User:
            self.ways.add("filter")
            raise ValueError(CANARY)
        return False

    def closeEvent(self, _event: QCloseEvent) -> None:
        self.ways.add("close")
        raise ValueError(CANARY)


def fail() -> None:
    raise ValueError(CANARY)


class FailingThread(QThread):
    def run(self) -> None:
        fail()


class FailingRun(QRunnable):
    def run(self) -> None:
        fail()


class FailingEnd:
    def __del__(self) -> None:
        fail()


def in_a_slot() -> None:
    QTimer.singleShot(0, fail)


def in_a_thread() -> None:
    thread = threading.Thread(target=fail)
    thread.start()
    thread.join()


def in_a_qthread() -> None:
    thread = FailingThread()
    thread.start()
    thread.wait()


def in_a_runnable() -> None:
    from PySide6.QtCore import QThreadPool

    pool = QThreadPool()
    pool.start(FailingRun())
    pool.waitForDone()


def in_a_destructor() -> None:
    FailingEnd()
    gc.collect()


WAYS = [in_a_slot, in_a_thread, in_a_qthread, in_a_runnable, in_a_destructor]


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.__name__)
@pytest.mark.usefixtures("catcher")
def test_an_error_is_told_and_noted_by_kind_and_place_alone(
    way: Callable[[], None], told: Told, tmp_path: Path, qtbot: QtBot
) -> None:
    way()
    qtbot.waitUntil(lambda: bool(told.faults))
    assert told.faults == [Fault("ValueError")]  # no line of ours was passed
    [line] = log(tmp_path)
    assert " ValueError " in line
    assert line.rsplit("/", 1)[-1].startswith("test_catching.py:")
    assert "CANARY" not in line


@pytest.mark.usefixtures("catcher")
def test_a_widget_may_fail_in_every_way(told: Told, tmp_path: Path, qtbot: QtBot) -> None:
    widget = Failing()
    watched = QObject()
    watched.installEventFilter(widget)
    widget.startTimer(1)
    widget.show()
    QCoreApplication.postEvent(watched, QEvent(QEvent.Type.User))
    qtbot.waitUntil(lambda: len(told.faults) > 0 and widget.ways == {"paint", "timer", "filter"})
    QTimer.singleShot(0, widget.close)
    qtbot.waitUntil(lambda: "close" in widget.ways)
    assert told.faults == [Fault("ValueError")]
    assert {line.split(" ")[1] for line in log(tmp_path)} == {"ValueError"}
    take_away(widget)


@pytest.mark.usefixtures("catcher")
def test_a_paint_event_that_fails_each_time_is_told_once(
    told: Told, tmp_path: Path, clock: HandClock, qtbot: QtBot
) -> None:
    widget = Failing()
    widget.show()
    paint(widget, 30, qtbot)
    assert len(told.faults) == len(log(tmp_path)) == 1
    clock.move(AGAIN_MS)
    paint(widget, 3, qtbot)
    assert len(told.faults) == len(log(tmp_path)) == 2
    told.answer()
    paint(widget, 3, qtbot)
    assert len(told.faults) == len(log(tmp_path)) == 3
    take_away(widget)


def take_away(widget: Failing) -> None:
    """At once: it would go on failing in the tests that follow."""
    widget.hide()
    widget.deleteLater()
    QCoreApplication.sendPostedEvents(widget, QEvent.Type.DeferredDelete)


def paint(widget: Failing, times: int, qtbot: QtBot) -> None:
    """Have it painted so often."""
    for wanted in range(widget.paints + 1, widget.paints + times + 1):
        widget.update()
        qtbot.waitUntil(lambda least=wanted: widget.paints >= least)
    QApplication.processEvents()


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
@pytest.mark.usefixtures("qapp")
def test_without_the_catcher_it_would_not_be_told(told: Told, tmp_path: Path) -> None:
    """The control: the same failure with nothing in the hooks."""
    Catcher(tmp_path, HandClock(), told)
    in_a_thread()
    QApplication.processEvents()
    assert told.faults == []
    assert log(tmp_path) == []


def test_what_qt_calls_critical_is_noted_without_its_words(
    catcher: Catcher, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert catcher is not None
    qCritical(CANARY)
    [line] = log(tmp_path)
    assert line.endswith(" QtCriticalMsg default")
    assert "CANARY" in capsys.readouterr().err


def test_a_fault_names_the_innermost_line_of_ours() -> None:
    with pytest.raises(KeyError) as caught:
        raise_from_within()
    found = fault_of(caught.value)
    assert (found.kind, found.file, found.area) == ("KeyError", "ui/theme.py", Area.PROGRAM)
    assert found.place == f"KeyError · ui/theme.py:{found.line}"


def raise_from_within() -> None:
    code = compile("{}['x']", "/home/somebody/kneecoach/ui/theme.py", "exec")
    exec(code)


@pytest.mark.parametrize(
    ("file", "area"),
    [
        ("ui/figure/painter.py", Area.DRAWING),
        ("domain/front.py", Area.DRAWING),
        ("ui/sound_line.py", Area.SOUND),
        ("store/writing.py", Area.SAVING),
        ("ui/player_page.py", Area.PROGRAM),
        ("", Area.PROGRAM),
    ],
)
def test_a_fault_has_an_area(file: str, area: Area) -> None:
    assert Fault("ValueError", file, 1).area is area


def test_the_hooks_are_put_back(told: Told, tmp_path: Path) -> None:
    before = threading.excepthook
    with caught_by(Catcher(tmp_path, HandClock(), told)):
        assert threading.excepthook is not before
    assert threading.excepthook is before
