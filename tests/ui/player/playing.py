"""A player page in a window of its own, on a clock moved by hand."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from kneecoach.domain.catalogue import Side
from kneecoach.domain.plan import Pace, Plan, PlanItem, Slot
from kneecoach.domain.safety import Admitted, CheckOutcome, admit
from kneecoach.domain.session import Session, State
from kneecoach.ui.choices import Choices
from kneecoach.ui.kit.dialog import CardDialog
from kneecoach.ui.look import Look
from kneecoach.ui.pictures import Pictures
from kneecoach.ui.player.player import Player
from kneecoach.ui.player_page import PlayerPage
from tests.ui.surroundings import Surroundings


class Playing:
    """The page and what a person does with it."""

    def __init__(self, surroundings: Surroundings) -> None:
        self._clock = surroundings.clock
        self._catalogue = surroundings.content.catalogue
        services = surroundings.services
        self.look = Look(calm=True)
        self.choices = Choices(services.settings, services.save_settings)
        pictures = Pictures(services.content.poses, self.look, self._clock, services.content.front)
        self.page = PlayerPage(services, self.look, self.choices, pictures, guard_ms=0)
        self.page.resize(1280, 800)
        self.page.show()
        self.page.activateWindow()

    def admitted(self, *names: str, pace: Pace = Pace.GUIDED, sides: str = "left") -> Admitted:
        """A plan of those exercises with the guide's doses."""
        both = {"left": (Side.LEFT,), "both": (Side.LEFT, Side.RIGHT)}[sides]
        items = tuple(PlanItem(name, self._catalogue.exercise(name).dose, both) for name in names)
        answer = admit(Plan(items, Slot.MORNING, pace), self._catalogue, CheckOutcome(frozenset()))
        assert isinstance(answer, Admitted)
        return answer

    def begin(self, *names: str, pace: Pace = Pace.GUIDED, sides: str = "left") -> None:
        """Start a session of those exercises, pain 4 before it."""
        self.page.begin(self.admitted(*names, pace=pace, sides=sides), 4)

    def pass_time(self, ms: int) -> None:
        """Let that much time pass, the player looking whenever it wants to."""
        while ms > 0 and self.player.session.state in (State.RUNNING, State.COUNTING_IN):
            step = min(ms, 1_000)
            self._clock.move(step)
            self.player.look()
            ms -= step
        self.pass_at_once(ms)

    def pass_at_once(self, ms: int) -> None:
        """Let that much time pass with nobody looking, and then have the player look."""
        self._clock.move(ms)
        self.player.look()

    def press(self, key: Qt.Key) -> None:
        """Press a key where the focus is."""
        target = self.page.window().focusWidget() or self.page
        QTest.keyClick(target, key)

    @property
    def player(self) -> Player:
        player = self.page.player
        assert player is not None
        return player

    @property
    def session(self) -> Session:
        return self.player.session

    @property
    def card(self) -> CardDialog:
        card = self.page.card
        assert card is not None
        return card
