"""The player's smaller parts: side tag, next strip, round controls with their key."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from kneecoach.domain.catalogue import Side
from kneecoach.ui.fonts import font
from kneecoach.ui.icons import draw_icon
from kneecoach.ui.kit.buttons import FocusButton
from kneecoach.ui.kit.shapes import focus_ring, key_cap_width, rounded, smooth
from kneecoach.ui.look import Look
from kneecoach.ui.pictures import Picture, Pictures, Scene
from kneecoach.ui.player.fitting import draw_fitted, fitted
from kneecoach.ui.player.words import side_letter, side_name
from kneecoach.ui.theme import faded

CENTRE = Qt.AlignmentFlag.AlignCenter


class SideTag(QWidget):
    """Which leg: a letter on a plate and the words; `strong` marks a change of side."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._side = Side.LEFT
        self._swap = False
        self._u = 1.0
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        look.changed.connect(self.update)

    def set_unit(self, u: float) -> None:
        """Use that layout unit from now on."""
        self._u = u
        self.update()

    def show_side(self, side: Side, *, swap: bool) -> None:
        """Show that side, in the colour of the change-over while it lasts."""
        name = side_name(side)
        if (side, swap, name) != (self._side, self._swap, self.accessibleName()):
            self._side, self._swap = side, swap
            self.setAccessibleName(name)
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme, u = smooth(QPainter(self)), self._look.theme, self._u
        fill = theme.swap if self._swap else theme.primary
        ink = theme.surface if self._swap else theme.on_primary
        letter, name, height = side_letter(self._side), side_name(self._side), 56 * u
        plate = QRectF(5 * u, 5 * u, 46 * u * max(1.0, len(letter) * 0.62), 46 * u)
        words = fitted(name, 30 * u, self.width() - plate.right() - 40 * u, 700)
        painter.setFont(words)
        width = painter.fontMetrics().horizontalAdvance(name)
        box = QRectF(0, 0, plate.right() + 13 * u + width + 22 * u, height)
        rounded(painter, box, 14 * u, fill)
        rounded(painter, plate, 10 * u, ink)
        painter.setFont(words)
        painter.setPen(QColor(ink))
        spot = QRectF(plate.right() + 13 * u, 0, width + 4, height)
        painter.drawText(spot, Qt.AlignmentFlag.AlignVCenter, name)
        draw_fitted(painter, plate, letter, 38 * u, 800, fill, CENTRE)
        painter.end()


class NextStrip(QWidget):
    """What comes after the present exercise, with its picture."""

    def __init__(self, look: Look, pictures: Pictures, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._name = ""
        self._line = ""
        self._picture = Picture(look, pictures, "", parent=self)
        self._u = 1.0
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        look.changed.connect(self.update)

    def set_unit(self, u: float) -> None:
        """Use that layout unit from now on."""
        self._u = u
        self.update()

    def show_next(self, name: str, line: str, exercise: str, side: Side) -> None:
        """Show the next exercise's name, a line over it and its picture; "" is none."""
        scene = Scene(exercise, self._picture.size(), mirrored=side is Side.LEFT)
        if (name, line, scene) == (self._name, self._line, self._picture.scene):
            return
        self._name, self._line = name, line
        self._picture.setVisible(bool(exercise))
        self._picture.show_scene(scene)
        self.setAccessibleName(f"{line}: {name}")
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        u = self._u
        self._picture.setGeometry(round(6 * u), round(6 * u), round(72 * u), round(72 * u))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme, u = smooth(QPainter(self)), self._look.theme, self._u
        rounded(painter, QRectF(self.rect()), 16 * u, faded(theme.surface, 0.72))
        x = 22 * u if self._picture.isHidden() else 94 * u
        room = self.width() - x - 12 * u
        draw_fitted(painter, QRectF(x, 14 * u, room, 24 * u), self._line, 16 * u, 600, theme.ink2)
        draw_fitted(painter, QRectF(x, 40 * u, room, 30 * u), self._name, 21 * u, 700, theme.ink)
        painter.end()


class RoundControl(FocusButton):
    """A round button with its key shown under it; `name` is what a screen reader says."""

    def __init__(self, look: Look, name: str, icon: str, key: str, *, main: bool = False) -> None:
        super().__init__(look, "")
        self._icon = icon
        self._key = key
        self._main = main
        self._u = 1.0
        self.set_name(name)

    @property
    def radius(self) -> float:
        """Half the disc's width in px: 38 u for the big one, 28 u for the others."""
        return (38 if self._main else 28) * self._u

    def set_unit(self, u: float) -> None:
        """Use that layout unit from now on; the disc never falls under 44 px."""
        self._u = max(u, 22.5 / (38 if self._main else 28))
        self.resize(self.sizeHint())
        self.update()

    def set_name(self, name: str) -> None:
        """Be called that from now on."""
        if name != self.accessibleName():
            self.setAccessibleName(name)
            self.setToolTip(name)

    def set_icon(self, icon: str) -> None:
        """Show that icon from now on."""
        if icon != self._icon:
            self._icon = icon
            self.update()

    def set_key(self, key: str) -> None:
        """Show that key under the disc from now on."""
        if key != self._key:
            self._key = key
            self.update()

    def sizeHint(self) -> QSize:
        side = round(2 * self.radius + 10)
        return QSize(max(side, round(96 * self._u)), side + round(30 * self._u))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme, r = smooth(QPainter(self)), self._look.theme, self.radius
        disc = QRectF(self.width() / 2 - r, 5, 2 * r, 2 * r)
        quiet = faded(theme.surface, 1.0 if self.underMouse() else 0.85)
        main = theme.primary_hover if self.underMouse() else theme.primary
        rounded(painter, disc, r, main if self._main else quiet)
        ink = theme.on_primary if self._main else theme.ink
        size = r * 1.05
        spot = QRectF(disc.center().x() - size / 2, disc.center().y() - size / 2, size, size)
        draw_icon(painter, self._icon, spot, ink)
        if self.shows_ring:
            focus_ring(painter, disc, r, theme)
        self._paint_key(painter, disc.bottom() + 7 * self._u)
        painter.end()

    def _paint_key(self, painter: QPainter, top: float) -> None:
        theme, height = self._look.theme, 21 * self._u
        px = 14 * self._u
        width = 24 * self._u if self._key in ("left", "right") else key_cap_width(self._key, px)
        box = QRectF((self.width() - width) / 2, top, width, height)
        rounded(painter, box, 5 * self._u, theme.surface, theme.line2, 1.2)
        if self._key in ("left", "right"):
            mark = QRectF(box.center().x() - 7 * self._u, box.center().y() - 7 * self._u, 0, 0)
            mark.setSize(QRectF(0, 0, 14 * self._u, 14 * self._u).size())
            draw_icon(painter, self._key, mark, theme.ink2, 2.4)
            return
        painter.setFont(font(max(11.0, px), 600))
        painter.setPen(QColor(theme.ink2))
        painter.drawText(box, CENTRE, self._key)


def control_names() -> dict[str, str]:
    """The names of the controls, by what they do."""
    return {
        "pause": QCoreApplication.translate("Player", "Pause"),
        "resume": QCoreApplication.translate("Player", "Go on"),
        "count": QCoreApplication.translate("Player", "Count one"),
        "back": QCoreApplication.translate("Player", "Back"),
        "skip": QCoreApplication.translate("Player", "Skip"),
        "hurts": QCoreApplication.translate("Player", "It hurts"),
        "next": QCoreApplication.translate("Player", "Next"),
        "last": QCoreApplication.translate("Player", "End of the session"),
        "space": QCoreApplication.translate("Player", "Space", "the key"),
    }
