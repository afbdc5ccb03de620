"""A session heard through a real sound server that records it, and servers that fail meanwhile."""

from __future__ import annotations

import os
import signal
import subprocess
from array import array
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from statistics import median
from threading import Event as Waiting

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from kneecoach.clock import SystemClock
from kneecoach.domain.catalogue import Dose, Side
from kneecoach.domain.plan import Plan, PlanItem
from kneecoach.domain.safety import Admitted, CheckOutcome, admit
from kneecoach.domain.session import Event
from kneecoach.domain.settings import Hearing, Volume
from kneecoach.ui.player.player import Player
from kneecoach.ui.sound import Cues
from kneecoach.ui.sound_mixer import RATE
from tests.ui.surroundings import Surroundings

pytestmark = [pytest.mark.long, pytest.mark.timeout(120)]

TOLERANCE = 0.050  # s
SILENCE = 0.2  # s without a sound before one that begins; between two clips there are 0.11
HEARD = 120  # of 32767: the wooden tick has 4125
PAUSED, RESUMED = 9_000, 13_500  # ms after the start; long enough for the device to be let sleep


def until(true: Callable[[], object], what: str, seconds: float = 10) -> None:
    pause = Waiting()
    for _ in range(int(seconds * 50)):
        if true():
            return
        pause.wait(0.02)
    pytest.fail(f"waited in vain for: {what}")


