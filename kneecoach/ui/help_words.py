"""What a help page says, put together from the page's words, the answers and the choices."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QDate, QLocale

from kneecoach.domain.catalogue import EVERYTHING
from kneecoach.domain.check import CheckAnswers, Level
from kneecoach.domain.help_texts import LINES, HelpTexts
from kneecoach.domain.note import Note, NoteFacts, note_of
from kneecoach.domain.safety import CheckOutcome, Standing
from kneecoach.domain.settings import Settings
from kneecoach.domain.texts import Texts
from kneecoach.ui.words import joined, translate

_MONTHS = range(1, 13)


@dataclass(frozen=True, slots=True)
class HelpWords:
    """The words of one help page; `call` is the number of the line that is marked, from 0."""

    banner: str
    title: str
    lines: tuple[tuple[str, str], ...]  # head and words
    call: int
    urgent: bool  # True: help is wanted now or today

    @property
    def spoken(self) -> str:
        """All of it in reading order, for a screen reader."""
        lines = (f"{head}: {words}" for head, words in self.lines)
        return " ".join((f"{self.banner}.", f"{self.title}.", *lines))


def help_words(
    help_texts: HelpTexts, page: str, level: Level, numbers: str, *, closes: bool
) -> HelpWords:
    """The words of that page; `closes` says whether anything is closed now."""
    words = help_texts.pages[page]
    heads = tuple(getattr(help_texts.heads, name) for name in LINES)
    return HelpWords(
        banner=help_texts.banners.of(level, numbers, closes=closes),
        title=words.title,
        lines=tuple(zip(heads, words.filled(numbers), strict=True)),
        call=0 if words.urgent_call else len(LINES) - 1,
        urgent=level >= Level.SAME_DAY,
    )


def closed_words(check: CheckOutcome | None, help_texts: HelpTexts) -> str:
    """What is closed now, in a sentence; None, no check, closes everything (guide 3.1)."""
    locks = EVERYTHING if check is None else check.locks
    words = help_texts.closed
    if not locks:
        return words.nothing
    if locks >= EVERYTHING:
        return words.everything
    listed = joined(words.listed(locks))
    return translate("Words", "{things}.").format(things=listed[:1].upper() + listed[1:])


def opens_words(level: Level, check: CheckOutcome | None, help_texts: HelpTexts) -> str:
    """What opens it again, "" where nothing is closed.

    Only after a check that was answered to its end the next one asks for a clinician's word
    (guide 3.7).
    """
    if check is not None and not check.locks:
        return ""
    whole = check is not None and check.standing is Standing.VALID
    asks = whole and level in (Level.SEE_SOON, Level.SAME_DAY)
    return help_texts.closed.by_clinician if asks else help_texts.closed.by_check


def day_words(day: date, texts: Texts) -> str:
    """The day with its month and year, in the language of the texts."""
    month = QLocale(texts.language).toString(QDate(day.year, day.month, day.day), "MMMM")
    return translate("Words", "{day} {month} {year}").format(
        day=day.day, month=month, year=day.year
    )


def month_name(month: int, texts: Texts) -> str:
    """The name of a month, 1 to 12, as it stands by itself."""
    return QLocale(texts.language).standaloneMonthName(month)


def month_words(month: str, texts: Texts) -> str:
    """2026-10 as October 2026; "" where it is not told."""
    year, _, number = month.partition("-")
    if not (year.isdecimal() and number.isdecimal() and int(number) in _MONTHS):
        return ""
    name = month_name(int(number), texts)
    return translate("Words", "{month} {year}").format(month=name, year=int(year))


def note_words(
    answers: CheckAnswers | None,
    day: date | None,
    settings: Settings,
    texts: Texts,
    *,
    whole: bool = True,
) -> Note:
    """The note about these answers, given on that day."""
    facts = NoteFacts(
        day=day_words(day, texts) if day else "",
        since=month_words(settings.pain_since, texts),
        side=settings.side if settings.side_chosen else None,
        whole=whole,
    )
    return note_of(answers, facts, texts.check, texts.help.note)
