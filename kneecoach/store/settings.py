"""The settings file: read forgivingly, written whole."""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import fields
from enum import Enum
from pathlib import Path
from typing import Any

from kneecoach.domain.settings import Settings
from kneecoach.store.folder import SETTINGS, prepare_folder
from kneecoach.store.trouble import told
from kneecoach.store.whole_file import write_whole

FORMAT = "kneecoach.settings/1"
_LARGEST = 65_536  # bytes; ours has a few hundred


def load_settings(folder: Path) -> Settings:
    """The choices kept in a folder; what is missing, damaged or unknown is its default.

    A damaged file is kept beside as settings.json.damaged. Never raises.
    """
    path = folder / SETTINGS
    try:
        with path.open("rb") as file:
            content = file.read(_LARGEST + 1)
    except OSError:
        return Settings()
    try:
        return _settings_of(content)
    except (ValueError, RecursionError):
        with suppress(OSError):
            path.replace(path.with_name(f"{SETTINGS}.damaged"))
        return Settings()


def save_settings(folder: Path, settings: Settings) -> None:
    """Keep the choices; the file is whole at any moment, its folder is made.

    Raises JournalError: full, read_only, missing_folder or unreadable.
    """
    tree = {field.name: getattr(settings, field.name) for field in fields(settings)}
    text = json.dumps({"format": FORMAT} | tree, indent=2, sort_keys=True)
    path = prepare_folder(folder) / SETTINGS
    with told(path):
        write_whole(path, f"{text}\n".encode())


def _settings_of(content: bytes) -> Settings:
    if len(content) > _LARGEST:
        raise ValueError("too large")
    tree = json.loads(content.decode("utf-8"))
    if not isinstance(tree, dict):
        raise ValueError("not an object")
    defaults = Settings()
    return Settings(
        **{
            field.name: _value_of(tree.get(field.name), getattr(defaults, field.name))
            for field in fields(defaults)
        }
    )


def _value_of(value: object, default: Any) -> Any:  # one of a field's own type
    """The value where it is one the default's type knows, the default otherwise."""
    kind = type(default)
    if isinstance(default, Enum):
        return next((member for member in kind if member.value == value), default)
    return value if type(value) is kind else default
