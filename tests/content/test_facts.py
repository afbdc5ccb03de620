"""Every fact of the guide's list is told by an item of the content, or left out with a reason."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from kneecoach.domain.check_reach import whole_check
from kneecoach.domain.pillar_texts import pillars_of
from tests.content.trees import ASSETS, atlas, basis, english

COUNT = {
    "F": 12, "A": 22, "C": 44, "T": 16, "E1": 15, "E2": 18, "E3": 14, "E4": 13, "X": 4, "M": 8,
}  # fmt: skip


@cache
def listed() -> dict[str, str]:
    found: dict[str, dict[str, str]] = tomllib.loads((ASSETS / "facts.toml").read_text("utf-8"))
    return found["facts"]


@cache
def needed() -> dict[str, list[str]]:
    """Fact -> the corrections or readings one of which its telling must carry."""
    path = Path(__file__).with_name("facts.toml")
    found: dict[str, dict[str, list[str]]] = tomllib.loads(path.read_text("utf-8"))
    return found["corrected"]


def carriers() -> Iterator[tuple[str, tuple[str, ...]]]:
    content = english()
    for exercise in content.catalogue.exercises.values():
        yield exercise.id, exercise.facts
    for cause in content.causes:
        yield cause.id, cause.facts
    for sign in (*content.signs, *whole_check(content.check).signs.values()):
        yield sign.id, sign.facts
    for item in pillars_of(content).values():
        yield item.id, item.facts
    yield "drawing", atlas().facts
    for structure in atlas().structures.values():
        yield structure.id, structure.facts
    for point in basis().points:
        yield point.id, point.facts
    for correction in basis().corrections:
        yield correction.id, (*correction.facts, correction.id)


def carried() -> set[str]:
    return {fact for _, facts in carriers() for fact in facts if fact[0] not in "KS"}


def left_out() -> list[str]:
    return [fact for one in basis().left_out for fact in one.facts]


def test_the_list_has_all_facts_of_the_guide() -> None:
    expected = {f"{group}-{n}" for group, last in COUNT.items() for n in range(1, last + 1)}
    assert set(listed()) == expected
    assert len(expected) == 166


def test_every_fact_is_told_or_left_out_and_none_is_open() -> None:
    assert carried() | set(left_out()) == set(listed())
    assert len(left_out()) == len(set(left_out()))


def test_what_is_left_out_is_told_nowhere_but_as_something_often_told() -> None:
    told = {fact for item, facts in carriers() if item[:2] != "K-" for fact in facts}
    assert told.isdisjoint(left_out())


def test_a_fact_without_a_place_would_be_seen() -> None:
    assert carried() - {"C-1"} | set(left_out()) != set(listed())


def test_all_of_the_anatomy_is_told_through_the_drawing() -> None:
    drawn = {fact for one in atlas().structures.values() for fact in one.facts}
    assert {f"A-{n}" for n in range(1, 23)} <= drawn | set(atlas().facts)


def test_what_belongs_to_another_site_is_left_out_with_a_reason() -> None:
    assert set(left_out()) == {"C-44", "X-2", "X-3", "X-4"}
    reasons = english().texts.about.left_out
    assert all(len(reasons[one.id]) > 20 for one in basis().left_out)


def test_a_fact_that_needs_correcting_is_told_corrected() -> None:
    """A correction corrects what it names by itself."""
    for item, facts in carriers():
        for fact in () if item.startswith("K-") else facts:
            changes = needed().get(fact)
            assert not changes or set(changes) & set(facts), f"{item} tells {fact} uncorrected"


def test_every_correction_and_reading_is_told_on_the_page_about_this_guidance() -> None:
    about, numbered = english().texts.about, basis()
    assert set(about.corrections) == {f"K-{n}" for n in range(1, 33)}
    assert set(about.readings) == {f"S-{n}" for n in range(1, 10)}
    changed = {one.id: set(one.facts) for one in (*numbered.corrections, *numbered.readings)}
    for fact, changes in needed().items():
        assert any(fact in changed[change] for change in changes), fact


def test_every_correction_and_reading_is_carried_where_it_is_used() -> None:
    named = {fact for _, facts in carriers() for fact in facts if fact[0] in "KS"}
    assert {f"K-{n}" for n in range(1, 33)} <= named
    assert {f"S-{n}" for n in (1, *range(3, 10))} <= named
