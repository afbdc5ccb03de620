from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

from kneecoach.domain.settings import Settings, ThemeChoice
from kneecoach.store.content import load_content
from kneecoach.ui.look import Look
from kneecoach.ui.pseudo_language import PseudoTranslator
from kneecoach.ui.window import MainWindow
from tests.ui.surroundings import Surroundings

Open = Callable[..., MainWindow]


@pytest.fixture(autouse=True)
def _pictures_wait(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pictures are painted when a test asks for them: painting them all is half of an opening."""
    monkeypatch.setattr("kneecoach.ui.pictures._FIRST_MS", 600_000)


@pytest.fixture
def open_window(surroundings: Surroundings, qapp: QApplication) -> Iterator[Open]:
    """Opens the window on the surroundings, still and without the guard of cards."""
    windows: list[MainWindow] = []

    def opened(settings: Settings | None = None, size: tuple[int, int] = (1280, 800)) -> MainWindow:
        services = surroundings.services
        if settings is not None:
            services = replace(services, settings=settings)
        look = Look(ThemeChoice.LIGHT, calm=True)
        window = MainWindow(services, look, guard_ms=0)
        window.resize(*size)
        window.show()
        window.activateWindow()
        window.complete()
        qapp.processEvents()
        windows.append(window)
        return window

    yield opened
    for window in windows:
        window.leave()
        window.deleteLater()
    qapp.processEvents()


@pytest.fixture
def window(open_window: Open) -> MainWindow:
    return open_window()


@pytest.fixture
def pseudo(surroundings: Surroundings) -> Iterator[None]:
    """The pseudo-language over everything, content included."""
    translator = PseudoTranslator()
    QCoreApplication.installTranslator(translator)
    surroundings.services = replace(surroundings.services, content=load_content("pseudo"))
    yield
    QCoreApplication.removeTranslator(translator)
