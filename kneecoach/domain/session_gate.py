"""The questions before a session (guide 3.5): the seven once a day, then a single one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kneecoach.domain.check import Answer, CheckAnswers
from kneecoach.domain.check_records import GateGiven, GateKind, Moment, SafetyEvent
from kneecoach.domain.safety import GateDue

CLOCK_TOLERANCE_S = 60  # a clock may be put right by so much without being asked again
_DAY_S = 24 * 3600


def gate_due(events: Sequence[SafetyEvent], now: Moment, last_begun: int | None = None) -> GateDue:
    """What is to be answered before a session that begins now.

    A gate counts where it was answered here, after the newest check, on this local day and not
    more than 24 hours ago, and for one session: one that began since (`last_begun`, UTC seconds)
    has used it up. Anything but a no brings the seven back.
    """
    seven: int | None = None  # when the seven were answered with no, today
    newest = 0  # when the newest gate was passed
    for event in events:
        match event.told:
            case CheckAnswers():
                seven = None if event.own else seven
            case GateGiven() as gate:
                clear = gate.clear and event.own and _is_now(event.when, now)
                if gate.kind is GateKind.SEVEN and clear:
                    seven = newest = event.when.at
                elif clear:
                    newest = event.when.at
                elif event.own or gate.ticked:
                    seven = None
            case _:
                pass
    if seven is None:
        return GateDue.SEVEN
    return GateDue.SINGLE if _used_up(newest, now, last_begun) else GateDue.NOTHING


def _is_now(when: Moment, now: Moment) -> bool:
    """Whether it was today; what lies ahead by the clock was not."""
    return when.day == now.day and -CLOCK_TOLERANCE_S <= now.at - when.at < _DAY_S


def _used_up(passed: int, now: Moment, last_begun: int | None) -> bool:
    return last_begun is not None and passed <= last_begun <= now.at + CLOCK_TOLERANCE_S


# The signs of the check that a question stands for (guide 3.3 beside 3.5).
_BEHIND: Mapping[str, tuple[str, ...]] = {
    "leg": ("B1", "B2", "B3", "B4"),
    "throbbing": ("B5",),
    "breath": ("A1", "A2", "A3", "A4"),
    "foot": ("A5", "J3"),
    "heat": ("D3", "I1", "I2"),
    "movement": ("C5b", "D1", "D2a"),
    "nerves": ("A7", "H2"),
}


def signs_behind(given: GateGiven) -> dict[str, Answer]:
    """What the check begins with after these answers: the signs behind each yes and not sure.

    A question that stands for several signs leaves each of them not sure, which counts as yes until
    the check tells them apart.
    """
    told: dict[str, Answer] = {}
    for name, answer in given.answers.items():
        behind = _BEHIND.get(name, ())
        if answer is not Answer.NO:
            told |= dict.fromkeys(behind, answer if len(behind) == 1 else Answer.NOT_SURE)
    return told
