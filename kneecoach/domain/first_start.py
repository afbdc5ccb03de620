"""The first start: age, country, painful knee and since when; what is valid of each."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kneecoach.domain.settings import PainfulSide

MOST_AGE = 120  # years; the check takes 0 to 120
ADULT = 18  # years; younger people are out of scope (guide 3.1.8)
YEARS_BACK = 80  # how many years before this one may be named as the beginning


@dataclass(frozen=True, slots=True)
class FirstTold:
    """What a new person tells: age in whole years, country, painful knee, since when.

    `country` is two letters of the emergency numbers, "" for another country; `since` is
    "2026-10" or "". Raises ValueError for an age that is not 0 to 120.
    """

    age: int
    country: str
    side: PainfulSide
    since: str

    def __post_init__(self) -> None:
        if not 0 <= self.age <= MOST_AGE:
            raise ValueError("an age is 0 to 120")

    @property
    def under_age(self) -> bool:
        """True for under 18: nothing is offered then (guide 3.1.8)."""
        return self.age < ADULT


def age_of(text: str) -> int | None:
    """The age those digits tell, 0 to 120; None for anything else."""
    if not (text.isascii() and text.isdigit()):
        return None
    age = int(text) if len(text) <= 3 else MOST_AGE + 1
    return age if age <= MOST_AGE else None


def with_digit(text: str, digit: str) -> str:
    """The field's digits after one more; where that is no age the digit begins a new one."""
    longer = digit if text == "0" else text + digit
    return longer if age_of(longer) is not None else digit


def stepped(age: int | None, step: int) -> int:
    """The age one step further, 0 to 120; 18 where none was told yet."""
    return ADULT if age is None else min(MOST_AGE, max(0, age + step))


def years_of(today: date) -> tuple[int, ...]:
    """The years that may be named as the beginning, this one first."""
    return tuple(range(today.year, today.year - YEARS_BACK - 1, -1))


def since_of(year: int | None, month: int | None, today: date) -> str | None:
    """The beginning as "2026-10", "" where both are open; None for a half or a future one."""
    if year is None and month is None:
        return ""
    if year is None or month is None or (year, month) > (today.year, today.month):
        return None
    return f"{year:04d}-{month:02d}"


def parts_of(since: str) -> tuple[int | None, int | None]:
    """Year and month of a beginning such as "2026-10"; both None for anything else."""
    year, _, month = since.partition("-")
    if len(since) == 7 and year.isdigit() and month.isdigit() and 1 <= int(month) <= 12:
        return int(year), int(month)
    return None, None
