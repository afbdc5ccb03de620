"""A help page on paper: one sheet, nothing cut, nothing personal in it; errors in a sentence."""

from __future__ import annotations

import getpass
import re
import resource
import stat
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from itertools import combinations
from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QTimer
from PySide6.QtGui import QPageLayout, QPageSize, QPdfWriter
from PySide6.QtWidgets import QApplication, QWidget

from kneecoach.domain.check import Answer, CheckAnswers, Level
from kneecoach.domain.guidance import numbers_for
from kneecoach.domain.settings import Settings
from kneecoach.store.content import load_content
from kneecoach.ui.emergency_words import numbers_words
from kneecoach.ui.help_output import OutputError, paper_of, pdf_of, print_sheet, write_pdf
from kneecoach.ui.help_sheet import HelpSheet, paint_sheet, sheet_of
from kneecoach.ui.help_words import help_words, note_words
from kneecoach.ui.paper import LEAST_PX, MARGIN, Placed
from tests.content.test_words import FORBIDDEN
from tests.content.trees import english
from tests.domain.checked import check, rules
from tests.ui.pages.pdf import Pdf

CHECK = rules()
A4, LETTER = QPageSize.PageSizeId.A4, QPageSize.PageSizeId.Letter
PAPERS = [A4, LETTER]
PAGES = tuple(CHECK.pages)
A_FEW = ("breath_or_chest", "weak_leg", "doctor_first", "first_week")
NOW = datetime(2026, 11, 22, 14, 12, tzinfo=UTC)
FEW = CheckAnswers(54, 3, {"B1": Answer.NOT_SURE, "CR7": Answer.YES})
NOT_SURE = CheckAnswers(120, 10, dict.fromkeys(CHECK.signs, Answer.NOT_SURE))


def sheet(
    page: str, answers: CheckAnswers = FEW, country: str = "GB", language: str = "en"
) -> HelpSheet:
    content = english() if language == "en" else load_content(language)
    texts, numbers = content.texts, numbers_for(content.numbers, country)
    settings = Settings(side_chosen=True, country=country, pain_since="2026-10")
    called = numbers_words(numbers, texts)
    words = help_words(texts.help, page, CHECK.pages[page], called, closes=True)
    note = note_words(answers, NOW.date(), settings, texts)
    return sheet_of(words, numbers, note, NOW, texts)


def painted(wanted: HelpSheet, paper: QPageSize.PageSizeId = A4) -> Sequence[Sequence[Placed]]:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    layout = QPageLayout(QPageSize(paper), QPageLayout.Orientation.Portrait, QMarginsF())
    writer.setPageLayout(layout)
    pages = paint_sheet(writer, wanted)
    assert pages is not None
    return pages


def faults(pages: Sequence[Sequence[Placed]], paper: QPageSize.PageSizeId) -> list[str]:
    """Words over words, words in the margin, words smaller than 8 pt."""
    width, height = {A4: (1240, 1754), LETTER: (1275, 1650)}[paper]
    found = []
    for page in pages:
        for one in page:
            box = one.box
            if box.left() < MARGIN - 1 or box.right() > width - MARGIN + 1:
                found.append(f"beside the margins: {one.words}")
            if box.top() < 40 or box.bottom() > height - 40:
                found.append(f"above or below the sheet: {one.words}")
            if one.px < LEAST_PX:
                found.append(f"too small: {one.words}")
        for one, other in combinations(page, 2):
            over = one.box.intersected(other.box)
            if over.width() > 1 and over.height() > 1:
                found.append(f"{one.words!r} over {other.words!r}")
    return found


def pdf(wanted: HelpSheet, country: str = "GB") -> Pdf:
    return Pdf(pdf_of(wanted, paper_of(country)))


def one_line(text: str) -> str:
    return " ".join(text.replace("\u00a0", " ").split())


