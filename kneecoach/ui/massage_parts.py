"""Cards of the page on massage: where, how hard, never, and what comes first (look-pages 5)."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kneecoach.domain.pillar_texts import PillarItem
from kneecoach.domain.settings import PainfulSide
from kneecoach.ui.fonts import font
from kneecoach.ui.kit.buttons import DangerButton
from kneecoach.ui.kit.card import Card
from kneecoach.ui.kit.choice import Segmented
from kneecoach.ui.kit.labels import Heading, TextLabel
from kneecoach.ui.kit.pain_scale import FIELDS
from kneecoach.ui.kit.pill import Icon
from kneecoach.ui.kit.shapes import rounded, smooth
from kneecoach.ui.kit.source_tag import SourceTag
from kneecoach.ui.leg_picture import LegPicture, leg_title
from kneecoach.ui.look import Look
from kneecoach.ui.pictures import Pictures
from kneecoach.ui.words import translate

MOST_PRESSURE = 3  # of 10 (guide 4.5)
_FIELD = 36  # px high
_APART = 4  # px


class WhereCard(Card):
    """The leg from behind with its sites, and which leg it is about; `chosen` carries the side."""

    chosen = Signal(str)

    def __init__(
        self, look: Look, pictures: Pictures, item: PillarItem, side: PainfulSide | None
    ) -> None:
        super().__init__(look, radius=24)
        self._item = item
        self.sides = Segmented(
            look,
            translate("Massage", "Which leg"),
            [
                (PainfulSide.LEFT.value, translate("Exercise", "Left")),
                (PainfulSide.RIGHT.value, translate("Exercise", "Right")),
                (PainfulSide.BOTH.value, translate("Exercise", "Both")),
            ],
            side.value if side else None,
            px=15,
        )
        self.sides.chosen.connect(self.chosen)
        self.picture = LegPicture(look, pictures)
        self._caption = TextLabel(look, px=15.5, role="ink2")
        column = self.column(0, 0)
        column.setContentsMargins(0, 0, 0, 18)
        head = QHBoxLayout()
        head.setContentsMargins(26, 14, 18, 0)
        head.addWidget(Heading(look, item.text.title, px=28), 1)
        head.addWidget(self.sides)
        column.addLayout(head)
        self._caption.setContentsMargins(26, 0, 26, 4)
        column.addWidget(self._caption)
        column.addWidget(self.picture, 100)
        column.addStretch(1)  # once the picture is as high as it may be

    def show_leg(self, *, left: bool) -> None:
        """Show the left leg or the right one."""
        self.picture.show_leg(left=left)
        caption = translate("Massage", "{leg}. {strokes}")
        told = caption.format(leg=leg_title(left=left), strokes=self._item.text.lead)
        self._caption.setText(told)


class PressureCard(Card):
    """How hard at most, on the same scale as pain; and where all numbers of the page are from."""

    def __init__(self, look: Look, item: PillarItem, sources: str) -> None:
        super().__init__(look)
        self.tag = SourceTag(look, item.kind, (*item.text.source, sources))
        column = self.column(0, 6)
        column.setContentsMargins(24, 8, 18, 16)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(Heading(look, item.text.title, px=18, wrap=False))
        row.addWidget(TextLabel(look, item.text.lead, px=15.5, role="ink2"), 1)
        row.addWidget(self.tag)
        column.addLayout(row)
        column.addWidget(PressureScale(look))
        column.addWidget(self.tag.line)


class PressureScale(QWidget):
    """0 to 10 with what is allowed in its colour and the rest empty; only to be seen."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setFixedHeight(_FIELD)
        spoken = translate("Massage", "Pressure 0 to {most} of 10")
        self.setAccessibleName(spoken.format(most=MOST_PRESSURE))
        look.changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme = smooth(QPainter(self)), self._look.theme
        width = (self.width() + _APART) / FIELDS
        for value in range(FIELDS):
            allowed = value <= MOST_PRESSURE
            box = QRectF(value * width, 0, width - _APART, _FIELD)
            rounded(painter, box, 8, theme.pain[value] if allowed else theme.sunken)
            painter.setFont(font(16, 700 if allowed else 500, tabular=True))
            painter.setPen(theme.pain_ink(value) if allowed else theme.ink3)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(value))
        painter.end()


class NeverCard(Card):
    """Where massage must not be, with the way to help; `help_wanted` is that way."""

    help_wanted = Signal()

    def __init__(self, look: Look, item: PillarItem) -> None:
        super().__init__(look, "danger_soft")
        self.help = DangerButton(
            look, translate("Massage", "Help now"), icon="phone", key="F1", px=15.5, height=44
        )
        self.help.clicked.connect(self.help_wanted)
        column = self.column(0, 4)
        column.setContentsMargins(22, 8, 14, 14)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(Icon(look, "warn", role="danger_ink", size=28))
        head.addWidget(Heading(look, item.text.title, role="danger_ink", wrap=False))
        head.addWidget(TextLabel(look, item.text.lead, px=15.5, role="danger_ink"), 1)
        head.addWidget(self.help)
        column.addLayout(head)
        for caution in item.text.cautions:
            row = QHBoxLayout()
            row.setSpacing(12)
            cross = Icon(look, "x", role="danger_ink", size=18, stroke=2.6)
            row.addWidget(cross, 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(TextLabel(look, caution, px=15.5, role="danger_ink"), 1)
            column.addLayout(row)


class FirstLine(Card):
    """What is asked before a session begins."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, "primary_soft", radius=16)
        row = self.row(12, 12)
        row.setContentsMargins(18, 12, 18, 12)
        row.addWidget(Icon(look, "info", role="ink", size=22), 0, Qt.AlignmentFlag.AlignTop)
        self.label = TextLabel(look, px=16, weight=600)
        row.addWidget(self.label, 1)
        self.hide()
