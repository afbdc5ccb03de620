"""The ways between the pages: which one is seen, what lies over it, and how one comes back."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QPixmap, QShortcut
from PySide6.QtWidgets import QStackedWidget, QWidget

from kneecoach.ui.alone import Alone
from kneecoach.ui.kit.page import ScrollPage
from kneecoach.ui.page_makers import make_exercise_page, make_page, show_help
from kneecoach.ui.rail import Rail
from kneecoach.ui.words import translate

if TYPE_CHECKING:
    from kneecoach.ui.check.check_page import CheckPage
    from kneecoach.ui.stage_page import StagePage
    from kneecoach.ui.window import MainWindow

_OVER = ("signs", "help", "about")  # pages that lie over another one


class Ways:
    """The pages in their stack, each made when it is first wanted, beside the rail.

    A page lies over another one (warning signs, help, what the guidance rests on), has the window
    to itself (first start, check, questions before a session), or is one of the rail's own.
    """

    def __init__(self, window: MainWindow, host: QWidget) -> None:
        """`host` is all that fades when another page is shown: the rail and the pages."""
        self._window = window
        self._host = host
        self.rail = Rail(window.look)
        self.stack = QStackedWidget()
        self.pages: dict[str, ScrollPage] = {}
        self.alone = Alone(self)
        self.fades = True  # a page into the next one
        self._back: tuple[QWidget | None, QWidget | None] = (None, None)
        self._compact = False
        self.rail.wanted.connect(self.go)

    def go(self, name: str) -> None:
        """Show that page of `page_makers`, unless a page has the window to itself."""
        if name in _OVER:
            self.open_over(name)
        elif not self._window.plays and self.alone.page is None:
            self._window.starting.leave()
            self._back = (None, None)
            if name in self.pages:
                self.pages[name].refresh()
            self.show(self.page(name), name)

    def page(self, name: str) -> ScrollPage:
        """The page of that name, made now if it was not there yet; KeyError for another name."""
        if name not in self.pages:
            self._add(name, make_page(self._window, name))
        return self.pages[name]

    def open_over(self, name: str) -> None:
        """Show that page over whatever is there, to go back to it; a running session is paused."""
        before = self.stack.currentWidget()
        page = self.page(name)
        if before is page:
            return
        self._window.starting.leave()
        if self._window.plays and self._window.player is not None:
            self._window.player.pause()
        page.refresh()
        if not self._is_over(before):
            self._back = (before, self._window.focusWidget())
        self.show(page, name)

    def open_help(self, page: str = "") -> None:
        """Show that help page, or the one of the newest check, or the warning signs."""
        outcome = self._window.services.check
        page = page or (outcome.page if outcome else None) or ""
        self.open_over("help" if page else "signs")
        if page:
            show_help(self._window, page)

    def open_check(self) -> None:
        """Show the check of warning signs; a session that is played comes first."""
        if self._window.plays:
            words = translate(
                "MainWindow", "End the session first. Then the check can be answered."
            )
            self._window.tell(words)
        else:
            self._window.starting.leave()
            self._window.checking.open()

    def leave_over(self) -> None:
        """Go back to where the person was before the pages that lie over others."""
        (widget, focus), self._back = self._back, (None, None)
        if widget is None:
            self.go("today")
            self._window.interruptions.offer_draft()
            return
        if isinstance(widget, ScrollPage):
            widget.refresh()
        self.show(widget, self._name_of(widget))
        if focus is not None and focus.isVisibleTo(self._window):
            focus.setFocus(Qt.FocusReason.OtherFocusReason)
        self._window.interruptions.offer_again()

    def show_alone(self, page: StagePage | CheckPage) -> None:
        """Give the window to that page until `go_from_alone` or `back_from_alone`."""
        before = self.stack.currentWidget()
        if self._is_over(before):
            (before, _), self._back = self._back, (None, None)
        self.alone.show(page, before)

    def go_from_alone(self, name: str) -> None:
        """Go on to that page."""
        self.alone.leave()
        self.go(name)
        self._window.interruptions.offer_draft()

    def help_from_alone(self, page: str) -> None:
        """Go on to that help page, which leads to Today; nothing else has to be shown for it."""
        self.alone.leave()
        self.open_help(page)
        self._back = (None, None)

    def back_from_alone(self) -> None:
        """Go back to where the page was opened that had the window."""
        before = self.alone.leave()
        if isinstance(before, ScrollPage) and before in self.pages.values():
            before.refresh()
            self.show(before, self._name_of(before))
        else:
            self.go("today")

    def open_exercise(self, exercise_id: str) -> None:
        """Show the page of one exercise; raises KeyError for an unknown one."""
        old = self.pages.pop("exercise", None)
        page = make_exercise_page(self._window, exercise_id)
        self._add("exercise", page)
        self.show(page, "exercises")
        if old is not None:
            self.stack.removeWidget(old)
            old.deleteLater()

    def show(self, widget: QWidget, name: str) -> None:
        """Make that widget the one that is seen, and `name` the page the rail tells."""
        window, before = self._window, self.stack.currentWidget()
        changes = before is not None and before is not widget and window.isVisible() and self.fades
        picture = self._host.grab() if changes and not window.look.reduced_motion else QPixmap()
        self.rail.setVisible(not window.plays and self.alone.page is None)
        self.rail.show_page(name)
        self.stack.setCurrentWidget(widget)
        if isinstance(widget, ScrollPage):
            widget.take_focus()
        else:
            widget.setFocus(Qt.FocusReason.OtherFocusReason)
        if not picture.isNull():
            from kneecoach.ui.kit.fade import Fade

            Fade(self._host, picture)  # all of it: the rail comes and goes with the player

    def set_compact(self, compact: bool) -> None:
        """Take the form for narrow windows, or leave it."""
        if compact != self._compact:
            self._compact = compact
            self.rail.set_compact(compact)
            for page in self.pages.values():
                page.set_compact(compact)

    def by_keys(self) -> list[QShortcut]:
        """The shortcuts that lead to pages and back."""
        ways: dict[str, Callable[[], None]] = {
            "Ctrl+1": lambda: self.go("today"),
            "Ctrl+2": lambda: self.go("knee"),
            "Ctrl+3": lambda: self.go("exercises"),
            "Ctrl+4": lambda: self.go("history"),
            "Ctrl+,": lambda: self.go("settings"),
            "F1": lambda: self.open_over("signs"),
            "F": self._window.toggle_full_screen,
            "F11": self._window.toggle_full_screen,
            "Alt+Left": self._step_back,
        }
        shortcuts = []
        for keys, way in ways.items():
            shortcut = QShortcut(QKeySequence(keys), self._window)
            shortcut.setAutoRepeat(False)
            shortcut.activated.connect(way)
            shortcuts.append(shortcut)
        return shortcuts

    def _step_back(self) -> None:
        page = self.stack.currentWidget()
        if self._is_over(page):
            self.leave_over()
        elif page is self.pages.get("exercise"):
            self.go("exercises")

    def _is_over(self, widget: QWidget | None) -> bool:
        """True for a page that lies over another one."""
        return any(widget is self.pages.get(name) for name in _OVER)

    def _add(self, name: str, page: ScrollPage) -> None:
        page.set_compact(self._compact)
        self.pages[name] = page
        self.stack.addWidget(page)

    def _name_of(self, widget: QWidget) -> str:
        names = {id(page): name for name, page in self.pages.items()}
        name = names.get(id(widget), "")
        return "exercises" if name == "exercise" else name
