"""The one timer of the player: a nudge to look again, never a measure of time."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, QTimer, Signal


class PreciseTimer(QObject):
    """Says `due` once, about `ms` milliseconds after it was armed; arming again moves the moment.

    It may come early or late: whoever listens reads the clock and arms it anew.
    """

    due = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.due)

    def arm(self, ms: int | None) -> None:
        """Be due in so many milliseconds; None means not at all."""
        if ms is None:
            self._timer.stop()
        else:
            self._timer.start(max(1, ms))

    @property
    def armed_ms(self) -> int | None:
        """The milliseconds it was armed with, None while it sleeps."""
        return self._timer.interval() if self._timer.isActive() else None
