"""The two cards on the road to the player: how much it hurts now, and why not."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kneecoach.domain.safety import Refusal, Refused
from kneecoach.domain.texts import Texts
from kneecoach.ui.kit.buttons import GhostButton, PlainButton, PrimaryButton
from kneecoach.ui.kit.dialog import CardDialog
from kneecoach.ui.kit.pain_scale import PainScale
from kneecoach.ui.look import Look
from kneecoach.ui.words import joined, translate


class PainCard(CardDialog):
    """Asks for the pain before the day's first session; `answered` gets it, None for "Not now"."""

    def __init__(
        self,
        look: Look,
        host: QWidget,
        answered: Callable[[int | None], None],
        *,
        guard_ms: int,
    ) -> None:
        super().__init__(
            look,
            host,
            translate("Starting", "How much does the knee hurt now?"),
            translate("Starting", "Asked once a day, before the first session."),
            guard_ms=guard_ms,
        )
        scale = PainScale(look, translate("Starting", "Pain now"))
        start = PrimaryButton(
            look,
            translate("Starting", "Start"),
            icon="play",
            key=translate("Starting", "Enter"),
            px=20,
            height=60,
        )
        skip = PlainButton(look, translate("Starting", "Not now"), height=60)
        start.setEnabled(False)
        scale.chosen.connect(lambda _value: start.setEnabled(True))
        scale.typed.connect(lambda _value: self.mark(start))
        start.clicked.connect(lambda: answered(scale.value))
        skip.clicked.connect(lambda: answered(None))
        self.keys = scale.take_key
        self.column.addSpacing(8)
        self.column.addWidget(scale)
        self.add_buttons(start, skip)
        self.mark(scale.first)


class RefusalCard(CardDialog):
    """Says why a plan is not started, and leads to what can be done about it."""

    left = Signal()
    check_wanted = Signal()
    help_wanted = Signal()

    def __init__(
        self, look: Look, host: QWidget, sentence: str, refused: Refused, *, guard_ms: int
    ) -> None:
        super().__init__(
            look,
            host,
            translate("Starting", "This cannot be started"),
            sentence,
            width=620,
            guard_ms=guard_ms,
        )
        back = PrimaryButton(look, translate("Starting", "Go back"), px=20, height=60)
        back.clicked.connect(self.left)
        self.add_buttons(back, *self._ways_on(look, refused.reason))

    def _ways_on(self, look: Look, reason: Refusal) -> list[GhostButton]:
        ways = []
        if reason.asks_check:
            check = GhostButton(look, translate("Starting", "Answer the check"), px=18, height=60)
            check.clicked.connect(self.check_wanted)
            ways.append(check)
        if reason in (Refusal.LOCKED, Refusal.CHECK_OVER):
            help_now = GhostButton(look, translate("Starting", "What to do"), px=18, height=60)
            help_now.clicked.connect(self.help_wanted)
            ways.append(help_now)
        return ways


def refusal_sentence(refused: Refused, texts: Texts) -> str:
    """Why the plan is refused, in the words of the content."""
    names = [
        texts.exercises[name].name if name in texts.exercises else name
        for name in refused.exercises
    ]
    return texts.message(f"refused_{refused.reason.value}", exercises=joined(names))
