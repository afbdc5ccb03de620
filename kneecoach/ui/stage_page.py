"""A page that is the whole window: a room with one person in it, and one card (look-pages 2, 3)."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kneecoach.domain.settings import PainfulSide
from kneecoach.ui.kit.buttons import Button, DangerButton
from kneecoach.ui.kit.card import Card
from kneecoach.ui.kit.flow import Flow
from kneecoach.ui.kit.labels import Heading, TextLabel
from kneecoach.ui.kit.page import GUTTER, ScrollBox
from kneecoach.ui.kit.shapes import RING, shadow, smooth
from kneecoach.ui.look import Look, Style
from kneecoach.ui.pictures import Pictures
from kneecoach.ui.stage_room import StageRoom, scale_of

translate = QCoreApplication.translate

_WIDTH, _HEIGHT = 720, 728  # px of the card at 1280 × 800; the height is the least one
_RIGHT = 40  # px between the card and the window's right edge
_SIDE = 44  # px between the card's sides and what stands on it
_EDGE, _EDGE_COMPACT = 34, 22  # px over and under it
_RADIUS = 26
_GAP = 12  # px between the parts of the card
_LEAST_EDGE = 12  # px over and under a card that needs all the room there is

Applied = Callable[[float], None]


class StagePage(QWidget):
    """The room, the person, and a card whose `column` scrolls.

    What is in `fixed` and, under it, in the `foot` stays in sight.

    In a small window everything is 0.8 as large: what has a size is told by `scaled`.
    `help_wanted` tells of the button that every full-window page has, and of F1.
    """

    help_wanted = Signal()

    def __init__(self, look: Look, pictures: Pictures, name: str, *, tall: bool = True) -> None:
        """`name` is what a screen reader says; a card that is not `tall` is as high as it needs."""
        super().__init__()
        self.look = look
        self._pictures = pictures
        self._tall = tall
        self._sore: PainfulSide | None = None
        self._scale = 1.0
        self._applied: list[Applied] = []
        self._kept: tuple[Style, StageRoom, QPixmap] | None = None
        self.setAccessibleName(name)
        self._card = Card(look, radius=_RADIUS, parent=self)
        self.column = self._laid_out()
        self.help: DangerButton | None = None
        self.scaled(self._set_distances)
        look.changed.connect(self.update)
        pictures.painted.connect(self.update)

    @property
    def scale(self) -> float:
        """0.8 in a small window, else 1."""
        return self._scale

    @property
    def overflow(self) -> int:
        """How many px of the card have to be scrolled to be seen."""
        return self._box.verticalScrollBar().maximum()

    def add_help(self) -> None:
        """Put the help button at the end of the foot; call it when all else is there."""
        words = translate("StagePage", "Help now")
        self.help = DangerButton(self.look, words, icon="phone", key="F1")
        self.help.clicked.connect(self.help_wanted)
        self.scaled_button(self.help, px=17, height=52)
        self._foot_row.addWidget(self.help)

    def scaled(self, apply: Applied) -> None:
        """Have that called with the scale, now and whenever it is another."""
        self._applied.append(apply)
        apply(self._scale)

    def scaled_button(self, button: Button, *, px: float, height: int) -> None:
        """Give the button that text size and height at full scale, in px."""
        self.scaled(lambda scale: button.set_size(px * scale, round(height * scale)))

    def words(
        self, text: str, *, px: float = 16.5, weight: int = 500, role: str = "ink"
    ) -> TextLabel:
        """A text of that size at full scale, in px."""
        label = TextLabel(self.look, text, px=px, weight=weight, role=role)
        self.scaled(lambda scale: label.set_px(px * scale))
        return label

    def heading(self, text: str, px: float) -> Heading:
        """A heading of that size at full scale, in px."""
        label = Heading(self.look, text, px=px)
        self.scaled(lambda scale: label.set_px(px * scale))
        return label

    def show_sore(self, side: PainfulSide | None) -> None:
        """Let the back of that knee be lit, of both, or of none."""
        if side is not self._sore:
            self._sore = side
            self.update()

    def reveal(self, widget: QWidget) -> None:
        """Scroll until that part of the card is seen, once it has its place."""
        QTimer.singleShot(0, self, lambda: self._box.ensureWidgetVisible(widget, 0, 16))

    def take_focus(self) -> None:
        """Give the focus to what has it first on this page."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F1 is help now; every other key is the page's own."""
        if event.key() == Qt.Key.Key_F1 and not event.isAutoRepeat():
            self.help_wanted.emit()
        elif not event.isAutoRepeat() and self.take_key(event):
            event.accept()
        else:
            super().keyPressEvent(event)

    def take_key(self, _event: QKeyEvent) -> bool:
        """Answer a key that nothing on the card took; False when it means nothing here."""
        return False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Give the card its room anew when what stands on it has changed."""
        if event.type() is QEvent.Type.LayoutRequest:
            QTimer.singleShot(0, self, self._place)
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        scale = scale_of(self.width(), self.height())
        if scale != self._scale:
            self._scale = scale
            for apply in self._applied:
                apply(scale)
        self._place()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The room as it is kept, or plain wall and floor until it is painted."""
        theme, room = self.look.theme, self._room()
        painter = smooth(QPainter(self))
        picture = self._picture(room)
        if picture is None:
            painter.fillRect(self.rect(), QColor(theme.wall))
            floor = round(room.floor)
            painter.fillRect(QRect(0, floor, self.width(), self.height()), QColor(theme.floor))
        else:
            painter.drawPixmap(0, 0, picture)
        shadow(painter, QRectF(self._card.geometry()), _RADIUS * self._scale, theme)
        painter.end()

    def _picture(self, room: StageRoom) -> QPixmap | None:
        """The room's picture; while a lit knee is being painted, the one that was there before."""
        found = self._pictures.get(room, self.devicePixelRatioF())
        style = self.look.style
        if found is not None:
            self._kept = (style, room, found)
            return found
        if self._kept is None:
            return None
        kept_style, kept, picture = self._kept
        same = (kept_style, kept.size, kept.free) == (style, room.size, room.free)
        return picture if same else None

    def _room(self) -> StageRoom:
        return StageRoom(self.size(), self._card.geometry().left(), self._sore)

    def _laid_out(self) -> QVBoxLayout:
        self._content = QWidget()
        column = QVBoxLayout(self._content)
        column.setContentsMargins(0, 0, 0, 0)
        self._content.installEventFilter(self)
        self._box = ScrollBox(self.look, self._content, gutter=GUTTER)
        self._box.viewport().setAutoFillBackground(False)  # the card shows through
        self.foot = Flow()
        self._foot_row = QHBoxLayout()
        self._foot_row.addWidget(self.foot, 1)
        self._frame = QVBoxLayout(self._card)
        self.fixed = QVBoxLayout()
        self._frame.addWidget(self._box, 1)
        self._frame.addLayout(self.fixed)
        self._frame.addLayout(self._foot_row)
        return column

    def _set_distances(self, scale: float) -> None:
        side, gap = round(_SIDE * scale), round(_GAP * scale)
        edge = _EDGE if scale == 1 else _EDGE_COMPACT
        self._frame.setContentsMargins(side - RING, edge, side - RING - GUTTER, edge - RING)
        self._frame.setSpacing(gap)
        self.fixed.setContentsMargins(0, 0, GUTTER, 0)
        self._foot_row.setContentsMargins(0, 0, GUTTER, 0)
        self._foot_row.setSpacing(gap)
        self.foot.set_gap(gap)
        self.column.setSpacing(gap)

    def _place(self) -> None:
        """Give the card its place: at the right, as high as it needs and the window allows."""
        width = min(round(_WIDTH * self._scale), self.width() - 32)
        inside = width - 2 * (round(_SIDE * self._scale) - RING)
        least = min(_HEIGHT, self.height() - 72 * self._scale) if self._tall else 0
        height = min(max(self._needed(inside), round(least)), self.height() - 2 * _LEAST_EDGE)
        left = self.width() - width - round(_RIGHT * self._scale)
        place = QRect(max(16, left), (self.height() - height) // 2, width, height)
        if place != self._card.geometry():
            self._card.setGeometry(place)
            self.update()  # its shadow lies on the room

    def _needed(self, inside: int) -> int:
        """The height of a card on which nothing has to scroll, at that width of its inside."""
        column, margins = self.column, self._frame.contentsMargins()
        needed = column.totalHeightForWidth(inside) if column.hasHeightForWidth() else 0
        needed = max(needed, column.totalMinimumSize().height())
        help_wide = self.help.sizeHint().width() + self._foot_row.spacing() if self.help else 0
        foot = self.foot.heightForWidth(inside - help_wide)
        foot = max(foot, self.help.sizeHint().height() if self.help else 0)
        fixed = self.fixed.totalSizeHint().height() if self.fixed.count() else 0
        gaps = 2 * self._frame.spacing()
        return margins.top() + needed + fixed + foot + gaps + margins.bottom()
