"""What a stored check has closed can't be started on any way, and each refusal is kept."""

from __future__ import annotations

import sqlite3
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from kneecoach.domain.check_records import GateKind, Told
from kneecoach.domain.history import JournalError
from kneecoach.domain.plan import Pace, Plan, PlanItem, Slot
from kneecoach.domain.safety import Refusal, Refused, Standing, Way
from kneecoach.domain.settings import ThemeChoice
from kneecoach.ui.choices import Choices
from kneecoach.ui.gate_page import GatePage
from kneecoach.ui.kept_checks import KeptChecks
from kneecoach.ui.kit.labels import TextLabel
from kneecoach.ui.look import Look
from kneecoach.ui.pictures import Pictures
from kneecoach.ui.today_page import TodayPage
from kneecoach.ui.window import MainWindow
from tests.domain.checked import NOT_SURE, check, seven, single
from tests.ui.pages.conftest import Open
from tests.ui.surroundings import Surroundings

Key = Qt.Key
DAY_MS = 24 * 3600 * 1000


def plan_of(surroundings: Surroundings, name: str) -> Plan:
    exercise = surroundings.content.catalogue.exercise(name)
    item = PlanItem(name, exercise.dose, surroundings.settings.side.sides)
    return Plan((item,), Slot.EXTRA, Pace.GUIDED)


def said(root: QWidget) -> str:
    return "\n".join(label.text() for label in root.findChildren(TextLabel))


def refusals(surroundings: Surroundings) -> list[tuple[Way, Refused]]:
    return [(one.way, one.refused) for one in surroundings.journal.refusals()]


def refused_words(window: MainWindow) -> str:
    assert not window.plays
    assert window.starting.card is not None
    return said(window.starting.card)


def test_a_plan_and_a_link_are_refused_and_kept(
    surroundings: Surroundings, open_window: Open
) -> None:
    surroundings.checks.keep(check("H1"))  # locks the stretch with a straight leg
    surroundings.checks.keep(seven())
    window = open_window()
    window.start(plan_of(surroundings, "hamstring_straight"))
    assert "Closed by your last check of warning signs" in refused_words(window)
    window.starting.start(plan_of(surroundings, "hamstring_straight"), Way.CAUSE)
    refused = Refused(Refusal.LOCKED, ("hamstring_straight",))
    assert refusals(surroundings) == [(Way.PLAN, refused), (Way.CAUSE, refused)]
    window.start(plan_of(surroundings, "hamstring_bent"))  # the control
    assert len(refusals(surroundings)) == 2
    assert "How much does the knee hurt now?" in said(window.starting.card or window)


CLOSING: dict[str, tuple[tuple[Told, ...], str]] = {
    "sign": ((check("B1"),), "Closed by your last check"),
    "not_sure": ((check(), seven(leg=NOT_SURE)), "has to be answered anew"),
    "unfinished": ((check(), replace(check(), signs={})), "has to be answered anew"),
}


@pytest.mark.parametrize("told", CLOSING)
def test_start_by_button_key_and_page_is_refused(
    surroundings: Surroundings, open_window: Open, told: str
) -> None:
    events, sentence = CLOSING[told]
    window = open_window()
    for one in events:
        surroundings.checks.keep(one)
    page = window.page("today")
    assert isinstance(page, TodayPage)
    QTest.mouseClick(page.hero.start, Qt.MouseButton.LeftButton)
    QApplication.processEvents()
    assert sentence in refused_words(window)
    QTest.keyClick(window.focusWidget() or window, Key.Key_Escape)
    for key in (Key.Key_Return, Key.Key_Space):
        QTest.keyClick(window.focusWidget() or window, key)
        QApplication.processEvents()
    assert not window.plays
    window.open_exercise("leg_raise")
    for key in (Key.Key_Return, Key.Key_Space):
        QTest.keyClick(window.focusWidget() or window, key)
        QApplication.processEvents()
    assert not window.plays
    assert all(one.reason is not Refusal.EMPTY for _, one in refusals(surroundings))


def test_massage_waits_for_the_check_and_for_the_gate_of_each_session(
    surroundings: Surroundings, open_window: Open
) -> None:
    unchecked(surroundings)
    window = open_window()
    massage = plan_of(surroundings, "massage_calf")
    window.start(massage)
    assert "Answer the check of warning signs first" in refused_words(window)
    window.starting.leave()
    surroundings.checks.keep(check())
    window.start(massage)
    asked(window, GateKind.SEVEN).later.emit()
    assert not window.plays
    assert refusals(surroundings)[-1] == (
        Way.PLAN,
        Refused(Refusal.GATE_MISSING, ("massage_calf",)),
    )
    window.start(massage)
    asked(window, GateKind.SEVEN).answered.emit(seven())
    assert "How much does the knee hurt now?" in said(window.starting.card or window)
    window.starting.leave()
    surroundings.clock.move(60_000)
    start = surroundings.clock.wall()
    surroundings.journal.begin(session_at(surroundings, start.utc))
    surroundings.clock.move(60_000)
    window.start(massage)
    asked(window, GateKind.SINGLE).answered.emit(single())
    assert "How much does the knee hurt now?" in said(window.starting.card or window)


def unchecked(surroundings: Surroundings) -> None:
    """No check was answered, and that counts."""
    journal, clock = surroundings.journal, surroundings.clock
    surroundings.checks = KeptChecks(surroundings.content.check, journal, clock)
    surroundings.services = replace(surroundings.services, checks=surroundings.checks)


