"""Finding out what a history file is before anything may change it, and opening or making it."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

from kneecoach.store.folder import OWNER_ONLY_FILE, prepare_folder
from kneecoach.store.migrations import APPLICATION_ID, VERSION, major, migrate, version_text
from kneecoach.store.trouble import stopped
from kneecoach.store.whole_file import sync_folder

_MAGIC = b"SQLite format 3\x00"
_HEADER = 100  # bytes
_LOG_HEADER, _FRAME = 32, 24  # bytes of a write-ahead log, and before each page in it


def refuse_foreign(path: Path) -> None:
    """Raise JournalError unless the file is a history this program may open; only reads.

    damaged: empty, cut or no database; not_ours: another program's; newer: a newer major version.
    A file of 0 bytes is damage, never a first start: a new file gets its name when it is complete.
    """
    header = _read_header(path)
    if len(header) < _HEADER or not header.startswith(_MAGIC):
        raise stopped("damaged", path)
    version = _version_at(header, 0)
    if int.from_bytes(header[68:72], "big") != APPLICATION_ID or major(version) == 0:
        raise stopped("not_ours", path)
    version = max(version, _version_in_log(path))
    if major(version) > major(VERSION):
        found, known = version_text(version), version_text(VERSION)
        raise stopped("newer", path, found=found, known=known)


def _version_at(content: bytes, page: int) -> int:
    """The version told by the first page of a database that begins there."""
    return int.from_bytes(content[page + 60 : page + 64], "big")


def _version_in_log(path: Path) -> int:
    """The newest version in a write-ahead log beside the file, 0 where there is none.

    A newer program that was killed leaves what it wrote there, not in the file. The layout is that
    of sqlite.org/fileformat2.html, section 4.1.
    """
    log = path.with_name(f"{path.name}-wal")
    content = log.read_bytes() if log.is_file() else b""
    step = _FRAME + int.from_bytes(content[8:12], "big")
    starts = range(_LOG_HEADER, len(content) - step + 1, step)
    first_pages = (at for at in starts if content[at : at + 4] == b"\x00\x00\x00\x01")
    return max((_version_at(content, at + _FRAME) for at in first_pages), default=0)


def is_there(path: Path) -> bool:
    """True where something has that name; raises JournalError where that can't be found out."""
    try:
        path.lstat()
    except FileNotFoundError:
        return False
    except PermissionError as error:
        raise stopped("unreadable", path) from error
    return True


def _read_header(path: Path) -> bytes:
    try:
        if not path.is_file():
            raise stopped("not_ours" if path.exists() else "missing_folder", path)
        with path.open("rb") as file:
            return file.read(_HEADER)
    except PermissionError as error:
        raise stopped("unreadable", path) from error


def may_write(path: Path) -> bool:
    """True where the file and its folder may be written by whoever runs the program."""
    effective = os.access in os.supports_effective_ids
    return all(os.access(place, os.W_OK, effective_ids=effective) for place in (path, path.parent))


def connect(path: Path, patience_ms: int, read_only: bool) -> sqlite3.Connection:
    """A connection to an existing, accepted file, in autocommit mode.

    DELETE and EXTRA lose nothing at a power cut, where WAL with NORMAL loses saved sessions.
    """
    mode = "ro" if read_only else "rw"
    connection = sqlite3.connect(
        f"{path.absolute().as_uri()}?mode={mode}",
        uri=True,
        timeout=patience_ms / 1000,
        isolation_level=None,
    )
    try:
        _set_up(connection, read_only)
    except BaseException:
        connection.close()
        raise
    return connection


def _set_up(connection: sqlite3.Connection, read_only: bool) -> None:
    """`recursive_triggers` makes REPLACE meet the triggers that keep finished sessions, too."""
    pragmas = ("foreign_keys = ON", "trusted_schema = OFF", "cell_size_check = ON")
    for pragma in (*pragmas, "recursive_triggers = ON", "mmap_size = 0"):
        connection.execute(f"PRAGMA {pragma}")
    if not read_only:
        for pragma in ("journal_mode = DELETE", "synchronous = EXTRA", "secure_delete = ON"):
            connection.execute(f"PRAGMA {pragma}")


def make_new(path: Path, patience_ms: int) -> None:
    """Make an empty history under a passing name and give it its own when it is complete.

    Where another program was faster its file stays.
    """
    prepare_folder(path.parent)
    _set_aside_stray_journal(path)
    beside = path.with_name(f"{path.name}.new-{os.urandom(4).hex()}")
    try:
        os.close(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, OWNER_ONLY_FILE))
        connection = connect(beside, patience_ms, read_only=False)
        try:
            migrate(connection)
        finally:
            connection.close()
        _give_name(beside, path)
    finally:
        beside.unlink(missing_ok=True)
    sync_folder(path.parent)


def _give_name(beside: Path, path: Path) -> None:
    """Name the file `path` unless something has that name already."""
    try:
        os.link(beside, path)
    except FileExistsError:
        return
    except OSError:  # a file system without hard links
        if not path.exists():
            beside.rename(path)


def _set_aside_stray_journal(path: Path) -> None:
    """A journal left by a file that is gone would be rolled back into the new one."""
    journal = path.with_name(f"{path.name}-journal")
    if journal.exists():
        journal.rename(path.with_name(f"{path.name}-journal.stray-{os.urandom(4).hex()}"))
