"""How hard a text is to read: the Flesch-Kincaid grade over the syllables of hyphenation.

The grade is that of a school in the United States, whose first grade begins at 6: the age at which
a text is read is the grade and 5 years, so a school age of 12 is grade 7. Hyphenation marks most
syllables and never one letter alone; what it misses makes all grades alike a little lower.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path

import pyphen

AGE_OF_GRADE = 5  # years added to a grade
_GAP = re.compile(r"\{[a-z_]+\}")  # stands for one short word
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*|\d+")
# Flesch counted each whole unit of speech as a sentence, also before a colon or a semicolon.
_END = re.compile(r"[.:;?](?=\s|$)")


@cache
def _dictionaries() -> tuple[pyphen.Pyphen, ...]:
    return tuple(pyphen.Pyphen(lang=name) for name in ("en_GB", "en_US"))


@cache
def medical_names() -> frozenset[str]:
    """Names that have no plainer word and are told where they are used; counted as one syllable."""
    path = Path(__file__).with_name("medical_names.toml")
    return frozenset(tomllib.loads(path.read_text("utf-8"))["names"])


@cache
def syllables(word: str) -> int:
    """The syllables of a word: those of the hyphenation that finds more."""
    if word.isdigit() or word.lower() in medical_names():
        return 1
    return max(len(one.positions(word.lower())) + 1 for one in _dictionaries())


def grade(text: str) -> float:
    """The Flesch-Kincaid grade of a text of whole sentences."""
    text = _GAP.sub("it", text)
    words = [word for part in _WORD.findall(text) for word in part.split("-")]
    ends = max(1, len(_END.findall(text)))
    spoken = sum(syllables(word) for word in words)
    return 0.39 * len(words) / ends + 11.8 * spoken / len(words) - 15.59


def age(text: str) -> float:
    """The school age in years at which a text is read."""
    return grade(text) + AGE_OF_GRADE


def joined(texts: list[str]) -> str:
    """The texts of one item as one, each ended as a sentence."""
    return " ".join(text if text[-1] in ".?:" else f"{text}." for text in texts)
