"""The composition root: the only place that makes things and joins them.

Each entry is imported when it is asked for, so that a window does not load the self-test.
"""

from __future__ import annotations

from pathlib import Path


def run_window(folder: Path, *, language: str, exit_after_paint: bool) -> int:
    """Open the window on a data folder and return its exit status when it is closed.

    `exit_after_paint` closes it after the first paint, for measuring.
    """
    from kneecoach.app.own_import import restore

    restore()
    from kneecoach.app.window import run

    return run(folder, language, exit_after_paint=exit_after_paint)


def self_test() -> int:
    """Open every page and play a session without a screen; 0 when all of it works."""
    from kneecoach.app.self_test import run

    return run()


def shoot_screens(
    target: Path, size: tuple[int, int] | None, theme: str | None, language: str
) -> int:
    """Write a picture of every page and every state of the player into a folder."""
    from kneecoach.app.screens import run

    return run(target, size, theme, language)
