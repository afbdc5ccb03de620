from __future__ import annotations

import ast
from pathlib import Path

import kneecoach
from kneecoach.domain.safety import (
    Admitted,
    CheckOutcome,
    GateDue,
    Refusal,
    Refused,
    admit,
    refusal_of,
)
from tests.domain.sample import CATALOGUE, MASSAGE, RAISE, STRETCH, item, plan

OPEN = CheckOutcome(frozenset())


def test_without_a_check_everything_is_refused_and_named():
    answer = admit(plan(item(MASSAGE), item(RAISE)), CATALOGUE, None)
    assert answer == Refused(Refusal.CHECK_MISSING, ("massage_calf", "leg_raise"))


def test_one_closed_exercise_refuses_the_whole_plan():
    locked = CheckOutcome(frozenset({"massage_calf"}))
    answer = admit(plan(item(RAISE), item(MASSAGE), item(STRETCH)), CATALOGUE, locked)
    assert answer == Refused(Refusal.LOCKED, ("massage_calf",))


def test_without_todays_questions_only_massage_and_roller_wait():
    waiting = CheckOutcome(frozenset(), gate=GateDue.SEVEN)
    wanted = plan(item(RAISE), item(STRETCH))
    assert admit(wanted, CATALOGUE, waiting) == Admitted(wanted)
    answer = admit(plan(item(MASSAGE)), CATALOGUE, waiting)
    assert answer == Refused(Refusal.GATE_MISSING, ("massage_calf",))


def test_a_clear_check_opens_massage_and_a_lock_closes_it():
    locked = CheckOutcome(frozenset({"massage_calf"}))
    assert isinstance(admit(plan(item(MASSAGE)), CATALOGUE, OPEN), Admitted)
    assert admit(plan(item(MASSAGE)), CATALOGUE, locked) == Refused(
        Refusal.LOCKED, ("massage_calf",)
    )


def test_a_lock_closes_what_it_names_and_nothing_else():
    check = CheckOutcome(frozenset({"E3"}))
    assert refusal_of(STRETCH, check) is Refusal.LOCKED
    assert refusal_of(RAISE, check) is None


def test_an_empty_plan_and_an_unknown_exercise_are_refused():
    from kneecoach.domain.catalogue import Dose, Side
    from kneecoach.domain.plan import PlanItem

    stranger = PlanItem("handstand", Dose(1, 1, None, 0), (Side.LEFT,))
    nobody = PlanItem("leg_raise", RAISE.dose, ())
    assert admit(plan(), CATALOGUE, OPEN) == Refused(Refusal.EMPTY, ())
    assert admit(plan(nobody), CATALOGUE, OPEN) == Refused(Refusal.EMPTY, ())
    assert admit(plan(stranger), CATALOGUE, OPEN) == Refused(Refusal.UNKNOWN, ("handstand",))


def test_only_the_safety_rules_make_an_admission():
    """An `Admitted` made anywhere else would be a way around the check."""
    package = Path(kneecoach.__file__).parent
    makers = [
        path.relative_to(package).as_posix()
        for path in package.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and ast.unparse(node.func).endswith("Admitted")
    ]
    assert makers == ["domain/safety.py"]


def test_every_session_is_opened_from_an_admission():
    """`Session(...)` is made in one place, and that place takes an `Admitted`."""
    package = Path(kneecoach.__file__).parent
    makers = [
        path.relative_to(package).as_posix()
        for path in package.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "Session"
    ]
    assert makers == ["domain/session.py"]
