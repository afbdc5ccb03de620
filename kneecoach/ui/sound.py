"""Short cues of the player, played so that a missing or stuck sound device costs only the sound."""

import importlib
import sys
import threading
from collections.abc import Callable, Generator
from contextlib import suppress
from queue import Empty, Full, Queue
from typing import Any, Protocol

from PySide6.QtCore import QFile, QIODevice

NAMES = ("tick", "up", "down", "hold", "zero", "switch", "rest", "done")
RATE = 22050  # Hz, mono, 16 bit: what packaging/make_sounds.py writes
HEADER = 44  # bytes before the samples of such a WAV file
WAITING = 4  # cues; more than these wait for a device only if it is stuck
IDLE = 3.0  # s of silence after which the device is let go
BUFFER = 60  # ms from asking for a sound to hearing it, at most
CLOSING = 0.5  # s that closing waits for a device that has worked so far


class Device(Protocol):
    """What plays samples. Opening one may fail with any exception, or never return."""

    def play(self, samples: bytes) -> None:
        """Begin to play mono 16-bit samples now, over what is playing; return at once."""

    def rest(self) -> None:
        """Let the hardware sleep until the next sound."""

    def close(self) -> None:
        """Let the device go for good."""


class Cues:
    """Plays cues by name on a thread of its own, which starts with the first one."""

    def __init__(
        self,
        open_device: Callable[[], Device] | None = None,
        read: Callable[[str], bytes] | None = None,
    ) -> None:
        """Nothing is opened yet; other ways to open and to read serve tests."""
        self._open = open_device or open_speaker
        self._read = read or read_samples
        self._enabled = True
        self._line: Line | None = None

    @property
    def available(self) -> bool | None:
        """Whether a sound device was found; None until one was looked for."""
        return self._line.available if self._line else None

    def set_enabled(self, enabled: bool) -> None:
        """Switch sound on or off; switching on looks anew for a device that was missing."""
        if enabled and not self._enabled and self.available is False:
            self.close()
        self._enabled = enabled

    def play(self, name: str) -> None:
        """Play the cue `name`, one of `NAMES`, and return within 1 ms; KeyError if unknown.

        A cue is dropped, not delayed, while the device is stuck, missing or switched off.
        """
        if name not in NAMES:
            raise KeyError(name)
        if not self._enabled:
            return
        if self._line is None:
            self._line = Line(self._open, self._read)
        self._line.put(name)

    def close(self) -> None:
        """Stop playing; a later `play` begins anew. Does not wait for a stuck device."""
        line, self._line = self._line, None
        if line is not None:
            line.close()


class Line:
    """One try at a sound device, with the thread that opens it and plays on it."""

    def __init__(self, open_device: Callable[[], Device], read: Callable[[str], bytes]) -> None:
        """Start the thread; the device is opened with the first cue."""
        self.available: bool | None = None
        self._open = open_device
        self._read = read
        self._queue: Queue[str | None] = Queue(WAITING)
        self._thread = threading.Thread(target=self._work, name="cues", daemon=True)
        self._thread.start()

    def put(self, name: str) -> None:
        """Ask for a cue; forgotten if too many wait already or there is no device."""
        if self.available is not False:
            with suppress(Full):
                self._queue.put_nowait(name)

    def close(self) -> None:
        """End the thread, or leave it behind if the device does not answer."""
        drain(self._queue)
        self._queue.put(None)
        if self.available:
            self._thread.join(timeout=CLOSING)

    def _work(self) -> None:
        name = self._queue.get()
        if name is None:
            return
        try:
            device = self._open()
            self.available = True
            self._play_from(device, newest(self._queue, name))
        except Exception:  # a driver's errors are of many kinds; none may reach the session
            self.available = False

    def _play_from(self, device: Device, name: str | None) -> None:
        while name is not None:
            device.play(self._read(name))
            try:
                name = self._queue.get(timeout=IDLE)
            except Empty:
                device.rest()
                name = self._queue.get()
        device.close()


def drain(queue: "Queue[str | None]") -> list[str | None]:
    """Take out and return all that waits in the queue now."""
    waiting: list[str | None] = []
    while True:
        try:
            waiting.append(queue.get_nowait())
        except Empty:
            return waiting


def newest(queue: "Queue[str | None]", name: str) -> str | None:
    """The last cue asked for, so that those of while the device was opening are not played late."""
    return [name, *drain(queue)][-1]


def read_samples(name: str) -> bytes:
    """Samples of a cue from the compiled resources; FileNotFoundError if it is not there."""
    file = QFile(f":/sounds/{name}.wav")
    if not file.open(QIODevice.OpenModeFlag.ReadOnly):
        raise FileNotFoundError(name)
    content = bytes(file.readAll().data())
    file.close()
    return content[HEADER:]


class Mixer:
    """Adds up what plays at the same time; one thread adds, another takes."""

    def __init__(self) -> None:
        self._playing: list[bytes] = []
        self._lock = threading.Lock()

    def add(self, samples: bytes) -> None:
        """Let `samples` sound from the next frame on."""
        with self._lock:
            self._playing.append(samples)

    def take(self, frames: int) -> bytes:
        """The next `frames` frames, silence where nothing plays; louder than full is cut off."""
        size = 2 * frames
        with self._lock:
            parts = [samples[:size] for samples in self._playing]
            self._playing = [samples[size:] for samples in self._playing if len(samples) > size]
        return added(parts).ljust(size, b"\0")


def added(parts: list[bytes]) -> bytes:
    """Sum of mono 16-bit parts, as long as the longest."""
    if len(parts) < 2:
        return b"".join(parts)
    total = [0] * (max(map(len, parts)) // 2)
    for part in parts:
        for place, value in enumerate(memoryview(part).cast("h")):
            total[place] += value
    return b"".join(
        max(-32768, min(32767, value)).to_bytes(2, "little", signed=True) for value in total
    )


class Speaker:
    """The computer's own sound output, through the given module `miniaudio`."""

    def __init__(self, miniaudio: Any) -> None:
        """Open the output; any error of the driver is raised."""
        self._mixer = Mixer()
        self._running = False
        self._device = miniaudio.PlaybackDevice(
            output_format=miniaudio.SampleFormat.SIGNED16,
            nchannels=1,
            sample_rate=RATE,
            buffersize_msec=BUFFER,
            app_name="KneeCoach",
        )

    def play(self, samples: bytes) -> None:
        """Begin to play samples over what is playing."""
        self._mixer.add(samples)
        if not self._running:
            self._running = True
            frames = self._frames()
            next(frames)
            self._device.start(frames)

    def rest(self) -> None:
        """Stop the hardware."""
        self._running = False
        self._device.stop()

    def close(self) -> None:
        """Let the output go."""
        self._device.close()

    def _frames(self) -> Generator[bytes, int, None]:
        frames = yield b""
        while True:
            frames = yield self._mixer.take(frames)


def open_speaker() -> Device:
    """The default output; raises what the driver raises if there is none, after some 40 ms."""
    quiet_alsa()
    return Speaker(importlib.import_module("miniaudio"))


def quiet_alsa() -> None:
    """Keep ALSA from writing to standard error that there is no sound card.

    ALSA calls a function for each message. It is given the C function `getpid`, which does
    nothing with what it is called with: a function of Python's could be called after Python ended.
    """
    if not sys.platform.startswith("linux"):
        return
    import ctypes  # here, so that a start does not load it

    with suppress(OSError):
        alsa = ctypes.CDLL("libasound.so.2")
        silent = ctypes.cast(ctypes.CDLL(None).getpid, ctypes.c_void_p)
        alsa.snd_lib_error_set_handler(silent)
