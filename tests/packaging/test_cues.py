"""Cues: they never hold up the session, whatever the sound device does."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Iterator
from functools import partial
from queue import Queue
from time import perf_counter
from types import SimpleNamespace

import miniaudio
import pytest

from kneecoach.ui import sound
from kneecoach.ui.sound import Cues, Mixer

PATIENCE = 10.0  # s, for another thread; never waited for when all is well


class Recorder:
    """A device that notes what is asked of it."""

    def __init__(self) -> None:
        self.did: Queue[str] = Queue()

    def play(self, samples: bytes) -> None:
        self.did.put(samples.decode())

    def rest(self) -> None:
        self.did.put("rest")

    def close(self) -> None:
        self.did.put("close")

    def next(self) -> str:
        return self.did.get(timeout=PATIENCE)


@pytest.fixture
def device() -> Recorder:
    return Recorder()


@pytest.fixture
def cues(device: Recorder) -> Iterator[Cues]:
    made = Cues(lambda: device, str.encode)
    yield made
    made.close()


def seconds_to_play(cues: Cues, name: str = "tick") -> float:
    began = perf_counter()
    cues.play(name)
    return perf_counter() - began


def test_a_cue_is_played_on_a_device_opened_only_then(device: Recorder, cues: Cues) -> None:
    assert cues.available is None
    cues.play("up")
    assert device.next() == "up"
    assert cues.available is True
    cues.play("zero")
    assert device.next() == "zero"


def test_an_unknown_cue_is_an_error_of_the_program(cues: Cues) -> None:
    with pytest.raises(KeyError):
        cues.play("gong")


def test_closing_lets_the_device_go_and_a_later_cue_begins_anew(
    device: Recorder, cues: Cues
) -> None:
    cues.play("up")
    device.next()
    cues.close()
    assert device.next() == "close"
    cues.play("down")
    assert device.next() == "down"


def test_switched_off_nothing_is_opened_or_played(device: Recorder, cues: Cues) -> None:
    cues.set_enabled(False)
    cues.play("up")
    assert cues.available is None
    cues.set_enabled(True)
    cues.play("down")
    assert device.next() == "down"


def test_after_a_pause_the_device_rests(
    device: Recorder, cues: Cues, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sound, "IDLE", 0.01)
    cues.play("up")
    assert [device.next(), device.next()] == ["up", "rest"]
    cues.play("down")
    assert device.next() == "down"


def test_without_a_device_there_is_silence_until_sound_is_switched_on_again() -> None:
    tried = threading.Semaphore(0)

    def no_device() -> sound.Device:
        tried.release()
        raise OSError("no such device")

    cues = Cues(no_device, str.encode)
    cues.play("up")
    assert tried.acquire(timeout=PATIENCE)
    join(cues)
    assert cues.available is False
    cues.play("down")
    assert not tried.acquire(blocking=False)
    cues.set_enabled(False)
    cues.set_enabled(True)
    assert cues.available is None
    cues.play("down")
    assert tried.acquire(timeout=PATIENCE)
    cues.close()


def test_a_stuck_device_never_holds_up_the_caller() -> None:
    opening, free = threading.Event(), threading.Event()
    device = Recorder()

    def stuck() -> sound.Device:
        opening.set()
        free.wait(PATIENCE)
        return device

    cues = Cues(stuck, str.encode)
    first = seconds_to_play(cues)
    assert opening.wait(PATIENCE)
    later = sorted(seconds_to_play(cues) for _ in range(100))
    assert cues.available is None
    # A call that waited for the device would take PATIENCE; how much less is for the benchmarks.
    assert first < PATIENCE / 2
    assert later[50] < PATIENCE / 100
    began = perf_counter()
    cues.close()
    assert perf_counter() - began < PATIENCE / 2
    free.set()


def test_what_was_asked_for_while_the_device_opened_is_not_played_late() -> None:
    opening, free = threading.Event(), threading.Event()
    device = Recorder()

    def slow() -> sound.Device:
        opening.set()
        free.wait(PATIENCE)
        return device

    cues = Cues(slow, str.encode)
    cues.play("up")
    assert opening.wait(PATIENCE)
    cues.play("hold")
    cues.play("down")
    free.set()
    assert device.next() == "down"
    cues.close()
    assert device.next() == "close"


def test_a_device_that_goes_away_costs_the_sound_only() -> None:
    class Broken(Recorder):
        def play(self, samples: bytes) -> None:
            raise OSError(f"unplugged before {len(samples)} bytes")

    cues = Cues(Broken, str.encode)
    cues.play("up")
    join(cues)
    assert cues.available is False
    cues.close()


def test_sounds_at_the_same_time_are_added_and_cut_off_at_full() -> None:
    mixer = Mixer()
    mixer.add(words(1000, 30000, 5))
    mixer.add(words(200, 30000))
    assert mixer.take(2) == words(1200, 32767)
    assert mixer.take(2) == words(5, 0)
    assert mixer.take(1) == words(0)


# The real library with its own stand-in for hardware, which asks for samples in real time.
WITHOUT_HARDWARE = SimpleNamespace(
    SampleFormat=miniaudio.SampleFormat,
    PlaybackDevice=partial(miniaudio.PlaybackDevice, backends=[miniaudio.Backend.NULL]),
)


def test_the_real_library_is_fed_all_samples_then_rests_and_goes_on(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    speaker = sound.Speaker(WITHOUT_HARDWARE)
    played: Queue[bytes] = Queue()
    take = speaker._mixer.take
    monkeypatch.setattr(speaker._mixer, "take", lambda n: played.put(take(n)) or bytes(2 * n))
    for value in (7, 9):
        expected = words(value) * 3000
        speaker.play(expected)
        heard = b""
        while len(heard.strip(b"\0")) < len(expected) - 1:  # the last zero byte is stripped
            heard += played.get(timeout=PATIENCE)
        assert heard.strip(b"\0") + b"\0" == expected
        speaker.rest()
    speaker.close()


def test_opening_the_real_output_writes_nothing_whether_there_is_one_or_not() -> None:
    """The driver writes its complaints past Python, so this needs a process of its own."""
    script = (
        "from kneecoach.ui.sound import open_speaker\n"
        "try: open_speaker().close()\n"
        "except Exception: pass\n"
        "print('went on')"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True)
    assert (done.returncode, done.stdout, done.stderr) == (0, "went on\n", "")


def join(cues: Cues) -> None:
    """Wait until the thread of a device that failed has ended."""
    assert cues._line is not None
    cues._line._thread.join(PATIENCE)


def words(*values: int) -> bytes:
    return b"".join(value.to_bytes(2, "little", signed=True) for value in values)
