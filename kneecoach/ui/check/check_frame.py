"""What the page of the check is made of: steps, head, questions and foot, in both forms."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSpacerItem, QVBoxLayout, QWidget

from kneecoach.domain.check_texts import ScreenText
from kneecoach.ui.check.foot import CheckFoot
from kneecoach.ui.check.question_list import QuestionList
from kneecoach.ui.check.steps_panel import WIDTH_COMPACT, StepsPanel
from kneecoach.ui.kit.buttons import LEAST, IconButton
from kneecoach.ui.kit.labels import TextLabel
from kneecoach.ui.kit.page import GUTTER
from kneecoach.ui.kit.shapes import RING
from kneecoach.ui.look import Look
from kneecoach.ui.pictures import Pictures
from kneecoach.ui.words import translate

COMPACT_BELOW = 1100  # px of the page's width


class CheckFrame(QWidget):
    """The steps at the left; a head, the questions of one screen and the foot at the right."""

    def __init__(
        self,
        look: Look,
        pictures: Pictures,
        titles: Sequence[str],
        foot: CheckFoot,
        questions: QuestionList,
        parent: QWidget | None = None,
    ) -> None:
        """`titles` are those of the screens, `questions` those of the first one."""
        super().__init__(parent)
        self.look = look
        self.panel = StepsPanel(look, pictures, titles)
        self.title = TextLabel(look, px=40, weight=700)
        self.line = TextLabel(look, px=19, role="ink2")
        self.place = TextLabel(look, px=18, weight=600, role="ink2", wrap=False)
        self.back = IconButton(look, translate("CheckPage", "Screen before"), "left")
        self.leave = IconButton(look, translate("CheckPage", "Leave the check"), "x")
        self.questions = questions
        self.foot = foot
        self._count = len(titles)
        self._compact = True
        self._lay_out()
        self._set_compact(True)
        self._order_tabs()

    def show_head(self, at: int, words: ScreenText) -> None:
        """Show that screen's words and where in the check it stands, counted from 0."""
        self.setAccessibleName(words.title)
        self.title.setText(words.title)
        self.line.setText(words.line)
        place = translate("CheckPage", "{number} of {all}")
        self.place.setText(place.format(number=at + 1, all=self._count))
        self.back.setVisible(at > 0)
        self.panel.show_step(at)
        self.panel.show_hint("", "")

    def show_questions(self, questions: QuestionList) -> None:
        """Show these instead of those that were there."""
        old, self.questions = self.questions, questions
        questions.set_compact(self._compact)
        self._right.replaceWidget(old, questions)
        old.hide()
        old.deleteLater()
        self._order_tabs()

    def minimumSizeHint(self) -> QSize:
        """The page takes the form that its window has room for."""
        return QSize(WIDTH_COMPACT, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        compact = self.width() < COMPACT_BELOW
        if compact != self._compact:
            self._set_compact(compact)

    def _order_tabs(self) -> None:
        """Tab goes from the questions to the foot."""
        last: QWidget = self.questions
        following = last.nextInFocusChain()
        while following is not None and self.questions.isAncestorOf(following):
            last, following = following, following.nextInFocusChain()
        for button in (self.foot.none, self.foot.go_on, self.foot.help):
            QWidget.setTabOrder(last, button)
            last = button

    def _lay_out(self) -> None:
        self._right = QVBoxLayout()
        self._right.setSpacing(0)
        self._right.addLayout(self._head())
        self._under_head = QSpacerItem(0, 0)
        self._right.addItem(self._under_head)
        self._right.addWidget(self.questions, 1)
        self._right.addSpacing(8)
        self._right.addWidget(self.foot)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.panel)
        row.addLayout(self._right, 1)

    def _head(self) -> QHBoxLayout:
        words = QVBoxLayout()
        words.setSpacing(0)
        for label in (self.title, self.line):
            label.setContentsMargins(RING, 0, 0, 0)
            words.addWidget(label)
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, GUTTER - RING, 0)
        head.setSpacing(2)
        head.addLayout(words, 1)
        for widget in (self.place, self.back, self.leave):
            head.addWidget(widget, 0, Qt.AlignmentFlag.AlignTop)
        self.place.setFixedHeight(LEAST + 2 * RING)
        self.place.setContentsMargins(0, 0, 10, 0)
        return head

    def _set_compact(self, compact: bool) -> None:
        """Take the form for narrow windows, or leave it."""
        self._compact = compact
        self.title.set_px(30 if compact else 40)
        self.line.set_px(15 if compact else 19)
        self.place.set_px(14.5 if compact else 18)
        self.panel.set_compact(compact)
        self.questions.set_compact(compact)
        self.foot.set_compact(compact)
        side, top, end = (22, 10, 16) if compact else (40, 20, 32)
        self._under_head.changeSize(0, 4 if compact else 10)
        self._right.setContentsMargins(side - RING, top, side - RING - GUTTER, end)
        self.foot.setContentsMargins(0, 0, GUTTER - RING, 0)
