"""What the guidance rests on is told whole: sources, corrections, readings, and the document."""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import date
from typing import Any

import make_content_sources
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kneecoach.domain.about_texts import require_about
from kneecoach.domain.content import Content, parse_content
from kneecoach.domain.corrections import Group, basis_of
from kneecoach.domain.parsing import ContentError
from kneecoach.domain.pillar_texts import pillars_of
from kneecoach.domain.sources import OF_SOURCES, Evidence, sources_named
from tests.content.trees import basis, english, strings_of, whole_tree

Damage = Callable[[dict[str, Any]], None]


def test_every_cause_has_sources_and_they_were_read() -> None:
    for cause in english().causes:
        sources = sources_named(english(), cause.sources)
        assert len(sources) == len(cause.sources) > 0, cause.id
        assert all(source.read >= date(2026, 11, 24) for source in sources)
        assert all(source.evidence in OF_SOURCES for source in sources)


def test_the_sources_of_the_clot_and_of_the_cyst_are_those_of_the_guide() -> None:
    """Guide 2.1: K-1, K-2, K-4 and K-6 to K-8."""
    named = {cause.id: cause.sources for cause in english().causes}
    shorts = [source.short for source in sources_named(english(), named["blood_clot"])]
    assert {"Thrombosis UK", "NHS 111 Wales"} <= set(shorts)
    assert set(named["bakers_cyst"]) == {"R12", "R20", "R22", "R24", "R25"}


def test_the_pillars_name_sources_that_are_there() -> None:
    named = {name for item in pillars_of(english()).values() for name in item.sources}
    assert named <= set(basis().sources)


def test_every_source_carries_something() -> None:
    used = {name for cause in english().causes for name in cause.sources}
    used |= {name for one in basis().corrections for name in one.sources}
    used |= {name for item in pillars_of(english()).values() for name in item.sources}
    used |= {source.id for source in basis().sources.values() if source.areas}
    assert used == set(basis().sources)


def test_all_32_corrections_stand_in_a_group_and_say_how_they_were_read() -> None:
    """Guide 2.1 and 2.2."""
    found = {one.id: one for one in basis().corrections}
    assert len(found) == 32
    assert {one.group for one in found.values()} == set(Group)
    assert all(one.evidence for one in found.values())
    assert found["K-4"].evidence == (Evidence.OPENED, Evidence.SECONDARY)
    assert Evidence.OURS in found["K-9"].evidence
    assert found["K-20"].evidence == (Evidence.MEMORY,)


def test_a_pair_corrects_and_does_not_repeat() -> None:
    about = english().texts.about
    for words in (*about.corrections.values(), *about.readings.values()):
        assert words.told != words.holds
        assert words.told.endswith(".")
        assert words.holds.endswith(".")


def test_nobody_who_wrote_the_article_is_named() -> None:
    for text in strings_of(whole_tree()["texts"]["en"]["about"]):
        assert "youtube" not in text.lower()
        assert "@" not in text
        assert "www" not in text


def _put(*path: str | int, value: object) -> Damage:
    def damage(tree: Any) -> None:
        for step in path[:-1]:
            tree = tree[step]
        tree[path[-1]] = value

    return damage


KINDS: list[tuple[str, Damage, str]] = [
    (
        "source told by memory",
        _put("guidance", "sources", "source", 0, "evidence", value="memory"),
        "guidance/sources.toml: source[0].evidence: a source is opened or secondary",
    ),
    (
        "day that is none",
        _put("guidance", "sources", "source", 0, "read", value="November"),
        "guidance/sources.toml: source[0].read: a day such as 2026-11-24 is expected",
    ),
    (
        "source twice",
        _put("guidance", "sources", "source", 1, "id", value="R1"),
        'guidance/sources.toml: source[1].id: "R1" is there twice',
    ),
    (
        "cause without a known source",
        _put("guidance", "causes", "cause", 0, "sources", value=["R0"]),
        'guidance/causes.toml: blood_clot.sources: "R0" is no source, or there twice',
    ),
    (
        "correction read better than its sources",
        _put("guidance", "corrections", "correction", 0, "evidence", value=["secondary"]),
        "guidance/corrections.toml: correction[0].evidence: "
        "it does not fit how its sources were read",
    ),
    (
        "correction missing",
        _put("guidance", "corrections", "correction", 0, "id", value="K-99"),
        "guidance/corrections.toml: correction: K-1 is missing",
    ),
    (
        "pair without what holds",
        _put("texts", "en", "about", "corrections", "K-1", value={"told": "So."}),
        "texts/en/about.toml: corrections.K-1.holds: the words of this part of a pair are missing",
    ),
    (
        "point without words",
        _put("guidance", "framing", "point", 0, "id", value="other"),
        "texts/en/about.toml: points.other: the words of this entry are missing",
    ),
]


def _whole(tree: dict[str, Any]) -> Content:
    content = parse_content(tree, "en")
    require_about(content.texts.about, "en", basis_of(content))
    return content


@pytest.mark.parametrize(("damage", "sentence"), [k[1:] for k in KINDS], ids=[k[0] for k in KINDS])
def test_each_kind_of_damage_is_told(damage: Damage, sentence: str) -> None:
    tree = whole_tree()
    damage(tree)
    with pytest.raises(ContentError) as caught:
        _whole(tree)
    assert str(caught.value) == sentence


def test_the_undamaged_tree_is_whole() -> None:
    assert _whole(whole_tree()).texts.about.groups["safety"] == "Signs of danger"


@settings(max_examples=30)
@given(st.data())
def test_no_damage_ends_in_anything_but_a_sentence(data: st.DataObject) -> None:
    files = json.loads(json.dumps(dict(english().basis)))
    name = data.draw(st.sampled_from(sorted(files)))
    tables = next(iter(files[name].values()))
    place = data.draw(st.integers(0, len(tables) - 1))
    part = data.draw(st.sampled_from(sorted(tables[place])))
    tables[place][part] = data.draw(st.none() | st.integers() | st.text(max_size=4) | st.just([]))
    with suppress(ContentError):
        require_about(english().texts.about, "en", basis_of(replace(english(), basis=files)))


def test_the_document_is_what_the_data_give() -> None:
    path = make_content_sources.PRODUCT
    assert path.read_text("utf-8") == make_content_sources.document(), (
        "run packaging/make_content_sources.py"
    )


def test_the_document_tells_every_fact_correction_and_source() -> None:
    text = make_content_sources.PRODUCT.read_text("utf-8")
    rows = {line.split("|")[1].strip() for line in text.splitlines() if line.startswith("|")}
    assert {f"K-{n}" for n in range(1, 33)} <= rows
    assert {f"C-{n}" for n in range(1, 45)} <= rows
    assert {*basis().sources, "S-9", "X-4", "M-8", "E4-13"} <= rows
