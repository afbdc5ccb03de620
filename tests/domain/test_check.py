"""The check of warning signs against the guide: its examples, its properties, its every rule."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from random import Random

import pytest
from hypothesis import given
from hypothesis import settings as how_many
from hypothesis import strategies as st

from kneecoach.domain.catalogue import EVERYTHING
from kneecoach.domain.check import Answer, Check, CheckAnswers, Level, Outcome, outcome_of
from kneecoach.domain.check_reach import deciding_alone, whole_check
from tests.content.trees import english
from tests.domain.guide_check import ALL, IDS, MASSAGE, expected

Ticks = Mapping[str, Answer]
NO_MASSAGE = sorted(MASSAGE | {"roller"})
AFTER_INJURY = ["E1plus", "E2_cushion", "E2_eyes_closed", "E3", "E3_straight", "E4", *NO_MASSAGE]
HUNDRED_THOUSAND = 100_000


@cache
def check() -> Check:
    return whole_check(english().check)


def outcome(age: int | None, pain: int | None = None, **signs: str) -> Outcome:
    ticked = {name: Answer(answer) for name, answer in signs.items()}
    return outcome_of(check(), CheckAnswers(age, pain, ticked))


def ticked(*signs: str) -> dict[str, str]:
    return dict.fromkeys(signs, "yes")


EXAMPLES: list[tuple[str, int | None, dict[str, str], str, list[str], list[str] | None]] = [
    ("V01", 35, {}, "SELF_CARE", [], []),
    ("V02", 17, {}, "SEE_SOON", ["SCOPE-AGE"], None),
    ("V03", None, {}, "SEE_SOON", ["SCOPE-AGE"], None),
    ("V04", 35, ticked("B1"), "SAME_DAY", ["DVT-SIGN"], None),
    ("V05", 35, ticked("B5"), "CAUTION", ["DVT-WATCH"], ["brace", *NO_MASSAGE]),
    ("V06", 35, ticked("B5", "CR6"), "SAME_DAY", ["DVT-PAIN+RISK"], None),
    ("V07", 35, ticked("B5", "CR7"), "SAME_DAY", ["DVT-PAIN+RISK"], None),
    ("V08", 35, ticked("CR4", "CR1"), "SAME_DAY", ["CLOT-RISK-2"], None),
    ("V09", 35, ticked("CR4"), "CAUTION", ["DVT-RISK-NO-MASSAGE"], NO_MASSAGE),
    ("V10", 35, ticked("B3", "A1"), "EMERGENCY", ["PE"], None),
    ("V11", 35, {"B2": "not sure"}, "SAME_DAY", ["DVT-SIGN"], None),
    ("V12", 35, ticked("A2"), "EMERGENCY", ["PE"], None),
    ("V13", 35, ticked("A5"), "EMERGENCY", ["ALI"], None),
    ("V14", 35, ticked("A7"), "EMERGENCY", ["CES"], None),
    ("V15", 35, ticked("I1"), "SAME_DAY", ["SEPTIC-SAMEDAY"], None),
    ("V16", 35, ticked("I1", "I2"), "EMERGENCY", ["SEPTIC-EMERGENCY"], None),
    ("V17", 35, ticked("I1", "I4"), "EMERGENCY", ["SEPTIC-EMERGENCY"], None),
    ("V18", 54, ticked("C0"), "CAUTION", ["ACUTE-INJURY-7D"], AFTER_INJURY),
    ("V19", 55, ticked("C0"), "SAME_DAY", ["OTTAWA"], None),
    ("V20", 30, ticked("C0", "C4"), "SAME_DAY", ["OTTAWA"], None),
    ("V21", 30, ticked("C0", "C5a"), "CAUTION", ["ACUTE-INJURY-7D"], AFTER_INJURY),
    ("V22", 30, ticked("C0", "C5b"), "SAME_DAY", ["NO-WEIGHT-BEARING"], None),
    ("V23", 35, ticked("C5b"), "SAME_DAY", ["NO-WEIGHT-BEARING"], None),
    ("V24", 35, ticked("C0", "C7"), "SEE_SOON", ["LIGAMENT"], None),
    ("V25", 35, ticked("C0", "C6"), "SAME_DAY", ["HAEMARTHROSIS"], None),
    ("V26", 35, ticked("D1"), "SAME_DAY", ["LOCKED"], None),
    ("V27", 35, ticked("D2a"), "SEE_SOON", ["MECHANICAL"], None),
    ("V28", 35, ticked("F1"), "SAME_DAY", ["ANEURYSM"], None),
    ("V29", 35, ticked("F2"), "SEE_SOON", ["CLAUDICATION-PAES"], None),
    ("V30", 35, ticked("G1"), "ROUTINE", ["LUMP-CHECK"], ["massage_back_of_knee", "roller"]),
]


@pytest.mark.parametrize(
    ("age", "signs", "level", "rules", "locks"),
    [example[1:] for example in EXAMPLES],
    ids=[example[0] for example in EXAMPLES],
)
def test_an_example_of_the_guide(
    age: int | None, signs: dict[str, str], level: str, rules: list[str], locks: list[str] | None
) -> None:
    found = outcome(age, **signs)
    assert (found.level.name, list(found.rules)) == (level, rules)
    assert list(found.locks) == sorted(ALL if locks is None else locks)


@pytest.mark.parametrize(
    ("age", "pain", "signs", "level", "rules"),
    [
        (18, None, "", "SELF_CARE", ""),
        (69, None, "", "SELF_CARE", ""),
        (70, None, "", "CAUTION", "BALANCE"),
        (35, 5, "", "SELF_CARE", ""),
        (35, 6, "", "ROUTINE", "HIGH-PAIN"),
        (35, 7, "", "ROUTINE", "HIGH-PAIN"),
        (35, 8, "", "SAME_DAY", "SEVERE-PAIN"),
        (24, None, "G2", "SAME_DAY", "CANCER-FLAGS"),
        (25, None, "G2", "SEE_SOON", "CANCER-FLAGS"),
        (24, None, "G3", "SEE_SOON", "CANCER-FLAGS"),
        (None, None, "G2", "SEE_SOON", "CANCER-FLAGS SCOPE-AGE"),
        (None, None, "C0", "SEE_SOON", "SCOPE-AGE"),
        (None, 9, "", "SAME_DAY", "SEVERE-PAIN"),
        (35, None, "C8 I4 I5 I6", "SELF_CARE", ""),
        (35, None, "C5a C5b", "SAME_DAY", "NO-WEIGHT-BEARING OTTAWA"),
        (35, None, "CR4b", "SEE_SOON", "CLOT-UNDER-TREATMENT"),
        (35, None, "CR4b CR2", "SAME_DAY", "CLOT-RISK-2"),
        (35, None, "CR4b B5", "SAME_DAY", "CLOT-RISK-2 DVT-PAIN+RISK"),
        (35, None, "B5 B5b", "CAUTION", "DVT-WATCH"),
        (35, None, "B1 B5b", "SAME_DAY", "CLOT-RISK-2 DVT-SIGN"),
        (35, None, "B3 B4", "SAME_DAY", "DVT-SIGN"),
        (35, None, "CR6", "CAUTION", "DVT-RISK-REMINDER"),
        (35, None, "CR5 CR7", "ROUTINE", "PREGNANCY"),
        (35, None, "G1b", "SEE_SOON", "LUMP-RED"),
        (35, None, "I2 I7", "SAME_DAY", "SEPTIC-SAMEDAY"),
        (35, None, "I3 I7", "SAME_DAY", "CANNOT-MOVE CELLULITIS"),
        (35, None, "A1 A5 A7b A8", "EMERGENCY", "ALI CES FRACTURE-DISLOCATION PE"),
    ],
)
def test_where_a_rule_begins_and_what_goes_together(
    age: int | None, pain: int | None, signs: str, level: str, rules: str
) -> None:
    found = outcome(age, pain, **ticked(*signs.split()))
    assert (found.level.name, list(found.rules)) == (level, rules.split())


def test_the_signs_are_those_of_the_guide() -> None:
    assert sorted(check().signs) == sorted(IDS)
    assert len(IDS) == 71


def test_everything_is_what_the_guide_can_lock() -> None:
    assert EVERYTHING == ALL
    assert len(ALL) == 14


@pytest.mark.parametrize("rule", range(53))
def test_each_rule_has_a_case_that_it_alone_decides(rule: int) -> None:
    found = check().rules[rule]
    answers = deciding_alone(check(), found)
    assert answers is not None
    told = outcome_of(check(), answers)
    assert (told.rules, told.level, told.page) == ((found.name,), found.level, found.page)
    assert expected(answers.signs.keys(), answers.age, answers.pain_rest) == (
        told.level.name,
        list(told.rules),
        list(told.locks),
    )


def test_no_rule_is_left_out_above() -> None:
    assert len(check().rules) == 53
    assert len({rule.name for rule in check().rules}) == 52


def test_without_a_rule_of_its_own_the_same_case_is_decided_otherwise() -> None:
    """The control of the test above: each case hangs on its rule."""
    rules = check().rules
    for rule in rules:
        answers = deciding_alone(check(), rule)
        assert answers is not None
        left = tuple(other for other in rules if other is not rule)
        poorer = Check(check().signs, left, check().pages)
        assert outcome_of(poorer, answers) != outcome_of(check(), answers), rule.name


def test_an_unknown_sign_is_no_sign() -> None:
    with pytest.raises(KeyError, match="Z9"):
        outcome_of(check(), CheckAnswers(35, None, {"Z9": Answer.NO}))


def test_the_page_is_written_for_the_level_and_there_is_none_for_self_care() -> None:
    random = Random(5)
    for _ in range(300):
        found = outcome_of(check(), some_answers(random))
        if found.page is None:
            assert found.level is Level.SELF_CARE
        else:
            assert check().pages[found.page] is found.level


def test_of_several_deciding_rules_the_first_in_the_file_chooses_the_page() -> None:
    assert outcome(35, **ticked("A7", "A1")).page == "breath_or_chest"
    assert outcome(35, **ticked("CR1", "B1")).page == "blood_clot_signs"
    assert outcome(35, **ticked("CR1", "CR2", "J5")).page == "two_clot_risks"


# The properties of guide 3.4, for any answers.


def some_answers(random: Random) -> CheckAnswers:
    """Few ticks or many, in all three answers, ages around every limit, pain told or not."""
    names = random.sample(IDS, random.choice((0, 1, 2, 2, 3, 3, 4, 6, 12, len(IDS))))
    signs = {name: random.choice(tuple(Answer)) for name in names}
    age = random.choice((None, 0, 17, 18, 24, 25, 35, 35, 54, 55, 69, 70, 120))
    return CheckAnswers(age, random.choice((None, 0, 5, 6, 7, 8, 10)), signs)


def hold_properties(answers: CheckAnswers, added: str) -> None:
    found = outcome_of(check(), answers)
    told = (found.level.name, list(found.rules), list(found.locks))
    yes = {name for name, answer in answers.signs.items() if answer is not Answer.NO}
    assert told == expected(yes, answers.age, answers.pain_rest)
    more = outcome_of(check(), with_signs(answers, {**answers.signs, added: Answer.YES}))
    assert more.level >= found.level  # P1
    assert set(more.locks) >= set(found.locks)  # adding a yes never opens a lock
    assert found == outcome_of(check(), with_signs(answers, unsure(answers.signs)))  # P2
    if yes & {"B1", "B2", "B3", "B4"}:
        assert set(found.locks) >= {*MASSAGE, "roller"}  # P3
    if found.level >= Level.SEE_SOON:
        assert set(found.locks) == ALL  # P4
    told_words = f"{found.level.name} {found.page}".lower().replace("_", " ")
    for word in ("unlikely", "no clot", "safe to", "%", "dvt", "thrombosis"):  # P5
        assert word not in told_words


def with_signs(answers: CheckAnswers, signs: Ticks) -> CheckAnswers:
    return CheckAnswers(answers.age, answers.pain_rest, signs)


def unsure(signs: Ticks) -> Ticks:
    """Not sure for each yes, and the other way round."""
    other = {Answer.YES: Answer.NOT_SURE, Answer.NOT_SURE: Answer.YES, Answer.NO: Answer.NO}
    return {name: other[answer] for name, answer in signs.items()}


ANSWERS = st.builds(
    CheckAnswers,
    age=st.none() | st.integers(0, 120),
    pain_rest=st.none() | st.integers(0, 10),
    signs=st.dictionaries(st.sampled_from(IDS), st.sampled_from(Answer), max_size=8),
)


@how_many(max_examples=200)
@given(answers=ANSWERS, added=st.sampled_from(IDS))
def test_the_guides_properties_hold_for_any_answers(answers: CheckAnswers, added: str) -> None:
    hold_properties(answers, added)


def test_the_guides_properties_hold_for_any_two_signs() -> None:
    for age, pain in ((35, None), (70, 6), (24, 8)):
        for first in IDS:
            for second in IDS[:: 1 if age == 35 else 9]:
                hold_properties(CheckAnswers(age, pain, {first: Answer.YES}), second)


@pytest.mark.long
def test_the_guides_properties_hold_for_many_random_answers() -> None:
    random = Random(20_261_124)
    for _ in range(HUNDRED_THOUSAND):
        hold_properties(some_answers(random), random.choice(IDS))
