"""The real program on a folder of its own, played fast: `left_program.py FOLDER [late]`.

Leg raises counted at one's own pace every few milliseconds, in a new session or in the one that
was cut off; a byte on stdout for each repetition once the player has kept it. "late" is the
control: repetitions wait in memory for an end that does not come.
"""

from __future__ import annotations

import os
import signal
import sys
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from kneecoach.app.starting import start_qt
from kneecoach.domain import progress
from kneecoach.domain.catalogue import Side
from kneecoach.domain.check import Answer
from kneecoach.domain.check_records import SEVEN_QUESTIONS, SINGLE_QUESTION, GateGiven, GateKind
from kneecoach.domain.plan import Pace, Plan, PlanItem
from kneecoach.domain.session import Event
from kneecoach.ui.gate_page import GatePage
from kneecoach.ui.kit.buttons import PlainButton
from kneecoach.ui.player.recorder import Recorder
from kneecoach.ui.resume_card import ResumeCard
from kneecoach.ui.window import MainWindow

STEP_MS = 4
OFFERED_BY = 25  # looks


class Driver:
    """Begins the session when the window is there, goes on with a draft, and counts."""

    def __init__(self) -> None:
        self._timer = QTimer()
        self._timer.timeout.connect(self._step)
        self._timer.start(STEP_MS)
        self._looks = 0

    def _step(self) -> None:
        windows = [w for w in QApplication.topLevelWidgets() if isinstance(w, MainWindow)]
        if not windows or not windows[0].isVisible():
            return
        window = windows[0]
        if not window.plays:
            self._begin(window)
            return
        page = window.player
        if page is not None and page.player is not None:
            before = len(page.player.session.records)
            page.player.do(Event.SKIP if page.player.session.step.waits else Event.COUNT)
            if len(page.player.session.records) > before:
                os.write(1, b".")

    def _begin(self, window: MainWindow) -> None:
        """Give what may be offered its time, then answer the card that is open, or start."""
        self._looks += 1
        card, gate = window.starting.card, window.alone.page
        if isinstance(gate, GatePage):
            asked = SEVEN_QUESTIONS if gate.kind is GateKind.SEVEN else SINGLE_QUESTION
            gate.answered.emit(GateGiven(gate.kind, dict.fromkeys(asked, Answer.NO)))
        elif isinstance(card, ResumeCard):
            card.go_on.emit()
        elif card is not None:
            [later] = card.findChildren(PlainButton)
            later.click()
        elif self._looks > OFFERED_BY:
            exercise = window.services.content.catalogue.exercise("leg_raise")
            dose = replace(exercise.dose, sets=1, reps=2_000)
            window.start(Plan((PlanItem(exercise.id, dose, (Side.LEFT,)),), pace=Pace.OWN))


def _keep_late() -> None:
    Recorder.flush = lambda _self: True  # type: ignore[method-assign]


if __name__ == "__main__":
    for number in (signal.SIGINT, signal.SIGHUP):  # a test run under nohup ignores them
        signal.signal(number, signal.SIG_DFL)
    from kneecoach.app.window import run

    progress.RESUME_MS = 1  # no count-in before the work
    start_qt("en")
    if sys.argv[2:] == ["late"]:
        _keep_late()
    driver = Driver()
    sys.exit(run(Path(sys.argv[1]), "en", exit_after_paint=False))
