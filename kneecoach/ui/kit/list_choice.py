"""One of many, from a list that opens; first letters find an entry (look-pages 2)."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from kneecoach.ui.fonts import font
from kneecoach.ui.icons import draw_icon
from kneecoach.ui.kit.buttons import LEAST
from kneecoach.ui.kit.shapes import RING, focus_ring, inner, rounded, smooth
from kneecoach.ui.look import Look

_PAD = 14  # px beside the words
_ARROW = 20  # px
_RADIUS = 14
KEY_PAUSE_MS = 400  # between two letters of one search: what Qt waits, too
_MOST_SHOWN = 10  # entries before the list scrolls

_Index = QModelIndex | QPersistentModelIndex
_Picked = QStyle.StateFlag.State_Selected


class _Entries(QStyledItemDelegate):
    """Paints the entries of the open list; the chosen one has a check beside its colour."""

    def __init__(self, look: Look, field: ListChoice) -> None:
        super().__init__(field)
        self._look = look
        self._field = field

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _Index) -> QSize:
        return QSize(self._field.sizeHint().width(), LEAST)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        theme = self._look.theme
        box, picked = QRectF(option.rect), bool(option.state & _Picked)
        smooth(painter)
        painter.fillRect(box, QColor(theme.surface))
        if picked:
            rounded(painter, box.adjusted(3, 2, -3, -2), 10, theme.primary_soft)
        painter.setFont(font(self._field.px, 700 if picked else 500))
        painter.setPen(QColor(theme.ink))
        words = box.adjusted(_PAD, 0, -_PAD, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, str(index.data()))
        if index.row() == self._field.currentIndex():
            spot = QRectF(box.right() - _PAD - 20, box.center().y() - 10, 20, 20)
            draw_icon(painter, "check", spot, theme.primary, 2.6)


class ListChoice(QComboBox):
    """A list of which one entry is taken or none; `chosen` carries its value.

    `options` are values with their words, `name` is what a screen reader says, `empty` what stands
    there while nothing is taken. Letters find an entry, Space opens the list; a letter with which
    no entry begins is the page's. The wheel scrolls the page, so that nothing is changed by passing
    over it.
    """

    chosen = Signal(str)

    def __init__(
        self,
        look: Look,
        name: str,
        options: Sequence[tuple[str, str]],
        *,
        empty: str = "",
        px: float = 17,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self.px = px
        self._height = 52
        self._widest = 0.0
        self._styled = False
        self._typed_at = -KEY_PAUSE_MS  # when the newest letter came, by its event's time in ms
        self.setAccessibleName(name)
        self.setPlaceholderText(empty)
        self.setMaxVisibleItems(_MOST_SHOWN)
        self.setView(QListView(self))
        self.setItemDelegate(_Entries(look, self))
        for value, words in options:
            self.addItem(words, value)
        self.setCurrentIndex(-1)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.currentIndexChanged.connect(self._changed)
        self.set_size(px, self._height)
        look.changed.connect(self._follow)

    @property
    def value(self) -> str | None:
        """The value that was taken, None while none was."""
        index = self.currentIndex()
        return str(self.itemData(index)) if index >= 0 else None

    def set_value(self, value: str | None) -> None:
        """Take that value without telling it; None takes none."""
        self.blockSignals(True)
        self.setCurrentIndex(-1 if value is None else self.findData(value))
        self.blockSignals(False)
        self.update()

    def set_size(self, px: float, height: int) -> None:
        """Use that text size and that height without the ring, at least 44 px."""
        self.px = px
        self._height = max(LEAST, height)
        metrics = QFontMetricsF(font(px, 600))
        texts = [self.itemText(number) for number in range(self.count())]
        self._widest = max(metrics.horizontalAdvance(t) for t in (*texts, self.placeholderText()))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        width = round(self._widest) + 2 * _PAD + _ARROW + 10 + 2 * RING
        return QSize(width, self._height + 2 * RING)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def showPopup(self) -> None:
        """Open the list, which gets its look with the first time: that takes 10 ms."""
        if not self._styled:
            self._styled = True
            self._style()
        super().showPopup()

    def event(self, event: QEvent) -> bool:
        """Keep letters for finding an entry: the window's own shortcuts rest meanwhile."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            plain = event.modifiers() in (
                Qt.KeyboardModifier.NoModifier,
                Qt.KeyboardModifier.ShiftModifier,
            )
            if plain and event.text().isprintable() and event.text():
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Find an entry by its letters; one that begins no search and no entry is the page's."""
        letter, plain = event.text().casefold(), not event.modifiers()
        if not (letter.isalpha() and plain):
            super().keyPressEvent(event)
            return
        goes_on = event.timestamp() - self._typed_at < KEY_PAUSE_MS
        if goes_on or self._begins(letter):
            self._typed_at = event.timestamp()
            super().keyPressEvent(event)
        else:
            event.ignore()

    def _begins(self, letter: str) -> bool:
        texts = (self.itemText(number) for number in range(self.count()))
        return any(text.casefold().startswith(letter) for text in texts)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._look.theme
        painter = smooth(QPainter(self))
        box = inner(QRectF(self.rect()))
        hovered = self.underMouse() and self.isEnabled()
        rounded(painter, box, _RADIUS, theme.primary_soft if hovered else None, theme.line2, 1.6)
        if self.hasFocus():
            focus_ring(painter, box, _RADIUS, theme)
        taken = self.currentIndex() >= 0
        painter.setFont(font(self.px, 600 if taken else 500))
        painter.setPen(QColor(theme.ink if taken else theme.ink2))
        words = box.adjusted(_PAD, 0, -_PAD - _ARROW, 0)
        text = self.currentText() if taken else self.placeholderText()
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, text)
        left, top = box.right() - _PAD - _ARROW + 4, box.center().y() - _ARROW / 2
        draw_icon(painter, "chevron_down", QRectF(left, top, _ARROW, _ARROW), theme.ink2)
        painter.end()

    def _changed(self, index: int) -> None:
        if index >= 0:
            self.chosen.emit(str(self.itemData(index)))

    def _follow(self) -> None:
        if self._styled:
            self._style()
        self.update()

    def _style(self) -> None:
        theme = self._look.theme
        self.setStyleSheet(
            "QComboBox{combobox-popup:0}"
            f"QListView{{background:{theme.surface};border:1px solid {theme.line2};outline:0}}"
        )
