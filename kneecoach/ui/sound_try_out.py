"""Trying out what a session sounds like, and what to do when nothing was heard (look-pages 9)."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kneecoach.domain.settings import Hearing
from kneecoach.domain.speech import Kind, Utterance
from kneecoach.ui.kit.announce import announce
from kneecoach.ui.kit.buttons import GhostButton, SoftButton
from kneecoach.ui.kit.labels import TextLabel
from kneecoach.ui.look import Look
from kneecoach.ui.services import CuePlayer

translate = QCoreApplication.translate

# Cues with what is said to them, one after the other: a repetition.
_REPETITION = (
    ("up", "phase-lift"),
    ("hold", "phase-hold"),
    ("down", "phase-lower"),
    ("zero", "number-1"),
)
_STEP_MS = 1_000


class SoundTryOut(QWidget):
    """Plays a repetition, also while sounds are off, and asks whether it was heard.

    `answered` carries the answer.
    """

    answered = Signal(bool)

    def __init__(self, look: Look, cues: CuePlayer, hearing: Callable[[], Hearing]) -> None:
        """`hearing` tells what the person has chosen, which holds again afterwards."""
        super().__init__()
        self._cues = cues
        self._hearing = hearing
        self._left: list[tuple[str, str]] = []
        self._timer = QTimer(self)
        self._timer.setInterval(_STEP_MS)
        self._timer.timeout.connect(self._next)
        words = translate("SoundTryOut", "Play a sound")
        self.play = SoftButton(look, words, icon="sound", px=16, height=44)
        question = translate("SoundTryOut", "Did you hear it?")
        self.question = TextLabel(look, question, px=16, weight=600, wrap=False)
        self.yes = GhostButton(look, translate("SoundTryOut", "Yes"), px=16, height=44)
        self.no = GhostButton(look, translate("SoundTryOut", "No"), px=16, height=44)
        self.advice = TextLabel(look, "", px=15, role="ink2")
        self._lay_out()
        self.play.clicked.connect(self.start)
        self.yes.clicked.connect(lambda: self._answer(True))
        self.no.clicked.connect(lambda: self._answer(False))

    def start(self) -> None:
        """Look for a device once more and play."""
        self._cues.begin()
        self._cues.tune(Hearing(sounds=True, voice=True, volume=self._hearing().volume))
        self._left = list(_REPETITION)
        self._ask(False)
        self.advice.hide()
        self._next()
        self._timer.start()

    def _next(self) -> None:
        if self._left:
            cue, clip = self._left.pop(0)
            self._cues.say(Utterance(Kind.WORD, (clip,)))
            self._cues.play(cue)
            return
        self._timer.stop()
        self._ask(True)
        if self._cues.silent:
            self._tell(self._no_device())
        self._cues.tune(self._hearing())

    def _ask(self, asks: bool) -> None:
        for widget in (self.question, self.yes, self.no):
            widget.setVisible(asks)
        if asks:
            announce(self, self.question.text())

    def _answer(self, heard: bool) -> None:
        """Say what follows from the answer."""
        had_focus = self.yes.hasFocus() or self.no.hasFocus()
        if had_focus:
            self.play.setFocus()
        self._ask(False)
        if heard:
            self._tell(translate("SoundTryOut", "Good. A session sounds just as loud."))
        elif self.advice.isHidden():
            self._tell(self._what_to_do())
        self.answered.emit(heard)

    def _tell(self, words: str) -> None:
        self.advice.setText(words)
        self.advice.show()
        announce(self, words)

    def _what_to_do(self) -> str:
        return translate(
            "SoundTryOut",
            "Turn up the computer's own volume, choose the loudspeaker or headphones in its sound"
            " settings, then play the sound again. Without sound a session works too: everything"
            " is shown as well.",
        )

    def _no_device(self) -> str:
        return translate(
            "SoundTryOut",
            "No sound device answers. Plug in or switch on a loudspeaker or headphones, then play"
            " the sound again. Without sound a session works too: everything is shown as well.",
        )

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for widgets in ((self.play,), (self.question, self.yes, self.no)):
            row = QHBoxLayout()
            row.setSpacing(12)
            for widget in widgets:
                row.addWidget(widget)
            row.addStretch(1)
            column.addLayout(row)
        column.addWidget(self.advice)
        for hidden in (self.question, self.yes, self.no, self.advice):
            hidden.hide()
