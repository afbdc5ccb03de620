"""So and not so: every exercise has its pairs, and a broken file is told in one sentence."""

from __future__ import annotations

import math
from itertools import combinations

import pytest
from PySide6.QtCore import QRectF, QSize, Qt

from kneecoach.domain.front import projected
from kneecoach.domain.front_movements import FrontMovement, front_still
from kneecoach.domain.movements import still_of
from kneecoach.domain.pairs import PairError, parse_pairs, parse_steps
from kneecoach.domain.pseudo import pseudo
from kneecoach.ui.figure.curves import between
from kneecoach.ui.figure.glow import side_hollow
from kneecoach.ui.figure.pair_picture import fitting_of, pair_picture
from kneecoach.ui.figure.shapes import spine_of
from kneecoach.ui.figure.tags import BADGE, Spots, tags_of
from kneecoach.ui.pair_drawing import height_of
from tests.content.trees import english
from tests.figure.front_files import pairs, trees
from tests.figure.front_golden import pair_view

EXERCISES = sorted(english().catalogue.exercises)
LINE = [[0, 0], [100, 100]]
TAGGED = {"kind": "fault", "points": LINE, "tag": "here"}


def marked(**mark: object) -> dict[str, object]:
    """A side of a pair with that mark."""
    return {"key": "half", "marks": [mark]}


@pytest.mark.parametrize("name", EXERCISES)
def test_every_exercise_has_two_different_pictures(name: str) -> None:
    for pair in pairs()[name]:
        so, not_so = pair.so, pair.not_so
        assert (so.key, so.marks) != (not_so.key, not_so.marks)
        assert {mark.kind for mark in not_so.marks} & {"fault", "octagon"}  # it is pointed at
        assert not {mark.kind for mark in so.marks} & {"fault", "octagon"}


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
        ({"not_so": marked(kind="fault", points=[[1, 2]])}, "pairs/lunge.toml: pairs[0].not_so"),
        ({"so": marked(kind="star")}, "pairs/lunge.toml: pairs[0].so.marks[0].kind"),
        ({"so": marked(kind="here", points=[[1, 2]])}, "pairs/lunge.toml: pairs[0].so.marks[0]"),
        ({"so": marked(kind="curve", points=LINE)}, "pairs/lunge.toml: pairs[0].so.marks[0]"),
        ({"so": marked(kind="bar", points=[[1, "2"], [3, 4]])}, "pairs/lunge.toml: pairs[0].so"),
        ({"so": marked(kind="line", points=LINE, tag="here")}, "pairs/lunge.toml: pairs[0].so"),
        ({"so": marked(kind="fault", points=LINE, tag=3)}, "pairs/lunge.toml: pairs[0].so.marks"),
        ({"so": marked(kind="fault", points=LINE, beside="near")}, "pairs/lunge.toml: pairs[0].so"),
        ({"so": marked(kind="fault", points=LINE, at=[1])}, "pairs/lunge.toml: pairs[0].so.marks"),
        ({"so": marked(kind="fault", points=LINE, bow="far")}, "pairs/lunge.toml: pairs[0].so"),
        ({"so": marked(kind="fault", points=LINE, colour=1)}, "pairs/lunge.toml: pairs[0].so"),
        ({"so": {"key": "half", "marks": [TAGGED] * 4}}, "pairs/lunge.toml: pairs[0].so.marks"),
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


@pytest.mark.parametrize("name", [n for n in EXERCISES if n.startswith("stand")])
def test_the_pelvis_bar_lies_on_the_pelvis_and_the_plumb_line_goes_through_the_ankle(
    name: str,
) -> None:
    (pair,) = pairs()[name]
    assert isinstance(pair.movement, FrontMovement)
    for side in (pair.so, pair.not_so):
        body, _ = front_still(pair.movement, side.key)
        bar = next(mark for mark in side.marks if mark.kind == "bar")
        (x0, y0), (x1, y1) = bar.points
        slope = math.degrees(math.atan2(y0 - y1, x1 - x0))
        assert slope == pytest.approx(body.trunk.pelvis_angle, abs=0.5)
        hips = [projected(leg.hip, "front") for leg in body.legs]
        middle = sum(y for _, y in hips) / 2
        assert 25 < (y0 + y1) / 2 - middle < 40
        plumb = next(mark for mark in side.marks if mark.kind == "line")
        ankle, _ = projected(body.right_leg.ankle, "front")
        assert [x for x, _ in plumb.points] == pytest.approx([ankle, ankle], abs=2)
    level = next(mark for mark in pair.not_so.marks if mark.kind == "level")
    assert level.points[0][1] == level.points[1][1]


@pytest.mark.parametrize(
    ("name", "beside"), [("leg_raise", (30, 75)), ("hamstring_bent", (85, 100))]
)
def test_the_curve_follows_the_back(name: str, beside: tuple[float, float]) -> None:
    (pair,) = pairs()[name]
    assert not isinstance(pair.movement, FrontMovement)
    body, _ = still_of(pair.movement, pair.not_so.key)
    spine = spine_of(body.trunk)
    along = [spine.place(t / 50, 0) for t in range(51)]
    curve = next(mark for mark in pair.not_so.marks if mark.kind == "curve")
    near, far = beside
    for point in curve.points:
        assert near < min(math.dist(point, other) for other in along) < far


