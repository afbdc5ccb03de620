"""Text in a role's colour."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from kneecoach.ui.fonts import font
from kneecoach.ui.look import Look

HEAVIEST, APART = 800, 5.0  # digits of the heaviest weight run into each other without so many %


class TextLabel(QLabel):
    """Plain text that wraps, grows with its words and follows the palette.

    `px` and `weight` are those of `fonts.font`; `role` names a colour of the theme. With `wrap`
    off the text stays on one line and is never shortened.
    """

    def __init__(
        self,
        look: Look,
        text: str = "",
        *,
        px: float = 16,
        weight: int = 500,
        role: str = "ink",
        wrap: bool = True,
        tabular: bool = False,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._look = look
        self._role = role
        self._weight = weight
        self._tabular = tabular
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setForegroundRole(QPalette.ColorRole.WindowText)  # on a button as well
        self.setWordWrap(wrap)
        self.setAlignment(align | Qt.AlignmentFlag.AlignVCenter)
        if wrap:
            policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
            policy.setHeightForWidth(True)
            self.setSizePolicy(policy)
        self.set_px(px)
        self._colour()
        look.changed.connect(self._colour)

    def set_px(self, px: float) -> None:
        """Use that pixel size from now on."""
        tracking = -1.0 if px >= 28 else 0.0  # look 3.6
        if self._tabular and self._weight == HEAVIEST:
            tracking = APART
        self.setFont(font(px, self._weight, tabular=self._tabular, tracking=tracking))

    def set_role(self, role: str) -> None:
        """Use that colour role from now on."""
        self._role = role
        self._colour()

    def _colour(self) -> None:
        palette = QPalette(self.palette())
        palette.setColor(
            QPalette.ColorRole.WindowText, QColor(getattr(self._look.theme, self._role))
        )
        self.setPalette(palette)


class Heading(TextLabel):
    """A bold title: 19 px on cards, 28 on panels, 40 on pages (look 3.6)."""

    def __init__(
        self,
        look: Look,
        text: str = "",
        *,
        px: float = 19,
        role: str = "ink",
        wrap: bool = True,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            look, text, px=px, weight=700, role=role, wrap=wrap, align=align, parent=parent
        )


class LineLabel(TextLabel):
    """Text that wants one line and wraps only where there is no room for it."""

    def sizeHint(self) -> QSize:
        margins = self.contentsMargins()
        width = self.fontMetrics().horizontalAdvance(self.text()) + 2
        width += margins.left() + margins.right()
        return QSize(width, self.heightForWidth(width))
