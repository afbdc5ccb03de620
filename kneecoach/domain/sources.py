"""The sources the guidance rests on, how each was read and when."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from kneecoach.domain.parsing import Table, as_table

if TYPE_CHECKING:  # joined there, and read only when a page asks for it
    from kneecoach.domain.content import Content


class Evidence(StrEnum):
    """How something was read (guide 0), the firmest first."""

    OPENED = "opened"  # the passage was read in the source itself
    SECONDARY = "secondary"  # it was read in another source that reports it
    MEMORY = "memory"  # professional knowledge, not checked
    OURS = "ours"  # no source states it; chosen on the careful side


OF_SOURCES = (Evidence.OPENED, Evidence.SECONDARY)


class Area(StrEnum):
    """What rests on a source beside the causes, corrections and pillars that name it."""

    CHECK = "check"
    PAIN = "pain"
    STRENGTH = "strength"
    BALANCE = "balance"
    STRETCH = "stretch"
    MASSAGE = "massage"
    LOAD = "load"
    WORDING = "wording"


@dataclass(frozen=True, slots=True)
class Source:
    """One source; its id is that of the guide's section 8."""

    id: str
    title: str
    short: str  # the reference told on a card
    found: str  # where it was found
    evidence: Evidence  # OPENED or SECONDARY
    read: date  # when it was last read
    areas: tuple[Area, ...]


def sources_named(content: Content, ids: Collection[str]) -> tuple[Source, ...]:
    """These sources in the order of the file, without reading the others; raises `ContentError`."""
    file = file_of(as_table(content.basis, "guidance"), "sources", ("source",))
    return tuple(_source(table) for table in file.tables("source") if table.id() in ids)


def file_of(files: Table, name: str, keys: Collection[str]) -> Table:
    """A file of the guidance that has nothing but these lists; raises `ContentError`."""
    file = as_table(files.value(name), f"guidance/{name}.toml")
    file.only(keys)
    return file


def sources_of(file: Table) -> dict[str, Source]:
    """All sources by their ids, in the order of the file; raises `ContentError`."""
    found: dict[str, Source] = {}
    for table in file.tables("source"):
        source = _source(table)
        if source.id in found:
            raise table.error("id", f'"{source.id}" is there twice')
        found[source.id] = source
    return found


def _source(table: Table) -> Source:
    table.only(Source.__slots__)
    evidence = table.choice("evidence", Evidence)
    if evidence not in OF_SOURCES:
        raise table.error("evidence", f"a source is {' or '.join(OF_SOURCES)}")
    return Source(
        id=table.id(),
        title=table.text("title", 120),
        short=table.text("short", 40),
        found=table.text("found"),
        evidence=evidence,
        read=_day(table),
        areas=tuple(Area(name) for name in table.some_of("areas", tuple(Area))),
    )


def _day(table: Table) -> date:
    try:
        return date.fromisoformat(table.text("read"))
    except ValueError as error:
        raise table.error("read", "a day such as 2026-11-24 is expected") from error


def known(table: Table, ids: tuple[str, ...], sources: Mapping[str, Source]) -> tuple[str, ...]:
    """The ids, each once and of a source that is there; raises `ContentError`."""
    for place, name in enumerate(ids):
        if name not in sources or name in ids[:place]:
            raise table.error("sources", f'"{name}" is no source, or there twice')
    return ids
