"""The rail at the left: the mark, four pages, Help now, Settings (look 6, look-pages 0.1)."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from kneecoach.ui.fonts import font
from kneecoach.ui.icons import draw_icon
from kneecoach.ui.kit.buttons import FocusButton
from kneecoach.ui.kit.shapes import focus_ring, rounded, smooth
from kneecoach.ui.look import Look
from kneecoach.ui.theme import Theme
from kneecoach.ui.words import translate

_WIDTH, _WIDTH_COMPACT = 96, 76
_UNDER = {"load": "knee", "massage": "knee", "help": "signs"}  # pages without a button


class Mark(QWidget):
    """The program's mark: a bent leg with a coral dot at the back of the knee."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setFixedHeight(76)
        look.changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = smooth(QPainter(self))
        painter.translate(self.width() / 2 - 1, 46)
        paint_mark(painter, self._look.theme)
        painter.end()


def paint_mark(painter: QPainter, theme: Theme) -> None:
    """Paint the mark, 40 px high, around the painter's origin."""
    pen = QPen(QColor(theme.primary), 8.5)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    leg = QPainterPath(QPointF(-9, -19))
    for x, y in ((9, -2), (-7, 15), (5, 19)):
        leg.lineTo(x, y)
    painter.drawPath(leg)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.target))
    painter.drawEllipse(QPointF(-8.5, -1.5), 5, 5)


class RailButton(FocusButton):
    """A page in the rail: an icon on a pill and its name under it."""

    def __init__(self, look: Look, icon: str, text: str, *, danger: bool = False) -> None:
        super().__init__(look, text)
        self._icon = icon
        self._danger = danger
        self._height = 84
        self.setCheckable(True)
        self.setFont(font(14, 700))
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

    def set_compact(self, compact: bool) -> None:
        """Stand closer together."""
        self._height = 72 if compact else 84
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        words = QFontMetricsF(self.font()).horizontalAdvance(self.text())
        return QSize(max(68, round(words) + 8), self._height)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, on = self._look.theme, self.isChecked()
        painter = smooth(QPainter(self))
        middle = self.width() / 2
        pill = QRectF(middle - 28, 6, 56, 36)
        fill = self._fill()
        if fill:
            rounded(painter, pill, 18, fill)
        elif self.underMouse():
            rounded(painter, pill, 18, None, theme.line2, 1.4)
        spot = QRectF(middle - 13, 11, 26, 26)
        draw_icon(painter, self._icon, spot, self._icon_ink(), 2.2 if on else 2.0)
        painter.setFont(font(14, 700 if on else 600))
        painter.setPen(self._text_ink())
        words = QRectF(0, 46, self.width(), 20)
        painter.drawText(words, Qt.AlignmentFlag.AlignCenter, self.text())
        if self.shows_ring:
            focus_ring(painter, pill, 18, theme)
        painter.end()

    def _fill(self) -> str:
        theme = self._look.theme
        if self._danger:
            return theme.danger if self.isChecked() else theme.danger_soft
        return theme.primary_soft if self.isChecked() else ""

    def _icon_ink(self) -> str:
        theme = self._look.theme
        if self._danger:
            return theme.on_danger if self.isChecked() else theme.danger_ink
        return theme.primary if self.isChecked() else theme.ink2

    def _text_ink(self) -> str:
        theme = self._look.theme
        if self._danger:
            return theme.danger_ink
        return theme.ink if self.isChecked() else theme.ink2


class Rail(QWidget):
    """The way to every page; `wanted` carries a page's name."""

    wanted = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setAccessibleName(translate("Rail", "Pages"))
        self.buttons = {
            "today": RailButton(look, "today", translate("Rail", "Today")),
            "knee": RailButton(look, "knee", translate("Rail", "My knee")),
            "exercises": RailButton(look, "plan", translate("Rail", "Exercises")),
            "history": RailButton(look, "chart", translate("Rail", "History")),
            "signs": RailButton(look, "phone", translate("Rail", "Help now"), danger=True),
            "settings": RailButton(look, "gear", translate("Rail", "Settings")),
        }
        self._column = QVBoxLayout(self)
        self._column.setSpacing(0)
        self._column.addWidget(Mark(look))
        for name, button in self.buttons.items():
            if name == "signs":
                self._column.addStretch(1)
            self._column.addWidget(button)
            button.clicked.connect(lambda _on=False, page=name: self.wanted.emit(page))
        look.changed.connect(self.update)
        self.set_compact(False)

    def set_compact(self, compact: bool) -> None:
        """Take the narrow form, or the wide one; both grow with their words."""
        self.setMinimumWidth(_WIDTH_COMPACT if compact else _WIDTH)
        edge = 4 if compact else 8
        self._column.setContentsMargins(edge, 4 if compact else 10, edge, 4)
        for button in self.buttons.values():
            button.set_compact(compact)

    def show_page(self, name: str) -> None:
        """Mark that page, or the one it belongs to, as the one that is shown."""
        marked = _UNDER.get(name, name)
        for page, button in self.buttons.items():
            button.setChecked(page == marked)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self._look.theme.sunken))
        painter.end()
