"""The words of the help pages: what was ticked, and four lines on what to do about it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kneecoach.domain.check import Level
from kneecoach.domain.parsing import Table
from kneecoach.domain.worded import worded

TITLE_LENGTH = 60  # characters: two lines of the head (look-pages 3)
LINE_LENGTH = 90  # characters, {numbers} counted as written
LINES = ("do", "by_when", "do_not", "ambulance")  # in the order shown (guide 7.4)
NUMBERS = "numbers"  # the gap for the emergency numbers of the chosen country


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
class HelpTexts:
    """The words of all help pages of one language."""

    heads: HelpHeads
    pages: Mapping[str, HelpPage]  # by the ids of assets/check/pages.toml


def parse_help_texts(file: Table) -> HelpTexts:
    """The words of the help pages from their file; raises `ContentError`.

    That they are those of the check's pages is seen to by `require_help`.
    """
    file.only(("heads", "pages"))
    heads = file.table("heads")
    heads.complete(LINES, "line")
    pages = file.table("pages")
    return HelpTexts(
        HelpHeads(**{name: worded(heads, name, TITLE_LENGTH) for name in LINES}),
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
