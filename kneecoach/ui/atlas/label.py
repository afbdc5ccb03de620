"""The label of one structure: a button of its own, for the pointer, the keyboard and the ear."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFocusEvent, QFontMetricsF, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

from kneecoach.domain.anatomy import LabelSpot
from kneecoach.domain.texts import StructureText
from kneecoach.ui.fonts import font
from kneecoach.ui.kit.buttons import LEAST, FocusButton
from kneecoach.ui.kit.shapes import RING, focus_ring, rounded, smooth
from kneecoach.ui.look import Look
from kneecoach.ui.theme import faded

_PAD_X, _PAD_Y = 8.0, 5.0  # px around the words
_RADIUS = 9.0
_RIM = ((1.5, 1.5), (-1.5, 1.5), (-1.5, -1.5), (1.5, -1.5))  # px
_WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignVCenter


class StructureLabel(FocusButton):
    """A structure's plain name; `changed` says that it is pointed at, or has the keyboard, or not.

    It is checked while the structure is pinned.
    """

    changed = Signal()

    def __init__(self, look: Look, spot: LabelSpot, words: StructureText, parent: QWidget) -> None:
        super().__init__(look, words.name, parent)
        self.spot = spot
        self.setCheckable(True)
        self.setAccessibleDescription(f"{words.latin}. {words.about}")
        self.setToolTip(words.latin)
        self.pointed = False
        self._lit = False
        self._right = False
        self._words = QRectF()
        self._picture = QPixmap()
        self._key: tuple[object, ...] = ()
        self.fit(160.0, 15.5, right=False)

    @property
    def by_keyboard(self) -> bool:
        """True while the keyboard is here."""
        return self.shows_ring

    @property
    def pill(self) -> QRectF:
        """The painted part, in the parent's px."""
        return self._pill().translated(self.pos().toPointF())

    def fit(self, widest: float, px: float, *, right: bool) -> None:
        """Wrap the words at that width in px, or at their longest word; stand at that edge."""
        self.setFont(font(px, 600))
        metrics = QFontMetricsF(self.font())
        word = max(metrics.horizontalAdvance(part) for part in self.text().split())
        room = QRectF(0, 0, max(widest - 2 * (_PAD_X + RING), ceil(word) + 1), 1000)
        self._words = metrics.boundingRect(room, _WRAP, self.text())
        self._right = right
        self.updateGeometry()

    def set_lit(self, lit: bool) -> None:
        """Show that its structure is lit, or not."""
        if lit != self._lit:
            self._lit = lit
            self.update()

    def sizeHint(self) -> QSize:
        width = ceil(self._words.width()) + 1 + 2 * (_PAD_X + RING)
        height = ceil(self._words.height()) + 2 * (_PAD_Y + RING)
        return QSize(max(LEAST, int(width)), max(LEAST, int(height)))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.changed.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.changed.emit()

    def enterEvent(self, event: QEnterEvent) -> None:
        self.pointed = True
        super().enterEvent(event)
        self.changed.emit()

    def leaveEvent(self, event: QEvent) -> None:
        self.pointed = False
        super().leaveEvent(event)
        self.changed.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._look.theme
        painter = smooth(QPainter(self))
        pill = self._pill()
        if self._lit:
            rounded(painter, pill, _RADIUS, theme.target if theme.dark else theme.target_ink)
        if self.isChecked():
            rounded(painter, pill, _RADIUS, None, theme.ink, 2)
        if self.shows_ring:
            focus_ring(painter, pill, _RADIUS, theme)
        self._write(painter, pill.adjusted(_PAD_X, 0, -_PAD_X, 0))
        painter.end()

    def _write(self, painter: QPainter, words: QRectF) -> None:
        """The words, with a rim of the card's colour where they may stand on the leg."""
        theme = self._look.theme
        side = Qt.AlignmentFlag.AlignRight if self._right else Qt.AlignmentFlag.AlignLeft
        flags = int(_WRAP | side)
        painter.setFont(self.font())
        if self._lit:
            painter.setPen(theme.on_danger)
            painter.drawText(words, flags, self.text())
        else:
            painter.drawPixmap(0, 0, self._rimmed(words, flags))

    def _rimmed(self, words: QRectF, flags: int) -> QPixmap:
        """The words with their rim, painted once: there are many, and they are often shown anew."""
        theme, dpr = self._look.theme, self.devicePixelRatioF()
        key = (theme, dpr, self.size(), self.font().pixelSize(), self._right)
        if key != self._key:
            self._key = key
            self._picture = QPixmap(self.size() * dpr)
            self._picture.setDevicePixelRatio(dpr)
            self._picture.fill(Qt.GlobalColor.transparent)
            with smooth(QPainter(self._picture)) as painter:
                painter.setFont(self.font())
                painter.setPen(faded(theme.surface, 0.7))
                for x, y in _RIM:
                    painter.drawText(words.translated(x, y), flags, self.text())
                painter.setPen(theme.ink)
                painter.drawText(words, flags, self.text())
        return self._picture

    def _pill(self) -> QRectF:
        width = self._words.width() + 1 + 2 * _PAD_X
        height = self._words.height() + 2 * _PAD_Y
        left = self.width() - RING - width if self._right else RING
        return QRectF(left, (self.height() - height) / 2, width, height)
