"""The most that was done of each exercise, in rows."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QLocale, QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kneecoach.domain.bests import Best
from kneecoach.domain.texts import Texts
from kneecoach.ui.charts.words import short_day
from kneecoach.ui.kit.buttons import LinkButton
from kneecoach.ui.kit.labels import Heading, TextLabel
from kneecoach.ui.look import Look
from kneecoach.ui.pictures import Picture, Pictures

ROWS = 4  # shown at first
ROWS_COMPACT = 3
_THUMBNAIL = QSize(44, 44)


class BestRow(QWidget):
    """A thumbnail, the exercise with the day, and the number."""

    def __init__(
        self, look: Look, pictures: Pictures, name: str, best: Best, day: str, *, compact: bool
    ) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(9)
        if not compact:
            picture = Picture(look, pictures, best.exercise, radius=11)
            picture.setFixedSize(_THUMBNAIL)
            row.addWidget(picture)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(TextLabel(look, name, px=14.5 if compact else 16, weight=600))
        words.addWidget(TextLabel(look, self._when(best, day), px=14, role="ink2"))
        row.addLayout(words, 1)
        row.addWidget(
            Heading(look, self._most(best), px=20 if compact else 25, wrap=False),
            0,
            Qt.AlignmentFlag.AlignVCenter,
        )

    def _most(self, best: Best) -> str:
        if best.reps is not None:
            return str(best.reps)
        return self.tr("{seconds} s").format(seconds=best.seconds)

    def _when(self, best: Best, day: str) -> str:
        pattern = self.tr("times in a set, {day}") if best.reps else self.tr("held, {day}")
        return pattern.format(day=day)


class BestList(QWidget):
    """The bests of the exercises done last; the others come with Show all."""

    def __init__(
        self, look: Look, pictures: Pictures, texts: Texts, locale: QLocale, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._pictures = pictures
        self._texts = texts
        self._locale = locale
        self._bests: tuple[Best, ...] = ()
        self._today = date.min
        self._compact = False
        self._open = False
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(4)
        self._title = Heading(look, self.tr("Your bests"))
        self._all = LinkButton(look, self.tr("Show all"), height=44, px=15)
        head = QHBoxLayout()
        head.setSpacing(0)
        self._title.setMinimumHeight(52)
        head.addWidget(self._title, 1)
        head.addWidget(self._all)
        column.addLayout(head)
        column.addLayout(self._rows)
        column.addStretch(1)
        self._all.clicked.connect(self._show_all)

    def show_bests(self, bests: Sequence[Best], today: date) -> None:
        """Show these bests."""
        self._bests = tuple(bests)
        self._today = today
        self._fill()

    def set_compact(self, compact: bool) -> None:
        """Leave the thumbnails out in a narrow window (look 5)."""
        self._compact = compact
        self._title.set_px(16.5 if compact else 19)
        self._fill()

    def _show_all(self) -> None:
        self._open = True
        self._fill()

    def _fill(self) -> None:
        while (item := self._rows.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for best in self._shown():
            self._rows.addWidget(self._row(best))
        self._all.setVisible(len(self._shown()) < len(self._bests))
        if not self._bests:
            text = self.tr("After your next session this shows the most you did in one set.")
            self._rows.addWidget(TextLabel(self._look, text, role="ink2"))

    def _shown(self) -> tuple[Best, ...]:
        count = ROWS_COMPACT if self._compact else ROWS
        if self._open or len(self._bests) <= count:
            return self._bests
        latest = sorted(self._bests, key=lambda best: best.latest, reverse=True)[:count]
        return tuple(best for best in self._bests if best in latest)

    def _row(self, best: Best) -> BestRow:
        known = self._texts.exercises.get(best.exercise)
        name = known.short if known else best.exercise
        day = short_day(best.day, self._locale, self._today)
        return BestRow(self._look, self._pictures, name, best, day, compact=self._compact)
