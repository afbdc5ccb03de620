"""History: minutes and pain over time, a calendar, bests and every session."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QEvent, QLocale, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from kneecoach.domain.bests import bests
from kneecoach.domain.charts import Span
from kneecoach.domain.history import JournalError, SessionRecord
from kneecoach.ui.charts.best_list import BestList
from kneecoach.ui.charts.month import MonthCalendar
from kneecoach.ui.charts.panel import ChartPanel
from kneecoach.ui.history_parts import EmptyHistory, HistoryNotice
from kneecoach.ui.kit.card import Card
from kneecoach.ui.kit.choice import Segmented
from kneecoach.ui.kit.labels import Heading
from kneecoach.ui.kit.page import ScrollPage
from kneecoach.ui.look import Look
from kneecoach.ui.pictures import Pictures
from kneecoach.ui.services import Services
from kneecoach.ui.session_list import SessionList

_PEEK = 84  # px of the gap and the list of sessions that show below the charts
_PEEK_COMPACT = 52
_SIDE = 340  # px, the right column
_SIDE_COMPACT = 250


class FirstScreen(QWidget):
    """As high as what the window shows, or as high as what is in it needs."""

    def __init__(self) -> None:
        super().__init__()
        self._height = 0
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def fit(self, height: int) -> None:
        """Take that height in px where what is in it allows."""
        self._height = height
        self.updateGeometry()

    def hasHeightForWidth(self) -> bool:
        """False: the height is given, words that wrap only raise it."""
        return False

    def sizeHint(self) -> QSize:
        """The height to take."""
        layout = self.layout()
        if layout is None:
            return QSize(0, self._height)
        least = layout.totalHeightForWidth(self.width())
        return QSize(layout.minimumSize().width(), max(least, self._height))

    def minimumSizeHint(self) -> QSize:
        """The same: what is in it is never cut."""
        return self.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask again, as another width wraps other words."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()


class HistoryPage(ScrollPage):
    """Everything that was done; `start_wanted` says that the first session is wanted."""

    start_wanted = Signal()

    def __init__(self, services: Services, look: Look, pictures: Pictures | None = None) -> None:
        """Take the pictures of the other pages, or make own ones."""
        super().__init__(look, "")
        self._services = services
        self._pictures = pictures or Pictures(services.content.poses, look, services.clock)
        self._locale = QLocale(services.content.texts.language)
        self._sessions: tuple[SessionRecord, ...] = ()
        self._today = services.clock.wall().day
        self.title.setText(self.tr("History"))
        self.range = self._make_range()
        self.add_right(self.range)
        self.notice = HistoryNotice(look)
        self.empty = EmptyHistory(look, self._pictures)
        self._make_content()
        self.body.addWidget(self.notice, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addWidget(self.empty, 1)
        self.body.addWidget(self.content, 1)
        self.scroll_box.viewport().installEventFilter(self)
        self._connect()
        self._keys()
        self.arrange(False)
        self.refresh()

    def _make_range(self) -> Segmented:
        words = {
            Span.WEEK: self.tr("Week"),
            Span.MONTH: self.tr("Month"),
            Span.YEAR: self.tr("Year"),
            Span.ALL: self.tr("All"),
        }
        options = [(span.value, text) for span, text in words.items()]
        choice = Segmented(self.look, self.tr("Range"), options, Span.MONTH.value)
        policy = choice.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        choice.setSizePolicy(policy)
        return choice

    def _make_content(self) -> None:
        look, texts = self.look, self._services.content.texts
        self.content = QWidget()
        host = self.content
        self.charts = ChartPanel(look, self._locale, host)
        self.calendar = MonthCalendar(
            look, self._locale, QLocale.system().firstDayOfWeek().value - 1
        )
        self.bests = BestList(look, self._pictures, texts, self._locale, host)
        self.sessions = SessionList(look, texts, self._locale)
        self._top = FirstScreen()
        self._columns = QHBoxLayout(self._top)
        self._columns.setContentsMargins(0, 0, 0, 0)
        self._columns.addWidget(self.charts, 1)
        self._columns.addWidget(self._make_side())
        column = QVBoxLayout(self.content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(self._top)
        column.addWidget(self._make_list())
        column.addStretch(1)
        self.charts.callout.raise_()

    def _make_side(self) -> QWidget:
        self._side = QWidget()
        column = QVBoxLayout(self._side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        month = Card(self.look)
        self._month_room = month.column(16, 0)
        self._month_room.addWidget(self.calendar)
        most = Card(self.look)
        self._best_room = most.column(20, 0)
        self._best_room.addWidget(self.bests, 1)
        column.addWidget(month, 3)
        column.addWidget(most, 2)
        return self._side

    def _make_list(self) -> Card:
        card = Card(self.look)
        self._list_room = card.column(24, 10)
        self._list_room.addWidget(Heading(self.look, self.tr("Sessions")))
        self._list_room.addWidget(self.sessions)
        return card

    def _connect(self) -> None:
        self.range.chosen.connect(lambda _value: self._show_span())
        self.notice.again.connect(self.refresh)
        self.empty.start_wanted.connect(self.start_wanted)
        self.charts.chosen.connect(lambda column: self._show_days(column.first, column.last))
        self.calendar.chosen.connect(lambda day: self._show_days(day, day))

    def _keys(self) -> None:
        for number, span in enumerate(Span, 1):
            self._key(f"Alt+{number}").activated.connect(lambda span=span: self.choose(span))
        self._key("T").activated.connect(self._toggle_table)

    def _key(self, keys: str) -> QShortcut:
        shortcut = QShortcut(QKeySequence(keys), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        return shortcut

    # What is shown.

    def refresh(self) -> None:
        """Read the sessions anew; a history that can't be read is told in place."""
        self._today = self._services.clock.wall().day
        try:
            self._sessions = tuple(self._services.journal.sessions())
        except JournalError as error:
            texts = self._services.content.texts
            self.notice.tell(texts.message(error.code, **error.fields))
            self._show_only(self.notice)
            return
        if not self._sessions:
            self._show_only(self.empty)
            return
        self._show_span()
        self.calendar.show_sessions(self._sessions, self._today)
        found = bests(self._sessions, self._services.content.catalogue)
        self.bests.show_bests(found, self._today)
        self.sessions.show_sessions(self._sessions, self._today)
        self._show_only(self.content)

    def choose(self, span: Span) -> None:
        """Look back that far."""
        self.range.set_value(span.value)
        self._show_span()

    @property
    def span(self) -> Span:
        """How far the charts look back."""
        return Span(self.range.value or Span.MONTH.value)

    def _show_span(self) -> None:
        catalogue = self._services.content.catalogue
        self.charts.show_sessions(self._sessions, self.span, self._today, catalogue)

    def _show_only(self, wanted: QWidget) -> None:
        for widget in (self.notice, self.empty, self.content):
            widget.setVisible(widget is wanted)
        self.range.setVisible(wanted is self.content)

    def _toggle_table(self) -> None:
        if not self.content.isHidden():
            self.charts.toggle_table()

    def _show_days(self, first: date, last: date) -> None:
        """Show the sessions of these days in the list and go there."""
        self.sessions.show_days((first, last))
        self.sessions.take_focus()

    # Where it stands.

    def take_focus(self) -> None:
        """Go to the one thing to do, or to the range."""
        if not self.empty.isHidden():
            self.empty.start.setFocus(Qt.FocusReason.OtherFocusReason)
        elif not self.notice.isHidden():
            self.notice.button.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().take_focus()

    def arrange(self, compact: bool) -> None:
        """Lay out for a narrow or a wide window (look 5)."""
        self._side.setFixedWidth(_SIDE_COMPACT if compact else _SIDE)
        self._columns.setSpacing(14 if compact else 24)
        self._month_room.setContentsMargins(*([10, 6, 10, 8] if compact else [16, 12, 16, 12]))
        self._best_room.setContentsMargins(*([16, 4, 12, 8] if compact else [24, 8, 20, 12]))
        for part in (self.charts, self.calendar, self.bests, self.sessions, self.empty):
            part.set_compact(compact)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let charts, calendar and bests fill the window but for the head of the list."""
        if event.type() is QEvent.Type.Resize and watched is self.scroll_box.viewport():
            peek = _PEEK_COMPACT if self.compact else _PEEK
            self._top.fit(self.scroll_box.viewport().height() - peek)
        return super().eventFilter(watched, event)
