"""100,000 lines of answers through `kneecoach safety`, every sign answered in each."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from random import Random
from time import perf_counter

from _starting import SOURCE, verdict

from kneecoach.domain.check_tables import parse_check
from kneecoach.store.content import load_content

SECONDS_LIMIT = 10.0
RATIO_LIMIT = 8.0  # times reading the same lines as JSON and writing one word for each
LINES = 100_000
READING = (
    "import json, sys\nfor line in sys.stdin.buffer:\n    json.loads(line)\n    print('read')\n"
)


def main() -> int:
    with tempfile.TemporaryDirectory(prefix="kneecoach-bench-") as folder:
        path = Path(folder) / "answers.jsonl"
        write_answers(path)
        floor = seconds_of([sys.executable, "-c", READING], path)
        own = seconds_of([*SOURCE, "safety", "-"], path)
    return verdict(
        "checking",
        {"seconds": (own, SECONDS_LIMIT), "time_ratio": (own / floor, RATIO_LIMIT)},
        reading_seconds=floor,
    )


def write_answers(path: Path) -> None:
    """Random answers to every sign; half of the people tick nothing, which takes longest."""
    random = Random(1)
    signs = tuple(parse_check(load_content().check).signs)
    with path.open("w", encoding="utf-8") as file:
        for line in range(LINES):
            words = ("no",) if line % 2 else ("yes", "not sure", "no", "no", "no")
            answers = {sign: random.choice(words) for sign in signs}
            tree = {"age": random.randint(18, 90), "pain_rest": line % 11, "signs": answers}
            file.write(json.dumps(tree) + "\n")


def seconds_of(command: list[str], path: Path) -> float:
    """How long the command takes with the file on its standard input; the output is let go."""
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).resolve().parents[1])}
    began = perf_counter()
    with path.open("rb") as file:
        subprocess.run(command, stdin=file, stdout=subprocess.DEVNULL, env=environment, check=True)
    return perf_counter() - began


if __name__ == "__main__":
    raise SystemExit(main())
