"""The list of sessions, the newest first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import groupby

from PySide6.QtCore import QCoreApplication, QEvent, QLocale, Qt
from PySide6.QtGui import QAccessible, QKeyEvent
from PySide6.QtWidgets import (
    QLayoutItem,
    QVBoxLayout,
    QWidget,
)

from kneecoach.domain.history import SessionRecord
from kneecoach.domain.texts import Texts
from kneecoach.ui.charts.roles import Told
from kneecoach.ui.charts.words import long_day
from kneecoach.ui.kit.buttons import SoftButton
from kneecoach.ui.kit.labels import Heading, TextLabel
from kneecoach.ui.kit.shapes import RING
from kneecoach.ui.look import Look
from kneecoach.ui.session_row import SessionRow, bring_up

PORTION = 10  # sessions shown at first, and more with each press of Show more


class SessionList(Told):
    """Sessions by day; Up and Down move along them."""

    role = QAccessible.Role.List

    def __init__(
        self, look: Look, texts: Texts, locale: QLocale, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._texts = texts
        self._locale = locale
        self._sessions: tuple[SessionRecord, ...] = ()
        self._days: tuple[date, date] | None = None
        self._count = PORTION
        self._today = date.min
        self._compact = False
        self.setAccessibleName(self.tr("Sessions"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(2)
        self._more = SoftButton(look, self.tr("Show more"))
        self._all = SoftButton(look, self.tr("Show all sessions"))
        column.addLayout(self._rows)
        for button in (self._more, self._all):
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        self._more.clicked.connect(self._show_more)
        self._all.clicked.connect(lambda: self.show_days(None))

    @property
    def rows(self) -> list[SessionRow]:
        """The rows that are shown, from the top."""
        return [widget for widget in self._held() if isinstance(widget, SessionRow)]

    def _held(self) -> list[QWidget]:
        """Rows and the headings of days, from the top."""
        items = (self._rows.itemAt(number) for number in range(self._rows.count()))
        widgets = (item.widget() for item in items if item is not None)
        return [widget for widget in widgets if widget is not None]

    def show_sessions(self, sessions: Iterable[SessionRecord], today: date) -> None:
        """Show these sessions, all days again."""
        self._today = today
        self._sessions = tuple(sorted(sessions, key=lambda record: record.started, reverse=True))
        self.show_days(None)

    def show_days(self, days: tuple[date, date] | None) -> None:
        """Show the sessions of these days only, both included; None shows all."""
        self._days = days
        self._count = PORTION
        self._fill()

    def set_compact(self, compact: bool) -> None:
        """Take the form for narrow windows, or leave it."""
        if compact != self._compact:
            self._compact = compact
            self._fill()

    def take_focus(self) -> None:
        """Go to the first session, or to the way back to all of them, and come into view."""
        self._show_rows()
        rows: list[QWidget] = [*self.rows]
        (rows or [self._all])[0].setFocus(Qt.FocusReason.OtherFocusReason)
        bring_up(self)

    def _wanted(self) -> list[SessionRecord]:
        if self._days is None:
            return list(self._sessions)
        first, last = self._days
        return [record for record in self._sessions if first <= record.day <= last]

    def _show_more(self) -> None:
        self._count += PORTION
        shown = len(self.rows)
        self._fill()
        self._show_rows()
        self.rows[shown].setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_rows(self) -> None:
        """Let new rows stand in their places now, so that they can take the focus."""
        for widget in self._held():
            widget.show()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)

    def _fill(self) -> None:
        while (item := self._rows.takeAt(0)) is not None:
            _drop(item)
        wanted = self._wanted()
        for day, records in groupby(wanted[: self._count], key=lambda record: record.day):
            self._add_day(day, list(records))
        if not wanted:
            self._rows.addWidget(TextLabel(self._look, self.tr("No session"), role="ink2"))
        self._more.setVisible(len(wanted) > self._count)
        self._all.setVisible(self._days is not None)
        for row in self.rows[:1]:
            row.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def _add_day(self, day: date, records: Sequence[SessionRecord]) -> None:
        heading = Heading(
            self._look, long_day(day, self._locale, self._today), px=16, role="primary"
        )
        heading.setContentsMargins(RING + 8, 8 if self._rows.count() else 0, 0, 0)
        self._rows.addWidget(heading)
        for record in records:
            self._rows.addWidget(self._row(record))

    def _row(self, record: SessionRecord) -> SessionRow:
        return SessionRow(
            self._look, record, self._texts, self._locale, compact=self._compact, parent=self
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move along the rows."""
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
        rows = self.rows
        here = next((i for i, row in enumerate(rows) if row.hasFocus()), None)
        if step and here is not None and 0 <= here + step < len(rows):
            rows[here + step].setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().keyPressEvent(event)


def _drop(item: QLayoutItem) -> None:
    widget = item.widget()
    if widget is not None:
        widget.hide()
        widget.deleteLater()
