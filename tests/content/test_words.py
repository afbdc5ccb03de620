"""The words keep the guide's and the look's rules: plain, calm, short, nothing promised."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import kneecoach
from kneecoach.domain.safety import Refusal
from tests.content.trees import ASSETS, english, every_text, gaps_of, strings_of, whole_tree

# guide 7.3 and look 11
FORBIDDEN = (
    r"\bcur(e|es|ed|ing)\b",
    r"\btreat",
    r"\bheal(s|ed|ing)?\b",
    r"\btherap(y|ies|eutic)\b",
    r"clinically proven",
    r"\bsafe(ly)?\b",
    r"\bno clot\b",
    r"\bunlikely\b",
    r"\bDVT\b",
    r"\byou may have\b",
    r"\byour risk is\b",
    r"\b(ab)?normal\b",
    r"\bpass(ed)? the test\b|\bfailed\b",
    r"\bprescri",
    r"\bwe recommend\b",
    r"immediate",
    r"(every|any|all) (kind of )?knee pain",
    r"\bgood pain\b|\bno pain\b|no gain",
    r"\b(great|good) job\b|well done|congratulations|keep it up\b(?! beside)",
    r"\d ?%",
)
TEXTS = list(every_text(english().texts))


@pytest.mark.parametrize("word", FORBIDDEN)
def test_a_forbidden_word_is_nowhere(word: str) -> None:
    assert [where for where, text in TEXTS if re.search(word, text, re.IGNORECASE)] == []


def test_the_rule_sees_a_forbidden_word() -> None:
    tree = ["This cures every knee pain and is safe"]
    assert sum(bool(re.search(word, tree[0], re.IGNORECASE)) for word in FORBIDDEN) == 3


def test_no_text_shouts_or_dashes() -> None:
    assert [where for where, text in TEXTS if re.search(r"[!—]|\.\.\.|…", text)] == []


def test_no_file_of_words_has_a_text_that_is_not_shown() -> None:
    assert sorted(text for _, text in TEXTS) == sorted(strings_of(whole_tree()["texts"]["en"]))


def test_sentences_end_where_they_are_whole_ones() -> None:
    whole = {"purpose", "steps", "feel", "wrong", "stop", "often", "cues"}
    whole |= {"action", "feels", "why", "helps", "not_helps", "see", "about"}
    parts = [(where, text) for where, text in TEXTS if re.split(r"[.\[]", where)[2:3]]
    assert [
        where
        for where, text in parts
        if re.split(r"[.\[]", where)[2] in whole and not text.endswith(".")
    ] == []


def test_labels_start_in_sentence_case() -> None:
    for where, text in TEXTS:
        if where.endswith((".name", ".title", ".short")):
            later = text.split()[1:]
            assert text[0].isupper(), where
            assert [word for word in later if word[0].isupper()] == [], where


def test_every_code_of_a_journal_error_has_its_sentence() -> None:
    gaps = {"path", "found", "known"}
    for code in (
        *("damaged", "newer", "locked", "read_only", "full", "not_ours"),
        *("missing_folder", "unreadable"),
    ):
        message = english().texts.messages[code]
        assert "path" in gaps_of(message)
        assert set(gaps_of(message)) <= (gaps if code == "newer" else {"path"})
        assert "\n" not in message


def _told_in_the_code() -> Iterator[tuple[str, set[str]]]:
    """Each code that is written out where a sentence is asked for, and the fields given there."""
    for path in Path(kneecoach.__file__).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            place = {"message": 0, "ComplaintError": 1}.get(ast.unparse(node.func).split(".")[-1])
            if place is None or not isinstance(code := node.args[place], ast.Constant):
                continue
            yield str(code.value), {str(keyword.arg) for keyword in node.keywords}


def test_every_sentence_asked_for_is_there_with_the_gaps_that_are_filled() -> None:
    asked = dict(_told_in_the_code())
    assert {"bad_date", "check_ok", "no_display", "read_only_note"} <= asked.keys()
    for code, fields in asked.items():
        if "None" not in fields:  # with **fields it is not known here which
            assert set(gaps_of(english().texts.messages[code])) <= fields, code


def test_every_finding_of_a_check_has_its_sentence() -> None:
    for what in ("pages", "links", "values", "shape"):
        assert set(gaps_of(english().texts.messages[f"damaged_{what}"])) == {"path"}


def test_every_refusal_has_its_sentence() -> None:
    for refusal in Refusal:
        message = english().texts.messages[f"refused_{refusal}"]
        assert set(gaps_of(message)) <= {"exercises"}


def test_a_message_fills_its_gaps() -> None:
    told = english().texts.message("full", path="/x/history.sqlite3")
    assert "The disk with /x/history.sqlite3 is full" in told
    with pytest.raises(KeyError):
        english().texts.message("no_such_code")


def test_every_language_has_every_file() -> None:
    folders = [folder for folder in (ASSETS / "texts").iterdir() if folder.is_dir()]
    names = {path.name for path in (ASSETS / "texts" / "en").glob("*.toml")}
    assert folders
    for folder in folders:
        assert {path.name for path in folder.glob("*.toml")} == names
