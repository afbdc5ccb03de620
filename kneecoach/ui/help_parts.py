"""The parts of a help page around its four lines: its head, what is closed, the note."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from kneecoach.domain.guidance import EmergencyNumbers
from kneecoach.ui.emergency_words import digits_of
from kneecoach.ui.fonts import font
from kneecoach.ui.help_words import HelpWords
from kneecoach.ui.kit.buttons import GhostButton
from kneecoach.ui.kit.card import Card
from kneecoach.ui.kit.labels import Heading, TextLabel
from kneecoach.ui.kit.page import bar_style
from kneecoach.ui.kit.pill import Icon
from kneecoach.ui.kit.shapes import focus_ring, smooth
from kneecoach.ui.look import Look
from kneecoach.ui.numbers_card import SmallPlate, drop
from kneecoach.ui.words import translate

_GAP_PX = 7  # of the empty lines of a note
_BANNER_PX = (46, 40, 34, 28)
_BANNER_PX_COMPACT = (34, 28, 24, 20)


class HelpHead(Card):
    """What to do in the largest words, over what was ticked; red where help is wanted today."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, "urgent", radius=26)
        self._compact = False
        self._icon = Icon(look, "warn", size=64, stroke=1.8)
        self.banner = Heading(look, px=_BANNER_PX[0])
        self.title = TextLabel(look, px=21)
        self._plates = QWidget()
        self._plate_row = QHBoxLayout(self._plates)
        self._plate_row.setContentsMargins(0, 0, 0, 0)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignVCenter)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addStretch(1)
        words.addWidget(self.banner)
        words.addWidget(self.title)
        words.addStretch(1)
        self._row.addLayout(words, 1)
        self._row.addWidget(self._plates, 0, Qt.AlignmentFlag.AlignVCenter)
        self.set_compact(False)

    def set_compact(self, compact: bool) -> None:
        """Smaller words, and the numbers as plates at the right (look-pages 0.2)."""
        self._compact = compact
        side, edge = (20, 12) if compact else (36, 18)
        self._row.setContentsMargins(side, edge, side, edge)
        self._row.setSpacing(18 if compact else 30)
        self._icon.setFixedSize(*((44, 44) if compact else (64, 64)))
        self.title.set_px(15.5 if compact else 21)
        self._plates.setVisible(compact)
        self.setMinimumHeight(100 if compact else 144)
        self._fit()

    def show_words(self, words: HelpWords, numbers: EmergencyNumbers) -> None:
        """Show these words and, in narrow windows, these numbers."""
        self.set_ground("urgent" if words.urgent else "danger_soft")
        ink = "on_urgent" if words.urgent else "danger_ink"
        self._icon.set_icon("warn" if words.urgent else "info", ink)
        for label, text in ((self.banner, words.banner), (self.title, words.title)):
            label.set_role(ink)
            label.setText(text)
        self._show_plates(numbers)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _show_plates(self, numbers: EmergencyNumbers) -> None:
        while (item := self._plate_row.takeAt(0)) is not None:
            drop(item.widget())
        plates = [(digits_of(numbers), translate("HelpPage", "emergency"))]
        if numbers.urgent:
            plates.append((numbers.urgent, translate("HelpPage", "today")))
        for digits, name in plates:
            self._plate_row.addWidget(SmallPlate(self._look, digits, name))

    def _fit(self) -> None:
        """The largest words that stay within two lines, or one where there is room."""
        margins = self._row.contentsMargins()
        width = self.width() - margins.left() - margins.right()
        width -= self._icon.width() + self._row.spacing()
        if self._compact:
            width -= self._plates.sizeHint().width() + self._row.spacing()
        sizes = _BANNER_PX_COMPACT if self._compact else _BANNER_PX
        for px in sizes:
            self.banner.set_px(px)
            room = 1.7 * px if px == sizes[0] else 2.8 * px
            if self.banner.heightForWidth(width) <= room:
                break


class ClosedCard(Card):
    """What is closed now, what opens it, and the way to a new check."""

    def __init__(self, look: Look, title: str, again: str) -> None:
        super().__init__(look)
        column = self.column(24, 4)
        column.setContentsMargins(22, 18, 14, 16)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(Icon(look, "lock", size=26))
        head.addWidget(Heading(look, title, px=18), 1)
        column.addLayout(head)
        self._closed = TextLabel(look, px=16, role="ink2")
        self._again = TextLabel(look, again, px=14, weight=700, role="primary")
        self._opens = TextLabel(look, px=16)
        for label in (self._closed, self._again, self._opens):
            label.setContentsMargins(2, 0, 6, 0)
        self.check = GhostButton(
            look, translate("HelpPage", "Check again"), key="K", px=15, height=44
        )
        self.again_row = QHBoxLayout()
        self.again_row.addWidget(self._again, 1)
        self.again_row.addWidget(self.check)
        column.addWidget(self._closed)
        column.addLayout(self.again_row)
        column.addWidget(self._opens)

    def show_words(self, closed: str, opens: str) -> None:
        """Show what is closed, and what opens it, "" where nothing is."""
        self._closed.setText(closed)
        self._opens.setText(opens)
        self._again.setVisible(bool(opens))
        self._opens.setVisible(bool(opens))


class ClosedLine(QWidget):
    """What is closed now in one line, where there is no room for the card."""

    def __init__(self, look: Look, title: str) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(4, 0, 8, 0)
        row.setSpacing(10)
        row.addWidget(Icon(look, "lock", size=22))
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(TextLabel(look, title, px=13.5, weight=700, role="ink2"))
        self._closed = TextLabel(look, px=14, role="ink2")
        column.addWidget(self._closed)
        row.addLayout(column, 1)

    def show_words(self, closed: str) -> None:
        """Show what is closed."""
        self._closed.setText(closed)


class _NoteText(QPlainTextEdit):
    """The note to be read and scrolled; letters are left to the page."""

    focused = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFont(font(15, 500))
        self.document().setDocumentMargin(0)

    def sizeHint(self) -> QSize:
        return QSize(100, 72)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def close_gaps(self) -> None:
        """Make empty lines low, so that more of the note is seen."""
        low = QTextCharFormat()
        low.setFont(font(_GAP_PX, 500))
        block = self.document().begin()
        while block.isValid():
            if not block.text():
                QTextCursor(block).setBlockCharFormat(low)
            block = block.next()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focused.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.focused.emit()


class NoteCard(Card):
    """The note for the doctor, which scrolls where it is long."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, "sunken")
        self._title = Heading(look, px=18)
        self._text = _NoteText()
        self._text.focused.connect(self.update)
        column = self.column(24, 6)
        column.setContentsMargins(24, 14, 10, 10)
        column.addWidget(self._title)
        column.addWidget(self._text, 1)
        self._colour()
        look.changed.connect(self._colour)

    def show_note(self, title: str, text: str) -> None:
        """Show the note from its beginning."""
        self._title.setText(title)
        self._text.setPlainText(text)
        self._text.close_gaps()
        self._text.setAccessibleName(title)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._text.hasFocus():
            painter = smooth(QPainter(self))
            box = QRectF(self._text.geometry()).adjusted(-4, 0, 4, 0)
            focus_ring(painter, box, 8, self._look.theme)
            painter.end()

    def _colour(self) -> None:
        theme = self._look.theme
        palette = QPalette(self._text.palette())
        palette.setColor(QPalette.ColorRole.Text, QColor(theme.ink2))
        palette.setColor(QPalette.ColorRole.Base, QColor(theme.sunken))
        self._text.setPalette(palette)
        self._text.verticalScrollBar().setStyleSheet(bar_style(theme))
