from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.player.playing import Playing
from tests.ui.surroundings import Surroundings


@pytest.fixture
def playing(qtbot: QtBot, surroundings: Surroundings) -> Playing:
    made = Playing(surroundings)
    qtbot.addWidget(made.page)
    qtbot.waitExposed(made.page)
    return made
