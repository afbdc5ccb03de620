from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from kneecoach.domain.answers import PainChoice
from kneecoach.domain.plan import Pace
from kneecoach.domain.session import State, elapsed
from kneecoach.ui.kit.buttons import IconButton
from kneecoach.ui.player.cards import CountsCard, EndCard
from kneecoach.ui.player.finish_card import FinishCard
from kneecoach.ui.player.pain_card import PainCard

Key = Qt.Key


def test_a_session_by_keys_only_ends_in_the_history(playing, surroundings, qtbot):
    playing.begin("hamstring_bent", "leg_raise")
    playing.pass_time(5_000 + 25_000 + 5_000 + 8_000)
    playing.press(Key.Key_Space)
    assert playing.session.state is State.PAUSED
    playing.pass_time(60_000)
    playing.press(Key.Key_Space)
    playing.pass_time(3_000)
    playing.press(Key.Key_Right)  # leaves the second hold
    playing.pass_time(60_000 + 600_000)
    assert isinstance(playing.card, FinishCard)
    playing.press(Key.Key_3)
    playing.press(Key.Key_2)
    with qtbot.waitSignal(playing.page.finished):
        playing.press(Key.Key_Return)
    [record] = surroundings.journal.sessions()
    assert record.finished
    assert (record.pain_before, record.pain_worst, record.pain_after) == (4, 3, 2)
    stretch, leg_raise = record.exercises
    assert [done.seconds for done in stretch.done] == [20, 5, 20]
    assert [done.reps for done in leg_raise.done] == [10, 10, 10]


def test_a_repetition_is_in_the_file_as_soon_as_it_is_done(playing, surroundings):
    playing.begin("leg_raise")
    playing.pass_time(5_000 + 6_000 + 5_000)
    [record] = surroundings.journal.sessions()
    assert not record.finished
    assert record.exercises[0].done[0].reps == 2


def test_sides_change_with_time_to_turn(playing):
    playing.begin("calf_stretch", sides="both")
    playing.pass_time(5_000 + 3 * 25_000 + 2 * 5_000 + 1_000)
    assert (playing.session.step.kind.value, playing.session.part.side.value) == (
        "switch",
        "right",
    )


@pytest.mark.parametrize("key", [Key.Key_Space, Key.Key_K, Key.Key_MediaPlay])
def test_these_keys_pause_and_go_on(playing, key):
    playing.begin("leg_raise")
    playing.pass_time(6_000)
    playing.press(key)
    assert playing.session.state is State.PAUSED
    playing.press(key)
    assert playing.session.state is State.COUNTING_IN


@pytest.mark.parametrize("key", [Key.Key_Right, Key.Key_N, Key.Key_PageDown])
def test_these_keys_skip(playing, key):
    playing.begin("leg_raise")
    playing.pass_time(6_000)
    playing.press(key)
    assert playing.session.step.kind.value == "rest"


@pytest.mark.parametrize("key", [Key.Key_Left, Key.Key_PageUp])
def test_these_keys_go_back(playing, key):
    playing.begin("leg_raise")
    playing.pass_time(5_000 + 6_000 + 1_000)
    playing.press(key)
    assert (playing.session.step.rep, playing.session.state) == (1, State.COUNTING_IN)


@pytest.mark.parametrize("key", [Key.Key_Space, Key.Key_Return, Key.Key_Enter, Key.Key_PageDown])
def test_at_ones_own_pace_these_keys_count(playing, key):
    playing.begin("leg_raise", pace=Pace.OWN)
    playing.pass_time(6_000)
    playing.press(key)
    assert [record.rep for record in playing.session.records] == [1]
    assert playing.session.state is State.RUNNING


@pytest.mark.parametrize("key", [Key.Key_K, Key.Key_MediaPlay])
def test_at_ones_own_pace_these_keys_pause(playing, key):
    playing.begin("leg_raise", pace=Pace.OWN)
    playing.pass_time(6_000)
    playing.press(key)
    assert (playing.session.state, playing.session.records) == (State.PAUSED, ())


def test_at_ones_own_pace_the_key_that_counts_is_told_once(playing):
    toast = playing.page._toast
    playing.begin("leg_raise", pace=Pace.OWN)
    assert not toast.isVisible()
    playing.pass_time(5_000)
    assert toast.isVisible()
    assert toast._label.text() == "Press Space after each repetition."
    toast.hide()
    playing.press(Key.Key_Space)
    assert not toast.isVisible()


