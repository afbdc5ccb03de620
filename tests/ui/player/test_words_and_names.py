"""Nothing cut, no word left behind, a name for everything: the player in the pseudo-language."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAccessible, QFontMetricsF
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

from kneecoach.domain.pseudo import CLOSING, OPENING
from kneecoach.domain.session import Event
from kneecoach.store.content import load_content
from kneecoach.ui.player.fitting import FitLabel
from kneecoach.ui.player.utilities import Utilities
from kneecoach.ui.player.words import _WORDS, ICONS, phase_word
from kneecoach.ui.pseudo_language import PseudoTranslator
from tests.ui.player.playing import Playing
from tests.ui.surroundings import Surroundings

SIZES = [(1280, 800), (900, 600)]
STATES = [
    *("count_in", "lift", "rest", "paused", "hurts", "end", "finish"),
    *("answered", "note"),
]


@pytest.fixture
def pseudo(qtbot, tmp_path, clock) -> Iterator[Playing]:
    translator = PseudoTranslator()
    QCoreApplication.installTranslator(translator)
    surroundings = Surroundings(tmp_path, clock, load_content("pseudo"))
    playing = Playing(surroundings)
    qtbot.addWidget(playing.page)
    yield playing
    playing.page.leave_clock()
    QCoreApplication.removeTranslator(translator)
    surroundings.journal.close()


def visible(page: QWidget, kind: type) -> list:
    return [w for w in page.findChildren(kind) if w.isVisible()]


@pytest.mark.parametrize("size", [pytest.param(SIZES[0], marks=pytest.mark.long), SIZES[1]])
@pytest.mark.parametrize("state", STATES)
def test_no_word_is_left_behind_and_none_is_cut(pseudo, size, state):
    pseudo.page.resize(*size)
    bring_to(pseudo, state)
    for label in visible(pseudo.page, QLabel):
        if label.text().strip():
            assert OPENING in label.text() or label.text().strip().isdigit(), label.text()
            assert fits(label), label.text()
    for button in visible(pseudo.page, QAbstractButton):
        words = button.text() or button.accessibleName()
        assert (OPENING in words and CLOSING in words) or words.isdigit(), words
        assert button.width() >= button.minimumSizeHint().width() or not button.text(), words


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", ["stand_supported", "leg_raise"])
def test_the_name_ends_before_the_buttons(pseudo, size, name):
    pseudo.page.resize(*size)
    pseudo.begin("leg_raise" if name != "leg_raise" else "stand_supported", name)
    pseudo.player.do(Event.SKIP_EXERCISE)
    QApplication.processEvents()
    [row] = visible(pseudo.page, Utilities)
    told = load_content("pseudo").texts.exercises[pseudo.session.part.exercise].name
    [title] = [one for one in visible(pseudo.page, FitLabel) if one.text() == told]
    assert title.parent() is row.parent()
    assert not title.geometry().intersects(row.geometry())


def bring_to(playing: Playing, state: str) -> None:
    playing.begin("hamstring_straight", "leg_raise")
    ms = {"count_in": 1_000, "lift": 120_000, "rest": 31_000, "finish": 900_000}.get(state, 9_000)
    playing.pass_time(ms)
    if state == "paused":
        playing.player.do(Event.PAUSE)
    if state in ("hurts", "end"):
        playing.page.act(state)
    if state in ("answered", "note"):
        playing.pass_time(900_000)
    keys = {"answered": "21S", "note": "N"}.get(state, "")
    for key in keys:
        playing.press(Qt.Key(ord(key)))
    QApplication.processEvents()


def fits(label: QLabel) -> bool:
    metrics = QFontMetricsF(label.font())
    if label.wordWrap():
        return label.height() >= label.heightForWidth(label.width()) - 1
    return metrics.horizontalAdvance(label.text()) <= label.width() + 1


def test_every_phase_of_the_catalogue_has_a_word_and_an_icon(content):
    phases = {p.name for e in content.catalogue.exercises.values() for p in e.phases}
    assert phases <= set(_WORDS)
    assert set(ICONS) == set(_WORDS)
    assert all(phase_word(name) for name in _WORDS)


def test_everything_that_takes_the_focus_has_a_name(playing):
    playing.begin("leg_raise")
    for button in playing.page.findChildren(QAbstractButton):
        face = QAccessible.queryAccessibleInterface(button)
        assert face.text(QAccessible.Text.Name).strip()
        assert face.role() == QAccessible.Role.Button


def test_the_name_of_the_stage_tells_the_phase_and_the_count(playing):
    playing.begin("leg_raise")
    playing.pass_time(5_000 + 6_000 + 500)
    assert playing.page._screen.spoken == (
        "Straight-leg raise, Left leg, Lift, Rep 2 of 10, Set 1 of 3"
    )


def test_the_numbers_name_is_the_number(playing):
    playing.begin("hamstring_bent")
    playing.pass_time(8_000 + 7_300)
    assert playing.page._screen._ring.accessibleName() == "Hold, 13 seconds"


def test_targets_are_large_enough(playing):
    for size in SIZES:
        playing.page.resize(*size)
        playing.begin("leg_raise")
        for button in visible(playing.page, QAbstractButton):
            assert button.height() >= 44
            assert button.width() >= 44


def test_a_rest_tells_the_set_after_it_and_a_change_over_the_leg(playing):
    progress = playing.page._screen._progress
    playing.begin("leg_raise")
    playing.pass_time(5_000 + 10 * 6_000 + 1_000)
    assert progress.accessibleName() == "Then set 2 of 3"
    playing.begin("calf_stretch", sides="both")
    playing.pass_time(5_000 + 3 * 25_000 + 2 * 5_000 + 1_000)
    assert progress.accessibleName() == "Right leg next"


def test_the_strip_tells_the_next_exercise_or_the_end(playing):
    strip = playing.page._screen._next
    playing.begin("leg_raise", "calf_stretch")
    assert strip.accessibleName() == "Next, left leg: Calf stretch"
    playing.begin("leg_raise")
    assert strip.accessibleName() == "Next: End of the session"


def test_at_the_end_the_person_faces_the_card(playing):
    playing.begin("hamstring_bent")
    playing.pass_time(600_000)
    assert not playing.page._screen._stage._scene.mirrored
