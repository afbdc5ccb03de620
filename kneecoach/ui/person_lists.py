"""The lists in which a person tells the country, and the month in which the pain began."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QLocale

from kneecoach.domain.content import Content
from kneecoach.domain.first_start import parts_of, since_of, years_of
from kneecoach.ui.kit.list_choice import ListChoice
from kneecoach.ui.look import Look
from kneecoach.ui.words import translate

OPEN = "open"  # the entry of month and year that tells nothing


def country_list(look: Look, name: str, content: Content, *, empty: str = "") -> ListChoice:
    """The countries whose numbers are known, by name, and "" for another one.

    `empty` stands there while none is chosen.
    """
    names = content.texts.countries
    known = [(n.country, names[n.country]) for n in content.numbers if n.country]
    known.sort(key=lambda entry: entry[1].casefold())
    other = ("", translate("PersonLists", "Another country"))
    return ListChoice(look, name, [*known, other], empty=empty)


class SinceLists:
    """Month and year in a list each, both of which may stay open.

    `name` is what a screen reader says before "Month" and "Year".
    """

    def __init__(self, look: Look, name: str, language: str, today: date) -> None:
        self._today = today
        locale = QLocale(language)
        leave_open = (OPEN, translate("PersonLists", "Open"))
        months = [(str(n), locale.standaloneMonthName(n)) for n in range(1, 13)]
        years = [(str(year), str(year)) for year in years_of(today)]
        month, year = translate("PersonLists", "Month"), translate("PersonLists", "Year")
        self.month = ListChoice(look, f"{name} {month}", [leave_open, *months], empty=month)
        self.year = ListChoice(look, f"{name} {year}", [leave_open, *years], empty=year)
        self.lists = (self.month, self.year)

    @property
    def since(self) -> str | None:
        """The beginning as "2026-10", "" where both are open, None for a half or one to come."""
        values = (field.value for field in (self.year, self.month))
        year, month = (None if value in (None, OPEN) else int(value or 0) for value in values)
        return since_of(year, month, self._today)

    @property
    def half(self) -> bool:
        """Whether one of both is open."""
        return OPEN in (field.value or OPEN for field in self.lists)

    def show(self, since: str) -> None:
        """Show that beginning without telling it; "" leaves both open."""
        year, month = parts_of(since)
        known = year in years_of(self._today)
        self.year.set_value(str(year) if known else OPEN)
        self.month.set_value(str(month) if known else OPEN)
