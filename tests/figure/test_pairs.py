"""So and not so: every exercise has its pairs, and a broken file is told in one sentence."""

from __future__ import annotations

import pytest

from kneecoach.domain.front_movements import FrontMovement, front_still
from kneecoach.domain.movements import still_of
from kneecoach.domain.pairs import PairError, parse_pairs
from tests.content.trees import english
from tests.figure.front_files import pairs, trees

EXERCISES = sorted(english().catalogue.exercises)


@pytest.mark.parametrize("name", EXERCISES)
def test_every_exercise_has_two_different_pictures(name: str) -> None:
    for pair in pairs()[name]:
        so, not_so = pair.so, pair.not_so
        assert (so.key, so.hollow) != (not_so.key, not_so.hollow)
        assert not_so.arrows  # the fault is pointed at
        assert not so.hollow


def test_there_is_no_pair_without_an_exercise() -> None:
    assert sorted(pairs()) == EXERCISES


@pytest.mark.parametrize("name", EXERCISES)
def test_both_pictures_can_be_posed(name: str) -> None:
    for pair in pairs()[name]:
        for side in (pair.so, pair.not_so):
            if isinstance(pair.movement, FrontMovement):
                front_still(pair.movement, side.key)
            else:
                still_of(pair.movement, side.key)


def test_balance_is_shown_from_the_front_and_the_squat_from_both() -> None:
    views = {
        name: {isinstance(pair.movement, FrontMovement) for pair in pairs()[name]}
        for name in ("stand_open", "squat", "calf_stretch", "leg_raise")
    }
    assert views == {
        "stand_open": {True},
        "squat": {True, False},
        "calf_stretch": {True, False},
        "leg_raise": {False},
    }


def test_the_heels_lift_and_the_toes_stay() -> None:
    pair = next(p for p in pairs()["squat"] if not isinstance(p.movement, FrontMovement))
    assert not isinstance(pair.movement, FrontMovement)
    good, wrong = (still_of(pair.movement, s.key)[0] for s in (pair.so, pair.not_so))
    assert good.near_leg.ankle[1] == pytest.approx(43, abs=0.5)
    assert wrong.near_leg.ankle[1] > 65
    assert wrong.near_leg.foot_point(74, -43) == pytest.approx((74, 0), abs=1)


def test_in_the_wrong_lunge_the_knee_is_past_the_toes() -> None:
    (pair,) = pairs()["lunge"]
    assert not isinstance(pair.movement, FrontMovement)
    good, wrong = (still_of(pair.movement, s.key)[0] for s in (pair.so, pair.not_so))
    toes = good.near_leg.foot_point(120, -36)[0]
    assert good.near_leg.knee[0] < toes < wrong.near_leg.knee[0]


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"view": "above"}, "pairs/lunge.toml: pairs[0].view"),
        ({"view": "front"}, "pairs/lunge.toml: pairs[0].view"),
        ({"so": {"key": "nowhere"}}, "pairs/lunge.toml: pairs[0].so.key"),
        ({"crop": [1, 2, 3]}, "pairs/lunge.toml: pairs[0].crop"),
        ({"keys": {"past_the_toes": {"lean": "far"}}}, "pairs/lunge.toml: pairs[0].keys"),
        ({"colour": 1}, "pairs/lunge.toml: pairs[0].colour"),
        ({"not_so": {"key": "half", "arrows": [[1, 2]]}}, "pairs/lunge.toml: pairs[0].not_so"),
    ],
)
def test_a_broken_pair_is_told_in_one_sentence(change: dict[str, object], sentence: str) -> None:
    tree = trees("pairs")["lunge"]
    tree["pairs"][0].update(change)
    with pytest.raises(PairError) as caught:
        parse_pairs("lunge", tree, trees("poses"), trees("front"))
    assert str(caught.value).startswith(sentence)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("tree", [None, 3, {}, {"pairs": []}, {"pairs": 3}, {"pairs": [3]}])
def test_a_file_that_is_no_pair_is_told(tree: object) -> None:
    with pytest.raises(PairError, match=r"^pairs/lunge\.toml"):
        parse_pairs("lunge", tree, trees("poses"), trees("front"))
