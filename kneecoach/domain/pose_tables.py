"""Tables of a pose file that know where they stand, to say so when something is wrong."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import isfinite
from typing import TypeVar

from kneecoach.domain.parsing import ContentError

Word = TypeVar("Word", bound=str)


class PoseError(ContentError):
    """A pose file that can't be used; its text is one sentence naming file, key and reason."""


@dataclass(frozen=True, slots=True)
class PoseTable:
    """One table of a pose file. Every reading raises PoseError where the value does not fit."""

    file: str
    where: str
    tree: Mapping[str, object]

    def wrong(self, key: str, reason: str) -> PoseError:
        """The error to raise about a key of this table."""
        return PoseError(self.file, self._path(key), reason)

    def allow(self, known: Iterable[str]) -> None:
        """Refuse keys that mean nothing, so that a slip of the pen is not passed over."""
        for key in sorted(self.tree.keys() - set(known)):
            raise self.wrong(key, "this key is not known")

    def table(self, key: str) -> PoseTable:
        """The table under a key, which has to be there."""
        return pose_table(self.file, self._path(key), self.tree.get(key))

    def tables(self, key: str) -> list[PoseTable]:
        """The tables of a list; none where the key is missing."""
        where = self._path(key)
        return [pose_table(self.file, f"{where}[{n}]", t) for n, t in enumerate(self._list(key))]

    def number(self, key: str, default: float) -> float:
        """A number, or the default where the key is missing."""
        return self._number(key, self.tree.get(key, default))

    def numbers(self, key: str, count: int) -> list[float]:
        """A row of that many numbers, which has to be there."""
        return self._row(key, self.tree.get(key), count)

    def rows(self, key: str, count: int) -> list[list[float]]:
        """Rows of that many numbers; none where the key is missing."""
        return [self._row(key, row, count) for row in self._list(key)]

    def flag(self, key: str) -> bool:
        """True or false; false where the key is missing."""
        value = self.tree.get(key, False)
        if not isinstance(value, bool):
            raise self.wrong(key, "must be true or false")
        return value

    def text(self, key: str) -> str:
        """A name; "" where the key is missing."""
        value = self.tree.get(key, "")
        if not isinstance(value, str):
            raise self.wrong(key, "must be a text")
        return value

    def word(self, key: str, choices: Iterable[Word], default: Word) -> Word:
        """One of the words allowed, or the default where the key is missing."""
        return self._word(key, self.tree.get(key, default), choices)

    def words(self, key: str, choices: Iterable[Word]) -> tuple[Word, ...]:
        """Some of the words allowed; none where the key is missing."""
        allowed = tuple(choices)
        return tuple(self._word(key, value, allowed) for value in self._list(key))

    def _path(self, key: str) -> str:
        return f"{self.where}.{key}" if self.where else key

    def _list(self, key: str) -> list[object]:
        value = self.tree.get(key, [])
        if not isinstance(value, list):
            raise self.wrong(key, "must be a list")
        return value

    def _row(self, key: str, row: object, count: int) -> list[float]:
        if not isinstance(row, list) or len(row) != count:
            raise self.wrong(key, f"must be {count} numbers")
        return [self._number(key, value) for value in row]

    def _number(self, key: str, value: object) -> float:
        if isinstance(value, bool) or not isinstance(value, int | float) or not isfinite(value):
            raise self.wrong(key, "must be a number")
        return float(value)

    def _word(self, key: str, value: object, choices: Iterable[Word]) -> Word:
        allowed = tuple(choices)
        for choice in allowed:
            if value == choice:
                return choice
        raise self.wrong(key, f"must be one of {', '.join(allowed)}")


def pose_table(file: str, where: str, tree: object) -> PoseTable:
    """A value of a pose file as a table. Raises PoseError where it is none."""
    if not isinstance(tree, Mapping):
        raise PoseError(file, where or "the file", "must be a table")
    return PoseTable(file, where, tree)
