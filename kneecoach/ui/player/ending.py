"""The end of a session: asked for, told, put right, saved, or taken back."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from enum import Enum

from PySide6.QtCore import QCoreApplication

from kneecoach.domain.answers import PainChoice
from kneecoach.domain.ending import asks_two_more, worst_told
from kneecoach.domain.history import JournalError
from kneecoach.domain.safety import Standing
from kneecoach.domain.session import Event, State
from kneecoach.ui.pictures import Pictures
from kneecoach.ui.player.card_place import CardPlace
from kneecoach.ui.player.cards import CountsCard, EndCard
from kneecoach.ui.player.finish_card import FinishCard
from kneecoach.ui.player.finish_parts import Ended
from kneecoach.ui.player.note_card import NoteCard
from kneecoach.ui.player.player import Player
from kneecoach.ui.player.words import slot_done, stopped_here
from kneecoach.ui.services import Services
from kneecoach.ui.words import minutes_words

translate = QCoreApplication.translate


class After(Enum):
    """What is needed once a session is over."""

    NOTHING = "nothing"
    SIGNS = "signs"  # to read the warning signs
    SIGN_TOLD = "sign_told"  # a new check: one was told (guide 4.1, STOP)


class Ending:
    """Leads a session to its end; `leave` is called when it is over for good.

    `leave` is told what is needed then; `signs` opens the warning signs at once.
    """

    def __init__(
        self,
        services: Services,
        pictures: Pictures,
        place: CardPlace,
        leave: Callable[[After], None],
        signs: Callable[[], None],
    ) -> None:
        self._services = services
        self._pictures = pictures
        self._place = place
        self._leave = leave
        self._signs = signs

    def ask(self, player: Player) -> None:
        """Pause, and ask whether to end."""
        player.do(Event.PAUSE)
        card = EndCard(self._place.look, self._place.host, self._place.guard_ms)
        card.keep_going.connect(lambda: self._answer(player, Event.RESUME))
        card.end.connect(lambda: self._answer(player, Event.STOP))
        self._place.open(card)

    def over(self, player: Player) -> None:
        """Ask how it was; leave at once where nothing was done, or when a sharp sign ended it."""
        if _stopped_by(player, PainChoice.SIGNS):
            self.end_check()
        if not player.session.records and not player.hurts:
            player.discard()
            self._leave(After.NOTHING)
        elif _stopped_by(player, PainChoice.SIGNS) and player.save(None, None):
            self._leave(After.SIGN_TOLD)
        else:
            self._ask_how_it_was(player)

    def _answer(self, player: Player, event: Event) -> None:
        self._place.close()
        player.do(event)

    def _ask_how_it_was(self, player: Player) -> None:
        place = self._place
        texts = self._services.content.texts
        ended = self._ended(player)
        card = FinishCard(place.look, place.host, ended, self._pictures, texts, place.guard_ms)
        card.show_counts(player.session)
        card.save.connect(lambda: self._save(card, player))
        card.leave.connect(lambda: self._leave(_after(card, player)))
        card.undo.connect(lambda: self._undo(player))
        card.counts_wanted.connect(lambda: self._put_right(card, player))
        card.note_wanted.connect(lambda: self._write_note(card))
        card.signs.connect(self._signs)
        place.open(card)
        if player.trouble is not None:
            card.tell_trouble(self._sentence(player.trouble))
        if _stopped_by(player, PainChoice.SIGNS):
            card.close_way_back()
            self._signs()

    def end_check(self) -> None:
        """A sign was told: the check holds no longer, whatever becomes of the session."""
        from kneecoach.domain.check_records import CheckEnded, EndReason

        check = self._services.check
        if check is None or check.standing is not Standing.VALID:
            return
        with suppress(JournalError):  # it closes all the same
            self._services.checks.keep(CheckEnded("", EndReason.SIGN))

    def _ended(self, player: Player) -> Ended:
        session, catalogue = player.session, self._services.content.catalogue
        stopped = session.state is State.STOPPED
        minutes = max(1, round(sum(session.played) / 60_000))
        return Ended(
            title=stopped_here() if stopped else slot_done(player.plan.slot),
            line=minutes_words(minutes),
            before=player.pain_before,
            hurt=worst_told(player.hurts),
            asks_two_more=lambda worst, sign: asks_two_more(
                player.session, catalogue, player.hurts, worst, sign=sign
            ),
        )

    def _put_right(self, finish: FinishCard, player: Player) -> None:
        texts, place = self._services.content.texts, self._place
        card = CountsCard(place.look, place.host, player.session, texts, place.guard_ms)
        card.corrected.connect(player.do)
        card.corrected.connect(lambda _value: finish.show_counts(player.session))
        card.done.connect(card.dismiss)
        card.open()

    def _write_note(self, finish: FinishCard) -> None:
        place = self._place
        card = NoteCard(place.look, place.host, finish.note, place.guard_ms)
        card.written.connect(finish.show_note)
        card.written.connect(lambda _text: card.dismiss())
        card.open()

    def _undo(self, player: Player) -> None:
        self._place.close()
        player.reopen()

    def _save(self, card: FinishCard, player: Player) -> None:
        saved = player.save(card.worst.value, card.after.value, card.answers)
        if not saved and player.trouble is not None:
            card.tell_trouble(self._sentence(player.trouble))
            return
        self._leave(_after(card, player))

    def _sentence(self, trouble: JournalError) -> str:
        return self._services.content.texts.message(trouble.code, **trouble.fields)


def _after(card: FinishCard, player: Player) -> After:
    """What is needed after these answers, saved or not."""
    if card.answers.has_sign or _stopped_by(player, PainChoice.SIGNS):
        return After.SIGN_TOLD
    return After.SIGNS if _stopped_by(player, PainChoice.END) else After.NOTHING


def _stopped_by(player: Player, choice: PainChoice) -> bool:
    """True where the session was ended on the pain card with that choice."""
    stopped = player.session.state is State.STOPPED
    return stopped and player.hurts[-1:] != () and player.hurts[-1].choice is choice
