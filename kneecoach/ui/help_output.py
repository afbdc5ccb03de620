"""A help page out of the program: to a printer, or into a PDF of its own."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import (
    QBuffer,
    QFile,
    QIODevice,
    QLocale,
    QMarginsF,
    QSaveFile,
    QStandardPaths,
)
from PySide6.QtGui import QPageLayout, QPageSize, QPdfWriter
from PySide6.QtWidgets import QFileDialog, QWidget

from kneecoach.ui.help_sheet import HelpSheet, paint_sheet
from kneecoach.ui.words import translate

_DPI = 300
_LETTER = ("US", "CA")  # countries whose printers hold US Letter
_NAME = "KneeCoach"  # all that file and print job tell of themselves
_OWN = QFile.Permission.ReadOwner | QFile.Permission.WriteOwner


class OutputError(Exception):
    """The sheet did not get out; the text is a sentence for the person."""


def paper_of(country: str) -> QPageSize:
    """The paper of that country, or of the system where it is "": A4 or US Letter."""
    imperial = QLocale.system().measurementSystem() is QLocale.MeasurementSystem.ImperialUSSystem
    letter = country in _LETTER or (not country and imperial)
    return QPageSize(QPageSize.PageSizeId.Letter if letter else QPageSize.PageSizeId.A4)


def pdf_of(sheet: HelpSheet, paper: QPageSize) -> bytes:
    """The sheet as a PDF; its properties tell nothing of the person and nothing of the machine."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(_DPI)
    writer.setPageLayout(QPageLayout(paper, QPageLayout.Orientation.Portrait, QMarginsF()))
    writer.setTitle(_NAME)
    writer.setCreator(_NAME)
    paint_sheet(writer, sheet)
    buffer.close()
    return bytes(buffer.data().data())


def write_pdf(path: str, content: bytes) -> None:
    """Write the file so that only its owner reads it; raises OutputError.

    Whatever was there before stays as it was until all of the new file is written.
    """
    file = QSaveFile(path)
    opened = file.open(QIODevice.OpenModeFlag.WriteOnly)
    if not (opened and file.setPermissions(_OWN)):
        file.cancelWriting()
        raise OutputError(
            translate(
                "HelpOutput",
                "The file cannot be saved there; nothing was changed: choose another folder, "
                "then try again.",
            )
        )
    if file.write(content) != len(content) or not file.commit():
        raise OutputError(
            translate(
                "HelpOutput",
                "The file could not be written to its end, so it was not kept: free some "
                "space or choose another folder, then try again.",
            )
        )


def save_pdf(parent: QWidget, sheet: HelpSheet, paper: QPageSize) -> bool:
    """Ask for a file and save the sheet there; False where none was chosen. Raises OutputError."""
    name = translate("HelpOutput", "Note for the doctor") + ".pdf"
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    path, _ = QFileDialog.getSaveFileName(
        parent,
        translate("HelpOutput", "Save as PDF"),
        str(Path(folder) / name) if Path(folder).is_dir() else str(Path.home() / name),
        translate("HelpOutput", "PDF files") + " (*.pdf)",
    )
    if not path:
        return False
    write_pdf(path, pdf_of(sheet, paper))
    return True


def print_sheet(parent: QWidget, sheet: HelpSheet, paper: QPageSize) -> bool:
    """Ask for a printer and print there; False where it was called off. Raises OutputError."""
    try:
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter
    except ImportError as error:
        raise OutputError(_no_printer()) from error
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setFullPage(True)
    printer.setPageSize(paper)
    printer.setDocName(_NAME)
    printer.setCreator(_NAME)
    dialog = QPrintDialog(printer, parent)
    if not dialog.exec():
        return False
    if paint_sheet(printer, sheet) is None or printer.printerState() is QPrinter.PrinterState.Error:
        raise OutputError(_no_printer())
    return True


def _no_printer() -> str:
    return translate(
        "HelpOutput", "The printer does not take the page; save it as PDF, or copy the note."
    )
