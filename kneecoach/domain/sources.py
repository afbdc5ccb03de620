"""What the guidance rests on: sources, what is told differently for them, what is left out."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, TypeVar

from kneecoach.domain.parsing import Table, as_table

if TYPE_CHECKING:  # joined there, and read only when a page asks for it
    from kneecoach.domain.content import Content

CORRECTIONS = 32  # K-1 to K-32 (guide 2.1, 2.2)
READINGS = 9  # S-1 to S-9 (guide 1.9)


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


class Group(StrEnum):
    """What a correction is about, in the order shown."""

    SAFETY = "safety"
    CAUSES = "causes"
    LOAD = "load"
    MASSAGE = "massage"
    EXERCISES = "exercises"
    KNEE = "knee"


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


@dataclass(frozen=True, slots=True)
class Correction:
    """Something told differently here (guide 2): the facts it changes and all it rests on."""

    id: str
    group: Group
    facts: tuple[str, ...]
    sources: tuple[str, ...]
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """A point, a reading or something left out, with the facts it is about."""

    id: str
    facts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Basis:
    """Everything the guidance rests on, each part in the order shown."""

    sources: Mapping[str, Source]
    corrections: tuple[Correction, ...]
    readings: tuple[Told, ...]
    points: tuple[Told, ...]
    left_out: tuple[Told, ...]


def sources_named(content: Content, ids: Collection[str]) -> tuple[Source, ...]:
    """These sources in the order of the file, without reading the others; raises `ContentError`."""
    file = _file(as_table(content.basis, "guidance"), "sources", ("source",))
    return tuple(_source(table) for table in file.tables("source") if table.id() in ids)


def basis_of(content: Content) -> Basis:
    """The basis of that content; raises `ContentError`, also for a cause with an unknown source."""
    files = as_table(content.basis, "guidance")
    sources = _sources(_file(files, "sources", ("source",)))
    changed = _file(files, "corrections", ("correction", "reading"))
    framing = _file(files, "framing", ("point", "left_out"))
    corrections = _each(changed, "correction", lambda table: _correction(table, sources))
    readings = _each(changed, "reading", _told_by_number)
    _whole(changed, "correction", "K", [one.id for one in corrections], CORRECTIONS)
    _whole(changed, "reading", "S", [one.id for one in readings], READINGS)
    for cause in content.causes:
        _known(Table("guidance/causes.toml", cause.id, {}), cause.sources, sources)
    return Basis(
        sources=sources,
        corrections=corrections,
        readings=readings,
        points=_each(framing, "point", _told),
        left_out=_each(framing, "left_out", _told),
    )


_One = TypeVar("_One", Correction, Told)


def _file(files: Table, name: str, keys: Collection[str]) -> Table:
    file = as_table(files.value(name), f"guidance/{name}.toml")
    file.only(keys)
    return file


def _each(file: Table, key: str, parse: Callable[[Table], _One]) -> tuple[_One, ...]:
    found = tuple(parse(table) for table in file.tables(key))
    ids = [one.id for one in found]
    for place, name in enumerate(ids):
        if name in ids[:place]:
            raise file.error(f"{key}[{place}]", f'"{name}" is there twice')
    return found


def _whole(file: Table, key: str, letter: str, ids: Collection[str], count: int) -> None:
    """Raise unless all of the guide's numbers are there."""
    for number in range(1, count + 1):
        if f"{letter}-{number}" not in ids:
            raise file.error(key, f"{letter}-{number} is missing")


def _sources(file: Table) -> dict[str, Source]:
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


def _correction(table: Table, sources: Mapping[str, Source]) -> Correction:
    table.only(Correction.__slots__)
    correction = Correction(
        id=table.text("id"),
        group=table.choice("group", Group),
        facts=table.facts(),
        sources=_known(table, table.texts("sources"), sources),
        evidence=tuple(Evidence(name) for name in table.some_of("evidence", tuple(Evidence))),
    )
    if not correction.evidence:
        raise table.error("evidence", "what it rests on is missing")
    read = {sources[name].evidence for name in correction.sources}
    if read != set(correction.evidence) & set(OF_SOURCES):
        raise table.error("evidence", "it does not fit how its sources were read")
    return correction


def _told_by_number(table: Table) -> Told:
    table.only(Told.__slots__)
    return Told(table.text("id"), table.facts())


def _told(table: Table) -> Told:
    table.only(Told.__slots__)
    return Told(table.id(), table.facts())


def _known(table: Table, ids: tuple[str, ...], sources: Mapping[str, Source]) -> tuple[str, ...]:
    for place, name in enumerate(ids):
        if name not in sources or name in ids[:place]:
            raise table.error("sources", f'"{name}" is no source, or there twice')
    return ids
