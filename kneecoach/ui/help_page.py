"""The help page: what to do and by when, in four lines, with the numbers and the note."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kneecoach.domain.check import CheckAnswers, Level
from kneecoach.domain.check_records import Moment
from kneecoach.domain.check_validity import unanswered
from kneecoach.domain.guidance import EmergencyNumbers, numbers_for
from kneecoach.domain.help_texts import HelpTexts
from kneecoach.domain.note import Note
from kneecoach.domain.settings import Settings
from kneecoach.ui.emergency_words import numbers_words
from kneecoach.ui.help_lines import HelpLines
from kneecoach.ui.help_output import OutputError, paper_of, print_sheet, save_pdf
from kneecoach.ui.help_parts import ClosedCard, ClosedLine, HelpHead, NoteCard
from kneecoach.ui.help_sheet import HelpSheet, sheet_of
from kneecoach.ui.help_words import (
    HelpWords,
    closed_words,
    help_words,
    note_words,
    opens_words,
)
from kneecoach.ui.kit.buttons import GhostButton, SoftButton
from kneecoach.ui.kit.flow import Flow
from kneecoach.ui.kit.page import ScrollPage
from kneecoach.ui.kit.shapes import RING
from kneecoach.ui.kit.toast import Toast
from kneecoach.ui.look import Look
from kneecoach.ui.numbers_card import NumbersCard
from kneecoach.ui.services import Services
from kneecoach.ui.words import translate

_SIDE_WIDTH = 304


class HelpPage(ScrollPage):
    """One help page at a time, without scrolling from 900 × 600 on.

    `country_wanted`, `check_wanted` and `left` tell which way the person goes.
    """

    country_wanted = Signal()
    check_wanted = Signal()
    left = Signal()

    def __init__(self, services: Services, look: Look) -> None:
        super().__init__(look, translate("HelpPage", "What to do"), bare=True)
        self._services = services
        self._settings = services.settings
        self._help: HelpTexts = services.content.texts.help
        self._page = next(iter(self._help.pages))
        self._answers: CheckAnswers | None = None
        self._day: date | None = None
        self._make_parts()
        self._fill()
        self._connect()
        self.arrange(False)
        self.refresh()

    def show_help(self, page: str, answers: CheckAnswers | None, when: Moment | None) -> None:
        """Show the help page of that name (`assets/check/pages.toml`); KeyError for another.

        `answers` and `when` are the check answered here, for the note; None leaves blanks in it.
        """
        _ = self._help.pages[page]
        self._page, self._answers = page, answers
        self._day = when.day if when else None
        self.refresh()

    def follow(self, settings: Settings) -> None:
        """Use these choices from now on: the country, the side, since when it hurts."""
        self._settings = settings
        self.refresh()

    def refresh(self) -> None:
        """Show the page with what is closed now."""
        words, note, check = self.words, self.note, self._services.check
        self.title.setText(words.banner)
        self.setAccessibleName(words.banner)
        self._head.show_words(words, self._numbers)
        self.lines.show_words(words)
        self.numbers_card.show_numbers(self._numbers)
        closed = closed_words(check, self._help)
        self._closed.show_words(closed, opens_words(self._level, check, self._help))
        self._closed_line.show_words(closed)
        self.note_card.show_note(note.title, f"{note.day}\n{note.body}")

    def take_focus(self) -> None:
        """The four lines have the focus: read out whole, and no key does anything there."""
        self.lines.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def words(self) -> HelpWords:
        """What the page says now."""
        check = self._services.check
        closes = check is None or bool(check.locks)
        numbers = numbers_words(self._numbers, self._services.content.texts)
        return help_words(self._help, self._page, self._level, numbers, closes=closes)

    @property
    def note(self) -> Note:
        """The note as it would be copied now."""
        rules, texts = self._services.checks.rules, self._services.content.texts
        whole = bool(rules and self._answers and not unanswered(rules, self._answers))
        return note_words(self._answers, self._day, self._settings, texts, whole=whole)

    @property
    def sheet(self) -> HelpSheet:
        """The page as it would be printed now."""
        now, texts = self._services.clock.wall().local, self._services.content.texts
        return sheet_of(self.words, self._numbers, self.note, now, texts)

    def arrange(self, compact: bool) -> None:
        """Without the right column in narrow windows; its buttons move below (look-pages 0.2)."""
        self._side.setVisible(not compact)
        self._below.setVisible(compact)
        self._head.set_compact(compact)
        self.lines.set_compact(compact)
        self._columns.setSpacing(0 if compact else 24 - RING)
        self._main.setSpacing(10 - RING if compact else 16 - RING)
        self.body.setContentsMargins(0, 0, 0, 6 if compact else 20)
        self._head_row.setContentsMargins(RING, RING, RING, 0)
        for button in (self.print, self.copy, self.save, self.back):
            button.set_size(15 if compact else 17, 44 if compact else 60)
        (self._below_row if compact else self._closed.again_row).addWidget(self._closed.check)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        ways: dict[Qt.Key, Callable[[], None]] = {
            Qt.Key.Key_P: self.print_page,
            Qt.Key.Key_C: self.copy_note,
            Qt.Key.Key_S: self.save_page,
            Qt.Key.Key_K: self.check_wanted.emit,
            Qt.Key.Key_Escape: self.left.emit,
        }
        way = ways.get(Qt.Key(event.key()))
        if way is None or event.modifiers() or event.isAutoRepeat():
            super().keyPressEvent(event)
        else:
            way()

    def copy_note(self) -> None:
        """Put the note on the clipboard."""
        QGuiApplication.clipboard().setText(self.note.text)
        self._toast.tell(self.tr("The note is copied. Paste it into a message."))

    def print_page(self) -> None:
        """Ask for a printer and print the page."""
        self._put_out(print_sheet, self.tr("The page is with the printer."))

    def save_page(self) -> None:
        """Ask for a file and save the page as a PDF."""
        self._put_out(save_pdf, self.tr("The page is saved."))

    @property
    def _numbers(self) -> EmergencyNumbers:
        return numbers_for(self._services.content.numbers, self._settings.country)

    @property
    def _level(self) -> Level:
        """How soon the page wants help; where the rules are damaged, today."""
        rules = self._services.checks.rules
        return rules.pages[self._page] if rules else Level.SAME_DAY

    def _put_out(self, way: Callable[..., bool], done: str) -> None:
        """Say what came of it; where it was called off, nothing."""
        try:
            if way(self, self.sheet, paper_of(self._settings.country)):
                self._toast.tell(done)
        except OutputError as error:
            self._toast.tell(str(error))

    def _make_parts(self) -> None:
        look, closed = self.look, self._help.closed
        self._head = HelpHead(look)
        self.lines = HelpLines(look)
        self.numbers_card = NumbersCard(look, self._services.content.texts, _SIDE_WIDTH)
        self._closed = ClosedCard(look, closed.title, closed.again)
        self._closed_line = ClosedLine(look, closed.title)
        self.note_card = NoteCard(look)
        self.print = GhostButton(look, self.tr("Print"), icon="print", key="P")
        self.copy = GhostButton(look, self.tr("Copy the note"), icon="copy", key="C")
        self.save = GhostButton(look, self.tr("Save as PDF"), key="S")
        self.back = SoftButton(look, self.tr("Back to Today"), key="Esc")
        self._change = GhostButton(look, self.tr("Country"), icon="globe", px=15, height=44)
        self._change.setAccessibleName(self.tr("Choose your country"))
        self._toast = Toast(look, self, above=96)

    def _fill(self) -> None:
        self._columns = QHBoxLayout()
        self._main = QVBoxLayout()
        self._head_row = QHBoxLayout()
        self._head_row.addWidget(self._head)
        self._buttons = Flow(gap=12 - 2 * RING)
        for button in (self.print, self.copy, self.save, self.back):
            self._buttons.add(button, grows=True)
        self._below = QWidget()
        self._below_row = QHBoxLayout(self._below)
        self._below_row.setContentsMargins(RING, 0, 0, 0)
        self._below_row.setSpacing(12 - 2 * RING)
        self._below_row.addWidget(self._closed_line, 1)
        self._below_row.addWidget(self._change)
        self._main.addLayout(self._head_row)
        self._main.addWidget(self.lines, 1)
        self._main.addWidget(self._buttons)
        self._main.addWidget(self._below)
        self._columns.addLayout(self._main, 1)
        self._columns.addWidget(self._side_column())
        self.body.addLayout(self._columns, 1)

    def _side_column(self) -> QWidget:
        self._side = QWidget()
        self._side.setFixedWidth(_SIDE_WIDTH + RING)
        column = QVBoxLayout(self._side)
        column.setContentsMargins(0, RING, RING, RING)
        column.setSpacing(16)
        column.addWidget(self.numbers_card)
        column.addWidget(self._closed)
        column.addWidget(self.note_card, 1)
        return self._side

    def _connect(self) -> None:
        self.print.clicked.connect(self.print_page)
        self.copy.clicked.connect(self.copy_note)
        self.back.clicked.connect(self.left)
        self.save.clicked.connect(self.save_page)
        self._closed.check.clicked.connect(self.check_wanted)
        self._change.clicked.connect(self.country_wanted)
        self.numbers_card.change_wanted.connect(self.country_wanted)
