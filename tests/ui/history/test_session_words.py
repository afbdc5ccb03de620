"""A session in words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QLocale

from kneecoach.domain.answers import Answers, Effort, Hurt, PainChoice
from kneecoach.domain.catalogue import Dose, Side
from kneecoach.domain.charts import Column
from kneecoach.domain.content import Content
from kneecoach.domain.history import DoneExercise, DoneSet
from kneecoach.domain.plan import Slot
from kneecoach.ui.charts.words import column_sentence, minutes_words, pain_value, period_words
from kneecoach.ui.session_words import (
    done_words,
    exercise_words,
    session_sentences,
    time_words,
    told_lines,
)
from tests.ui.history.kept import TODAY, done, session

ENGLISH = QLocale("en")


def _reps(*counts: int) -> DoneExercise:
    sets = tuple(DoneSet(n, count, None) for n, count in enumerate(counts, 1))
    return DoneExercise("leg_raise", Side.LEFT, Dose(3, 10, None, 60), sets, 60)


def _holds(*counts: int) -> DoneExercise:
    sets = tuple(DoneSet(n, None, count) for n, count in enumerate(counts, 1))
    return DoneExercise("calf_stretch", Side.LEFT, Dose(3, None, 20, 60), sets, 60)


@pytest.mark.parametrize(
    ("exercise", "words"),
    [
        (_reps(10, 10, 10), "3 × 10"),
        (_reps(10, 10, 8), "10, 10, 8 of 3 × 10"),
        (_reps(10, 10), "10, 10 of 3 × 10"),
        (_reps(12, 10, 10), "12, 10, 10 of 3 × 10"),
        (_reps(), "0 of 3 × 10"),
        (_holds(20, 20, 20), "3 × 20 s"),
        (_holds(20, 12), "20, 12 s of 3 × 20 s"),
    ],
)
def test_what_was_done_stands_beside_what_was_planned(exercise: DoneExercise, words: str) -> None:
    assert done_words(exercise).replace("\u00a0", " ") == words


def test_an_exercise_tells_its_side_unless_both_legs_work_at_once(content: Content) -> None:
    def told(name: str, side: Side) -> str:
        return exercise_words(done(name, (9,), 60, side), content.texts)

    assert told("leg_raise", Side.LEFT) == "Straight-leg raise, left"
    assert told("calf_stretch", Side.RIGHT) == "Calf stretch, right"
    assert told("squat", Side.BOTH) == content.texts.exercises["squat"].name
    assert told("heel_raise", Side.LEFT) == "Exercise of a newer version, left"


@pytest.mark.parametrize(("offset", "hour"), [(60, 8), (-480, 23), (345, 0)])
def test_a_session_keeps_the_local_time_it_had(offset: int, hour: int) -> None:
    record = session(TODAY, done("leg_raise", (9,), 60), hour=hour, offset_minutes=offset)
    assert time_words(record) == f"{hour:02d}:00"


def test_a_session_is_read_aloud_whole(content: Content) -> None:
    record = session(
        TODAY,
        done("leg_raise", (10, 8), 190),
        hour=19,
        pain=(None, 6, 5),
        slot=Slot.EVENING,
        finished=False,
    )
    assert session_sentences(record, content.texts, ENGLISH).replace("\u00a0", " ") == (
        "Sunday, 22 November, 19:00, Evening. Not finished. "
        "Straight-leg raise, left: 10, 8 of 3 × 10. 3 min. Pain: Worst 6, After 5."
    )


def test_a_session_without_a_rating_says_so(content: Content) -> None:
    record = session(TODAY, done("leg_raise", (9,), 60))
    assert "No pain rating." in session_sentences(record, content.texts, ENGLISH)


@pytest.mark.parametrize(
    ("seconds", "words"), [(0, "0 s"), (59, "59 s"), (60, "1 min"), (89, "1 min"), (3600, "60 min")]
)
def test_time_is_told_in_minutes_from_one_minute_on(seconds: int, words: str) -> None:
    assert minutes_words(seconds) == words


@pytest.mark.parametrize(("value", "words"), [(4, "4"), (3.5, "3.5"), (3.04, "3"), (0.0, "0")])
def test_a_mean_of_pain_has_one_decimal_at_most(value: float, words: str) -> None:
    assert pain_value(value, ENGLISH) == words


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (date(2026, 11, 22), date(2026, 11, 22), "Sunday, 22 November"),
        (date(2026, 6, 1), date(2026, 6, 7), "1 Jun to 7 Jun 2026"),
        (date(2025, 12, 29), date(2026, 1, 4), "29 Dec to 4 Jan 2026"),
        (date(2026, 2, 1), date(2026, 2, 28), "February 2026"),
    ],
)
def test_a_column_tells_its_days(first: date, last: date, words: str) -> None:
    assert period_words(Column(first, last, (), 0, 0, None, None), ENGLISH) == words


def test_a_column_is_read_aloud_whole() -> None:
    column = Column(TODAY, TODAY, (("E1", 300), ("M", 45)), 1, 2, 4.0, None)
    assert column_sentence(column, ENGLISH) == (
        "Sunday, 22 November. 6 min · 2 sessions. Straight-leg raise 5 min. Massage 45 s. "
        "Pain before 4."
    )


ANSWERED = Answers(Effort.RIGHT, True, True, (("leg_raise", True),), "Slept badly.")
HURTS = (Hurt(0, PainChoice.EASIER, 4, 0), Hurt(1, PainChoice.SKIP, None, 0))


def test_what_was_told_besides_pain_follows_in_lines(content: Content) -> None:
    record = session(TODAY, done("leg_raise", (10,), 60), done("squat", (8,), 60, Side.BOTH))
    assert told_lines(record, content.texts) == ()
    told = told_lines(replace(record, answers=ANSWERED, hurts=HURTS), content.texts)
    assert told == (
        "It hurt (Straight-leg raise, left): 4 of 10, made easier",
        "It hurt (Squat): skipped",
        "New swelling",
        "Tingling or numbness for over a minute",
        "Effort: just right",
        "Straight-leg raise: 2 more were possible",
        "Note: Slept badly.",
    )


def test_a_screen_reader_is_told_the_lines_too(content: Content) -> None:
    record = replace(session(TODAY, done("leg_raise", (10,), 60)), answers=ANSWERED)
    assert session_sentences(record, content.texts, ENGLISH).endswith("Note: Slept badly.")


def test_what_was_made_easier_before_it_began_is_not_told(content: Content) -> None:
    easier = replace(done("leg_raise", (8, 8, 8), 60), instead_of=(0,))
    record = session(TODAY, done("leg_raise", (), 0), easier)
    assert session_sentences(record, content.texts, ENGLISH).count("Straight-leg raise") == 1
