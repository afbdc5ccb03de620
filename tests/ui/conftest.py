from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from kneecoach.clock import HandClock
from kneecoach.domain.content import Content
from kneecoach.ui import fonts, resources
from tests.ui.surroundings import Surroundings


@pytest.fixture(scope="session", autouse=True)
def _resources(qapp: QApplication) -> None:  # noqa: ARG001  the application has to be there
    """Every picture and letter comes from the compiled resources, as in the program."""
    resources.register()
    assert fonts.load(fonts.resource_paths())


@pytest.fixture
def surroundings(tmp_path: Path, clock: HandClock, content: Content) -> Iterator[Surroundings]:
    made = Surroundings(tmp_path, clock, content)
    yield made
    made.journal.close()
