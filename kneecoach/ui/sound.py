"""What the player lets hear, played so that a missing or stuck device costs only the sound."""

from __future__ import annotations

from collections.abc import Callable

from kneecoach.clock import SystemClock
from kneecoach.domain.settings import Hearing, Volume
from kneecoach.domain.speech import Utterance
from kneecoach.ui.sound_files import read_clips, read_cue
from kneecoach.ui.sound_line import Device, Files, Line, Play, Request, Say, StandBy
from kneecoach.ui.sound_speaker import open_speaker

NAMES = ("tick", "up", "down", "hold", "zero", "switch", "rest", "done")
FILES = Files(read_cue, read_clips)


class Cues:
    """Plays cues and says utterances on a thread of its own, which starts with the first one.

    Every method returns at once. What is asked for while the device is stuck, missing or switched
    off is dropped, not delayed.
    """

    def __init__(
        self,
        hearing: Hearing,
        open_device: Callable[[], Device] = open_speaker,
        files: Files = FILES,
        now: Callable[[], int] | None = None,
    ) -> None:
        """Nothing is opened yet; other ways to open, to read and to tell the time serve tests."""
        self._hearing = hearing
        self._open = open_device
        self._files = files
        self._now = now or SystemClock().monotonic_ms
        self._standing_by = False
        self._line: Line | None = None

    @property
    def available(self) -> bool | None:
        """Whether there is a sound device that answers; None until one was looked for."""
        return self._line.available if self._line else None

    @property
    def silent(self) -> bool:
        """True while nothing can be heard although sounds or voice are on."""
        return _is_on(self._hearing) and self.available is False

    def begin(self) -> None:
        """A session begins: look anew for a device that was missing."""
        if self.available is False:
            self.close()

    def stand_by(self, on: bool) -> None:
        """Keep the device running in silence, or let it sleep when idle."""
        self._standing_by = on
        if not on:
            self._ask_if_open(StandBy(False))
        elif _is_on(self._hearing):
            self._ask(StandBy(True))

    def play(self, name: str) -> None:
        """Play the cue `name`, one of `NAMES`; KeyError if unknown."""
        if name not in NAMES:
            raise KeyError(name)
        if self._hearing.sounds:
            self._ask(Play(name, loudness(self._hearing.volume)))

    def say(self, utterance: Utterance) -> None:
        """Say that instead of what is being said; a number does not break into a name."""
        if self._hearing.voice:
            self._ask(Say(utterance, loudness(self._hearing.volume)))

    def hush(self) -> None:
        """Say no more of what is being said."""
        self._ask_if_open(Say(None))

    def tune(self, hearing: Hearing) -> None:
        """Let that be heard; switching on looks anew for a device that was missing."""
        before, self._hearing = self._hearing, hearing
        if _switches_on(before, hearing) and self.available is False:
            self.close()
        if before.voice and not hearing.voice:
            self.hush()
        if _is_on(before) is not _is_on(hearing):
            self._ask_if_open(StandBy(self._standing_by and _is_on(hearing)))

    def close(self) -> None:
        """Stop playing; a later request begins anew. Does not wait for a stuck device."""
        line, self._line = self._line, None
        if line is not None:
            line.close()

    def _ask(self, request: Request) -> None:
        if self._line is None:
            self._line = Line(self._open, self._files, self._now)
            if self._standing_by:
                self._line.put(StandBy(True))
        self._line.put(request)

    def _ask_if_open(self, request: Request) -> None:
        if self._line is not None:
            self._line.put(request)


def loudness(volume: Volume) -> float:
    """What samples are multiplied by; squared, as twice as loud to the ear is more than that."""
    return (volume / 100) ** 2


def _is_on(hearing: Hearing) -> bool:
    return hearing.sounds or hearing.voice


def _switches_on(before: Hearing, after: Hearing) -> bool:
    return (after.sounds and not before.sounds) or (after.voice and not before.voice)