def asked(window: MainWindow, kind: GateKind) -> GatePage:
    """The questions that have the window to themselves."""
    page = window.stack.currentWidget()
    assert isinstance(page, GatePage)
    assert page.kind is kind
    assert not window.rail.isVisibleTo(window)
    return page


def session_at(surroundings: Surroundings, started: int):
    from kneecoach.domain.catalogue import Side
    from kneecoach.domain.history import SessionStart

    dose = surroundings.content.catalogue.exercise("leg_raise").dose
    day = surroundings.clock.wall().day
    return SessionStart((("leg_raise", Side.LEFT, dose),), Slot.EXTRA, started, 60, day, None)


def test_a_check_expires_while_the_window_is_open_and_stays_so_with_the_clock_set_back(
    surroundings: Surroundings,
) -> None:
    checks = surroundings.checks
    checks.keep(check())
    surroundings.clock.sleep(13 * DAY_MS)
    assert standing(checks) is Standing.VALID
    surroundings.clock.sleep(DAY_MS)
    assert standing(checks) is Standing.EXPIRED
    surroundings.clock.set_wall(-7 * DAY_MS)
    assert standing(checks) is Standing.EXPIRED
    checks.keep(check())
    assert standing(checks) is Standing.VALID


def standing(checks: KeptChecks) -> Standing | None:
    outcome = checks.now()
    return outcome.standing if outcome else None


def test_damaged_rules_offer_nothing_and_say_so(
    surroundings: Surroundings, open_window: Open
) -> None:
    broken = KeptChecks({"signs": {}}, surroundings.journal, surroundings.clock)
    surroundings.services = replace(surroundings.services, checks=broken)
    window = open_window()
    for name in surroundings.content.catalogue.exercises:
        window.start(plan_of(surroundings, name))
        assert "The rules of the check of warning signs are damaged" in refused_words(window)
    assert broken.asks_clearance() is None
    kept = [one.reason for _, one in refusals(surroundings)]
    assert kept == [Refusal.RULES_BROKEN] * len(surroundings.content.catalogue.exercises)


def test_the_first_paint_does_not_wait_for_the_rules_and_the_next_step_shows_them(
    surroundings: Surroundings,
) -> None:
    broken = KeptChecks({"signs": {}}, surroundings.journal, surroundings.clock)
    services = replace(surroundings.services, checks=broken)
    assert broken.at_first() is None
    look = Look(ThemeChoice.LIGHT, calm=True)
    choices = Choices(services.settings, services.save_settings)
    pictures = Pictures(services.content.poses, look, surroundings.clock)
    page = TodayPage(services, look, choices, pictures, in_two_steps=True)
    assert page.closed_hero is not None
    assert "First comes the check" in page.closed_hero.line.text()
    page.complete()
    assert page.view.plan.items == ()
    assert "rules of the check are damaged" in page.closed_hero.line.text()
    page.deleteLater()


def test_what_is_kept_is_shown_at_once(surroundings: Surroundings) -> None:
    unchecked(surroundings)
    checks = surroundings.checks
    assert checks.at_first() is None
    checks.keep(check())
    assert checks.at_first() == checks.now() is not None


def test_a_sign_that_could_not_be_kept_closes_all_the_same(surroundings: Surroundings) -> None:
    checks, journal = surroundings.checks, surroundings.journal
    checks.keep(check())
    assert standing(checks) is Standing.VALID
    other = sqlite3.connect(journal.path, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    with pytest.raises(JournalError):
        checks.keep(seven(leg=NOT_SURE))
    assert standing(checks) is Standing.NEW_SIGN
    other.execute("ROLLBACK")
    other.close()
    assert standing(checks) is Standing.NEW_SIGN
    checks.keep(check())
    assert standing(checks) is Standing.VALID


def test_what_was_never_read_opens_nothing_and_a_refusal_that_cannot_be_kept_is_one(
    surroundings: Surroundings,
) -> None:
    class Unreadable:
        def safety_events(self) -> None:
            raise JournalError("locked")

        def keep_refusal(self, _refusal: object) -> None:
            raise JournalError("full")

    checks = KeptChecks(surroundings.content.check, Unreadable(), surroundings.clock)  # type: ignore[arg-type]
    assert standing(checks) is Standing.UNREADABLE
    checks.refused(Way.PLAN, Refused(Refusal.EMPTY, ()))


def test_the_next_check_asks_after_a_clinician(surroundings: Surroundings) -> None:
    assert surroundings.checks.asks_clearance() is None
    told = surroundings.checks.keep(check("B1"))
    assert surroundings.checks.asks_clearance() == told


def test_the_first_paint_shows_how_the_check_stood_at_the_last_look(
    surroundings: Surroundings, open_window: Open
) -> None:
    unchecked(surroundings)
    surroundings.checks.keep(check(age=74))
    window = open_window()
    hint = window.choices.settings.check_hint
    assert "E2_eyes_closed" in hint
    blind = KeptChecks({"signs": {}}, surroundings.journal, surroundings.clock)
    services = replace(
        surroundings.services,
        checks=blind,
        settings=replace(surroundings.settings, check_hint=hint),
    )
    look = Look(ThemeChoice.LIGHT, calm=True)
    choices = Choices(services.settings, services.save_settings)
    pictures = Pictures(services.content.poses, look, surroundings.clock)
    page = TodayPage(services, look, choices, pictures, in_two_steps=True)
    assert page.view.plan.items  # the damaged rules have not been looked at
    page.complete()
    assert page.view.plan.items == ()
    assert choices.settings.check_hint == ""
    page.deleteLater()
