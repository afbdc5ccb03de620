"""Colours of the drawing, light and dark (look 3.5), and what becomes of them (look 9.5)."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace

from PySide6.QtGui import QColor

from kneecoach.ui.theme import Theme, mix

_PALER = 0.45  # what is left of the saturation of all that is not lit
_SKIN = ("skin", "skin_edge")  # stays as it is


@dataclass(frozen=True, slots=True)
class AnatomyColours:
    """One palette of the drawing, each as #RRGGBB."""

    skin: str
    skin_edge: str
    bone: str
    bone_shade: str
    bone_line: str
    muscle: str
    muscle_dark: str
    fibre: str
    tendon: str
    tendon_line: str
    artery: str
    vein: str
    nerve: str
    nerve_line: str
    cyst: str
    cyst_line: str
    cartilage: str
    cartilage_line: str
    capsule: str


LIGHT = AnatomyColours(
    skin="#F1D8C6",
    skin_edge="#DDB79C",
    bone="#FBF4E4",
    bone_shade="#E0CDA8",
    bone_line="#A88C5E",
    muscle="#D98B79",
    muscle_dark="#B9614F",
    fibre="#F3C6B8",
    tendon="#F5EBDB",
    tendon_line="#D8C6A9",
    artery="#C8323A",
    vein="#3F6FC0",
    nerve="#E9B93C",
    nerve_line="#B5851A",
    cyst="#8FC7D8",
    cyst_line="#3E8AA3",
    cartilage="#CFE6EA",
    cartilage_line="#7FB3BF",
    capsule="#8FA9C9",
)
DARK = AnatomyColours(
    skin="#3B3433",
    skin_edge="#5C4A44",
    bone="#D9CDB6",
    bone_shade="#A99A7D",
    bone_line="#7B6D54",
    muscle="#B96A5A",
    muscle_dark="#7F3F35",
    fibre="#DFA392",
    tendon="#DDD0B8",
    tendon_line="#A5967B",
    artery="#E0535A",
    vein="#6F9BE6",
    nerve="#F0C659",
    nerve_line="#8A6A1C",
    cyst="#7FC0D4",
    cyst_line="#B8E4F0",
    cartilage="#A9CDD4",
    cartilage_line="#6DA3AF",
    capsule="#8FA9C9",
)


def colours_of(theme: Theme) -> AnatomyColours:
    """The drawing's palette that goes with a theme."""
    return DARK if theme.dark else LIGHT


def cooled(colours: AnatomyColours) -> AnatomyColours:
    """The palette of everything that is not lit: 55 % less saturation, but for the skin."""
    names = [field.name for field in fields(colours) if field.name not in _SKIN]
    return replace(colours, **{name: _paler(getattr(colours, name)) for name in names})


def heated(theme: Theme) -> AnatomyColours:
    """The palette of what is lit: coral, but vessels, nerves and the cyst keep their colours."""
    target = theme.target
    return replace(
        colours_of(theme),
        bone=target,
        bone_shade=mix(target, "#5A1505", 0.30),
        bone_line=mix(target, "#5A1505", 0.50),
        muscle=mix(target, "#C0452A", 0.42) if theme.dark else target,
        muscle_dark=mix(target, "#5A1505", 0.35),
        fibre="#FFD9C9",
        tendon="#FFE6DB",
        tendon_line=mix("#FFE6DB", target, 0.45),
        cartilage=target,
        cartilage_line=mix(target, "#5A1505", 0.50),
        capsule=target,
    )


def _paler(colour: str) -> str:
    full = QColor(colour)
    hue, saturation = max(0.0, full.hslHueF()), full.hslSaturationF() * _PALER
    return QColor.fromHslF(hue, saturation, full.lightnessF()).name()
