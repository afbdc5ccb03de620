"""The note for the doctor: the person's ticks in the words of the check, and nothing else."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kneecoach.domain.check import Answer, CheckAnswers, Level
from kneecoach.domain.check_reach import whole_check
from kneecoach.domain.check_texts import SHOWN_AGAIN
from kneecoach.domain.note import BLANK, BOX, Note, NoteFacts, note_of
from kneecoach.domain.settings import PainfulSide
from tests.content.test_words import FORBIDDEN
from tests.content.trees import english

CHECK = whole_check(english().check)
WORDS = english().texts.check
OWN = english().texts.help.note
FACTS = NoteFacts("22 November 2026", "October 2026", PainfulSide.LEFT)
SIGNS = st.dictionaries(st.sampled_from(sorted(CHECK.signs)), st.sampled_from(Answer))
NUMBER = st.none() | st.integers(0, 10)


def note(answers: CheckAnswers | None, facts: NoteFacts = FACTS) -> Note:
    return note_of(answers, facts, WORDS, OWN)


def test_it_reads_as_the_guide_has_it() -> None:
    ticked = {"B1": Answer.NOT_SURE, "CR7": Answer.YES, "B4": Answer.NO}
    assert note(CheckAnswers(54, 3, ticked)).text == (
        "Note for the doctor, 22 November 2026\n"
        "\n"
        "I have pain at the back of my left knee since October 2026.\n"
        "Age: 54. Pain at rest: 3 of 10.\n"
        "\n"
        "Today I noticed:\n"
        f"- {WORDS.signs['B1']} (not sure)\n"
        "\n"
        "Past:\n"
        f"- {WORDS.signs['CR7']}\n"
        "\n"
        "[ ] I have not massaged the leg.\n"
        "\n"
        "Ticked by the person. Not a diagnosis. Not yet reviewed by a clinician.\n"
    )


@pytest.mark.parametrize(
    ("side", "words"),
    [
        (PainfulSide.RIGHT, "my right knee since October 2026."),
        (PainfulSide.BOTH, "both knees since October 2026."),
        (None, f"my {BLANK} knee since October 2026."),
    ],
)
def test_the_side_is_told_as_it_is_chosen(side: PainfulSide | None, words: str) -> None:
    assert note(None, NoteFacts("", "October 2026", side)).pain.endswith(words)


def test_what_was_not_told_is_left_to_be_filled_in() -> None:
    empty = note(None, NoteFacts())
    assert empty.text.count(BLANK) == 5  # the day, the side, since when, the age, the pain
    assert empty.lists == ()
    assert empty.unfinished == ""


def test_an_unfinished_check_is_told_as_one() -> None:
    half = NoteFacts("22 November 2026", whole=False)
    assert "I did not answer all questions of the check." in note(CheckAnswers(), half).text
    assert "questions" not in note(CheckAnswers()).text


@given(SIGNS, NUMBER, NUMBER)
def test_every_tick_is_told_once_and_nothing_else_is(
    signs: dict[str, Answer], age: int | None, pain: int | None
) -> None:
    made = note(CheckAnswers(age, pain, signs))
    told = [line.removesuffix(" (not sure)") for line in (*made.noticed, *made.past)]
    ticked = [name for name, given in signs.items() if given is not Answer.NO]
    assert sorted(told) == sorted(WORDS.signs[name] for name in ticked)
    past = {WORDS.signs[name] for name in SHOWN_AGAIN}
    assert {line.removesuffix(" (not sure)") for line in made.past} <= past
    not_sure = sum(given is Answer.NOT_SURE for given in signs.values())
    assert made.text.count("(not sure)") == not_sure
    assert [line for line in made.text.splitlines() if line.startswith("- ")] == [
        f"- {line}" for line in (*made.noticed, *made.past)
    ]


@given(SIGNS)
def test_no_rule_no_level_and_no_forbidden_word_is_in_it(signs: dict[str, Answer]) -> None:
    text = note(CheckAnswers(40, 2, signs)).text
    names = {rule.name for rule in CHECK.rules} | {level.name for level in Level}
    assert [name for name in names if name in text] == []
    assert [word for word in FORBIDDEN if re.search(word, text, re.IGNORECASE)] == []


def test_the_massage_is_never_stated_for_the_person() -> None:
    everything = dict.fromkeys(CHECK.signs, Answer.YES)
    for answers in (None, CheckAnswers(), CheckAnswers(40, 2, everything)):
        [line] = [line for line in note(answers).text.splitlines() if "massaged" in line]
        assert line == f"{BOX} I have not massaged the leg."
