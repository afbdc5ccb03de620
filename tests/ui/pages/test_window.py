"""The window as a person uses it: ways between the pages, the road into the player, first use."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from kneecoach.domain.plan import ANYTIME, Plan, Slot, item_of
from kneecoach.domain.session import State
from kneecoach.domain.settings import PainfulSide, Settings, ThemeChoice
from kneecoach.ui.exercise_ladder import LevelChips
from kneecoach.ui.exercise_page import ExercisePage
from kneecoach.ui.exercises_page import ExercisesPage
from kneecoach.ui.kit.labels import TextLabel
from kneecoach.ui.look import Look
from kneecoach.ui.player.keys import Act
from kneecoach.ui.settings_page import SettingsPage
from kneecoach.ui.today_page import TodayPage
from kneecoach.ui.window import MainWindow
from tests.domain.checked import check
from tests.ui.pages.conftest import Open
from tests.ui.surroundings import Surroundings


def press(window: MainWindow, key: Qt.Key, modifier: Qt.KeyboardModifier | None = None) -> None:
    """A key on whatever has the focus, as a keyboard does it."""
    target = window.focusWidget() or window
    QTest.keyClick(target, key, modifier or Qt.KeyboardModifier.NoModifier)
    QApplication.processEvents()


def control(window: MainWindow, key: Qt.Key) -> None:
    press(window, key, Qt.KeyboardModifier.ControlModifier)


def today(window: MainWindow) -> TodayPage:
    page = window.page("today")
    assert isinstance(page, TodayPage)
    return page


def words(root: QWidget) -> str:
    labels = root.findChildren(TextLabel)
    return "\n".join(label.text() for label in labels if label.isVisibleTo(root))


def played(window: MainWindow) -> Plan | None:
    player = window.player.player if window.player else None
    return player.plan if player else None


def test_the_title_tells_nothing_personal(window: MainWindow) -> None:
    assert window.windowTitle() == "KneeCoach"


def test_start_has_the_focus_and_enter_asks_for_the_pain_first(window: MainWindow) -> None:
    assert today(window).hero.start.hasFocus()
    press(window, Qt.Key.Key_Return)
    card = window.starting.card
    assert card is not None
    assert "How much does the knee hurt now?" in words(card)
    assert played(window) is None


def test_a_digit_and_enter_start_the_session_with_that_pain(window: MainWindow) -> None:
    expected = today(window).view.plan
    press(window, Qt.Key.Key_Return)
    press(window, Qt.Key.Key_4)
    press(window, Qt.Key.Key_Return)
    assert played(window) == expected
    assert window.player is not None
    assert window.player.player is not None
    assert window.player.player.pain_before == 4
    assert window.stack.currentWidget() is window.player
    assert not window.rail.isVisibleTo(window)


def test_x_is_ten(window: MainWindow) -> None:
    press(window, Qt.Key.Key_Return)
    press(window, Qt.Key.Key_X)
    press(window, Qt.Key.Key_Return)
    assert window.player is not None
    assert window.player.player is not None
    assert window.player.player.pain_before == 10


def test_enter_alone_answers_nothing(window: MainWindow) -> None:
    """A key pressed twice too often must not start a session with a pain of 0 unasked."""
    press(window, Qt.Key.Key_Return)
    press(window, Qt.Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
    assert played(window) is None
    assert window.starting.card is not None


def test_the_pain_may_be_left_out(window: MainWindow) -> None:
    press(window, Qt.Key.Key_Return)
    card = window.starting.card
    assert card is not None
    card.focusNextPrevChild(False)
    press(window, Qt.Key.Key_Space)
    assert window.player is not None
    assert window.player.player is not None
    assert window.player.player.pain_before is None


def test_the_pages_give_their_pictures_away_to_the_player(window: MainWindow) -> None:
    window.go("exercises")
    QApplication.processEvents()
    window.pictures.paint_all()
    assert window.pictures.bytes > 0
    window.go("today")
    for key in (Qt.Key.Key_Return, Qt.Key.Key_4, Qt.Key.Key_Return):
        press(window, key)
    assert window.plays
    window.pictures.paint_all()
    assert window.pictures.bytes < 2_000_000  # what the player itself shows


def test_escape_starts_nothing(window: MainWindow) -> None:
    press(window, Qt.Key.Key_Return)
    press(window, Qt.Key.Key_Escape)
    assert window.starting.card is None
    assert played(window) is None
    assert today(window).hero.start.hasFocus()


def test_the_pain_is_asked_before_the_first_session_of_the_day_only(
    surroundings: Surroundings, open_window: Open
) -> None:
    play_one(surroundings)
    window = open_window()
    press(window, Qt.Key.Key_Return)
    assert window.starting.card is None
    assert played(window) is not None


def play_one(surroundings: Surroundings) -> None:
    """A finished leg raise today, written as the player writes it."""
    from kneecoach.domain.catalogue import Side
    from kneecoach.domain.history import RepetitionDone, SessionEnd, SessionStart

    dose = surroundings.content.catalogue.exercise("leg_raise").dose
    now = surroundings.clock.wall()
    parts = (("leg_raise", Side.LEFT, dose),)
    start = SessionStart(parts, Slot.MORNING, now.utc, now.offset_minutes, now.day, 3)
    session = surroundings.journal.begin(start)
    surroundings.journal.repetition(session, RepetitionDone(0, 1, 1, 6000, 6000))
    surroundings.journal.finish(session, SessionEnd(3, 2, (6000,)))


def test_a_finished_session_shows_on_today(surroundings: Surroundings, window: MainWindow) -> None:
    assert "Next: morning" in words(window)
    play_one(surroundings)
    window.go("today")
    assert "Next: midday" in words(window)


def test_anytime_starts_the_stand_on_one_leg(window: MainWindow) -> None:
    QTest.mouseClick(today(window).anytime.start, Qt.MouseButton.LeftButton)
    press(window, Qt.Key.Key_1)
    press(window, Qt.Key.Key_Return)
    plan = played(window)
    assert plan is not None
    assert [item.exercise for item in plan.items] == [ANYTIME]


# Every way into the player brings its own refusal.


def closed_plan(surroundings: Surroundings) -> Plan:
    massage = surroundings.content.catalogue.exercise("massage_calf")
    return Plan((item_of(massage, PainfulSide.LEFT.sides),))


def assert_refused(window: MainWindow) -> None:
    card = window.starting.card
    assert card is not None
    assert "Closed by your last check of warning signs" in words(card)
    assert played(window) is None


@pytest.fixture
def without_massage(surroundings: Surroundings) -> None:
    surroundings.checks.keep(check("J7"))


@pytest.mark.usefixtures("without_massage")
def test_a_closed_plan_is_refused_in_words_by_the_window(
    surroundings: Surroundings, window: MainWindow
) -> None:
    window.start(closed_plan(surroundings))
    assert_refused(window)
    press(window, Qt.Key.Key_Return)
    assert window.starting.card is None
    assert played(window) is None


@pytest.mark.usefixtures("without_massage")
def test_today_refuses_a_closed_plan(surroundings: Surroundings, window: MainWindow) -> None:
    today(window).chosen.emit(closed_plan(surroundings))
    assert_refused(window)


@pytest.mark.usefixtures("without_massage")
def test_the_exercises_page_refuses_a_closed_exercise(window: MainWindow) -> None:
    window.go("exercises")
    page = window.page("exercises")
    assert isinstance(page, ExercisesPage)
    card = next(card for card in page.cards if card.exercise.id == "roller_calf")
    card.setFocus()
    press(window, Qt.Key.Key_S)
    assert_refused(window)


@pytest.mark.usefixtures("without_massage")
@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_a_closed_exercise_tells_why_instead_of_starting(key: Qt.Key, window: MainWindow) -> None:
    window.open_exercise("massage_hamstring")
    page = window.stack.currentWidget()
    assert isinstance(page, ExercisePage)
    assert page.off.hasFocus()
    press(window, key)
    assert "Closed by your last check of warning signs" in words(page)
    assert window.starting.card is None
    assert played(window) is None


def test_anytime_refuses_what_the_check_has_closed(
    surroundings: Surroundings, open_window: Open
) -> None:
    surroundings.checks.keep(check("B1"))
    window = open_window()
    QTest.mouseClick(today(window).anytime.start, Qt.MouseButton.LeftButton)
    card = window.starting.card
    assert card is not None
    assert "Closed by your last check of warning signs" in words(card)
    assert played(window) is None


def test_an_empty_plan_is_refused(window: MainWindow) -> None:
    window.start(Plan(()))
    card = window.starting.card
    assert card is not None
    assert "nothing in this session" in words(card)


def test_an_open_exercise_starts_from_its_page_for_the_chosen_side(window: MainWindow) -> None:
    window.open_exercise("calf_stretch")
    press(window, Qt.Key.Key_R)
    press(window, Qt.Key.Key_Return)
    press(window, Qt.Key.Key_0)
    press(window, Qt.Key.Key_Return)
    plan = played(window)
    assert plan is not None
    assert [(item.exercise, item.sides) for item in plan.items] == [
        ("calf_stretch", PainfulSide.RIGHT.sides)
    ]


# First use.


def test_before_the_painful_side_is_known_nothing_can_be_started(open_window: Open) -> None:
    window = open_window(Settings(started=True))
    assert "Which knee hurts?" in words(window)
    assert not today(window).hero.start.isVisibleTo(window)
    assert not today(window).anytime.start.isVisibleTo(window)
    window.open_exercise("leg_raise")
    press(window, Qt.Key.Key_Return)
    assert "First choose a side." in words(window)
    assert window.starting.card is None


def test_the_answer_opens_start_and_is_kept(surroundings: Surroundings, open_window: Open) -> None:
    from kneecoach.store.settings import load_settings

    window = open_window(Settings(started=True))
    press(window, Qt.Key.Key_Tab)
    press(window, Qt.Key.Key_Return)
    assert "Which knee hurts?" not in words(window)
    assert today(window).hero.start.hasFocus()
    kept = load_settings(surroundings.folder)
    assert kept.side_chosen
    assert kept.side is PainfulSide.RIGHT


class Flashes(QObject):
    """Keeps what was shown as a window of its own."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        shown = event.type() is QEvent.Type.Show and isinstance(watched, QWidget)
        if shown and watched.isWindow() and not isinstance(watched, MainWindow):
            self.seen.append(type(watched).__name__)
        return False


