"""My knee: what can cause the pain, one cause after the other, and what helps (look 6.3, 11.1)."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from kneecoach.domain.content import Content
from kneecoach.domain.guidance import Cause
from kneecoach.domain.texts import CauseText
from kneecoach.domain.wall import Wall
from kneecoach.ui.kit.buttons import GhostButton, UrgentButton
from kneecoach.ui.kit.card import Card, PressCard, see_through
from kneecoach.ui.kit.labels import Heading, TextLabel
from kneecoach.ui.kit.page import ScrollPage
from kneecoach.ui.kit.pill import Icon
from kneecoach.ui.kit.shapes import RING, focus_ring, inner, rounded, smooth
from kneecoach.ui.look import Look
from kneecoach.ui.pictures import Picture, Pictures, Scene
from kneecoach.ui.words import translate

_LIST_WIDTH = 400


class CauseRow(PressCard):
    """One cause in the list; the one that is shown is checked and has a border."""

    def __init__(self, look: Look, words: CauseText, *, urgent: bool) -> None:
        super().__init__(look, words.name, "urgent" if urgent else "surface", radius=18)
        self.setAccessibleDescription(words.line)
        self.setCheckable(True)
        self._urgent = urgent
        row = self.row(14, 12)
        ink, quiet = ("on_urgent", "on_urgent") if urgent else ("ink", "ink2")
        if urgent:
            icon = Icon(look, "warn", role=ink, size=30)
            row.addWidget(see_through(icon), 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(1)
        column.addWidget(see_through(Heading(look, words.name, px=18, role=ink)))
        column.addWidget(see_through(TextLabel(look, words.line, px=15, role=quiet)))
        row.addLayout(column, 1)
        row.addWidget(see_through(Icon(look, "chevron", role=quiet)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._look.theme
        painter = smooth(QPainter(self))
        box = inner(QRectF(self.rect()))
        border = theme.ink if self._urgent else theme.primary
        shown = self.isChecked() or self.underMouse()
        width = 2.4 if self.isChecked() else 1.2
        fill = theme.urgent if self._urgent else theme.surface
        rounded(painter, box, 18, fill, border if shown else None, width)
        if self.shows_ring:
            focus_ring(painter, box, 18, theme)
        painter.end()


class KneePage(ScrollPage):
    """The causes; `signs_wanted` and `exercise_wanted` (an id) lead on."""

    signs_wanted = Signal()
    exercise_wanted = Signal(str)

    def __init__(self, content: Content, look: Look, pictures: Pictures) -> None:
        super().__init__(
            look,
            translate("KneePage", "My knee"),
            sub=translate("KneePage", "What can cause it"),
        )
        self._content = content
        self._pictures = pictures
        self._group = QButtonGroup(self)
        self._list = QWidget()
        self._detail = QVBoxLayout()
        self._card: Card | None = None
        self._shown = ""
        self._less = GhostButton(look, self.tr("Show less common causes"), icon="plus", px=16)
        self._less.clicked.connect(self._toggle)
        self.rows = {cause.id: self._row(cause) for cause in content.causes}
        self._fill()
        self._show_less(False)
        self.arrange(False)
        first = next(cause for cause in content.causes if not cause.urgent)
        self.show_cause(first.id)

    def show_cause(self, name: str) -> None:
        """Show one cause in full."""
        cause = next(cause for cause in self._content.causes if cause.id == name)
        self._shown = name
        self.rows[name].setChecked(True)
        if not cause.common:
            self._show_less(True)
        if self._card is not None:
            self._card.hide()
            self._card.deleteLater()
        self._card = self._cause_card(cause)
        self._detail.insertWidget(0, self._card)

    def take_focus(self) -> None:
        """The cause that is shown has the focus."""
        button = self._group.checkedButton()
        if button is not None:
            button.setFocus(Qt.FocusReason.OtherFocusReason)

    def arrange(self, compact: bool) -> None:
        """A narrower list in narrow windows, and the exercises one under the other."""
        words = self._less.sizeHint().width()
        self._list.setFixedWidth(max(310 if compact else _LIST_WIDTH, words))
        if self._shown:
            self.show_cause(self._shown)

    def _fill(self) -> None:
        column = QVBoxLayout(self._list)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10 - 2 * RING)
        for cause in self._ordered():
            if not cause.common and column.indexOf(self._less) < 0:
                column.addWidget(self._less)
            column.addWidget(self.rows[cause.id])
        note = self.tr("This is no diagnosis. A doctor or physiotherapist can tell them apart.")
        label = TextLabel(self.look, note, px=15, role="ink2")
        label.setContentsMargins(RING + 4, 8, RING, 0)
        column.addWidget(label)
        column.addStretch(1)
        self._detail.addStretch(1)
        self._detail.setContentsMargins(0, RING, 0, 0)
        row = QHBoxLayout()
        row.setSpacing(20)
        row.addWidget(self._list)
        row.addLayout(self._detail, 1)
        self.body.setContentsMargins(0, 0, RING, 24)
        self.body.addLayout(row)

    def _ordered(self) -> list[Cause]:
        """Urgent first, then common, then less common ones."""
        return sorted(self._content.causes, key=lambda c: (not c.urgent, not c.common))

    def _row(self, cause: Cause) -> CauseRow:
        row = CauseRow(self.look, self._content.texts.causes[cause.id], urgent=cause.urgent)
        self._group.addButton(row)
        row.clicked.connect(lambda: self.show_cause(cause.id))
        return row

    def _toggle(self) -> None:
        rare = next(cause for cause in self._content.causes if not cause.common)
        self._show_less(not self.rows[rare.id].isVisibleTo(self))

    def _show_less(self, shown: bool) -> None:
        for cause in self._content.causes:
            if not cause.common:
                self.rows[cause.id].setVisible(shown)
        self._less.setText(
            self.tr("Hide less common causes") if shown else self.tr("Show less common causes")
        )
        self._less.set_icon("minus" if shown else "plus")

    def _cause_card(self, cause: Cause) -> Card:
        words = self._content.texts.causes[cause.id]
        border = "danger" if cause.urgent else "primary"
        card = Card(self.look, radius=24, border=border)
        column = card.column(28, 6)
        role = "danger_ink" if cause.urgent else "ink"
        column.addWidget(Heading(self.look, words.name, px=28, role=role))
        column.addWidget(TextLabel(self.look, words.line, px=17, role="ink2"))
        for heading, text in self._sections(words):
            column.addSpacing(8)
            head_role = "danger_ink" if cause.urgent else "primary"
            column.addWidget(TextLabel(self.look, heading, px=14.5, weight=700, role=head_role))
            column.addWidget(TextLabel(self.look, text, px=16.5))
        if cause.urgent:
            column.addSpacing(10)
            column.addLayout(self._signs_button())
        elif cause.exercises:
            column.addSpacing(10)
            column.addLayout(self._exercises(cause))
        return card

    def _sections(self, words: CauseText) -> tuple[tuple[str, str], ...]:
        return (
            (self.tr("How it feels"), words.feels),
            (self.tr("Why"), words.why),
            (self.tr("What helps"), words.helps),
            (self.tr("When to see a doctor"), words.see),
        )

    def _signs_button(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        button = UrgentButton(self.look, self.tr("Read all warning signs"), icon="warn")
        button.clicked.connect(self.signs_wanted)
        row.addWidget(button)
        row.addStretch(1)
        return row

    def _exercises(self, cause: Cause) -> QGridLayout:
        across = 1 if self.compact else 2
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(2)
        for place, name in enumerate(cause.exercises):
            grid.addWidget(self._chip(name), place // across, place % across)
        for column in range(across):
            grid.setColumnStretch(column, 1)
        return grid

    def _chip(self, name: str) -> PressCard:
        words = self._content.texts.exercises[name]
        card = PressCard(self.look, words.name, "sunken", radius=14)
        row = card.row(8, 12)
        picture = Picture(self.look, self._pictures, name, radius=10)
        picture.setFixedSize(50, 50)
        picture.show_scene(Scene(name, QSize(1, 1), mirrored=True, wall=Wall.READY))
        row.addWidget(see_through(picture))
        row.addWidget(see_through(TextLabel(self.look, words.short, px=16, weight=600)), 1)
        row.addWidget(see_through(Icon(self.look, "chevron")))
        card.clicked.connect(lambda: self.exercise_wanted.emit(name))
        return card
