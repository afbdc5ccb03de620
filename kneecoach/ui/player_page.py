"""The player's page: one session from the count-in to the saved record."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QWidget

from kneecoach.domain.history import CountCorrection, Draft
from kneecoach.domain.safety import Admitted
from kneecoach.domain.session import Event, State
from kneecoach.ui.choices import Choices
from kneecoach.ui.kit.announce import announce
from kneecoach.ui.kit.dialog import GUARD_MS, CardDialog
from kneecoach.ui.kit.toast import Toast
from kneecoach.ui.look import Look
from kneecoach.ui.pictures import Pictures
from kneecoach.ui.player.cards import CountsCard, EndCard, PainCard
from kneecoach.ui.player.finish_card import FinishCard
from kneecoach.ui.player.keys import KEYS, Act
from kneecoach.ui.player.player import Player
from kneecoach.ui.player.screen import Screen
from kneecoach.ui.player.words import side_name, slot_done
from kneecoach.ui.services import Services

translate = QCoreApplication.translate


class PlayerPage(QWidget):
    """Fills the window while a session is played.

    `finished` comes when the session is saved, or taken back because nothing was done;
    `signs_wanted` when the person asks for the warning signs, the session paused.
    """

    finished = Signal()
    signs_wanted = Signal()
    full_screen_wanted = Signal()

    def __init__(
        self,
        services: Services,
        look: Look,
        choices: Choices,
        pictures: Pictures,
        *,
        guard_ms: int = GUARD_MS,
    ) -> None:
        super().__init__()
        self._services = services
        self._look = look
        self._choices = choices
        self._pictures = pictures
        self._guard_ms = guard_ms
        self._player: Player | None = None
        self._card: CardDialog | None = None
        self._said = ""
        self._told_to_count = False
        self._screen = Screen(look, services.content.texts, choices, pictures, self)
        self._toast = Toast(look, self, above=180)
        self._shortcuts = [self._shortcut(key, act) for key, act in KEYS.items()]
        self._screen.acted.connect(self.act)
        self._screen.full_screen_wanted.connect(self.full_screen_wanted)
        self._screen.main_control.installEventFilter(self)
        self.setFocusProxy(self._screen.main_control)

    @property
    def player(self) -> Player | None:
        """The session being played, None between sessions."""
        return self._player

    @property
    def card(self) -> CardDialog | None:
        """The card that lies over the player, None while there is none."""
        return self._card

    def begin(
        self, admitted: Admitted, pain_before: int | None, draft: Draft | None = None
    ) -> None:
        """Start a session, or go on with a draft; only an admitted plan can be played."""
        self._close_card()
        self._told_to_count = False
        look = self._look
        self._player = Player(
            self._services, admitted, pain_before, lambda: look.reduced_motion, draft
        )
        self._player.changed.connect(self._show)
        self._player.ended.connect(self._finish)
        self._screen.set_day(self._pictures.day())
        self._player.start()
        self._screen.main_control.setFocus(Qt.FocusReason.OtherFocusReason)

    def pause(self) -> None:
        """Pause, as when the warning signs open over the session."""
        if self._player is not None:
            self._player.do(Event.PAUSE)

    def leave_clock(self) -> None:
        """Let time pass without the session, as when the window closes."""
        if self._player is not None:
            self._player.leave_clock()

    def write_what_waits(self) -> None:
        """Try once more to write what could not be written, as when the window closes."""
        if self._player is not None:
            self._player.write_what_waits()

    def act(self, act: Act) -> None:
        """Do what the person asked for by key or button."""
        if self._player is None or self._card is not None:
            return
        handlers = {
            Act.SPACE: self._space,
            Act.PAUSE: self._player.toggle,
            Act.SKIP: self._skip,
            Act.PAGE_DOWN: self._page_down,
            Act.BACK: lambda: self._do(Event.BACK),
            Act.MORE: lambda: self._do(Event.MORE),
            Act.LESS: lambda: self._do(Event.LESS),
            Act.HURTS: self._hurts,
            Act.SOUND: self._toggle_sound,
            Act.VOICE: self._toggle_voice,
            Act.SIDE: self._tell_side,
            Act.END: self._ask_to_end,
        }
        handlers[act]()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.window().installEventFilter(self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._screen.setGeometry(self.rect())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter on the big button counts at one's own pace, and presses it otherwise."""
        if event.type() is QEvent.Type.WindowStateChange:
            self._show()  # what was missed while the window was minimised
        pressed = watched is self._screen.main_control and event.type() is QEvent.Type.KeyPress
        if pressed and isinstance(event, QKeyEvent):
            enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            if enter and not event.isAutoRepeat():
                self.act(Act.SPACE)
            return enter
        return super().eventFilter(watched, event)

    def _shortcut(self, key: Qt.Key, act: Act) -> QShortcut:
        shortcut = QShortcut(QKeySequence(key), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.setAutoRepeat(False)
        shortcut.activated.connect(lambda: self.act(act))
        return shortcut

    def _do(self, event: Event | CountCorrection) -> None:
        if self._player is not None:
            self._player.do(event)

    def _counts_itself(self) -> bool:
        """True where the person counts: an open repetition that runs."""
        player = self._player
        if player is None:
            return False
        session = player.session
        return session.state is State.RUNNING and session.step.ms is None

    def _space(self) -> None:
        if self._counts_itself():
            self._do(Event.COUNT)
        elif self._player is not None:
            self._player.toggle()

    def _page_down(self) -> None:
        if self._counts_itself():
            self._do(Event.COUNT)
        else:
            self._skip()

    def _skip(self) -> None:
        self._do(Event.SKIP)
        if self._player is not None and not self._player.session.over:
            self._toast.tell(translate("Player", "Skipped. The left arrow key goes back."))

    def _toggle_sound(self) -> None:
        self._choices.change(sound=not self._choices.settings.sound)

    def _toggle_voice(self) -> None:
        self._choices.change(voice=not self._choices.settings.voice)

    def _tell_side(self) -> None:
        if self._player is not None:
            self._toast.tell(side_name(self._player.session.part.side))
            self._player.say_side()

    def _show(self) -> None:
        if self._player is None:
            return
        if not self.window().isMinimized():
            self._screen.show_session(self._player.session, self._player.now)
        self._screen.tell_trouble(self._player.trouble)
        if self._screen.spoken != self._said:
            self._said = self._screen.spoken
            announce(self, self._said)
        if not self._told_to_count and self._counts_itself():
            self._told_to_count = True
            self._toast.tell(translate("Player", "Press Space after each repetition."))

    def _open_card(self, card: CardDialog) -> None:
        self._close_card()
        self._toast.hide()
        self._card = card
        for shortcut in self._shortcuts:
            shortcut.setEnabled(False)
        card.open()

    def _close_card(self) -> None:
        if self._card is not None:
            self._card.dismiss()
            self._card = None
        for shortcut in self._shortcuts:
            shortcut.setEnabled(True)

    def _hurts(self) -> None:
        if self._player is None:
            return
        self.pause()
        card = PainCard(self._look, self, self._player.pain_before, self._guard_ms)
        card.rated.connect(self._rate)
        card.skip.connect(lambda: self._leave_card(Event.SKIP_EXERCISE, Event.RESUME))
        card.end.connect(lambda: self._leave_card(Event.STOP))
        card.go_on.connect(lambda: self._leave_card(Event.RESUME))
        card.signs.connect(self.signs_wanted)
        self._open_card(card)

    def _rate(self, value: int) -> None:
        if self._player is not None:
            self._player.rate(value)

    def _leave_card(self, *events: Event) -> None:
        self._close_card()
        for event in events:
            self._do(event)

    def _ask_to_end(self) -> None:
        self.pause()
        card = EndCard(self._look, self, self._guard_ms)
        card.keep_going.connect(lambda: self._leave_card(Event.RESUME))
        card.end.connect(lambda: self._leave_card(Event.STOP))
        self._open_card(card)

    def _finish(self) -> None:
        """The session is over: ask how it was, or leave at once when nothing was done."""
        player = self._player
        if player is None:
            return
        if not player.session.records:
            player.discard()
            self._leave()
            return
        self._ask_how_it_was(player)

    def _ask_how_it_was(self, player: Player) -> None:
        texts = self._services.content.texts
        card = FinishCard(
            self._look,
            self,
            slot_done(player.plan.slot),
            self._pictures,
            texts,
            player.pain_before,
            self._guard_ms,
        )
        card.show_counts(player.session)
        card.save.connect(lambda: self._save(card, player))
        card.leave.connect(self._leave)
        card.counts_wanted.connect(lambda: self._put_right(card, player))
        card.signs.connect(self.signs_wanted)
        self._open_card(card)

    def _put_right(self, finish: FinishCard, player: Player) -> None:
        texts = self._services.content.texts
        card = CountsCard(self._look, self, player.session, texts, self._guard_ms)
        card.corrected.connect(player.do)
        card.corrected.connect(lambda _value: finish.show_counts(player.session))
        card.done.connect(card.dismiss)
        card.open()

    def _save(self, card: FinishCard, player: Player) -> None:
        saved = player.save(card.worst.value, card.after.value)
        if not saved and player.trouble is not None:
            card.tell_trouble(self._screen.trouble_sentence(player.trouble))
            return
        self._leave()

    def _leave(self) -> None:
        self._close_card()
        self.leave_clock()
        self._player = None
        self.finished.emit()
