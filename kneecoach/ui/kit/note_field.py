"""A field for a few sentences of the person's own."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QVBoxLayout, QWidget

from kneecoach.ui.fonts import font
from kneecoach.ui.kit.shapes import RING, focus_ring, inner, rounded, smooth
from kneecoach.ui.look import Look

_RADIUS = 14
_LINES = 5


class _Text(QPlainTextEdit):
    """The text itself: every letter belongs to it, Tab leaves it, Enter ends it."""

    done = Signal()
    focused = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.key() == Qt.Key.Key_Escape:
            event.ignore()
        elif enter and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.done.emit()
        else:
            super().keyPressEvent(event)
            event.accept()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focused.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.focused.emit()


class NoteField(QWidget):
    """Text of at most `length` characters; more is not taken.

    Enter tells `done`, Shift+Enter begins a new line, Esc is left to what lies around the field.
    `left` carries how many characters may still be written.
    """

    done = Signal()
    left = Signal(int)

    def __init__(
        self, look: Look, name: str, text: str, length: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._length = length
        self._kept = text
        self._text = _Text(text, self)
        self._text.setAccessibleName(name)
        self._text.setTabChangesFocus(True)
        self._text.setFrameShape(QFrame.Shape.NoFrame)
        self._text.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._text.setFont(font(18, 500))
        self._text.setFixedHeight(_LINES * self._text.fontMetrics().lineSpacing() + 10)
        self._text.moveCursor(self._text.textCursor().MoveOperation.End)
        self.setFocusProxy(self._text)
        column = QVBoxLayout(self)
        column.setContentsMargins(RING + 12, RING + 8, RING + 12, RING + 8)
        column.addWidget(self._text)
        self._text.textChanged.connect(self._hold_length)
        self._text.done.connect(self.done)
        self._text.focused.connect(self.update)
        self._colour()
        look.changed.connect(self._colour)

    @property
    def text(self) -> str:
        """What is written, without blanks at its ends."""
        return self._text.toPlainText().strip()

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._look.theme
        painter = smooth(QPainter(self))
        box = inner(QRectF(self.rect()))
        rounded(painter, box, _RADIUS, theme.sunken, theme.line2, 1.6)
        if self._text.hasFocus():
            focus_ring(painter, box, _RADIUS, theme)
        painter.end()

    def _hold_length(self) -> None:
        """Take back what went beyond the length."""
        text = self._text.toPlainText()
        if len(text) > self._length:
            self._text.setPlainText(self._kept)
            self._text.moveCursor(self._text.textCursor().MoveOperation.End)
            return
        self._kept = text
        self.left.emit(self._length - len(text))

    def _colour(self) -> None:
        theme = self._look.theme
        palette = QPalette(self._text.palette())
        palette.setColor(QPalette.ColorRole.Text, QColor(theme.ink))
        palette.setColor(QPalette.ColorRole.Base, QColor(theme.sunken))
        self._text.setPalette(palette)
        self.update()
