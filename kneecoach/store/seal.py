"""What ties the rows of the check to this installation: a key, and which row is the newest.

Each row's seal is worked out from its content and the seal before it. A row that was imported has
none, one that was changed by hand has a wrong one, and a history that was put back to an earlier
state does not hold the newest row any more. All of these may close and never open (guide 3.7). It
keeps nobody out who reads the key: it tells what this program wrote here from what it did not.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import os
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from kneecoach.store.whole_file import write_whole

_KEY_LENGTH = _SEAL_LENGTH = 32  # bytes
Sealed = tuple[int, bytes | None, bytes]  # number of the row, its seal, its content


@dataclass(frozen=True, slots=True)
class Mark:
    """The key, and number and seal of the newest row; 0 and nothing before the first row."""

    key: bytes
    number: int = 0
    newest: bytes = b""

    def seal_of(self, before: bytes, content: bytes) -> bytes:
        """The seal of a row of that content after a row with that seal."""
        return hmac.digest(self.key, before + content, hashlib.sha256)

    def own(self, rows: Iterable[Sealed], before: bytes) -> frozenset[int]:
        """The numbers of the rows that were written here; `before` is the seal before the first.

        A row that does not fit takes all before it along. Where the newest row is not among them
        none is ours.
        """
        own = set[int]()
        found = not self.number
        for number, seal, content in rows:
            if seal is None:
                continue
            if hmac.compare_digest(seal, self.seal_of(before, content)):
                own.add(number)
            else:
                own.clear()
            found = found or (number == self.number and seal == self.newest)
            before = seal
        return frozenset(own) if found else frozenset()


def new_mark() -> Mark:
    """A mark with a key that nobody had before."""
    return Mark(os.urandom(_KEY_LENGTH))


def seal_path(history: Path) -> Path:
    """Where the mark of a history is kept."""
    return history.with_name(f"{history.name}.seal")


def read_mark(history: Path) -> Mark | None:
    """The mark of a history, None where there is none that can be read."""
    with suppress(OSError, ValueError, TypeError, KeyError, AttributeError):
        tree = json.loads(seal_path(history).read_bytes())
        key, newest = bytes.fromhex(tree["key"]), bytes.fromhex(tree["newest"])
        number = tree["number"]
        lengths_fit = len(key) == _KEY_LENGTH and len(newest) == (_SEAL_LENGTH if number else 0)
        if lengths_fit and type(number) is int and number >= 0:
            return Mark(key, number, newest)
    return None


def write_mark(history: Path, mark: Mark) -> None:
    """Put the mark on the disk, 0600; raises OSError."""
    tree = {"key": mark.key.hex(), "number": mark.number, "newest": mark.newest.hex()}
    write_whole(seal_path(history), json.dumps(tree).encode())