@pytest.mark.parametrize("paper", PAPERS, ids=["A4", "Letter"])
@pytest.mark.parametrize("pages", [A_FEW, pytest.param(PAGES, marks=pytest.mark.long)])
@pytest.mark.parametrize("country", ["", "NL"])
def test_the_help_stands_on_one_sheet_and_nothing_is_cut(
    pages: tuple[str, ...], country: str, paper: QPageSize.PageSizeId
) -> None:
    for name in pages:
        made = painted(sheet(name, country=country), paper)
        assert len(made) == 1, name
        assert faults(made, paper) == [], name


@pytest.mark.parametrize("paper", PAPERS, ids=["A4", "Letter"])
@pytest.mark.parametrize("pages", [A_FEW[:1], pytest.param(PAGES, marks=pytest.mark.long)])
def test_with_every_sign_ticked_only_the_note_goes_on_a_second_sheet(
    pages: tuple[str, ...], paper: QPageSize.PageSizeId
) -> None:
    for name in pages:
        wanted = sheet(name, NOT_SURE, "")
        first, *more = painted(wanted, paper)
        assert len(more) == 1, name
        assert faults([first, *more], paper) == [], name
        on_first = [one.words for one in first]
        assert [words for _, words in wanted.words.lines if words not in on_first] == []
        on_second = [one.words for one in more[0]]
        signs = (*wanted.note.noticed, *wanted.note.past)
        assert len(signs) == 71
        assert [sign for sign in signs if sign not in on_second] == []


@pytest.mark.parametrize("language", ["pseudo"])
def test_longer_words_are_not_cut_either(language: str) -> None:
    for name in A_FEW:
        made = painted(sheet(name, language=language))
        assert faults(made, A4) == [], name


@pytest.mark.parametrize(("paper", "signs"), [(A4, 12), (LETTER, 8)], ids=["A4", "Letter"])
def test_a_note_of_some_signs_stays_beside_the_help(
    paper: QPageSize.PageSizeId, signs: int
) -> None:
    ticked = CheckAnswers(54, 3, dict.fromkeys(list(CHECK.signs)[:signs], Answer.YES))
    assert len(painted(sheet("breath_or_chest", ticked), paper)) == 1


def test_words_over_words_would_be_seen() -> None:
    [page] = painted(sheet("weak_leg"))
    twice = [*page, page[0]]
    assert len(faults([twice], A4)) == 1


def test_the_pdf_says_what_the_page_says() -> None:
    wanted = sheet("blood_clot_signs")
    made = pdf(wanted)
    text = one_line(made.text)
    assert made.sheets == 1
    for part in (
        wanted.words.banner,
        wanted.words.title,
        *(words for line in wanted.words.lines for words in line),
        "999",
        "111",
        wanted.note.pain,
        *wanted.note.noticed,
        *wanted.note.past,
        "I have not massaged the leg.",
        "Who I spoke to",
        "What was said",
        "22 November 2026, 14:12",
        "Ticked by the person. Not a diagnosis. Not yet reviewed by a clinician.",
    ):
        assert one_line(part) in text, part


@pytest.mark.parametrize("pages", [A_FEW, pytest.param(PAGES, marks=pytest.mark.long)])
def test_no_level_no_rule_and_no_forbidden_word_is_in_a_pdf(pages: tuple[str, ...]) -> None:
    names = {rule.name for rule in CHECK.rules} | {level.name for level in Level}
    for name in pages:
        text = pdf(sheet(name, NOT_SURE)).text
        assert [found for found in names if re.search(rf"\b{re.escape(found)}\b", text)] == []
        assert [word for word in FORBIDDEN if re.search(word, one_line(text), re.I)] == [], name


def test_without_a_country_111_is_on_no_sheet() -> None:
    for name in A_FEW:
        text = pdf(sheet(name, country=""), "").text
        assert "111" not in text
        assert "112, 911, 999 or your local emergency number" in one_line(text)


