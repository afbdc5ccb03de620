"""You were away: the session waits, nothing of that time is counted (look-pages 8)."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from kneecoach.ui.kit.buttons import GhostButton, PrimaryButton
from kneecoach.ui.kit.dialog import CardDialog
from kneecoach.ui.kit.labels import TextLabel
from kneecoach.ui.kit.plate_head import put_plate
from kneecoach.ui.kit.shapes import RING
from kneecoach.ui.look import Look
from kneecoach.ui.words import seconds_words

translate = QCoreApplication.translate


class AwayCard(CardDialog):
    """Go on with a count-in, or end; Esc leaves the session paused."""

    go_on = Signal()
    end = Signal()

    def __init__(self, look: Look, parent: QWidget, away_ms: int, guard_ms: int) -> None:
        super().__init__(
            look,
            parent,
            translate("AwayCard", "You were away"),
            span_words(away_ms // 1000),
            width=600,
            guard_ms=guard_ms,
        )
        self.sub.set_role("rest")
        put_plate(self, "rest", ground="rest_soft", ink="rest")
        self._say()
        end = GhostButton(look, translate("AwayCard", "End the session"), key="Q", height=60)
        space = translate("AwayCard", "Space")
        go_on = PrimaryButton(
            look, translate("AwayCard", "Go on in 3 s"), icon="play", key=space, px=21, height=60
        )
        go_on.clicked.connect(self.go_on)
        end.clicked.connect(self.end)
        self.add_buttons(go_on, end)
        self._end = end
        self.keys = self._take_key

    def _say(self) -> None:
        told = translate(
            "AwayCard",
            "The computer slept or stood still. That time is not counted, and nothing is lost. "
            "The repetition you were in starts again.",
        )
        label = TextLabel(self.look, told, px=18, role="ink2")
        label.setContentsMargins(RING, 8, RING, 0)
        self.column.addWidget(label)

    def _take_key(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Q:
            self._end.click()
            return True
        return False


def span_words(seconds: int) -> str:
    """A span of time in its two largest units."""
    minutes, hours = seconds // 60, seconds // 3600
    if hours:
        words = translate("AwayCard", "{hours} h {minutes} min")
        return words.format(hours=hours, minutes=minutes % 60)
    if minutes:
        words = translate("AwayCard", "{minutes} min {seconds} s")
        return words.format(minutes=minutes, seconds=seconds % 60)
    return seconds_words(seconds)
