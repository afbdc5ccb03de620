"""The one road from a plan to the player: the refusal told, the pain asked, then admitted."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from kneecoach.domain.history import JournalError
from kneecoach.domain.plan import Plan
from kneecoach.domain.safety import Admitted, GateDue, Refusal, Refused, Way, admit
from kneecoach.ui.kit.durations import GUARD_MS

if TYPE_CHECKING:
    from kneecoach.ui.kit.dialog import CardDialog
    from kneecoach.ui.window import MainWindow

Begin = Callable[[Admitted, int | None], None]


class Starting:
    """Takes a plan to `begin`, or says why not; `host` is what its cards cover.

    Every way into the player goes through `start`.
    """

    def __init__(
        self, window: MainWindow, host: QWidget, begin: Begin, *, guard_ms: int = GUARD_MS
    ) -> None:
        self._window = window
        self._services = window.services
        self._look = window.look
        self._host = host
        self._begin = begin
        self._guard_ms = guard_ms
        self._card: CardDialog | None = None

    @property
    def card(self) -> CardDialog | None:
        """The card that is open now, None while there is none."""
        return self._card

    def start(self, plan: Plan, way: Way = Way.PLAN) -> None:
        """Ask what is due before a session, then for the pain, and begin; or tell the refusal.

        A refusal is kept with the way on which the plan came.
        """
        self.leave()
        admitted = self._admitted(plan, way)
        if admitted is None:
            return
        if self._first_of_the_day():
            self.show(self._pain_card(plan, way))
        else:
            self._begin(admitted, None)

    def _admitted(self, plan: Plan, way: Way) -> Admitted | None:
        """What may begin now; None where the questions that are due or the refusal are shown."""
        check = self._services.check
        answer = admit(plan, self._services.content.catalogue, check)
        if check is not None and check.gate is not GateDue.NOTHING and _may_ask(answer):
            self._window.checking.ask_gate(
                check.gate, lambda: self.start(plan, way), lambda: self._not_now(answer, way)
            )
        elif isinstance(answer, Refused):
            self._services.checks.refused(way, answer)
            self.show(self._refusal_card(answer))
        else:
            return answer
        return None

    def _not_now(self, answer: Admitted | Refused, way: Way) -> None:
        """The questions were not answered: what waits for them stays closed."""
        if isinstance(answer, Refused):
            self._services.checks.refused(way, answer)

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

    def _go(self, plan: Plan, way: Way, pain: int | None) -> None:
        """Begin, where that is still allowed: the card may have stood there for days."""
        self.leave()
        admitted = self._admitted(plan, way)
        if admitted is not None:
            self._begin(admitted, pain)

    def _pain_card(self, plan: Plan, way: Way) -> CardDialog:
        from kneecoach.ui.starting_cards import PainCard

        return PainCard(
            self._look,
            self._host,
            lambda pain: self._go(plan, way, pain),
            guard_ms=self._guard_ms,
        )

    def _refusal_card(self, refused: Refused) -> CardDialog:
        from kneecoach.ui.starting_cards import RefusalCard, refusal_sentence

        sentence = refusal_sentence(refused, self._services.content.texts)
        card = RefusalCard(self._look, self._host, sentence, refused, guard_ms=self._guard_ms)
        card.left.connect(self.leave)
        card.check_wanted.connect(self._window.open_check)
        card.help_wanted.connect(self._window.open_help)
        return card


def _may_ask(answer: Admitted | Refused) -> bool:
    """Whether the questions of the day can open this plan."""
    return isinstance(answer, Admitted) or answer.reason is Refusal.GATE_MISSING
