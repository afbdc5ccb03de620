"""Whatever happens to the clocks, what is credited is what was played (R6, R7, R8)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kneecoach.clock import HandClock
from kneecoach.domain.catalogue import Dose, Side
from kneecoach.domain.content import Content
from kneecoach.domain.plan import Plan, PlanItem
from kneecoach.domain.readings import MOST_MS
from kneecoach.domain.safety import Admitted, CheckOutcome, admit
from kneecoach.domain.session import Event, State, time_played
from kneecoach.ui.player.player import Player
from tests.ui.surroundings import Surroundings

pytestmark = pytest.mark.usefixtures("qapp")

LOOK_MS = 50  # between two looks of a player that is not held up
NEAR_MS = 50  # the time may be off by this much (issue of the player)
HOUR = 3_600_000

happenings = st.one_of(
    st.tuples(st.just("play"), st.integers(1, 400)),
    st.tuples(st.just("stall"), st.integers(1, MOST_MS)),
    st.tuples(st.just("gap"), st.integers(MOST_MS + 1_001, HOUR)),
    st.tuples(st.just("sleep"), st.integers(MOST_MS + 1, 9 * HOUR)),
    st.tuples(st.just("nap"), st.integers(1, MOST_MS - 1_001)),
    st.tuples(st.just("set"), st.integers(-40 * 24 * HOUR, 40 * 24 * HOUR)),
    st.tuples(st.sampled_from([Event.PAUSE, Event.RESUME, Event.SKIP, Event.BACK]), st.just(0)),
)


class Played:
    """A player on a clock moved by hand, and a stopwatch beside it that knows what ran."""

    def __init__(self, content: Content, folder: Path) -> None:
        self.clock = HandClock()
        made = Surroundings(folder, self.clock, content)
        items = (
            PlanItem("leg_raise", Dose(2, 3, None, 5), (Side.LEFT,)),
            PlanItem("hamstring_bent", Dose(2, None, 20, 5), (Side.LEFT,)),
        )
        answer = admit(Plan(items), content.catalogue, CheckOutcome(frozenset()))
        assert isinstance(answer, Admitted)
        self.player = Player(made.services, answer, None)
        self.gaps: list[int] = []
        self.player.away.connect(self.gaps.append)
        self.player.start()
        self.ran_ms = 0
        self.unsure_ms = 0  # of looks between which it began to run or stopped

    def happen(self, what: str | Event, ms: int) -> None:
        if isinstance(what, Event):
            self._watched(lambda: self.player.do(what), 0)
        elif what == "play":
            for _ in range(ms):
                self._pass(LOOK_MS)
        elif what == "stall":
            self._pass(ms)
        elif what == "set":
            self.clock.set_wall(ms)
        elif what in ("sleep", "nap"):
            self.clock.sleep(ms)
            self._watched(self.player.look, 0)
        else:
            self._pass(ms)

    def _pass(self, ms: int) -> None:
        self.clock.move(ms)
        self._watched(self.player.look, ms)

    def _watched(self, look: object, ms: int) -> None:
        before, gaps = self.player.session.state, len(self.gaps)
        look()  # type: ignore[operator]
        after = self.player.session.state
        if len(self.gaps) == gaps and State.RUNNING in (before, after):
            both = before is after
            self.unsure_ms += 0 if both else ms
            self.ran_ms += ms if both else 0

    @property
    def credited_ms(self) -> int:
        return sum(time_played(self.player.session, self.player.now))


@pytest.fixture(scope="module")
def room() -> Iterator[Path]:
    with TemporaryDirectory() as folder:
        yield Path(folder)


@settings(max_examples=40, deadline=None)
@given(told=st.lists(happenings, min_size=3, max_size=14))
def test_credited_is_what_was_played(
    told: list[tuple[str | Event, int]], content: Content, room: Path
) -> None:
    with TemporaryDirectory(dir=room) as folder:
        played = Played(content, Path(folder))
        for what, ms in told:
            state = played.player.session.state
            gaps = len(played.gaps)
            played.happen(what, ms)
            runs = state in (State.RUNNING, State.COUNTING_IN)
            if what in ("gap", "sleep") and runs:
                assert len(played.gaps) == gaps + 1
                assert played.player.session.state is State.PAUSED
            if what in ("nap", "stall", "set", "play"):
                assert len(played.gaps) == gaps
        more = played.credited_ms - played.ran_ms
        assert -NEAR_MS <= more <= NEAR_MS + played.unsure_ms
        held = sum(record.ms for record in played.player.session.records)
        assert held <= played.credited_ms
        played.player.leave_clock()
