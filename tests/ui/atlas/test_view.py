"""The drawing as it is used: by pointer, by keyboard, by ear, and for a cause."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QEnterEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kneecoach.domain.anatomy import Layer
from kneecoach.domain.settings import ThemeChoice
from kneecoach.ui.atlas.label import StructureLabel
from kneecoach.ui.atlas.panel import AtlasPanel
from kneecoach.ui.atlas.placing import nearest, spread
from kneecoach.ui.look import Look
from tests.content.trees import atlas, english

HAMSTRINGS = ("semimembranosus", "semitendinosus", "biceps")


pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def panel(qapp: QApplication) -> Iterator[AtlasPanel]:
    made = AtlasPanel(Look(ThemeChoice.LIGHT, calm=True), atlas(), english().texts, left=False)
    made.resize(600, 752)
    made.show()
    made.activateWindow()
    qapp.processEvents()
    yield made
    made.close()
    made.deleteLater()


def heard(panel: AtlasPanel) -> list[str]:
    """What `lit` carries from now on."""
    told: list[str] = []
    panel.lit.connect(told.append)
    return told


def label(panel: AtlasPanel, name: str) -> StructureLabel:
    return next(one for one in panel.view.labels[panel.view.layer] if one.spot.structure == name)


def place(panel: AtlasPanel, x: float, y: float) -> QPoint:
    """A point of the right knee's box in px of the view."""
    side = min(panel.view.width(), panel.view.height()) // 2 * 2
    left = 1000 - x if panel.view.left else x
    corner = (panel.view.width() - side) / 2, (panel.view.height() - side) // 2
    return QPointF(corner[0] + left * side / 1000, corner[1] + y * side / 1000).toPoint()


def point_at(panel: AtlasPanel, x: float, y: float) -> None:
    spot = place(panel, x, y).toPointF()
    still, none = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
    event = QMouseEvent(QEvent.Type.MouseMove, spot, spot, still, still, none)
    QApplication.sendEvent(panel.view, event)


def press(panel: AtlasPanel, key: Qt.Key) -> None:
    QTest.keyClick(panel.focusWidget() or panel.view, key)


def test_pointing_lights_a_structure_and_tells_its_names_and_a_sentence(panel: AtlasPanel) -> None:
    told = heard(panel)
    point_at(panel, 390, 760)
    assert told == ["gastroc_med"]
    words = english().texts.structures["gastroc_med"]
    assert panel.caption.name.text() == words.name == "Calf, inner head"
    assert panel.caption.latin.text() == words.latin
    assert panel.caption.about.text() == words.about
    point_at(panel, 60, 60)
    assert told == ["gastroc_med", ""]
    assert panel.caption.about.text() == english().texts.overview


def test_pointing_finds_the_same_structure_on_the_left_knee(panel: AtlasPanel) -> None:
    panel.show_side("left")
    told = heard(panel)
    point_at(panel, 390, 760)
    assert told == ["gastroc_med"]


def test_pointing_at_a_label_lights_its_structure(panel: AtlasPanel) -> None:
    told = heard(panel)
    spot = QPointF(10, 10)
    QApplication.sendEvent(label(panel, "artery"), QEnterEvent(spot, spot, spot))
    assert told == ["artery"]
    QApplication.sendEvent(label(panel, "artery"), QEvent(QEvent.Type.Leave))
    assert told == ["artery", ""]


def test_a_click_pins_and_another_lets_go(panel: AtlasPanel) -> None:
    at = place(panel, 390, 760)
    QTest.mouseClick(panel.view, Qt.MouseButton.LeftButton, pos=at)
    assert label(panel, "gastroc_med").isChecked()
    point_at(panel, 60, 60)
    assert panel.view.told == "gastroc_med"
    QTest.mouseClick(panel.view, Qt.MouseButton.LeftButton, pos=at)
    point_at(panel, 60, 60)
    assert panel.view.told == ""


