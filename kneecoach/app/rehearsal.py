"""A window on a temporary folder and a clock moved by hand: for the self-test and the pictures."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtWidgets import QApplication

from kneecoach.app.starting import Silence, services_for
from kneecoach.clock import HandClock
from kneecoach.domain.catalogue import Side
from kneecoach.domain.check import Answer, CheckAnswers
from kneecoach.domain.check_records import SEVEN_QUESTIONS, GateGiven, GateKind
from kneecoach.domain.content import Content
from kneecoach.domain.demo import demo_sessions
from kneecoach.domain.history import RepetitionDone, SessionStart
from kneecoach.domain.plan import Pace, Plan, PlanItem, Slot
from kneecoach.domain.settings import Settings, ThemeChoice
from kneecoach.store.folder import HISTORY, prepare_folder
from kneecoach.store.history import HistoryFile
from kneecoach.ui.kit.buttons import PrimaryButton
from kneecoach.ui.kit.dialog import CardDialog
from kneecoach.ui.kit.pain_scale import PainScale
from kneecoach.ui.look import Look
from kneecoach.ui.player_page import PlayerPage
from kneecoach.ui.window import MainWindow

STEP_MS = 250


class Rehearsal:
    """The real window on a folder of its own; nothing of the person is read or written."""

    def __init__(
        self,
        folder: Path,
        content: Content,
        theme: ThemeChoice,
        *,
        demo_days: int = 0,
        started: bool = True,
    ) -> None:
        """With `started` the first start is over, and a check was answered that closes nothing."""
        self.clock = HandClock()
        self.content = content
        self.journal = HistoryFile(prepare_folder(folder) / HISTORY, self.clock)
        if demo_days:
            local = self.clock.wall().local
            self.journal.add(demo_sessions(content.catalogue, demo_days, local))
        settings = Settings(
            theme=theme, side_chosen=started, reduced_motion=True, started=started, country="GB"
        )
        self.services = services_for(folder, content, self.journal, self.clock, settings, Silence())
        if started:
            self.check()
        self.look = Look(theme, calm=True)
        self.window = MainWindow(self.services, self.look, guard_ms=0)
        self.window.show()

    @property
    def player(self) -> PlayerPage:
        """The player's page; a session has to have been begun."""
        assert self.window.player is not None
        return self.window.player

    def settle(self) -> None:
        """Let everything that waits be laid out and painted.

        Twice: what is made in the first round asks for its pictures in the second.
        """
        for _ in range(2):
            QApplication.processEvents()
            self.window.complete()
            QApplication.processEvents()
            self.window.pictures.paint_all()
        QApplication.processEvents()

    def check(self, *ticked: str, age: int = 66) -> None:
        """A whole check in which those signs were answered with yes."""
        rules = self.services.checks.rules
        assert rules is not None
        signs = dict.fromkeys(rules.signs, Answer.NO) | dict.fromkeys(ticked, Answer.YES)
        self.services.checks.keep(CheckAnswers(age, 2, signs))

    def begin(self, *names: str, sides: tuple[Side, ...] = (Side.LEFT,), own: bool = False) -> None:
        """Take a plan of those exercises down the one road into the player, pain 4 before it.

        The questions of the day were answered with no.
        """
        nothing = dict.fromkeys(SEVEN_QUESTIONS, Answer.NO)
        self.services.checks.keep(GateGiven(GateKind.SEVEN, nothing))
        find = self.content.catalogue.exercise
        items = tuple(PlanItem(name, find(name).dose, sides) for name in names)
        self.window.start(Plan(items, Slot.MIDDAY, Pace.OWN if own else Pace.GUIDED))
        card = self.window.starting.card
        if card is not None:
            scales = card.findChildren(PainScale)
            if not scales:  # refused
                return
            [scale] = scales
            scale.set_value(4)
            scale.chosen.emit(4)
            press_main(card)

    def pass_time(self, ms: int) -> None:
        """Let time pass in small steps, the player looking at each."""
        for _ in range(ms // STEP_MS):
            self.clock.move(STEP_MS)
            if self.player.player is not None:
                self.player.player.look()

    def cut_off(self, *names: str, done: int) -> None:
        """A session of those exercises that was cut off after so many repetitions, 6 s each."""
        dose, wall = self.content.catalogue.exercise(names[0]).dose, self.clock.wall()
        parts = tuple((n, Side.LEFT, self.content.catalogue.exercise(n).dose) for n in names)
        start = SessionStart(parts, Slot.MIDDAY, wall.utc, wall.offset_minutes, wall.day, 4)
        session = self.journal.begin(start)
        for number in range(done):
            which, rep = divmod(number, dose.reps or 1)
            repetition = RepetitionDone(0, which + 1, rep + 1, 5_000, 6_000 * (number + 1))
            self.journal.repetition(session, repetition)

    def save(self) -> None:
        """Save the finished session as it is."""
        card = self.player.card
        if card is not None:
            press_main(card)

    def close(self) -> None:
        """Put the window and the file away."""
        if self.window.player is not None:
            self.window.player.leave_clock()
        self.window.leave()
        self.window.deleteLater()
        QApplication.processEvents()
        self.journal.close()


def press_main(card: CardDialog) -> None:
    """Press the main button of a card."""
    card.findChildren(PrimaryButton)[0].click()


@contextmanager
def rehearsal(
    content: Content, theme: ThemeChoice, *, demo_days: int = 0, started: bool = True
) -> Iterator[Rehearsal]:
    """A rehearsal that leaves nothing behind."""
    with TemporaryDirectory(prefix="kneecoach-") as folder:
        made = Rehearsal(Path(folder), content, theme, demo_days=demo_days, started=started)
        try:
            yield made
        finally:
            made.close()
