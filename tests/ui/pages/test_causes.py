"""A cause's card: what it tells, what of it starts or is closed, and what can't be folded away."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from kneecoach.domain.safety import CheckOutcome, GateDue, Standing
from kneecoach.domain.settings import ThemeChoice
from kneecoach.ui.cause_exercises import ExerciseChip
from kneecoach.ui.cause_words import SourcesLine
from kneecoach.ui.kit.buttons import LinkButton
from kneecoach.ui.kit.labels import TextLabel
from kneecoach.ui.kit.page import focusables
from kneecoach.ui.knee_causes import CauseItem
from kneecoach.ui.look import Look
from kneecoach.ui.pictures import Pictures
from tests.ui.pages.seen import cut
from tests.ui.surroundings import Surroundings

Make = Callable[..., CauseItem]
NOTHING_CLOSED = CheckOutcome(frozenset())


@pytest.fixture
def make(surroundings: Surroundings, qapp: QApplication) -> Make:
    made: list[QWidget] = []

    def item(
        name: str, check: CheckOutcome | None = NOTHING_CLOSED, **content: object
    ) -> CauseItem:
        look = Look(ThemeChoice.LIGHT, calm=True)
        whole = replace(surroundings.content, **content)  # type: ignore[arg-type]
        cause = next(cause for cause in whole.causes if cause.id == name)
        pictures = Pictures(whole.poses, look, surroundings.clock)
        found = CauseItem(look, cause, whole, pictures)
        found.pictures = pictures  # type: ignore[attr-defined]
        found.refresh(check)
        found.resize(496, 900)
        found.show()
        qapp.processEvents()
        made.append(found)
        return found

    return item


def words(root: QWidget) -> list[str]:
    return [one.text() for one in root.findChildren(TextLabel) if one.isVisibleTo(root)]


def chips(item: CauseItem) -> dict[str, ExerciseChip]:
    assert item.exercises is not None
    return {chip.exercise: chip for chip in item.exercises.chips}


def test_an_open_cause_tells_its_five_parts_in_order(make: Make) -> None:
    item = make("osteoarthritis")
    item.set_open(True)
    heads = ["How it feels", "Why", "What helps", "What does not help", "When to see a doctor"]
    told = words(item)
    assert [text for text in told if text in heads] == heads
    assert told[told.index("What does not help") + 1].startswith("Sparing the knee for good")


def test_what_must_be_known_of_a_clot_is_there_whether_it_is_open_or_not(make: Make) -> None:
    item = make("blood_clot")
    for opened in (False, True, False):
        item.set_open(opened)
        told = " ".join(words(item))
        assert "One leg is swollen, warm, red or darker." in told
        assert "do none of them until the leg has been checked" in told
        assert "Today: your doctor's urgent line or urgent care." in told
        assert ("A clot in a deep vein" in told) is opened
    assert item.exercises is None


def test_another_cause_folds_away_whole(make: Make) -> None:
    item = make("overuse")
    item.set_open(True)
    item.set_open(False)
    assert words(item) == ["Overuse", "A common cause: more load than the knee is ready for"]


def test_all_exercises_of_the_row_are_reached_each_with_a_start(make: Make) -> None:
    item = make("bakers_cyst")
    item.set_open(True)
    assert len(chips(item)) == 6
    [more] = [b for b in item.findChildren(LinkButton) if "more exercise" in b.text()]
    more.click()
    item.resize(496, item.heightForWidth(496))
    QApplication.processEvents()
    assert tuple(chips(item)) == item.cause.exercises
    assert not more.isVisibleTo(item)
    assert all(chip.start.isVisibleTo(item) for chip in chips(item).values())
    assert cut(item) == []


def test_tab_goes_from_chip_to_start_and_on_to_the_others_and_the_sources(make: Make) -> None:
    item = make("bakers_cyst")
    item.set_open(True)
    [more] = [b for b in item.findChildren(LinkButton) if "more exercise" in b.text()]
    more.click()
    reached = focusables(item)
    assert reached[0] is item.row
    expected = [part for chip in chips(item).values() for part in (chip.press, chip.start)]
    assert reached[1:-1] == expected
    assert isinstance(reached[-1], SourcesLine)
    assert item.focusWidget() is expected[12]


def test_a_chip_opens_the_page_and_its_button_starts(make: Make) -> None:
    item = make("tightness")
    item.set_open(True)
    wanted: list[tuple[str, str]] = []
    item.exercise_wanted.connect(lambda name: wanted.append(("open", name)))
    item.start_wanted.connect(lambda name: wanted.append(("start", name)))
    chip = chips(item)["calf_stretch"]
    QTest.mouseClick(chip.press, Qt.MouseButton.LeftButton)
    QTest.mouseClick(chip.start, Qt.MouseButton.LeftButton)
    assert wanted == [("open", "calf_stretch"), ("start", "calf_stretch")]
    assert chip.start.accessibleName() == "Start: Calf stretch"
    assert min(chip.start.width(), chip.start.height(), chip.press.height()) >= 44


@pytest.mark.parametrize(
    "check",
    [
        None,
        CheckOutcome(frozenset({"E1", "E1plus"})),
        CheckOutcome(frozenset(), Standing.EXPIRED),
        CheckOutcome(frozenset(), Standing.RULES_BROKEN),
    ],
    ids=["no check", "locked", "expired", "rules broken"],
)
def test_a_closed_exercise_says_so_and_offers_no_start(
    make: Make, check: CheckOutcome | None
) -> None:
    item = make("overuse", check)
    item.set_open(True)
    raised = chips(item)["leg_raise"]
    assert "Closed" in words(raised)
    assert not raised.start.isVisibleTo(item)
    assert raised.press.accessibleName() == "Straight-leg raise. Closed"
    item.refresh(NOTHING_CLOSED)
    assert "Closed" not in words(raised)
    assert raised.start.isVisibleTo(item)
    item.refresh(check)
    assert not raised.start.isVisibleTo(item)


def test_the_daily_questions_are_asked_on_the_way_and_close_no_start(make: Make) -> None:
    item = make("overuse", CheckOutcome(frozenset(), gate=GateDue.SEVEN))
    item.set_open(True)
    assert chips(item)["massage_hamstring"].start.isVisibleTo(item)


def test_a_condition_of_the_row_is_told_and_said(make: Make) -> None:
    item = make("bakers_cyst")
    item.set_open(True)
    chip = chips(item)["massage_hamstring"]
    assert "Not over the lump" in words(chip)
    assert chip.press.accessibleName().endswith(". Not over the lump")


def test_the_sources_stand_under_the_cause_and_lead_to_more(make: Make) -> None:
    item = make("blood_clot")
    item.set_open(True)
    [line] = item.findChildren(SourcesLine)
    asked: list[bool] = []
    item.about_wanted.connect(lambda: asked.append(True))
    line.click()
    assert asked == [True]
    assert line.accessibleName() == (
        "Sources: Thrombosis UK; NHS; NHS 111 Wales; Gloucestershire Hospitals NHS; "
        "NHS risk list (reprint). Last read in November 2026."
    )
    assert line.height() >= 44


def test_sources_that_cannot_be_read_leave_the_rest(make: Make) -> None:
    item = make("overuse", basis={})
    item.set_open(True)
    told = words(item)
    assert "The sources can't be shown. guidance: sources: this key is missing" in told
    assert "What helps" in told
