"""The words of the help pages: what was ticked, and four lines on what to do about it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from kneecoach.domain.catalogue import EVERYTHING
from kneecoach.domain.check import Level
from kneecoach.domain.parsing import Table
from kneecoach.domain.worded import worded

TITLE_LENGTH = 60  # characters: two lines of the head (look-pages 3)
LINE_LENGTH = 90  # characters, {numbers} counted as written
LINES = ("do", "by_when", "do_not", "ambulance")  # in the order shown (guide 7.4)
NUMBERS = "numbers"  # the gap for the emergency numbers of the chosen country
MASSAGE = frozenset({"massage_back_of_knee", "massage_calf", "massage_hamstring"})

_PARTS = {"E2": ("E2_cushion", "E2_eyes_closed"), "E3": ("E3_straight",)}
_GAPS = {
    "banners.emergency": (NUMBERS,),
    "note.both": ("since",),
    "note.age": ("age",),
    "note.pain": ("pain",),
    "note.not_sure": ("sign",),
}


@dataclass(frozen=True, slots=True)
class HelpHeads:
    """The small heads over the four lines."""

    do: str
    by_when: str
    do_not: str
    ambulance: str


@dataclass(frozen=True, slots=True)
class HelpPage:
    """One help page (guide 3.2, 7.4); `ambulance`, and `do` of an emergency, hold {numbers}."""

    title: str  # what was ticked, never what it could be
    do: str
    by_when: str
    do_not: str
    ambulance: str

    @property
    def urgent_call(self) -> bool:
        """Whether the first thing to do is to call the emergency numbers."""
        return f"{{{NUMBERS}}}" in self.do

    def filled(self, numbers: str) -> tuple[str, str, str, str]:
        """The four lines in their order, with these emergency numbers in them."""
        return (
            self.do.format(numbers=numbers),
            self.by_when,
            self.do_not,
            self.ambulance.format(numbers=numbers),
        )


@dataclass(frozen=True, slots=True)
class Banners:
    """The large words of a page by how soon help is wanted; `emergency` has {numbers}."""

    emergency: str
    same_day: str
    see_soon: str
    routine: str
    caution: str
    reminder: str  # where nothing is closed

    def of(self, level: Level, numbers: str, *, closes: bool) -> str:
        """The words of a page of that level, with these numbers; `closes`: something is closed."""
        if level is Level.EMERGENCY:
            return self.emergency.format(numbers=numbers)
        if level is Level.CAUTION and not closes:
            return self.reminder
        words = {
            Level.SAME_DAY: self.same_day,
            Level.SEE_SOON: self.see_soon,
            Level.ROUTINE: self.routine,
        }
        return words.get(level, self.caution)


@dataclass(frozen=True, slots=True)
class ClosedWords:
    """What is closed and what opens it; `names` has each lock, and massage for all three."""

    title: str
    everything: str
    nothing: str
    again: str
    by_check: str
    by_clinician: str
    names: Mapping[str, str]

    def listed(self, locks: Collection[str]) -> tuple[str, ...]:
        """The names of what these locks close, a part of something closed not beside it."""
        told = set(locks)
        if told >= MASSAGE:
            told = (told - MASSAGE) | {"massage"}
        for whole, parts in _PARTS.items():
            told -= set(parts) if whole in told else set()
        return tuple(words for name, words in self.names.items() if name in told)


@dataclass(frozen=True, slots=True)
class NoteWords:
    """Words of the note for the doctor that the check does not have (guide 3.6)."""

    left: str
    right: str
    both: str  # with {since}
    age: str  # with {age}
    pain: str  # with {pain}
    not_sure: str  # with {sign}
    unfinished: str
    spoke: str
    said: str
    foot: str


@dataclass(frozen=True, slots=True)
class HelpTexts:
    """The words of all help pages of one language."""

    heads: HelpHeads
    banners: Banners
    closed: ClosedWords
    note: NoteWords
    pages: Mapping[str, HelpPage]  # by the ids of assets/check/pages.toml


def parse_help_texts(file: Table) -> HelpTexts:
    """The words of the help pages from their file; raises `ContentError`.

    That they are those of the check's pages is seen to by `require_help`.
    """
    file.complete(HelpTexts.__slots__, "part of the help pages")
    pages = file.table("pages")
    return HelpTexts(
        HelpHeads(**_plain(file.table("heads"), LINES, TITLE_LENGTH)),
        Banners(**_plain(file.table("banners"), Banners.__slots__, LINE_LENGTH)),
        _closed(file.table("closed")),
        NoteWords(**_plain(file.table("note"), NoteWords.__slots__, LINE_LENGTH)),
        {name: _page(pages.table(name)) for name in pages.values},
    )


def require_help(texts: HelpTexts, language: str, pages: Mapping[str, Level]) -> None:
    """Raise `ContentError` unless exactly these pages have words, and emergencies a call first."""
    table = Table(f"texts/{language}/help.toml", "pages", texts.pages)
    table.complete(pages, "page")
    for name, page in texts.pages.items():
        if page.urgent_call != (pages[name] is Level.EMERGENCY):
            must = "must have" if not page.urgent_call else "must not have"
            raise table.error(f"{name}.do", f"a page for {pages[name].name} {must} {{{NUMBERS}}}")


def _plain(table: Table, parts: Collection[str], longest: int) -> dict[str, str]:
    """The texts of a table that has nothing but these."""
    table.complete(parts, "text")
    return {name: worded(table, name, longest, _GAPS.get(table.at(name), ())) for name in parts}


def _closed(table: Table) -> ClosedWords:
    table.complete(ClosedWords.__slots__, "text")
    names = table.table("names")
    texts = {name: worded(table, name) for name in ClosedWords.__slots__ if name != "names"}
    return ClosedWords(names=_plain(names, ("massage", *sorted(EVERYTHING)), LINE_LENGTH), **texts)


def _page(table: Table) -> HelpPage:
    table.complete(("title", *LINES), "part of a help page")
    calls = f"{{{NUMBERS}}}" in table.text("do")
    return HelpPage(
        title=worded(table, "title", TITLE_LENGTH),
        do=worded(table, "do", LINE_LENGTH, (NUMBERS,) if calls else ()),
        by_when=worded(table, "by_when", LINE_LENGTH),
        do_not=worded(table, "do_not", LINE_LENGTH),
        ambulance=worded(table, "ambulance", LINE_LENGTH, (NUMBERS,)),
    )
