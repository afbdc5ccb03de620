"""Massage and roller: what starts, what is closed and why, and where massage must never be."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QWidget

from kneecoach.domain.catalogue import Side
from kneecoach.domain.plan import Plan, Slot
from kneecoach.domain.safety import CheckOutcome, GateDue
from kneecoach.domain.safety import Standing as Stands
from kneecoach.domain.settings import PainfulSide, Settings
from kneecoach.ui.kit.buttons import Button
from kneecoach.ui.kit.labels import TextLabel
from kneecoach.ui.kit.page import focusables
from kneecoach.ui.leg_picture import LegDrawing, leg_words
from kneecoach.ui.massage_page import MassagePage
from tests.ui.pages.pillars import OPEN, Made
from tests.ui.pages.seen import cut, left_behind
from tests.ui.surroundings import Surroundings

ALL = frozenset({"massage_hamstring", "massage_calf", "massage_back_of_knee", "roller"})
CLOSED: dict[str, CheckOutcome | None] = {
    "locked": CheckOutcome(ALL, page="blood_clot_signs"),
    "no check": None,
    "expired": CheckOutcome(frozenset(), standing=Stands.EXPIRED),
    "damaged rules": CheckOutcome(frozenset(), standing=Stands.RULES_BROKEN),
}
STARTS = {
    "hamstring_by_hand": ["massage_hamstring"],
    "calf_by_hand": ["massage_calf"],
    "foam_roller": ["roller_hamstring", "roller_calf"],
    "around_hollow": ["massage_back_of_knee"],
}


@pytest.fixture
def made(surroundings: Surroundings) -> Iterator[Made]:
    pages = Made(surroundings)
    yield pages
    pages.put_away()


def said(root: QWidget) -> str:
    labels = root.findChildren(TextLabel)
    return "\n".join(label.text() for label in labels if label.isVisibleTo(root))


def starts_of(page: MassagePage) -> dict[str, Button]:
    return {name: button for row in page.rows.values() for name, button in row.starts.items()}


def plans(spy: QSignalSpy) -> list[Plan]:
    return [spy.at(n)[0] for n in range(spy.count())]


def test_every_massage_has_its_start(made: Made) -> None:
    page = made.massage()
    assert {name: list(row.starts) for name, row in page.rows.items()} == STARTS
    for name, start in starts_of(page).items():
        assert start.isVisibleTo(page), name
        assert start.accessibleName().startswith("Start ")
    names = [start.accessibleName() for start in starts_of(page).values()]
    assert len(set(names)) == len(names)
    assert all(row.off.isHidden() for row in page.rows.values())
    assert "Closed" not in said(page)


@pytest.mark.parametrize("name", [name for names in STARTS.values() for name in names])
def test_a_start_hands_over_the_plan_of_its_exercise(made: Made, name: str) -> None:
    page = made.massage(settings=Settings(side=PainfulSide.RIGHT, side_chosen=True))
    spy = QSignalSpy(page.chosen)
    start = starts_of(page)[name]
    start.setFocus()
    QTest.keyClick(start, Qt.Key.Key_Return)
    [plan] = plans(spy)
    assert [(item.exercise, item.sides) for item in plan.items] == [(name, (Side.RIGHT,))]
    assert plan.slot is Slot.EXTRA
    dose = made.services.content.catalogue.exercise(name).dose
    assert plan.items[0].dose == dose
    assert 60 <= (dose.hold_s or 0) <= 120  # guide 4.5


def test_the_leg_can_be_chosen_and_has_to_be(made: Made) -> None:
    page = made.massage(settings=Settings(side_chosen=False))
    spy = QSignalSpy(page.chosen)
    start = starts_of(page)["massage_calf"]
    start.click()
    assert plans(spy) == []
    QTest.keyClick(page, Qt.Key.Key_B)
    start.click()
    assert [plan.items[0].sides for plan in plans(spy)] == [(Side.LEFT, Side.RIGHT)]


@pytest.mark.parametrize("why", CLOSED)
def test_what_is_closed_starts_by_nothing_and_says_why(made: Made, why: str) -> None:
    page = made.massage(CLOSED[why])
    chosen = QSignalSpy(page.chosen)
    for row in page.rows.values():
        assert all(start.isHidden() for start in row.starts.values())
        assert row.off.isVisibleTo(page)
        assert row.off.text() == "Closed"
        row.off.setFocus()
        for key in (Qt.Key.Key_Return, Qt.Key.Key_Space):
            QTest.keyClick(row.off, key)
        QTest.mouseClick(row.off, Qt.MouseButton.LeftButton)
    assert plans(chosen) == []
    assert "Closed" in said(page)
    assert len(page.notice.reason.text()) > 20
    assert "On a calf that is swollen" in said(page)


@pytest.mark.parametrize("why", ["locked", "no check", "expired"])
def test_a_closed_one_leads_to_the_check(made: Made, why: str) -> None:
    page = made.massage(CLOSED[why])
    wanted = QSignalSpy(page.check_wanted)
    first = next(iter(page.rows.values()))
    assert page.focusWidget() is first.off
    QTest.keyClick(first.off, Qt.Key.Key_Return)
    assert page.focusWidget() is page.notice.check
    QTest.keyClick(page.notice.check, Qt.Key.Key_Return)
    assert wanted.count() == 1


@pytest.mark.parametrize("outcome", [OPEN, *CLOSED.values()], ids=["open", *CLOSED])
def test_all_of_it_has_room_in_a_wide_window(made: Made, outcome: CheckOutcome | None) -> None:
    page = made.massage(outcome)
    assert page.scroll_box.verticalScrollBar().maximum() == 0


def test_what_to_do_opens_the_page_of_the_outcome(made: Made) -> None:
    page = made.massage(CLOSED["locked"])
    helped = QSignalSpy(page.help_wanted)
    page.notice.help.click()
    assert helped.at(0) == ["blood_clot_signs"]
    other = made.massage(None)
    assert other.notice.help.isHidden()


def test_a_lock_of_one_closes_only_that_one(made: Made) -> None:
    page = made.massage(CheckOutcome(frozenset({"roller"})))
    assert [name for name, row in page.rows.items() if row.closed] == ["foam_roller"]
    assert page.notice.title.text() == "Closed: Foam roller"
    spy = QSignalSpy(page.chosen)
    starts_of(page)["massage_calf"].click()
    assert len(plans(spy)) == 1


@pytest.mark.parametrize(
    ("due", "words"), [(GateDue.SEVEN, "Seven questions"), (GateDue.SINGLE, "One question")]
)
def test_questions_before_a_session_are_told_and_start_all_the_same(
    made: Made, due: GateDue, words: str
) -> None:
    page = made.massage(CheckOutcome(frozenset(), gate=due))
    assert words in said(page)
    assert "Closed" not in said(page)
    spy = QSignalSpy(page.chosen)
    starts_of(page)["massage_hamstring"].click()
    assert len(plans(spy)) == 1
    made.checks.outcome = OPEN
    page.refresh()
    assert words not in said(page)


def test_help_is_beside_what_must_never_be(made: Made) -> None:
    page = made.massage()
    assert page.never is not None
    signs = QSignalSpy(page.signs_wanted)
    page.never.help.click()
    assert signs.count() == 1
    told = said(page.never)
    for words in ("swollen, warm, red or darker", "first 7 days", "Stop at once"):
        assert words in told


def test_the_picture_tells_a_screen_reader_all_of_it(made: Made) -> None:
    page = made.massage()
    assert page.where is not None
    name = page.where.picture.accessibleName()
    for words in ("Left leg, from behind", "Hamstring", "Calf", "a hand-width", "no thumbs"):
        assert words in name
    QTest.keyClick(page, Qt.Key.Key_R)
    assert page.where.picture.accessibleName().startswith("Right leg, from behind")
    assert "Right leg, from behind" in said(page.where)


def painted(made: Made, *, left: bool, words: bool) -> QImage:
    from PySide6.QtCore import QSize

    told = leg_words()
    if not words:
        told = type(told)(("", ""), ("", ""), ("", ""), "")
    drawing = LegDrawing(left, QSize(452, 480), told)
    image = drawing.paint(1.0, made.look, made.pictures).toImage()
    return image.convertToFormat(QImage.Format.Format_RGB32)


def coloured(image: QImage, colour: str, x: range, y: range) -> int:
    near = QColor(colour)
    return sum(
        abs(found.red() - near.red()) + abs(found.green() - near.green()) < 24
        and abs(found.blue() - near.blue()) < 16
        for px in x
        for py in y
        for found in (image.pixelColor(px, py),)
    )


def test_the_legs_are_mirrored_and_the_words_are_not(made: Made) -> None:
    left, right = (painted(made, left=side, words=True) for side in (True, False))
    assert left != right
    beside = range(2, 130)  # where the words about the hollow stand
    for x in beside:
        for y in (235, 240, 245, 250, 255, 260):
            assert left.pixel(x, y) == right.pixel(x, y)
    assert coloured(left, made.look.theme.danger_ink, beside, range(220, 300)) > 50


def test_no_belly_is_marked_within_a_hand_of_the_crease(made: Made) -> None:
    image = painted(made, left=False, words=False)
    scale = 480 / 640
    middle, marked = range(140, 320), "#93C5B5"
    near = range(round(270 * scale), round(392 * scale))
    assert coloured(image, marked, middle, near) == 0
    assert coloured(image, marked, middle, range(round(60 * scale), round(250 * scale))) > 500
    assert coloured(image, marked, middle, range(round(410 * scale), round(500 * scale))) > 200
    danger = coloured(image, made.look.theme.danger, middle, near)
    assert danger > 150


def test_every_control_is_44_px_and_has_a_name(made: Made) -> None:
    for outcome in (OPEN, CLOSED["locked"]):
        page = made.massage(outcome)
        for stop in focusables(page):
            assert min(stop.width(), stop.height()) >= 44
            assert stop.accessibleName() or getattr(stop, "text", str)()


@pytest.mark.usefixtures("pseudo")
@pytest.mark.parametrize("width", [1184, 784], ids=["wide", "compact"])
@pytest.mark.parametrize("outcome", [OPEN, CLOSED["locked"]], ids=["open", "locked"])
def test_it_is_in_the_language_and_cuts_nothing(
    made: Made, width: int, outcome: CheckOutcome
) -> None:
    page = made.massage(outcome)
    page.set_compact(width < 1000)
    page.resize(width, 600)
    QApplication.processEvents()
    assert left_behind(page) == []
    assert cut(page) == []
