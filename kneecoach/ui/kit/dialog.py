"""A card in the middle of a page that has to be answered first (look 3.7, 6.2)."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QPropertyAnimation, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QGraphicsOpacityEffect,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from kneecoach.ui.kit.announce import announce
from kneecoach.ui.kit.card import Card
from kneecoach.ui.kit.durations import FADE_MS
from kneecoach.ui.kit.durations import GUARD_MS as GUARD_MS
from kneecoach.ui.kit.labels import Heading, TextLabel
from kneecoach.ui.kit.page import GUTTER, ScrollBox, first_focusable, focusables
from kneecoach.ui.kit.shapes import RING, shadow, smooth
from kneecoach.ui.look import Look
from kneecoach.ui.theme import faded

_RADIUS = 26
_BUTTON_GAP = 8  # px
_PADDING = 44
_PADDING_COMPACT = 26
_FIELDS = (QLineEdit, QPlainTextEdit)
_BESIDE_LEAST = 624  # px, for eleven fields of pain in a row


def beside_width(window: int, wanted: int = 720) -> int:
    """The width in px of a card at the right of a window, so that the person stays in sight."""
    return min(wanted, max(_BESIDE_LEAST, round(0.6 * window)))


class CardDialog(QWidget):
    """A question on a card over a scrim that covers its parent; the focus stays on it.

    Put widgets into `column`, which scrolls when there is no room, buttons into `add_buttons`, what
    has to stay in sight beside them into `foot`, and call `open`. Space and Enter press
    what has the focus, P and Tab move on, `escaped` tells of Esc. P leaves out text fields, whose
    letters are their own, so that Space and P alone are enough. `keys` gets every other key first
    and says whether it took it. Keys within `guard_ms` of opening are ignored.
    """

    escaped = Signal()

    def __init__(
        self,
        look: Look,
        parent: QWidget,
        title: str,
        sub: str = "",
        *,
        width: int = 720,
        guard_ms: int = GUARD_MS,
        beside: bool = False,
    ) -> None:
        """`width` is in px; `beside` puts the card at the right and leaves the rest to be seen."""
        super().__init__(parent)
        self.look = look
        self._host = parent
        self.keys: Callable[[QKeyEvent], bool] = lambda _event: False
        self._width = width
        self._beside = beside
        self._marked: QWidget | None = None
        self._guard_ms = guard_ms
        self._guarded = False
        self._before: QWidget | None = None
        self.setAccessibleName(title)
        self._card = Card(look, radius=_RADIUS, parent=self)
        self.title = Heading(look, title, px=32)
        self.sub = TextLabel(look, sub, px=18, role="ink2")
        if not sub:
            self.sub.hide()
        self.foot = QVBoxLayout()
        self.foot.setSpacing(4)
        self.column = self._laid_out()
        look.changed.connect(self.update)
        self.hide()

    def add_buttons(self, *buttons: QWidget) -> None:
        """Put the buttons at the foot of the card, always in sight; the first is marked.

        They stand in a row, or in several where their words need more room.
        """
        room, row = 0, QHBoxLayout()
        for button in buttons:
            width = button.sizeHint().width() + _BUTTON_GAP
            if width > room:
                row, room = self._foot_row(), self.least_inside + _BUTTON_GAP
            row.insertWidget(row.count() - 1, button)
            room -= width
        self.mark(self._marked or buttons[0])

    @property
    def least_inside(self) -> int:
        """The width in px that what stands on the card has at least in the smallest window."""
        return _BESIDE_LEAST - 2 * _PADDING_COMPACT if self._beside else self._width - 2 * _PADDING

    def _foot_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(0, 4, 0, 0)
        row.setSpacing(_BUTTON_GAP)
        row.addStretch(1)
        self.foot.addLayout(row)
        return row

    def mark(self, widget: QWidget) -> None:
        """Give that widget the focus when the card opens, or now if it is open."""
        self._marked = widget
        if self.isVisible():
            widget.setFocus(Qt.FocusReason.OtherFocusReason)

    def open(self) -> None:
        """Show the card, take the focus and say its title."""
        self._before = self._host.window().focusWidget()
        self._host.installEventFilter(self)
        self._place()
        self.show()
        self.raise_()
        self._start_guard()
        (self._marked or first_focusable(self) or self).setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, self.title.text())
        if not self.look.reduced_motion:
            self._fade_in()

    def dismiss(self) -> None:
        """Take the card away and give the focus back to what had it."""
        self.hide()
        self._host.removeEventFilter(self)
        if self._before is not None and self._before.isVisible():
            self._before.setFocus(Qt.FocusReason.OtherFocusReason)
        self.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the parent's size, and keep early keys away; quiet while being destroyed."""
        kind = event.type()
        if kind is QEvent.Type.Resize and watched is self._host:
            self._place()
        keys = (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride)
        return kind in keys and self._guarded and watched is not self._host

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Move the focus on within the card and never out of it."""
        self._move(focusables(self), forward)
        return True

    def reveal(self, widget: QWidget) -> None:
        """Scroll the card until that part of it is seen, once it has its place."""
        if self._content.isAncestorOf(widget):
            QTimer.singleShot(0, self, lambda: self._box.ensureWidgetVisible(widget, 0, 16))

    def refit(self) -> None:
        """Make the card as tall as what is on it now."""
        self._place_card()

    def _move(self, stops: Sequence[QWidget], forward: bool) -> None:
        if not stops:
            return
        now = self.window().focusWidget()
        index = stops.index(now) if now in stops else -int(forward)
        step = 1 if forward else -1
        reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
        stop = stops[(index + step) % len(stops)]
        stop.setFocus(reason)
        self.reveal(stop)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer the card's own keys and let none through to what lies under it."""
        event.accept()
        if self._guarded or self.keys(event):
            return
        if event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        elif event.key() == Qt.Key.Key_P:
            self._move([w for w in focusables(self) if not isinstance(w, _FIELDS)], True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_card()

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self.look.theme
        painter = smooth(QPainter(self))
        if not self._beside:
            painter.fillRect(self.rect(), faded(theme.scrim, theme.scrim_opacity))
        shadow(painter, QRectF(self._card.geometry()), _RADIUS, theme)
        painter.end()

    def _laid_out(self) -> QVBoxLayout:
        self._content = QWidget()
        column = QVBoxLayout(self._content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for words in (self.title, self.sub):
            words.setContentsMargins(RING, 0, RING, 0)
            column.addWidget(words)
        self._box = ScrollBox(self.look, self._content, gutter=GUTTER)
        self._box.viewport().setAutoFillBackground(False)  # the card shows through
        self._frame = QVBoxLayout(self._card)
        self._frame.setSpacing(4)
        self._frame.addWidget(self._box, 1)
        self._frame.addLayout(self.foot)
        return column

    def _place(self) -> None:
        self.setGeometry(self._host.rect())
        self._place_card()

    def _place_card(self) -> None:
        """As wide as asked, as tall as its content, both within the parent."""
        roomy = self.width() >= 900 and self.height() >= 700
        padding = _PADDING if roomy else _PADDING_COMPACT
        gap = (16 if roomy else 6) if self.foot.count() else 0
        self.foot.setContentsMargins(0, gap, GUTTER, 0)
        self._frame.setContentsMargins(padding, padding - 6, padding - GUTTER, padding - 4)
        width = min(self._width, self.width() - 32)
        right = 40
        if self._beside:
            width, right = beside_width(self.width(), width), (40 if roomy else 24)
        inside = width - 2 * padding
        needed = self._content.heightForWidth(inside)
        height = needed if needed > 0 else self._content.sizeHint().height()
        height += self._frame.spacing() + self.foot.totalSizeHint().height() + 2 * padding - 10
        height = min(height, self.height() - 24)
        left = self.width() - width - right if self._beside else (self.width() - width) // 2
        top = (self.height() - height) // 2
        self._card.setGeometry(QRect(max(16, left), top, width, height))

    def _start_guard(self) -> None:
        if self._guard_ms <= 0:
            return
        self._guarded = True
        for widget in focusables(self):
            widget.installEventFilter(self)
        QTimer.singleShot(self._guard_ms, self, self._end_guard)

    def _end_guard(self) -> None:
        self._guarded = False
        for widget in focusables(self):
            widget.removeEventFilter(self)

    def _fade_in(self) -> None:
        effect = QGraphicsOpacityEffect(self)
        self.setGraphicsEffect(effect)
        fade = QPropertyAnimation(effect, b"opacity", self)
        fade.setDuration(FADE_MS)
        fade.setStartValue(0.0)
        fade.setEndValue(1.0)
        fade.finished.connect(lambda: effect.setEnabled(False))
        fade.start(QPropertyAnimation.DeletionPolicy.DeleteWhenStopped)
