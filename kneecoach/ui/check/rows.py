"""The rows of a screen of the check: a question on the left, its answer on the right."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kneecoach.domain.check import Answer
from kneecoach.domain.check_texts import AnswerWords
from kneecoach.ui.check.answer_switch import AnswerSwitch, Option, plain_options, sign_options
from kneecoach.ui.fonts import font
from kneecoach.ui.kit.labels import TextLabel
from kneecoach.ui.kit.pain_scale import PainScale
from kneecoach.ui.kit.shapes import RING, smooth
from kneecoach.ui.look import Look
from kneecoach.ui.words import translate

ROW, ROW_COMPACT = 56, 44  # px, the least height of a row
ROW_OF_MANY = 52  # px, where a screen asks more than fits otherwise
SIDE, SIDE_COMPACT = 22, 18  # px beside what stands in a row
_PX, _PX_COMPACT = 17, 14
_ANSWERS = {"Y": Answer.YES, "?": Answer.NOT_SURE, "N": Answer.NO}
_PAGE_KEYS = (
    *(Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter),
    *(Qt.Key.Key_Backspace, Qt.Key.Key_Escape),
)


class QuestionRow(QWidget):
    """One question: `told` carries its answer, `focused` its name when the focus comes to it.

    `name` is the sign's id or one of `check_questions.NO_SIGNS`.
    """

    told = Signal(object)
    focused = Signal(str)

    def __init__(self, look: Look, name: str, question: str, hint: str = "") -> None:
        super().__init__()
        self.look = look
        self.name = name
        self.question = question
        self.hint = hint
        self.first = False  # of its group: no line above
        self.label = TextLabel(look, question, px=_PX)
        look.changed.connect(self.update)

    @property
    def spoken(self) -> str:
        """The answer as a screen reader says it; "" while there is none."""
        return ""

    def show_answer(self, answer: object) -> None:
        """Show that answer, None for none; it is not told."""

    def take_focus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """Give the focus to the row."""

    def take_key(self, _event: QKeyEvent) -> bool:
        """Answer with a key of the row's own; False where it is none."""
        return False

    def set_compact(self, compact: bool) -> None:
        """Take the sizes of the narrow form of the window, or of the wide one."""
        self.label.set_px(_PX_COMPACT if compact else _PX)
        self.setMinimumHeight(ROW_COMPACT if compact else ROW)
        layout = self.layout()
        if layout is not None:
            side = SIDE_COMPACT if compact else SIDE
            layout.setContentsMargins(side, 0, side - 12, 0)
        self.say()

    def say(self) -> None:
        """Tell a screen reader the question, its answer and how to look."""
        answer = self.spoken or translate("QuestionRow", "not answered")
        name = translate("QuestionRow", "{question}: {answer}")
        self.setAccessibleName(name.format(question=self.question, answer=answer))
        self.setAccessibleDescription(self.hint)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The whole row can be pointed at; it answers nothing."""
        self.take_focus(Qt.FocusReason.MouseFocusReason)
        event.accept()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self.first:
            return
        painter = smooth(QPainter(self))
        painter.fillRect(QRectF(16, 0, self.width() - 32, 1.4), self.look.theme.line)
        painter.end()


class SwitchRow(QuestionRow):
    """A question that a switch answers."""

    def __init__(
        self,
        look: Look,
        name: str,
        question: str,
        options: tuple[Option, ...],
        hint: str = "",
    ) -> None:
        super().__init__(look, name, question, hint)
        self.switch = AnswerSwitch(look, question, options)
        row = QHBoxLayout(self)
        row.setSpacing(16)
        row.addWidget(self.label, 1)
        row.addWidget(self.switch)
        self.switch.chosen.connect(self._tell)
        self.switch.took_focus.connect(lambda: self.focused.emit(self.name))
        self.set_compact(False)

    @property
    def spoken(self) -> str:
        return self.switch.words

    def take_focus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        self.switch.take_focus(reason)

    def set_compact(self, compact: bool) -> None:
        self.switch.set_compact(compact)
        super().set_compact(compact)
        self._weigh()

    def _show(self, value: str | None) -> None:
        self.switch.show_value(value)
        self._weigh()
        self.say()

    def _weigh(self) -> None:
        """Set a ticked question apart by its weight as well."""
        px = self.label.font().pixelSize()
        self.label.setFont(font(px, 700 if self.switch.ticked else 500))

    def _tell(self, value: str) -> None:
        self._weigh()
        self.told.emit(value)


class SignRow(SwitchRow):
    """A sign: yes, not sure or no, also by the keys Y, ? and N; `told` carries an `Answer`."""

    def __init__(
        self, look: Look, sign: str, line: str, words: AnswerWords, hint: str = ""
    ) -> None:
        super().__init__(look, sign, line, sign_options(words), hint)

    def show_answer(self, answer: object) -> None:
        self._show(answer.value if isinstance(answer, Answer) else None)

    def take_key(self, event: QKeyEvent) -> bool:
        answer = _ANSWERS.get(event.text().upper())
        if answer is None:
            return False
        self.told.emit(answer)
        return True

    def _tell(self, value: str) -> None:
        self._weigh()
        self.told.emit(Answer(value))


class YesNoRow(SwitchRow):
    """A question that is no sign: yes or no, also by the keys Y and N; `told` carries a bool."""

    def __init__(self, look: Look, name: str, question: str, words: AnswerWords) -> None:
        super().__init__(look, name, question, plain_options(words))

    def show_answer(self, answer: object) -> None:
        self._show({True: "yes", False: "no"}.get(answer) if isinstance(answer, bool) else None)

    def take_key(self, event: QKeyEvent) -> bool:
        answer = {"Y": True, "N": False}.get(event.text().upper())
        if answer is None:
            return False
        self.told.emit(answer)
        return True

    def _tell(self, value: str) -> None:
        self.told.emit(value == "yes")


class PainRow(QuestionRow):
    """Pain at rest from 0 to 10, also by digits and X; `told` carries the number."""

    def __init__(self, look: Look, name: str, question: str, hint: str) -> None:
        super().__init__(look, name, question, hint)
        self.scale = PainScale(look, question)
        column = QVBoxLayout(self)
        column.setSpacing(2)
        column.addSpacing(8)
        column.addWidget(self.label)
        column.addWidget(self.scale)
        column.addSpacing(6)
        for child in self.scale.findChildren(QWidget):
            child.installEventFilter(self)
        self.scale.chosen.connect(self.told.emit)
        self.set_compact(False)

    @property
    def spoken(self) -> str:
        return "" if self.scale.value is None else str(self.scale.value)

    def show_answer(self, answer: object) -> None:
        self.scale.set_value(answer if isinstance(answer, int) else None)
        self.say()

    def take_focus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        self.scale.first.setFocus(reason)

    def set_compact(self, compact: bool) -> None:
        super().set_compact(compact)
        side = SIDE_COMPACT if compact else SIDE
        self.label.setContentsMargins(RING, 0, 0, 0)  # in line with what the scale paints
        if (layout := self.layout()) is not None:
            layout.setContentsMargins(side - RING, 0, side - 12, 0)

    def take_key(self, event: QKeyEvent) -> bool:
        return self.scale.take_key(event)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Keep the keys that move on the page from choosing a number."""
        if event.type() is QEvent.Type.FocusIn:
            self.focused.emit(self.name)
        elif isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            if event.key() in _PAGE_KEYS:
                QCoreApplication.sendEvent(self, event)
                return True
            return event.isAutoRepeat()
        return False
