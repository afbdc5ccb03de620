"""What helps: its items are those of the guide, worded, with their locks and their exercises."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest

from kneecoach.domain.content import parse_content
from kneecoach.domain.parsing import ContentError
from kneecoach.domain.pillar_texts import Pillar, PillarItem, SourceKind, pillars_of
from tests.content.trees import english, whole_tree


@dataclass(frozen=True)
class Files:
    """The trees of both files, to damage."""

    items: list[dict[str, Any]]
    words: dict[str, Any]


Damage = Callable[[Files], object]


def items() -> dict[str, PillarItem]:
    return dict(pillars_of(english()))


def words_of(name: str) -> str:
    text = items()[name].text
    return " ".join((text.title, text.lead, *text.points, *text.cautions, *text.source))


def on(pillar: Pillar) -> list[str]:
    return [name for name, item in items().items() if item.pillar is pillar]


def test_each_page_has_its_items_in_order() -> None:
    assert on(Pillar.LOAD) == ["keep_moving", "weight", "brace"]
    assert on(Pillar.PLAN) == ["take_load_off", "massage_and_roller", "exercises"]
    assert on(Pillar.MASSAGE) == [
        *("where", "hamstring_by_hand", "calf_by_hand", "foam_roller", "around_hollow"),
        *("pressure", "never"),
    ]


def test_the_massage_page_leads_to_every_exercise_of_its_column() -> None:
    massage = {e.id for e in english().catalogue.exercises.values() if e.chart == "M"}
    assert {name for item in items().values() for name in item.exercises} == massage


def test_only_the_brace_has_a_lock_of_its_own() -> None:
    assert {name: item.locks for name, item in items().items() if item.locks} == {
        "brace": ("brace",)
    }


def test_what_the_guide_corrects_is_told_corrected() -> None:
    assert "does not take the cause away" in words_of("keep_moving")  # K-14
    assert "Complete rest is not advised" in words_of("keep_moving")
    assert "about 4 kg less force" in words_of("weight")  # K-27
    assert "hardly takes load off" in words_of("brace")  # K-15
    assert "not advised for everyone" in words_of("brace")
    for sign in ("swelling", "cold or numb", "skin", "circulation", "clot", "night", "15 min"):
        assert sign in words_of("brace"), sign
    assert "2 and 6 weeks" in words_of("brace")
    assert "for a while" in words_of("massage_and_roller")  # K-13


def test_where_massage_must_not_be_is_told_whole() -> None:
    never = words_of("never")
    for sign in ("swollen", "warm", "red or darker", "lump", "bruise", "7 days", "pulse"):
        assert sign in never, sign
    assert "numbness or tingling" in never
    assert "Stop at once" in never
    assert "3 of 10" in words_of("pressure")


def test_what_has_a_source_line_says_what_kind_it_is() -> None:
    told = {name: item.kind for name, item in items().items() if item.text.source}
    assert told == {
        "keep_moving": SourceKind.STUDY,
        "weight": SourceKind.STUDY,
        "brace": SourceKind.OURS,
        "pressure": SourceKind.OURS,
    }
    studies = [item for item in items().values() if item.kind is SourceKind.STUDY]
    assert all(item.sources for item in studies)


BROKEN: list[tuple[str, Damage, str]] = [
    ("an item without words", lambda f: f.words.pop("brace"), "brace: the words of this item"),
    ("words without an item", lambda f: f.items.pop(), "never: there is no such item"),
    ("an id twice", lambda f: f.items.append(f.items[0]), "item: an id is there twice"),
    ("an unknown page", lambda f: f.items[0].update(pillar="moon"), "item[0].pillar"),
    ("an unknown exercise", lambda f: f.items[7].update(exercises=["yoga"]), "exercises[0]"),
    ("an unknown lock", lambda f: f.items[2].update(locks=["moon"]), "item[2].locks[0]"),
    ("no source", lambda f: f.items[0].update(sources=["me"]), '"me" is no source'),
    ("an empty line", lambda f: f.words["brace"]["points"].append(" "), "brace.points[3]"),
    ("a long title", lambda f: f.words["brace"].update(title="x" * 99), "brace.title"),
    ("a misspelt part", lambda f: f.words["brace"].update(pionts=[]), "brace.pionts"),
]


@pytest.mark.parametrize(("damage", "reason"), [b[1:] for b in BROKEN], ids=[b[0] for b in BROKEN])
def test_a_broken_file_is_told_when_it_is_read(damage: Damage, reason: str) -> None:
    tree = whole_tree()
    damage(Files(tree["guidance"]["pillars"]["item"], tree["texts"]["en"]["pillars"]))
    content = parse_content(tree, "en")
    with pytest.raises(ContentError) as told:
        pillars_of(content)
    assert reason in str(told.value)
    assert "pillars.toml: " in str(told.value)
