"""The answers to one question in a well: yes, not sure and no, of which none is preset.

Yes and not sure look the same because they count the same (look-pages 0.1).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QSizePolicy, QWidget

from kneecoach.domain.check import Answer
from kneecoach.domain.check_texts import AnswerWords
from kneecoach.ui.fonts import font
from kneecoach.ui.kit.choice import ChoiceButton, set_tab_stops
from kneecoach.ui.kit.shapes import RING, focus_ring, rounded, smooth
from kneecoach.ui.look import Look
from kneecoach.ui.words import translate

_RADIUS, _CHOSEN_RADIUS = 13, 10
_EDGE = 3  # px of the well beside what is chosen
_PAD = 9  # px beside the words at least
_SPACE = Qt.Key.Key_Space
_SIDEWAYS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


@dataclass(frozen=True, slots=True)
class Option:
    """One answer: its value, its words, its share of the well, whether it ticks the sign."""

    value: str
    words: str
    share: float
    ticks: bool


@dataclass(frozen=True, slots=True)
class _Size:
    """px of one form of the window: the well, the words and the height of what can be pressed."""

    width: int
    height: int
    px: float
    target: int


_WIDE, _COMPACT = _Size(264, 40, 15.5, 48), _Size(206, 34, 14, 44)


def sign_options(words: AnswerWords) -> tuple[Option, ...]:
    """The three answers to a sign."""
    return (
        Option(Answer.YES, words.yes, 0.27, True),
        Option(Answer.NOT_SURE, words.not_sure, 0.44, True),
        Option(Answer.NO, words.no, 0.29, False),
    )


def plain_options(words: AnswerWords) -> tuple[Option, ...]:
    """Yes and no to a question that is no sign."""
    return (Option("yes", words.yes, 0.5, False), Option("no", words.no, 0.5, False))


class _Answer(ChoiceButton):
    """One answer; only Space, its key or a click give it, never an arrow and never Enter.

    `focus_moved` tells that the focus came (True) or went.
    """

    focus_moved = Signal(bool)

    def __init__(self, look: Look, option: Option, question: str, parent: QWidget) -> None:
        super().__init__(look, option.words, parent)
        self.option = option
        self._size = _WIDE
        name = translate("AnswerSwitch", "{answer}: {question}")
        self.setAccessibleName(name.format(answer=option.words, question=question))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_size(self._size)

    def set_size(self, size: _Size) -> None:
        """Take the sizes of a form of the window."""
        self._size = size
        self.setFont(font(size.px, 700))
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        words = QFontMetricsF(self.font()).horizontalAdvance(self.text()) + 2 * _PAD
        share = self.option.share * self._size.width
        return QSize(max(44, round(max(words, share))), self._size.target)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == _SPACE and not event.isAutoRepeat():
            super().keyPressEvent(event)
        else:
            event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focus_moved.emit(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.focus_moved.emit(False)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, size = self._look.theme, self._size
        painter = smooth(QPainter(self))
        gap = (self.height() - size.height) / 2 + _EDGE
        box = QRectF(self.rect()).adjusted(_EDGE, gap, -_EDGE, -gap)
        chosen, ticks = self.isChecked(), self.option.ticks
        ink = theme.ink2
        if chosen:
            ink = theme.danger_ink if ticks else theme.ink
            edge = theme.danger if ticks else theme.primary
            fill = theme.danger_soft if ticks else theme.primary_soft
            rounded(painter, box, _CHOSEN_RADIUS, fill, edge, 2)
        elif self.underMouse():
            rounded(painter, box, _CHOSEN_RADIUS, None, theme.line2, 1.4)
        painter.setFont(font(size.px, 700 if chosen else 600))
        painter.setPen(ink)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self.text())
        if self.shows_ring:
            words = QFontMetricsF(painter.font()).horizontalAdvance(self.text())
            line = QRectF(box.center().x() - words / 2, box.bottom() - 7.5, words, 3)
            rounded(painter, line, 1.5, theme.focus)
        painter.end()


class AnswerSwitch(QWidget):
    """One question's answers; `chosen` carries the value a person gave.

    Left and Right move between the answers without giving one. `took_focus` tells that the focus
    came to one of them.
    """

    chosen = Signal(str)
    took_focus = Signal()

    def __init__(
        self,
        look: Look,
        question: str,
        options: Sequence[Option],
        parent: QWidget | None = None,
    ) -> None:
        """`question` is said with each answer by a screen reader."""
        super().__init__(parent)
        self._look = look
        self._size = _WIDE
        self._group = QButtonGroup(self)
        self.buttons = [_Answer(look, option, question, self) for option in options]
        row = QHBoxLayout(self)
        row.setContentsMargins(RING, 0, RING, 0)
        row.setSpacing(0)
        for number, button in enumerate(self.buttons):
            self._group.addButton(button, number)
            button.focus_moved.connect(self._focus_moved)
            row.addWidget(button, round(100 * button.option.share))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._group.idClicked.connect(self._clicked)
        look.changed.connect(self.update)

    @property
    def value(self) -> str | None:
        """The answer that was given, None while there is none."""
        number = self._group.checkedId()
        return self.buttons[number].option.value if number >= 0 else None

    @property
    def words(self) -> str:
        """The answer that was given in words, "" while there is none."""
        number = self._group.checkedId()
        return self.buttons[number].option.words if number >= 0 else ""

    @property
    def ticked(self) -> bool:
        """Whether the answer that was given ticks the sign."""
        number = self._group.checkedId()
        return number >= 0 and self.buttons[number].option.ticks

    def show_value(self, value: str | None) -> None:
        """Show that answer without telling it; None shows none."""
        if value == self.value:
            return
        self._group.setExclusive(False)
        for button in self.buttons:
            button.setChecked(button.option.value == value)
        self._group.setExclusive(True)
        set_tab_stops(self._group)

    def set_compact(self, compact: bool) -> None:
        """Take the sizes of the narrow form of the window, or of the wide one."""
        self._size = _COMPACT if compact else _WIDE
        for button in self.buttons:
            button.set_size(self._size)

    def take_focus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """Give the focus to the given answer, or to the first one."""
        (self._group.checkedButton() or self.buttons[0]).setFocus(reason)

    def move_focus(self, step: int) -> None:
        """Move the focus to the answer beside, without giving it."""
        now = next((n for n, button in enumerate(self.buttons) if button.hasFocus()), 0)
        reach = max(0, min(len(self.buttons) - 1, now + step))
        self.buttons[reach].setFocus(Qt.FocusReason.TabFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _SIDEWAYS.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self.move_focus(step)

    def _focus_moved(self, came: bool) -> None:
        """Paint the ring round the well, or take it away."""
        self.update()
        if came:
            self.took_focus.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._look.theme
        painter = smooth(QPainter(self))
        gap = (self.height() - self._size.height) / 2
        box = QRectF(self.rect()).adjusted(RING, gap, -RING, -gap)
        rounded(painter, box, _RADIUS, theme.sunken)
        if any(button.shows_ring for button in self.buttons):
            focus_ring(painter, box, _RADIUS, theme)
        painter.end()

    def _clicked(self, number: int) -> None:
        set_tab_stops(self._group)
        self.chosen.emit(self.buttons[number].option.value)
