"""Make `kneecoach/resources.rcc` and `kneecoach/content.json` from `assets/`.

Called by the build hook, by `run.py` when something changed, and before the bundle is made.
Needs nothing but Python and the programs `rcc` and `lrelease` of PySide6-Essentials.

    python packaging/build_assets.py            build
    python packaging/build_assets.py --if-stale build only if a source is newer than a product
"""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
RESOURCES = "kneecoach/resources.rcc"
CONTENT = "kneecoach/content.json"
SOURCES = ("assets", "kneecoach/domain")  # the domain's code checks and orders the content
SINGLE_SOURCES = ("resources.qrc", "kneecoach/store/content.py", "packaging/build_assets.py")
EPOCH = "1700000000"  # s; rcc writes file times into the product, so they are all given as this
THRESHOLD = "10"  # %; smallest gain for which rcc packs a file: the default leaves sounds unpacked


class BuildError(Exception):
    """The assets could not be built; the text is one sentence for the developer."""


def build(root: Path = ROOT) -> None:
    """Build both products in the checkout at `root`; raise `BuildError` if a source is bad."""
    write_whole(root / CONTENT, compile_content(root))
    compile_translations(root)
    compile_resources(root)


def build_stale(root: Path = ROOT) -> None:
    """Build both products if a source is newer; raise `BuildError` if one is bad."""
    if is_stale(root):
        build(root)


def is_stale(root: Path = ROOT) -> bool:
    """Say whether a product is missing or older than an asset, a folder of assets or the code."""
    try:
        built = min((root / name).stat().st_mtime_ns for name in (RESOURCES, CONTENT))
    except OSError:
        return True
    return any(changed > built for changed in source_times(root))


def source_times(root: Path) -> Iterator[int]:
    """Times of change in ns of all that the products are made from; a folder's tells removals."""
    for name in SINGLE_SOURCES:
        yield (root / name).stat().st_mtime_ns
    for name in SOURCES:
        yield from tree_times(root / name)


def tree_times(top: Path) -> Iterator[int]:
    """Times of change in ns of the folder `top` and all in it but compiled Python."""
    for folder, folders, files in os.walk(top):
        folders[:] = [name for name in folders if name != "__pycache__"]
        yield from (Path(folder, name).stat().st_mtime_ns for name in ("", *files))


def compile_content(root: Path) -> bytes:
    """The catalogue, texts and poses as one JSON file; the program's own code checks them."""
    sys.path.insert(0, str(root))
    try:
        from kneecoach.domain.catalogue import ContentError
        from kneecoach.store.content import compile_content as compile_all
    finally:
        sys.path.remove(str(root))
    try:
        return compile_all(root / "assets")
    except ContentError as error:
        raise BuildError(str(error)) from error


def compile_translations(root: Path) -> None:
    """Compile each `assets/i18n/*.ts` to `build/i18n/*.qm`."""
    folder = root / "build" / "i18n"
    folder.mkdir(parents=True, exist_ok=True)
    for source in sorted((root / "assets" / "i18n").glob("*.ts")):
        product = folder / source.with_suffix(".qm").name
        run_tool(root, "lrelease", "-silent", str(source), "-qm", str(product))


def compile_resources(root: Path) -> None:
    """Pack what `resources.qrc` lists into one file that the program maps into memory."""
    product = root / RESOURCES
    partial = product.with_suffix(".partial")
    options = ("--binary", "--threshold", THRESHOLD, "resources.qrc", "-o", str(partial))
    run_tool(root, "rcc", *options)
    partial.replace(product)


def run_tool(root: Path, tool: str, *arguments: str) -> None:
    """Run one of Qt's programs in `root`; raise `BuildError` with what it said if it fails."""
    environment = {"SOURCE_DATE_EPOCH": EPOCH, **os.environ, "QT_HASH_SEED": "0"}
    command = [str(qt_tool(tool)), *arguments]
    done = subprocess.run(command, cwd=root, env=environment, capture_output=True, text=True)
    if done.returncode:
        raise BuildError(f"{tool} failed: {(done.stderr or done.stdout).strip()}")


def qt_tool(name: str) -> Path:
    """Path of a program inside PySide6, found without importing Qt."""
    spec = importlib.util.find_spec("PySide6")
    folders = list(spec.submodule_search_locations or ()) if spec else []
    file = name + (".exe" if os.name == "nt" else "")
    for folder in folders:
        for path in (Path(folder, "Qt", "libexec", file), Path(folder, file)):
            if path.exists():
                return path
    raise BuildError(f"{name} was not found: install PySide6-Essentials, for example by run.py")


def write_whole(path: Path, content: bytes) -> None:
    """Put `content` at `path` in one step, so that a reader never sees half of it."""
    partial = path.with_suffix(".partial")
    partial.write_bytes(content)
    partial.replace(path)


def main(arguments: list[str]) -> int:
    try:
        (build_stale if "--if-stale" in arguments else build)()
    except BuildError as failure:
        print(failure, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
