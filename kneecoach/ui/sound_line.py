"""One try at a sound device: a thread that opens it, plays on it and looks after it."""

from __future__ import annotations

import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from queue import Empty, Queue
from typing import NamedTuple, Protocol

from kneecoach.domain.speech import Kind, Utterance
from kneecoach.ui.sound_mixer import scaled

IDLE = 3.0  # s without a request after which the device is let sleep
CHECK = 0.5  # s between two looks at whether the device still runs
LATE_MS = 300  # a request that waited longer is dropped if a newer one of its kind came
PATIENCE_MS = 2_000  # without an answer; after that the device counts as stuck
CLOSING = 0.5  # s that closing waits for a device that has worked so far


class Device(Protocol):
    """What plays samples. Everything may fail with any exception, or never return."""

    def wake(self) -> None:
        """Run, first in silence."""

    def play(self, samples: bytes) -> None:
        """Begin to play mono 16-bit samples now, over what is playing; return at once."""

    def say(self, samples: bytes, kind: Kind) -> None:
        """Begin to say that instead of what is being said; return at once."""

    def hush(self) -> None:
        """Say no more."""

    def check(self) -> None:
        """Raise an exception if the device no longer runs."""

    def rest(self) -> None:
        """Let the hardware sleep until the next sound."""

    def close(self) -> None:
        """Let the device go for good."""


@dataclass(frozen=True, slots=True)
class Files:
    """How samples are read: of a cue by its name, of clips by theirs."""

    cue: Callable[[str], bytes]
    clips: Callable[[tuple[str, ...]], bytes]


@dataclass(frozen=True, slots=True)
class Play:
    """Ask for a cue; `gain` is 0 to 1."""

    name: str
    gain: float


@dataclass(frozen=True, slots=True)
class Say:
    """Ask for an utterance, or with None for silence."""

    utterance: Utterance | None
    gain: float = 1.0


@dataclass(frozen=True, slots=True)
class StandBy:
    """Ask to keep the device running, or to let it sleep when idle."""

    on: bool


Request = Play | Say | StandBy


class Asked(NamedTuple):
    """A request with the reading of the clock at which it was made; None asks to close."""

    request: Request | None
    at: int


class Line:
    """The device is opened with the first request; none of them is ever waited for."""

    def __init__(
        self, open_device: Callable[[], Device], files: Files, now: Callable[[], int]
    ) -> None:
        """Start the thread; `now` reads the monotonic clock in ms."""
        self._open = open_device
        self._files = files
        self._now = now
        self._found: bool | None = None
        self._busy_since: int | None = None  # reading since which no answer came
        self._checked_at = now()
        self._awake = False
        self._queue: Queue[Asked] = Queue()
        self._thread = threading.Thread(target=self._work, name="cues", daemon=True)
        self._thread.start()

    @property
    def available(self) -> bool | None:
        """Whether there is a device that answers; None until one was looked for."""
        return False if self._is_stuck() else self._found

    def put(self, request: Request) -> None:
        """Ask for something; forgotten where there is no device or it is stuck."""
        if self.available is False:
            return
        asked = Asked(request, self._now())
        if self._busy_since is None:
            self._busy_since = asked.at
        self._queue.put(asked)

    def close(self) -> None:
        """End the thread, or leave it behind if the device does not answer."""
        waits = self.available
        drain(self._queue)
        self._queue.put(Asked(None, self._now()))
        if waits:
            self._thread.join(timeout=CLOSING)

    def _is_stuck(self) -> bool:
        since = self._busy_since
        return since is not None and self._now() - since > PATIENCE_MS

    def _work(self) -> None:
        first = self._queue.get()
        if first.request is None:
            return
        try:
            device = self._open()
            self._found = True
            self._serve(device, first)
        except Exception:  # a driver's errors are of many kinds; none may reach the session
            self._found = False
        self._busy_since = None

    def _serve(self, device: Device, asked: Asked) -> None:
        while True:
            for request in self._due(asked):
                if request is None:
                    device.close()
                    return
                self._do(device, request)
            if self._now() - self._checked_at >= CHECK * 1000:
                self._check(device)
            self._busy_since = None
            asked = self._next(device)
            self._busy_since = asked.at

    def _due(self, asked: Asked) -> list[Request | None]:
        """The request; one that comes late is dropped for the newest of its kind that waits."""
        if self._now() - asked.at <= LATE_MS:
            return [asked.request]
        newest = {type(each.request): each.request for each in (asked, *drain(self._queue))}
        return list(newest.values())

    def _next(self, device: Device) -> Asked:
        """The next request; until it comes the device is looked after, and sleeps when idle."""
        quiet = 0.0
        while self._awake or quiet < IDLE:
            with suppress(Empty):
                return self._queue.get(timeout=CHECK)
            self._check(device)
            quiet += CHECK
        device.rest()
        return self._queue.get()

    def _check(self, device: Device) -> None:
        self._checked_at = self._now()
        device.check()

    def _do(self, device: Device, request: Request) -> None:
        match request:
            case Play(name, gain):
                device.play(scaled(self._files.cue(name), gain))
            case Say(None):
                device.hush()
            case Say(Utterance(kind, clips), gain):
                device.say(scaled(self._files.clips(clips), gain), kind)
            case StandBy(on):
                self._awake = on
                if on:
                    device.wake()


def drain(queue: Queue[Asked]) -> list[Asked]:
    """Take out and return all that waits in the queue now."""
    waiting: list[Asked] = []
    while True:
        try:
            waiting.append(queue.get_nowait())
        except Empty:
            return waiting
