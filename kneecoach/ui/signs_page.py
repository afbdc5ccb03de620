"""Warning signs: the numbers first, then what needs help now, today and in the next days."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kneecoach.domain.guidance import SignGroup, Urgency, numbers_for
from kneecoach.domain.settings import Settings
from kneecoach.ui.kit.buttons import IconButton, SoftButton
from kneecoach.ui.kit.card import Card
from kneecoach.ui.kit.labels import Heading, TextLabel
from kneecoach.ui.kit.page import ScrollPage
from kneecoach.ui.kit.pill import Icon
from kneecoach.ui.kit.shapes import RING, smooth
from kneecoach.ui.look import Look
from kneecoach.ui.services import Services
from kneecoach.ui.signs_parts import CountriesCard, HelpWay, NumbersBanner
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
    """The numbers first, then every warning sign in plain words.

    `left` leads back to where the person was, `check_wanted` to the check, and `help_wanted`
    carries the name of the help page that tells what to do about what was ticked.
    """

    left = Signal()
    check_wanted = Signal()
    help_wanted = Signal(str)

    def __init__(self, services: Services, look: Look) -> None:
        super().__init__(look, translate("SignsPage", "Warning signs"))
        self._services = services
        self._content = services.content
        self._country = services.settings.country
        self._page = ""
        self.back = IconButton(look, self.tr("Back to where you were"), "left")
        self.back.clicked.connect(self.left)
        self.add_left(self.back)
        self.check = SoftButton(look, self.tr("Check for warning signs"), key="K", height=44)
        self.check.clicked.connect(self.check_wanted)
        self.add_right(self.check)
        self.help_way = HelpWay(look)
        self.help_way.button.clicked.connect(lambda: self.help_wanted.emit(self._page))
        self.numbers = NumbersBanner(look, self._content.texts)
        self._others = CountriesCard(look, self._content)
        self._side = QWidget()
        self._side.setFixedWidth(_SIDE_WIDTH)
        self._fill()
        self.refresh()
        self.arrange(False)

    def follow(self, settings: Settings) -> None:
        """Show the numbers of the country chosen there from now on."""
        self._country = settings.country
        self.refresh()

    def refresh(self) -> None:
        """Show the numbers of the country, and the way to the help page where there is one."""
        self.numbers.show_numbers(numbers_for(self._content.numbers, self._country))
        self._others.leave_out(self._country)
        check = self._services.check
        self._page = (check.page if check else None) or ""
        self.help_way.setVisible(bool(self._page))
        if self._page:
            self.help_way.show_title(self._content.texts.help.pages[self._page].title)

    def take_focus(self) -> None:
        """The way back has the focus; the page scrolls from there by keyboard."""
        self.back.setFocus(Qt.FocusReason.OtherFocusReason)

    def arrange(self, compact: bool) -> None:
        """The numbers of other countries stand beside the signs, or after them."""
        self._side.setVisible(not compact)
        (self._end if compact else self._beside).addWidget(self._others)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() == Qt.Key.Key_K and not event.modifiers():
            self.check_wanted.emit()
        else:
            super().keyPressEvent(event)

    def _fill(self) -> None:
        main = QVBoxLayout()
        main.setSpacing(16)
        main.addWidget(self.numbers)
        main.addWidget(self.help_way)
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
        columns = QHBoxLayout()
        columns.setSpacing(24)
        columns.addLayout(main, 1)
        columns.addWidget(self._side, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(columns)

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
