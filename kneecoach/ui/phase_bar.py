"""The phases of a loop as a bar on the floor, filled as far as the loop has come (look-pages 1)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kneecoach.domain.catalogue import Exercise, Motion
from kneecoach.ui.fonts import font
from kneecoach.ui.kit.shapes import smooth
from kneecoach.ui.look import Look
from kneecoach.ui.player.words import phase_word
from kneecoach.ui.words import seconds_words, translate

if TYPE_CHECKING:  # the loop comes after the page is there
    from kneecoach.domain.loop import Loop

HIGH = 32  # px
_BAR, _GAP = 9.0, 6.0  # px: how thick the bar is, and between two phases
_PX = 13.5
_AIR = 6.0  # px after a label


class PhaseBar(QWidget):
    """One piece for each phase, as long as it lasts, with its word and seconds over it."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._labels: tuple[str, ...] = ()
        self._lengths: tuple[int, ...] = ()
        self._done = (0, 0.0)  # the piece that is filled now, and how far
        self._font = font(_PX, 600, tabular=True)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        look.changed.connect(self.update)

    def show_loop(self, exercise: Exercise | None, loop: Loop | None) -> None:
        """Show the phases of a loop, none without one."""
        labels = () if exercise is None or loop is None else labels_of(exercise)
        lengths = () if loop is None else tuple(phase.ms for phase in loop.phases)
        if (labels, lengths) != (self._labels, self._lengths):
            self._labels, self._lengths = labels, lengths
            self.update()

    def show_moment(self, loop: Loop, ms: int) -> None:
        """Fill the bar up to a moment of the loop; painted when it is another pixel."""
        phase, ran = loop.phase_at(ms)
        number = loop.phases.index(phase)
        wide = self.pieces()[number].width() if self._lengths else 1.0
        done = (number, round(wide * ran / phase.ms) / max(1.0, wide))
        if done != self._done:
            self._done = done
            self.update()

    def pieces(self) -> list[QRectF]:
        """Where each phase lies: in proportion to its time, but wide enough for its label."""
        room = self.width() - _GAP * (len(self._lengths) - 1)
        least = [self._wide(label) for label in self._labels]
        if sum(least) > room:
            least = [0.0] * len(self._lengths)
        spare, total = room - sum(least), sum(self._lengths)
        pieces, x = [], 0.0
        for narrow, ms in zip(least, self._lengths, strict=True):
            wide = narrow + spare * ms / total
            pieces.append(QRectF(x, self.height() - _BAR, wide, _BAR))
            x += wide + _GAP
        return pieces

    def labels(self) -> tuple[str, ...]:
        """What is written over the pieces: all labels, or none where they have no room."""
        room = self.width() - _GAP * (len(self._lengths) - 1)
        return self._labels if sum(map(self._wide, self._labels)) <= room else ()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = smooth(QPainter(self))
        theme = self._look.theme
        painter.setPen(Qt.PenStyle.NoPen)
        current, share = self._done
        for number, piece in enumerate(self.pieces()):
            track = QColor(theme.ink)
            track.setAlphaF(0.2)
            painter.setBrush(track)
            painter.drawRoundedRect(piece, _BAR / 2, _BAR / 2)
            filled = 1.0 if number < current else share if number == current else 0.0
            if filled > 0:
                painter.setBrush(QColor(theme.primary))
                full = QRectF(piece.topLeft(), piece.size())
                full.setWidth(max(_BAR, piece.width() * filled))
                painter.drawRoundedRect(full, _BAR / 2, _BAR / 2)
        painter.setFont(self._font)
        painter.setPen(QColor(theme.ink))
        for piece, label in zip(self.pieces(), self.labels(), strict=False):
            painter.drawText(QRectF(piece.left(), 0, self.width(), piece.top() - 3), label)
        painter.end()

    def _wide(self, label: str) -> float:
        return QFontMetricsF(self._font).horizontalAdvance(label) + _AIR if label else _BAR


def labels_of(exercise: Exercise) -> tuple[str, ...]:
    """Each phase with its seconds: those of the dose for a hold that has none of its own."""
    return tuple(
        _label(phase.name, phase.motion, phase.ms or (exercise.dose.hold_s or 0) * 1000)
        for phase in exercise.phases
    )


def _label(name: str, motion: Motion, ms: int) -> str:
    if motion is Motion.STILL:
        return ""
    if motion is Motion.STROKE or not ms:
        return phase_word(name)
    words = translate("PhaseBar", "{phase} {seconds}")
    return words.format(phase=phase_word(name), seconds=seconds_words(round(ms / 1000)))
