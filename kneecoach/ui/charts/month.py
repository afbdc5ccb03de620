"""A month of days, each shaded and dotted by its number of sessions (look 6.4)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from PySide6.QtCore import QLocale, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from kneecoach.domain.charts import CalendarDay, calendar_weeks, month_start
from kneecoach.domain.history import SessionRecord
from kneecoach.ui.charts.words import long_day, month_words
from kneecoach.ui.fonts import font
from kneecoach.ui.kit.buttons import FocusButton, IconButton
from kneecoach.ui.kit.labels import Heading, TextLabel
from kneecoach.ui.kit.shapes import focus_ring, rounded, smooth
from kneecoach.ui.look import Look
from kneecoach.ui.theme import Theme, contrast, mix

# Four steps from sunken to primary. Not the .62 of look 6.4: on that neither ink nor white reaches
# 4.5:1.
_LEVELS = (0.0, 0.25, 0.50, 1.0)
_WEEKS = 6
_MOVES = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: -7,
    Qt.Key.Key_Down: 7,
}


def level_colours(theme: Theme, sessions: int) -> tuple[str, str]:
    """The ground and the ink of a day with that many sessions; 3 and more look alike."""
    ground = mix(theme.sunken, theme.primary, _LEVELS[min(sessions, 3)])
    return ground, max(theme.ink, theme.on_primary, key=lambda ink: contrast(ink, ground))


def draw_dots(painter: QPainter, centre: QPointF, sessions: int, ink: str) -> None:
    """One to three dots, so that the number of sessions is not told by shade alone."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(ink))
    count = min(sessions, 3)
    for number in range(count):
        shift = (number - (count - 1) / 2) * 6
        painter.drawEllipse(centre + QPointF(shift, 0), 1.7, 1.7)


class DayButton(FocusButton):
    """One day of the calendar."""

    def __init__(self, look: Look, locale: QLocale, parent: QWidget) -> None:
        super().__init__(look, "", parent)
        self._locale = locale
        self.day = date.min
        self.sessions = 0
        self._today = False
        self._future = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_day(self, shown: CalendarDay, today: date) -> None:
        """Stand for that day."""
        self.day = shown.day
        self.sessions = shown.sessions
        self._today = shown.day == today
        self._future = shown.day > today
        self.setText(str(shown.day.day))
        name = self._name()
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setEnabled(not self._future)
        self.update()

    def _name(self) -> str:
        day = long_day(self.day, self._locale)
        if self._today:
            day = self.tr("{day}, today").format(day=day)
        if self._future:
            return day
        return f"{day}: " + self.tr("%n session(s)", "", self.sessions)

    def sizeHint(self) -> QSize:
        """A target of 44 px."""
        return QSize(44, 44)

    def minimumSizeHint(self) -> QSize:
        """The least that a narrow window leaves."""
        return QSize(28, 30)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the field, the number, the dots and the ring of today."""
        theme = self._look.theme
        ground, ink = level_colours(theme, self.sessions)
        with QPainter(self) as painter:
            smooth(painter)
            box = QRectF(self.rect()).adjusted(4, 4, -4, -4)
            if self._future:
                rounded(painter, box, 9, None, theme.line, 1.2)
                ink = theme.ink3
            else:
                rounded(painter, box, 9, ground)
            if self.shows_ring:
                focus_ring(painter, box, 9, theme)
            elif self._today:
                rounded(painter, box.adjusted(-3, -3, 3, 3), 12, None, theme.ink, 2)
            self._draw_number(painter, box, ink)

    def _draw_number(self, painter: QPainter, box: QRectF, ink: str) -> None:
        painter.setFont(font(13.5, 500 if self._future else 600, tabular=True))
        painter.setPen(QColor(ink))
        lift = 3 if self.sessions and box.height() >= 26 else 0
        painter.drawText(
            box.adjusted(0, -lift, 0, -lift), Qt.AlignmentFlag.AlignCenter, self.text()
        )
        if lift:
            draw_dots(painter, QPointF(box.center().x(), box.bottom() - 5), self.sessions, ink)


class MonthCalendar(QWidget):
    """A month with its days; arrows move along them, Page Up and Page Down by a month."""

    chosen = Signal(object)  # datetime.date

    def __init__(self, look: Look, locale: QLocale, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._locale = locale
        self._sessions: tuple[SessionRecord, ...] = ()
        self._today = date.min
        self._month = date.min
        self._weekday = locale.firstDayOfWeek().value - 1
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
            self._grid.addWidget(label, 0, number)
        for number, day in enumerate(self._days):
            self._grid.addWidget(day, 1 + number // 7, number % 7)
            day.clicked.connect(lambda _checked=False, day=day: self.chosen.emit(day.day))
        column.addLayout(self._grid, 1)
        column.addWidget(self._key)

    def show_sessions(self, sessions: Iterable[SessionRecord], today: date) -> None:
        """Show the month of today with these sessions."""
        self._sessions = tuple(sessions)
        self._today = today
        self._month = month_start(today)
        self._fill(today)

    def set_compact(self, compact: bool) -> None:
        """Leave the key out in a narrow window."""
        self._key.setVisible(not compact)
        self._title.set_px(16.5 if compact else 19)

    def show_month(self, months: int) -> None:
        """Turn so many months on, back for a number below 0; never past today's."""
        month = month_start(self._month, months)
        if month <= self._today:
            self._month = month
            self._fill(min(self._today, month))

    def _fill(self, current: date) -> None:
        self._title.setText(month_words(self._month, self._locale))
        self._on.setEnabled(month_start(self._month, 1) <= self._today)
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


class CalendarKey(QWidget):
    """What the shades and dots of the calendar mean."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setFixedHeight(26)
        self.setAccessibleName(self.tr("Sessions a day: 0, 1, 2, 3 or more"))
        look.changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw four fields with their numbers."""
        theme = self._look.theme
        with QPainter(self) as painter:
            smooth(painter)
            painter.setPen(QColor(theme.ink2))
            painter.setFont(font(14))
            box = QRectF(self.rect()).adjusted(8, 0, -4, 0)
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, self.tr("Sessions a day"))
            for number in range(4):
                self._draw_level(painter, box.right() - (4 - number) * 42, number)

    def _draw_level(self, painter: QPainter, x: float, sessions: int) -> None:
        theme = self._look.theme
        ground, ink = level_colours(theme, sessions)
        field = QRectF(x, 4, 20, 18)
        rounded(painter, field, 5, ground, None if sessions else theme.line, 1)
        draw_dots(painter, field.center(), sessions, ink)
        painter.setFont(font(14, 600, tabular=True))
        painter.setPen(QColor(theme.ink2))
        words = QRectF(x + 25, 0, 24, self.height())
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, str(sessions))
