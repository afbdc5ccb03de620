"""Pictures of every state of the player and of the cards over it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from kneecoach.app.rehearsal import Rehearsal, press_main
from kneecoach.domain.catalogue import Side
from kneecoach.domain.session import Event
from kneecoach.ui.player.cards import CountsCard
from kneecoach.ui.player.finish_card import FinishCard
from kneecoach.ui.player.keys import Act
from kneecoach.ui.player.note_card import NoteCard

BOTH = (Side.RIGHT, Side.LEFT)

Shoot = Callable[[str], None]

# Milliseconds from the start of a session to what is worth a picture.
_MOMENTS: Mapping[str, Mapping[str, int]] = {
    "leg_raise": {
        "countin": 2_000,
        "reps_lift": 22_000,
        "reps_hold": 2_500,
        "reps_lower": 1_250,
        "rest": 45_000,
    },
    "squat": {"squat": 8_000},
    "lunge": {"lunge": 8_000},
    "stand_supported": {"balance_supported": 15_000},
    "stand_open": {"balance": 15_000},
    "stand_closed": {"balance_closed": 15_000},
    "stand_cushion": {"balance_cushion": 15_000},
    "hamstring_straight": {"hold_hamstring_straight": 15_000},
    "calf_stretch": {"hold_calf": 15_000},
}


def shoot_player(made: Rehearsal, shoot: Shoot) -> None:
    """Every state of the player and its cards."""
    for exercise, moments in _MOMENTS.items():
        made.begin(exercise, "calf_stretch")
        for name, ms in moments.items():
            made.pass_time(ms)
            shoot(f"player_{name}")
        end(made)
    _shoot_two_sides(made, shoot)
    _shoot_away(made, shoot)
    _shoot_cards(made, shoot)


def _shoot_two_sides(made: Rehearsal, shoot: Shoot) -> None:
    made.begin("hamstring_bent", "leg_raise", sides=BOTH)
    made.pass_time(15_000)
    shoot("player_hold_hamstring")
    made.pass_time(75_000)
    shoot("player_switch")
    end(made)
    made.begin("leg_raise", own=True)
    made.pass_time(6_000)
    _do(made, Event.COUNT)
    shoot("player_own_pace")
    end(made)


def _shoot_away(made: Rehearsal, shoot: Shoot) -> None:
    made.begin("leg_raise", "calf_stretch")
    made.pass_time(22_000)
    made.clock.sleep(252_000)
    made.pass_time(250)
    shoot("card_away")
    end(made)


def _shoot_cards(made: Rehearsal, shoot: Shoot) -> None:
    made.begin("hamstring_bent", "leg_raise")
    made.pass_time(15_000)
    _do(made, Event.PAUSE)
    shoot("player_paused")
    for act in (Act.HURTS, Act.END):
        made.player.act(act)
        shoot(f"player_{act.value}")
        if made.player.card is not None:
            made.player.card.escaped.emit()
    _shoot_pain(made, shoot)
    made.pass_time(400_000)
    shoot("player_finished")
    card = made.player.card
    if isinstance(card, FinishCard):
        _shoot_finished(made, card, shoot)
    made.save()


def _shoot_pain(made: Rehearsal, shoot: Shoot) -> None:
    """The pain card with an easier exercise, a rating, and what it leads to."""
    _do(made, Event.SKIP_EXERCISE)
    made.pass_time(22_000)
    made.player.act(Act.HURTS)
    _press(made, "4")
    shoot("player_hurts_easier")
    _press(made, "7")
    shoot("player_hurts_too_much")
    _press(made, "4")
    _press(made, "E")
    made.pass_time(5_000)
    shoot("player_easier")


def _shoot_finished(made: Rehearsal, card: FinishCard, shoot: Shoot) -> None:
    card.note_wanted.emit()
    shoot("player_note")
    for note in made.player.findChildren(NoteCard):
        note.written.emit("Slept badly. The left side pulled a little at the end.")
    for key in "24S":
        _press(made, key)
    shoot("player_finished_answered")
    _press(made, "W")
    shoot("player_finished_sign")
    _press(made, "W")
    card.counts_wanted.emit()
    shoot("player_counts")
    for counts in made.player.findChildren(CountsCard):
        counts.done.emit()


def _press(made: Rehearsal, key: str) -> None:
    card = made.player.card
    if card is not None:
        plain = Qt.KeyboardModifier.NoModifier
        QApplication.sendEvent(card, QKeyEvent(QEvent.Type.KeyPress, ord(key), plain, key))


def _do(made: Rehearsal, event: Event) -> None:
    if made.player.player is not None:
        made.player.player.do(event)


def end(made: Rehearsal) -> None:
    """End the session and keep what was done."""
    _do(made, Event.STOP)
    card = made.player.card
    if card is not None:
        press_main(card)
