"""Pictures of every page and every state of the player, to be looked at."""

from __future__ import annotations

import os
from pathlib import Path

from PySide6.QtGui import QGuiApplication

from kneecoach.app.check_screens import shoot_first, shoot_kept
from kneecoach.app.player_screens import Shoot, end, shoot_player
from kneecoach.app.rehearsal import Rehearsal, rehearsal
from kneecoach.app.starting import start_qt
from kneecoach.domain.catalogue import Side
from kneecoach.domain.charts import Span
from kneecoach.domain.content import Content
from kneecoach.domain.plan import Plan, PlanItem
from kneecoach.domain.settings import ThemeChoice
from kneecoach.store.content import load_content
from kneecoach.ui.fault import Fault
from kneecoach.ui.history_page import HistoryPage
from kneecoach.ui.knee_page import KneePage
from kneecoach.ui.resume_card import DiscardCard, ResumeCard

DEMO_DAYS = 120
USUAL = (1280, 800)


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
    with rehearsal(content, theme, started=False) as made:
        shoot_first(made, _camera(made, target, size, theme))
    with rehearsal(content, theme) as made:
        _shoot_empty(made, _camera(made, target, size, theme))
    with rehearsal(content, theme, demo_days=DEMO_DAYS) as made:
        shoot = _camera(made, target, size, theme)
        _shoot_cut_off(made, shoot)
        _shoot_pages(made, shoot)
        shoot_player(made, shoot)
        _shoot_interruptions(made, shoot)
        shoot_kept(made, shoot)


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
    end(made)


def _shoot_pages(made: Rehearsal, shoot: Shoot) -> None:
    for name in ("today", "knee", "load", "massage", "exercises", "settings", "signs"):
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
    made.window.open_about()
    shoot("about")
    made.window.leave_signs()


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
