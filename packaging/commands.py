"""The commands of run.py other than starting the program."""

from __future__ import annotations

import argparse
import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable
from time import monotonic

import system_packages
from setup_steps import BUNDLE, ROOT, RUN, TEST, is_ready, prepare, run, say

LINT_IMPORTS = "from importlinter.cli import lint_imports_command as lint; lint()"
SPREAD = ("-n", "auto", "--maxprocesses", "4", "--dist", "worksteal")
BUNDLED = ROOT / "dist" / "kneecoach"


def test(arguments: list[str]) -> int:
    """Check and test everything, all of it also after a failure; 1 if anything failed."""
    chosen = [argument for argument in arguments if argument != "--long"]
    long = "--long" in arguments
    if long:
        system_packages.require_programs(system_packages.LONG_TEST_PROGRAMS)
    python = prepare(TEST)
    checks = steps(python, chosen, long)
    results = {name: step(name, command) for name, command in checks.items()}
    failed = [name for name, fine in results.items() if not fine]
    print("\n" + (f"Failed: {', '.join(failed)}." if failed else "All checks passed."))
    return 1 if failed else 0


def steps(python: str, pytest_arguments: list[str], long: bool) -> dict[str, list[str]]:
    """Commands of the checks by name; pytest comes last so that its summary does.

    The ordinary tests are spread over the cores. The long ones follow one by one: they look at
    real clocks, screens and sound.
    """
    module = [python, "-m"]
    pytest = [*module, "pytest", *pytest_arguments]
    checks = {
        "ruff check": [*module, "ruff", "check", "."],
        "ruff format": [*module, "ruff", "format", "--check", "."],
        "mypy": [*module, "mypy"],
        "import contracts": [python, "-c", LINT_IMPORTS],
        "pytest": [*pytest, "-m", "not long", *SPREAD],
    }
    return checks | ({"pytest, long": [*pytest, "-m", "long"]} if long else {})


def step(name: str, command: list[str]) -> bool:
    """Run one check in the checkout, off-screen, and print how it went."""
    print(f"\n== {name}", flush=True)
    began = monotonic()
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(command, cwd=ROOT, env=environment, check=False)
    word = "failed" if done.returncode else "passed"
    print(f"== {name} {word} after {monotonic() - began:.1f} s", flush=True)
    return done.returncode == 0


def doctor(_: list[str]) -> int:
    """Say what is there and what is missing; 1 if a start would need something from outside."""
    missing = system_packages.missing_libraries(("base", "window"))
    if not system_packages.can_make_environments():
        missing["Python's venv or pip"] = system_packages.VENV
    long = system_packages.missing_programs(system_packages.LONG_TEST_PROGRAMS)
    print(f"Python {sys.version.split()[0]}: fine")
    report("System libraries and Python's parts", missing)
    report("What only test --long needs", long)
    for what, environment in (("start", RUN), ("test", TEST)):
        print(f"Ready to {what}: {'yes' if is_ready(environment) else 'no, run.py sees to it'}")
    return 1 if missing else 0


def report(what: str, missing: dict[str, system_packages.Packages]) -> None:
    """Print whether `what` is complete, and the command that completes it."""
    print(f"{what}: " + (f"{', '.join(missing)} missing" if missing else "fine"))
    line = system_packages.install_line(list(missing.values())) if missing else None
    if line:
        print(f"    sudo {line}")


def demo(_: list[str]) -> int:
    """Open the window on 120 invented days; the folder is removed when the window closes."""
    program = [prepare(RUN), "-P", "-m", "kneecoach"]
    with tempfile.TemporaryDirectory(prefix="kneecoach-demo-") as folder:
        there = [*program, "--data-dir", folder]
        run([*there, "demo", "--days", "120"], "The invented history could not be made.")
        with subprocess.Popen(there) as window:
            signal.signal(signal.SIGTERM, lambda *_: window.terminate())
            return window.wait()


def screens(arguments: list[str]) -> int:
    """Paint every page and every state of the player into PNG files."""
    parser = argparse.ArgumentParser(prog="run.py screens")
    parser.add_argument("folder", metavar="DIR")
    parser.add_argument("--size", metavar="WxH", default="1280x800")
    parser.add_argument("--scale", metavar="N", default="1")
    parser.add_argument("--theme", choices=("light", "dark"), default="light")
    parser.add_argument("--language", metavar="xx", default="en")
    chosen = parser.parse_args(arguments)
    command = [prepare(RUN), "-P", "-m", "kneecoach", "--screens", chosen.folder]
    for name in ("size", "scale", "theme", "language"):
        command += [f"--{name}", getattr(chosen, name)]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": chosen.scale}
    return subprocess.run(command, env=environment, check=False).returncode


def bundle(_: list[str]) -> int:
    """Make dist/kneecoach with PyInstaller, in an environment of its own, and print its size."""
    system_packages.require_programs(system_packages.BUNDLE_PROGRAMS)
    python = prepare(BUNDLE)
    say("Making dist/kneecoach")
    places = ["--distpath", str(ROOT / "dist"), "--workpath", str(ROOT / "build" / "pyinstaller")]
    options = ["--noconfirm", "--clean", "--log-level", "WARN", *places]
    spec = str(ROOT / "packaging" / "kneecoach.spec")
    run([python, "-m", "PyInstaller", *options, spec], "The bundle could not be made.")
    print(f"dist/kneecoach: {size_of_bundle() / 1e6:.1f} MB")
    return 0


def size_of_bundle() -> int:
    """Bytes of all files of the bundle, each counted once."""
    files = (path for path in BUNDLED.rglob("*") if path.is_file() and not path.is_symlink())
    return sum(path.stat().st_size for path in files)


def bench(arguments: list[str]) -> int:
    """Run the benchmarks, or those named; 1 if one is past its limit."""
    python = prepare(RUN)
    if not BUNDLED.exists():
        bundle([])
    files = sorted((ROOT / "benchmarks").glob("[!_]*.py"))
    chosen = [file for file in files if not arguments or file.stem in arguments]
    results = [subprocess.run([python, str(file)], check=False).returncode for file in chosen]
    return 1 if any(results) or not results else 0


ALL: dict[str, Callable[[list[str]], int]] = {
    "test": test,
    "doctor": doctor,
    "demo": demo,
    "screens": screens,
    "bundle": bundle,
    "bench": bench,
}
