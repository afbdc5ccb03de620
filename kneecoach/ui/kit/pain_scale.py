"""The pain scale 0 to 10: the same eleven fields and the same two anchors every time (look 3.4)."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from kneecoach.ui.fonts import font
from kneecoach.ui.kit.choice import ChoiceButton, set_tab_stops
from kneecoach.ui.kit.labels import TextLabel
from kneecoach.ui.kit.shapes import RING, focus_ring, inner, marker, rounded, smooth
from kneecoach.ui.look import Look

FIELDS = 11
_RADIUS = 12
_APART = 10  # px between the words of two marks


class _Field(ChoiceButton):
    """One value of the scale."""

    def __init__(self, look: Look, value: int, parent: QWidget) -> None:
        super().__init__(look, str(value), parent)
        self._value = value
        self.setFont(font(25, 700, tabular=True))

    def sizeHint(self) -> QSize:
        return QSize(44 + 2 * RING, 56 + 2 * RING)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._look.theme
        painter = smooth(QPainter(self))
        box = inner(QRectF(self.rect()))
        rounded(painter, box, _RADIUS, theme.pain[self._value])
        if self.isChecked():
            ring = box.adjusted(-RING, -RING, RING, RING)
            rounded(painter, ring, _RADIUS + RING, None, theme.ink, 3)
        if self.shows_ring:
            self._paint_focus(painter, box)
        painter.setFont(self.font())
        painter.setPen(theme.pain_ink(self._value))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self.text())
        painter.end()

    def _paint_focus(self, painter: QPainter, box: QRectF) -> None:
        """The focus ring, inside the field where the chosen value's own ring is outside."""
        if not self.isChecked():
            focus_ring(painter, box, _RADIUS, self._look.theme)
            return
        rounded(painter, box, _RADIUS, None, self._look.theme.focus, 3)
        rounded(painter, box.adjusted(3, 3, -3, -3), _RADIUS - 3, None, self._look.theme.canvas, 1)


class _Marks(QWidget):
    """A triangle with words over each value that was told earlier; one row of them."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._marks: tuple[tuple[str, int], ...] = ()
        self.setFixedHeight(0)
        look.changed.connect(self.update)

    def show_marks(self, *marks: tuple[str, int | None]) -> None:
        """Mark those values with their words; those of one value share a triangle."""
        words: dict[int, str] = {}
        for text, value in marks:
            if value is not None:
                words[value] = f"{words[value]} · {text}" if value in words else text
        self._marks = tuple((text, value) for value, text in sorted(words.items()))
        self.setFixedHeight(34 if self._marks else 0)
        self.setAccessibleName(", ".join(f"{text} {value}" for text, value in self._marks))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = smooth(QPainter(self))
        painter.setFont(font(15, 600))
        colour = self._look.theme.ink2
        for (text, value), left in zip(self._marks, self._lefts(), strict=True):
            marker(painter, QPointF(self._x(value), 33), 7, colour)
            painter.setPen(colour)
            room = QRectF(left, 0, self._width_of(text), 20)
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, text)
        painter.end()

    def _lefts(self) -> list[float]:
        """Where the words begin: over their triangles, within the scale, clear of each other."""
        lefts: list[float] = []
        end = float(self.width())
        for text, value in reversed(self._marks):
            width = self._width_of(text)
            left = min(self._x(value) - width / 2, end - width)
            lefts.append(max(0.0, left))
            end = left - _APART
        return lefts[::-1]

    def _x(self, value: int) -> float:
        return (value + 0.5) * self.width() / FIELDS

    @staticmethod
    def _width_of(text: str) -> float:
        return QFontMetricsF(font(15, 600)).horizontalAdvance(text) + 2


class PainScale(QWidget):
    """Pain from 0 to 10 as a group of radio buttons; nothing is chosen at first.

    `chosen` carries a value picked by the person. Digits choose 0 to 9 and X chooses 10 while the
    focus is in the scale; a card passes the keys pressed elsewhere on it to `take_key`.
    """

    chosen = Signal(int)
    typed = Signal(int)  # a value picked by a digit or X, after `chosen`

    def __init__(
        self,
        look: Look,
        name: str,
        *,
        before: int | None = None,
        told: tuple[str, int | None] = ("", None),
        hints: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        """`before` and `told`, a value with its words, are marked and not chosen."""
        super().__init__(parent)
        self._look = look
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        self._marks = _Marks(look, self)
        self._told = told
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._marks)
        column.addLayout(self._fields(name))
        column.addLayout(self._anchors(hints))
        self.set_before(before)
        self._group.idClicked.connect(lambda _number: set_tab_stops(self._group))
        self._group.idClicked.connect(self.chosen)

    @property
    def value(self) -> int | None:
        """The chosen value 0 to 10, None while nothing is chosen."""
        number = self._group.checkedId()
        return number if number >= 0 else None

    @property
    def first(self) -> QWidget:
        """The chosen field, or the field 0: where the focus goes first."""
        return self._group.checkedButton() or self._group.button(0)

    def set_value(self, value: int | None) -> None:
        """Choose that value without telling it; None takes the choice back."""
        self._group.setExclusive(False)
        for number in range(FIELDS):
            self._group.button(number).setChecked(number == value)
        self._group.setExclusive(True)
        set_tab_stops(self._group)

    def set_before(self, value: int | None) -> None:
        """Mark the value of an earlier rating, None for none."""
        self._marks.show_marks((self.tr("Before"), value), self._told)

    def take_key(self, event: QKeyEvent) -> bool:
        """Choose the value of a digit or X (ten); False when the key is none of them."""
        number = 10 if event.key() == Qt.Key.Key_X else event.key() - int(Qt.Key.Key_0)
        plain = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        )
        if not plain or not 0 <= number < FIELDS or (number == 10 and event.key() != Qt.Key.Key_X):
            return False
        button = self._group.button(number)
        button.setFocus(Qt.FocusReason.ShortcutFocusReason)
        button.click()
        self.typed.emit(number)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.take_key(event):
            super().keyPressEvent(event)

    def _fields(self, name: str) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(0)
        for value in range(FIELDS):
            field = _Field(self._look, value, self)
            field.setAccessibleName(f"{name} {value}")
            self._group.addButton(field, value)
            row.addWidget(field, 1)
        return row

    def _anchors(self, hints: bool) -> QGridLayout:
        grid = QGridLayout()
        grid.setContentsMargins(RING, 2, RING, 0)
        least = TextLabel(self._look, self.tr("No pain"), role="ink2")
        most = TextLabel(
            self._look,
            self.tr("Worst I can imagine"),
            role="ink2",
            align=Qt.AlignmentFlag.AlignRight,
        )
        grid.addWidget(least, 0, 0)
        grid.addWidget(most, 0, 2)
        if hints:
            keys = TextLabel(
                self._look,
                self.tr("Keys 0 to 9, X for ten"),
                px=15,
                role="ink3",
                align=Qt.AlignmentFlag.AlignHCenter,
            )
            grid.addWidget(keys, 0, 1)
        for column in range(3):
            grid.setColumnStretch(column, 1)
        return grid
