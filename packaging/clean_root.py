"""Prove the README's two commands in a Debian that holds nothing but Python.

    sudo python3 packaging/clean_root.py                   Debian 12 and 13, with venv
    sudo python3 packaging/clean_root.py trixie:pip        one of them, with pip and no venv
    sudo python3 packaging/clean_root.py --only window     one of: user, test, window

For each it makes a minimal root with mmdebstrap, lays the committed state of the checkout into it
and runs, each in a fresh copy: `python3 run.py` as a user without rights (who must be told the
line to type), `python3 run.py test`, and `python3 run.py` on a virtual display until its window is
there.
The computer's own settings for apt and pip are read and used; nothing of them is kept.

Needs root and the packages mmdebstrap, git, xvfb and xdotool.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic, sleep

CHECKOUT = Path(__file__).resolve().parents[1]
VARIANTS = {"venv": "python3,python3-venv", "pip": "python3,python3-pip"}
CERTIFICATES = "etc/ssl/certs/ca-certificates.crt"
INSIDE = "opt/kneecoach"
DISPLAY = ":97"
PATIENCE = 600  # s until the window has to be there
NOBODY = "65534"
# what of pip's settings says how the index is reached; folders of this computer mean nothing inside
PIP_SETTINGS = ("PIP_INDEX_URL", "PIP_PROXY", "PIP_TRUSTED_HOST", "HTTPS_PROXY", "HTTP_PROXY")


class ProofError(Exception):
    """Something in the clean root was not as promised."""


def apt_sources(suite: str) -> str:
    """This computer's sources of packages, for another release."""
    release = re.search(r"VERSION_CODENAME=(\w+)", Path("/etc/os-release").read_text())
    own = release[1] if release else suite
    folder = Path("/etc/apt/sources.list.d")
    files = [*folder.glob("*.sources"), *folder.glob("*.list"), Path("/etc/apt/sources.list")]
    texts = [path.read_text() for path in sorted(files) if path.exists()]
    return "\n\n".join(text.replace(own, suite) for text in texts)


def apt_options() -> list[str]:
    """This computer's settings of how packages are fetched, as options of mmdebstrap."""
    files = sorted(Path("/etc/apt/apt.conf.d").iterdir())
    return [f"--aptopt={path}" for path in files if "Acquire::" in path.read_text()]


def make_root(folder: Path, suite: str, packages: str) -> None:
    """A minimal Debian with the packages, and this computer's way to the network."""
    with tempfile.NamedTemporaryFile("w", suffix=".sources") as sources:
        sources.write(apt_sources(suite))
        sources.flush()
        command = ["mmdebstrap", "--quiet", "--variant=minbase", f"--include={packages}"]
        subprocess.run([*command, *apt_options(), suite, str(folder), sources.name], check=True)
    for name in ("etc/resolv.conf", "etc/hosts", CERTIFICATES):
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.unlink(missing_ok=True)
        shutil.copy(Path("/", name), target)
    lay_checkout(folder / INSIDE)


def lay_checkout(folder: Path) -> None:
    """The committed state of the checkout, without its history."""
    folder.mkdir(parents=True)
    archive = subprocess.run(
        ["git", "archive", "HEAD"], cwd=CHECKOUT, check=True, capture_output=True
    )
    subprocess.run(["tar", "-x", "-C", str(folder)], input=archive.stdout, check=True)


def environment() -> dict[str, str]:
    """What a process inside is told of the world."""
    reached = {name: os.environ[name] for name in PIP_SETTINGS if name in os.environ}
    own = {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "HOME": "/root", "LANG": "C.UTF-8"}
    return {**own, **reached, "PIP_CERT": f"/{CERTIFICATES}", "DISPLAY": DISPLAY}


def inside(root: Path, *command: str) -> list[str]:
    """The command line that runs a command in the root's checkout, with /proc of its own."""
    script = (
        'mkdir -p "$0/dev/shm" && mount -t proc proc "$0/proc" && '
        'mount -t tmpfs tmpfs "$0/dev/shm" && '
        f'exec chroot "$0" sh -c \'cd /{INSIDE} && exec "$@"\' sh "$@"'
    )
    apart = ["unshare", "--mount", "--pid", "--fork", "--kill-child"]
    return [*apart, "sh", "-c", script, str(root), *command]


