"""Rows that are answered with a number or a day: the age, the day of a visit."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QDate, QLocale, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QIntValidator,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPalette,
)
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from kneecoach.domain.check_clearance import CLEARANCE_DAYS
from kneecoach.domain.check_conditions import MAX_AGE
from kneecoach.domain.check_texts import ClearanceText
from kneecoach.ui.check.rows import QuestionRow
from kneecoach.ui.fonts import font
from kneecoach.ui.kit.buttons import IconButton
from kneecoach.ui.kit.labels import TextLabel
from kneecoach.ui.kit.shapes import RING, focus_ring, inner, rounded, smooth
from kneecoach.ui.look import Look
from kneecoach.ui.words import translate

_USUAL_AGE = 40  # years, where the steps begin while no age was ever told
_DAYS_BACK = 365  # a visit longer ago is not told more exactly
_RADIUS = 14
_FIELD = (96, 48)  # px
_DAY = 210  # px


class _Digits(QLineEdit):
    """A number typed in digits; letters and arrows are the page's, and a 0 that can't belong to it.

    There 0 says none of these: nothing begins with it, and nobody is 480.
    """

    focused = Signal()

    def __init__(self, look: Look, most: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._most = most
        self.setValidator(QIntValidator(0, most, self))
        self.setMaxLength(len(str(most)))
        self.setFrame(False)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setFont(font(24, 700, tabular=True))
        self._colour()
        look.changed.connect(self._colour)

    @property
    def number(self) -> int | None:
        """What is typed, None while it is no number within the limits."""
        return int(self.text()) if self.text() and self.hasAcceptableInput() else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        typed = event.text()
        letter = typed.isprintable() and typed and not typed.isdigit()
        if letter or (typed == "0" and not self._takes_zero()):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _takes_zero(self) -> bool:
        kept = "" if self.hasSelectedText() else self.text()
        return bool(kept) and int(kept) * 10 <= self._most

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.selectAll()
        self.focused.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.focused.emit()

    def _colour(self) -> None:
        palette = QPalette(self.palette())
        palette.setColor(QPalette.ColorRole.Text, QColor(self._look.theme.ink))
        palette.setColor(QPalette.ColorRole.Base, QColor(0, 0, 0, 0))
        self.setPalette(palette)


class _Field(QWidget):
    """The frame round the digits."""

    def __init__(self, look: Look, most: int) -> None:
        super().__init__()
        self._look = look
        self.digits = _Digits(look, most, self)
        self.setFixedSize(_FIELD[0] + 2 * RING, _FIELD[1] + 2 * RING)
        row = QHBoxLayout(self)
        row.setContentsMargins(RING + 6, RING + 2, RING + 6, RING + 2)
        row.addWidget(self.digits)
        self.digits.focused.connect(self.update)
        look.changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._look.theme
        painter = smooth(QPainter(self))
        box = inner(QRectF(self.rect()))
        rounded(painter, box, _RADIUS, theme.sunken, theme.line2, 1.6)
        if self.digits.hasFocus():
            focus_ring(painter, box, _RADIUS, theme)
        painter.end()


def _step_button(look: Look, name: str, icon: str) -> IconButton:
    """A step that Space and a click take; Enter is the page's."""
    button = IconButton(look, name, icon)
    button.setAutoDefault(False)
    return button


