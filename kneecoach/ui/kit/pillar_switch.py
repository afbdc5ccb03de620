"""The way between the causes and the three things that help: four pills (look-pages 5)."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeySequence, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from kneecoach.ui.fonts import font
from kneecoach.ui.icons import draw_icon
from kneecoach.ui.kit.buttons import LEAST, FocusButton
from kneecoach.ui.kit.shapes import RING, focus_ring, inner, rounded, smooth
from kneecoach.ui.look import Look

_RADIUS = 12
_PX, _PX_COMPACT = 16.5, 14.5
_PAD, _PAD_COMPACT = 15, 10  # px beside the words
_CHECK, _GAP = 16, 7  # px of the check before the words of the page that is shown
_MIDDLE = Qt.AlignmentFlag.AlignVCenter


class PillarSwitch(QWidget):
    """Four ways, that of the page it stands on marked; `wanted` carries knee, load, massage or
    exercises.

    Alt+1 to Alt+4 go there as well while it is to be seen.
    """

    wanted = Signal(str)

    def __init__(self, look: Look, current: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setAccessibleName(self.tr("My knee"))
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        ways = {
            "knee": self.tr("Causes"),
            "load": self.tr("Take load off"),
            "massage": self.tr("Massage and roller"),
            "exercises": self.tr("Exercises"),
        }
        self.pills = {
            name: _Pill(look, words, current=name == current) for name, words in ways.items()
        }
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(-2 * RING + 2)
        for number, (name, pill) in enumerate(self.pills.items(), 1):
            row.addWidget(pill)
            self._join(name, pill, f"Alt+{number}")
        look.changed.connect(self.update)

    def set_compact(self, compact: bool) -> None:
        """Smaller words in narrow windows."""
        for pill in self.pills.values():
            pill.set_compact(compact)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = smooth(QPainter(self))
        box = QRectF(self.rect()).adjusted(RING - 3, RING - 1, 3 - RING, 1 - RING)
        rounded(painter, box, 15, self._look.theme.sunken)
        painter.end()

    def _join(self, name: str, pill: _Pill, keys: str) -> None:
        pill.setToolTip(keys)
        pill.clicked.connect(lambda: self._go(name))
        shortcut = QShortcut(QKeySequence(keys), self)
        shortcut.setAutoRepeat(False)
        shortcut.activated.connect(lambda: self._go(name))

    def _go(self, name: str) -> None:
        if not self.pills[name].current:
            self.wanted.emit(name)


class _Pill(FocusButton):
    """One way; the page that is shown has a filled one, a check and bold words."""

    def __init__(self, look: Look, text: str, *, current: bool) -> None:
        super().__init__(look, text)
        self.current = current
        self._pad = _PAD
        self._px = _PX
        here = self.tr("{page}, shown now").format(page=text)
        self.setAccessibleName(here if current else text)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_compact(False)

    def set_compact(self, compact: bool) -> None:
        """Smaller words in narrow windows."""
        self._px, self._pad = (_PX_COMPACT, _PAD_COMPACT) if compact else (_PX, _PAD)
        self.setFont(font(self._px, 700 if self.current else 600))
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        width = round(self._words() + self._lead() + 2 * self._pad)
        return QSize(max(LEAST, width) + 2 * RING, LEAST + 2 * RING)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._look.theme
        painter = smooth(QPainter(self))
        box = inner(QRectF(self.rect())).adjusted(0, 2, 0, -2)
        if self.current or self.underMouse():
            rounded(painter, box, _RADIUS, theme.primary if self.current else theme.primary_soft)
        if self.shows_ring:
            focus_ring(painter, box, _RADIUS, theme)
        ink = theme.on_primary if self.current else theme.ink
        left = box.center().x() - (self._words() + self._lead()) / 2
        if self.current:
            spot = QRectF(left, box.center().y() - _CHECK / 2, _CHECK, _CHECK)
            draw_icon(painter, "check", spot, ink, 3)
        painter.setFont(self.font())
        painter.setPen(ink)
        words = QRectF(left + self._lead(), box.top(), self._words() + 2, box.height())
        painter.drawText(words, _MIDDLE, self.text())
        painter.end()

    def _words(self) -> float:
        return QFontMetricsF(self.font()).horizontalAdvance(self.text())

    def _lead(self) -> float:
        return _CHECK + _GAP if self.current else 0.0
