"""Today: what comes next, the day, and how the last days went (look 6.1)."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kneecoach.domain.settings import PainfulSide
from kneecoach.domain.today import SHARE_DAYS, TodayView, open_exercises, today_view
from kneecoach.ui.choices import Choices
from kneecoach.ui.kit.buttons import DangerButton
from kneecoach.ui.kit.page import ScrollPage
from kneecoach.ui.kit.shapes import RING
from kneecoach.ui.look import Look
from kneecoach.ui.pictures import Pictures
from kneecoach.ui.services import Services
from kneecoach.ui.today_anytime import AnytimeBox
from kneecoach.ui.today_hero import Hero, SideNotice
from kneecoach.ui.today_side import PainBox, ShareBox, SignsBox, WeekBox, side_column
from kneecoach.ui.today_slots import SlotBox
from kneecoach.ui.words import long_day

_SIDE_WIDTH = 304


class TodayPage(ScrollPage):
    """The first page.

    `chosen` carries the `Plan` to start, `signs_wanted` and `history_wanted` lead to those pages.
    """

    chosen = Signal(object)
    signs_wanted = Signal()
    history_wanted = Signal()

    def __init__(
        self, services: Services, look: Look, choices: Choices, pictures: Pictures
    ) -> None:
        super().__init__(look, self.tr("Today"))
        self._services = services
        self._choices = choices
        self._pictures = pictures
        texts = services.content.texts
        self.notice = SideNotice(look)
        self.hero = Hero(look, pictures, texts)
        self.anytime = AnytimeBox(look, pictures)
        self._week = WeekBox(look, texts)
        self._share = ShareBox(look)
        self._pain = PainBox(look)
        self._signs = SignsBox(look)
        self._short_signs = DangerButton(look, self.tr("Warning signs"), icon="warn", height=44)
        self._slots = QHBoxLayout()
        self._left = QVBoxLayout()
        self._side = QWidget()
        self._view = self._read()
        self._lay_out()
        self._connect()
        self.arrange(False)

    @property
    def view(self) -> TodayView:
        """What is shown now."""
        return self._view

    def refresh(self) -> None:
        """Read the last four weeks anew and show them."""
        self._view = self._read()
        self._show()

    def take_focus(self) -> None:
        """The main action has the focus: Start, or the question that comes before it."""
        reason = Qt.FocusReason.OtherFocusReason
        for button in (self.hero.start, self.hero.more):
            if button.isVisibleTo(self):
                button.setFocus(reason)
                return
        super().take_focus()

    def arrange(self, compact: bool) -> None:
        """Without the right column in narrow windows; the way to the signs moves up then."""
        self._side.setVisible(not compact)
        self._short_signs.setVisible(compact)
        self.hero.set_compact(compact)
        self._slots.setSpacing(12 if compact else 16)
        self._left.setSpacing(12 if compact else 16)
        edges = (0, RING, RING, 0) if compact else (0, RING, 0, RING)
        self._left.setContentsMargins(*edges)
        self.body.setContentsMargins(RING, 0, 0, 14 if compact else 24 - RING)
        self._show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and self._choices.settings.side_chosen:
            self._start()
        else:
            super().keyPressEvent(event)

    def _read(self) -> TodayView:
        content = self._services.content
        day = self._services.clock.wall().day
        records = self._services.journal.sessions(day - timedelta(days=SHARE_DAYS - 1), day)
        return today_view(
            records,
            content.catalogue,
            self._choices.settings,
            day,
            open_exercises(content.catalogue, self._services.check),
        )

    def _show(self) -> None:
        view = self._view
        may_start = self._choices.settings.side_chosen
        self.sub.setText(long_day(view.day, self._services.content.texts))
        self.notice.setVisible(not may_start)
        self.hero.show_view(view, may_start=may_start)
        self.anytime.show_view(view, may_start=may_start)
        self._show_slots(view)
        self._week.show_view(view)
        self._share.show_share(view.share)
        self._pain.show_view(view)

    def _show_slots(self, view: TodayView) -> None:
        while (item := self._slots.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for card in view.cards:
            box = SlotBox(
                self.look,
                self._pictures,
                self._services.content.texts,
                card,
                compact=self.compact,
            )
            self._slots.addWidget(box, 1)

    def _lay_out(self) -> None:
        left = self._left
        left.addWidget(self.notice)
        left.addWidget(self.hero, 1)
        left.addLayout(self._slots)
        left.addWidget(self.anytime)
        side = side_column(self._week, self._share, self._pain, self._signs)
        side.setContentsMargins(0, 0, 0, 0)
        self._side.setLayout(side)
        self._side.setFixedWidth(_SIDE_WIDTH + 2 * RING)
        row = QHBoxLayout()
        row.setSpacing(24 - RING)
        row.addLayout(left, 1)
        row.addWidget(self._side)
        self.body.addLayout(row, 1)
        self.add_right(self._short_signs)

    def _connect(self) -> None:
        self.notice.chosen.connect(self._side_chosen)
        self.hero.started.connect(self._start)
        self.anytime.started.connect(lambda: self.chosen.emit(self.view.anytime))
        self._pain.clicked.connect(self.history_wanted)
        for button in (self._signs, self._short_signs):
            button.clicked.connect(self.signs_wanted)
        self._choices.changed.connect(self.refresh)

    def _start(self) -> None:
        self.chosen.emit(self.view.plan)

    def _side_chosen(self, side: PainfulSide) -> None:
        self._choices.change(side=side, side_chosen=True)
        self.take_focus()