class AgeRow(QuestionRow):
    """The age in years; `told` carries it, None while the field holds no whole number 0 to 120.

    `before` is the age told last time: where the steps begin, and never an answer by itself.
    """

    def __init__(
        self, look: Look, name: str, question: str, hint: str, before: int | None = None
    ) -> None:
        super().__init__(look, name, question, hint)
        self._before = _USUAL_AGE if before is None else before
        self._field = _Field(look, MAX_AGE)
        self.digits = self._field.digits
        self.digits.setAccessibleName(question)
        self.digits.setAccessibleDescription(hint)
        self.less = _step_button(look, translate("AgeRow", "One year less"), "minus")
        self.more = _step_button(look, translate("AgeRow", "One year more"), "plus")
        row = QHBoxLayout(self)
        row.setSpacing(2)
        row.addWidget(self.label, 1)
        row.addSpacing(10)
        for widget in (self.less, self._field, self.more):
            row.addWidget(widget)
        self.digits.textChanged.connect(lambda: self.told.emit(self.digits.number))
        self.digits.focused.connect(self._tell_focus)
        self.less.clicked.connect(lambda: self._step(-1))
        self.more.clicked.connect(lambda: self._step(1))
        self.set_compact(False)

    @property
    def spoken(self) -> str:
        return self.digits.text()

    def show_answer(self, answer: object) -> None:
        if isinstance(answer, int) and answer != self.digits.number:
            self.digits.setText(str(answer))
        self.say()

    def take_focus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        self.digits.setFocus(reason)

    def _step(self, by: int) -> None:
        """The first step begins at what was told last time."""
        number = self.digits.number
        wanted = self._before if number is None else number + by
        self.digits.setText(str(max(0, min(MAX_AGE, wanted))))

    def _tell_focus(self) -> None:
        if self.digits.hasFocus():
            self.focused.emit(self.name)


class DayRow(QuestionRow):
    """The day of a visit, today or earlier; `told` carries the day. Left and Right change it.

    A day that does not count is told to be one, plainly.
    """

    def __init__(
        self, look: Look, name: str, texts: ClearanceText, today: date, language: str
    ) -> None:
        super().__init__(look, name, texts.day, texts.line)
        self._texts = texts
        self._today = today
        self._locale = QLocale(language)
        self._day: date | None = None
        self.earlier = _step_button(look, translate("DayRow", "One day earlier"), "left")
        self.later = _step_button(look, translate("DayRow", "One day later"), "right")
        self.shown = TextLabel(
            look, px=17, weight=700, align=Qt.AlignmentFlag.AlignHCenter, tabular=True
        )
        self.shown.setMinimumWidth(_DAY)
        self.about = TextLabel(look, texts.line, px=15, role="ink2")
        column = QVBoxLayout(self)
        column.setSpacing(0)
        column.addLayout(self._top())
        column.addWidget(self.about)
        column.addSpacing(10)
        self.earlier.clicked.connect(lambda: self._step(-1))
        self.later.clicked.connect(lambda: self._step(1))
        self.set_compact(False)
        self.show_answer(None)

    @property
    def spoken(self) -> str:
        return "" if self._day is None else self.shown.text()

    def show_answer(self, answer: object) -> None:
        self._day = answer if isinstance(answer, date) else None
        self.shown.setText(self._words())
        old = self._day is not None and (self._today - self._day).days > CLEARANCE_DAYS
        self.about.setText(self._texts.too_old if old else self._texts.line)
        self.about.set_role("danger_ink" if old else "ink2")
        self.hint = self.about.text()
        self.say()

    def take_focus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        self.earlier.setFocus(reason)
        self.focused.emit(self.name)

    def set_compact(self, compact: bool) -> None:
        super().set_compact(compact)
        self.shown.set_px(15 if compact else 17)
        self.about.set_px(13.5 if compact else 15)

    def take_key(self, event: QKeyEvent) -> bool:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if step is None:
            return False
        self._step(step)
        return True

    def _top(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(2)
        row.addWidget(self.label, 1)
        row.addSpacing(10)
        row.addWidget(self.earlier)
        row.addWidget(self.shown)
        row.addWidget(self.later)
        return row

    def _step(self, by: int) -> None:
        """The first step is to today; then no later than today."""
        wanted = self._today
        if self._day is not None:
            earliest = self._today - timedelta(days=_DAYS_BACK)
            wanted = max(earliest, min(self._today, self._day + timedelta(days=by)))
        self.told.emit(wanted)

    def _words(self) -> str:
        if self._day is None:
            return translate("DayRow", "Not chosen yet")
        ago = (self._today - self._day).days
        named = {0: translate("DayRow", "Today"), 1: translate("DayRow", "Yesterday")}
        words = named.get(ago) or translate("DayRow", "%n day(s) ago", "", ago)
        day = self._locale.toString(QDate(self._day.year, self._day.month, self._day.day), "d MMMM")
        return translate("DayRow", "{ago}, {day}").format(ago=words, day=day)
