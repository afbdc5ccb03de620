"""The right column of Today: the week, the share, the pain after exercise, the warning signs."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kneecoach.domain.plan import DAY_PLAN
from kneecoach.domain.texts import Texts
from kneecoach.domain.today import Share, TodayView
from kneecoach.ui.fonts import font
from kneecoach.ui.kit.card import Card, PressCard, see_through
from kneecoach.ui.kit.labels import Heading, LineLabel, TextLabel
from kneecoach.ui.kit.pair import Pair
from kneecoach.ui.kit.pill import Icon
from kneecoach.ui.kit.shapes import RING, rounded, smooth
from kneecoach.ui.look import Look
from kneecoach.ui.words import translate, weekday, weekday_name

_CELLS = len(DAY_PLAN)
_SHARES = (4, 2, 3, 4)  # of the height: week, share, pain, signs
_MOST = (214, 96, 240)  # px of height beyond which a box would be empty


class WeekCells(QWidget):
    """Seven columns of three cells, filled from below with the sessions done."""

    def __init__(self, look: Look, texts: Texts) -> None:
        super().__init__()
        self._look = look
        self._texts = texts
        self._week: tuple[tuple[date, int], ...] = ()
        self.setMinimumHeight(118)
        look.changed.connect(self.update)

    def set_week(self, week: tuple[tuple[date, int], ...]) -> None:
        """Show those days with the number of sessions done, 0 to 3."""
        self._week = week
        words = translate("WeekCells", "{day}: {done} of {planned}")
        self.setAccessibleName(
            ", ".join(
                words.format(day=weekday_name(day, self._texts), done=done, planned=_CELLS)
                for day, done in week
            )
        )
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = smooth(QPainter(self))
        painter.translate(0, (self.height() - self.minimumHeight()) / 2)
        width = self.width() / max(1, len(self._week))
        for column, (day, done) in enumerate(self._week):
            self._paint_day(painter, (column + 0.5) * width, done)
            self._paint_name(painter, QRectF(column * width, 96, width, 22), day, column)
        painter.end()

    def _paint_day(self, painter: QPainter, middle: float, done: int) -> None:
        theme = self._look.theme
        for cell in range(_CELLS):
            filled = cell < done
            box = QRectF(middle - 14, 62 - cell * 30, 28, 24)
            fill = theme.primary if filled else None
            rounded(painter, box, 8, fill, None if filled else theme.line2, 1.6)

    def _paint_name(self, painter: QPainter, box: QRectF, day: date, column: int) -> None:
        last = column == len(self._week) - 1
        painter.setFont(font(15, 700 if last else 500))
        painter.setPen(self._look.theme.ink if last else self._look.theme.ink2)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, weekday(day, self._texts))


class PainLine(QWidget):
    """Pain after exercise over seven days; days without an answer are left out, not zero."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._values: tuple[int | None, ...] = ()
        self.setMinimumHeight(64)
        look.changed.connect(self.update)

    def set_values(self, values: tuple[int | None, ...]) -> None:
        """Show those values, the oldest first, 0 to 10 or None."""
        self._values = values
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        points = self._points()
        if not points:
            return
        theme = self._look.theme
        painter = smooth(QPainter(self))
        line = QPainterPath(points[0])
        for point in points[1:]:
            line.lineTo(point)
        painter.setPen(_pen(theme.target_ink, 3))
        painter.drawPath(line)
        painter.setPen(_pen(theme.target_ink, 2.4))
        painter.setBrush(QColor(theme.surface))
        for point in points[:-1]:
            painter.drawEllipse(point, 4, 4)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.target_ink))
        painter.drawEllipse(points[-1], 6.5, 6.5)
        painter.end()

    def _points(self) -> list[QPointF]:
        """From 0 at the bottom to the highest value, at least 7, at the top."""
        top = max((value or 0 for value in self._values), default=0)
        scale = (self.height() - 16) / max(7, top)
        step = (self.width() - 16) / max(1, len(self._values) - 1)
        return [
            QPointF(8 + place * step, self.height() - 8 - value * scale)
            for place, value in enumerate(self._values)
            if value is not None
        ]


def _pen(colour: str, width: float) -> QPen:
    pen = QPen(QColor(colour), width)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    return pen


class WeekBox(Card):
    """This week."""

    def __init__(self, look: Look, texts: Texts) -> None:
        super().__init__(look)
        self.setMaximumHeight(_MOST[0])
        self._cells = WeekCells(look, texts)
        self._count = LineLabel(look, px=15.5, role="ink2")
        column = self.column(22, 14)
        column.setContentsMargins(22, 18, 22, 14)
        title = LineLabel(look, self.tr("This week"), px=18, weight=700)
        column.addWidget(Pair(title, self._count))
        column.addWidget(self._cells)

    def show_view(self, view: TodayView) -> None:
        """Show the last seven days."""
        self._cells.set_week(view.week)
        done = sum(count for _, count in view.week)
        words = translate("WeekBox", "{done} of {planned} sessions")
        self._count.setText(words.format(done=done, planned=_CELLS * len(view.week)))


