"""Settings: each choice in a row of its own; what is chosen holds and is saved at once."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QTimer
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from kneecoach.domain.history import JournalError
from kneecoach.domain.plan import Pace
from kneecoach.domain.settings import Distance, PainfulSide, Settings, ThemeChoice
from kneecoach.ui.choices import Choices
from kneecoach.ui.kit.buttons import SoftButton
from kneecoach.ui.kit.card import Card
from kneecoach.ui.kit.choice import Segmented, Switch
from kneecoach.ui.kit.labels import Heading, TextLabel
from kneecoach.ui.kit.page import ScrollPage
from kneecoach.ui.kit.pill import Icon
from kneecoach.ui.look import Look
from kneecoach.ui.services import Services
from kneecoach.ui.words import translate

_SECTION_WIDTH = 248
_TRY_OUT = ("up", "hold", "down", "zero")  # cues, one after the other
_TRY_OUT_MS = 700


class Line(QWidget):
    """A hairline between two rows."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setFixedHeight(1)
        look.changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self._look.theme.line))
        painter.end()


class SettingsPage(ScrollPage):
    """The person's choices."""

    def __init__(self, services: Services, look: Look, choices: Choices) -> None:
        super().__init__(look, translate("SettingsPage", "Settings"))
        self._services = services
        self._choices = choices
        self._heads: list[QWidget] = []
        self._lines: list[QHBoxLayout] = []
        settings = choices.settings
        self.side = self._side_switch(settings)
        self.pace = self._pace_switch(settings)
        self.distance = self._distance_switch(settings)
        self.theme = self._theme_switch(settings)
        self.sound = Switch(look, self.tr("Sounds"), on=settings.sound)
        self.calm = Switch(look, self.tr("Calm pictures"), on=settings.reduced_motion)
        self.try_out = SoftButton(look, self.tr("Play a sound"), icon="sound", px=16, height=44)
        self._cues: list[str] = []
        self._timer = QTimer(self)
        self._timer.setInterval(_TRY_OUT_MS)
        self._failure = self._failure_card()
        self._fill()
        self._connect()
        self.arrange(False)

    def arrange(self, compact: bool) -> None:
        """The section's name above its rows in narrow windows, beside them otherwise."""
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        for line in self._lines:
            line.setDirection(down if compact else across)
            line.setSpacing(4 if compact else 24)
        for head in self._heads:
            head.setFixedWidth(_SECTION_WIDTH)
            edge = 4 if compact else 22
            head.setContentsMargins(0, edge, 0, 0)

    def refresh(self) -> None:
        """Show the settings in force."""
        settings = self._choices.settings
        self.side.set_value(settings.side.value if settings.side_chosen else None)
        self.pace.set_value(settings.pace.value)
        self.distance.set_value(settings.distance.value)
        self.theme.set_value(settings.theme.value)
        self.sound.setChecked(settings.sound)
        self.calm.setChecked(settings.reduced_motion)

    def show_failure(self, error: JournalError) -> None:
        """Say that the last change could not be saved."""
        texts = self._services.content.texts
        words = self.tr("The change holds until you close the window. {reason}")
        reason = texts.message(error.code, **error.fields)
        self._failure_words.setText(words.format(reason=reason))
        self._failure.show()

    def _connect(self) -> None:
        change = self._choices.change
        self.side.chosen.connect(lambda v: change(side=PainfulSide(v), side_chosen=True))
        self.pace.chosen.connect(lambda value: change(pace=Pace(value)))
        self.distance.chosen.connect(lambda value: change(distance=Distance(value)))
        self.theme.chosen.connect(lambda value: change(theme=ThemeChoice(value)))
        self.sound.toggled.connect(lambda on: change(sound=on))
        self.calm.toggled.connect(lambda on: change(reduced_motion=on))
        self.try_out.clicked.connect(self._try_sound)
        self._timer.timeout.connect(self._next_cue)
        self._choices.changed.connect(self._changed)
        self._choices.failed.connect(self.show_failure)

    def _changed(self, _settings: Settings) -> None:
        self._failure.hide()
        self.refresh()

    def _try_sound(self) -> None:
        """Play the cues of one repetition, also while sounds are switched off."""
        self._services.cues.set_enabled(True)
        self._cues = list(_TRY_OUT)
        self._next_cue()
        self._timer.start()

    def _next_cue(self) -> None:
        if self._cues:
            self._services.cues.play(self._cues.pop(0))
            return
        self._timer.stop()
        self._services.cues.set_enabled(self._choices.settings.sound)

    def _fill(self) -> None:
        self.body.addWidget(self._failure)
        self._section(
            "knee",
            self.tr("Your knee"),
            [
                (
                    self.tr("Painful side"),
                    self.tr("The leg the exercises are for."),
                    self.side,
                )
            ],
        )
        self._section(
            "today",
            self.tr("Session"),
            [
                (
                    self.tr("Counting"),
                    self.tr("Guided: the program sets the pace. Own pace: you count with Space."),
                    self.pace,
                ),
                (
                    self.tr("Distance"),
                    self.tr("How far away you read the screen. The digits grow with it."),
                    self.distance,
                ),
            ],
        )
        self._section(
            "sound",
            self.tr("Sound"),
            [
                (
                    self.tr("Sounds"),
                    self.tr("A tone at each change and at zero. Key M in a session."),
                    self.sound,
                ),
                (
                    self.tr("Can you hear it?"),
                    self.tr("Plays the tones of one repetition."),
                    self.try_out,
                ),
            ],
        )
        self._section(
            "eye",
            self.tr("Look"),
            [
                (
                    self.tr("Colours"),
                    self.tr("Follows your desktop, unless you choose."),
                    self.theme,
                ),
                (
                    self.tr("Calm pictures"),
                    self.tr("Still poses that fade, instead of movement."),
                    self.calm,
                ),
            ],
        )
        self.body.addStretch(1)

    def _section(self, icon: str, name: str, rows: Sequence[tuple[str, str, QWidget]]) -> None:
        line = QHBoxLayout()
        self._lines.append(line)
        head = QWidget()
        head_row = QHBoxLayout(head)
        head_row.setContentsMargins(4, 0, 0, 0)
        head_row.setSpacing(14)
        head_row.addWidget(Icon(self.look, icon, role="primary"))
        head_row.addWidget(Heading(self.look, name, px=18), 1)
        self._heads.append(head)
        from_top = QVBoxLayout()
        from_top.addWidget(head)
        from_top.addStretch(1)
        line.addLayout(from_top)
        card = Card(self.look)
        column = card.column(8, 0)
        column.setContentsMargins(24, 8, 20, 8)
        for number, (title, words, control) in enumerate(rows):
            if number:
                column.addWidget(Line(self.look))
            column.addLayout(self._row(title, words, control))
        line.addWidget(card, 1)
        self.body.addLayout(line)

    def _row(self, title: str, words: str, control: QWidget) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(0, 10, 0, 10)
        row.setSpacing(20)
        column = QVBoxLayout()
        column.setSpacing(1)
        column.addWidget(TextLabel(self.look, title, px=17, weight=600))
        column.addWidget(TextLabel(self.look, words, px=15, role="ink2"))
        row.addLayout(column, 1)
        row.addWidget(control)
        return row

    def _failure_card(self) -> Card:
        card = Card(self.look, "sun_soft")
        row = card.row(20, 14)
        row.addWidget(Icon(self.look, "info", role="sun_ink", size=28))
        self._failure_words = TextLabel(self.look, px=16.5, weight=600, role="sun_ink")
        row.addWidget(self._failure_words, 1)
        card.hide()
        return card

    def _side_switch(self, settings: Settings) -> Segmented:
        options = [
            (PainfulSide.LEFT.value, self.tr("Left")),
            (PainfulSide.RIGHT.value, self.tr("Right")),
            (PainfulSide.BOTH.value, self.tr("Both")),
        ]
        value = settings.side.value if settings.side_chosen else None
        return Segmented(self.look, self.tr("Painful side"), options, value, px=15.5)

    def _pace_switch(self, settings: Settings) -> Segmented:
        options = [
            (Pace.GUIDED.value, self.tr("Guided")),
            (Pace.OWN.value, self.tr("Own pace")),
        ]
        return Segmented(self.look, self.tr("Counting"), options, settings.pace.value, px=15.5)

    def _distance_switch(self, settings: Settings) -> Segmented:
        options = [
            (Distance.TABLE.value, self.tr("Table")),
            (Distance.TWO_METRES.value, self.tr("2 m")),
            (Distance.THREE_METRES.value, self.tr("3 m")),
        ]
        value = settings.distance.value
        return Segmented(self.look, self.tr("Distance"), options, value, px=15.5)

    def _theme_switch(self, settings: Settings) -> Segmented:
        options = [
            (ThemeChoice.SYSTEM.value, self.tr("As desktop")),
            (ThemeChoice.LIGHT.value, self.tr("Light")),
            (ThemeChoice.DARK.value, self.tr("Dark")),
        ]
        return Segmented(self.look, self.tr("Colours"), options, settings.theme.value, px=15.5)
