"""The way from a checkout to a running program: what is locked, asked for and passed on."""

from __future__ import annotations

import ast
import os
import re
import sys
import tomllib
from collections.abc import Callable
from fnmatch import fnmatch
from pathlib import Path

import commands
import make
import pytest
import setup_steps
import system_packages
from setup_steps import Environment, SetupError

import run

ROOT = Path(__file__).resolve().parents[2]
LOCKS = ROOT / "packaging" / "requirements"
PINNED = re.compile(r"^([a-z0-9-]+)==(\S+)( ; [^\\]+)? \\$", re.M)
# in pieces, so that this file does not hold what it looks for
HOSTS = ["py" + "pi.org", "python" + "hosted", "deb." + "debian.org", "registry." + "npmjs"]


def pins(name: str) -> dict[str, str]:
    text = (LOCKS / f"{name}.txt").read_text()
    return {found[1]: found[2] for found in PINNED.finditer(text)}


@pytest.mark.parametrize("name", ["run", "test", "bundle"])
def test_every_locked_package_has_an_exact_version_and_hashes(name: str) -> None:
    lines = [line for line in (LOCKS / f"{name}.txt").read_text().splitlines() if line[:1] != "#"]
    heads = [number for number, line in enumerate(lines) if not line.startswith(" ")]
    assert len(heads) == len(pins(name)) > 5
    for head in heads:
        assert lines[head + 1].startswith("    --hash=sha256:")
    assert all(re.match(r"    --hash=sha256:[0-9a-f]{64}", x) for x in lines if x[0] == " ")


def test_the_locks_hold_what_the_project_asks_for_and_agree_with_each_other() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    for name, requirements in make.wanted(project).items():
        names = {re.split(r"[<>=~; ]", r)[0].lower() for r in requirements}
        assert names <= pins(name).keys()
        assert pins("run").items() <= pins(name).items()


def test_running_needs_only_qt_sound_and_folders() -> None:
    building = {"hatchling", "packaging", "pathspec", "pluggy", "tomlkit", "trove-classifiers"}
    assert pins("run").keys() - building == {
        "pyside6-essentials",
        "shiboken6",
        "platformdirs",
        "miniaudio",
        "cffi",
        "pycparser",
    }


def sources() -> list[Path]:
    """Files of the checkout but those that git ignores, found also where there is no git."""
    ignored = (ROOT / ".gitignore").read_text().split()
    patterns = [*ignored, ".git/"]
    found = []
    for folder, folders, files in os.walk(ROOT):
        folders[:] = [name for name in folders if not matches(name + "/", patterns)]
        inside = Path(folder).relative_to(ROOT)
        found += [ROOT / inside / name for name in files if not matches(name, patterns)]
    return [path for path in found if path.relative_to(ROOT).as_posix() not in ignored]


def matches(name: str, patterns: list[str]) -> bool:
    return any(fnmatch(name, pattern) for pattern in patterns)


def test_no_file_of_the_project_names_a_package_index() -> None:
    files = sources()
    assert {"run.py", "pyproject.toml", "run.txt"} <= {path.name for path in files}
    for path in files:
        content = path.read_bytes()
        assert [host for host in HOSTS if host.encode() in content] == [], path


def test_what_is_built_is_not_part_of_the_project() -> None:
    assert not {"resources.rcc", "content.json"} & {path.name for path in sources()}


def test_an_old_python_gets_the_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    ast.parse((ROOT / "run.py").read_text(), feature_version=(3, 7))
    monkeypatch.setattr(sys, "version_info", (3, 9, 2))
    monkeypatch.setattr(sys, "version", "3.9.2 (default)")
    assert run.main(["doctor"]) == 1
    assert capsys.readouterr().err == (
        "KneeCoach needs Python 3.11 or newer; this is Python 3.9.2.\n"
    )


def test_anything_that_is_no_command_goes_to_the_program(monkeypatch: pytest.MonkeyPatch) -> None:
    passed: list[list[str]] = []
    monkeypatch.setattr(setup_steps, "start", lambda words: passed.append(words) or 7)
    assert run.main([]) == 7
    assert run.main(["history", "--format", "json"]) == 7
    assert run.main(["--data-dir", "here", "test"]) == 7
    assert passed == [[], ["history", "--format", "json"], ["--data-dir", "here", "test"]]


