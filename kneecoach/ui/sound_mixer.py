"""Adds up what is heard: cues over one another, and one voice that says one thing at a time."""

from __future__ import annotations

import threading
from array import array

from kneecoach.domain.speech import Kind, gives_way

RATE = 22050  # Hz, mono, 16 bit: what packaging/make_sounds.py and make_voice.py write
LEAD_MS = 400  # of silence first, as a Bluetooth speaker swallows what comes while it wakes
FADE_MS = 15  # in which a voice that is cut off falls silent
UNDER_VOICE = 0.4  # loudness of a cue while something is said


class Mixer:
    """What plays now, as mono 16-bit samples; one thread adds, another takes."""

    def __init__(self) -> None:
        self.taken = 0  # frames asked for so far
        self._lead = 0  # frames of silence still to come
        self._cues: list[bytes] = []
        self._voice = b""
        self._kind: Kind | None = None  # of what is being said
        self._lock = threading.Lock()

    def wake(self) -> None:
        """Begin with silence, as long as a sleeping speaker may need."""
        with self._lock:
            self._lead = RATE * LEAD_MS // 1000

    def play(self, samples: bytes) -> None:
        """Let a cue sound from the next frame on, softer while something is said."""
        if self._voice:
            samples = scaled(samples, UNDER_VOICE)
        with self._lock:
            self._cues.append(samples)

    def say(self, samples: bytes, kind: Kind) -> None:
        """Say that from the next frame on instead of what is said, unless it gives way to it."""
        with self._lock:
            if self._voice and gives_way(kind, self._kind):
                return
            self._cut()
            self._voice, self._kind = samples, kind

    def hush(self) -> None:
        """Say no more."""
        with self._lock:
            self._cut()

    def take(self, frames: int) -> bytes:
        """The next `frames` frames, silence where nothing plays; louder than full is cut off."""
        with self._lock:
            self.taken += frames
            lead = min(self._lead, frames)
            self._lead -= lead
            size = 2 * (frames - lead)
            parts = [samples[:size] for samples in (*self._cues, self._voice) if samples]
            self._cues = [samples[size:] for samples in self._cues if len(samples) > size]
            self._voice = self._voice[size:]
        return bytes(2 * lead) + added(parts).ljust(size, b"\0")

    def _cut(self) -> None:
        if self._voice:
            self._cues.append(fading(self._voice))
        self._voice = b""


def added(parts: list[bytes]) -> bytes:
    """Sum of mono 16-bit parts, as long as the longest."""
    if len(parts) < 2:
        return b"".join(parts)
    total = [0] * (max(map(len, parts)) // 2)
    for part in parts:
        for place, value in enumerate(array("h", part)):
            total[place] += value
    return array("h", (max(-32768, min(32767, value)) for value in total)).tobytes()


def scaled(samples: bytes, gain: float) -> bytes:
    """The samples so much louder; `gain` is 0 to 1."""
    if gain == 1:
        return samples
    return array("h", (round(gain * value) for value in array("h", samples))).tobytes()


def fading(samples: bytes) -> bytes:
    """The next moment of the samples, falling to silence."""
    length = RATE * FADE_MS // 1000
    values = array("h", samples[: 2 * length])
    return array(
        "h", (value * (length - place) // length for place, value in enumerate(values))
    ).tobytes()
