"""Writing a small file so that there is always the old one or the new one, never half of it."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from kneecoach.store.folder import OWNER_ONLY_FILE


def write_whole(path: Path, content: bytes) -> None:
    """Put `content` in place of `path` (0600), on the disk when this returns; raises OSError."""
    beside = path.with_name(f"{path.name}.new-{os.urandom(4).hex()}")
    try:
        _write_new(beside, content)
        beside.replace(path)
    except OSError:
        beside.unlink(missing_ok=True)
        raise
    sync_folder(path.parent)


def _write_new(path: Path, content: bytes) -> None:
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, OWNER_ONLY_FILE)
    with os.fdopen(handle, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def sync_folder(folder: Path) -> None:
    """Wait until the names in a folder are on the disk; Windows has no such call."""
    if sys.platform == "win32":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
