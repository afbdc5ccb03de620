"""The main window: what it is made of, and what happens to it; `Ways` leads through its pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QVBoxLayout, QWidget

from kneecoach.domain.history import Draft, JournalError
from kneecoach.domain.plan import Plan
from kneecoach.domain.safety import Admitted, Way
from kneecoach.domain.settings import Settings
from kneecoach.ui.checking import Checking
from kneecoach.ui.choices import Choices
from kneecoach.ui.interruptions import Interruptions
from kneecoach.ui.kit.durations import GUARD_MS
from kneecoach.ui.kit.labels import TextLabel
from kneecoach.ui.kit.page import ScrollPage
from kneecoach.ui.look import Look
from kneecoach.ui.page_makers import make_player_page
from kneecoach.ui.pictures import Pictures
from kneecoach.ui.services import Services
from kneecoach.ui.starting import Starting
from kneecoach.ui.ways import Ways

if TYPE_CHECKING:
    from kneecoach.ui.kit.toast import Toast
    from kneecoach.ui.player_page import PlayerPage

COMPACT_BELOW = 1100  # px of window width (look 5)
_LEAST = (900, 600)
_FIRST = (1280, 800)


class MainWindow(QMainWindow):
    """Everything a person sees; pages other than Today are made when they are first wanted."""

    painted = Signal()  # once, after the first paint
    awake_wanted = Signal(bool)  # the screen is to be kept awake, or may sleep

    def __init__(self, services: Services, look: Look, *, guard_ms: int = GUARD_MS) -> None:
        super().__init__()
        self.services = services
        self.look = look
        self.guard_ms = guard_ms
        self.choices = Choices(services.settings, services.save_settings)
        self.pictures = Pictures(
            services.content.poses, look, services.clock, services.content.front
        )
        self._whole = QWidget()
        self.ways = Ways(self, self._whole)
        self.rail, self.stack, self.pages = self.ways.rail, self.ways.stack, self.ways.pages
        self.alone = self.ways.alone
        self.player: PlayerPage | None = None
        self._seen = False
        self._day = services.clock.wall().day
        self._toast: Toast | None = None
        self._lay_out()
        self.checking = Checking(self)
        self.starting = Starting(self, self._whole, self._begin, guard_ms=guard_ms)
        self.interruptions = Interruptions(self, self._whole, guard_ms)
        self._shortcuts = self.ways.by_keys()
        self.choices.changed.connect(self._apply)
        self.choices.failed.connect(self.tell_trouble)
        self.pictures.failed.connect(self._tell_picture)
        self.painted.connect(lambda: QTimer.singleShot(1, self, self.complete))
        self.painted.connect(lambda: QTimer.singleShot(1, self, self.interruptions.offer_draft))
        if not self.checking.begin():
            self.go("today")

    @property
    def plays(self) -> bool:
        """True from the start of a session until it is saved or taken back."""
        return self.player is not None and self.player.player is not None

    def go(self, name: str) -> None:
        """Show that page of `page_makers`, unless a page has the window to itself."""
        self.ways.go(name)

    def page(self, name: str) -> ScrollPage:
        """The page of that name, made now if it was not there yet; KeyError for another name."""
        return self.ways.page(name)

    def start(self, plan: Plan, way: Way = Way.PLAN) -> None:
        """Take a plan to the player, by the one road there is."""
        if not self.plays and self.alone.page is None:
            self.starting.start(plan, way)

    def resume(self, admitted: Admitted, draft: Draft) -> None:
        """Go on with a session that was cut off."""
        self._begin(admitted, draft.start.pain_before, draft)

    def open_signs(self) -> None:
        """Show the warning signs over whatever is there; a running session is paused."""
        self.ways.open_over("signs")

    def open_help(self, page: str = "") -> None:
        """Show that help page, or the one of the newest check, or the warning signs."""
        self.ways.open_help(page)

    def open_about(self) -> None:
        """Show what the guidance rests on."""
        self.ways.open_over("about")

    def open_check(self) -> None:
        """Show the check of warning signs; a session that is played comes first."""
        self.ways.open_check()

    def open_exercise(self, exercise_id: str) -> None:
        """Show the page of one exercise; raises KeyError for an unknown one."""
        self.ways.open_exercise(exercise_id)

    def leave_signs(self) -> None:
        """Go back to where the person was before the warning signs, help or what it rests on."""
        self.ways.leave_over()

    def toggle_full_screen(self) -> None:
        """Fill the screen, or go back to a window."""
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    def leave(self) -> None:
        """Close without a question; a session that is played is offered again at the next start."""
        self.interruptions.save_now()
        self.close()

    def tell(self, words: str) -> None:
        """Say that in a line that passes."""
        from kneecoach.ui.kit.toast import Toast

        if self._toast is None:
            self._toast = Toast(self.look, self._whole)
        self._toast.tell(words)

    def tell_error(self) -> None:
        """Say in a line that something of the program went wrong."""
        self.tell(self.tr("Something went wrong in the program, not in your history."))

    def tell_trouble(self, error: JournalError) -> None:
        """Say in a line why something can't be read or saved."""
        self.tell(self.services.content.texts.message(error.code, **error.fields))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.ways.set_compact(self.width() < COMPACT_BELOW)

    def changeEvent(self, event: QEvent) -> None:
        """Show the new day when the window is come back to after midnight."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.ActivationChange and self.isActiveWindow():
            page, day = self.stack.currentWidget(), self.services.clock.wall().day
            if day != self._day and isinstance(page, ScrollPage):
                page.refresh()
            self._day = day

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask in the middle of a session; try once more to write what could not be written."""
        if self.interruptions.asks_before_closing:
            event.ignore()
            self.interruptions.ask_before_closing()
            return
        self.checking.keep_unfinished()
        if self.player is not None:
            self.player.write_what_waits()
        super().closeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._seen:
            self._seen = True
            self.painted.emit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        page = self.stack.currentWidget()
        if isinstance(page, ScrollPage):
            page.take_focus()

    def complete(self) -> None:
        """Make what the first paint did without."""
        for page in tuple(self.pages.values()):
            page.complete()

    def _lay_out(self) -> None:
        self.setWindowTitle("KneeCoach")
        self.setMinimumSize(*_LEAST)
        self.resize(*_FIRST)
        row = QHBoxLayout(self._whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addLayout(self._pages_column(), 1)
        self.setCentralWidget(self._whole)

    def _pages_column(self) -> QVBoxLayout:
        """The pages, under a line that stays while nothing can be saved."""
        column = QVBoxLayout()
        column.setSpacing(0)
        if self.services.read_only:
            text = self.services.content.texts.message("read_only_note")
            note = TextLabel(self.look, text, px=16, weight=600, role="danger_ink")
            note.setContentsMargins(36, 12, 36, 0)
            column.addWidget(note)
        column.addWidget(self.stack, 1)
        return column

    def _begin(
        self, admitted: Admitted, pain_before: int | None, draft: Draft | None = None
    ) -> None:
        if self.player is None:
            self.player = make_player_page(self)
            self.stack.addWidget(self.player)
        self.pictures.give_away()  # the stage keeps as much as all other caches together may
        self.player.begin(admitted, pain_before, draft)
        self.ways.show(self.player, "")

    def _apply(self, settings: Settings) -> None:
        self.look.follow(settings.theme)
        self.look.set_calm(settings.reduced_motion)
        self.look.set_figure(settings.figure, settings.hair)
        self.services.cues.tune(settings.hearing)

    def _tell_picture(self, reason: str) -> None:
        words = self.tr("A picture can't be shown; the exercise works without it. {reason}")
        self.tell(words.format(reason=reason))
