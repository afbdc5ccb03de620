"""Small marks: a word in a rounded field, an icon on a plate, an icon by itself."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from kneecoach.ui.fonts import font
from kneecoach.ui.icons import draw_icon
from kneecoach.ui.kit.shapes import rounded, smooth
from kneecoach.ui.look import Look

# What a pill says decides its ground and its ink (look-pages 0.1).
PILLS: dict[str, tuple[str, str]] = {
    "soft": ("primary_soft", "ink"),
    "study": ("rest_soft", "rest"),
    "ours": ("sun_soft", "sun_ink"),
    "lock": ("sunken", "ink2"),
    "danger": ("danger_soft", "danger_ink"),
    "primary": ("primary", "on_primary"),
    "swap": ("swap_soft", "swap"),
}


class Pill(QLabel):
    """One or two words on a rounded ground, with an icon where colour alone would tell."""

    def __init__(
        self,
        look: Look,
        text: str,
        kind: str = "soft",
        *,
        icon: str = "",
        px: float = 13.5,
        height: int = 26,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._look = look
        self._kind = kind
        self._icon = icon
        self._px = px
        self._height = height
        self.setFont(font(px, 700))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        width = QFontMetricsF(self.font()).horizontalAdvance(self.text()) + 20
        return QSize(round(width + (self._px * 1.15 + 4 if self._icon else 0)), self._height)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._look.theme
        ground, ink = (getattr(theme, role) for role in PILLS[self._kind])
        painter = smooth(QPainter(self))
        box = QRectF(self.rect())
        rounded(painter, box, self._height * 0.36, ground)
        words = box.adjusted(10, 0, -10, 0)
        if self._icon:
            size = self._px * 1.16
            spot = QRectF(8, box.center().y() - size / 2, size, size)
            draw_icon(painter, self._icon, spot, ink, 2.4)
            words.setLeft(8 + size + 4)
        painter.setFont(self.font())
        painter.setPen(ink)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self.text())
        painter.end()


class Icon(QWidget):
    """An icon in a role's colour, only to be seen: what it says stands beside it in words."""

    def __init__(
        self,
        look: Look,
        name: str,
        *,
        role: str = "ink2",
        size: int = 24,
        stroke: float = 2.0,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._name = name
        self._role = role
        self._stroke = stroke
        self.setFixedSize(size, size)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        look.changed.connect(self.update)

    def set_icon(self, name: str, role: str = "") -> None:
        """Show that icon from now on, in that role where one is given."""
        self._name = name
        self._role = role or self._role
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = smooth(QPainter(self))
        ink = getattr(self._look.theme, self._role)
        draw_icon(painter, self._name, QRectF(self.rect()), ink, self._stroke)
        painter.end()


class IconPlate(QWidget):
    """An icon on a rounded square, only to be seen; `ground` and `ink` are roles."""

    def __init__(
        self,
        look: Look,
        name: str,
        *,
        ground: str = "primary_soft",
        ink: str = "ink",
        size: int = 36,
        round_shape: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._name = name
        self._roles = (ground, ink)
        self._radius = size / 2 if round_shape else size / 3
        self.setFixedSize(size, size)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        look.changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        ground, ink = (getattr(self._look.theme, role) for role in self._roles)
        painter = smooth(QPainter(self))
        box = QRectF(self.rect())
        rounded(painter, box, self._radius, ground)
        edge = box.width() * 0.19
        draw_icon(painter, self._name, box.adjusted(edge, edge, -edge, -edge), ink, 2.4)
        painter.end()
