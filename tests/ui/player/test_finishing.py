"""The card after a session, by keys, from the questions to the rows in the file."""

from __future__ import annotations

import sqlite3

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget

from kneecoach.domain.answers import NO_ANSWERS, NOTE_LENGTH, Answers, Effort
from kneecoach.domain.session import State
from kneecoach.ui.kit.key_choice import KeyedChoices
from kneecoach.ui.player.finish_card import FinishCard
from kneecoach.ui.player.note_card import NoteCard

Key = Qt.Key


def finished(playing, *names):
    playing.begin(*(names or ("leg_raise",)))
    playing.pass_time(2_000_000)
    assert isinstance(playing.card, FinishCard)
    return playing.card


def type_text(playing, text):
    QTest.keyClicks(playing.page.window().focusWidget(), text)


def asked(card):
    return [w.accessibleName() for w in card.findChildren(KeyedChoices) if w.isVisible()][1:]


def test_everything_is_answered_by_keys_and_kept(playing, surroundings):
    finished(playing)
    for key in (Key.Key_2, Key.Key_1, Key.Key_T, Key.Key_S, Key.Key_T, Key.Key_Y):
        playing.press(key)
    playing.press(Key.Key_N)
    type_text(playing, "Pulled a bit, then OK.")
    playing.press(Key.Key_Return)
    playing.press(Key.Key_Return)
    [record] = surroundings.journal.sessions()
    assert (record.pain_worst, record.pain_after) == (2, 1)
    assert record.answers == Answers(
        Effort.RIGHT, False, False, (("leg_raise", True),), "Pulled a bit, then OK."
    )


def test_nothing_is_chosen_beforehand(playing, surroundings):
    card = finished(playing)
    assert (card.worst.value, card.after.value, card.answers) == (None, None, NO_ANSWERS)
    playing.press(Key.Key_Return)
    [record] = surroundings.journal.sessions()
    assert (record.pain_worst, record.pain_after, record.answers) == (None, None, NO_ANSWERS)


def test_enter_saves_and_answers_nothing_on_the_way(playing, surroundings):
    card = finished(playing)
    playing.press(Key.Key_2)
    assert playing.page.window().focusWidget() in card.after.findChildren(QWidget)
    playing.press(Key.Key_Return)
    [record] = surroundings.journal.sessions()
    assert (record.finished, record.pain_worst, record.pain_after) == (True, 2, None)


def test_space_and_p_alone_run_a_whole_session(playing, surroundings):
    """P, Space: it hurts, made easier; Space pauses and goes on; Space saves."""
    playing.begin("leg_raise")
    playing.pass_time(12_000)
    for key in (Key.Key_P, Key.Key_Space, Key.Key_Space, Key.Key_Space):
        playing.press(key)
    playing.pass_time(2_000_000)
    card = playing.card
    for _ in range(60):  # P goes through everything and never into a text
        playing.press(Key.Key_P)
        if playing.page.window().focusWidget() is card.tingling:
            playing.press(Key.Key_Space)
            break
    for _ in range(60):
        if playing.page.window().focusWidget() is card._save:
            break
        playing.press(Key.Key_P)
    playing.press(Key.Key_Space)
    [record] = surroundings.journal.sessions()
    assert (record.finished, record.answers.tingling) == (True, True)
    assert [e.planned.reps for e in record.told] == [10, 8]


def test_a_tick_leads_to_the_check_after_saving(playing, surroundings, qtbot):
    card = finished(playing)
    playing.press(Key.Key_W)
    assert "Saving opens the check for warning signs" in visible_words(card)
    with qtbot.waitSignals([playing.page.finished, playing.page.sign_told], order="strict"):
        playing.press(Key.Key_Return)
    [record] = surroundings.journal.sessions()
    assert record.answers.swelling


def test_without_a_tick_saving_opens_no_check(playing, qtbot):
    """The control of the test above; a tick that was taken back is none."""
    finished(playing)
    playing.press(Key.Key_W)
    playing.press(Key.Key_W)
    with qtbot.assertNotEmitted(playing.page.sign_told):
        playing.press(Key.Key_Return)


def visible_words(card: QWidget) -> str:
    return " ".join(label.text() for label in card.findChildren(QLabel) if label.isVisible())


def test_two_more_are_asked_of_a_strength_exercise_after_a_comfortable_session(playing):
    card = finished(playing, "leg_raise", "calf_stretch")
    assert asked(card) == []
    playing.press(Key.Key_2)
    assert asked(card) == ["Straight-leg raise: could you have done 2 more?"]
    playing.press(Key.Key_W)
    assert asked(card) == []


