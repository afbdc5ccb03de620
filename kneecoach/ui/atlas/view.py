"""The drawing with its labels: structures light up by pointer, by keyboard and for causes."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QWidget

from kneecoach.domain.anatomy import Atlas, LabelSpot, Layer
from kneecoach.domain.catalogue import Side
from kneecoach.domain.texts import StructureText
from kneecoach.ui.atlas.drawings import Drawings, Piece
from kneecoach.ui.atlas.label import StructureLabel
from kneecoach.ui.atlas.leaders import paint_leader
from kneecoach.ui.atlas.pictures import Placed, View
from kneecoach.ui.atlas.placing import nearest, spread
from kneecoach.ui.kit.shapes import rounded, smooth
from kneecoach.ui.look import Look

_LABEL_SHARE = 0.27  # of the width for a label, unless a word is longer
_LEAST = 300  # px, the least width and height
_WAYS = {
    Qt.Key.Key_Left: (-1.0, 0.0),
    Qt.Key.Key_Right: (1.0, 0.0),
    Qt.Key.Key_Up: (0.0, -1.0),
    Qt.Key.Key_Down: (0.0, 1.0),
}


class AtlasView(QWidget):
    """One layer of one knee; `lit` carries the structure a person asks about, "" for none."""

    lit = Signal(str)

    def __init__(self, look: Look, atlas: Atlas, words: Mapping[str, StructureText]) -> None:
        super().__init__()
        self._look = look
        self._words = words
        self.atlas = atlas
        self.drawings = Drawings(atlas)
        self.layer = Layer.MUSCLES
        self.left = False
        self._px = 15.5
        self._pointed = ""
        self._pinned = ""
        self._told = ""
        self._cause: frozenset[str] = frozenset()
        self._last: Piece | None = None  # shown until the next layer or size is painted
        self.labels = {layer: self._make_labels(layer) for layer in Layer}
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.drawings.painted.connect(self.update)
        look.changed.connect(self.update)
        self.show_layer(self.layer)

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing is kept for a drawing nobody sees: all caches together stay below 40 MB."""
        super().hideEvent(event)
        self._last = None
        self.drawings.give_away()

    @property
    def told(self) -> str:
        """The structure a person asks about now, "" for none."""
        return self._told

    @property
    def hot(self) -> frozenset[str]:
        """What is lit: what a person asks about, else the structures of the cause."""
        return frozenset((self._told,)) if self._told else self._cause

    def show_layer(self, layer: Layer) -> None:
        """Show that layer; a pinned structure without a label there is let go."""
        self.layer = layer
        if not self.atlas.layers[layer].labelled(self._pinned):
            self._pinned = ""
        self._pointed = ""
        walked = [one.spot.structure for one in self.findChildren(StructureLabel) if one.hasFocus()]
        for label in self.labels[layer]:
            label.show()
        if walked:
            self._walk_to(walked[0])
        for other in Layer:
            for label in self.labels[other] if other is not layer else ():
                label.hide()
        self._place()
        self._tell()

    def show_side(self, *, left: bool) -> None:
        """Show the left or the right knee."""
        self.left = left
        self._place()
        self.update()

    def set_px(self, px: float) -> None:
        """Write the labels at that size."""
        self._px = px
        self._place()

    def light(self, structures: Collection[str]) -> None:
        """Light those while a person asks about none; a pinned one is let go."""
        self._cause = frozenset(structures).intersection(self._words)
        self._pinned = ""
        self._tell()

    def clear(self) -> None:
        """Light nothing, until something is pointed at or walked to again."""
        self._cause = frozenset()
        self._pinned = self._pointed = ""
        self._tell(without_keyboard=True)

    def finish(self) -> None:
        """Paint all that is to be seen now, for a picture of the page itself."""
        for _ in range(2):  # what is lit is asked for once its layer is there
            self._pieces(self._view())
            self.drawings.finish()
        self.update()

    def minimumSizeHint(self) -> QSize:
        columns = [
            sum(label.height() for label in self.labels[self.layer] if label.spot.side is side)
            for side in (Side.LEFT, Side.RIGHT)
        ]
        return QSize(_LEAST, max(_LEAST, *columns))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._point(self._at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._point("")

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._pin(self._at(event.position()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows lead to the nearest label, Esc lets everything go."""
        way = _WAYS.get(Qt.Key(event.key()))
        if way is not None:
            self._walk(way)
        elif event.key() == Qt.Key.Key_Escape:
            self.clear()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, hot, placed = self._look.theme, self.hot, self._placed()
        painter = smooth(QPainter(self))
        painter.fillRect(self.rect(), theme.surface)
        self._paint_pieces(painter, placed)
        for label in self.labels[self.layer]:
            lit = label.spot.structure in hot
            paint_leader(painter, label.pill, placed.on_screen(label.spot.at), theme, lit)
        painter.end()

    def _paint_pieces(self, painter: QPainter, placed: Placed) -> None:
        base, glow = self._pieces(placed.view)
        room = QRect(placed.corner, placed.view.size)
        if base is None and self._last is None:
            rounded(painter, QRectF(room), 20, self._look.theme.wall)
        elif base is None and self._last is not None:
            painter.drawPixmap(room, self._last.pixmap)
        self._last = base or self._last
        for piece in (base, glow):
            if piece is not None:
                painter.drawPixmap(room.topLeft() + piece.place.topLeft(), piece.pixmap)

    def _pieces(self, view: View) -> tuple[Piece | None, Piece | None]:
        """The layer and what is lit in it, as far as they are painted."""
        hot = self.hot
        whole = self.drawings.layer(view, pale=False)
        pale = self.drawings.layer(view, pale=True) if hot and whole is not None else None
        glow = self.drawings.lit(view, hot) if hot and whole is not None else None
        return (pale if pale is not None and glow is not None else whole), glow

    def _make_labels(self, layer: Layer) -> list[StructureLabel]:
        return [self._label(spot) for spot in self.atlas.layers[layer].labels]

    def _label(self, spot: LabelSpot) -> StructureLabel:
        label = StructureLabel(self._look, spot, self._words[spot.structure], self)
        label.changed.connect(self._labels_changed)
        label.clicked.connect(lambda: self._pin(spot.structure))
        return label

    def _labels_changed(self) -> None:
        pointed = [label for label in self.labels[self.layer] if label.pointed]
        self._pointed = pointed[0].spot.structure if pointed else ""
        self._tell()

    def _point(self, structure: str) -> None:
        if structure != self._pointed:
            self._pointed = structure
            self.setCursor(
                Qt.CursorShape.PointingHandCursor if structure else Qt.CursorShape.ArrowCursor
            )
            self._tell()

    def _pin(self, structure: str) -> None:
        self._pinned = "" if structure == self._pinned else structure
        self._tell()

    def _tell(self, *, without_keyboard: bool = False) -> None:
        """Find out what is asked about, show it, and say so when it is something else."""
        labels = self.labels[self.layer]
        walked = [] if without_keyboard else [one for one in labels if one.by_keyboard]
        keyboard = walked[0].spot.structure if walked else ""
        before, self._told = self._told, self._pointed or keyboard or self._pinned
        for label in labels:
            label.setChecked(label.spot.structure == self._pinned)
            label.set_lit(label.spot.structure in self.hot)
        self.update()
        if before != self._told:
            self.lit.emit(self._told)

    def _walk(self, way: tuple[float, float]) -> None:
        labels = {label.spot.structure: label for label in self.labels[self.layer]}
        here = [name for name, label in labels.items() if label.hasFocus()]
        spots = {name: self._outer_end(label) for name, label in labels.items()}
        found = nearest(spots, here[0], way) if here else ""
        if found:
            self._walk_to(found)

    def _outer_end(self, label: StructureLabel) -> tuple[float, float]:
        """Where a label touches the edge, the same distance across for all of a column."""
        place = label.geometry()
        return (0.0 if place.x() == 0 else float(self.width())), place.center().y()

    def _walk_to(self, structure: str) -> None:
        """Take the keyboard to the label of a structure, or to the first one of the layer."""
        labels = {label.spot.structure: label for label in self.labels[self.layer]}
        first = self.labels[self.layer][0]
        labels.get(structure, first).setFocus(Qt.FocusReason.TabFocusReason)

    def _view(self) -> View:
        side = max(2, min(self.width(), self.height()) // 2 * 2)
        return View(self.layer, self._look.theme, self.left, side, self.devicePixelRatioF())

    def _placed(self) -> Placed:
        """The picture in the middle of the widget."""
        view = self._view()
        across, down = self.width() - view.size.width(), self.height() - view.side
        return Placed(QPoint(across // 2, down // 2), view)

    def _at(self, place: QPointF) -> str:
        """The structure at a place of the widget, "" for none."""
        return self.drawings.shapes.hit(self.layer, *self._placed().in_box(place))

    def _place(self) -> None:
        """Put the labels of the layer at their sides, none over another."""
        widest, placed = self.width() * _LABEL_SHARE, self._placed()
        for side in (Side.LEFT, Side.RIGHT):
            column = [label for label in self.labels[self.layer] if label.spot.side is side]
            right = (side is Side.RIGHT) is not self.left
            for label in column:
                label.fit(widest, self._px, right=right)
                label.resize(label.sizeHint())
            wished = [placed.on_screen((0, label.spot.y)).y() for label in column]
            tops = spread(wished, [label.height() for label in column], self.height())
            for label, top in zip(column, tops, strict=True):
                label.move(self.width() - label.width() if right else 0, int(top))
        self.updateGeometry()
        self.update()
