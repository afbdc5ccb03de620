"""How to look for a sign: a tape round the calf, a thumb on the shin (look-pages 2)."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QPainter,
    QPainterPath,
    QPainterPathStroker,
    QPen,
    QPixmap,
)

from kneecoach.domain.bones import FOREARM, UPPER_ARM, Leg, Point, Skeleton
from kneecoach.domain.poses import Pin, Pose, skeleton
from kneecoach.ui.figure import StageColours, paint_room
from kneecoach.ui.figure.brush import paint_form, stroke
from kneecoach.ui.figure.colours import faded, mixed
from kneecoach.ui.figure.curves import at, bone_frame, disc, joined, limb, line, width_at
from kneecoach.ui.figure.hand_shapes import Finger, HandDrawing
from kneecoach.ui.figure.hands import paint_fingers_over, palm_path
from kneecoach.ui.figure.painter import paint_body, paint_far_limbs
from kneecoach.ui.figure.profiles import (
    FOREARM_BACK,
    FOREARM_FRONT,
    SHANK_BACK,
    SHANK_FRONT,
    UPPER_ARM_SIDE,
)
from kneecoach.ui.figure.props import paint_shadow
from kneecoach.ui.figure.shapes import leg_skin, shank_frame
from kneecoach.ui.fonts import font
from kneecoach.ui.kit.shapes import rounded
from kneecoach.ui.look import Look
from kneecoach.ui.pictures import Pictures
from kneecoach.ui.stage_colours import colours_of
from kneecoach.ui.theme import Theme
from kneecoach.ui.words import translate

# The bony bump lies some 26 mH below the middle of the knee; 10 cm are 59 mH at 1.70 m.
_BUMP, _TAPE = 26.0, 85.0
_PRESSED = 128.0  # mH down the shank, where the thumb presses
_SHANK = 246.0
_CROP = QRectF(-170, -14, 480, 352)  # mH: left, bottom, width, height
_NEAR, _FAR = Pin("near", "ankle", 0, 43, 0), Pin("far", "ankle", 112, 43, 0)
_TAPE_COLOURS = ("#F6D96B", "#E8C84E")  # light, dark
_TAPE_INK = "#6B4200"
_TAPE_WIDTH = 13.0  # mH
_HAND_ANGLE = -68.0  # from straight down: towards the shin and a little downwards
_UPPER_ANGLE = -56.0

# fmt: off
_PRESS = HandDrawing(  # a loose fist whose thumb reaches beyond it
    palm=(
        (-18, -13.5), (2, -14.8), (10, -18), (22, -21), (38, -22), (50, -20), (54, -4), (52, 14),
        (42, 21), (24, 19), (4, 14.6), (-18, 13.2),
    ),
    behind=(),
    over=(
        Finger(((40, 15, 7.6), (50, 17, 7.6), (57, 17, 7)), 0.3),
        Finger(((43, 5, 8.2), (55, 6, 8.1), (64, 6, 7.4)), 0.18),
        Finger(((44, -6, 8.5), (57, -6, 8.3), (67, -6, 7.6)), 0.08),
        Finger(((6, -11, 9), (24, -21, 9.6), (46, -25, 8.8), (68, -21, 8), (88, -15, 7)), 0),
    ),
)
# fmt: on
_TIP: Point = (94, -13)  # of the thumb, in the hand's frame


@dataclass(frozen=True, slots=True)
class HowDrawing:
    """One of the drawings "tape" and "thumb", filling a picture of that size in px."""

    kind: str
    size: QSize

    @property
    def key(self) -> Hashable:
        """All of it; the size as numbers."""
        return ("how", self.kind, self.size.width(), self.size.height())

    def paint(self, dpr: float, look: Look, _pictures: Pictures) -> QPixmap:
        """Paint it; `dpr` device pixels per px."""
        pixmap = QPixmap(self.size * dpr)
        pixmap.setDevicePixelRatio(dpr)
        room = QRectF(0, 0, self.size.width(), self.size.height())
        scale = room.height() / _CROP.height()  # what is beside the legs is wall
        ground = room.bottom() + _CROP.y() * scale
        colours = colours_of(look)
        body = skeleton(Pose(root_y=528), (_NEAR, _FAR))
        with QPainter(pixmap) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            paint_room(painter, room, ground - 20 * scale, colours.room, light=False)
            painter.translate(room.center().x(), ground)
            painter.scale(scale, scale)
            painter.translate(-_CROP.center().x(), 0)
            _paint_legs(painter, body, colours)
            _KINDS[self.kind](painter, body, colours, look.theme)
        return pixmap


def _paint_legs(p: QPainter, body: Skeleton, colours: StageColours) -> None:
    for leg in (body.far_leg, body.near_leg):
        paint_shadow(p, leg.foot_point(32, 0)[0], 175, colours.room)
    paint_far_limbs(p, body, colours.figure)
    paint_body(p, body, colours.figure)


def _paint_tape(p: QPainter, body: Skeleton, colours: StageColours, theme: Theme) -> None:
    """A tape round the near calf, and how far below the bump it lies."""
    del colours
    _paint_band(p, body.near_leg, theme)
    f = shank_frame(body.near_leg)
    ink = QPen(QColor(theme.ink), 3)
    beside = 50.0
    p.setPen(ink)
    p.drawLine(QLineF(at(f(_BUMP, beside)), at(f(_TAPE, beside))))
    for down in (_BUMP, _TAPE):
        p.drawLine(QLineF(at(f(down, beside - 9)), at(f(down, beside + 9))))
    p.setBrush(QColor(theme.ink))
    p.drawEllipse(at(f(_BUMP, width_at(SHANK_FRONT, _BUMP / _SHANK) - 7)), 3.5, 3.5)
    p.setBrush(Qt.BrushStyle.NoBrush)
    _tag(p, at(f((_BUMP + _TAPE) / 2, beside + 14)), translate("HowDrawing", "10 cm"), theme)


def _paint_band(p: QPainter, leg: Leg, theme: Theme) -> None:
    f = shank_frame(leg)
    front = width_at(SHANK_FRONT, _TAPE / _SHANK) + 6
    back = -width_at(SHANK_BACK, _TAPE / _SHANK) - 6
    sag = 11.0  # mH the near side of the tape hangs below its edges
    row = [
        (_TAPE - 4 + sag * 4 * share * (1 - share), front + (back - front) * share)
        for share in (step / 10 for step in range(11))
    ]
    p.save()
    p.setClipPath(_around(leg_skin(leg), 1.5))  # it goes on behind the leg
    colour = QColor(_TAPE_COLOURS[theme.dark])
    pen = QPen(colour.darker(118), _TAPE_WIDTH + 2.4)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    for pen_colour, width in ((colour.darker(125), _TAPE_WIDTH + 2.4), (colour, _TAPE_WIDTH)):
        pen.setColor(pen_colour)
        pen.setWidthF(width)
        p.setPen(pen)
        p.setBrush(Qt.BrushStyle.NoBrush)
        p.drawPath(line([f(u, v) for u, v in row]))
    p.setPen(QPen(QColor(_TAPE_INK), 1.6))
    for place, (u, v) in enumerate(row[1:-1], 1):
        half = 5.0 if place % 5 == 0 else 3.2
        p.drawLine(QLineF(at(f(u - half, v)), at(f(u + half, v))))
    p.restore()


def _around(path: QPainterPath, mh: float) -> QPainterPath:
    """The path and a rim of so many mH."""
    stroker = QPainterPathStroker()
    stroker.setWidth(2 * mh)
    return path.united(stroker.createStroke(path))


def _paint_thumb(p: QPainter, body: Skeleton, colours: StageColours, theme: Theme) -> None:
    """A thumb that presses on the shin, and the dent it makes."""
    leg, skin = body.near_leg, colours.figure.tone("skin")
    shin = shank_frame(leg)
    spot = shin(_PRESSED, width_at(SHANK_FRONT, _PRESSED / _SHANK) - 5)
    shade = mixed(skin.shade, "#3A1D14", 0.25)
    p.save()
    p.setClipPath(leg_skin(leg))
    p.setPen(Qt.PenStyle.NoPen)
    for size, strength in ((27.0, 0.22), (17.0, 0.34)):
        p.setBrush(faded(shade, strength))
        p.drawEllipse(at(spot), size * 0.7, size)
    p.restore()
    wrist = _wrist_for(spot)
    _paint_hand(p, wrist, colours)
    _tag(p, at((spot[0] + 126, spot[1] - 46)), translate("HowDrawing", "5 s"), theme)


def _wrist_for(tip: Point) -> Point:
    """Where the wrist is when the thumb's tip is there."""
    reach = bone_frame((0, 0), _HAND_ANGLE)(*_TIP)
    return tip[0] - reach[0], tip[1] - reach[1]


