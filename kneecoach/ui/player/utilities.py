"""The small buttons at the upper right of the player: sound, voice, view, full screen, end."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kneecoach.domain.settings import Hearing
from kneecoach.ui.fonts import font
from kneecoach.ui.icons import draw_icon
from kneecoach.ui.kit.buttons import FocusButton
from kneecoach.ui.kit.shapes import focus_ring, key_cap_width, rounded, smooth
from kneecoach.ui.look import Look
from kneecoach.ui.player.keys import Act
from kneecoach.ui.theme import faded

translate = QCoreApplication.translate

CENTRE = Qt.AlignmentFlag.AlignCenter
HEIGHT = 44  # px


class Utility(FocusButton):
    """A small pill with an icon and its key."""

    def __init__(self, look: Look, name: str, icon: str, key: str) -> None:
        super().__init__(look, "")
        self._icon = icon
        self._key = key
        self._off = False
        self.set_name(name)

    def set_name(self, name: str) -> None:
        """What it does, for who points at it and for a screen reader."""
        self.setAccessibleName(name)
        self.setToolTip(name)

    def set_off(self, off: bool, name: str) -> None:
        """Strike the icon through and take the other name."""
        self._off = off
        self.set_name(name)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(round(46 + key_cap_width(self._key, 14)), HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme = smooth(QPainter(self)), self._look.theme
        box = QRectF(self.rect()).adjusted(4, 4, -4, -4)
        rounded(painter, box, 11, faded(theme.surface, 1.0 if self.underMouse() else 0.62))
        mark = QRectF(box.left() + 8, box.center().y() - 11, 22, 22)
        draw_icon(painter, self._icon, mark, theme.ink2)
        if self._off:
            draw_icon(painter, "x", mark, theme.danger)
        painter.setFont(font(14, 600))
        painter.setPen(QColor(theme.ink2))
        words = QRectF(mark.right() + 4, box.top(), box.right() - mark.right() - 8, box.height())
        painter.drawText(words, CENTRE, self._key)
        if self.shows_ring:
            focus_ring(painter, box, 11, theme)
        painter.end()


class Utilities(QWidget):
    """The row of them; it asks for acts and changes nothing itself."""

    acted = Signal(object)  # Act
    full_screen_wanted = Signal()

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._view = Utility(look, "", "person", "W")
        self._sound = Utility(look, "", "sound", "M")
        self._voice = Utility(look, "", "voice", "V")
        full = Utility(look, translate("Player", "Full screen"), "full", "F")
        end = Utility(look, translate("Player", "End the session"), "x", "Esc")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for button in (self._view, self._sound, self._voice, full, end):
            row.addWidget(button)
        acts = (
            (self._view, Act.VIEW),
            (self._sound, Act.SOUND),
            (self._voice, Act.VOICE),
            (end, Act.END),
        )
        for button, act in acts:
            button.clicked.connect(lambda _checked=False, act=act: self.acted.emit(act))
        full.clicked.connect(self.full_screen_wanted)
        self._view.hide()

    def show_hearing(self, hearing: Hearing) -> None:
        """Show whether sounds and voice are on."""
        sound = translate("Player", "Sound is off. Switch it on")
        voice = translate("Player", "Voice is off. Switch it on")
        if hearing.sounds:
            sound = translate("Player", "Sound is on. Switch it off")
        if hearing.voice:
            voice = translate("Player", "Voice is on. Switch it off")
        self._sound.set_off(not hearing.sounds, sound)
        self._voice.set_off(not hearing.voice, voice)

    def show_view(self, *, offered: bool, front: bool) -> None:
        """Offer the other view where there are two; `front` is the one that is shown."""
        name = translate("Player", "Show it from the front")
        if front:
            name = translate("Player", "Show it from the side")
        self._view.set_name(name)
        if self._view.isHidden() is offered:
            self._view.setVisible(offered)
            self.place(self.geometry().right() + 1, self.y())

    def place(self, right: int, top: int) -> None:
        """Stand at that right edge, as wide as the buttons are, px."""
        width = self.sizeHint().width()
        self.setGeometry(right - width, top, width, HEIGHT)
