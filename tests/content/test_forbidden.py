"""The guide's forbidden words (7.3) stand in no file of words and in no literal of the window."""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

import pytest

import kneecoach
from tests.content.test_words import FORBIDDEN
from tests.content.trees import ASSETS, strings_of

PROGRAM = Path(kneecoach.__file__).parent
ON_THE_SCALE = ("No pain", "No pain rating")  # the names of 0 and of no answer, not a promise
TRANSLATED = {"tr": 0, "translate": 1}  # the function -> which argument is shown


def in_files(assets: Path) -> Iterator[tuple[str, str]]:
    """Every text of every language, spoken or written, with the file it stands in."""
    for folder in ("texts", "voice"):
        for path in sorted((assets / folder).rglob("*.toml")):
            for text in strings_of(tomllib.loads(path.read_text(encoding="utf-8"))):
                yield str(path.relative_to(assets)), text


def in_code(folder: Path) -> Iterator[tuple[str, str]]:
    """Every literal that is handed to the translation, with the module it stands in."""
    for path in sorted(folder.rglob("*.py")):
        source = path.read_text(encoding="utf-8")
        if not re.search(r"\b(tr|translate)\(", source):
            continue
        for node in ast.walk(ast.parse(source)):
            if not isinstance(node, ast.Call):
                continue
            place = TRANSLATED.get(ast.unparse(node.func).split(".")[-1])
            if place is not None and len(node.args) > place:
                yield from ((path.name, text) for text in _literals(node.args[place]))


def _literals(node: ast.expr) -> Iterator[str]:
    for inner in ast.walk(node):
        if isinstance(inner, ast.Constant) and isinstance(inner.value, str):
            yield inner.value


@cache
def shown() -> tuple[tuple[str, str], ...]:
    return tuple(
        (where, text)
        for where, text in (*in_files(ASSETS), *in_code(PROGRAM))
        if text not in ON_THE_SCALE
    )


def breaches(word: str, texts: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    return [(where, text) for where, text in texts if re.search(word, text, re.IGNORECASE)]


@pytest.mark.parametrize("word", FORBIDDEN)
def test_a_forbidden_word_is_nowhere(word: str) -> None:
    assert breaches(word, shown()) == []


def test_no_text_shouts_or_dashes() -> None:
    assert breaches(r"[!—]", shown()) == []


def test_both_places_are_looked_through() -> None:
    places = {where for where, _ in shown()}
    assert {"texts/en/check.toml", "texts/en/help.toml", "voice/en.toml"} <= places
    assert sum(where.endswith(".py") for where, _ in shown()) > 300


def test_a_forbidden_word_would_be_seen_in_either(tmp_path: Path) -> None:
    (tmp_path / "texts" / "xx").mkdir(parents=True)
    (tmp_path / "texts" / "xx" / "help.toml").write_text('[a]\nb = ["No clot."]\n', "utf-8")
    (tmp_path / "page.py").write_text('self.tr("You are safe")\ntranslate("X", "You heal")\n')
    assert breaches(r"\bno clot\b", in_files(tmp_path)) == [("texts/xx/help.toml", "No clot.")]
    found = list(in_code(tmp_path))
    assert found == [("page.py", "You are safe"), ("page.py", "You heal")]
    assert sum(len(breaches(word, found)) for word in FORBIDDEN) == 2
