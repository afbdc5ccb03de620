"""The content as its files tell it now, and as a tree to damage."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import is_dataclass
from functools import cache
from pathlib import Path
from typing import Any

from kneecoach.domain.anatomy import Atlas
from kneecoach.domain.anatomy_tables import parse_anatomy
from kneecoach.domain.content import Content, parse_content
from kneecoach.domain.corrections import Basis, basis_of
from kneecoach.domain.texts import Texts
from kneecoach.store.content import compile_content

ASSETS = Path(__file__).resolve().parents[2] / "assets"


@cache
def packed() -> bytes:
    """The bytes of the compiled file."""
    return compile_content(ASSETS)


def whole_tree() -> dict[str, Any]:
    """The whole tree, a new one at each call."""
    tree: dict[str, Any] = json.loads(packed())
    return tree


@cache
def atlas() -> Atlas:
    """The drawing of the knee."""
    return parse_anatomy(english().anatomy)


@cache
def basis() -> Basis:
    """What the guidance rests on."""
    return basis_of(english())


@cache
def english() -> Content:
    """The English content."""
    return parse_content(whole_tree(), "en")


def every_text(texts: Texts) -> Iterator[tuple[str, str]]:
    """Every text with where it stands, from all files of the language."""
    for name, exercise in texts.exercises.items():
        yield from _of(f"exercises.{name}", exercise)
    for name, cause in texts.causes.items():
        yield from _of(f"causes.{name}", cause)
    for name, group in texts.sign_groups.items():
        yield from _of(f"groups.{name}", group)
    for name, structure in texts.structures.items():
        yield from _of(f"structures.{name}", structure)
    yield "overview", texts.overview
    yield from _of("check", texts.check)
    yield from _of("help", texts.help)
    yield from _leaves("pillars", texts.pillars)
    yield from _of("about", texts.about)
    for where in ("conditions", "signs", "needs", "countries", "tags", "messages"):
        yield from _leaves(where, getattr(texts, where))


def _of(where: str, record: object) -> Iterator[tuple[str, str]]:
    for field in type(record).__slots__:  # type: ignore[attr-defined]
        yield from _leaves(f"{where}.{field}", getattr(record, field))


def _leaves(where: str, value: object) -> Iterator[tuple[str, str]]:
    if isinstance(value, str):
        yield where, value
    elif isinstance(value, Mapping):
        for key, text in value.items():
            yield from _leaves(f"{where}.{key}", text)
    elif is_dataclass(value):
        yield from _of(where, value)
    else:
        assert isinstance(value, tuple), where
        for place, text in enumerate(value):
            yield from _leaves(f"{where}[{place}]", text)


def strings_of(tree: object) -> list[str]:
    """Every text in a tree."""
    if isinstance(tree, str):
        return [tree]
    if isinstance(tree, Mapping):
        return [text for value in tree.values() for text in strings_of(value)]
    if isinstance(tree, list):
        return [text for value in tree for text in strings_of(value)]
    return []


def gaps_of(text: str) -> list[str]:
    """The names of the {gaps} of a text, sorted."""
    return sorted(re.findall(r"\{([a-z_]+)\}", text))
