"""Cards of one exercise's page: how much, what it is for."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout

from kneecoach.domain.catalogue import Dose, Exercise
from kneecoach.domain.texts import ExerciseText
from kneecoach.ui.kit.card import Card
from kneecoach.ui.kit.labels import Heading, LineLabel, TextLabel
from kneecoach.ui.kit.pill import Pill
from kneecoach.ui.look import Look
from kneecoach.ui.words import dose_words, seconds_words, translate

# Where a dose comes from (guide 4.2 to 4.5): the article's own numbers, or the program's default.
# The article gives the hamstring stretch its seconds but not how often.
ARTICLE = "article"
OURS = "ours"
DOSE_SOURCES: Mapping[str, str] = {
    "leg_raise": ARTICLE,
    "calf_stretch": ARTICLE,
    "hamstring_bent": "hold",
    "hamstring_straight": "hold",
}


class DoseCard(Card):
    """How much, how often, and where each number comes from."""

    def __init__(self, look: Look, exercise: Exercise, words: ExerciseText) -> None:
        super().__init__(look)
        self._row = self.row(22, 32)
        self._row.addLayout(self._number(exercise.dose))
        self._row.addLayout(self._sources(exercise, words), 1)

    def set_compact(self, compact: bool) -> None:
        """The number over its sources, or beside them."""
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._row.setDirection(down if compact else across)
        self._row.setSpacing(8 if compact else 32)

    def _number(self, dose: Dose) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(Heading(self._look, translate("Exercise", "Your dose")))
        number = LineLabel(self._look, dose_words(dose), px=44, weight=700, tabular=True)
        column.addWidget(number)
        column.addStretch(1)
        return column

    def _sources(self, exercise: Exercise, words: ExerciseText) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(8)
        heading = translate("Exercise", "Where the numbers come from")
        column.addWidget(TextLabel(self._look, heading, px=14, weight=600, role="ink2"))
        for line, source in dose_lines(exercise):
            column.addLayout(_source_line(self._look, line, source))
        column.addWidget(TextLabel(self._look, words.often, px=15.5, role="ink2"))
        column.addStretch(1)
        return column


def dose_lines(exercise: Exercise) -> tuple[tuple[str, str], ...]:
    """Each number of the dose in words, with its source: article or ours."""
    dose = exercise.dose
    source = DOSE_SOURCES.get(exercise.id, OURS)
    lines = [(dose_words(dose), source)] if source != "hold" else list(_stretch_lines(dose))
    if dose.rest_s:
        rest = translate("Exercise", "{seconds} rest between sets")
        lines.append((rest.format(seconds=seconds_words(dose.rest_s)), OURS))
    return tuple(lines)


def _stretch_lines(dose: Dose) -> tuple[tuple[str, str], ...]:
    hold = translate("Exercise", "Hold for {seconds}").format(
        seconds=seconds_words(dose.hold_s or 0)
    )
    times = translate("Exercise", "%n time(s)", "", dose.sets)
    return ((hold, ARTICLE), (times, OURS))


def _source_line(look: Look, line: str, source: str) -> QHBoxLayout:
    row = QHBoxLayout()
    row.addWidget(TextLabel(look, line, weight=600), 1)
    article = source == ARTICLE
    words = translate("Exercise", "Article") if article else translate("Exercise", "Our default")
    kind, icon = ("soft", "doc") if article else ("ours", "gear")
    row.addWidget(Pill(look, words, kind, icon=icon), 0, Qt.AlignmentFlag.AlignTop)
    return row


def purpose_card(look: Look, words: ExerciseText) -> Card:
    """What an exercise is for."""
    card = Card(look)
    column = card.column(20, 4)
    column.addWidget(Heading(look, translate("Exercise", "What it is for"), px=18))
    column.addWidget(TextLabel(look, words.purpose, px=15.5, role="ink2"))
    return card
