"""The switch between the layers of the drawing; its words may take two lines (look 6.3)."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QSizePolicy, QWidget

from kneecoach.domain.anatomy import Layer
from kneecoach.ui.fonts import font
from kneecoach.ui.kit.choice import ChoiceButton, set_tab_stops
from kneecoach.ui.kit.shapes import (
    RING,
    focus_ring,
    inner,
    key_cap,
    key_cap_width,
    rounded,
    smooth,
)
from kneecoach.ui.look import Look
from kneecoach.ui.words import translate

_PAD = 14.0  # px beside the words
_CAP = 21.0  # px, the height of a key cap
_GAP = 10.0
KEYS = {Qt.Key.Key_Q: Layer.MUSCLES, Qt.Key.Key_W: Layer.VESSELS, Qt.Key.Key_E: Layer.JOINT}


def layer_words(layer: Layer) -> str:
    """The name of a layer."""
    return {
        Layer.MUSCLES: translate("Atlas", "Muscles"),
        Layer.VESSELS: translate("Atlas", "Vessels and nerves"),
        Layer.JOINT: translate("Atlas", "Joint"),
    }[layer]


class _LayerButton(ChoiceButton):
    """One layer: its words and its key, without the key where there is little room."""

    def __init__(self, look: Look, layer: Layer, key: str, parent: QWidget) -> None:
        super().__init__(look, layer_words(layer), parent)
        self._key = key
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.set_px(16)

    def set_px(self, px: float) -> None:
        """Write at that size."""
        self.setFont(font(px, 700))
        self._cap = key_cap_width(self._key, _CAP * 0.6)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        width = self._one_line() + _GAP + self._cap + 2 * (_PAD + RING)
        return QSize(ceil(width), self._height())

    def minimumSizeHint(self) -> QSize:
        return QSize(ceil(self._two_lines() + 2 * (_PAD / 2 + RING)), self._height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._look.theme
        painter = smooth(QPainter(self))
        box = inner(QRectF(self.rect())).adjusted(0, 2, 0, -2)
        chosen = self.isChecked()
        if chosen or self.underMouse():
            rounded(painter, box, 11, theme.primary if chosen else theme.primary_soft)
        if self.shows_ring:
            focus_ring(painter, box, 11, theme)
        self._write(painter, box, theme.on_primary if chosen else theme.ink)
        painter.end()

    def _write(self, painter: QPainter, box: QRectF, ink: str) -> None:
        painter.setFont(self.font())
        painter.setPen(ink)
        spare = box.width() - self._one_line() - _GAP - self._cap
        if spare < _PAD:
            room = box.adjusted(2, 0, -2, 0)
            flags = int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap)
            painter.drawText(room, flags, self.text())
            return
        words = box.adjusted(spare / 2, 0, 0, 0)
        painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter), self.text())
        left = words.left() + self._one_line() + _GAP
        key_cap(painter, QRectF(left, box.center().y() - _CAP / 2, self._cap, _CAP), self._key, ink)

    def _height(self) -> int:
        return max(44, ceil(2 * QFontMetricsF(self.font()).height()) + 4) + 2 * RING

    def _one_line(self) -> float:
        return QFontMetricsF(self.font()).horizontalAdvance(self.text())

    def _two_lines(self) -> float:
        """The least width that holds the words in two lines."""
        metrics, words = QFontMetricsF(self.font()), self.text().split()
        pairs = [
            (" ".join(words[:place]), " ".join(words[place:])) for place in range(1, len(words) + 1)
        ]
        return min(max(map(metrics.horizontalAdvance, pair)) for pair in pairs)


class LayerSwitch(QWidget):
    """Muscles, vessels and nerves, or the joint; `chosen` carries the `Layer`."""

    chosen = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._group = QButtonGroup(self)
        self.setAccessibleName(translate("Atlas", "What is shown"))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(-2 * RING + 2)
        self.buttons = {
            layer: _LayerButton(look, layer, chr(key), self) for key, layer in KEYS.items()
        }
        for place, button in enumerate(self.buttons.values()):
            self._group.addButton(button, place)
            row.addWidget(button)
        self._group.idClicked.connect(self._clicked)
        self.set_layer(Layer.MUSCLES)
        look.changed.connect(self.update)

    def set_px(self, px: float) -> None:
        """Write at that size."""
        for button in self.buttons.values():
            button.set_px(px)

    def set_layer(self, layer: Layer) -> None:
        """Mark that layer as shown without telling it."""
        self.buttons[layer].setChecked(True)
        set_tab_stops(self._group)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = smooth(QPainter(self))
        box = QRectF(self.rect()).adjusted(RING - 3, RING - 1, 3 - RING, 1 - RING)
        rounded(painter, box, 14, self._look.theme.sunken)
        painter.end()

    def _clicked(self, number: int) -> None:
        set_tab_stops(self._group)
        self.chosen.emit(list(self.buttons)[number])