class ShareBox(Card):
    """The share of planned sessions that were done, instead of a streak (look 6.1)."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, "sun_soft")
        self.setMaximumHeight(_MOST[1])
        self._number = LineLabel(look, px=40, weight=700, role="sun_ink", tabular=True)
        self._words = TextLabel(look, px=16, weight=600, role="sun_ink")
        row = self.row(22, 16)
        row.setContentsMargins(22, 14, 22, 14)
        row.addWidget(self._number)
        row.addWidget(self._words, 1)

    def show_share(self, share: Share | None, *, closed: bool = False) -> None:
        """Show it; before the first whole day there is nothing to share out.

        While everything is `closed` no share is told.
        """
        if closed:
            self._number.hide()
            self._words.setText(self.tr("Nothing is lost. Your plan and your days wait."))
            return
        self._number.setVisible(share is not None)
        if share is None:
            self._words.setText(self.tr("After your first day: how much of the plan you did."))
            return
        percent = round(100 * share.done / share.planned)
        self._number.setText(translate("ShareBox", "{percent} %").format(percent=percent))
        days = translate("ShareBox", "in the last %n day(s)", "", share.days)
        words = translate("ShareBox", "{done} of {planned} sessions {days}")
        self._words.setText(words.format(done=share.done, planned=share.planned, days=days))


class PainBox(PressCard):
    """Pain after exercise in the last seven days; it opens the history."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, "")
        self.setMaximumHeight(_MOST[2])
        self._line = PainLine(look)
        self._last = TextLabel(look, px=40, weight=700, wrap=False, tabular=True)
        self._scale = TextLabel(look, translate("PainBox", "of 10"), px=14, role="ink2", wrap=False)
        self._none = TextLabel(look, self.tr("Not told yet"), role="ink2")
        self._name = self.tr("Pain after exercise")
        column = self._column = self.column(20, 2)
        column.setContentsMargins(26, 18, 26, 14)
        column.addWidget(see_through(Heading(look, self._name, px=18)))
        column.addWidget(see_through(self._none))
        row = QHBoxLayout()
        row.addWidget(see_through(self._line), 1)
        row.addWidget(see_through(self._last))
        column.addLayout(row, 1)
        foot = QHBoxLayout()
        self._days = TextLabel(look, self.tr("7 days"), px=14, role="ink2", wrap=False)
        foot.addWidget(see_through(self._days), 1)
        foot.addWidget(see_through(self._scale))
        column.addLayout(foot)
        column.addStretch(1)

    def show_view(self, view: TodayView) -> None:
        """Show the last seven days, or that there is nothing yet."""
        values = tuple(value for _, value in view.pain)
        told = [value for value in values if value is not None]
        self._line.set_values(values)
        for widget in (self._line, self._last, self._days, self._scale):
            widget.setVisible(bool(told))
        self._none.setVisible(not told)
        self._column.setStretch(self._column.count() - 1, int(not told))
        if told:
            self._last.setText(str(told[-1]))
            words = self.tr("{name}, last {value} of 10, opens History")
            self.setAccessibleName(words.format(name=self._name, value=told[-1]))
        else:
            self.setAccessibleName(self.tr("{name}, opens History").format(name=self._name))


class SignsBox(PressCard):
    """The way to the warning signs, always in sight."""

    def __init__(self, look: Look) -> None:
        super().__init__(
            look, translate("SignsBox", "Warning signs, read all signs"), "danger_soft"
        )
        column = self.column(20, 6)
        column.setContentsMargins(24, 18, 20, 16)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(see_through(Icon(look, "warn", role="danger_ink", size=28)))
        self._title = Heading(look, self.tr("Warning signs"), px=19, role="danger_ink")
        head.addWidget(see_through(self._title), 1)
        head.addWidget(see_through(Icon(look, "chevron", role="danger_ink", size=22)))
        column.addLayout(head)
        self._words = TextLabel(look, role="danger_ink")
        column.addWidget(see_through(self._words))
        column.addStretch(1)
        self._read = TextLabel(look, weight=700, role="danger_ink")
        column.addWidget(see_through(self._read))
        self.show_closed(closed=False)

    def show_closed(self, *, closed: bool) -> None:
        """Tell what is to be done while a tick `closed` everything, else the signs to look for."""
        if closed:
            self._title.setText(self.tr("What to do"))
            self._words.setText(
                self.tr("Do what the help page says. If it gets worse, call the emergency number.")
            )
            self._read.setText(self.tr("All numbers"))
        else:
            self._title.setText(self.tr("Warning signs"))
            self._words.setText(
                self.tr(
                    "Calf swollen, warm or a changed colour? Knee stuck, or pain at rest in the "
                    "night? Do not exercise. Get medical help."
                )
            )
            self._read.setText(self.tr("Read all signs"))
        self.setAccessibleName(
            translate("SignsBox", "{title}, {read}").format(
                title=self._title.text(), read=self._read.text()
            )
        )


def side_column(*boxes: QWidget) -> QVBoxLayout:
    """The boxes one under the other, 16 px apart; they share what room there is (look 6.1).

    What can be pressed already has `RING` px around it; the others get it here.
    """
    column = QVBoxLayout()
    column.setSpacing(16 - 2 * RING)
    for box, share in zip(boxes, _SHARES, strict=True):
        frame = QVBoxLayout()
        edge = 0 if isinstance(box, PressCard) else RING
        frame.setContentsMargins(edge, edge, edge, edge)
        frame.addWidget(box)
        column.addLayout(frame, share)
    return column
