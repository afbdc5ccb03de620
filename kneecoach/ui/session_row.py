"""One session of the list: time, exercises, minutes and pain."""

from __future__ import annotations

from PySide6.QtCore import QLocale, QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QFocusEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from kneecoach.domain.history import SessionRecord
from kneecoach.domain.texts import Texts
from kneecoach.ui.charts.roles import Told
from kneecoach.ui.charts.words import minutes_words
from kneecoach.ui.fonts import font
from kneecoach.ui.kit.labels import TextLabel
from kneecoach.ui.kit.pill import Pill
from kneecoach.ui.kit.shapes import RING, focus_ring, inner, rounded, smooth
from kneecoach.ui.look import Look
from kneecoach.ui.session_words import (
    done_words,
    exercise_words,
    pain_captions,
    session_sentences,
    slot_words,
    time_words,
    told_lines,
    unfinished_words,
)

_TOP = Qt.AlignmentFlag.AlignTop
_MIDDLE = Qt.AlignmentFlag.AlignHCenter


class PainField(QLabel):
    """A rating on its colour of the pain scale; a dash on an outline where none was given."""

    def __init__(self, look: Look, value: int | None, parent: QWidget | None = None) -> None:
        super().__init__("–" if value is None else str(value), parent)
        self._look = look
        self._value = value
        self.setFont(font(17, 700, tabular=True))
        self.setFixedSize(QSize(44, 32))
        look.changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the field and its number."""
        theme = self._look.theme
        with QPainter(self) as painter:
            smooth(painter)
            box = QRectF(self.rect())
            if self._value is None:
                rounded(painter, box, 10, None, theme.line, 1.4)
                painter.setPen(theme.ink3)
            else:
                rounded(painter, box, 10, theme.pain[self._value])
                painter.setPen(theme.pain_ink(self._value))
            painter.setFont(self.font())
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self.text())


class SessionRow(Told):
    """One session: time, exercises, minutes and pain."""

    role = QAccessible.Role.ListItem

    def __init__(
        self,
        look: Look,
        record: SessionRecord,
        texts: Texts,
        locale: QLocale,
        *,
        compact: bool,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._compact = compact
        self._look = look
        self.setAccessibleName(session_sentences(record, texts, locale))
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        row = QHBoxLayout(self)
        row.setContentsMargins(RING + 8, RING + 8, RING + 8, RING + 8)
        row.setSpacing(12 if compact else 20)
        row.addLayout(self._when(record))
        row.addLayout(self._what(record, texts), 1)
        if not compact:
            minutes = self._label(minutes_words(record.seconds), weight=600)
            minutes.setAlignment(Qt.AlignmentFlag.AlignRight)
            minutes.setMinimumWidth(max(60, minutes.sizeHint().width()))
            row.addWidget(minutes, 0, _TOP)
        row.addLayout(self._pain(record))

    def _label(self, text: str, *, weight: int = 500, role: str = "ink") -> TextLabel:
        return TextLabel(
            self._look, text, px=16, weight=weight, role=role, wrap=False, tabular=True
        )

    def _when(self, record: SessionRecord) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addWidget(self._label(time_words(record), weight=700))
        slot = self._label(slot_words(record.slot), role="ink2")
        slot.setMinimumWidth(max(76 if self._compact else 104, slot.sizeHint().width()))
        column.addWidget(slot)
        if self._compact:
            column.addWidget(self._label(minutes_words(record.seconds), weight=600))
        column.addStretch(1)
        return column

    def _what(self, record: SessionRecord, texts: Texts) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(2)
        for number, done in enumerate(record.told):
            name = TextLabel(self._look, exercise_words(done, texts, short=self._compact))
            grid.addWidget(name, number, 0, _TOP)
            count = TextLabel(self._look, done_words(done), role="ink2", tabular=True)
            grid.addWidget(count, number, 1, _TOP)
        if not record.finished:
            pill = Pill(self._look, unfinished_words(), "ours", icon="clock")
            grid.addWidget(pill, grid.rowCount(), 0, 1, 2)
        for line in told_lines(record, texts):
            grid.addWidget(
                TextLabel(self._look, line, px=15, role="ink2"), grid.rowCount(), 0, 1, 2
            )
        grid.setColumnStretch(0, 5)
        grid.setColumnStretch(1, 4)
        grid.setRowStretch(grid.rowCount(), 1)
        return grid

    def _pain(self, record: SessionRecord) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(3)
        values = (record.pain_before, record.pain_worst, record.pain_after)
        for number, (caption, value) in enumerate(zip(pain_captions(), values, strict=True)):
            label = TextLabel(self._look, caption, px=14, role="ink2", wrap=False, align=_MIDDLE)
            grid.addWidget(label, 0, number)
            grid.addWidget(PainField(self._look, value), 1, number, _MIDDLE)
        grid.setRowStretch(2, 1)
        return grid

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring and come into view."""
        super().focusInEvent(event)
        self.update()
        reveal(self)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw a ground, and the ring while the row has the focus."""
        theme = self._look.theme
        with QPainter(self) as painter:
            smooth(painter)
            box = inner(QRectF(self.rect()))
            rounded(painter, box, 14, theme.surface)
            if self.hasFocus():
                focus_ring(painter, box, 14, theme)


def reveal(widget: QWidget) -> None:
    """Scroll what holds the widget until it is seen."""
    area = _area_of(widget)
    if area is not None:
        area.ensureWidgetVisible(widget, 0, 24)


def bring_up(widget: QWidget, above: int = 72) -> None:
    """Scroll what holds the widget until its top is `above` px below the upper edge."""
    area = _area_of(widget)
    inside = area.widget() if area is not None else None
    if area is not None and inside is not None:
        top = widget.mapTo(inside, QPoint(0, 0)).y()
        area.verticalScrollBar().setValue(top - above)


def _area_of(widget: QWidget) -> QScrollArea | None:
    host = widget.parentWidget()
    while host is not None and not isinstance(host, QScrollArea):
        host = host.parentWidget()
    return host
