"""The colours of both palettes: roles, walls, charts and the pain scale (look 3.1 to 3.4)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from PySide6.QtGui import QColor

from kneecoach.domain.wall import Wall


class Pattern(StrEnum):
    """What repeats a chart's colour for eyes that can't tell it apart (look 3.3)."""

    PLAIN = "plain"
    DIAGONAL = "diagonal"
    HORIZONTAL = "horizontal"
    DOTS = "dots"


@dataclass(frozen=True, slots=True)
class ChartStyle:
    """How one kind of exercise looks in a chart; `step` is the pattern's repeat in px, 0 for plain.

    The pattern is drawn in the surface colour at 55 %. `border` is a 1 px outline where the fill
    alone would be too pale, "" where none is needed.
    """

    colour: str
    pattern: Pattern = Pattern.PLAIN
    step: int = 0
    border: str = ""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Theme:
    """One palette, the same only as itself; its colours are opaque, as #RRGGBB (look 3.1)."""

    name: str
    canvas: str
    surface: str
    sunken: str
    wall: str
    floor: str
    ink: str
    ink2: str
    ink3: str
    line: str
    line2: str
    primary: str
    primary_hover: str
    on_primary: str
    primary_soft: str
    sun: str
    sun_ink: str
    sun_soft: str
    target: str
    target_ink: str
    target_soft: str
    danger: str
    danger_ink: str
    danger_soft: str
    on_danger: str
    urgent: str
    on_urgent: str
    focus: str
    rest: str
    rest_soft: str
    swap: str
    swap_soft: str
    scrim: str
    scrim_opacity: float
    lift: str
    hold: str
    lower: str
    ready: str
    tints: Mapping[Wall, tuple[str, float]]  # what a wall is mixed with, and how much of it
    charts: Mapping[str, ChartStyle]  # E1 to E6 and M, `Exercise.chart`
    pain: tuple[str, ...]  # 0 to 10

    @property
    def dark(self) -> bool:
        """True for the dark palette."""
        return self.name == "dark"

    def wall_of(self, wall: Wall, colour: str = "") -> str:
        """The wall's colour in that phase (look 3.2); `colour` is another part of the room."""
        tint, amount = self.tints.get(wall, (self.wall, 0.0))
        return mix(colour or self.wall, tint, amount)

    def phase_ink(self, wall: Wall) -> str:
        """The colour of a phase word on its own wall, 4.5:1 or better (look 3.2)."""
        inks = {Wall.LIFT: self.lift, Wall.LOWER: self.lower, Wall.HOLD: self.hold}
        inks |= {Wall.REST: self.rest, Wall.SWAP: self.swap, Wall.DONE: self.ink}
        return inks.get(wall, self.ready)

    def pain_ink(self, value: int) -> str:
        """The colour of the digit on its field of the pain scale, 0 to 10 (look 3.4)."""
        light = luminance(self.pain[value]) > (0.28 if self.dark else 0.30)
        return ("#0A171B" if self.dark else "#0F2E2E") if light else "#FFFFFF"


def mix(first: str, second: str, amount: float) -> str:
    """The colour `amount` (0 to 1) of the way from the first colour to the second, as #RRGGBB."""
    a, b = QColor(first), QColor(second)
    parts = (
        round(x + (y - x) * amount)
        for x, y in ((a.red(), b.red()), (a.green(), b.green()), (a.blue(), b.blue()))
    )
    return "#{:02X}{:02X}{:02X}".format(*parts)


def faded(colour: str, opacity: float) -> QColor:
    """The colour at that opacity, 0 to 1."""
    result = QColor(colour)
    result.setAlphaF(opacity)
    return result


def luminance(colour: str) -> float:
    """The relative luminance of WCAG 2, 0 for black to 1 for white."""

    def linear(value: float) -> float:
        return value / 12.92 if value <= 0.04045 else float(((value + 0.055) / 1.055) ** 2.4)

    c = QColor(colour)
    return 0.2126 * linear(c.redF()) + 0.7152 * linear(c.greenF()) + 0.0722 * linear(c.blueF())


