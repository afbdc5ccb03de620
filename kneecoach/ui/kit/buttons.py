"""Buttons: real push buttons that paint themselves (look 3.7, look-pages 0.1)."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QEnterEvent,
    QFocusEvent,
    QFontMetricsF,
    QKeyEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from kneecoach.ui.fonts import font
from kneecoach.ui.icons import draw_icon
from kneecoach.ui.kit.shapes import RING, focus_ring, inner, key_cap, key_cap_width, rounded, smooth
from kneecoach.ui.look import Look

_ARROWS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right)
LEAST = 44  # px, the least height and width of a target (look 3.7)


@dataclass(frozen=True, slots=True)
class Paint:
    """The colour roles of one kind of button; "" means none."""

    fill: str
    ink: str
    border: str = ""
    hover: str = ""
    weight: int = 600


_OFF = Paint("sunken", "ink3", border="line")


class FocusButton(QPushButton):
    """A push button that Enter and Space press and that shows the keyboard's focus.

    What it paints lies `RING` px inside its area, where the focus ring has its place.
    """

    def __init__(self, look: Look, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._look = look
        self._ring = True
        self.setAutoDefault(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        look.changed.connect(self.update)

    @property
    def shows_ring(self) -> bool:
        """True while the focus came by keyboard or by the program, not by the mouse."""
        return self.hasFocus() and self._ring

    def focusInEvent(self, event: QFocusEvent) -> None:
        reason = event.reason()
        if reason is not Qt.FocusReason.ActiveWindowFocusReason:
            self._ring = reason is not Qt.FocusReason.MouseFocusReason
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the arrows to the page: they scroll it, or move what it shows."""
        if event.key() in _ARROWS:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()


class Button(FocusButton):
    """A button with its words, an icon before them and a key cap after them, all optional."""

    paint = Paint("primary_soft", "ink")

    def __init__(
        self,
        look: Look,
        text: str,
        *,
        icon: str = "",
        key: str = "",
        px: float = 17,
        height: int = 52,
        radius: float = 16,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, text, parent)
        self._icon = icon
        self._key = key
        self._radius = radius
        self._height = max(LEAST, height)
        self._px = px
        self.setFont(font(px, self.paint.weight))
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

    def set_size(self, px: float, height: int) -> None:
        """Use that text size and that height without the ring, at least 44 px."""
        self._px = px
        self._height = max(LEAST, height)
        self.setFont(font(px, self.paint.weight))
        self.updateGeometry()

    def set_icon(self, icon: str) -> None:
        """Show that icon from now on, "" for none."""
        self._icon = icon
        self.updateGeometry()
        self.update()

    def set_key(self, key: str) -> None:
        """Show that key cap from now on, "" for none."""
        self._key = key
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        width = self._content_width() + self._px * 1.7
        return QSize(max(LEAST, round(width)) + 2 * RING, self._height + 2 * RING)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = smooth(QPainter(self))
        box = inner(QRectF(self.rect()))
        self._paint_ground(painter, box)
        if self.shows_ring:
            focus_ring(painter, box, self._radius, self._look.theme)
        self._paint_content(painter, box)
        painter.end()

    @property
    def _colours(self) -> Paint:
        return self.paint if self.isEnabled() else _OFF

    def _paint_ground(self, painter: QPainter, box: QRectF) -> None:
        theme, paint = self._look.theme, self._colours
        hovered = paint.hover and self.underMouse()
        fill = paint.hover if hovered else paint.fill
        rounded(
            painter,
            box.adjusted(1, 1, -1, -1) if self.isDown() else box,
            self._radius,
            getattr(theme, fill) if fill else None,
            getattr(theme, paint.border) if paint.border else None,
            1.6,
        )

    def _paint_content(self, painter: QPainter, box: QRectF) -> None:
        ink = QColor(getattr(self._look.theme, self._colours.ink))
        x = box.center().x() - self._content_width() / 2
        if self._icon:
            size = self._icon_size()
            spot = QRectF(x, box.center().y() - size / 2, size, size)
            draw_icon(painter, self._icon, spot, ink, 2.2)
            x += size + (self._gap() if self.text() else 0)
        painter.setFont(self.font())
        painter.setPen(ink)
        width = self._text_width()
        spot = QRectF(x, box.top(), width + 2, box.height())
        painter.drawText(spot, Qt.AlignmentFlag.AlignVCenter, self.text())
        if self._key:
            height = self._px * 1.26
            spot = QRectF(x + width + self._gap(), box.center().y() - height / 2, 0, height)
            spot.setWidth(self._key_width())
            key_cap(painter, spot, self._key, ink)

    def _text_width(self) -> float:
        return QFontMetricsF(self.font()).horizontalAdvance(self.text())

    def _icon_size(self) -> float:
        return max(22.0, self._px * 1.25)

    def _gap(self) -> float:
        return max(8.0, self._px * 0.5)

    def _key_width(self) -> float:
        return key_cap_width(self._key, self._px * 0.76)

    def _content_width(self) -> float:
        width = self._text_width()
        if self._icon:
            width += self._icon_size() + (self._gap() if self.text() else 0)
        if self._key:
            width += self._gap() + self._key_width()
        return width


class PrimaryButton(Button):
    """The one main action of a page or card."""

    paint = Paint("primary", "on_primary", hover="primary_hover", weight=700)


class SoftButton(Button):
    """A second action that invites."""

    paint = Paint("primary_soft", "ink", hover="sunken")


class GhostButton(Button):
    """An action that stands back: an outline on whatever is behind it."""

    paint = Paint("", "ink", border="line2", hover="primary_soft")


class PlainButton(Button):
    """An action that is only its words."""

    paint = Paint("", "ink", hover="primary_soft")


class LinkButton(Button):
    """A way to another page, as words in the primary colour."""

    paint = Paint("", "primary", hover="primary_soft", weight=700)


class DangerButton(Button):
    """Pain and warning signs: soft ground, strong border."""

    paint = Paint("danger_soft", "danger_ink", border="danger", hover="surface", weight=700)


class OffButton(Button):
    """Keeps the place of an action that is closed; it takes the focus and tells why on Enter."""

    paint = _OFF


class IconButton(Button):
    """A round button with an icon only; `name` is what a screen reader says."""

    paint = Paint("sunken", "ink", hover="primary_soft")

    def __init__(
        self,
        look: Look,
        name: str,
        icon: str,
        *,
        size: int = LEAST,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, "", icon=icon, height=size, radius=size / 2, parent=parent)
        self.setAccessibleName(name)
        self.setToolTip(name)

    def sizeHint(self) -> QSize:
        side = self._height + 2 * RING
        return QSize(side, side)
