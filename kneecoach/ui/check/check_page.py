"""The check of warning signs: one group of signs on each screen, by keys or by the mouse."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from kneecoach.domain import check_questions as asks
from kneecoach.domain import check_run as course
from kneecoach.domain.check import Answer, Check, CheckAnswers
from kneecoach.domain.check_questions import CheckRun, CheckStart
from kneecoach.domain.check_texts import CheckTexts, ScreenText
from kneecoach.domain.guidance import EmergencyNumbers
from kneecoach.ui.check.check_frame import CheckFrame
from kneecoach.ui.check.foot import CheckFoot
from kneecoach.ui.check.leave_card import LeaveCard
from kneecoach.ui.check.question_list import QuestionList
from kneecoach.ui.check.rows import SignRow, YesNoRow
from kneecoach.ui.kit.announce import announce
from kneecoach.ui.kit.durations import GUARD_MS
from kneecoach.ui.look import Look
from kneecoach.ui.pictures import Pictures

_ONCE = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right)  # others don't repeat


class CheckPage(CheckFrame):
    """The whole window while the check is answered; nothing is preset and Enter answers nothing.

    `ended` carries a `CheckGiven`, `left` the `CheckAnswers` of a check that was left before its
    end. `help_wanted` asks for the numbers and the warning signs; the check waits where it is.
    """

    ended = Signal(object)
    left = Signal(object)
    help_wanted = Signal()

    def __init__(
        self,
        look: Look,
        pictures: Pictures,
        check: Check,
        texts: CheckTexts,
        start: CheckStart,
        numbers: EmergencyNumbers,
        *,
        language: str = "en",
        guard_ms: int = GUARD_MS,
        parent: QWidget | None = None,
    ) -> None:
        """`language` writes the days; keys within `guard_ms` of a card are ignored."""
        run = course.begin(check, start)
        titles = [_heading(texts, run, name).title for name in asks.screens(run)]
        foot = CheckFoot(look, texts.answers.none_of_these, numbers)
        questions = QuestionList(look, texts, run, language)
        super().__init__(look, pictures, titles, foot, questions, parent)
        self.run = run
        self._texts = texts
        self._language = language
        self._guard_ms = guard_ms
        self._guarded = False
        self._card: LeaveCard | None = None
        self._connect()
        self._follow(questions)
        self._show_screen()

    @property
    def answers(self) -> CheckAnswers:
        """What is answered so far."""
        return course.answers(self.run)

    @property
    def ticked_any(self) -> bool:
        """Whether any sign was answered with yes or not sure so far."""
        return asks.ticked_any(self.run)

    def take_focus(self) -> None:
        """Give the focus to the first open question of the screen, or to its first one."""
        still, asked = asks.open_here(self.run), asks.asked(self.run)
        if asked:
            self.questions.go_to((still or asked)[0])

    def ask_to_leave(self) -> None:
        """Ask on a card whether the check is to be left."""
        if self._card is not None:
            return
        self._card = LeaveCard(self.look, self, self._guard_ms)
        self._card.stay.connect(self._close_card)
        self._card.leave.connect(self._left)
        self._card.open()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer the keys of the check (look-pages 2); a key held down answers once."""
        key = Qt.Key(event.key())
        if event.isAutoRepeat() and key not in _ONCE:
            event.accept()
            return
        does = self._keys().get(key)
        if does is not None:
            does()
        elif not self._take_by_row(event) and not self._take_letter(event):
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.take_focus()

    def _keys(self) -> dict[Qt.Key, Callable[[], None]]:
        return {
            Qt.Key.Key_Up: lambda: self._step(-1),
            Qt.Key.Key_Down: lambda: self._step(1),
            Qt.Key.Key_Return: self._go_on,
            Qt.Key.Key_Enter: self._go_on,
            Qt.Key.Key_Backspace: self._go_back,
            Qt.Key.Key_Escape: self.ask_to_leave,
            Qt.Key.Key_F1: self.help_wanted.emit,
        }

    def _take_letter(self, event: QKeyEvent) -> bool:
        letter = event.text().upper()
        if letter == "0":
            self._none()
        elif letter == "A" and self.questions.again is not None:
            self._as_last()
        else:
            return False
        return True

    def _take_by_row(self, event: QKeyEvent) -> bool:
        """Let the question in focus take a key of its own, then go to the next open one."""
        name = self.questions.current()
        row = self.questions.rows.get(name) if name else None
        if row is None or not row.take_key(event):
            return False
        if isinstance(row, SignRow | YesNoRow):
            self._to_next_open(row.name)
        return True

    def _step(self, by: int) -> None:
        """To the question above or below; at the ends it stays."""
        asked, name = asks.asked(self.run), self.questions.current()
        if name is None or name not in asked:
            self.take_focus()
            return
        place = max(0, min(len(asked) - 1, asked.index(name) + by))
        self.questions.go_to(asked[place], Qt.FocusReason.TabFocusReason)

    def _to_next_open(self, name: str) -> None:
        """To the next question that is open, from the top again after the last one; or it stays."""
        still, asked = asks.open_here(self.run), asks.asked(self.run)
        place = asked.index(name) if name in asked else 0
        following = [other for other in (*asked[place:], *asked[:place]) if other in still]
        if following or name in asked:
            self.questions.go_to((*following, name)[0], Qt.FocusReason.TabFocusReason)

    def _take(self, name: str, answer: object) -> None:
        """Take an answer over into the check."""
        match answer:
            case Answer() if name not in asks.NO_SIGNS:
                self._set(course.answer(self.run, name, answer))
            case bool():
                self._set(course.tell_clearance(self.run, answer))
            case int() if name == asks.PAIN:
                self._take_pain(answer)
            case _ if name == asks.AGE:
                self._set(course.tell_age(self.run, answer if isinstance(answer, int) else None))
            case date() if name == asks.SEEN:
                self._set(course.tell_seen(self.run, answer))

    def _take_pain(self, number: int) -> None:
        """A second press of the key before was not meant for the scale."""
        if self._guarded:
            self._set(self.run)
        else:
            self._set(course.tell_pain(self.run, number))

    def _none(self) -> None:
        """No to all signs still open here; then to what is open beside them."""
        changed = course.none_of_these(self.run)
        if changed == self.run:
            return
        self._set(changed)
        self._begin_guard()
        self._to_next_open(self.questions.current() or "")

    def _as_last(self) -> None:
        self._set(course.as_last_time(self.run))
        self._to_next_open(self.questions.current() or "")

    def _go_on(self) -> None:
        self._move(course.go_on(self.run))

    def _go_back(self) -> None:
        self._move(course.go_back(self.run))

    def _move(self, run: CheckRun) -> None:
        """To another screen, or to the end."""
        if run == self.run:
            return
        self.run = run
        given = course.given(run)
        if given is not None:
            self.ended.emit(given)
            return
        questions = QuestionList(self.look, self._texts, self.run, self._language)
        self._follow(questions)
        self.show_questions(questions)
        self._show_screen()
        self.take_focus()
        announce(self, self.title.text())

    def _set(self, run: CheckRun) -> None:
        was_open = bool(asks.open_here(self.run))
        self.run = run
        self._show_answers()
        if was_open and not asks.open_here(run):
            announce(self, self.foot.count)

    def _show_screen(self) -> None:
        words = _heading(self._texts, self.run, asks.screen_of(self.run))
        self.show_head(self.run.at, words)
        self._show_answers()

    def _show_answers(self) -> None:
        run = self.run
        self.questions.show_run(run)
        still = asks.open_here(run)
        may_none = course.none_of_these(run) != run
        self.foot.show_state(len(still), asks.ticked_here(run), may_none=may_none)

    def _show_hint(self, name: str) -> None:
        self.panel.show_hint(name, self._texts.hints.get(name, ""))
        row = self.questions.rows[name]
        QTimer.singleShot(0, row, lambda: self.questions.box.ensureWidgetVisible(row, 0, 12))

    def _follow(self, questions: QuestionList) -> None:
        questions.told.connect(self._take)
        questions.focused.connect(self._show_hint)
        questions.typed.connect(self._to_next_open)
        questions.as_last.connect(self._as_last)

    def _close_card(self) -> None:
        if self._card is not None:
            self._card.dismiss()
            self._card = None

    def _left(self) -> None:
        self._close_card()
        self.left.emit(self.answers)

    def _begin_guard(self) -> None:
        if self._guard_ms > 0:
            self._guarded = True
            QTimer.singleShot(self._guard_ms, self, self._end_guard)

    def _end_guard(self) -> None:
        self._guarded = False

    def _connect(self) -> None:
        self.back.clicked.connect(self._go_back)
        self.leave.clicked.connect(self.ask_to_leave)
        self.foot.none.clicked.connect(self._none)
        self.foot.go_on.clicked.connect(self._go_on)
        self.foot.help.clicked.connect(self.help_wanted)


def _heading(texts: CheckTexts, run: CheckRun, screen: str) -> ScreenText:
    """The head of a screen; the opening of a repeat has its own."""
    if screen != asks.OPENING:
        return texts.screens[screen]
    return ScreenText(texts.still.title, texts.still.line) if run.start.last else texts.opening
