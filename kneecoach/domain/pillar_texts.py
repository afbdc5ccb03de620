"""The three things that help (guide 1.4): what each page tells, where it is from, and its words."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from kneecoach.domain.parsing import Table, as_table

if TYPE_CHECKING:  # joined there, and read only when a page is opened
    from kneecoach.domain.content import Content

TITLE_LENGTH = 40  # characters
LINE_LENGTH = 90  # characters
POINT_LENGTH = 160  # characters
# What one may be locked by although it is no exercise (guide 3.7).
LOCKS = ("brace",)
_SOURCE = re.compile(r"R[1-9][0-9]{0,2}[a-z]?")  # sources of the guide's section 8


class Pillar(StrEnum):
    """The page an item stands on; those of PLAN tell how the three belong together."""

    LOAD = "load"
    MASSAGE = "massage"
    PLAN = "plan"


class SourceKind(StrEnum):
    """What an item rests on (look-pages 0.1): the article, a study, or our own choice."""

    ARTICLE = "article"
    STUDY = "study"
    OURS = "ours"


@dataclass(frozen=True, slots=True)
class PillarText:
    """The words of one item; `source` is told where its tag is opened, empty where it has none."""

    title: str
    lead: str
    points: tuple[str, ...]
    cautions: tuple[str, ...]
    source: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PillarItem:
    """One item with its words.

    `locks` close what it tells how to do, beside the exercises it starts; `sources` are keys of the
    guide's section 8.
    """

    id: str
    pillar: Pillar
    kind: SourceKind
    sources: tuple[str, ...]
    locks: tuple[str, ...]
    exercises: tuple[str, ...]
    facts: tuple[str, ...]
    text: PillarText


def pillars_of(content: Content) -> Mapping[str, PillarItem]:
    """All items by their ids, in the order shown; raises `ContentError`."""
    file = as_table(content.pillars, "guidance/pillars.toml")
    file.only(("item",))
    texts, exercises = content.texts.pillars, content.catalogue.exercises
    tables = {table.id(): table for table in file.tables("item")}
    if len(tables) != len(file.tables("item")):
        raise file.error("item", "an id is there twice")
    named = Table(f"texts/{content.texts.language}/pillars.toml", "", texts)
    named.complete(tables, "item")
    return {name: _item(table, exercises, texts[name]) for name, table in tables.items()}


def parse_pillar_texts(file: Table) -> dict[str, PillarText]:
    """The words of the items from their file; raises `ContentError`."""
    return {name: _text(file.table(name)) for name in file.values}


def _item(table: Table, exercises: Collection[str], text: PillarText) -> PillarItem:
    table.only(("id", "pillar", "kind", "sources", "locks", "exercises", "facts"))
    return PillarItem(
        id=table.id(),
        pillar=table.choice("pillar", Pillar),
        kind=table.choice("kind", SourceKind),
        sources=_sources(table),
        locks=table.some_of("locks", LOCKS) if "locks" in table.values else (),
        exercises=table.some_of("exercises", exercises) if "exercises" in table.values else (),
        facts=table.facts(),
        text=text,
    )


def _sources(table: Table) -> tuple[str, ...]:
    found = table.texts("sources")
    for place, key in enumerate(found):
        if not _SOURCE.fullmatch(key) or key in found[:place]:
            raise table.error(f"sources[{place}]", f'"{key}" is no source, or there twice')
    return found


def _text(table: Table) -> PillarText:
    table.only(PillarText.__slots__)
    return PillarText(
        title=table.text("title", TITLE_LENGTH),
        lead=table.text("lead", LINE_LENGTH),
        points=_lines(table, "points"),
        cautions=_lines(table, "cautions"),
        source=_lines(table, "source"),
    )


def _lines(table: Table, key: str) -> tuple[str, ...]:
    """The list at the key, empty where there is none."""
    if key not in table.values:
        return ()
    parts = {f"{key}[{place}]": part for place, part in enumerate(table.items(key))}
    items = Table(table.file, table.path, parts)
    return tuple(items.text(part, POINT_LENGTH) for part in parts)
