"""Start of the bundle against the start from source, and the bundle's size."""

from __future__ import annotations

from statistics import median
from tempfile import TemporaryDirectory

from _starting import BUNDLE, SOURCE, answered, interleaved, median_ratio, verdict

TIME_LIMIT = 1.1  # times the start from source
SIZE_LIMIT = 140.0  # MB unpacked


def size_in_mb() -> float:
    """Size of all files of the bundle."""
    files = (path for path in BUNDLE.parent.rglob("*") if path.is_file() and not path.is_symlink())
    return sum(path.stat().st_size for path in files) / 1e6


def main() -> int:
    if not BUNDLE.exists():
        print("bundle: there is no dist/kneecoach; make it with python3 run.py bundle")
        return 1
    option = "--exit-after-paint"
    with TemporaryDirectory(prefix="kneecoach-bench-") as folder:
        data = answered(folder)
        bundled, source = interleaved(([str(BUNDLE), option], data), ([*SOURCE, option], data))
    ratio = median_ratio((s.seconds for s in bundled), (s.seconds for s in source))
    return verdict(
        "bundle",
        {"time_ratio": (ratio, TIME_LIMIT), "size_mb": (size_in_mb(), SIZE_LIMIT)},
        seconds=median(s.seconds for s in bundled),
        source_seconds=median(s.seconds for s in source),
    )


if __name__ == "__main__":
    raise SystemExit(main())
