"""Starting programs again and again, measuring how long and how large."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import NamedTuple

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


def interleaved(first: list[str], second: list[str]) -> list[list[Start]]:
    """Starts of both programs in turn, after one each that is not counted."""
    with tempfile.TemporaryDirectory(prefix="kneecoach-bench-") as data:
        pairs = [[start(first, data), start(second, data)] for _ in range(ROUNDS + 1)]
    return [list(column) for column in zip(*pairs[1:], strict=True)]


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
