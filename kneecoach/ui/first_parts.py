"""Parts of the first start: the steps, what the program is and is not, the box to tick."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from kneecoach.ui.fonts import font
from kneecoach.ui.icons import draw_icon
from kneecoach.ui.kit.buttons import LEAST
from kneecoach.ui.kit.card import Card
from kneecoach.ui.kit.pill import Icon
from kneecoach.ui.kit.shapes import RING, focus_ring, inner, key_cap, key_cap_width, rounded, smooth
from kneecoach.ui.look import Look
from kneecoach.ui.stage_page import StagePage


class Bars(QWidget):
    """How far the person has come, as bars; the line under them says it in words."""

    def __init__(self, look: Look, count: int) -> None:
        super().__init__()
        self._look = look
        self._count = count
        self._step = 0
        self.setFixedHeight(8)
        look.changed.connect(self.update)

    def show_step(self, step: int) -> None:
        """Show that step, counted from 0, as the one that is being done."""
        self._step = step
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, gap = self._look.theme, 6.0
        painter = smooth(QPainter(self))
        wide = (self.width() - gap * (self._count - 1)) / self._count
        for number in range(self._count):
            bar = QRectF(number * (wide + gap), 0, wide, self.height())
            done, now = number < self._step, number == self._step
            fill = theme.primary if done else theme.primary_soft if now else theme.sunken
            rounded(painter, bar, 4, fill)
            if now:
                rounded(painter, QRectF(bar.left(), 0, wide / 2, bar.height()), 4, theme.primary)
        painter.end()


class Points(Card):
    """A heading and a few lines, each with the same mark."""

    def __init__(
        self, page: StagePage, title: str, lines: Sequence[str], icon: str, role: str
    ) -> None:
        super().__init__(page.look, "sunken", radius=18)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        column = self.column(18, 8)
        page.scaled(lambda scale: _margins(column, 18 * scale, 8 * scale))
        column.addWidget(page.heading(title, 19))
        for line in lines:
            row = QHBoxLayout()
            row.setSpacing(10)
            mark = Icon(page.look, icon, role=role, size=20, stroke=2.6)
            row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(page.words(line, px=16), 1)
            column.addLayout(row)
        column.addStretch(1)


class HelpPoint(Card):
    """When to stop and get help at once, and never to put that off."""

    def __init__(self, page: StagePage, title: str, line: str, never: str) -> None:
        super().__init__(page.look, "danger_soft", radius=18)
        row = self.row(18, 14)
        page.scaled(lambda scale: _margins(row, 18 * scale, 14 * scale))
        mark = Icon(page.look, "warn", role="danger_ink", size=28)
        row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(4)
        heading = page.heading(title, 19)
        heading.set_role("danger_ink")
        words.addWidget(heading)
        words.addWidget(page.words(line, px=16, role="danger_ink"))
        words.addWidget(page.words(never, px=16, weight=700, role="danger_ink"))
        row.addLayout(words, 1)


class Confirm(QCheckBox):
    """The box that has to be ticked, as wide as the card; box, check and ground tell it."""

    def __init__(self, look: Look, text: str, key: str) -> None:
        super().__init__(text)
        self._look = look
        self._key = key
        self._scale = 1.0
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.update)

    def set_scale(self, scale: float) -> None:
        """Take that size: 1 is full."""
        self._scale = scale
        self.setFont(font(19 * scale, 700))
        self.updateGeometry()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        room = self._words_box(QRectF(0, 0, width, 10_000))
        flags = int(Qt.TextFlag.TextWordWrap)
        words = self.fontMetrics().boundingRect(room.toRect(), flags, self.text()).height()
        return max(LEAST, round(56 * self._scale), words + 16) + 2 * RING

    def sizeHint(self) -> QSize:
        return QSize(300, self.heightForWidth(600))

    def minimumSizeHint(self) -> QSize:
        return QSize(240, LEAST + 2 * RING)

    def hitButton(self, _pos: QPoint) -> bool:
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space ticks; Enter belongs to the page, which goes on with it."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, on = self._look.theme, self.isChecked()
        painter = smooth(QPainter(self))
        area = inner(QRectF(self.rect()))
        fill = theme.primary_soft if on or self.underMouse() else None
        edge = (theme.primary, 2.4) if on else (theme.line2, 1.6)
        rounded(painter, area, 16, fill, *edge)
        if self.hasFocus():
            focus_ring(painter, area, 16, theme)
        side = 26 * self._scale
        box = QRectF(area.left() + 18 * self._scale, area.center().y() - side / 2, side, side)
        rounded(painter, box, 8, theme.primary if on else None, None if on else theme.line2, 2)
        if on:
            draw_icon(painter, "check", box.adjusted(4, 4, -4, -4), theme.on_primary, 3.2)
        painter.setFont(self.font())
        painter.setPen(QColor(theme.ink))
        flags = int(Qt.AlignmentFlag.AlignVCenter) | int(Qt.TextFlag.TextWordWrap)
        painter.drawText(self._words_box(QRectF(self.rect())), flags, self.text())
        key_cap(painter, self._cap_box(area), self._key, QColor(theme.ink2))
        painter.end()

    def _cap_box(self, area: QRectF) -> QRectF:
        height = 24 * self._scale
        width = key_cap_width(self._key, height * 0.6)
        left = area.right() - 18 * self._scale - width
        return QRectF(left, area.center().y() - height / 2, width, height)

    def _words_box(self, whole: QRectF) -> QRectF:
        area = inner(whole)
        left = area.left() + 58 * self._scale
        return QRectF(left, area.top(), self._cap_box(area).left() - 12 - left, area.height())


def _margins(layout: QHBoxLayout | QVBoxLayout, margin: float, spacing: float) -> None:
    side = round(margin)
    layout.setContentsMargins(side, side, side, side)
    layout.setSpacing(round(spacing))
