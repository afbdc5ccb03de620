"""The first start: what the program is and is not, and what it has to know (look-pages 2)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kneecoach.domain.check_texts import StartText
from kneecoach.ui.first_parts import Bars, Confirm, HelpPoint, Points
from kneecoach.ui.kit.announce import announce
from kneecoach.ui.kit.buttons import GhostButton, PrimaryButton
from kneecoach.ui.kit.enter_presses import EnterPresses
from kneecoach.ui.kit.flow import Flow
from kneecoach.ui.kit.labels import LineLabel
from kneecoach.ui.kit.page import focusables
from kneecoach.ui.kit.pair import Pair
from kneecoach.ui.kit.shapes import RING
from kneecoach.ui.look import Look
from kneecoach.ui.pictures import Pictures
from kneecoach.ui.services import Services
from kneecoach.ui.stage_page import StagePage

if TYPE_CHECKING:  # made after the first paint
    from kneecoach.ui.first_person import PersonForm

translate = QCoreApplication.translate

_LATER_MS = 120  # after the first paint and its picture
_STEPS = 3  # what this is, about you, the check


class FirstPage(StagePage):
    """Two steps; `told` carries a `FirstTold` when the second one is done.

    Nothing is ticked or chosen beforehand but what the settings have. Space ticks, L, R and B tell
    the knee, Enter goes on where all is told, Esc goes back.
    """

    told = Signal(object)

    def __init__(self, services: Services, look: Look, pictures: Pictures) -> None:
        words = services.content.texts.check.start
        super().__init__(look, pictures, words.title)
        self._words = words
        self._services = services
        self._form: PersonForm | None = None
        self._step = 0
        self._add_head()
        self.confirm = Confirm(look, words.confirm, translate("FirstPage", "Space"))
        self.scaled(self.confirm.set_scale)
        self._what = self._what_it_is(words)
        self.column.addWidget(self._what)
        self.column.addStretch(1)
        self._add_buttons()
        self.confirm.toggled.connect(self._ask)
        self._show_step(0)

    @property
    def form(self) -> PersonForm:
        """The questions of the second step, made when they are first wanted."""
        if self._form is None:
            from kneecoach.ui.first_person import PersonForm

            self._form = PersonForm(self, self._services)
            self._form.setVisible(False)
            self.column.insertWidget(self.column.count() - 1, self._form)
            self._form.changed.connect(self._ask)
            self._enter.watch(self._form)
            self._order_tabs()
        return self._form

    def complete(self) -> None:
        """Make what the first paint does without."""
        self.form.setVisible(bool(self._step))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        QTimer.singleShot(_LATER_MS, self, self.complete)

    def take_key(self, event: QKeyEvent) -> bool:
        """Answer the keys of the step that is shown."""
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._go_on_or_tell()
        elif key == Qt.Key.Key_Escape and self._step:
            self._show_step(0)
        elif key == Qt.Key.Key_Space and not self._step:
            self.confirm.click()
        else:
            return bool(self._step) and self.form.take_key(event)
        return True

    def _add_head(self) -> None:
        self._bars = Bars(self.look, _STEPS)
        self._place_words = self._line("ink2")
        self._aside = self._line("ink2")
        self._title = self.heading("", 40)
        head = QVBoxLayout()
        self.scaled(lambda scale: head.setSpacing(round(6 * scale)))
        head.setContentsMargins(RING, 0, RING, 0)
        head.addWidget(self._bars)
        head.addWidget(Pair(self._place_words, self._aside))
        head.addWidget(self._title)
        self.column.addLayout(head)

    def _line(self, role: str) -> LineLabel:
        label = LineLabel(self.look, px=15, weight=600, role=role)
        self.scaled(lambda scale: label.set_px(15 * scale))
        return label

    def _what_it_is(self, words: StartText) -> QWidget:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(RING, 0, RING, 0)
        self.scaled(lambda scale: column.setSpacing(round(14 * scale)))
        both = Flow(gap=16)
        yes = Points(self, words.is_heading, words.is_lines, "check", "primary")
        no = Points(self, words.is_not_heading, words.is_not_lines, "x", "ink2")
        for points in (yes, no):
            both.add(points, grows=True, least=220)
        column.addWidget(both)
        column.addWidget(HelpPoint(self, words.help_heading, words.help, words.never))
        column.addWidget(self.confirm)
        return content

    def _add_buttons(self) -> None:
        go_on, back = translate("FirstPage", "Go on"), translate("FirstPage", "Back")
        self.go_on = PrimaryButton(self.look, go_on, key=translate("FirstPage", "Enter"))
        self.back = GhostButton(self.look, back, key=translate("FirstPage", "Esc"))
        self.scaled_button(self.go_on, px=21, height=58)
        self.scaled_button(self.back, px=18, height=58)
        self._hint = self.words("", px=15, role="ink2")
        self.foot.add(self.go_on)
        self.foot.add(self.back)
        self.foot.add(self._hint, grows=True, least=96)
        self.go_on.clicked.connect(self._go_on)
        self.back.clicked.connect(lambda: self._show_step(0))
        self.add_help()
        self._enter = EnterPresses(self.go_on)

    def _show_step(self, step: int) -> None:
        self._step = step
        self._what.setVisible(not step)
        if step or self._form is not None:
            self.form.setVisible(bool(step))
        self.back.setVisible(bool(step))
        kept = translate("FirstPage", "What you tell stays on this computer")
        self._aside.setText(kept if step else self._words.review)
        self._bars.show_step(step)
        about = translate("FirstPage", "About you")
        self._title.setText(about if step else self._words.title)
        self.setAccessibleName(self._title.text())
        more = translate("FirstPage", "The check comes next") if step else self._words.minutes
        place = translate("FirstPage", "{step} of {steps} · {more}")
        self._place_words.setText(place.format(step=step + 1, steps=_STEPS, more=more))
        self._ask()
        first = self.form.age if step else self.confirm
        self.setFocusProxy(first)
        first.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, self._title.text())

    def _order_tabs(self) -> None:
        """The form was made last, and is reached before the buttons."""
        last: QWidget = self.confirm
        for stop in (*focusables(self.form), self.go_on, self.back, self.help):
            if stop is not None:
                QWidget.setTabOrder(last, stop)
                last = stop

    def _ask(self) -> None:
        """Open the way on when all is told, and say what is missing until then."""
        tick = "" if self.confirm.isChecked() else translate("FirstPage", "Tick the box to go on")
        missing = self.form.missing if self._step else tick
        self.go_on.setEnabled(not missing)
        self._hint.setText(missing)
        self._hint.setVisible(bool(missing))
        self.show_sore(self.form.side if self._step else None)

    def _go_on_or_tell(self) -> None:
        if self.go_on.isEnabled():
            self._go_on()
        else:
            announce(self, self._hint.text())

    def _go_on(self) -> None:
        told = self.form.told
        if not self._step:
            self._show_step(1)
        elif told is not None:
            self.told.emit(told)
