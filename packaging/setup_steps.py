"""The steps from a checkout to a running program; the first thing of every start, so kept quick.

When everything is in place, `prepare` reads a stamp and the times of the assets and does no more.
"""

from __future__ import annotations

import os
import sys
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

import build_assets

ROOT = Path(__file__).resolve().parents[1]
LOCKS = ROOT / "packaging" / "requirements"


class SetupError(Exception):
    """A step failed or something is missing; the text says what, and what to do."""


class Environment(NamedTuple):
    """A folder with the Python packages of one file of `packaging/requirements`."""

    folder: Path
    lock: str  # "run", "test" or "bundle"
    libraries: tuple[str, ...]  # groups of system_packages.LIBRARIES
    with_project: bool  # whether the checkout itself is installed, editable

    @property
    def python(self) -> Path:
        """The environment's interpreter, there or not yet."""
        place = ("Scripts", "python.exe") if os.name == "nt" else ("bin", "python")
        return self.folder.joinpath(*place)

    @property
    def stamp(self) -> Path:
        """File that says for which state of the checkout the environment was made."""
        return self.folder / f"ready-{self.lock}"


RUN = Environment(ROOT / ".venv", "run", ("base", "window"), with_project=True)
TEST = Environment(ROOT / ".venv", "test", ("base",), with_project=True)
EVERYTHING = ("base", "window", "wayland")
BUNDLE = Environment(ROOT / "build" / "bundle-venv", "bundle", EVERYTHING, with_project=False)


def prepare(environment: Environment) -> str:
    """Bring system, packages and resources up to date; return the interpreter to use."""
    if not is_ready(environment):
        make(environment)
    elif build_assets.is_stale(ROOT):
        build(environment)
    return str(environment.python)


def is_ready(environment: Environment) -> bool:
    """Say whether the environment is as the checkout wants it; takes about a millisecond."""
    try:
        made_for = environment.stamp.read_text()
    except OSError:
        return False
    return made_for == state() and environment.python.exists()


def state() -> str:
    """Digest of all that an environment depends on: requirements, Python, place."""
    digest = sha256(f"{sys.version}\n{ROOT}\n".encode())
    for path in (ROOT / "pyproject.toml", Path(__file__), *sorted(LOCKS.glob("*.txt"))):
        digest.update(path.read_bytes())
    return digest.hexdigest()


def make(environment: Environment) -> None:
    """Create or complete the environment; raise `SetupError` if a step fails."""
    import system_packages

    system_packages.require_libraries(environment.libraries)
    if not is_usable(environment):
        system_packages.require_venv()
        create(environment)
    lock = LOCKS / f"{environment.lock}.txt"
    say(f"Installing the Python packages that {lock.name} names, checked by their hashes")
    pip_install(environment, "--require-hashes", "-r", str(lock))
    build(environment)
    if environment.with_project:
        pip_install(environment, "--no-deps", "--no-build-isolation", "-e", str(ROOT))
    environment.stamp.write_text(state())


def build(environment: Environment) -> None:
    """Build the resources, with the programs that the environment has."""
    say("Building the resources")
    builder = str(ROOT / "packaging" / "build_assets.py")
    run([str(environment.python), builder, "--if-stale"], "The resources could not be built.")


def is_usable(environment: Environment) -> bool:
    """Say whether the folder holds an environment of this Python that can be added to."""
    import subprocess

    needs = "sys, pip" if has_ensurepip() else "sys"
    command = [str(environment.python), "-c", f"import {needs}; print(sys.version)"]
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    except OSError:
        return False
    return done.returncode == 0 and done.stdout.strip() == sys.version


def has_ensurepip() -> bool:
    """Say whether this Python can put pip into an environment; Debian's needs python3-venv."""
    from importlib.util import find_spec

    return find_spec("ensurepip") is not None


def create(environment: Environment) -> None:
    """Make the environment anew, with pip or to be filled by the pip of this Python."""
    say(f"Making {environment.folder.name}")
    without = [] if has_ensurepip() else ["--without-pip"]
    command = [sys.executable, "-m", "venv", "--clear", *without, str(environment.folder)]
    run(command, "The Python environment could not be made.")


def pip_install(environment: Environment, *arguments: str) -> None:
    """Run `pip install` for the environment."""
    python = str(environment.python)
    own, outer = [python, "-m", "pip"], [sys.executable, "-m", "pip", "--python", python]
    options = ["install", "--quiet", "--disable-pip-version-check", "--no-input"]
    command = [*(own if has_ensurepip() else outer), *options, *arguments]
    run(command, "The Python packages could not be installed.")


def run(command: list[str], sentence: str) -> None:
    """Run a command; raise `SetupError` with the sentence if it fails."""
    import subprocess

    if subprocess.run(command, check=False).returncode:
        raise SetupError(sentence + " The reason stands above.")


def say(text: str) -> None:
    """Tell on standard error what is being done, so that a command's output stays its own."""
    print(text + " …", file=sys.stderr, flush=True)


def start(arguments: list[str]) -> int:
    """Run KneeCoach, in place of this process where the system can do that."""
    # -P: a file json.py in the folder the user happens to be in must not become a module
    command = [prepare(RUN), "-P", "-m", "kneecoach", *arguments]
    if os.name != "nt":
        os.execv(command[0], command)
    import subprocess

    return subprocess.run(command, check=False).returncode
