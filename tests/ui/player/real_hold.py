"""A process of its own that plays holds of 20 s on the real clock and prints what it saw.

Each line is a word and milliseconds: `began` when a hold began, `held` with the error of its end
as it was noticed, `credit` with what a record was credited with, `away` with a gap. Arguments: a
data folder, the number of holds.
"""

from __future__ import annotations

import sys
from pathlib import Path

from kneecoach.app.starting import Silence, services_for, start_qt
from kneecoach.clock import SystemClock
from kneecoach.domain.catalogue import Dose, Side
from kneecoach.domain.plan import Plan, PlanItem
from kneecoach.domain.safety import Admitted, CheckOutcome, admit
from kneecoach.domain.session import Event
from kneecoach.domain.settings import Settings
from kneecoach.store.content import load_content
from kneecoach.store.folder import HISTORY
from kneecoach.store.history import HistoryFile
from kneecoach.ui.player.player import Player

HOLD_S = 20


def tell(word: str, ms: int) -> None:
    sys.stdout.write(f"{word} {ms}\n")
    sys.stdout.flush()


def main(folder: Path, holds: int) -> int:
    started = start_qt("en")
    content = load_content()
    journal = HistoryFile(folder / HISTORY, SystemClock())
    services = services_for(folder, content, journal, SystemClock(), Settings(), Silence())
    plan = Plan((PlanItem("calf_stretch", Dose(holds, None, HOLD_S, 5), (Side.LEFT,)),))
    admitted = admit(plan, content.catalogue, CheckOutcome(frozenset()))
    assert isinstance(admitted, Admitted)
    player = Player(services, admitted, None)
    began: list[int] = []
    known = 0

    def look() -> None:
        nonlocal known
        step = player.session.step
        holding = step.phase == "hold" and not step.waits
        if holding and len(began) == known:
            # what had run of it when it was noticed belongs to the hold
            began.append(SystemClock().monotonic_ms() - (player.now - player.session.since))
            tell("began", 0)
        if len(player.session.records) > known:
            error = SystemClock().monotonic_ms() - began[known] - HOLD_S * 1000
            tell("held", error)
            tell("credit", player.session.records[known].ms)
            known += 1
            if known == holds:
                player.leave_clock()
                started.application.quit()

    def away(ms: int) -> None:
        tell("away", ms)
        player.leave_clock()
        tell("credit", sum(record.ms for record in player.session.records))
        started.application.quit()

    player.changed.connect(look)
    player.away.connect(away)
    player.start()
    player.do(Event.SKIP)  # not the whole count-in
    started.application.exec()
    journal.close()
    return 0


if __name__ == "__main__":
    raise SystemExit(main(Path(sys.argv[1]), int(sys.argv[2])))
