"""Choosing one of a few, and switching one thing on or off."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFontMetricsF,
    QKeyEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QHBoxLayout,
    QRadioButton,
    QSizePolicy,
    QWidget,
)

from kneecoach.ui.fonts import font
from kneecoach.ui.icons import draw_icon
from kneecoach.ui.kit.shapes import RING, focus_ring, inner, rounded, smooth
from kneecoach.ui.look import Look

_PAD = 15  # px beside the words of one choice
_FORWARD = (Qt.Key.Key_Right, Qt.Key.Key_Down)
_BACKWARD = (Qt.Key.Key_Left, Qt.Key.Key_Up)


class ChoiceButton(QRadioButton):
    """One of several choices: a real radio button whose arrow keys choose the next one."""

    def __init__(self, look: Look, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._look = look
        self._ring = True
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        look.changed.connect(self.update)

    @property
    def shows_ring(self) -> bool:
        """True while the focus came by keyboard or by the program, not by the mouse."""
        return self.hasFocus() and self._ring

    def focusInEvent(self, event: QFocusEvent) -> None:
        if event.reason() is not Qt.FocusReason.ActiveWindowFocusReason:
            self._ring = event.reason() is not Qt.FocusReason.MouseFocusReason
        super().focusInEvent(event)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = int(event.key() in _FORWARD) - int(event.key() in _BACKWARD)
        group = self.group()
        if step and group is not None:
            _choose_beside(self, group, step)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def hitButton(self, _pos: QPoint) -> bool:
        return True

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()


def _choose_beside(button: ChoiceButton, group: QButtonGroup, step: int) -> None:
    buttons = group.buttons()
    other = buttons[(buttons.index(button) + step) % len(buttons)]
    other.setFocus(Qt.FocusReason.TabFocusReason)
    other.click()


def set_tab_stops(group: QButtonGroup) -> None:
    """Let Tab stop at the chosen button only, or at every one while none is chosen."""
    chosen = group.checkedButton()
    for button in group.buttons():
        stops = chosen is None or button is chosen
        policy = Qt.FocusPolicy.StrongFocus if stops else Qt.FocusPolicy.ClickFocus
        button.setFocusPolicy(policy)


class _Segment(ChoiceButton):
    """One field of a segmented switch."""

    def __init__(self, look: Look, text: str, px: float, parent: QWidget) -> None:
        super().__init__(look, text, parent)
        self._px = px
        self.setFont(font(px, 700))

    def sizeHint(self) -> QSize:
        width = QFontMetricsF(self.font()).horizontalAdvance(self.text()) + 2 * _PAD
        return QSize(max(44, round(width)) + 2 * RING, 44 + 2 * RING)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._look.theme
        painter = smooth(QPainter(self))
        box = inner(QRectF(self.rect())).adjusted(0, 2, 0, -2)
        chosen = self.isChecked()
        if chosen:
            rounded(painter, box, 11, theme.primary)
        elif self.underMouse():
            rounded(painter, box, 11, theme.primary_soft)
        if self.shows_ring:
            focus_ring(painter, box, 11, theme)
        painter.setFont(font(self._px, 700 if chosen else 600))
        painter.setPen(theme.on_primary if chosen else theme.ink)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self.text())
        painter.end()


class OneOf(QWidget):
    """Buttons of which one is taken, or none; `chosen` carries the value that a person took.

    `name` is what a screen reader says of the group.
    """

    chosen = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        self._values: list[str] = []
        self.setAccessibleName(name)
        self._group.idClicked.connect(self._clicked)

    @property
    def value(self) -> str | None:
        """The value that is taken, None while none is."""
        number = self._group.checkedId()
        return self._values[number] if number >= 0 else None

    def set_value(self, value: str | None) -> None:
        """Take that value without telling it; None takes none."""
        self._group.setExclusive(value is not None)
        for number, key in enumerate(self._values):
            self._group.button(number).setChecked(key == value)
        self._group.setExclusive(True)
        set_tab_stops(self._group)

    def _join(self, button: ChoiceButton, value: str) -> None:
        """Let that button take that value."""
        self._group.addButton(button, len(self._values))
        self._values.append(value)

    def _clicked(self, number: int) -> None:
        set_tab_stops(self._group)
        self.chosen.emit(self._values[number])


class Segmented(OneOf):
    """A row of choices; `options` are pairs of value and words."""

    def __init__(
        self,
        look: Look,
        name: str,
        options: Sequence[tuple[str, str]],
        value: str | None = None,
        *,
        px: float = 16,
        ground: str = "sunken",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(name, parent)
        self._look = look
        self._ground = ground
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(-2 * RING + 2)
        for key, words in options:
            self._add(row, key, words, px)
        self.set_value(value)
        look.changed.connect(self.update)

    def take_focus(self) -> None:
        """Give the focus to the chosen value, or to the first one."""
        button = self._group.checkedButton() or self._group.button(0)
        button.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = smooth(QPainter(self))
        box = QRectF(self.rect()).adjusted(RING - 3, RING - 1, 3 - RING, 1 - RING)
        rounded(painter, box, 14, getattr(self._look.theme, self._ground))
        painter.end()

    def _add(self, row: QHBoxLayout, key: str, words: str, px: float) -> None:
        button = _Segment(self._look, words, px, self)
        self._join(button, key)
        row.addWidget(button)


class Switch(QCheckBox):
    """On or off: on is filled with a check in the knob, off is an outline with a smaller knob.

    `name` is what a screen reader says; the state is told by `toggled(bool)`.
    """

    def __init__(
        self, look: Look, name: str, *, on: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        self.setAccessibleName(name)
        self.setChecked(on)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        look.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(52 + 2 * RING, 44 + 2 * RING)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hitButton(self, _pos: QPoint) -> bool:
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, on = self._look.theme, self.isChecked()
        painter = smooth(QPainter(self))
        middle = QRectF(self.rect()).center()
        box = QRectF(middle.x() - 26, middle.y() - 15, 52, 30)
        fill = theme.primary if on else theme.sunken
        rounded(painter, box, 15, fill, None if on else theme.line2, 1.6)
        knob = QPointF(box.left() + (37 if on else 15), middle.y())
        radius = 10.5 if on else 8.5
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.on_primary if on else theme.line2))
        painter.drawEllipse(knob, radius, radius)
        if on:
            spot = QRectF(knob.x() - 6.5, knob.y() - 6.5, 13, 13)
            draw_icon(painter, "check", spot, theme.primary, 3.2)
        if self.hasFocus():
            focus_ring(painter, box, 15, theme)
        painter.end()
