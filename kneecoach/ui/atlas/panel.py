"""The card with the drawing: which knee, the drawing, what is lit in words, and the layers."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kneecoach.domain.anatomy import Atlas, Layer
from kneecoach.domain.texts import Texts
from kneecoach.ui.atlas.layer_switch import KEYS, LayerSwitch, layer_words
from kneecoach.ui.atlas.view import AtlasView
from kneecoach.ui.kit.card import Card
from kneecoach.ui.kit.choice import Segmented
from kneecoach.ui.kit.labels import Heading, LineLabel, TextLabel
from kneecoach.ui.kit.pair import Pair
from kneecoach.ui.look import Look
from kneecoach.ui.words import translate

_SIDES = {Qt.Key.Key_BracketLeft: "left", Qt.Key.Key_BracketRight: "right"}


class Caption(QWidget):
    """What is lit: plain name, Latin name and a sentence; without anything the whole hollow.

    It keeps the height of its longest words, so that the drawing never moves.
    """

    def __init__(self, look: Look, texts: Texts) -> None:
        super().__init__()
        self._texts = texts
        self._told = ""
        self._width = 0
        self.name = LineLabel(look, px=18, weight=700)
        self.latin = LineLabel(look, px=15, role="ink2")
        self.about = TextLabel(look, px=16)
        self._pair = Pair(self.name, self.latin)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._pair)
        column.addWidget(self.about)
        column.addStretch(1)
        self.tell("")

    def tell(self, structure: str) -> None:
        """Tell about that structure, or "" about the whole."""
        self._told = structure
        words = self._texts.structures.get(structure)
        self._pair.setVisible(words is not None)
        if words is None:
            self.about.setText(self._texts.overview)
        else:
            self.name.setText(words.name)
            self.latin.setText(words.latin)
            self.about.setText(words.about)

    def set_px(self, px: float) -> None:
        """Write at that size."""
        self.name.set_px(px + 2)
        self.latin.set_px(px - 1)
        self.about.set_px(px)
        self._measure()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.width() != self._width:
            self._measure()

    def _measure(self) -> None:
        """Take the height of the longest words at this width."""
        self._width = self.width()
        told = self._told
        heights = [self._height_of(name) for name in ("", *self._texts.structures)]
        self.tell(told)
        self.setFixedHeight(max(heights))

    def _height_of(self, structure: str) -> int:
        self.tell(structure)
        about = self.about.heightForWidth(self._width)
        return about + (self._pair.heightForWidth(self._width) if structure else 0)


class AtlasPanel(Card):
    """The back of the knee; `lit` carries the structure a person asks about, "" for none."""

    lit = Signal(str)

    def __init__(self, look: Look, atlas: Atlas, texts: Texts, *, left: bool) -> None:
        super().__init__(look, radius=24)
        self.view = AtlasView(look, atlas, texts.structures)
        self.caption = Caption(look, texts)
        self.layers = LayerSwitch(look)
        self._title = Heading(look, translate("Atlas", "The back of your knee"), px=28)
        self.sides = self._side_switch(look)
        self._column = QVBoxLayout(self)
        self._lay_out()
        self.view.lit.connect(self._told)
        self.layers.chosen.connect(self.show_layer)
        self.sides.chosen.connect(self.show_side)
        self.show_side("left" if left else "right")
        self.set_compact(False)

    def light(self, structures: Collection[str]) -> None:
        """Light the structures of a cause in the layer that shows them best."""
        layer = self.view.atlas.layer_for(structures)
        if layer is not None:
            self.show_layer(layer)
        self.view.light(structures)
        self._told(self.view.told)

    def show_layer(self, layer: Layer) -> None:
        """Show that layer."""
        self.layers.set_layer(layer)
        self.view.show_layer(layer)
        self._name_view()

    def show_side(self, side: str) -> None:
        """Show the knee of that side, left or right."""
        self.sides.set_value(side)
        self.view.show_side(left=side == "left")
        self._name_view()

    def press(self, event: QKeyEvent) -> bool:
        """Take the keys of the layers and of the sides; False for every other key."""
        key = Qt.Key(event.key())
        plain = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.GroupSwitchModifier,
        )
        if plain and key in KEYS:
            self.show_layer(KEYS[key])
        elif key in _SIDES:
            self.show_side(_SIDES[key])
        elif key == Qt.Key.Key_Escape:
            self.view.clear()
        else:
            return False
        return True

    def set_compact(self, compact: bool) -> None:
        """Take the form for narrow windows, or leave it."""
        self._title.set_px(22 if compact else 28)
        self.view.set_px(14 if compact else 15.5)
        self.caption.set_px(15 if compact else 16)
        self.layers.set_px(14 if compact else 16)
        side, above = (14, 8) if compact else (22, 14)
        self._column.setContentsMargins(side, above, side, above)
        self._column.setSpacing(6 if compact else 10)

    def _lay_out(self) -> None:
        header = QHBoxLayout()
        header.addWidget(self._title, 1)
        header.addWidget(self.sides, 0, Qt.AlignmentFlag.AlignVCenter)
        footer = QHBoxLayout()
        footer.addStretch(1)
        footer.addWidget(self.layers)
        footer.addStretch(1)
        self._column.addLayout(header)
        self._column.addWidget(self.view, 1)
        self._column.addWidget(self.caption)
        self._column.addLayout(footer)

    def _side_switch(self, look: Look) -> Segmented:
        sides = (("left", translate("Atlas", "Left")), ("right", translate("Atlas", "Right")))
        return Segmented(look, translate("Atlas", "Which knee"), sides)

    def _name_view(self) -> None:
        """Tell a screen reader what the labels belong to."""
        words = translate("Atlas", "The back of your right knee: {layer}")
        if self.view.left:
            words = translate("Atlas", "The back of your left knee: {layer}")
        self.view.setAccessibleName(words.format(layer=layer_words(self.view.layer)))

    def _told(self, structure: str) -> None:
        hot = self.view.hot
        self.caption.tell(structure or (next(iter(hot)) if len(hot) == 1 else ""))
        self.lit.emit(structure)
