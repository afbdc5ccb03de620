"""What breaks into a session: the window is closed, something goes wrong, the program dies."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from kneecoach.domain.history import JournalError

if TYPE_CHECKING:  # cards are loaded when they are wanted
    from kneecoach.ui.close_card import CloseCard
    from kneecoach.ui.fault import Fault
    from kneecoach.ui.player_page import PlayerPage
    from kneecoach.ui.resuming import Resuming
    from kneecoach.ui.window import MainWindow


class Interruptions:
    """Pauses the session and asks; a pause that was there before stays one.

    Everything done is saved at any time: what is decided here is what becomes of the session.
    """

    def __init__(self, window: MainWindow, host: QWidget, guard_ms: int) -> None:
        """`host` is what the cards cover."""
        self._window = window
        self._host = host
        self._guard_ms = guard_ms
        self._resuming: Resuming | None = None
        self._leaves = False

    def offer_draft(self) -> None:
        """Ask about a session that was cut off, once."""
        window = self._window
        if window.plays or self._resuming is not None or window.alone.page is not None:
            return
        try:
            draft = window.services.journal.draft()
        except JournalError as error:
            window.tell_trouble(error)
            return
        if draft is not None:
            from kneecoach.ui.resuming import Resuming

            self._resuming = Resuming(window, self._host, draft, self._guard_ms)
            self._resuming.ask()

    def offer_again(self) -> None:
        """Ask again where something more urgent took the place of the question."""
        if self._resuming is not None:
            self._resuming.ask()

    @property
    def asks_before_closing(self) -> bool:
        """True for a session with no card over it, unless everything ends."""
        page, cards = self._window.player, self._window.starting
        has_card = cards.card is not None or (page is not None and page.card is not None)
        return self._window.plays and not (self._leaves or has_card)

    def ask_before_closing(self) -> None:
        """Ask whether the session goes on, ends, or waits for the next start."""
        from kneecoach.ui.close_card import CloseCard

        page = self._page()
        ran = page.halt()
        page.write_what_waits()
        card = CloseCard(self._window.look, self._host, page.trouble_words, self._guard_ms)
        card.keep_going.connect(lambda: self._go_on(ran))
        card.later.connect(self._window.leave)
        card.end.connect(lambda: self._save_and_close(card))
        self._window.starting.show(card)

    def save_now(self) -> None:
        """Save all there is, as everything is about to end; from then on closing asks nothing."""
        self._leaves = True
        self._window.checking.keep_unfinished()
        if self._window.player is not None:
            self._window.player.halt()
            self._window.player.write_what_waits()

    def tell(self, fault: Fault, answered: Callable[[], None]) -> None:
        """Show on a card what went wrong in a session, else in a line; `answered` after the card.

        One card, however much goes wrong while it is there.
        """
        from kneecoach.ui.player.error_card import ErrorCard

        self._window.ways.fades = False
        if not self._window.plays:
            self._window.tell_error()
            return
        if isinstance(self._window.starting.card, ErrorCard):
            return
        page = self._page()
        ran = page.halt()
        unsaved = page.trouble_words
        card = ErrorCard(self._window.look, self._host, fault, unsaved, self._guard_ms)
        for answer in (card.go_on, card.end, card.escaped):
            answer.connect(answered)
        card.go_on.connect(lambda: self._go_on(ran))
        card.end.connect(self._end)
        self._window.starting.show(card)

    def _page(self) -> PlayerPage:
        page = self._window.player
        assert page is not None  # a session is played
        return page

    def _go_on(self, ran: bool) -> None:
        self._window.starting.leave()
        if ran:
            self._page().go_on()

    def _save_and_close(self, card: CloseCard) -> None:
        page = self._page()
        if page.save_as_it_is():
            self._window.leave()
        else:
            card.tell_trouble(page.trouble_words)

    def _end(self) -> None:
        """End the session by the usual way; save it as it is where that way is broken or gone."""
        self._window.starting.leave()
        asked = False
        with suppress(Exception):
            asked = self._page().end()
        if not asked:
            self._page().save_as_it_is()
