"""The try-out of sounds: played, asked about, and told what to do when nothing was heard."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kneecoach.domain.settings import Hearing, Volume
from kneecoach.ui.look import Look
from kneecoach.ui.sound_try_out import SoundTryOut
from tests.ui.surroundings import HeardCues

OFF = Hearing(sounds=False, voice=False, volume=Volume.LOW)


@pytest.fixture
def cues() -> HeardCues:
    return HeardCues(hearing=OFF)


@pytest.fixture
def try_out(cues: HeardCues, qtbot: QtBot) -> Iterator[SoundTryOut]:
    made = SoundTryOut(Look(calm=True), cues, lambda: OFF)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    yield made
    made._timer.stop()


def play_through(try_out: SoundTryOut) -> None:
    try_out.play.setFocus()
    QTest.keyClick(try_out.play, Qt.Key.Key_Space)
    for _ in range(4):
        try_out._timer.timeout.emit()


def test_it_plays_a_repetition_at_the_chosen_volume_also_while_sounds_are_off(
    try_out: SoundTryOut, cues: HeardCues
) -> None:
    QTest.keyClick(try_out.play, Qt.Key.Key_Space)
    assert cues.hearing == Hearing(sounds=True, voice=True, volume=Volume.LOW)
    assert not try_out.question.isVisible()
    for _ in range(4):
        try_out._timer.timeout.emit()
    assert cues.names == ["up", "hold", "down", "zero"]
    assert cues.said == [("phase-lift",), ("phase-hold",), ("phase-lower",), ("number-1",)]
    assert cues.hearing == OFF  # as before
    assert cues.begun == 1  # a device was looked for anew
    assert try_out.question.isVisible()
    assert not try_out._timer.isActive()


def test_yes_ends_it(try_out: SoundTryOut, qtbot: QtBot) -> None:
    play_through(try_out)
    try_out.yes.setFocus()
    with qtbot.waitSignal(try_out.answered) as told:
        QTest.keyClick(try_out.yes, Qt.Key.Key_Space)
    assert told.args == [True]
    assert "as loud" in try_out.advice.text()
    assert not try_out.yes.isVisible()
    assert try_out.play.hasFocus()  # the focus does not vanish with the button


def test_no_says_what_to_do(try_out: SoundTryOut, qtbot: QtBot) -> None:
    play_through(try_out)
    with qtbot.waitSignal(try_out.answered) as told:
        try_out.no.click()
    assert told.args == [False]
    assert "Turn up the computer's own volume" in try_out.advice.text()
    play_through(try_out)
    assert try_out.question.isVisible()
    assert not try_out.advice.isVisible()


def test_where_no_device_answers_it_is_said_without_being_asked(
    try_out: SoundTryOut, cues: HeardCues
) -> None:
    cues.silent = True
    play_through(try_out)
    assert "No sound device answers" in try_out.advice.text()
    try_out.no.click()
    assert "No sound device answers" in try_out.advice.text()
