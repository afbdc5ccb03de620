"""Sources in one sentence: which they are and when they were last read."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QDate, QLocale

from kneecoach.domain.content import Content
from kneecoach.domain.sources import sources_named
from kneecoach.ui.words import translate


def sources_told(content: Content, ids: Collection[str]) -> str:
    """The short names of these sources with the month they were last read; "" for none.

    Raises `ContentError` where the list of sources can't be read.
    """
    sources = sources_named(content, ids)
    if not sources:
        return ""
    read = min(source.read for source in sources)
    month = QLocale().toString(QDate(read.year, read.month, read.day), "MMMM yyyy")
    told = translate("SourceTag", "Sources: {sources}. Last read in {month}.")
    return told.format(sources="; ".join(source.short for source in sources), month=month)