def contrast(first: str, second: str) -> float:
    """The contrast ratio of WCAG 2 between two colours, 1 to 21."""
    light, dark = sorted((luminance(first), luminance(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


LIGHT = Theme(
    name="light",
    canvas="#F2F6F3",
    surface="#FFFFFF",
    sunken="#E6EEEA",
    wall="#DCE8E3",
    floor="#BFD2CB",
    ink="#0F2E2E",
    ink2="#3F5958",
    ink3="#556D6B",
    line="#CBD9D3",
    line2="#748D86",
    primary="#1F5660",
    primary_hover="#17454E",
    on_primary="#FFFFFF",
    primary_soft="#D3E5E3",
    sun="#F4B860",
    sun_ink="#6B4200",
    sun_soft="#FCEBCB",
    target="#F0562F",
    target_ink="#A63A14",
    target_soft="#FDE3D8",
    danger="#A91D2B",
    danger_ink="#8E1420",
    danger_soft="#FBE6E4",
    on_danger="#FFFFFF",
    urgent="#A91D2B",
    on_urgent="#FFFFFF",
    focus="#1B4DB1",
    rest="#2C5290",
    rest_soft="#DBE5F3",
    swap="#574088",
    swap_soft="#E7E1F1",
    scrim="#0F2E2E",
    scrim_opacity=0.50,
    lift="#1F5660",
    hold="#8F3D08",
    lower="#1F5660",
    ready="#3F5958",
    tints=MappingProxyType(
        {
            Wall.HOLD: ("#FFDAB0", 0.62),
            Wall.REST: ("#B9CEEB", 0.60),
            Wall.SWAP: ("#CDBFE6", 0.60),
            Wall.PAUSED: ("#E3E6E4", 0.75),
            Wall.DONE: ("#FFDDB8", 0.55),
        }
    ),
    charts=MappingProxyType(
        {
            "E1": ChartStyle("#137171"),
            "E2": ChartStyle("#E38D00", Pattern.DIAGONAL, 6, "#8A5600"),
            "E3": ChartStyle("#D6594B"),
            "E4": ChartStyle("#5A60A5", Pattern.HORIZONTAL, 5),
            "E5": ChartStyle("#3F93C4", Pattern.DOTS, 6),
            "E6": ChartStyle("#7E1849", Pattern.DIAGONAL, 6),
            "M": ChartStyle("#4D5A0B"),
        }
    ),
    pain=(
        *("#E3ECE8", "#F8E7DC", "#F9DCCB", "#F9CFB8", "#F8BFA2", "#F4A786"),
        *("#EC8B6A", "#DE6C51", "#C94D40", "#AE3034", "#8A1A2A"),
    ),
)

DARK = Theme(
    name="dark",
    canvas="#0E1F24",
    surface="#162B31",
    sunken="#0A171B",
    wall="#173239",
    floor="#0F2329",
    ink="#EEF5F2",
    ink2="#B4C8C4",
    ink3="#8FA7A3",
    line="#27424A",
    line2="#6A8A8C",
    primary="#7CC4C6",
    primary_hover="#98D5D6",
    on_primary="#07262B",
    primary_soft="#1D444B",
    sun="#F0B65E",
    sun_ink="#F7CF93",
    sun_soft="#3C3320",
    target="#FF6A45",
    target_ink="#FF9C80",
    target_soft="#45261D",
    danger="#FF8C88",
    danger_ink="#FFB0AC",
    danger_soft="#4A2024",
    on_danger="#3A0609",
    urgent="#97202E",
    on_urgent="#FFFFFF",
    focus="#9CC2FF",
    rest="#9DBDF0",
    rest_soft="#1E3150",
    swap="#C4B1F0",
    swap_soft="#332A4C",
    scrim="#050D10",
    scrim_opacity=0.62,
    lift="#8FD3D4",
    hold="#FFBE7A",
    lower="#8FD3D4",
    ready="#B4C8C4",
    tints=MappingProxyType(
        {
            Wall.HOLD: ("#6A3B2E", 0.52),
            Wall.REST: ("#23406E", 0.60),
            Wall.SWAP: ("#42336B", 0.60),
            Wall.PAUSED: ("#1A2426", 0.80),
            Wall.DONE: ("#6A3B2E", 0.40),
        }
    ),
    charts=MappingProxyType(
        {
            "E1": ChartStyle("#31B8BB"),
            "E2": ChartStyle("#F3BD33", Pattern.DIAGONAL, 6),
            "E3": ChartStyle("#F1634F"),
            "E4": ChartStyle("#8C7BC9", Pattern.HORIZONTAL, 5),
            "E5": ChartStyle("#BBDDFE", Pattern.DOTS, 6),
            "E6": ChartStyle("#BB6F8D", Pattern.DIAGONAL, 6),
            "M": ChartStyle("#DAF4B1"),
        }
    ),
    pain=(
        *("#24393F", "#3A3A3A", "#4C3A35", "#613B31", "#7B3F30", "#984733"),
        *("#B85440", "#D0604E", "#E27066", "#F08A84", "#FFB0AC"),
    ),
)
