"""Colours of the figure and the room, light and dark, and how people may look (look 3.5)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from PySide6.QtGui import QColor

Theme = Literal["light", "dark"]
Look = Literal["deep", "brown", "tan", "fair", "silver"]
HairCut = Literal["crop", "bun"]
Part = Literal["skin", "hair", "shirt", "shorts", "shoe", "sole"]


@dataclass(frozen=True, slots=True)
class Tone:
    """A colour and the one of its form shadow."""

    base: QColor
    shade: QColor


@dataclass(frozen=True, slots=True)
class FigureColours:
    """Colours of the person as "#RRGGBB"; the second of each pair is the form shadow.

    Far limbs are mixed towards `far` by `far_amount` (0 to 1).
    """

    skin: tuple[str, str]
    hair: tuple[str, str]
    shirt: tuple[str, str]
    shorts: tuple[str, str]
    shoe: tuple[str, str]
    sole: tuple[str, str]
    glow: str
    fibre: str
    halo: str
    far: str
    far_amount: float
    cut: HairCut = "crop"

    def tone(self, part: Part, far: bool = False) -> Tone:
        """Colour and form shadow of a part, in shade for the limbs on the far side."""
        base, shade = getattr(self, part)
        if not far:
            return Tone(QColor(base), QColor(shade))
        middle = mixed(base, shade, 0.35)
        return Tone(
            mixed(middle, self.far, self.far_amount),
            mixed(shade, self.far, self.far_amount + 0.10),
        )


@dataclass(frozen=True, slots=True)
class RoomColours:
    """Colours of the room and the things in it as "#RRGGBB"; alphas 0 to 1.

    In pairs: wall above and below, floor behind and in front, and each thing with its edge.
    `lamp` says that the light is a lamp's pool instead of a window's patch.
    """

    wall: tuple[str, str]
    floor: tuple[str, str]
    skirting: str
    light: str
    light_alpha: float
    lamp: bool
    mat: tuple[str, str]
    wood: tuple[str, str]
    cushion: tuple[str, str]
    roller: tuple[str, str]
    pillow: tuple[str, str]
    wall_end: tuple[str, str]
    shadow: str
    shadow_alpha: float
    guide: str


@dataclass(frozen=True, slots=True)
class StageColours:
    """Everything a picture of the figure in its room is coloured with."""

    figure: FigureColours
    room: RoomColours


@dataclass(frozen=True, slots=True)
class Tint:
    """How a phase colours the wall: towards `colour` ("#RRGGBB") by `amount` 0 to 1 (look 3.2)."""

    colour: str
    amount: float


LIGHT_FIGURE = FigureColours(
    skin=("#CE9570", "#B47A57"),
    hair=("#3B2B2A", "#291C1D"),
    shirt=("#F4B860", "#D99A42"),
    shorts=("#1F5660", "#15424B"),
    shoe=("#FBFAF6", "#D3D8D4"),
    sole=("#1F5660", "#15424B"),
    glow="#F0562F",
    fibre="#FFDCCB",
    halo="#FF9A6B",
    far="#5C4A4A",
    far_amount=0.26,
)
DARK_FIGURE = FigureColours(
    skin=("#C98F6D", "#A56F51"),
    hair=("#7A5B50", "#5E453D"),
    shirt=("#EDB15C", "#C08A3C"),
    shorts=("#4B939A", "#35777E"),
    shoe=("#F1F0EA", "#B7BDBA"),
    sole=("#4B939A", "#35777E"),
    glow="#FF6A45",
    fibre="#FFE3D6",
    halo="#FF8A5C",
    far="#101A20",
    far_amount=0.38,
)
LIGHT_ROOM = RoomColours(
    wall=("#DCE8E3", "#D2E1DB"),
    floor=("#BFD2CB", "#B3C8C0"),
    skirting="#EDF3F0",
    light="#FFF3D2",
    light_alpha=0.72,
    lamp=False,
    mat=("#8E7FA8", "#76688F"),
    wood=("#C98F58", "#A9733F"),
    cushion=("#6C8FC7", "#4F70A6"),
    roller=("#7C9BD2", "#587BB8"),
    pillow=("#F3EFE6", "#D8D3C6"),
    wall_end=("#BBD0C8", "#9DB8AE"),
    shadow="#173F47",
    shadow_alpha=0.16,
    guide="#1F5660",
)
DARK_ROOM = RoomColours(
    wall=("#173239", "#132B32"),
    floor=("#0F2329", "#0C1D22"),
    skirting="#1F3E46",
    light="#F08A66",
    light_alpha=0.22,
    lamp=True,
    mat=("#5B5078", "#483F60"),
    wood=("#9A6B42", "#7A5230"),
    cushion=("#5577B0", "#415E8E"),
    roller=("#6484BD", "#4A6799"),
    pillow=("#C9C6BE", "#A5A29B"),
    wall_end=("#2A505B", "#1B3740"),
    shadow="#000000",
    shadow_alpha=0.35,
    guide="#9CD3D3",
)

# Skin and hair of each look; "brown" is what the palettes above have.
LOOKS: dict[Look, tuple[tuple[str, str], tuple[str, str]]] = {
    "deep": (("#8A5A42", "#6E4532"), ("#231A1B", "#171112")),
    "tan": (("#DDAE86", "#C28F66"), ("#4A352B", "#382720")),
    "fair": (("#F0C9AC", "#D7A787"), ("#8A5A34", "#6F4627")),
    "silver": (("#E6BB9A", "#C99A78"), ("#C9CCCB", "#A9AEAD")),
}


def stage_colours(theme: Theme, look: Look = "brown", cut: HairCut = "crop") -> StageColours:
    """The colours of figure and room for a theme, with the person's look and hair cut."""
    figure = replace(LIGHT_FIGURE if theme == "light" else DARK_FIGURE, cut=cut)
    if look in LOOKS:
        skin, hair = LOOKS[look]
        figure = replace(figure, skin=skin, hair=hair)
    return StageColours(figure, LIGHT_ROOM if theme == "light" else DARK_ROOM)


def mixed(one: str | QColor, other: str | QColor, share: float) -> QColor:
    """The colour a share 0 to 1 of the way from one to the other, in sRGB steps."""
    a, b = QColor(one), QColor(other)
    return QColor(
        int(a.red() + (b.red() - a.red()) * share),
        int(a.green() + (b.green() - a.green()) * share),
        int(a.blue() + (b.blue() - a.blue()) * share),
    )


def faded(colour: str | QColor, alpha: float) -> QColor:
    """The colour with an alpha 0 to 1."""
    clear = QColor(colour)
    clear.setAlphaF(min(1.0, max(0.0, alpha)))
    return clear
