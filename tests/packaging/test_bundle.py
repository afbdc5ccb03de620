"""The stand-alone program: what is in it and what is not, and that it proves itself."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import build_assets
import commands
import pytest

pytestmark = [pytest.mark.long, pytest.mark.timeout(900)]

LARGEST = 140_000_000  # bytes
UNWANTED = (
    *("libqgtk3", "libgtk", "Qml", "Quick", "VirtualKeyboard", "virtualkeyboard", "Pdf", "Network"),
    *("pytest", "_pytest", "mypy", "ruff", "hypothesis", "hatchling", "PyInstaller", "pip"),
)


@pytest.fixture(scope="session")
def bundle() -> Path:
    """The bundle of the code as it is now."""
    program = commands.BUNDLED / "kneecoach"
    trees = [commands.ROOT / name for name in ("kneecoach", "packaging")]
    changed = max(time for tree in trees for time in build_assets.tree_times(tree))
    if not program.exists() or program.stat().st_mtime_ns < changed:
        assert commands.bundle([]) == 0
    return commands.BUNDLED


def parts(bundle: Path) -> list[Path]:
    return [path.relative_to(bundle) for path in bundle.rglob("*")]


def test_nothing_of_developers_or_of_other_toolkits_is_in_it(bundle: Path) -> None:
    found = [path for path in parts(bundle) if any(word in path.name for word in UNWANTED)]
    assert found == []


def test_what_the_program_needs_is_in_it(bundle: Path) -> None:
    names = {path.name.split(".")[0] for path in parts(bundle)}
    assert {"resources", "content", "_miniaudio", "_cffi_backend", "libqxcb", "OFL-1"} <= names
    assert any(name.startswith("libffi") for name in names)


def test_it_is_small_enough(bundle: Path) -> None:
    assert 0 < commands.size_of_bundle() <= LARGEST
    assert bundle.is_dir()


def test_every_library_in_it_finds_those_it_is_linked_to(bundle: Path) -> None:
    inside = bundle / "_internal"
    environment = {**os.environ, "LD_LIBRARY_PATH": str(inside)}
    missing = {}
    for path in sorted(inside.rglob("*.so*")):
        told = subprocess.run(["ldd", path], env=environment, capture_output=True, text=True)
        lost = [line.strip() for line in told.stdout.splitlines() if "not found" in line]
        if lost:
            missing[path.name] = lost
    assert missing == {}


@pytest.mark.parametrize(
    ("words", "answer"),
    [(["--version"], "kneecoach "), (["--self-test"], ""), (["history"], "")],
)
def test_it_runs_from_an_empty_folder(
    bundle: Path, tmp_path: Path, words: list[str], answer: str
) -> None:
    environment = {
        "HOME": str(tmp_path),
        "PATH": "/usr/bin:/bin",
        "LANG": "C.UTF-8",
        "QT_QPA_PLATFORM": "offscreen",
    }
    command = [bundle / "kneecoach", *words]
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith(answer)
    assert done.stdout.strip()