def test_no_part_of_a_page_flashes_up_as_a_window_of_its_own(
    window: MainWindow, qapp: QApplication
) -> None:
    flashes = Flashes()
    qapp.installEventFilter(flashes)
    for name in window.rail.buttons:
        window.go(name)
    for exercise in ("leg_raise", "squat", "roller_calf"):
        window.open_exercise(exercise)
    window.go("today")
    window.start(today(window).view.plan)
    window.start(Plan(()))
    QWidget().show()
    qapp.removeEventFilter(flashes)
    assert flashes.seen == ["QWidget"]


# Ways between the pages.


@pytest.mark.parametrize(
    ("key", "name"),
    [
        (Qt.Key.Key_1, "today"),
        (Qt.Key.Key_2, "knee"),
        (Qt.Key.Key_3, "exercises"),
        (Qt.Key.Key_4, "history"),
        (Qt.Key.Key_Comma, "settings"),
    ],
)
def test_control_and_a_digit_lead_to_the_pages(key: Qt.Key, name: str, window: MainWindow) -> None:
    window.go("knee" if name == "today" else "today")
    control(window, key)
    assert window.stack.currentWidget() is window.page(name)
    assert window.rail.buttons[name].isChecked()


def test_the_rail_leads_to_every_page(window: MainWindow) -> None:
    for name, button in window.rail.buttons.items():
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        assert window.stack.currentWidget() is window.page(name)
        assert [page for page, b in window.rail.buttons.items() if b.isChecked()] == [name]


