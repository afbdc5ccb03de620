"""The leg from behind with the sites of massage, as a diagram (look-pages 5).

Points are in a box of 422 by 640 that shows the right leg, y down: the knee is 88 wide, which is
11 cm, so a hand-width is 68; the crease is at 330. Outlines are by eye.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPainterPath, QPen

from kneecoach.ui.atlas.colours import colours_of
from kneecoach.ui.atlas.shapes import spline
from kneecoach.ui.theme import Theme, faded

WIDTH, HEIGHT = 422.0, 640.0
CREASE = 330.0
HAND = 68.0  # a hand-width
HIGHEST, LOWEST = CREASE - HAND, CREASE + HAND  # the hollow's own room, where no belly is marked

_INNER = (
    *((118.0, 0.0), (120.0, 80.0), (132.0, 180.0), (150.0, 255.0), (165.0, 318.0), (163.0, 350.0)),
    *((151.0, 400.0), (149.0, 440.0), (158.0, 490.0), (176.0, 550.0), (186.0, 592.0)),
)
_OUTER = (
    *((300.0, 80.0), (286.0, 180.0), (270.0, 255.0), (257.0, 318.0), (259.0, 350.0)),
    *((271.0, 400.0), (273.0, 440.0), (263.0, 490.0), (246.0, 550.0), (236.0, 592.0)),
)
_OUTLINE = (
    *((118.0, -30.0), *_INNER[1:], (178.0, 680.0), (244.0, 680.0)),
    *(*reversed(_OUTER), (304.0, -30.0)),
)
_HAMSTRING = (
    (
        *((152.0, 4.0), (206.0, 2.0), (212.0, 90.0), (207.0, 170.0), (193.0, 235.0)),
        *((178.0, 290.0), (168.0, 288.0), (151.0, 210.0), (139.0, 100.0)),
    ),
    (
        *((272.0, 4.0), (218.0, 2.0), (213.0, 90.0), (216.0, 170.0), (230.0, 235.0)),
        *((245.0, 290.0), (255.0, 288.0), (272.0, 210.0), (285.0, 100.0)),
    ),
)
_CALF = (
    (
        *((205.0, 372.0), (180.0, 376.0), (160.0, 412.0), (157.0, 456.0), (172.0, 506.0)),
        *((200.0, 524.0), (209.0, 500.0), (209.0, 420.0)),
    ),
    (
        *((217.0, 372.0), (242.0, 376.0), (264.0, 408.0), (266.0, 446.0), (251.0, 492.0)),
        *((224.0, 507.0), (214.0, 490.0), (213.0, 420.0)),
    ),
)
_HOLLOW = (
    *((211.0, 258.0), (236.0, 300.0), (247.0, 330.0), (236.0, 356.0)),
    *((211.0, 372.0), (187.0, 356.0), (176.0, 330.0), (187.0, 300.0)),
)
_CROSS = (((192.0, 292.0), (230.0, 344.0)), ((230.0, 292.0), (192.0, 344.0)))
# Strokes towards the body: x, from y up to y.
_STROKES = ((176, 216, 60), (246, 216, 60), (182, 500, 424), (240, 486, 420))
_ALLOWED = ("#8CC3B1", "#2F7A70")  # light, dark (look-pages 5)
_FIBRES = 5


def paint_leg(p: QPainter, theme: Theme) -> None:
    """Paint the right leg; the painter speaks in the units of the box."""
    p.save()
    p.setClipRect(QRectF(-20, 0, 470, HEIGHT), Qt.ClipOperation.IntersectClip)
    skin = _paint_skin(p, theme)
    p.setClipPath(skin, Qt.ClipOperation.IntersectClip)
    above, below = QRectF(0, -40, WIDTH, HIGHEST + 40), QRectF(0, LOWEST, WIDTH, 300)
    for bellies, room in ((_HAMSTRING, above), (_CALF, below)):
        for belly in bellies:
            _paint_belly(p, spline(belly, closed=True), room, theme)
    _paint_hollow(p, spline(_HOLLOW, closed=True), theme)
    for x, start, end in _STROKES:
        _paint_stroke(p, x, start, end, theme)
    p.restore()


def _paint_skin(p: QPainter, theme: Theme) -> QPainterPath:
    colours, outline = colours_of(theme), spline(_OUTLINE, closed=True)
    shading = QLinearGradient(118, 0, 304, 0)
    for place, colour in ((0, colours.skin_edge), (0.2, colours.skin), (0.8, colours.skin)):
        shading.setColorAt(place, QColor(colour))
    shading.setColorAt(1, QColor(colours.skin_edge))
    p.setPen(QPen(QColor(colours.skin_edge), 2.4))
    p.setBrush(shading)
    p.drawPath(outline)
    return outline


def _paint_belly(p: QPainter, belly: QPainterPath, room: QRectF, theme: Theme) -> None:
    """The muscle pale where it is left alone, and its belly marked where massage may be."""
    p.setPen(Qt.PenStyle.NoPen)
    p.setBrush(faded(colours_of(theme).muscle, 0.26))
    p.drawPath(belly)
    allowed = QPainterPath()
    allowed.addRect(room)
    allowed = belly.intersected(allowed)
    p.setBrush(faded(_ALLOWED[theme.dark], 0.92))
    p.drawPath(allowed)
    p.save()
    p.setClipPath(allowed, Qt.ClipOperation.IntersectClip)
    p.setBrush(Qt.BrushStyle.NoBrush)
    p.setPen(QPen(faded(theme.surface, 0.28 if theme.dark else 0.65), 1.6))
    for number in range(1, _FIBRES + 1):
        p.drawPath(_fibre(belly.boundingRect(), number / (_FIBRES + 1)))
    p.restore()
    p.setBrush(Qt.BrushStyle.NoBrush)
    p.setPen(_pen(theme.primary, 4))
    p.drawPath(allowed)


def _fibre(box: QRectF, share: float) -> QPainterPath:
    """A line from end to end of a belly that bows with it."""
    off = (share - 0.5) * box.width()
    middle = box.center().x()
    path = QPainterPath(QPointF(middle + off * 0.75, box.top()))
    bowed = QPointF(middle + off * 1.35, box.center().y())
    path.quadTo(bowed, QPointF(middle + off * 0.4, box.bottom()))
    return path


def _paint_hollow(p: QPainter, hollow: QPainterPath, theme: Theme) -> None:
    """Hatched, outlined and crossed: told by its form and not by its colour alone."""
    p.setPen(Qt.PenStyle.NoPen)
    p.setBrush(faded(theme.danger, 0.16))
    p.drawPath(hollow)
    p.save()
    p.setClipPath(hollow, Qt.ClipOperation.IntersectClip)
    p.setPen(QPen(faded(theme.danger, 0.75), 1.8))
    for number in range(-16, 30):
        p.drawLine(QPointF(170 + number * 9, 250), QPointF(40 + number * 9, 380))
    p.restore()
    p.setBrush(Qt.BrushStyle.NoBrush)
    p.setPen(_pen(theme.danger, 4))
    p.drawPath(hollow)
    p.setPen(_pen(theme.danger, 7))
    for start, end in _CROSS:
        p.drawLine(QPointF(*start), QPointF(*end))


def _paint_stroke(p: QPainter, x: float, start: float, end: float, theme: Theme) -> None:
    """An arrow upwards."""
    path = QPainterPath(QPointF(x, start))
    path.lineTo(x, end)
    path.moveTo(x - 9, end + 11)
    path.lineTo(x, end)
    path.lineTo(x + 9, end + 11)
    p.setBrush(Qt.BrushStyle.NoBrush)
    for colour, width in ((theme.surface, 10), (theme.primary, 5)):
        p.setPen(_pen(colour, width))
        p.drawPath(path)


def _pen(colour: str, width: float) -> QPen:
    pen = QPen(QColor(colour), width)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    return pen
