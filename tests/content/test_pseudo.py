"""The pseudo-language is longer, accented, readable, and leaves gaps and keys alone."""

from __future__ import annotations

import struct
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kneecoach.domain.pseudo import CLOSING, OPENING, pseudo, pseudo_texts
from kneecoach.store.content import languages, read_content
from tests.content.trees import ASSETS, english, every_text, gaps_of, packed


def letters_of(font: Path) -> set[str]:
    """The characters of a TrueType file, from its cmap of format 4."""
    data = font.read_bytes()
    tables = struct.unpack(">H", data[4:6])[0]
    start = next(
        struct.unpack(">I", data[at + 8 : at + 12])[0]
        for at in range(12, 12 + 16 * tables, 16)
        if data[at : at + 4] == b"cmap"
    )
    table = start + struct.unpack(">I", data[start + 8 : start + 12])[0]
    count = struct.unpack(">H", data[table + 6 : table + 8])[0]
    ends = struct.unpack(f">{count // 2}H", data[table + 14 : table + 14 + count])
    starts = struct.unpack(f">{count // 2}H", data[table + 16 + count : table + 16 + 2 * count])
    ranges = zip(starts, ends, strict=True)
    return {
        chr(code) for first, last in ranges if first < 0xD800 for code in range(first, last + 1)
    }


@pytest.mark.parametrize("font", sorted((ASSETS / "fonts").glob("*.ttf")), ids=lambda f: f.stem)
def test_the_typeface_has_every_letter_of_every_text(font: Path) -> None:
    have = letters_of(font)
    assert "A" in have
    assert "\u2603" not in have
    for texts in (english().texts, pseudo_texts(english().texts)):
        for where, text in every_text(texts):
            assert not set("".join(text.split())) - have, where


def test_every_text_becomes_longer_and_carries_the_brackets() -> None:
    before = dict(every_text(english().texts))
    after = dict(every_text(pseudo_texts(english().texts)))
    assert before.keys() == after.keys()
    for where, text in after.items():
        assert text.startswith(OPENING), where
        assert text.endswith(CLOSING), where
        assert len(text) >= 1.4 * len(before[where]), where
        assert gaps_of(text) == gaps_of(before[where]), where


@pytest.mark.parametrize(
    "kept", ["{name}", "%n", "%1", "%L2", "&amp;", "&&", "&S", "<b>", "</b>", "{count}"]
)
def test_gaps_tags_and_mnemonics_are_kept(kept: str) -> None:
    assert kept in pseudo(f"before {kept} after")


@pytest.mark.parametrize("text", ["", " ", "L", "M", "×", "7"])
def test_keycaps_and_blanks_are_kept(text: str) -> None:
    assert pseudo(text) == text


def test_the_accents_are_seen() -> None:
    assert pseudo("Start") == "«Ståårt»"


@given(st.text())
def test_any_text_can_be_turned(text: str) -> None:
    assert len(pseudo(text)) >= len(text)


def test_the_content_can_be_loaded_in_it() -> None:
    content = read_content(packed(), "pseudo")
    assert content.texts.language == "pseudo"
    assert content.texts.exercises["squat"].name.startswith(OPENING)
    assert content.catalogue == english().catalogue


def test_it_is_not_offered_as_a_language() -> None:
    assert languages() == ("en",)
