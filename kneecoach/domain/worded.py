"""Reading words whose length and whose {gaps} are fixed: complaints name file, key and reason."""

from __future__ import annotations

from collections.abc import Collection
from string import Formatter

from kneecoach.domain.parsing import Table

LONGEST = 250  # characters of a text that has no limit of its own


def worded(table: Table, key: str, longest: int = LONGEST, gaps: Collection[str] = ()) -> str:
    """The text at the key: at most `longest` characters, with exactly these gaps, each once.

    A gap is counted as it is written, {name}. Raises `ContentError`.
    """
    text = table.text(key, longest)
    found = _gaps(table, key, text)
    for gap in gaps:
        if found.count(gap) != 1:
            raise table.error(key, f"the gap {{{gap}}} is not there exactly once")
    for gap in found:
        if gap not in gaps:
            raise table.error(key, f"nothing fills the gap {{{gap}}}")
    return text


def lines(table: Table, key: str, longest: int) -> tuple[str, ...]:
    """The list of texts at the key: at least one, each as `worded` without gaps."""
    found = table.items(key)
    if not found:
        raise table.error(key, "there is nothing in this list")
    parts = {f"{key}[{place}]": part for place, part in enumerate(found)}
    items = Table(table.file, table.path, parts)
    return tuple(worded(items, part, longest) for part in parts)


def _gaps(table: Table, key: str, text: str) -> list[str]:
    try:
        parts = list(Formatter().parse(text))
    except ValueError as error:
        raise table.error(key, "a gap is not written as {name}") from error
    if any(spec or conversion for _, _, spec, conversion in parts):
        raise table.error(key, "a gap is not written as {name}")
    return [name for _, name, _, _ in parts if name is not None]
