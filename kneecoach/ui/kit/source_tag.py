"""What something rests on: a tag that opens its source (look-pages 0.1)."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy

from kneecoach.domain.pillar_texts import SourceKind
from kneecoach.ui.kit.buttons import LEAST, FocusButton
from kneecoach.ui.kit.card import see_through
from kneecoach.ui.kit.labels import TextLabel
from kneecoach.ui.kit.pill import Pill
from kneecoach.ui.kit.shapes import RING, focus_ring, smooth
from kneecoach.ui.look import Look
from kneecoach.ui.words import translate

_HEIGHT = 26  # px of the tag inside its target
_PILLS = {
    SourceKind.ARTICLE: ("soft", "doc"),
    SourceKind.STUDY: ("study", "book"),
    SourceKind.OURS: ("ours", "gear"),
}


class SourceTag(FocusButton):
    """Word, icon and colour of a source; pressed, `line` tells it, and pressed again no more.

    Whoever uses the tag puts `line` under the words that rest on the source.
    """

    def __init__(self, look: Look, kind: SourceKind, source: Sequence[str]) -> None:
        """`source` are the sentences told."""
        words = _words(kind)
        super().__init__(look, words)
        told = " ".join(source)
        self.line = TextLabel(look, told, px=14.5, role="ink2")
        self.line.hide()
        pill, icon = _PILLS[kind]
        self._pill = Pill(look, words, pill, icon=icon, height=_HEIGHT, parent=self)
        see_through(self._pill)
        self.setCheckable(True)
        self.setToolTip(told)
        self.setAccessibleName(translate("SourceTag", "Source: {kind}").format(kind=words))
        self.setAccessibleDescription(told)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.toggled.connect(self.line.setVisible)

    def sizeHint(self) -> QSize:
        width = max(LEAST, self._pill.sizeHint().width())
        return QSize(width + 2 * RING, LEAST + 2 * RING)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        size = self._pill.sizeHint()
        left, top = (self.width() - size.width()) // 2, (self.height() - size.height()) // 2
        self._pill.setGeometry(left, top, size.width(), size.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self.shows_ring:
            painter = smooth(QPainter(self))
            box = QRectF(self._pill.geometry())
            focus_ring(painter, box, _HEIGHT * 0.36, self._look.theme)
            painter.end()


def _words(kind: SourceKind) -> str:
    return {
        SourceKind.ARTICLE: translate("SourceTag", "Article"),
        SourceKind.STUDY: translate("SourceTag", "Study"),
        SourceKind.OURS: translate("SourceTag", "Our default"),
    }[kind]
