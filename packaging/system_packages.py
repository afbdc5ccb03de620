"""What KneeCoach needs from the operating system: finding out, and installing it as root."""

from __future__ import annotations

import ctypes
import importlib
import importlib.util
import os
import shutil
import subprocess
import sys

from setup_steps import SetupError, has_ensurepip

INSTALL = {
    "apt-get": "apt-get install -y --no-install-recommends",
    "dnf": "dnf install -y",
    "pacman": "pacman -S --needed --noconfirm",
}
Packages = tuple[str, str, str]  # what apt-get, dnf and pacman call it
LIBRARIES: dict[str, dict[str, Packages]] = {
    "base": {  # Qt itself, also without a screen
        "libglib-2.0.so.0": ("libglib2.0-0", "glib2", "glib2"),
        "libdbus-1.so.3": ("libdbus-1-3", "dbus-libs", "dbus"),
        "libfontconfig.so.1": ("libfontconfig1", "fontconfig", "fontconfig"),
        "libfreetype.so.6": ("libfreetype6", "freetype", "freetype2"),
        "libEGL.so.1": ("libegl1", "libglvnd-egl", "libglvnd"),
        "libGL.so.1": ("libgl1", "libglvnd-glx", "libglvnd"),
        "libX11.so.6": ("libx11-6", "libX11", "libx11"),
        "libxkbcommon.so.0": ("libxkbcommon0", "libxkbcommon", "libxkbcommon"),
        # QtNetwork and lrelease are linked to it; Debian 13 has it with nothing else
        "libgssapi_krb5.so.2": ("libgssapi-krb5-2", "krb5-libs", "krb5"),
    },
    "window": {  # a window under X11 or XWayland
        "libxcb-cursor.so.0": ("libxcb-cursor0", "xcb-util-cursor", "xcb-util-cursor"),
        "libxcb-icccm.so.4": ("libxcb-icccm4", "xcb-util-wm", "xcb-util-wm"),
        "libxcb-keysyms.so.1": ("libxcb-keysyms1", "xcb-util-keysyms", "xcb-util-keysyms"),
        "libxcb-image.so.0": ("libxcb-image0", "xcb-util-image", "xcb-util-image"),
        "libxcb-render-util.so.0": (
            "libxcb-render-util0",
            "xcb-util-renderutil",
            "xcb-util-renderutil",
        ),
        "libxcb-shape.so.0": ("libxcb-shape0", "libxcb", "libxcb"),
        "libxcb-xkb.so.1": ("libxcb-xkb1", "libxcb", "libxcb"),
        "libxkbcommon-x11.so.0": ("libxkbcommon-x11-0", "libxkbcommon-x11", "libxkbcommon-x11"),
    },
    "wayland": {  # a window without XWayland; a start does without, the bundle takes it along
        "libwayland-client.so.0": ("libwayland-client0", "libwayland-client", "wayland"),
        "libwayland-cursor.so.0": ("libwayland-cursor0", "libwayland-cursor", "wayland"),
        "libwayland-egl.so.1": ("libwayland-egl1", "libwayland-egl", "wayland"),
    },
}
VENV: Packages = ("python3-venv", "python3-pip", "python-pip")
BUNDLE_PROGRAMS: dict[str, Packages] = {"objdump": ("binutils", "binutils", "binutils")}
# What the tests marked `long` run: programs and their packages.
LONG_TEST_PROGRAMS: dict[str, Packages] = {
    "Xvfb": ("xvfb", "xorg-x11-server-Xvfb", "xorg-server-xvfb"),
    "xdotool": ("xdotool", "xdotool", "xdotool"),
    "openbox": ("openbox", "openbox", "openbox"),
    "strace": ("strace", "strace", "strace"),
    "faketime": ("faketime", "libfaketime", "libfaketime"),
    "pulseaudio": ("pulseaudio", "pulseaudio", "pulseaudio"),
    "parec": ("pulseaudio-utils", "pulseaudio-utils", "libpulse"),
    **BUNDLE_PROGRAMS,
}


def missing_libraries(groups: tuple[str, ...]) -> dict[str, Packages]:
    """Libraries of the groups that cannot be loaded, with their packages."""
    if not sys.platform.startswith("linux"):
        return {}
    wanted = {name: packages for group in groups for name, packages in LIBRARIES[group].items()}
    return {name: packages for name, packages in wanted.items() if not loads(name)}


def loads(library: str) -> bool:
    """Say whether the system finds and loads the library."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def missing_programs(programs: dict[str, Packages]) -> dict[str, Packages]:
    """Those of the programs that are not on PATH, with their packages."""
    return {name: packages for name, packages in programs.items() if not shutil.which(name)}


def can_make_environments() -> bool:
    """Say whether this Python can make an environment and install packages into it."""
    return has_ensurepip() or importlib.util.find_spec("pip") is not None


def require_libraries(groups: tuple[str, ...]) -> None:
    """Bring in the libraries of the groups as root, or raise `SetupError` with the command."""
    bring("system libraries", missing_libraries(groups))
    if still := missing_libraries(groups):
        raise SetupError(f"These system libraries do not load: {', '.join(still)}.")


def require_programs(programs: dict[str, Packages]) -> None:
    """Bring in the programs as root, or raise `SetupError` with the command."""
    bring("programs", missing_programs(programs))
    if still := missing_programs(programs):
        raise SetupError(f"These programs were not found: {', '.join(still)}.")


def require_venv() -> None:
    """See to it that this Python can make an environment."""
    if not can_make_environments():
        bring("parts of Python", {"venv or pip": VENV})
        importlib.invalidate_caches()
    if not can_make_environments():
        raise SetupError(f"Neither venv nor pip belongs to {sys.executable}.")


def bring(kind: str, missing: dict[str, Packages]) -> None:
    """Install what is missing as root; raise `SetupError` with the command for anyone else."""
    if not missing:
        return
    what = f"Missing {kind}: {', '.join(missing)}."
    line = install_line(list(missing.values()))
    if line is None:
        raise SetupError(what)
    if not is_root():
        raise SetupError(f"{what} Install with\n\n    sudo {line}\n\nand try again.")
    print(f"{what}\n+ {line}", file=sys.stderr, flush=True)
    install(line)


def install_line(wanted: list[Packages]) -> str | None:
    """The command that installs the packages here; None on a system with no known tool."""
    for column, (tool, line) in enumerate(INSTALL.items()):
        if shutil.which(tool):
            return " ".join([line, *dict.fromkeys(packages[column] for packages in wanted)])
    return None


def install(line: str) -> None:
    """Run the command of `install_line`; raise `SetupError` if it fails."""
    lines = (["apt-get update -q"] if line.startswith("apt-get") else []) + [line]
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for each in lines:
        done = subprocess.run(each.split(), env=environment, stdout=sys.stderr, check=False)
    if done.returncode:
        raise SetupError(f"This failed: {line}")


def is_root() -> bool:
    """Say whether packages may be installed without asking."""
    return hasattr(os, "geteuid") and os.geteuid() == 0
