"""Wheel, source distribution and editable install, each used from an empty folder."""

from __future__ import annotations

import os
import subprocess
import sys
import tarfile
from pathlib import Path

import pytest

pytestmark = [pytest.mark.long, pytest.mark.timeout(600)]

ROOT = Path(__file__).resolve().parents[2]
READ = """
import kneecoach
from PySide6.QtCore import QFile
from kneecoach.store.content import load_content
from kneecoach.ui.resources import register
register()
assert load_content().catalogue.exercises
assert QFile.exists(":/sounds/tick.wav") and QFile.exists(":/i18n/kneecoach_en.qm")
print(kneecoach.__file__)
"""


def python(*words: str | Path, cwd: Path, site: Path | None = None) -> str:
    """Run this Python in a folder, with packages of `site` before all others; what it printed."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    environment.pop("PYTHONPATH", None)
    if site is not None:
        environment["PYTHONPATH"] = str(site)
    command = [sys.executable, "-P", *map(str, words)]
    done = subprocess.run(command, cwd=cwd, env=environment, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def use(cwd: Path, site: Path | None) -> Path:
    """Read everything, ask for the version, run the self-test; where the package lies."""
    assert python("-m", "kneecoach", "--version", cwd=cwd, site=site).startswith("kneecoach ")
    assert python("-m", "kneecoach", "--self-test", cwd=cwd, site=site).strip()
    return Path(python("-c", READ, cwd=cwd, site=site).strip())


@pytest.fixture(scope="session")
def source_archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("sdist")
    python("-m", "hatchling", "build", "-t", "sdist", "-d", folder, cwd=ROOT)
    return next(folder.glob("*.tar.gz"))


def install(source: Path, folder: Path) -> Path:
    """Build a wheel from a folder or archive and unpack it; the folder to import it from."""
    pip = ("-m", "pip", "--disable-pip-version-check", "--quiet")
    wheels, site = folder / "wheels", folder / "site"
    python(*pip, "wheel", "--no-deps", "--no-build-isolation", "-w", wheels, source, cwd=folder)
    wheel = next(wheels.glob("kneecoach-*.whl"))
    python(*pip, "install", "--no-deps", "--target", site, wheel, cwd=folder)
    return site


def test_a_wheel_is_whole(tmp_path: Path) -> None:
    site = install(ROOT, tmp_path)
    (tmp_path / "empty").mkdir()
    assert use(tmp_path / "empty", site).is_relative_to(site)
    licences = {path.name for path in site.glob("kneecoach-*.dist-info/licenses/**/*")}
    assert {"LICENSE", "OFL-1.1.txt", "CC-BY-4.0.txt"} <= licences


def test_a_source_distribution_holds_sources_only_and_builds_the_same(
    source_archive: Path, tmp_path: Path
) -> None:
    with tarfile.open(source_archive) as archive:
        names = {Path(*Path(name).parts[1:]).as_posix() for name in archive.getnames()}
    assert {"run.py", "resources.qrc", "assets/sounds/tick.wav", "LICENSE"} <= names
    assert not {"kneecoach/resources.rcc", "kneecoach/content.json"} & names
    site = install(source_archive, tmp_path)
    (tmp_path / "empty").mkdir()
    assert use(tmp_path / "empty", site).is_relative_to(site)


def test_the_editable_install_of_run_py_reads_the_checkout(tmp_path: Path) -> None:
    assert use(tmp_path, None) == ROOT / "kneecoach" / "__init__.py"
