"""Pictures of a layer and of what is lit in it, painted in steps no longer than one structure.

The right knee is painted and the left is that picture turned round, so both are the same to the
pixel.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QImage, QLinearGradient, QPainter

from kneecoach.domain.anatomy import BOX, Atlas, Layer, Point
from kneecoach.ui.atlas.colours import colours_of, cooled, heated
from kneecoach.ui.atlas.painting import Heat, cover, paint, paint_skin, paint_skin_line
from kneecoach.ui.atlas.shapes import CordShape, Shape, shape_of, spline
from kneecoach.ui.kit.shapes import smooth
from kneecoach.ui.theme import Theme

_HALF = 0.33  # of the box to each side of its middle: all of the leg, without the labels' room
_EDGE = 34.0  # px over which the picture fades at the top and at the bottom (look 6.3)
_RING = 16.0  # what the ring of a lit structure needs around it, in the box's units


@dataclass(frozen=True, slots=True)
class View:
    """What is to be seen: a layer of one knee, `side` px high and wide on that screen."""

    layer: Layer
    theme: Theme
    left: bool
    side: int
    dpr: float

    @property
    def scale(self) -> float:
        """px for one unit of the box."""
        return self.side / BOX

    @property
    def size(self) -> QSize:
        """The size of the leg's picture in px; it stands in the middle of the square."""
        return QSize(2 * round(self.side * _HALF), self.side)

    @property
    def origin(self) -> QPointF:
        """Where the box begins in the picture."""
        return QPointF(self.size.width() / 2 - self.side / 2, 0)


@dataclass(frozen=True, slots=True)
class Placed:
    """A view whose picture has its corner at that place of a widget."""

    corner: QPoint
    view: View

    def on_screen(self, point: Point) -> QPointF:
        """A point of the right knee's box in px of the widget."""
        x = BOX - point[0] if self.view.left else point[0]
        return self._origin + QPointF(x, point[1]) * self.view.scale

    def in_box(self, place: QPointF) -> Point:
        """A place of the widget in the right knee's box."""
        spot = (place - self._origin) / self.view.scale
        return BOX - spot.x() if self.view.left else spot.x(), spot.y()

    @property
    def _origin(self) -> QPointF:
        return QPointF(self.corner) + self.view.origin


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a picture and where it lies in it, px."""

    image: QImage
    place: QRect


class AtlasShapes:
    """The structures of the atlas as paths, each made when it is first needed, and painted."""

    def __init__(self, atlas: Atlas) -> None:
        self.atlas = atlas
        self.skin = spline(atlas.skin, closed=True)
        self._made: dict[str, Shape] = {}

    def shape(self, name: str) -> Shape:
        """A structure as paths."""
        if name not in self._made:
            self._made[name] = shape_of(self.atlas.structures[name])
        return self._made[name]

    def hit(self, layer: Layer, x: float, y: float) -> str:
        """The labelled structure of a layer at a point of the right knee's box, "" for none."""
        plan = self.atlas.layers[layer]
        names = [name for name in reversed(tuple(self.atlas.structures)) if plan.labelled(name)]
        for near in (False, True):
            for name in names:
                if self.shape(name).has(x, y, near=near):
                    return name
        return ""

    def layer_steps(self, view: View, *, pale: bool) -> Iterator[Part | None]:
        """Paint a layer, one structure a step; the last step gives it."""
        colours = colours_of(view.theme)
        colours = cooled(colours) if pale else colours
        canvas = _Canvas(view, QRect(QPointF().toPoint(), view.size))
        with canvas.painter() as p:
            paint_skin(p, self.skin, colours)
        for one, opacity in self.atlas.shown(view.layer):
            yield None
            with canvas.painter() as p:
                p.setClipPath(self.skin)
                paint(p, self.shape(one.id), colours, opacity)
        yield None
        with canvas.painter() as p:
            paint_skin_line(p, self.skin, colours)
        yield canvas.part()

    def lit_steps(self, view: View, names: frozenset[str]) -> Iterator[Part | None]:
        """Paint what is lit, to lie over the pale layer; the last step gives it.

        Vessels and nerves lie over everything; what lies over another lit structure hides it.
        """
        canvas = _Canvas(view, self._place(view, names))
        heat, hot = Heat(view.theme.target), heated(view.theme)
        begun = False
        for one, opacity in self.atlas.shown(view.layer):
            shape = self.shape(one.id)
            if one.id in names and not isinstance(shape, CordShape):
                if begun:
                    yield None
                begun = True
                with canvas.painter() as p:
                    p.setClipPath(self.skin)
                    paint(p, shape, hot, max(opacity, 0.95), heat)
            elif begun:
                with canvas.painter() as p:
                    cover(p, shape, opacity)
        for name in (name for name in self.atlas.structures if name in names):
            shape = self.shape(name)
            if isinstance(shape, CordShape):
                with canvas.painter() as p:
                    paint(p, shape, hot, 1.0, heat)
        yield canvas.part()

    def _place(self, view: View, names: frozenset[str]) -> QRect:
        """The part of the picture that has all of those structures, in whole px."""
        bounds = QRectF()
        for name in names:
            bounds = bounds.united(self.shape(name).bounds)
        bounds.adjust(-_RING, -_RING, _RING, _RING)
        scaled = QRectF(bounds.topLeft() * view.scale, bounds.size() * view.scale)
        place = scaled.translated(view.origin).toAlignedRect()
        return place.intersected(QRect(QPointF().toPoint(), view.size))


class _Canvas:
    """An image of a part of the picture that can be painted on again and again."""

    def __init__(self, view: View, place: QRect) -> None:
        self._view = view
        self._place = place
        size = place.size() * view.dpr
        self._image = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
        self._image.setDevicePixelRatio(view.dpr)
        self._image.fill(Qt.GlobalColor.transparent)

    def painter(self) -> QPainter:
        """A painter in the box's units."""
        p = smooth(QPainter(self._image))
        p.translate(self._view.origin - QPointF(self._place.topLeft()))
        p.scale(self._view.scale, self._view.scale)
        return p

    def part(self) -> Part:
        """What was painted, its edges faded, turned round for the left knee."""
        with QPainter(self._image) as p:
            p.setCompositionMode(QPainter.CompositionMode.CompositionMode_DestinationIn)
            p.translate(-QPointF(self._place.topLeft()))
            p.fillRect(self._place, self._fade())
        if not self._view.left:
            return Part(self._image, self._place)
        turned = self._image.flipped(Qt.Orientation.Horizontal)
        across = self._view.size.width() - self._place.x() - self._place.width()
        return Part(turned, QRect(across, self._place.y(), *self._place.size().toTuple()))

    def _fade(self) -> QBrush:
        height = self._view.size.height()
        edge = min(_EDGE / height, 0.08)
        gradient = QLinearGradient(0, 0, 0, height)
        for place, alpha in ((0.0, 0), (edge, 255), (1 - edge, 255), (1.0, 0)):
            gradient.setColorAt(place, QColor(0, 0, 0, alpha))
        return QBrush(gradient)
