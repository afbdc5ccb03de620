"""What every test stands on: no screen, and content and resources that are up to date."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from kneecoach.clock import HandClock
from kneecoach.domain.content import Content

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
ROOT = Path(__file__).resolve().parents[1]
# A busy computer is no fault of the program: how long an example takes is not judged.
settings.register_profile("patient", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("patient")


def pytest_configure(config: pytest.Config) -> None:
    """Compile what was edited since, as every start from a checkout does.

    Once: not in the processes the tests are spread over.
    """
    if hasattr(config, "workerinput"):
        return
    sys.path.insert(0, str(ROOT / "packaging"))
    import build_assets

    if build_assets.is_stale():
        build_assets.build()
    sys.path.remove(str(ROOT / "packaging"))


@pytest.fixture
def clock() -> HandClock:
    return HandClock()


@pytest.fixture(scope="session")
def content() -> Content:
    from kneecoach.store.content import load_content

    return load_content()
