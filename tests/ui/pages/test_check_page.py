"""The check on the screen: by keys alone, by the mouse, and for a screen reader."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QLocale, Qt, QTranslator
from PySide6.QtGui import QAccessible, QColor, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QRadioButton, QWidget

from kneecoach.clock import HandClock
from kneecoach.domain import check_questions as asks
from kneecoach.domain.check import Answer, CheckAnswers, Level, Outcome, outcome_of
from kneecoach.domain.check_questions import CheckStart
from kneecoach.domain.check_run import CheckGiven
from kneecoach.domain.check_texts import CheckTexts
from kneecoach.domain.check_validity import unanswered
from kneecoach.domain.content import Content
from kneecoach.domain.guidance import EmergencyNumbers
from kneecoach.domain.settings import ThemeChoice
from kneecoach.ui.check.answer_switch import AnswerSwitch, sign_options
from kneecoach.ui.check.check_page import CheckPage
from kneecoach.ui.check.end_page import CheckEndPage
from kneecoach.ui.check.foot import CheckFoot
from kneecoach.ui.check.leave_card import LeaveCard
from kneecoach.ui.check.number_rows import AgeRow, DayRow
from kneecoach.ui.check.question_list import QuestionList
from kneecoach.ui.check.rows import PainRow, QuestionRow, SignRow
from kneecoach.ui.kit.page import focusables
from kneecoach.ui.look import Look
from kneecoach.ui.pictures import Pictures
from tests.domain.checked import DAY, NO, NOT_SURE, YES, check, rules
from tests.ui.pages.seen import cut, left_behind
from tests.ui.surroundings import Surroundings

ENTER, BACK, ESC = Qt.Key.Key_Return, Qt.Key.Key_Backspace, Qt.Key.Key_Escape
UP, DOWN, LEFT, RIGHT = Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right
TAB, SPACE, F1 = Qt.Key.Key_Tab, Qt.Key.Key_Space, Qt.Key.Key_F1
BRITAIN = EmergencyNumbers("GB", ("999",), "111")
NONE_ON_ALL = ["0", ENTER, "0", ENTER, "0", ENTER, "0", "0", ENTER, "0", ENTER, "0", ENTER]
REPEAT = ["5", "5", "a", "0", ENTER, "0", ENTER, "0", ENTER, "0", "0", ENTER, "0", ENTER, "0"]

WIDE, COMPACT = (1280, 800), (900, 600)

Key = str | Qt.Key
OpenCheck = Callable[..., CheckPage]


def first(age: int | None = 35, **ticked: Answer) -> CheckStart:
    return CheckStart(age, None, ticked, False, DAY)


def repeat(last: CheckAnswers, *, asks_clearance: bool = False) -> CheckStart:
    return CheckStart(None, last, {}, asks_clearance, DAY)


@pytest.fixture
def _plurals() -> Iterator[None]:
    """English plurals, as the program has them."""
    plurals = QTranslator()
    assert plurals.load(QLocale("en"), "kneecoach", "_", ":/i18n")
    QCoreApplication.installTranslator(plurals)
    yield
    QCoreApplication.removeTranslator(plurals)


@pytest.fixture
def open_check(content: Content, clock: HandClock) -> Iterator[OpenCheck]:
    """Opens a check, still and without the guard of keys."""
    pages: list[CheckPage] = []

    def opened(
        start: CheckStart | None = None,
        size: tuple[int, int] = (1280, 800),
        numbers: EmergencyNumbers = BRITAIN,
        guard_ms: int = 0,
        words: CheckTexts | None = None,
    ) -> CheckPage:
        look = Look(ThemeChoice.LIGHT, calm=True)
        pictures = Pictures(content.poses, look, clock, content.front)
        texts = words or content.texts.check
        page = CheckPage(
            look, pictures, rules(), texts, start or first(), numbers, guard_ms=guard_ms
        )
        page.setUpdatesEnabled(False)  # what it looks like is not looked at here
        page.resize(*size)
        page.show()
        page.activateWindow()
        settle()
        pages.append(page)
        return page

    yield opened
    for page in pages:
        page.close()
        page.deleteLater()
    settle()


def settle() -> None:
    for _ in range(3):
        QApplication.processEvents()


def press(page: QWidget, *keys: Key) -> None:
    """Type, each key to whatever has the focus."""
    for key in keys:
        focus = page.window().focusWidget() or page
        if isinstance(key, str):
            QTest.keyClicks(focus, key)
        else:
            QTest.keyClick(focus, key)
        QApplication.processEvents()


def ends_of(page: CheckPage) -> list[CheckGiven]:
    ends: list[CheckGiven] = []
    page.ended.connect(ends.append)
    return ends


def outcome(given: CheckGiven) -> Outcome:
    return outcome_of(rules(), given.answers)


def row_of(page: CheckPage, name: str) -> QuestionRow:
    return page.questions.rows[name]


def switch_of(page: CheckPage, sign: str) -> AnswerSwitch:
    row = row_of(page, sign)
    assert isinstance(row, SignRow)
    return row.switch


def spoken(widget: QWidget) -> str:
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def test_somebody_with_nothing_answers_by_keys_alone(open_check: OpenCheck) -> None:
    page = open_check()
    ends = ends_of(page)
    press(page, *NONE_ON_ALL)
    assert len(ends) == 1
    assert unanswered(rules(), ends[0].answers) == ()
    assert ends[0].answers.pain_rest == 0
    assert outcome(ends[0]).level is Level.SELF_CARE
    assert not page.ticked_any


def test_a_repeat_is_answered_by_keys_alone(open_check: OpenCheck) -> None:
    page = open_check(repeat(check("CR5", "J4")))
    ends = ends_of(page)
    press(page, *REPEAT)
    assert ends == []
    press(page, ENTER)
    given = ends[0].answers
    assert given.age == 55
    assert unanswered(rules(), given) == ()
    assert {name for name, answer in given.signs.items() if answer is not NO} == {"CR5", "J4"}


@pytest.mark.usefixtures("_plurals")
def test_somebody_with_a_swollen_calf_answers_all_six_screens(open_check: OpenCheck) -> None:
    page = open_check()
    ends = ends_of(page)
    press(page, "0", ENTER, "?", "0")
    assert page.foot.count == "1 sign ticked"
    assert page.ticked_any
    press(page, *NONE_ON_ALL[3:])
    assert ends[0].answers.signs["B1"] is NOT_SURE
    assert outcome(ends[0]).rules == ("DVT-SIGN",)
    assert outcome(ends[0]).level is Level.SAME_DAY


def test_somebody_with_a_new_lump_is_asked_about_it(open_check: OpenCheck) -> None:
    page = open_check()
    ends = ends_of(page)
    press(page, "0", ENTER, "0", ENTER, "0", ENTER, "0", "0", ENTER)
    below = [row_of(page, name) for name in ("G1a", "G1b", "G1c")]
    assert not any(row.isVisible() for row in below)
    row_of(page, "G1").take_focus()
    press(page, "y")
    assert all(row.isVisible() for row in below)
    assert page.questions.current() == "G1a"
    press(page, "n", "y", "n", "0", ENTER, "0", ENTER)
    assert outcome(ends[0]).rules == ("LUMP-RED",)


def test_a_tick_on_right_now_ends_the_check_at_go_on(open_check: OpenCheck) -> None:
    page = open_check()
    ends = ends_of(page)
    press(page, "n", "?", ENTER)
    assert ends == []
    press(page, "0", ENTER)
    assert outcome(ends[0]).level is Level.EMERGENCY
    assert len(ends[0].answers.signs) == 10


def test_what_was_ticked_before_the_check_is_there(open_check: OpenCheck) -> None:
    page = open_check(first(B2=NOT_SURE))
    ends = ends_of(page)
    press(page, "0", ENTER)
    assert switch_of(page, "B2").value == NOT_SURE
    assert page.foot.count == "8 still open"
    press(page, *NONE_ON_ALL[2:])
    assert ends[0].answers.signs["B2"] is NOT_SURE
    assert outcome(ends[0]).rules == ("DVT-SIGN",)


def test_somebody_of_74_tells_their_age_first(open_check: OpenCheck) -> None:
    page = open_check(first(age=None))
    ends = ends_of(page)
    press(page, "7", "4", ENTER, *NONE_ON_ALL)
    assert ends[0].answers.age == 74
    assert outcome(ends[0]).rules == ("BALANCE",)


@pytest.mark.parametrize(("typed", "age"), [("480", 48), ("0", None), ("100", 100), ("0730", 73)])
def test_a_zero_that_belongs_to_no_age_says_none_of_these(
    open_check: OpenCheck, typed: str, age: int | None
) -> None:
    page = open_check(repeat(check(age=48)))
    press(page, *typed)
    assert page.run.age == age
    signs_are_open = "CR1" in asks.open_here(page.run)
    assert signs_are_open == (age == 100)


def test_an_age_is_stepped_by_the_mouse_from_what_was_told(open_check: OpenCheck) -> None:
    page = open_check(repeat(check(age=73)))
    row = row_of(page, asks.AGE)
    assert isinstance(row, AgeRow)
    assert page.run.age is None
    row.more.click()
    assert page.run.age == 73
    row.more.click()
    assert page.run.age == 74
    row.digits.clear()
    assert page.run.age is None


def test_somebody_with_nothing_answers_by_the_mouse_alone(open_check: OpenCheck) -> None:
    page = open_check()
    ends = ends_of(page)
    for name in asks.screens(page.run):
        assert asks.screen_of(page.run) == name
        for row in page.questions.rows.values():
            if isinstance(row, SignRow) and row.isVisible():
                QTest.mouseClick(row.switch.buttons[2], Qt.MouseButton.LeftButton)
            if isinstance(row, PainRow):
                QTest.mouseClick(row.scale.first, Qt.MouseButton.LeftButton)
        QTest.mouseClick(page.foot.go_on, Qt.MouseButton.LeftButton)
        settle()
    assert outcome(ends[0]).level is Level.SELF_CARE


def test_only_the_longest_screen_scrolls_in_a_wide_window(open_check: OpenCheck) -> None:
    page = open_check()
    scrolls = set()
    for keys in (["0", ENTER],) * 3 + (["0", "0", ENTER], ["0", ENTER], []):
        settle()
        shown = [one for one in page.findChildren(QuestionList) if one.isVisible()]
        if shown[-1].box.verticalScrollBar().maximum() > 0:
            scrolls.add(page.run.at)
        press(page, *keys)
    assert scrolls == {4}


@pytest.mark.usefixtures("_plurals")
def test_what_is_open_stands_beside_the_buttons_where_it_has_room(open_check: OpenCheck) -> None:
    page = open_check(size=COMPACT)
    page.resize(*WIDE)
    settle()
    page.resize(*COMPACT)
    settle()
    [foot] = page.findChildren(CheckFoot)
    assert foot.count == "10 still open"
    assert foot.none.y() == 0


def test_the_mouse_can_say_none_of_these_and_go_back(open_check: OpenCheck) -> None:
    page = open_check()
    assert not page.back.isVisible()
    QTest.mouseClick(page.foot.none, Qt.MouseButton.LeftButton)
    QTest.mouseClick(page.foot.go_on, Qt.MouseButton.LeftButton)
    settle()
    assert page.title.text() == "Your leg"
    QTest.mouseClick(page.back, Qt.MouseButton.LeftButton)
    assert page.title.text() == "Right now"
    assert page.foot.count == "All answered"


def test_a_click_on_the_words_of_a_row_answers_nothing(open_check: OpenCheck) -> None:
    page = open_check()
    QTest.mouseClick(row_of(page, "A4").label, Qt.MouseButton.LeftButton)
    assert page.questions.current() == "A4"
    assert page.answers.signs == {}


def test_nothing_is_preset(open_check: OpenCheck) -> None:
    page = open_check(repeat(check("CR4", "J1"), asks_clearance=True))
    assert not any(button.isChecked() for button in page.findChildren(QRadioButton))
    assert page.answers == CheckAnswers()
    assert not page.foot.go_on.isEnabled()


@pytest.mark.parametrize("where", ["answer", "none", "go on", "pain", "age", "again"])
def test_enter_answers_nothing(where: str, open_check: OpenCheck) -> None:
    repeats = where in ("age", "again")
    page = open_check(repeat(check("J1")) if repeats else first())
    if where == "pain":
        press(page, "0", ENTER, "0", ENTER, "0", ENTER)
    again = page.questions.again
    spots: dict[str, QWidget | None] = {"none": page.foot.none, "go on": page.foot.go_on}
    spots |= {"again": again}
    spot = spots.get(where)
    if spot is not None:
        spot.setFocus()
    elif where in ("pain", "age"):
        row_of(page, asks.PAIN if where == "pain" else asks.AGE).take_focus()
    before = page.run
    press(page, ENTER, Qt.Key.Key_Enter)
    assert page.run == before


def test_a_key_that_is_held_down_answers_once(open_check: OpenCheck) -> None:
    page = open_check()
    for key, text in ((Qt.Key.Key_N, "n"), (Qt.Key.Key_0, "0"), (ENTER, "\r")):
        held = QKeyEvent(
            QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, text, autorep=True
        )
        QApplication.sendEvent(page.window().focusWidget(), held)
    assert page.answers.signs == {}


def test_keys_move_between_questions_and_answers_without_answering(open_check: OpenCheck) -> None:
    page = open_check()
    assert page.questions.current() == "A1"
    press(page, UP)
    assert page.questions.current() == "A1"
    press(page, DOWN, DOWN, RIGHT)
    assert page.questions.current() == "A3"
    assert page.answers.signs == {}
    press(page, SPACE)
    assert page.answers.signs == {"A3": NOT_SURE}
    press(page, LEFT, SPACE)
    assert page.answers.signs == {"A3": YES}


def test_an_answer_leads_to_the_next_open_sign_and_from_the_last_to_the_first(
    open_check: OpenCheck,
) -> None:
    page = open_check()
    row_of(page, "A8").take_focus()
    press(page, "n", "n")
    assert page.questions.current() == "A1"
    press(page, "y")
    assert page.questions.current() == "A2"


def test_the_arrows_do_not_choose_a_number_and_a_second_press_is_not_one(
    open_check: OpenCheck,
) -> None:
    page = open_check()
    press(page, "0", ENTER, "0", ENTER, "0", ENTER, "0")
    assert page.questions.current() == asks.PAIN
    press(page, UP)
    assert page.questions.current() == "D3"
    assert page.run.pain_rest is None
    press(page, DOWN, "x")
    assert page.run.pain_rest == 10


def test_the_key_that_said_none_of_these_does_not_tell_the_pain(open_check: OpenCheck) -> None:
    page = open_check(guard_ms=60_000)
    press(page, "0", ENTER, "0", ENTER, "0", ENTER, "0", "0")
    assert page.questions.current() == asks.PAIN
    assert page.run.pain_rest is None
    row = row_of(page, asks.PAIN)
    assert isinstance(row, PainRow)
    assert row.scale.value is None


def test_backspace_goes_to_the_screen_before_with_its_answers(open_check: OpenCheck) -> None:
    page = open_check()
    press(page, BACK)
    assert page.run.at == 0
    press(page, "n", "0", ENTER, BACK)
    assert page.title.text() == "Right now"
    assert switch_of(page, "A1").value == NO
    assert page.foot.go_on.isEnabled()


def test_leaving_is_asked_first_and_tells_what_was_ticked(open_check: OpenCheck) -> None:
    page = open_check()
    left: list[CheckAnswers] = []
    page.left.connect(left.append)
    press(page, "n", "y", ESC)
    cards = page.findChildren(LeaveCard)
    assert len(cards) == 1
    assert "opens nothing" in cards[0].sub.text()
    press(page, ENTER)
    assert left == []
    assert page.questions.current() == "A3"
    press(page, ESC, ESC)
    assert left == []
    press(page, ESC, "l")
    assert [dict(answers.signs) for answers in left] == [{"A1": NO, "A2": YES}]


def test_help_is_a_key_and_a_button_with_the_numbers(open_check: OpenCheck) -> None:
    page = open_check()
    wanted: list[bool] = []
    page.help_wanted.connect(lambda: wanted.append(True))
    press(page, F1)
    page.foot.help.click()
    assert len(wanted) == 2
    assert page.foot.help.text() == "999"
    assert spoken(page.foot.help) == "Help now: 999"


@pytest.mark.parametrize(
    ("numbers", "words"),
    [
        (EmergencyNumbers("", ("112", "911", "999"), ""), "112 · 911 · 999"),
        (EmergencyNumbers("NZ", ("111",), ""), "NZ 111"),
    ],
)
def test_the_number_111_never_stands_without_its_country(
    numbers: EmergencyNumbers, words: str, open_check: OpenCheck
) -> None:
    assert open_check(numbers=numbers).foot.help.text() == words


def test_how_to_look_is_shown_for_the_sign_in_focus(open_check: OpenCheck) -> None:
    page = open_check()
    assert page.panel.hint == ""
    press(page, "0", ENTER)
    assert page.panel.hint.startswith("Lay a tape round each calf")
    press(page, "n")
    assert page.panel.hint == ""
    row_of(page, "B7").take_focus()
    assert page.panel.hint.startswith("Press a thumb on each shin")


def test_a_repeat_is_confirmed_by_group(open_check: OpenCheck) -> None:
    page = open_check(repeat(check("CR4", "CR4b", "J1")))
    assert page.title.text() == "Still so?"
    assert page.questions.again is not None
    page.foot.none.click()
    assert asks.open_here(page.run) == (asks.AGE, "CR4", "CR4b", "J1")
    page.questions.again.click()
    assert asks.open_here(page.run) == (asks.AGE,)
    assert not page.questions.again.isEnabled()
    assert switch_of(page, "J1").value == YES


@pytest.mark.usefixtures("_plurals")
def test_a_visit_too_long_ago_is_told_not_to_count(open_check: OpenCheck) -> None:
    page = open_check(repeat(check("J6"), asks_clearance=True))
    row = row_of(page, asks.SEEN)
    assert isinstance(row, DayRow)
    assert not row.isVisible()
    press(page, "y")
    assert row.isVisible()
    press(page, RIGHT)
    assert page.run.seen == DAY
    assert row.shown.text().startswith("Today")
    press(page, RIGHT, *[LEFT] * 14)
    assert page.run.seen == DAY - timedelta(days=14)
    assert row.shown.text() == "14 days ago, 17 March"
    assert "does not count" not in row.about.text()
    press(page, LEFT)
    assert "does not count" in row.about.text()
    press(page, "n")
    assert page.run.cleared is True  # N answers the question in focus, and this is a day


def test_every_question_has_a_name_with_its_answer_and_how_to_look(open_check: OpenCheck) -> None:
    page = open_check()
    texts, named = page.questions, set[str]()
    while not page.run.ended:
        texts = page.questions
        for name, row in texts.rows.items():
            assert spoken(row) == f"{row.question}: not answered"
            assert row.accessibleDescription() == row.hint
            named.add(name)
            if isinstance(row, SignRow):
                words = [spoken(button) for button in row.switch.buttons]
                assert words == [f"{a}: {row.question}" for a in ("Yes", "Not sure", "No")]
        press(page, "0", *("0" if asks.PAIN in texts.rows else ""))
        asked = asks.asked(page.run)
        assert all(not spoken(texts.rows[name]).endswith("not answered") for name in asked)
        press(page, ENTER)
    assert named == {*rules().signs, asks.PAIN}
    assert len(rules().signs) == 71


def test_an_answer_is_a_radio_button_to_a_screen_reader(open_check: OpenCheck) -> None:
    button = switch_of(open_check(), "A1").buttons[0]
    told = QAccessible.queryAccessibleInterface(button)
    assert told.role() is QAccessible.Role.RadioButton
    assert not told.state().checked


def test_yes_and_not_sure_look_the_same_and_no_does_not(content: Content) -> None:
    look = Look(ThemeChoice.LIGHT, calm=True)
    switch = AnswerSwitch(look, "x", sign_options(content.texts.check.answers))
    switch.resize(switch.sizeHint())
    soft = QColor(look.theme.danger_soft).rgb()

    def reddened(answer: Answer) -> bool:
        switch.show_value(answer)
        image = switch.grab().toImage()
        return any(image.pixel(x, 16) == soft for x in range(image.width()))

    assert [reddened(answer) for answer in (YES, NOT_SURE, NO)] == [True, True, False]


def _through(page: CheckPage) -> Iterator[CheckPage]:
    """Each screen of a check, everything that can be asked there shown."""
    while not page.run.ended:
        for name in ("C0", "G1", "CR4"):
            if name in asks.asked(page.run):
                page.questions.told.emit(name, YES)
        if asks.screen_of(page.run) == asks.OPENING:
            page.questions.told.emit(asks.CLEARANCE, True)
            page.questions.told.emit(asks.SEEN, DAY)
            page.questions.told.emit(asks.AGE, 54)
        settle()
        yield page
        page.foot.none.click()
        if page.questions.again is not None:
            page.questions.again.click()
        if asks.PAIN in page.questions.rows:
            page.questions.told.emit(asks.PAIN, 0)
        page.foot.go_on.click()


@pytest.mark.usefixtures("pseudo")
@pytest.mark.parametrize(
    ("start", "size"),
    [
        (first(), WIDE),
        (first(), COMPACT),
        (repeat(check("J1"), asks_clearance=True), COMPACT),
        pytest.param(repeat(check("J1"), asks_clearance=True), WIDE, marks=pytest.mark.long),
    ],
)
def test_every_screen_is_in_the_language_and_cuts_nothing(
    start: CheckStart, size: tuple[int, int], open_check: OpenCheck, surroundings: Surroundings
) -> None:
    words = surroundings.services.content.texts.check
    page = open_check(start, size, EmergencyNumbers("", ("112", "911", "999"), ""), words=words)
    for shown in _through(page):
        assert left_behind(shown) == []
        assert cut(shown) == []
        assert shown.size().toTuple() == size


@pytest.mark.parametrize("size", [COMPACT, pytest.param(WIDE, marks=pytest.mark.long)])
def test_every_button_is_44_px_or_more_and_the_foot_stays(
    size: tuple[int, int], open_check: OpenCheck
) -> None:
    for page in _through(open_check(repeat(check("J1"), asks_clearance=True), size)):
        buttons = [b for b in page.findChildren(QAbstractButton) if b.isVisibleTo(page)]
        assert [spoken(b) for b in buttons if min(b.width(), b.height()) < 44] == []
        assert page.foot.geometry().bottom() < size[1]
        assert page.questions.geometry().bottom() < page.foot.geometry().top()


def test_tab_goes_through_the_questions_and_then_the_foot(open_check: OpenCheck) -> None:
    page = open_check()
    press(page, "0", ENTER, "0")
    stops = focusables(page)
    visited: list[QWidget] = []
    for _ in stops:
        focus = page.window().focusWidget()
        assert focus is not None
        visited.append(focus)
        press(page, TAB)
    assert set(visited) == set(stops)
    last = visited.index(switch_of(page, "B8").buttons[2])
    assert visited[last + 1 : last + 4] == [page.foot.none, page.foot.go_on, page.foot.help]


def test_the_question_in_focus_is_in_sight(open_check: OpenCheck) -> None:
    page = open_check(size=(900, 600))
    press(page, "0", ENTER, "0", ENTER, "0", ENTER, "0")
    settle()
    row = row_of(page, asks.PAIN)
    top = row.mapTo(page, row.rect().topLeft()).y()
    assert top >= page.questions.geometry().top()
    assert top + row.height() <= page.questions.geometry().bottom() + 1


def end_page(content: Content, clock: HandClock, guard_ms: int) -> CheckEndPage:
    texts, look = content.texts.check, Look(ThemeChoice.LIGHT, calm=True)
    page = CheckEndPage(
        look,
        Pictures(content.poses, look, clock, content.front),
        texts,
        texts.outcome.nothing_ticked,
        "14 April",
        guard_ms=guard_ms,
    )
    page.resize(900, 600)
    page.show()
    page.activateWindow()
    settle()
    return page


@pytest.mark.parametrize(("guard_ms", "times"), [(0, 1), (60_000, 0)])
def test_the_end_is_left_by_an_enter_of_its_own(
    guard_ms: int, times: int, content: Content, clock: HandClock
) -> None:
    page = end_page(content, clock, guard_ms)
    lefts: list[bool] = []
    page.left.connect(lambda: lefts.append(True))
    press(page, ENTER)
    assert len(lefts) == times
    page.close()


@pytest.mark.usefixtures("pseudo")
def test_the_end_says_what_was_ticked_and_until_when(
    surroundings: Surroundings, clock: HandClock
) -> None:
    page = end_page(surroundings.services.content, clock, 0)
    assert left_behind(page) == []
    assert cut(page) == []
    assert "14 April" in page.said[2].text()
    page.close()
