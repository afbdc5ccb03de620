"""Every fact of the guide's list is carried by an item, still open, or left out with a reason."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from kneecoach.domain.check_reach import whole_check
from kneecoach.domain.pillar_texts import pillars_of
from tests.content.trees import atlas, english

HERE = Path(__file__).parent
COUNT = {
    "F": 12, "A": 22, "C": 44, "T": 16, "E1": 15, "E2": 18, "E3": 14, "E4": 13, "X": 4, "M": 8,
}  # fmt: skip
OPEN = 24  # facts whose place is a page to come; this number only ever gets smaller


@cache
def listed() -> dict[str, dict[str, str]]:
    return tomllib.loads((HERE / "facts.toml").read_text(encoding="utf-8"))


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


def carried() -> set[str]:
    return {fact for _, facts in carriers() for fact in facts if fact[0] not in "KS"}


def still_open() -> list[str]:
    return (HERE / "open_facts.txt").read_text(encoding="utf-8").split()


def test_the_list_has_all_facts_of_the_guide() -> None:
    expected = {f"{group}-{n}" for group, last in COUNT.items() for n in range(1, last + 1)}
    assert set(listed()["facts"]) == expected
    assert len(expected) == 166


def test_every_fact_has_exactly_one_place() -> None:
    places = [*carried(), *still_open(), *listed()["left_out"]]
    assert len(places) == len(set(places))
    assert set(places) == set(listed()["facts"])


def test_the_open_list_only_shrinks() -> None:
    assert len(still_open()) == OPEN


def test_what_belongs_to_another_site_is_left_out_with_a_reason() -> None:
    assert {"X-2", "X-3", "X-4"} <= set(listed()["left_out"])
    assert all(len(reason) > 20 for reason in listed()["left_out"].values())


def test_a_fact_that_needs_correcting_is_told_corrected() -> None:
    for item, facts in carriers():
        for fact in facts:
            needed = listed()["corrected"].get(fact)
            assert not needed or set(needed) & set(facts), f"{item} tells {fact} uncorrected"
