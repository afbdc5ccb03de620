"""Warning signs: the numbers first, then what needs help now, today and in the next days."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kneecoach.domain.content import Content
from kneecoach.domain.guidance import EmergencyNumbers, SignGroup, Urgency
from kneecoach.ui.kit.buttons import IconButton
from kneecoach.ui.kit.card import Card
from kneecoach.ui.kit.labels import Heading, TextLabel
from kneecoach.ui.kit.page import ScrollPage
from kneecoach.ui.kit.pill import Icon
from kneecoach.ui.kit.shapes import RING, smooth
from kneecoach.ui.look import Look
from kneecoach.ui.words import translate

_SIDE_WIDTH = 304


class Dot(QWidget):
    """The dot in front of a sign."""

    def __init__(self, look: Look, role: str) -> None:
        super().__init__()
        self._look = look
        self._role = role
        self.setFixedSize(10, 24)
        look.changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = smooth(QPainter(self))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(getattr(self._look.theme, self._role)))
        painter.drawEllipse(QRectF(1, 8, 8, 8))
        painter.end()


class SignsPage(ScrollPage):
    """Every warning sign in plain words; `left` leads back to where the person was."""

    left = Signal()

    def __init__(self, content: Content, look: Look) -> None:
        super().__init__(look, translate("SignsPage", "Warning signs"))
        self._content = content
        self.back = IconButton(look, self.tr("Back to where you were"), "left")
        self.back.clicked.connect(self.left)
        self.add_left(self.back)
        self._side = QWidget()
        self._side.setFixedWidth(_SIDE_WIDTH)
        self._numbers = self._any_number_card()
        self._countries = self._countries_card()
        self._fill()
        self.arrange(False)

    def take_focus(self) -> None:
        """The way back has the focus; the page scrolls from there by keyboard."""
        self.back.setFocus(Qt.FocusReason.OtherFocusReason)

    def arrange(self, compact: bool) -> None:
        """The numbers of the countries stand beside the signs, or after them."""
        self._side.setVisible(not compact)
        (self._end if compact else self._beside).addWidget(self._countries)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _fill(self) -> None:
        main = QVBoxLayout()
        main.setSpacing(16)
        main.addWidget(self._numbers)
        for urgency in Urgency:
            groups = [g for g in self._content.sign_groups if g.urgency is urgency]
            if groups:
                main.addWidget(self._urgency_head(urgency))
            for group in groups:
                main.addWidget(self._group_card(group))
        self._end = QVBoxLayout()
        main.addLayout(self._end)
        main.addStretch(1)
        self._beside = QVBoxLayout(self._side)
        self._beside.setContentsMargins(0, 0, 0, 0)
        row = QHBoxLayout()
        row.setSpacing(24)
        row.addLayout(main, 1)
        row.addWidget(self._side, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(row)

    def _any_number_card(self) -> Card:
        """The numbers for anywhere: no country has been chosen (guide 3.2)."""
        texts = self._content.texts
        anywhere = next(n for n in self._content.numbers if n.country == "")
        card = Card(self.look, "urgent", radius=26)
        row = card.row(28, 24)
        row.addWidget(Icon(self.look, "phone", role="on_urgent", size=52, stroke=1.8))
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._on_red(translate("SignsPage", "Emergency"), 18, 600))
        numbers = " · ".join(anywhere.emergency)
        words.addWidget(self._on_red(numbers, 40, 700))
        sentence = texts.message("numbers_any", numbers=", ".join(anywhere.emergency))
        words.addWidget(self._on_red(sentence, 17, 500))
        row.addLayout(words, 1)
        return card

    def _on_red(self, text: str, px: float, weight: int) -> TextLabel:
        return TextLabel(self.look, text, px=px, weight=weight, role="on_urgent", tabular=True)

    def _urgency_head(self, urgency: Urgency) -> QWidget:
        words, icon = {
            Urgency.EMERGENCY: (translate("SignsPage", "Call the emergency number now"), "phone"),
            Urgency.SAME_DAY: (translate("SignsPage", "Get medical help today"), "clock"),
            Urgency.SEE_SOON: (
                translate("SignsPage", "Have it looked at in 2 to 3 working days"),
                "today",
            ),
        }[urgency]
        head = QWidget()
        row = QHBoxLayout(head)
        row.setContentsMargins(RING, 12, RING, 0)
        row.setSpacing(14)
        row.addWidget(Icon(self.look, icon, role="danger_ink", size=30, stroke=2.2))
        row.addWidget(Heading(self.look, words, px=28, role="danger_ink"), 1)
        return head

    def _group_card(self, group: SignGroup) -> Card:
        texts = self._content.texts
        words = texts.sign_groups[group.id]
        emergency = group.urgency is Urgency.EMERGENCY
        ink = "danger_ink" if emergency else "ink"
        card = Card(self.look, "danger_soft" if emergency else "surface")
        column = card.column(24, 8)
        column.addWidget(Heading(self.look, words.title, px=20, role=ink))
        for sign in self._content.signs:
            if sign.group == group.id:
                column.addLayout(self._sign(texts.signs[sign.id], ink))
        column.addSpacing(4)
        column.addWidget(TextLabel(self.look, words.action, px=17, weight=700, role=ink))
        return card

    def _sign(self, words: str, ink: str) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(Dot(self.look, "danger"), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(TextLabel(self.look, words, px=18, role=ink), 1)
        return row

    def _countries_card(self) -> Card:
        card = Card(self.look)
        column = card.column(22, 10)
        column.addWidget(Heading(self.look, translate("SignsPage", "Your country"), px=18))
        for numbers in self._content.numbers:
            if numbers.country:
                column.addLayout(self._country(numbers))
        return card

    def _country(self, numbers: EmergencyNumbers) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(0)
        row = QHBoxLayout()
        name = self._content.texts.countries[numbers.country]
        row.addWidget(TextLabel(self.look, name, weight=600), 1)
        row.addWidget(
            TextLabel(
                self.look,
                " · ".join(numbers.emergency),
                px=22,
                weight=800,
                role="danger_ink",
                wrap=False,
                tabular=True,
            )
        )
        column.addLayout(row)
        if numbers.urgent:
            urgent = translate("SignsPage", "Urgent, today: {number}").format(number=numbers.urgent)
            column.addWidget(TextLabel(self.look, urgent, px=15, role="ink2"))
        return column
