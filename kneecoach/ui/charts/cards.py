"""The cards around the charts: title, what the numbers say in words, legend."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication, QLocale, Qt
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout

from kneecoach.domain.charts import Column, Span, Trend, average_seconds, keys_present
from kneecoach.ui.charts.columns import ColumnChart
from kneecoach.ui.charts.legend import Legend, exercise_entry, line_entry
from kneecoach.ui.charts.minutes import MinutesChart
from kneecoach.ui.charts.pain import PainChart
from kneecoach.ui.charts.table import ColumnTable
from kneecoach.ui.charts.words import minutes_words, period_words
from kneecoach.ui.kit.buttons import SoftButton
from kneecoach.ui.kit.card import Card
from kneecoach.ui.kit.labels import Heading, TextLabel
from kneecoach.ui.look import Look

_PAD = 24  # px
_PAD_COMPACT = 16


class ChartCard(Card):
    """A card with a title, a line beside it, something at the right and a body."""

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self.title = Heading(look, wrap=False)
        self.words = TextLabel(look, role="ink2")
        self.words.hide()
        self.head = QHBoxLayout()
        self.head.setSpacing(12)
        self._titles = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._titles.addWidget(self.title)
        self._titles.addWidget(self.words, 1)
        self.head.addLayout(self._titles, 1)
        self.head.setAlignment(self._titles, Qt.AlignmentFlag.AlignVCenter)
        self.body: QVBoxLayout = self.column(_PAD, 6)
        self.body.addLayout(self.head)

    def say(self, text: str) -> None:
        """Show these words beside the title, "" for none."""
        self.words.setText(text)
        self.words.setVisible(bool(text))

    def set_compact(self, compact: bool) -> None:
        """Take the form for narrow windows, or leave it."""
        pad = _PAD_COMPACT if compact else _PAD
        self.body.setContentsMargins(pad, pad - 8, pad, pad - 8)
        direction = QBoxLayout.Direction
        self._titles.setDirection(direction.TopToBottom if compact else direction.LeftToRight)
        self._titles.setSpacing(0 if compact else 16)
        self.title.set_px(16.5 if compact else 19)
        self.words.set_px(14 if compact else 16)


class MinutesCard(ChartCard):
    """Minutes a day, a week or a month, and the way to the table."""

    def __init__(self, look: Look, locale: QLocale) -> None:
        super().__init__(look)
        self.chart = MinutesChart(look, locale)
        self.button = SoftButton(
            look, self.tr("Show as table"), icon="table", key="T", px=15, height=44
        )
        self._legend = Legend(look)
        self._columns: tuple[Column, ...] = ()
        self._short = False
        self.head.addWidget(self.button)
        self.body.addWidget(self.chart, 1)
        self.body.addWidget(self._legend)
        self.set_compact(False)

    def show_columns(self, shown: tuple[Column, ...], span: Span, locale: QLocale) -> None:
        """Draw these columns."""
        self._columns = shown
        self.title.setText(_minutes_title(span))
        average = average_seconds(shown)
        self.say("" if average is None else _average_words(average))
        describe(self.chart, self.title.text(), self.words.text(), shown, locale)
        self.chart.show_columns(shown, span)
        self._fill_legend()

    def set_compact(self, compact: bool) -> None:
        """Use short names in the legend of a narrow window (look 5)."""
        super().set_compact(compact)
        self._short = compact
        self.button.setText(self.tr("Table") if compact else self.tr("Show as table"))
        self.chart.set_compact(compact)
        self._legend.set_px(13 if compact else 14, apart=9 if compact else 16)
        self._fill_legend()

    def _fill_legend(self) -> None:
        keys = keys_present(self._columns)
        self._legend.set_entries([exercise_entry(key, short=self._short) for key in keys])


class PainCard(ChartCard):
    """Pain before and after exercise."""

    def __init__(self, look: Look, locale: QLocale) -> None:
        super().__init__(look)
        self.chart = PainChart(look, locale)
        self.title.setText(self.tr("Pain, 0 to 10"))
        before = line_entry(self.tr("Before"), "ink3", 2.4, Qt.PenStyle.DashLine)
        after = line_entry(self.tr("After"), "target_ink", 3, Qt.PenStyle.SolidLine)
        self.head.addWidget(Legend(look, (before, after)), 0, Qt.AlignmentFlag.AlignVCenter)
        self.body.addWidget(self.chart, 1)
        self.set_compact(False)

    def show_columns(
        self, shown: tuple[Column, ...], span: Span, trend: Trend | None, locale: QLocale
    ) -> None:
        """Draw these columns; `trend` None says no word about the direction."""
        self.say("" if trend is None else _trend_words(trend))
        describe(self.chart, self.title.text(), self.words.text(), shown, locale)
        self.chart.show_columns(shown, span)

    def set_compact(self, compact: bool) -> None:
        """Take the form for narrow windows, or leave it."""
        super().set_compact(compact)
        self.chart.set_compact(compact)


class TableCard(ChartCard):
    """Both charts as one table, and the way back."""

    def __init__(self, look: Look, locale: QLocale) -> None:
        super().__init__(look)
        self.table = ColumnTable(look, locale)
        self.title.setText(self.tr("Minutes and pain"))
        self.button = SoftButton(
            look, self.tr("Show as chart"), icon="chart", key="T", px=15, height=44
        )
        self.head.addWidget(self.button)
        self.body.addWidget(self.table, 1)
        self.table.focused.connect(
            lambda on: self.set_ground("surface", "focus" if on else "")  # the ring of the table
        )
        self.set_compact(False)


def describe(
    chart: ColumnChart, title: str, words: str, shown: tuple[Column, ...], locale: QLocale
) -> None:
    """Tell a screen reader what the chart shows and how to read it."""
    chart.setAccessibleName(title)
    keys = QCoreApplication.translate("Charts", "Left and Right move along it, T shows a table.")
    chart.setAccessibleDescription(_sentences([_range_words(shown, locale), words, keys]))


def _range_words(shown: tuple[Column, ...], locale: QLocale) -> str:
    if not shown:
        return ""
    text = QCoreApplication.translate("Charts", "From {first} to {last}")
    return text.format(first=period_words(shown[0], locale), last=period_words(shown[-1], locale))


def _sentences(parts: Iterable[str]) -> str:
    return " ".join(part if part.endswith(".") else f"{part}." for part in parts if part)


def _minutes_title(span: Span) -> str:
    translate = QCoreApplication.translate
    if span is Span.YEAR:
        return translate("Charts", "Minutes a week")
    if span is Span.ALL:
        return translate("Charts", "Minutes a month")
    return translate("Charts", "Minutes a day")


def _average_words(seconds: int) -> str:
    text = QCoreApplication.translate("Charts", "{time} on an active day")
    return text.format(time=minutes_words(seconds))


def _trend_words(trend: Trend) -> str:
    translate = QCoreApplication.translate
    return {
        Trend.LOWER: translate("Charts", "After exercise: lower than earlier"),
        Trend.SAME: translate("Charts", "After exercise: about the same"),
        Trend.HIGHER: translate("Charts", "After exercise: higher than earlier"),
    }[trend]
