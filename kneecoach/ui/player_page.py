"""The player's page: one session from the count-in to the saved record."""

from __future__ import annotations

from collections.abc import Callable

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
from kneecoach.ui.player.away_card import AwayCard
from kneecoach.ui.player.card_place import CardPlace
from kneecoach.ui.player.ending import After, Ending
from kneecoach.ui.player.finish_card import FinishCard
from kneecoach.ui.player.hurting import Hurting
from kneecoach.ui.player.keys import KEYS, Act
from kneecoach.ui.player.player import Player
from kneecoach.ui.player.screen import Screen
from kneecoach.ui.player.words import side_name
from kneecoach.ui.services import Services

translate = QCoreApplication.translate


class PlayerPage(QWidget):
    """Fills the window while a session is played.

    `finished` comes when the session is saved, or taken back because nothing was done;
    `signs_wanted` when the person asks for the warning signs, the session paused, and after the end
    where a sign was told.
    """

    finished = Signal()
    signs_wanted = Signal()
    sign_told = Signal()
    full_screen_wanted = Signal()
    running = Signal(bool)

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
        self._said = ""
        self._told_to_count = self._told_silent = False
        self._screen = Screen(look, services.content, choices, pictures, self)
        self._toast = Toast(look, self, above=180)
        shortcuts = [self._shortcut(key, act) for key, act in KEYS.items()]
        self._place = CardPlace(look, self, self._toast, shortcuts, guard_ms)
        self._hurting = Hurting(services, self._place, lambda: choices.settings.side.sides)
        self._ending = Ending(services, pictures, self._place, self._leave, self.signs_wanted.emit)
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
        return self._place.card

    def begin(
        self, admitted: Admitted, pain_before: int | None, draft: Draft | None = None
    ) -> None:
        """Start a session, or go on with a draft; only an admitted plan can be played."""
        self._place.close()
        self._told_to_count = self._told_silent = False
        look = self._look
        self._player = Player(
            self._services, admitted, pain_before, lambda: look.reduced_motion, draft
        )
        self._player.changed.connect(self._show)
        self._player.ended.connect(lambda: self._with_player(self._ending.over))
        self._player.away.connect(self._tell_away)
        self._player.closed.connect(self._tell_closed)
        self._player.running.connect(self.running)
        self._screen.set_day(self._pictures.day())
        self._player.start()
        self._screen.main_control.setFocus(Qt.FocusReason.OtherFocusReason)

    def pause(self) -> None:
        """Pause, as when the warning signs open over the session."""
        if self._player is not None:
            self._player.do(Event.PAUSE)

    def halt(self) -> bool:
        """Pause whatever is wrong; True where the session was running."""
        return self._player is not None and self._player.halt()

    def go_on(self) -> None:
        """Go on after a pause, unless a question waits."""
        if self.card is None:
            self._do(Event.RESUME)

    def end(self) -> bool:
        """End the session and ask how it was; False where that is being asked already."""
        if self._player is None or self._player.session.over:
            return False
        self._leave_card(Event.STOP)
        return True

    def save_as_it_is(self) -> bool:
        """Save what was done, ask nothing; False when it could not be written yet."""
        saved = self._player is None or self._player.keep()
        if saved:
            self._leave()
        return saved

    @property
    def trouble_words(self) -> str:
        """Why not everything is saved yet, "" where all is."""
        trouble = self._player.trouble if self._player is not None else None
        return self._screen.trouble_sentence(trouble) if trouble is not None else ""

    def leave_clock(self) -> None:
        """Let time pass without the session, as when the window closes."""
        if self._player is not None:
            self._player.leave_clock()

    def write_what_waits(self) -> None:
        """Try once more to write what could not be written, as when the window closes.

        A sign that is ticked on the card at the end was told, saved or not.
        """
        if isinstance(self.card, FinishCard) and self.card.answers.has_sign:
            self._ending.end_check()
        if self._player is not None:
            self._player.write_what_waits()

    def act(self, act: Act) -> None:
        """Do what the person asked for by key or button."""
        if self._player is None or self.card is not None:
            return
        handlers: dict[Act, Callable[[], object]] = {
            Act.SPACE: self._space,
            Act.PAUSE: self._player.toggle,
            Act.SKIP: self._skip,
            Act.PAGE_DOWN: self._page_down,
            Act.BACK: lambda: self._do(Event.BACK),
            Act.MORE: lambda: self._do(Event.MORE),
            Act.LESS: lambda: self._do(Event.LESS),
            Act.HURTS: lambda: self._with_player(self._hurting.ask),
            Act.SOUND: self._toggle_sound,
            Act.VOICE: self._toggle_voice,
            Act.SIDE: self._tell_side,
            Act.VIEW: self._toggle_view,
            Act.END: lambda: self._with_player(self._ending.ask),
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

    def _toggle_view(self) -> None:
        self._choices.change(from_front=not self._choices.settings.from_front)
        self._show()

    def _tell_side(self) -> None:
        if self._player is not None:
            self._toast.tell(side_name(self._player.session.part.side))
            self._player.say_side()

    def _show(self) -> None:
        if self._player is None:
            return
        if not self.window().isMinimized():
            flash = self._player.at_zero and self._shows_zero()
            self._screen.show_session(self._player.session, self._player.now, flash=flash)
        self._screen.tell_trouble(self._player.trouble)
        if self._screen.spoken != self._said:
            self._said = self._screen.spoken
            announce(self, self._said)
        if not self._told_to_count and self._counts_itself():
            self._told_to_count = True
            self._toast.tell(translate("Player", "Press Space after each repetition."))

    def _shows_zero(self) -> bool:
        """True where the wall tells zero: nothing can be heard, or the person wants it."""
        silent = self._services.cues.silent
        if silent and not self._told_silent:
            self._told_silent = True
            words = translate("Player", "No sound can be heard. The wall brightens at zero.")
            self._toast.tell(words)
        return silent or self._choices.settings.flash

    def _leave_card(self, *events: Event) -> None:
        self._place.close()
        for event in events:
            self._do(event)

    def _tell_away(self, ms: int) -> None:
        card = AwayCard(self._look, self, ms, self._guard_ms)
        card.go_on.connect(lambda: self._leave_card(Event.RESUME))
        card.end.connect(lambda: self._leave_card(Event.STOP))
        card.escaped.connect(self._leave_card)
        self._place.open(card)

    def _tell_closed(self) -> None:
        words = translate("Player", "This is closed now. End the session, then answer the check.")
        self._toast.tell(words)

    def _with_player(self, ask: Callable[[Player], None]) -> None:
        if self._player is not None:
            ask(self._player)

    def _leave(self, after: After = After.NOTHING) -> None:
        """Leave the session, and tell what is needed after it."""
        self._place.close()
        self.leave_clock()
        self._player = None
        self.finished.emit()
        if after is After.SIGN_TOLD:
            self.sign_told.emit()
        elif after is After.SIGNS:
            self.signs_wanted.emit()
