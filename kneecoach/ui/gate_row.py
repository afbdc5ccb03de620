"""One question before a session, with its key and its two answers (look-pages 3)."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from kneecoach.domain.check import Answer
from kneecoach.domain.check_texts import AnswerWords
from kneecoach.ui.fonts import font
from kneecoach.ui.icons import draw_icon
from kneecoach.ui.kit.announce import announce
from kneecoach.ui.kit.buttons import LEAST, FocusButton
from kneecoach.ui.kit.labels import TextLabel
from kneecoach.ui.kit.shapes import RING, focus_ring, inner, key_cap, rounded, smooth
from kneecoach.ui.look import Look

translate = QCoreApplication.translate

_RADIUS = 12
_CAP = 24  # px of a key cap at full scale
_HIGH = 53  # px of a row; in a small window it is a target high
_NEXT = {None: Answer.YES, Answer.YES: Answer.NOT_SURE, Answer.NOT_SURE: None}


class _AnswerButton(FocusButton):
    """Yes or Not sure: chosen, both look the same, because they count the same.

    Enter is left to the page: the key that started a session answers nothing.
    """

    def __init__(self, look: Look, question: str, words: str, parent: QWidget) -> None:
        super().__init__(look, words, parent)
        self._scale = 1.0
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setAccessibleName(f"{question} {words}")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_scale(self, scale: float) -> None:
        """Take that size: 1 is full."""
        self._scale = scale
        self.setFont(font(16 * scale, 700))
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        words = QFontMetricsF(self.font()).horizontalAdvance(self.text())
        width = words + 24 * self._scale + self._mark()
        height = max(LEAST, round(40 * self._scale) + 2 * RING)
        return QSize(max(LEAST, round(width)) + 2 * RING, height)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, on = self._look.theme, self.isChecked()
        painter = smooth(QPainter(self))
        box = inner(QRectF(self.rect()))
        hover = theme.primary_soft if self.underMouse() else theme.surface
        edge = (theme.danger, 2.2) if on else (theme.line2, 1.4)
        rounded(painter, box, _RADIUS, theme.danger_soft if on else hover, *edge)
        if self.shows_ring:
            focus_ring(painter, box, _RADIUS, theme)
        ink = theme.danger_ink if on else theme.ink
        words = QFontMetricsF(self.font()).horizontalAdvance(self.text())
        mark = self._mark() if on else 0.0
        left = box.center().x() - (words + mark) / 2
        if on:
            side = mark - 4
            spot = QRectF(left, box.center().y() - side / 2, side, side)
            draw_icon(painter, "check", spot, ink, 3)
        painter.setFont(self.font())
        painter.setPen(QColor(ink))
        room = QRectF(left + mark, box.top(), words + 2, box.height())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, self.text())
        painter.end()

    def _mark(self) -> float:
        return 20 * self._scale


class GateRow(QWidget):
    """A question, open at first; `changed` when its answer is another.

    An answer pressed again is taken back. The key goes through yes, not sure and open.
    """

    changed = Signal()

    def __init__(self, look: Look, number: int, question: str, words: AnswerWords) -> None:
        super().__init__()
        self._look = look
        self._key = str(number)
        self._question = question
        self._answer: Answer | None = None
        self._scale = 1.0
        self._label = TextLabel(look, question, weight=600)
        self._buttons = {
            Answer.YES: _AnswerButton(look, question, words.yes, self),
            Answer.NOT_SURE: _AnswerButton(look, question, words.not_sure, self),
        }
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._label, 1)
        for answer, button in self._buttons.items():
            self._row.addWidget(button)
            button.clicked.connect(lambda _on=False, given=answer: self._pressed(given))
        look.changed.connect(self.update)

    @property
    def answer(self) -> Answer | None:
        """Yes, not sure, or None while it is open."""
        return self._answer

    def press_key(self) -> None:
        """Do what the row's own key does: yes, then not sure, then open again."""
        self._give(_NEXT[self._answer])

    def set_scale(self, scale: float) -> None:
        """Take that size: 1 is full."""
        self._scale = scale
        self._label.set_px(17 * scale)
        for button in self._buttons.values():
            button.set_scale(scale)
        cap = round((14 + _CAP + 14) * scale)
        self._row.setContentsMargins(RING + cap, 0, RING + round(4 * scale), 0)
        self._row.setSpacing(0)
        self._label.setContentsMargins(0, 0, round(8 * scale), 0)
        self.setMinimumHeight(_HIGH if scale == 1 else LEAST)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, ticked = self._look.theme, self._answer is not None
        painter = smooth(QPainter(self))
        box = QRectF(self.rect()).adjusted(RING, 0, -RING, 0)
        edge = theme.danger if ticked else None
        rounded(painter, box, 16, theme.danger_soft if ticked else theme.sunken, edge, 2)
        side = _CAP * self._scale
        spot = QRectF(box.left() + 14 * self._scale, box.center().y() - side / 2, side, side)
        rounded(painter, spot, 6, theme.surface, theme.line2, 1.2)
        key_cap(painter, spot, self._key, theme.danger_ink if ticked else theme.ink2)
        painter.end()

    def _pressed(self, given: Answer) -> None:
        self._give(None if given is self._answer else given)

    def _give(self, answer: Answer | None) -> None:
        self._answer = answer
        for given, button in self._buttons.items():
            button.setChecked(given is answer)
        self._label.set_role("ink" if answer is None else "danger_ink")
        chosen = self._buttons[answer].text() if answer else translate("GatePage", "open")
        announce(self, f"{self._question} {chosen}")
        self.update()
        self.changed.emit()
