"""The numbers behind the charts as a table."""

from __future__ import annotations

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from kneecoach.domain.charts import Column, keys_present
from kneecoach.ui.charts.words import minutes_words, pain_value, period_words, short_chart_name
from kneecoach.ui.fonts import font
from kneecoach.ui.look import Look
from kneecoach.ui.theme import Theme

_ROW = 44  # px
_SIDES = (("vertical", "width", "height"), ("horizontal", "height", "width"))


class ColumnTable(QTableWidget):
    """A row for each day, week or month that has a session, the newest first.

    Arrow keys move along the rows, Enter chooses one.
    """

    chosen = Signal(int)  # the index of the column
    focused = Signal(bool)

    def __init__(self, look: Look, locale: QLocale, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._locale = locale
        self._indexes: list[int] = []
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        self.setFrameShape(QTableWidget.Shape.NoFrame)
        self.setFont(font(16, tabular=True))
        self.setAccessibleName(self.tr("Minutes and pain"))
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(_ROW)
        head = self.horizontalHeader()
        head.setFont(font(15, 700))
        head.setFixedHeight(40)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        head.setHighlightSections(False)
        self.cellActivated.connect(lambda row, _column: self.chosen.emit(self._indexes[row]))
        self._style()
        look.changed.connect(self._style)

    def show_columns(self, columns: tuple[Column, ...]) -> None:
        """Show these columns, those without a session left out."""
        keys = keys_present(columns)
        self._indexes = [i for i, column in enumerate(columns) if column.sessions][::-1]
        heads = self._heads(keys)
        self.clear()
        self.setColumnCount(len(heads))
        self.setRowCount(len(self._indexes))
        self.setHorizontalHeaderLabels(heads)
        for row, index in enumerate(self._indexes):
            for number, text in enumerate(self._cells(columns[index], keys)):
                self.setItem(row, number, QTableWidgetItem(text))
        if self._indexes:
            self.setCurrentCell(0, 0)

    def _heads(self, keys: tuple[str, ...]) -> list[str]:
        return [
            self.tr("Date"),
            self.tr("Sessions"),
            self.tr("Together"),
            self.tr("Pain before"),
            self.tr("Pain after"),
            *(short_chart_name(key) for key in keys),
        ]

    def _cells(self, column: Column, keys: tuple[str, ...]) -> list[str]:
        times = dict(column.parts)
        pains = (column.before, column.after)
        return [
            period_words(column, self._locale),
            str(column.sessions),
            minutes_words(column.seconds),
            *("" if pain is None else pain_value(pain, self._locale) for pain in pains),
            *(minutes_words(times[key]) if key in times else "" for key in keys),
        ]

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell that the focus is here."""
        super().focusInEvent(event)
        self.focused.emit(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the focus has gone."""
        super().focusOutEvent(event)
        self.focused.emit(False)

    def _style(self) -> None:
        theme = self._look.theme
        bars = "".join(_bar(theme, *side) for side in _SIDES)
        self.setStyleSheet(
            f"QTableWidget{{background:{theme.surface};color:{theme.ink};outline:0}}"
            f"QTableWidget::item{{border-bottom:1px solid {theme.line};padding:0 10px}}"
            f"QTableWidget::item:selected{{background:{theme.primary_soft};color:{theme.ink}}}"
            f"QHeaderView,QHeaderView::section{{background:{theme.surface};"
            f"color:{theme.primary};border:0;padding:0 3px}}{bars}"
            "QAbstractScrollArea::corner{background:transparent;border:0}"
        )


def _bar(theme: Theme, side: str, thickness: str, length: str) -> str:
    """A quiet scroll bar, as beside a page."""
    bar = f"QScrollBar:{side}"
    ends = f"QScrollBar::add-line:{side},QScrollBar::sub-line:{side}"
    return (
        f"{bar}{{background:transparent;{thickness}:10px;margin:0}}"
        f"QScrollBar::handle:{side}{{background:{theme.line2};border-radius:4px;"
        f"min-{length}:44px;margin:1px}}{ends}{{{length}:0}}"
        f"QScrollBar::add-page:{side},QScrollBar::sub-page:{side}{{background:none}}"
    )
