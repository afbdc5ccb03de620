"""Choosing how the drawn person looks: five small pictures, one is taken (look-pages 9)."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QSizePolicy, QWidget

from kneecoach.domain.settings import FigureLook, HairCut
from kneecoach.ui.fonts import font
from kneecoach.ui.icons import draw_icon
from kneecoach.ui.kit.choice import ChoiceButton, set_tab_stops
from kneecoach.ui.kit.shapes import RING, focus_ring, inner, paint_picture, rounded, smooth
from kneecoach.ui.look import Look
from kneecoach.ui.pictures import Pictures
from kneecoach.ui.words import translate

_RADIUS = 14
_LEAST = 92  # px a tile is wide at least
_PICTURE = 132  # px the picture is high
_NAME = 15.0  # px of the letters


def figure_name(figure: FigureLook) -> str:
    """The name of a look."""
    names = {
        FigureLook.DEEP: translate("FigureChoice", "Deep"),
        FigureLook.BROWN: translate("FigureChoice", "Brown"),
        FigureLook.TAN: translate("FigureChoice", "Tan"),
        FigureLook.FAIR: translate("FigureChoice", "Fair"),
        FigureLook.SILVER: translate("FigureChoice", "Silver hair"),
    }
    return names[figure]


@dataclass(frozen=True, slots=True)
class _Portrait:
    """The person from the knees up, in the room."""

    figure: FigureLook
    hair: HairCut
    size: QSize

    @property
    def key(self) -> Hashable:
        """All of it; the size as numbers."""
        return "portrait", self.figure, self.hair, self.size.width(), self.size.height()

    def paint(self, dpr: float, look: Look, pictures: Pictures) -> QPixmap:
        """Paint it; `dpr` device pixels per px."""
        from kneecoach.ui.figure import stage_colours
        from kneecoach.ui.figure.portrait import portrait

        colours = stage_colours(
            "dark" if look.dark else "light", self.figure.value, self.hair.value
        )
        return portrait(pictures.movement("at_ease"), self.size, dpr, colours, pictures.day())


class FigureTile(ChoiceButton):
    """One look as a picture with its name under it."""

    def __init__(
        self, look: Look, pictures: Pictures, figure: FigureLook, parent: QWidget | None = None
    ) -> None:
        super().__init__(look, figure_name(figure), parent)
        self.figure = figure
        self._pictures = pictures
        self._hair = HairCut.CROP
        self.setFont(font(_NAME, 700))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        pictures.painted.connect(self.update)

    def set_hair(self, hair: HairCut) -> None:
        """Show the person with that hair cut."""
        self._hair = hair
        self.update()

    def sizeHint(self) -> QSize:
        metrics = QFontMetricsF(self.font())
        widest = max(metrics.horizontalAdvance(word) for word in self.text().split())
        lines = self._lines(max(_LEAST, round(widest)))
        height = _PICTURE + 6 + lines * metrics.height()
        return QSize(max(_LEAST, round(widest) + 4) + 2 * RING, round(height) + 2 * RING)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, box = self._look.theme, inner(QRectF(self.rect()))
        picture = QRectF(box.left(), box.top(), box.width(), _PICTURE)
        painter = smooth(QPainter(self))
        self._paint_person(painter, picture)
        if self.isChecked():
            rounded(painter, picture, _RADIUS, None, theme.primary, 3)
            disc = QRectF(picture.right() - 32, picture.top() + 6, 26, 26)
            rounded(painter, disc, 13, theme.primary)
            draw_icon(painter, "check", disc.adjusted(4, 4, -4, -4), theme.on_primary, 3)
        elif self.underMouse():
            rounded(painter, picture, _RADIUS, None, theme.line2, 2)
        if self.shows_ring:
            focus_ring(painter, picture, _RADIUS, theme)
        painter.setFont(font(_NAME, 700 if self.isChecked() else 500))
        painter.setPen(theme.ink)
        words = box.adjusted(-RING, _PICTURE + 6, RING, RING)
        flags = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
        painter.drawText(words, int(flags) | int(Qt.TextFlag.TextWordWrap), self.text())
        painter.end()

    def _paint_person(self, painter: QPainter, box: QRectF) -> None:
        painter.save()
        portrait = _Portrait(self.figure, self._hair, box.size().toSize())
        picture = self._pictures.get(portrait, self.devicePixelRatioF())
        paint_picture(painter, box, _RADIUS, picture, self._look.theme.wall)
        painter.restore()

    def _lines(self, width: int) -> int:
        """How many lines the name takes in that width."""
        metrics = QFontMetricsF(self.font())
        room = QRectF(0, 0, width, 1000)
        height = metrics.boundingRect(room, Qt.TextFlag.TextWordWrap, self.text()).height()
        return max(1, round(height / metrics.height()))


class FigureChoice(QWidget):
    """The five looks side by side; `chosen` carries the `FigureLook` that was taken."""

    chosen = Signal(object)

    def __init__(self, look: Look, pictures: Pictures, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        self.tiles: list[FigureTile] = []
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12 - 2 * RING)
        for figure in FigureLook:
            tile = FigureTile(look, pictures, figure, self)
            self._group.addButton(tile, len(self.tiles))
            self.tiles.append(tile)
            row.addWidget(tile, 1, Qt.AlignmentFlag.AlignTop)
        self._group.idClicked.connect(self._clicked)

    @property
    def value(self) -> FigureLook:
        """The look that is taken."""
        return self.tiles[self._group.checkedId()].figure

    def show_person(self, figure: FigureLook, hair: HairCut) -> None:
        """Take that look without telling it, and show all with that hair cut."""
        for tile in self.tiles:
            tile.setChecked(tile.figure is figure)
            tile.set_hair(hair)
        set_tab_stops(self._group)

    def _clicked(self, number: int) -> None:
        set_tab_stops(self._group)
        self.chosen.emit(self.tiles[number].figure)