def prove_user(root: Path) -> None:
    """A user without rights is told the line and gets status 1."""
    user = ("setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups")
    command = inside(root, *user, "python3", "run.py")
    done = subprocess.run(command, env=environment(), capture_output=True, text=True, check=False)
    print(done.stderr)
    if done.returncode != 1 or "    sudo apt-get install" not in done.stderr:
        raise ProofError(f"a user got status {done.returncode} and no line to type")


def prove_test(root: Path) -> None:
    """All checks and tests pass."""
    command = inside(root, "python3", "run.py", "test")
    if subprocess.run(command, env=environment(), check=False).returncode:
        raise ProofError("run.py test failed")


def prove_window(root: Path) -> None:
    """The window comes, twice, and closes when it is asked to."""
    with display():
        for name in ("first", "second"):
            began = monotonic()
            process = subprocess.Popen(inside(root, "python3", "run.py"), env=environment())
            wait_for_window(process)
            print(f"   {name} start: window after {monotonic() - began:.1f} s", flush=True)
            ask_to_end(process)
            if process.wait(timeout=60):
                raise ProofError(f"the window closed with status {process.returncode}")


@contextmanager
def display() -> Iterator[None]:
    """A virtual display that a root can reach, too."""
    command = ["Xvfb", DISPLAY, "-screen", "0", "1400x900x24", "-ac", "-nolisten", "tcp"]
    server = subprocess.Popen(command, stderr=subprocess.DEVNULL)
    try:
        yield
    finally:
        server.terminate()
        server.wait()


def ask_to_end(process: subprocess.Popen[bytes]) -> None:
    """Send the polite signal to the one process inside, which closes its window in order."""
    children = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()
    os.kill(int(children[0]), signal.SIGTERM)


def wait_for_window(process: subprocess.Popen[bytes]) -> None:
    """Return as soon as there is a visible window of KneeCoach."""
    end = monotonic() + PATIENCE
    while monotonic() < end:
        if process.poll() is not None:
            raise ProofError(f"run.py ended with status {process.returncode} and no window")
        if xdotool("search", "--onlyvisible", "--class", "kneecoach"):
            return
        sleep(0.1)
    raise ProofError("no window came")


def xdotool(*arguments: str) -> str:
    """What xdotool answers on the virtual display."""
    env = {**os.environ, "DISPLAY": DISPLAY}
    done = subprocess.run(["xdotool", *arguments], env=env, capture_output=True, text=True)
    return done.stdout


PROOFS: dict[str, Callable[[Path], None]] = {
    "user": prove_user,
    "test": prove_test,
    "window": prove_window,
}


def prove(suite: str, variant: str, chosen: list[str]) -> dict[str, float]:
    """Run the chosen proofs, each in its own copy of a fresh root; seconds of each."""
    seconds = {}
    with tempfile.TemporaryDirectory(prefix=f"kneecoach-{suite}-") as name:
        made = Path(name, "made")
        make_root(made, suite, VARIANTS[variant])
        for what in chosen:
            root = Path(name, what)
            subprocess.run(["cp", "-a", str(made), str(root)], check=True)
            print(f"== {suite} with {variant}: {what}", flush=True)
            began = monotonic()
            PROOFS[what](root)
            seconds[what] = monotonic() - began
            subprocess.run(["rm", "-rf", str(root)], check=True)
    return seconds


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("roots", nargs="*", default=["bookworm", "trixie"], metavar="SUITE[:pip]")
    parser.add_argument("--only", choices=PROOFS, action="append")
    options = parser.parse_args(arguments)
    lines = []
    for wanted in options.roots:
        suite, _, variant = wanted.partition(":")
        try:
            seconds = prove(suite, variant or "venv", options.only or list(PROOFS))
        except ProofError as error:
            print(f"{wanted}: {error}", file=sys.stderr)
            return 1
        told = ", ".join(f"{what} {value:.0f} s" for what, value in seconds.items())
        lines.append(f"{suite} with {variant or 'venv'}: {told}")
    print("\n".join(lines))
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
