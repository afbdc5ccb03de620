"""The cue files: short, small, mono, the loudness they should have, made by the script."""

from __future__ import annotations

import math
import wave
from array import array
from pathlib import Path

import make_sounds
import pytest

from kneecoach.ui.sound import NAMES
from kneecoach.ui.sound_files import HEADER
from kneecoach.ui.sound_mixer import RATE

SOUNDS = Path(__file__).resolve().parents[2] / "assets" / "sounds"


def samples(path: Path) -> array[int]:
    with wave.open(str(path)) as file:
        assert (file.getnchannels(), file.getsampwidth(), file.getframerate()) == (1, 2, RATE)
        return array("h", file.readframes(file.getnframes()))


def test_every_cue_has_its_file_and_every_file_its_cue() -> None:
    assert {path.stem for path in SOUNDS.glob("*.wav")} == set(NAMES) == set(make_sounds.CUES)


@pytest.mark.parametrize("name", NAMES)
def test_a_cue_is_small_and_starts_and_ends_in_silence(name: str) -> None:
    path = SOUNDS / f"{name}.wav"
    assert path.stat().st_size <= 60_000
    heard = samples(path)
    assert path.stat().st_size == HEADER + 2 * len(heard)
    assert abs(heard[0]) < 40
    assert abs(heard[-1]) < 400


def test_the_tick_is_soft_and_no_cue_is_loud() -> None:
    loudest = {n: max(map(abs, samples(SOUNDS / f"{n}.wav"))) for n in NAMES}
    assert 20 * math.log10(loudest["tick"] / 32767) <= -18
    assert min(loudest, key=loudest.__getitem__) == "tick"
    assert all(20 * math.log10(peak / 32767) <= -9 for peak in loudest.values())


def test_the_files_are_what_the_script_makes(tmp_path: Path) -> None:
    for made in make_sounds.write(tmp_path):
        committed = samples(SOUNDS / made.name)
        assert len(committed) == len(samples(made))
        assert all(abs(a - b) <= 1 for a, b in zip(committed, samples(made), strict=True))