def test_at_ones_own_pace_a_click_pauses(playing, qtbot):
    playing.begin("leg_raise", pace=Pace.OWN)
    playing.pass_time(6_000)
    qtbot.mouseClick(playing.page.focusProxy(), Qt.MouseButton.LeftButton)
    assert (playing.session.state, playing.session.records) == (State.PAUSED, ())


def test_plus_and_minus_change_a_rest_by_ten_seconds(playing):
    playing.begin("leg_raise")
    playing.pass_time(6_000)
    playing.press(Key.Key_Right)
    playing.press(Key.Key_Plus)
    assert playing.session.step.ms == 55_000
    playing.press(Key.Key_Minus)
    assert playing.session.step.ms == 45_000


def test_m_switches_the_sound_and_keeps_it(playing, surroundings):
    playing.begin("leg_raise")
    playing.press(Key.Key_M)
    assert not playing.choices.settings.sound
    assert '"sound": false' in (surroundings.folder / "settings.json").read_text("utf-8")


def test_it_hurts_pauses_and_asks_how_bad(playing):
    playing.begin("leg_raise", "calf_stretch")
    playing.pass_time(5_000 + 6_000)
    playing.press(Key.Key_P)
    assert isinstance(playing.card, PainCard)
    assert playing.session.state is State.PAUSED
    playing.press(Key.Key_7)
    go_on = playing.card.answers[PainChoice.GO_ON]
    assert not go_on.isEnabled()
    assert go_on.accessibleDescription() == "Not with pain of 6 or more"
    playing.press(Key.Key_Escape)
    assert isinstance(playing.card, PainCard)
    playing.press(Key.Key_S)
    assert (playing.session.part.exercise, playing.session.state) == (
        "calf_stretch",
        State.COUNTING_IN,
    )


def test_the_player_keys_rest_while_a_card_lies_over_it(playing):
    playing.begin("leg_raise")
    playing.pass_time(6_000)
    playing.press(Key.Key_P)
    before = playing.session
    playing.press(Key.Key_N)
    playing.press(Key.Key_Left)
    assert playing.session == before


def test_esc_asks_and_enter_keeps_going(playing):
    playing.begin("leg_raise")
    playing.pass_time(5_000 + 6_000)
    playing.press(Key.Key_Escape)
    assert isinstance(playing.card, EndCard)
    playing.press(Key.Key_Return)
    assert playing.page.card is None
    assert playing.session.state is State.COUNTING_IN


def test_esc_and_q_end_with_what_was_done(playing, surroundings):
    playing.begin("leg_raise")
    playing.pass_time(5_000 + 6_000)
    playing.press(Key.Key_Escape)
    playing.press(Key.Key_Q)
    assert isinstance(playing.card, FinishCard)
    playing.press(Key.Key_Return)
    assert playing.page.player is None
    [record] = surroundings.journal.sessions()
    assert (record.finished, record.exercises[0].done[0].reps) == (True, 1)
    assert (record.pain_worst, record.pain_after) == (None, None)


def test_a_session_in_which_nothing_was_done_leaves_nothing(playing, surroundings, qtbot):
    playing.begin("leg_raise")
    playing.pass_time(6_000)
    playing.press(Key.Key_Escape)
    with qtbot.waitSignal(playing.page.finished):
        playing.press(Key.Key_Q)
    assert surroundings.journal.sessions() == ()


def test_counts_can_be_put_right_before_saving(playing, surroundings):
    playing.begin("leg_raise")
    playing.pass_time(600_000)
    playing.press(Key.Key_C)
    [card] = playing.page.findChildren(CountsCard)
    [less] = [b for b in card.findChildren(IconButton) if _is_less(b, "Set 3")]
    less.click()
    less.click()
    card.done.emit()
    playing.card.save.emit()
    [record] = surroundings.journal.sessions()
    assert [done.reps for done in record.exercises[0].done] == [10, 10, 8]


def _is_less(button, words):
    return words in button.accessibleName() and button.accessibleName().endswith("fewer")


def test_cues_are_heard_in_order(playing, surroundings):
    playing.begin("hamstring_bent")
    for _ in range(290):
        playing.pass_time(100)
    assert [n for n in surroundings.cues.names if n != "tick"] == [
        *("rest", "up", "hold", "zero", "down"),
    ]


def test_the_picture_stands_still_in_a_pause(playing):
    playing.begin("hamstring_bent")
    playing.pass_time(12_345)
    playing.press(Key.Key_Space)
    before = playing.page.grab().toImage()
    playing.pass_time(500_000)
    assert elapsed(playing.session, playing.player.now) == 4_345
    assert playing.page.grab().toImage() == before