def _paint_hand(p: QPainter, wrist: Point, colours: StageColours) -> None:
    skin = colours.figure.tone("skin")
    hand = bone_frame(wrist, _HAND_ANGLE)
    elbow = hand(-FOREARM, 0)
    shoulder = bone_frame(elbow, _UPPER_ANGLE)(-UPPER_ARM, 0)
    palm = palm_path(hand, _PRESS)
    outline: QPainterPath = joined(
        (
            limb(bone_frame(shoulder, _UPPER_ANGLE), UPPER_ARM, UPPER_ARM_SIDE, UPPER_ARM_SIDE),
            limb(bone_frame(elbow, _HAND_ANGLE), FOREARM, FOREARM_FRONT, FOREARM_BACK),
            disc(elbow, 23),
            disc(wrist, 13.5),
            palm,
        )
    )
    stroke(p, outline.simplified(), QPen(faded(mixed(skin.shade, "#3A1D14", 0.3), 0.5), 2.2))
    paint_form(p, outline, skin, (-4, -5))
    paint_fingers_over(p, hand, _PRESS, palm, skin)


def _tag(p: QPainter, spot: QPointF, words: str, theme: Theme) -> None:
    """Words on a plate, which begins at the spot and goes to the right."""
    letters = font(27, 700)
    width = QFontMetricsF(letters).horizontalAdvance(words)
    plate = QRectF(spot.x(), spot.y() - 21, width + 24, 42)
    rounded(p, plate, 12, theme.surface, theme.line2, 2.2)
    p.setFont(letters)
    p.setPen(QColor(theme.ink))
    p.drawText(plate, Qt.AlignmentFlag.AlignCenter, words)
    p.setPen(Qt.PenStyle.NoPen)


_Painter = Callable[[QPainter, Skeleton, StageColours, Theme], None]
_KINDS: dict[str, _Painter] = {"tape": _paint_tape, "thumb": _paint_thumb}