@dataclass
class Server:
    """A sound server with one output that nobody hears, recorded to a file."""

    process: subprocess.Popen[bytes]
    recorder: subprocess.Popen[bytes]
    file: Path

    def onsets(self) -> list[float]:
        """Seconds of the recording at which a sound begins after silence."""
        samples = array("h", self.file.read_bytes()[: self.file.stat().st_size // 2 * 2])
        found, quiet = [], RATE
        for place, value in enumerate(samples):
            if abs(value) < HEARD:
                quiet += 1
                continue
            if quiet >= SILENCE * RATE:
                found.append(place / RATE)
            quiet = 0
        return found


@pytest.fixture
def server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    socket = tmp_path / "native"
    for name in ("HOME", "XDG_RUNTIME_DIR", "XDG_CONFIG_HOME", "PULSE_RUNTIME_PATH"):
        monkeypatch.setenv(name, str(tmp_path))
    monkeypatch.setenv("PULSE_SERVER", f"unix:{socket}")
    shape = f"rate={RATE} channels=1 format=s16le"
    modules = (
        f"module-null-sink sink_name=ears {shape}",
        f"module-native-protocol-unix auth-anonymous=1 socket={socket}",
    )
    options = ["-n", "--daemonize=no", "--exit-idle-time=-1", "--disable-shm=yes"]
    loads = [word for module in modules for word in ("-L", module)]
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    process = subprocess.Popen(["pulseaudio", *options, *loads], **quiet)
    until(lambda: subprocess.run(["pactl", "info"], **quiet).returncode == 0, "the sound server")
    file = tmp_path / "recorded"
    record = ["parec", "--raw", "-d", "ears.monitor", f"--rate={RATE}", "--channels=1"]
    with file.open("wb") as target:
        recorder = subprocess.Popen(
            [*record, "--format=s16le", "--latency-msec=20"],
            stdout=target,
            stderr=subprocess.DEVNULL,
        )
    until(lambda: file.stat().st_size > RATE, "half a second of recorded silence")
    yield Server(process, recorder, file)
    for each in (recorder, process):
        each.kill()
        each.wait(10)


@dataclass
class Heard:
    """One hold of 6 s with a pause in it, played by the real clock."""

    player: Player
    started: int = 0
    marks: dict[Event, float] = field(default_factory=dict)

    def do(self, event: Event) -> None:
        self.player.do(event)
        self.marks[event] = (self.player.now - self.started) / 1000


def hold_of_6_s(surroundings: Surroundings) -> Admitted:
    plan = Plan((PlanItem("hamstring_bent", Dose(1, None, 6, 0), (Side.LEFT,)),))
    answer = admit(plan, surroundings.content.catalogue, CheckOutcome(frozenset()))
    assert isinstance(answer, Admitted)
    return answer


def play_a_hold(surroundings: Surroundings, qtbot: QtBot, hearing: Hearing) -> Heard:
    clock = SystemClock()
    cues = Cues(hearing)
    services = replace(surroundings.services, clock=clock, cues=cues)
    heard = Heard(Player(services, hold_of_6_s(surroundings), 0))
    with qtbot.waitSignal(heard.player.ended, timeout=60_000):
        heard.player.start()
        heard.started = heard.player.session.since
        QTimer.singleShot(PAUSED, lambda: heard.do(Event.PAUSE))
        QTimer.singleShot(RESUMED, lambda: heard.do(Event.RESUME))
    ended = clock.monotonic_ms()
    until(lambda: clock.monotonic_ms() > ended + 1500, "the last sound to be recorded")
    heard.player.leave_clock()
    cues.close()
    return heard


# Seconds after the start; after going on; before the end of the hold, and after it.
SOUNDS = (0.4, 2, 3, 4, 5, 8), (1, 2, 3), (-3, -2, -1, 0, 2)
WORDS = (0.4, 5, 8), (3,), (-2, -1, 0, 2)
Times = tuple[tuple[float, ...], tuple[float, ...], tuple[float, ...]]


def due(times: Times, heard: Heard) -> list[float]:
    """Seconds after the start at which something begins; the first waits for the device."""
    first, going_on, last = times
    paused, resumed = heard.marks[Event.PAUSE], heard.marks[Event.RESUME]
    end = resumed + 3 + (14 - paused)  # of the hold, which was left at `paused`
    return [*first, *(resumed + s for s in going_on), *(end + s for s in last)]


def nearest(onsets: list[float], to: float) -> float:
    return min(onsets, key=lambda onset: abs(onset - to))


def beginning(onsets: list[float], expected: list[float]) -> float:
    """Where the session begins in the recording."""
    nearly = onsets[0] - expected[0]
    return median(nearest(onsets, nearly + at) - at for at in expected)


def off(onsets: list[float], expected: list[float], begun: float) -> list[float]:
    """By how many seconds those are late or early that are so by more than is tolerated."""
    late = (nearest(onsets, begun + at) - begun - at for at in expected)
    return [round(each, 3) for each in late if abs(each) > TOLERANCE]


@pytest.mark.parametrize(
    ("hearing", "times"),
    [
        (Hearing(sounds=True, voice=False, volume=Volume.FULL), SOUNDS),
        (Hearing(sounds=False, voice=True, volume=Volume.FULL), WORDS),
    ],
    ids=["sounds", "voice"],
)
def test_what_is_recorded_begins_when_the_timeline_says(
    hearing: Hearing, times: Times, server: Server, surroundings: Surroundings, qtbot: QtBot
) -> None:
    heard = play_a_hold(surroundings, qtbot, hearing)
    expected, onsets = due(times, heard), server.onsets()
    assert len(onsets) == len(expected)  # each once, and nothing else
    begun = beginning(onsets, expected)
    assert off(onsets, expected, begun) == []
    for moved in range(len(expected)):  # the control: one cue 0.1 s late is found
        shifted = [at - 0.1 * (place == moved) for place, at in enumerate(expected)]
        assert len(off(onsets, shifted, begun)) == 1
    paused, resumed = heard.marks[Event.PAUSE], heard.marks[Event.RESUME]
    assert not any(paused + 0.1 < onset - begun < resumed + 0.9 for onset in onsets)


@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGSTOP], ids=["killed", "hung"])
def test_a_server_that_dies_or_hangs_is_told_while_the_session_goes_on(
    how: signal.Signals, server: Server, surroundings: Surroundings, qtbot: QtBot
) -> None:
    clock = SystemClock()
    cues = Cues(Hearing(sounds=True, voice=True, volume=Volume.FULL))
    services = replace(surroundings.services, clock=clock, cues=cues)
    player = Player(services, hold_of_6_s(surroundings), 0)
    longest, last = 0, clock.monotonic_ms()
    looks = QTimer()
    looks.setInterval(5)

    def look() -> None:
        nonlocal longest, last
        now = clock.monotonic_ms()
        longest, last = max(longest, now - last), now

    looks.timeout.connect(look)
    with qtbot.waitSignal(player.ended, timeout=60_000):
        player.start()
        looks.start()
        QTimer.singleShot(4_500, lambda: os.kill(server.process.pid, how))
        QTimer.singleShot(3_500, lambda: states.append((cues.available, cues.silent)))
        QTimer.singleShot(8_000, lambda: states.append((cues.available, cues.silent)))
        states: list[tuple[bool | None, bool]] = []
    assert states == [(True, False), (False, True)]
    assert longest <= 50  # ms the window could have been held up
    assert len(player.session.records) == 1
    player.leave_clock()
    cues.close()
