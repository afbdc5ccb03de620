"""Content as files: compiled from `assets/` when the program is built, loaded when it starts."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from importlib.resources import files
from pathlib import Path

from kneecoach.domain.catalogue import Exercise
from kneecoach.domain.content import Content, parse_content
from kneecoach.domain.parsing import ContentError, Table, as_table

PSEUDO = "pseudo"  # English made longer and accented, for tests
COMPILED = "content.json"


def load_content(language: str = "en") -> Content:
    """The content the program was built with, in that language or in "pseudo".

    Raises `ContentError` when the file is missing, damaged or has no such language.
    """
    return read_content(_compiled(), language)


def read_content(packed: bytes, language: str) -> Content:
    """The content in the bytes of a compiled file; raises `ContentError`."""
    content = parse_content(_tree(packed), "en" if language == PSEUDO else language)
    if language != PSEUDO:
        return content
    from kneecoach.domain.pseudo import pseudo_texts

    return replace(content, texts=pseudo_texts(content.texts))


def languages() -> tuple[str, ...]:
    """The languages the content is there in, without "pseudo"; raises `ContentError`."""
    return tuple(Table(COMPILED, "", _tree(_compiled())).table("texts").values)


def compile_content(assets: Path) -> bytes:
    """Everything under `assets` as the bytes of the compiled file, the same for the same content.

    Raises `ContentError` for the first file that can't be used.
    """
    from kneecoach.domain.about_texts import require_about
    from kneecoach.domain.check_words import worded_check
    from kneecoach.domain.corrections import basis_of
    from kneecoach.domain.pillar_texts import pillars_of

    tree: dict[str, object] = {
        name: _folder(assets / name, name)
        for name in ("catalogue", "guidance", "check", "poses", "front", "pairs", "anatomy")
    }
    spoken = sorted(folder.name for folder in (assets / "texts").iterdir() if folder.is_dir())
    tree["texts"] = {name: _folder(assets / "texts" / name, f"texts/{name}") for name in spoken}
    contents = [parse_content(tree, language) for language in spoken]
    _check_poses(tree["poses"])
    _check_pairs(tree)
    _check_anatomy(tree["anatomy"])
    for content in contents:
        worded_check(content)
        pillars_of(content)
        require_about(content.texts.about, content.texts.language, basis_of(content))
    return canonical(tree).encode()


def canonical(tree: Mapping[str, object]) -> str:
    """A tree as JSON that is the same text for the same files.

    Tables keep the order of the file: a key pose may begin like one that stands before it.
    """
    return json.dumps(tree, allow_nan=False, ensure_ascii=False, separators=(",", ":"))


def _compiled() -> bytes:
    try:
        return files("kneecoach").joinpath(COMPILED).read_bytes()
    except OSError as error:
        raise ContentError(COMPILED, "the whole file", "it is missing or not readable") from error


def _tree(packed: bytes) -> Mapping[str, object]:
    try:
        found: object = json.loads(packed)
    except (ValueError, RecursionError) as error:
        raise ContentError(COMPILED, "the whole file", "it is damaged") from error
    return as_table(found, COMPILED).values


def _folder(folder: Path, name: str) -> dict[str, object]:
    """The TOML files of a folder as trees, by their names without the ending."""
    paths = sorted(folder.glob("*.toml"))
    return {path.stem: _toml(path, f"{name}/{path.name}") for path in paths}


def _toml(path: Path, name: str) -> dict[str, object]:
    import tomllib  # only the build reads TOML

    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise ContentError(name, "the whole file", f"it is not TOML: {error}") from error


def _check_poses(poses: object) -> None:
    from kneecoach.domain.figure import PoseError, parse_movement

    for name, tree in as_table(poses, "poses").values.items():
        try:
            parse_movement(name, tree)
        except PoseError as error:
            raise ContentError(error.file, error.key, error.reason) from error


def _check_pairs(tree: Mapping[str, object]) -> None:
    """Every exercise has its pairs, and every movement from the front can be read."""
    from kneecoach.domain.catalogue import parse_catalogue
    from kneecoach.domain.front_tables import parse_front
    from kneecoach.domain.pairs import parse_pairs

    catalogue, poses, front, pairs = (
        as_table(tree[name], name) for name in ("catalogue", "poses", "front", "pairs")
    )
    for name, movement in front.values.items():
        parse_front(name, movement)
    exercises = parse_catalogue(catalogue.values).exercises
    pairs.complete(exercises, "exercise")
    used = set[str]()
    for name in exercises:
        found = parse_pairs(name, pairs.values[name], poses.values, front.values)
        used.update(tag for pair in found for side in (pair.so, pair.not_so) for tag in side.tags)
    for language, tables in as_table(tree["texts"], "texts").values.items():
        words = as_table(tables, f"texts/{language}")
        tags = words.table("names").table("tags").values
        Table(f"texts/{language}/names.toml", "tags", tags).complete(used, "tag")
        for exercise in exercises.values():
            _check_steps(exercise, pairs, words.table("exercises").table(exercise.id))


def _check_steps(exercise: Exercise, pairs: Table, words: Table) -> None:
    """Every step in the words has its moment."""
    from kneecoach.domain.pairs import parse_steps

    phases = [phase.name for phase in exercise.phases]
    steps = parse_steps(exercise.id, pairs.values[exercise.id], phases)
    if len(steps) != len(words.texts("steps")):
        reason = "must be as many as the steps in the words"
        raise ContentError(f"pairs/{exercise.id}.toml", "steps", reason)


def _check_anatomy(anatomy: object) -> None:
    from kneecoach.domain.anatomy_tables import parse_anatomy

    parse_anatomy(anatomy)
