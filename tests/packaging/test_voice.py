"""The recorded voice: every clip that can be said is there, trimmed and equally loud."""

from __future__ import annotations

import math
import re
from array import array
from functools import cache
from pathlib import Path

import make_voice
import miniaudio
import pytest

from kneecoach.domain.catalogue import Motion, Side
from kneecoach.domain.content import Content
from kneecoach.domain.speech import LARGEST_NUMBER, clips_of
from kneecoach.domain.timeline import COUNT_IN_MS
from kneecoach.ui.player.words import phase_word, side_name
from kneecoach.ui.resources import register
from kneecoach.ui.sound_files import BETWEEN_MS, read_clips, read_cue
from kneecoach.ui.sound_mixer import LEAD_MS, RATE

VOICE = Path(__file__).resolve().parents[2] / "assets" / "voice"
CLIPS = sorted(path.stem for path in (VOICE / "en").iterdir())
WORDS = make_voice.words("en")


@cache
def samples(name: str) -> array[int]:
    content = (VOICE / "en" / f"{name}.ogg").read_bytes()
    found: array[int] = miniaudio.decode(content, nchannels=1, sample_rate=RATE).samples
    return found


@cache
def levels(name: str) -> list[float]:
    return make_voice.levels([value / 32768 for value in samples(name)])


def decibels(value: float) -> float:
    return 20 * math.log10(value)


def plain(text: str) -> list[str]:
    return re.findall(r"[a-z]+", text.lower())


def test_what_can_be_said_has_a_clip_and_nothing_else_has_one(content: Content) -> None:
    assert set(CLIPS) == set(WORDS) == clips_of(content.catalogue)


def test_every_number_that_is_dosed_has_a_clip(content: Content) -> None:
    for exercise in content.catalogue.exercises.values():
        for dose in exercise.levels:
            assert (dose.reps or 0) <= LARGEST_NUMBER
            assert dose.rest_s <= LARGEST_NUMBER


def test_what_is_said_is_what_is_shown(content: Content) -> None:
    texts = content.texts.exercises
    for name, exercise in content.catalogue.exercises.items():
        assert plain(WORDS[f"exercise-{name}"]) == plain(texts[name].name)
        for phase in exercise.phases:
            if phase.motion is not Motion.STILL:
                assert plain(WORDS[f"phase-{phase.name}"]) == plain(phase_word(phase.name))
    for side in Side:
        assert plain(WORDS[f"side-{side}"]) == plain(side_name(side))


def test_the_clips_are_small() -> None:
    sizes = [path.stat().st_size for path in (VOICE / "en").iterdir()]
    assert max(sizes) < 30_000
    assert sum(sizes) < 1_200_000


def test_the_clips_are_equally_loud_and_none_is_cut_off() -> None:
    loud = {}
    for name in CLIPS:
        heights = [height for height in levels(name) if height > 0.1 * max(levels(name))]
        loud[name] = decibels(math.sqrt(sum(h * h for h in heights) / len(heights)))
        assert decibels(max(map(abs, samples(name))) / 32768) < -2.5, name
    assert {name: level for name, level in loud.items() if not -21.5 < level < -19.5} == {}


def test_the_clips_begin_and_end_with_the_voice_and_without_a_click() -> None:
    for name in CLIPS:
        loudest = max(levels(name))
        heard = [n for n, height in enumerate(levels(name)) if height > loudest / 100]
        assert heard[0] <= 2, name  # 10 ms each
        assert len(levels(name)) - heard[-1] <= 6, name
        assert abs(samples(name)[0]) < 100, name
        assert abs(samples(name)[-1]) < 100, name


def test_a_number_fits_into_its_second_and_a_phase_into_its_phase(content: Content) -> None:
    for number in (1, 2, 3, 10, 30, 60):
        assert len(samples(f"number-{number}")) < RATE
    for exercise in content.catalogue.exercises.values():
        for phase in exercise.phases:
            if phase.ms and phase.motion is not Motion.STILL:
                assert 1000 * len(samples(f"phase-{phase.name}")) / RATE < phase.ms


def test_a_name_is_said_to_its_end_before_the_first_movement(content: Content) -> None:
    room = (COUNT_IN_MS - LEAD_MS) / 1000  # s
    for exercise in content.catalogue.exercises.values():
        name = (f"exercise-{exercise.id}", "side-right", f"need-{'_'.join(exercise.needs)}")
        gaps = 2 * BETWEEN_MS / 1000
        assert sum(len(samples(clip)) / RATE for clip in name) + gaps < room, name


def test_the_program_reads_clips_and_cues_from_its_resources() -> None:
    register()
    both = len(samples("side-left")) + len(samples("number-7")) + RATE * BETWEEN_MS // 1000
    assert len(read_clips(("side-left", "number-7"))) == 2 * both
    assert 0 < len(read_cue("tick")) < RATE
    with pytest.raises(FileNotFoundError):
        read_clips(("number-61",))
