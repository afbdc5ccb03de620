"""It hurts, by keys, from the card to the rows in the file."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from kneecoach.domain.answers import PainChoice
from kneecoach.domain.session import State
from kneecoach.ui.player.finish_card import FinishCard
from kneecoach.ui.player.pain_card import PainCard

Key = Qt.Key
SECOND_REP = 5_000 + 6_000 + 1_000


def hurting(playing, *names, after=SECOND_REP):
    playing.begin(*names)
    playing.pass_time(after)
    playing.press(Key.Key_P)
    assert isinstance(playing.card, PainCard)
    return playing.card


def told(surroundings):
    [record] = surroundings.journal.sessions()
    return [(hurt.part, hurt.choice, hurt.pain) for hurt in record.hurts]


def test_easier_takes_over_and_what_was_done_stays_under_the_harder_one(playing, surroundings):
    card = hurting(playing, "leg_raise", "calf_stretch")
    assert (
        card.answers[PainChoice.EASIER].accessibleDescription().replace("\u00a0", " ")
        == "The same with less: 3 × 8"
    )
    playing.press(Key.Key_4)
    playing.press(Key.Key_E)
    assert (playing.session.part.dose.reps, playing.session.state) == (8, State.COUNTING_IN)
    playing.pass_time(3_000 + 15_000 + 6_000)
    [record] = surroundings.journal.sessions()
    assert [(e.planned.reps, [d.reps for d in e.done]) for e in record.exercises] == [
        *((10, [1]), (None, []), (8, [1])),
    ]
    assert record.exercises[2].instead_of == (0,)
    assert told(surroundings) == [(0, PainChoice.EASIER, 4)]


def test_another_exercise_is_named_with_what_it_needs(playing):
    card = hurting(playing, "stand_closed", after=9_000)
    words = card.answers[PainChoice.EASIER].accessibleDescription().replace("\u00a0", " ")
    assert words == "One leg, eyes open, 3 × 30 s. You need a worktop."


def test_where_there_is_no_easier_way_none_is_offered(playing):
    card = hurting(playing, "calf_stretch", after=9_000)
    assert PainChoice.EASIER not in card.answers
    assert card.focusWidget() is None or playing.page.window().focusWidget().text() == ""
    playing.press(Key.Key_E)
    assert playing.card is card


def test_space_and_p_alone_choose(playing):
    """The easier way is marked, P marks the next answer, Space presses it."""
    card = hurting(playing, "leg_raise", "calf_stretch")
    assert playing.page.window().focusWidget() is card.answers[PainChoice.EASIER]
    playing.press(Key.Key_P)
    assert playing.page.window().focusWidget() is card.answers[PainChoice.SKIP]
    playing.press(Key.Key_Space)
    assert playing.session.part.exercise == "calf_stretch"


def test_from_six_on_skipping_is_marked_and_going_on_is_closed(playing):
    card = hurting(playing, "leg_raise")
    playing.press(Key.Key_5)
    assert playing.page.window().focusWidget() is card.answers[PainChoice.EASIER]
    playing.press(Key.Key_6)
    assert playing.page.window().focusWidget() is card.answers[PainChoice.SKIP]
    playing.press(Key.Key_G)
    assert playing.card is card


@pytest.mark.parametrize(
    ("key", "choice", "state"),
    [
        (Key.Key_S, PainChoice.SKIP, State.COUNTING_IN),
        (Key.Key_G, PainChoice.GO_ON, State.COUNTING_IN),
        (Key.Key_Q, PainChoice.END, State.STOPPED),
    ],
)
def test_each_choice_is_kept_with_its_rating(playing, surroundings, key, choice, state):
    hurting(playing, "leg_raise", "calf_stretch")
    playing.press(Key.Key_3)
    playing.press(key)
    assert playing.session.state is state
    assert told(surroundings) == [(0, choice, 3)]


def test_going_on_without_a_rating_leaves_nothing_behind(playing, surroundings):
    hurting(playing, "leg_raise")
    playing.press(Key.Key_G)
    assert told(surroundings) == []


def test_a_sharp_sign_ends_saves_and_opens_the_check(playing, surroundings, qtbot):
    hurting(playing, "leg_raise")
    playing.press(Key.Key_8)
    with qtbot.waitSignals([playing.page.finished, playing.page.sign_told], order="strict"):
        playing.press(Key.Key_W)
    assert playing.page.player is None
    [record] = surroundings.journal.sessions()
    assert record.finished
    assert told(surroundings) == [(0, PainChoice.SIGNS, 8)]


def test_a_sharp_sign_before_anything_was_done_is_kept_too(playing, surroundings):
    hurting(playing, "leg_raise", after=6_000)
    playing.press(Key.Key_W)
    [record] = surroundings.journal.sessions()
    assert (record.finished, record.exercises[0].done) == (True, ())
    assert told(surroundings) == [(0, PainChoice.SIGNS, None)]


def test_after_ending_in_pain_saving_opens_the_warning_signs(playing, qtbot):
    hurting(playing, "leg_raise")
    playing.press(Key.Key_Q)
    assert isinstance(playing.card, FinishCard)
    with qtbot.waitSignal(playing.page.signs_wanted):
        playing.press(Key.Key_Return)


def test_after_an_ordinary_end_saving_opens_no_warning_signs(playing, qtbot):
    """The control of the test above."""
    playing.begin("leg_raise")
    playing.pass_time(SECOND_REP)
    playing.press(Key.Key_Escape)
    playing.press(Key.Key_Q)
    with qtbot.assertNotEmitted(playing.page.signs_wanted):
        playing.press(Key.Key_Return)
    assert playing.page.player is None
