"""The left column of Today: the next session in its room, the day's sessions, Anytime."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from kneecoach.domain.catalogue import Side
from kneecoach.domain.plan import ANYTIME_A_DAY, Slot
from kneecoach.domain.settings import PainfulSide
from kneecoach.domain.texts import Texts
from kneecoach.domain.today import Row, SlotCard, SlotState, TodayView
from kneecoach.domain.view import Wall
from kneecoach.ui.icons import draw_icon
from kneecoach.ui.kit.buttons import GhostButton, PrimaryButton, SoftButton
from kneecoach.ui.kit.card import Card
from kneecoach.ui.kit.labels import Heading, TextLabel
from kneecoach.ui.kit.pill import Icon
from kneecoach.ui.kit.shapes import RING, smooth
from kneecoach.ui.look import Look
from kneecoach.ui.pictures import Picture, Pictures, Scene
from kneecoach.ui.words import (
    dose_words,
    minutes_words,
    needs_sentence,
    sides_words,
    slot_words,
    time_words,
    translate,
)

_SLOT_ICONS = {Slot.MORNING: "sunrise", Slot.MIDDAY: "sun", Slot.EVENING: "moon"}
_GROUND = 0.15


class Hero(Picture):
    """The room with the next session: what it is, Start, and what is needed on the floor."""

    started = Signal()

    def __init__(self, look: Look, pictures: Pictures, texts: Texts) -> None:
        super().__init__(look, pictures, "", room=True, radius=26)
        self._texts = texts
        self.heading = Heading(look, px=42)
        self.line = TextLabel(look, px=20, role="ink2")
        self.start = PrimaryButton(look, self.tr("Start"), icon="play", key=self.tr("Enter"))
        self.more = GhostButton(look, self.tr("Do one more"), icon="play", key=self.tr("Enter"))
        self.needs = TextLabel(look, px=17, role="ink2")
        for button in (self.start, self.more):
            button.clicked.connect(self.started)
        self._column = self._laid_out()
        self.set_compact(False)

    def set_compact(self, compact: bool) -> None:
        """Take the sizes of the narrow form, or those of the wide one (look 6.1)."""
        self.heading.set_px(31 if compact else 42)
        self.line.set_px(16.5 if compact else 20)
        self.needs.set_px(15 if compact else 17)
        for button in (self.start, self.more):
            button.set_size(22 if compact else 27, 56 if compact else 72)
        self.start.setMinimumWidth((214 if compact else 268) + 2 * RING)
        side = (26 if compact else 36) - RING
        self._column.setContentsMargins(side, 14 if compact else 24, side, 7)
        self.setMinimumHeight(186 if compact else 250)

    def show_view(self, view: TodayView, *, may_start: bool) -> None:
        """Show what comes next; without `may_start` there is no Start yet."""
        self.start.setVisible(may_start and view.next is not None)
        self.more.setVisible(may_start and view.next is None and bool(view.plan.items))
        self.needs.setText(needs_sentence(view.needs, self._texts))
        self.heading.setText(self._title(view.next))
        self.line.setText(self._line(view) if may_start else self.tr("First say which knee hurts."))
        items = view.plan.items
        left = bool(items) and items[0].sides[0] is Side.LEFT
        name = items[0].exercise if items else "seated"
        self.show_scene(
            Scene(
                name,
                QSize(1, 1),
                mirrored=left,
                room=True,
                ground=_GROUND,
                left=0.58,
                right=0.98,
            )
        )

    def _title(self, following: SlotCard | None) -> str:
        if following is None:
            return self.tr("That is all for today")
        return {
            Slot.MORNING: self.tr("Next: morning"),
            Slot.MIDDAY: self.tr("Next: midday"),
            Slot.EVENING: self.tr("Next: evening"),
        }[following.slot]

    def _line(self, view: TodayView) -> str:
        items = view.plan.items
        if not items:
            return ""
        count = translate("Hero", "%n exercise(s)", "", len(items))
        one_sided = next((item for item in items if Side.BOTH not in item.sides), items[0])
        return self.tr("{exercises} · {minutes} · {side}").format(
            exercises=count,
            minutes=minutes_words(view.minutes),
            side=sides_words(one_sided.sides),
        )

    def _laid_out(self) -> QVBoxLayout:
        column = QVBoxLayout(self)
        column.setSpacing(4)
        for label in (self.heading, self.line, self.needs):
            label.setContentsMargins(RING, 0, 0, 0)  # in line with the button inside its ring
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.heading)
        words.addWidget(self.line)
        beside = QHBoxLayout()
        beside.addLayout(words, 60)
        beside.addStretch(32)
        column.addLayout(beside)
        column.addSpacing(10)
        buttons = QVBoxLayout()
        buttons.setContentsMargins(0, 0, 0, 0)
        for button in (self.start, self.more):
            buttons.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(buttons)
        column.addStretch(1)
        column.addWidget(self.needs)
        return column


class Mark(QWidget):
    """Where an exercise stands: done, open or closed, as a sign with a name."""

    def __init__(self, look: Look, state: str, role: str, size: int = 22) -> None:
        super().__init__()
        self._look = look
        self._state = state
        self._role = role
        self.setFixedSize(size, size)
        names = {
            "done": self.tr("done"),
            "open": self.tr("not done yet"),
            "closed": self.tr("closed"),
        }
        self.setAccessibleName(names[state])
        look.changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._look.theme
        painter = smooth(QPainter(self))
        box = QRectF(self.rect())
        colour = getattr(theme, self._role)
        if self._state == "closed":
            draw_icon(painter, "lock", box, colour)
        elif self._state == "done":
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colour))
            painter.drawEllipse(box)
            edge = box.width() * 0.17
            draw_icon(painter, "check", box.adjusted(edge, edge, -edge, -edge), theme.surface, 3)
        else:
            painter.setPen(QPen(QColor(colour), 2))
            painter.drawEllipse(box.adjusted(1, 1, -1, -1))
        painter.end()


class SlotBox(Card):
    """One session of the day with its exercises."""

    def __init__(
        self, look: Look, pictures: Pictures, texts: Texts, card: SlotCard, *, compact: bool
    ) -> None:
        next_one, done = card.state is SlotState.NEXT, card.state is SlotState.DONE
        super().__init__(
            look, "sunken" if done else "surface", border="primary" if next_one else "", width=2.4
        )
        self._pictures = pictures
        self._texts = texts
        self._compact = compact
        self._slot = card
        column = self.column(14, 2 if compact else 8)
        column.addLayout(self._head(card))
        for row in card.rows:
            column.addLayout(self._row(row, done))
        column.addStretch(1)

    def _head(self, card: SlotCard) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(4, 0, 2, 2)
        row.setSpacing(8)
        row.addWidget(Icon(self._look, _SLOT_ICONS[card.slot]))
        px = 18 if self._compact else 20
        row.addWidget(Heading(self._look, slot_words(card.slot), px=px, wrap=False), 1)
        done = card.done_minute
        words = minutes_words(card.minutes) if done is None else time_words(done)
        strong = card.state is SlotState.NEXT
        row.addWidget(
            TextLabel(
                self._look,
                words,
                px=15,
                weight=600 if strong else 500,
                role="ink" if strong else "ink2",
                wrap=False,
                tabular=True,
            )
        )
        if done is not None:
            row.addWidget(Mark(self._look, "done", "primary", 24))
        return row

    def _row(self, row: Row, done: bool) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(8)
        state = "closed" if row.closed else ("done" if row.done else "open")
        mark = Mark(self._look, state, self._mark_role(state), 20 if self._compact else 22)
        if self._compact:
            line.addWidget(mark)
        else:
            line.addWidget(self._thumbnail(row, done))
        line.addLayout(self._row_words(row, done), 1)
        if not self._compact:
            line.addWidget(mark)
        return line

    def _mark_role(self, state: str) -> str:
        if state == "closed":
            return "ink2"
        strong = state == "done" or self._slot.state is SlotState.NEXT
        return "primary" if strong else "line2"

    def _thumbnail(self, row: Row, done: bool) -> Picture:
        picture = Picture(self._look, self._pictures, row.exercise)
        picture.setFixedSize(42, 42)
        quiet = done or row.closed
        picture.show_scene(thumbnail_scene(row.exercise, row.sides[0], quiet=quiet))
        return picture

    def _row_words(self, row: Row, done: bool) -> QVBoxLayout:
        words = QVBoxLayout()
        words.setSpacing(0)
        small = self._compact
        quiet = done or row.closed
        name = self._texts.exercises[row.exercise].short
        words.addWidget(
            TextLabel(
                self._look,
                name,
                px=15 if small else 15.5,
                weight=600,
                role="ink2" if quiet else "ink",
            )
        )
        dose = self.tr("Closed until the check") if row.closed else dose_words(row.dose)
        px = 13.5 if small or row.closed else 15
        words.addWidget(TextLabel(self._look, dose, px=px, role="ink2"))
        return words


class AnytimeBox(Card):
    """Standing on one leg at any time of the day: how often today, and its own Start."""

    started = Signal()

    def __init__(self, look: Look, pictures: Pictures) -> None:
        super().__init__(look, radius=18)
        self._picture = Picture(look, pictures, "")
        self._picture.setFixedSize(56, 56)
        self._title = Heading(look, px=17)
        self._line = TextLabel(look, px=15.5, role="ink2")
        self._dots = Dots(look)
        self.start = SoftButton(look, self.tr("Start"), icon="play", height=44)
        self.start.setAccessibleName(self.tr("Start standing on one leg"))
        self.start.clicked.connect(self.started)
        row = self.row(12)
        row.setContentsMargins(12, 6, 8, 6)
        row.addWidget(self._picture)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._title)
        words.addWidget(self._line)
        row.addLayout(words, 1)
        row.addWidget(self._dots)
        row.addWidget(self.start)

    def show_view(self, view: TodayView, *, may_start: bool) -> None:
        """Show how often it was done today."""
        item = view.anytime.items[0]
        self._title.setText(_anytime_title(item.sides))
        self._line.setText(self.tr("While you brush your teeth or wait for the kettle."))
        self._dots.set_count(view.anytime_done)
        self._picture.show_scene(thumbnail_scene(item.exercise, item.sides[0]))
        self.start.setVisible(may_start)


def _anytime_title(sides: tuple[Side, ...]) -> str:
    if len(sides) > 1:
        return translate("AnytimeBox", "Anytime: stand on one leg")
    if sides[0] is Side.LEFT:
        return translate("AnytimeBox", "Anytime: stand on your left leg")
    return translate("AnytimeBox", "Anytime: stand on your right leg")


class Dots(QWidget):
    """A dot for each moment of the day, filled where it was done; more than planned are told."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._count = 0
        self.setFixedSize(ANYTIME_A_DAY * 22, 16)
        look.changed.connect(self.update)

    def set_count(self, count: int) -> None:
        """Show that many moments as done."""
        self._count = count
        words = translate("Dots", "{count} of {planned} moments today")
        self.setAccessibleName(words.format(count=count, planned=ANYTIME_A_DAY))
        self.setToolTip(self.accessibleName())
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._look.theme
        painter = smooth(QPainter(self))
        for number in range(ANYTIME_A_DAY):
            done = number < self._count
            box = QRectF(number * 22 + 4, 1.5, 13, 13)
            painter.setPen(Qt.PenStyle.NoPen if done else QPen(QColor(theme.line2), 2))
            painter.setBrush(QColor(theme.primary) if done else Qt.BrushStyle.NoBrush)
            painter.drawEllipse(box)
        painter.end()


