"""Painting a year and ten years of history, beside a week, in one run."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

from _starting import verdict
from PySide6.QtCore import QLocale
from PySide6.QtGui import QPixmap

from kneecoach.app.starting import start_qt
from kneecoach.clock import HandClock
from kneecoach.domain.charts import Span, columns
from kneecoach.domain.demo import demo_sessions
from kneecoach.domain.settings import ThemeChoice
from kneecoach.store.content import load_content
from kneecoach.store.history import HistoryFile
from kneecoach.ui.charts.minutes import MinutesChart
from kneecoach.ui.look import Look

YEAR_LIMIT, ALL_LIMIT = 6.0, 13.0  # times a week, which takes 1.4 ms on two quiet cores
DAYS = 3_650
ROUNDS = 25


def main() -> int:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    started = start_qt("en")
    content, clock = load_content(), HandClock()
    with TemporaryDirectory(prefix="kneecoach-bench-") as folder:
        path = Path(folder) / "history.sqlite3"
        with HistoryFile(path, clock) as journal:
            journal.add(demo_sessions(content.catalogue, DAYS, clock.wall().local))
            kept = journal.sessions()
    chart = MinutesChart(Look(ThemeChoice.LIGHT), QLocale("en"))
    chart.resize(730, 260)
    picture = QPixmap(chart.size())

    def painted(span: Span) -> float:
        """Milliseconds to paint that span, the middle of many times."""
        shown, taken = columns(kept, span, clock.wall().day, content.catalogue), []
        for _ in range(ROUNDS):
            chart.show_columns(shown, span)
            began = perf_counter()
            chart.render(picture)
            taken.append((perf_counter() - began) * 1000)
        return median(taken)

    week, year, all_of_it = (painted(span) for span in (Span.WEEK, Span.YEAR, Span.ALL))
    started.application.processEvents()
    checks = {"year_ratio": (year / week, YEAR_LIMIT), "all_ratio": (all_of_it / week, ALL_LIMIT)}
    return verdict("charts", checks, week_ms=week, year_ms=year, all_ms=all_of_it)


if __name__ == "__main__":
    sys.exit(main())
