"""Pictures of every page and every state of the player, to be looked at."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QApplication

from kneecoach.app.rehearsal import Rehearsal, press_main, rehearsal
from kneecoach.app.starting import start_qt
from kneecoach.domain.catalogue import Side
from kneecoach.domain.charts import Span
from kneecoach.domain.content import Content
from kneecoach.domain.plan import Plan, PlanItem
from kneecoach.domain.session import Event
from kneecoach.domain.settings import ThemeChoice
from kneecoach.store.content import load_content
from kneecoach.ui.fault import Fault
from kneecoach.ui.history_page import HistoryPage
from kneecoach.ui.knee_page import KneePage
from kneecoach.ui.player.finish_card import FinishCard
from kneecoach.ui.player.keys import Act
from kneecoach.ui.player.note_card import NoteCard
from kneecoach.ui.resume_card import DiscardCard, ResumeCard

DEMO_DAYS = 120
USUAL = (1280, 800)
BOTH = (Side.RIGHT, Side.LEFT)

Shoot = Callable[[str], None]


def run(target: Path, size: tuple[int, int] | None, theme: str | None, language: str) -> int:
    """Write the pictures as NAME_WxH_theme.png; both palettes unless one is named."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    content = load_content(language)
    started = start_qt(language)
    target.mkdir(parents=True, exist_ok=True)
    themes = [ThemeChoice(theme)] if theme else [ThemeChoice.LIGHT, ThemeChoice.DARK]
    for choice in themes:
        _shoot_all(target, size or USUAL, choice, content)
    started.application.processEvents()
    return 0


def _shoot_all(target: Path, size: tuple[int, int], theme: ThemeChoice, content: Content) -> None:
    with rehearsal(content, theme, side_chosen=False) as made:
        _shoot_empty(made, _camera(made, target, size, theme))
    with rehearsal(content, theme, demo_days=DEMO_DAYS) as made:
        shoot = _camera(made, target, size, theme)
        _shoot_cut_off(made, shoot)
        _shoot_pages(made, shoot)
        _shoot_player(made, shoot)
        _shoot_interruptions(made, shoot)


def _camera(made: Rehearsal, target: Path, size: tuple[int, int], theme: ThemeChoice) -> Shoot:
    ratio = QGuiApplication.primaryScreen().devicePixelRatio()
    scale = f"@{ratio:g}x" if ratio != 1 else ""
    made.window.resize(*size)

    def shoot(name: str) -> None:
        made.settle()
        file = target / f"{name}_{size[0]}x{size[1]}{scale}_{theme.value}.png"
        made.window.grab().save(str(file))

    return shoot


def _shoot_empty(made: Rehearsal, shoot: Shoot) -> None:
    shoot("today_first")
    made.window.go("history")
    shoot("history_empty")
    made.window.start(_plan(made.content, "leg_raise"))
    shoot("card_pain_before")
    made.window.starting.leave()


def _shoot_cut_off(made: Rehearsal, shoot: Shoot) -> None:
    """The question after a crash, and the one before discarding."""
    made.settle()  # the window asks by itself once; there is nothing to ask about yet
    made.cut_off("leg_raise", "hamstring_bent", "calf_stretch", done=14)
    made.window.interruptions.offer_draft()
    shoot("card_resume")
    card = made.window.starting.card
    if isinstance(card, ResumeCard):
        card.discard.emit()
    shoot("card_discard")
    card = made.window.starting.card
    if isinstance(card, DiscardCard):
        card.discard.emit()


def _shoot_interruptions(made: Rehearsal, shoot: Shoot) -> None:
    """What breaks into a session: an error, and the window being closed."""
    made.begin("leg_raise", "calf_stretch")
    made.pass_time(22_000)
    made.window.interruptions.tell(Fault("ValueError", "ui/figure/painter.py", 212), lambda: None)
    shoot("card_error")
    made.window.starting.leave()
    made.window.close()
    shoot("card_close")
    made.window.starting.leave()
    _end(made)


def _shoot_pages(made: Rehearsal, shoot: Shoot) -> None:
    for name in ("today", "knee", "exercises", "settings", "signs"):
        made.window.go(name)
        shoot(name)
    made.window.leave_signs()
    _shoot_knee(made, shoot)
    for exercise in ("leg_raise", "hamstring_straight", "roller_calf"):
        made.window.open_exercise(exercise)
        shoot(f"exercise_{exercise}")
    made.window.go("history")
    page = made.window.page("history")
    assert isinstance(page, HistoryPage)
    for span in Span:
        page.choose(span)
        shoot(f"history_{span.value}")
    made.window.go("today")
    made.window.start(_plan(made.content, "massage_calf"))
    shoot("card_refused")
    made.window.starting.leave()


def _shoot_knee(made: Rehearsal, shoot: Shoot) -> None:
    """The other layers, lit for a cause, and the urgent cause open."""
    made.window.go("knee")
    page = made.window.page("knee")
    assert isinstance(page, KneePage)
    for cause in ("bakers_cyst", "blood_clot", ""):
        page.show_cause(cause)
        shoot(f"knee_{cause or 'plain'}")


def _plan(content: Content, name: str) -> Plan:
    exercise = content.catalogue.exercise(name)
    return Plan((PlanItem(exercise.id, exercise.dose, (Side.LEFT,)),))


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


def _shoot_player(made: Rehearsal, shoot: Shoot) -> None:
    for exercise, moments in _MOMENTS.items():
        made.begin(exercise, "calf_stretch")
        for name, ms in moments.items():
            made.pass_time(ms)
            shoot(f"player_{name}")
        _end(made)
    _shoot_two_sides(made, shoot)
    _shoot_cards(made, shoot)


def _shoot_two_sides(made: Rehearsal, shoot: Shoot) -> None:
    made.begin("hamstring_bent", "leg_raise", sides=BOTH)
    made.pass_time(15_000)
    shoot("player_hold_hamstring")
    made.pass_time(75_000)
    shoot("player_switch")
    _end(made)
    made.begin("leg_raise", own=True)
    made.pass_time(6_000)
    _do(made, Event.COUNT)
    shoot("player_own_pace")
    _end(made)


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


def _press(made: Rehearsal, key: str) -> None:
    card = made.player.card
    if card is not None:
        plain = Qt.KeyboardModifier.NoModifier
        QApplication.sendEvent(card, QKeyEvent(QEvent.Type.KeyPress, ord(key), plain, key))


def _do(made: Rehearsal, event: Event) -> None:
    if made.player.player is not None:
        made.player.player.do(event)


def _end(made: Rehearsal) -> None:
    """End the session and keep what was done."""
    _do(made, Event.STOP)
    card = made.player.card
    if card is not None:
        press_main(card)
