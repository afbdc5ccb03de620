"""Today: what comes next, the day, and how the last days went (look 6.1)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kneecoach.domain.check_hint import hint_of, hinted
from kneecoach.domain.history import JournalError, SessionRecord
from kneecoach.domain.safety import CheckOutcome, all_closed
from kneecoach.domain.settings import PainfulSide
from kneecoach.domain.today import SHARE_DAYS, TodayView, open_exercises, today_view
from kneecoach.ui.choices import Choices
from kneecoach.ui.kit.buttons import DangerButton
from kneecoach.ui.kit.page import ScrollPage
from kneecoach.ui.kit.shapes import RING
from kneecoach.ui.look import Look
from kneecoach.ui.pictures import Pictures
from kneecoach.ui.services import Services
from kneecoach.ui.today_hero import Hero, SideNotice
from kneecoach.ui.words import long_day

if TYPE_CHECKING:  # loaded after the first paint, or where something is closed
    from kneecoach.ui.today_anytime import AnytimeBox
    from kneecoach.ui.today_closed import ClosedHero
    from kneecoach.ui.today_rest import TodayRest

_SIDE_WIDTH = 304
_USUAL_BELOW = 378  # px of the slots and the balance moments, at 1280 × 800


class TodayPage(ScrollPage):
    """The first page.

    `chosen` carries the `Plan` to start; `signs_wanted`, `history_wanted`, `check_wanted` and
    `help_wanted` (what to do about the newest check) lead to those pages;
    `failed` carries the `JournalError` of a history that can't be read now. Making the page raises
    that error.
    """

    chosen = Signal(object)
    failed = Signal(object)
    signs_wanted = Signal()
    history_wanted = Signal()
    check_wanted = Signal()
    help_wanted = Signal()

    def __init__(
        self,
        services: Services,
        look: Look,
        choices: Choices,
        pictures: Pictures,
        *,
        in_two_steps: bool = False,
    ) -> None:
        """With `in_two_steps` all but the hero is made by `complete`, after the first paint."""
        super().__init__(look, self.tr("Today"))
        self._services = services
        self._choices = choices
        self._pictures = pictures
        self.notice = SideNotice(look)
        self.hero = Hero(look, pictures, services.content)
        self._check: CheckOutcome | None = None
        self.closed_hero: ClosedHero | None = None  # made when everything is closed
        self._short_signs = DangerButton(look, self.tr("Warning signs"), icon="warn", height=44)
        self._left = QVBoxLayout()
        self._side = QWidget()
        self._below = QWidget()
        self._rest: TodayRest | None = None
        self._records = self._read()
        self._view = self._seen()
        self._lay_out()
        self._connect()
        if not in_two_steps:
            self._make_rest()
            self._view = self._seen()
        self.arrange(False)

    @property
    def anytime(self) -> AnytimeBox:
        """The box of the balance moments."""
        return self._made_rest().anytime

    def complete(self) -> None:
        """Make what the first paint did without."""
        if self._rest is None:
            self._make_rest()
            self._view = self._seen()
            self.arrange(self.compact)
            self._keep_hint()

    @property
    def view(self) -> TodayView:
        """What is shown now."""
        return self._view

    def refresh(self) -> None:
        """Read the last four weeks anew and show them; if that fails, those that were read last."""
        try:
            self._records = self._read()
        except JournalError as error:
            self.failed.emit(error)
        self._view = self._seen()
        self._show()
        if self._rest is not None:
            self._keep_hint()

    def take_focus(self) -> None:
        """The main action has the focus: Start, or the question that comes before it."""
        reason = Qt.FocusReason.OtherFocusReason
        closed = [self.closed_hero.help, self.closed_hero.check] if self.closed_hero else []
        for button in (*self.notice.buttons, *closed, self.hero.start, self.hero.more):
            if button.isVisibleTo(self):
                button.setFocus(reason)
                return
        super().take_focus()

    def arrange(self, compact: bool) -> None:
        """Without the right column in narrow windows; the way to the signs moves up then."""
        self._side.setVisible(not compact)
        self._short_signs.setVisible(compact)
        self.hero.set_compact(compact)
        if self.closed_hero is not None:
            self.closed_hero.set_compact(compact)
        self._left.setSpacing(12 if compact else 16)
        edges = (0, RING, RING, 0) if compact else (0, RING, 0, RING)
        self._left.setContentsMargins(*edges)
        self.body.setContentsMargins(RING, 0, 0, 14 if compact else 24 - RING)
        self._show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if self.closed_hero is not None and not self.closed_hero.isHidden():
            if not self.closed_hero.take_key(event):
                super().keyPressEvent(event)
        elif enter and self._choices.settings.side_chosen:
            self._start()
        else:
            super().keyPressEvent(event)

    def _read(self) -> Sequence[SessionRecord]:
        day = self._services.clock.wall().day
        return self._services.journal.sessions(day - timedelta(days=SHARE_DAYS - 1), day)

    def _seen(self) -> TodayView:
        content, checks = self._services.content, self._services.checks
        check = checks.now() if self._rest is not None else self._check_at_first()
        self._check = check
        return today_view(
            self._records,
            content.catalogue,
            self._choices.settings,
            self._services.clock.wall().day,
            open_exercises(content.catalogue, check),
        )

    def _check_at_first(self) -> CheckOutcome | None:
        """How the check stood at the last look; the next step of the page looks anew."""
        hint = hinted(self._choices.settings.check_hint, self._services.clock.wall().utc)
        return hint or self._services.checks.at_first()

    def _keep_hint(self) -> None:
        """Keep what the check leaves open for the first paint of the next start."""
        last = self._services.checks.last() if self._check is not None else None
        hint = hint_of(self._check, last.ends) if last is not None else ""
        self._choices.keep_hint(hint)

    def _show(self) -> None:
        view, closed = self._view, all_closed(self._check)
        may_start = self._choices.settings.side_chosen and not closed
        self.sub.setText(long_day(view.day, self._services.content.texts))
        self.notice.setVisible(not may_start and not closed)
        self.hero.show_view(view, may_start=may_start)
        self.hero.setVisible(not closed)
        self._show_closed(closed)
        if self._rest is not None:
            page = self._check.page if self._check else None
            self._rest.show_view(
                view, may_start=may_start, compact=self.compact, closed=closed, page=page
            )

    def _show_closed(self, closed: bool) -> None:
        if closed and self.closed_hero is None:
            from kneecoach.ui.today_closed import ClosedHero

            self.closed_hero = ClosedHero(self._services, self.look, self._pictures)
            self.closed_hero.check_wanted.connect(self.check_wanted)
            self.closed_hero.help_wanted.connect(self.help_wanted)
            self.closed_hero.set_compact(self.compact)
            self._left.insertWidget(self._left.indexOf(self.hero), self.closed_hero, 1)
        if self.closed_hero is not None:
            self.closed_hero.setVisible(closed)
            if closed:
                self.closed_hero.show_check(self._check)

    def _made_rest(self) -> TodayRest:
        return self._rest or self._make_rest()

    def _make_rest(self) -> TodayRest:
        from kneecoach.ui.today_rest import TodayRest

        rest = self._rest = TodayRest(self.look, self._pictures, self._services.content.texts)
        self._below.setLayout(rest.below)
        self._below.setMinimumHeight(0)
        self._side.setLayout(rest.side)
        rest.anytime.started.connect(lambda: self.chosen.emit(self.view.anytime))
        rest.pain.clicked.connect(self.history_wanted)
        rest.signs.clicked.connect(self.signs_wanted)
        rest.still_open.note_wanted.connect(self.help_wanted)
        return rest

    def _lay_out(self) -> None:
        left = self._left
        left.addWidget(self.notice)
        left.addWidget(self.hero, 1)
        left.addWidget(self._below)
        self._below.setMinimumHeight(
            _USUAL_BELOW
        )  # the hero keeps its place until the rest is there
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
        self._short_signs.clicked.connect(self.signs_wanted)
        self._choices.changed.connect(self.refresh)

    def _start(self) -> None:
        self.chosen.emit(self.view.plan)

    def _side_chosen(self, side: PainfulSide) -> None:
        self._choices.change(side=side, side_chosen=True)
        self.take_focus()
