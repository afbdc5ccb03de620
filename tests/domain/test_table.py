"""The history as a table for a terminal."""

from __future__ import annotations

from dataclasses import replace

from kneecoach.domain.table import history_table
from kneecoach.store.content import load_content
from tests.domain.test_export import RAISED, RECORD, STRETCHED

TEXTS = load_content().texts


def test_each_exercise_has_a_line_and_a_session_its_day_once() -> None:
    lines = history_table([RECORD], TEXTS).splitlines()
    assert lines == [
        "Day         Time   Exercise            Side   Done      Min  Pain",
        "2026-03-31  08:30  Straight-leg raise  left   10, 8       3  –/5/0",
        "                   Calf stretch        right  1 × 20 s",
        "",
        "Pain 0 to 10: before the day's first session / at worst / after. –: not told.",
    ]


def test_an_exercise_that_was_not_reached_has_no_line() -> None:
    lines = history_table([replace(RECORD, exercises=(RAISED, replace(STRETCHED, done=())))], TEXTS)
    assert not any("Calf" in line for line in lines)


def test_an_exercise_of_a_newer_program_is_told_by_its_id() -> None:
    assert "nordic_curl" in history_table(
        [replace(RECORD, exercises=(replace(RAISED, id="nordic_curl"),))], TEXTS
    )


def test_every_word_of_the_head_is_translated() -> None:
    head = history_table([RECORD], load_content("pseudo").texts).splitlines()[0]
    assert head.count("«") == 7
