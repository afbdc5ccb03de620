"""The check and its help pages have their words: all of them, short, and true to the rules."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kneecoach.domain.catalogue import LOCKS
from kneecoach.domain.check import Level
from kneecoach.domain.check_reach import whole_check
from kneecoach.domain.check_texts import GATE, SHOWN_AGAIN
from kneecoach.domain.check_words import worded_check
from kneecoach.domain.content import parse_content
from kneecoach.domain.help_texts import LINES, HelpPage
from kneecoach.domain.parsing import ContentError
from kneecoach.domain.pseudo import OPENING, pseudo_texts
from tests.content.test_words import FORBIDDEN
from tests.content.trees import english, every_text, gaps_of, packed, whole_tree

CHECK = whole_check(english().check)
WORDS = english().texts.check
PAGES = english().texts.help.pages
OWN_VOICE = ("check.start.confirm", "check.note.", "help.note.")  # spoken by the person
TEXTS = [
    (where, text)
    for where, text in every_text(english().texts)
    if where.startswith(("check.", "help."))
]

# No page names an illness. Three pages may say clot: those of people who ticked one or its risks.
ILLNESSES = (
    *("thrombo", "embol", "fractur", "broken", "cancer", "tumou?r", "arthritis", "gout", "sepsis"),
    *("septic", "infection", "cyst", "aneurysm", "sciatica", "cauda", "meniscus", "ligament"),
    *("rupture", "torn", "ischaem", "isch?em", "stroke", "syndrome", "likely to be", "probabl"),
    *("score", "you may have", r"you have an? (?!fever)", "do not worry", "harmless", "serious"),
)
SAID_OF_A_CLOT = {"two_clot_risks", "clot_being_treated", "clot_risk"}

# How a page that forbids tells what a lock closes.
TOLD = {
    "massage_back_of_knee": "massage",
    "massage_calf": r"massage(?! the back)",
    "massage_hamstring": r"massage(?! the back)",
    "roller": "roll",
    "brace": "brace",
    "E1plus": r"squats\b.*lunges",
    "E2_eyes_closed": "eyes closed",
    "E2_cushion": "cushion",
    "E3": "stretches",
    "E3_straight": "stretches|straight knee",
    "E4": "stretches",
}


def lines_of(page: HelpPage) -> tuple[str, ...]:
    return tuple(getattr(page, name) for name in LINES)


def help_texts() -> Iterator[tuple[str, str]]:
    for name, page in PAGES.items():
        yield from ((name, text) for text in (page.title, *lines_of(page)))


def test_every_screen_sign_and_page_has_its_words_and_nothing_else_has() -> None:
    assert set(WORDS.signs) == set(CHECK.signs)
    assert set(WORDS.screens) == {sign.screen for sign in CHECK.signs.values()}
    assert set(PAGES) == set(CHECK.pages)
    assert (len(WORDS.signs), len(WORDS.screens), len(PAGES)) == (71, 6, 44)


def test_no_two_signs_and_no_two_pages_read_alike() -> None:
    assert len(set(WORDS.signs.values())) == len(WORDS.signs)
    assert len({page.title for page in PAGES.values()}) == len(PAGES)


def test_a_sign_is_a_line_to_tick_that_reads_by_itself() -> None:
    for name, text in WORDS.signs.items():
        assert len(text) <= 110, name
        assert text[0].isupper() or text[0].isdigit(), name
        assert not text.endswith((".", "?", ":")), name
        assert not re.match(r"(It|This|That|If so|And|Or)\b", text), name


def test_a_sign_asked_under_another_says_what_it_is_about() -> None:
    about = {"C0": "injury", "CR4": "clot", "G1": "lump"}
    asked_under = [sign for sign in CHECK.signs.values() if sign.under]
    assert len(asked_under) == 11
    for sign in asked_under:
        assert about[str(sign.under)] in WORDS.signs[sign.id], sign.id


def test_the_gate_has_seven_questions_in_their_order() -> None:
    assert tuple(WORDS.gate.questions) == GATE
    assert len(GATE) == 7
    asked = (*WORDS.gate.questions.values(), WORDS.gate.single)
    assert all(text.endswith("?") and len(text) <= 100 for text in asked)


def test_the_repeat_shows_every_risk_again_and_no_present_sign() -> None:
    risks = {name for name, sign in CHECK.signs.items() if sign.screen == "clot_risk"}
    assert risks < set(SHOWN_AGAIN) < set(CHECK.signs)
    screens = {CHECK.signs[name].screen for name in SHOWN_AGAIN}
    assert not screens & {"right_now", "your_leg"}


def test_a_page_has_four_short_lines_and_a_title() -> None:
    for name, page in PAGES.items():
        assert len(page.title) <= 60, name
        assert all(len(line) <= 90 for line in lines_of(page)), name
        assert all(line.endswith(".") for line in lines_of(page)), name
        assert len(page.filled("15, 112")) == 4


def test_the_gap_is_counted_as_no_shorter_than_the_numbers_of_a_country() -> None:
    countries = [numbers for numbers in english().numbers if numbers.country]
    assert max(len(", ".join(numbers.emergency)) for numbers in countries) <= len("{numbers}")


def test_the_numbers_stand_where_an_ambulance_is_meant_and_never_as_digits() -> None:
    for name, page in PAGES.items():
        first = ["numbers"] if CHECK.pages[name] is Level.EMERGENCY else []
        assert [gaps_of(line) for line in lines_of(page)] == [first, [], [], ["numbers"]], name
        assert page.ambulance.startswith("Call {numbers} "), name
        assert "{" not in "".join(page.filled("112")), name
    assert [where for where, text in TEXTS if re.search(r"\b(999|112|911|111|000)\b", text)] == []


@pytest.mark.parametrize("level", [level for level in Level if level > Level.SELF_CARE])
def test_a_page_says_by_when_as_its_level_asks(level: Level) -> None:
    by_when = [PAGES[name].by_when for name, found in CHECK.pages.items() if found is level]
    urgent = {
        Level.EMERGENCY: "Now. ",
        Level.SAME_DAY: "Today. ",
        Level.SEE_SOON: "In the next 2 to 3 working days",
        Level.ROUTINE: "Take the next free date",
        Level.CAUTION: "",
    }
    assert by_when
    assert all(line.startswith(urgent[level]) for line in by_when)


def test_a_page_above_which_all_is_locked_forbids_massage_and_exercise() -> None:
    for name, level in CHECK.pages.items():
        if level.locks_everything:
            forbids = PAGES[name].do_not
            assert re.search("massage", forbids), name
            assert re.search("exercise", forbids), name


def test_a_page_tells_what_its_rules_lock_and_no_more() -> None:
    assert set(TOLD) < {*LOCKS, "brace"}
    for name, level in CHECK.pages.items():
        if level.locks_everything:
            continue
        locked = [rule.locks for rule in CHECK.rules if rule.page == name]
        told = {lock for lock, words in TOLD.items() if re.search(words, PAGES[name].do_not)}
        closed = max(locked, key=len)
        straight = {"E3_straight"} if "E3" in closed else set()
        assert told == closed | straight, name


def test_no_page_names_an_illness_a_likelihood_or_a_comfort() -> None:
    for name, text in help_texts():
        assert not re.search("|".join(ILLNESSES), text, re.IGNORECASE), (name, text)
        assert name in SAID_OF_A_CLOT or "clot" not in text.lower(), (name, text)


def test_the_rule_sees_an_illness() -> None:
    named = ("You may have a thrombosis.", "This is probably a torn meniscus.")
    assert all(re.search("|".join(ILLNESSES), text, re.IGNORECASE) for text in named)


def test_nobody_but_the_person_says_i_or_we() -> None:
    assert [
        where
        for where, text in TEXTS
        if not where.startswith(OWN_VOICE) and re.search(r"\b(I|[Mm]y|[Ww]e|[Oo]ur)\b", text)
    ] == []


def test_no_sentence_is_long() -> None:
    for where, text in TEXTS:
        for sentence in re.split(r"[.:;?](?:\s|$)", text):
            assert len(sentence.split()) <= 22, where


def test_the_texts_of_the_guide_that_end_a_check_say_it_is_no_diagnosis() -> None:
    for text in (WORDS.outcome.nothing_ticked, WORDS.outcome.nothing_closed):
        assert "This is not a diagnosis." in text
        assert not any(re.search(word, text, re.IGNORECASE) for word in FORBIDDEN)


def test_the_first_start_says_what_it_is_and_is_not_and_that_nobody_reviewed_it() -> None:
    assert len(WORDS.start.is_lines) >= 1
    assert any("diagnosis" in line for line in WORDS.start.is_not_lines)
    assert any("under 18" in line for line in WORDS.start.is_not_lines)
    assert WORDS.start.review == "Not yet reviewed by a clinician"


def test_the_pseudo_language_reaches_every_word_of_the_check() -> None:
    turned = [
        text
        for where, text in every_text(pseudo_texts(english().texts))
        if where.startswith(("check.", "help."))
    ]
    assert len(turned) == len(TEXTS) > 300
    assert all(text.startswith(OPENING) for text in turned)


Damage = Callable[[dict[str, Any]], object]
CHECK_FILE, HELP_FILE = "texts/en/check.toml: ", "texts/en/help.toml: "
CALL = "{numbers}"


def page(name: str, **words: object) -> Damage:
    return lambda tree: tree["help"]["pages"][name].update(words)


KINDS: list[tuple[Damage, str]] = [
    (lambda t: t.pop("help"), "texts/en: help: this key is missing"),
    (lambda t: t["check"].pop("gate"), "gate: the words of this part of the check are missing"),
    (lambda t: t["check"].update(x=1), f"{CHECK_FILE}x: there is no such part of the check"),
    (
        lambda t: t["check"]["signs"].pop("A5"),
        f"{CHECK_FILE}signs.A5: the words of this sign are missing",
    ),
    (lambda t: t["check"]["signs"].update(A0="x"), f"{CHECK_FILE}signs.A0: there is no such sign"),
    (
        lambda t: t["check"]["signs"].update(A1="x" * 111),
        f"{CHECK_FILE}signs.A1: 111 characters are more than 110",
    ),
    (
        lambda t: t["check"]["signs"].update(A1="{x}"),
        f"{CHECK_FILE}signs.A1: nothing fills the gap {{x}}",
    ),
    (
        lambda t: t["check"]["hints"].update(A0="x"),
        f"{CHECK_FILE}hints.A0: this key is not known here",
    ),
    (
        lambda t: t["check"]["screens"].pop("your_leg"),
        f"{CHECK_FILE}screens.your_leg: the words of this screen are missing",
    ),
    (
        lambda t: t["check"]["screens"]["your_leg"].update(line="x" * 101),
        f"{CHECK_FILE}screens.your_leg.line: 101 characters are more than 100",
    ),
    (
        lambda t: t["check"]["gate"]["questions"].pop("foot"),
        f"{CHECK_FILE}gate.questions.foot: the words of this question are missing",
    ),
    (
        lambda t: t["check"]["still"].update(age="How old?"),
        f"{CHECK_FILE}still.age: the gap {{age}} is not there exactly once",
    ),
    (
        lambda t: t["check"]["start"].update(is_lines=[]),
        f"{CHECK_FILE}start.is_lines: there is nothing in this list",
    ),
    (
        lambda t: t["check"]["start"].update(is_lines=["x", 1]),
        f"{CHECK_FILE}start.is_lines[1]: a text is expected",
    ),
    (
        lambda t: t["help"]["pages"].pop("age"),
        f"{HELP_FILE}pages.age: the words of this page are missing",
    ),
    (
        lambda t: t["help"]["pages"].update(extra=t["help"]["pages"]["age"]),
        f"{HELP_FILE}pages.extra: there is no such page",
    ),
    (
        lambda t: t["help"]["pages"]["age"].pop("do_not"),
        f"{HELP_FILE}pages.age.do_not: the words of this part of a help page are missing",
    ),
    (
        page("age", more="x"),
        f"{HELP_FILE}pages.age.more: there is no such part of a help page",
    ),
    (
        page("age", title="x" * 61),
        f"{HELP_FILE}pages.age.title: 61 characters are more than 60",
    ),
    (
        page("age", by_when="x" * 91),
        f"{HELP_FILE}pages.age.by_when: 91 characters are more than 90",
    ),
    (
        page("age", ambulance="Call 112."),
        f"{HELP_FILE}pages.age.ambulance: the gap {{numbers}} is not there exactly once",
    ),
    (
        page("age", do_not=f"Do not call {CALL}."),
        f"{HELP_FILE}pages.age.do_not: nothing fills the gap {{numbers}}",
    ),
    (
        page("age", do="Call {numbers."),
        f"{HELP_FILE}pages.age.do: a gap is not written as {{name}}",
    ),
    (
        page("age", do="Call {numbers!r}."),
        f"{HELP_FILE}pages.age.do: a gap is not written as {{name}}",
    ),
    (
        page("age", do=f"Call {CALL}."),
        f"{HELP_FILE}pages.age.do: a page for SEE_SOON must not have {{numbers}}",
    ),
    (
        page("cold_leg", do="Wait."),
        f"{HELP_FILE}pages.cold_leg.do: a page for EMERGENCY must have {{numbers}}",
    ),
]


def read(tree: dict[str, Any]) -> None:
    worded_check(parse_content(tree, "en"))


@pytest.mark.parametrize(("damage", "sentence"), KINDS, ids=[sentence for _, sentence in KINDS])
def test_each_kind_of_damage_is_told(damage: Damage, sentence: str) -> None:
    tree = whole_tree()
    damage(tree["texts"]["en"])
    with pytest.raises(ContentError) as caught:
        read(tree)
    assert sentence in str(caught.value)
    assert str(caught.value).startswith("texts/en")
    assert "\n" not in str(caught.value)


def test_the_undamaged_words_are_accepted() -> None:
    read(whole_tree())


ANYTHING = st.none() | st.booleans() | st.integers() | st.sampled_from(["", "{", "{0}", "{x}", "y"])
PLACES = [
    (file, *path)
    for file in ("check", "help")
    for path in [
        (one, two)
        for one, inner in json.loads(packed())["texts"]["en"][file].items()
        for two in inner
    ]
]


@given(st.sampled_from(PLACES), ANYTHING | st.lists(ANYTHING, max_size=2))
def test_no_damage_ends_in_anything_but_a_sentence(place: tuple[str, str, str], to: Any) -> None:
    tree = whole_tree()
    file, one, two = place
    tree["texts"]["en"][file][one][two] = to
    with suppress(ContentError):
        read(tree)