@pytest.mark.parametrize("name", ["today", "knee", "exercises", "history", "settings"])
def test_f1_opens_the_warning_signs_and_escape_leads_back(name: str, window: MainWindow) -> None:
    window.go(name)
    focus = window.focusWidget()
    press(window, Qt.Key.Key_F1)
    assert window.stack.currentWidget() is window.page("signs")
    assert "112 · 911 · 999" in words(window)
    press(window, Qt.Key.Key_Escape)
    assert window.stack.currentWidget() is window.page(name)
    assert window.focusWidget() is focus


def test_f1_in_a_session_pauses_it_and_leads_back_to_it(window: MainWindow) -> None:
    press(window, Qt.Key.Key_Return)
    press(window, Qt.Key.Key_2)
    press(window, Qt.Key.Key_Return)
    press(window, Qt.Key.Key_F1)
    assert window.stack.currentWidget() is window.page("signs")
    assert not window.rail.isVisibleTo(window)
    assert window.player is not None
    assert window.player.player is not None
    assert window.player.player.session.state is State.PAUSED
    control(window, Qt.Key.Key_2)
    assert window.stack.currentWidget() is window.page("signs")
    press(window, Qt.Key.Key_Escape)
    assert window.stack.currentWidget() is window.player


def test_f1_over_a_question_leaves_the_question(window: MainWindow) -> None:
    press(window, Qt.Key.Key_Return)
    press(window, Qt.Key.Key_F1)
    assert window.starting.card is None
    assert window.stack.currentWidget() is window.page("signs")
    press(window, Qt.Key.Key_Escape)
    assert window.stack.currentWidget() is window.page("today")


