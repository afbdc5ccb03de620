"""Which palette is on, how the drawn person looks, and whether things may move."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from kneecoach.domain.settings import FigureLook, HairCut, ThemeChoice
from kneecoach.ui.theme import DARK, LIGHT, Theme

_ROLES: tuple[tuple[QPalette.ColorRole, str], ...] = (
    (QPalette.ColorRole.Window, "canvas"),
    (QPalette.ColorRole.WindowText, "ink"),
    (QPalette.ColorRole.Base, "surface"),
    (QPalette.ColorRole.AlternateBase, "sunken"),
    (QPalette.ColorRole.Text, "ink"),
    (QPalette.ColorRole.Button, "primary_soft"),
    (QPalette.ColorRole.ButtonText, "ink"),
    (QPalette.ColorRole.BrightText, "on_danger"),
    (QPalette.ColorRole.Highlight, "primary"),
    (QPalette.ColorRole.HighlightedText, "on_primary"),
    (QPalette.ColorRole.Accent, "primary"),
    (QPalette.ColorRole.Link, "primary"),
    (QPalette.ColorRole.LinkVisited, "primary"),
    (QPalette.ColorRole.PlaceholderText, "ink3"),
    (QPalette.ColorRole.ToolTipBase, "surface"),
    (QPalette.ColorRole.ToolTipText, "ink"),
    (QPalette.ColorRole.Light, "surface"),
    (QPalette.ColorRole.Midlight, "sunken"),
    (QPalette.ColorRole.Mid, "line"),
    (QPalette.ColorRole.Dark, "line2"),
    (QPalette.ColorRole.Shadow, "ink3"),
)


Style = tuple[str, FigureLook, HairCut]


def palette_of(theme: Theme) -> QPalette:
    """The Qt palette of a theme, for the few parts that Qt paints by itself."""
    result = QPalette()
    for role, name in _ROLES:
        result.setColor(role, QColor(getattr(theme, name)))
    grey = QColor(theme.ink3)
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        result.setColor(QPalette.ColorGroup.Disabled, role, grey)
    return result


class Look(QObject):
    """The palette, the person and the motion in force; `changed` says that one is another now."""

    changed = Signal()

    def __init__(
        self,
        choice: ThemeChoice = ThemeChoice.SYSTEM,
        *,
        calm: bool = False,
        figure: FigureLook = FigureLook.BROWN,
        hair: HairCut = HairCut.CROP,
    ) -> None:
        """Take the palette of that choice and that person; `calm` asks for reduced motion."""
        super().__init__()
        self._choice = choice
        self._calm = calm
        self._desktop_calm = False
        self.figure = figure
        self.hair = hair
        self.theme: Theme = self._wanted()
        self._apply()
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._renew)

    @property
    def dark(self) -> bool:
        """True while the dark palette is on."""
        return self.theme.dark

    @property
    def style(self) -> Style:
        """What the colours of a picture with the person depend on."""
        return self.theme.name, self.figure, self.hair

    @property
    def reduced_motion(self) -> bool:
        """True when the person or the system asks for less motion (look 12)."""
        return self._calm or self._desktop_calm or _system_is_calm()

    def follow(self, choice: ThemeChoice) -> None:
        """Use that palette, or the system's and every later change of it; own choice wins."""
        self._choice = choice
        self._renew()

    def set_calm(self, calm: bool) -> None:
        """Ask for reduced motion, or leave it to the system."""
        if calm != self._calm:
            self._calm = calm
            self.changed.emit()

    def listen(self) -> None:
        """Ask the desktop whether it wants less motion, and follow it from now on."""
        from kneecoach.ui.motion_wish import MotionWish  # the window is there without it

        wish = MotionWish(self)
        wish.wished.connect(self._take_wish)
        wish.ask()

    def _take_wish(self, calm: bool) -> None:
        if calm != self._desktop_calm:
            self._desktop_calm = calm
            self.changed.emit()

    def set_figure(self, figure: FigureLook, hair: HairCut) -> None:
        """Draw the person with that skin and hair, and that hair cut."""
        if (figure, hair) != (self.figure, self.hair):
            self.figure, self.hair = figure, hair
            self.changed.emit()

    def _wanted(self) -> Theme:
        if self._choice is not ThemeChoice.SYSTEM:
            return DARK if self._choice is ThemeChoice.DARK else LIGHT
        scheme = QGuiApplication.styleHints().colorScheme()
        return DARK if scheme is Qt.ColorScheme.Dark else LIGHT

    def _renew(self) -> None:
        wanted = self._wanted()
        if wanted is not self.theme:
            self.theme = wanted
            self._apply()
            self.changed.emit()

    def _apply(self) -> None:
        QApplication.setPalette(palette_of(self.theme))


def _system_is_calm() -> bool:
    """True when the system asks for reduced motion; Qt tells it from 6.12 on."""
    ask = getattr(QGuiApplication.styleHints().accessibility(), "motionPreference", None)
    return ask is not None and getattr(ask(), "name", "") == "ReducedMotion"
