"""The screen stays awake while a session runs, and only then."""

from __future__ import annotations

import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from kneecoach.ui.awake import Awake, BusKeeper, ProcessKeeper, ThreadKeeper, keeper_of
from tests.ui.player.conftest import playing as playing
from tests.ui.player.playing import Playing
from tests.ui.surroundings import Surroundings

ROOT = Path(__file__).resolve().parents[2]


@dataclass
class Told:
    """Remembers what it was asked for."""

    words: list[str] = field(default_factory=list)

    def hold(self) -> None:
        self.words.append("hold")

    def release(self) -> None:
        self.words.append("release")


def test_each_change_is_told_once() -> None:
    keeper = Told()
    awake = Awake(keeper)
    for wanted in (False, True, True, False, False, True):
        awake.keep(wanted)
    assert keeper.words == ["hold", "release", "hold"]


def test_from_the_start_to_each_pause_and_to_the_end(
    playing: Playing, surroundings: Surroundings
) -> None:
    keeper = Told()
    awake = Awake(keeper)
    playing.page.running.connect(awake.keep)
    playing.begin("leg_raise")
    playing.pass_time(8_000)
    assert keeper.words == ["hold"]
    playing.press(Qt.Key.Key_Space)
    assert keeper.words == ["hold", "release"]
    playing.press(Qt.Key.Key_Space)
    playing.pass_time(4_000)
    surroundings.clock.sleep(60_000)
    playing.player.look()
    assert keeper.words == ["hold", "release", "hold", "release"]
    playing.press(Qt.Key.Key_Space)
    playing.pass_time(400_000)
    assert playing.session.over
    assert keeper.words == ["hold", "release"] * 3


@pytest.mark.usefixtures("qapp")
def test_without_a_bus_nothing_happens(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for address in ("", f"unix:path={tmp_path / 'none'}"):
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
        keeper = BusKeeper()
        keeper.hold()
        keeper.release()


@pytest.mark.usefixtures("qapp")
def test_every_system_has_its_own_way() -> None:
    kinds = [type(keeper_of(name)) for name in ("linux", "darwin", "win32")]
    assert kinds == [BusKeeper, ProcessKeeper, ThreadKeeper]


@pytest.mark.long
@pytest.mark.skipif(shutil.which("dbus-run-session") is None, reason="there is no message bus")
@pytest.mark.parametrize("how", ["release", "kill"])
def test_a_real_bus_loses_the_wish_at_the_pause_and_at_a_crash(how: str) -> None:
    command = ["dbus-run-session", "--", sys.executable, "-m", "tests.ui.saver", how]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr
    assert done.stdout == "held KneeCoach / A session is running\nreleased\n"
