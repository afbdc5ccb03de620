"""The one road from a plan to the player: the refusal told, the pain asked, then admitted."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from kneecoach.domain.plan import Plan
from kneecoach.domain.safety import Admitted, Refused, admit
from kneecoach.domain.texts import Texts
from kneecoach.ui.kit.buttons import PlainButton, PrimaryButton
from kneecoach.ui.kit.dialog import GUARD_MS, CardDialog
from kneecoach.ui.kit.pain_scale import PainScale
from kneecoach.ui.look import Look
from kneecoach.ui.services import Services
from kneecoach.ui.words import joined, translate

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

    def start(self, plan: Plan) -> None:
        """Ask for the pain before the day's first session and begin, or tell the refusal."""
        self.leave()
        answer = admit(plan, self._services.content.catalogue, self._services.check)
        if isinstance(answer, Refused):
            self._show(self._refusal_card(answer))
        elif self._first_of_the_day():
            self._show(self._pain_card(answer))
        else:
            self._begin(answer, None)

    def leave(self) -> None:
        """Close the card that is open and start nothing."""
        if self._card is not None:
            card, self._card = self._card, None
            card.dismiss()

    def _first_of_the_day(self) -> bool:
        day = self._services.clock.wall().day
        return not self._services.journal.sessions(day, day)

    def _show(self, card: CardDialog) -> None:
        self._card = card
        card.escaped.connect(self.leave)
        card.open()

    def _go(self, admitted: Admitted, pain: int | None) -> None:
        self.leave()
        self._begin(admitted, pain)

    def _pain_card(self, admitted: Admitted) -> CardDialog:
        card = CardDialog(
            self._look,
            self._host,
            translate("Starting", "How much does the knee hurt now?"),
            translate("Starting", "Asked once a day, before the first session."),
            guard_ms=self._guard_ms,
        )
        scale = PainScale(self._look, translate("Starting", "Pain now"))
        start = PrimaryButton(
            self._look,
            translate("Starting", "Start"),
            icon="play",
            key=translate("Starting", "Enter"),
            px=20,
            height=60,
        )
        skip = PlainButton(self._look, translate("Starting", "Not now"), height=60)
        start.setEnabled(False)
        scale.chosen.connect(lambda _value: start.setEnabled(True))
        scale.typed.connect(lambda _value: card.mark(start))
        start.clicked.connect(lambda: self._go(admitted, scale.value))
        skip.clicked.connect(lambda: self._go(admitted, None))
        card.keys = scale.take_key
        card.column.addSpacing(8)
        card.column.addWidget(scale)
        card.add_buttons(start, skip)
        card.mark(scale.first)
        return card

    def _refusal_card(self, refused: Refused) -> CardDialog:
        texts = self._services.content.texts
        card = CardDialog(
            self._look,
            self._host,
            translate("Starting", "This cannot be started"),
            refusal_sentence(refused, texts),
            width=620,
            guard_ms=self._guard_ms,
        )
        back = PrimaryButton(self._look, translate("Starting", "Go back"), px=20, height=60)
        back.clicked.connect(self.leave)
        card.add_buttons(back)
        return card


def refusal_sentence(refused: Refused, texts: Texts) -> str:
    """Why the plan is refused, in the words of the content."""
    names = [
        texts.exercises[name].name if name in texts.exercises else name
        for name in refused.exercises
    ]
    return texts.message(f"refused_{refused.reason.value}", exercises=joined(names))
