"""Makes the pages that have the window to themselves; each leads to the warning signs by F1."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:  # loaded with the first question
    from kneecoach.domain.check import Check
    from kneecoach.domain.check_questions import CheckStart
    from kneecoach.domain.safety import GateDue
    from kneecoach.ui.check.check_page import CheckPage
    from kneecoach.ui.check.end_page import CheckEndPage
    from kneecoach.ui.first_page import FirstPage
    from kneecoach.ui.gate_page import GatePage
    from kneecoach.ui.window import MainWindow


def make_first_page(window: MainWindow) -> FirstPage:
    """The first start; raises ContentError where its words are damaged."""
    from kneecoach.ui.first_page import FirstPage

    page = FirstPage(window.services, window.look, window.pictures)
    page.help_wanted.connect(window.open_signs)
    return page


def make_check_page(window: MainWindow, check: Check, start: CheckStart) -> CheckPage:
    """The check with those rules, from that start."""
    from kneecoach.domain.guidance import numbers_for
    from kneecoach.ui.check.check_page import CheckPage

    content = window.services.content
    page = CheckPage(
        window.look,
        window.pictures,
        check,
        content.texts.check,
        start,
        numbers_for(content.numbers, window.choices.settings.country),
        language=content.texts.language,
        guard_ms=window.guard_ms,
    )
    page.help_wanted.connect(window.open_signs)
    return page


def make_end_page(window: MainWindow, sentence: str, until: str) -> CheckEndPage:
    """The end of a check that opens no help page; `until` is a day in words, "" for none."""
    from kneecoach.ui.check.end_page import CheckEndPage

    page = CheckEndPage(
        window.look,
        window.pictures,
        window.services.content.texts.check,
        sentence,
        until,
        guard_ms=window.guard_ms,
    )
    page.left.connect(lambda: window.ways.go_from_alone("today"))
    page.help_wanted.connect(window.open_signs)
    return page


def make_gate_page(window: MainWindow, due: GateDue) -> GatePage:
    """The questions that are due before a session: the single one, else the seven."""
    from kneecoach.domain.check_records import GateKind
    from kneecoach.domain.safety import GateDue
    from kneecoach.ui.gate_page import GatePage

    kind = GateKind.SINGLE if due is GateDue.SINGLE else GateKind.SEVEN
    page = GatePage(window.services, window.look, window.pictures, kind, guard_ms=window.guard_ms)
    page.help_wanted.connect(window.open_signs)
    return page
