"""What the end of a session asks."""

from __future__ import annotations

import pytest

from kneecoach.domain.answers import Hurt, PainChoice
from kneecoach.domain.catalogue import Dose, Side
from kneecoach.domain.easier import easier_way
from kneecoach.domain.ending import asks_two_more, worst_told
from kneecoach.domain.history import CountCorrection
from kneecoach.domain.plan import Pace, Plan, PlanItem
from kneecoach.domain.safety import Admitted, CheckOutcome, admit
from kneecoach.domain.session import Event, Session, State, advance, open_session
from tests.content.trees import english

CATALOGUE = english().catalogue
LEFT = (Side.LEFT,)


def done(*names: str, dose: Dose | None = None) -> Session:
    """A session of these exercises, played to its end."""
    items = tuple(PlanItem(n, dose or CATALOGUE.exercise(n).dose, LEFT) for n in names)
    answer = admit(Plan(items), CATALOGUE, CheckOutcome(frozenset()))
    assert isinstance(answer, Admitted)
    session = advance(open_session(answer, CATALOGUE), Event.START, 0)
    return advance(session, Event.TICK, 10_000_000)


def asked(session: Session, *hurts: Hurt, worst: int | None = 2, sign: bool = False) -> object:
    return asks_two_more(session, CATALOGUE, hurts, worst, sign=sign)


def hurt(pain: int | None, part: int = 0) -> Hurt:
    return Hurt(part, PainChoice.GO_ON, pain, 0)


def test_two_more_matter_after_a_whole_comfortable_dose_of_a_strength_exercise():
    assert asked(done("leg_raise", "calf_stretch", "stand_open")) == ("leg_raise",)


@pytest.mark.parametrize("worst", [None, 3, 6, 10])
def test_they_do_not_matter_where_the_session_was_not_green(worst):
    assert asked(done("leg_raise"), worst=worst) == ()


def test_they_do_not_matter_after_a_sign():
    assert asked(done("leg_raise"), sign=True) == ()


def test_a_rating_on_the_pain_card_counts_for_its_own_exercise():
    session = done("leg_raise", "lunge")
    assert asked(session, hurt(3)) == ("lunge",)
    assert asked(session, hurt(2)) == ("leg_raise", "lunge")
    assert asked(session, hurt(None)) == ("leg_raise", "lunge")


def test_they_do_not_matter_where_something_is_missing_or_the_last_step_is_reached():
    missing = advance(done("leg_raise"), CountCorrection(0, 3, 9), 10_000_000)
    assert asked(missing) == ()
    assert asked(done("leg_raise", dose=Dose(3, 20, None, 45))) == ()


def test_they_do_not_matter_where_it_was_made_easier():
    answer = admit(
        Plan((PlanItem("leg_raise", Dose(3, 10, None, 45), LEFT),)),
        CATALOGUE,
        CheckOutcome(frozenset()),
    )
    assert isinstance(answer, Admitted)
    session = advance(open_session(answer, CATALOGUE), Event.START, 0)
    easier = easier_way(session, CATALOGUE, CheckOutcome(frozenset()), LEFT, Pace.GUIDED)
    assert easier is not None
    session = advance(advance(session, easier, 1_000), Event.TICK, 10_000_000)
    assert session.state is State.FINISHED
    assert asked(session) == ()


def test_the_worst_rating_is_the_highest_one_given():
    assert worst_told([]) is None
    assert worst_told([hurt(None)]) is None
    assert worst_told([hurt(4), hurt(None), hurt(2)]) == 4
