"""The figure looks as it did when somebody last looked at it (golden.py renews the pictures)."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtGui import QImage

from kneecoach.ui.figure.colours import Theme
from tests.figure.files import book, movement
from tests.figure.golden import FEW, FOLDER, THEMES, file_of, share_that_differs, three_moments

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("name", sorted(book().movements))
def test_three_moments_look_as_they_did(name: str, theme: Theme) -> None:
    kept = QImage(str(file_of(name, theme)))
    assert not kept.isNull(), "run python -m tests.figure.golden and look at the new picture"
    assert share_that_differs(kept, three_moments(movement(name), theme)) <= FEW


def test_there_is_no_picture_of_a_movement_that_is_gone() -> None:
    wanted = {file_of(name, theme).name for name in book().movements for theme in THEMES}
    assert {path.name for path in FOLDER.glob("*.png")} == wanted


def test_a_figure_that_looks_different_is_told() -> None:
    """The control: no glow, another size, another pose."""
    one = movement("squat")
    kept = QImage(str(file_of("squat", "light")))
    still = replace(one, phases={"down": one.phases["hold"]})
    assert share_that_differs(kept, three_moments(replace(one, targets=()), "light")) > FEW
    assert share_that_differs(kept, three_moments(still, "light")) > FEW
    assert share_that_differs(kept, kept.scaled(30, 30)) == 1.0
