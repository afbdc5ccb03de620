"""My knee: the causes, the drawing beside them, and how each leads to the other."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QWidget

from kneecoach.clock import HandClock
from kneecoach.domain.anatomy import Layer
from kneecoach.domain.content import Content
from kneecoach.domain.safety import CheckOutcome
from kneecoach.domain.settings import PainfulSide, Settings, ThemeChoice
from kneecoach.ui.atlas.panel import AtlasPanel
from kneecoach.ui.kit.buttons import Button
from kneecoach.ui.kit.card import PressCard
from kneecoach.ui.kit.labels import TextLabel
from kneecoach.ui.knee_causes import CauseItem
from kneecoach.ui.knee_page import KneePage
from kneecoach.ui.look import Look
from kneecoach.ui.pictures import MOST_BYTES, Pictures, Scene
from kneecoach.ui.window import MainWindow
from tests.ui.pages.conftest import Open
from tests.ui.pages.seen import cut, left_behind
from tests.ui.surroundings import Surroundings

ATLAS_FREE = """
from PySide6.QtWidgets import QApplication
from kneecoach.app.rehearsal import rehearsal
from kneecoach.app.starting import start_qt
from kneecoach.domain.settings import ThemeChoice
from kneecoach.store.content import load_content
import sys
content = load_content()
started = start_qt("en")
with rehearsal(content, ThemeChoice.LIGHT) as made:
    made.settle()
    print(sorted(n for n in sys.modules if "atlas" in n or "anatomy" in n or "knee_page" in n))
    made.window.go("knee")
    print("kneecoach.ui.atlas.view" in sys.modules)
