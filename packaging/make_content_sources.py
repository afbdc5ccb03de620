"""Make `docs/content-sources.md` from the content: every fact, where it is told and on what ground.

Needed after a change of `assets/` or of `packaging/content_sources.md`, which has the prose:
python packaging/make_content_sources.py
"""

from __future__ import annotations

import sys
import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from kneecoach.domain.anatomy_tables import parse_anatomy  # noqa: E402
from kneecoach.domain.check_reach import whole_check  # noqa: E402
from kneecoach.domain.content import Content  # noqa: E402
from kneecoach.domain.corrections import Basis, Correction, Told, basis_of  # noqa: E402
from kneecoach.domain.pillar_texts import pillars_of  # noqa: E402
from kneecoach.domain.sources import OF_SOURCES  # noqa: E402
from kneecoach.store.content import compile_content, read_content  # noqa: E402

PRODUCT = ROOT / "docs" / "content-sources.md"
PROSE = ROOT / "packaging" / "content_sources.md"
ARTICLE = "article"


class Telling(NamedTuple):
    """An item of the content that tells facts: where a person sees it, and what it rests on."""

    place: str
    facts: tuple[str, ...]
    sources: tuple[str, ...] = ()


def tellings(content: Content) -> Iterator[Telling]:
    """Every item that tells facts, in the order of the content."""
    texts = content.texts
    for exercise in content.catalogue.exercises.values():
        yield Telling(f"Exercises: {texts.exercises[exercise.id].name}", exercise.facts)
    for cause in content.causes:
        yield Telling(f"My knee: {texts.causes[cause.id].name}", cause.facts, cause.sources)
    for item in pillars_of(content).values():
        yield Telling(f"What helps: {item.text.title}", item.facts, item.sources)
    for sign in content.signs:
        yield Telling(f"Warning signs: {sign.id}", sign.facts)
    for asked in whole_check(content.check).signs.values():
        yield Telling(f"Check: {asked.id}", asked.facts)
    atlas = parse_anatomy(content.anatomy)
    yield Telling("My knee: the drawing", atlas.facts)
    for structure in atlas.structures.values():
        words = texts.structures.get(structure.id)  # some are only drawn
        if words is not None:
            yield Telling(f"My knee, drawing: {words.name}", structure.facts)
    basis = basis_of(content)
    for point in basis.points:
        yield Telling("About this guidance: what it is", point.facts)
    for one in basis.corrections:
        yield Telling(f"About this guidance: {one.id}", (*one.facts, one.id), one.sources)


def document(root: Path = ROOT) -> str:
    """The whole document; raises `ContentError` for a file that can't be used."""
    content = read_content(compile_content(root / "assets"), "en")
    facts = tomllib.loads((root / "assets" / "facts.toml").read_text("utf-8"))["facts"]
    basis, told = basis_of(content), list(tellings(content))
    text = (root / "packaging" / "content_sources.md").read_text("utf-8")
    for mark, lines in (
        ("facts", fact_rows(facts, basis, told)),
        ("left_out", left_out_rows(content, basis)),
        ("corrections", correction_rows(content, basis)),
        ("readings", reading_rows(content, basis)),
        ("causes", cause_rows(content, basis)),
        ("sources", source_rows(basis, told)),
    ):
        text = text.replace(f"@{mark}@", "\n".join(lines))
    return text


def table(heads: Iterable[str], rows: Iterable[Iterable[str]]) -> Iterator[str]:
    """A table as lines."""
    heads = list(heads)
    yield "| " + " | ".join(heads) + " |"
    yield "|" + "---|" * len(heads)
    for row in rows:
        yield "| " + " | ".join(cell or "–" for cell in row) + " |"


