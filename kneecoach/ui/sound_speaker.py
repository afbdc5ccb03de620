"""The computer's own sound output, through miniaudio."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Generator
from contextlib import suppress
from typing import Any

from kneecoach.domain.speech import Kind
from kneecoach.ui.sound_line import Device
from kneecoach.ui.sound_mixer import RATE, Mixer

BUFFER = 30  # ms that are mixed at once; a few of them lie between asking and hearing


class DeviceGoneError(Exception):
    """The output stopped by itself: pulled out, or its server ended."""


class Speaker:
    """The default output; every method may raise what the driver raises."""

    def __init__(self, miniaudio: Any) -> None:
        """Open the output through the given module `miniaudio`."""
        self._mixer = Mixer()
        self._running = False
        self._gone = False
        self._taken = -1  # frames that had been taken at the last check
        self._device = miniaudio.PlaybackDevice(
            output_format=miniaudio.SampleFormat.SIGNED16,
            nchannels=1,
            sample_rate=RATE,
            buffersize_msec=BUFFER,
            app_name="KneeCoach",
        )
        self._device.stop_callback = self._stopped

    def wake(self) -> None:
        """Run, first in silence."""
        if self._running:
            return
        self._mixer.wake()
        self._running, self._taken = True, -1
        frames = self._frames()
        next(frames)
        self._device.start(frames)

    def play(self, samples: bytes) -> None:
        """Begin to play a cue over what is playing."""
        self.wake()
        self._mixer.play(samples)

    def say(self, samples: bytes, kind: Kind) -> None:
        """Begin to say that instead of what is being said."""
        self.wake()
        self._mixer.say(samples, kind)

    def hush(self) -> None:
        """Say no more."""
        self._mixer.hush()

    def check(self) -> None:
        """DeviceGoneError if it stopped, or has asked for nothing since the last check."""
        if self._gone or (self._running and self._mixer.taken == self._taken):
            raise DeviceGoneError
        self._taken = self._mixer.taken

    def rest(self) -> None:
        """Stop the hardware."""
        if self._running:
            self._running = False
            self._device.stop()

    def close(self) -> None:
        """Let the output go."""
        self._running = False
        self._device.close()

    def _stopped(self) -> None:
        """Called by the driver's thread whenever the output stops."""
        self._gone = self._running

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
