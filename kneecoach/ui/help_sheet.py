"""A help page on paper: outlines instead of filled red, the numbers large, the note to hand over.

The help itself is always on one sheet. A note too long for it goes on sheets of its own.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPagedPaintDevice, QPainter

from kneecoach.domain.guidance import EmergencyNumbers
from kneecoach.domain.note import Note
from kneecoach.domain.texts import Texts
from kneecoach.ui.emergency_words import digits_of, numbers_words
from kneecoach.ui.help_lines import LINE_ICONS
from kneecoach.ui.help_words import HelpWords, day_words
from kneecoach.ui.note_sheet import PAD, NoteSheet
from kneecoach.ui.paper import DPI, MARGIN, Paper, Placed, Style, height_of, largest, width_of
from kneecoach.ui.rail import paint_mark
from kneecoach.ui.theme import LIGHT
from kneecoach.ui.words import time_words, translate

_HEAD_TOP, _HEAD_HEIGHT = 148.0, 190.0
_LINE_HEIGHTS = (162.0, 136.0)  # px, of one of the four lines; less where the note is long
_BANNER = (64.0, 54.0, 46.0, 40.0)
_DIGITS = (84.0, 70.0, 58.0, 46.0)
_NUMBERS_HEIGHT = 126.0
_FOOT = 60.0  # px of the foot above the lower edge


@dataclass(frozen=True, slots=True)
class HelpSheet:
    """Everything that stands on the sheet, as words."""

    words: HelpWords
    numbers: tuple[tuple[str, str], ...]  # digits, and what they are for
    note: Note
    to_fill_in: tuple[str, ...]  # the heads of the lines to write on
    made: str  # when it was made
    continued: str  # where the note goes on, when it does


def sheet_of(
    words: HelpWords, numbers: EmergencyNumbers, note: Note, now: datetime, texts: Texts
) -> HelpSheet:
    """The sheet of that page, made at that local moment."""
    emergency = translate("HelpSheet", "emergency")
    if not numbers.country:
        emergency = numbers_words(numbers, texts)
    plates = [(digits_of(numbers), emergency)]
    if numbers.urgent:
        plates.append((numbers.urgent, translate("HelpSheet", "urgent, today")))
    made = translate("HelpSheet", "{day}, {time}").format(
        day=day_words(now.date(), texts), time=time_words(now.hour * 60 + now.minute)
    )
    continued = translate("HelpSheet", "What I ticked stands on the second sheet.")
    own = texts.help.note
    return HelpSheet(words, tuple(plates), note, (own.spoke, own.said), made, continued)


def paint_sheet(
    device: QPagedPaintDevice, sheet: HelpSheet
) -> tuple[tuple[Placed, ...], ...] | None:
    """Paint it; what stands on each sheet, the help on the first, None where nothing is taken."""
    painter = QPainter()
    if not painter.begin(device):
        return None
    try:
        return tuple(_painted(device, painter, sheet))
    finally:
        painter.end()


def _painted(
    device: QPagedPaintDevice, painter: QPainter, sheet: HelpSheet
) -> Iterator[tuple[Placed, ...]]:
    paper = _paper(device, painter)
    note = NoteSheet(sheet.note, sheet.to_fill_in)
    height = next((tall for tall in _LINE_HEIGHTS if note.fits(_note_room(paper, tall))), 0.0)
    fits = height > 0
    room = _note_room(paper, height or _LINE_HEIGHTS[0])
    _Help(paper, sheet, height or _LINE_HEIGHTS[0]).paint()
    note.paint(paper, room, continued="" if fits else sheet.continued)
    _foot(paper, sheet)
    yield tuple(paper.placed)
    for page in () if fits else note.pages(_whole_room(paper)):
        device.newPage()
        more = Paper(painter, paper.width, paper.height)
        page.paint(more)
        _foot(more, sheet)
        yield tuple(more.placed)


def _paper(device: QPagedPaintDevice, painter: QPainter) -> Paper:
    """The painter scaled so that the whole sheet is told in dots of 1/150 inch."""
    layout = device.pageLayout()
    size = layout.fullRect(layout.Unit.Inch).size()
    scale = device.logicalDpiX() / DPI
    painter.scale(scale, scale)
    return Paper(painter, size.width() * DPI, size.height() * DPI)


def _note_room(paper: Paper, line_height: float) -> QRectF:
    top = _numbers_top(paper, line_height) + _NUMBERS_HEIGHT + 28
    return QRectF(MARGIN, top, paper.inner_width, paper.height - _FOOT - 34 - top)


def _whole_room(paper: Paper) -> QRectF:
    """The room of the note where it has a sheet of its own: its words begin at the margin."""
    inside = QRectF(MARGIN, 76, paper.inner_width, paper.height - _FOOT - 34 - 76)
    return inside.adjusted(-PAD, 0, PAD, 0)


def _line_height(paper: Paper, wanted: float) -> float:
    """The height of one of the four lines; a shorter sheet has shorter ones."""
    return min(wanted, (paper.height - 1106) / 4)


def _numbers_top(paper: Paper, line_height: float) -> float:
    return _HEAD_TOP + _HEAD_HEIGHT + 26 + 4 * _line_height(paper, line_height) + 18


def _foot(paper: Paper, sheet: HelpSheet) -> None:
    style = Style(18, 500, "ink2")
    paper.write(sheet.note.foot, MARGIN, paper.height - _FOOT - 22, paper.inner_width, style)


class _Help:
    """Head, four lines and numbers of one sheet."""

    def __init__(self, paper: Paper, sheet: HelpSheet, line_height: float) -> None:
        self._paper = paper
        self._sheet = sheet
        self._wanted = line_height

    def paint(self) -> None:
        """Paint them from the top down."""
        self._name()
        self._head()
        height = _line_height(self._paper, self._wanted)
        top = _HEAD_TOP + _HEAD_HEIGHT + 26
        for number in range(len(LINE_ICONS)):
            self._line(number, top + number * height, height)
        self._numbers(_numbers_top(self._paper, self._wanted))

    def _name(self) -> None:
        paper = self._paper
        paper.painter.save()
        paper.painter.translate(MARGIN + 14, 98)
        paint_mark(paper.painter, LIGHT)
        paper.painter.restore()
        paper.write("KneeCoach", MARGIN + 50, 82, 400, Style(24, 700))
        paper.write_right(self._sheet.made, 86, Style(19, 500, "ink2"))

    def _head(self) -> None:
        paper, words = self._paper, self._sheet.words
        box = QRectF(MARGIN, _HEAD_TOP, paper.inner_width, _HEAD_HEIGHT)
        paper.box(box, 26, border="urgent", pen=7 if words.urgent else 4)
        icon = "warn" if words.urgent else "info"
        paper.icon(icon, MARGIN + 40, _HEAD_TOP + 53, 84, "urgent", 1.8)
        x, width = MARGIN + 160, paper.inner_width - 190
        title = Style(28, 500)
        below = height_of(words.title, width, title)
        room = _HEAD_HEIGHT - 24 - below
        banner = Style(largest(words.banner, width, room, _BANNER, 700), 700, "danger_ink")
        height = height_of(words.banner, width, banner)
        top = _HEAD_TOP + (_HEAD_HEIGHT - height - below) / 2
        paper.write(words.banner, x, top, width, banner)
        paper.write(words.title, x, top + height, width, title)

    def _line(self, number: int, top: float, height: float) -> None:
        paper, words = self._paper, self._sheet.words
        head, text = words.lines[number]
        called = number == words.call
        if called:
            box = QRectF(MARGIN, top + 2, paper.inner_width, height - 8)
            paper.box(box, 20, fill="danger_soft", border="danger")
        elif number + 1 < len(words.lines) and number + 1 != words.call:
            paper.rule(MARGIN, top + height - 3, paper.inner_width, "line")
        dark = called or LINE_ICONS[number] == "hand"
        role = "danger_ink" if dark else "primary"
        paper.icon(LINE_ICONS[number], MARGIN + 24, top + height / 2 - 25, 50, role)
        x, width = MARGIN + 104, paper.inner_width - 128
        small = Style(22, 700, "danger_ink" if called else "primary")
        px = largest(text, width, height - 52, (30.0, 27.0, 24.0), 700)
        big = Style(px, 700)
        start = top + (height - height_of(head, width, small) - height_of(text, width, big) - 4) / 2
        start += 4 + paper.write(head, x, start, width, small)
        paper.write(text, x, start, width, big)

    def _numbers(self, top: float) -> None:
        paper, numbers = self._paper, self._sheet.numbers
        gap = 20.0
        width = (paper.inner_width - gap * (len(numbers) - 1)) / len(numbers)
        for place, (digits, name) in enumerate(numbers):
            box = QRectF(MARGIN + place * (width + gap), top, width, _NUMBERS_HEIGHT)
            paper.box(box, 20, border="ink")
            self._number(box, digits, name)

    def _number(self, box: QRectF, digits: str, name: str) -> None:
        """The digits, and beside them what they are for."""
        paper = self._paper
        words = Style(26, 600)
        inner = box.width() - 60
        for px in _DIGITS:
            big = Style(px, 800)
            wide = width_of(digits, big) + 4
            if wide + 30 + min(width_of(name, words), 150) <= inner:
                break
        height = height_of(digits, wide, big)
        paper.write(digits, box.left() + 30, box.center().y() - height / 2, wide, big)
        x = box.left() + 30 + wide + 30
        width = box.right() - 24 - x
        height = height_of(name, width, words)
        paper.write(name, x, box.center().y() - height / 2 + 4, width, words)
