"""Each rule of the house broken once on purpose, in a copy, to see it caught."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

import commands
import pytest

if TYPE_CHECKING:
    from _pytest.mark import ParameterSet

ROOT = Path(__file__).resolve().parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]
CONTRACTS = [contract["name"] for contract in PROJECT["importlinter"]["contracts"]]
LAYERS, QT, COMMAND_LINE, SQL, APP_SQL, DOMAIN, NETWORK = CONTRACTS
BANNED = sorted(PROJECT["ruff"]["lint"]["flake8-tidy-imports"]["banned-api"])

# Contract, the module that breaks it, what it must not import.
BREACHES = [
    (LAYERS, "cli.py", "kneecoach.__main__"),
    (LAYERS, "app/__init__.py", "kneecoach.cli"),
    (LAYERS, "commands/records.py", "kneecoach.cli"),
    (LAYERS, "app/__init__.py", "kneecoach.commands.records"),
    (LAYERS, "ui/theme.py", "kneecoach.app"),
    (LAYERS, "ui/theme.py", "kneecoach.store.history"),
    (LAYERS, "store/history.py", "kneecoach.ui.theme"),
    (LAYERS, "clock.py", "kneecoach.ui.theme"),
    (LAYERS, "clock.py", "kneecoach.store.history"),
    (LAYERS, "domain/session.py", "kneecoach.clock"),
    (LAYERS, "a_room_without_a_place.py", "json"),
    (QT, "store/history.py", "PySide6.QtCore"),
    (QT, "domain/session.py", "shiboken6"),
    (COMMAND_LINE, "cli.py", "PySide6.QtWidgets"),
    (COMMAND_LINE, "commands/records.py", "sqlite3"),
    (SQL, "ui/theme.py", "sqlite3"),
    (APP_SQL, "app/__init__.py", "sqlite3"),
    (DOMAIN, "domain/session.py", "time"),
    (DOMAIN, "domain/plan.py", "pathlib"),
    (NETWORK, "ui/theme.py", "urllib.request"),
]


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the package with the project's settings."""
    shutil.copytree(ROOT / "kneecoach", tmp_path / "kneecoach", ignore=built)
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def built(_folder: str, names: list[str]) -> set[str]:
    return set(names) & {"__pycache__", "resources.rcc", "content.json"}


def run(folder: Path, *command: str) -> tuple[int, str]:
    done = subprocess.run(
        [sys.executable, *command], cwd=folder, capture_output=True, text=True, check=False
    )
    return done.returncode, done.stdout + done.stderr


def broken_contracts(folder: Path) -> list[str]:
    """Names of the contracts that the import linter finds broken."""
    status, text = run(folder, "-c", commands.LINT_IMPORTS)
    told = [name for name in CONTRACTS if f"{name} KEPT" in text or f"{name} BROKEN" in text]
    assert told == CONTRACTS, text
    broken = [name for name in CONTRACTS if f"{name} BROKEN" in text]
    assert (status == 0) == (not broken)
    return broken


def test_the_package_as_it_is_keeps_every_contract(copy: Path) -> None:
    assert broken_contracts(copy) == []


def test_every_contract_is_broken_below() -> None:
    assert {contract for contract, _, _ in BREACHES} == set(CONTRACTS)


def firsts_and_rest() -> list[ParameterSet]:
    """One breach of each contract, and the others for the long run."""
    first = {contract: module for contract, module, _ in reversed(BREACHES)}
    return [
        pytest.param(*breach, marks=() if first[breach[0]] == breach[1] else pytest.mark.long)
        for breach in BREACHES
    ]


@pytest.mark.parametrize(("contract", "module", "imported"), firsts_and_rest())
def test_a_breach_is_caught(copy: Path, contract: str, module: str, imported: str) -> None:
    path = copy / "kneecoach" / module
    assert path.exists() or contract is LAYERS
    with path.open("a", encoding="utf-8") as file:
        file.write(f"\nimport {imported}\n")
    assert contract in broken_contracts(copy)


def ruff(folder: Path) -> dict[str, set[str]]:
    """Codes that ruff reports, by file name."""
    options = ("--output-format", "json", "--no-cache", "--exit-zero")
    _, text = run(folder, "-m", "ruff", "check", *options, ".")
    found: dict[str, set[str]] = {}
    for finding in json.loads(text):
        found.setdefault(Path(finding["filename"]).name, set()).add(finding["code"])
    return found


def use_of(name: str) -> str:
    """A line that uses a banned name as anyone would."""
    module, _, last = name.rpartition(".")
    if name == "PySide6.QtNetwork":
        return f"from {module} import {last}\n"
    if module in ("time", "PySide6.QtCore"):
        return f"from {module} import {last}\n"
    outer, _, kind = module.rpartition(".")
    return f"from {outer} import {kind}\n\n{kind}.{last}()\n"


def test_every_banned_name_is_caught_in_a_page_and_clocks_are_allowed_in_one_place(
    copy: Path,
) -> None:
    shutil.rmtree(copy / "kneecoach")
    pages = copy / "kneecoach" / "ui"
    pages.mkdir(parents=True)
    for number, name in enumerate(BANNED):
        (pages / f"page_{number}.py").write_text(use_of(name))
    clocks = [name for name in BANNED if name.startswith(("time.", "datetime."))]
    (copy / "kneecoach" / "clock.py").write_text("".join(map(use_of, clocks)))
    found = ruff(copy)
    missed = [n for i, n in enumerate(BANNED) if "TID251" not in found.get(f"page_{i}.py", set())]
    assert missed == []
    assert "TID251" not in found.get("clock.py", set())


RULES = {
    "S608": 'def read(name: str) -> str:\n    return f"SELECT * FROM {name}"\n',
    "T201": 'print("hello")\n',
    "DTZ001": "from datetime import datetime\n\ndatetime(2026, 1, 1)\n",
    "C901": "def f(x: int) -> int:\n"
    + "".join(f"    if x == {n}:\n        return {n}\n" for n in range(11))
    + "    return x\n",
    "N802": "def startSession() -> None:\n    return\n",
    "PTH123": 'open("file")\n',
    "B006": "def f(x: list[int] = []) -> None:\n    return\n",
}


def test_the_linter_catches_what_it_is_there_for(copy: Path) -> None:
    for code, text in RULES.items():
        (copy / "kneecoach" / "ui" / f"{code.lower()}.py").write_text(text)
    found = ruff(copy)
    assert [code for code in RULES if code not in found.get(f"{code.lower()}.py", set())] == []
    assert found.keys() == {f"{code.lower()}.py" for code in RULES}


def test_a_function_without_types_is_caught(tmp_path: Path) -> None:
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    (tmp_path / "typed.py").write_text("def half(x: int) -> float:\n    return x / 2\n")
    (tmp_path / "untyped.py").write_text("def half(x):\n    return x / 2\n")
    _, text = run(tmp_path, "-m", "mypy", "typed.py", "untyped.py")
    assert "untyped.py:1: error" in text
    assert "typed.py" not in text.replace("untyped.py", "")


WARNING_TESTS = """
import warnings

from PySide6.QtCore import qWarning


def test_quiet():
    pass


def test_python_warning():
    warnings.warn("old")


def test_qt_warning():
    qWarning("odd")
"""


def test_a_warning_of_python_or_qt_fails_a_test(tmp_path: Path) -> None:
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    (tmp_path / "tests").mkdir()
    (tmp_path / "tests" / "test_warnings.py").write_text(WARNING_TESTS)
    status, text = run(tmp_path, "-m", "pytest", "-q", "-p", "no:cacheprovider")
    assert status == 1
    assert "2 failed, 1 passed" in text
