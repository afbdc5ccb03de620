"""Settings: each choice in a row of its own; what is chosen holds and is saved at once."""

from __future__ import annotations

from PySide6.QtCore import Signal

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
from kneecoach.ui.kit.buttons import SoftButton
from kneecoach.ui.kit.card import Card
from kneecoach.ui.kit.choice import Switch
from kneecoach.ui.kit.labels import TextLabel
from kneecoach.ui.kit.page import ScrollPage
from kneecoach.ui.kit.pill import Icon
from kneecoach.ui.look import Look
from kneecoach.ui.pictures import Pictures
from kneecoach.ui.services import Services
from kneecoach.ui.settings_parts import Row, Section
from kneecoach.ui.settings_safety import CountryField, SinceField, check_words
from kneecoach.ui.settings_switches import (
    FRONT,
    SIDE,
    distance_switch,
    hair_switch,
    pace_switch,
    side_switch,
    theme_switch,
    view_switch,
    volume_switch,
)
from kneecoach.ui.sound_try_out import SoundTryOut
from kneecoach.ui.words import translate


class SettingsPage(ScrollPage):
    """The person's choices.

    `check_wanted` and `about_wanted` lead to the check of warning signs and to About this guidance.
    """

    check_wanted = Signal()
    about_wanted = Signal()

    def __init__(
        self, services: Services, look: Look, choices: Choices, pictures: Pictures
    ) -> None:
        super().__init__(look, translate("SettingsPage", "Settings"))
        self._services = services
        self._choices = choices
        self._sections: list[Section] = []
        settings = choices.settings
        self.side = side_switch(look, settings)
        self._make_safety()
        self.pace = pace_switch(look, settings)
        self.distance = distance_switch(look, settings)
        self.view = view_switch(look, settings)
        self.flash = Switch(look, self.tr("Flash at zero"), on=settings.flash)
        self.theme = theme_switch(look, settings)
        self.figure = FigureChoice(look, pictures, self.tr("The person who shows it"))
        self.figure.show_person(settings.figure, settings.hair)
        self.hair = hair_switch(look, settings)
        self.sound = Switch(look, self.tr("Sounds"), on=settings.sound)
        self.voice = Switch(look, self.tr("Voice"), on=settings.voice)
        self.volume = volume_switch(look, settings)
        self.try_out = SoundTryOut(look, services.cues, lambda: choices.settings.hearing)
        self.calm = Switch(look, self.tr("Calm pictures"), on=settings.reduced_motion)
        self._failure = self._failure_card()
        self._fill()
        self._connect()
        self.refresh()
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
        self.view.set_value(FRONT if settings.from_front else SIDE)
        self.flash.setChecked(settings.flash)
        self.theme.set_value(settings.theme.value)
        self.sound.setChecked(settings.sound)
        self.voice.setChecked(settings.voice)
        self.volume.set_value(str(int(settings.volume)))
        self.calm.setChecked(settings.reduced_motion)
        self.figure.show_person(settings.figure, settings.hair)
        self.hair.set_value(settings.hair.value)
        self.country.set_value(settings.country)
        self.since.set_value(settings.pain_since)
        self._standing.setText(check_words(self._services))

    def show_country(self) -> None:
        """Bring the country into sight, with the focus on it."""
        self.country.take_focus()
        self.scroll_box.ensureWidgetVisible(self.country)

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
        self.view.chosen.connect(lambda value: change(from_front=value == FRONT))
        self.voice.toggled.connect(lambda on: change(voice=on))
        self.volume.chosen.connect(lambda value: change(volume=Volume(int(value))))
        self.calm.toggled.connect(lambda on: change(reduced_motion=on))
        self.figure.chosen.connect(lambda figure: change(figure=figure))
        self.hair.chosen.connect(lambda value: change(hair=HairCut(value)))
        self.country.chosen.connect(lambda country: change(country=country))
        self.since.chosen.connect(lambda since: change(pain_since=since))
        self.check.clicked.connect(self.check_wanted)
        self.about.clicked.connect(self.about_wanted)
        self._choices.changed.connect(self._changed)
        self._choices.failed.connect(self.show_failure)

    def _changed(self, _settings: Settings) -> None:
        self._failure.hide()
        self.refresh()

    def _fill(self) -> None:
        self.body.addWidget(self._failure)
        self._section("knee", self.tr("Your knee"), self._knee_rows())
        self._section("shield", self.tr("Safety and numbers"), self._safety_rows())
        self._section("today", self.tr("Session"), self._session_rows())
        self._section("sound", self.tr("Sound"), self._sound_rows())
        self._section("eye", self.tr("Look"), self._look_rows())
        self._section("person", self.tr("Figure"), self._figure_rows())
        self.body.addStretch(1)

    def _knee_rows(self) -> list[Row]:
        since = self.tr("Stands in the note for the doctor. It may stay open.")
        return [
            Row(self.tr("Painful side"), self.tr("The leg the exercises are for."), self.side),
            Row(self.tr("Since when"), since, self.since),
        ]

    def _safety_rows(self) -> list[Row]:
        everywhere = self.tr("Its emergency numbers stand on Help now and on every print.")
        origin = self.tr("What it rests on, what was corrected, and who has reviewed it.")
        return [
            Row(self.tr("Country"), everywhere, self.country, wide=True),
            Row(self.tr("Warning signs"), self._standing, self.check),
            Row(self.tr("Guidance"), origin, self.about),
        ]

    def _make_safety(self) -> None:
        look, content = self.look, self._services.content
        today = self._services.clock.wall().day
        self.country = CountryField(look, self.tr("Country"), content)
        self.since = SinceField(look, self.tr("Since when"), content.texts.language, today)
        self.check = SoftButton(look, self.tr("Check for warning signs"), px=15.5, height=44)
        self.about = SoftButton(look, self.tr("About this guidance"), px=15.5, height=44)
        self._standing = TextLabel(look, px=15, role="ink2")

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
