"""What a session asks to be heard, and when the sound device has to run."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from kneecoach.ui.player.utilities import Utility
from tests.ui.player.playing import Playing
from tests.ui.surroundings import HeardCues, Surroundings

Key = Qt.Key


@pytest.fixture
def heard(surroundings: Surroundings) -> HeardCues:
    return surroundings.cues


def test_a_session_is_told_aloud_in_order(playing: Playing, heard: HeardCues) -> None:
    playing.begin("leg_raise")
    for _ in range(112):
        playing.pass_time(100)
    assert heard.said == [
        ("exercise-leg_raise", "side-left", "need-mat"),
        ("phase-lift",),
        ("phase-hold",),
        ("phase-lower",),
        ("number-1",),
        ("phase-lift",),
    ]


def test_the_end_of_a_hold_has_a_tone_of_its_own(playing: Playing, heard: HeardCues) -> None:
    playing.begin("hamstring_bent")
    for _ in range(281):
        playing.pass_time(100)
    assert heard.names[-5:] == ["tick", "tick", "tick", "zero", "down"]


def test_a_late_look_says_and_plays_only_what_matters_now(
    playing: Playing, heard: HeardCues
) -> None:
    playing.begin("leg_raise")
    playing.pass_time(6_500)
    heard.said.clear()
    heard.names.clear()
    playing.pass_at_once(1_900)
    assert heard.said == [("phase-lower",)]
    assert len(heard.names) == 1


def test_the_device_runs_while_the_session_does(playing: Playing, heard: HeardCues) -> None:
    playing.begin("leg_raise")
    assert (heard.begun, heard.standing_by, heard.hushed) == (1, True, 0)
    playing.press(Key.Key_Space)
    assert (heard.standing_by, heard.hushed) == (False, 1)
    playing.pass_time(60_000)
    assert heard.hushed == 1
    playing.press(Key.Key_Space)
    assert (heard.begun, heard.standing_by) == (1, True)
    playing.pass_time(5_000_000)
    assert playing.session.over
    assert not heard.standing_by
    assert (heard.names[-1], heard.said[-1][-1]) == ("done", "word-done")
    assert heard.hushed == 1  # the last word is said to its end


def test_a_session_that_is_left_says_no_more(playing: Playing, heard: HeardCues) -> None:
    playing.begin("leg_raise")
    playing.page.leave_clock()
    assert (heard.standing_by, heard.hushed) == (False, 1)


def test_v_switches_the_voice_and_m_the_sounds_and_both_are_shown(playing: Playing) -> None:
    playing.begin("leg_raise")
    buttons = {one.accessibleName(): one for one in playing.page.findChildren(Utility)}
    voice, sound = buttons["Voice is on. Switch it off"], buttons["Sound is on. Switch it off"]
    playing.press(Key.Key_V)
    assert not playing.choices.settings.voice
    assert playing.choices.settings.sound
    assert voice.accessibleName() == "Voice is off. Switch it on"
    playing.press(Key.Key_M)
    assert sound.accessibleName() == "Sound is off. Switch it on"
    voice.click()
    assert playing.choices.settings.voice


def test_l_says_the_side(playing: Playing, heard: HeardCues) -> None:
    playing.begin("leg_raise")
    playing.press(Key.Key_L)
    assert heard.said[-1] == ("side-left",)
