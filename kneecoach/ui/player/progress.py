"""Under the ring: a dot for each repetition and a bar for each set or hold."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from kneecoach.domain.view import View
from kneecoach.ui.kit.shapes import rounded, smooth
from kneecoach.ui.look import Look
from kneecoach.ui.player.fitting import draw_fitted, fitted
from kneecoach.ui.player.words import (
    hold_line,
    rep_line,
    set_line,
    side_next_line,
    then_hold_line,
    then_set_line,
)
from kneecoach.ui.theme import faded

SMALL_FROM = 13  # repetitions; from here on the dots are smaller (look 6.2)


class Progress(QWidget):
    """Repetitions done in this set, and sets done; both also as words for a screen reader."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._view: View | None = None
        self._u = 1.0
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        look.changed.connect(self.update)

    def set_unit(self, u: float) -> None:
        """Use that layout unit from now on."""
        self._u = u
        self.update()

    def show_view(self, view: View) -> None:
        """Show that moment."""
        if self._view is not None and _same(view, self._view):
            return
        self._view = view
        self.setAccessibleName(self.words(view))
        self.update()

    def words(self, view: View) -> str:
        """What the dots and bars say."""
        reps = view.part.dose.reps
        if reps is None or view.waits:
            return _line(view)
        return f"{rep_line(min(view.reps + 1, reps), reps)}, {_line(view)}"

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._view is None:
            return
        painter = smooth(QPainter(self))
        if self._view.part.dose.reps is None:
            self._paint_holds(painter, self._view)
        else:
            self._paint_dots(painter, self._view)
            self._paint_sets(painter, self._view, 54 * self._u)
        painter.end()

    def _paint_dots(self, painter: QPainter, view: View) -> None:
        total = view.part.reps_a_set
        small = total >= SMALL_FROM
        radius, gap = ((6, 6) if small else (9, 13)) if total > 0 else (9, 13)
        r, step = radius * self._u, (2 * radius + gap) * self._u
        x = self.width() / 2 - (total - 1) * step / 2
        for number in range(total):
            self._paint_dot(painter, QPointF(x + number * step, 16 * self._u), r, number, view)

    def _paint_dot(
        self, painter: QPainter, spot: QPointF, r: float, number: int, view: View
    ) -> None:
        theme = self._look.theme
        ink = QColor(theme.phase_ink(view.wall))
        if number < view.reps:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ink)
            painter.drawEllipse(spot, r, r)
        elif number == view.reps and not view.waits:
            painter.setPen(QPen(ink, 3 * self._u))
            painter.setBrush(faded(ink.name(), 0.22))
            painter.drawEllipse(spot, r + 2 * self._u, r + 2 * self._u)
        else:
            painter.setPen(QPen(faded(theme.ink2, 0.75), 1.8 * self._u))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(spot, r - 1, r - 1)

    def _paint_sets(self, painter: QPainter, view: View, y: float) -> None:
        u, sets = self._u, view.part.dose.sets
        text = _line(view)
        bars = sets * 56 * u + (sets - 1) * 8 * u
        room = self.width() - bars - 24 * u
        width = QFontMetricsF(fitted(text, 24 * u, room, 600)).horizontalAdvance(text)
        bar = min(56 * u, (self.width() - width - 8 * u) / sets - 8 * u)  # after long words
        x = (self.width() - width - (8 + 8 * sets) * u - sets * bar) / 2
        box = QRectF(x, y - 16 * u, width + 2, 32 * u)
        draw_fitted(painter, box, text, 24 * u, 600, self._look.theme.ink2)
        self._paint_bars(painter, x + width + 16 * u, y - 6 * u, bar, view)

    def _paint_holds(self, painter: QPainter, view: View) -> None:
        u, sets = self._u, view.part.dose.sets
        box = QRectF(0, 0, self.width(), 42 * u)
        text = _line(view)
        ink = self._look.theme.ink
        draw_fitted(painter, box, text, 32 * u, 600, ink, Qt.AlignmentFlag.AlignCenter)
        bars = sets * 72 * u + (sets - 1) * 8 * u
        self._paint_bars(painter, (self.width() - bars) / 2, 56 * u, 72 * u, view)

    def _paint_bars(self, painter: QPainter, x: float, y: float, width: float, view: View) -> None:
        height, theme = 12 * self._u, self._look.theme
        for number in range(1, view.part.dose.sets + 1):
            rounded(painter, QRectF(x, y, width, height), height / 2, faded(theme.ink2, 0.22))
            share = _share(view, number)
            if share > 0:
                box = QRectF(x, y, max(height, width * share), height)
                rounded(painter, box, height / 2, theme.phase_ink(view.wall))
            x += width + 8 * self._u


def _line(view: View) -> str:
    """The set or hold it is, the one after the rest, or the leg after the change-over."""
    if view.word == "switch":
        return side_next_line(view.part.side)
    held, rests = view.part.dose.reps is None, view.word == "rest"
    line = {
        (True, False): hold_line,
        (True, True): then_hold_line,
        (False, False): set_line,
        (False, True): then_set_line,
    }[held, rests]
    return line(view.set, view.part.dose.sets)


def _share(view: View, number: int) -> float:
    if number != view.set or view.waits:
        return 1.0 if number < view.set else 0.0
    if view.part.dose.reps is not None:
        return view.reps / view.part.dose.reps
    return _held(view)


def _held(view: View) -> float:
    """The share of the running hold; the ways in and out of it are not held."""
    held = view.word in ("hold", "balance", "stroke")
    return round(view.progress, 2) if held or view.word == "paused" else float(view.reps)


def _same(one: View, other: View) -> bool:
    def seen(v: View) -> tuple[object, ...]:
        return (v.part, v.set, v.reps, v.wall, v.waits, v.word, _share(v, v.set))

    return seen(one) == seen(other)
