"""Whose turn it is to play on a history: one program's, until it ends, however it ends."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from kneecoach.store.folder import OWNER_ONLY_FILE


class Turn:
    """A lock on a file beside the history; the system lets it go when the program is gone.

    The history itself must not be opened for this: closing it would let go of SQLite's own locks.
    """

    def __init__(self, history: Path) -> None:
        self._path = history.with_name(f"{history.name}.playing")
        self._handle: int | None = None

    def take(self) -> bool:
        """Have the turn from now on; False while another program has it. Raises OSError."""
        if self._handle is not None:
            return True
        handle = os.open(self._path, os.O_RDWR | os.O_CREAT, OWNER_ONLY_FILE)
        if not _is_locked_by_us(handle):
            os.close(handle)
            return False
        self._handle = handle
        return True

    def leave(self) -> None:
        """Let another program have it; once more changes nothing."""
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None


if sys.platform == "win32":
    import msvcrt

    def _is_locked_by_us(handle: int) -> bool:
        """Lock one byte without waiting; False where another program has it."""
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _is_locked_by_us(handle: int) -> bool:
        """Lock the file without waiting; False where another program has it.

        A file system that knows no locks lets everybody have the turn.
        """
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError:
            return True
        return True
