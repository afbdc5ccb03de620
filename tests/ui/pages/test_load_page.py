"""Take load off: what it tells, where from, and that the brace is told only while it is open."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QWidget

from kneecoach.domain.catalogue import LOCKS
from kneecoach.domain.safety import CheckOutcome, GateDue
from kneecoach.domain.safety import Standing as Stands
from kneecoach.domain.wall import Wall
from kneecoach.ui.kit.labels import TextLabel
from kneecoach.ui.kit.page import focusables
from kneecoach.ui.load_page import LoadPage
from tests.domain.checked import check
from tests.ui.pages.pillars import OPEN, Made
from tests.ui.pages.seen import cut, left_behind
from tests.ui.surroundings import Surroundings

CLOSED: dict[str, CheckOutcome | None] = {
    "locked": CheckOutcome(frozenset({"brace"}), page="blood_clot_signs"),
    "no check": None,
    "expired": CheckOutcome(frozenset(), standing=Stands.EXPIRED),
    "damaged rules": CheckOutcome(frozenset(), standing=Stands.RULES_BROKEN),
}
REASONS = {
    "locked": "An answer in your last check closes this",
    "no check": "the check for warning signs",
    "expired": "more than 14 days old",
    "damaged rules": "rules of the check are damaged",
}
HOW_TO = ("a few hours", "2 and 6 weeks", "15 min", "Not with swelling")


@pytest.fixture
def made(surroundings: Surroundings) -> Iterator[Made]:
    pages = Made(surroundings)
    yield pages
    pages.put_away()


def said(root: QWidget) -> str:
    labels = root.findChildren(TextLabel)
    return "\n".join(label.text() for label in labels if label.isVisibleTo(root))


def test_the_three_cards_and_the_plan_are_told(made: Made) -> None:
    page = made.load()
    assert list(page.cards) == ["keep_moving", "weight", "brace"]
    told = said(page)
    for words in ("Complete rest is not advised", "about 4 kg less force", "short trial"):
        assert words in told
    assert all(words in said(page.cards["brace"]) for words in HOW_TO)
    assert "log" not in told.split()


@pytest.mark.parametrize("why", CLOSED)
def test_a_closed_brace_tells_why_in_the_place_of_how(made: Made, why: str) -> None:
    page = made.load(CLOSED[why])
    brace = page.cards["brace"]
    told = said(brace)
    assert "Closed" in told
    assert REASONS[why] in told
    assert not any(words in told for words in HOW_TO)
    assert brace.picture.drawing.wall is Wall.PAUSED
    assert "Complete rest is not advised" in said(page)  # the control: the others stay
    assert page.cards["weight"].picture.drawing.wall is Wall.READY


@pytest.mark.parametrize(("why", "check_leads", "help_leads"), [
    ("locked", True, True), ("no check", True, False),
    ("expired", True, False), ("damaged rules", False, False),
])  # fmt: skip
def test_what_opens_it_again_is_one_press_away(
    made: Made, why: str, check_leads: bool, help_leads: bool
) -> None:
    page = made.load(CLOSED[why])
    notice = page.cards["brace"].notice
    wanted, helped = QSignalSpy(page.check_wanted), QSignalSpy(page.help_wanted)
    for button, leads in ((notice.check, check_leads), (notice.help, help_leads)):
        assert button.isVisibleTo(page) is leads
        if leads:
            button.setFocus()
            QTest.keyClick(button, Qt.Key.Key_Return)
    assert wanted.count() == int(check_leads)
    assert [helped.at(n) for n in range(helped.count())] == (
        [["blood_clot_signs"]] if help_leads else []
    )


def test_a_sign_that_closes_everything_lets_all_of_it_wait(made: Made) -> None:
    page = made.load(CheckOutcome(frozenset({*LOCKS, "brace"}), page="blood_clot_signs"))
    told = said(page)
    for words in ("fewer stairs", "Exercise helps at any weight", "Not with swelling"):
        assert words not in told
    assert told.count("First get what you ticked looked at.") == 1
    notices = [page.notice, *(card.notice for card in page.cards.values())]
    assert [one.check.isVisibleTo(page) for one in notices] == [True, False, False, False]
    assert [one.help.isVisibleTo(page) for one in notices] == [True, False, False, False]
    made.checks.outcome = CLOSED["locked"]  # the control: only the brace
    page.refresh()
    assert "fewer stairs" in said(page)
    assert not page.notice.isVisibleTo(page)


def test_it_opens_and_closes_with_the_check(made: Made) -> None:
    page = made.load()
    made.checks.outcome = CLOSED["locked"]
    page.refresh()
    assert "Not with swelling" not in said(page)
    made.checks.outcome = OPEN
    page.refresh()
    assert "Not with swelling" in said(page)
    assert "Closed" not in said(page)


def test_the_questions_of_the_day_do_not_close_the_brace(made: Made) -> None:
    page = made.load(CheckOutcome(frozenset(), gate=GateDue.SEVEN))
    assert "Not with swelling" in said(page)


def test_what_was_ticked_is_named(surroundings: Surroundings, made: Made) -> None:
    surroundings.checks.keep(check("B1"))
    made.services = replace(made.services, checks=surroundings.checks)
    page = made.load()
    told = said(page)
    assert "you ticked" in told
    assert surroundings.content.texts.check.signs["B1"] in told


def test_a_tag_tells_its_source_by_mouse_and_by_key(made: Made) -> None:
    page = made.load()
    tag = page.cards["weight"].tag
    assert tag.text() == "Study"
    assert "Messier" not in said(page)
    QTest.keyClick(tag, Qt.Key.Key_Return)
    assert "Messier" in said(page)
    assert "Last read in" in said(page)
    QTest.mouseClick(tag, Qt.MouseButton.LeftButton)
    assert "Messier" not in said(page)
    assert "Messier" in tag.toolTip()
    assert tag.accessibleName() == "Source: Study"
    assert "Messier" in tag.accessibleDescription()


def test_the_switch_leads_by_key_and_by_mouse_and_not_to_where_one_is(made: Made) -> None:
    page = made.load()
    spy = QSignalSpy(page.pillar_wanted)
    for key in (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_4):
        QTest.keyClick(page, key, Qt.KeyboardModifier.AltModifier)
    QTest.mouseClick(page.switch.pills["massage"], Qt.MouseButton.LeftButton)
    gone = [spy.at(n)[0] for n in range(spy.count())]
    assert gone == ["knee", "massage", "exercises", "massage"]
    assert page.switch.pills["load"].accessibleName() == "Take load off, shown now"


def test_every_control_is_44_px_and_has_a_name(made: Made) -> None:
    for outcome in (OPEN, CLOSED["locked"]):
        page = made.load(outcome)
        stops = focusables(page)
        assert len(stops) >= 7
        for stop in stops:
            assert min(stop.width(), stop.height()) >= 44
            assert stop.accessibleName() or getattr(stop, "text", str)()


def test_each_picture_is_painted_and_told(made: Made) -> None:
    page = made.load()
    made.pictures.paint_all()
    QApplication.processEvents()
    for card in page.cards.values():
        assert card.picture.accessibleName()
        image = card.picture.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
        row = {image.pixel(x, image.height() // 2) for x in range(image.width())}
        assert len(row) > 6


@pytest.mark.usefixtures("pseudo")
@pytest.mark.parametrize("width", [1184, 784], ids=["wide", "compact"])
@pytest.mark.parametrize("outcome", [OPEN, CLOSED["locked"]], ids=["open", "locked"])
def test_it_is_in_the_language_and_cuts_nothing(
    made: Made, width: int, outcome: CheckOutcome
) -> None:
    for page in sized(made, outcome, width):
        assert left_behind(page) == []
        assert cut(page) == []


def sized(made: Made, outcome: CheckOutcome, width: int) -> Iterator[LoadPage]:
    page = made.load(outcome)
    page.set_compact(width < 1000)
    page.resize(width, 600)
    QApplication.processEvents()
    yield page
