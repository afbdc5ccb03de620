"""A page that has the window to itself, without the rail: first start, check, questions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from kneecoach.ui.check.check_page import CheckPage
    from kneecoach.ui.stage_page import StagePage
    from kneecoach.ui.ways import Ways


class Alone:
    """The one such page there is, and the page it was opened over."""

    def __init__(self, ways: Ways) -> None:
        self._ways = ways
        self.page: StagePage | CheckPage | None = None
        self._before: QWidget | None = None

    def show(self, page: StagePage | CheckPage, before: QWidget | None) -> None:
        """Show that page in the place of the one there is; `before` is where it was opened."""
        if page is self.page:
            self._ways.show(page, "")
            return
        old, self.page = self.page, page
        if old is None:
            self._before = before
        self._ways.stack.addWidget(page)
        self._ways.show(page, "")
        page.take_focus()
        self._put_away(old)

    def leave(self) -> QWidget | None:
        """Put the page away once another is shown; the page it was opened over."""
        (old, self.page), (before, self._before) = (self.page, None), (self._before, None)
        self._put_away(old)
        return before

    def _put_away(self, page: QWidget | None) -> None:
        if page is not None:
            page.hide()
            self._ways.stack.removeWidget(page)
            page.deleteLater()
