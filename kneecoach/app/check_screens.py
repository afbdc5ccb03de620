"""Pictures of the first start, the check, the questions of a day, help, and what is closed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from kneecoach.app.rehearsal import Rehearsal
from kneecoach.domain.catalogue import Side
from kneecoach.domain.check import Answer
from kneecoach.domain.plan import Plan, PlanItem
from kneecoach.domain.safety import GateDue
from kneecoach.ui.check.check_page import CheckPage

Shoot = Callable[[str], None]

# A page of each level, and the signs that open it.
_HELP = {
    "help_call_now": ("A1",),
    "help_today": ("B1", "CR7"),
    "help_soon": ("D2a",),
    "help_book": ("G1",),
    "help_parts": ("J7",),
}


def shoot_first(made: Rehearsal, shoot: Shoot) -> None:
    """The first start and each screen of the first check, all by keys."""
    shoot("first_what_it_is")
    press(made, " ", Qt.Key.Key_Return)
    shoot("first_about_you")
    press(made, "6", "6", Qt.Key.Key_Tab, "R")
    shoot("first_about_you_told")
    press(made, Qt.Key.Key_Backtab, Qt.Key.Key_Return)
    page = made.window.alone.page
    assert isinstance(page, CheckPage)
    while made.window.alone.page is page:
        shoot(f"check_{page.run.at + 1}")
        press(made, "0", "2", Qt.Key.Key_Return)
    shoot("check_end")


def press(made: Rehearsal, *keys: str | Qt.Key) -> None:
    """Press keys on whatever has the focus; a letter or digit is given as text."""
    for key in keys:
        widget = made.window.focusWidget() or made.window
        code, text = (Qt.Key(ord(key)), key) if isinstance(key, str) else (key, "")
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, code, Qt.KeyboardModifier.NoModifier, text)
            QApplication.sendEvent(widget, event)
        made.settle()


def shoot_kept(made: Rehearsal, shoot: Shoot) -> None:
    """The questions of a day, the repeat of a check, and what each outcome shows."""
    exercise = made.content.catalogue.exercise("leg_raise")
    made.window.start(Plan((PlanItem(exercise.id, exercise.dose, (Side.LEFT,)),)))
    shoot("gate_seven")
    made.window.ways.back_from_alone()
    made.window.checking.ask_gate(GateDue.SINGLE, lambda: None, lambda: None)
    shoot("gate_single")
    made.window.ways.back_from_alone()
    made.window.checking.open({"B1": Answer.YES})
    shoot("check_again")
    made.window.ways.go_from_alone("today")
    for name, signs in _HELP.items():
        made.check(*signs)
        made.window.go("today")
        made.window.open_help()
        shoot(name)
        made.window.leave_signs()
    _shoot_closed(made, shoot)


def _shoot_closed(made: Rehearsal, shoot: Shoot) -> None:
    """Partly closed, as the last outcome has left it, then wholly."""
    for name in ("today", "massage", "exercises"):
        made.window.go(name)
        shoot(f"{name}_partly_closed")
    made.window.open_exercise("roller_calf")
    shoot("exercise_closed")
    made.check("B1")
    for name in ("today", "load", "massage", "exercises", "knee", "signs"):
        made.window.go(name)
        shoot(f"{name}_closed")
    made.window.leave_signs()
    made.window.go("today")
    made.begin("leg_raise")
    shoot("card_refused")
    made.window.starting.leave()
    made.check()
