"""Rounded surfaces: a card to read, and one that can be pressed."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLayout, QSizePolicy, QVBoxLayout, QWidget

from kneecoach.ui.kit.buttons import FocusButton
from kneecoach.ui.kit.shapes import RING, focus_ring, inner, rounded, smooth
from kneecoach.ui.look import Look


class Card(QWidget):
    """A rounded ground in a role's colour; give it a layout or use `column` or `row`."""

    def __init__(
        self,
        look: Look,
        role: str = "surface",
        *,
        radius: float = 20,
        border: str = "",
        width: float = 2.2,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._role = role
        self._radius = radius
        self._border = border
        self._width = width
        look.changed.connect(self.update)

    def set_ground(self, role: str, border: str = "") -> None:
        """Use those colour roles from now on, "" for no border."""
        self._role = role
        self._border = border
        self.update()

    def column(self, margin: int = 22, spacing: int = 8) -> QVBoxLayout:
        """Lay what is added out from top to bottom; margins and spacing in px."""
        layout = QVBoxLayout(self)
        _room(layout, margin, spacing)
        return layout

    def row(self, margin: int = 22, spacing: int = 12) -> QHBoxLayout:
        """Lay what is added out from left to right; margins and spacing in px."""
        layout = QHBoxLayout(self)
        _room(layout, margin, spacing)
        return layout

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._look.theme
        painter = smooth(QPainter(self))
        border = getattr(theme, self._border) if self._border else None
        fill = getattr(theme, self._role) if self._role else None
        rounded(painter, QRectF(self.rect()), self._radius, fill, border, self._width)
        painter.end()


class PressCard(FocusButton):
    """A card that is one button: what lies on it is shown, not pressed by itself.

    The words for a screen reader are `name`; the layout keeps `RING` px for the focus ring.
    """

    def __init__(
        self,
        look: Look,
        name: str,
        role: str = "surface",
        *,
        radius: float = 20,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, "", parent)
        self._role = role
        self._radius = radius
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def column(self, margin: int = 14, spacing: int = 6) -> QVBoxLayout:
        """Lay what is added out from top to bottom, inside the ring's margin."""
        layout = QVBoxLayout(self)
        _room(layout, margin + RING, spacing)
        return layout

    def row(self, margin: int = 14, spacing: int = 12) -> QHBoxLayout:
        """Lay what is added out from left to right, inside the ring's margin."""
        layout = QHBoxLayout(self)
        _room(layout, margin + RING, spacing)
        return layout

    def sizeHint(self) -> QSize:
        layout = self.layout()
        return layout.totalSizeHint() if layout else super().sizeHint()

    def minimumSizeHint(self) -> QSize:
        layout = self.layout()
        return layout.totalMinimumSize() if layout else super().minimumSizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._look.theme
        painter = smooth(QPainter(self))
        box = inner(QRectF(self.rect()))
        if self._role:
            rounded(painter, box, self._radius, getattr(theme, self._role))
        if self.underMouse():
            rounded(painter, box, self._radius, None, theme.line2, 1.6)
        if self.shows_ring:
            focus_ring(painter, box, self._radius, theme)
        painter.end()


def _room(layout: QLayout, margin: int, spacing: int) -> None:
    layout.setContentsMargins(margin, margin, margin, margin)
    layout.setSpacing(spacing)


def see_through(widget: QWidget) -> QWidget:
    """Let clicks on the widget go to the card it lies on, and give it back."""
    widget.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    return widget
