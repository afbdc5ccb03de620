"""One step of the check beside its questions: done, the one it is at, or to come."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kneecoach.ui.fonts import font
from kneecoach.ui.icons import draw_icon
from kneecoach.ui.kit.card import Card
from kneecoach.ui.kit.labels import TextLabel
from kneecoach.ui.kit.shapes import rounded, smooth
from kneecoach.ui.look import Look
from kneecoach.ui.words import translate


class _Disc(QWidget):
    """A step's number in a circle, or its check."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._state = ("", False, False)  # number, is here, is done
        look.changed.connect(self.update)

    def show_state(self, number: str, here: bool, done: bool) -> None:
        """Show that number, full where the check is, as a check where it is done."""
        self._state = (number, here, done)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, (number, here, done) = self._look.theme, self._state
        painter = smooth(QPainter(self))
        box = QRectF(self.rect())
        full = here or done
        fill = theme.primary if full else None
        rounded(painter, box, box.height() / 2, fill, None if full else theme.line2, 1.8)
        ink = theme.on_primary if full else theme.ink2
        if done and not here:
            edge = box.width() * 0.2
            draw_icon(painter, "check", box.adjusted(edge, edge, -edge, -edge), ink, 3)
        else:
            painter.setFont(font(box.height() * 0.53, 700, tabular=True))
            painter.setPen(ink)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, number)
        painter.end()


class Step(Card):
    """One step: its number and its name."""

    def __init__(self, look: Look, number: int, title: str) -> None:
        super().__init__(look, "", radius=14)
        self._number = number
        self._title = title
        self._disc = _Disc(look)
        self._label = TextLabel(look, title, px=17)
        self._row = QHBoxLayout(self)
        self._row.setSpacing(14)
        self._row.addWidget(self._disc)
        self._row.addWidget(self._label, 1)

    def show_state(self, at: int, compact: bool) -> None:
        """Show it as done, as the one the check is at, or as one to come."""
        here, done = self._number == at + 1, self._number < at + 1
        disc, px = (24, 13.5) if compact else (30, 17)
        self._disc.setFixedSize(disc, disc)
        self._disc.show_state(str(self._number), here, done)
        self._label.set_role("ink" if here or done else "ink2")
        self._label.setFont(font(px, 700 if here else 500))
        self._row.setContentsMargins(11 if compact else 14, 0, 6, 0)
        self._row.setSpacing(10 if compact else 14)
        self.setMinimumHeight(37 if compact else 48)
        self.set_ground("surface" if here else "")
        self.setAccessibleName(self._spoken(here, done))

    def _spoken(self, here: bool, done: bool) -> str:
        state = translate("CheckSteps", "to come")
        if here or done:
            done_words = translate("CheckSteps", "done")
            state = translate("CheckSteps", "you are here") if here else done_words
        words = translate("CheckSteps", "Step {number}, {title}: {state}")
        return words.format(number=self._number, title=self._title, state=state)
