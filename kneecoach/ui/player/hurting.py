"""It hurts: the session pauses, the card asks, and what is chosen happens and is kept."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from kneecoach.domain.answers import PainChoice
from kneecoach.domain.catalogue import Side
from kneecoach.domain.easier import Easier, easier_way
from kneecoach.domain.session import Event
from kneecoach.ui.player.card_place import CardPlace
from kneecoach.ui.player.pain_card import PainCard
from kneecoach.ui.player.player import Player
from kneecoach.ui.services import Services
from kneecoach.ui.words import dose_words, needs_sentence

translate = QCoreApplication.translate

# What happens to the session; a sharp sign ends it as well (guide 4.1, STOP).
_EVENTS = {
    PainChoice.SKIP: (Event.SKIP_EXERCISE, Event.RESUME),
    PainChoice.GO_ON: (Event.RESUME,),
    PainChoice.END: (Event.STOP,),
    PainChoice.SIGNS: (Event.STOP,),
}


class Hurting:
    """Asks over the player; `painful` tells the sides that hurt."""

    def __init__(
        self, services: Services, place: CardPlace, painful: Callable[[], tuple[Side, ...]]
    ) -> None:
        self._services = services
        self._place = place
        self._painful = painful

    def ask(self, player: Player) -> None:
        """Pause and open the card."""
        player.do(Event.PAUSE)
        easier = easier_way(
            player.session,
            self._services.content.catalogue,
            self._services.check,
            self._painful(),
            player.plan.pace,
        )
        words = self._words(easier) if easier else ""
        place = self._place
        card = PainCard(place.look, place.host, player.pain_before, words, place.guard_ms)
        card.rated.connect(player.rate)
        card.chosen.connect(lambda choice: self._go(player, card, choice, easier))
        place.open(card)

    def _go(
        self, player: Player, card: PainCard, choice: PainChoice, easier: Easier | None
    ) -> None:
        pain = card.scale.value
        self._place.close()
        if choice is not PainChoice.GO_ON or pain is not None:  # else nothing was said
            player.hurt(choice, pain)
        if choice is PainChoice.EASIER and easier is not None:
            player.do(easier)
            player.do(Event.RESUME)
        for event in _EVENTS.get(choice, ()):
            player.do(event)

    def _words(self, easier: Easier) -> str:
        """What is done instead, and what it needs where it is another exercise."""
        texts, dose = self._services.content.texts, dose_words(easier.dose).replace(" ", "\u00a0")
        if easier.same:
            return translate("PainCard", "The same with less: {dose}").format(dose=dose)
        exercise = self._services.content.catalogue.exercise(easier.exercise)
        named = translate("PainCard", "{exercise}, {dose}.").format(
            exercise=texts.exercises[easier.exercise].short, dose=dose
        )
        return f"{named} {needs_sentence(exercise.needs, texts)}".strip()
