"""Content as files: compiled from `assets/` when the program is built, loaded when it starts."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from importlib.resources import files
from pathlib import Path

from kneecoach.domain.content import Content, parse_content
from kneecoach.domain.parsing import ContentError, as_table

PSEUDO = "pseudo"  # English made longer and accented, for tests
COMPILED = "content.json"


def load_content(language: str = "en") -> Content:
    """The content the program was built with, in that language or in "pseudo".

    Raises `ContentError` when the file is missing, damaged or has no such language.
    """
    content = parse_content(_compiled(), "en" if language == PSEUDO else language)
    if language != PSEUDO:
        return content
    from kneecoach.domain.pseudo import pseudo_texts

    return replace(content, texts=pseudo_texts(content.texts))


def languages() -> tuple[str, ...]:
    """The languages the content is there in, without "pseudo"; raises `ContentError`."""
    return tuple(as_table(_compiled(), COMPILED).table("texts").values)


def compile_content(assets: Path) -> bytes:
    """Everything under `assets` as the bytes of the compiled file, the same for the same content.

    Raises `ContentError` for the first file that can't be used.
    """
    texts = sorted(folder for folder in (assets / "texts").iterdir() if folder.is_dir())
    tree: dict[str, object] = {
        "catalogue": _folder(assets / "catalogue"),
        "guidance": _folder(assets / "guidance"),
        "poses": _folder(assets / "poses"),
        "texts": {folder.name: _folder(folder) for folder in texts},
    }
    for folder in texts:
        parse_content(tree, folder.name)
    _check_poses(tree["poses"])
    packed = json.dumps(tree, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return packed.encode()


def _compiled() -> Mapping[str, object]:
    try:
        found: object = json.loads(files("kneecoach").joinpath(COMPILED).read_bytes())
    except FileNotFoundError as error:
        raise ContentError(COMPILED, "the whole file", "it is missing") from error
    except (OSError, ValueError) as error:
        raise ContentError(COMPILED, "the whole file", "it cannot be read") from error
    return as_table(found, COMPILED).values


def _folder(folder: Path) -> dict[str, object]:
    """The TOML files of a folder as trees, by their names without the ending."""
    return {path.stem: _toml(path) for path in sorted(folder.glob("*.toml"))}


def _toml(path: Path) -> dict[str, object]:
    import tomllib  # only the build reads TOML

    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        name = f"{path.parent.name}/{path.name}"
        raise ContentError(name, "the whole file", f"it is not TOML: {error}") from error


def _check_poses(poses: object) -> None:
    from kneecoach.domain.figure import PoseError, parse_movement

    for name, tree in as_table(poses, "poses").values.items():
        try:
            parse_movement(name, tree)
        except PoseError as error:
            raise ContentError(error.file, error.key, error.reason) from error