def test_an_exercise_leads_to_the_harder_one_and_back_to_all(window: MainWindow) -> None:
    window.go("exercises")
    press(window, Qt.Key.Key_Return)
    page = window.stack.currentWidget()
    assert isinstance(page, ExercisePage)
    assert page.exercise.id == "leg_raise"
    page.opened.emit("squat")
    page = window.stack.currentWidget()
    assert isinstance(page, ExercisePage)
    assert page.exercise.id == "squat"
    press(window, Qt.Key.Key_Escape)
    assert window.stack.currentWidget() is window.page("exercises")


def test_arrows_move_between_the_cards_of_exercises(window: MainWindow) -> None:
    window.go("exercises")
    press(window, Qt.Key.Key_Right)
    assert focused_exercise(window) == "stand_supported"
    press(window, Qt.Key.Key_Down)
    assert focused_exercise(window) == "stand_open"
    press(window, Qt.Key.Key_Left)
    assert focused_exercise(window) == "squat"


def focused_exercise(window: MainWindow) -> str:
    page = window.page("exercises")
    assert isinstance(page, ExercisesPage)
    return next(card.exercise.id for card in page.cards if card.hasFocus())


def test_f_fills_the_screen_and_f11_leaves_it(window: MainWindow) -> None:
    press(window, Qt.Key.Key_F)
    assert window.isFullScreen()
    press(window, Qt.Key.Key_F11)
    assert not window.isFullScreen()


def test_the_rail_marks_the_page_that_one_without_a_button_belongs_to(
    window: MainWindow,
) -> None:
    for page, button in {"load": "knee", "massage": "knee", "help": "signs"}.items():
        window.go(page)
        marked = [name for name, one in window.rail.buttons.items() if one.isChecked()]
        assert marked == [button]


def test_a_narrow_window_is_compact_and_a_wide_one_is_not(window: MainWindow) -> None:
    assert not window.page("today").compact
    window.resize(1000, 700)
    QApplication.processEvents()
    assert window.page("today").compact
    assert window.page("knee").compact
    window.resize(1280, 800)
    QApplication.processEvents()
    assert not window.page("knee").compact


def test_page_down_scrolls_the_signs_from_anywhere(window: MainWindow) -> None:
    window.go("signs")
    bar = window.page("signs").scroll_box.verticalScrollBar()
    assert bar.maximum() > 0
    press(window, Qt.Key.Key_PageDown)
    assert bar.value() > 0
    press(window, Qt.Key.Key_Home)
    assert bar.value() == 0


def test_coming_back_after_midnight_shows_the_new_day(
    surroundings: Surroundings, window: MainWindow
) -> None:
    assert "Friday, 21 November" in words(window)
    surroundings.clock.move(24 * 3_600_000)
    other = QWidget()
    other.show()
    other.activateWindow()
    QApplication.processEvents()
    assert "Friday, 21 November" in words(window)
    other.close()
    window.activateWindow()
    QApplication.processEvents()
    assert "Saturday, 22 November" in words(window)


# Settings.


def settings_page(window: MainWindow) -> SettingsPage:
    window.go("settings")
    page = window.page("settings")
    assert isinstance(page, SettingsPage)
    return page


def test_the_dark_theme_is_on_at_once_and_kept(
    surroundings: Surroundings, window: MainWindow
) -> None:
    from kneecoach.store.settings import load_settings

    page = settings_page(window)
    page.theme.take_focus()
    press(window, Qt.Key.Key_Right)
    press(window, Qt.Key.Key_Right)
    assert window.look.dark
    assert load_settings(surroundings.folder).theme.value == "dark"
    assert window.grab().toImage().pixelColor(QPoint(640, 8)).name().upper() == "#0E1F24"


def test_sounds_off_is_heard_nowhere_but_in_the_try_out(
    surroundings: Surroundings, window: MainWindow
) -> None:
    page = settings_page(window)
    page.sound.click()
    page.voice.click()
    assert (surroundings.cues.hearing.sounds, surroundings.cues.hearing.voice) == (False, False)
    page.try_out.play.click()
    assert surroundings.cues.names == ["up"]
    assert surroundings.cues.said == [("phase-lift",)]


def test_the_painful_side_changes_what_today_starts(window: MainWindow) -> None:
    page = settings_page(window)
    page.side.take_focus()
    press(window, Qt.Key.Key_Right)
    press(window, Qt.Key.Key_Right)
    window.go("today")
    sides = {item.sides for item in today(window).view.plan.items}
    assert sides == {PainfulSide.BOTH.sides}


