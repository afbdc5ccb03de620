"""In a real window under a virtual display, by keys only: a first start, sessions, and a kill."""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from threading import Event

import pytest

from tests.ui.surroundings import answer_the_check

pytestmark = [pytest.mark.long, pytest.mark.timeout(300)]

QUIET = {"pace": "own", "sound": False}
SETTINGS = QUIET | {"side": "both", "side_chosen": True, "country": "GB", "started": True}
FIRST_START = ["space", "Return", "4", "8", "Tab", "u", "l", "Return"]  # the left knee, in Britain
NONE_HERE = ["0", "Return"]
WHOLE_CHECK = [*NONE_HERE * 3, "0", "2", "Return", *NONE_HERE * 2]  # 2: the pain at rest


def until(true: Callable[[], object], what: str, seconds: float = 40) -> None:
    """Look every tenth of a second until it is so."""
    pause = Event()
    for _ in range(int(seconds * 10)):
        if true():
            return
        pause.wait(0.1)
    pytest.fail(f"waited in vain for: {what}")


@pytest.fixture
def display() -> Iterator[str]:
    """A screen of its own with a window manager; its number is told by the server."""
    read, write = os.pipe()
    command = ["Xvfb", "-displayfd", str(write), "-screen", "0", "1360x860x24", "-nolisten", "tcp"]
    server = subprocess.Popen(command, pass_fds=(write,), stderr=subprocess.DEVNULL)
    name = ":" + os.read(read, 8).decode().strip()
    environment = {**os.environ, "DISPLAY": name}
    manager = subprocess.Popen(["openbox"], env=environment, stderr=subprocess.DEVNULL)
    yield name
    for process in (manager, server):
        process.terminate()
        process.wait(10)
    os.close(read)
    os.close(write)


