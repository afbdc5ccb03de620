"""A day of the calendar, and what its shades and dots mean (look 6.4)."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QLocale, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from kneecoach.domain.charts import CalendarDay
from kneecoach.ui.charts.legend import Entry, Legend
from kneecoach.ui.charts.words import long_day
from kneecoach.ui.fonts import font
from kneecoach.ui.kit.buttons import FocusButton
from kneecoach.ui.kit.labels import TextLabel
from kneecoach.ui.kit.shapes import focus_ring, rounded, smooth
from kneecoach.ui.look import Look
from kneecoach.ui.theme import Theme, contrast, mix

# Four steps from sunken to primary. Not the .62 of look 6.4: on that neither ink nor white reaches
# 4.5:1.
_LEVELS = (0.0, 0.25, 0.50, 1.0)


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
        """The least height; a month takes more where there is room."""
        return QSize(44, self.minimumHeight())

    def minimumSizeHint(self) -> QSize:
        """The least that a narrow window leaves."""
        return QSize(28, 30)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the field, the number, the dots and the ring of today."""
        theme = self._look.theme
        ground, ink = level_colours(theme, self.sessions)
        with QPainter(self) as painter:
            smooth(painter)
            box = QRectF(self.rect()).adjusted(4, 3, -4, -3)
            if self._future:
                rounded(painter, box, 9, None, theme.line, 1.2)
                ink = theme.ink3
            else:
                rounded(painter, box, 9, ground)
            if self.shows_ring:
                focus_ring(painter, box, 9, theme)
            elif self._today:
                rounded(painter, box.adjusted(-2.5, -2.5, 2.5, 2.5), 11, None, theme.ink, 2)
            self._draw_number(painter, box, ink)

    def _draw_number(self, painter: QPainter, box: QRectF, ink: str) -> None:
        painter.setFont(font(13.5, 500 if self._future else 600, tabular=True))
        painter.setPen(QColor(ink))
        lift = 4 if self.sessions and box.height() >= 24 else 0
        painter.drawText(
            box.adjusted(0, -lift, 0, -lift), Qt.AlignmentFlag.AlignCenter, self.text()
        )
        if lift:
            draw_dots(painter, QPointF(box.center().x(), box.bottom() - 5), self.sessions, ink)


class CalendarKey(QWidget):
    """What the shades and dots of the calendar mean."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 0, 4, 0)
        row.setSpacing(8)
        row.addWidget(TextLabel(look, self.tr("Sessions a day"), px=14, role="ink2"), 1)
        levels = Legend(look, [_level_entry(sessions) for sessions in range(4)])
        levels.set_px(14, apart=9)
        row.addWidget(levels)


def _level_entry(sessions: int) -> Entry:
    def draw(painter: QPainter, rect: QRectF, theme: Theme) -> None:
        ground, ink = level_colours(theme, sessions)
        field = rect.adjusted(0, -2, 0, 2)
        rounded(painter, field, 5, ground, None if sessions else theme.line, 1)
        draw_dots(painter, field.center(), sessions, ink)

    return Entry(str(sessions) if sessions < 3 else "3+", 20, draw)
