"""How a part is filled: flat, with a form shadow on the side away from the light (look 7.5)."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen

from kneecoach.ui.figure.colours import Tone

LIGHT = (-5.0, -7.0)  # mH the lit face lies towards the light, from the upper left


def paint_form(
    p: QPainter, path: QPainterPath, tone: Tone, towards: tuple[float, float] = LIGHT
) -> None:
    """Fill a shape with its shade, and inside it the shape moved towards the light."""
    p.setPen(Qt.PenStyle.NoPen)
    p.setBrush(tone.shade)
    p.drawPath(path)
    p.save()
    p.setClipPath(path, Qt.ClipOperation.IntersectClip)
    p.translate(*towards)
    p.setBrush(tone.base)
    p.drawPath(path)
    p.restore()


def stroke(p: QPainter, path: QPainterPath, pen: QPen) -> None:
    """Draw a line with round ends and leave the painter without pen."""
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    p.setBrush(Qt.BrushStyle.NoBrush)
    p.setPen(pen)
    p.drawPath(path)
    p.setPen(Qt.PenStyle.NoPen)