def test_the_back_arches_off_the_mat() -> None:
    (pair,) = pairs()["leg_raise"]
    flat, arched = (
        max(y for _, y in next(m for m in side.marks if m.kind == "curve").points[:6])
        for side in (pair.so, pair.not_so)
    )
    assert flat < 20
    assert arched > 50


def test_in_the_wrong_massage_the_hand_or_the_roller_is_at_the_hollow() -> None:
    for name in ("massage_calf", "massage_hamstring", "massage_back_of_knee"):
        pair = pairs()[name][0]
        assert not isinstance(pair.movement, FrontMovement)
        body, _ = still_of(pair.movement, pair.not_so.key)
        hollow = side_hollow(body.near_leg).boundingRect().center()
        hand = between(body.near_arm.wrist, body.near_arm.tip, 0.6)
        assert math.dist(hand, (hollow.x(), -hollow.y())) < 60
    for name in ("roller_calf", "roller_hamstring"):
        (pair,) = pairs()[name]
        assert {m.kind for m in pair.so.marks} >= {"here", "tick", "not_here"}
        assert {m.kind for m in pair.not_so.marks} == {"not_here", "octagon"}


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("language", ["en", "pseudo"])
@pytest.mark.parametrize("width", [294, 186])
@pytest.mark.parametrize("mirrored", [False, True])
def test_tags_lie_inside_and_off_each_other(width: int, mirrored: bool, language: str) -> None:
    words = english().texts.tags
    words = words if language == "en" else {name: pseudo(text) for name, text in words.items()}
    for found in pairs().values():
        for pair in found:
            size = QSize(width, height_of(pair, width))
            whole = QRectF(0, 0, size.width(), size.height())
            spots = Spots(fitting_of(pair.crop, size, 1.0), size, mirrored)
            for side in (pair.so, pair.not_so):
                tags = tags_of(side.marks, words, spots)
                assert [tag.words for tag in tags] == [words[name] for name in side.tags]
                boxes = [tag.box for tag in tags]
                assert all(whole.contains(box) for box in boxes)
                for one, other in combinations([BADGE, *boxes], 2):
                    assert one.intersected(other).isEmpty(), (pair.movement.name, side.key)


@pytest.mark.usefixtures("qapp")
def test_tags_change_sides_with_the_leg_and_are_not_mirrored() -> None:
    (pair,) = pairs()["stand_open"]
    size = QSize(294, 220)
    plain = english().texts.tags
    right, left = (
        pair_picture(pair, pair.not_so, pair_view("light", False, plain, size=size, mirrored=m))
        for m in (False, True)
    )
    assert left.toImage() != right.toImage().flipped(Qt.Orientation.Horizontal)
    places = [
        tags_of(pair.not_so.marks, plain, Spots(fitting_of(pair.crop, size, 1.0), size, mirrored))
        for mirrored in (False, True)
    ]
    for one, other in zip(*places, strict=True):
        assert one.box.center().x() + other.box.center().x() == pytest.approx(294, abs=8)


@pytest.mark.parametrize(
    ("steps", "sentence"),
    [
        (["down", "fly"], "pairs/lunge.toml: steps"),
        (3, "pairs/lunge.toml: steps"),
        ([4], "pairs/lunge.toml: steps"),
    ],
)
def test_a_step_about_nothing_that_is_done_is_told(steps: object, sentence: str) -> None:
    with pytest.raises(PairError) as caught:
        parse_steps("lunge", {"steps": steps, "pairs": []}, ["down", "hold", "up"])
    assert str(caught.value).startswith(sentence)


@pytest.mark.parametrize("name", EXERCISES)
def test_every_step_in_the_words_has_its_moment(name: str) -> None:
    content = english()
    phases = [phase.name for phase in content.catalogue.exercise(name).phases]
    steps = parse_steps(name, trees("pairs")[name], phases)
    assert len(steps) == len(content.texts.exercises[name].steps)
    assert any(steps)


@pytest.mark.parametrize("name", [n for n in EXERCISES if not n.startswith("massage")])
def test_nobody_loses_their_head(name: str) -> None:
    size = QSize(294, 220)
    for pair in pairs()[name]:
        fitting = fitting_of(pair.crop, size, 1.0)
        for side in (pair.so, pair.not_so):
            if isinstance(pair.movement, FrontMovement):
                trunk = front_still(pair.movement, side.key)[0].trunk
                skull = projected(trunk.skull, pair.movement.facing)
            else:
                skull = still_of(pair.movement, side.key)[0].trunk.skull
            # A head reaches 60 mH to its sides; upright it reaches 128 up, bent forward less.
            at, around = fitting.place(skull), 60 * fitting.scale
            assert around <= at.x() <= size.width() - around
            assert at.y() >= 1.6 * around
