"""The questions of one screen of the check, on a card that scrolls."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kneecoach.domain import check_questions as asks
from kneecoach.domain.check_questions import CheckRun
from kneecoach.domain.check_texts import CheckTexts
from kneecoach.ui.check.number_rows import AgeRow, DayRow
from kneecoach.ui.check.rows import (
    ROW_OF_MANY,
    SIDE,
    SIDE_COMPACT,
    PainRow,
    QuestionRow,
    SignRow,
    YesNoRow,
)
from kneecoach.ui.kit.buttons import SoftButton
from kneecoach.ui.kit.card import Card
from kneecoach.ui.kit.labels import Heading
from kneecoach.ui.kit.page import GUTTER, ScrollBox
from kneecoach.ui.kit.shapes import RING
from kneecoach.ui.look import Look

_LAST_KEY = "A"
_FEW = 10  # rows of the usual height have room in 800 px
_BY_PAGE = (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class _Box(ScrollBox):
    """Scrolls by page; the arrows are left to the check."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _BY_PAGE:
            super().keyPressEvent(event)
        else:
            event.ignore()


class QuestionList(QWidget):
    """All questions a screen can ask, those shown that it asks now.

    `told` carries the name of a question and its answer, `focused` the name of the question that
    has the focus, `as_last` that all are as last time.
    """

    told = Signal(str, object)
    focused = Signal(str)
    typed = Signal(str)  # a number was chosen by its key
    as_last = Signal()

    def __init__(self, look: Look, texts: CheckTexts, run: CheckRun, language: str) -> None:
        """The questions of the screen the check is at."""
        super().__init__()
        self._look = look
        self._texts = texts
        self._language = language
        self.rows: dict[str, QuestionRow] = {}
        self.again: SoftButton | None = None
        self._heads: list[tuple[Heading, QHBoxLayout]] = []
        content = QWidget()
        self._column = QVBoxLayout(content)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._card = Card(look)
        self._inside = self._card.column(4, 0)
        self._fill(run)
        self._column.addWidget(self._card)
        self._column.addStretch(1)
        self.box = _Box(look, content, gutter=GUTTER)
        frame = QVBoxLayout(self)
        frame.setContentsMargins(0, 0, 0, 0)
        frame.addWidget(self.box)

    def show_run(self, run: CheckRun) -> None:
        """Show what is asked and answered now."""
        asked = asks.asked(run)
        values: Mapping[str, object] = {
            **run.signs,
            asks.AGE: run.age,
            asks.PAIN: run.pain_rest,
            asks.CLEARANCE: run.cleared,
            asks.SEEN: run.seen,
        }
        for name, row in self.rows.items():
            row.setVisible(name in asked)
            if name in asked:
                row.show_answer(values.get(name))
        if self.again is not None:
            still = set(asks.ticked_last(run)) & set(asks.open_here(run))
            self.again.setEnabled(bool(still))

    def set_compact(self, compact: bool) -> None:
        """Take the sizes of the narrow form of the window, or of the wide one."""
        many = len(self.rows) > _FEW
        for row in self.rows.values():
            row.set_compact(compact)
            if many and not compact:
                row.setMinimumHeight(ROW_OF_MANY)
        side = SIDE_COMPACT if compact else SIDE
        for title, head in self._heads:
            title.set_px(16 if compact else 18)
            head.setContentsMargins(side, 18, side - RING - 8, 6)

    def current(self) -> str | None:
        """The name of the question that has the focus, None for none."""
        focus = self.window().focusWidget()
        for name, row in self.rows.items():
            if focus is not None and row.isAncestorOf(focus):
                return name
        return None

    def go_to(self, name: str, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """Give the focus to that question and scroll it into sight."""
        row = self.rows[name]
        row.take_focus(reason)
        QTimer.singleShot(0, self, lambda: self.box.ensureWidgetVisible(row, 0, 12))

    def _fill(self, run: CheckRun) -> None:
        """A row for each question; those to confirm stand in two groups."""
        names = asks.askable(run)
        plain = [name for name in names if name in asks.NO_SIGNS]
        signs = [name for name in names if name not in asks.NO_SIGNS]
        opening = asks.screen_of(run) == asks.OPENING
        for name in plain if opening else names:
            self._add(self._made(name, run))
        if opening and signs:
            self._fill_still(run, signs)

    def _fill_still(self, run: CheckRun, signs: list[str]) -> None:
        """The signs to confirm, those ticked last time first."""
        ticked = asks.ticked_last(run)
        if ticked:
            self.again = SoftButton(
                self._look, self._texts.still.all_as_last, icon="check", key=_LAST_KEY, height=44
            )
            self.again.setAutoDefault(False)
            self.again.clicked.connect(self.as_last)
            self._add_group(self._texts.still.ticked, ticked, self.again, run)
        rest = tuple(name for name in signs if name not in ticked)
        self._add_group(self._texts.still.open, rest, None, run)

    def _add_group(
        self, title: str, names: tuple[str, ...], button: SoftButton | None, run: CheckRun
    ) -> None:
        head = QWidget()
        row = QHBoxLayout(head)
        row.setSpacing(12)
        heading = Heading(self._look, title, px=18)
        self._heads.append((heading, row))
        row.addWidget(heading, 1)
        if button is not None:
            row.addWidget(button)
        self._inside.addWidget(head)
        for name in names:
            self._add(self._made(name, run))
            self.rows[name].first = name == names[0]

    def _made(self, name: str, run: CheckRun) -> QuestionRow:
        look, texts = self._look, self._texts
        match name:
            case asks.CLEARANCE:
                return YesNoRow(look, name, texts.clearance.question, texts.answers)
            case asks.SEEN:
                return DayRow(look, name, texts.clearance, run.start.today, self._language)
            case asks.AGE:
                return self._age_row(run)
            case asks.PAIN:
                return self._pain_row()
            case _:
                return SignRow(
                    look, name, texts.signs[name], texts.answers, texts.hints.get(name, "")
                )

    def _age_row(self, run: CheckRun) -> AgeRow:
        texts, last = self._texts, run.start.last
        before = last.age if last is not None else None
        question = texts.age.question
        if before is not None:
            question = texts.still.age.format(age=before)
        return AgeRow(self._look, asks.AGE, question, texts.age.hint, before)

    def _pain_row(self) -> PainRow:
        texts = self._texts.pain
        row = PainRow(self._look, asks.PAIN, texts.question, texts.hint)
        row.scale.typed.connect(lambda _number: self.typed.emit(asks.PAIN))
        return row

    def _add(self, row: QuestionRow) -> None:
        row.first = not self.rows
        self.rows[row.name] = row
        self._inside.addWidget(row)
        row.told.connect(lambda answer, name=row.name: self.told.emit(name, answer))
        row.focused.connect(self.focused)
