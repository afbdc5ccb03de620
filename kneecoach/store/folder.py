"""The folder that holds everything the program writes, closed to everybody else."""

from __future__ import annotations

import os
import stat
import sys
from contextlib import suppress
from pathlib import Path

from kneecoach.store.trouble import told

OWNER_ONLY_FOLDER = 0o700
OWNER_ONLY_FILE = 0o600

HISTORY = "history.sqlite3"
SETTINGS = "settings.json"
BACKUPS = "backups"
LOGS = "logs"


def data_folder(option: Path | None) -> Path:
    """The data folder: the one asked for, or the platform's own; nothing is made yet."""
    if option is not None:
        return option.expanduser().absolute()
    import platformdirs  # only where no folder is named: it takes its time to load

    return Path(platformdirs.user_data_path("kneecoach", appauthor=False))


def prepare_folder(folder: Path) -> Path:
    """Make the folder (0700) where it is missing and narrow it where it is ours alone.

    Raises JournalError: read_only, full, missing_folder or unreadable.
    """
    with told(folder / HISTORY):
        _make(folder)
        narrow_folder(folder)
    return folder


def narrow_folder(folder: Path) -> None:
    """Close a folder of ours to everybody else; one that can't be changed stays as it is."""
    with suppress(OSError):
        if _may_be_narrowed(folder):
            folder.chmod(folder.stat().st_mode & OWNER_ONLY_FOLDER)  # takes rights, gives none


def close_to_others(file: Path) -> None:
    """Narrow a file of this user to 0600 where others could read it; raises OSError."""
    if sys.platform == "win32":
        return
    facts = file.stat()
    if facts.st_mode & 0o077 and facts.st_uid == os.geteuid():
        file.chmod(facts.st_mode & OWNER_ONLY_FILE)


def _make(folder: Path) -> None:
    if folder.is_dir():
        return
    _make(folder.parent)
    folder.mkdir(mode=OWNER_ONLY_FOLDER, exist_ok=True)


def _may_be_narrowed(folder: Path) -> bool:
    """True for a wider folder of this user that holds nothing but what this program writes.

    A home directory, a shared temporary folder or a mounted drive given by `--data-dir` keeps its
    rights: closing it would hurt other programs, and our files in it are 0600 all the same.
    """
    if sys.platform == "win32":
        return False  # rights there come from the profile folder
    facts = folder.stat()
    wide = bool(stat.S_IMODE(facts.st_mode) & 0o077)
    shared = bool(facts.st_mode & stat.S_ISVTX) or folder.is_mount()
    if not wide or shared or facts.st_uid != os.geteuid():
        return False
    return all(_is_ours(entry.name) for entry in folder.iterdir())


def _is_ours(name: str) -> bool:
    return name in (BACKUPS, LOGS) or name.startswith((HISTORY, SETTINGS))
