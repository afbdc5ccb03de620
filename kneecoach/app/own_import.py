"""Gives Python its own import back once Qt is loaded.

PySide puts an import of its own in the place of Python's, for `from __feature__ import ...`: it
reads the source of each module that is imported to see whether it names PySide. Nothing here asks
for such features, and each page opened for the first time would wait for it
(docs/decisions.md, "Start").
"""

from __future__ import annotations

import builtins

import PySide6.QtCore  # noqa: F401  the import is replaced when this is loaded


def restore() -> None:
    """From here on modules are imported by Python alone; nothing happens where they are already."""
    own = getattr(builtins, "__orig_import__", None)
    if own is not None:
        builtins.__import__ = own
