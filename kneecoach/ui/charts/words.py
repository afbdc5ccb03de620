"""The words of the charts: names of what was done, days, minutes and pain."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from kneecoach.domain.charts import Column, Span


def chart_name(key: str) -> str:
    """The name of what a chart key stands for (look 3.3)."""
    translate = QCoreApplication.translate
    return {
        "E1": translate("Charts", "Straight-leg raise"),
        "E2": translate("Charts", "Single-leg stand"),
        "E3": translate("Charts", "Hamstring stretch"),
        "E4": translate("Charts", "Calf stretch"),
        "E5": translate("Charts", "Squat"),
        "E6": translate("Charts", "Lunge"),
        "M": translate("Charts", "Massage"),
    }.get(key, translate("Charts", "Other"))


def short_chart_name(key: str) -> str:
    """The same in one word or two, for a narrow legend and the head of a table."""
    translate = QCoreApplication.translate
    return {
        "E1": translate("Charts", "Leg raise"),
        "E2": translate("Charts", "Balance"),
        "E3": translate("Charts", "Hamstring"),
        "E4": translate("Charts", "Calf"),
        "E5": translate("Charts", "Squat"),
        "E6": translate("Charts", "Lunge"),
        "M": translate("Charts", "Massage"),
    }.get(key, translate("Charts", "Other"))


def _day_words(day: date, locale: QLocale, pattern: str, today: date | None) -> str:
    """The day by one of Qt's patterns, with its year when today is in another."""
    told = locale.toString(QDate(day.year, day.month, day.day), pattern)
    if today is None or today.year == day.year:
        return told
    return with_year(told, day)


def with_year(told: str, day: date) -> str:
    """The words of a day or month with its year behind them."""
    text = QCoreApplication.translate("Charts", "{date} {year}")
    return text.format(date=told, year=day.year)


def long_day(day: date, locale: QLocale, today: date | None = None) -> str:
    """A day with its weekday: Sunday, 22 November; with its year when today is in another."""
    pattern = QCoreApplication.translate("Charts", "dddd, d MMMM")
    return _day_words(day, locale, pattern, today)


def short_day(day: date, locale: QLocale, today: date | None = None) -> str:
    """A day in few letters: 22 Nov; with its year when today is in another."""
    return _day_words(day, locale, QCoreApplication.translate("Charts", "d MMM"), today)


def month_words(day: date, locale: QLocale, today: date | None = None) -> str:
    """The month of a day with its year: November 2026; without it when today is in the same."""
    name = locale.standaloneMonthName(day.month, QLocale.FormatType.LongFormat)
    if today is not None and today.year == day.year:
        return name
    return with_year(name, day)


def period_words(column: Column, locale: QLocale) -> str:
    """What a column stands for: a day, the days of a week, or a month."""
    length = (column.last - column.first).days + 1
    if length == 1:
        return long_day(column.first, locale)
    if length > 7:
        return month_words(column.first, locale)
    last = with_year(short_day(column.last, locale), column.last)
    text = QCoreApplication.translate("Charts", "{first} to {last}")
    return text.format(first=short_day(column.first, locale), last=last)


def minutes_words(seconds: int) -> str:
    """A time in whole minutes, below one minute in seconds."""
    if seconds < 60:
        return QCoreApplication.translate("Charts", "{seconds} s").format(seconds=seconds)
    minutes = round(seconds / 60)
    return QCoreApplication.translate("Charts", "{minutes} min").format(minutes=minutes)


def pain_value(value: float, locale: QLocale) -> str:
    """A pain value, a mean with one decimal."""
    whole = round(float(value), 1)
    return locale.toString(whole, "f", 0 if whole == int(whole) else 1)


def pain_words(column: Column, locale: QLocale) -> str:
    """Pain before and after in one line, or "" when neither was given."""
    before = None if column.before is None else pain_value(column.before, locale)
    after = None if column.after is None else pain_value(column.after, locale)
    translate = QCoreApplication.translate
    if before is not None and after is not None:
        return translate("Charts", "Pain before {before}, after {after}").format(
            before=before, after=after
        )
    if before is not None:
        return translate("Charts", "Pain before {before}").format(before=before)
    if after is not None:
        return translate("Charts", "Pain after {after}").format(after=after)
    return ""


def column_sentence(column: Column, locale: QLocale) -> str:
    """Everything a column tells, in one line for a screen reader."""
    parts = [period_words(column, locale)]
    if not column.sessions:
        parts.append(QCoreApplication.translate("Charts", "No session"))
        return ". ".join(parts) + "."
    parts.append(total_words(column))
    parts += [f"{chart_name(key)} {minutes_words(seconds)}" for key, seconds in column.parts]
    pain = pain_words(column, locale)
    return ". ".join([*parts, pain] if pain else parts) + "."


def total_words(column: Column) -> str:
    """The time of a column and its number of sessions."""
    sessions = QCoreApplication.translate("Charts", "%n session(s)", "", column.sessions)
    text = QCoreApplication.translate("Charts", "{time} · {sessions}")
    return text.format(time=minutes_words(column.seconds), sessions=sessions)


@dataclass(frozen=True, slots=True)
class Mark:
    """A date below the axis: its column, its text, and the number by which dates are thinned.

    Months are numbered so that January, which tells the year, is the last to go.
    """

    index: int
    text: str
    number: int


def column_marks(shown: tuple[Column, ...], span: Span, locale: QLocale) -> list[Mark]:
    """The columns that may carry a date below the axis, with that date."""
    if span is Span.WEEK:
        return [Mark(i, _weekday(c.first, locale), i) for i, c in enumerate(shown)]
    if span is Span.MONTH:
        return _day_marks(shown, locale)
    if span is Span.ALL:
        return [_month_mark(i, c.first, locale) for i, c in enumerate(shown)]
    return [_month_mark(i, c.last, locale) for i, c in enumerate(shown) if c.last.day <= 7]


def _weekday(day: date, locale: QLocale) -> str:
    text = QCoreApplication.translate("Charts", "{weekday} {day}")
    name = locale.standaloneDayName(day.isoweekday(), QLocale.FormatType.ShortFormat)
    return text.format(weekday=name, day=day.day)


def _day_marks(shown: tuple[Column, ...], locale: QLocale) -> list[Mark]:
    marks: list[Mark] = []
    month = 0
    for index in range(0, len(shown), 7):
        day = shown[index].first
        text = str(day.day) if day.month == month else short_day(day, locale)
        marks.append(Mark(index, text, index // 7))
        month = day.month
    return marks


def _month_mark(index: int, day: date, locale: QLocale) -> Mark:
    name = locale.standaloneMonthName(day.month, QLocale.FormatType.ShortFormat)
    text = str(day.year) if day.month == 1 else name
    return Mark(index, text, day.year * 12 + day.month - 1)
