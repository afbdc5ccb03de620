"""Both palettes: contrast, walls and what Qt is told."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication

from kneecoach.domain.settings import ThemeChoice
from kneecoach.domain.view import Wall
from kneecoach.ui.look import Look
from kneecoach.ui.theme import DARK, LIGHT, Theme, contrast, mix

THEMES = [LIGHT, DARK]
both = pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)

# Ink on ground, as the pages use them.
TEXT = [
    *(("ink", ground) for ground in ("canvas", "surface", "sunken", "wall", "floor")),
    *(("ink2", ground) for ground in ("canvas", "surface", "sunken", "wall", "floor")),
    *(("ink3", ground) for ground in ("canvas", "surface", "sunken")),
    ("ink", "primary_soft"),
    ("primary", "surface"),
    ("primary", "canvas"),
    ("on_primary", "primary"),
    ("on_primary", "primary_hover"),
    ("sun_ink", "sun_soft"),
    ("danger_ink", "danger_soft"),
    ("danger_ink", "canvas"),
    ("danger_ink", "surface"),
    ("danger_ink", "sunken"),
    ("on_danger", "danger"),
    ("on_urgent", "urgent"),
    ("urgent", "on_urgent"),
    ("rest", "rest_soft"),
    ("swap", "swap_soft"),
    ("target_ink", "surface"),
    ("canvas", "ink"),
]
# What is no text but has to be seen: borders of controls and the focus ring.
SHAPES = [("line2", "surface"), ("line2", "canvas"), ("focus", "canvas"), ("focus", "surface")]


@both
@pytest.mark.parametrize(("ink", "ground"), TEXT)
def test_text_has_a_contrast_of_4_5(theme: Theme, ink: str, ground: str) -> None:
    assert contrast(getattr(theme, ink), getattr(theme, ground)) >= 4.5


@both
@pytest.mark.parametrize(("shape", "ground"), SHAPES)
def test_borders_and_the_focus_ring_have_a_contrast_of_3(
    theme: Theme, shape: str, ground: str
) -> None:
    assert contrast(getattr(theme, shape), getattr(theme, ground)) >= 3


@both
@pytest.mark.parametrize("wall", Wall)
def test_the_phase_word_and_the_digits_stand_out_on_their_wall(theme: Theme, wall: Wall) -> None:
    ground = theme.wall_of(wall)
    assert contrast(theme.phase_ink(wall), ground) >= 4.5
    assert contrast(theme.ink, ground) >= 4.5


@both
@pytest.mark.parametrize("value", range(11))
def test_the_big_digits_of_the_pain_scale_have_a_contrast_of_3(theme: Theme, value: int) -> None:
    assert contrast(theme.pain_ink(value), theme.pain[value]) >= 3


@both
def test_the_pain_scale_reads_in_grey(theme: Theme) -> None:
    greys = [contrast(colour, theme.pain[0]) for colour in theme.pain]
    assert greys == sorted(greys)


def test_the_walls_are_those_of_the_look() -> None:
    assert LIGHT.wall_of(Wall.HOLD) == "#F2DFC3"
    assert LIGHT.wall_of(Wall.REST) == "#C7D8E8"
    assert DARK.wall_of(Wall.SWAP) == "#313357"
    assert LIGHT.wall_of(Wall.LIFT) == LIGHT.wall


def test_the_smallest_contrast_is_known_to_the_measure() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#777777") == 1
    assert contrast("#767676", "#FFFFFF") >= 4.5 > contrast("#777777", "#FFFFFF")


def test_a_mix_has_its_ends() -> None:
    assert mix("#102030", "#FFFFFF", 0) == "#102030"
    assert mix("#102030", "#FFFFFF", 1) == "#FFFFFF"


@pytest.mark.usefixtures("qapp")
def test_the_program_owns_both_palettes() -> None:
    look = Look(ThemeChoice.LIGHT)
    assert QApplication.palette().color(QPalette.ColorRole.Window).name().upper() == LIGHT.canvas
    changes: list[Theme] = []
    look.changed.connect(lambda: changes.append(look.theme))
    look.follow(ThemeChoice.DARK)
    look.follow(ThemeChoice.DARK)
    assert changes == [DARK]
    assert look.dark
    assert QApplication.palette().color(QPalette.ColorRole.Window).name().upper() == DARK.canvas


@pytest.mark.usefixtures("qapp")
def test_less_motion_is_told_once() -> None:
    look = Look(ThemeChoice.LIGHT)
    told: list[bool] = []
    look.changed.connect(lambda: told.append(look.reduced_motion))
    look.set_calm(True)
    look.set_calm(True)
    assert told == [True]