def test_tab_walks_the_labels_in_their_order(panel: AtlasPanel) -> None:
    told = heard(panel)
    label(panel, "semitendinosus").setFocus(Qt.FocusReason.TabFocusReason)
    for _ in panel.view.labels[Layer.MUSCLES][1:]:
        press(panel, Qt.Key.Key_Tab)
    assert told == [spot.structure for spot in atlas().layers[Layer.MUSCLES].labels]


def test_the_drawing_says_which_knee_and_what_of_it_is_shown(panel: AtlasPanel) -> None:
    def told() -> str:
        return QAccessible.queryAccessibleInterface(panel.view).text(QAccessible.Text.Name)

    assert told() == "The back of your right knee: Muscles"
    panel.show_layer(Layer.JOINT)
    panel.show_side("left")
    assert told() == "The back of your left knee: Joint"


def test_arrows_lead_to_the_nearest_label(panel: AtlasPanel) -> None:
    label(panel, "semitendinosus").setFocus(Qt.FocusReason.TabFocusReason)
    press(panel, Qt.Key.Key_Down)
    assert panel.view.told == "semimembranosus"
    press(panel, Qt.Key.Key_Right)
    assert panel.view.told == "biceps"
    press(panel, Qt.Key.Key_Right)
    assert panel.view.told == "biceps"
    press(panel, Qt.Key.Key_Left)
    assert panel.view.told in ("semitendinosus", "semimembranosus")


def test_enter_pins_and_escape_lets_everything_go(panel: AtlasPanel) -> None:
    label(panel, "cyst").setFocus(Qt.FocusReason.TabFocusReason)
    press(panel, Qt.Key.Key_Return)
    assert label(panel, "cyst").isChecked()
    press(panel, Qt.Key.Key_Escape)
    assert not label(panel, "cyst").isChecked()
    assert panel.view.hot == frozenset()


@pytest.mark.parametrize(
    ("key", "layer"),
    [(Qt.Key.Key_Q, Layer.MUSCLES), (Qt.Key.Key_W, Layer.VESSELS), (Qt.Key.Key_E, Layer.JOINT)],
)
def test_the_keyboard_stays_on_a_label_when_the_layer_changes(
    panel: AtlasPanel, key: Qt.Key, layer: Layer
) -> None:
    del key
    label(panel, "cyst").setFocus(Qt.FocusReason.TabFocusReason)
    panel.show_layer(layer)
    assert panel.view.told == "cyst"
    assert label(panel, "cyst").hasFocus()
    panel.show_layer(Layer.MUSCLES)
    label(panel, "biceps").setFocus(Qt.FocusReason.TabFocusReason)
    panel.show_layer(Layer.JOINT)
    assert panel.view.told == "femur"


def test_every_label_is_a_named_button_that_a_screen_reader_finds(panel: AtlasPanel) -> None:
    for layer in Layer:
        panel.show_layer(layer)
        found = QAccessible.queryAccessibleInterface(panel.view)
        children = [found.child(number) for number in range(found.childCount())]
        seen = [one for one in children if not one.state().invisible]
        names = [one.text(QAccessible.Text.Name) for one in seen]
        wanted = [spot.structure for spot in atlas().layers[layer].labels]
        assert names == [english().texts.structures[name].name for name in wanted]
        for one, name in zip(seen, wanted, strict=True):
            words = english().texts.structures[name]
            assert one.role() in (QAccessible.Role.Button, QAccessible.Role.CheckBox)
            told = one.text(QAccessible.Text.Description)
            assert words.latin in told
            assert words.about in told


