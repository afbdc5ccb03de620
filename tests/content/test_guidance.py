"""Causes, warning signs and numbers are complete, in their order, and say what to do."""

from __future__ import annotations

import re

from kneecoach.domain.guidance import Urgency
from tests.content.trees import english, every_text

SIX = ["blood_clot", "overuse", "tightness", "osteoarthritis", "bakers_cyst", "overweight"]

# guide 6: the parts of a plan as exercises, and what each cause's row leaves open of them. A cause
# without a row, or with a row that closes everything, names none.
PARTS = {
    "massage": ("massage_hamstring", "massage_calf"),
    "hollow": ("massage_back_of_knee",),
    "roller": ("roller_calf", "roller_hamstring"),
    "E1": ("leg_raise", "squat", "lunge"),
    "E2": ("stand_supported", "stand_open", "stand_closed", "stand_cushion"),
    "E3": ("hamstring_bent", "hamstring_straight"),
    "E3_bent": ("hamstring_bent",),
    "E4": ("calf_stretch",),
}
_GENERAL = frozenset({"massage", "hollow", "roller", "E1", "E2", "E3", "E4"})
MATRIX = {
    "overuse": _GENERAL,
    "osteoarthritis": _GENERAL,
    "overweight": _GENERAL,
    "tightness": _GENERAL,
    "bakers_cyst": frozenset({"massage", "E1", "E2", "E3_bent", "E4"}),
    "back_nerve": frozenset({"massage", "roller", "E1", "E2", "E3_bent", "E4"}),
}
SHUT = {
    "bakers_cyst": {"massage_back_of_knee", "roller_calf", "roller_hamstring"},
    "back_nerve": {"massage_back_of_knee", "hamstring_straight"},
}

# guide 3.3, groups A, B, C, D1, D3, I and F as far as they are for help now or today
MUST_SHOW = {
    *(f"A{number}" for number in range(1, 10)),
    *("A7b", "B1", "B2", "B3", "B4", "B5", "B5b", "B6", "B7"),
    *("C2", "C3", "C4", "C5b", "C6", "C8", "C9", "D1", "D3", "I1", "I3", "I7", "F1", "F3"),
}


def test_the_causes_of_the_article_come_first_and_the_clot_before_all() -> None:
    causes = english().causes
    assert [cause.id for cause in causes if cause.common] == SIX
    assert [cause.id for cause in causes][:6] == SIX
    assert [cause.id for cause in causes if cause.urgent] == ["blood_clot"]


def test_a_cause_names_exactly_the_exercises_its_row_of_the_matrix_leaves_open() -> None:
    for cause in english().causes:
        row = MATRIX.get(cause.id, frozenset())
        assert set(cause.exercises) == {e for part in row for e in PARTS[part]}, cause.id
        assert set(cause.exercises).isdisjoint(SHUT.get(cause.id, ()))


def test_an_exercise_that_is_allowed_with_a_condition_says_it() -> None:
    conditions = {cause.id: cause.conditions for cause in english().causes}
    words = english().texts.conditions
    cyst = conditions["bakers_cyst"]
    assert words[cyst["squat"]] == "Not deep"
    assert words[cyst["massage_hamstring"]] == "Not over the lump"
    assert words[cyst["massage_calf"]] == "Not if the calf is sore"
    assert words[cyst["hamstring_bent"]] == words[cyst["calf_stretch"]] == "Gently, not to the end"
    assert words[conditions["overweight"]["squat"]] == "After leg raises"
    assert words[conditions["back_nerve"]["leg_raise"]] == "Stop if the leg tingles"
    for cause in english().causes:
        for exercise in {*PARTS["hollow"], *PARTS["roller"]} & set(cause.exercises):
            assert exercise in cause.conditions, cause.id


def test_the_exercises_the_look_names_for_a_cause_come_first() -> None:
    first = {cause.id: cause.exercises[:3] for cause in english().causes}
    assert first["overuse"] == ("leg_raise", "stand_open", "massage_hamstring")
    assert first["tightness"] == ("hamstring_bent", "calf_stretch", "massage_calf")
    assert first["bakers_cyst"] == ("leg_raise", "stand_open", "calf_stretch")


def test_every_sign_to_act_on_now_or_today_is_there_in_its_urgency() -> None:
    urgency = {group.id: group.urgency for group in english().sign_groups}
    shown = {sign.id: urgency[sign.group] for sign in english().signs}
    assert {name for name, how in shown.items() if how is not Urgency.SEE_SOON} >= MUST_SHOW
    assert all(shown[f"A{number}"] is Urgency.EMERGENCY for number in range(1, 10))


def test_a_hot_knee_is_for_today_and_with_a_second_sign_for_now() -> None:
    urgency = {group.id: group.urgency for group in english().sign_groups}
    shown = {sign.id: urgency[sign.group] for sign in english().signs}
    assert shown["I1"] is Urgency.SAME_DAY
    for second in ("I2", "I4", "I5", "I6"):
        assert shown[f"I1_{second}"] is Urgency.EMERGENCY


def test_emergency_groups_come_first() -> None:
    order = [list(Urgency).index(group.urgency) for group in english().sign_groups]
    assert order == sorted(order)


def test_every_group_says_what_to_do_by_when_and_what_not_to_do() -> None:
    by_when = {
        Urgency.EMERGENCY: "Call the emergency number now",
        Urgency.SAME_DAY: "Get medical help today",
        Urgency.SEE_SOON: "in the next 2 to 3 working days",
    }
    for group in english().sign_groups:
        action = english().texts.sign_groups[group.id].action
        assert by_when[group.urgency] in action
        assert re.search(r"[Dd]o not (massage|exercise|force)", action), group.id
        if group.urgency is Urgency.SAME_DAY:
            assert action.endswith("call the emergency number now.")


def test_the_numbers_are_those_of_the_guide() -> None:
    numbers = {n.country: (n.emergency, n.urgent) for n in english().numbers}
    assert numbers == {
        "": (("112", "911", "999"), None),
        "GB": (("999",), "111"),
        "EU": (("112",), None),
        "US": (("911",), None),
        "CA": (("911",), None),
        "AU": (("000",), None),
        "NZ": (("111",), None),
        "DE": (("112",), "116117"),
        "NL": (("112",), "huisartsenpost"),
        "FR": (("15", "112"), None),
    }
    any_country = english().texts.message("numbers_any", numbers="112, 911, 999")
    assert any_country == "112, 911, 999 or your local emergency number"


def test_no_text_tells_a_telephone_number_without_its_country() -> None:
    for where, text in every_text(english().texts):
        assert not re.search(r"\b(111|112|911|999|000)\b", text), where
