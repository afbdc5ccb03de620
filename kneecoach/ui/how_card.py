"""What to do, step by step: pointing at a step holds the loop at its moment (look-pages 1)."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QEnterEvent, QFocusEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from kneecoach.domain.texts import ExerciseText
from kneecoach.ui.fonts import font
from kneecoach.ui.kit.card import Card
from kneecoach.ui.kit.labels import Heading, TextLabel
from kneecoach.ui.kit.pill import Icon
from kneecoach.ui.kit.shapes import rounded, smooth
from kneecoach.ui.look import Look
from kneecoach.ui.words import translate


class Number(QLabel):
    """The number of a step on a disc."""

    def __init__(self, look: Look, number: int) -> None:
        super().__init__(str(number))
        self._look = look
        self.setFixedSize(26, 26)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._look.theme
        painter = smooth(QPainter(self))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.primary_soft))
        painter.drawEllipse(QRectF(self.rect()))
        painter.setFont(font(15, 700, tabular=True))
        painter.setPen(QColor(theme.ink))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())
        painter.end()


class StepRow(QWidget):
    """One step with its number; `pointed` tells that the pointer or the focus came or went.

    Only a step with a moment of the loop takes the focus.
    """

    pointed = Signal(bool)

    def __init__(self, look: Look, number: int, words: str, *, has_moment: bool) -> None:
        super().__init__()
        self._look = look
        self._has_moment = has_moment
        row = QHBoxLayout(self)
        row.setContentsMargins(6, 3, 6, 3)
        row.setSpacing(14)
        row.addWidget(Number(look, number), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(TextLabel(look, words, px=16), 1)
        if has_moment:
            self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            spoken = translate("Exercise", "Step {number}: {words}")
            self.setAccessibleName(spoken.format(number=number, words=words))

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self._tell()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._tell()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._tell()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._tell()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self._has_moment or not (self.hasFocus() or self.underMouse()):
            return
        theme = self._look.theme
        painter = smooth(QPainter(self))
        border = theme.focus if self.hasFocus() else None
        rounded(painter, QRectF(self.rect()), 10, theme.sunken, border, 3)
        painter.end()

    def _tell(self) -> None:
        if self._has_moment:
            self.update()
            self.pointed.emit(self.hasFocus() or self.underMouse())


class HowCard(Card):
    """What to do and when to stop; `pointed` carries the moment of the step pointed at, or ""."""

    pointed = Signal(str)

    def __init__(self, look: Look, words: ExerciseText, moments: Sequence[str]) -> None:
        """`moments` are the moments the steps are about, "" for none; see `pairs.parse_steps`."""
        super().__init__(look)
        column = self.column(18, 0)
        column.setContentsMargins(18, 16, 18, 14)
        heading = Heading(look, translate("Exercise", "How"))
        heading.setContentsMargins(6, 0, 0, 4)
        column.addWidget(heading)
        self.steps: list[StepRow] = []
        for place, step in enumerate(words.steps):
            moment = moments[place] if place < len(moments) else ""
            row = StepRow(look, place + 1, step, has_moment=moment != "")
            row.pointed.connect(lambda on, name=moment: self.pointed.emit(name if on else ""))
            self.steps.append(row)
            column.addWidget(row)
        column.addLayout(_warning(look, words.stop))


def _warning(look: Look, stop: str) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setContentsMargins(6, 4, 6, 0)
    row.setSpacing(14)
    icon = Icon(look, "warn", role="danger_ink", size=26)
    row.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
    words = QVBoxLayout()
    words.setSpacing(0)
    heading = translate("Exercise", "When to stop")
    words.addWidget(TextLabel(look, heading, px=14, weight=700, role="danger_ink"))
    words.addWidget(TextLabel(look, stop, px=16, weight=600, role="danger_ink"))
    row.addLayout(words, 1)
    return row
