"""Cues and voice never hold up the session, whatever the sound device does."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from functools import partial
from queue import Queue
from time import perf_counter
from types import SimpleNamespace

import miniaudio
import pytest

from kneecoach.clock import HandClock
from kneecoach.domain.settings import Hearing, Volume
from kneecoach.domain.speech import Kind, Utterance
from kneecoach.ui import sound_line
from kneecoach.ui.sound import Cues
from kneecoach.ui.sound_line import Device, Files
from kneecoach.ui.sound_speaker import DeviceGoneError, Speaker

PATIENCE = 10.0  # s, for another thread; never waited for when all is well
LOUD = Hearing(sounds=True, voice=True, volume=Volume.FULL)
SAYING = Utterance(Kind.WORD, ("phase-lift", "side-left"))
AS_NAMES = Files(str.encode, lambda names: "+".join(names).encode())


class Recorder:
    """A device that notes what is asked of it."""

    def __init__(self) -> None:
        self.did: Queue[str] = Queue()
        self.trouble: Exception | None = None

    def wake(self) -> None:
        self.did.put("wake")

    def play(self, samples: bytes) -> None:
        self.did.put(samples.decode())

    def say(self, samples: bytes, kind: Kind) -> None:
        self.did.put(f"{kind}: {samples.decode()}")

    def hush(self) -> None:
        self.did.put("hush")

    def check(self) -> None:
        if self.trouble is not None:
            raise self.trouble

    def rest(self) -> None:
        self.did.put("rest")

    def close(self) -> None:
        self.did.put("close")

    def next(self) -> str:
        return self.did.get(timeout=PATIENCE)


def made(open_device: Callable[[], Device], clock: HandClock, hearing: Hearing = LOUD) -> Cues:
    return Cues(hearing, open_device, AS_NAMES, clock.monotonic_ms)


@pytest.fixture
def device() -> Recorder:
    return Recorder()


@pytest.fixture
def cues(device: Recorder, clock: HandClock) -> Iterator[Cues]:
    cues = made(lambda: device, clock)
    yield cues
    cues.close()


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
    assert not cues.silent


def test_clips_are_said_in_one_piece_with_their_kind(device: Recorder, cues: Cues) -> None:
    cues.say(SAYING)
    assert device.next() == "word: phase-lift+side-left"
    cues.hush()
    assert device.next() == "hush"


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


def test_sounds_and_voice_have_switches_of_their_own(device: Recorder, cues: Cues) -> None:
    cues.tune(LOUD._replace(sounds=False, voice=False))
    cues.play("up")
    cues.say(SAYING)
    cues.stand_by(True)
    assert cues.available is None  # nothing was opened
    cues.tune(LOUD._replace(sounds=False))
    cues.play("up")
    cues.say(SAYING)
    assert [device.next(), device.next()] == ["wake", "word: phase-lift+side-left"]
    cues.tune(LOUD._replace(voice=False))
    assert device.next() == "hush"
    cues.say(SAYING)
    cues.play("down")
    assert device.next() == "down"


def test_the_volume_scales_the_samples(
    device: Recorder, clock: HandClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = Files(lambda _: (1000).to_bytes(2, "little"), lambda _: (1000).to_bytes(2, "little"))
    heard: Queue[int] = Queue()
    monkeypatch.setattr(device, "play", lambda s: heard.put(int.from_bytes(s, "little")))
    cues = Cues(LOUD._replace(volume=Volume.LOW), lambda: device, files, clock.monotonic_ms)
    cues.play("up")
    assert heard.get(timeout=PATIENCE) == 160
    cues.close()


def test_a_device_rests_when_idle_and_runs_through_while_standing_by(
    device: Recorder, cues: Cues, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sound_line, "CHECK", 0.005)
    monkeypatch.setattr(sound_line, "IDLE", 0.01)
    cues.play("up")
    assert [device.next(), device.next()] == ["up", "rest"]
    cues.stand_by(True)
    assert device.next() == "wake"
    looks = threading.Semaphore(0)
    monkeypatch.setattr(device, "check", looks.release)
    assert all(looks.acquire(timeout=PATIENCE) for _ in range(6))  # twice as long as IDLE
    assert device.did.empty()
    cues.stand_by(False)
    assert device.next() == "rest"


def no_device(tried: threading.Semaphore) -> Device:
    tried.release()
    raise OSError("no such device")


@pytest.mark.parametrize("again", ["switch", "session"])
def test_without_a_device_there_is_silence_until_it_is_looked_for_again(
    again: str, clock: HandClock
) -> None:
    tried = threading.Semaphore(0)
    cues = made(partial(no_device, tried), clock)
    cues.play("up")
    assert tried.acquire(timeout=PATIENCE)
    join(cues)
    assert (cues.available, cues.silent) == (False, True)
    cues.play("down")
    cues.say(SAYING)
    assert not tried.acquire(blocking=False)
    if again == "session":
        cues.begin()
    else:
        cues.tune(LOUD._replace(sounds=False))
        assert cues.silent  # the voice is still missed
        cues.tune(LOUD)
    assert (cues.available, cues.silent) == (None, False)
    cues.play("down")
    assert tried.acquire(timeout=PATIENCE)
    cues.close()


def test_nothing_is_missed_where_nothing_is_wanted(clock: HandClock) -> None:
    cues = made(partial(no_device, threading.Semaphore(0)), clock)
    cues.play("up")
    join(cues)
    cues.tune(Hearing(sounds=False, voice=False, volume=Volume.FULL))
    assert not cues.silent


def test_a_device_that_works_is_kept_by_the_next_session(device: Recorder, cues: Cues) -> None:
    cues.play("up")
    device.next()
    cues.begin()
    cues.play("down")
    assert device.next() == "down"  # and no "close" before


class Stuck:
    """A way to open a device that hangs until it is set free."""

    def __init__(self, device: Recorder) -> None:
        self.opening, self.free = threading.Event(), threading.Event()
        self._device = device

    def __call__(self) -> Device:
        self.opening.set()
        self.free.wait(PATIENCE)
        return self._device


def test_a_device_that_hangs_never_holds_up_the_caller_and_is_told(clock: HandClock) -> None:
    stuck = Stuck(Recorder())
    cues = made(stuck, clock)
    first = seconds_to_play(cues)
    assert stuck.opening.wait(PATIENCE)
    later = sorted(seconds_to_play(cues) for _ in range(100))
    # A call that waited for the device would take PATIENCE; how much less is for the benchmarks.
    assert first < PATIENCE / 2
    assert later[50] < PATIENCE / 100
    assert not cues.silent  # it may be slow only
    clock.move(sound_line.PATIENCE_MS + 1)
    assert (cues.available, cues.silent) == (False, True)
    began = perf_counter()
    cues.begin()
    cues.play("up")
    cues.close()
    assert perf_counter() - began < PATIENCE / 2
    stuck.free.set()


def test_such_a_device_does_hold_up_whoever_opens_it_himself() -> None:
    """The control: without a thread of its own a session would stand still here."""
    stuck = Stuck(Recorder())
    caller = threading.Thread(target=stuck, daemon=True)
    caller.start()
    assert stuck.opening.wait(PATIENCE)
    assert caller.is_alive()
    stuck.free.set()
    caller.join(PATIENCE)
    assert not caller.is_alive()


def test_a_device_that_hangs_while_playing_is_told_as_well(
    device: Recorder, cues: Cues, clock: HandClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    playing, free = threading.Event(), threading.Event()
    monkeypatch.setattr(device, "play", lambda _: playing.set() or free.wait(PATIENCE))
    cues.play("up")
    assert playing.wait(PATIENCE)
    assert (cues.available, cues.silent) == (True, False)
    clock.move(sound_line.PATIENCE_MS + 1)
    assert (cues.available, cues.silent) == (False, True)
    free.set()


def test_what_was_asked_for_while_a_device_opened_slowly_is_not_played_late(
    device: Recorder, clock: HandClock
) -> None:
    stuck = Stuck(device)
    cues = made(stuck, clock)
    cues.play("up")
    assert stuck.opening.wait(PATIENCE)
    for name in ("hold", "down"):
        cues.say(Utterance(Kind.WORD, (name,)))
        cues.play(name)
    clock.move(sound_line.LATE_MS + 1)
    stuck.free.set()
    assert [device.next(), device.next()] == ["down", "word: down"]
    cues.close()
    assert device.next() == "close"


def test_what_is_asked_for_while_a_device_opens_quickly_is_all_played(
    device: Recorder, clock: HandClock
) -> None:
    stuck = Stuck(device)
    cues = made(stuck, clock)
    cues.play("up")
    assert stuck.opening.wait(PATIENCE)
    cues.play("down")
    stuck.free.set()
    assert [device.next(), device.next()] == ["up", "down"]
    cues.close()


@pytest.mark.parametrize("how", ["raises", "stops"])
def test_a_device_that_is_pulled_out_costs_the_sound_only(
    how: str, device: Recorder, cues: Cues, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sound_line, "CHECK", 0.005)
    cues.stand_by(True)
    assert device.next() == "wake"
    assert cues.available is True
    if how == "stops":
        device.trouble = DeviceGoneError()
    else:
        monkeypatch.setattr(device, "play", lambda _: 1 / 0)
        cues.play("up")
    join(cues)
    assert (cues.available, cues.silent) == (False, True)
    cues.play("up")  # no error


# The real library with its own stand-in for hardware, which asks for samples in real time.
WITHOUT_HARDWARE = SimpleNamespace(
    SampleFormat=miniaudio.SampleFormat,
    PlaybackDevice=partial(miniaudio.PlaybackDevice, backends=[miniaudio.Backend.NULL]),
)


def test_the_real_library_is_fed_all_samples_after_silence_then_rests_and_goes_on(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    speaker = Speaker(WITHOUT_HARDWARE)
    played: Queue[bytes] = Queue()
    take = speaker._mixer.take
    monkeypatch.setattr(speaker._mixer, "take", lambda n: played.put(take(n)) or bytes(2 * n))
    for value in (7, 9):
        expected = value.to_bytes(2, "little") * 3000
        speaker.play(expected)
        heard = b""
        while len(heard.strip(b"\0")) < len(expected) - 1:  # the last zero byte is stripped
            heard += played.get(timeout=PATIENCE)
        assert heard.strip(b"\0") + b"\0" == expected
        assert len(heard) - len(heard.lstrip(b"\0")) == 2 * 8820  # 400 ms
        speaker.check()
        speaker.rest()
    speaker.check()  # resting is no trouble
    speaker.close()


def test_a_real_output_that_stops_by_itself_is_gone() -> None:
    speaker = Speaker(WITHOUT_HARDWARE)
    speaker.wake()
    speaker.check()
    speaker._device._stop_callback(None)  # as the driver does
    with pytest.raises(DeviceGoneError):
        speaker.check()
    speaker.close()


def test_a_real_output_that_asks_for_nothing_any_more_is_gone(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    speaker = Speaker(WITHOUT_HARDWARE)
    monkeypatch.setattr(speaker._mixer, "take", lambda n: bytes(2 * n))  # so that none is counted
    speaker.wake()
    speaker.check()
    with pytest.raises(DeviceGoneError):
        speaker.check()
    speaker.close()


def test_opening_the_real_output_writes_nothing_whether_there_is_one_or_not() -> None:
    """The driver writes its complaints past Python, so this needs a process of its own."""
    script = (
        "from kneecoach.ui.sound_speaker import open_speaker\n"
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
