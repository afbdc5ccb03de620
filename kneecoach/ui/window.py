"""The main window: the rail, the pages, the player, and the ways between them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QKeySequence,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
    QShortcut,
    QShowEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from kneecoach.domain.history import Draft, JournalError
from kneecoach.domain.plan import Plan
from kneecoach.domain.safety import Admitted, Way
from kneecoach.domain.settings import Settings
from kneecoach.ui.alone import Alone
from kneecoach.ui.checking import Checking
from kneecoach.ui.choices import Choices
from kneecoach.ui.interruptions import Interruptions
from kneecoach.ui.kit.durations import GUARD_MS
from kneecoach.ui.kit.labels import TextLabel
from kneecoach.ui.kit.page import ScrollPage
from kneecoach.ui.look import Look
from kneecoach.ui.page_makers import make_exercise_page, make_page, show_help
from kneecoach.ui.pictures import Pictures
from kneecoach.ui.rail import Rail
from kneecoach.ui.services import Services
from kneecoach.ui.starting import Starting

if TYPE_CHECKING:
    from kneecoach.ui.check.check_page import CheckPage
    from kneecoach.ui.kit.toast import Toast
    from kneecoach.ui.player_page import PlayerPage
    from kneecoach.ui.stage_page import StagePage

COMPACT_BELOW = 1100  # px of window width (look 5)
_LEAST = (900, 600)
_FIRST = (1280, 800)
_OVER = ("signs", "help", "about")


class MainWindow(QMainWindow):
    """Everything a person sees; pages other than Today are made when they are first wanted."""

    painted = Signal()  # once, after the first paint
    awake_wanted = Signal(bool)  # the screen is to be kept awake, or may sleep

    def __init__(self, services: Services, look: Look, *, guard_ms: int = GUARD_MS) -> None:
        super().__init__()
        self.services = services
        self.look = look
        self._guard_ms = guard_ms
        self.choices = Choices(services.settings, services.save_settings)
        self.pictures = Pictures(
            services.content.poses, look, services.clock, services.content.front
        )
        self.rail = Rail(look)
        self.stack = QStackedWidget()
        self.pages: dict[str, ScrollPage] = {}
        self.player: PlayerPage | None = None
        self._way_back: tuple[QWidget | None, QWidget | None] = (None, None)
        self._compact = False
        self._seen = False
        self._day = services.clock.wall().day
        self._toast: Toast | None = None
        self.fades = True  # a page into the next one
        self._lay_out()
        self.alone = Alone(self)
        self.checking = Checking(self, guard_ms)
        self.starting = Starting(self, self._whole, self._begin, guard_ms=guard_ms)
        self.interruptions = Interruptions(self, self._whole, guard_ms)
        self._shortcuts = self._make_shortcuts()
        self.rail.wanted.connect(self.go)
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
        if name == "signs":
            self.open_signs()
        elif not self.plays and self.alone.page is None:
            self.starting.leave()
            self._way_back = (None, None)
            if name in self.pages:
                self.pages[name].refresh()
            self.show_page(self.page(name), name)

    def page(self, name: str) -> ScrollPage:
        """The page of that name, made now if it was not there yet."""
        if name not in self.pages:
            self._add(name, make_page(self, name))
        return self.pages[name]

    def start(self, plan: Plan, way: Way = Way.PLAN) -> None:
        """Take a plan to the player, by the one road there is."""
        if not self.plays and self.alone.page is None:
            self.starting.start(plan, way)

    def resume(self, admitted: Admitted, draft: Draft) -> None:
        """Go on with a session that was cut off."""
        self._begin(admitted, draft.start.pain_before, draft)

    def open_signs(self) -> None:
        """Show the warning signs over whatever is there; a running session is paused."""
        self._open_over("signs")

    def open_help(self, page: str = "") -> None:
        """Show that help page, or the one of the newest check, or the warning signs."""
        outcome = self.services.check
        page = page or (outcome.page if outcome else None) or ""
        if page:
            self._open_over("help")
            show_help(self, page)
        else:
            self.open_signs()

    def open_about(self) -> None:
        """Show what the guidance rests on."""
        self._open_over("about")

    def open_check(self) -> None:
        """Show the check of warning signs; a session that is played comes first."""
        if self.plays:
            self.tell(self.tr("End the session first. Then the check can be answered."))
        else:
            self.starting.leave()
            self.checking.open()

    def show_alone(self, page: StagePage | CheckPage) -> None:
        """Give the window to that page until `go_from_alone` or `back_from_alone`."""
        before = self.stack.currentWidget()
        if self._is_over(before):
            (before, _), self._way_back = self._way_back, (None, None)
        self.alone.show(page, before)

    def go_from_alone(self, name: str) -> None:
        """Go on to that page."""
        self.alone.leave()
        self.go(name)
        self.interruptions.offer_draft()

    def back_from_alone(self) -> None:
        """Go back to where the page was opened that had the window."""
        before = self.alone.leave()
        if isinstance(before, ScrollPage) and before in self.pages.values():
            before.refresh()
            self.show_page(before, self._name_of(before))
        else:
            self.go("today")

    def leave_signs(self) -> None:
        """Go back to where the person was before the warning signs, help or what it rests on."""
        (widget, focus), self._way_back = self._way_back, (None, None)
        if widget is None:
            self.go("today")
            return
        if isinstance(widget, ScrollPage):
            widget.refresh()
        self.show_page(widget, self._name_of(widget))
        if focus is not None and focus.isVisibleTo(self):
            focus.setFocus(Qt.FocusReason.OtherFocusReason)
        self.interruptions.offer_again()

    def open_exercise(self, exercise_id: str) -> None:
        """Show the page of one exercise."""
        old = self.pages.pop("exercise", None)
        page = make_exercise_page(self, exercise_id)
        self._add("exercise", page)
        self.show_page(page, "exercises")
        if old is not None:
            self.stack.removeWidget(old)
            old.deleteLater()

    def toggle_full_screen(self) -> None:
        """Fill the screen, or go back to a window."""
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    def leave(self) -> None:
        """Close without a question; a session that is played is offered again at the next start."""
        self.interruptions.save_now()
        self.close()

    def tell_error(self) -> None:
        """Say in a line that something of the program went wrong."""
        self.tell(self.tr("Something went wrong in the program, not in your history."))

    def tell_trouble(self, error: JournalError) -> None:
        """Say in a line why something can't be read or saved."""
        self.tell(self.services.content.texts.message(error.code, **error.fields))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        compact = self.width() < COMPACT_BELOW
        if compact != self._compact:
            self._compact = compact
            self.rail.set_compact(compact)
            for page in self.pages.values():
                page.set_compact(compact)

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
        self._whole = QWidget()
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

    def _make_shortcuts(self) -> list[QShortcut]:
        ways: dict[str, Callable[[], None]] = {
            "Ctrl+1": lambda: self.go("today"),
            "Ctrl+2": lambda: self.go("knee"),
            "Ctrl+3": lambda: self.go("exercises"),
            "Ctrl+4": lambda: self.go("history"),
            "Ctrl+,": lambda: self.go("settings"),
            "F1": self.open_signs,
            "F": self.toggle_full_screen,
            "F11": self.toggle_full_screen,
            "Alt+Left": self._back,
        }
        shortcuts = []
        for keys, way in ways.items():
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setAutoRepeat(False)
            shortcut.activated.connect(way)
            shortcuts.append(shortcut)
        return shortcuts

    def _back(self) -> None:
        page = self.stack.currentWidget()
        if self._is_over(page):
            self.leave_signs()
        elif page is self.pages.get("exercise"):
            self.go("exercises")

    def _open_over(self, name: str) -> None:
        """Show that page over whatever is there, to go back to it; a running session is paused."""
        page, before = self.page(name), self.stack.currentWidget()
        if before is page:
            return
        self.starting.leave()
        if self.plays and self.player is not None:
            self.player.pause()
        page.refresh()
        if not self._is_over(before):
            self._way_back = (before, self.focusWidget())
        self.show_page(page, name)

    def _is_over(self, widget: QWidget | None) -> bool:
        """True for a page that lies over another one."""
        return any(widget is self.pages.get(name) for name in _OVER)

    def _add(self, name: str, page: ScrollPage) -> None:
        page.set_compact(self._compact)
        self.pages[name] = page
        self.stack.addWidget(page)

    def show_page(self, widget: QWidget, name: str) -> None:
        """Make that widget the one that is seen, and `name` the page the rail tells."""
        before = self.stack.currentWidget()
        changes = before is not None and before is not widget and self.isVisible() and self.fades
        picture = self._whole.grab() if changes and not self.look.reduced_motion else QPixmap()
        self.rail.setVisible(not self.plays and self.alone.page is None)
        self.rail.show_page(name)
        self.stack.setCurrentWidget(widget)
        if isinstance(widget, ScrollPage):
            widget.take_focus()
        else:
            widget.setFocus(Qt.FocusReason.OtherFocusReason)
        if not picture.isNull():
            from kneecoach.ui.kit.fade import Fade

            Fade(self._whole, picture)  # all of it: the rail comes and goes with the player

    def _name_of(self, widget: QWidget) -> str:
        names = {id(page): name for name, page in self.pages.items()}
        name = names.get(id(widget), "")
        return "exercises" if name == "exercise" else name

    def _begin(
        self, admitted: Admitted, pain_before: int | None, draft: Draft | None = None
    ) -> None:
        from kneecoach.ui.player_page import PlayerPage

        if self.player is None:
            self.player = PlayerPage(
                self.services,
                self.look,
                self.choices,
                self.pictures,
                guard_ms=self._guard_ms,
            )
            self.player.finished.connect(self._finished)
            self.player.signs_wanted.connect(self.open_signs)
            self.player.sign_told.connect(self.checking.sign_told)
            self.player.full_screen_wanted.connect(self.toggle_full_screen)
            self.player.running.connect(self.awake_wanted)
            self.stack.addWidget(self.player)
        self.pictures.give_away()  # the stage keeps as much as all other caches together may
        self.player.begin(admitted, pain_before, draft)
        self.show_page(self.player, "")

    def _finished(self) -> None:
        self.go("today")

    def _apply(self, settings: Settings) -> None:
        self.look.follow(settings.theme)
        self.look.set_calm(settings.reduced_motion)
        self.look.set_figure(settings.figure, settings.hair)
        self.services.cues.tune(settings.hearing)

    def _tell_picture(self, reason: str) -> None:
        words = self.tr("A picture can't be shown; the exercise works without it. {reason}")
        self.tell(words.format(reason=reason))

    def tell(self, words: str) -> None:
        """Say that in a line that passes."""
        from kneecoach.ui.kit.toast import Toast

        if self._toast is None:
            self._toast = Toast(self.look, self._whole)
        self._toast.tell(words)
