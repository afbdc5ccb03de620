"""Settings: each choice in a row of its own; what is chosen holds and is saved at once."""

from __future__ import annotations

from kneecoach.domain.history import JournalError
from kneecoach.domain.plan import Pace
from kneecoach.domain.settings import (
    Distance,
    HairCut,
    PainfulSide,
    Settings,
    ThemeChoice,
    Volume,
)
from kneecoach.ui.choices import Choices
from kneecoach.ui.figure_choice import FigureChoice
from kneecoach.ui.kit.card import Card
from kneecoach.ui.kit.choice import Segmented, Switch
from kneecoach.ui.kit.labels import TextLabel
from kneecoach.ui.kit.page import ScrollPage
from kneecoach.ui.kit.pill import Icon
from kneecoach.ui.look import Look
from kneecoach.ui.pictures import Pictures
from kneecoach.ui.services import Services
from kneecoach.ui.settings_parts import Row, Section
from kneecoach.ui.sound_try_out import SoundTryOut
from kneecoach.ui.words import translate

_FRONT, _SIDE = "front", "side"


class SettingsPage(ScrollPage):
    """The person's choices."""

    def __init__(
        self, services: Services, look: Look, choices: Choices, pictures: Pictures
    ) -> None:
        super().__init__(look, translate("SettingsPage", "Settings"))
        self._services = services
        self._choices = choices
        self._sections: list[Section] = []
        settings = choices.settings
        self.side = self._side_switch(settings)
        self.pace = self._pace_switch(settings)
        self.distance = self._distance_switch(settings)
        self.view = self._view_switch(settings)
        self.flash = Switch(look, self.tr("Flash at zero"), on=settings.flash)
        self.theme = self._theme_switch(settings)
        self.figure = FigureChoice(look, pictures, self.tr("The person who shows it"))
        self.figure.show_person(settings.figure, settings.hair)
        self.hair = self._hair_switch(settings)
        self.sound = Switch(look, self.tr("Sounds"), on=settings.sound)
        self.voice = Switch(look, self.tr("Voice"), on=settings.voice)
        self.volume = self._volume_switch(settings)
        self.try_out = SoundTryOut(look, services.cues, lambda: choices.settings.hearing)
        self.calm = Switch(look, self.tr("Calm pictures"), on=settings.reduced_motion)
        self._failure = self._failure_card()
        self._fill()
        self._connect()
        self.arrange(False)

    def arrange(self, compact: bool) -> None:
        """The section's name above its rows in narrow windows, beside them otherwise."""
        for section in self._sections:
            section.set_compact(compact)

    def refresh(self) -> None:
        """Show the settings in force."""
        settings = self._choices.settings
        self.side.set_value(settings.side.value if settings.side_chosen else None)
        self.pace.set_value(settings.pace.value)
        self.distance.set_value(settings.distance.value)
        self.view.set_value(_FRONT if settings.from_front else _SIDE)
        self.flash.setChecked(settings.flash)
        self.theme.set_value(settings.theme.value)
        self.sound.setChecked(settings.sound)
        self.voice.setChecked(settings.voice)
        self.volume.set_value(str(int(settings.volume)))
        self.calm.setChecked(settings.reduced_motion)
        self.figure.show_person(settings.figure, settings.hair)
        self.hair.set_value(settings.hair.value)

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
        self.flash.toggled.connect(lambda on: change(flash=on))
        self.view.chosen.connect(lambda value: change(from_front=value == _FRONT))
        self.voice.toggled.connect(lambda on: change(voice=on))
        self.volume.chosen.connect(lambda value: change(volume=Volume(int(value))))
        self.calm.toggled.connect(lambda on: change(reduced_motion=on))
        self.figure.chosen.connect(lambda figure: change(figure=figure))
        self.hair.chosen.connect(lambda value: change(hair=HairCut(value)))
        self._choices.changed.connect(self._changed)
        self._choices.failed.connect(self.show_failure)

    def _changed(self, _settings: Settings) -> None:
        self._failure.hide()
        self.refresh()

    def _fill(self) -> None:
        self.body.addWidget(self._failure)
        self._section("knee", self.tr("Your knee"), self._knee_rows())
        self._section("today", self.tr("Session"), self._session_rows())
        self._section("sound", self.tr("Sound"), self._sound_rows())
        self._section("eye", self.tr("Look"), self._look_rows())
        self._section("person", self.tr("Figure"), self._figure_rows())
        self.body.addStretch(1)

    def _knee_rows(self) -> list[Row]:
        return [Row(self.tr("Painful side"), self.tr("The leg the exercises are for."), self.side)]

    def _session_rows(self) -> list[Row]:
        guided = self.tr("Guided: the program sets the pace. Own pace: you count with Space.")
        far = self.tr("How far away you read the screen. The digits grow with it.")
        side = self.tr("How the session shows it. Key W in a session.")
        return [
            Row(self.tr("Counting"), guided, self.pace),
            Row(self.tr("Distance"), far, self.distance),
            Row(self.tr("Standing on one leg"), side, self.view),
        ]

    def _sound_rows(self) -> list[Row]:
        played = self.tr("Plays one repetition, as loud as in a session.")
        tones = self.tr("A tone at each change and at zero. Key M in a session.")
        words = self.tr("Says what comes and counts, in English. Key V in a session.")
        loud = self.tr("Of the sounds and the voice, in percent.")
        bright = self.tr("The wall brightens when a hold ends; without sound it always does.")
        return [
            Row(self.tr("Can you hear it?"), played, self.try_out, wide=True),
            Row(self.tr("Sounds"), tones, self.sound),
            Row(self.tr("Voice"), words, self.voice),
            Row(self.tr("Volume"), loud, self.volume),
            Row(self.tr("Flash at zero"), bright, self.flash),
        ]

    def _look_rows(self) -> list[Row]:
        desktop = self.tr("Follows your desktop, unless you choose.")
        still = self.tr("Still poses that fade, instead of movement.")
        return [
            Row(self.tr("Colours"), desktop, self.theme),
            Row(self.tr("Calm pictures"), still, self.calm),
        ]

    def _figure_rows(self) -> list[Row]:
        every = self.tr("Every mix of skin, hair and cut is possible.")
        short = self.tr("Cropped, or tied in a bun.")
        return [
            Row(self.tr("The person who shows it"), every, self.figure, wide=True),
            Row(self.tr("Hair"), short, self.hair),
        ]

    def _section(self, icon: str, name: str, rows: list[Row]) -> None:
        section = Section(self.look, icon, name, rows)
        self._sections.append(section)
        self.body.addWidget(section)

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
            (Distance.FOUR_METRES.value, self.tr("4 m")),
        ]
        value = settings.distance.value
        return Segmented(self.look, self.tr("Distance"), options, value, px=15.5)

    def _view_switch(self, settings: Settings) -> Segmented:
        options = [(_FRONT, self.tr("From the front")), (_SIDE, self.tr("From the side"))]
        value = _FRONT if settings.from_front else _SIDE
        return Segmented(self.look, self.tr("Standing on one leg"), options, value, px=15.5)

    def _volume_switch(self, settings: Settings) -> Segmented:
        options = [(str(int(step)), str(int(step))) for step in Volume]
        value = str(int(settings.volume))
        return Segmented(self.look, self.tr("Volume"), options, value, px=15.5)

    def _theme_switch(self, settings: Settings) -> Segmented:
        options = [
            (ThemeChoice.SYSTEM.value, self.tr("As desktop")),
            (ThemeChoice.LIGHT.value, self.tr("Light")),
            (ThemeChoice.DARK.value, self.tr("Dark")),
        ]
        return Segmented(self.look, self.tr("Colours"), options, settings.theme.value, px=15.5)

    def _hair_switch(self, settings: Settings) -> Segmented:
        options = [
            (HairCut.CROP.value, self.tr("Cropped")),
            (HairCut.BUN.value, self.tr("Bun")),
        ]
        return Segmented(self.look, self.tr("Hair"), options, settings.hair.value, px=15.5)