def test_a_choice_that_cannot_be_saved_holds_and_is_told(
    surroundings: Surroundings, open_window: Open
) -> None:
    from kneecoach.domain.history import JournalError

    def full(_settings: Settings) -> None:
        raise JournalError("full", path="settings.json")

    surroundings.services = replace(surroundings.services, save_settings=full)
    window = open_window()
    page = settings_page(window)
    page.calm.click()
    assert window.choices.settings.reduced_motion
    assert "The disk with settings.json is full" in words(page)


def test_an_error_of_the_program_is_told_in_a_line(window: MainWindow) -> None:
    window.tell_error()
    assert "Something went wrong in the program, not in your history." in words(window)


def test_the_first_paint_shows_the_start_and_the_rest_follows_by_itself(
    surroundings: Surroundings, qtbot: QtBot
) -> None:
    """Today is made in two steps, so that Start is there as soon as it can be."""
    window = MainWindow(surroundings.services, Look(ThemeChoice.LIGHT, calm=True), guard_ms=0)
    qtbot.addWidget(window)
    with qtbot.waitSignal(window.painted):
        window.show()
    page = today(window)
    assert page.hero.start.isVisible()
    qtbot.waitUntil(lambda: page._rest is not None)
    qtbot.waitUntil(page.anytime.start.isVisible)


def test_a_history_that_can_only_be_read_is_told_above_every_page(
    surroundings: Surroundings, qtbot: QtBot
) -> None:
    services = replace(surroundings.services, read_only=True)
    window = MainWindow(services, Look(ThemeChoice.LIGHT, calm=True), guard_ms=0)
    qtbot.addWidget(window)
    window.show()
    note = surroundings.content.texts.message("read_only_note")
    for name in ("today", "history", "settings"):
        window.go(name)
        assert [label.text() for label in window.findChildren(QLabel)].count(note) == 1


def test_the_steps_of_a_dose_are_told_and_stay_within_the_card(window: MainWindow) -> None:
    window.open_exercise("leg_raise")
    [chips] = window.pages["exercise"].findChildren(LevelChips)
    assert chips.accessibleName() == (
        "Steps: 3 × 6, 3 × 8, 3 × 10, 3 × 12, 3 × 14, 3 × 16, 3 × 18 and 3 × 20. "
        "You begin at 3 × 10."
    )
    for width in (608, 240):
        places = chips.places(width)
        assert max(place.right() for place in places) <= width
        assert chips.heightForWidth(width) == places[-1].bottom()
    assert chips.places(240)[-1].top() > 0


# A history that can't be reached while the window is open.


@pytest.fixture
def locked(surroundings: Surroundings) -> Iterator[sqlite3.Connection]:
    """Another program holds the history from now on, until this is closed."""
    other = sqlite3.connect(surroundings.journal.path, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    yield other
    other.close()


def test_today_tells_that_the_history_is_held_and_shows_what_it_knew(
    window: MainWindow, locked: sqlite3.Connection
) -> None:
    plan = today(window).view.plan
    window.go("exercises")
    window.go("today")
    assert window.stack.currentWidget() is today(window)
    assert "Another program holds the history file" in words(window)
    assert today(window).view.plan == plan
    window.choices.change(side=PainfulSide.RIGHT)
    assert {item.sides for item in today(window).view.plan.items} == {PainfulSide.RIGHT.sides}
    locked.close()


def test_a_session_begun_while_the_history_is_held_asks_for_the_pain_and_is_kept(
    surroundings: Surroundings, window: MainWindow, locked: sqlite3.Connection
) -> None:
    today(window).hero.start.click()
    press(window, Qt.Key.Key_3)
    press(window, Qt.Key.Key_Return)
    assert window.player is not None
    player = window.player.player
    assert player is not None
    assert player.trouble is not None
    for _ in range(120):  # the first hold is one of 90 s
        surroundings.clock.move(1_000)
        player.look()
    assert player.session.records
    locked.close()
    window.close()
    [record] = surroundings.journal.sessions()
    assert (record.pain_before, record.finished) == (3, False)


def test_ending_a_session_while_the_history_is_held_leads_to_today(
    window: MainWindow, request: pytest.FixtureRequest
) -> None:
    today(window).hero.start.click()
    press(window, Qt.Key.Key_3)
    press(window, Qt.Key.Key_Return)
    request.getfixturevalue("locked")
    assert window.player is not None
    window.player.act(Act.END)
    press(window, Qt.Key.Key_Q)
    assert not window.plays
    assert window.stack.currentWidget() is today(window)
    assert "Another program holds the history file" in words(window)
