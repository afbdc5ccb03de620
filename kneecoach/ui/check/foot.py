"""The foot of a screen of the check: none of these, go on, what is still open, help now."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QHBoxLayout, QWidget

from kneecoach.domain.guidance import EmergencyNumbers
from kneecoach.ui.emergency_words import digits_on_button
from kneecoach.ui.fonts import font
from kneecoach.ui.kit.buttons import DangerButton, GhostButton, PrimaryButton, SoftButton
from kneecoach.ui.kit.labels import TextLabel
from kneecoach.ui.kit.shapes import RING, key_cap_width, rounded, smooth
from kneecoach.ui.look import Look
from kneecoach.ui.words import translate

_GAP = 8  # px between the buttons' own areas


class _Keys(QWidget):
    """A few key caps in a row, only to be seen."""

    def __init__(self, look: Look, keys: tuple[str, ...]) -> None:
        super().__init__()
        self._look = look
        self._keys = keys
        widths = [self._width(key) for key in keys]
        self.setFixedSize(round(sum(widths) + 4 * (len(keys) - 1)) + 2, 24)
        look.changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, left = self._look.theme, 1.0
        painter = smooth(QPainter(self))
        painter.setFont(font(13, 600))
        for key in self._keys:
            box = QRectF(left, 1, self._width(key), 21)
            rounded(painter, box, 5, theme.surface, theme.line2, 1.2)
            painter.setPen(theme.ink)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, key)
            left += box.width() + 4
        painter.end()

    @staticmethod
    def _width(key: str) -> float:
        return max(23.0, key_cap_width(key, 13))


class _Status(QWidget):
    """How many are open or ticked, and the keys that answer."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.count = TextLabel(look, px=17, weight=700, wrap=False)
        moves = TextLabel(look, translate("CheckFoot", "sign"), px=14, role="ink2", wrap=False)
        answers = TextLabel(look, translate("CheckFoot", "answer"), px=14, role="ink2", wrap=False)
        self._wide = (_Keys(look, ("↑", "↓")), moves)
        self._words = (answers,)
        self._keys = keys = QHBoxLayout()
        keys.setSpacing(6)
        for widget in (*self._wide, _Keys(look, ("Y", "?", "N")), answers):
            keys.addWidget(widget)
        keys.addStretch(1)
        self._box = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._box.setContentsMargins(6, 0, 0, 0)
        self._box.addWidget(self.count)
        self._box.addLayout(keys)
        self.set_flat(False)

    @property
    def upright(self) -> int:
        """The width in px it needs in two lines, whichever way it stands now."""
        return max(self.count.sizeHint().width(), self._keys.sizeHint().width()) + 8

    def set_flat(self, flat: bool) -> None:
        """Stand in one line, or in two."""
        down, along = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._box.setDirection(along if flat else down)
        self._box.setSpacing(18 if flat else 2)

    def set_compact(self, compact: bool) -> None:
        """Leave out what the keys are called where there is little room."""
        self.count.set_px(14 if compact else 17)
        for widget in (*self._wide, *self._words):
            widget.setVisible(not compact)


class CheckFoot(QWidget):
    """Three buttons and what is still open; stays where it is while the questions scroll."""

    def __init__(self, look: Look, none_words: str, numbers: EmergencyNumbers) -> None:
        """`none_words` is what says no to all that are open."""
        super().__init__()
        self.none = SoftButton(look, none_words, icon="check", key="0", px=20, height=60)
        self.go_on = PrimaryButton(
            look,
            translate("CheckFoot", "Go on"),
            key=translate("CheckFoot", "Enter"),
            px=21,
            height=60,
        )
        self.help = DangerButton(
            look, digits_on_button(numbers), icon="phone", key="F1", px=22, height=60
        )
        name = translate("CheckFoot", "Help now: {numbers}")
        self.help.setAccessibleName(name.format(numbers=self.help.text()))
        for button in (self.none, self.go_on):
            button.setAutoDefault(False)  # Enter answers nothing: it is the page's
        self._status = _Status(look)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(_GAP)
        self._grid.setVerticalSpacing(2)
        self._form = -1
        self._parts: tuple[QWidget, ...] = (self.none, self.go_on, self._status, self.help)
        self._arrange()

    @property
    def count(self) -> str:
        """What is still open or ticked, in words."""
        return self._status.count.text()

    def show_state(self, still_open: int, ticked: int, *, may_none: bool) -> None:
        """Tell how many are open or ticked; `may_none`: there are signs to say no to."""
        self.none.paint = SoftButton.paint if may_none else GhostButton.paint
        self.none.update()
        self.go_on.setEnabled(still_open == 0)
        label = self._status.count
        label.set_role("ink" if still_open or not ticked else "danger_ink")
        label.setText(_count(still_open, ticked))
        self._arrange()

    def set_compact(self, compact: bool) -> None:
        """Take the sizes of the narrow form of the window, or of the wide one."""
        height = 46 if compact else 60
        for button, px in ((self.none, 20), (self.go_on, 21), (self.help, 22)):
            button.set_size(px * 0.78 if compact else px, height)
        for button, least in ((self.none, 250), (self.go_on, 190)):
            button.setMinimumWidth(round(least * (0.78 if compact else 1)) + 2 * RING)
        self._status.set_compact(compact)
        self._arrange()

    def event(self, event: QEvent) -> bool:
        """Stand anew when a part has become wider or narrower."""
        if event.type() is QEvent.Type.LayoutRequest:
            self._arrange()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def minimumSizeHint(self) -> QSize:
        """As narrow as two rows can be, whatever they are now."""
        first, second = self._parts[:2], self._parts[2:]
        width = max(_least(first), _least(second)) + 2 * _GAP
        return QSize(width, super().minimumSizeHint().height())

    def _arrange(self) -> None:
        """One row; where the words need more room the count stands above, then the number too."""
        room = self.contentsRect().width()
        least = _least((self.none, self.go_on, self.help)) + 3 * _GAP
        form = 0
        if least + self._status.upright > room:
            form = 1 if least <= room else 2
        if form == self._form:
            return
        self._form = form
        for part in self._parts:
            self._grid.removeWidget(part)
        self._status.set_flat(form == 1)
        self._place(form)

    def _place(self, form: int) -> None:
        below = int(form > 0)
        self._grid.addWidget(self.none, below, 0)
        self._grid.addWidget(self.go_on, below, 1)
        right = Qt.AlignmentFlag.AlignRight
        if form == 0:
            self._grid.addWidget(self._status, 0, 2)
            self._grid.addWidget(self.help, 0, 3, right)
        elif form == 1:
            self._grid.addWidget(self._status, 0, 0, 1, 4)
            self._grid.addWidget(self.help, 1, 3, right)
        else:
            self._grid.addWidget(self._status, 0, 0)
            self._grid.addWidget(self.help, 0, 1, 1, 3, right)
        self._grid.setColumnStretch(2, 1)


def _least(parts: Sequence[QWidget]) -> int:
    """The width in px that these need side by side."""
    return sum(max(part.minimumWidth(), part.sizeHint().width()) for part in parts)


def _count(still_open: int, ticked: int) -> str:
    if still_open:
        return QCoreApplication.translate("CheckFoot", "%n still open", "", still_open)
    if ticked:
        return QCoreApplication.translate("CheckFoot", "%n sign(s) ticked", "", ticked)
    return translate("CheckFoot", "All answered")