"""


@pytest.fixture
def page(open_window: Open) -> KneePage:
    return knee(open_window(Settings(side=PainfulSide.RIGHT, side_chosen=True, started=True)))


def knee(window: MainWindow) -> KneePage:
    window.go("knee")
    QApplication.processEvents()
    found = window.page("knee")
    assert isinstance(found, KneePage)
    return found


def drawing(page: KneePage) -> AtlasPanel:
    assert page.atlas is not None
    return page.atlas


def words(root: QWidget) -> str:
    labels = root.findChildren(TextLabel)
    return "\n".join(label.text() for label in labels if label.isVisibleTo(root))


def press(page: KneePage, key: Qt.Key) -> None:
    QTest.keyClick(page.window().focusWidget() or page, key)


def test_every_cause_lights_its_structures_in_a_layer_that_labels_one(page: KneePage) -> None:
    for name, item in page.items.items():
        page.show_cause(name)
        view = drawing(page).view
        assert view.hot == set(item.cause.structures)
        plan = view.atlas.layers[view.layer]
        assert not view.hot or any(plan.labelled(structure) for structure in view.hot)


def test_one_cause_is_open_at_a_time_and_a_second_click_closes_it(page: KneePage) -> None:
    page.rows["bakers_cyst"].click()
    assert [name for name, row in page.rows.items() if row.isChecked()] == ["bakers_cyst"]
    assert "A pocket of joint fluid" in words(page)
    assert "injection or draining" in words(page)
    page.rows["bakers_cyst"].click()
    assert not any(row.isChecked() for row in page.rows.values())
    assert "injection or draining" not in words(page)
    assert drawing(page).view.hot == frozenset()


def test_the_urgent_cause_keeps_its_line_and_its_way_to_the_signs(page: KneePage) -> None:
    urgent = page.items["blood_clot"]
    assert not urgent.row.isChecked()
    assert "No massage, no exercise, help today" in words(urgent)
    wanted: list[bool] = []
    page.signs_wanted.connect(lambda: wanted.append(True))
    [way] = [b for b in urgent.findChildren(Button) if b.text() == "Read all warning signs"]
    assert way.isVisibleTo(urgent)
    way.click()
    assert wanted == [True]


def test_a_lit_structure_marks_its_causes_with_a_dot_and_in_words(page: KneePage) -> None:
    before = {name: row.accessibleDescription() for name, row in page.rows.items()}
    drawing(page).lit.emit("vein")
    marked = [n for n, row in page.rows.items() if row.accessibleDescription() != before[n]]
    assert marked == ["blood_clot"]
    assert "Lit in the drawing: Popliteal vein." in page.rows["blood_clot"].accessibleDescription()
    drawing(page).lit.emit("gastroc_lat")
    marked = [n for n, row in page.rows.items() if row.accessibleDescription() != before[n]]
    assert marked == ["overuse", "tightness"]
    drawing(page).lit.emit("")
    assert {name: row.accessibleDescription() for name, row in page.rows.items()} == before


def test_the_dot_is_seen(page: KneePage) -> None:
    row = page.rows["osteoarthritis"]
    before = row.grab().toImage()
    drawing(page).lit.emit("cartilage")
    assert row.grab().toImage() != before
    drawing(page).lit.emit("")
    assert row.grab().toImage() == before


def test_letters_choose_the_layer_and_brackets_the_knee(page: KneePage) -> None:
    view = drawing(page).view
    for key, layer in (
        (Qt.Key.Key_W, Layer.VESSELS),
        (Qt.Key.Key_E, Layer.JOINT),
        (Qt.Key.Key_Q, Layer.MUSCLES),
    ):
        press(page, key)
        assert view.layer is layer
    press(page, Qt.Key.Key_BracketLeft)
    assert view.left
    press(page, Qt.Key.Key_BracketRight)
    assert not view.left
    press(page, Qt.Key.Key_Escape)
    assert view.hot == frozenset()


def test_the_knee_that_hurts_is_shown_first(open_window: Open) -> None:
    page = knee(open_window(Settings(side=PainfulSide.LEFT, side_chosen=True, started=True)))
    assert drawing(page).view.left
    assert drawing(page).sides.value == "left"


def test_the_drawing_follows_the_knee_that_hurts_and_nothing_else(open_window: Open) -> None:
    window = open_window(Settings(side=PainfulSide.LEFT, side_chosen=True, started=True))
    page = knee(window)
    drawing(page).show_side("right")
    window.choices.change(sound=False)
    assert drawing(page).sides.value == "right"
    window.choices.change(side=PainfulSide.RIGHT)
    drawing(page).show_side("left")
    window.choices.change(side=PainfulSide.LEFT)
    window.choices.change(side=PainfulSide.RIGHT)
    assert drawing(page).sides.value == "right"


def test_the_drawing_comes_a_turn_after_the_list_and_takes_no_room_anew(window: MainWindow) -> None:
    window.go("knee")
    page = window.page("knee")
    assert isinstance(page, KneePage)
    assert page.atlas is None
    QApplication.processEvents()
    before = page.scroll_box.geometry()
    assert drawing(page).view.hot
    page.complete()
    assert page.scroll_box.geometry() == before


def test_tab_goes_through_the_drawing_and_then_down_the_list(page: KneePage) -> None:
    page.show_cause("osteoarthritis")
    panel, chain = drawing(page), [page.title.nextInFocusChain()]
    while chain[-1] is not page.title:
        chain.append(chain[-1].nextInFocusChain())
    place = {id(widget): n for n, widget in enumerate(chain)}
    heads = [item.row for item in page.items.values()]
    labels = [one for some in panel.view.labels.values() for one in some]
    chips = page.items["osteoarthritis"].findChildren(PressCard)[1:]
    assert chips
    assert max(place[id(one)] for one in labels) < min(place[id(one)] for one in heads)
    row = page.items["osteoarthritis"].row
    after = min(p for p in (place[id(one)] for one in heads) if p > place[id(row)])
    assert all(place[id(row)] < place[id(chip)] < after for chip in chips)


def test_an_exercise_of_a_cause_leads_to_its_page(page: KneePage) -> None:
    wanted: list[str] = []
    page.exercise_wanted.connect(wanted.append)
    page.show_cause("osteoarthritis")
    texts = page.items["osteoarthritis"]
    chips = [w for w in texts.findChildren(QWidget) if w.accessibleName() == "Straight-leg raise"]
    QTest.mouseClick(chips[0], Qt.MouseButton.LeftButton)
    assert wanted == ["leg_raise"]


@pytest.fixture
def broken(surroundings: Surroundings) -> Content:
    content = surroundings.content
    anatomy = content.anatomy
    assert isinstance(anatomy, dict)
    return replace(content, anatomy={**anatomy, "muscles": {"muscle": []}})


@pytest.mark.parametrize("compact", [False, True])
def test_a_broken_drawing_is_told_and_leaves_the_causes(
    broken: Content, surroundings: Surroundings, compact: bool
) -> None:
    look = Look(ThemeChoice.LIGHT, calm=True)
    pictures = Pictures(broken.poses, look, surroundings.clock)
    page = KneePage(broken, look, pictures)
    page.resize(900, 700)
    page.set_compact(compact)
    page.show()
    QApplication.processEvents()
    assert page.atlas is None
    told = "The drawing of the knee can't be shown. anatomy/muscles.toml: muscle: "
    assert told + "there is nothing in this list" in words(page)
    page.rows["bakers_cyst"].click()
    press(page, Qt.Key.Key_W)
    page.complete()
    for _ in range(3):
        QApplication.processEvents()
    assert "injection or draining" in words(page)
    assert cut(page) == []
    page.close()


@pytest.mark.usefixtures("pseudo")
@pytest.mark.parametrize("size", [(1280, 800), (900, 600)], ids=["wide", "compact"])
def test_every_layer_is_in_the_language_and_cuts_nothing(
    open_window: Open, size: tuple[int, int]
) -> None:
    window = open_window(size=size)
    page = knee(window)
    for layer in Layer:
        drawing(page).show_layer(layer)
        for label in drawing(page).view.labels[layer]:
            drawing(page).caption.tell(label.spot.structure)
            QApplication.processEvents()
            assert left_behind(window) == []
            assert cut(window) == []


def test_nothing_of_the_drawing_is_there_before_the_page_is_opened() -> None:
    done = subprocess.run(
        [sys.executable, "-c", ATLAS_FREE], check=True, capture_output=True, text=True
    )
    assert done.stdout.splitlines() == ["[]", "True"]


def test_the_small_pictures_keep_no_more_than_their_room(
    surroundings: Surroundings, content: Content
) -> None:
    look = Look(ThemeChoice.LIGHT, calm=True)
    pictures = Pictures(content.poses, look, surroundings.clock)
    for width in range(900, 1000, 10):
        pictures.get(Scene("squat", QSize(width, 700), room=True), 1.0)
    pictures.paint_all()
    assert MOST_BYTES / 2 < pictures.bytes <= MOST_BYTES


@pytest.mark.parametrize("size", [(1280, 800), (900, 600)], ids=["wide", "compact"])
def test_the_switch_lies_over_nothing_and_leads_on(
    open_window: Open, size: tuple[int, int]
) -> None:
    page = knee(open_window(size=size))
    spy = QSignalSpy(page.pillar_wanted)
    switch = place(page, page.switch)
    assert page.rect().contains(switch)
    assert not switch.intersects(place(page, drawing(page)))
    assert not switch.intersects(place(page, page.title))
    assert not switch.intersects(place(page, page.scroll_box))
    QTest.mouseClick(page.switch.pills["knee"], Qt.MouseButton.LeftButton)
    QTest.keyClick(page, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    assert [spy.at(n) for n in range(spy.count())] == [["load"]]


def test_an_exercise_is_started_from_its_cause_and_sources_lead_on(
    content: Content,
) -> None:
    look = Look(ThemeChoice.LIGHT)
    outcomes: list[CheckOutcome | None] = [CheckOutcome(frozenset()), None]
    pictures = Pictures(content.poses, look, HandClock(), content.front)
    page = KneePage(content, look, pictures, check=lambda: outcomes[0])
    started, about = QSignalSpy(page.exercise_start_wanted), QSignalSpy(page.about_wanted)
    item = page.items["overuse"]
    item.start_wanted.emit("leg_raise")
    item.about_wanted.emit()
    assert started.at(0) == ["leg_raise"]
    assert about.count() == 1
    before = told_of(item)
    del outcomes[0]
    page.refresh()
    assert told_of(item) != before


def told_of(item: CauseItem) -> list[str]:
    """What a screen reader says of the exercises of a cause."""
    assert item.exercises is not None
    return [w.accessibleName() for w in item.exercises.findChildren(QWidget) if w.accessibleName()]


def place(page: KneePage, widget: QWidget) -> QRect:
    return QRect(widget.mapTo(page, QPoint(0, 0)), widget.size())
