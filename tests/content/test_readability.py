"""Every text a user reads can be read at a school age of 12 (Flesch-Kincaid grade 7)."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

import pytest

from kneecoach.domain.check_reach import whole_check
from tests.content.reading import age, grade, joined, medical_names, syllables
from tests.content.test_forbidden import PROGRAM, in_code
from tests.content.trees import english, every_text

MOST_YEARS = 12.0
WHOLE = 10  # words from which an item or a sentence of the window is measured by itself

# What is no sentence: usage lines, column heads, names of countries, Latin names.
LEFT_OUT = re.compile(r"messages\.(help|help_reviewers|column_\w+)$|countries\.|\.latin$")
# What is one item: a page, a card, a screen, a question with its answers.
ITEM = re.compile(
    r"(?:causes|exercises|structures|pillars)\.\w+"
    r"|about\.(?:corrections|readings)\.[KS]-\d+|about\.\w+"
    r"|help\.pages\.\w+|help|check\.\w+|conditions|needs|tags|overview"
)


def item_of(where: str) -> str:
    """The item a text belongs to; a message is one by itself."""
    found = ITEM.match(where)
    return found.group() if found else where


def items() -> dict[str, list[str]]:
    """Item -> its texts; signs stand with the screen or the group they are shown in."""
    found: dict[str, list[str]] = defaultdict(list)
    check = whole_check(english().check)
    screens = {sign: one.screen for sign, one in check.signs.items()}
    groups = {sign.id: sign.group for sign in english().signs}
    for where, text in every_text(english().texts):
        kind, _, name = where.rpartition(".")
        if LEFT_OUT.search(where):
            continue
        if kind in ("check.signs", "check.hints"):
            found[f"check.screens.{screens[name]}"].append(text)
        elif where.startswith("check.screens."):
            found[f"check.screens.{where.split('.')[2]}"].append(text)
        elif kind == "signs" or where.startswith("groups."):
            group = groups[name] if kind == "signs" else where.split(".")[1]
            found[f"groups.{group}"].append(text)
        else:
            found[item_of(where)].append(text)
    return found


def long_enough(found: dict[str, list[str]]) -> dict[str, str]:
    """The items as texts; those of a few words are one text for each kind."""
    texts: dict[str, list[str]] = defaultdict(list)
    for name, parts in found.items():
        whole = joined(parts)
        texts[name if len(whole.split()) >= WHOLE else name.split(".")[0]].append(whole)
    return {name: joined(parts) for name, parts in texts.items()}


def of_the_window() -> Iterator[tuple[str, str]]:
    """The whole sentences of the window, by their file."""
    found: dict[str, list[str]] = defaultdict(list)
    for where, text in in_code(PROGRAM):
        if len(text.split()) >= WHOLE:
            found[where].append(text)
    for where, texts in found.items():
        yield where, joined(texts)


ITEMS = long_enough(items())


def test_every_kind_of_text_is_measured() -> None:
    kinds = {re.split(r"\.", name)[0] for name in ITEMS}
    wanted = {"causes", "check", "help", "pillars", "exercises", "about", "messages", "groups"}
    assert wanted <= kinds
    assert len(ITEMS) > 150
    assert sum(len(text.split()) for text in ITEMS.values()) > 8000


def test_every_item_is_read_at_a_school_age_of_twelve() -> None:
    hard = {name: round(age(text), 1) for name, text in ITEMS.items() if age(text) > MOST_YEARS}
    assert hard == {}


def test_the_sentences_of_the_window_are_read_at_a_school_age_of_twelve() -> None:
    hard = {where: round(age(text), 1) for where, text in of_the_window() if age(text) > MOST_YEARS}
    assert hard == {}


def test_a_hard_text_would_be_seen() -> None:
    hard = (
        "Immediate immobilisation notwithstanding, symptomatic individuals occasionally "
        "demonstrate considerable deterioration of neurological functioning."
    )
    assert age(hard) > 20
    assert age("Sit down. Put your foot on the chair. Breathe in.") < 6


@pytest.mark.parametrize(
    ("word", "count"), [("knee", 1), ("doctor", 2), ("exercise", 3), ("12", 1), ("popliteus", 1)]
)
def test_syllables_are_those_of_hyphenation(word: str, count: int) -> None:
    assert syllables(word) == count


def test_the_grade_is_the_formula() -> None:
    # 13 words, 2 sentences, 14 syllables
    text = "The knee is bent. Now lift the foot and hold it in comfort."
    assert grade(text) == pytest.approx(0.39 * 13 / 2 + 11.8 * 14 / 13 - 15.59)


def test_only_names_that_are_told_are_excepted() -> None:
    told = " ".join(text for _, text in every_text(english().texts)).lower()
    assert [name for name in sorted(medical_names()) if name not in told] == []
    assert len(medical_names()) <= 30


def test_no_sentence_of_the_guidance_is_longer_than_22_words() -> None:
    long = [
        sentence
        for name, text in ITEMS.items()
        if not name.startswith("messages")  # one sentence each, told by a terminal too
        for sentence in re.split(r"(?<=[.:;?])\s", text)
        if len(sentence.split()) > 22
    ]
    assert long == []
