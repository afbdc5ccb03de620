"""Whatever is wrong with a content file is told in one sentence: which file, which key, why."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kneecoach.domain.content import parse_content
from kneecoach.domain.parsing import ContentError
from kneecoach.store.content import canonical, compile_content, load_content, read_content
from tests.content.trees import ASSETS, packed, whole_tree

Damage = Callable[[dict[str, Any]], object]


def _leg_raise(tree: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = tree["catalogue"]["strength"]["exercise"][0]
    return found


def _put(*path: str | int, value: object) -> Damage:
    def damage(tree: Any) -> None:
        for step in path[:-1]:
            tree = tree[step]
        tree[path[-1]] = value

    return damage


def _take(*path: str | int) -> Damage:
    def damage(tree: Any) -> None:
        for step in path[:-1]:
            tree = tree[step]
        del tree[path[-1]]

    return damage


RAISE = ("catalogue", "strength", "exercise", 0)
STAND = ("catalogue", "balance", "exercise", 0)
WORDS = ("texts", "en", "exercises", "leg_raise")
KINDS: list[tuple[str, Damage, str]] = [
    (
        "unknown key",
        _put(*RAISE, "colour", value="red"),
        "catalogue/strength.toml: exercise[0].colour: this key is not known here",
    ),
    (
        "missing key",
        _take(*RAISE, "chart"),
        "catalogue/strength.toml: exercise[0].chart: this key is missing",
    ),
    (
        "wrong type",
        _put(*RAISE, "start", value="two"),
        "catalogue/strength.toml: exercise[0].start: a whole number is expected",
    ),
    (
        "truth for a number",
        _put(*RAISE, "levels", 0, "sets", value=True),
        "catalogue/strength.toml: exercise[0].levels[0].sets: a whole number is expected",
    ),
    (
        "number for a text",
        _put(*WORDS, "feel", value=3),
        "texts/en/exercises.toml: leg_raise.feel: a text is expected",
    ),
    (
        "blank text",
        _put(*WORDS, "feel", value="  "),
        "texts/en/exercises.toml: leg_raise.feel: the text is empty",
    ),
    (
        "out of range",
        _put(*RAISE, "levels", 7, "reps", value=51),
        "catalogue/strength.toml: exercise[0].levels[7].reps: 51 is not between 1 and 50",
    ),
    (
        "start outside the levels",
        _put(*RAISE, "start", value=8),
        "catalogue/strength.toml: exercise[0].start: 8 is not between 0 and 7",
    ),
    (
        "levels that do not grow",
        _put(*RAISE, "levels", 1, "reps", value=6),
        "catalogue/strength.toml: exercise[0].levels: each has to ask for more than the one before",
    ),
    (
        "repetitions and seconds",
        _put(*RAISE, "levels", 0, "hold_s", value=20),
        "catalogue/strength.toml: exercise[0].levels[0].reps: "
        "exactly one of reps and hold_s is expected",
    ),
    (
        "no phase for the dose",
        _put(*STAND, "phases", 1, "ms", value=30_000),
        "catalogue/balance.toml: exercise[0].phases: "
        "one hold or stroke phase has to take its ms, 0, from the dose",
    ),
    (
        "phase without a length",
        _put(*RAISE, "phases", 0, "ms", value=0),
        "catalogue/strength.toml: exercise[0].phases: "
        "every phase needs its ms where repetitions are counted",
    ),
    (
        "unknown motion",
        _put(*RAISE, "phases", 0, "motion", value="sideways"),
        "catalogue/strength.toml: exercise[0].phases[0].motion: "
        '"sideways" is none of back, hold, out, still, stroke',
    ),
    (
        "unknown lock",
        _put(*RAISE, "locks", value=["E9"]),
        'catalogue/strength.toml: exercise[0].locks[0]: "E9" is not known',
    ),
    (
        "unknown exercise",
        _put(*RAISE, "harder", value="somersault"),
        'catalogue/strength.toml: leg_raise.harder: there is no exercise "somersault"',
    ),
    (
        "one-way reference",
        _put(*RAISE, "harder", value="lunge"),
        'catalogue/strength.toml: leg_raise.harder: "lunge" does not point back',
    ),
    (
        "the same exercise twice",
        lambda tree: tree["catalogue"]["strength"]["exercise"].append(_leg_raise(tree)),
        'catalogue/strength.toml: exercise[3].id: "leg_raise" is there twice',
    ),
    (
        "not the id of a fact",
        _put(*RAISE, "facts", 0, value="E9-1"),
        'catalogue/strength.toml: exercise[0].facts[0]: "E9-1" is not the id of a fact',
    ),
    (
        "missing file",
        _take("catalogue", "stretch"),
        "catalogue: stretch: this key is missing",
    ),
    (
        "words of nothing",
        _put("texts", "en", "exercises", "jump", value={}),
        "texts/en/exercises.toml: jump: there is no such exercise",
    ),
    (
        "exercise without words",
        _take(*WORDS),
        "texts/en/exercises.toml: leg_raise: the words of this exercise are missing",
    ),
    (
        "phase without a cue",
        _take(*WORDS, "cues", "lower"),
        "texts/en/exercises.toml: leg_raise.cues.lower: the words of this cue are missing",
    ),
    (
        "cue too long",
        _put(*WORDS, "cues", "lower", value="x" * 51),
        "texts/en/exercises.toml: leg_raise.cues.lower: 51 characters are more than 50",
    ),
    (
        "thing without a name",
        _take("texts", "en", "names", "needs", "mat"),
        "texts/en/names.toml: needs.mat: the words of this entry are missing",
    ),
    (
        "sign without words",
        _take("texts", "en", "signs", "signs", "A1"),
        "texts/en/signs.toml: signs.A1: the words of this entry are missing",
    ),
    *(
        (
            f"gap written as {gap}",
            _put("texts", "en", "messages", "locked", value=f"The file {gap} is held."),
            "texts/en/messages.toml: locked: a gap is not written as {name}",
        )
        for gap in ("{", "}", "{}", "{0}", "{path.name}", "{path", "{path!x}")
    ),
    (
        "cause with an unknown exercise",
        _put("guidance", "causes", "cause", 1, "exercises", value=["yoga"]),
        'guidance/causes.toml: cause[1].exercises[0]: "yoga" is not known',
    ),
    (
        "unknown structure",
        _put("guidance", "causes", "cause", 1, "structures", value=["tail"]),
        'guidance/causes.toml: cause[1].structures[0]: "tail" is not known',
    ),
    (
        "urgent group too late",
        _put("guidance", "signs", "group", 4, "urgency", value="emergency"),
        "guidance/signs.toml: group[4].urgency: "
        "a more urgent group may not follow a less urgent one",
    ),
    (
        "111 without a country",
        _put("guidance", "numbers", "country", 0, "emergency", value=["111"]),
        "guidance/numbers.toml: country[0].emergency: "
        "111 and urgent lines need their country (guide 3.2)",
    ),
    (
        "no such language",
        _take("texts", "en"),
        "content: texts.en: this key is missing",
    ),
]


@pytest.mark.parametrize(("damage", "sentence"), [k[1:] for k in KINDS], ids=[k[0] for k in KINDS])
def test_each_kind_of_damage_is_told(damage: Damage, sentence: str) -> None:
    tree = whole_tree()
    damage(tree)
    with pytest.raises(ContentError) as caught:
        parse_content(tree, "en")
    assert str(caught.value) == sentence


def test_the_undamaged_tree_is_accepted() -> None:
    assert parse_content(whole_tree(), "en").texts.language == "en"


def _places(tree: Any) -> list[tuple[Any, Any]]:
    """Every (container, key) of a tree."""
    if isinstance(tree, dict):
        keys: list[Any] = list(tree)
    elif isinstance(tree, list):
        keys = list(range(len(tree)))
    else:
        return []
    return [(tree, key) for key in keys] + [place for key in keys for place in _places(tree[key])]


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=3,
)


@given(st.data())
def test_no_damage_ends_in_anything_but_a_sentence(data: st.DataObject) -> None:
    tree = whole_tree()
    places = _places({name: tree[name] for name in ("catalogue", "guidance", "texts")})
    container, key = places[data.draw(st.integers(0, len(places) - 1))]
    container[key] = data.draw(ANYTHING)
    with suppress(ContentError):
        parse_content(tree, "en")


def _copy(folder: Path) -> Path:
    return Path(shutil.copytree(ASSETS, folder / "assets"))


def test_a_file_that_is_not_toml_is_named(tmp_path: Path) -> None:
    assets = _copy(tmp_path)
    (assets / "guidance" / "causes.toml").write_text("[[cause]\n", encoding="utf-8")
    with pytest.raises(ContentError, match=r"^guidance/causes\.toml: .* it is not TOML: .*line 1"):
        compile_content(assets)


def test_a_file_in_another_encoding_is_named(tmp_path: Path) -> None:
    assets = _copy(tmp_path)
    (assets / "texts" / "en" / "names.toml").write_bytes(b'[needs]\nmat = "t\xe4ppie"\n')
    with pytest.raises(ContentError, match=r"^texts/en/names\.toml: "):
        compile_content(assets)


def test_a_pose_file_that_cannot_be_used_is_named(tmp_path: Path) -> None:
    assets = _copy(tmp_path)
    (assets / "poses" / "squat.toml").write_text("phases = 3\n", encoding="utf-8")
    with pytest.raises(ContentError, match=r"^poses/squat\.toml: "):
        compile_content(assets)


@pytest.mark.parametrize(
    ("file", "before", "after", "told"),
    [
        (
            "pairs/squat.toml",
            'steps = ["ready", ',
            "steps = [",
            "pairs/squat.toml: steps: must be as many as the steps in the words",
        ),
        (
            "pairs/squat.toml",
            'tag = "heels_down"',
            'tag = "heels_low"',
            "texts/en/names.toml: tags.heels_low: the words of this tag are missing",
        ),
        (
            "texts/en/names.toml",
            'here = "Here"',
            'here = "Here, and only here, for ever"',
            "texts/en/names.toml: tags.here: ",
        ),
    ],
)
def test_a_pair_that_does_not_fit_the_words_is_named(
    file: str, before: str, after: str, told: str, tmp_path: Path
) -> None:
    assets = _copy(tmp_path)
    text = (assets / file).read_text(encoding="utf-8")
    assert before in text
    (assets / file).write_text(text.replace(before, after), encoding="utf-8")
    with pytest.raises(ContentError) as caught:
        compile_content(assets)
    assert str(caught.value).startswith(told)


@pytest.mark.parametrize("packed_bytes", [b"", b"{", b"[]", b"\xff", b"[" * 100_000])
def test_a_damaged_compiled_file_is_told(packed_bytes: bytes) -> None:
    with pytest.raises(ContentError, match=r"^content\.json: the whole file: "):
        read_content(packed_bytes, "en")


def test_an_unknown_language_is_told() -> None:
    with pytest.raises(ContentError, match="this key is missing"):
        load_content("xx")


def test_the_compiled_file_is_the_same_for_the_same_content() -> None:
    assert compile_content(ASSETS) == packed() == canonical(whole_tree()).encode()
