"""Lock what `pyproject.toml` asks for: exact versions and the hashes of all their files.

    python packaging/requirements/make.py             newest versions that fit
    python packaging/requirements/make.py --keep      the locked versions, where they still fit

Writes `run.txt` (the program and what builds it), `test.txt` and `bundle.txt` (each holding the
first) beside this file, for every system and Python from 3.11 on. Needs `uv`; uv does not read
pip's settings, so the hashes are those of the public index, and no address is written.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
HEAD = "# Made from pyproject.toml by packaging/requirements/make.py; do not edit.\n"
OPTIONS = (
    "--universal",
    "--python-version=3.11",
    "--generate-hashes",
    "--no-header",
    "--no-config",
    "--no-emit-index-url",
    "--no-emit-find-links",
    "--quiet",
)


def wanted(project: dict[str, Any]) -> dict[str, list[str]]:
    """Requirements of each file, from the content of `pyproject.toml`."""
    run = project["project"]["dependencies"] + project["build-system"]["requires"]
    groups = project["dependency-groups"]
    return {"run": run, "test": run + groups["test"], "bundle": run + groups["bundle"]}


def lock(name: str, requirements: list[str], keep: bool) -> None:
    """Write `name`.txt; what run.txt has pinned already holds for the others."""
    product = HERE / f"{name}.txt"
    pinned = [] if name == "run" else ["--constraint", str(HERE / "run.txt")]
    command = [uv(), "pip", "compile", "-", *OPTIONS, *pinned, "--no-annotate"]
    if keep and product.exists():
        command += ["--output-file", str(product)]
    text = "\n".join(requirements)
    done = subprocess.run(command, input=text, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"uv could not lock {name}: {done.stderr.strip()}")
    made = product.read_text() if "--output-file" in command else done.stdout
    product.write_text(HEAD + made.removeprefix(HEAD))


def uv() -> str:
    """Path of uv, on PATH or beside the running Python."""
    found = shutil.which("uv") or shutil.which("uv", path=str(Path(sys.executable).parent))
    if found is None:
        raise SystemExit("uv was not found: install it with pip install uv, then run this again.")
    return found


def main(arguments: list[str]) -> int:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    for name, requirements in wanted(project).items():
        lock(name, requirements, keep="--keep" in arguments)
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
