"""The question after a start: go on where a session stopped, keep what was done, or discard it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from kneecoach.domain.catalogue import Side
from kneecoach.domain.draft import Share
from kneecoach.domain.texts import Texts
from kneecoach.ui.kit.buttons import DangerButton, PrimaryButton
from kneecoach.ui.kit.card import Card
from kneecoach.ui.kit.dialog import CardDialog
from kneecoach.ui.kit.labels import TextLabel
from kneecoach.ui.kit.shapes import RING
from kneecoach.ui.kit.tile import Tile
from kneecoach.ui.look import Look
from kneecoach.ui.pictures import Picture, Pictures, Scene

translate = QCoreApplication.translate

_PICTURE = 60  # px
_ABREAST = 3  # what was done of so many exercises stands side by side


class ResumeCard(CardDialog):
    """What was done, and three answers; none is given by leaving the card.

    Without `go_on_line` the session can't go on: `sub` says why, and two answers are left.
    """

    go_on = Signal()
    keep = Signal()
    discard = Signal()

    def __init__(
        self, look: Look, host: QWidget, sub: str, go_on_line: str, kept: str, guard_ms: int
    ) -> None:
        """`go_on_line` is where it goes on, `kept` how long it was so far, in words."""
        title = translate("ResumeCard", "Go on where you stopped?")
        if not go_on_line:
            title = translate("ResumeCard", "A session was cut off")
        super().__init__(look, host, title, sub, guard_ms=guard_ms)
        self._shares = QGridLayout()
        self._shares.setSpacing(12)
        self._shares.setContentsMargins(RING, 8, RING, 0)
        self.column.addLayout(self._shares)
        note = translate(
            "ResumeCard",
            "Saved: every finished repetition and hold. The time since then is not counted.",
        )
        line = TextLabel(look, note, px=16, role="ink2")
        line.setContentsMargins(RING, 0, RING, 0)
        self.column.addWidget(line)
        self._answer_by(go_on_line, translate("ResumeCard", "{time} so far").format(time=kept))

    def show_shares(
        self, shares: tuple[Share, ...], mirrored: Side, pictures: Pictures, texts: Texts
    ) -> None:
        """Show what was done of each exercise; `mirrored` is the leg the pictures show."""
        for number, share in enumerate(shares):
            chip = self._chip(share, mirrored is Side.LEFT, pictures, texts)
            self._shares.addWidget(chip, number // _ABREAST, number % _ABREAST)
        for column in range(min(len(shares), _ABREAST)):
            self._shares.setColumnStretch(column, 1)

    def _answer_by(self, go_on_line: str, kept: str) -> None:
        look = self.look
        key = translate("ResumeCard", "Enter")
        answers = {
            Qt.Key.Key_K: (
                Tile(look, translate("ResumeCard", "Keep what I did"), kept, "K"),
                self.keep,
            ),
            Qt.Key.Key_D: (
                Tile(
                    look,
                    translate("ResumeCard", "Discard"),
                    translate("ResumeCard", "This session only"),
                    "D",
                ),
                self.discard,
            ),
        }
        row = QHBoxLayout()
        row.setSpacing(12 - 2 * RING)
        if go_on_line:
            tile = Tile(look, translate("ResumeCard", "Go on"), go_on_line, key, main=True)
            tile.clicked.connect(self.go_on)
            row.addWidget(tile, 1)
            self.mark(tile)
        for tile, signal in answers.values():
            tile.clicked.connect(signal)
            row.addWidget(tile, 1)
        self.foot.addLayout(row)
        tiles = {known: tile for known, (tile, _) in answers.items()}
        self.keys = lambda event: _click(event, tiles)

    def _chip(self, share: Share, mirrored: bool, pictures: Pictures, texts: Texts) -> Card:
        chip = Card(self.look, "sunken", radius=16)
        row = chip.row(8, 10)
        known = texts.exercises.get(share.exercise)
        if known is not None:
            size = QSize(_PICTURE, _PICTURE)
            picture = Picture(self.look, pictures, share.exercise)
            picture.setFixedSize(size)
            picture.show_scene(Scene(share.exercise, size, mirrored=mirrored))
            row.addWidget(picture)
        column = QVBoxLayout()
        column.setSpacing(2)
        unknown = translate("ResumeCard", "Exercise of a newer version")
        name = known.short if known is not None else unknown
        column.addStretch(1)
        column.addWidget(TextLabel(self.look, name, px=16, weight=700))
        weight = 600 if share.done else 500
        column.addWidget(
            TextLabel(self.look, share_words(share), px=15, weight=weight, role="ink2")
        )
        column.addStretch(1)
        row.addLayout(column, 1)
        return chip


class DiscardCard(CardDialog):
    """Asks once more: what is discarded does not come back."""

    discard = Signal()
    back = Signal()

    def __init__(self, look: Look, host: QWidget, kept: str, guard_ms: int) -> None:
        super().__init__(
            look,
            host,
            translate("ResumeCard", "Discard this session?"),
            translate("ResumeCard", "{time} of exercise will not be in your history.").format(
                time=kept
            ),
            width=600,
            guard_ms=guard_ms,
        )
        back = PrimaryButton(
            look, translate("ResumeCard", "Go back"), key=translate("ResumeCard", "Enter")
        )
        discard = DangerButton(look, translate("ResumeCard", "Discard"), key="D")
        back.clicked.connect(self.back)
        discard.clicked.connect(self.discard)
        self.add_buttons(back, discard)
        self.keys = lambda event: _click(event, {Qt.Key.Key_D: discard})


def share_words(share: Share) -> str:
    """What was done of an exercise: 2 of 3 holds, 14 of 30 repetitions, done, or not yet."""
    if not share.done:
        return translate("ResumeCard", "not yet")
    if share.done >= share.planned:
        return translate("ResumeCard", "done")
    words = translate("ResumeCard", "{done} of {planned} repetitions")
    if share.holds:
        words = translate("ResumeCard", "{done} of {planned} holds")
    return words.format(done=share.done, planned=share.planned)


def _click(event: QKeyEvent, buttons: dict[Qt.Key, Tile] | dict[Qt.Key, DangerButton]) -> bool:
    button = buttons.get(Qt.Key(event.key()))
    if button is None:
        return False
    button.click()
    return True
