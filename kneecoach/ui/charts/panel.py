"""Both charts above one another, pointed at together, or their table in the same place."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QLocale, QPoint, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kneecoach.domain.catalogue import Catalogue
from kneecoach.domain.charts import Column, Span, columns, pain_trend
from kneecoach.domain.history import SessionRecord
from kneecoach.ui.charts.callout import Callout
from kneecoach.ui.charts.cards import MinutesCard, PainCard, TableCard
from kneecoach.ui.charts.columns import ColumnChart
from kneecoach.ui.look import Look

_SHARES = (56, 44)  # of the height (look 6.4)


class ChartPanel(QWidget):
    """Minutes and pain; a small card beside the column pointed at floats over `host`."""

    chosen = Signal(object)  # Column: the day, week or month whose sessions are wanted

    def __init__(self, look: Look, locale: QLocale, host: QWidget) -> None:
        super().__init__()
        self._locale = locale
        self._host = host
        self._columns: tuple[Column, ...] = ()
        self.minutes = MinutesCard(look, locale)
        self.pain = PainCard(look, locale)
        self.table = TableCard(look, locale)
        self.callout = Callout(look, locale, host)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        for card, share in zip((self.minutes, self.pain), _SHARES, strict=True):
            column.addWidget(card, share)
        column.addWidget(self.table, 1)
        self.table.hide()
        self._connect()

    def _connect(self) -> None:
        self.minutes.button.clicked.connect(self.show_table)
        self.table.button.clicked.connect(self.show_charts)
        self.table.table.chosen.connect(self._choose)
        charts = (self.minutes.chart, self.pain.chart)
        for chart, other in (charts, charts[::-1]):
            chart.chosen.connect(self._choose)
            chart.pointed.connect(lambda i, chart=chart, other=other: self._point(i, chart, other))

    def show_sessions(
        self, sessions: Sequence[SessionRecord], span: Span, today: date, catalogue: Catalogue
    ) -> None:
        """Draw that span of the sessions."""
        shown = columns(sessions, span, today, catalogue)
        trend = pain_trend(sessions, shown[0].first, shown[-1].last)
        self._columns = shown
        self.callout.hide()
        self.minutes.show_columns(shown, span, self._locale)
        self.pain.show_columns(shown, span, trend, self._locale)
        self.table.table.show_columns(shown)

    def set_compact(self, compact: bool) -> None:
        """Take the form for narrow windows, or leave it."""
        for card in (self.minutes, self.pain, self.table):
            card.set_compact(compact)

    def toggle_table(self) -> None:
        """Show the table instead of the charts, or the charts again."""
        if self.table.isHidden():
            self.show_table()
        else:
            self.show_charts()

    def show_table(self) -> None:
        """Show the numbers as a table and go into it."""
        self._turn(table=True)
        self.table.table.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_charts(self) -> None:
        """Show the charts and go into the first."""
        self._turn(table=False)
        self.minutes.chart.setFocus(Qt.FocusReason.OtherFocusReason)

    def _turn(self, *, table: bool) -> None:
        self.callout.hide()
        self.minutes.setVisible(not table)
        self.pain.setVisible(not table)
        self.table.setVisible(table)

    def _point(self, index: int, chart: ColumnChart, other: ColumnChart) -> None:
        other.point_at(index)
        if index < 0:
            self.callout.hide()
            return
        rect = chart.column_rect(index).toRect()
        rect.moveTopLeft(chart.mapTo(self._host, QPoint(0, 0)) + rect.topLeft())
        self.callout.point(self._columns[index], rect)

    def _choose(self, index: int) -> None:
        self.chosen.emit(self._columns[index])
