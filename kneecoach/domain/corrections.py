"""What the guidance tells differently, how it reads what stays open, and what it leaves out."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, TypeVar

from kneecoach.domain.parsing import Table, as_table
from kneecoach.domain.sources import OF_SOURCES, Evidence, Source, file_of, known, sources_of

if TYPE_CHECKING:  # joined there, and read only when a page asks for it
    from kneecoach.domain.content import Content

CORRECTIONS = 32  # K-1 to K-32 (guide 2.1, 2.2)
READINGS = 9  # S-1 to S-9 (guide 1.9)


class Group(StrEnum):
    """What a correction is about, in the order shown."""

    SAFETY = "safety"
    CAUSES = "causes"
    LOAD = "load"
    MASSAGE = "massage"
    EXERCISES = "exercises"
    KNEE = "knee"


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


def basis_of(content: Content) -> Basis:
    """The basis of that content; raises `ContentError`, also for a cause with an unknown source."""
    files = as_table(content.basis, "guidance")
    sources = sources_of(file_of(files, "sources", ("source",)))
    changed = file_of(files, "corrections", ("correction", "reading"))
    framing = file_of(files, "framing", ("point", "left_out"))
    corrections = _each(changed, "correction", lambda table: _correction(table, sources))
    readings = _each(changed, "reading", _told_by_number)
    _whole(changed, "correction", "K", [one.id for one in corrections], CORRECTIONS)
    _whole(changed, "reading", "S", [one.id for one in readings], READINGS)
    for cause in content.causes:
        known(Table("guidance/causes.toml", cause.id, {}), cause.sources, sources)
    return Basis(
        sources=sources,
        corrections=corrections,
        readings=readings,
        points=_each(framing, "point", _told),
        left_out=_each(framing, "left_out", _told),
    )


_One = TypeVar("_One", Correction, Told)


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


def _correction(table: Table, sources: Mapping[str, Source]) -> Correction:
    table.only(Correction.__slots__)
    correction = Correction(
        id=table.text("id"),
        group=table.choice("group", Group),
        facts=table.facts(),
        sources=known(table, table.texts("sources"), sources),
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
