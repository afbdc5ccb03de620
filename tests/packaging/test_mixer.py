"""What is added up: cues over one another, one voice, silence first."""

from __future__ import annotations

from kneecoach.domain.speech import Kind
from kneecoach.ui.sound_mixer import FADE_MS, RATE, UNDER_VOICE, Mixer, scaled

LEAD = RATE * 400 // 1000


def words(*values: int) -> bytes:
    return b"".join(value.to_bytes(2, "little", signed=True) for value in values)


def test_cues_at_the_same_time_are_added_and_cut_off_at_full() -> None:
    mixer = Mixer()
    mixer.play(words(1000, 30000, 5))
    mixer.play(words(200, 30000))
    assert mixer.take(2) == words(1200, 32767)
    assert mixer.take(2) == words(5, 0)
    assert mixer.take(1) == words(0)
    assert mixer.taken == 5


def test_after_waking_400_ms_of_silence_come_first() -> None:
    mixer = Mixer()
    mixer.wake()
    mixer.play(words(7))
    assert mixer.take(LEAD - 1) == bytes(2 * (LEAD - 1))
    assert mixer.take(3) == words(0, 7, 0)


def test_a_newer_utterance_fades_out_the_one_before() -> None:
    mixer = Mixer()
    mixer.say(words(1000) * RATE, Kind.WORD)
    mixer.take(10)
    mixer.say(words(10) * RATE, Kind.WORD)
    fade = RATE * FADE_MS // 1000
    heard = memoryview(mixer.take(fade + 5)).cast("h").tolist()
    assert heard[0] == 1010
    assert heard == sorted(heard, reverse=True)
    assert heard[-5:] == [10] * 5


def test_a_number_does_not_break_into_a_name_and_is_forgotten() -> None:
    mixer = Mixer()
    mixer.say(words(1) * 4, Kind.NAME)
    mixer.say(words(2) * 4, Kind.NUMBER)
    assert mixer.take(6) == words(1, 1, 1, 1, 0, 0)
    mixer.say(words(2), Kind.NUMBER)
    assert mixer.take(2) == words(2, 0)


def test_a_cue_is_softer_while_something_is_said() -> None:
    mixer = Mixer()
    mixer.say(words(1), Kind.WORD)
    mixer.play(words(0, 1000))
    assert mixer.take(2) == words(1, round(1000 * UNDER_VOICE))


def test_hushed_the_voice_ends_and_cues_go_on() -> None:
    mixer = Mixer()
    mixer.play(words(3) * RATE)
    mixer.say(words(1000) * RATE, Kind.NAME)
    mixer.take(1)
    mixer.hush()
    mixer.take(RATE * FADE_MS // 1000)
    assert mixer.take(2) == words(3, 3)


def test_scaled_is_softer_and_whole_at_one() -> None:
    assert scaled(words(1000, -1000), 0.16) == words(160, -160)
    assert scaled(words(5), 1) == words(5)
