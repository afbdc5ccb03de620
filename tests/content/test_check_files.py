"""A damaged file of the check is refused in one sentence: which file, which key, why."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kneecoach.domain.check_reach import whole_check
from kneecoach.domain.check_tables import parse_check
from kneecoach.domain.parsing import ContentError
from kneecoach.store.content import compile_content
from tests.content.trees import ASSETS, english

Damage = Callable[[dict[str, Any]], object]


def rules(tree: dict[str, Any], name: str) -> dict[str, Any]:
    found: dict[str, Any] = next(rule for rule in tree["rules"]["rule"] if rule["name"] == name)
    return found


def change(name: str, /, **values: object) -> Damage:
    return lambda tree: rules(tree, name).update(values)


def when(condition: object) -> Damage:
    """The condition of the first rule of the file."""
    return change("PE", when=condition)


def nested(depth: int) -> object:
    condition: object = "A1"
    for _ in range(depth):
        condition = {"any": [condition]}
    return condition


RULES, SIGNS, PAGES = "check/rules.toml: ", "check/signs.toml: ", "check/pages.toml: "
FIRST = f"{RULES}rule[0]."
KINDS: list[tuple[Damage, str]] = [
    (lambda t: t.pop("rules"), "check: rules: this key is missing"),
    (lambda t: t.update(more={}), "check: more: this key is not known here"),
    (lambda t: t["rules"].pop("rule"), f"{RULES}rule: this key is missing"),
    (lambda t: t["rules"].update(rule=[]), f"{RULES}rule: there is nothing in this list"),
    (change("PE", sign="A1"), f"{FIRST}sign: this key is not known here"),
    (change("PE", name="Clot"), f'{FIRST}name: "Clot" is not written as the guide writes a rule'),
    (change("PE", level="URGENT"), f'{FIRST}level: "URGENT" is none of '),
    (change("PE", level="SELF_CARE"), f'{FIRST}level: "SELF_CARE" is none of '),
    (change("PE", page="nowhere"), f'{FIRST}page: "nowhere" is none of '),
    (
        change("PE", page="hot_knee"),
        f'{FIRST}page: "hot_knee" is written for SAME_DAY, not EMERGENCY',
    ),
    (change("PE", locks=["E1"]), f"{FIRST}locks: EMERGENCY locks everything and names no locks"),
    (lambda t: rules(t, "VEINS").pop("locks"), f"{RULES}rule[52].locks: this key is missing"),
    (change("VEINS", locks=["E9"]), f'{RULES}rule[52].locks[0]: "E9" is not known'),
    (change("VEINS", locks=["E1", "E1"]), f'{RULES}rule[52].locks[1]: "E1" is there twice'),
    (change("VEINS", name="SKIN"), f'{RULES}rule[52].name: "SKIN" is there twice for this level'),
    (when("A99"), f'{FIRST}when: there is no sign "A99"'),
    (when(1), f"{FIRST}when: a sign or a condition is expected"),
    (when({}), f"{FIRST}when: exactly one condition is expected"),
    (when({"any": ["A1"], "all": ["A2"]}), f"{FIRST}when: exactly one condition is expected"),
    (when({"some": ["A1"]}), f"{FIRST}when.some: there is no such condition"),
    (when({"any": []}), f"{FIRST}when.any: there is nothing in this list"),
    (when({"any": "A1"}), f"{FIRST}when.any: a list is expected"),
    (when({"any": ["A1", "A0"]}), f'{FIRST}when.any[1]: there is no sign "A0"'),
    (when({"any": ["A1", "A1"]}), f'{FIRST}when.any[0]: "A1" is there twice'),
    (when({"any": [["A1"]]}), f"{FIRST}when.any[0]: a sign or a condition is expected"),
    (when({"any": [{"all": ["A0"]}]}), f'{FIRST}when.any[0].all[0]: there is no sign "A0"'),
    (when({"is": "no_such"}), f'{FIRST}when.is: "no_such" is none of '),
    (when({"at_least": 1, "of": ["A1"]}), f"{FIRST}when.at_least: 1 is not between 2 and 1"),
    (
        when({"at_least": 3, "of": ["A1", "A2"]}),
        f"{FIRST}when.at_least: 3 is not between 2 and 2",
    ),
    (when({"age_from": 0}), f"{FIRST}when.age_from: 0 is not between 1 and 120"),
    (when({"age_from": "55"}), f"{FIRST}when.age_from: a whole number is expected"),
    (when({"age_below": 121}), f"{FIRST}when.age_below: 121 is not between 1 and 120"),
    (when({"age": "old"}), f'{FIRST}when.age: "old" is none of missing'),
    (when({"pain_from": 11}), f"{FIRST}when.pain_from: 11 is not between 1 and 10"),
    (when({"pain_below": True}), f"{FIRST}when.pain_below: a whole number is expected"),
    (when(nested(8)), "more than 8 conditions stand within one another"),
    (
        lambda t: t["rules"]["conditions"].update(leg_sign={"is": "leg_pain"}),
        f'{RULES}conditions.leg_sign.is: "leg_pain" is none of ',
    ),
    (
        lambda t: t["signs"]["screen"][0]["signs"][1].update(id="A1"),
        f'{SIGNS}screen[0].signs[1].id: "A1" is there twice',
    ),
    (
        lambda t: t["signs"]["screen"][1].update(id="right_now"),
        f'{SIGNS}screen[1].id: "right_now" is there twice',
    ),
    (
        lambda t: t["signs"]["screen"][0]["signs"][1].update(under="A9"),
        f'{SIGNS}screen[0].signs[1].under: there is no sign "A9" above',
    ),
    (
        lambda t: t["signs"]["screen"][2]["signs"][5].update(under="CR4b"),
        f'{SIGNS}screen[2].signs[5].under: "CR4b" is itself asked under another sign',
    ),
    (
        lambda t: t["signs"]["screen"][0]["signs"][0].update(facts=["Q-1"]),
        f'{SIGNS}screen[0].signs[0].facts[0]: "Q-1" is not the id of a fact',
    ),
    (
        lambda t: t["pages"]["pages"].update({"Clot": "SAME_DAY"}),
        f"{PAGES}pages.Clot: the name of a page is made of small letters and underscores",
    ),
    (
        lambda t: t["pages"]["pages"].update(veins="LATER"),
        f'{PAGES}pages.veins: "LATER" is none of ',
    ),
]
OUT_OF_REACH: list[tuple[Damage, str]] = [
    (
        when({"all": ["A1", {"none": ["A1"]}]}),
        f"{RULES}rule PE.when: no answers let it decide EMERGENCY by itself",
    ),
    (
        change("OTTAWA", when={"all": [{"age_from": 55}, {"age_below": 55}]}),
        f"{RULES}rule OTTAWA.when: no answers let it decide SAME_DAY by itself",
    ),
    (
        change("HIGH-PAIN", when={"all": ["C0", {"pain_from": 8}]}),
        f"{RULES}rule HIGH-PAIN.when: no answers let it decide ROUTINE by itself",
    ),
    (
        change("BALANCE", when={"all": ["J4", {"age": "missing"}]}),
        f"{RULES}rule BALANCE.when: no answers let it decide CAUTION by itself",
    ),
    (
        change("LUMP-CHECK", when={"all": ["G1a", {"none": ["G1"]}]}),
        f"{RULES}rule LUMP-CHECK.when: no answers let it decide ROUTINE by itself",
    ),
    (
        lambda t: t["rules"]["rule"].remove(rules(t, "LOCKED")),
        f"{SIGNS}D1: no rule asks for this sign",
    ),
    (
        lambda t: t["pages"]["pages"].update(spare="CAUTION"),
        f"{PAGES}pages.spare: no rule opens this page",
    ),
]


@cache
def check_text() -> str:
    return json.dumps(english().check)


def check_tree() -> dict[str, Any]:
    """The trees of the check, new ones at each call."""
    tree: dict[str, Any] = json.loads(check_text())
    return tree


@pytest.mark.parametrize(("damage", "sentence"), KINDS, ids=[sentence for _, sentence in KINDS])
def test_each_kind_of_damage_is_told(damage: Damage, sentence: str) -> None:
    tree = check_tree()
    damage(tree)
    with pytest.raises(ContentError) as caught:
        parse_check(tree)
    assert sentence in str(caught.value)
    assert str(caught.value).startswith("check")
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("damage", "sentence"), OUT_OF_REACH, ids=[sentence for _, sentence in OUT_OF_REACH]
)
def test_what_can_never_matter_is_refused(damage: Damage, sentence: str) -> None:
    tree = check_tree()
    damage(tree)
    parse_check(tree)
    with pytest.raises(ContentError) as caught:
        whole_check(tree)
    assert str(caught.value) == sentence


def test_the_undamaged_check_is_accepted() -> None:
    assert len(whole_check(check_tree()).signs) == 71


@pytest.mark.parametrize("tree", [None, [], "check", {}, {"signs": 1, "rules": 2, "pages": 3}])
def test_no_check_is_refused(tree: object) -> None:
    with pytest.raises(ContentError):
        whole_check(tree)


def test_a_rule_that_cannot_be_used_stops_the_build(tmp_path: Path) -> None:
    assets = Path(shutil.copytree(ASSETS, tmp_path / "assets"))
    path = assets / "check" / "rules.toml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace('when = "D1"', 'when = { all = ["D1", "D2"] }'), encoding="utf-8")
    with pytest.raises(
        ContentError, match=r'^check/rules\.toml: rule\[17\]\.when\.all\[1\]: .*D2"'
    ):
        compile_content(assets)


def places(tree: Any) -> list[tuple[Any, Any]]:
    """Every (container, key) of a tree."""
    if isinstance(tree, dict):
        keys: list[Any] = list(tree)
    elif isinstance(tree, list):
        keys = list(range(len(tree)))
    else:
        return []
    return [(tree, key) for key in keys] + [place for key in keys for place in places(tree[key])]


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.sampled_from(["A1", "any", "E1", "x"]),
    lambda inner: (
        st.lists(inner, max_size=2)
        | st.dictionaries(st.sampled_from(["any", "none", "is", "age", "x"]), inner, max_size=2)
    ),
    max_leaves=3,
)


@given(st.data())
def test_no_damage_ends_in_anything_but_a_sentence(data: st.DataObject) -> None:
    tree = check_tree()
    found = places(tree)
    container, key = found[data.draw(st.integers(0, len(found) - 1))]
    container[key] = data.draw(ANYTHING)
    with suppress(ContentError):
        whole_check(tree)
