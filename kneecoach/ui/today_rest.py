"""What stands under and beside the hero on Today: slots, balance moments, how the days went."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from kneecoach.domain.texts import Texts
from kneecoach.domain.today import TodayView
from kneecoach.ui.look import Look
from kneecoach.ui.pictures import Pictures
from kneecoach.ui.today_anytime import AnytimeBox
from kneecoach.ui.today_closed import StillOpenBox
from kneecoach.ui.today_side import PainBox, ShareBox, SignsBox, WeekBox, side_column
from kneecoach.ui.today_slots import SlotBox


class TodayRest:
    """The two columns around the hero: `below` goes under it, `side` beside it."""

    def __init__(self, look: Look, pictures: Pictures, texts: Texts) -> None:
        self._look = look
        self._pictures = pictures
        self._texts = texts
        self.anytime = AnytimeBox(look, pictures)
        self.still_open = StillOpenBox(look)
        self.pain = PainBox(look)
        self.signs = SignsBox(look)
        self._week = WeekBox(look, texts)
        self._share = ShareBox(look)
        self._slots = QHBoxLayout()
        self.below = QVBoxLayout()
        self.below.setContentsMargins(0, 0, 0, 0)
        self.below.addLayout(self._slots)
        self.below.addWidget(self.anytime)
        self.below.addWidget(self.still_open)
        self.side = side_column(self._week, self._share, self.pain, self.signs)
        self.side.setContentsMargins(0, 0, 0, 0)

    def show_view(
        self, view: TodayView, *, may_start: bool, compact: bool, closed: bool, page: str | None
    ) -> None:
        """Show that day; without `may_start` nothing can be started from here.

        `closed`: everything is, and `page` is the help page that tells what to do.
        """
        self.anytime.setVisible(not closed)
        self.still_open.setVisible(closed)
        self.still_open.note.setVisible(bool(page))
        self.signs.show_closed(closed=bool(closed and page))
        self.below.setSpacing(12 if compact else 16)
        self._slots.setSpacing(12 if compact else 16)
        self.anytime.show_view(view, may_start=may_start)
        self._week.show_view(view)
        self._share.show_share(view.share, closed=closed)
        self.pain.show_view(view)
        self._show_slots(view, compact, closed)

    def _show_slots(self, view: TodayView, compact: bool, closed: bool) -> None:
        while (item := self._slots.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for card in view.cards:
            box = SlotBox(
                self._look, self._pictures, self._texts, card, compact=compact, closed=closed
            )
            self._slots.addWidget(box, 1)
