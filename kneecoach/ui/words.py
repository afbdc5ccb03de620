"""Words that several pages share: doses, sides, slots, days, lists."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from kneecoach.domain.catalogue import Dose, Ladder, Side
from kneecoach.domain.plan import Slot
from kneecoach.domain.texts import Texts

translate = QCoreApplication.translate


def dose_words(dose: Dose) -> str:
    """The dose as it is told everywhere: 3 × 10, 3 × 20 s, or 90 s where there is one set."""
    if dose.reps is not None:
        return translate("Words", "{sets} × {reps}").format(sets=dose.sets, reps=dose.reps)
    if dose.sets == 1:
        return seconds_words(dose.hold_s or 0)
    return translate("Words", "{sets} × {seconds} s").format(sets=dose.sets, seconds=dose.hold_s)


def seconds_words(seconds: int) -> str:
    """Seconds with their unit."""
    return translate("Words", "{seconds} s").format(seconds=seconds)


def minutes_words(minutes: int) -> str:
    """Minutes with their unit."""
    return translate("Words", "{minutes} min").format(minutes=minutes)


def time_words(minute_of_day: int) -> str:
    """A time of day, minutes after midnight, as hours and minutes."""
    return f"{minute_of_day // 60:02d}:{minute_of_day % 60:02d}"


def slot_words(slot: Slot) -> str:
    """The name of a part of the day."""
    return {
        Slot.MORNING: translate("Words", "Morning"),
        Slot.MIDDAY: translate("Words", "Midday"),
        Slot.EVENING: translate("Words", "Evening"),
        Slot.EXTRA: translate("Words", "One more"),
    }[slot]


def ladder_words(ladder: Ladder) -> tuple[str, str]:
    """The name of a column of exercises and what it is for."""
    return {
        Ladder.STRENGTH: (
            translate("Words", "Strength"),
            translate("Words", "Build the thigh"),
        ),
        Ladder.BALANCE: (
            translate("Words", "Balance"),
            translate("Words", "Stability of the knee"),
        ),
        Ladder.STRETCH: (
            translate("Words", "Stretch"),
            translate("Words", "Flexibility, less pull"),
        ),
        Ladder.MASSAGE: (
            translate("Words", "Massage"),
            translate("Words", "Loosen the muscle"),
        ),
    }[ladder]


def sides_words(sides: Sequence[Side]) -> str:
    """Which leg does an exercise, or which one goes first."""
    if len(sides) > 1:
        return {
            Side.LEFT: translate("Words", "left leg first"),
            Side.RIGHT: translate("Words", "right leg first"),
        }.get(sides[0], translate("Words", "both legs"))
    return {
        Side.LEFT: translate("Words", "left leg"),
        Side.RIGHT: translate("Words", "right leg"),
        Side.BOTH: translate("Words", "both legs"),
    }[sides[0]]


def needs_sentence(needs: Sequence[str], texts: Texts) -> str:
    """What has to be there, as a sentence; "" when nothing is needed."""
    if not needs:
        return ""
    things = joined([texts.needs[need] for need in needs])
    return translate("Words", "You need {things}.").format(things=things)


def joined(words: Sequence[str]) -> str:
    """Words as a list in a sentence: one, two and three."""
    if len(words) < 2:
        return "".join(words)
    head = translate("Words", ", ").join(words[:-1])
    return translate("Words", "{first} and {last}").format(first=head, last=words[-1])


def long_day(day: date, texts: Texts) -> str:
    """The day with its weekday, in the language of the texts."""
    locale, date_ = _locale(texts), _qdate(day)
    return translate("Words", "{weekday}, {day} {month}").format(
        weekday=locale.toString(date_, "dddd"), day=day.day, month=locale.toString(date_, "MMMM")
    )


def weekday(day: date, texts: Texts) -> str:
    """The first two letters of the weekday, in the language of the texts."""
    return _locale(texts).toString(_qdate(day), "ddd")[:2]


def weekday_name(day: date, texts: Texts) -> str:
    """The weekday in full, in the language of the texts."""
    return _locale(texts).toString(_qdate(day), "dddd")


def _locale(texts: Texts) -> QLocale:
    return QLocale(texts.language)


def _qdate(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)
