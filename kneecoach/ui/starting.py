"""The one road from a plan to the player: the refusal told, the pain asked, then admitted."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from kneecoach.domain.history import JournalError
from kneecoach.domain.plan import Plan
from kneecoach.domain.safety import Admitted, Refused, Way, admit
from kneecoach.ui.kit.durations import GUARD_MS
from kneecoach.ui.look import Look
from kneecoach.ui.services import Services

if TYPE_CHECKING:
    from kneecoach.ui.kit.dialog import CardDialog

Begin = Callable[[Admitted, int | None], None]


class Starting:
    """Takes a plan to `begin`, or says why not; `host` is what its cards cover.

    Every way into the player goes through `start`.
    """

    def __init__(
        self,
        services: Services,
        look: Look,
        host: QWidget,
        begin: Begin,
        *,
        guard_ms: int = GUARD_MS,
    ) -> None:
        self._services = services
        self._look = look
        self._host = host
        self._begin = begin
        self._guard_ms = guard_ms
        self._card: CardDialog | None = None

    @property
    def card(self) -> CardDialog | None:
        """The card that is open now, None while there is none."""
        return self._card

    def start(self, plan: Plan, way: Way = Way.PLAN) -> None:
        """Ask for the pain before the day's first session and begin, or tell the refusal.

        A refusal is kept with the way on which the plan came.
        """
        self.leave()
        answer = admit(plan, self._services.content.catalogue, self._services.check)
        if isinstance(answer, Refused):
            self._services.checks.refused(way, answer)
            self.show(self._refusal_card(answer))
        elif self._first_of_the_day():
            self.show(self._pain_card(answer))
        else:
            self._begin(answer, None)

    def leave(self) -> None:
        """Close the card that is open and start nothing."""
        if self._card is not None:
            card, self._card = self._card, None
            card.dismiss()

    def _first_of_the_day(self) -> bool:
        """True also where the history can't be read now; the player tells that."""
        day = self._services.clock.wall().day
        try:
            return not self._services.journal.sessions(day, day)
        except JournalError:
            return True

    def show(self, card: CardDialog) -> None:
        """Open that card in the place of the one that is open; Esc and every way on close it."""
        self.leave()
        self._card = card
        card.escaped.connect(self.leave)
        card.open()

    def _go(self, admitted: Admitted, pain: int | None) -> None:
        self.leave()
        self._begin(admitted, pain)

    def _pain_card(self, admitted: Admitted) -> CardDialog:
        from kneecoach.ui.starting_cards import PainCard

        return PainCard(
            self._look,
            self._host,
            lambda pain: self._go(admitted, pain),
            guard_ms=self._guard_ms,
        )

    def _refusal_card(self, refused: Refused) -> CardDialog:
        from kneecoach.ui.starting_cards import RefusalCard, refusal_sentence

        sentence = refusal_sentence(refused, self._services.content.texts)
        return RefusalCard(self._look, self._host, sentence, self.leave, guard_ms=self._guard_ms)
