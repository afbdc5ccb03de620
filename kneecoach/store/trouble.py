"""What SQLite and the system say when they can't, turned into the codes the texts know."""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kneecoach.domain.history import JournalError

_PRIMARY = 0xFF  # the low byte of an extended SQLite result code

# SQLITE_ERROR on our own fixed statements means that a table or column of ours is not there.
_SQLITE_CODES = {
    sqlite3.SQLITE_ERROR: "damaged",
    sqlite3.SQLITE_CORRUPT: "damaged",
    sqlite3.SQLITE_NOTADB: "damaged",
    sqlite3.SQLITE_BUSY: "locked",
    sqlite3.SQLITE_LOCKED: "locked",
    sqlite3.SQLITE_FULL: "full",
    sqlite3.SQLITE_READONLY: "read_only",
    sqlite3.SQLITE_PERM: "read_only",
}

_SYSTEM_CODES = {
    errno.ENOSPC: "full",
    errno.EDQUOT: "full",
    errno.EACCES: "read_only",
    errno.EPERM: "read_only",
    errno.EROFS: "read_only",
    errno.ENOENT: "missing_folder",
    errno.ENOTDIR: "missing_folder",
    errno.EEXIST: "missing_folder",  # a file has the name the folder should have
}

# These say that the program is wrong, not the user's world: they stay what they are.
_OUR_MISTAKES = (
    sqlite3.IntegrityError,
    sqlite3.ProgrammingError,
    sqlite3.InterfaceError,
    sqlite3.NotSupportedError,
)


def sqlite_code(error: sqlite3.Error, path: Path) -> str:
    """The code of an error of SQLite at that file."""
    number = getattr(error, "sqlite_errorcode", None)
    if number is None:  # text that is not UTF-8, found by Python while reading a row
        return "damaged"
    if number == sqlite3.SQLITE_READONLY_DBMOVED or not path.parent.is_dir():
        return "missing_folder"
    return _SQLITE_CODES.get(number & _PRIMARY, "unreadable")


def system_code(error: OSError) -> str:
    """The code of an error of the system."""
    return _SYSTEM_CODES.get(error.errno or 0, "unreadable")


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Raise `JournalError` about the file where SQLite or the system gives up inside."""
    try:
        yield
    except _OUR_MISTAKES:
        raise
    except sqlite3.Error as error:
        raise stopped(sqlite_code(error, path), path) from error
    except UnicodeDecodeError as error:  # SQLite quotes damaged bytes in what it says
        raise stopped("damaged", path) from error
    except OSError as error:
        raise stopped(system_code(error), path) from error


def stopped(code: str, path: Path, **fields: str) -> JournalError:
    """The error of that code about a file, or about its folder where that is what is missing."""
    place = path.parent if code == "missing_folder" else path
    return JournalError(code, path=str(place), **fields)
