"""Why an exercise is closed, what was ticked, and what opens it again (look-pages 4)."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from kneecoach.domain.safety import Refusal
from kneecoach.ui.closed_notice import ClosedNotice
from kneecoach.ui.closed_words import standing_words, ticked_words, told_when
from kneecoach.ui.kit.card import Card
from kneecoach.ui.kit.labels import Heading, TextLabel
from kneecoach.ui.kit.pill import Icon
from kneecoach.ui.look import Look
from kneecoach.ui.services import Services
from kneecoach.ui.words import translate

_INDENT = 28 + 12  # px of the lock and of what is beside it


class ExerciseClosed(Card):
    """The first card of a closed exercise's page; `check_wanted` and `help_wanted` lead on."""

    check_wanted = Signal()
    help_wanted = Signal(str)

    def __init__(
        self,
        look: Look,
        services: Services,
        refusal: Refusal,
        reason: str,
        locks: Collection[str],
    ) -> None:
        super().__init__(look, border="line2", width=1.6)
        check = services.check
        self._notice = ClosedNotice(look)
        self._notice.check_wanted.connect(self.check_wanted)
        self._notice.help_wanted.connect(self.help_wanted)
        told = ticked_words(services, locks) if refusal is Refusal.LOCKED else ()
        if told:
            words = translate("ExerciseClosed", "On {when} you ticked what closes it.")
            reason = words.format(when=told_when(services))
        elif refusal is Refusal.CHECK_OVER:
            reason = standing_words(check)
        self._notice.tell(refusal, check.page if check else None, reason=reason)
        column = self.column(18, 8)
        column.addWidget(self._notice)
        if told:
            column.addLayout(self._told(told))

    def _told(self, told: tuple[str, ...]) -> QVBoxLayout:
        """What was ticked and what opens it, in line with the words of the notice."""
        column = QVBoxLayout()
        column.setContentsMargins(_INDENT, 0, 0, 0)
        column.setSpacing(8)
        for one in told:
            column.addLayout(self._ticked(one))
        column.addSpacing(4)
        opens = translate(
            "ExerciseClosed", "A new check in which that is no longer so. Waiting does not."
        )
        column.addWidget(Heading(self._look, translate("ExerciseClosed", "What opens it again")))
        column.addWidget(TextLabel(self._look, opens, px=16))
        return column

    def _ticked(self, words: str) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(10)
        icon = Icon(self._look, "check", role="ink", size=22)
        row.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(TextLabel(self._look, words, px=16, weight=600), 1)
        return row
