"""The strip of the room beside the questions: the steps of the check, and how to look."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from kneecoach.ui.check.step import Step
from kneecoach.ui.kit.card import Card
from kneecoach.ui.kit.labels import TextLabel
from kneecoach.ui.kit.shapes import paint_picture, smooth
from kneecoach.ui.look import Look
from kneecoach.ui.pictures import Drawing, Pictures
from kneecoach.ui.words import translate

WIDTH, WIDTH_COMPACT = 336, 210  # px
_DAY = 0.18  # where the window's light falls, whatever the hour: on the steps
_FLOOR, _FLOOR_COMPACT = 110, 84  # px
_SCALE = 0.30  # px for 1 mH of the person
_MIDDLE = 0.51  # of the strip's width
_LOWER = 22  # px the person stands in front of the floor's edge
_NEEDED = 300  # px a seated person takes below the steps
_HOW = {"B1": "tape", "B7": "thumb"}  # the drawing that shows how to look for a sign


@dataclass(frozen=True, slots=True)
class _Strip:
    """The room as a strip, with somebody seated or empty."""

    size: QSize
    floor: int
    person: bool

    @property
    def key(self) -> Hashable:
        """All of it."""
        return ("check strip", self.size.width(), self.size.height(), self.floor, self.person)

    def paint(self, dpr: float, look: Look, pictures: Pictures) -> QPixmap:
        """Paint it; `dpr` device pixels per px."""
        from kneecoach.domain.figure import still_of
        from kneecoach.ui.figure import paint_room, paint_scene
        from kneecoach.ui.stage_colours import colours_of

        pixmap = QPixmap(self.size * dpr)
        pixmap.setDevicePixelRatio(dpr)
        colours = colours_of(look)
        room = QRectF(0, 0, self.size.width(), self.size.height())
        floor = room.height() - self.floor
        movement = pictures.movement("seated") if self.person else None
        with QPainter(pixmap) as painter:
            paint_room(painter, room, floor, colours.room, day=_DAY)
            if movement is not None:
                width = movement.stage.width * _SCALE
                height = movement.stage.height * _SCALE
                left = room.width() * _MIDDLE - width / 2
                rect = QRectF(left, floor + _LOWER - height, width, height)
                paint_scene(
                    painter,
                    rect,
                    movement,
                    still_of(movement)[0],
                    mirrored=False,
                    colours=colours,
                    glow=0.0,
                    bounds=room,
                )
        return pixmap


class _Shown(QWidget):
    """A drawing in the widget's own size; its place has the wall's colour at first."""

    def __init__(self, look: Look, pictures: Pictures, radius: float = 0.0) -> None:
        super().__init__()
        self._look = look
        self._pictures = pictures
        self._radius = radius
        look.changed.connect(self.update)
        pictures.painted.connect(self.update)

    def drawing(self) -> Drawing | None:
        """What is shown now, None for nothing."""
        return None

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = smooth(QPainter(self))
        drawing = self.drawing()
        picture = self._pictures.get(drawing, self.devicePixelRatioF()) if drawing else None
        wall = self._look.theme.wall
        paint_picture(painter, QRectF(self.rect()), self._radius, picture, wall)
        painter.end()


class _HowPicture(_Shown):
    """The drawing for the sign in focus."""

    def __init__(self, look: Look, pictures: Pictures) -> None:
        super().__init__(look, pictures, radius=12)
        self.kind = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def drawing(self) -> Drawing | None:
        from kneecoach.ui.check.how_drawing import HowDrawing  # the figure comes with its picture

        return HowDrawing(self.kind, self.size()) if self.kind else None

    def sizeHint(self) -> QSize:
        return QSize(120, 172)

    def minimumSizeHint(self) -> QSize:
        return QSize(80, 90)


class StepsPanel(_Shown):
    """The steps of a check; `show_hint` tells how to look, where a sign needs it."""

    def __init__(self, look: Look, pictures: Pictures, titles: Sequence[str]) -> None:
        super().__init__(look, pictures)
        self._compact = False
        self._at = 0
        self.setAccessibleName(translate("CheckSteps", "Steps of the check"))
        self._title = TextLabel(look, translate("CheckSteps", "Check"), px=36, weight=700)
        self._sub = TextLabel(look, translate("CheckSteps", "for warning signs"), role="ink2")
        self._steps = [Step(look, number, title) for number, title in enumerate(titles, 1)]
        self._how = _HowPicture(look, pictures)
        self._hint = TextLabel(look, px=15, role="ink2")
        self._card = self._hint_card()
        self._column = self._laid_out()
        self.show_hint("", "")
        self.set_compact(False)

    def drawing(self) -> Drawing | None:
        room_left = self.height() - self._steps[-1].geometry().bottom() > _NEEDED
        person = not self._compact and not self._card.isVisibleTo(self) and room_left
        return _Strip(self.size(), _FLOOR_COMPACT if self._compact else _FLOOR, person)

    @property
    def hint(self) -> str:
        """How to look, as it is shown now; "" for nothing."""
        return self._hint.text() if self._card.isVisibleTo(self) else ""

    def show_step(self, at: int) -> None:
        """The check is at that step, counted from 0."""
        self._at = at
        for step in self._steps:
            step.show_state(at, self._compact)

    def show_hint(self, sign: str, hint: str) -> None:
        """Tell how to look for that sign, with a drawing where there is one; "" tells nothing."""
        self._how.kind = _HOW.get(sign, "")
        self._how.setVisible(bool(self._how.kind))
        self._hint.setText(hint)
        self._card.setVisible(bool(hint))
        self._how.update()
        self.update()

    def set_compact(self, compact: bool) -> None:
        """Take the sizes of the narrow form of the window, or of the wide one."""
        self._compact = compact
        self.setFixedWidth(WIDTH_COMPACT if compact else WIDTH)
        self._title.set_px(28 if compact else 36)
        self._sub.set_px(15 if compact else 19)
        self._hint.set_px(13 if compact else 15)
        side = 14 if compact else 18
        self._column.setContentsMargins(side, 20 if compact else 24, side, side)
        self._column.setSpacing(3 if compact else 4)
        self.show_step(self._at)

    def _hint_card(self) -> Card:
        card = Card(self._look, radius=18)
        column = card.column(8, 8)
        column.addWidget(self._how, 1)
        self._hint.setContentsMargins(8, 0, 6, 4)
        column.addWidget(self._hint)
        card.setMaximumHeight(250)
        return card

    def _laid_out(self) -> QVBoxLayout:
        column = QVBoxLayout(self)
        for label in (self._title, self._sub):
            label.setContentsMargins(14, 0, 0, 0)
            column.addWidget(label)
        column.addSpacing(18)
        for step in self._steps:
            column.addWidget(step)
        column.addStretch(1)
        column.addWidget(self._card, 2)
        return column
