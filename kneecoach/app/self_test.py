"""The program proves itself, also from inside a bundle: every page, a whole session, its record."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from kneecoach.app.rehearsal import Rehearsal, rehearsal
from kneecoach.app.starting import start_qt
from kneecoach.domain.content import Content
from kneecoach.domain.history import SessionRecord
from kneecoach.domain.settings import ThemeChoice
from kneecoach.store.content import load_content
from kneecoach.ui.history_page import HistoryPage

PAGES = ("today", "knee", "load", "massage", "exercises", "history", "settings", "signs")
FAILED = 1


class SelfTestError(Exception):
    """Something does not work; the text says what."""


def run() -> int:
    """Open every page off-screen in both palettes and play a session; 0 when all of it works."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    content = load_content()
    started = start_qt("en")
    try:
        for theme in (ThemeChoice.LIGHT, ThemeChoice.DARK):
            with rehearsal(content, theme, started=False) as made:
                _begin(made)
            with rehearsal(content, theme) as made:
                _open_pages(made, content)
                _play(made)
                _close(made, content)
    except SelfTestError as error:
        _say(content.texts.message("self_test_failed", reason=str(error)))
        return FAILED
    started.application.processEvents()
    _say(content.texts.message("self_test_ok"))
    return 0


def _begin(made: Rehearsal) -> None:
    """Before anything was answered the first start is shown, and nothing can be begun."""
    _seen(made, "first start")
    made.window.checking.open()
    _seen(made, "check")
    if made.services.checks.now() is not None or made.window.plays:
        raise SelfTestError("something is open before the check was answered")


def _close(made: Rehearsal, content: Content) -> None:
    """A swollen calf closes every exercise."""
    made.check("B1")
    for exercise in content.catalogue.exercises:
        made.begin(exercise)
        if made.window.plays or made.window.starting.card is None:
            raise SelfTestError(f"{exercise} can be begun although the check closes it")
        made.window.starting.leave()
    made.window.go("today")
    _seen(made, "today, closed")


def _open_pages(made: Rehearsal, content: Content) -> None:
    for name in PAGES:
        made.window.go(name)
        _seen(made, name)
        if name == "signs":
            made.window.leave_signs()
    made.window.open_about()
    _seen(made, "about")
    made.window.leave_signs()
    for page in content.texts.help.pages:
        made.window.open_help(page)
        _seen(made, page)
        made.window.leave_signs()
    for exercise in content.catalogue.exercises:
        made.window.open_exercise(exercise)
        _seen(made, exercise)
    made.window.go("today")


def _seen(made: Rehearsal, name: str) -> None:
    """A page counts as seen when its picture is not of one colour."""
    made.settle()
    picture = made.window.grab().toImage()
    if picture.isNull() or not made.window.isVisible():
        raise SelfTestError(f"the page {name} is not shown")
    first = picture.pixel(0, 0)
    line = range(0, picture.width(), 7)
    rows = range(0, picture.height(), 11)
    if all(picture.pixel(x, y) == first for y in rows for x in line):
        raise SelfTestError(f"the page {name} is empty")


def _play(made: Rehearsal) -> None:
    """A hamstring stretch and a leg raise, with a pause, saved and read back from the page."""
    made.begin("hamstring_bent", "leg_raise")
    made.pass_time(20_000)
    player = made.player.player
    if player is None:
        raise SelfTestError("the session does not begin")
    player.toggle()
    made.pass_time(5_000)
    player.toggle()
    made.pass_time(600_000)
    if made.player.card is None:
        raise SelfTestError("the session does not end")
    made.settle()
    made.save()
    _compare(made.journal.sessions())
    made.window.go("history")
    made.settle()
    page = made.window.page("history")
    if not isinstance(page, HistoryPage) or not page.content.isVisible():
        raise SelfTestError("the history page does not show the session")


def _compare(sessions: Sequence[SessionRecord]) -> None:
    done = [
        (exercise.id, [d.reps or d.seconds for d in exercise.done])
        for record in sessions
        for exercise in record.exercises
        if record.finished
    ]
    expected = [("hamstring_bent", [20, 20, 20]), ("leg_raise", [10, 10, 10])]
    if done != expected:
        raise SelfTestError(f"the history tells {done} instead of {expected}")


def _say(sentence: str) -> None:
    if sys.stdout is not None:
        sys.stdout.write(f"{sentence}\n")
        sys.stdout.flush()
