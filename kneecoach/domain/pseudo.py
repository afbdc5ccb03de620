"""A language that is none: English made longer and accented, to find words left behind."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from typing import TYPE_CHECKING, Any, TypeVar

from kneecoach.domain.texts import CauseText, ExerciseText, SignGroupText, StructureText, Texts

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

OPENING = "«"
CLOSING = "»"
LONGER = 1.4  # times as long as the English text (look 11)
FILLING = "~~~ "  # what the doubled vowels leave to fill; lines may break in it

# Only letters the shipped typeface has.
_ACCENTS = str.maketrans("AEIOUYCNaeiouycn", "ÅÉÎÕÜÝÇÑåéîõüýçñ")
_DOUBLED = "aeiou"
_Record = TypeVar("_Record", bound="DataclassInstance")
# {field}, %n, %1, %L1, &amp;, && and &x of a mnemonic, <b>: left as they are.
_KEPT = re.compile(r"(\{[^{}]*\}|%L?\d+|%n|&\w+;|&&|&\w|</?[A-Za-z][^<>]*>)")


def pseudo(text: str) -> str:
    """The text in the pseudo-language: accented, in brackets and at least 1.4 times as long.

    Gaps such as {field} and %n, mnemonics, tags and texts of a single character (keycaps, digits)
    stay as they are; blank text stays blank.
    """
    if len(text.strip()) <= 1:
        return text
    words = "".join(
        part if place % 2 else _accented(part) for place, part in enumerate(_KEPT.split(text))
    )
    missing = int(len(text) * LONGER + 0.999) - len(words) - len(OPENING) - len(CLOSING)
    filling = (FILLING * len(text))[: max(0, missing)]
    return f"{OPENING}{words}{filling}{CLOSING}"


def _accented(text: str) -> str:
    longer = "".join(letter * 2 if letter in _DOUBLED else letter for letter in text)
    return longer.translate(_ACCENTS)


def pseudo_texts(texts: Texts) -> Texts:
    """All texts in the pseudo-language, under the same ids."""
    return Texts(
        language="pseudo",
        exercises={name: _exercise(text) for name, text in texts.exercises.items()},
        causes={name: _cause(text) for name, text in texts.causes.items()},
        conditions=_each(texts.conditions),
        signs=_each(texts.signs),
        sign_groups={
            name: SignGroupText(pseudo(text.title), pseudo(text.action))
            for name, text in texts.sign_groups.items()
        },
        needs=_each(texts.needs),
        countries=_each(texts.countries),
        tags=_each(texts.tags),
        structures={
            name: StructureText(pseudo(text.name), pseudo(text.latin), pseudo(text.about))
            for name, text in texts.structures.items()
        },
        overview=pseudo(texts.overview),
        read_check=lambda: _record(texts.check),
        read_help=lambda: _record(texts.help),
        read_pillars=lambda: {name: _record(text) for name, text in texts.pillars.items()},
        read_about=lambda: _record(texts.about),
        messages=_each(texts.messages),
    )


def _exercise(text: ExerciseText) -> ExerciseText:
    return ExerciseText(
        name=pseudo(text.name),
        short=pseudo(text.short),
        purpose=pseudo(text.purpose),
        steps=tuple(pseudo(step) for step in text.steps),
        cues=_each(text.cues),
        feel=pseudo(text.feel),
        right=pseudo(text.right),
        wrong=pseudo(text.wrong),
        stop=pseudo(text.stop),
        often=pseudo(text.often),
    )


def _cause(text: CauseText) -> CauseText:
    return CauseText(
        name=pseudo(text.name),
        line=pseudo(text.line),
        feels=pseudo(text.feels),
        why=pseudo(text.why),
        helps=pseudo(text.helps),
        not_helps=pseudo(text.not_helps),
        see=pseudo(text.see),
    )


def _each(texts: Mapping[str, str]) -> dict[str, str]:
    return {key: pseudo(text) for key, text in texts.items()}


def _record(record: _Record) -> _Record:
    """The same with every text in it turned, however deep."""
    turned = {part.name: _anything(getattr(record, part.name)) for part in fields(record)}
    return replace(record, **turned)


def _anything(words: object) -> Any:
    if isinstance(words, str):
        return pseudo(words)
    if isinstance(words, tuple):
        return tuple(map(_anything, words))
    if isinstance(words, Mapping):
        return {key: _anything(inner) for key, inner in words.items()}
    if is_dataclass(words) and not isinstance(words, type):
        return _record(words)
    raise TypeError(type(words))
