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
_FORMS = ((16.5, 15), (15.5, 12), (14.5, 10), (13, 7))  # px of the words and beside them
_WELL = 3  # px of the ground beside the pills
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
        row.setContentsMargins(_WELL, 0, _WELL, 0)
        row.setSpacing(-2 * RING + 2)
        for number, (name, pill) in enumerate(self.pills.items(), 1):
            row.addWidget(pill)
            self._join(name, pill, f"Alt+{number}")
        look.changed.connect(self.update)

    def fit(self, room: int) -> bool:
        """Take the largest words that fit into that many px; False where none do."""
        for form in _FORMS:
            for pill in self.pills.values():
                pill.set_form(*form)
            if self.sizeHint().width() <= room:
                return True
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = smooth(QPainter(self))
        box = QRectF(self.rect()).adjusted(RING, RING - 1, -RING, 1 - RING)
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
        self._pad = _FORMS[0][1]
        here = self.tr("{page}, shown now").format(page=text)
        self.setAccessibleName(here if current else text)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.set_form(*_FORMS[0])

    def set_form(self, px: float, pad: int) -> None:
        """Use words of that size, with so many px beside them."""
        self._pad = pad
        self.setFont(font(px, 700 if self.current else 600))
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        width = round(self._words() + self._lead() + 2 * self._pad)
        return QSize(max(LEAST, width) + 2 * RING, LEAST + 2 * RING)

    def minimumSizeHint(self) -> QSize:
        """As wide as with the smallest words, so that the window can become narrower."""
        px, pad = _FORMS[-1]
        metrics = QFontMetricsF(font(px, 700 if self.current else 600))
        width = round(metrics.horizontalAdvance(self.text()) + self._lead() + 2 * pad)
        return QSize(max(LEAST, width) + 2 * RING, LEAST + 2 * RING)

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
