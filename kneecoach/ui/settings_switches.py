"""The switches of Settings that have a few choices in a row."""

from __future__ import annotations

from kneecoach.domain.plan import Pace
from kneecoach.domain.settings import (
    Distance,
    HairCut,
    PainfulSide,
    Settings,
    ThemeChoice,
    Volume,
)
from kneecoach.ui.kit.choice import Segmented
from kneecoach.ui.look import Look
from kneecoach.ui.words import translate

FRONT, SIDE = "front", "side"  # the values of the view


def side_switch(look: Look, settings: Settings) -> Segmented:
    """The leg that hurts; nothing is taken until it was chosen."""
    options = [
        (PainfulSide.LEFT.value, translate("SettingsPage", "Left")),
        (PainfulSide.RIGHT.value, translate("SettingsPage", "Right")),
        (PainfulSide.BOTH.value, translate("SettingsPage", "Both")),
    ]
    value = settings.side.value if settings.side_chosen else None
    return Segmented(look, translate("SettingsPage", "Painful side"), options, value, px=15.5)


def pace_switch(look: Look, settings: Settings) -> Segmented:
    """Who counts."""
    options = [
        (Pace.GUIDED.value, translate("SettingsPage", "Guided")),
        (Pace.OWN.value, translate("SettingsPage", "Own pace")),
    ]
    return Segmented(
        look, translate("SettingsPage", "Counting"), options, settings.pace.value, px=15.5
    )


def distance_switch(look: Look, settings: Settings) -> Segmented:
    """How far away the screen is read."""
    options = [
        (Distance.TABLE.value, translate("SettingsPage", "Table")),
        (Distance.TWO_METRES.value, translate("SettingsPage", "2 m")),
        (Distance.THREE_METRES.value, translate("SettingsPage", "3 m")),
        (Distance.FOUR_METRES.value, translate("SettingsPage", "4 m")),
    ]
    value = settings.distance.value
    return Segmented(look, translate("SettingsPage", "Distance"), options, value, px=15.5)


def view_switch(look: Look, settings: Settings) -> Segmented:
    """From where standing on one leg is shown."""
    options = [
        (FRONT, translate("SettingsPage", "From the front")),
        (SIDE, translate("SettingsPage", "From the side")),
    ]
    value = FRONT if settings.from_front else SIDE
    return Segmented(
        look, translate("SettingsPage", "Standing on one leg"), options, value, px=15.5
    )


def volume_switch(look: Look, settings: Settings) -> Segmented:
    """How loud sounds and voice are, in percent."""
    options = [(str(int(step)), str(int(step))) for step in Volume]
    value = str(int(settings.volume))
    return Segmented(look, translate("SettingsPage", "Volume"), options, value, px=15.5)


def theme_switch(look: Look, settings: Settings) -> Segmented:
    """Light, dark or as the desktop."""
    options = [
        (ThemeChoice.SYSTEM.value, translate("SettingsPage", "As desktop")),
        (ThemeChoice.LIGHT.value, translate("SettingsPage", "Light")),
        (ThemeChoice.DARK.value, translate("SettingsPage", "Dark")),
    ]
    return Segmented(
        look, translate("SettingsPage", "Colours"), options, settings.theme.value, px=15.5
    )


def hair_switch(look: Look, settings: Settings) -> Segmented:
    """The hair of the person who shows it."""
    options = [
        (HairCut.CROP.value, translate("SettingsPage", "Cropped")),
        (HairCut.BUN.value, translate("SettingsPage", "Bun")),
    ]
    return Segmented(look, translate("SettingsPage", "Hair"), options, settings.hair.value, px=15.5)
