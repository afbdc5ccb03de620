"""Starting programs again and again, measuring how long and how large."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import NamedTuple

from kneecoach.clock import SystemClock
from kneecoach.domain.check import Answer, CheckAnswers
from kneecoach.domain.check_hint import hint_of
from kneecoach.domain.check_validity import VALID_S
from kneecoach.domain.settings import Settings
from kneecoach.store.content import load_content
from kneecoach.store.folder import HISTORY, prepare_folder
from kneecoach.store.history import HistoryFile
from kneecoach.store.settings import save_settings
from kneecoach.ui.kept_checks import KeptChecks

ROOT = Path(__file__).resolve().parents[1]
BUNDLE = ROOT / "dist" / "kneecoach" / "kneecoach"
SOURCE = (sys.executable, "-P", "-m", "kneecoach")
ROUNDS = 11


class Start(NamedTuple):
    """One start to the first paint and out again."""

    seconds: float
    peak_mib: float  # largest memory of the process


def start(command: Iterable[str], data: str) -> Start:
    """Run a program that ends after its first paint; raise RuntimeError if it fails.

    `data` is where it finds its folder: told by the environment, as every start without options.
    """
    environment = {"QT_QPA_PLATFORM": "offscreen", **os.environ, "XDG_DATA_HOME": data}
    # Python keeps what it compiled, as on anybody's computer after the first start
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    began = perf_counter()
    process = subprocess.Popen(list(command), env=environment, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    seconds = perf_counter() - began
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(f"{process.args!r} ended with status {process.returncode}")
    return Start(seconds, usage.ru_maxrss / 1024)


def interleaved(*programs: tuple[list[str], str]) -> list[list[Start]]:
    """Starts of the programs in turn, each with its data, after one each that is not counted."""
    rounds = [[start(command, data) for command, data in programs] for _ in range(ROUNDS + 1)]
    return [list(column) for column in zip(*rounds[1:], strict=True)]


def answered(data: str) -> str:
    """Make the folder of somebody whose check closed nothing and was looked at before."""
    clock = SystemClock()
    folder = prepare_folder(Path(data) / "kneecoach")
    with HistoryFile(folder / HISTORY, clock) as journal:
        checks = KeptChecks(load_content("en").check, journal, clock)
        rules = checks.rules
        assert rules is not None
        checks.keep(CheckAnswers(35, 0, dict.fromkeys(rules.signs, Answer.NO)))
        hint = hint_of(checks.now(), clock.wall().utc + VALID_S)
    save_settings(folder, Settings(side_chosen=True, started=True, check_hint=hint))
    return data


def median_ratio(numerators: Iterable[float], denominators: Iterable[float]) -> float:
    """Median of the ratios of each round."""
    return median(a / b for a, b in zip(numerators, denominators, strict=True))


def verdict(name: str, checks: dict[str, tuple[float, float]], **measured: float) -> int:
    """Print the checks, each a value and the most it may be; 1 if one is past its limit.

    A readable line for each check, then one line of JSON with all of it.
    """
    failed = [key for key, (value, limit) in checks.items() if value > limit]
    for key, (value, limit) in checks.items():
        word = "too much" if key in failed else "fine"
        print(f"{name}: {key} {value:.2f}, at most {limit:g}: {word}")
    values = {key: round(value, 3) for key, (value, _) in checks.items()}
    others = {key: round(value, 3) for key, value in measured.items()}
    print(json.dumps({"benchmark": name, **values, **others, "passed": not failed}), flush=True)
    return 1 if failed else 0
