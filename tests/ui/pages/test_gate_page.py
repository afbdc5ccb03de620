"""The questions before a session: answered on purpose only, by keys or by the mouse."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from kneecoach.domain.check import Answer
from kneecoach.domain.check_records import SEVEN_QUESTIONS, GateGiven, GateKind
from kneecoach.domain.settings import ThemeChoice
from kneecoach.ui.gate_page import GatePage
from kneecoach.ui.kit.page import focusables
from kneecoach.ui.look import Look
from kneecoach.ui.pictures import Pictures
from tests.ui.pages.seen import cut, left_behind
from tests.ui.surroundings import Surroundings

SIZES = [(1280, 800), (900, 600)]
every_size = pytest.mark.parametrize("size", SIZES, ids=["wide", "compact"])
every_kind = pytest.mark.parametrize("kind", list(GateKind))
ALL_NO = dict.fromkeys(SEVEN_QUESTIONS, Answer.NO)
Opened = Callable[..., GatePage]


@pytest.fixture
def opened(surroundings: Surroundings, qapp: QApplication) -> Iterator[Opened]:
    pages: list[GatePage] = []

    def show(
        kind: GateKind = GateKind.SEVEN, size: tuple[int, int] = (1280, 800), guard_ms: int = 0
    ) -> GatePage:
        services, look = surroundings.services, Look(ThemeChoice.LIGHT, calm=True)
        pictures = Pictures(services.content.poses, look, services.clock)
        page = GatePage(services, look, pictures, kind, guard_ms=guard_ms)
        page.resize(*size)
        page.show()
        page.activateWindow()
        page.take_focus()
        qapp.processEvents()
        pages.append(page)
        return page

    yield show
    for page in pages:
        page.close()
        page.deleteLater()
    qapp.processEvents()


@pytest.fixture
def page(opened: Opened) -> GatePage:
    return opened()


def given_by(page: GatePage) -> list[GateGiven]:
    given: list[GateGiven] = []
    page.answered.connect(given.append)
    return given


def press(page: GatePage, *keys: Qt.Key | str) -> None:
    """Press keys wherever the focus is."""
    for key in keys:
        QTest.keyClick(page.focusWidget() or page, key)


def click(widget: QWidget) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=widget.rect().center())


def name_of(widget: QWidget) -> str:
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def answer_button(page: GatePage, name: str) -> QAbstractButton:
    [found] = [b for b in page.findChildren(QAbstractButton) if name_of(b) == name]
    return found


def test_0_answers_all_seven_with_no(page: GatePage) -> None:
    given = given_by(page)
    press(page, "0")
    assert given == [GateGiven(GateKind.SEVEN, ALL_NO)]
    assert given[0].clear


def test_a_key_says_yes_then_not_sure_then_takes_it_back(page: GatePage) -> None:
    answers = []
    for _ in range(3):
        press(page, "3")
        answers.append(page.rows[2].answer)
    assert answers == [Answer.YES, Answer.NOT_SURE, None]


def test_what_is_ticked_leads_to_the_check_and_the_rest_is_left_out(page: GatePage) -> None:
    given = given_by(page)
    press(page, "1", "5", "5")
    assert (page.main.text(), given) == ("Go to the check", [])
    press(page, "C")
    told = {"leg": Answer.YES, "heat": Answer.NOT_SURE}
    assert given == [GateGiven(GateKind.SEVEN, told)]
    assert not given[0].clear


def test_none_of_these_does_not_pass_over_a_ticked_question(page: GatePage) -> None:
    given = given_by(page)
    press(page, "2", "0")
    assert given == []
    press(page, "2", "2", "0")
    assert given == [GateGiven(GateKind.SEVEN, ALL_NO)]


def test_everything_works_by_the_mouse(page: GatePage, surroundings: Surroundings) -> None:
    given = given_by(page)
    breath = surroundings.content.texts.check.gate.questions["breath"]
    yes, not_sure = (answer_button(page, f"{breath} {word}") for word in ("Yes", "Not sure"))
    click(yes)
    assert (yes.isChecked(), not_sure.isChecked()) == (True, False)
    click(not_sure)
    assert (yes.isChecked(), not_sure.isChecked()) == (False, True)
    click(not_sure)
    assert (yes.isChecked(), not_sure.isChecked()) == (False, False)
    click(yes)
    click(page.main)
    assert given == [GateGiven(GateKind.SEVEN, {"breath": Answer.YES})]


def test_everything_works_by_tab_and_space(page: GatePage) -> None:
    given = given_by(page)
    press(page, *[Qt.Key.Key_Tab] * 14)
    press(page, Qt.Key.Key_Space, Qt.Key.Key_Tab, Qt.Key.Key_Space)
    assert given == [GateGiven(GateKind.SEVEN, {"nerves": Answer.NOT_SURE})]


@every_kind
def test_no_button_has_the_focus_and_enter_answers_nothing(kind: GateKind, opened: Opened) -> None:
    page = opened(kind)
    given = given_by(page)
    assert page.focusWidget() is page
    press(page, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
    for stop in focusables(page)[:-2]:  # all but Later and Help now
        stop.setFocus()
        press(page, Qt.Key.Key_Return, Qt.Key.Key_Enter)
    assert given == []
    assert all(row.answer is None for row in page.rows)


@every_kind
@pytest.mark.parametrize("key", ["0", "1", "Y", "N", "C"])
def test_a_key_held_down_answers_nothing(kind: GateKind, key: str, opened: Opened) -> None:
    page = opened(kind)
    given = given_by(page)
    code = QEvent.Type.KeyPress, ord(key), Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(page, QKeyEvent(*code, key, True))
    assert given == []
    assert all(row.answer is None for row in page.rows)


@every_kind
def test_nothing_is_answered_right_after_it_was_shown(kind: GateKind, opened: Opened) -> None:
    page = opened(kind, guard_ms=60_000)
    given, left = given_by(page), []
    page.later.connect(lambda: left.append(None))
    press(page, "0", "N", "Y", "1", Qt.Key.Key_Escape)
    click(page.main)
    assert (given, left) == ([], [])
    assert all(row.answer is None for row in page.rows)


@pytest.mark.parametrize(
    ("key", "answer"),
    [("Y", Answer.YES), ("?", Answer.NOT_SURE), ("N", Answer.NO), ("0", Answer.NO)],
)
def test_the_single_question_is_answered_by_one_key(
    key: str, answer: Answer, opened: Opened
) -> None:
    page = opened(GateKind.SINGLE)
    given = given_by(page)
    press(page, key)
    assert given == [GateGiven(GateKind.SINGLE, {"anything_new": answer})]


def test_the_single_question_is_answered_by_the_mouse(opened: Opened) -> None:
    page = opened(GateKind.SINGLE)
    given = given_by(page)
    for button in (page.yes, page.not_sure, page.main):
        click(button)
    answers = [one.answers["anything_new"] for one in given]
    assert answers == [Answer.YES, Answer.NOT_SURE, Answer.NO]


@every_kind
def test_later_answers_nothing(kind: GateKind, opened: Opened) -> None:
    page = opened(kind)
    given, left = given_by(page), []
    page.later.connect(lambda: left.append(None))
    press(page, Qt.Key.Key_Escape)
    click(answer_button(page, "Later"))
    assert (len(left), given) == (2, [])


@every_kind
def test_help_is_one_key_or_one_click_away(kind: GateKind, opened: Opened) -> None:
    page = opened(kind)
    wanted: list[None] = []
    page.help_wanted.connect(lambda: wanted.append(None))
    press(page, Qt.Key.Key_F1)
    assert page.help is not None
    click(page.help)
    assert len(wanted) == 2


def test_every_question_is_told_to_a_screen_reader_with_its_answers(
    page: GatePage, surroundings: Surroundings
) -> None:
    texts = surroundings.content.texts.check
    names = [name_of(stop) for stop in focusables(page)]
    wanted = [
        f"{texts.gate.questions[name]} {word}"
        for name in SEVEN_QUESTIONS
        for word in (texts.answers.yes, texts.answers.not_sure)
    ]
    assert names[:14] == wanted
    assert name_of(page) == texts.gate.title
    assert all(names)


@every_kind
@every_size
def test_every_target_is_44_px_or_more_and_all_is_in_sight(
    kind: GateKind, size: tuple[int, int], opened: Opened
) -> None:
    page = opened(kind, size)
    buttons = page.findChildren(QAbstractButton)
    assert [b.text() for b in buttons if min(b.width(), b.height()) < 44] == []
    assert page.overflow == 0


@pytest.mark.usefixtures("pseudo")
@every_kind
@every_size
def test_the_questions_are_in_the_language_and_cut_nothing(
    kind: GateKind, size: tuple[int, int], opened: Opened, qapp: QApplication
) -> None:
    page = opened(kind, size)
    press(page, "1")
    for _ in range(3):
        qapp.processEvents()
    assert left_behind(page) == []
    assert cut(page) == []