class SideNotice(Card):
    """The one question before the first session: which knee hurts."""

    chosen = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__(look, radius=22, border="primary")
        column = self.column(22 - RING, 4)
        words = self.tr("The exercises are for that leg. You can change it in Settings.")
        for label in (
            Heading(look, self.tr("Which knee hurts?"), px=24),
            TextLabel(look, words, role="ink2"),
        ):
            label.setContentsMargins(RING, 0, 0, 0)
            column.addWidget(label)
        grid = QGridLayout()
        grid.setContentsMargins(0, 6, 0, 0)
        grid.setHorizontalSpacing(4)
        names = {
            PainfulSide.LEFT: self.tr("Left"),
            PainfulSide.RIGHT: self.tr("Right"),
            PainfulSide.BOTH: self.tr("Both"),
        }
        for place, (side, text) in enumerate(names.items()):
            button = SoftButton(look, text, px=20)
            button.setMinimumWidth(150)
            button.clicked.connect(lambda _on=False, value=side: self.chosen.emit(value))
            grid.addWidget(button, 0, place)
        grid.setColumnStretch(3, 1)
        column.addLayout(grid)


def thumbnail_scene(exercise: str, side: Side, *, quiet: bool = False) -> Scene:
    """The small picture of an exercise for that side; `quiet` has nothing glow."""
    wall = Wall.PAUSED if quiet else Wall.READY
    return Scene(exercise, QSize(1, 1), mirrored=side is Side.LEFT, wall=wall)
