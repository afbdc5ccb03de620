"""The ring with the digits: how far, how many, how long."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QWidget

from kneecoach.domain.view import Caption, View
from kneecoach.domain.wall import Wall
from kneecoach.ui.fonts import font
from kneecoach.ui.icons import draw_icon
from kneecoach.ui.kit.shapes import smooth
from kneecoach.ui.look import Look
from kneecoach.ui.player.fitting import draw_fitted
from kneecoach.ui.player.words import ICONS, caption_of, caption_seconds, phase_word
from kneecoach.ui.theme import faded

MINUTES_FROM = 100  # seconds; from here on m:ss


def digits_text(view: View) -> str:
    """The big digits: a number, or m:ss from 100 seconds on; nothing when all is done."""
    if view.caption is Caption.NONE:
        return ""
    if view.caption is Caption.SECONDS and view.digits >= MINUTES_FROM:
        return f"{view.digits // 60}:{view.digits % 60:02d}"
    return str(view.digits)


class Ring(QWidget):
    """The ring; its name for a screen reader holds the phase and the number."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._view: View | None = None
        self._digits_px = 200.0
        self._stroke = 24.0
        self._u = 1.0
        self._track = QPixmap()
        self._track_key: tuple[object, ...] = ()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        look.changed.connect(self.update)

    def set_sizes(self, u: float, stroke: float, digits_px: float) -> None:
        """Use those measures in px from now on."""
        self._u, self._stroke, self._digits_px = u, stroke, digits_px
        self.update()

    def show_view(self, view: View) -> None:
        """Show that moment; painted again only when something on it is another."""
        if view == self._view:
            return
        self._view = view
        self.setAccessibleName(f"{phase_word(view.word)}, {digits_text(view)} {self._caption()}")
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._view is None:
            return
        painter = smooth(QPainter(self))
        centre = QRectF(self.rect()).center()
        radius = min(self.width(), self.height()) / 2 - self._stroke / 2 - 1
        self._paint_track(painter, centre, radius, self._view)
        if self._view.wall is Wall.PAUSED:
            self._paint_icon(painter, centre, "pause", 124 * self._u, 0, self._look.theme.ink)
        elif self._view.wall is Wall.DONE:
            self._paint_icon(painter, centre, "check", 124 * self._u, 0, self._look.theme.primary)
        else:
            self._paint_digits(painter, centre, radius, self._view)
        painter.end()

    def _paint_track(self, painter: QPainter, centre: QPointF, radius: float, view: View) -> None:
        ink = self._ink(view)
        box = QRectF(centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius)
        painter.drawPixmap(0, 0, self._track_of(ink, box))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        pen = QPen(QColor(ink), self._stroke)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        span = -round(360 * 16 * min(1.0, max(0.0, view.ring)))
        if span:
            painter.drawArc(box, 90 * 16, span)
        self._paint_ticks(painter, centre, radius, view)

    def _track_of(self, ink: str, box: QRectF) -> QPixmap:
        """The whole ring, pale; painted once for each colour and size."""
        dpr = self.devicePixelRatioF()
        key = (ink, box, self._stroke, dpr)
        if key != self._track_key:
            self._track_key = key
            self._track = QPixmap(self.size() * dpr)
            self._track.setDevicePixelRatio(dpr)
            self._track.fill(Qt.GlobalColor.transparent)
            with QPainter(self._track) as painter:
                smooth(painter).setPen(QPen(faded(ink, 0.20), self._stroke))
                painter.drawEllipse(box)
        return self._track

    def _paint_ticks(self, painter: QPainter, centre: QPointF, radius: float, view: View) -> None:
        """A gap for each second of a paced phase."""
        painter.setPen(QPen(QColor(self._look.theme.wall_of(view.wall)), 4 * self._u))
        inside, outside = radius - self._stroke / 2, radius + self._stroke / 2
        for second in range(1, view.ticks):
            angle = 2 * math.pi * second / view.ticks - math.pi / 2
            way = QPointF(math.cos(angle), math.sin(angle))
            painter.drawLine(centre + way * inside, centre + way * outside)

    def _paint_digits(self, painter: QPainter, centre: QPointF, radius: float, view: View) -> None:
        theme, text = self._look.theme, digits_text(view)
        self._paint_icon(painter, centre, ICONS[view.word], 34 * self._u, -radius + 41 * self._u)
        px = self._digits_px * (0.62 if ":" in text else 1.0)
        digits = font(px, 700, tabular=True, tracking=-4)
        painter.setFont(digits)
        painter.setPen(QColor(theme.ink))
        width = QFontMetricsF(digits).horizontalAdvance(text)
        baseline = centre.y() + 0.334 * px
        left = centre.x() - width / 2 - 0.014 * px  # where the digits' ink is in the middle
        painter.drawText(QPointF(left, baseline), text)
        low = centre.y() + radius - self._stroke / 2 - 50 * self._u
        reach = math.sqrt(max(0.0, (radius - self._stroke) ** 2 - (low - centre.y()) ** 2))
        box = QRectF(centre.x() - reach, low, 2 * reach, 36 * self._u)
        align = Qt.AlignmentFlag.AlignCenter
        draw_fitted(painter, box, self._caption(), 26 * self._u, 600, theme.ink2, align)

    def _paint_icon(
        self, painter: QPainter, centre: QPointF, name: str, size: float, y: float, ink: str = ""
    ) -> None:
        box = QRectF(centre.x() - size / 2, centre.y() + y - size / 2, size, size)
        colour = ink or self._ink(self._view) if self._view else ink
        draw_icon(painter, name, box, colour, 2.8 if size < 60 else 2.0)

    def _ink(self, view: View) -> str:
        theme = self._look.theme
        return theme.primary if view.wall is Wall.DONE else theme.phase_ink(view.wall)

    def _caption(self) -> str:
        if self._view is None or self._view.caption is Caption.NONE:
            return ""
        if self._view.caption is Caption.OF:
            return caption_of(self._view.part.reps_a_set)
        return caption_seconds()
