from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, QTranslator


@pytest.fixture(autouse=True)
def _plurals(_resources: None) -> Iterator[None]:
    """English as the program speaks it: 1 session, 2 sessions."""
    plurals = QTranslator()
    assert plurals.load(QLocale(QLocale.Language.English), "kneecoach", "_", ":/i18n")
    QCoreApplication.installTranslator(plurals)
    yield
    QCoreApplication.removeTranslator(plurals)