@pytest.mark.parametrize("size", [(600, 752), (420, 568), (900, 1000)])
@pytest.mark.parametrize("side", ["left", "right"])
def test_labels_stand_inside_and_not_on_each_other(
    panel: AtlasPanel, size: tuple[int, int], side: str
) -> None:
    panel.set_compact(size[0] < 600)
    panel.resize(*size)
    panel.show_side(side)
    for layer in Layer:
        panel.show_layer(layer)
        QApplication.processEvents()
        boxes = [one.geometry() for one in panel.view.labels[layer]]
        assert all(panel.view.rect().contains(box) for box in boxes)
        assert not any(a.intersects(b) for n, a in enumerate(boxes) for b in boxes[n + 1 :])


def test_the_left_knee_has_its_labels_at_the_other_side(panel: AtlasPanel) -> None:
    middle = panel.view.width() / 2
    assert label(panel, "biceps").geometry().center().x() > middle
    panel.show_side("left")
    assert label(panel, "biceps").geometry().center().x() < middle


def test_a_cause_lights_its_structures_in_the_best_layer(panel: AtlasPanel) -> None:
    panel.light(("vein",))
    assert panel.view.layer is Layer.VESSELS
    assert panel.layers.buttons[Layer.VESSELS].isChecked()
    assert panel.view.hot == {"vein"}
    assert panel.caption.name.text() == "Popliteal vein"
    panel.light(HAMSTRINGS)
    assert panel.view.layer is Layer.MUSCLES
    assert panel.view.hot == set(HAMSTRINGS)
    panel.light(())
    assert panel.view.layer is Layer.MUSCLES
    assert panel.view.hot == frozenset()


def test_what_is_pointed_at_comes_before_the_cause(panel: AtlasPanel) -> None:
    panel.light(HAMSTRINGS)
    point_at(panel, 390, 760)
    assert panel.view.hot == {"gastroc_med"}
    point_at(panel, 60, 60)
    assert panel.view.hot == set(HAMSTRINGS)


def test_the_drawing_never_moves_for_its_words(panel: AtlasPanel) -> None:
    heights = set()
    for name in ("", *english().texts.structures):
        panel.caption.tell(name)
        QApplication.processEvents()
        heights.add(panel.view.height())
        needed = panel.caption.about.heightForWidth(panel.caption.about.width())
        assert panel.caption.about.height() >= needed
    assert len(heights) == 1


def test_the_place_has_the_colour_of_the_wall_until_the_first_picture() -> None:
    fresh = AtlasPanel(Look(ThemeChoice.LIGHT, calm=True), atlas(), english().texts, left=False)
    fresh.resize(600, 752)
    fresh.show()
    image = fresh.view.grab().toImage()
    assert image.pixelColor(image.width() // 2, 200).name() == "#dce8e3"
    fresh.view.finish()
    assert fresh.view.grab().toImage().pixelColor(image.width() // 2, 200).name() != "#dce8e3"
    fresh.deleteLater()


def test_boxes_are_spread_as_little_as_needed() -> None:
    assert spread([50, 200], [20, 20], 300) == [40, 190]
    assert spread([50, 55], [20, 20], 300) == [40, 60]
    assert spread([290, 295], [20, 20], 300) == [260, 280]
    assert spread([0, 0, 0], [20, 20, 20], 30) == [0, 20, 40]


def test_the_nearest_keeps_to_its_row_or_column() -> None:
    spots = {"a": (0.0, 0.0), "b": (0.0, 50.0), "c": (300.0, 10.0), "d": (20.0, 40.0)}
    assert nearest(spots, "a", (0, 1)) == "b"
    assert nearest(spots, "a", (1, 0)) == "d"
    assert nearest(spots, "a", (0, -1)) == ""
    assert nearest(spots, "c", (-1, 0)) == "a"


def test_a_drawing_nobody_sees_keeps_nothing(panel: AtlasPanel, qtbot: QtBot) -> None:
    drawings = panel.view.drawings
    qtbot.waitUntil(lambda: drawings.bytes > 0)
    panel.hide()
    assert drawings.bytes == 0
    panel.show()
    qtbot.waitUntil(lambda: drawings.bytes > 0)
