"""What a new person tells, and what of it is valid."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kneecoach.domain.first_start import (
    FirstTold,
    age_of,
    parts_of,
    since_of,
    stepped,
    with_digit,
    years_of,
)
from kneecoach.domain.settings import PainfulSide

TODAY = date(2026, 10, 17)


@pytest.mark.parametrize(("age", "under"), [(0, True), (17, True), (18, False), (120, False)])
def test_under_18_is_under_age(age: int, under: bool) -> None:
    assert FirstTold(age, "GB", PainfulSide.LEFT, "").under_age is under


@pytest.mark.parametrize("age", [-1, 121])
def test_an_impossible_age_is_refused(age: int) -> None:
    with pytest.raises(ValueError, match="0 to 120"):
        FirstTold(age, "", PainfulSide.BOTH, "")


@pytest.mark.parametrize(
    ("text", "age"),
    [("0", 0), ("66", 66), ("120", 120), ("121", None), ("", None), ("-5", None), ("6.5", None),
     ("0066", None), ("٦٦", None), ("x", None)],
)  # fmt: skip
def test_digits_tell_an_age(text: str, age: int | None) -> None:
    assert age_of(text) == age


def typed(digits: str, start: str = "") -> str:
    text = start
    for digit in digits:
        text = with_digit(text, digit)
    return text


@pytest.mark.parametrize(
    ("digits", "text"), [("74", "74"), ("120", "120"), ("6674", "74"), ("074", "74"), ("999", "9")]
)
def test_a_digit_too_many_begins_a_new_age(digits: str, text: str) -> None:
    assert typed(digits) == text


@given(st.text("0123456789", min_size=1, max_size=12))
def test_whatever_is_typed_is_an_age(digits: str) -> None:
    assert age_of(typed(digits)) is not None


@pytest.mark.parametrize(
    ("age", "step", "then"), [(None, 1, 18), (None, -1, 18), (66, 1, 67), (120, 1, 120), (0, -1, 0)]
)
def test_steps_stay_within_the_ages_there_are(age: int | None, step: int, then: int) -> None:
    assert stepped(age, step) == then


@pytest.mark.parametrize(
    ("year", "month", "since"),
    [(None, None, ""), (2026, 10, "2026-10"), (2019, 3, "2019-03"), (2026, None, None),
     (None, 3, None), (2026, 11, None), (2027, 1, None)],
)  # fmt: skip
def test_a_beginning_is_whole_and_not_to_come(
    year: int | None, month: int | None, since: str | None
) -> None:
    assert since_of(year, month, TODAY) == since


@pytest.mark.parametrize(
    ("since", "parts"),
    [("2026-10", (2026, 10)), ("", (None, None)), ("2026-13", (None, None)),
     ("26-10", (None, None)), ("2026-1x", (None, None))],
)  # fmt: skip
def test_a_beginning_is_read_again(since: str, parts: tuple[int | None, int | None]) -> None:
    assert parts_of(since) == parts


def test_the_years_begin_with_this_one() -> None:
    years = years_of(TODAY)
    assert (years[0], years[-1], len(years)) == (2026, 1946, 81)
