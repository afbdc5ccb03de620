from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.player.playing import Playing
from tests.ui.surroundings import Surroundings


@pytest.fixture
def playing(qtbot: QtBot, surroundings: Surroundings) -> Iterator[Playing]:
    made = Playing(surroundings)
    qtbot.addWidget(made.page)
    qtbot.waitExposed(made.page)
    yield made
    made.page.leave_clock()