def test_help_names_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    assert run.main(["help"]) == 0
    text = capsys.readouterr().out
    assert [name for name in commands.ALL if f"run.py {name}" not in text] == []


@pytest.fixture
def tools(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Makes PATH hold nothing but programs of these names, which only note how they were called."""

    def hold(*names: str) -> None:
        for name in names:
            path = tmp_path / name
            path.write_text(f'#!/bin/sh\necho "{name} $*" >> "{tmp_path}/called"\n')
            path.chmod(0o755)
        monkeypatch.setenv("PATH", str(tmp_path))

    return hold


NOTHING = {"libnothing.so.1": ("libnothing1", "nothing-libs", "nothing")}


@pytest.mark.parametrize(
    ("tool", "line"),
    [
        ("apt-get", "sudo apt-get install -y --no-install-recommends libnothing1\n"),
        ("dnf", "sudo dnf install -y nothing-libs\n"),
        ("pacman", "sudo pacman -S --needed --noconfirm nothing\n"),
    ],
)
def test_a_user_is_told_the_exact_line(
    tool: str, line: str, tools: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    tools(tool)
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    monkeypatch.setitem(system_packages.LIBRARIES, "nothing", NOTHING)
    with pytest.raises(SetupError) as caught:
        system_packages.require_libraries(("nothing",))
    assert line in str(caught.value)
    assert "libnothing.so.1" in str(caught.value)


def test_root_installs_and_looks_again(
    tools: Callable[..., None], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tools("apt-get")
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    monkeypatch.setitem(system_packages.LIBRARIES, "nothing", NOTHING)
    with pytest.raises(SetupError, match=r"do not load: libnothing\.so\.1"):
        system_packages.require_libraries(("nothing",))
    assert (tmp_path / "called").read_text().splitlines() == [
        "apt-get update -q",
        "apt-get install -y --no-install-recommends libnothing1",
    ]


def test_an_unknown_system_is_told_what_is_missing(tools: Callable[..., None]) -> None:
    tools()
    with pytest.raises(SetupError, match=r"Missing programs: no-such-program\."):
        system_packages.require_programs({"no-such-program": ("a", "b", "c")})


def test_doctor_says_what_is_missing_and_fails(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(system_packages, "LIBRARIES", {"base": {}, "window": {}})
    assert run.main(["doctor"]) == 0
    monkeypatch.setattr(system_packages, "LIBRARIES", {"base": {}, "window": NOTHING})
    assert run.main(["doctor"]) == 1
    assert "libnothing.so.1 missing" in capsys.readouterr().out


def test_an_environment_is_ready_until_something_it_depends_on_changes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    environment = Environment(tmp_path, "run", (), with_project=True)
    assert not setup_steps.is_ready(environment)
    environment.python.parent.mkdir(parents=True)
    environment.python.touch()
    environment.stamp.write_text(setup_steps.state())
    assert setup_steps.is_ready(environment)
    monkeypatch.setattr(sys, "version", "another")
    assert not setup_steps.is_ready(environment)
    monkeypatch.undo()
    environment.python.unlink()
    assert not setup_steps.is_ready(environment)


def test_the_checks_are_all_run_and_the_last_is_pytest(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(commands, "prepare", lambda _: sys.executable)
    done: list[str] = []

    def step(name: str, _command: list[str]) -> bool:
        done.append(name)
        return name != "mypy"

    monkeypatch.setattr(commands, "step", step)
    assert commands.test(["-k", "something"]) == 1
    assert done == ["ruff check", "ruff format", "mypy", "import contracts", "pytest"]
    assert capsys.readouterr().out.endswith("Failed: mypy.\n")


def test_long_tests_are_chosen_by_one_word_and_follow_one_by_one() -> None:
    ordinary = commands.steps("python", ["-k", "squat"], long=False)
    all_of_them = commands.steps("python", ["-k", "squat"], long=True)
    module = ["python", "-m", "pytest", "-k", "squat", "-m"]
    assert ordinary["pytest"] == [*module, "not long", *commands.SPREAD]
    assert list(all_of_them.items())[:-1] == list(ordinary.items())
    assert all_of_them["pytest, long"] == [*module, "long"]
