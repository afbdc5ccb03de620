"""The person's choices while the window is open: one place that holds, tells and saves them."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from typing import TypedDict, Unpack

from PySide6.QtCore import QObject, Signal

from kneecoach.domain.history import JournalError
from kneecoach.domain.plan import Pace
from kneecoach.domain.settings import (
    Distance,
    FigureLook,
    HairCut,
    PainfulSide,
    Settings,
    ThemeChoice,
    Volume,
)


class Fields(TypedDict, total=False):
    """The settings that can be changed, each by its name."""

    side: PainfulSide
    side_chosen: bool
    theme: ThemeChoice
    sound: bool
    voice: bool
    volume: Volume
    distance: Distance
    flash: bool
    from_front: bool
    pace: Pace
    reduced_motion: bool
    figure: FigureLook
    hair: HairCut
    country: str
    pain_since: str
    started: bool


class Choices(QObject):
    """The settings in force.

    `changed` carries them after each change; `failed` carries the `JournalError` of a change that
    could not be written and therefore holds only until the window closes.
    """

    changed = Signal(object)
    failed = Signal(object)

    def __init__(self, settings: Settings, save: Callable[[Settings], None]) -> None:
        super().__init__()
        self._settings = settings
        self._save = save

    @property
    def settings(self) -> Settings:
        """The settings as they are now."""
        return self._settings

    def keep_hint(self, hint: str) -> None:
        """Keep a new hint for the first paint of the next start; that is no choice to be told."""
        if hint != self._settings.check_hint:
            self._settings = replace(self._settings, check_hint=hint)
            with suppress(JournalError):  # the next start reads the rules first then
                self._save(self._settings)

    def change(self, **fields: Unpack[Fields]) -> None:
        """Take over those fields, save all settings at once and tell; nothing new does nothing."""
        wanted = replace(self._settings, **fields)
        if wanted == self._settings:
            return
        self._settings = wanted
        self.changed.emit(wanted)
        try:
            self._save(wanted)
        except JournalError as error:
            self.failed.emit(error)
