"""What the pages of the pillars share: the title My knee and the switch beside it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent

from kneecoach.ui.kit.page import MARGIN, MARGIN_COMPACT, ScrollPage
from kneecoach.ui.kit.pillar_switch import PillarSwitch
from kneecoach.ui.look import Look
from kneecoach.ui.words import translate

_APART = 32  # px between title and switch at least


class PillarPage(ScrollPage):
    """A page with the switch; `pillar_wanted` carries the way chosen there."""

    pillar_wanted = Signal(str)

    def __init__(self, look: Look, current: str) -> None:
        super().__init__(look, translate("PillarPage", "My knee"))
        self.switch = PillarSwitch(look, current)
        self.switch.wanted.connect(self.pillar_wanted)
        self.add_right(self.switch)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the switch the room it needs; the title, which stands in the rail too, gives way."""
        super().resizeEvent(event)
        room = self.width() - 2 * (MARGIN_COMPACT if self.compact else MARGIN)
        beside = self.switch.fit(room - self.title.sizeHint().width() - _APART)
        self.title.setVisible(beside)
        if not beside:
            self.switch.fit(room)