def test_the_properties_tell_nothing_of_the_person_and_the_machine(tmp_path: Path) -> None:
    made = pdf(sheet("weak_leg"))
    told = made.properties
    assert (told["Title"], told["Creator"], told["Author"]) == ("KneeCoach", "KneeCoach", "")
    assert told["Producer"].startswith("Qt ")
    for secret in (str(tmp_path), str(Path.home()), f"/{getpass.getuser()}/"):
        assert secret.encode() not in made.content


@pytest.mark.parametrize(
    ("country", "size"),
    [("GB", (595, 842)), ("DE", (595, 842)), ("US", (612, 792)), ("CA", (612, 792))],
)
def test_the_paper_is_that_of_the_country(country: str, size: tuple[int, int]) -> None:
    assert pdf(sheet("weak_leg", country=country), country).size == size


def test_a_saved_page_is_for_its_owner_alone(tmp_path: Path) -> None:
    path = tmp_path / "note.pdf"
    write_pdf(str(path), b"%PDF")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    path.chmod(0o644)
    write_pdf(str(path), b"%PDF new")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert path.read_bytes() == b"%PDF new"
    assert list(tmp_path.iterdir()) == [path]


def test_a_place_that_takes_no_file_is_told_in_a_sentence(tmp_path: Path) -> None:
    for path in (tmp_path / "missing" / "note.pdf", tmp_path):
        with pytest.raises(OutputError, match=r"cannot be saved there; nothing was changed.*\.$"):
            write_pdf(str(path), b"%PDF")
    assert list(tmp_path.iterdir()) == []


@contextmanager
def files_of_at_most(size: int) -> Iterator[None]:
    """No file may grow beyond that many bytes, as on a disk that is full."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_a_full_disk_is_told_and_leaves_what_was_there(tmp_path: Path) -> None:
    path = tmp_path / "note.pdf"
    path.write_bytes(b"older")
    content = pdf_of(sheet("weak_leg"), paper_of("GB"))
    with files_of_at_most(1000), pytest.raises(OutputError, match="free some space"):
        write_pdf(str(path), content)
    assert path.read_bytes() == b"older"
    assert list(tmp_path.iterdir()) == [path]
    with files_of_at_most(len(content)):
        write_pdf(str(path), content)
    assert path.read_bytes() == content


@pytest.mark.long  # it looks for printers for 3 s
def test_calling_the_print_off_prints_nothing(qapp: QApplication) -> None:
    parent = QWidget()
    parent.show()
    seen: list[str] = []

    def call_off() -> None:
        dialog = qapp.activeModalWidget()
        if dialog is None:
            QTimer.singleShot(10, call_off)
        else:
            seen.append(type(dialog).__name__)
            dialog.close()

    QTimer.singleShot(0, call_off)
    assert not print_sheet(parent, sheet("weak_leg"), paper_of("GB"))
    assert seen == ["QPrintDialog"]
    parent.close()


def test_a_printer_gets_the_page_on_one_sheet(tmp_path: Path) -> None:
    from PySide6.QtPrintSupport import QPrinter

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "print.pdf"))
    printer.setFullPage(True)
    printer.setPageSize(paper_of("GB"))
    pages = paint_sheet(printer, sheet("blood_clot_signs", check("B1")))
    assert pages is not None
    assert faults(pages, A4) == []
    made = Pdf((tmp_path / "print.pdf").read_bytes())
    assert made.sheets == 1
    assert made.size == (595, 842)
    assert "Get medical help today" in one_line(made.text)


@pytest.mark.qt_log_ignore("QPdfEngine", "QPainter", "QFSFileEngine", "QIODevice")
def test_a_device_that_takes_nothing_is_noticed(tmp_path: Path) -> None:
    writer = QPdfWriter(str(tmp_path / "missing" / "a.pdf"))
    assert paint_sheet(writer, sheet("weak_leg")) is None
