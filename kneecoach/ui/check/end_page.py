"""The end of a check that closed nothing: what was ticked, and until when that holds."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent

from kneecoach.domain.check_texts import CheckTexts
from kneecoach.ui.kit.announce import announce
from kneecoach.ui.kit.buttons import PrimaryButton
from kneecoach.ui.kit.durations import GUARD_MS
from kneecoach.ui.kit.shapes import RING
from kneecoach.ui.look import Look
from kneecoach.ui.pictures import Pictures
from kneecoach.ui.stage_page import StagePage
from kneecoach.ui.words import translate


class CheckEndPage(StagePage):
    """One sentence and a day; `left` leads to Today.

    The button takes no key within `guard_ms` of being shown: the Enter that ended the check was
    not meant for it.
    """

    left = Signal()

    def __init__(
        self,
        look: Look,
        pictures: Pictures,
        texts: CheckTexts,
        sentence: str,
        valid_until: str,
        *,
        guard_ms: int = GUARD_MS,
    ) -> None:
        """`sentence` is one of `OutcomeText`; `valid_until` is a day in words, "" for none."""
        title = translate("CheckEndPage", "You have answered the check")
        super().__init__(look, pictures, title, tall=False)
        self._guard_ms = guard_ms
        self._sentence = sentence
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.said = [self.heading(title, 36), self.words(sentence, px=21, weight=600)]
        if valid_until:
            valid = texts.outcome.valid.format(day=valid_until)
            self.said.append(self.words(valid, px=18, role="ink2"))
        for label in self.said:
            label.setContentsMargins(RING, 0, RING, 0)
            self.column.addWidget(label)
        self.column.addStretch(1)
        self.go = PrimaryButton(
            look,
            translate("CheckEndPage", "Go to Today"),
            key=translate("CheckEndPage", "Enter"),
        )
        self.scaled_button(self.go, px=21, height=60)
        self.go.clicked.connect(self.left)
        self.foot.add(self.go)
        self.add_help()

    def take_focus(self) -> None:
        """The button has the focus once a key can be meant for it."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        if self._guard_ms > 0:
            QTimer.singleShot(self._guard_ms, self, self._let_go)
        else:
            self._let_go()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.take_focus()
        announce(self, self._sentence)

    def _let_go(self) -> None:
        if self.isVisible():
            self.go.setFocus(Qt.FocusReason.OtherFocusReason)
