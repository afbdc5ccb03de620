"""Broken pose files: one sentence that names the file, the key and what is wrong."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kneecoach.domain.figure import PoseError, parse_movement, parse_movements
from kneecoach.domain.parsing import ContentError
from tests.figure.files import tree

Damage = Callable[[dict[str, Any]], object]

BROKEN: list[tuple[str, Damage, str]] = [
    ("no keys", lambda t: t.pop("keys"), "keys"),
    ("empty keys", lambda t: t["keys"].clear(), "keys"),
    ("no stage", lambda t: t.pop("stage"), "stage"),
    ("flat stage", lambda t: t.update(stage=[0, 0, 0, 0]), "stage"),
    ("short row", lambda t: t.update(thumbnail=[1, 2]), "thumbnail"),
    ("unknown word", lambda t: t.update(colour="red"), "colour"),
    ("unknown muscle", lambda t: t.update(targets=["biceps"]), "targets"),
    ("unknown still", lambda t: t.update(still="nap"), "still"),
    ("a text for a number", lambda t: t["keys"]["stand"].update(lean="much"), "keys.stand.lean"),
    ("no number", lambda t: t["keys"]["stand"].update(lean=float("nan")), "keys.stand.lean"),
    ("a slip of the pen", lambda t: t["keys"]["half"].update(near_nee=3), "keys.half.near_nee"),
    ("an unknown pin", lambda t: t["keys"]["stand"]["pins"].update(nose=[0, 0, 0]), "nose"),
    ("one hand", lambda t: t["keys"]["stand"].update(hands=["clasp"]), "keys.stand.hands"),
    ("like a later one", lambda t: t["keys"]["stand"].update(like="full"), "keys.stand.like"),
    ("no such key", lambda t: t["phases"].update(down=["stand", "moon"]), "phases.down"),
    ("an empty phase", lambda t: t["phases"].update(down=[]), "phases.down"),
    (
        "a turn at the end",
        lambda t: t["phases"].update(down={"there_and_back": ["stand"], "turn": 1}),
        "phases.down",
    ),
    ("an unknown thing", lambda t: t["props"][0].update(kind="piano"), "props[0].kind"),
    ("things that are none", lambda t: t.update(props=3), "props"),
]


def test_the_file_itself_is_whole() -> None:
    assert parse_movement("squat", tree("squat")).name == "squat"


@pytest.mark.parametrize(("damage", "key"), [b[1:] for b in BROKEN], ids=[b[0] for b in BROKEN])
def test_a_broken_file_is_told_in_one_sentence(damage: Damage, key: str) -> None:
    broken = tree("squat")
    damage(broken)
    with pytest.raises(PoseError) as told:
        parse_movement("squat", broken)
    sentence = str(told.value)
    assert sentence.startswith("poses/squat.toml: ")
    assert key in sentence
    assert "\n" not in sentence
    assert isinstance(told.value, ContentError)


@pytest.mark.parametrize("nothing", [None, 7, "text", [], [1, 2]])
def test_a_file_that_is_no_table_is_told_too(nothing: object) -> None:
    with pytest.raises(PoseError, match=r"poses/lunge\.toml"):
        parse_movement("lunge", nothing)


def test_one_broken_file_leaves_the_others_standing() -> None:
    broken = tree("lunge")
    broken["phases"]["down"] = ["split", "deeper"]
    book = parse_movements({"squat": tree("squat"), "lunge": broken})
    assert book.get("squat") is not None
    assert book.get("lunge") is None
    assert len(book.errors) == 1
    assert "poses/lunge.toml: phases.down" in book.errors[0]


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner),
    max_leaves=8,
)
PLACES = ("still", "stage", "thumbnail", "targets", "shadows", "props", "phases", "keys")


@given(st.sampled_from(PLACES), ANYTHING)
def test_whatever_stands_in_a_file_it_is_read_or_refused_in_words(key: str, value: object) -> None:
    broken = tree("squat")
    broken[key] = value
    book = parse_movements({"squat": broken})
    assert (book.get("squat") is None) == bool(book.errors)