def fact_rows(facts: dict[str, str], basis: Basis, told: list[Telling]) -> Iterator[str]:
    """Each fact with its place, what changes it, its sources and how they were read."""
    left_out = {fact for one in basis.left_out for fact in one.facts}
    changes: list[Correction | Told] = [*basis.corrections, *basis.readings]

    def row(fact: str, words: str) -> tuple[str, ...]:
        by = [one.id for one in changes if fact in one.facts]
        places = [one.place for one in told if fact in one.facts]
        if fact in left_out:
            places = ["left out on purpose"]
        sources, tags = ground(fact, basis, told)
        return (fact, words, ", ".join(by), "; ".join(places), ", ".join(sources), ", ".join(tags))

    heads = ("fact", "in a few words", "changed by", "where it is told", "source", "tag")
    return table(heads, (row(fact, words) for fact, words in facts.items()))


def ground(fact: str, basis: Basis, told: list[Telling]) -> tuple[list[str], list[str]]:
    """The sources of a fact and how they were read."""
    changed = [one for one in basis.corrections if fact in one.facts]
    if changed:
        sources = sorted_ids({name for one in changed for name in one.sources})
        return sources, list(dict.fromkeys(tag for one in changed for tag in one.evidence))
    sources = sorted_ids({name for one in told if fact in one.facts for name in one.sources})
    read = {basis.sources[name].evidence for name in sources}
    return sources, [tag.value for tag in OF_SOURCES if tag in read] or [ARTICLE]


def sorted_ids(ids: Iterable[str]) -> list[str]:
    """Ids such as R35 and R35b in the order of their numbers."""
    return sorted(ids, key=lambda name: (int("".join(c for c in name if c.isdigit())), name))


def left_out_rows(content: Content, basis: Basis) -> Iterator[str]:
    """What is not told, and why."""
    words = content.texts.about.left_out
    rows = ((", ".join(one.facts), words[one.id]) for one in basis.left_out)
    return table(("fact", "what and why"), rows)


def correction_rows(content: Content, basis: Basis) -> Iterator[str]:
    """The corrections by their numbers."""
    words = content.texts.about.corrections
    by_number = sorted(basis.corrections, key=lambda one: int(one.id[2:]))
    rows = (
        (
            *(one.id, ", ".join(one.facts), words[one.id].told, words[one.id].holds),
            *(", ".join(one.sources), ", ".join(one.evidence)),
        )
        for one in by_number
    )
    return table(("id", "changes", "often told", "what holds", "sources", "tag"), rows)


def reading_rows(content: Content, basis: Basis) -> Iterator[str]:
    """The readings by their numbers."""
    words = content.texts.about.readings
    rows = (
        (one.id, ", ".join(one.facts), words[one.id].told, words[one.id].holds)
        for one in basis.readings
    )
    return table(("id", "facts", "where it stays open", "what is meant"), rows)


def cause_rows(content: Content, basis: Basis) -> Iterator[str]:
    """The causes with their exercises and sources."""
    texts = content.texts

    def exercises(names: Iterable[str], conditions: dict[str, str]) -> str:
        return ", ".join(f"{n} ({conditions[n]})" if n in conditions else n for n in names)

    rows = (
        (
            texts.causes[cause.id].name,
            exercises(
                cause.exercises,
                {n: texts.conditions[c].lower() for n, c in cause.conditions.items()},
            ),
            ", ".join(cause.sources),
            min(basis.sources[name].read for name in cause.sources).isoformat(),
        )
        for cause in content.causes
    )
    return table(("cause", "exercises", "sources", "read"), rows)


def source_rows(basis: Basis, told: list[Telling]) -> Iterator[str]:
    """The sources with what rests on each."""

    def used(name: str) -> str:
        places = [one.place for one in told if name in one.sources]
        return "; ".join([*basis.sources[name].areas, *dict.fromkeys(places)])

    rows = (
        (one.id, one.title, one.evidence, one.read.isoformat(), used(one.id), one.found)
        for one in basis.sources.values()
    )
    return table(("id", "source", "tag", "read", "for", "found at"), rows)


def main() -> int:
    """Write the document."""
    PRODUCT.write_text(document(), encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
