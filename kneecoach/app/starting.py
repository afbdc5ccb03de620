"""What every start of Qt needs: the application, its resources, typeface and language."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale, Qt, QTranslator
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from kneecoach import __version__
from kneecoach.clock import Clock
from kneecoach.domain.content import Content
from kneecoach.domain.history import Journal
from kneecoach.domain.settings import Hearing, Settings
from kneecoach.store.settings import save_settings
from kneecoach.ui import fonts, resources
from kneecoach.ui.kept_checks import KeptChecks
from kneecoach.ui.services import CuePlayer, Services

if TYPE_CHECKING:
    from kneecoach.domain.check import Check
    from kneecoach.domain.speech import Utterance
    from kneecoach.ui.awake import Awake
    from kneecoach.ui.sound import Cues


@dataclass(frozen=True, slots=True)
class Started:
    """The application and what has to live as long as it."""

    application: QApplication
    translators: tuple[QTranslator, ...]


def start_qt(language: str, weights: Iterable[int] = fonts.WEIGHTS) -> Started:
    """The one application, with resources, these weights of the typeface and the language."""
    application = QApplication.instance()
    if not isinstance(application, QApplication):
        QGuiApplication.setHighDpiScaleFactorRoundingPolicy(
            Qt.HighDpiScaleFactorRoundingPolicy.PassThrough
        )
        application = QApplication(sys.argv[:1])
    application.setApplicationName("kneecoach")
    application.setApplicationDisplayName("KneeCoach")
    application.setApplicationVersion(__version__)
    application.setDesktopFileName("kneecoach")
    resources.register()
    fonts.load(fonts.resource_paths(weights))
    application.setFont(fonts.font(16))
    return Started(application, _translators(language))


def _translators(language: str) -> tuple[QTranslator, ...]:
    """English has its plurals in a translation of its own; the pseudo language lies over it."""
    plurals = QTranslator()
    plurals.load(QLocale(QLocale.Language.English), "kneecoach", "_", ":/i18n")
    translators: tuple[QTranslator, ...] = (plurals,)
    if language == "pseudo":
        from kneecoach.ui.pseudo_language import PseudoTranslator

        translators = (plurals, PseudoTranslator())
    for translator in translators:
        QCoreApplication.installTranslator(translator)
    return translators


class Silence:
    """Cues for where nobody listens."""

    silent = False  # nothing is missed

    def begin(self) -> None:
        """Nothing to look for."""

    def stand_by(self, on: bool) -> None:
        """Nothing to keep running."""

    def play(self, name: str) -> None:
        """Play nothing."""

    def say(self, utterance: Utterance) -> None:
        """Say nothing."""

    def hush(self) -> None:
        """Nothing is being said."""

    def tune(self, hearing: Hearing) -> None:
        """Nothing to tune."""


class LateCues:
    """Cues that load what makes sound with the first session, off the way to the first paint."""

    def __init__(self, hearing: Hearing) -> None:
        self._cues: Cues | None = None
        self._hearing = hearing

    @property
    def silent(self) -> bool:
        """True while nothing can be heard although something should be."""
        return self._cues is not None and self._cues.silent

    def begin(self) -> None:
        """Look anew for a sound device that was missing."""
        if self._cues is not None:
            self._cues.begin()

    def stand_by(self, on: bool) -> None:
        """Keep the device running, or let it sleep when idle."""
        if self._cues is not None or on:
            self._loaded().stand_by(on)

    def play(self, name: str) -> None:
        """Play the cue of that name now."""
        self._loaded().play(name)

    def say(self, utterance: Utterance) -> None:
        """Say that instead of what is being said."""
        self._loaded().say(utterance)

    def hush(self) -> None:
        """Say no more of what is being said."""
        if self._cues is not None:
            self._cues.hush()

    def tune(self, hearing: Hearing) -> None:
        """Let that be heard from now on."""
        self._hearing = hearing
        if self._cues is not None:
            self._cues.tune(hearing)

    def close(self) -> None:
        """Let the sound device go."""
        if self._cues is not None:
            self._cues.close()

    def _loaded(self) -> Cues:
        if self._cues is None:
            from kneecoach.ui.sound import Cues

            self._cues = Cues(self._hearing)
        return self._cues


class LateAwake:
    """Keeps the screen awake; what that takes is loaded with the first session."""

    def __init__(self) -> None:
        self._awake: Awake | None = None

    def keep(self, wanted: bool) -> None:
        """Keep the screen awake, or let it sleep."""
        if self._awake is None:
            from kneecoach.ui.awake import Awake

            self._awake = Awake()
        self._awake.keep(wanted)


def _require_words(content: Content, check: Check) -> None:
    from kneecoach.domain.check_words import require_worded  # read with the rules

    require_worded(content.texts, check)


def services_for(
    folder: Path,
    content: Content,
    journal: Journal,
    clock: Clock,
    settings: Settings,
    cues: CuePlayer,
    *,
    read_only: bool = False,
) -> Services:
    """The window's surroundings on a data folder."""
    return Services(
        content=content,
        journal=journal,
        clock=clock,
        cues=cues,
        settings=settings,
        save_settings=lambda changed: save_settings(folder, changed),
        read_only=read_only,
        checks=KeptChecks(content.check, journal, clock, partial(_require_words, content)),
    )
