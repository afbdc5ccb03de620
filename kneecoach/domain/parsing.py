"""Reading content trees with checks: every complaint names the file, the key and the reason.

The trees come from TOML files when the program is built and from one JSON file when it starts; both
are read by the same functions.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

Choice = TypeVar("Choice", bound=StrEnum)

# Facts of the content guide's section 1 (F-1, E1-5, ...), its corrections (K-) and readings (S-).
_FACT = re.compile(r"(?:F|A|C|T|E[1-4]|X|M|K|S)-[1-9][0-9]?")
_ID = re.compile(r"[A-Za-z][A-Za-z0-9_]*")


class ContentError(Exception):
    """A content file that can't be used; its text is one sentence naming file, key and reason."""

    def __init__(self, file: str, key: str, reason: str) -> None:
        super().__init__(f"{file}: {key}: {reason}")
        self.file = file
        self.key = key
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Table:
    """A table of a content file; every reading is checked and raises `ContentError`.

    `path` is where the table stands in its file, "" at the top.
    """

    file: str
    path: str
    values: Mapping[str, object]

    def at(self, key: str) -> str:
        """The whole name of a key of this table, as told in complaints."""
        return f"{self.path}.{key}" if self.path else key

    def error(self, key: str, reason: str) -> ContentError:
        """The complaint about a key of this table, to be raised."""
        return ContentError(self.file, self.at(key), reason)

    def only(self, known: Collection[str]) -> None:
        """Raise when a key is not among the known ones."""
        for key in self.values:
            if key not in known:
                raise self.error(key, "this key is not known here")

    def complete(self, known: Collection[str], what: str) -> None:
        """Raise when a known key is missing or another one is there; `what` says of what."""
        for key in known:
            if key not in self.values:
                raise self.error(key, f"the words of this {what} are missing")
        for key in self.values:
            if key not in known:
                raise self.error(key, f"there is no such {what}")

    def value(self, key: str) -> object:
        """Whatever stands at the key; raises when nothing does."""
        if key not in self.values:
            raise self.error(key, "this key is missing")
        return self.values[key]

    def text(self, key: str, longest: int = 1000) -> str:
        """A text that is not blank, of at most `longest` characters."""
        return checked_text(self.value(key), self, key, longest)

    def optional_text(self, key: str) -> str | None:
        """A text, or None where the key is missing."""
        return self.text(key) if key in self.values else None

    def number(self, key: str, low: int, high: int) -> int:
        """A whole number from `low` to `high`."""
        found = self.value(key)
        if isinstance(found, bool) or not isinstance(found, int):
            raise self.error(key, "a whole number is expected")
        if not low <= found <= high:
            raise self.error(key, f"{found} is not between {low} and {high}")
        return found

    def flag(self, key: str) -> bool:
        """Either true or false."""
        found = self.value(key)
        if not isinstance(found, bool):
            raise self.error(key, "true or false is expected")
        return found

    def choice(self, key: str, kind: type[Choice]) -> Choice:
        """One of the values of an enumeration."""
        return kind(self.one_of(key, tuple(kind)))

    def one_of(self, key: str, known: Collection[str]) -> str:
        """A text that is among the known ones."""
        found = self.text(key)
        if found not in known:
            raise self.error(key, f'"{found}" is none of {", ".join(sorted(known))}')
        return found

    def id(self, key: str = "id") -> str:
        """A name of letters, digits and underscores."""
        found = self.text(key)
        if not _ID.fullmatch(found):
            raise self.error(key, f'"{found}" is not made of letters, digits and underscores')
        return found

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts, which may be empty."""
        return tuple(
            checked_text(item, self, f"{key}[{place}]")
            for place, item in enumerate(self.items(key))
        )

    def some_of(self, key: str, known: Collection[str]) -> tuple[str, ...]:
        """A list of texts without repeats, each among the known ones."""
        found = self.texts(key)
        for place, item in enumerate(found):
            if item not in known:
                raise self.error(f"{key}[{place}]", f'"{item}" is not known')
            if item in found[:place]:
                raise self.error(f"{key}[{place}]", f'"{item}" is there twice')
        return found

    def facts(self, key: str = "facts") -> tuple[str, ...]:
        """A list of ids of the content guide's facts, without repeats."""
        found = self.texts(key)
        for place, item in enumerate(found):
            if not _FACT.fullmatch(item):
                raise self.error(f"{key}[{place}]", f'"{item}" is not the id of a fact')
            if item in found[:place]:
                raise self.error(f"{key}[{place}]", f'"{item}" is there twice')
        return found

    def items(self, key: str) -> list[object]:
        """A list of anything."""
        found = self.value(key)
        if not isinstance(found, list):
            raise self.error(key, "a list is expected")
        return found

    def table(self, key: str) -> Table:
        """The table under the key."""
        return as_table(self.value(key), self.file, self.at(key))

    def tables(self, key: str) -> tuple[Table, ...]:
        """A list of at least one table."""
        found = self.items(key)
        if not found:
            raise self.error(key, "there is nothing in this list")
        return tuple(
            as_table(item, self.file, self.at(f"{key}[{place}]"))
            for place, item in enumerate(found)
        )

    def all_texts(self) -> dict[str, str]:
        """The whole table, every value a text."""
        return {key: self.text(key) for key in self.values}


def as_table(tree: object, file: str, path: str = "") -> Table:
    """A tree as a table; raises `ContentError` when it is something else."""
    if not isinstance(tree, Mapping):
        raise ContentError(file, path or "the whole file", "a table is expected")
    return Table(file, path, tree)


def checked_text(found: object, table: Table, key: str, longest: int = 1000) -> str:
    """A text that is not blank, of at most `longest` characters; raises `ContentError`."""
    if not isinstance(found, str):
        raise table.error(key, "a text is expected")
    if not found.strip():
        raise table.error(key, "the text is empty")
    if len(found) > longest:
        raise table.error(key, f"{len(found)} characters are more than {longest}")
    return found
