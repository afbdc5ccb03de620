"""A small catalogue whose numbers are easy to add up, and sessions made from it."""

from __future__ import annotations

from kneecoach.domain.catalogue import Catalogue, Dose, Exercise, Ladder, Motion, Phase, Side
from kneecoach.domain.plan import Pace, Plan, PlanItem, Slot
from kneecoach.domain.safety import Admitted, CheckOutcome, admit
from kneecoach.domain.session import Event, Session, advance, open_session

LEFT, RIGHT, BOTH = Side.LEFT, Side.RIGHT, Side.BOTH


def exercise(
    name: str,
    dose: Dose,
    phases: tuple[Phase, ...],
    *,
    locks: tuple[str, ...] = (),
    one_sided: bool = True,
) -> Exercise:
    return Exercise(
        id=name,
        ladder=Ladder.STRENGTH,
        chart="E1",
        locks=locks,
        one_sided=one_sided,
        needs=(),
        phases=phases,
        levels=(dose,),
        start=0,
        easier=None,
        harder=None,
        facts=(),
    )


RAISE_PHASES = (
    Phase("lift", Motion.OUT, 2000),
    Phase("hold", Motion.HOLD, 1000),
    Phase("lower", Motion.BACK, 2000),
    Phase("pause", Motion.STILL, 1000),
)
STRETCH_PHASES = (
    Phase("reach", Motion.OUT, 3000),
    Phase("hold", Motion.HOLD, 0),
    Phase("ease_off", Motion.BACK, 2000),
)
RAISE = exercise("leg_raise", Dose(2, 3, None, 45), RAISE_PHASES, locks=("E1",))
STRETCH = exercise("hamstring_bent", Dose(3, None, 20, 5), STRETCH_PHASES, locks=("E3",))
MASSAGE = exercise(
    "massage_calf",
    Dose(1, None, 60, 0),
    (Phase("stroke", Motion.STROKE, 0),),
    locks=("massage_calf",),
)
CATALOGUE = Catalogue({e.id: e for e in (RAISE, STRETCH, MASSAGE)})


def item(of: Exercise, *sides: Side) -> PlanItem:
    return PlanItem(of.id, of.dose, sides or (LEFT,))


def plan(*items: PlanItem, pace: Pace = Pace.GUIDED) -> Plan:
    return Plan(items, Slot.EXTRA, pace)


def admitted(*items: PlanItem, pace: Pace = Pace.GUIDED) -> Admitted:
    answer = admit(plan(*items, pace=pace), CATALOGUE, CheckOutcome(frozenset()))
    assert isinstance(answer, Admitted)
    return answer


def opened(*items: PlanItem, pace: Pace = Pace.GUIDED) -> Session:
    return open_session(admitted(*items, pace=pace), CATALOGUE)


def started(*items: PlanItem, pace: Pace = Pace.GUIDED) -> Session:
    """A session started at reading 0."""
    return advance(opened(*items, pace=pace), Event.START, 0)


def at(session: Session, now: int) -> Session:
    return advance(session, Event.TICK, now)