class Program:
    """The real program on a folder of its own, driven by keys, watched through its file."""

    def __init__(self, folder: Path, display: str, settings: dict[str, object]) -> None:
        self.folder = folder
        (folder / "settings.json").write_text(json.dumps(settings), "utf-8")
        self._environment = {
            key: value for key, value in os.environ.items() if key != "QT_QPA_PLATFORM"
        } | {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
        self.start()

    def start(self) -> None:
        """Start it and wait until its window has the keys."""
        self.process = subprocess.Popen(self._command(), env=self._environment)
        until(lambda: self._xdotool("search", "--name", "^KneeCoach$"), "the window")
        self._xdotool("search", "--sync", "--name", "^KneeCoach$", "windowactivate", "--sync")

    def _command(self, *words: str) -> list[str]:
        return [sys.executable, "-P", "-m", "kneecoach", "--data-dir", str(self.folder), *words]

    def _xdotool(self, *words: str) -> str:
        done = subprocess.run(
            ["xdotool", *words],
            env=self._environment,
            capture_output=True,
            text=True,
            check=False,
        )
        return done.stdout

    def press(self, *keys: str) -> None:
        """Press keys one after the other; half a second for a card's guard before each."""
        for key in keys:
            Event().wait(0.7)
            self._xdotool("key", "--clearmodifiers", key)

    def wait_for_the_count_in(self) -> None:
        """The three seconds before work that begins at once; Space would pause them."""
        Event().wait(3.5)

    def asked(self, sql: str) -> list[tuple[object, ...]]:
        """What the file holds now, read from outside."""
        path = self.folder / "history.sqlite3"
        if not path.exists():
            return []
        with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as connection:
            try:
                return connection.execute(sql).fetchall()
            except sqlite3.OperationalError:
                return []  # just being written

    def counted(self, part: int) -> int:
        """Repetitions or holds of a part of the newest session."""
        newest = "session = (SELECT max(row) FROM session)"
        rows = self.asked(f"SELECT part FROM repetition WHERE {newest}")  # noqa: S608  no outside
        return rows.count((part,))

    def finished(self) -> int:
        """How many sessions are saved."""
        return len(self.asked("SELECT 1 FROM session WHERE finished IS NOT NULL"))

    def press_until(self, key: str, true: Callable[[], object], what: str) -> None:
        """Press a key again and again until it has shown."""

        def tried() -> object:
            if not true():
                self._xdotool("key", "--clearmodifiers", key)
            return true()

        until(tried, what)

    def answer(self, key: str) -> None:
        """Answer what is asked before a session, once more where the key came too early for it."""
        before = len(self.asked("SELECT 1 FROM gate"))

        def kept() -> bool:
            return len(self.asked("SELECT 1 FROM gate")) > before

        def tried() -> bool:
            if not kept():
                self.press(key)
            return kept()

        until(tried, f"the questions answered with {key}")

    def told(self, *words: str) -> str:
        """What a command says."""
        done = subprocess.run(
            self._command(*words), capture_output=True, text=True, check=True, timeout=60
        )
        return done.stdout

    def settings(self) -> dict[str, object]:
        """What the settings file holds now."""
        held: dict[str, object] = json.loads((self.folder / "settings.json").read_text("utf-8"))
        return held

    def history(self) -> list[dict[str, object]]:
        sessions: list[dict[str, object]] = json.loads(self.told("history", "--format", "json"))[
            "sessions"
        ]
        return sessions


@contextmanager
def running(folder: Path, display: str, settings: dict[str, object]) -> Iterator[Program]:
    made = Program(folder, display, settings)
    yield made
    made.process.kill()
    made.process.wait(10)


@pytest.fixture
def program(tmp_path: Path, display: str) -> Iterator[Program]:
    """Somebody whom the program knows, with large varicose veins: no massage, no roller."""
    answer_the_check(tmp_path, "J7")
    with running(tmp_path, display, SETTINGS) as made:
        yield made


@pytest.fixture
def new(tmp_path: Path, display: str) -> Iterator[Program]:
    """Somebody who has never been here, where nothing is to be heard."""
    with running(tmp_path, display, QUIET) as made:
        yield made


def test_a_new_person_with_nothing_comes_to_the_first_session_by_22_keys_and_3(
    new: Program,
) -> None:
    new.press("F1", "Escape")  # the numbers, before anything is told
    new.press(*FIRST_START)
    until(lambda: new.settings().get("started"), "the first start")
    assert not new.asked("SELECT 1 FROM safety_event")
    new.press(*WHOLE_CHECK)
    until(lambda: new.asked("SELECT 1 FROM sign_check"), "the check")
    assert new.asked("SELECT age, pain_rest FROM sign_check") == [(48, 2)]
    assert new.asked("SELECT DISTINCT answer FROM sign_answer") == [("no",)]
    assert (new.settings()["country"], new.settings()["side"]) == ("GB", "left")

    new.press("Return", "Return", "Return")  # to Today, to the questions, which Enter leaves open
    assert not new.asked("SELECT 1 FROM gate")
    new.answer("0")
    new.press("3", "Return")
    until(lambda: new.asked("SELECT 1 FROM session"), "the draft")
    assert new.asked("SELECT kind FROM gate") == [("seven",)]
    assert new.asked("SELECT DISTINCT side FROM part") == [("left",)]
    assert new.asked("SELECT value FROM rating") == [(3,)]
    assert len([*FIRST_START, *WHOLE_CHECK, "Return"]) == 22


def test_a_session_by_keys_is_told_and_a_kill_in_the_next_loses_nothing_finished(
    program: Program,
) -> None:
    program.press("Return")
    program.answer("0")
    program.press("4", "Return")  # the pain
    until(lambda: program.asked("SELECT 1 FROM session"), "the draft")
    program.press("Right")  # the count-in
    program.wait_for_the_count_in()
    program.press_until("space", lambda: program.counted(0) >= 10, "ten leg raises")
    program.press("k", "k")  # a pause in the rest
    program.press(*["Right"] * 5)  # rest, set 2, rest, set 3, change of sides: to the other leg
    program.wait_for_the_count_in()
    program.press_until("space", lambda: program.counted(1) >= 3, "three raises of the other leg")
    program.press(*["Right"] * 6)  # set, rest, set, rest, set, the way to the next exercise
    until(lambda: program.counted(2), "a hold of the hamstring stretch")
    program.press("Escape", "q", "3", "2", "Return")
    until(lambda: program.asked("SELECT 1 FROM session WHERE finished IS NOT NULL"), "the saving")

    [session] = program.history()
    assert (session["pain_before"], session["pain_worst"], session["pain_after"]) == (4, 3, 2)
    done = {
        (exercise["id"], exercise["side"]): exercise["done"] for exercise in session["exercises"]
    }
    assert done["leg_raise", "left"][0] == {"set": 1, "reps": 10}
    assert done["leg_raise", "right"][0]["reps"] >= 3
    assert done["hamstring_bent", "left"]

    program.press("Return")
    program.answer("n")  # nothing new since then
    until(lambda: len(program.asked("SELECT 1 FROM session")) == 2, "the next draft")
    until(lambda: program.counted(0), "its first hold")
    program.process.send_signal(signal.SIGKILL)
    program.process.wait(10)
    _, second = program.history()
    assert second["exercises"][0]["done"] == [{"set": 1, "seconds": 20}]
    assert "in order" in program.told("check")

    program.start()
    program.press("Return")  # go on where it stopped
    program.answer("n")
    until(lambda: program.counted(0) == 2, "its second hold")
    program.press("Escape", "q", "3", "2", "Return")
    until(lambda: program.finished() == 2, "the saving of both")
    _, whole = program.history()
    assert whole["id"] == second["id"]
    assert whole["exercises"][0]["done"][1] == {"set": 2, "seconds": 20}
