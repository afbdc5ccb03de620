"""The kit as it is used: by keyboard, by mouse, by a screen reader."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from kneecoach.domain.settings import ThemeChoice
from kneecoach.ui.icon_shapes import SHAPES
from kneecoach.ui.icons import paths_of
from kneecoach.ui.kit.buttons import IconButton, OffButton, PlainButton, PrimaryButton
from kneecoach.ui.kit.card import PressCard, see_through
from kneecoach.ui.kit.choice import Segmented, Switch
from kneecoach.ui.kit.dialog import CardDialog
from kneecoach.ui.kit.labels import TextLabel
from kneecoach.ui.kit.page import MARGIN, ScrollPage, focusables
from kneecoach.ui.kit.pain_scale import PainScale
from kneecoach.ui.kit.pair import Pair
from kneecoach.ui.kit.toast import Toast
from kneecoach.ui.look import Look

SIDES = [("left", "Left"), ("right", "Right"), ("both", "Both")]


@pytest.fixture
def look(qapp: QApplication) -> Look:
    assert qapp is QApplication.instance()
    return Look(ThemeChoice.LIGHT, calm=True)


@pytest.fixture
def stage(qapp: QApplication) -> Iterator[QWidget]:
    """An active window of 900 × 700 with a column to put things in."""
    window = QWidget()
    QVBoxLayout(window)
    window.resize(900, 700)
    window.show()
    window.activateWindow()
    qapp.processEvents()
    yield window
    window.close()


def put(stage: QWidget, *widgets: QWidget) -> None:
    layout = stage.layout()
    assert layout is not None
    for widget in widgets:
        layout.addWidget(widget)
    QApplication.processEvents()


def key(stage: QWidget, code: Qt.Key) -> None:
    QTest.keyClick(stage.focusWidget() or stage, code)
    QApplication.processEvents()


# Buttons.


@pytest.mark.parametrize("code", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_enter_and_space_press_the_focused_button(code: Qt.Key, look: Look, stage: QWidget) -> None:
    button = PrimaryButton(look, "Start")
    put(stage, button)
    pressed = QSignalSpy(button.clicked)
    button.setFocus()
    key(stage, code)
    assert pressed.count() == 1


def test_a_button_is_a_large_enough_target_and_grows_with_its_words(look: Look) -> None:
    short, long = PrimaryButton(look, "Go", height=20), PrimaryButton(look, "Go on for long")
    assert short.sizeHint().height() >= 44
    assert short.sizeHint().width() >= 44
    assert long.sizeHint().width() > short.sizeHint().width()
    assert IconButton(look, "Back", "left").sizeHint().height() >= 44


def test_the_ring_shows_keyboard_focus_and_not_the_mouse(look: Look, stage: QWidget) -> None:
    button = PlainButton(look, "Not now")
    put(stage, button)
    button.setFocus(Qt.FocusReason.MouseFocusReason)
    assert not button.shows_ring
    button.clearFocus()
    button.setFocus(Qt.FocusReason.TabFocusReason)
    assert button.shows_ring


def test_the_ring_is_painted_in_the_colour_of_focus(look: Look, stage: QWidget) -> None:
    button = PrimaryButton(look, "Start")
    put(stage, button)
    middle = QPoint(button.width() // 2, 1)
    button.setFocus(Qt.FocusReason.TabFocusReason)
    assert button.grab().toImage().pixelColor(middle).name().upper() == look.theme.focus
    button.clearFocus()
    assert button.grab().toImage().pixelColor(middle).name().upper() != look.theme.focus


def test_an_icon_button_and_a_closed_one_have_names(look: Look) -> None:
    named = IconButton(look, "Back to the exercises", "left")
    assert spoken(named) == "Back to the exercises"
    assert spoken(OffButton(look, "Closed")) == "Closed"


def spoken(widget: QWidget) -> str:
    """What a screen reader says first."""
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name)


def role(widget: QWidget) -> QAccessible.Role:
    return QAccessible.queryAccessibleInterface(widget).role()


def test_a_card_is_pressed_through_what_lies_on_it(look: Look, stage: QWidget) -> None:
    card = PressCard(look, "Squat, 2 × 8")
    label = TextLabel(look, "Squat")
    card.column().addWidget(see_through(label))
    put(stage, card)
    pressed = QSignalSpy(card.clicked)
    place = label.mapTo(stage, label.rect().center())
    QTest.mouseClick(stage.childAt(place) or stage, Qt.MouseButton.LeftButton)
    assert pressed.count() == 1
    assert spoken(card) == "Squat, 2 × 8"


# Choosing.


def test_arrows_choose_the_next_value_and_come_round(look: Look, stage: QWidget) -> None:
    choice = Segmented(look, "Side", SIDES, "left")
    put(stage, choice)
    chosen: list[str] = []
    choice.chosen.connect(chosen.append)
    choice.take_focus()
    for code in (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Left):
        key(stage, code)
    assert chosen == ["right", "both", "left", "both"]
    assert choice.value == "both"


def test_only_the_chosen_value_is_a_tab_stop(look: Look, stage: QWidget) -> None:
    choice = Segmented(look, "Side", SIDES, "right")
    put(stage, choice, PlainButton(look, "After"))
    choice.take_focus()
    assert len(focusables(choice)) == 1
    key(stage, Qt.Key.Key_Tab)
    assert not choice.isAncestorOf(stage.focusWidget())


def test_setting_a_value_tells_nobody(look: Look) -> None:
    choice = Segmented(look, "Side", SIDES)
    told = QSignalSpy(choice.chosen)
    assert choice.value is None
    choice.set_value("both")
    assert choice.value == "both"
    choice.set_value(None)
    assert choice.value is None
    assert told.count() == 0


def test_a_choice_is_told_as_radio_buttons_and_a_switch_as_a_check_box(
    look: Look, stage: QWidget
) -> None:
    choice, switch = Segmented(look, "Side", SIDES, "left"), Switch(look, "Sounds", on=True)
    put(stage, choice, switch)
    fields = choice.findChildren(QWidget)
    assert {role(field) for field in fields} == {QAccessible.Role.RadioButton}
    assert [spoken(field) for field in fields] == ["Left", "Right", "Both"]
    assert role(switch) == QAccessible.Role.CheckBox
    assert spoken(switch) == "Sounds"


@pytest.mark.parametrize("code", [Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_a_switch_is_switched_by_key_and_anywhere_by_mouse(
    code: Qt.Key, look: Look, stage: QWidget
) -> None:
    switch = Switch(look, "Sounds")
    put(stage, switch)
    switch.setFocus()
    key(stage, code)
    assert switch.isChecked()
    QTest.mouseClick(switch, Qt.MouseButton.LeftButton, pos=QPoint(3, 3))
    assert not switch.isChecked()


# The pain scale.


@pytest.mark.parametrize(
    ("code", "value"),
    [(Qt.Key.Key_0, 0), (Qt.Key.Key_7, 7), (Qt.Key.Key_9, 9), (Qt.Key.Key_X, 10)],
)
def test_digits_and_x_rate_the_pain(code: Qt.Key, value: int, look: Look, stage: QWidget) -> None:
    scale = PainScale(look, "Pain now")
    put(stage, scale)
    chosen: list[int] = []
    scale.chosen.connect(chosen.append)
    scale.first.setFocus()
    key(stage, code)
    assert chosen == [value]
    assert scale.value == value


def test_nothing_is_rated_at_first_and_every_field_can_be_reached(
    look: Look, stage: QWidget
) -> None:
    scale = PainScale(look, "Pain now")
    put(stage, scale)
    assert scale.value is None
    assert [spoken(field) for field in focusables(scale)] == [f"Pain now {n}" for n in range(11)]


def test_other_keys_and_digits_with_control_are_left_alone(look: Look, stage: QWidget) -> None:
    scale = PainScale(look, "Pain now")
    put(stage, scale)
    scale.first.setFocus()
    key(stage, Qt.Key.Key_Q)
    QTest.keyClick(scale.first, Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    assert scale.value is None


def test_arrows_move_along_the_scale(look: Look, stage: QWidget) -> None:
    scale = PainScale(look, "Pain now")
    put(stage, scale)
    scale.set_value(4)
    scale.first.setFocus()
    key(stage, Qt.Key.Key_Right)
    assert scale.value == 5
    key(stage, Qt.Key.Key_Left)
    key(stage, Qt.Key.Key_Left)
    assert scale.value == 3


def test_the_earlier_value_is_marked_in_words(look: Look, stage: QWidget) -> None:
    scale = PainScale(look, "Pain now", before=3)
    put(stage, scale)
    names = {child.accessibleName() for child in scale.findChildren(QWidget)}
    assert "Before 3" in names
    scale.set_before(None)
    names = {child.accessibleName() for child in scale.findChildren(QWidget)}
    assert "Before 3" not in names


# Cards over the page.


def dialog(look: Look, stage: QWidget, guard_ms: int = 0) -> tuple[CardDialog, list[PlainButton]]:
    card = CardDialog(look, stage, "End the session?", guard_ms=guard_ms)
    buttons = [PlainButton(look, name) for name in ("Keep going", "End", "Help")]
    card.add_buttons(*buttons)
    card.open()
    QApplication.processEvents()
    return card, buttons


def test_the_first_button_is_marked_and_the_focus_stays_on_the_card(
    look: Look, stage: QWidget
) -> None:
    put(stage, PlainButton(look, "Under it"))
    _, buttons = dialog(look, stage)
    order = [stage.focusWidget()]
    for code in (Qt.Key.Key_Tab, Qt.Key.Key_Tab, Qt.Key.Key_Tab):
        key(stage, code)
        order.append(stage.focusWidget())
    assert order == [*buttons, buttons[0]]
    key(stage, Qt.Key.Key_Backtab)
    assert stage.focusWidget() is buttons[-1]


def test_space_and_p_alone_answer_a_card(look: Look, stage: QWidget) -> None:
    _, buttons = dialog(look, stage)
    pressed = QSignalSpy(buttons[1].clicked)
    key(stage, Qt.Key.Key_P)
    key(stage, Qt.Key.Key_Space)
    assert pressed.count() == 1


def test_escape_is_told_and_the_focus_goes_back(look: Look, stage: QWidget) -> None:
    under = PlainButton(look, "Under it")
    put(stage, under)
    under.setFocus()
    card, _ = dialog(look, stage)
    card.escaped.connect(card.dismiss)
    key(stage, Qt.Key.Key_Escape)
    assert not card.isVisible()
    assert stage.focusWidget() is under


def test_a_key_pressed_as_the_card_appears_is_ignored(look: Look, stage: QWidget) -> None:
    card, buttons = dialog(look, stage, guard_ms=60_000)
    pressed, escaped = QSignalSpy(buttons[0].clicked), QSignalSpy(card.escaped)
    for code in (Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_Escape, Qt.Key.Key_P):
        key(stage, code)
    assert pressed.count() == 0
    assert escaped.count() == 0
    assert stage.focusWidget() is buttons[0]
    QTest.mouseClick(buttons[0], Qt.MouseButton.LeftButton)
    assert pressed.count() == 1


def test_no_key_reaches_what_lies_under_the_card(look: Look, stage: QWidget) -> None:
    scale = PainScale(look, "Pain now")
    put(stage, scale)
    scale.first.setFocus()
    CardDialog(look, scale, "Sure?", guard_ms=0).open()
    key(stage, Qt.Key.Key_5)
    assert scale.value is None


def test_a_tall_card_stays_within_a_small_window(look: Look, stage: QWidget) -> None:
    card = CardDialog(look, stage, "A long question", guard_ms=0)
    for _ in range(40):
        card.column.addWidget(TextLabel(look, "A line of the card."))
    button = PlainButton(look, "Go on")
    card.add_buttons(button)
    card.open()
    stage.resize(900, 600)
    QApplication.processEvents()
    assert card.size() == stage.size()
    inside = card.childAt(card.rect().center())
    assert inside is not None
    assert all(
        stage.rect().contains(child.geometry()) for child in card.children() if child.isWidgetType()
    )


# Toast and labels.


def test_a_toast_replaces_the_one_before_and_leaves_by_itself(look: Look, stage: QWidget) -> None:
    toast = Toast(look, stage)
    toast.tell("Skipped.")
    toast.tell("Back again.")
    assert toast.isVisible()
    assert [label.text() for label in toast.findChildren(TextLabel)] == ["Back again."]
    timer = toast.findChild(QTimer)
    assert timer is not None
    assert timer.isActive()
    assert timer.interval() == 4000
    timer.timeout.emit()
    assert not toast.isVisible()


def test_a_label_follows_the_palette(look: Look, stage: QWidget) -> None:
    label = TextLabel(look, "Pain", role="danger_ink")
    put(stage, label)
    light = label.palette().color(label.foregroundRole()).name().upper()
    look.follow(ThemeChoice.DARK)
    dark = label.palette().color(label.foregroundRole()).name().upper()
    assert light == "#8E1420"
    assert dark == "#FFB0AC"


def test_a_pair_stands_side_by_side_or_one_under_the_other(look: Look, stage: QWidget) -> None:
    first, second = TextLabel(look, "Morning", wrap=False), TextLabel(look, "8 min", wrap=False)
    pair = Pair(first, second)
    put(stage, pair)
    assert second.x() > first.x()
    assert second.y() == first.y()
    pair.setFixedWidth(first.sizeHint().width() + 4)
    QApplication.processEvents()
    assert second.y() >= first.height()
    assert pair.heightForWidth(pair.width()) >= first.height() + second.sizeHint().height()


@pytest.mark.parametrize("name", SHAPES)
def test_every_icon_lies_on_its_grid(name: str) -> None:
    box = paths_of(name)[0][0].boundingRect()
    for path, _, _ in paths_of(name):
        box = box.united(path.boundingRect())
    assert box.left() >= 1
    assert box.top() >= 1
    assert box.right() <= 23
    assert box.bottom() <= 23
    assert max(box.width(), box.height()) >= 8


def test_an_unknown_icon_is_an_error() -> None:
    with pytest.raises(KeyError):
        paths_of("nothing")


@pytest.mark.parametrize("height", [100, 2_000])
def test_a_page_is_as_wide_with_a_scroll_bar_as_without(
    height: int, look: Look, stage: QWidget
) -> None:
    page = ScrollPage(look, "Page")
    filling = QWidget()
    filling.setFixedHeight(height)
    page.body.addWidget(filling)
    put(stage, page)
    right = filling.mapTo(page, QPoint(filling.width(), 0)).x()
    assert page.scroll_box.verticalScrollBar().isVisible() is (height > 700)
    assert page.width() - right == MARGIN


def test_titles_stand_at_one_height_on_every_page(look: Look) -> None:
    plain, full = ScrollPage(look, "Plain"), ScrollPage(look, "Full")
    full.add_right(Segmented(look, "Which leg", SIDES, "left"))
    heights = []
    for page in (plain, full):
        page.set_compact(True)
        page.resize(900, 600)
        page.show()
        QApplication.processEvents()
        heights.append(page.title.geometry().center().y())
        page.close()
    assert heights[0] == heights[1]