def test_two_more_are_not_asked_after_a_stretch_or_pain(playing):
    card = finished(playing, "calf_stretch")
    playing.press(Key.Key_2)
    assert asked(card) == []
    card = finished(playing, "leg_raise")
    playing.press(Key.Key_3)
    assert asked(card) == []


def test_the_worst_rating_during_the_session_is_marked_and_not_chosen(playing):
    playing.begin("leg_raise")
    playing.pass_time(12_000)
    for key in (Key.Key_P, Key.Key_5, Key.Key_G):
        playing.press(key)
    playing.pass_time(2_000_000)
    card = playing.card
    names = {w.accessibleName() for w in card.worst.findChildren(QWidget)}
    assert "Before 4, When it hurt 5" in names
    assert card.worst.value is None
    playing.press(Key.Key_1)
    assert "Some pain" in visible_words(card)  # the highest rating counts (guide 4.1)


@pytest.mark.parametrize("key", [Key.Key_U, Key.Key_Backspace])
def test_undo_after_an_early_end_leads_back_to_where_it_was(playing, surroundings, key):
    playing.begin("hamstring_bent")
    playing.pass_time(5_000 + 3_000 + 7_300)
    before = playing.session
    playing.press(Key.Key_Escape)
    playing.press(Key.Key_Q)
    playing.press(key)
    assert playing.page.card is None
    assert (playing.session.state, playing.session.index) == (State.PAUSED, before.index)
    playing.press(Key.Key_Space)
    playing.pass_time(3_000 + 12_700)
    [record] = surroundings.journal.sessions()
    assert (record.finished, record.exercises[0].done[0].seconds) == (False, 20)


def test_undo_after_the_natural_end_leads_to_the_start_of_the_last_set(playing, surroundings):
    finished(playing)
    playing.press(Key.Key_U)
    step = playing.session.step
    assert (playing.session.state, step.set, step.rep) == (State.PAUSED, 3, 1)
    playing.press(Key.Key_Space)
    playing.pass_time(600_000)
    assert isinstance(playing.card, FinishCard)
    playing.press(Key.Key_Return)
    [record] = surroundings.journal.sessions()
    assert [done.reps for done in record.exercises[0].done] == [10, 10, 10]


def test_undo_also_works_while_it_could_not_be_saved(playing, surroundings):
    card = finished(playing)
    other = sqlite3.connect(surroundings.journal.path, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    playing.press(Key.Key_Return)
    assert card._leave.isVisible()
    other.execute("ROLLBACK")
    other.close()
    playing.press(Key.Key_U)
    playing.press(Key.Key_Right)
    [record] = surroundings.journal.sessions()
    assert not record.finished
    playing.press(Key.Key_3)
    playing.press(Key.Key_Return)
    [record] = surroundings.journal.sessions()
    assert (record.finished, record.pain_worst) == (True, 3)


def test_the_letters_of_a_note_are_its_own(playing):
    finished(playing)
    playing.press(Key.Key_N)
    type_text(playing, "pain was asdcutxw 7, q")
    playing.press(Key.Key_Tab)
    assert playing.page.findChildren(NoteCard)[0].field.text == "pain was asdcutxw 7, q"
    playing.press(Key.Key_Escape)
    card = playing.card
    assert card.answers == Answers(note="pain was asdcutxw 7, q")
    assert (card.worst.value, playing.page.player is None) == (None, False)
    playing.press(Key.Key_A)  # the control: the same letter answers once the note is closed
    assert card.answers.effort is Effort.EASY


def test_a_note_holds_its_length(playing):
    card = finished(playing)
    playing.press(Key.Key_N)
    [note] = playing.page.findChildren(NoteCard)
    note.field._text.setPlainText("ü" * NOTE_LENGTH)
    type_text(playing, "x")
    assert note.field.text == "ü" * NOTE_LENGTH
    note.field._text.setPlainText("ü" * (NOTE_LENGTH + 50))
    assert len(note.field.text) == NOTE_LENGTH
    playing.press(Key.Key_Return)
    assert card.note == "ü" * NOTE_LENGTH


def test_what_has_the_focus_is_in_sight_in_the_smallest_window(playing, qapp):
    playing.page.resize(900, 600)
    card = finished(playing, "leg_raise", "calf_stretch", "stand_open")
    playing.press(Key.Key_2)
    for _ in range(40):
        playing.press(Key.Key_P)
        qapp.processEvents()
        focus = playing.page.window().focusWidget()
        assert not focus.visibleRegion().isEmpty(), focus
        assert focus.visibleRegion().boundingRect().height() >= 40
    assert card.isVisible()
