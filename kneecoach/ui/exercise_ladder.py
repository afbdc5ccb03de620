"""The steps of one exercise's dose, and the ways to the easier and the harder exercise."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from kneecoach.domain.catalogue import Exercise, Side
from kneecoach.domain.texts import ExerciseText, Texts
from kneecoach.domain.wall import Wall
from kneecoach.ui.fonts import font
from kneecoach.ui.kit.card import Card, PressCard, see_through
from kneecoach.ui.kit.labels import LineLabel, TextLabel
from kneecoach.ui.kit.pair import Pair
from kneecoach.ui.kit.pill import Icon
from kneecoach.ui.kit.shapes import RING, rounded, smooth
from kneecoach.ui.look import Look
from kneecoach.ui.pictures import Picture, Pictures, Scene
from kneecoach.ui.words import dose_words, joined, translate

_CHIP_HEIGHT = 34  # px
_CHIP_GAP = 8  # px
_CHIP_EDGE = 11  # px between a chip's edge and its words


class LevelChips(QWidget):
    """The steps from the easiest dose to the hardest, the one to begin with filled.

    They are only told here; nothing can be pressed.
    """

    def __init__(self, look: Look, exercise: Exercise) -> None:
        super().__init__()
        self._look = look
        self._words = [dose_words(level) for level in exercise.levels]
        self._start = exercise.start
        self._font = font(15, 600, tabular=True)
        spoken = translate("LevelChips", "Steps: {steps}. You begin at {start}.")
        start = self._words[self._start]
        self.setAccessibleName(spoken.format(steps=joined(self._words), start=start))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        look.changed.connect(self.update)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round(self.places(width)[-1].bottom())

    def sizeHint(self) -> QSize:
        return QSize(200, _CHIP_HEIGHT)

    def places(self, width: float) -> list[QRectF]:
        """Where each chip stands in a widget of that width, in as many rows as they need."""
        metrics, places = QFontMetricsF(self._font), []
        x = y = 0.0
        for words in self._words:
            wide = metrics.horizontalAdvance(words) + 2 * _CHIP_EDGE
            if x > 0 and x + wide > width:
                x, y = 0.0, y + _CHIP_HEIGHT + _CHIP_GAP
            places.append(QRectF(x, y, wide, _CHIP_HEIGHT))
            x += wide + _CHIP_GAP
        return places

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._look.theme
        painter = smooth(QPainter(self))
        painter.setFont(self._font)
        for number, box in enumerate(self.places(self.width())):
            here, harder = number == self._start, number > self._start
            fill = theme.primary if here else (None if harder else theme.sunken)
            rounded(painter, box, 11, fill, theme.line2 if harder else None)
            painter.setPen(QColor(theme.on_primary if here else theme.ink))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._words[number])
        painter.end()


class LadderCard(Card):
    """The steps of the dose, and the easier and the harder exercise; `opened` carries an id."""

    opened = Signal(str)

    def __init__(
        self, look: Look, pictures: Pictures, exercise: Exercise, texts: Texts, side: Side
    ) -> None:
        super().__init__(look)
        column = self.column(20, 6)
        title = LineLabel(look, translate("Exercise", "Easier and harder"), px=19, weight=700)
        begin = translate("Exercise", "You begin at {dose}.")
        first = LineLabel(look, begin.format(dose=dose_words(exercise.dose)), px=15, role="ink2")
        column.addWidget(Pair(title, first))
        if len(exercise.levels) > 1:
            column.addWidget(LevelChips(look, exercise))
        neighbours = (
            (translate("Exercise", "Easier"), exercise.easier),
            (translate("Exercise", "Harder"), exercise.harder),
        )
        for place, (name, other) in enumerate(neighbours):
            if other is None:
                column.addWidget(self._end(place))
            else:
                words = texts.exercises[other]
                column.addWidget(self._link(pictures, name, other, words, side))

    def _link(
        self, pictures: Pictures, name: str, other: str, words: ExerciseText, side: Side
    ) -> QWidget:
        card = PressCard(self._look, f"{name}: {words.name}", "sunken", radius=14)
        row = card.row(8, 12)
        picture = Picture(self._look, pictures, other, radius=10)
        picture.setFixedSize(50, 50)
        scene = Scene(other, QSize(1, 1), mirrored=side is Side.LEFT, wall=Wall.READY)
        picture.show_scene(scene)
        row.addWidget(see_through(picture))
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(see_through(TextLabel(self._look, name, px=14, role="ink2")))
        column.addWidget(see_through(TextLabel(self._look, words.short, px=16, weight=600)))
        row.addLayout(column, 1)
        row.addWidget(see_through(Icon(self._look, "chevron")))
        card.clicked.connect(lambda: self.opened.emit(other))
        return card

    def _end(self, place: int) -> TextLabel:
        words = (
            translate("Exercise", "This is the first one."),
            translate("Exercise", "This is the last one."),
        )[place]
        label = TextLabel(self._look, words, px=15.5, role="ink2")
        label.setContentsMargins(RING, RING, RING, RING)
        return label
