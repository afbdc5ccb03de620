"""The choices a person makes and their defaults."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum, StrEnum
from typing import NamedTuple

from kneecoach.domain.catalogue import Side
from kneecoach.domain.plan import Pace


class PainfulSide(StrEnum):
    """The knee that hurts."""

    LEFT = "left"
    RIGHT = "right"
    BOTH = "both"

    @property
    def sides(self) -> tuple[Side, ...]:
        """The legs to train one after the other, the left first."""
        if self is PainfulSide.BOTH:
            return (Side.LEFT, Side.RIGHT)
        return (Side(self.value),)


class ThemeChoice(StrEnum):
    """Light, dark, or as the system says."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Distance(StrEnum):
    """How far away the screen is read; sets the digits' least height (look 6.5)."""

    TABLE = "table"
    TWO_METRES = "2m"
    THREE_METRES = "3m"
    FOUR_METRES = "4m"

    @property
    def digit_mm(self) -> int:
        """The least height of the big digits in millimetres: 15, 20, 25 or 33 (look 4).

        From 2 m on that is 28 arc minutes or more; 20 are needed.
        """
        return {"table": 15, "2m": 20, "3m": 25, "4m": 33}[self.value]


class Volume(IntEnum):
    """How loud sounds and voice are, in percent of the loudest; their switches are what is off."""

    QUIET = 20
    LOW = 40
    MIDDLE = 60
    HIGH = 80
    FULL = 100


class Hearing(NamedTuple):
    """What of the player is to be heard, and how loud."""

    sounds: bool
    voice: bool
    volume: Volume


class FigureLook(StrEnum):
    """How the drawn person looks: skin and hair (look 3.5)."""

    DEEP = "deep"
    BROWN = "brown"
    TAN = "tan"
    FAIR = "fair"
    SILVER = "silver"


class HairCut(StrEnum):
    """The hair of the drawn person: cropped or in a bun (look 3.5)."""

    CROP = "crop"
    BUN = "bun"


@dataclass(frozen=True, slots=True)
class Settings:
    """All choices; a missing or damaged settings file means these defaults."""

    side: PainfulSide = PainfulSide.LEFT
    side_chosen: bool = False  # False until the person has said which knee hurts
    theme: ThemeChoice = ThemeChoice.SYSTEM
    sound: bool = True
    voice: bool = True
    volume: Volume = Volume.HIGH
    flash: bool = False  # the wall brightens at zero also while it can be heard
    from_front: bool = True  # the player shows standing on one leg from the front
    distance: Distance = Distance.THREE_METRES
    pace: Pace = Pace.GUIDED
    reduced_motion: bool = False
    figure: FigureLook = FigureLook.BROWN
    hair: HairCut = HairCut.CROP
    country: str = ""  # two letters of the emergency numbers' table, "" while not chosen
    pain_since: str = ""  # "2026-10", or "" while not told
    check_hint: str = ""  # `check_hint.hint_of`, for the first paint; nobody chooses it
    started: bool = False  # True once the person has said that they read what this is, and are 18

    @property
    def hearing(self) -> Hearing:
        """What of the player is to be heard."""
        return Hearing(self.sound, self.voice, self.volume)
