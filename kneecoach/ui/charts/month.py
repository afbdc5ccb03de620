"""A month of days with the sessions of each."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from kneecoach.domain.charts import calendar_weeks, month_start
from kneecoach.domain.history import SessionRecord
from kneecoach.ui.charts.days import CalendarKey, DayButton
from kneecoach.ui.charts.words import month_words
from kneecoach.ui.kit.buttons import IconButton
from kneecoach.ui.kit.labels import Heading, TextLabel
from kneecoach.ui.look import Look

_WEEKS = 6
_TALLEST = 48  # px, a day in a high window
_MOVES = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: -7,
    Qt.Key.Key_Down: 7,
}


class MonthCalendar(QWidget):
    """A month with its days; arrows move along them, Page Up and Page Down by a month."""

    chosen = Signal(object)  # datetime.date

    def __init__(
        self, look: Look, locale: QLocale, first_weekday: int = 0, parent: QWidget | None = None
    ) -> None:
        """Begin weeks with that day, 0 for Monday."""
        super().__init__(parent)
        self._locale = locale
        self._sessions: tuple[SessionRecord, ...] = ()
        self._today = date.min
        self._month = date.min
        self._weekday = first_weekday
        self._title = Heading(look, wrap=False)
        self._back = IconButton(look, self.tr("Month before"), "left")
        self._on = IconButton(look, self.tr("Month after"), "right")
        self._days = [DayButton(look, locale, self) for _ in range(_WEEKS * 7)]
        self._grid = QGridLayout()
        self._key = CalendarKey(look)
        self._arrange(look)
        self._back.clicked.connect(lambda: self.show_month(-1))
        self._on.clicked.connect(lambda: self.show_month(1))

    def _arrange(self, look: Look) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        head = QHBoxLayout()
        head.setContentsMargins(8, 0, 0, 0)
        head.setSpacing(0)
        for part in (self._title, None, self._back, self._on):
            head.addStretch(1) if part is None else head.addWidget(part)
        column.addLayout(head)
        self._grid.setSpacing(0)
        for number in range(7):
            name = self._locale.standaloneDayName(
                (self._weekday + number) % 7 + 1, QLocale.FormatType.ShortFormat
            )
            label = TextLabel(
                look,
                name[:2],
                px=13.5,
                weight=600,
                role="ink2",
                wrap=False,
                align=Qt.AlignmentFlag.AlignHCenter,
            )
            label.setFixedHeight(label.sizeHint().height())
            self._grid.addWidget(label, 0, number)
        for number, day in enumerate(self._days):
            self._grid.addWidget(day, 1 + number // 7, number % 7)
            day.clicked.connect(lambda _checked=False, day=day: self.chosen.emit(day.day))
        column.addLayout(self._grid, 100)
        column.addWidget(self._key)
        column.addStretch(1)

    def show_sessions(self, sessions: Iterable[SessionRecord], today: date) -> None:
        """Show the month of today with these sessions."""
        self._sessions = tuple(sessions)
        self._today = today
        self._month = month_start(today)
        self._fill(today)

    def set_compact(self, compact: bool) -> None:
        """Leave the key out in a narrow window."""
        self._key.setVisible(not compact)
        for day in self._days:
            day.setMinimumHeight(30 if compact else 36)
            day.setMaximumHeight(_TALLEST)
        self._title.set_px(16.5 if compact else 19)

    def show_month(self, months: int) -> None:
        """Turn so many months on, back for a number below 0; never past today's."""
        month = month_start(self._month, months)
        if month <= self._today:
            self._month = month
            self._fill(min(self._today, month))

    def _fill(self, current: date) -> None:
        self._title.setText(month_words(self._month, self._locale, self._today))
        later = month_start(self._month, 1) <= self._today
        if self._on.hasFocus() and not later:
            self._back.setFocus(Qt.FocusReason.OtherFocusReason)
        self._on.setEnabled(later)
        weeks = calendar_weeks(self._sessions, self._month, self._weekday)
        days = [day for week in weeks for day in week]
        for button, day in zip(self._days, days + [None] * len(self._days), strict=False):
            button.setVisible(day is not None)
            if day is not None:
                button.show_day(day, self._today)
        for row in range(_WEEKS):
            self._grid.setRowStretch(row + 1, 1 if row < len(weeks) else 0)
        self._one_tab_stop(current)

    def _one_tab_stop(self, current: date) -> None:
        """Tab reaches one day only, the arrows the others."""
        for button in self._days:
            here = button.isVisibleTo(self) and button.day == current
            policy = Qt.FocusPolicy.StrongFocus if here else Qt.FocusPolicy.ClickFocus
            button.setFocusPolicy(policy)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move along days and months."""
        focused = next((button for button in self._days if button.hasFocus()), None)
        months = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}.get(Qt.Key(event.key()), 0)
        if focused is not None and event.key() in _MOVES:
            self._go(focused.day + timedelta(days=_MOVES[Qt.Key(event.key())]))
        elif focused is not None and months:
            self._go(month_start(focused.day, months))
        else:
            super().keyPressEvent(event)

    def _go(self, day: date) -> None:
        if day > self._today:
            return
        self._month = month_start(day)
        self._fill(day)
        button = next(b for b in self._days if b.isVisibleTo(self) and b.day == day)
        button.setFocus(Qt.FocusReason.TabFocusReason)
